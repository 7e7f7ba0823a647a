//! Things get another name or schema, and whatever speaks of them follows.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::constraint::ConstraintKind;
use super::details::Definition;
use super::drop::space;
use super::name::{Ident, Path};
use super::trigger::renamed;
use super::{Catalog, Found, Key, Object, Space, query};
use crate::diagnostic::Diagnostic;

impl Catalog {
    /// `ALTER … RENAME TO` and `SET SCHEMA`.
    pub(super) fn rename(&mut self, kind: Kind, path: &Path, to: &Path, if_exists: bool, out: &mut Vec<Diagnostic>) {
        let (key, entry) = match self.find(space(kind), path) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                let relation = space(kind) == Space::Relation;
                let ty = space(kind) == Space::Type && !self.state.foreign_types;
                if !if_exists && (relation || ty) {
                    let row = ty && !matches!(self.find(Space::Relation, path), Found::Missing(_));
                    if !row {
                        out.push(self.unknown(kind, path, gone.as_deref()));
                    }
                }
                self.doubt_name(&path.name);
                self.doubt_name(&to.name);
                return;
            }
            Found::Unsure => {
                self.doubt_sequences(path);
                self.doubt_name(&path.name);
                self.doubt_name(&to.name);
                return;
            }
        };
        match &entry.object {
            Object::Index { table } if to.schema.is_none() => {
                let table = table.clone();
                let now = Key { name: to.name.key.clone(), ..key.clone() };
                if let Some(other) = self.existing(&now) {
                    if self.sure(&now) && self.sure(&key) {
                        out.push(self.taken("index", to, &other));
                    }
                    return;
                }
                self.rename_index(&key, &table, &to.name);
            }
            Object::Type { .. } => {
                if let Some(now) = self.rename_key(&key, to, out) {
                    self.rename_type(&key, &now, to);
                }
            }
            Object::Table(_) | Object::View(_) | Object::Sequence { .. } => {
                self.rename_key(&key, to, out);
            }
            Object::Index { .. }
            | Object::Routine { .. }
            | Object::Trigger { .. }
            | Object::Policy { .. }
            | Object::Other(_)
            | Object::Schema
            | Object::Extension { .. }
            | Object::Gone { .. }
            | Object::Unknown => {
                self.put_unknown(key);
                self.doubt_name(&to.name);
            }
        }
    }

    /// The sequences of a table that nobody knows any more: what owns them may have got another name.
    fn doubt_sequences(&mut self, table: &Path) {
        let owned = |object: &Object| match object {
            Object::Sequence { owner: Some(owner), .. } => owner.name == table.name.key,
            _ => false,
        };
        let relations = self.of_space(Space::Relation);
        let keys: Vec<Key> = relations.filter(|(_, entry)| owned(&entry.object)).map(|(key, _)| key.clone()).collect();
        keys.into_iter().for_each(|key| self.put_unknown(key));
    }

    /// A table gets another name or schema. Some with its new key.
    pub(super) fn rename_key(&mut self, key: &Key, to: &Path, out: &mut Vec<Diagnostic>) -> Option<Key> {
        let schema = self.schema_of(to).unwrap_or_else(|| key.schema.clone());
        let now = Key { space: key.space, name: to.name.key.clone(), schema };
        if now == *key {
            // Only the case differs.
            let entry = self.entries.get(key)?.clone();
            let entry = super::Entry { name: to.name.text.clone(), ..(*entry).clone() };
            self.put(key.clone(), Some(Arc::new(entry)));
            return None;
        }
        if !self.check_new_name(&to.name, out) {
            return None;
        }
        if key.space == Space::Relation && self.existing(&now).is_none() && !self.check_views_anew(to.name.place, out) {
            return None;
        }
        if let Some(other) = self.existing(&now) {
            if self.sure(&now) && self.sure(key) {
                out.push(self.taken("table", to, &other));
            }
            return None;
        }
        let entry = self.entries.get(key)?.clone();
        let mut moved = super::Entry { name: to.name.text.clone(), ..(*entry).clone() };
        let mut reads: Vec<Key> = Vec::new();
        match &mut moved.object {
            Object::Table(table) => {
                if self.dialect.is_mysql_family() {
                    table.rename_foreign(&entry.name, &to.name.text, self.dialect);
                }
                reads.extend(table.targets().filter(|target| *target != key).cloned());
                reads.extend(table.parents.iter().cloned());
            }
            Object::View(view) => reads.extend(view.uses.iter().map(|used| used.key.clone())),
            Object::Sequence { owner: Some(owner), .. } => reads.push(owner.clone()),
            _ => (),
        }
        for other in reads {
            self.point(&now, &other);
        }
        let is_sequence = matches!(moved.object, Object::Sequence { .. });
        if self.dialect == Dialect::Postgres && matches!(moved.object, Object::Table(_) | Object::View(_)) {
            self.rename_type(key, &now, to);
        }
        self.put_gone(key.clone(), to.name.place, Some(to.shown()));
        if let Object::Sequence { owner: Some(owner), .. } = &moved.object {
            self.point(&now, owner);
        }
        self.put(now.clone(), Some(Arc::new(moved)));
        self.follow_said(key, &now);
        match is_sequence {
            true => self.follow_sequence(key, &now),
            false => self.follow(key, &now),
        }
        Some(now)
    }

    /// Defaults count with the sequence by its new name.
    fn follow_sequence(&mut self, from: &Key, to: &Key) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let (old, new) = (self.next_value(from), self.next_value(to));
        let counts = |column: &super::table::Column| column.default.as_ref().is_some_and(|text| is_same(text, &old));
        let tables: Vec<Key> = self
            .tables()
            .filter(|(_, table)| table.columns.iter().any(|column| counts(column)))
            .map(|(key, _)| key.clone())
            .collect();
        for key in tables {
            let Some(table) = self.table_mut(&key) else { continue };
            for column in table.columns.iter_mut().filter(|column| counts(column)) {
                column.default = Some(new.clone());
            }
        }
    }

    /// Whatever speaks of `from` speaks of `to` from now on.
    fn follow(&mut self, from: &Key, to: &Key) {
        let mut others = self.pointing_to(from);
        if let Some(table) = self.table(to) {
            let names = table.constraints.iter().filter_map(|constraint| constraint.name.as_ref());
            for name in table.indexes.iter().map(|index| &index.name).chain(names) {
                others.push(Key { space: Space::Relation, name: name.key.clone(), schema: from.schema.clone() });
            }
            if table.targets().any(|target| target == from) {
                others.push(to.clone());
            }
        }
        let (dialect, path) = (self.dialect, self.path_of(to));
        let path = if self.is_home(to) { Path { schema: None, ..path } } else { path };
        for other in others {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            let mut entry = (*entry).clone();
            let mut moved = other.clone();
            match &mut entry.object {
                Object::Table(table) => {
                    for constraint in &mut table.constraints {
                        if let ConstraintKind::Foreign { target, .. } = &mut constraint.kind
                            && target == from
                        {
                            *target = to.clone();
                        }
                    }
                    for parent in table.parents.iter_mut().filter(|parent| *parent == from) {
                        *parent = to.clone();
                    }
                }
                Object::View(view) => {
                    for used in view.uses.iter_mut().filter(|used| used.key == *from) {
                        used.key = to.clone();
                    }
                    // MySQL leaves the view as it is, and broken.
                    if !dialect.is_mysql_family() {
                        view.query = None;
                        view.details.rewrite(|text| query::rename_relation(text, from, &path, dialect));
                    }
                }
                Object::Index { table } if table == from => {
                    *table = to.clone();
                    moved.schema = to.schema.clone();
                }
                Object::Sequence { owner: Some(owner), .. } if owner == from => {
                    *owner = to.clone();
                    moved.schema = to.schema.clone();
                }
                Object::Trigger { table, definition, fired, .. } if table == from => {
                    *table = to.clone();
                    *fired = None;
                    *definition = follow_definition(definition, from, &path, dialect);
                    moved = self.trigger_key(&named(&entry.name, &other), to);
                }
                Object::Policy { table, definition } if table == from => {
                    *table = to.clone();
                    *definition = follow_definition(definition, from, &path, dialect);
                    moved = self.policy_key(&other.name, to);
                }
                // Whose text speaks of a name that is not there any more.
                Object::Other(other) if other.table.as_ref() == Some(from) && other.undo.is_none() => {
                    entry.object = Object::Unknown
                }
                _ => continue,
            }
            self.point(&moved, to);
            if moved != other {
                self.put(other, None);
            }
            self.put(moved, Some(Arc::new(entry)));
        }
        if dialect == Dialect::Sqlite {
            self.follow_in_triggers(&|text| query::rename_relation(text, from, &path, dialect));
        }
    }

    /// SQLite renames inside of all triggers.
    pub(super) fn follow_in_triggers(&mut self, rename: &dyn Fn(&str) -> query::Renamed) {
        let triggers: Vec<Key> = self
            .entries
            .iter()
            .filter(|(_, entry)| matches!(entry.object, Object::Trigger { .. }))
            .map(|(key, _)| key.clone())
            .collect();
        for key in triggers {
            self.object_mut(&key, |object| {
                let Object::Trigger { definition, fired, .. } = object else { return };
                let text = match (rename(&definition.text), rename(&definition.meaning)) {
                    (query::Renamed::New(text), query::Renamed::New(meaning)) => {
                        Definition { text, meaning, parts: None }
                    }
                    (query::Renamed::Same, query::Renamed::Same) => return,
                    (_, _) => Definition::default(),
                };
                *fired = None;
                *definition = Arc::new(text);
            });
        }
    }
}

/// Whether two texts are the same default, whatever casts stand in it.
fn is_same(text: &str, next: &str) -> bool {
    let plain = |text: &str| text.replace("::regclass", "").replace("::text", "");
    plain(text) == plain(next)
}

fn named(name: &Arc<str>, key: &Key) -> Path {
    let place = crate::source::Place::nowhere();
    Path { schema: None, name: Ident { text: name.clone(), key: key.name.clone(), place, double_quoted: false } }
}

/// The table in the head of a definition is called otherwise.
fn follow_definition(definition: &Arc<Definition>, from: &Key, path: &Path, dialect: Dialect) -> Arc<Definition> {
    if dialect == Dialect::Sqlite {
        // It is renamed everywhere.
        return definition.clone();
    }
    let path = if dialect.is_mysql_family() { Path { schema: None, ..path.clone() } } else { path.clone() };
    renamed(definition, dialect, |name, is_table| {
        (is_table && name.key == from.name).then(|| super::rewrite::shown_path(&path, dialect))
    })
}
