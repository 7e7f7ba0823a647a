//! MySQL and MariaDB: one `ALTER TABLE` for all that changes about a table, each column with its whole definition.

mod cast;
mod computed;
mod index;
mod options;
mod sequence;

use std::collections::{BTreeMap, BTreeSet};

use computed::{checks_of, is_text, needs_anew, stale};
use index::{comes_with_foreign, goes_with_columns, hidden};
use options::Versions;

use super::compare::{self, ColumnChange};
use super::loss::{Loss, LossKind};
use super::objects::{Again, spread};
use super::step::{Act, Made, Rank, Step};
use super::table::TableDiff;
use super::{Diff, Sides, ty};
use crate::catalog::change::Numbered;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::shared::Shared;
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Key, Object};
use crate::render::Without;

const ALTER: Rank = Rank::Make(Made::Alter);

const REMOVE: &str = "REMOVE PARTITIONING";

const PARTITIONS_GO: &str = "take partitions away";

/// What MariaDB does with the rows that were where the table is altered: without it, it refuses.
const HISTORY: &str = "SET SESSION system_versioning_alter_history = ";

impl<'c> Diff<'c> {
    pub(super) fn mysql(&mut self, sides: &Sides<'c>, tables: &[TableDiff<'c>]) {
        let late = self.late(sides, &[]);
        let again_foreign = self.foreign_of_mysql(tables);
        for (key, entry) in &sides.gone {
            let Object::Table(table) = &entry.object else { continue };
            for constraint in &table.constraints {
                if let ConstraintKind::Foreign { target, .. } = &constraint.kind
                    && target != *key
                {
                    self.drop_foreign(key, constraint);
                }
            }
            let sql = format!("DROP TABLE {}", self.old.path(key));
            let step = Step::new(Rank::DropTable, Act::Drop, key, format!("drop table `{}`", entry.name), sql);
            let loss = self.loss_of_table(entry);
            self.add(step.losing(loss));
        }
        for (key, entry) in &sides.come {
            let Object::Table(table) = &entry.object else { continue };
            let constraints = late.get(key).cloned().unwrap_or_default();
            let sql =
                self.new.create_table(key, &self.new.path(key), table, &Without { constraints: constraints.clone() });
            self.push(Rank::Make(Made::Table), Act::Create, key, format!("create table `{}`", entry.name), sql);
            for at in constraints {
                self.add_foreign(key, &table.constraints[at]);
            }
        }
        // What `*` stands for is written down when a view is made.
        let mut again = Again::new();
        let mut changed: BTreeSet<String> = tables
            .iter()
            .filter(|table| !table.added.is_empty() || !table.dropped.is_empty() || table.order)
            .map(|table| table.key.name.to_string())
            .collect();
        for (key, old, new) in &sides.both {
            if let (Object::View(old), Object::View(new)) = (&old.object, &new.object)
                && old.columns != new.columns
            {
                changed.insert(key.name.to_string());
            }
        }
        for (key, entry, _) in &sides.both {
            if let Object::View(view) = &entry.object
                && view.details.query.contains('*')
            {
                let mut own = BTreeSet::new();
                super::order::words(&view.details.query, self.dialect, &mut own);
                if own.iter().any(|word| changed.contains(word)) {
                    again.insert(key);
                }
            }
        }
        let old = self.old;
        let again = spread(sides, self.dialect, again, [], |key, entry| match entry.object {
            Object::View(_) => old.create(key).join(" "),
            _ => String::new(),
        });
        self.loose_objects(sides, &again);
        for table in tables {
            self.change_mysql(table, &again_foreign, sides);
        }
    }

    /// Foreign keys that stay, and whose columns or indexes change.
    fn foreign_of_mysql(&self, tables: &[TableDiff<'c>]) -> BTreeSet<(Key, std::sync::Arc<str>)> {
        let mut found = BTreeSet::new();
        let mut touched: BTreeMap<&Key, BTreeSet<&str>> = BTreeMap::new();
        for table in tables {
            let own = touched.entry(table.key).or_default();
            for (old, _, change) in &table.changed {
                if change.ty || change.collation || change.options || change.numbered || change.not_null {
                    own.insert(&old.name.key);
                }
            }
            for index in &table.dropped_indexes {
                own.extend(index.columns().into_iter().flatten().map(|name| &*name.key));
            }
            for constraint in &table.dropped_constraints {
                if !matches!(constraint.kind, ConstraintKind::Foreign { .. }) {
                    own.extend(constraint.kind.columns().iter().map(|name| &*name.key));
                }
            }
            if table.options
                && compare::options(table.old, self.dialect).get("collate")
                    != compare::options(table.new, self.dialect).get("collate")
            {
                own.extend(table.old.columns.iter().map(|column| &*column.name.key));
            }
        }
        touched.retain(|_, columns| !columns.is_empty());
        if touched.is_empty() {
            return found;
        }
        for (key, table) in self.before.tables() {
            for constraint in &table.constraints {
                let (ConstraintKind::Foreign { columns, target, target_columns, .. }, Some(name)) =
                    (&constraint.kind, &constraint.name)
                else {
                    continue;
                };
                let primary = self.old.primary_of(target);
                let there = if target_columns.is_empty() { &primary } else { target_columns };
                let has = |key: &Key, names: &[crate::catalog::name::Ident]| {
                    touched.get(key).is_some_and(|own| names.iter().any(|name| own.contains(&*name.key)))
                };
                if has(key, columns) || has(target, there) {
                    found.insert((key.clone(), name.key.clone()));
                }
            }
        }
        found
    }

    fn drop_foreign(&mut self, key: &Key, constraint: &Constraint) {
        let Some(name) = &constraint.name else { return };
        let sql = format!("ALTER TABLE {} DROP FOREIGN KEY {}", self.old.path(key), self.old.name(&name.text));
        let about = format!("drop foreign key `{}` of table `{}`", name.text, key.name);
        self.push(Rank::DropForeign, Act::DropConstraint, key, about, sql);
    }

    fn add_foreign(&mut self, key: &Key, constraint: &Constraint) {
        let sql = format!("ALTER TABLE {} ADD {}", self.new.path(key), self.new.constraint(constraint));
        let name = constraint.name.as_ref().map(|name| format!(" `{}`", name.text)).unwrap_or_default();
        let about = format!("add foreign key{name} to table `{}`", key.name);
        let act = Act::AddConstraint(constraint.name.as_ref().map(|name| name.key.clone()));
        self.push(Rank::Make(Made::Foreign), act, key, about, sql);
    }

    fn change_mysql(&mut self, table: &TableDiff<'c>, again: &BTreeSet<(Key, std::sync::Arc<str>)>, sides: &Sides<'c>) {
        let key = table.key;
        let is_foreign = |constraint: &Constraint| matches!(constraint.kind, ConstraintKind::Foreign { .. });
        for constraint in table.dropped_constraints.iter().filter(|constraint| is_foreign(constraint)) {
            self.drop_foreign(key, constraint);
        }
        for (old, _) in table.renamed_constraints.iter().filter(|(old, _)| is_foreign(old)) {
            self.drop_foreign(key, old);
        }
        let stays = |constraint: &Constraint| {
            let again = constraint.name.as_ref().is_some_and(|name| again.contains(&(key.clone(), name.key.clone())));
            let is = |list: &[&Constraint]| list.iter().any(|other| other.name == constraint.name && is_foreign(other));
            again
                && !is(&table.dropped_constraints)
                && !is(&table.added_constraints)
                && !table.renamed_constraints.iter().any(|(old, new)| is(&[old, new]))
        };
        let again: Vec<&Constraint> =
            table.old.constraints.iter().map(|own| &**own).filter(|constraint| stays(constraint)).collect();
        for constraint in &again {
            self.drop_foreign(key, constraint);
        }
        let comment = sides.both.iter().find(|(other, _, _)| *other == key).and_then(|(_, old, new)| {
            (old.comment.as_deref().unwrap_or_default() != new.comment.as_deref().unwrap_or_default())
                .then(|| new.comment.as_deref().unwrap_or_default().to_owned())
        });
        self.alter_mysql(table, comment);
        let added = table.added_constraints.iter().copied().filter(|new| is_foreign(new));
        let renamed = table.renamed_constraints.iter().map(|(_, new)| *new).filter(|new| is_foreign(new));
        let stayed = again.iter().filter_map(|constraint| {
            let mut own = table.new.constraints.iter().map(|own| &**own);
            own.find(|new| new.name == constraint.name && is_foreign(new))
        });
        let mut come: Vec<&Constraint> = added.chain(renamed).chain(stayed).collect();
        // The last of several over the same columns gives its name to the index.
        come.sort_by_key(|constraint| {
            table.new.indexes.iter().any(|index| Some(&index.name) == constraint.name.as_ref())
        });
        for constraint in &come {
            self.add_foreign(key, constraint);
        }
        self.keep_index_names(table, &come);
    }

    /// The index that was made for a foreign key gives way to one that has the name of the next foreign key, because that is
    /// added by its name. It gets back the one that it has where nobody names the foreign key.
    fn keep_index_names(&mut self, table: &TableDiff<'c>, come: &[&Constraint]) {
        let made = |index: &&Shared<Index>| index.details.options.contains_key("foreign key");
        for index in &table.new.indexes {
            let over = |constraint: &&&Constraint| {
                index.columns().is_some_and(|own| own.into_iter().eq(constraint.kind.columns()))
            };
            let was_there = table.old.indexes.iter().filter(made).any(|old| old.name.key == index.name.key);
            let Some(name) = come.iter().rev().find(over).and_then(|last| last.name.as_ref()) else { continue };
            if !was_there || name.key == index.name.key {
                continue;
            }
            let sql = format!(
                "ALTER TABLE {} RENAME INDEX {} TO {}",
                self.new.path(table.key),
                self.new.name(&name.text),
                self.new.name(&index.name.text)
            );
            let about = format!("rename index `{}` to `{}`", name.text, index.name.text);
            self.push(Rank::Make(Made::Foreign), Act::Rename, table.key, about, sql);
        }
    }

    fn alter_mysql(&mut self, table: &TableDiff<'c>, comment: Option<String>) {
        let key = table.key;
        // As it is called now: on some file systems the case counts.
        let path = self.old.path(key);
        let mut clauses: Vec<String> = Vec::new();
        let mut about: Vec<String> = Vec::new();
        let mut losses: Vec<Loss> = Vec::new();
        let mut later: Vec<(String, Option<String>)> = Vec::new();
        for constraint in &table.dropped_constraints {
            self.drop_clause(constraint, &mut clauses, &mut about);
        }
        for (old, _) in &table.renamed_constraints {
            self.drop_clause(old, &mut clauses, &mut about);
        }
        let hidden: Vec<(&Index, String)> = hidden(table, self.dialect);
        let is_hidden = |index: &Index| hidden.iter().any(|(other, _)| other.name.key == index.name.key);
        for (index, word) in &hidden {
            clauses.push(format!("ALTER INDEX {} {word}", self.old.name(&index.name.text)));
            about.push(format!("change index `{}`", index.name.text));
        }
        for index in &table.dropped_indexes {
            if !goes_with_columns(table, index) && !is_hidden(index) {
                clauses.push(format!("DROP INDEX {}", self.old.name(&index.name.text)));
                about.push(format!("drop index `{}`", index.name.text));
            }
        }
        for (old, new) in &table.renamed_indexes {
            clauses.push(format!(
                "RENAME INDEX {} TO {}",
                self.old.name(&old.name.text),
                self.new.name(&new.name.text)
            ));
            about.push(format!("rename index `{}` to `{}`", old.name.text, new.name.text));
        }
        for column in &table.dropped {
            clauses.push(format!("DROP COLUMN {}", self.old.name(&column.name.text)));
            about.push(format!("drop column `{}`", column.name.text));
            // The server fills those of a versioned table.
            let of_server = column.details.options.keys().any(|name| name.starts_with("generated always"));
            if column.generated.is_none() && !of_server {
                losses.push(self.loss_of_column(key, &column.name.text));
            }
        }
        // The server keeps an index of a column that goes and comes in one statement, and spoils it.
        let anew: BTreeSet<&str> = table
            .changed
            .iter()
            .filter(|(old, new, change)| change.generated && needs_anew(old, new))
            .map(|(_, new, _)| &*new.name.key)
            .collect();
        // Keys keep the size of blocks that their table had, and would show it from then on.
        let size = |table: &Table| table.options.get("key_block_size").filter(|size| &***size != "0").cloned();
        // Other engines than InnoDB have one that they do not show.
        let engine = table.old.options.get("engine").is_some_and(|engine| &**engine != "innodb");
        let blocks = (size(table.old).is_some() || engine) && size(table.old) != size(table.new);
        let is_in = |list: &[Index], index: &Index| list.iter().any(|other| other.name.key == index.name.key);
        let stays = |index: &Index| {
            let of_anew = index.columns().is_some_and(|own| own.iter().any(|name| anew.contains(&*name.key)));
            (of_anew || blocks)
                && !is_in(&table.added_indexes, index)
                && table.old.indexes.iter().any(|old| old.name.key == index.name.key)
        };
        let again: Vec<&Index> = table.new.indexes.iter().map(|index| &**index).filter(|index| stays(index)).collect();
        clauses.extend(again.iter().map(|index| format!("DROP INDEX {}", self.old.name(&index.name.text))));
        let checks = checks_of(table, &anew);
        for check in &checks {
            self.drop_clause(check, &mut clauses, &mut about);
        }
        let is_primary = |list: &[&Constraint]| list.iter().any(|own| matches!(own.kind, ConstraintKind::Primary(_)));
        let primary = table.new.primary().filter(|_| {
            blocks
                && table.old.primary().is_some()
                && !is_primary(&table.added_constraints)
                && !is_primary(&table.dropped_constraints)
        });
        if let Some(primary) = primary {
            clauses.push("DROP PRIMARY KEY".to_owned());
            clauses.push(format!("ADD {}", self.new.constraint_body(primary)));
        }
        self.columns_mysql(table, &mut clauses, &mut about, &mut losses, &mut later);
        for constraint in
            table.added_constraints.iter().copied().chain(table.renamed_constraints.iter().map(|(_, new)| *new))
        {
            let in_column = constraint.details.options.contains_key("column");
            if !matches!(constraint.kind, ConstraintKind::Foreign { .. }) && !in_column {
                clauses.push(format!("ADD {}", self.new.constraint(constraint)));
                about.push(format!("add {}", constraint.kind.name()));
            }
        }
        clauses.extend(checks.iter().map(|check| format!("ADD {}", self.new.constraint(check))));
        clauses.extend(again.iter().map(|index| format!("ADD {}", self.new.inline_index(index))));
        for index in &table.added_indexes {
            if !comes_with_foreign(table, index) && !is_hidden(index) {
                let clause = format!("ADD {}", self.new.inline_index(index));
                // It takes no column that may be null, as one is that comes until the rows have values.
                let waits = |(clause, _): &(String, Option<String>)| clause.starts_with("MODIFY COLUMN");
                if index.details.method.as_deref() == Some("spatial") && later.iter().any(waits) {
                    later.push((clause, None));
                } else {
                    clauses.push(clause);
                }
                about.push(format!("add index `{}`", index.name.text));
            }
        }
        let versions = Versions::of(table);
        match versions {
            Versions::Begin => self.say_versions(table, "ADD SYSTEM VERSIONING"),
            Versions::Renew => {
                if table.old.options.contains_key("partition by") {
                    self.push(ALTER, Act::AlterTable, key, PARTITIONS_GO, format!("ALTER TABLE {path} {REMOVE}"));
                }
                self.say_versions(table, "DROP SYSTEM VERSIONING");
            }
            _ => (),
        }
        let mut partition = self.options_mysql(table, comment, &mut clauses, &mut about);
        let aria = |table: &Table| table.options.get("engine").is_some_and(|engine| &**engine == "aria");
        if aria(table.old) && !aria(table.new) {
            // Other engines keep it, without effect, and cannot take it back in the same statement.
            later.push(("PAGE_CHECKSUM=DEFAULT".to_owned(), None));
        }
        if clauses.iter().any(|clause| clause.starts_with("CONVERT TO ")) {
            // It gives its character set to every column, and makes room for longer texts.
            let own = table.new.columns.iter().filter(|column| {
                let details = &column.details;
                details.charset.is_some() || details.collation.is_some() || is_text(column, self.dialect)
            });
            let modify = |column: &Column| (format!("MODIFY COLUMN {}", self.whole_column(table.new, column)), None);
            later.extend(own.map(|column| modify(column)));
        }
        if matches!(versions, Versions::BeginWithColumns | Versions::Renew) {
            clauses.push("ADD SYSTEM VERSIONING".to_owned());
        }
        let in_versions = matches!(versions, Versions::Begin | Versions::Stay | Versions::End)
            && !(clauses.is_empty() && later.is_empty() && partition.is_none());
        if in_versions {
            // What was stays as it is now made.
            self.push(ALTER, Act::AlterTable, key, "change old rows with the table", format!("{HISTORY}KEEP"));
        }
        let mut losses = losses.into_iter();
        let keys = |list: &[&Constraint]| {
            list.iter()
                .any(|constraint| matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_)))
        };
        if versions == Versions::Renew {
            partition = partition.filter(|clause| clause != REMOVE);
        }
        let parts =
            table.old.options.contains_key("partition by") && partition.is_some() && versions != Versions::Renew;
        if parts
            && (partition.as_deref() == Some(REMOVE)
                || table.changed.iter().any(|(_, _, change)| change.ty)
                || !table.dropped.is_empty()
                || keys(&table.dropped_constraints)
                || keys(&table.added_constraints)
                || !table.added_indexes.is_empty())
        {
            // What the partitions go by may change with the columns and keys.
            let about = format!("take partitions from table `{}`", key.name);
            self.push(ALTER, Act::AlterTable, key, about, format!("ALTER TABLE {path} {REMOVE}"));
            partition = partition.filter(|clause| clause != REMOVE);
        }
        if !clauses.is_empty() {
            let text = match &clauses[..] {
                [one] => format!("ALTER TABLE {path} {one}"),
                several => format!("ALTER TABLE {path}\n    {}", several.join(",\n    ")),
            };
            let about = format!("alter table `{}`: {}", key.name, about.join(", "));
            let step = Step::new(ALTER, Act::AlterTable, key, about, text);
            self.add(step.losing(losses.next()));
        }
        for loss in losses {
            self.add(Step {
                act: Act::DropColumn(loss.what.as_str().into()),
                key: key.clone(),
                about: loss.says.clone(),
                sql: Vec::new(),
                notes: Vec::new(),
                loss: Some(loss),
                rank: ALTER,
                apart: false,
                behind: Vec::new(),
            });
        }
        for (clause, note) in later {
            let about = format!("alter table `{}`", key.name);
            let step = Step::new(ALTER, Act::AlterTable, key, about, format!("ALTER TABLE {path} {clause}"));
            self.add(match note {
                Some(note) => step.note(note),
                None => step,
            });
        }
        if let Some(clause) = partition {
            self.push(
                ALTER,
                Act::AlterTable,
                key,
                format!("partition table `{}`", key.name),
                format!("ALTER TABLE {path} {clause}"),
            );
        }
        if in_versions {
            self.push(ALTER, Act::AlterTable, key, "change no old rows from here on", format!("{HISTORY}DEFAULT"));
        }
        if versions == Versions::End {
            self.say_versions(table, "DROP SYSTEM VERSIONING");
        }
    }

    fn drop_clause(&self, constraint: &Constraint, clauses: &mut Vec<String>, about: &mut Vec<String>) {
        match (&constraint.kind, &constraint.name) {
            (ConstraintKind::Foreign { .. }, _) => return,
            (ConstraintKind::Primary(_), _) => clauses.push("DROP PRIMARY KEY".to_owned()),
            (ConstraintKind::Unique(_), Some(name)) => {
                clauses.push(format!("DROP INDEX {}", self.old.name(&name.text)))
            }
            // With its column, which is written anew.
            _ if constraint.details.options.contains_key("column") => return,
            (_, Some(name)) => clauses.push(format!("DROP CONSTRAINT {}", self.old.name(&name.text))),
            (_, None) => return,
        }
        about.push(format!("drop {}", constraint.kind.name()));
    }

    /// A column with the checks that belong to it.
    fn whole_column(&self, table: &Table, column: &Column) -> String {
        let mut out = self.new.column(column, None);
        for constraint in &table.constraints {
            if constraint.details.options.get("column").is_some_and(|own| **own == *column.name.key) {
                out.push_str(&format!(" {}", self.new.constraint_body(constraint)));
            }
        }
        out
    }

    fn columns_mysql(
        &mut self,
        table: &TableDiff<'c>,
        clauses: &mut Vec<String>,
        about: &mut Vec<String>,
        losses: &mut Vec<Loss>,
        later: &mut Vec<(String, Option<String>)>,
    ) {
        let key = table.key;
        let path = self.new.path(key);
        let mut order: Vec<&str> =
            table.old.columns.iter().map(|column| &*column.name.key).filter(|name| !table.drops(name)).collect();
        let touched: BTreeSet<&str> = table
            .added_constraints
            .iter()
            .chain(&table.dropped_constraints)
            .filter_map(|constraint| constraint.details.options.get("column").map(|own| &**own))
            .chain(stale(table))
            .collect();
        let changes: BTreeMap<&str, (&Column, ColumnChange)> =
            table.changed.iter().map(|(old, new, change)| (&*new.name.key, (*old, *change))).collect();
        for (at, column) in table.new.columns.iter().enumerate() {
            let own = &*column.name.key;
            let behind = match at.checked_sub(1).map(|before| &table.new.columns[before]) {
                Some(before) => format!(" AFTER {}", self.new.name(&before.name.text)),
                None => " FIRST".to_owned(),
            };
            if table.added.iter().any(|added| added.name.key == column.name.key) {
                let place = if at >= order.len() { String::new() } else { behind };
                order.insert(at.min(order.len()), own);
                let in_key = table.new.primary().is_some_and(|primary| primary.kind.columns().contains(&column.name));
                let no_value = column.not_null
                    && column.default.is_none()
                    && column.generated.is_none()
                    && column.numbered == Numbered::No
                    && !column.details.options.keys().any(|name| name.starts_with("generated always"))
                    && !in_key;
                let name = self.new.name(&column.name.text);
                if no_value {
                    let nullable = Column { not_null: false, ..(**column).clone() };
                    clauses.push(format!("ADD COLUMN {}{place}", self.whole_column(table.new, &nullable)));
                    let note = format!(
                        "Rows that are there need a value first, or this statement fails and nothing is changed:\n\
                         UPDATE {path} SET {name} = …;"
                    );
                    later.push((format!("MODIFY COLUMN {}", self.whole_column(table.new, column)), Some(note)));
                } else {
                    clauses.push(format!("ADD COLUMN {}{place}", self.whole_column(table.new, column)));
                }
                about.push(format!("add column `{own}`"));
                continue;
            }
            if !order.contains(&own) {
                continue;
            }
            let moved = order.get(at) != Some(&own);
            if moved {
                order.retain(|name| *name != own);
                order.insert(at.min(order.len()), own);
            }
            let place = if moved { behind } else { String::new() };
            let change = changes.get(own);
            if change.is_none() && !moved && !touched.contains(own) {
                continue;
            }
            if let Some((old, change)) = change {
                let types = (compare::type_of(old, self.dialect), compare::type_of(column, self.dialect));
                let foreign = old.generated.is_some() && change.ty && cast::needs_text(&types.0, &types.1);
                if change.generated && (needs_anew(old, column) || foreign) {
                    clauses.push(format!("DROP COLUMN {}", self.old.name(&old.name.text)));
                    let place = if at == 0 || at + 1 < table.new.columns.len() {
                        behind_of(self, table, at)
                    } else {
                        String::new()
                    };
                    clauses.push(format!("ADD COLUMN {}{place}", self.whole_column(table.new, column)));
                    about.push(format!("make column `{own}` anew"));
                    if old.generated.is_none() {
                        losses.push(self.loss_of_column(key, &column.name.text));
                    }
                    continue;
                }
                if change.generated && column.generated.is_some() && old.generated.is_none() {
                    losses.push(self.loss_of_column(key, &column.name.text));
                }
                let (from, to) = (compare::type_of(old, self.dialect), compare::type_of(column, self.dialect));
                let by_text = change.ty && old.generated.is_none() && cast::needs_text(&from, &to);
                if by_text {
                    self.become_text(table, old, (&from, &to));
                }
                let loses = by_text && (&*from, &*to) != ("inet4", "inet6") || ty::narrows(&from, &to, self.dialect);
                if change.ty && loses {
                    losses.push(Loss {
                        kind: LossKind::Narrow,
                        what: format!("{}.{}", key.name, column.name.text),
                        says: format!("values of `{}.{}` that do not fit into {to}", key.name, column.name.text),
                    });
                }
                if change.not_null && column.not_null && column.generated.is_none() {
                    self.fill(table, (old, column), (&from, &to));
                }
            }
            let renamed = change.filter(|(_, change)| change.name);
            let how = match renamed {
                Some((old, _)) => format!("CHANGE COLUMN {}", self.old.name(&old.name.text)),
                None => "MODIFY COLUMN".to_owned(),
            };
            clauses.push(format!("{how} {}{place}", self.whole_column(table.new, column)));
            about.push(format!("change column `{own}`"));
        }
    }
}

fn behind_of(diff: &Diff<'_>, table: &TableDiff<'_>, at: usize) -> String {
    match at.checked_sub(1).map(|before| &table.new.columns[before]) {
        Some(before) => format!(" AFTER {}", diff.new.name(&before.name.text)),
        None => " FIRST".to_owned(),
    }
}
