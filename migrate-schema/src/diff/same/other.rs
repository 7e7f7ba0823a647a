//! What PostgreSQL has beside tables, types and functions, as far as introspection reads it: operators, statistics and
//! rules.

use migrate_core::Dialect;

use super::describe::{DEFINITION, Facets};
use super::text;
use crate::catalog::other::Other;
use crate::diff::{listed, statistics};
use crate::sql::text::meaning_of;

/// The kind of thing, and what is said of it; none of what introspection does not read.
pub(super) fn describe(other: &Other, facets: &mut Facets) -> Option<&'static str> {
    let definition = &other.definition;
    if other.undo.is_some() {
        // What is said about something; introspection reads the settings, and no privileges.
        let is_read = matches!(&*other.kind, "RULE" | "STATISTICS");
        facets.say(DEFINITION, &*definition.text, definition.meaning.replace("public.", ""));
        return is_read.then_some("setting");
    }
    let kind = match &*other.kind {
        "OPERATOR" => {
            // The server tells each of two partners of the other, whichever said so.
            let partner = |setting: &str| setting.starts_with("commutator ") || setting.starts_with("negator ");
            let listed = listed::meaning(&definition.text).unwrap_or_else(|| definition.meaning.to_string());
            let own: Vec<&str> = listed.split(", ").filter(|setting| !partner(setting)).collect();
            facets.say(DEFINITION, &*definition.text, own.join(", "));
            "operator"
        }
        "STATISTICS" => {
            let meaning = statistics::meaning(&definition.text).unwrap_or_else(|| definition.meaning.to_string());
            facets.say(DEFINITION, &*definition.text, meaning.replace("public.", ""));
            "statistics"
        }
        "RULE" => {
            let (event, action) = text::rule_parts(&definition.text)?;
            facets.plain("event", event.replace("public.", ""));
            facets.say(DEFINITION, action, meaning_of(action, Dialect::Postgres).replace("public.", ""));
            "rule"
        }
        _ => return None,
    };
    let since: Vec<String> = other.since.iter().map(|statement| statement.meaning.replace("public.", "")).collect();
    if !since.is_empty() {
        facets.plain("settings", since.join("; "));
    }
    Some(kind)
}
