//! The schema in memory, and everything that can happen to it.
//!
//! One map from keys to entries, and a journal of what each key held before: so taking a change back costs what the
//! change did, not what the catalog holds. What nobody can know is kept, too: an entry made before a doubt is not sure
//! any more, and after a doubt a name that is not found may be there all the same. Only what is sure makes an error.

mod action;
pub mod adjust;
mod alter;
mod apply;
mod block;
pub mod change;
mod clauses;
pub mod code;
mod column;
mod comment;
mod constrain;
pub mod constraint;
mod copy;
mod create;
mod depend;
pub mod details;
mod drop;
pub mod dynamic;
pub(crate) mod extension;
mod family;
mod fired;
mod fits;
mod function;
mod given;
mod held;
mod home;
mod index;
mod lookup;
pub mod mention;
pub mod name;
mod named;
pub(crate) mod naming;
mod new;
mod object;
pub mod other;
mod outputs;
mod part;
pub mod partition;
pub mod parts;
mod path;
mod policy;
mod prefix;
mod problem;
pub mod publication;
mod query;
pub(crate) mod query_table;
pub mod recipe;
mod refused;
mod rename;
mod resolve;
mod rewrite;
mod routine;
mod rows;
mod rules;
mod run;
pub mod said;
mod schema;
pub(crate) mod sequence;
mod server_tables;
mod setting;
mod shape;
pub mod shared;
mod sound;
mod sources;
mod strict;
pub mod table;
mod trigger;
mod typed;
mod types;
pub(crate) mod typing;
pub mod value;
pub mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use crate::source::Place;
use details::Options;
pub(crate) use lookup::Found;
use name::Ident;
pub use object::{Entry, Key, Object, Space};
pub(crate) use setting::bytes_of;
use table::Table;

/// What holds beside the objects.
#[derive(Debug, Clone)]
struct State {
    /// How many doubts there were.
    epoch: u32,
    /// The last of them after which what is there may be otherwise.
    altered: u32,
    /// The last after which there may be what is not known.
    made: u32,
    /// There may be something with a name like these.
    made_like: Arc<BTreeSet<Arc<str>>>,
    /// The last after which anything may be otherwise, code too.
    anything: u32,
    /// Where names without a schema are looked up, the first being where they are made.
    path: Vec<Arc<str>>,
    /// The order of schemas is not sure.
    path_unsure: bool,
    /// The database that `USE` named in this session: what is made now is made there, whatever database that is (MySQL).
    used: Option<Arc<str>>,
    /// It was set in this session, so nothing outside of these files has set it.
    path_set: bool,
    /// The schemas that came first so far: where names without a schema may have been made.
    path_firsts: Vec<Arc<str>>,
    /// It may have been set to what is not in these files.
    path_anything: bool,
    /// Foreign keys are surely checked.
    foreign_keys: bool,
    /// The server may take what it refuses in strict mode (MySQL).
    lenient: bool,
    /// Bodies of functions may not be looked at when they are made.
    bodies_unchecked: bool,
    /// There are objects that are not in these files.
    strangers: bool,
    /// How many statements did not run.
    refused: u32,
    /// Extensions may have brought types.
    foreign_types: bool,
    /// Extensions or these files have made operators, or casts.
    own_operators: bool,
    own_casts: bool,
    /// Functions of triggers that may change the schema whenever rows change.
    acting: Arc<BTreeSet<Arc<str>>>,
    /// What variables hold, and what was prepared.
    variables: Arc<BTreeMap<Arc<str>, dynamic::Texts>>,
    prepared: Arc<BTreeMap<Arc<str>, run::Prepared>>,
    /// Code runs behind each change of the schema.
    event_triggers: bool,
    /// Triggers may have been made or dropped by code.
    triggers_unsure: bool,
    /// Temporary tables were made.
    temporary: bool,
    /// Some of them in this session.
    new_temporary: bool,
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
    /// How long the journal was when somebody marked it last.
    marked: usize,
    state: State,
    /// Who may point to whom: foreign keys, views, triggers. It only grows; what it says is looked up again.
    pointers: BTreeMap<Key, BTreeSet<Key>>,
    /// In small letters, the names that foreign keys got in MariaDB, where a database has each once. It only grows, too.
    foreign_names: BTreeSet<Arc<str>>,
    /// The names of the types that columns and functions of PostgreSQL were given, those of the server not among them. It only
    /// grows, too: most tables lend their rows to nobody, and need not be looked for.
    types_in_use: BTreeSet<Arc<str>>,
    /// Tables that others keep in the same database: ledgers.
    strangers: BTreeSet<Arc<str>>,
    /// What is made by the change at hand may be put into another schema.
    adrift: bool,
    /// The ALTER TABLE at hand does one thing only.
    altered_alone: bool,
    /// Where its table is named.
    altered_at: Option<Place>,
}

