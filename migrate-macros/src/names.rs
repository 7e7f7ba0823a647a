//! Rust names for revisions and labels.

use std::collections::BTreeSet;

use migrate_core::Revision;

/// A variant name for each revision, in their order: its slug in camel case, or its id where there is no slug. When two
/// slugs are the same the later revision's name ends in its id, so that adding a revision never renames an older one.
pub(crate) fn variants(revisions: &[Revision]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    revisions
        .iter()
        .map(|revision| {
            let plain =
                if revision.slug.is_empty() { camel(&format!("R_{}", revision.id)) } else { camel(&revision.slug) };
            let mut name = plain.clone();
            if !taken.insert(name.clone()) {
                name = format!("{plain}_{}", word(&revision.id));
                while !taken.insert(name.clone()) {
                    name.push('_');
                }
            }
            name
        })
        .collect()
}

/// A constant's name for each label.
pub(crate) fn constants<'a>(labels: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    labels
        .into_iter()
        .map(|label| {
            let mut name = word(label).to_uppercase();
            if name.starts_with(|c: char| c.is_ascii_digit()) || name == "_" || name.is_empty() {
                name.insert_str(0, "L_");
            }
            while !taken.insert(name.clone()) {
                name.push('_');
            }
            name
        })
        .collect()
}

/// `add_users-2` becomes `AddUsers2`.
fn camel(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(|c: char| !is_word(c)).flat_map(|part| part.split('_')) {
        let mut characters = part.chars();
        if let Some(first) = characters.next() {
            out.extend(first.to_uppercase());
            out.push_str(characters.as_str());
        }
    }
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) {
        out.insert(0, 'R');
    }
    if out == "Self" {
        out.push('_');
    }
    out
}

fn word(text: &str) -> String {
    text.chars().map(|c| if is_word(c) { c } else { '_' }).collect()
}

/// ASCII only: what else Rust allows in names, and in which normal form, is not worth the tables.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_become_variant_names() {
        for (slug, name) in
            [("add_users", "AddUsers"), ("2fa", "R2fa"), ("", "R"), ("self", "Self_"), ("a-b.c", "ABC"), ("ünï", "N")]
        {
            assert_eq!(camel(slug), name, "{slug}");
        }
    }

    #[test]
    fn labels_become_constants_that_do_not_collide() {
        assert_eq!(constants(["billing", "Billing", "2x", "a.b"]), ["BILLING", "BILLING_", "L_2X", "A_B"]);
    }
}
