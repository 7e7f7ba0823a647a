//! Which indexes come and go by themselves, and which are only hidden.

use migrate_core::Dialect;

use super::super::compare;
use super::super::table::TableDiff;
use crate::catalog::table::{Index, Table};

/// MySQL takes columns out of an index when they go, and the index with the last.
pub(super) fn goes_with_columns(table: &TableDiff<'_>, index: &Index) -> bool {
    index.columns().is_some_and(|columns| columns.iter().all(|name| table.drops(&name.key)))
}

/// Indexes of which nothing changes but whether queries may use them. MariaDB takes no notice where such an index is
/// dropped and added in one statement.
pub(super) fn hidden<'t>(table: &'t TableDiff<'_>, dialect: Dialect) -> Vec<(&'t Index, String)> {
    let (option, off, on) = match dialect {
        Dialect::MariaDb => ("ignored", "IGNORED", "NOT IGNORED"),
        _ => ("invisible", "INVISIBLE", "VISIBLE"),
    };
    let without = |whole: &Table, index: &Index| {
        let mut index = index.clone();
        index.details.options.remove(option);
        (compare::index_in(table.key, whole, &index, dialect), index.details.comment)
    };
    let same = |old: &&Index| {
        let new = table.added_indexes.iter().find(|new| new.name.key == old.name.key)?;
        (without(table.old, old) == without(table.new, new)).then(|| new.details.options.contains_key(option))
    };
    let found = table.dropped_indexes.iter().filter_map(|old| Some((old, same(&old)?)));
    found.map(|(old, is_off)| (old, if is_off { off } else { on }.to_owned())).collect()
}

/// InnoDB makes it with the foreign key, and gives it the same name.
pub(super) fn comes_with_foreign(table: &TableDiff<'_>, index: &Index) -> bool {
    index.details.options.contains_key("foreign key")
        && table
            .added_constraints
            .iter()
            .any(|constraint| constraint.name.as_ref().is_some_and(|name| name.key == index.name.key))
}
