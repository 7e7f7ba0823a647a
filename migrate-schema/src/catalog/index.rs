//! Indexes that have a name of their own in the schema.

use migrate_core::Dialect;

use super::change::{CreateIndex, Kind, NewIndex, Part};
use super::constraint::ConstraintKind;
use super::name::{Ident, Path};
use super::problem::duplicate_index;
use super::table::Index;
use super::typing::Spot;
use super::{Catalog, Entry, Found, Key, Object, Space, naming};
use crate::diagnostic::Diagnostic;

impl Catalog {
    /// The columns of a table that an index names.
    fn columns_of_index(&self, key: &Key, new: &NewIndex) -> Vec<Ident> {
        // In SQLite `"a"` may be a string where no column is called so.
        let sqlite = self.dialect == Dialect::Sqlite;
        new.parts
            .iter()
            .flat_map(|part| match part {
                Part::Column(name) => vec![name.clone()],
                Part::Expr(expr) => self.without_row(key, &expr.columns),
            })
            .chain(new.include.iter().cloned())
            .chain(new.predicate.iter().flat_map(|expr| self.without_row(key, &expr.columns)))
            .filter(|name| !(sqlite && name.double_quoted))
            .collect()
    }

    /// An index is added to a table. `inside`: the statement that makes the table or alters it holds it.
    pub(super) fn add_index(&mut self, key: &Key, new: &NewIndex, inside: bool, out: &mut Vec<Diagnostic>) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let columns = self.columns_of_index(key, new);
        let fits = self.check_columns(key, &columns, out) && self.check_index(key, new, out);
        if !fits || !self.check_index_values(key, new, out) {
            return;
        }
        let name = match (&new.name, self.dialect) {
            (Some(name), _) => name.clone(),
            (None, Dialect::MySql | Dialect::MariaDb) => match new.parts.first() {
                Some(Part::Column(first)) => naming::mysql_index(table, first),
                // MariaDB has no such indexes.
                Some(Part::Expr(_)) => {
                    let first = Ident::made("functional_index", self.dialect, new.place);
                    naming::mysql_index(table, &first)
                }
                None => return,
            },
            (None, Dialect::Postgres | Dialect::Sqlite) => {
                let Some(columns) = naming::index_columns(&new.parts, &new.include) else {
                    self.loosen(key);
                    return;
                };
                let name = self.postgres_name(key, table, &columns, "idx", true);
                Ident::made(&name, self.dialect, new.place)
            }
        };
        if self.dialect.is_mysql_family() {
            let made = |index: &&Index| !index.details.options.contains_key("foreign key");
            if let Some(other) = table.index(&name.key).filter(made) {
                if self.sure(key) && !new.if_not_exists && new.name.is_some() {
                    out.push(duplicate_index(&name, other.name.place, &entry.name));
                }
                return;
            }
        } else {
            let _ = inside;
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            self.put_object(index, &name, Object::Index { table: key.clone() });
        }
        let columns: Vec<Ident> = match new.plain && new.details.suffixes.is_empty() {
            true => Index::new(name.clone(), new).columns().map(|own| own.into_iter().cloned().collect()),
            false => None,
        }
        .unwrap_or_default();
        if let Some(table) = self.table_mut(key) {
            table.drop_covered(&columns);
            table.indexes.push(Index::new(name, new).into());
        }
    }

    /// The expressions of an index, and the columns that it only keeps.
    fn check_index_values(&self, key: &Key, new: &NewIndex, out: &mut Vec<Diagnostic>) -> bool {
        if self.dialect != Dialect::Postgres {
            return true;
        }
        let known = out.len();
        let fixed = Some("an index");
        for part in &new.parts {
            if let Part::Expr(expr) = part {
                self.check_value(Some(key), expr, Spot { name: "an index", condition: false, plain: true, fixed }, out);
            }
        }
        if let Some(predicate) = &new.predicate {
            self.check_value(Some(key), predicate, Spot { name: "WHERE", condition: true, plain: true, fixed }, out);
        }
        out.truncate(known + 1);
        out.len() == known
    }

    /// There may be an index of this name in the schema of its table.
    fn doubt_index(&mut self, name: Option<&Ident>, table: &Key) {
        if let Some(name) = name {
            self.doubt_name(name);
            self.make_unknown(Key { name: name.key.clone(), ..table.clone() }, name);
        }
    }

    pub(super) fn create_index(&mut self, new: &CreateIndex, out: &mut Vec<Diagnostic>) {
        let (key, entry) = match self.find(Space::Relation, &new.table) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                // PostgreSQL looks for the table before it looks for the index, IF NOT EXISTS or not.
                out.push(self.unknown(Kind::Table, &new.table, gone.as_deref()));
                let key = self.key_for(Space::Relation, &new.table, false);
                self.make_unknown(key.clone(), &new.table.name);
                self.doubt_index(new.index.name.as_ref(), &key);
                return;
            }
            Found::Unsure => {
                let key = self.key_for(Space::Relation, &new.table, false);
                self.doubt_index(new.index.name.as_ref(), &key);
                return;
            }
        };
        if let (Object::View(_), Dialect::Sqlite, true) = (&entry.object, self.dialect, self.sure(&key)) {
            let message = format!("an index on `{}`, which is a view", entry.name);
            out.push(
                Diagnostic::error(&crate::diagnostic::semantic::NOT_ALLOWED, message)
                    .at(new.table.name.place, "only tables have indexes")
                    .label(entry.place, "the view is made here"),
            );
            return;
        }
        if self.sure(&key) {
            let virtual_ = self.dialect == Dialect::Sqlite
                && matches!(&entry.object, Object::Table(table) if table.options.contains_key("virtual"));
            if virtual_ {
                let message = format!("an index on `{}`, which is a virtual table", entry.name);
                out.push(
                    Diagnostic::error(&crate::diagnostic::semantic::NOT_ALLOWED, message)
                        .at(new.table.name.place, "its module finds the rows by itself")
                        .label(entry.place, "the table is made here"),
                );
                return;
            }
            if matches!(entry.object, Object::Index { .. }) {
                out.push(self.other_kind(Kind::Table, &new.table, &entry));
                return;
            }
        }
        if !self.check_rowid_in_index(&key, &new.index, out) {
            self.doubt_index(new.index.name.as_ref(), &key);
            return;
        }
        // Only a table with partitions has anything to leave out.
        let parted = matches!(&entry.object, Object::Table(table) if table.options.contains_key("partition by"))
            && (!self.sure(&key) || !self.children(&key).is_empty());
        if !parted && new.index.details.options.contains_key("only") {
            let mut plain = new.clone();
            plain.index.details.options.remove("only");
            return self.create_index(&plain, out);
        }
        if let Some(name) = &new.index.name {
            let path = Path { schema: new.schema.clone(), name: name.clone() };
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            if let Some(other) = self.existing(&index) {
                // SQLite lets only an index of this name be.
                let taken = self.dialect == Dialect::Sqlite && !matches!(other.object, Object::Index { .. });
                if (!new.index.if_not_exists || taken) && self.sure(&index) {
                    out.push(self.taken("index", &path, &other));
                } else if self.dialect == Dialect::Postgres && matches!(entry.object, Object::Table(_)) {
                    // The server looks at what the index is of before it looks for one.
                    self.check_columns(&key, &self.columns_of_index(&key, &new.index), out);
                }
                return;
            }
            if self.entries.get(&index).is_some_and(|entry| matches!(entry.object, Object::Unknown))
                && new.index.if_not_exists
            {
                return;
            }
            if !matches!(entry.object, Object::Table(_)) {
                // On a materialized view.
                self.check_view_index(&key, &entry, new, out);
                self.object_mut(&key, |object| {
                    if let Object::View(view) = object {
                        view.indexes.push(Index::new(name.clone(), &new.index));
                    }
                });
                self.point(&index, &key);
                self.put_object(index, name, Object::Index { table: key });
                return;
            }
        }
        self.check_view_index(&key, &entry, new, out);
        if let (Object::View(view), None) = (&entry.object, &new.index.name) {
            let Some(columns) = naming::index_columns(&new.index.parts, &new.index.include) else { return };
            let taken = |name: &str| {
                let other = Key { space: Space::Relation, name: name.into(), schema: key.schema.clone() };
                self.existing(&other).is_some() || view.indexes.iter().any(|index| &*index.name.key == name)
            };
            let mut number = 0;
            let name = loop {
                let label = if number == 0 { "idx".to_owned() } else { format!("idx{number}") };
                let name = naming::joined(&key.name, &columns, &label);
                if !taken(&name) {
                    break name;
                }
                number += 1;
            };
            let name = Ident::made(&name, self.dialect, new.index.place);
            let named = CreateIndex { index: NewIndex { name: Some(name), ..new.index.clone() }, ..new.clone() };
            return self.create_index(&named, out);
        }
        let known = out.len();
        self.add_index(&key, &new.index, false, out);
        if out.len() == known && matches!(&entry.object, Object::Table(table) if table.family) {
            self.hand_down_index(&key, &new.index);
        }
    }

    /// The columns of an index of a materialized view are those that it returns.
    fn check_view_index(&self, key: &Key, entry: &Entry, new: &CreateIndex, out: &mut Vec<Diagnostic>) {
        let Object::View(view) = &entry.object else { return };
        let Some(known) = view.columns.as_ref().filter(|_| self.sure(key)) else { return };
        let missing = new.index.parts.iter().find_map(|part| match part {
            super::change::Part::Column(name) if !known.contains(&name.key) => Some(name),
            _ => None,
        });
        if let Some(name) = missing {
            out.push(super::problem::unknown_output(name, Some(&entry.name), known));
        }
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
            // SQLite looks among indexes alone.
            if sure && !(if_exists && self.dialect == Dialect::Sqlite) {
                out.push(self.other_kind(Kind::Index, path, &entry));
            }
            return;
        };
        if self.dialect == Dialect::Postgres
            && let Some(known) = self.table(table)
            && let Some(constraint) = known.constraint(&key.name)
            // A foreign key or a check may have the name of an index, and has none of its own.
            && matches!(
                constraint.kind,
                ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_)
            )
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
        let gone = self.table(&table).and_then(|table| table.index(&key.name)).cloned();
        if let Some(gone) = gone {
            self.drop_index_of_children(&table, &gone, path.name.place);
        }
        if let Some(table) = self.table_mut(&table) {
            table.indexes.retain(|index| index.name.key != key.name);
        }
        self.object_mut(&table, |object| {
            if let Object::View(view) = object {
                view.indexes.retain(|index| index.name.key != key.name);
            }
        });
        self.put_gone(key, path.name.place, None);
    }

    /// `ALTER INDEX … RENAME TO`, also of the index of a constraint.
    pub(super) fn rename_index(&mut self, key: &Key, table: &Key, to: &super::name::Ident) {
        if let Some(table) = self.table_mut(table) {
            match table.indexes.iter_mut().find(|index| index.name.key == key.name) {
                Some(index) => index.name = to.clone(),
                // That of a constraint, which has the same name. A foreign key or a check may be called like an index
                // and have nothing to do with it.
                None => {
                    for constraint in table.constraints.iter_mut().filter(|it| it.is(&key.name)) {
                        if !matches!(constraint.kind, ConstraintKind::Foreign { .. } | ConstraintKind::Check(_)) {
                            constraint.name = Some(to.clone());
                        }
                    }
                }
            }
        }
        self.object_mut(table, |object| {
            if let Object::View(view) = object {
                for index in view.indexes.iter_mut().filter(|index| index.name.key == key.name) {
                    index.name = to.clone();
                }
            }
        });
        let comment = self.entries.get(key).and_then(|entry| entry.comment.clone());
        let place = to.place;
        self.put_gone(key.clone(), place, Some(to.text.to_string()));
        let now = Key { name: to.key.clone(), ..key.clone() };
        self.put_entry(now, to, Object::Index { table: table.clone() }, comment);
    }
}
