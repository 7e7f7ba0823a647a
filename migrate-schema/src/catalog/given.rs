//! Names that a change gives.

use migrate_core::Dialect;

use super::action::Action;
use super::change::Change;
use super::fits::too_long;
use super::name::Ident;
use super::new::{NewConstraint, NewIndex};
use super::{Catalog, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// Schemas of PostgreSQL that are there without being made.
const SERVER: [&str; 2] = ["public", "information_schema"];

impl Catalog {
    /// Looks at the names that a change gives.
    pub(super) fn check_names(&self, change: &Change, out: &mut Vec<Diagnostic>) {
        if self.dialect.is_mysql_family() {
            out.extend(first_too_long(change));
        }
    }

    /// The schema in which a change makes the first thing, if nobody has made it.
    pub(crate) fn missing_schema<'c>(&self, change: &'c Change) -> Option<&'c Ident> {
        let path = match change {
            Change::CreateTable(new) if !new.temporary => &new.path,
            Change::CreateView(new) if !new.temporary => &new.path,
            Change::CreateType(new) => &new.path,
            Change::CreateSequence { path, temporary: false, .. } | Change::CreateRoutine { path, .. } => path,
            _ => return None,
        };
        let schema = path.schema.as_ref().filter(|_| self.dialect == Dialect::Postgres)?;
        let server = schema.key.starts_with("pg_") || SERVER.contains(&&*schema.key);
        let key = Key { space: Space::Schema, name: schema.key.clone(), schema: "".into() };
        let known = self.entries.get(&key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
        let unclear = server || known || !self.is_sure() || self.state.strangers;
        let first = || !self.entries.keys().any(|other| other.schema == schema.key);
        (!unclear && first()).then_some(schema)
    }
}

/// The first name that MySQL finds too long.
fn first_too_long(change: &Change) -> Option<Diagnostic> {
    let constraint = |new: &NewConstraint| new.name.as_ref().and_then(|name| too_long(name, "constraint"));
    let index = |new: &NewIndex| new.name.as_ref().and_then(|name| too_long(name, "index"));
    let column = |name: &Ident| too_long(name, "column");
    match change {
        Change::CreateTable(new) => too_long(&new.path.name, "table")
            .or_else(|| new.columns.iter().find_map(|new| column(&new.name)))
            .or_else(|| new.constraints.iter().find_map(constraint))
            .or_else(|| new.indexes.iter().find_map(index)),
        Change::CreateView(new) => too_long(&new.path.name, "view"),
        Change::AlterTable(alter) => alter.actions.iter().find_map(|action| match action {
            Action::AddColumn { column: new, .. } | Action::ReplaceColumn { column: new, .. } => column(&new.name),
            Action::AddConstraint(new) => constraint(new),
            Action::AddIndex(new) => index(new),
            Action::RenameColumn { to, .. } => column(to),
            Action::RenameTo(to) => too_long(&to.name, "table"),
            _ => None,
        }),
        _ => None,
    }
}
