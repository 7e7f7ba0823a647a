//! Tables of PostgreSQL: made, dropped, changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::super::Diff;
use super::super::compare;
use super::super::loss::{Loss, LossKind};
use super::super::order::words;
use super::super::step::{Act, Made, Rank, Step};
use super::super::table::{TableDiff, is_other};
use super::Around;
use super::partition::partitions;
use super::row::circular_defaults;
use crate::catalog::change::Numbered;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::Ident;
use crate::catalog::shared::Shared;
use crate::catalog::table::{Column, Table};
use crate::catalog::{Entry, Key, Object};
use crate::render::Without;

impl<'c> Diff<'c> {
    pub(in crate::diff) fn loss_of_table(&self, entry: &Entry) -> Option<Loss> {
        Some(Loss {
            kind: LossKind::DropTable,
            what: entry.name.to_string(),
            says: format!("all rows of table `{}`", entry.name),
        })
    }

    pub(super) fn drop_table(&mut self, key: &'c Key, entry: &'c Entry, table: &'c Table) {
        // A partition or child goes with its parent only if that is said.
        for constraint in &table.constraints {
            let ConstraintKind::Foreign { target, .. } = &constraint.kind else { continue };
            // A circle of tables that all go has to be opened first.
            let anew = || match (self.old.table(target), self.new.table(target)) {
                (Some(old), Some(new)) => is_other((self.before, old), (self.after, new)),
                _ => false,
            };
            let goes = anew()
                || self
                    .after
                    .entry(target)
                    .is_none_or(|entry| matches!(entry.object, crate::catalog::Object::Gone { .. }));
            // The partitions of one that points to itself go before it, and its key holds them.
            let is_held = match target == key {
                true => partitions(self.before, key).next().is_some(),
                false => self.points_back(target, key) || target.name == key.name,
            };
            if goes
                && is_held
                && let Some(name) = &constraint.name
            {
                let sql = format!("ALTER TABLE {} DROP CONSTRAINT {}", self.old.path(key), self.old.name(&name.text));
                let about = format!("drop foreign key `{}` of table `{}`", name.text, key.name);
                self.push(Rank::DropForeign, Act::DropConstraint, key, about, sql);
            }
        }
        self.row_makes_way(key, table);
        self.detach_from_referenced(key, table);
        let word = if table.is_foreign() { "FOREIGN TABLE" } else { "TABLE" };
        let sql = format!("DROP {word} {}", self.old.path(key));
        let step = Step::new(Rank::DropTable, Act::Drop, key, format!("drop table `{}`", entry.name), sql);
        let loss = self.loss_of_table(entry);
        self.add(step.losing(loss));
    }

    /// Whether foreign keys lead from one table to another.
    fn points_back(&self, from: &Key, to: &Key) -> bool {
        let mut seen = BTreeSet::from([from]);
        let mut work = vec![from];
        while let Some(key) = work.pop() {
            for target in self.old.table(key).into_iter().flat_map(Table::targets) {
                if target == to {
                    return true;
                }
                if seen.insert(target) {
                    work.push(target);
                }
            }
        }
        false
    }

    pub(super) fn create_table(&mut self, key: &'c Key, entry: &'c Entry, table: &'c Table, around: &Around<'c>) {
        let late = around.late.get(key).cloned().unwrap_or_default();
        let without = Without { constraints: late.clone() };
        let path = self.new.path(key);
        let own_names = self.has_own_names(key, table);
        let circular = circular_defaults(self.after, key, table);
        let alone = (own_names || !circular.is_empty()).then(|| {
            let mut alone = table.clone();
            if own_names {
                (alone.bound, alone.parents) = (None, Vec::new());
            }
            for column in alone.columns.iter_mut().filter(|column| circular.contains(&column.name.key)) {
                column.default = None;
            }
            alone
        });
        let sql = self.new.create_table(key, &path, alone.as_ref().unwrap_or(table), &without);
        self.push(Rank::Make(Made::Table), Act::Create, key, format!("create table `{}`", entry.name), sql);
        if let (true, Some(parent), Some(bound)) = (own_names, table.parents.first(), &table.bound) {
            self.attach(key, parent, bound);
        }
        for column in table.columns.iter().filter(|column| circular.contains(&column.name.key)) {
            let Some(text) = &column.default else { continue };
            let (name, value) = (self.new.name(&column.name.text), self.new.expr(text));
            let sql = format!("ALTER TABLE {path} ALTER COLUMN {name} SET DEFAULT {value}");
            let about = format!("alter column `{}.{}`", key.name, column.name.text);
            self.push(Rank::Make(Made::Foreign), Act::AlterColumn(column.name.key.clone()), key, about, sql);
        }
        // Its key may be a column that the first of its family gets.
        let above = self.above(table);
        if let Some(step) = self.steps.last_mut() {
            step.behind.extend(above);
        }
        for default in table.columns.iter().filter_map(|column| column.default.as_ref()) {
            self.behind_sequence(key, default);
        }
        for at in late {
            self.add_constraint(key, &table.constraints[at]);
        }
        for index in &table.indexes {
            if self.comes_with_parent(table, index) {
                continue;
            }
            self.make_index(key, index);
        }
        for column in &table.columns {
            self.column_settings(key, None, column);
        }
        if table.bound.is_none() {
            self.unlike_new_parents(key, table);
        }
        for (option, words) in table_flags(table) {
            let _ = option;
            let sql = format!("ALTER TABLE {path} {words}");
            self.push(Rank::Make(Made::Foreign), Act::Alter, key, format!("alter table `{}`", key.name), sql);
        }
    }

