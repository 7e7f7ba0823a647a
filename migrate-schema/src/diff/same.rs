//! Where two catalogs differ, told in words: for people who want to know what drifted, and for the tests that hold the
//! replay to real servers. What a server adds of itself, and what it prints in other words, is no difference.

mod describe;
mod ordinal;
mod other;
mod shown;
mod text;
mod trigger;

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;

use crate::catalog::{Catalog, Key, Object, Space};
use describe::{DEFINITION, Described, Facet, Part, describe};

/// What a trigger of PostgreSQL does, equal for two that say it in other words.
pub(super) fn trigger(text: &str) -> String {
    trigger::trigger(text, migrate_core::Dialect::Postgres)
}

/// What a policy of PostgreSQL demands, equal for two that say it in other words.
pub(super) fn policy(text: &str) -> String {
    text::policy(text)
}

/// What a rule says; none where it has no condition.
pub(super) fn rule_parts(definition: &str) -> Option<(String, &str)> {
    text::rule_parts(definition)
}

pub(super) fn rule(definition: &str) -> Option<String> {
    text::rule(definition)
}

/// What is published.
pub(super) fn publication(publication: &crate::catalog::publication::Publication) -> String {
    text::publication(publication)
}

/// What a view reads, equal for what is written and what the server prints of it.
pub(super) fn view(query: &str, columns: Option<&[std::sync::Arc<str>]>) -> String {
    text::view(query, columns, migrate_core::Dialect::Postgres)
}

/// What a range of PostgreSQL is made of, equal for two that say the same.
pub(super) fn type_definition(text: &str) -> String {
    text::type_definition(text, migrate_core::Dialect::Postgres)
}

/// The bound of a partition, equal for two that say the same values.
pub(super) fn bound(text: &str) -> String {
    text::bound(text, migrate_core::Dialect::Postgres)
}

pub(super) use shown::as_shown;
pub(super) use text::exclusion;

/// What tables have in a database of MySQL if nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// The character set.
    pub charset: String,
    /// The collation.
    pub collation: String,
    /// The engine.
    pub engine: String,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The object: `table users`.
    pub object: String,
    /// What of it: `column email`; none if the object as a whole is only on one side.
    pub part: Option<String>,
    /// How.
    pub change: Change,
    /// It is certain: no code that nobody can read may have made the difference.
    pub sure: bool,
}

/// How a difference is called that is about the order of columns.
const ORDER: &str = "order of columns";

impl Difference {
    /// It is about the order of columns, which PostgreSQL and SQLite have no statement for: a column that was dropped and
    /// is added again stands last.
    pub fn is_order(&self) -> bool {
        matches!(self.change, Change::Differs { what: ORDER, .. })
    }
}

/// How something differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is only on the left; with what it is there.
    OnlyLeft(String),
    /// It is only on the right; with what it is there.
    OnlyRight(String),
    /// It is on both, and this of it differs.
    Differs {
        /// What: `type`, `default`.
        what: &'static str,
        /// On the left.
        left: String,
        /// On the right.
        right: String,
    },
}

/// What differs, and what could not be compared.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// What differs, by object.
    pub differences: Vec<Difference>,
    /// What is not known well enough on one side, in words.
    pub unknown: Vec<String>,
}

