//! The schema in memory, and everything that can happen to it.
//!
//! One map from keys to entries, and a journal of what each key held before: so taking a change back costs what the
//! change did, not what the catalog holds. What nobody can know is kept, too: an entry made before a doubt is not sure
//! any more, and after a doubt a name that is not found may be there all the same. Only what is sure makes an error.

mod alter;
mod apply;
pub mod change;
pub mod constraint;
mod create;
mod depend;
pub mod details;
mod drop;
mod index;
pub mod mention;
pub mod name;
mod naming;
mod problem;
mod resolve;
mod run;
pub mod table;
mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use crate::source::Place;
use change::Kind;
use details::{Definition, Options, RoutineDetails, TypeDetails};
use name::{Ident, Path};
use table::Table;

/// Names of one space cannot be given twice in a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Space {
    /// Schemas.
    Schema,
    /// Tables, views, sequences, indexes.
    Relation,
    /// Types.
    Type,
    /// Functions and procedures; PostgreSQL has several of one name.
    Routine,
    /// Triggers; PostgreSQL keeps them by table.
    Trigger,
    /// Policies, by table.
    Policy,
    /// Extensions.
    Extension,
}

/// Where an entry is found. The name comes before the schema, so that all of one name stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What the name is unique among.
    pub space: Space,
    /// The name as it is compared.
    pub name: Arc<str>,
    /// The schema; of a policy, and of a trigger in PostgreSQL, the table.
    pub schema: Arc<str>,
}

/// What stands under a key.
#[derive(Debug, Clone)]
pub enum Object {
    /// A table.
    Table(Table),
    /// A view.
    View(view::View),
    /// An index of a table, where indexes have names in the schema.
    Index {
        /// Whose.
        table: Key,
    },
    /// A sequence.
    Sequence {
        /// The table whose column it belongs to.
        owner: Option<Key>,
        /// That column, where it is known.
        column: Option<Arc<str>>,
        /// Its start, increment and the like.
        options: Options,
    },
    /// A type, with the values of an enum.
    Type {
        /// A domain or another kind of type.
        kind: Kind,
        /// The values of an enum.
        values: Option<Vec<Arc<str>>>,
        /// What it is made of, where it is no enum.
        details: Arc<TypeDetails>,
    },
    /// Functions or procedures of one name.
    Routine {
        /// What each may do; the last one made comes last.
        bodies: Vec<Arc<change::Body>>,
        /// What each is made of; empty where one of them is not known for sure.
        details: Vec<Arc<RoutineDetails>>,
    },
    /// A trigger.
    Trigger {
        /// Whose.
        table: Key,
        /// The columns behind `UPDATE OF`.
        columns: Vec<Ident>,
        /// What it is made of.
        definition: Arc<Definition>,
    },
    /// A policy of row level security.
    Policy {
        /// Whose.
        table: Key,
        /// What it is made of.
        definition: Arc<Definition>,
    },
    /// A schema.
    Schema,
    /// An extension.
    Extension,
    /// It was there.
    Gone {
        /// The name it has now, if it was renamed.
        renamed: Option<String>,
    },
    /// It may be anything, and may not be there.
    Unknown,
}

impl Object {
    /// What it is called in sentences.
    const fn kind(&self) -> &'static str {
        match self {
            Object::Table(_) => "table",
            Object::View(view) => {
                if view.materialized {
                    "materialized view"
                } else {
                    "view"
                }
            }
            Object::Index { .. } => "index",
            Object::Sequence { .. } => "sequence",
            Object::Type { .. } => "type",
            Object::Routine { .. } => "function",
            Object::Trigger { .. } => "trigger",
            Object::Policy { .. } => "policy",
            Object::Schema => "schema",
            Object::Extension => "extension",
            Object::Gone { .. } | Object::Unknown => "object",
        }
    }
}

/// What stands under a key, and since when.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name as it is shown.
    pub name: Arc<str>,
    /// What it is.
    pub object: Object,
    /// Where it was made, or where it went.
    pub place: Place,
    /// What `COMMENT` says about it.
    pub comment: Option<Arc<str>>,
    /// How many doubts there were when it was made. Entries made before the last doubt are not sure.
    epoch: u32,
}

/// What holds beside the objects.
#[derive(Debug, Clone)]
struct State {
    /// How many doubts there were.
    epoch: u32,
    /// Where names without a schema are looked up, the first being where they are made.
    path: Vec<Arc<str>>,
    /// The order of schemas is not sure.
    path_unsure: bool,
    /// Foreign keys are surely checked.
    foreign_keys: bool,
    /// There are objects that are not in these files.
    strangers: bool,
    /// Extensions may have brought types.
    foreign_types: bool,
    /// A trigger may change the schema whenever rows change.
    acting_triggers: bool,
    /// Code runs behind each change of the schema.
    event_triggers: bool,
    /// Triggers may have been made or dropped by code.
    triggers_unsure: bool,
    /// Temporary tables were made.
    temporary: bool,
}

