//! Parents and partitions of PostgreSQL.

use std::collections::BTreeSet;

use super::super::Diff;
use super::super::compare;
use super::super::step::{Act, Made, Rank};
use super::super::table::TableDiff;
use super::Around;
use crate::catalog::Key;
use crate::catalog::change::Numbered;
use crate::catalog::table::{Column, Table};

impl<'c> Diff<'c> {
    /// Parents and partitions.
    pub(super) fn family(&mut self, table: &TableDiff<'c>) {
        let (old, new) = (table.old, table.new);
        let anew = |parent: &Key| {
            let by = |table: Option<&'c Table>| table.and_then(|table| compare::partitioning(table, self.dialect));
            by(self.old.table(parent)) != by(self.new.table(parent))
        };
        let anew: BTreeSet<&Key> = old.parents.iter().chain(&new.parents).filter(|parent| anew(parent)).collect();
        let same_bound = compare::same_bound(old, new, self.dialect);
        if old.parents == new.parents && same_bound && anew.is_empty() {
            return;
        }
        let path = self.new.path(table.key);
        // When it is as it has to be.
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
            let name = self.new.path(parent);
            let sql = match &new.bound {
                Some(bound) => {
                    let bound = if &**bound == "default" { "DEFAULT".to_owned() } else { bound.to_string() };
                    format!("ALTER TABLE {name} ATTACH PARTITION {path} {bound}")
                }
                None => format!("ALTER TABLE {path} INHERIT {name}"),
            };
            self.push(join, Act::Alter, table.key, about.clone(), sql);
        }
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