    pub(super) fn add_constraint(&mut self, key: &Key, constraint: &Constraint) {
        let foreign = matches!(constraint.kind, ConstraintKind::Foreign { .. });
        let rank = Rank::Make(if foreign { Made::Foreign } else { Made::Alter });
        match &constraint.name {
            Some(name) if constraint.details.not_valid && !foreign && !constraint.details.no_inherit => {
                self.add_open_check(rank, key, name, constraint);
            }
            _ => self.add_constraint_at(rank, key, constraint),
        }
    }

    pub(super) fn add_constraint_at(&mut self, rank: Rank, key: &Key, constraint: &Constraint) {
        let sql = format!("ALTER TABLE {} ADD {}", self.new.path(key), self.new.constraint(constraint));
        let name = constraint.name.as_ref().map(|name| format!(" `{}`", name.text)).unwrap_or_default();
        let about = format!("add {}{name} to table `{}`", constraint.kind.name(), key.name);
        let act = Act::AddConstraint(constraint.name.as_ref().map(|name| name.key.clone()));
        self.push(rank, act, key, about, sql);
    }

    /// Whether what a foreign key points to stays as it is; no columns are those of the primary key.
    fn keeps_key(&self, target: &Key, columns: &[Ident]) -> bool {
        let (Some(old), Some(new)) = (self.old.table(target), self.new.table(target)) else { return false };
        let points_to = |constraint: &&Shared<Constraint>| match &constraint.kind {
            ConstraintKind::Primary(own) => columns.is_empty() || same_names(own, columns),
            ConstraintKind::Unique(own) => same_names(own, columns),
            _ => false,
        };
        // Where it is an index alone, that may go as well.
        old.constraints.iter().any(|constraint| points_to(&constraint))
            && old.constraints.iter().filter(points_to).all(|key| {
                let same = |other: &&Shared<Constraint>| {
                    let names = |constraint: &Constraint| constraint.name.as_ref().map(|name| name.key.clone());
                    let is_primary = |constraint: &Constraint| matches!(constraint.kind, ConstraintKind::Primary(_));
                    names(other) == names(key)
                        && is_primary(other) == is_primary(key)
                        && same_names(other.kind.columns(), key.kind.columns())
                };
                new.constraints.iter().any(|other| same(&other))
            })
    }

    fn drop_constraint(&mut self, key: &Key, constraint: &Constraint) {
        let Some(name) = &constraint.name else {
            self.unsure.push(format!(
                "a {} of table `{}` goes, and its name is not known: drop it by hand",
                constraint.kind.name(),
                key.name
            ));
            return;
        };
        let foreign = matches!(constraint.kind, ConstraintKind::Foreign { .. });
        // That of a partition makes room for one that comes from its table.
        let partition = self.old.table(key).is_some_and(|table| table.bound.is_some());
        let rank = if foreign || partition { Rank::DropForeign } else { Rank::Make(Made::Alter) };
        let sql = format!("ALTER TABLE {} DROP CONSTRAINT {}", self.old.path(key), self.old.name(&name.text));
        let about = format!("drop {} `{}` of table `{}`", constraint.kind.name(), name.text, key.name);
        self.push(rank, Act::DropConstraint, key, about, sql);
    }

