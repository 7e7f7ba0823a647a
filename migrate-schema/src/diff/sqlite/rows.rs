//! What becomes of the rows of a table of SQLite that is made anew.

use super::super::loss::{Loss, LossKind};
use super::super::table::TableDiff;
use super::super::{Diff, compare};
use crate::catalog::query_table::Affinity;
use crate::catalog::table::{Column, NOT_ROWID, Table};

/// How the rows go over.
pub(super) struct Copied {
    /// The statement that does it; none if no column stays.
    pub(super) insert: Option<String>,
    /// What somebody has to add to it.
    pub(super) notes: Vec<String>,
}

impl<'c> Diff<'c> {
    /// The rows of `path` for the new table.
    pub(super) fn copied(&self, table: &TableDiff<'c>, path: &str, new_path: &str) -> Copied {
        let (mut into, mut from, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        let numbers = rowid(table.old);
        // Rows keep their rowid: the index of a full-text search knows them by nothing else.
        if let (Some(old), Some(new), None) = (numbers, rowid(table.new), alias(table.new)) {
            into.push(new.to_owned());
            from.push(old.to_owned());
        }
        for column in table.new.columns.iter().filter(|column| column.generated.is_none()) {
            let name = self.new.name(&column.name.text);
            let is_rowid = alias(table.new).is_some_and(|alias| alias.name.key == column.name.key);
            let Some(old) = table.old.column(&column.name.key) else {
                if let (true, Some(numbers)) = (is_rowid, numbers) {
                    into.push(name);
                    from.push(numbers.to_owned());
                } else if column.not_null && compare::default_of(column, self.dialect).is_none() && !is_rowid {
                    notes.push(format!(
                        "Rows that are there need a value for {name}, or this statement fails and nothing is changed:\n\
                         put {name} behind INTO and its value behind SELECT."
                    ));
                }
                continue;
            };
            into.push(name.clone());
            let old_name = self.old.name(&old.name.text);
            match (&column.default, column.not_null && !old.not_null) {
                (Some(default), true) => from.push(format!("coalesce({old_name}, {})", self.value(default))),
                (None, true) if !is_rowid => {
                    notes.push(format!(
                        "Rows without {name} need a value, or this statement fails and nothing is changed:\n\
                         put coalesce({name}, …) behind SELECT."
                    ));
                    from.push(old_name);
                }
                _ => from.push(old_name),
            }
        }
        // What the table says about conflicts is for later: here it would drop rows, and tell nobody.
        let or = if has_conflicts(table.new) { " OR ABORT" } else { "" };
        let (columns, values) = (into.join(", "), from.join(", "));
        let insert = format!("INSERT{or} INTO {new_path} ({columns})\nSELECT {values} FROM {path}");
        Copied { insert: (!into.is_empty()).then_some(insert), notes }
    }

    /// A default as a value among others: behind `DEFAULT` a name is a text.
    fn value(&self, default: &str) -> String {
        match super::word_as_text(default) {
            Some(text) => self.new.string(&text),
            None => self.new.expr(default),
        }
    }

    /// What the new table does not keep.
    pub(super) fn losses_of_rebuild(&self, table: &TableDiff<'c>) -> Vec<Loss> {
        let key = table.key;
        let lost = |column: &Column| self.loss_of_column(key, &column.name.text);
        let dropped = table.dropped.iter().filter(|column| column.generated.is_none()).map(|column| lost(column));
        let mut losses: Vec<Loss> = dropped.collect();
        for new in &table.new.columns {
            let Some(old) = table.old.column(&new.name.key) else { continue };
            if new.generated.is_some() {
                losses.extend(old.generated.is_none().then(|| lost(new)));
                continue;
            }
            let what = format!("{}.{}", key.name, new.name.text);
            let changed = table.changed.iter().any(|(_, column, change)| change.ty && column.name.key == new.name.key);
            let says = if changed && is_strict(table.new) {
                format!("values of `{what}` that are no {}", new.ty.as_ref().map_or("", |ty| &ty.text))
            } else if let Some(lost) = changed_values((affinity(table.old, old), affinity(table.new, new))) {
                format!("{lost} in `{what}`")
            } else {
                continue;
            };
            losses.push(Loss { kind: LossKind::Narrow, what, says });
        }
        losses
    }
}

/// The column that is the rowid under another name.
pub(in crate::diff) fn alias(table: &Table) -> Option<&Column> {
    let primary = table.primary().filter(|key| !key.details.options.contains_key(NOT_ROWID))?;
    let [one] = primary.kind.columns() else { return None };
    let column = table.column(&one.key)?;
    let integer = column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("integer"));
    (integer && has_rowid(table)).then_some(column)
}

/// Whether a column is of the key that a table without a rowid is kept by.
pub(in crate::diff) fn in_own_key(table: &Table, column: &Column) -> bool {
    !has_rowid(table)
        && table.primary().is_some_and(|key| key.kind.columns().iter().any(|name| name.key == column.name.key))
}

fn has_rowid(table: &Table) -> bool {
    !table.options.contains_key("without rowid")
}

fn is_strict(table: &Table) -> bool {
    table.options.contains_key("strict")
}

/// A name of the rowid that no column has taken.
fn rowid(table: &Table) -> Option<&'static str> {
    let free = ["rowid", "_rowid_", "oid"].into_iter().find(|name| table.column(name).is_none());
    free.filter(|_| has_rowid(table))
}

/// Whether it says anything about what to do with rows that break its rules.
fn has_conflicts(table: &Table) -> bool {
    table.constraints.iter().any(|constraint| constraint.details.on_conflict.is_some())
        || table.columns.iter().any(|column| column.details.options.contains_key("on conflict"))
}

fn affinity(table: &Table, column: &Column) -> Affinity {
    let ty = column.ty.as_ref().map_or("", |ty| &ty.text);
    if is_strict(table) && ty.eq_ignore_ascii_case("any") { Affinity::Blob } else { Affinity::of(ty) }
}

/// Which values become others where a column of one affinity gets another.
fn changed_values(affinities: (Affinity, Affinity)) -> Option<&'static str> {
    match affinities {
        (Affinity::Text | Affinity::Blob, Affinity::Integer | Affinity::Numeric | Affinity::Real) => {
            Some("texts that look like numbers and become such, '007' becomes 7,")
        }
        (Affinity::Integer | Affinity::Numeric, Affinity::Real) => Some("whole numbers of more than 15 digits"),
        (Affinity::Real | Affinity::Numeric | Affinity::Blob, Affinity::Text) => {
            Some("what numbers have beyond 15 digits")
        }
        _ => None,
    }
}
