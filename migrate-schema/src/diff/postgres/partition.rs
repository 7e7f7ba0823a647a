//! Partitions of PostgreSQL, and their indexes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::Diff;
use super::super::compare;
use super::super::step::{Act, Made, Rank, Step};
use super::super::table::is_other;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::table::{Index, Table};
use crate::catalog::{Catalog, Key};

/// Whether a key has the columns of an index, in their order.
fn is_key_over(constraint: &Constraint, index: &Index) -> bool {
    let (ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns)) = &constraint.kind else { return false };
    index
        .columns()
        .is_some_and(|own| own.len() == columns.len() && own.iter().zip(columns).all(|(own, name)| own.key == name.key))
}

impl<'c> Diff<'c> {
    /// An index; behind those of partitions that become a part of it.
    pub(super) fn make_index(&mut self, key: &'c Key, index: &Index) {
        let sql = self.new.create_index(key, index, false);
        let about = format!("create index `{}` on table `{}`", index.name.text, key.name);
        // A foreign key of another table may stand on it.
        let act = Act::CreateIndex(index.name.key.clone());
        let mut step = Step::new(Rank::Make(Made::Index), act, key, about, sql);
        if self.new.table(key).is_some_and(|table| table.options.contains_key("partition by")) {
            let says = compare::index(index, self.dialect);
            let parts = self.after.children_of(key).filter(|(_, table)| table.bound.is_some());
            for (part, table) in parts {
                let named = |own: &Index| !own.details.handed_down && compare::index(own, self.dialect) == says;
                // A key over the same columns becomes one, too.
                let handed = |own: &Index| own.details.handed_down && compare::index(own, self.dialect) == says;
                let is_key =
                    |own: &Constraint| index.unique && is_key_over(own, index) && !self.new.is_inherited(table, own);
                let has_key = table.constraints.iter().any(|own| is_key(own));
                let by_key = has_key && !table.indexes.iter().any(|own| handed(own));
                if by_key || table.indexes.iter().any(|own| named(own)) {
                    step = step.behind(part);
                }
            }
        }
        self.add(step);
    }

    /// Whether keys and foreign keys of a partition have other names than it would get from its table: it had them before
    /// it became one.
    pub(super) fn has_own_names(&self, key: &Key, table: &Table) -> bool {
        let Some(parent) = table.parents.first().filter(|_| table.bound.is_some()) else { return false };
        let Some(above) = self.after.table(parent) else { return false };
        let name_of = |constraint: &Constraint| constraint.name.as_ref().map(|name| name.key.clone());
        table.constraints.iter().any(|own| {
            let Some(name) = name_of(own).filter(|_| self.new.is_inherited(table, own)) else { return false };
            let same = |other: &&crate::catalog::shared::Shared<Constraint>| {
                other.kind.name() == own.kind.name() && other.kind.columns() == own.kind.columns()
            };
            match (&own.kind, above.constraints.iter().find(same)) {
                (ConstraintKind::Foreign { .. }, Some(other)) => {
                    name_of(other).is_some_and(|other| other != name) && own.place != other.place
                }
                (ConstraintKind::Primary(_), Some(other)) => {
                    *name != *format!("{}_pkey", key.name) && own.place != other.place
                }
                (ConstraintKind::Unique(columns), Some(other)) => {
                    let columns: Vec<&str> = columns.iter().map(|column| &*column.key).collect();
                    *name != *format!("{}_{}_key", key.name, columns.join("_")) && own.place != other.place
                }
                _ => false,
            }
        })
    }

    /// The tables above the parents of a partition.
    pub(super) fn above(&self, table: &Table) -> Vec<Arc<str>> {
        let mut found = Vec::new();
        let mut next = table.parents.first().filter(|_| table.bound.is_some());
        while let Some(table) = next.and_then(|parent| self.after.table(parent)) {
            next = table.parents.first().filter(|parent| table.bound.is_some() && !found.contains(&parent.name));
            found.extend(next.map(|parent| parent.name.clone()));
        }
        found
    }

    /// Whether a partition has the index from its parent.
    pub(super) fn comes_with_parent(&self, table: &Table, index: &Index) -> bool {
        let own = compare::index(index, self.dialect);
        let has = |table: Option<&Table>| {
            table.is_some_and(|parent| parent.indexes.iter().any(|other| compare::index(other, self.dialect) == own))
        };
        // One that somebody named is there before that of the parent comes.
        let comes = |parent: &Key| !index.details.handed_down && !has(self.old.table(parent));
        table.bound.is_some() && table.parents.iter().any(|parent| has(self.new.table(parent)) && !comes(parent))
    }

    /// A partition that goes leaves its table first where foreign keys point to that: they stand on the partition, too.
    pub(super) fn detach_from_referenced(&mut self, key: &'c Key, table: &'c Table) {
        if table.bound.is_none() {
            return;
        }
        let pointed_to = |parent: &&Key| {
            let (old, new) = (self.old.table(parent), self.new.table(parent));
            old.zip(new).is_some_and(|(old, new)| !is_other((self.before, old), (self.after, new)))
                && self.before.tables().any(|(_, other)| other.targets().any(|target| target == *parent))
        };
        let Some(parent) = table.parents.iter().find(pointed_to) else { return };
        let sql = format!("ALTER TABLE {} DETACH PARTITION {}", self.old.path(parent), self.old.path(key));
        let about = format!("change the parents of table `{}`", key.name);
        self.push(Rank::DropEarly, Act::Alter, key, about, sql);
    }
}

/// The partitions of the tables that a table points to: the server keeps its foreign keys for each of them, too. Not those
/// of its own family, which go before their parents anyway.
pub(in crate::diff) fn pointed_partitions(catalog: &Catalog, key: &Key) -> BTreeSet<String> {
    let mut above = BTreeSet::from([key]);
    let mut work = vec![key];
    while let Some(parents) = work.pop().and_then(|key| catalog.table(key)).map(|table| &table.parents) {
        work.extend(parents.iter().filter(|parent| above.insert(parent)));
    }
    let targets = catalog.table(key).into_iter().flat_map(Table::targets).filter(|target| !above.contains(target));
    let mut work: Vec<&Key> = targets.collect();
    let mut found = BTreeSet::new();
    while let Some(parent) = work.pop() {
        work.extend(partitions(catalog, parent).filter(|partition| found.insert(partition.name.to_string())));
    }
    found
}

/// The tables into which a table is cut.
pub(super) fn partitions<'c>(catalog: &'c Catalog, of: &'c Key) -> impl Iterator<Item = &'c Key> {
    catalog.children_of(of).filter(|(_, table)| table.bound.is_some()).map(|(key, _)| key)
}