    pub(super) fn change_table(&mut self, table: &TableDiff<'c>, around: &Around<'c>) {
        let key = table.key;
        let alter = Rank::Make(Made::Alter);
        let path = self.new.path(key);
        if table.other {
            self.make_anew(table, around);
            return;
        }
        let first = self.steps.len();
        let in_way = self.make_way(table, around);
        for (old, new) in &table.renamed_constraints {
            let (Some(from), Some(to)) = (&old.name, &new.name) else { continue };
            if in_way.contains(&*from.key) {
                continue;
            }
            let sql = format!(
                "ALTER TABLE {path} RENAME CONSTRAINT {} TO {}",
                self.old.name(&from.text),
                self.new.name(&to.text)
            );
            self.push(
                Rank::Rename,
                Act::Rename,
                key,
                format!("rename constraint `{}` to `{}`", from.text, to.text),
                sql,
            );
        }
        for (old, new) in table.renamed_indexes.iter().filter(|(old, _)| !in_way.contains(&*old.name.key)) {
            let (from, to) = (old.name.text.to_string(), new.name.text.to_string());
            let aside = format!("{from}_before");
            // Where an index of another table has the name, it is free behind what happens to that.
            let steps = match self.is_taken(key, &new.name.key) {
                true => vec![(Rank::Rename, from, aside.clone()), (Rank::Make(Made::Foreign), aside, to)],
                false => vec![(Rank::Rename, from, to)],
            };
            for (rank, from, to) in steps {
                let sql = format!("ALTER INDEX {} RENAME TO {}", self.new.path_as(key, &from), self.new.name(&to));
                self.push(rank, Act::Rename, key, format!("rename index `{from}` to `{to}`"), sql);
            }
        }
        // What leaves its parents, or comes to them, changes by itself.
        let parents = super::super::table::staying_parents(self.before, self.after, table);
        let (inherited, inherited_before) = (self.new.columns_of(&parents), self.old.columns_of(&parents));
        self.family(table);
        // Before these change, what is computed with them has to go.
        let mut called = around.functions.clone();
        called.extend(around.moved.get(key).into_iter().flatten().cloned());
        // What goes with a column that makes room for a function.
        let mut with_columns = in_way.clone();
        for (old, _) in self.anew(table, &called) {
            if super::computed::calls(old, &called) {
                with_columns.extend(names_with(table.old, &old.name.key));
            }
        }
        for index in table.dropped_indexes.iter().filter(|index| !with_columns.contains(&*index.name.key)) {
            // It goes with a column.
            let with = index.parts.len() == 1 && table.dropped.iter().any(|column| index.mentions(&column.name.key));
            if with && index.columns().is_some() {
                continue;
            }
            let sql = format!("DROP INDEX {}", self.old.path_as(key, &index.name.text));
            let act = Act::DropIndex(index.name.key.clone());
            // What it computes may stand on an object that goes.
            let computes = index.columns().is_none() || index.predicate.is_some();
            // It would go with a column of the parent.
            let with_parent =
                !table.old.parents.is_empty() && table.dropped.iter().any(|column| index.mentions(&column.name.key));
            let rank = if computes || with_parent { Rank::DropForeign } else { alter };
            self.push(rank, act, key, format!("drop index `{}`", index.name.text), sql);
        }
        let stands =
            |constraint: &&&Constraint| !constraint.name.as_ref().is_some_and(|name| with_columns.contains(&*name.key));
        for constraint in table.dropped_constraints.iter().filter(stands) {
            let columns = constraint.kind.columns();
            let with = !columns.is_empty() && columns.iter().all(|name| table.drops(&name.key));
            let target_goes = match &constraint.kind {
                ConstraintKind::Foreign { target, target_columns, .. } => !self.keeps_key(target, target_columns),
                _ => false,
            };
            let needed = target_goes || around.foreign_again.iter().any(|(own, _)| own != key) || !with;
            if needed || matches!(constraint.kind, ConstraintKind::Foreign { .. }) && !with {
                self.drop_constraint(key, constraint);
            }
        }
        for constraint in &table.old.constraints {
            let again = constraint
                .name
                .as_ref()
                .is_some_and(|name| around.foreign_again.contains(&(key.clone(), name.key.clone())));
            if again && !table.dropped_constraints.iter().any(|dropped| std::ptr::eq(*dropped, &**constraint)) {
                self.drop_constraint(key, constraint);
            }
        }
        // A sequence goes with the column it belongs to, if nothing counts with it any more.
        let owners =
            table.dropped.iter().any(|column| compare::sequence_of(self.before, key, &column.name.key).is_some());
        for (old, new, change) in
            table.changed.iter().filter(|(_, _, change)| owners && (change.default || change.numbered))
        {
            let counts = old.default.as_ref().is_some_and(|text| text.contains("nextval"));
            if counts && old.numbered == Numbered::No {
                let sql = format!("ALTER TABLE {path} ALTER COLUMN {} DROP DEFAULT", self.old.name(&old.name.text));
                let about = format!("alter column `{}.{}`", key.name, new.name.text);
                self.push(alter, Act::AlterColumn(new.name.key.clone()), key, about, sql);
            }
            let _ = change;
        }
        for (old, new, change) in table.changed.iter().filter(|(_, _, change)| change.default) {
            // The sequence goes with another table, or with a column of it.
            // Something else has its name from then on.
            let other = |sequence: &Key| {
                let stays = |entry: &Entry| matches!(entry.object, Object::Sequence { .. } | Object::Gone { .. });
                self.after.entry(sequence).is_some_and(|entry| !stays(entry))
            };
            let goes = |sequence: &Key| match self.before.entry(sequence).map(|entry| &entry.object) {
                Some(Object::Sequence { .. }) if other(sequence) => true,
                Some(Object::Sequence { owner: Some(owner), column: Some(column), .. }) => {
                    let anew = |old: &Table| {
                        self.new.table(owner).is_none_or(|new| {
                            new.column(column).is_none() || is_other((self.before, old), (self.after, new))
                        })
                    };
                    owner != key && self.old.table(owner).is_none_or(anew)
                }
                _ => false,
            };
            let counts = old.default.as_ref().filter(|text| old.numbered == Numbered::No && text.contains("nextval"));
            let Some(text) = counts else { continue };
            let mut own = BTreeSet::new();
            words(text, Dialect::Postgres, &mut own);
            let in_way = self.before.objects().any(|(sequence, _)| own.contains(&*sequence.name) && goes(sequence));
            if in_way {
                let sql = format!("ALTER TABLE {path} ALTER COLUMN {} DROP DEFAULT", self.old.name(&old.name.text));
                let about = format!("alter column `{}.{}`", key.name, new.name.text);
                self.push(Rank::DropForeign, Act::AlterColumn(new.name.key.clone()), key, about, sql);
            }
            let _ = change;
        }
        self.before_columns(table, &called);
        let (computed, plain): (Vec<&Column>, Vec<&Column>) =
            table.dropped.iter().copied().partition(|column| column.generated.is_some());
        let dropped = computed.into_iter().chain(plain);
        for column in dropped {
            let inherited = inherited_before.contains(&*column.name.key);
            if inherited && !self.stays_behind(table, &column.name.key) {
                continue;
            }
            let only = if self.is_kept_below(key, &column.name.key) { "ONLY " } else { "" };
            let sql = format!("ALTER TABLE {only}{path} DROP COLUMN {}", self.old.name(&column.name.text));
            let about = format!("drop column `{}.{}`", key.name, column.name.text);
            // Behind what the parent loses.
            let rank = if inherited { Rank::Make(Made::Index) } else { alter };
            let step = Step::new(rank, Act::DropColumn(column.name.key.clone()), key, about, sql);
            let loss = (column.generated.is_none()).then(|| self.loss_of_column(key, &column.name.text));
            self.add(step.losing(loss));
        }
        let added = || table.added.iter().filter(|column| !inherited.contains(&*column.name.key));
        for column in added().filter(|column| column.generated.is_none()) {
            self.add_column(table, column);
        }
        let anew = self.anew(table, &called);
        for (old, new, change) in &table.changed {
            if !inherited.contains(&*new.name.key) && !anew.iter().any(|(_, own)| own.name.key == new.name.key) {
                self.change_column(table, old, new, *change);
            }
        }
        if !inherited.is_empty() {
            self.unlike_parents(table);
        }
        // What is computed needs the others as they are to be.
        self.behind_columns(table, &in_way, &called);
        for column in added().filter(|column| column.generated.is_some()) {
            self.add_column(table, column);
        }
        for constraint in &table.added_constraints {
            self.add_constraint(key, constraint);
        }
        for constraint in &table.validated {
            if let Some(name) = &constraint.name {
                let sql = format!("ALTER TABLE {path} VALIDATE CONSTRAINT {}", self.new.name(&name.text));
                self.push(
                    Rank::Make(Made::Foreign),
                    Act::Validate,
                    key,
                    format!("validate constraint `{}`", name.text),
                    sql,
                );
            }
        }
        for constraint in &table.new.constraints {
            let again = constraint
                .name
                .as_ref()
                .is_some_and(|name| around.foreign_again.contains(&(key.clone(), name.key.clone())));
            let comes = self.new.is_inherited(table.new, constraint);
            if again && !comes && !table.added_constraints.iter().any(|added| std::ptr::eq(*added, &**constraint)) {
                self.add_constraint(key, constraint);
            }
        }
        for index in &table.added_indexes {
            self.make_index(key, index);
        }
        if table.options {
            self.table_options(table);
        }
        self.flags_again(table);
        // What comes with a parent is there once the parent has it.
        if table.added.iter().any(|column| inherited.contains(&*column.name.key)) {
            let parents: Vec<Arc<str>> = table.new.parents.iter().map(|parent| parent.name.clone()).collect();
            self.steps[first..].iter_mut().for_each(|step| step.behind.extend_from_slice(&parents));
        }
    }

