//! What PostgreSQL refuses of definitions, whatever the names in them mean: types with lengths that cannot be, keys twice,
//! numbered columns that are no numbers, bounds that overlap. Looked at before the change is made, on the catalog as it
//! is; where several things are wrong, the first is said.

mod alter;
mod exclude;
mod key;
mod object;
mod opclass;
mod other;
mod parameters;
mod partition;
mod routine;
mod rule;
mod setting;
mod table;
mod trigger;
mod view;

use migrate_core::Dialect;

use super::Catalog;
use super::change::{Change, Kind};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Place;

/// One mistake at a place.
fn wrong(code: &'static Code, at: Place, message: impl Into<String>, label: &str) -> Diagnostic {
    Diagnostic::error(code, message.into()).at(at, label)
}

impl Catalog {
    /// The first rule that a change breaks.
    pub(super) fn broken_rule(&self, change: &Change) -> Option<Diagnostic> {
        if self.dialect != Dialect::Postgres {
            return match change {
                Change::Truncate(paths) => self.broken_truncate(paths),
                Change::DropOther { name, if_exists: false } | Change::AlterEvent { name, .. } => {
                    self.missing_event(name)
                }
                _ => None,
            };
        }
        self.broken_schema(change).or_else(|| match change {
            Change::CreateTable(new) => self.broken_table(new),
            Change::AlterTable(alter) => self.broken_alter(alter),
            Change::CreateIndex(new) => self.broken_index(new),
            Change::CreateView(new) => self.broken_view(new),
            Change::CreateSequence { path, options, owned_by, .. } => {
                self.broken_sequence(path, options, owned_by.as_ref())
            }
            Change::SetOptions { kind: Kind::Sequence, path, settings, owned_by, .. } => self
                .broken_altered_sequence(path, settings)
                .or_else(|| owned_by.as_ref()?.as_ref().and_then(|(table, column)| self.missing_owner(table, column))),
            Change::CreateType(new) => self.broken_type(new),
            Change::AlterType { path, kind, actions } => self.broken_alter_type(path, *kind, actions),
            Change::AddValue { path, .. } => self.no_enum(path),
            Change::CreateTrigger(new) => self.broken_trigger(new),
            Change::RenameTrigger { path, table, to } => self.broken_trigger_name(path, table, to),
            Change::CreateRoutine { path, kind, or_replace, details, .. } => {
                self.broken_routine(path, *kind, *or_replace, details)
            }
            Change::DropRoutines { kind, paths, if_exists, .. } => self.broken_drop(*kind, paths, *if_exists),
            Change::AlterRoutine { path, arguments, .. } => self.missing_routine(None, path, arguments.as_ref()),
            Change::Call(path, ..) => self.broken_call(path),
            Change::CreateOther(new) => self.broken_other(new),
            Change::DropOther { name, if_exists: false } => self.missing_other(name),
            Change::Comment { on, .. } => self.broken_comment(on),
            Change::Rename { kind, path, to, if_exists } => self.broken_rename(*kind, path, to, *if_exists),
            Change::Say(said) => self.broken_grant(said),
            Change::CreatePolicy { table, .. } => self.no_table(table, "a policy belongs to a table"),
            Change::Data(scope) => self.broken_write(scope),
            Change::Drop { kind, paths, cascade: false, .. } => self.broken_drops(*kind, paths),
            Change::Truncate(paths) => self.broken_truncate(paths),
            Change::Needs { kind: Kind::MaterializedView, path, .. } => self.no_materialized(path),
            Change::RefreshBeside(path) => self.no_key_of_rows(path),
            Change::SetOptions { kind: Kind::Index | Kind::View | Kind::MaterializedView, path, settings, .. } => {
                parameters::broken_settings(parameters::ELSE, path.name.place, settings)
            }
            Change::RenameSchema { from: _, to } => self.taken_schema(to),
            _ => None,
        })
    }
}
