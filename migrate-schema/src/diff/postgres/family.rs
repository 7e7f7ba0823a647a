//! Parents and partitions of PostgreSQL.

use std::collections::BTreeSet;

use super::super::Diff;
use super::super::compare;
use super::super::step::{Act, Made, Rank};
use super::super::table::{TableDiff, is_cut_anew};
use super::Around;
use crate::catalog::Key;
use crate::catalog::change::Numbered;
use crate::catalog::constraint::Constraint;
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Table};

impl<'c> Diff<'c> {
    /// Parents and partitions.
    pub(super) fn family(&mut self, table: &TableDiff<'c>) {
        let (old, new) = (table.old, table.new);
        let anew = |parent: &Key| match (self.old.table(parent), self.new.table(parent)) {
            (Some(old), Some(new)) => is_cut_anew((self.before, old), (self.after, new)),
            (old, new) => old.is_some() || new.is_some(),
        };
        let anew: BTreeSet<&Key> = old.parents.iter().chain(&new.parents).filter(|parent| anew(parent)).collect();
        let same_bound = compare::same_bound(old, new, self.dialect);
        if old.parents == new.parents && same_bound && anew.is_empty() {
            return;
        }
        let path = self.new.path(table.key);
        let join = Rank::Make(Made::Foreign);
        let about = format!("change the parents of table `{}`", table.key.name);
        for parent in &old.parents {
            if new.parents.contains(parent) && same_bound && !anew.contains(parent) {
                continue;
            }
            let name = self.old.path(parent);
            let sql = match old.bound {
                Some(_) => format!("ALTER TABLE {name} DETACH PARTITION {path}"),
                None => format!("ALTER TABLE {path} NO INHERIT {name}"),
            };
            // The parent may go, and would take its partitions with it.
            // Before its foreign keys go, too.
            self.push(Rank::DropEarly, Act::Alter, table.key, about.clone(), sql);
        }
        for parent in &new.parents {
            if old.parents.contains(parent) && same_bound && !anew.contains(parent) {
                continue;
            }
            match &new.bound {
                Some(bound) => self.attach(table.key, parent, bound),
                None => {
                    let sql = format!("ALTER TABLE {path} INHERIT {}", self.new.path(parent));
                    self.push(join, Act::Alter, table.key, about.clone(), sql);
                }
            }
        }
    }

    /// A table becomes a partition, when it is as it has to be.
    pub(super) fn attach(&mut self, key: &Key, parent: &Key, bound: &str) {
        let bound = if bound == "default" { "DEFAULT" } else { bound };
        let sql = format!("ALTER TABLE {} ATTACH PARTITION {} {bound}", self.new.path(parent), self.new.path(key));
        let about = format!("change the parents of table `{}`", key.name);
        self.push(Rank::Make(Made::Foreign), Act::Alter, key, about, sql);
    }

    /// A check that was not held against the rows. The children that are there get it like that; new ones have no rows, and
    /// get it as one that holds.
    pub(super) fn add_open_check(&mut self, rank: Rank, key: &Key, name: &Ident, check: &Constraint) {
        let (mut below, mut work) = (Vec::new(), vec![key]);
        while let Some(parent) = work.pop() {
            let own =
                self.after.children_of(parent).filter_map(|(child, table)| Some((child, table.constraint(&name.key)?)));
            let own: Vec<_> = own.collect();
            work.extend(own.iter().map(|(child, _)| *child));
            below.extend(own);
        }
        let is_new = |child: &Key| self.before.table(child).is_none();
        let early: Vec<&Key> = below
            .iter()
            .filter(|(child, own)| own.details.not_valid && is_new(child))
            .map(|(child, _)| *child)
            .collect();
        let holds = below.iter().filter(|(child, own)| !(own.details.not_valid || early.is_empty() && is_new(child)));
        let holds: Vec<&Key> = holds.map(|(child, _)| *child).collect();
        self.add_constraint_at(if early.is_empty() { rank } else { Rank::Make(Made::Index) }, key, check);
        if let Some(step) = self.steps.last_mut() {
            step.behind.extend(early.iter().map(|child| child.name.clone()));
        }
        for child in holds {
            let sql = format!("ALTER TABLE {} VALIDATE CONSTRAINT {}", self.new.path(child), self.new.name(&name.text));
            let about = format!("validate constraint `{}`", name.text);
            self.push(Rank::Make(Made::Foreign), Act::Validate, child, about, sql);
        }
    }

    /// Whether a child keeps for itself a column that it has from a table which loses it.
    pub(super) fn is_kept_below(&self, key: &Key, column: &str) -> bool {
        self.after.tables().any(|(child, new)| {
            let had = |old: &Table| {
                old.parents.contains(key) && old.column(column).is_some_and(|column| !self.old.is_own(old, column))
            };
            new.parents.contains(key)
                && new.column(column).is_some_and(|column| self.new.is_own(new, column))
                && self.old.table(child).is_some_and(had)
        })
    }

    /// Whether a column does not go with that of the parent, since another child keeps it.
    pub(super) fn stays_behind(&self, table: &TableDiff<'c>, column: &str) -> bool {
        let lost = |parent: &&Key| self.new.table(parent).is_some_and(|parent| parent.column(column).is_none());
        table.new.parents.iter().filter(lost).any(|parent| self.is_kept_below(parent, column))
    }

