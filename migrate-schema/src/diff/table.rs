//! What is different between two tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use migrate_core::Dialect;

use super::compare::{self, ColumnChange};
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Catalog, Key, Object, Space};
use crate::render::Writer;

/// A table before and after, with what is different about it.
#[derive(Debug)]
pub(super) struct TableDiff<'c> {
    /// Its key, the same on both sides.
    pub(super) key: &'c Key,
    /// As it was.
    pub(super) old: &'c Table,
    /// As it is to be.
    pub(super) new: &'c Table,
    /// Columns that come.
    pub(super) added: Vec<&'c Column>,
    /// Columns that go.
    pub(super) dropped: Vec<&'c Column>,
    /// Columns that change.
    pub(super) changed: Vec<(&'c Column, &'c Column, ColumnChange)>,
    /// Constraints that come.
    pub(super) added_constraints: Vec<&'c Constraint>,
    /// Constraints that go.
    pub(super) dropped_constraints: Vec<&'c Constraint>,
    /// Constraints that get another name.
    pub(super) renamed_constraints: Vec<(&'c Constraint, &'c Constraint)>,
    /// Constraints whose rows are checked from now on.
    pub(super) validated: Vec<&'c Constraint>,
    /// Comments of constraints that change.
    pub(super) commented_constraints: Vec<&'c Constraint>,
    /// Indexes that come.
    pub(super) added_indexes: Vec<Index>,
    /// Indexes that go.
    pub(super) dropped_indexes: Vec<Index>,
    /// Indexes that get another name.
    pub(super) renamed_indexes: Vec<(Index, Index)>,
    /// Comments of indexes that change, where they are apart.
    pub(super) commented_indexes: Vec<Index>,
    /// What stands behind the columns is not as it was.
    pub(super) options: bool,
    /// The columns that stay have another order.
    pub(super) order: bool,
    /// It is another table of the name: see [`is_other`].
    pub(super) other: bool,
}

impl TableDiff<'_> {
    /// Whether there is anything to do.
    pub(super) fn is_empty(&self, with_order: bool) -> bool {
        self.added.is_empty()
            && self.dropped.is_empty()
            && self.changed.is_empty()
            && self.added_constraints.is_empty()
            && self.dropped_constraints.is_empty()
            && self.renamed_constraints.is_empty()
            && self.validated.is_empty()
            && self.commented_constraints.is_empty()
            && self.added_indexes.is_empty()
            && self.dropped_indexes.is_empty()
            && self.renamed_indexes.is_empty()
            && self.commented_indexes.is_empty()
            && !self.options
            && !(self.order && with_order)
    }

    /// Whether a column goes.
    pub(super) fn drops(&self, column: &str) -> bool {
        self.dropped.iter().any(|dropped| &*dropped.name.key == column)
    }
}

/// Whether a table of PostgreSQL has to be made anew: how it is cut into parts cannot be changed, nor on which server it is.
pub(super) fn is_other(before: (&Catalog, &Table), after: (&Catalog, &Table)) -> bool {
    is_cut_anew(before, after) || before.1.options.get("server") != after.1.options.get("server")
}

/// Whether a table of PostgreSQL is cut into parts in another way, or by a type that has to be made anew.
pub(super) fn is_cut_anew(before: (&Catalog, &Table), after: (&Catalog, &Table)) -> bool {
    let by = |table: &Table| compare::partitioning(table, Dialect::Postgres);
    by(before.1) != by(after.1) || by(before.1).is_some() && loses_values(before, after.0)
}

/// Whether an enum that a table is cut by gets other values than more of them.
fn loses_values((before, table): (&Catalog, &Table), after: &Catalog) -> bool {
    let mut named = BTreeSet::new();
    if let Some(by) = table.options.get("partition by") {
        super::order::words(by, Dialect::Postgres, &mut named);
    }
    let columns = table.columns.iter().filter(|column| named.contains(&*column.name.key));
    let own = columns.filter_map(|column| column.ty.as_ref()?.own.as_ref());
    own.into_iter().any(|own| {
        let is_it = |key: &Key| super::postgres::is_named(own, key);
        let kept =
            before.objects().filter(|(key, _)| key.space == Space::Type && is_it(key)).all(|(key, entry)| {
                match (&entry.object, after.object(key)) {
                    (Object::Type { values: Some(old), .. }, Some(Object::Type { values: Some(new), .. })) => {
                        is_extended(old, new)
                    }
                    _ => true,
                }
            });
        !kept
    })
}

