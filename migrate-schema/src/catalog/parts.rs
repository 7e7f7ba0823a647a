//! Events, functions and procedures of MySQL and MariaDB in parts: `ALTER` changes one of them, and the server shows them in
//! an order of its own and without what holds anyway.

use std::sync::Arc;

use super::change::Kind;
use super::details::{Definition, Options, RoutineDetails, Settings, set};
use super::name::{Ident, Path};
use super::other::OtherName;
use super::{Catalog, Entry, Found, Object, Space};

/// The names of what may be said, in the order in which it is written.
const ORDER: &[&str] = &["schedule", "completion", "state", "deterministic", "data", "sql security", "comment"];

/// A text, and what is equal for two that say the same.
#[derive(Debug, Clone, Default)]
pub struct Code {
    /// As it is written.
    pub text: Arc<str>,
    /// Equal for two that differ in spaces, comments and the case of words only.
    pub meaning: Arc<str>,
}

/// A definition in parts.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Who made it, as behind `DEFINER =`; none is who runs the statement.
    pub definer: Option<Arc<str>>,
    /// What it is, its name, its arguments and what it returns.
    pub head: Code,
    /// What is said about it between the head and the body, by the names of `ORDER`. What holds anyway is left out.
    pub said: Options,
    /// What it does, with the word before it.
    pub body: Code,
}

impl Parts {
    /// The whole, written again.
    pub fn text(&self) -> String {
        let definer = self.definer.as_ref().map(|who| format!("DEFINER={who} ")).unwrap_or_default();
        format!("CREATE {definer}{}{}\n{}", self.head.text, self.said(), self.body.text)
    }

    /// Equal for two that say the same, whoever made them.
    pub fn meaning(&self) -> String {
        format!("create {}{} {}", self.head.meaning, self.said(), self.body.meaning)
    }

    fn said(&self) -> String {
        ORDER.iter().filter_map(|name| self.said.get(*name)).map(|text| format!(" {text}")).collect()
    }
}

/// What `ALTER` sets of a definition.
#[derive(Debug, Clone, Default)]
pub struct PartsChange {
    /// Who is to have made it.
    pub definer: Option<Arc<str>>,
    /// What is said, and what is not any more.
    pub said: Settings,
    /// What it is to do.
    pub body: Option<Code>,
    /// Its new name (events), and the head with it.
    pub to: Option<(OtherName, Arc<str>, Code)>,
}

/// The definition with the change; none where it was not read in parts.
fn changed(definition: &Definition, change: &PartsChange) -> Option<Definition> {
    let mut parts = (**definition.parts.as_ref()?).clone();
    if change.definer.is_some() {
        parts.definer.clone_from(&change.definer);
    }
    set(&mut parts.said, &change.said);
    if let Some(body) = &change.body {
        parts.body = body.clone();
    }
    if let Some((_, _, head)) = &change.to {
        parts.head = head.clone();
    }
    Some(Definition { text: parts.text().into(), meaning: parts.meaning().into(), parts: Some(Arc::new(parts)) })
}

impl Catalog {
    /// `ALTER EVENT`.
    pub(super) fn alter_event(&mut self, name: &OtherName, change: &PartsChange) {
        let (key, _) = self.other_key(name);
        let Some(entry) = self.existing(&key) else { return };
        let Object::Other(other) = &entry.object else { return };
        let Some(definition) = changed(&other.definition, change) else { return self.put_unknown(key) };
        let mut other = other.clone();
        other.definition = Arc::new(definition);
        match &change.to {
            None => self.put(key, Some(Arc::new(Entry { object: Object::Other(other), ..(*entry).clone() }))),
            Some((to, named, _)) => {
                other.named = named.clone();
                self.put_gone(key, to.name.place, Some(to.name.text.to_string()));
                let (key, _) = self.other_key(to);
                self.put_object(key, &to.name, Object::Other(other));
            }
        }
    }

    /// `ALTER PROCEDURE` and `ALTER FUNCTION` of MySQL: what a routine does stays.
    pub(super) fn alter_code(&mut self, kind: Kind, path: &Path, change: &PartsChange) {
        let Found::Here { key, entry, .. } = self.find(Space::Routine, path) else { return };
        let Object::Routine { bodies, details } = &entry.object else { return };
        let is_procedure = |own: &RoutineDetails| &*own.kind == "procedure";
        let (bodies, mut details) = (bodies.clone(), details.clone());
        for own in details.iter_mut().filter(|own| is_procedure(own) == (kind == Kind::Procedure)) {
            if let Some(definition) = changed(&own.definition, change) {
                Arc::make_mut(own).definition = definition;
            }
        }
        self.put(key, Some(Arc::new(Entry { object: Object::Routine { bodies, details }, ..(*entry).clone() })));
    }
}

/// A name for an event.
impl OtherName {
    /// Which event is meant.
    pub fn event(name: Ident) -> OtherName {
        OtherName { kind: "EVENT".into(), name, rest: "".into(), on: None }
    }
}
