//! What a cast does (PostgreSQL): the function may be told with its arguments or without.

use migrate_core::Dialect;

use crate::catalog::{Catalog, Object, Space};
use crate::read::type_meaning;

/// How values are turned, and when; the types are what a cast is known by.
pub(super) fn meaning(catalog: &Catalog, definition: &str) -> Option<String> {
    let (_, rest) = definition.split_once(") with")?;
    let Some(function) = rest.trim_start().strip_prefix("function ") else { return Some(rest.trim().to_owned()) };
    let function = function.replace("public .", "").replace("public.", "");
    let end = function.find(['(', ' ']).unwrap_or(function.len());
    let (name, behind) = function.split_at(end);
    let (arguments, when) = match behind.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((list, when)) => {
            let types = list.split(',').map(|ty| type_meaning(ty.trim(), Dialect::Postgres).to_string());
            (types.collect::<Vec<_>>().join(", "), when)
        }
        // Without them there is only one of the name.
        None => (only_arguments(catalog, name).unwrap_or_default(), behind),
    };
    Some(format!("function {name}({arguments}) {}", when.trim()))
}

fn only_arguments(catalog: &Catalog, name: &str) -> Option<String> {
    let last = name.rsplit('.').next()?.trim();
    let mut found = catalog.objects().filter(|(key, _)| key.space == Space::Routine && *key.name == *last).filter_map(
        |(_, entry)| match &entry.object {
            Object::Routine { details, .. } => Some(details),
            _ => None,
        },
    );
    let (Some(details), None) = (found.next(), found.next()) else { return None };
    let [only] = &details[..] else { return None };
    let types = only.arguments.split(", ").map(|ty| ty.strip_prefix("public.").unwrap_or(ty));
    Some(types.map(|ty| type_meaning(ty, Dialect::Postgres).to_string()).collect::<Vec<_>>().join(", "))
}
