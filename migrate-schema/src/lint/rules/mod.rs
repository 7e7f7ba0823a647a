//! One file for each lint, called as the lint is.

mod all_rows;
mod blocking_index;
mod blocking_maintenance;
mod change_type;
mod cut_name;
mod drop_column;
mod drop_constraint;
mod drop_table;
mod half_done;
mod ignored_reference;
mod implicit_value;
mod json_text;
mod limited_text;
pub(super) mod missing_down;
mod no_primary_key;
mod padded_text;
mod redundant_dependency;
mod redundant_index;
mod rename_column;
mod rename_table;
mod required_column;
mod residue;
mod rewriting_column;
mod rewritten_table;
mod serial_column;
mod set_not_null;
mod small_key;
mod timestamp_without_zone;
mod trigger_lock;
mod truncate_cascade;
mod unindexed_reference;
mod unique_constraint;
mod unknown_function;
mod unknown_schema;
mod unordered_value;
pub(super) mod unused_allow;
mod unused_dialect;
mod validated_constraint;

use super::Lint;

/// Every lint, by name.
pub static LINTS: &[&Lint] = &[
    &all_rows::LINT,
    &blocking_index::LINT,
    &blocking_maintenance::LINT,
    &change_type::LINT,
    &cut_name::LINT,
    &drop_column::LINT,
    &drop_constraint::LINT,
    &drop_table::LINT,
    &half_done::LINT,
    &ignored_reference::LINT,
    &implicit_value::LINT,
    &json_text::LINT,
    &limited_text::LINT,
    &missing_down::LINT,
    &no_primary_key::LINT,
    &padded_text::LINT,
    &redundant_dependency::LINT,
    &redundant_index::LINT,
    &rename_column::LINT,
    &rename_table::LINT,
    &required_column::LINT,
    &residue::LINT,
    &rewriting_column::LINT,
    &rewritten_table::LINT,
    &serial_column::LINT,
    &set_not_null::LINT,
    &small_key::LINT,
    &timestamp_without_zone::LINT,
    &trigger_lock::LINT,
    &truncate_cascade::LINT,
    &unindexed_reference::LINT,
    &unique_constraint::LINT,
    &unknown_function::LINT,
    &unknown_schema::LINT,
    &unordered_value::LINT,
    &unused_allow::LINT,
    &unused_dialect::LINT,
    &validated_constraint::LINT,
];

/// What rules need.
mod prelude {
    pub(super) use migrate_core::Dialect;

    pub(super) use crate::catalog::change::{Action, Change, Kind as Thing, NewConstraint, Numbered, Part};
    pub(super) use crate::catalog::constraint::ConstraintKind;
    pub(super) use crate::catalog::name::{Ident, POSTGRES_LENGTH, cut};
    pub(super) use crate::catalog::{Found, Object, Space};
    pub(super) use crate::diagnostic::{Code, Diagnostic};
    pub(super) use crate::files::settings::Level;
    pub(super) use crate::lint::seen::{Seen, columns, constraints, constraints_of, table};
    pub(super) use crate::lint::{Check, Group, Lint};
    pub(super) use crate::source::{Place, Span};
    pub(super) use crate::sql::Kind;
}