/// Whether an enum keeps its values in their order, and only gets more: `ALTER TYPE` can do it.
pub(super) fn is_extended(old: &[Arc<str>], new: &[Arc<str>]) -> bool {
    let mut rest = new.iter();
    old.iter().all(|value| rest.any(|other| other == value))
}

/// Whether a table that was made of what a query returns has a column, although nobody can say of which type.
fn may_have(table: &Table, column: &str) -> bool {
    let named = table.names.as_ref().map(|names| names.iter().any(|name| **name == *column));
    table.open && table.columns.is_empty() && named.unwrap_or(true)
}

/// Compares a table of two catalogs.
pub(super) fn compare<'c>(
    before: &'c Catalog,
    after: &'c Catalog,
    key: &'c Key,
    old: &'c Table,
    new: &'c Table,
) -> TableDiff<'c> {
    let dialect = after.dialect();
    let of = |table: &'c Table| table.columns.iter().map(|column| &**column);
    let old_columns: BTreeMap<&str, &Column> = of(old).map(|column| (&*column.name.key, column)).collect();
    let new_columns: BTreeMap<&str, &Column> = of(new).map(|column| (&*column.name.key, column)).collect();
    let missing = |column: &&Column, known: &BTreeMap<&str, &Column>, table: &Table| {
        !known.contains_key(&*column.name.key) && !may_have(table, &column.name.key)
    };
    let added: Vec<&Column> = of(new).filter(|column| missing(column, &old_columns, old)).collect();
    let dropped: Vec<&Column> = of(old).filter(|column| missing(column, &new_columns, new)).collect();
    let changed = of(new)
        .filter_map(|column| {
            let other = *old_columns.get(&*column.name.key)?;
            let change = compare::column((before, key, other), (after, key, column));
            change.any().then_some((other, column, change))
        })
        .collect();
    let mut diff = TableDiff {
        key,
        old,
        new,
        added,
        dropped,
        changed,
        added_constraints: Vec::new(),
        dropped_constraints: Vec::new(),
        renamed_constraints: Vec::new(),
        validated: Vec::new(),
        commented_constraints: Vec::new(),
        added_indexes: Vec::new(),
        dropped_indexes: Vec::new(),
        renamed_indexes: Vec::new(),
        commented_indexes: Vec::new(),
        options: compare::options(old, dialect) != compare::options(new, dialect),
        order: {
            let stay = |table: &'c Table, other: &BTreeMap<&str, &Column>| -> Vec<&'c str> {
                table.columns.iter().map(|column| &*column.name.key).filter(|name| other.contains_key(name)).collect()
            };
            stay(old, &new_columns) != stay(new, &old_columns)
        },
        other: dialect == Dialect::Postgres && is_other((before, old), (after, new)),
    };
    constraints(before, after, &mut diff);
    indexes(before, after, &mut diff);
    diff
}