    /// Whether an index of another table of the schema had the name.
    fn is_taken(&self, key: &Key, name: &Arc<str>) -> bool {
        let others = self.before.tables().filter(|(other, _)| *other != key && other.schema == key.schema);
        others.flat_map(|(_, table)| &table.indexes).any(|index| index.name.key == *name)
    }

    /// What is said of an index goes with it, and is said again of the one that takes its name.
    fn flags_again(&mut self, table: &TableDiff<'c>) {
        let constraints = table.added_constraints.iter().filter_map(|constraint| constraint.name.as_ref());
        let indexes = table.added_indexes.iter().map(|index| &index.name);
        let new: BTreeSet<&str> = constraints.chain(indexes).map(|name| &*name.key).collect();
        if new.is_empty() {
            return;
        }
        let path = self.new.path(table.key);
        for (name, value) in
            table.new.options.iter().filter(|(name, value)| table.old.options.get(*name) == Some(value))
        {
            let Some(words) = flag(name, value) else { continue };
            let mut named = BTreeSet::new();
            super::super::order::words(&words, Dialect::Postgres, &mut named);
            if named.iter().any(|word| new.contains(word.as_str())) {
                let sql = format!("ALTER TABLE {path} {words}");
                let about = format!("alter table `{}`", table.key.name);
                self.push(Rank::Make(Made::Foreign), Act::Alter, table.key, about, sql);
            }
        }
    }

