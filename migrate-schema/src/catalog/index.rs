//! Indexes that have a name of their own in the schema.

use migrate_core::Dialect;

use super::change::{CreateIndex, Kind};
use super::name::Path;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    pub(super) fn create_index(&mut self, new: &CreateIndex, out: &mut Vec<Diagnostic>) {
        let (key, entry) = match self.find(Space::Relation, &new.table) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                // PostgreSQL looks for the table before it looks for the index, IF NOT EXISTS or not.
                out.push(self.unknown(Kind::Table, &new.table, gone.as_deref()));
                let key = self.key_for(Space::Relation, &new.table, false);
                self.make_unknown(key, &new.table.name);
                if let Some(name) = &new.index.name {
                    self.doubt_name(name);
                }
                return;
            }
            Found::Unsure => {
                if let Some(name) = &new.index.name {
                    self.doubt_name(name);
                }
                return;
            }
        };
        if let Some(name) = &new.index.name {
            let path = Path { schema: new.schema.clone(), name: name.clone() };
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            if let Some(other) = self.existing(&index) {
                if !new.index.if_not_exists && self.sure(&index) {
                    out.push(self.taken("index", &path, &other));
                }
                return;
            }
            if self.entries.get(&index).is_some_and(|entry| matches!(entry.object, Object::Unknown))
                && new.index.if_not_exists
            {
                return;
            }
            if !matches!(entry.object, Object::Table(_)) {
                // On a materialized view: only the name is kept.
                self.point(&index, &key);
                self.put_object(index, name, Object::Index { table: key });
                return;
            }
        }
        self.add_index(&key, &new.index, false, out);
    }

    /// `DROP INDEX` where indexes have names of their own.
    pub(super) fn drop_index(&mut self, path: &Path, if_exists: bool, cascade: bool, out: &mut Vec<Diagnostic>) {
        let (key, entry, sure) = match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure } => (key, entry, sure),
            Found::Missing(gone) => {
                if !if_exists {
                    out.push(self.unknown(Kind::Index, path, gone.as_deref()));
                    let key = self.key_for(Space::Relation, path, false);
                    self.make_unknown(key, &path.name);
                }
                return;
            }
            Found::Unsure => {
                self.doubt_name(&path.name);
                return;
            }
        };
        let Object::Index { table } = &entry.object else {
            if sure {
                out.push(self.other_kind(Kind::Index, path, &entry));
            }
            return;
        };
        if self.dialect == Dialect::Postgres
            && let Some(known) = self.table(table)
            && let Some(constraint) = known.constraint(&key.name)
        {
            if sure && self.sure(table) && !cascade {
                let what = format!("index `{}`", entry.name);
                let user = format!("constraint `{}`", entry.name);
                let problem = super::problem::in_use(&what, path.name.place, &user, constraint.place, false);
                let shown = self.entries.get(table).map_or_else(|| table.name.clone(), |entry| entry.name.clone());
                out.push(problem.help(format!("`ALTER TABLE {shown} DROP CONSTRAINT {}`", entry.name)));
            }
            return;
        }
        let table = table.clone();
        if self.dialect == Dialect::Postgres
            && let Some(known) = self.table(&table)
            && let Some(index) = known.index(&key.name).filter(|index| index.unique && index.predicate.is_none())
            && let Some(columns) = index.columns()
        {
            // A foreign key may stand on a unique index, too.
            let columns: Vec<std::sync::Arc<str>> = columns.iter().map(|name| name.key.clone()).collect();
            let mut rest = known.clone();
            rest.indexes.retain(|other| other.name.key != key.name);
            if !self.drop_foreign_to(&table, &columns, &rest, &path.name, cascade, out) {
                return;
            }
        }
        if let Some(table) = self.table_mut(&table) {
            table.indexes.retain(|index| index.name.key != key.name);
        }
        self.put_gone(key, path.name.place, None);
    }

    /// `ALTER INDEX … RENAME TO`, also of the index of a constraint.
    pub(super) fn rename_index(&mut self, key: &Key, table: &Key, to: &super::name::Ident) {
        if let Some(table) = self.table_mut(table) {
            for index in &mut table.indexes {
                if index.name.key == key.name {
                    index.name = to.clone();
                }
            }
            for constraint in &mut table.constraints {
                if constraint.is(&key.name) {
                    constraint.name = Some(to.clone());
                }
            }
        }
        let place = to.place;
        self.put_gone(key.clone(), place, Some(to.text.to_string()));
        let now = Key { name: to.key.clone(), ..key.clone() };
        self.put_object(now, to, Object::Index { table: table.clone() });
    }
}
