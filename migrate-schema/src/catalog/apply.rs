//! A change happens. What is wrong is pushed, and what it touched is unknown from then on: one mistake, one message.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Change, Doubt, Kind};
use super::name::{Ident, Path};
use super::{Catalog, Entry, Found, Key, Object, Space, TEMPORARY};
use crate::diagnostic::{Diagnostic, semantic as codes};

/// Extensions of PostgreSQL that bring no tables, with the types they bring.
const EXTENSIONS: &[(&str, &[&str])] = &[
    ("uuid-ossp", &[]),
    ("pgcrypto", &[]),
    ("citext", &["citext"]),
    ("hstore", &["hstore"]),
    ("pg_trgm", &["gtrgm"]),
    ("btree_gist", &[]),
    ("btree_gin", &[]),
    ("unaccent", &[]),
    ("fuzzystrmatch", &[]),
    ("ltree", &["ltree", "lquery", "ltxtquery"]),
    ("intarray", &["query_int"]),
    ("plpgsql", &[]),
    ("tablefunc", &["tablefunc_crosstab_2", "tablefunc_crosstab_3", "tablefunc_crosstab_4"]),
    ("vector", &["vector", "halfvec", "sparsevec"]),
];

impl Catalog {
    /// Does what the change says, as the server would. A change with a mistake does nothing, and what it would have
    /// touched is unknown from then on.
    pub fn apply(&mut self, change: &Change, out: &mut Vec<Diagnostic>) {
        let (mark, known) = (self.mark(), out.len());
        self.apply_all(change, out);
        if out.len() > known {
            let touched: Vec<(Key, Option<Arc<Entry>>)> =
                self.before(&mark).into_keys().map(|key| (key.clone(), self.entries.get(&key).cloned())).collect();
            self.take_back(mark);
            for (key, then) in touched {
                match (self.existing(&key).map(|entry| matches!(entry.object, Object::Table(_))), then) {
                    (Some(true), _) => self.fail(&key),
                    (Some(false), _) => self.put_unknown(key),
                    (None, Some(entry)) => {
                        let unknown = Entry { object: Object::Unknown, ..(*entry).clone() };
                        self.put(key, Some(Arc::new(unknown)));
                    }
                    (None, None) => (),
                }
            }
        }
        if self.state.event_triggers {
            self.doubt();
        }
    }

