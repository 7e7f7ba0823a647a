//! Storage parameters of tables, indexes and views (PostgreSQL): names that are slips of others, and values that are none.

use std::sync::Arc;

use super::wrong;
use crate::diagnostic::{Diagnostic, distance, nearest, semantic as codes};
use crate::source::Place;

/// Those of tables.
pub(super) const TABLE: &[&str] = &[
    "fillfactor",
    "toast_tuple_target",
    "parallel_workers",
    "autovacuum_enabled",
    "autovacuum_vacuum_threshold",
    "autovacuum_vacuum_scale_factor",
    "autovacuum_vacuum_insert_threshold",
    "autovacuum_vacuum_insert_scale_factor",
    "autovacuum_vacuum_max_threshold",
    "autovacuum_vacuum_cost_delay",
    "autovacuum_vacuum_cost_limit",
    "autovacuum_analyze_threshold",
    "autovacuum_analyze_scale_factor",
    "autovacuum_freeze_min_age",
    "autovacuum_freeze_max_age",
    "autovacuum_freeze_table_age",
    "autovacuum_multixact_freeze_min_age",
    "autovacuum_multixact_freeze_max_age",
    "autovacuum_multixact_freeze_table_age",
    "log_autovacuum_min_duration",
    "log_autoanalyze_min_duration",
    "user_catalog_table",
    "vacuum_index_cleanup",
    "vacuum_truncate",
    "vacuum_max_eager_freeze_failure_rate",
];

/// Those of indexes and views.
pub(super) const ELSE: &[&str] = &[
    "fillfactor",
    "deduplicate_items",
    "buffering",
    "fastupdate",
    "gin_pending_list_limit",
    "pages_per_range",
    "autosummarize",
    "security_barrier",
    "security_invoker",
    "check_option",
];

/// Parameters that are on or off.
const SWITCHES: &[&str] = &[
    "autovacuum_enabled",
    "user_catalog_table",
    "deduplicate_items",
    "fastupdate",
    "autosummarize",
    "security_barrier",
];

/// The first of some settings that the server does not know or take. A name that is far from all others may be one of
/// another way to keep rows.
pub(super) fn broken_settings(
    known: &[&str],
    at: Place,
    settings: &[(Arc<str>, Option<Arc<str>>)],
) -> Option<Diagnostic> {
    settings.iter().find_map(|(name, value)| broken(known, at, name, value.as_deref()))
}

fn broken(known: &[&str], at: Place, name: &str, value: Option<&str>) -> Option<Diagnostic> {
    let written = name.strip_prefix("with ")?;
    let name = written.strip_prefix("toast.").unwrap_or(written);
    if !known.contains(&name) {
        let near = nearest(name, known.iter().copied())?;
        let slip = name.len() > 5 && distance(name, near) <= 2 && name.as_bytes().first() == near.as_bytes().first();
        return slip.then(|| {
            let message = format!("unknown storage parameter `{written}`");
            wrong(&codes::UNKNOWN_OBJECT, at, message, "").help(format!("did you mean `{near}`?"))
        });
    }
    let value = value?.trim_matches('\'');
    if name == "fillfactor" && value.parse::<i64>().is_ok_and(|number| !(10..=100).contains(&number)) {
        let message = format!("`fillfactor` lies between 10 and 100, and {value} does not");
        return Some(wrong(&codes::MISFIT, at, message, ""));
    }
    let word = !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphabetic());
    let switch = SWITCHES.contains(&name) && word && !is_switch(value);
    (switch || name == "fillfactor" && word).then(|| {
        let wanted = if switch { "on or off" } else { "a number" };
        wrong(&codes::MISFIT, at, format!("`{written}` is {wanted}, and `{value}` is not"), "")
    })
}

/// Words for on and off, which may be shortened.
fn is_switch(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    ["true", "false", "yes", "no"].iter().any(|word| word.starts_with(&value)) || ["on", "off", "of"].contains(&&*value)
}
