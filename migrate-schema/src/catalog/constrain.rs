//! Constraints are made.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, NewConstraint, Part};
use super::constraint::{Constraint, ConstraintKind};
use super::details::{ConstraintDetails, IndexDetails};
use super::name::{Ident, Path};
use super::problem::{duplicate_constraint, second_primary};
use super::table::{Index, Table};
use super::typing::Spot;
use super::{Catalog, Found, Key, Object, Space, naming};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Catalog {
    pub(super) fn add_constraint(&mut self, key: &Key, new: &NewConstraint, out: &mut Vec<Diagnostic>) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let sure = self.sure(key);
        if let Some(name) = &new.name
            && let Some(other) = table.constraint(&name.key)
        {
            // SQLite does not look at names of constraints; elsewhere index and check may share one.
            let same_space = match self.dialect {
                Dialect::Postgres => true,
                Dialect::MySql | Dialect::MariaDb => other.kind.name() == new.kind.name(),
                Dialect::Sqlite => false,
            };
            // A child may say again what its parent says.
            let parents = table.parents.iter().filter_map(|parent| self.table(parent)?.constraint(&name.key));
            let says = |own: &Constraint| match (&own.kind, &new.kind) {
                (ConstraintKind::Check(one), ConstraintKind::Check(other)) => one.text == other.text,
                _ => false,
            };
            let again = parents.into_iter().any(says) && says(other);
            if same_space && sure && !new.if_not_exists && !again {
                out.push(duplicate_constraint(name, other.place, &entry.name));
            }
            if same_space {
                return;
            }
        }
        if let (ConstraintKind::Primary(_), Some(other)) = (&new.kind, table.primary())
            && sure
        {
            if !new.if_not_exists {
                out.push(second_primary(new.place, other.place, &entry.name));
            }
            return;
        }
        if new.using_index.is_some() {
            self.promote(key, new, out);
            return;
        }
        let columns = match &new.kind {
            ConstraintKind::Check(expr) => self.without_row(key, &expr.columns),
            other => other.columns().to_vec(),
        };
        if !self.check_columns(key, &columns, out) {
            return;
        }
        let known = out.len();
        if let ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) = &new.kind {
            self.check_key(key, &columns.iter().collect::<Vec<_>>(), &new.details.suffixes, None, out);
        }
        match (&new.kind, self.dialect) {
            (ConstraintKind::Check(expr), Dialect::Postgres) => {
                self.check_value(
                    Some(key),
                    expr,
                    Spot { name: "CHECK", condition: true, plain: true, fixed: None },
                    out,
                );
            }
            (ConstraintKind::Check(expr), Dialect::MySql | Dialect::MariaDb)
                if !new.details.options.contains_key("column") =>
            {
                self.check_constraint_expr(expr, new.place, out);
            }
            _ => (),
        }
        if out.len() > known {
            return;
        }
        if table.keyless
            && let ConstraintKind::Foreign { columns, inline, .. } = &new.kind
        {
            // MariaDB keeps the index that it would make for it.
            let index = foreign_index(table, columns, new).filter(|_| !inline || self.dialect == Dialect::MariaDb);
            if let (Some(mut index), Some(table)) = (index, self.table_mut(key)) {
                index.details.options.remove("foreign key");
                table.indexes.push(index.into());
            }
            self.loosen(key);
            return;
        }
        let kind = match &new.kind {
            ConstraintKind::Primary(columns) => ConstraintKind::Primary(columns.clone()),
            ConstraintKind::Unique(columns) => ConstraintKind::Unique(columns.clone()),
            ConstraintKind::Check(expr) => ConstraintKind::Check(expr.clone()),
            ConstraintKind::Exclude(expr) => ConstraintKind::Exclude(expr.clone()),
            ConstraintKind::Foreign { columns, target, target_columns, inline } => {
                let Some(target_key) = self.check_target(key, columns, target, target_columns, *inline, out) else {
                    return;
                };
                let other = self.entries.get(&target_key).filter(|_| self.sure(&target_key)).cloned();
                let forgotten = *inline && self.dialect == Dialect::MySql;
                if !forgotten && !self.check_foreign(key, new, other.as_deref().map(|entry| (&target_key, entry)), out)
                {
                    return;
                }
                self.point(key, &target_key);
                ConstraintKind::Foreign {
                    columns: columns.clone(),
                    target: target_key,
                    target_columns: target_columns.clone(),
                    inline: *inline,
                }
            }
        };
        if let ConstraintKind::Foreign { inline: true, .. } = &kind
            && self.dialect == Dialect::MySql
        {
            // MySQL reads REFERENCES behind a column and, but for the newest versions, forgets it.
            self.loosen(key);
            return;
        }
        let name = new.name.clone().or_else(|| self.constraint_name(key, table, &kind, new));
        let is_index =
            matches!(kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_));
        if let Some(name) = &name
            && is_index
            && self.dialect == Dialect::Postgres
        {
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            if let Some(other) = self.existing(&index)
                && new.name.is_some()
                && self.sure(&index)
            {
                let path = Path { schema: None, name: name.clone() };
                out.push(self.taken("constraint", &path, &other));
                return;
            }
            self.put_object(index, name, Object::Index { table: key.clone() });
        }
        let primary: Vec<Ident> = match &kind {
            ConstraintKind::Primary(columns) if self.dialect != Dialect::Sqlite => columns.clone(),
            _ => Vec::new(),
        };
        // SQLite gives no names, MariaDB none to what it keeps with a column.
        let unclear = match self.dialect {
            Dialect::Postgres | Dialect::MySql => name.is_none(),
            Dialect::MariaDb => name.is_none() && !new.details.options.contains_key("column"),
            Dialect::Sqlite => false,
        };
        let index = match &kind {
            ConstraintKind::Foreign { columns, .. } if self.dialect.is_mysql_family() => {
                foreign_index(table, columns, new)
            }
            _ => None,
        };
        if let (Some(name), ConstraintKind::Foreign { .. }, Dialect::MariaDb) = (&name, &kind, self.dialect) {
            self.foreign_names.insert(name.text.to_lowercase().into());
        }
        let Some(table) = self.table_mut(key) else { return };
        table.loose |= unclear;
        if let ConstraintKind::Primary(columns) = &kind
            && !primary.is_empty()
        {
            table.drop_covered(columns);
        }
        if let Some(index) = index {
            table.drop_covered(&index.columns().into_iter().flatten().cloned().collect::<Vec<_>>());
            table.indexes.push(index.into());
        }
        table.constraints.push(Constraint { name, kind, details: new.details.clone(), place: new.place }.into());
        for name in &primary {
            if let Some(column) = table.column_mut(&name.key) {
                column.is_of_primary_key();
            }
        }
    }

    /// The name the server makes up.
    fn constraint_name(
        &self,
        key: &Key,
        table: &Table,
        kind: &ConstraintKind<Key>,
        new: &NewConstraint,
    ) -> Option<Ident> {
        let at = new.place;
        let made = |text: &str| Some(Ident::made(text, self.dialect, at));
        match self.dialect {
            Dialect::Postgres => {
                let keys = |columns: &[Ident]| -> String { naming::addition(columns.iter().map(|name| &name.key)) };
                match kind {
                    ConstraintKind::Primary(_) => made(&self.postgres_name(key, table, "", "pkey", true)),
                    ConstraintKind::Unique(columns) => {
                        let all: Vec<Ident> = columns.iter().chain(&new.details.include).cloned().collect();
                        made(&self.postgres_name(key, table, &keys(&all), "key", true))
                    }
                    ConstraintKind::Foreign { columns, .. } => {
                        made(&self.postgres_name(key, table, &keys(columns), "fkey", false))
                    }
                    ConstraintKind::Check(expr) => {
                        // It may be an expression that is not understood.
                        let unread = (expr.scope.is_none() && expr.columns.is_empty())
                            .then(|| naming::columns_in(&expr.text, table));
                        let mut columns: Vec<&Arc<str>> = match &unread {
                            Some(found) => found.as_ref()?.iter().collect(),
                            None => expr.columns.iter().map(|name| &name.key).collect(),
                        };
                        columns.sort();
                        columns.dedup();
                        match columns[..] {
                            // A whole row has no name of a column.
                            [row] if *row == key.name && table.column(row).is_none() => {
                                made(&self.postgres_name(key, table, "", "check", false))
                            }
                            [one] => made(&self.postgres_name(key, table, one, "check", false)),
                            [..] => made(&self.postgres_name(key, table, "", "check", false)),
                        }
                    }
                    ConstraintKind::Exclude(expr) => {
                        let columns = naming::exclusion(&expr.text)?;
                        made(&self.postgres_name(key, table, &columns, "excl", true))
                    }
                }
            }
            Dialect::MySql | Dialect::MariaDb => {
                let of = self.entries.get(key).map_or(&key.name, |entry| &entry.name);
                match kind {
                    ConstraintKind::Primary(_) => made("PRIMARY"),
                    ConstraintKind::Unique(columns) => columns.first().map(|first| naming::mysql_index(table, first)),
                    ConstraintKind::Foreign { .. } => made(&naming::innodb_foreign(of, table)),
                    ConstraintKind::Check(_) => match self.dialect {
                        Dialect::MariaDb if new.details.options.contains_key("column") => None,
                        Dialect::MariaDb => made(&naming::first_free(table, "CONSTRAINT_")),
                        _ => made(&naming::mysql_check(of, table)),
                    },
                    ConstraintKind::Exclude(_) => None,
                }
            }
            Dialect::Sqlite => None,
        }
    }

    /// The table and the columns a foreign key points to. None if something is wrong with them.
    fn check_target(
        &mut self,
        key: &Key,
        columns: &[Ident],
        target: &Path,
        target_columns: &[Ident],
        inline: bool,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Key> {
        if !target_columns.is_empty() && target_columns.len() != columns.len() {
            let message = format!("foreign key from {} to {}", super::fits::count(columns.len()), target_columns.len());
            out.push(super::fits::other_count(target.name.place, message));
            return None;
        }
        // SQLite looks at the target when rows change; MariaDB accepts anything while checks are off.
        let lenient = self.dialect == Dialect::Sqlite || !self.state.foreign_keys;
        // MySQL reads REFERENCES behind a column and forgets it; MariaDB keeps it.
        if inline && self.dialect == Dialect::MySql {
            return Some(self.key_for(Space::Relation, target, false));
        }
        let (found, entry) = match self.find(Space::Relation, target) {
            Found::Here { key, entry, sure } => (key, sure.then_some(entry)),
            Found::Missing(gone) => {
                let found = self.key_for(Space::Relation, target, false);
                if lenient {
                    return Some(found);
                }
                out.push(self.unknown(Kind::Table, target, gone.as_deref()));
                self.make_unknown(found, &target.name);
                return None;
            }
            Found::Unsure => return Some(self.key_for(Space::Relation, target, false)),
        };
        let Some(entry) = entry.filter(|_| !lenient) else { return Some(found) };
        if self.dialect == Dialect::Postgres
            && matches!(entry.object, Object::View(_) | Object::Sequence { .. } | Object::Index { .. })
        {
            let kind = entry.object.kind();
            let shown = super::problem::with_article(kind);
            let message = format!("a foreign key points to a table, and `{}` is {shown}", entry.name);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_TABLE, message)
                    .at(target.name.place, "")
                    .label(entry.place, format!("the {kind} is made here")),
            );
            return None;
        }
        let Object::Table(table) = &entry.object else { return Some(found) };
        if !self.check_columns(&found, target_columns, out) {
            return None;
        }
        if !self.check_ends(key, columns, (table, &entry), target, target_columns, out) {
            return None;
        }
        // What a partition has of the whole is not all known here.
        let partition = table.family && table.bound.is_some();
        if table.open || table.loose || partition || table.keyless || found == *key && table.constraints.is_empty() {
            return Some(found);
        }
        let wanted: Vec<Arc<str>> = match (target_columns, table.primary()) {
            ([], Some(primary)) => primary.kind.columns().iter().map(|name| name.key.clone()).collect(),
            ([], None) if self.dialect == Dialect::Postgres => {
                out.push(
                    Diagnostic::error(
                        &codes::NOT_UNIQUE,
                        format!("table `{}` has no primary key to point to", entry.name),
                    )
                    .at(target.name.place, "")
                    .label(entry.place, format!("`{}` is made here", entry.name)),
                );
                return None;
            }
            ([], None) => return Some(found),
            (columns, _) => columns.iter().map(|name| name.key.clone()).collect(),
        };
        if wanted.len() != columns.len() {
            return Some(found);
        }
        let fine = match self.dialect {
            Dialect::Postgres => table.is_unique(&wanted),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => table.is_indexed(&wanted),
        };
        if fine {
            return Some(found);
        }
        let names: Vec<String> = wanted.iter().map(|name| format!("`{name}`")).collect();
        let names = names.join(", ");
        let (what, help) = match self.dialect {
            Dialect::Postgres => ("unique", "UNIQUE"),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => ("indexed", "INDEX"),
        };
        let place = target_columns.first().map_or(target.name.place, |name| name.place);
        out.push(
            Diagnostic::error(
                &codes::NOT_UNIQUE,
                format!("foreign key to {names} of table `{}`, which is not {what}", entry.name),
            )
            .at(place, format!("no key or index over exactly {}", if wanted.len() == 1 { "this" } else { "these" }))
            .label(entry.place, format!("`{}` is made here", entry.name))
            .help(format!(
                "make it {what} first: `ALTER TABLE {} ADD {help} ({})`",
                entry.name,
                wanted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            )),
        );
        None
    }

    /// `ADD CONSTRAINT … USING INDEX`: the index becomes one of the constraint and takes its name.
    fn promote(&mut self, key: &Key, new: &NewConstraint, out: &mut Vec<Diagnostic>) {
        let Some(index) = &new.using_index else { return };
        let Some(table) = self.table(key) else { return };
        let shown = self.entries.get(key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let Some(found) = table.indexes.iter().position(|known| known.name.key == index.key) else {
            if self.sure(key) && !table.loose && !table.open {
                out.push(super::problem::unknown_index(index, table, &shown));
            }
            return;
        };
        let old = Key { space: Space::Relation, name: index.key.clone(), schema: key.schema.clone() };
        let name = new.name.clone().unwrap_or_else(|| index.clone());
        let Some(table) = self.table_mut(key) else { return };
        let taken = table.indexes.remove(found).into_inner();
        let columns: Vec<Ident> =
            taken.columns().map(|columns| columns.into_iter().cloned().collect()).unwrap_or_default();
        let index = taken.details;
        let details = ConstraintDetails {
            include: taken.include,
            suffixes: index.suffixes,
            nulls_not_distinct: index.nulls_not_distinct,
            options: index.options,
            ..new.details.clone()
        };
        let kind = match &new.kind {
            ConstraintKind::Primary(_) => {
                for name in &columns {
                    if let Some(column) = table.column_mut(&name.key) {
                        column.not_null = true;
                    }
                }
                ConstraintKind::Primary(columns)
            }
            _ => ConstraintKind::Unique(columns),
        };
        table.constraints.push(Constraint { name: Some(name.clone()), kind, details, place: new.place }.into());
        if old.name != name.key {
            self.put_gone(old.clone(), name.place, Some(name.text.to_string()));
            let now = Key { name: name.key.clone(), ..old };
            self.put_object(now, &name, Object::Index { table: key.clone() });
        }
    }
}