/// A point in time to which a catalog can be taken back.
#[derive(Debug, Clone)]
pub struct Mark {
    journal: usize,
    state: State,
}

/// The schema at one point of the history.
#[derive(Debug, Clone)]
pub struct Catalog {
    dialect: Dialect,
    entries: BTreeMap<Key, Arc<Entry>>,
    journal: Vec<(Key, Option<Arc<Entry>>)>,
    state: State,
    /// Who may point to whom: foreign keys, views, triggers. It only grows; what it says is looked up again.
    pointers: BTreeMap<Key, BTreeSet<Key>>,
    /// Tables that others keep in the same database: ledgers.
    strangers: BTreeSet<Arc<str>>,
}

/// What a look-up finds.
pub(crate) enum Found {
    /// It is there. `sure`: and everything about it is known.
    Here { key: Key, entry: Arc<Entry>, sure: bool },
    /// Nobody can say.
    Unsure,
    /// It is not there; the entry says where it went.
    Missing(Option<Arc<Entry>>),
}

/// The schema of temporary tables.
const TEMPORARY: &str = "\u{1}temporary";

/// Tables in which tools like this one keep what they have applied.
const LEDGERS: &[&str] = &[
    "migrate_ledger",
    "_sqlx_migrations",
    "__diesel_schema_migrations",
    "refinery_schema_history",
    "flyway_schema_history",
    "schema_migrations",
    "schema_version",
    "goose_db_version",
    "gorp_migrations",
    "_prisma_migrations",
    "alembic_version",
    "seaql_migrations",
    "django_migrations",
    "knex_migrations",
    "atlas_schema_revisions",
    "databasechangelog",
    "migrations",
    "migration",
];

