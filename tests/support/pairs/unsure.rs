//! What the product itself says that it does not know of a history: what code made that nobody reads. Where a pair of a
//! real project differs in that alone, it is neither right nor wrong, and counted apart.

use std::collections::BTreeSet;

use migrate_schema::catalog::{Catalog, Object};

/// What is not known of a schema.
#[derive(Debug, Clone, Default)]
pub struct Unsure {
    /// Names that code may have made, changed or dropped.
    names: BTreeSet<String>,
    /// Code may have made triggers.
    triggers: bool,
    /// Code may have made whatever is not known to be there.
    anything: bool,
    /// Names that are known to be there.
    known: BTreeSet<String>,
}

impl Unsure {
    /// What a catalog leaves open.
    pub fn of(catalog: &Catalog) -> Unsure {
        let mut unsure =
            Unsure { triggers: !catalog.triggers_are_sure(), anything: !catalog.is_sure(), ..Unsure::default() };
        for (key, entry) in catalog.objects() {
            let open = match &entry.object {
                Object::Unknown => true,
                Object::Table(table) => table.open,
                _ => false,
            };
            let names = if open { &mut unsure.names } else { &mut unsure.known };
            names.insert(key.name.to_string());
        }
        unsure
    }

    /// What two schemas leave open.
    #[must_use]
    pub fn and(mut self, other: Unsure) -> Unsure {
        self.names.extend(other.names);
        self.known.extend(other.known);
        self.triggers |= other.triggers;
        self.anything |= other.anything;
        self
    }

    /// Which of the parts of a name, with dots between them, is not known.
    fn named(&self, object: &str) -> Option<&str> {
        object.split('.').map(|part| part.trim_matches('"')).find_map(|part| self.names.get(part)).map(String::as_str)
    }

    /// Why a refusal says nothing: it is about something that nobody knows.
    pub fn refusal(&self, error: &str) -> Option<String> {
        let mut quoted = error.lines().next()?.split('"').skip(1).step_by(2);
        let name = quoted.find_map(|name| self.named(name))?;
        Some(format!("code that nobody reads decides about {name:?}"))
    }

    /// Why lines that differ say nothing: each of them is about something that nobody knows.
    pub fn difference(&self, text: &str) -> Option<String> {
        let mut whole = BTreeSet::new();
        let mut left = Vec::new();
        for line in text.lines().map(str::trim) {
            let kind = line.split_whitespace().nth(1)?;
            let object = line.split_whitespace().nth(2).unwrap_or_default();
            let name = object.rsplit('.').next().unwrap_or_default();
            let on = line.split_once(" ON ").map_or("", |(_, on)| on.trim_start_matches("ONLY "));
            let on = on.split_whitespace().next().unwrap_or_default();
            let reason = self.named(object).or_else(|| self.named(on)).map(str::to_owned).or_else(|| match kind {
                "trigger" if self.triggers => Some("triggers".to_owned()),
                "relation" | "sequence" | "index" | "view" | "type" | "function" | "enum"
                    if self.anything && line.starts_with("is") && !self.known.contains(name) =>
                {
                    Some(name.to_owned())
                }
                _ => None,
            });
            match reason {
                Some(reason) => whole.extend([reason, object.to_owned()]),
                None => left.push(object.to_owned()),
            }
        }
        // Columns, constraints and indexes of a table that nobody knows.
        let belongs = |object: &String| {
            whole.contains(object) || object.rsplit_once('.').is_some_and(|(table, _)| whole.contains(table))
        };
        if !left.iter().all(belongs) {
            return None;
        }
        Some(format!("code that nobody reads decides about {:?}", whole.first()?))
    }
}