    pub(in crate::diff) fn loss_of_column(&self, key: &Key, column: &str) -> Loss {
        Loss {
            kind: LossKind::DropColumn,
            what: format!("{}.{column}", key.name),
            says: format!("all values of column `{}.{column}`", key.name),
        }
    }

    fn table_options(&mut self, table: &TableDiff<'c>) {
        let path = self.new.path(table.key);
        let (old, new) = (compare::options(table.old, self.dialect), compare::options(table.new, self.dialect));
        let mut words = Vec::new();
        let mut set = Vec::new();
        let mut reset = Vec::new();
        if new.contains_key("foreign") {
            let options = |options: &crate::catalog::details::Options| options.get("options").cloned();
            words.extend(foreign_options(options(&old).as_deref(), options(&new).as_deref()));
        }
        for (name, value) in &new {
            if old.get(name) == Some(value) || &**name == "options" {
                continue;
            }
            match (&**name, name.strip_prefix("with ")) {
                (_, Some(name)) => set.push(format!("{name} = {value}")),
                ("unlogged", _) => words.push("SET UNLOGGED".to_owned()),
                ("tablespace", _) => words.push(format!("SET TABLESPACE {}", self.new.name(value))),
                ("using", _) => words.push(format!("SET ACCESS METHOD {}", self.new.name(value))),
                (name, _) => words.extend(flag(name, value)),
            }
        }
        for name in old.keys().filter(|name| !new.contains_key(*name)) {
            match (&**name, name.strip_prefix("with ")) {
                (_, Some(name)) => reset.push(name.to_owned()),
                ("unlogged", _) => words.push("SET LOGGED".to_owned()),
                ("tablespace", _) => words.push("SET TABLESPACE pg_default".to_owned()),
                ("using", _) => words.push("SET ACCESS METHOD heap".to_owned()),
                (name, _) => words.extend(unflag(name).map(str::to_owned)),
            }
        }
        if !set.is_empty() {
            words.push(format!("SET ({})", set.join(", ")));
        }
        if !reset.is_empty() {
            words.push(format!("RESET ({})", reset.join(", ")));
        }
        for words in words {
            let sql = format!("ALTER TABLE {path} {words}");
            // An index may have to be there first.
            let names_index = words.starts_with("CLUSTER ON") || words.to_lowercase().contains("using index");
            let rank = Rank::Make(if names_index { Made::Foreign } else { Made::Alter });
            let about = format!("alter table `{}`", table.key.name);
            let step = Step::new(rank, Act::Alter, table.key, about, sql);
            // No logged table may point to one that is not.
            self.add(match &*words {
                "SET UNLOGGED" => self.pointing_to(table.key).fold(step, Step::behind),
                "SET LOGGED" => table.new.targets().filter(|other| *other != table.key).fold(step, Step::behind),
                _ => step,
            });
        }
    }