/// Compares two catalogs of one dialect. `left` is the history, `right` what it is compared with. `defaults` are those of
/// the database, where one of the two is one.
pub fn compare(left: &Catalog, right: &Catalog, defaults: Option<&Defaults>) -> Comparison {
    let mut out = Comparison::default();
    let keys: BTreeSet<&Key> = left.objects().chain(right.objects()).map(|(key, _)| key).collect();
    for key in keys {
        let (one, two) = (left.entry(key), right.entry(key));
        let there = |entry: Option<&std::sync::Arc<crate::catalog::Entry>>| {
            entry.is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }))
        };
        let unknown = |entry: Option<&std::sync::Arc<crate::catalog::Entry>>| {
            entry.is_some_and(|entry| matches!(entry.object, Object::Unknown))
        };
        if unknown(one) || unknown(two) {
            if there(one) && there(two) {
                out.unknown.push(format!("`{}`", shown(key)));
            }
            continue;
        }
        if is_passed_over(key, left, right) {
            continue;
        }
        let describe_of = |catalog, entry: Option<&std::sync::Arc<crate::catalog::Entry>>| {
            entry.and_then(|entry| describe(catalog, key, entry, defaults))
        };
        // Code that nobody can read may have made and changed things.
        let sure = match there(one) {
            true => left.sure(key),
            false if key.space == Space::Trigger => left.triggers_are_sure(),
            false => left.is_sure(),
        };
        let before = out.differences.len();
        let (mut one, mut two) = (describe_of(left, one), describe_of(right, two));
        // The server writes the schema where the history has left it to `search_path`.
        for home in left.homes().iter().chain(right.homes()) {
            one.iter_mut().chain(&mut two).for_each(|described| described.without(home));
        }
        match (one, two) {
            (None, None) => (),
            (Some(one), None) => {
                out.differences.push(whole(one.object, Change::OnlyLeft(one.summary)));
            }
            (None, Some(two)) => {
                out.differences.push(whole(two.object, Change::OnlyRight(two.summary)));
            }
            (Some(one), Some(two)) if one.kind != two.kind => {
                out.differences.push(whole(one.object, Change::OnlyLeft(one.summary)));
                out.differences.push(whole(two.object, Change::OnlyRight(two.summary)));
            }
            (Some(mut one), Some(mut two)) => {
                // The server writes the action of a rule in its own words.
                let definition = |side: &Described| {
                    side.facets.iter().find(|facet| facet.what == DEFINITION).map(|facet| facet.meaning.clone())
                };
                let reworded = one.kind == "rule" && definition(&one) != definition(&two);
                if one.vague || two.vague || reworded {
                    out.unknown.push(one.object.clone());
                    // What one side does not know the other cannot be compared with.
                    for side in [&mut one, &mut two] {
                        side.facets.retain(|facet| facet.what != DEFINITION);
                    }
                }
                if same_query(key, left, right) {
                    for side in [&mut one, &mut two] {
                        side.facets.retain(|facet| facet.what != DEFINITION);
                    }
                }
                name_alike(&mut one.parts, &mut two.parts);
                facets(&one.object, None, &one.facets, &two.facets, &mut out);
                // An order can be told only of the same columns.
                let order = |parts: &[Part]| -> Vec<String> {
                    parts.iter().filter(|part| part.kind == "column").map(|part| part.name.clone()).collect()
                };
                let (before, after) = (order(&one.parts), order(&two.parts));
                let vague = (one.vague, two.vague);
                parts(&one.object, one.parts, two.parts, vague, &mut out);
                let same: bool = before.iter().collect::<BTreeSet<_>>() == after.iter().collect::<BTreeSet<_>>();
                if same && before != after && !vague.0 && !vague.1 {
                    out.differences.push(Difference {
                        object: one.object,
                        part: None,
                        change: Change::Differs { what: ORDER, left: before.join(", "), right: after.join(", ") },
                        sure: true,
                    });
                }
            }
        }
        out.differences[before..].iter_mut().for_each(|found| found.sure &= sure);
    }
    out
}

/// Whether a view reads the same on both sides, with what the catalogs know of the tables below it.
fn same_query(key: &Key, left: &Catalog, right: &Catalog) -> bool {
    let object = |catalog: &Catalog| catalog.entry(key).map(|entry| entry.object.clone());
    let (Some(one), Some(two)) = (object(left), object(right)) else { return false };
    match (left.dialect(), &one, &two) {
        (Dialect::MySql | Dialect::MariaDb, Object::View(first), Object::View(second)) => {
            super::view::same_in((left, first), (right, second))
        }
        (Dialect::Postgres, Object::View(_), Object::View(_)) => {
            super::compare::same_view(key, (left, &one), (right, &two))
        }
        _ => false,
    }
}