    fn apply_all(&mut self, change: &Change, out: &mut Vec<Diagnostic>) {
        match change {
            Change::CreateSchema { name, if_not_exists } => self.create_schema(name, *if_not_exists, out),
            Change::RenameSchema { .. } => self.doubt(),
            Change::CreateTable(new) => self.create_table(new, out),
            Change::AlterTable(alter) => self.alter_table(alter, out),
            Change::CreateIndex(new) => self.create_index(new, out),
            Change::CreateView(new) => self.create_view(new, out),
            Change::CreateSequence { path, if_not_exists, temporary, options } => {
                self.create_sequence(path, *if_not_exists, *temporary, options, out);
            }
            Change::CreateType(new) => self.create_type(new, out),
            Change::AddValue { path, value, at, if_not_exists, neighbour } => {
                self.change_values(path, out, |values, out| {
                    if values.contains(value) {
                        if !if_not_exists {
                            let message = format!("`{}` has the value '{value}' already", path.name.text);
                            out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(*at, "added again here"));
                        }
                        return;
                    }
                    if let Some((neighbour, place)) = neighbour
                        && !values.contains(neighbour)
                    {
                        out.push(unknown_value(&path.name, neighbour, *place, values));
                        return;
                    }
                    values.push(value.clone());
                });
            }
            Change::RenameValue { path, from, to } => self.change_values(path, out, |values, out| {
                let Some(found) = values.iter().position(|value| *value == from.0) else {
                    out.push(unknown_value(&path.name, &from.0, from.1, values));
                    return;
                };
                if values.contains(&to.0) {
                    let message = format!("`{}` has the value '{}' already", path.name.text, to.0);
                    out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(to.1, "renamed to it here"));
                    return;
                }
                values[found] = to.0.clone();
            }),
            Change::CreateRoutine { path, kind: _, or_replace, if_not_exists: _, body, for_triggers, details } => {
                self.create_routine(path, *or_replace, body, *for_triggers, details);
            }
            Change::CreateTrigger(new) => self.create_trigger(new, out),
            Change::DropTrigger { path, table, if_exists } => {
                self.drop_trigger(path, table.as_ref(), *if_exists, out);
            }
            Change::CreateExtension { name, if_not_exists } => self.create_extension(name, *if_not_exists, out),
            Change::Drop { kind, paths, if_exists, cascade } => self.drop_all(*kind, paths, *if_exists, *cascade, out),
            Change::Rename { kind, path, to, if_exists } => self.rename(*kind, path, to, *if_exists, out),
            Change::Move { kind, path, schema, if_exists } => {
                let to = Path { schema: Some(schema.clone()), name: path.name.clone() };
                self.rename(*kind, path, &to, *if_exists, out);
            }
            Change::Needs { kind, path, column, if_exists } => {
                self.needs(*kind, path, column.as_ref(), *if_exists, out);
            }
            Change::SetPath(path) => self.set_path(path),
            Change::Data(scope) => self.data(scope, out),
            Change::Run(body) => self.run(body),
            Change::Call(name) => self.call(&name.key),
            Change::Doubt(doubt) => self.admit(doubt),
        }
    }

    /// Something nobody can know has happened.
    fn admit(&mut self, doubt: &Doubt) {
        match doubt {
            Doubt::Everything => self.doubt(),
            Doubt::Names(names) => names.iter().for_each(|name| self.doubt_name(name)),
            Doubt::SearchPath => self.state.path_unsure = true,
            Doubt::ForeignKeys => self.state.foreign_keys = false,
            Doubt::EventTrigger => self.state.event_triggers = true,
            Doubt::Strangers => {
                self.state.strangers = true;
                self.state.foreign_types = true;
            }
        }
    }

    fn set_path(&mut self, path: &[Ident]) {
        let known: Vec<Arc<str>> = path
            .iter()
            .filter(|schema| &*schema.key != "$user" && !schema.key.starts_with("pg_"))
            .map(|schema| schema.key.clone())
            .collect();
        self.state.path = known;
        if self.dialect.is_mysql_family() {
            // `USE` speaks of the server's databases, and the one of the URL may be among them.
            self.state.path_unsure = true;
        }
    }

    fn create_schema(&mut self, name: &Ident, if_not_exists: bool, out: &mut Vec<Diagnostic>) {
        let key = Key { space: Space::Schema, name: name.key.clone(), schema: "".into() };
        let path = Path { schema: None, name: name.clone() };
        if let Some(entry) = self.existing(&key) {
            if !if_not_exists && self.sure(&key) && !self.dialect.is_mysql_family() {
                out.push(self.taken("schema", &path, &entry));
            }
            return;
        }
        if self.dialect == Dialect::Postgres && &*name.key == "public" {
            return;
        }
        // MySQL's databases outlive the one the migrations run in; whether it is new nobody knows.
        let object = if self.dialect.is_mysql_family() || if_not_exists { Object::Unknown } else { Object::Schema };
        self.put_object(key, name, object);
    }

    /// What stands under a key, unless it is gone or unknown.
    pub(super) fn existing(&self, key: &Key) -> Option<Arc<Entry>> {
        let entry = self.entries.get(key)?;
        (!matches!(entry.object, Object::Gone { .. } | Object::Unknown)).then(|| entry.clone())
    }

    fn create_sequence(
        &mut self,
        path: &Path,
        if_not_exists: bool,
        temporary: bool,
        options: &super::details::Options,
        out: &mut Vec<Diagnostic>,
    ) {
        let key = self.key_for(Space::Relation, path, temporary);
        self.state.temporary |= temporary;
        if let Some(entry) = self.existing(&key) {
            if !if_not_exists && self.is_same(&key, path) {
                out.push(self.taken("sequence", path, &entry));
            }
            return;
        }
        self.put_object(key, &path.name, Object::Sequence { owner: None, column: None, options: options.clone() });
    }

    /// The entry of a key is sure, and written as the path is.
    pub(super) fn is_same(&self, key: &Key, path: &Path) -> bool {
        self.sure(key) && self.entries.get(key).is_some_and(|entry| self.same_spelling(entry, path))
    }

    fn create_type(&mut self, new: &super::change::NewType, out: &mut Vec<Diagnostic>) {
        let key = self.key_for(Space::Type, &new.path, false);
        let relation = Key { space: Space::Relation, ..key.clone() };
        let taken = [&key, &relation].into_iter().find_map(|key| Some((key, self.existing(key)?)));
        if let Some((key, entry)) = taken {
            let is_row = matches!(entry.object, Object::Table(_) | Object::View(_) | Object::Type { .. });
            if is_row && self.sure(key) && !new.shell {
                out.push(self.taken(new.kind.name(), &new.path, &entry));
            }
            return;
        }
        let mut values: Vec<Arc<str>> = Vec::new();
        for (value, place) in new.values.iter().flatten() {
            if values.contains(value) {
                let message = format!("`{}` has the value '{value}' twice", new.path.name.text);
                out.push(Diagnostic::error(&codes::ENUM_VALUE, message).at(*place, "the second time"));
            }
            values.push(value.clone());
        }
        let values = new.values.is_some().then_some(values);
        self.put_object(
            key,
            &new.path.name,
            Object::Type { kind: new.kind, values, details: Arc::new(new.details.clone()) },
        );
    }

    fn change_values(
        &mut self,
        path: &Path,
        out: &mut Vec<Diagnostic>,
        change: impl FnOnce(&mut Vec<Arc<str>>, &mut Vec<Diagnostic>),
    ) {
        match self.find(Space::Type, path) {
            Found::Here { key, entry, sure } => {
                let Object::Type { kind, values: Some(values), details } = &entry.object else { return };
                let (kind, mut values, details) = (*kind, values.clone(), details.clone());
                let mut found = Vec::new();
                change(&mut values, &mut found);
                if found.is_empty() {
                    let changed =
                        Entry { object: Object::Type { kind, values: Some(values), details }, ..(*entry).clone() };
                    self.put(key, Some(Arc::new(changed)));
                } else if sure {
                    for problem in found {
                        out.push(problem.label(entry.place, format!("`{}` is made here", entry.name)));
                    }
                    self.put_unknown(key);
                }
            }
            Found::Missing(gone) if !self.state.foreign_types => {
                out.push(self.unknown(Kind::Type, path, gone.as_deref()));
                self.doubt_name(&path.name);
            }
            Found::Missing(_) | Found::Unsure => (),
        }
    }

    fn create_extension(&mut self, name: &Ident, if_not_exists: bool, out: &mut Vec<Diagnostic>) {
        let key = Key { space: Space::Extension, name: name.key.clone(), schema: "".into() };
        if let Some(entry) = self.existing(&key) {
            if !if_not_exists && self.sure(&key) {
                let path = Path { schema: None, name: name.clone() };
                out.push(self.taken("extension", &path, &entry));
            }
            return;
        }
        match EXTENSIONS.iter().find(|(known, _)| *known == &*name.key) {
            Some((_, [])) => (),
            Some(_) => self.state.foreign_types = true,
            None => {
                self.state.foreign_types = true;
                self.state.strangers = true;
            }
        }
        self.put_object(key, name, Object::Extension);
    }

    /// The key of a trigger.
    pub(super) fn trigger_key(&self, path: &Path, table: &Key) -> Key {
        let schema = match self.dialect {
            Dialect::Postgres => format!("{}\u{0}{}", table.schema, table.name).into(),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => table.schema.clone(),
        };
        Key { space: Space::Trigger, name: path.name.key.clone(), schema }
    }

    fn create_trigger(&mut self, new: &super::change::NewTrigger, out: &mut Vec<Diagnostic>) {
        let (path, table) = (&new.path, &new.table);
        let key = match self.find(Space::Relation, table) {
            Found::Here { key, entry, sure } => {
                if let Object::Table(known) = &entry.object
                    && sure
                    && !known.open
                    && self.dialect == Dialect::Postgres
                {
                    for name in new.columns.iter().filter(|name| known.column(&name.key).is_none()) {
                        out.push(self.unknown_column(name, &key, known));
                    }
                }
                key
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, table, gone.as_deref()));
                let key = self.key_for(Space::Relation, table, false);
                self.make_unknown(key, &table.name);
                return;
            }
            Found::Unsure => return,
        };
        let trigger = self.trigger_key(path, &key);
        if let Some(entry) = self.existing(&trigger)
            && !new.or_replace
        {
            if !new.if_not_exists && self.sure(&trigger) && !self.state.triggers_unsure {
                out.push(self.taken("trigger", path, &entry));
            }
            return;
        }
        self.point(&trigger, &key);
        self.put_object(
            trigger,
            &path.name,
            Object::Trigger { table: key, columns: new.columns.clone(), definition: new.definition.clone() },
        );
    }

    fn drop_trigger(&mut self, path: &Path, table: Option<&Path>, if_exists: bool, out: &mut Vec<Diagnostic>) {
        let key = match table {
            Some(table) => match self.find(Space::Relation, table) {
                Found::Here { key, entry, sure } if sure && !matches!(entry.object, Object::Unknown) => {
                    if matches!(&entry.object, Object::Table(table) if table.family) {
                        return;
                    }
                    self.trigger_key(path, &key)
                }
                Found::Missing(gone) if !if_exists => {
                    out.push(self.unknown(Kind::Table, table, gone.as_deref()));
                    return;
                }
                Found::Here { .. } | Found::Missing(_) | Found::Unsure => return,
            },
            None => {
                let home = self.schema_of(path).unwrap_or_else(|| self.home());
                Key { space: Space::Trigger, name: path.name.key.clone(), schema: home }
            }
        };
        if self.existing(&key).is_some() {
            self.put_gone(key, path.name.place, None);
        } else if self.state.triggers_unsure {
            // Code may have made it.
        } else if !if_exists && !self.entries.contains_key(&key) && self.is_sure() && !self.state.path_unsure {
            let temporary = Key { schema: TEMPORARY.into(), ..key.clone() };
            if !self.entries.contains_key(&temporary) && self.is_ours_key(&key) {
                out.push(self.unknown(Kind::Trigger, path, None));
            }
        } else if !if_exists
            && let Some(entry) = self.entries.get(&key).cloned()
            && matches!(entry.object, Object::Gone { .. })
            && entry.epoch == self.state.epoch
        {
            out.push(self.unknown(Kind::Trigger, path, Some(&entry)));
        }
    }

    fn is_ours_key(&self, key: &Key) -> bool {
        let schema = key.schema.split('\u{0}').next().unwrap_or_default();
        self.is_ours(schema)
    }

    /// It must be there.
    fn needs(&mut self, kind: Kind, path: &Path, column: Option<&Ident>, if_exists: bool, out: &mut Vec<Diagnostic>) {
        let space = match kind {
            Kind::Type | Kind::Domain => Space::Type,
            Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Sequence => Space::Relation,
            Kind::Function | Kind::Procedure | Kind::Schema | Kind::Extension | Kind::Trigger => return,
        };
        match self.find(space, path) {
            Found::Here { key, entry, sure } => {
                if let (Some(name), Object::Table(table)) = (column, &entry.object)
                    && sure
                    && !table.open
                    && table.column(&name.key).is_none()
                    && !super::resolve::is_system_column(self.dialect, &name.key)
                {
                    out.push(self.unknown_column(name, &key, table));
                }
            }
            Found::Missing(gone) if !if_exists && space == Space::Relation => {
                out.push(self.unknown(kind, path, gone.as_deref()));
                let key = self.key_for(space, path, false);
                self.make_unknown(key, &path.name);
            }
            Found::Missing(_) | Found::Unsure => (),
        }
    }
}

fn unknown_value(name: &Ident, value: &str, place: crate::source::Place, values: &[Arc<str>]) -> Diagnostic {
    let diagnostic = Diagnostic::error(&codes::ENUM_VALUE, format!("`{}` has no value '{value}'", name.text))
        .at(place, "not one of its values");
    match crate::diagnostic::nearest(value, values.iter().map(|value| &**value)) {
        Some(near) => diagnostic.help(format!("did you mean '{near}'?")),
        None => diagnostic,
    }
}
