//! A catalog written down and read again is the same.

use migrate_schema::catalog::{Catalog, Object};
use migrate_schema::diff::{Filter, diff, same, script};

/// What is not as before when a catalog is written as SQL and that is read: what is wrong with the SQL, and what differs.
/// What is about a thing that is not wholly known is left out.
#[must_use]
pub fn again(catalog: &Catalog) -> Vec<String> {
    let vague: Vec<&str> = catalog
        .objects()
        .filter(|(_, entry)| match &entry.object {
            Object::Unknown => true,
            Object::Table(table) => table.open || table.loose && !table.family,
            Object::View(view) => view.details.query.is_empty(),
            _ => false,
        })
        .map(|(key, _)| &*key.name)
        .collect();
    // They cannot be written down either.
    let exclude = vague.iter().map(ToString::to_string).collect();
    let filter = Filter { include: Vec::new(), exclude };
    let mut other = Catalog::new(catalog.dialect(), []);
    let text = script::text(&diff(&other, catalog, &filter).steps, false);
    let mut found = script::apply(&mut other, "rendered.sql", &text);
    let compared = same::compare(catalog, &other, None);
    let sure = compared.differences.iter().filter(|difference| difference.sure);
    found.extend(sure.map(|difference| format!("{difference:?}")));
    let about = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.any(|word| vague.contains(&word))
    };
    found.retain(|text| !about(text));
    found
}