fn whole(object: String, change: Change) -> Difference {
    Difference { object, part: None, change, sure: true }
}

fn shown(key: &Key) -> String {
    if key.schema.is_empty() || matches!(&*key.schema, "public" | "main") {
        key.name.to_string()
    } else {
        format!("{}.{}", key.schema, key.name)
    }
}

/// What is never compared: temporary things, and what one side alone knows of: tables of tools, and what introspection names
/// and does not read.
fn is_passed_over(key: &Key, left: &Catalog, right: &Catalog) -> bool {
    let here = |catalog: &Catalog| catalog.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
    let tool = key.space == Space::Relation && crate::catalog::LEDGERS.contains(&&*key.name.to_lowercase());
    let unread = |catalog: &Catalog| match catalog.entry(key).map(|entry| &entry.object) {
        Some(Object::Table(table)) => table.is_foreign(),
        Some(Object::Type { details, .. }) => details.is_base(),
        _ => false,
    };
    let alone = here(left) != here(right);
    key.schema.starts_with('\u{1}') || alone && (tool || unread(left) || unread(right))
}

/// A constraint without a name is the one that demands the same on the other side.
fn name_alike(one: &mut [Part], two: &mut [Part]) {
    fn give(from: &[Part], to: &mut [Part]) {
        let mut taken: BTreeSet<String> = to.iter().map(|part| part.name.clone()).collect();
        for part in to.iter_mut().filter(|part| part.nameless) {
            let same = |other: &&Part| {
                other.kind == part.kind
                    && !other.nameless
                    && other.facets == part.facets
                    && !taken.contains(&other.name)
            };
            if let Some(other) = from.iter().find(same) {
                part.name = other.name.clone();
                taken.insert(other.name.clone());
            }
        }
    }
    give(two, one);
    give(one, two);
}

fn parts(object: &str, one: Vec<Part>, two: Vec<Part>, vague: (bool, bool), out: &mut Comparison) {
    let by_name = |parts: Vec<Part>| -> BTreeMap<(&'static str, String), Part> {
        let mut map = BTreeMap::new();
        for part in parts {
            let (kind, mut name) = (part.kind, part.name.clone());
            // Two without a name that demand the same.
            while map.contains_key(&(kind, name.clone())) {
                name.push('\'');
            }
            map.insert((kind, name), part);
        }
        map
    };
    let (one, mut two) = (by_name(one), by_name(two));
    for (key, left) in one {
        let title = Some(format!("{} {}", left.kind, left.name));
        match two.remove(&key) {
            Some(right) => facets(object, title, &left.facets, &right.facets, out),
            // The other side may have it, too.
            None if vague.1 => (),
            None => out.differences.push(Difference {
                object: object.to_owned(),
                part: title,
                change: Change::OnlyLeft(left.summary()),
                sure: true,
            }),
        }
    }
    for (_, right) in two.into_iter().filter(|_| !vague.0) {
        out.differences.push(Difference {
            object: object.to_owned(),
            part: Some(format!("{} {}", right.kind, right.name)),
            change: Change::OnlyRight(right.summary()),
            sure: true,
        });
    }
}

fn facets(object: &str, part: Option<String>, one: &[Facet], two: &[Facet], out: &mut Comparison) {
    let find = |facets: &[Facet], what: &str| facets.iter().find(|facet| facet.what == what).cloned();
    let names: BTreeSet<&'static str> = one.iter().chain(two).map(|facet| facet.what).collect();
    for what in names {
        let (left, right) = (find(one, what), find(two, what));
        let unclear = [&left, &right].into_iter().flatten().any(Facet::is_unclear);
        if left != right && !unclear {
            let shown = |facet: Option<Facet>| facet.map_or_else(|| "none".to_owned(), |facet| facet.shown);
            out.differences.push(Difference {
                object: object.to_owned(),
                part: part.clone(),
                change: Change::Differs { what, left: shown(left), right: shown(right) },
                sure: true,
            });
        }
    }
}