    /// The other tables that have foreign keys to this one.
    fn pointing_to(&self, key: &'c Key) -> impl Iterator<Item = &'c Key> {
        let pointing = self
            .after
            .tables()
            .filter(move |(other, table)| *other != key && table.targets().any(|target| target == key));
        pointing.map(|(other, _)| other)
    }
}

/// The indexes and constraints that go with a column.
fn names_with<'t>(table: &'t Table, column: &Arc<str>) -> impl Iterator<Item = String> + 't {
    let column = column.clone();
    let own = column.clone();
    let indexes = table.indexes.iter().filter(move |index| index.mentions(&own)).map(|index| &index.name);
    let constraints = table
        .constraints
        .iter()
        .filter(move |constraint| match &constraint.kind {
            ConstraintKind::Check(expr) => expr.columns.iter().any(|name| name.key == column),
            kind => kind.columns().iter().any(|name| name.key == column),
        })
        .filter_map(|constraint| constraint.name.as_ref());
    indexes.chain(constraints).map(|name| name.key.to_string())
}

/// What a table has beside `CREATE TABLE`.
fn table_flags(table: &Table) -> Vec<(&str, String)> {
    table.options.iter().filter_map(|(name, value)| Some((&**name, flag(name, value)?))).collect()
}

/// A setting that `ALTER TABLE` alone can make.
fn flag(name: &str, value: &str) -> Option<String> {
    Some(match name {
        "row level security" => "ENABLE ROW LEVEL SECURITY".to_owned(),
        "force row level security" => "FORCE ROW LEVEL SECURITY".to_owned(),
        "replica identity" => format!("REPLICA IDENTITY {value}"),
        "cluster on" => format!("CLUSTER ON {value}"),
        _ => return None,
    })
}

fn unflag(name: &str) -> Option<&'static str> {
    Some(match name {
        "cluster on" => "SET WITHOUT CLUSTER",
        "row level security" => "DISABLE ROW LEVEL SECURITY",
        "force row level security" => "NO FORCE ROW LEVEL SECURITY",
        "replica identity" => "REPLICA IDENTITY DEFAULT",
        _ => return None,
    })
}

fn same_names(some: &[Ident], others: &[Ident]) -> bool {
    some.len() == others.len() && some.iter().all(|name| others.iter().any(|other| other.key == name.key))
}

/// `OPTIONS (SET a 'x', ADD b 'y', DROP c)`: what makes the options of a foreign table or column others. Nothing where they
/// are the same.
pub(super) fn foreign_options(old: Option<&str>, new: Option<&str>) -> Option<String> {
    let (old, new) = (foreign_pairs(old.unwrap_or_default()), foreign_pairs(new.unwrap_or_default()));
    let mut words = Vec::new();
    for (name, value) in &new {
        match old.iter().find(|(own, _)| own == name) {
            Some((_, before)) if before == value => (),
            Some(_) => words.push(format!("SET {name} {value}")),
            None => words.push(format!("ADD {name} {value}")),
        }
    }
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(own, _)| own == name));
    words.extend(gone.map(|(name, _)| format!("DROP {name}")));
    (!words.is_empty()).then(|| format!("OPTIONS ({})", words.join(", ")))
}

/// The names and values of `(a 'x', b 'y')`.
fn foreign_pairs(text: &str) -> Vec<(String, String)> {
    let tokens: Vec<_> = crate::sql::Lexer::new(text, 0..text.len(), Dialect::Postgres).collect();
    let pairs = tokens.windows(2).filter(|pair| pair[1].kind == crate::sql::Kind::Text);
    pairs.map(|pair| (pair[0].text(text).to_owned(), pair[1].text(text).to_owned())).collect()
}