impl Catalog {
    /// Of an empty database. `ledgers` are tables that are there and not in the files.
    pub fn new<'l>(dialect: Dialect, ledgers: impl IntoIterator<Item = &'l str>) -> Catalog {
        let first: Arc<str> = match dialect {
            Dialect::Postgres => "public".into(),
            Dialect::MySql | Dialect::MariaDb => "".into(),
            Dialect::Sqlite => "main".into(),
        };
        let known = LEDGERS.iter().copied().chain(ledgers);
        Catalog {
            dialect,
            entries: BTreeMap::new(),
            journal: Vec::new(),
            state: State {
                epoch: 0,
                path: vec![first],
                path_unsure: false,
                foreign_keys: true,
                strangers: false,
                foreign_types: false,
                acting_triggers: false,
                event_triggers: false,
                triggers_unsure: false,
                temporary: false,
            },
            pointers: BTreeMap::new(),
            strangers: known.map(|name| name.to_lowercase().into()).collect(),
        }
    }

    /// The rules it goes by.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Whether nothing that was ever unclear can matter: no doubt so far.
    pub fn is_sure(&self) -> bool {
        self.state.epoch == 0
    }

    /// The tables that are known, with the names of their columns in order. For tests and listings.
    pub fn tables(&self) -> impl Iterator<Item = (&Key, &Table)> {
        self.entries.iter().filter_map(|(key, entry)| match &entry.object {
            Object::Table(table) => Some((key, table)),
            _ => None,
        })
    }

    /// All that is surely or perhaps there, in the order of kinds and names.
    pub fn objects(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries
            .iter()
            .filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. }))
            .map(|(key, entry)| (key, &**entry))
    }

    /// A point to come back to.
    pub fn mark(&self) -> Mark {
        Mark { journal: self.journal.len(), state: self.state.clone() }
    }

    /// Back to a mark.
    pub fn take_back(&mut self, mark: Mark) {
        while self.journal.len() > mark.journal {
            let Some((key, old)) = self.journal.pop() else { break };
            match old {
                Some(entry) => self.entries.insert(key, entry),
                None => self.entries.remove(&key),
            };
        }
        self.state = mark.state;
    }

    /// No mark is needed any more.
    pub fn forget_marks(&mut self) {
        self.journal.clear();
    }

    /// What each key that was touched since a mark held then.
    pub(crate) fn before(&self, mark: &Mark) -> BTreeMap<Key, Option<Arc<Entry>>> {
        let mut before = BTreeMap::new();
        for (key, old) in &self.journal[mark.journal..] {
            before.entry(key.clone()).or_insert_with(|| old.clone());
        }
        before
    }

    /// Whether a doubt came up since a mark.
    pub(crate) fn doubted(&self, mark: &Mark) -> bool {
        self.state.epoch != mark.state.epoch || self.state.strangers != mark.state.strangers
    }

    /// What stands under a key.
    pub(crate) fn entry(&self, key: &Key) -> Option<&Arc<Entry>> {
        self.entries.get(key)
    }

    /// A session ends: what was set for it is over, and temporary tables may be.
    pub fn end_session(&mut self) {
        let first = Catalog::new(self.dialect, []).state.path;
        if self.state.path != first {
            // The next revision may run on the same connection, or on another.
            self.state.path_unsure = true;
            self.state.path = first;
        }
        if self.state.temporary {
            let temporary: Vec<Key> = self.entries.keys().filter(|key| &*key.schema == TEMPORARY).cloned().collect();
            for key in temporary {
                self.put_unknown(key);
            }
        }
    }

    fn put(&mut self, key: Key, entry: Option<Arc<Entry>>) {
        let old = match entry {
            Some(entry) => self.entries.insert(key.clone(), entry),
            None => self.entries.remove(&key),
        };
        self.journal.push((key, old));
    }

    fn put_object(&mut self, key: Key, name: &Ident, object: Object) {
        let entry =
            Entry { name: name.text.clone(), object, place: name.place, comment: None, epoch: self.epoch_for(&key) };
        self.put(key, Some(Arc::new(entry)));
    }

    /// What is made while it is not clear where names go is not sure from the start.
    fn epoch_for(&self, _key: &Key) -> u32 {
        if self.state.path_unsure { u32::MAX } else { self.state.epoch }
    }

    fn put_unknown(&mut self, key: Key) {
        let (name, place) = match self.entries.get(&key) {
            Some(entry) => (entry.name.clone(), Some(entry.place)),
            None => (key.name.clone(), None),
        };
        // A place is only shown for what is sure.
        let Some(place) = place else {
            self.put(key, None);
            return;
        };
        let entry = Entry { name, object: Object::Unknown, place, comment: None, epoch: self.state.epoch };
        self.put(key, Some(Arc::new(entry)));
    }

    /// From here on nobody can say whether there is something of this name.
    fn make_unknown(&mut self, key: Key, at: &Ident) {
        let entry = Entry {
            name: at.text.clone(),
            object: Object::Unknown,
            place: at.place,
            comment: None,
            epoch: self.state.epoch,
        };
        self.put(key, Some(Arc::new(entry)));
    }

    fn put_gone(&mut self, key: Key, at: Place, renamed: Option<String>) {
        let name = self.entries.get(&key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let entry = Entry { name, object: Object::Gone { renamed }, place: at, comment: None, epoch: self.state.epoch };
        self.put(key, Some(Arc::new(entry)));
    }

    /// Changes a table in place; the journal keeps the old one.
    fn table_mut(&mut self, key: &Key) -> Option<&mut Table> {
        let entry = self.entries.get_mut(key)?;
        self.journal.push((key.clone(), Some(entry.clone())));
        match &mut Arc::make_mut(entry).object {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Anything may have happened.
    fn doubt(&mut self) {
        self.state.epoch = self.state.epoch.saturating_add(1);
    }

    /// Anything may have happened to what has this name, in whatever schema and space.
    fn doubt_name(&mut self, name: &Ident) {
        for space in [Space::Relation, Space::Type] {
            let found: Vec<Key> = self.of_name(space, &name.key).map(|(key, _)| key.clone()).collect();
            let home = Key { space, name: name.key.clone(), schema: self.home() };
            for key in found.iter().chain((!found.contains(&home)).then_some(&home)) {
                self.make_unknown(key.clone(), name);
            }
        }
    }

    /// Where names without a schema are made.
    fn home(&self) -> Arc<str> {
        self.state.path.first().cloned().unwrap_or_default()
    }

    /// Whether a name without a schema means this.
    pub(crate) fn is_home(&self, key: &Key) -> bool {
        !self.state.path_unsure && key.schema == self.home()
    }

    /// All entries of a name, in whatever schema.
    fn of_name<'a>(&'a self, space: Space, name: &'a Arc<str>) -> impl Iterator<Item = (&'a Key, &'a Arc<Entry>)> + 'a {
        let first = Key { space, name: name.clone(), schema: "".into() };
        self.entries.range(first..).take_while(move |(key, _)| key.space == space && key.name == *name)
    }

    /// Whether the schema is one whose objects all come from these files.
    fn is_ours(&self, schema: &str) -> bool {
        let first = match self.dialect {
            Dialect::Postgres => schema == "public",
            Dialect::MySql | Dialect::MariaDb => schema.is_empty(),
            Dialect::Sqlite => schema == "main",
        };
        schema == TEMPORARY || first || {
            let key = Key { space: Space::Schema, name: schema.into(), schema: "".into() };
            self.entries.get(&key).is_some_and(|entry| matches!(entry.object, Object::Schema))
        }
    }

    /// The schema a path is written with.
    fn schema_of(&self, path: &Path) -> Option<Arc<str>> {
        let schema = path.schema.as_ref()?;
        Some(match self.dialect {
            Dialect::Postgres if schema.key.starts_with("pg_temp") => TEMPORARY.into(),
            Dialect::Sqlite if &*schema.key == "temp" => TEMPORARY.into(),
            Dialect::Postgres | Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => schema.key.clone(),
        })
    }

    /// The key under which something new of this name is put.
    fn key_for(&self, space: Space, path: &Path, temporary: bool) -> Key {
        let schema = match self.schema_of(path) {
            _ if temporary => TEMPORARY.into(),
            Some(schema) => schema,
            None => self.home(),
        };
        Key { space, name: path.name.key.clone(), schema }
    }

    /// Looks a name up as the server would.
    pub(crate) fn find(&self, space: Space, path: &Path) -> Found {
        let name = &path.name.key;
        let explicit = self.schema_of(path);
        let mut gone = None;
        let temporary = [TEMPORARY.into()];
        let schemas: Vec<&Arc<str>> = match &explicit {
            Some(schema) => vec![schema],
            None if self.state.temporary => temporary.iter().chain(&self.state.path).collect(),
            None => self.state.path.iter().collect(),
        };
        for schema in &schemas {
            let key = Key { space, name: name.clone(), schema: (*schema).clone() };
            let Some(entry) = self.entries.get(&key) else { continue };
            match &entry.object {
                Object::Unknown => return Found::Unsure,
                Object::Gone { .. } => gone = gone.or(Some(entry.clone())),
                _ => {
                    let sure = entry.epoch == self.state.epoch && self.same_spelling(entry, path);
                    return Found::Here { key, entry: entry.clone(), sure };
                }
            }
        }
        // A role or a URL may set another order of schemas; then the name may be found there.
        let elsewhere = self
            .of_name(space, name)
            .any(|(key, entry)| !matches!(entry.object, Object::Gone { .. }) && !schemas.contains(&&key.schema));
        let ours = schemas.iter().all(|schema| self.is_ours(schema));
        let gone_now = gone.as_ref().is_some_and(|entry| entry.epoch == self.state.epoch);
        if elsewhere || !ours || self.state.path_unsure && explicit.is_none() || self.is_server_name(space, name) {
            return Found::Unsure;
        }
        let certain = gone_now || self.state.epoch == 0 && !(self.state.strangers && space != Space::Trigger);
        if certain { Found::Missing(gone) } else { Found::Unsure }
    }

    /// MySQL may or may not tell `Users` from `users`.
    fn same_spelling(&self, entry: &Entry, path: &Path) -> bool {
        !self.dialect.is_mysql_family() || entry.name == path.name.text
    }

    /// Names that a server has of itself, or that tools put beside the tables of the set.
    fn is_server_name(&self, space: Space, name: &Arc<str>) -> bool {
        let server = match self.dialect {
            Dialect::Postgres => name.starts_with("pg_"),
            Dialect::Sqlite => {
                name.starts_with("sqlite_")
                    || name.starts_with("pragma_")
                    || &**name == "dbstat"
                    || name.starts_with("json_")
            }
            Dialect::MySql | Dialect::MariaDb => &**name == "dual",
        };
        server || space == Space::Relation && self.strangers.contains(&name.to_lowercase() as &str)
    }

    /// Remembers that `from` may point to `to`.
    fn point(&mut self, from: &Key, to: &Key) {
        self.pointers.entry(to.clone()).or_default().insert(from.clone());
    }

    /// What may point to something.
    fn pointing_to(&self, key: &Key) -> Vec<Key> {
        self.pointers.get(key).map(|set| set.iter().cloned().collect()).unwrap_or_default()
    }

    /// The table under a key.
    pub(crate) fn table(&self, key: &Key) -> Option<&Table> {
        match &self.entries.get(key)?.object {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether everything about the entry under a key is known.
    fn sure(&self, key: &Key) -> bool {
        self.entries.get(key).is_some_and(|entry| entry.epoch == self.state.epoch)
    }

    /// The names of all that are there of a kind, for "did you mean".
    fn names(&self, wanted: impl Fn(&Object) -> bool) -> Vec<Arc<str>> {
        self.entries.values().filter(|entry| wanted(&entry.object)).map(|entry| entry.name.clone()).collect()
    }
}
