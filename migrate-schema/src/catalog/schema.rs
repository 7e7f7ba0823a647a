//! Schemas.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::name::{Ident, Path};
use super::{Catalog, Entry, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    pub(super) fn create_schema(&mut self, name: &Ident, if_not_exists: bool, out: &mut Vec<Diagnostic>) {
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
        // Code may have made it, and what is in it.
        let guessed = self.entries.get(&key).is_some_and(|entry| matches!(entry.object, Object::Unknown));
        if guessed && if_not_exists {
            return;
        }
        // MySQL's databases outlive the one the migrations run in; whether it is new nobody knows.
        // A schema that may be there already is empty until this history fills it, as the database is.
        let object = if self.dialect.is_mysql_family() { Object::Unknown } else { Object::Schema };
        self.put_object(key, name, object);
    }

    pub(super) fn drop_schema(&mut self, name: &Ident, if_exists: bool, cascade: bool, out: &mut Vec<Diagnostic>) {
        let key = Key { space: Space::Schema, name: name.key.clone(), schema: "".into() };
        let inside: Vec<Key> = self.entries.keys().filter(|inner| inner.schema == name.key).cloned().collect();
        if let Some(entry) = self.entries.get(&key)
            && matches!(entry.object, Object::Gone { .. })
            && self.sure(&key)
            && !if_exists
        {
            let path = Path { schema: None, name: name.clone() };
            out.push(self.unknown(Kind::Schema, &path, Some(&entry.clone())));
            return;
        }
        // What has gone before does not come back.
        let gone = |key: &Key| self.entries.get(key).is_some_and(|entry| matches!(entry.object, Object::Gone { .. }));
        let inside: Vec<Key> = inside.into_iter().filter(|inner| !gone(inner)).collect();
        for inner in inside {
            for other in self.pointing_to(&inner) {
                self.fail(&other);
            }
            self.put_unknown(inner);
        }
        if self.entries.contains_key(&key) {
            self.put_gone(key, name.place, None);
        }
        if cascade {
            // Columns of its types and defaults with its functions go from tables elsewhere.
            let tables: Vec<Key> = self
                .tables()
                .filter(|(_, table)| {
                    table.columns.iter().any(|column| {
                        let ty = column.ty.as_ref().is_some_and(|ty| ty.text.contains(&*name.key));
                        ty || column.default.as_ref().is_some_and(|text| text.contains(&*name.key))
                    })
                })
                .map(|(key, _)| key.clone())
                .collect();
            for key in tables {
                self.fail(&key);
            }
            self.state.triggers_unsure = true;
        }
        if self.state.path_unsure || self.state.path.contains(&name.key) {
            self.doubt();
        }
    }

    /// `ALTER SCHEMA … RENAME TO`: all that is in it follows.
    pub(super) fn rename_schema(&mut self, from: &Ident, to: &Ident) {
        let key = Key { space: Space::Schema, name: from.key.clone(), schema: "".into() };
        let now = Key { name: to.key.clone(), ..key.clone() };
        let known =
            matches!(self.entries.get(&key).map(|entry| &entry.object), Some(Object::Schema)) && self.sure(&key);
        if !known || self.existing(&now).is_some() || self.state.path.contains(&from.key) {
            // What it holds is not all in these files, or names without a schema mean something else now.
            self.doubt();
            return;
        }
        if let Some(entry) = self.entries.get(&key).cloned() {
            let moved = Entry { name: to.text.clone(), ..(*entry).clone() };
            self.put_gone(key, to.place, Some(to.text.to_string()));
            self.put(now, Some(Arc::new(moved)));
        }
        let inside: Vec<Key> = self
            .entries
            .iter()
            .filter(|(inner, entry)| {
                let moves = matches!(inner.space, Space::Relation | Space::Type | Space::Routine);
                inner.schema == from.key && moves && !matches!(entry.object, Object::Gone { .. })
            })
            .map(|(inner, _)| inner.clone())
            .collect();
        for inner in &inside {
            // Indexes and sequences may have followed their table.
            if self.existing(inner).is_none() {
                continue;
            }
            let path = self.path_of(inner);
            let path = Path { schema: Some(to.clone()), name: path.name };
            let moved = self.rename_key(inner, &path, &mut Vec::new());
            if let (Space::Type, Some(moved)) = (inner.space, moved) {
                self.rename_type(inner, &moved, &path);
            }
        }
    }
}
