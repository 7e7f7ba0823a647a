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

    /// The name, if it is that of an object that is not known.
    fn named(&self, object: &str) -> Option<&str> {
        let name = object.rsplit('.').next()?.trim_matches('"');
        self.names.get(name).map(String::as_str)
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
            let (object, on) = about(kind, line);
            let (object, on) = (&*object, &*on);
            let name = object.rsplit('.').next().unwrap_or_default();
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

/// What a line of a snapshot is about: the object, and the table that it belongs to, where it belongs to one.
fn about(kind: &str, line: &str) -> (String, String) {
    let words: Vec<&str> = line.split_whitespace().skip(2).collect();
    let behind = |marks: &[&str]| {
        let at = words.iter().position(|word| marks.contains(word));
        let word = at.and_then(|at| words[at + 1..].iter().find(|word| **word != "ONLY"));
        word.map_or(String::new(), |word| word.split('(').next().unwrap_or_default().to_owned())
    };
    let plain = |at: usize| words.get(at).map_or("", |word| word.split('(').next().unwrap_or_default()).to_owned();
    let table = |object: &str| object.rsplit_once('.').map_or(String::new(), |(table, _)| table.to_owned());
    match kind {
        "column" => (plain(0), table(&plain(0))),
        "index" | "trigger" => (plain(0), behind(&["ON"])),
        "routine" => (behind(&["FUNCTION", "PROCEDURE"]), String::new()),
        "rule" => (behind(&["RULE"]), behind(&["TO"])),
        "policy" => {
            let mut parts = words.first().map_or("", |word| word.trim_start_matches('(')).split(',');
            let table = [parts.next(), parts.next()].map(Option::unwrap_or_default).join(".");
            (parts.next().unwrap_or_default().to_owned(), table)
        }
        // Of a column it is `schema.table.column`.
        "privilege" if plain(1).split('.').count() == 3 => (plain(1), table(&plain(1))),
        "privilege" => (plain(1), String::new()),
        _ => (plain(0), String::new()),
    }
}
