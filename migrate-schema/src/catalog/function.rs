//! Functions that a query of PostgreSQL calls.
//!
//! The list of the server's own is never complete: newer versions have more, and anybody may have created an extension.
//! So only a name that is surely meant to be another is wrong: one that was dropped, or that is a slip away from one that
//! is there.

use std::sync::{Arc, OnceLock};

use migrate_core::Dialect;

use super::change::Kind;
use super::mention::Call;
use super::{Catalog, Found, Object, Space};
use crate::diagnostic::{Diagnostic, distance};

/// The functions of PostgreSQL 15 and of the extensions that come with it, and its types, which are called to cast. A line
/// each, sorted.
const SERVER: &str = include_str!("function/postgres.txt");

/// What is written like a call and is none, what later versions have, and what well-known extensions bring. Sorted.
const OTHERS: &[&str] = &[
    "all",
    "any",
    "any_value",
    "array",
    "array_reverse",
    "array_sample",
    "array_shuffle",
    "array_sort",
    "binary_quantize",
    "casefold",
    "cast",
    "coalesce",
    "collation",
    "cosine_distance",
    "crc32",
    "crc32c",
    "date_add",
    "date_subtract",
    "erf",
    "erfc",
    "exists",
    "extract",
    "gamma",
    "greatest",
    "grouping",
    "hamming_distance",
    "icu_unicode_version",
    "inner_product",
    "jaccard_distance",
    "json_array",
    "json_arrayagg",
    "json_exists",
    "json_object",
    "json_objectagg",
    "json_query",
    "json_scalar",
    "json_serialize",
    "json_table",
    "json_value",
    "l1_distance",
    "l2_distance",
    "l2_norm",
    "l2_normalize",
    "least",
    "lgamma",
    "merge_action",
    "normalize",
    "nullif",
    "overlay",
    "position",
    "random_normal",
    "row",
    "some",
    "substring",
    "subvector",
    "to_bin",
    "to_oct",
    "to_regtypemod",
    "treat",
    "trim",
    "unicode_assigned",
    "unicode_version",
    "uuid_extract_timestamp",
    "uuid_extract_version",
    "uuidv4",
    "uuidv7",
    "values",
    "vector_dims",
    "vector_norm",
    "xmlattributes",
    "xmlconcat",
    "xmlelement",
    "xmlexists",
    "xmlforest",
    "xmlparse",
    "xmlpi",
    "xmlroot",
    "xmlserialize",
    "xmltable",
    "xmltext",
];

fn server() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&str>> = OnceLock::new();
    NAMES.get_or_init(|| SERVER.lines().collect())
}

/// Whether the server or a well-known extension has a function of this name.
pub(super) fn is_brought(name: &str) -> bool {
    server().binary_search(&name).is_ok() || OTHERS.binary_search(&name).is_ok()
}

/// How many letters may differ where a name is surely a slip; none in short ones, of which too many are alike.
fn slips(name: &str) -> usize {
    match name.len() {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

impl Catalog {
    /// A function that is called must be there, as far as anybody can tell.
    pub(super) fn check_call(&self, call: &Call, out: &mut Vec<Diagnostic>) {
        let path = &call.path;
        let name = &path.name.key;
        if self.dialect != Dialect::Postgres
            || self.state.strangers
            || server().binary_search(&&**name).is_ok()
            || OTHERS.binary_search(&&**name).is_ok()
        {
            return;
        }
        let Found::Missing(gone) = self.find(Space::Routine, path) else { return };
        // `title(books)` is a column, and `mood('sad')` a cast.
        let cast = [Space::Type, Space::Relation].iter().any(|space| self.of_name(*space, name).next().is_some());
        if cast || call.row && self.may_be_column(name) {
            return;
        }
        let mut diagnostic = self.unknown(Kind::Function, path, gone.as_deref());
        if gone.is_some() {
            out.push(diagnostic);
            return;
        }
        let own = self.names(|object| matches!(object, Object::Routine { .. }));
        let own = own.iter().map(|name| &**name);
        let near = own.chain(server().iter().chain(OTHERS).copied()).filter(|other| other.len() > 2);
        let limit = slips(name);
        let meant = near
            .filter(|other| other.len().abs_diff(name.len()) <= limit)
            .map(|other| (distance(name, other), other))
            .filter(|(edits, _)| *edits <= limit)
            .min_by_key(|(edits, _)| *edits);
        if let Some((edits, meant)) = meant {
            if edits == 0 {
                // Another schema has it, which is said already.
                out.push(diagnostic);
                return;
            }
            diagnostic.help = vec![format!("did you mean `{meant}`?")];
            out.push(diagnostic);
        }
    }

    /// Whether something whose rows a query may pass has such a column.
    pub(super) fn may_be_column(&self, name: &Arc<str>) -> bool {
        self.entries.values().any(|entry| match &entry.object {
            Object::Table(table) => table.open || table.column(name).is_some(),
            Object::View(view) => view.columns.as_ref().is_none_or(|columns| columns.contains(name)),
            Object::Type { details, .. } => details.attributes.iter().any(|(own, _)| own.key == *name),
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_in_order() {
        assert!(server().is_sorted());
        assert!(OTHERS.is_sorted(), "{:?}", OTHERS.windows(2).find(|pair| pair[0] > pair[1]));
    }
}
