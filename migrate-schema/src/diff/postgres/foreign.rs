//! Foreign keys that cannot stay where they are, or cannot come with their table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use super::super::table::TableDiff;
use super::super::{Diff, Sides, compare, ty};
use super::row::checks_of_row;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::table::Table;
use crate::catalog::{Key, Object};

impl<'c> Diff<'c> {
    /// Foreign keys that stay, but stand on a key or column that changes.
    pub(super) fn foreign_again(
        &self,
        tables: &[TableDiff<'c>],
        replaced: &BTreeSet<&'c Key>,
    ) -> BTreeSet<(Key, Arc<str>)> {
        let mut found = BTreeSet::new();
        let mut keys: BTreeMap<&Key, Vec<&Constraint>> = BTreeMap::new();
        let mut columns: BTreeSet<(&Key, &str)> = BTreeSet::new();
        for table in tables {
            for constraint in &table.dropped_constraints {
                if matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_)) {
                    keys.entry(table.key).or_default().push(constraint);
                }
            }
            for (old, new, change) in &table.changed {
                let (from, to) = (compare::type_of(old, self.dialect), compare::type_of(new, self.dialect));
                // One that is computed from now on is another one of its name.
                let anew = change.generated && new.generated.is_some();
                if anew || change.ty && (ty::cast(&from, &to) != ty::Cast::Itself || !ty::comparable(&from, &to)) {
                    columns.insert((table.key, &old.name.key));
                }
            }
        }
        if !replaced.is_empty() {
            for (key, table) in self.before.tables() {
                let own = table.columns.iter().filter(|own| replaced.iter().any(|ty| super::types::is_of(own, ty)));
                columns.extend(own.map(|column| (key, &*column.name.key)));
            }
        }
        // Tables that are dropped and made as they are to be.
        let anew: BTreeSet<&Key> = tables.iter().filter(|table| table.other).map(|table| table.key).collect();
        if keys.is_empty()
            && columns.is_empty()
            && replaced.is_empty()
            && anew.is_empty()
            && tables.iter().all(|table| table.dropped_indexes.is_empty())
        {
            return found;
        }
        let unique: BTreeSet<(&Key, String)> = tables
            .iter()
            .flat_map(|table| table.dropped_indexes.iter().filter(|index| index.unique).map(|index| (table.key, index)))
            .filter_map(|(key, index)| {
                let columns = index.columns()?;
                Some((key, columns.iter().map(|name| &*name.key).collect::<Vec<_>>().join(",")))
            })
            .collect();
        for (key, table) in self.before.tables() {
            if anew.contains(key) {
                continue;
            }
            for constraint in &table.constraints {
                // It goes and comes with that of the table it is a partition of.
                if self.old.is_inherited(table, constraint) && !table.parents.iter().any(|parent| anew.contains(parent))
                {
                    continue;
                }
                let (ConstraintKind::Foreign { columns: own, target, target_columns, .. }, Some(name)) =
                    (&constraint.kind, &constraint.name)
                else {
                    continue;
                };
                let primary = self.old.primary_of(target);
                let there = if target_columns.is_empty() { &primary } else { target_columns };
                let joined = there.iter().map(|name| &*name.key).collect::<Vec<_>>().join(",");
                let stands = keys.get(target).into_iter().flatten().any(|constraint| {
                    let own = constraint.kind.columns();
                    own.len() == there.len() && own.iter().all(|name| there.contains(name))
                });
                let changes = own.iter().any(|name| columns.contains(&(key, &*name.key)))
                    || there.iter().any(|name| columns.contains(&(target, &*name.key)));
                if stands || changes || anew.contains(target) || unique.contains(&(target, joined)) {
                    found.insert((key.clone(), name.key.clone()));
                }
            }
        }
        found
    }

    /// The foreign keys of new tables that point to tables which come later.
    pub(in crate::diff) fn late(
        &self,
        sides: &Sides<'c>,
        tables: &[TableDiff<'c>],
    ) -> BTreeMap<&'c Key, BTreeSet<usize>> {
        let new: BTreeMap<&'c Key, &'c crate::catalog::table::Table> = sides
            .come
            .iter()
            .filter_map(|(key, entry)| match &entry.object {
                Object::Table(table) => Some((*key, table)),
                _ => None,
            })
            .chain(tables.iter().filter(|table| table.other).map(|table| (table.key, table.new)))
            .collect();
        // Depth first; what is on the way already closes a circle.
        let mut late: BTreeMap<&'c Key, BTreeSet<usize>> = BTreeMap::new();
        let mut done: BTreeMap<&'c Key, bool> = BTreeMap::new();
        for &start in new.keys() {
            let mut stack: Vec<(&'c Key, usize)> = vec![(start, 0)];
            while let Some((key, at)) = stack.pop() {
                if at == 0 {
                    if done.contains_key(key) {
                        continue;
                    }
                    done.insert(key, false);
                }
                let Some(table) = new.get(key) else { continue };
                let next =
                    table.constraints.iter().enumerate().skip(at).find_map(|(at, constraint)| match &constraint.kind {
                        ConstraintKind::Foreign { target, .. } => Some((at, new.get_key_value(target)?.0)),
                        _ => None,
                    });
                let Some((at, &target)) = next else {
                    done.insert(key, true);
                    continue;
                };
                stack.push((key, at + 1));
                match done.get(target) {
                    // Who of two of one name comes first is not told by their names.
                    _ if target != key && target.name == key.name => drop(late.entry(key).or_default().insert(at)),
                    Some(false) if target != key => drop(late.entry(key).or_default().insert(at)),
                    None => stack.push((target, 0)),
                    Some(_) => (),
                }
            }
        }
        // What does not hold for all rows can be said only of a table that is there; and of keys over the same columns
        // `CREATE TABLE` makes one.
        for (&key, table) in &new {
            if self.dialect == Dialect::Postgres && table.bound.is_none() {
                late.entry(key).or_default().extend(twins(table));
                late.entry(key).or_default().extend(checks_of_row(self.after, key, table));
            }
            let open =
                table.constraints.iter().enumerate().filter(|(_, constraint)| {
                    constraint.details.not_valid && !self.new.is_inherited(table, constraint)
                });
            late.entry(key).or_default().extend(open.map(|(at, _)| at));
        }
        late
    }
}

/// The keys that come after another over the same columns.
fn twins(table: &Table) -> impl Iterator<Item = usize> + '_ {
    let is_key = |own: &Constraint| matches!(own.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
    let is_primary = |own: &Constraint| matches!(own.kind, ConstraintKind::Primary(_));
    table
        .constraints
        .iter()
        .enumerate()
        .filter(move |(at, own)| {
            let before = |other: usize, first: &Constraint| is_primary(first) || other < *at && !is_primary(own);
            let mut others = table.constraints.iter().enumerate().filter(|(other, _)| other != at);
            is_key(own)
                && others.any(|(other, first)| {
                    is_key(first) && before(other, first) && first.kind.columns() == own.kind.columns()
                })
        })
        .map(|(at, _)| at)
}
