//! Columns of MySQL and MariaDB that are computed of others, and how they become others themselves.

use std::collections::BTreeSet;

use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::table::Column;
use crate::diff::table::TableDiff;

/// A column that is computed cannot become one that is not stored, and the other way round.
pub(super) fn needs_anew(old: &Column, new: &Column) -> bool {
    match (&old.generated, &new.generated) {
        (Some(_), Some(_)) => old.details.stored != new.details.stored,
        (None, Some(_)) => !new.details.stored,
        (Some(_), None) => !old.details.stored,
        (None, None) => false,
    }
}

/// The columns whose stored values come of one that is computed in another way from now on. The server changes such a one
/// in its books alone, and keeps what it has stored, unless these are said again.
pub(super) fn stale<'c>(table: &TableDiff<'c>) -> Vec<&'c str> {
    let mut other: Vec<&str> = table
        .changed
        .iter()
        .filter(|(_, new, change)| change.generated && new.generated.is_some())
        .map(|(_, new, _)| &*new.name.key)
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(name) = other.get(at).copied() {
        at += 1;
        for column in &table.new.columns {
            let own = &*column.name.key;
            let of_it = |used: &crate::catalog::name::Ident| *used.key == *name;
            if !other.contains(&own) && column.generated.as_ref().is_some_and(|expr| expr.columns.iter().any(of_it)) {
                other.push(own);
                if column.details.stored {
                    found.push(own);
                }
            }
        }
    }
    found
}

/// The checks that name a column which goes and comes in one statement: the server takes them away with it, or refuses.
pub(super) fn checks_of<'c>(table: &TableDiff<'c>, anew: &BTreeSet<&str>) -> Vec<&'c Constraint> {
    let names = |own: &Constraint| match &own.kind {
        ConstraintKind::Check(expr) => expr.columns.iter().any(|name| anew.contains(&*name.key)),
        _ => false,
    };
    let is =
        |own: &Constraint, other: &Constraint| matches!(other.kind, ConstraintKind::Check(_)) && other.name == own.name;
    let stays = |own: &&Constraint| {
        !own.details.options.contains_key("column")
            && own.name.is_some()
            && names(own)
            && table.old.constraints.iter().any(|other| is(own, other))
            && !table.added_constraints.iter().any(|other| is(own, other))
            && !table.renamed_constraints.iter().any(|(_, other)| is(own, other))
    };
    table.new.constraints.iter().map(|own| &**own).filter(stays).collect()
}

/// Whether the type is one that grows when its characters do.
pub(super) fn is_text(column: &Column, dialect: migrate_core::Dialect) -> bool {
    // MariaDB has no JSON of its own.
    let json = |ty: &str| ty == "json" && dialect == migrate_core::Dialect::MariaDb;
    column.ty.as_ref().map(|ty| ty.text.to_lowercase()).is_some_and(|ty| ty.ends_with("text") || json(&ty))
}