    /// Columns that come from a parent, and are not as they are there.
    pub(super) fn unlike_parents(&mut self, table: &TableDiff<'c>) {
        let key = table.key;
        for (old, new, change) in &table.changed {
            let from = |writer: crate::render::Writer<'c>, own: &'c Table| {
                let parents = own.parents.iter().filter_map(move |parent| writer.table(parent));
                parents.filter_map(|parent| parent.column(&new.name.key)).next()
            };
            let (Some(before), Some(after)) = (from(self.old, table.old), from(self.new, table.new)) else { continue };
            let value = |column: &Column| compare::default_of(column, self.dialect);
            // What the parent gets, it gets; what the parent keeps, it keeps.
            let handed = if value(before) == value(after) { value(old) } else { value(after) };
            let serial = new.numbered != Numbered::No || old.numbered != Numbered::No;
            let mut words = Vec::new();
            if handed != value(new) && new.generated.is_none() && !serial {
                words.push(match &new.default {
                    Some(text) => format!("SET DEFAULT {}", self.new.expr(text)),
                    None => "DROP DEFAULT".to_owned(),
                });
            }
            let handed = if before.not_null == after.not_null { old.not_null } else { after.not_null };
            if change.not_null && handed != new.not_null {
                words.push(if new.not_null { "SET NOT NULL" } else { "DROP NOT NULL" }.to_owned());
            }
            self.unlike(key, new, words);
        }
        // One that comes with the parent, and is not as it comes.
        for new in table.added.iter().filter(|column| column.generated.is_none() && column.numbered == Numbered::No) {
            let parents = table.new.parents.iter().filter(|parent| table.old.parents.contains(parent));
            let mut given = parents.filter_map(|parent| self.new.table(parent)?.column(&new.name.key));
            let Some(given) = given.next().filter(|given| given.numbered == Numbered::No) else { continue };
            let value = |column: &Column| compare::default_of(column, self.dialect);
            let mut words = Vec::new();
            if value(given) != value(new) {
                words.push(match &new.default {
                    Some(text) => format!("SET DEFAULT {}", self.new.expr(text)),
                    None => "DROP DEFAULT".to_owned(),
                });
            }
            if new.not_null && !given.not_null {
                words.push("SET NOT NULL".to_owned());
            }
            self.unlike(key, new, words);
        }
    }

    /// Columns of a new table that come from a parent, and are not as they come: what is said about them is said about
    /// this table alone, since a child of it is told what its own are like.
    pub(super) fn unlike_new_parents(&mut self, key: &Key, table: &Table) {
        let value = |column: &Column| compare::default_of(column, self.dialect);
        let handed = |column: &&Column| !self.new.is_own(table, column) && column.generated.is_none();
        let mut said = Vec::new();
        for column in table.columns.iter().map(|column| &**column).filter(handed) {
            let Some((default, not_null)) = self.given(table, &column.name.key) else { continue };
            let name = self.new.name(&column.name.text);
            if value(column) != default {
                let words = match &column.default {
                    Some(text) => format!("SET DEFAULT {}", self.new.expr(text)),
                    None => "DROP DEFAULT".to_owned(),
                };
                said.push((column, format!("{name} {words}")));
            }
            if column.not_null != not_null {
                said.push((column, format!("{name} {} NOT NULL", if column.not_null { "SET" } else { "DROP" })));
            }
        }
        for (column, words) in said {
            let sql = format!("ALTER TABLE ONLY {} ALTER COLUMN {words}", self.new.path(key));
            let about = format!("alter column `{}.{}`", key.name, column.name.text);
            self.push(Rank::Make(Made::Index), Act::AlterColumn(column.name.key.clone()), key, about, sql);
        }
    }

    /// What a new table gets from its parents with a column, when it is made: a default, and whether it is filled. None
    /// where no parent has the column.
    fn given(&self, table: &Table, column: &str) -> Option<(Option<String>, bool)> {
        let mut found: Option<(Option<String>, bool)> = None;
        for parent in &table.parents {
            let Some(above) = self.new.table(parent) else { continue };
            let Some(own) = above.column(column) else { continue };
            let made = self.before.entry(parent).is_none() && !self.new.is_own(above, own);
            let given = made.then(|| self.given(above, column)).flatten();
            let (default, not_null) = given.unwrap_or_else(|| {
                let counted =
                    compare::sequence_of(self.after, parent, column).filter(|_| own.numbered == Numbered::Serial);
                let next = |(key, _): (&Key, _)| {
                    let text = format!("nextval({})", self.new.string(&self.new.path(key)));
                    super::super::expr::default_meaning(&text, Some(&compare::type_of(own, self.dialect)), self.dialect)
                };
                (counted.map_or_else(|| compare::default_of(own, self.dialect), next), own.not_null)
            });
            found = Some(match found {
                Some((other, filled)) => (other.or(default), filled || not_null),
                None => (default, not_null),
            });
        }
        found
    }

    fn unlike(&mut self, key: &Key, new: &Column, words: Vec<String>) {
        for words in words {
            let name = self.new.name(&new.name.text);
            let sql = format!("ALTER TABLE {} ALTER COLUMN {name} {words}", self.new.path(key));
            let about = format!("alter column `{}.{}`", key.name, new.name.text);
            // Behind what comes from the parent.
            self.push(Rank::Make(Made::Index), Act::AlterColumn(new.name.key.clone()), key, about, sql);
        }
    }

    /// A table whose partitioning changes: there is no way but a new one.
    pub(super) fn make_anew(&mut self, table: &TableDiff<'c>, around: &Around<'c>) {
        let (Some(old), Some(new)) = (self.before.entry(table.key), self.after.entry(table.key)) else { return };
        self.drop_table(table.key, old, table.old);
        self.create_table(table.key, new, table.new, around);
    }
}