fn constraints<'c>(before: &'c Catalog, after: &'c Catalog, diff: &mut TableDiff<'c>) {
    let (dialect, key) = (after.dialect(), diff.key);
    // A table gets the constraints of its parents with them; when it leaves them, it keeps what it has.
    let staying = staying_parents(before, after, diff);
    let is_inherited = |catalog: &'c Catalog, table: &'c Table, constraint: &Constraint| {
        !staying.is_empty() && Writer::new(catalog).is_inherited_from(&staying, table, constraint)
    };
    let own = |catalog: &'c Catalog, table: &'c Table| -> Vec<(&'c Constraint, String)> {
        table
            .constraints
            .iter()
            .filter(|constraint| !is_inherited(catalog, table, constraint))
            .map(|constraint| (&**constraint, compare::constraint_in(catalog, key, table, constraint)))
            .collect()
    };
    let mut old = own(before, diff.old);
    let mut new = own(after, diff.new);
    let space = |constraint: &Constraint| match dialect {
        Dialect::MySql | Dialect::MariaDb => constraint.kind.name(),
        Dialect::Postgres | Dialect::Sqlite => "",
    };
    let id = |constraint: &Constraint| -> Option<(Arc<str>, &'static str)> {
        Some((constraint.name.as_ref()?.key.clone(), space(constraint)))
    };
    // Those that have the same name: equal, or another of the name.
    let by_name: BTreeMap<(Arc<str>, &str), usize> =
        old.iter().enumerate().filter_map(|(at, (constraint, _))| Some((id(constraint)?, at))).collect();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut rest = Vec::new();
    for (constraint, meaning) in new.drain(..) {
        match id(constraint).and_then(|id| by_name.get(&id)).filter(|at| !taken.contains(at)) {
            Some(&at) if old[at].1 == meaning => {
                taken.insert(at);
                same(old[at].0, constraint, diff);
            }
            _ => rest.push((constraint, meaning)),
        }
    }
    // Those that say the same under another name, or under none.
    let mut by_meaning: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, meaning)) in old.iter().enumerate().rev().filter(|(at, _)| !taken.contains(at)) {
        by_meaning.entry(meaning.clone()).or_default().push(at);
    }
    for (constraint, meaning) in rest {
        // In PostgreSQL the name must be free to be given.
        let is_index = |name: &Arc<str>| diff.old.indexes.iter().any(|index| index.name.key == *name);
        let free = dialect != Dialect::Postgres
            || id(constraint).is_none_or(|id| !by_name.contains_key(&id) && !is_index(&id.0));
        let Some(at) = by_meaning.get_mut(&meaning).filter(|_| free).and_then(Vec::pop) else {
            // A table must have the checks of its parents to join them.
            let first = matches!(constraint.kind, ConstraintKind::Check(_));
            if first || !Writer::new(after).is_inherited(diff.new, constraint) {
                diff.added_constraints.push(constraint);
            }
            continue;
        };
        let other = old[at].0;
        taken.insert(at);
        let renamed = match (&other.name, &constraint.name) {
            (Some(a), Some(b)) => a.key != b.key,
            (None, None) => false,
            _ => dialect == Dialect::Sqlite,
        };
        let kept = dialect.is_mysql_family() && matches!(constraint.kind, ConstraintKind::Primary(_));
        // One whose rows are not to be checked any more goes and comes again, under its new name.
        let again = !other.details.not_valid && constraint.details.not_valid;
        if renamed && !kept && !again {
            diff.renamed_constraints.push((other, constraint));
        }
        same(other, constraint, diff);
    }
    let mut at = 0;
    old.retain(|_| {
        at += 1;
        !taken.contains(&(at - 1))
    });
    diff.dropped_constraints.extend(old.into_iter().map(|(constraint, _)| constraint));
}

/// Whether a table has the parents it had, and these are what they were.
fn stays_with_parents(before: &Catalog, after: &Catalog, diff: &TableDiff<'_>) -> bool {
    let (old, new) = (diff.old, diff.new);
    let same = old.parents == new.parents && compare::same_bound(old, new, after.dialect());
    same && !old.parents.iter().any(|parent| is_parent_cut(before, after, parent))
}

/// The parents that a table keeps, and that are what they were: what changes there changes here.
pub(super) fn staying_parents(before: &Catalog, after: &Catalog, diff: &TableDiff<'_>) -> Vec<Key> {
    let (old, new) = (diff.old, diff.new);
    if !compare::same_bound(old, new, after.dialect()) {
        return Vec::new();
    }
    let stays = |parent: &&Key| new.parents.contains(parent) && !is_parent_cut(before, after, parent);
    old.parents.iter().filter(stays).cloned().collect()
}

fn is_parent_cut(before: &Catalog, after: &Catalog, parent: &Key) -> bool {
    match (before.table(parent), after.table(parent)) {
        (Some(old), Some(new)) => is_cut_anew((before, old), (after, new)),
        (old, new) => old.is_some() || new.is_some(),
    }
}

/// What may be different about two constraints that say the same.
fn same<'c>(old: &'c Constraint, new: &'c Constraint, diff: &mut TableDiff<'c>) {
    match (old.details.not_valid, new.details.not_valid) {
        (true, false) => diff.validated.push(new),
        (false, true) => {
            diff.dropped_constraints.push(old);
            diff.added_constraints.push(new);
        }
        _ => (),
    }
    if old.details.comment != new.details.comment {
        diff.commented_constraints.push(new);
    }
}