/// The index that InnoDB makes for a foreign key, if there is none that begins with its columns.
fn foreign_index(table: &Table, columns: &[Ident], new: &NewConstraint) -> Option<Index> {
    let begins =
        |own: &[Ident]| own.len() >= columns.len() && own.iter().zip(columns).all(|(own, column)| own == column);
    let primary = table.primary().is_some_and(|primary| begins(primary.kind.columns()));
    let covered = table.indexes.iter().any(|index| {
        let own: Option<Vec<Ident>> = index.columns().map(|columns| columns.into_iter().cloned().collect());
        // A part of a value is not enough, but behind the columns of the key it does not matter. The order never does.
        let whole = !index.details.suffixes.iter().take(columns.len()).any(|suffix| suffix.starts_with('('));
        // One that was made for another key of these columns gives way.
        let gives_way = index.details.options.contains_key("foreign key") && index.parts.len() == columns.len();
        whole && !gives_way && own.is_some_and(|own| begins(&own))
    });
    if primary || covered || table.open {
        return None;
    }
    let name = match &new.name {
        Some(name) => name.clone(),
        None => {
            let made = table.indexes.iter().find(|index| {
                index.details.options.contains_key("foreign key")
                    && index.columns().is_some_and(|own| own.into_iter().eq(columns))
            });
            match made {
                Some(made) => made.name.clone(),
                None => naming::mysql_index(table, columns.first()?),
            }
        }
    };
    let mut details = IndexDetails::default();
    details.options.insert("foreign key".into(), "".into());
    Some(Index {
        name,
        unique: false,
        parts: columns.iter().cloned().map(Part::Column).collect(),
        include: Vec::new(),
        predicate: None,
        plain: true,
        details,
    })
}