/// The schema of temporary tables.
const TEMPORARY: &str = "\u{1}temporary";

/// Tables in which tools like this one keep what they have applied.
pub(crate) const LEDGERS: &[&str] = &[
    "migrate_ledger",
    "migrate_ledger_repairs",
    "_sqlx_migrations",
    "__diesel_schema_migrations",
    "refinery_schema_history",
    "flyway_schema_history",
    "schema_migrations",
    "schema_version",
    "goose_db_version",
    "gorp_migrations",
    "_prisma_migrations",
    "__drizzle_migrations",
    "alembic_version",
    "seaql_migrations",
    "django_migrations",
    "knex_migrations",
    "atlas_schema_revisions",
    "databasechangelog",
    "migrations",
    "migration",
];

/// The schema in which a name without one is made at first.
pub const fn first_schema(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "public",
        Dialect::MySql | Dialect::MariaDb => "",
        Dialect::Sqlite => "main",
    }
}

impl Catalog {
    /// Of an empty database. `ledgers` are tables that are there and not in the files.
    pub fn new<'l>(dialect: Dialect, ledgers: impl IntoIterator<Item = &'l str>) -> Catalog {
        let first: Arc<str> = first_schema(dialect).into();
        let known = LEDGERS.iter().copied().chain(ledgers);
        Catalog {
            dialect,
            entries: BTreeMap::new(),
            journal: Vec::new(),
            marked: 0,
            state: State {
                epoch: 0,
                altered: 0,
                made: 0,
                made_like: Arc::default(),
                anything: 0,
                path: vec![first.clone()],
                path_unsure: false,
                path_set: false,
                path_firsts: vec![first],
                path_anything: false,
                used: None,
                foreign_keys: true,
                lenient: false,
                bodies_unchecked: false,
                strangers: false,
                refused: 0,
                foreign_types: false,
                own_operators: false,
                own_casts: false,
                acting: Arc::default(),
                variables: Arc::default(),
                prepared: Arc::default(),
                event_triggers: false,
                triggers_unsure: false,
                temporary: false,
                new_temporary: false,
            },
            pointers: BTreeMap::new(),
            types_in_use: BTreeSet::new(),
            foreign_names: BTreeSet::new(),
            strangers: known.map(|name| name.to_lowercase().into()).collect(),
            adrift: false,
            altered_alone: false,
            altered_at: None,
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

    /// Whether all triggers are made by statements that can be read.
    pub fn triggers_are_sure(&self) -> bool {
        self.is_sure() && !self.state.triggers_unsure
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

    /// Takes over from another catalog what is not here and is asked for.
    pub fn adopt(&mut self, other: &Catalog, is_asked: impl Fn(&Key, &Entry) -> bool) {
        let (said, objects): (Vec<_>, Vec<_>) = other
            .entries
            .iter()
            .filter(|(key, entry)| is_asked(key, entry))
            .partition(|(_, entry)| matches!(&entry.object, Object::Other(other) if other.undo.is_some()));
        for (key, entry) in objects.into_iter().chain(said) {
            // What is said about something stands only with it.
            let stands = match &entry.object {
                Object::Other(own) if own.undo.is_some() => own
                    .table
                    .as_ref()
                    .is_none_or(|about| other.existing(about).is_none() || self.existing(about).is_some()),
                _ => true,
            };
            if stands && self.existing(key).is_none() {
                self.entries.insert(key.clone(), entry.clone());
            }
        }
        for (key, users) in &other.pointers {
            self.pointers.entry(key.clone()).or_default().extend(users.iter().cloned());
        }
    }

    /// What is under a key.
    pub fn object(&self, key: &Key) -> Option<&Object> {
        self.entries.get(key).map(|entry| &entry.object)
    }

    /// A point to come back to.
    pub fn mark(&mut self) -> Mark {
        self.marked = self.journal.len();
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
        self.marked = mark.journal;
        self.state = mark.state;
    }

    /// No mark is needed any more.
    pub fn forget_marks(&mut self) {
        self.journal.clear();
        self.marked = 0;
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
        let (now, then) = (&self.state, &mark.state);
        (now.epoch, now.strangers, now.refused) != (then.epoch, then.strangers, then.refused)
    }

    /// What stands under a key.
    pub fn entry(&self, key: &Key) -> Option<&Arc<Entry>> {
        self.entries.get(key)
    }

    /// Whether an object is gone with the session that made it.
    pub fn is_temporary(key: &Key) -> bool {
        &*key.schema == TEMPORARY
    }

    /// Whether every database has an object whoever says so: files that pg_dump wrote make `plpgsql` if it is not there.
    pub fn is_everywhere(key: &Key, object: &Object) -> bool {
        matches!(object, Object::Extension { .. }) && &*key.name == "plpgsql"
    }

    /// A session ends: what was set for it is over, and temporary tables may be.
    pub fn end_session(&mut self) {
        self.leave_database();
        let first = first_schema(self.dialect);
        if !matches!(&self.state.path[..], [only] if **only == *first) {
            // The next revision may run on the same connection, or on another.
            self.state.path_unsure = true;
            self.state.path = vec![first.into()];
        }
        self.state.path_set = false;
        if std::mem::take(&mut self.state.new_temporary) {
            let temporary: Vec<Key> = self.entries.keys().filter(|key| &*key.schema == TEMPORARY).cloned().collect();
            for key in temporary {
                self.put_unknown(key);
            }
        }
    }

    /// Something was made, perhaps for this session only.
    fn made(&mut self, temporary: bool) {
        self.state.temporary |= temporary;
        self.state.new_temporary |= temporary;
    }

    fn put(&mut self, key: Key, entry: Option<Arc<Entry>>) {
        let extension = key.space == Space::Extension && !extension::is_calm(&key.name);
        self.state.own_operators |= extension || key.space == Space::Other && key.schema.starts_with("OPERATOR");
        self.state.own_casts |= extension || key.space == Space::Other && key.schema.starts_with("CAST");
        let old = match entry {
            Some(entry) => self.entries.insert(key.clone(), entry),
            None => self.entries.remove(&key),
        };
        self.journal.push((key, old));
    }

    fn put_object(&mut self, key: Key, name: &Ident, object: Object) {
        self.put_entry(key, name, object, None);
    }

    fn put_entry(&mut self, key: Key, name: &Ident, object: Object, comment: Option<Arc<str>>) {
        // Another function of its name comes, too.
        let overloads = |object: &Object| match object {
            Object::Routine { details, .. } => details.len(),
            _ => 0,
        };
        let known = self.existing(&key).map(|entry| overloads(&entry.object));
        let comes = self.dialect == Dialect::Postgres
            && key.space != Space::Other
            && known.is_none_or(|known| overloads(&object) > known);
        let entry = Entry { name: name.text.clone(), object, place: name.place, comment, epoch: self.new_epoch() };
        self.put(key.clone(), Some(Arc::new(entry)));
        if comes {
            self.grant_as_usual(&key);
        }
    }

    /// What is made while it is not clear where names go is not sure from the start.
    fn new_epoch(&self) -> u32 {
        if self.adrift { u32::MAX } else { self.state.epoch }
    }

    /// From here on nobody can say whether it is there, and with it what belongs to it.
    fn put_unknown(&mut self, key: Key) {
        for other in self.belongings(&key) {
            self.put_unknown(other);
        }
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
        if renamed.is_none() && self.dialect == Dialect::Postgres {
            self.unsay(&key, at);
        }
        let name = self.entries.get(&key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let entry = Entry { name, object: Object::Gone { renamed }, place: at, comment: None, epoch: self.state.epoch };
        self.put(key, Some(Arc::new(entry)));
    }

    /// Changes a table in place; the journal keeps the old one.
    fn table_mut(&mut self, key: &Key) -> Option<&mut Table> {
        let entry = self.entries.get_mut(key)?;
        // Nobody can go back to what it was in between.
        let is_kept = self.journal.len() > self.marked && self.journal.last().is_some_and(|(last, _)| last == key);
        if !is_kept {
            self.journal.push((key.clone(), Some(entry.clone())));
        }
        match &mut Arc::make_mut(entry).object {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Anything may have happened.
    fn doubt(&mut self) {
        self.doubt_what_is_there();
        self.doubt_what_is_not();
        self.state.anything = self.state.epoch;
    }

    /// What is there may be gone or otherwise.
    fn doubt_what_is_there(&mut self) {
        self.state.epoch = self.state.epoch.saturating_add(1);
        self.state.altered = self.state.epoch;
        self.state.triggers_unsure = true;
    }

    /// There may be more than is known.
    fn doubt_what_is_not(&mut self) {
        self.state.epoch = self.state.epoch.saturating_add(1);
        self.state.made = self.state.epoch;
    }

    /// Nothing that could have happened to an entry since it was put changed it.
    pub(crate) fn is_fresh(&self, entry: &Entry) -> bool {
        entry.epoch != u32::MAX && entry.epoch >= self.state.altered
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

    /// Remembers that `from` may point to `to`.
    fn point(&mut self, from: &Key, to: &Key) {
        self.pointers.entry(to.clone()).or_default().insert(from.clone());
    }

    /// What may point to something.
    fn pointing_to(&self, key: &Key) -> Vec<Key> {
        self.pointers.get(key).map(|set| set.iter().cloned().collect()).unwrap_or_default()
    }

    /// What goes with a relation: the indexes, triggers, policies and the like that stand on it.
    fn belongings(&self, key: &Key) -> Vec<Key> {
        let belongs = |other: &&Key| self.entries.get(*other).and_then(|entry| entry.object.stands_on()) == Some(key);
        let set = self.pointers.get(key).into_iter().flatten();
        set.filter(belongs).cloned().collect()
    }

    /// The table under a key.
    pub(crate) fn table(&self, key: &Key) -> Option<&Table> {
        match &self.entries.get(key)?.object {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether everything about the entry under a key is known.
    pub fn sure(&self, key: &Key) -> bool {
        self.entries.get(key).is_some_and(|entry| self.is_fresh(entry))
    }

    /// What stands in a space, found without looking at the others: this is asked before each statement.
    fn of_space(&self, space: Space) -> impl Iterator<Item = (&Key, &Arc<Entry>)> {
        let first = Key { space, name: "".into(), schema: "".into() };
        self.entries.range(first..).take_while(move |(key, _)| key.space == space)
    }

    /// The names of all that are there of a kind, for "did you mean".
    fn names(&self, wanted: impl Fn(&Object) -> bool) -> Vec<Arc<str>> {
        self.entries.values().filter(|entry| wanted(&entry.object)).map(|entry| entry.name.clone()).collect()
    }
}

impl Catalog {
    /// What is kept as its text and goes with a table: its rules, for one.
    pub fn others_of(&self, table: &Key) -> impl Iterator<Item = &Key> {
        let is_other =
            |key: &&Key| self.entries.get(*key).is_some_and(|entry| matches!(entry.object, Object::Other(_)));
        self.pointers.get(table).into_iter().flatten().filter(is_other)
    }

    /// The sequences that belong to columns of a table: each with its column and what is said about it.
    pub fn sequences_of(&self, table: &Key) -> impl Iterator<Item = (&Key, &str, &Options)> {
        let pointing = self.pointers.get(table).into_iter().flatten();
        pointing.filter_map(move |key| {
            let (own, entry) = self.entries.get_key_value(key)?;
            match &entry.object {
                Object::Sequence { owner: Some(owner), column: Some(column), options } if owner == table => {
                    Some((own, &**column, options))
                }
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests;