/// Indexes of a partition that its table has, too, before and after, and that get another name.
fn renamed_of_parents(diff: &mut TableDiff<'_>, old: &[String], new: &[String], dialect: Dialect) {
    for index in &diff.new.indexes {
        let says = compare::index(index, dialect);
        if !old.contains(&says) || !new.contains(&says) {
            continue;
        }
        let one = |table: &Table| -> Option<Index> {
            let mut found = table.indexes.iter().filter(|own| compare::index(own, dialect) == says);
            found.next().map(|index| (**index).clone()).filter(|_| found.next().is_none())
        };
        if let (Some(was), Some(is)) = (one(diff.old), one(diff.new))
            && was.name.key != is.name.key
            && !(was.details.handed_down && is.details.handed_down)
        {
            diff.renamed_indexes.push((was, is));
        }
    }
}

fn indexes(before: &Catalog, after: &Catalog, diff: &mut TableDiff<'_>) {
    let (dialect, key) = (after.dialect(), diff.key);
    // A partition has the indexes of its parent, whatever they are called.
    let of_parents = |catalog: &Catalog, table: &Table| -> Vec<String> {
        let writer = Writer::new(catalog);
        if table.bound.is_none() {
            return Vec::new();
        }
        let parents = table.parents.iter().filter_map(|parent| writer.table(parent));
        parents.flat_map(|parent| parent.indexes.iter().map(|index| compare::index(index, dialect))).collect()
    };
    let stays = stays_with_parents(before, after, diff);
    let (of_old, of_new) = (of_parents(before, diff.old), of_parents(after, diff.new));
    // One that somebody named becomes a part of what its table gets.
    let named = |index: &Index| {
        let says = compare::index(index, dialect);
        !index.details.handed_down && of_new.contains(&says) && !of_old.contains(&says)
    };
    let own = |table: &Table, parents: &[String]| -> Vec<Index> {
        let indexes = table.indexes.iter().map(|index| &**index);
        let own = indexes.filter(|index| !stays || !parents.contains(&compare::index(index, dialect)) || named(index));
        own.cloned().collect()
    };
    if stays {
        renamed_of_parents(diff, &of_old, &of_new, dialect);
    }
    let come_with: Vec<String> = if stays { Vec::new() } else { of_new.clone() };
    let (old, new) = (own(diff.old, &of_old), own(diff.new, &of_new));
    let (old, new) = (&old, &new);
    let meaning = |table: &Table, index: &Index| {
        let mut meaning = compare::index_in(key, table, index, dialect);
        if dialect.is_mysql_family() {
            meaning.push_str(index.details.comment.as_deref().unwrap_or_default());
        }
        meaning
    };
    let by_name: BTreeMap<&str, usize> = old.iter().enumerate().map(|(at, index)| (&*index.name.key, at)).collect();
    let meanings: Vec<String> = old.iter().map(|index| meaning(diff.old, index)).collect();
    let mut taken = BTreeSet::new();
    let mut rest = Vec::new();
    for index in new {
        let own = meaning(diff.new, index);
        match by_name.get(&*index.name.key) {
            Some(&at) if meanings[at] == own => {
                taken.insert(at);
                if old[at].details.comment != index.details.comment {
                    diff.commented_indexes.push(index.clone());
                }
                // In other letters.
                if dialect.is_mysql_family() && old[at].name.text != index.name.text {
                    diff.renamed_indexes.push((old[at].clone(), index.clone()));
                }
            }
            _ => rest.push((index, own)),
        }
    }
    let new_names: BTreeSet<&str> = new.iter().map(|index| &*index.name.key).collect();
    for (index, own) in rest {
        let other = (0..old.len())
            .find(|at| !taken.contains(at) && meanings[*at] == own && !new_names.contains(&*old[*at].name.key));
        match other {
            // SQLite cannot rename an index; where another has the name, it has to go first anyway.
            Some(at)
                if dialect != Dialect::Sqlite
                    && !by_name.contains_key(&*index.name.key)
                    && !(dialect == Dialect::Postgres && diff.old.constraint(&index.name.key).is_some()) =>
            {
                taken.insert(at);
                diff.renamed_indexes.push((old[at].clone(), index.clone()));
                if dialect == Dialect::Postgres && old[at].details.comment != index.details.comment {
                    diff.commented_indexes.push(index.clone());
                }
            }
            _ if come_with.contains(&compare::index(index, dialect)) && !named(index) => (),
            _ => diff.added_indexes.push(index.clone()),
        }
    }
    diff.dropped_indexes =
        old.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, index)| index.clone()).collect();
}
