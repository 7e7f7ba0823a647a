//! What is kept as its text alone: rules, statistics, publications, collations, casts, operators and the like (PostgreSQL).
//!
//! Nothing here is an error: it is there so that two schemas can be compared in it.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::NewOther;
use super::details::Definition;
use super::name::Ident;
use super::publication::{Publication, PublicationAction};
use super::{Catalog, Found, Key, Object, Space};

/// Anything that has no kind of its own in the catalog.
#[derive(Debug, Clone)]
pub struct Other {
    /// The words behind `CREATE`, in capitals: `TEXT SEARCH CONFIGURATION`.
    pub kind: Arc<str>,
    /// The table or view that it goes with.
    pub table: Option<Key>,
    /// What it is made of.
    pub definition: Arc<Definition>,
    /// What stands behind `DROP` and `COMMENT ON`, without the table.
    pub named: Arc<str>,
    /// The statement that takes it back, where it is no `DROP`: see [`super::said`].
    pub undo: Option<Arc<str>>,
    /// Statements that have changed it since, one after the other.
    pub since: Vec<Definition>,
    /// What it is made of in pieces, of a publication.
    pub publication: Option<Publication>,
}

/// What `ALTER` does to one.
#[derive(Debug, Clone)]
pub enum OtherAction {
    /// It gets another name or schema, or nobody can tell.
    Unread,
    /// What makes it is to be followed by this.
    Since(Definition),
    /// Something else is published.
    Publication(PublicationAction),
    /// A publication gets another name.
    Rename(Ident),
}

/// Which one is meant.
#[derive(Debug, Clone)]
pub struct OtherName {
    /// The words behind `CREATE`, in capitals.
    pub kind: Arc<str>,
    /// Its name; of what has none, the words that stand for it.
    pub name: Ident,
    /// The rest of what it is known by: its schema, or the types of its arguments.
    pub rest: Arc<str>,
    /// The table behind `ON`, where the name is one of that table.
    pub on: Option<super::name::Path>,
}

impl OtherName {
    /// What follows the schema in [`OtherName::rest`]; none where a kind belongs to no schema.
    pub(super) fn place_of_schema(&self) -> Option<&str> {
        const WITHOUT: &[&str] = &[
            "RULE",
            "PUBLICATION",
            "EVENT TRIGGER",
            "CAST",
            "FOREIGN DATA WRAPPER",
            "SERVER",
            "USER MAPPING",
            "ACCESS METHOD",
            "TRANSFORM",
            "LANGUAGE",
            "SUBSCRIPTION",
        ];
        let from = self.rest.find([' ', '(']).unwrap_or(self.rest.len());
        (!WITHOUT.contains(&&*self.kind)).then(|| &self.rest[from..])
    }

    /// Whether a schema stands before the name; the usual one is left out.
    pub(super) fn has_schema(&self) -> bool {
        !self.rest.is_empty() && !self.rest.starts_with([' ', '('])
    }
}

impl Catalog {
    pub(super) fn other_key(&self, name: &OtherName) -> (Key, Option<Key>) {
        // Without a schema it may be one of where names are looked up first.
        if self.dialect == Dialect::Postgres
            && !name.has_schema()
            && let Some(rest) = name.place_of_schema()
            && let Some(home) = self.state.path.first().filter(|home| Some(*home) != self.state.path_firsts.first())
        {
            let there = OtherName { rest: format!("{home}{rest}").into(), ..name.clone() };
            let (key, table) = self.other_key(&there);
            if self.existing(&key).is_some() {
                return (key, table);
            }
        }
        let table = name.on.as_ref().and_then(|path| match self.find(Space::Relation, path) {
            Found::Here { key, .. } => Some(key),
            Found::Missing(_) | Found::Unsure => None,
        });
        let on = table.as_ref().map(|key| format!("{}.{}", key.schema, key.name)).unwrap_or_default();
        let schema = format!("{}\u{0}{}\u{0}{on}", name.kind, name.rest).into();
        (Key { space: Space::Other, name: name.name.key.clone(), schema }, table)
    }

    pub(super) fn create_other(&mut self, new: &NewOther) {
        let (key, on) = self.other_key(&new.name);
        if new.if_not_exists && self.existing(&key).is_some() {
            return;
        }
        // From now on each statement may do more than it says.
        self.state.event_triggers |= &*new.name.kind == "EVENT TRIGGER";
        let reads = new.table.as_ref().and_then(|path| match self.find(Space::Relation, path) {
            Found::Here { key, .. } => Some(key),
            Found::Missing(_) | Found::Unsure => None,
        });
        let table = on.or(reads);
        if let Some(table) = &table {
            self.point(&key, table);
            if &*new.name.kind == "RULE" && &*new.name.name.key == "_RETURN" {
                // It makes a view of the table.
                self.put_unknown(table.clone());
                return;
            }
        }
        let other = Other {
            kind: new.name.kind.clone(),
            table,
            definition: new.definition.clone(),
            named: new.named.clone(),
            undo: None,
            since: Vec::new(),
            publication: new.publication.clone(),
        };
        // What is said about the one before stays.
        let comment = self.existing(&key).filter(|_| new.or_replace).and_then(|entry| entry.comment.clone());
        self.put_entry(key, &new.name.name, Object::Other(other), comment);
    }

    pub(super) fn drop_other(&mut self, name: &OtherName) {
        if &*name.kind == "OPERATOR FAMILY" {
            // With the class that has brought it.
            self.drop_other(&OtherName { kind: "OPERATOR CLASS".into(), ..name.clone() });
        }
        let (key, _) = self.other_key(name);
        if self.existing(&key).is_some() {
            self.put_gone(key, name.name.place, None);
        }
    }

    /// `ALTER` of any of them.
    pub(super) fn alter_other(&mut self, name: &OtherName, action: &OtherAction) {
        let (key, _) = self.other_key(name);
        let Some(entry) = self.existing(&key) else { return };
        let Object::Other(other) = &entry.object else { return };
        let mut other = other.clone();
        match (action, &mut other.publication) {
            (OtherAction::Since(statement), _) => {
                let adjusted = super::adjust::adjusted(&other.kind, &other.definition.text, &statement.text);
                match adjusted.filter(|_| other.since.is_empty()) {
                    Some(definition) => other.definition = Arc::new(definition),
                    None => other.since.push(statement.clone()),
                }
            }
            (OtherAction::Publication(action), Some(publication)) => {
                publication.alter(action);
                other.definition = Arc::new(publication.definition(&other.named));
            }
            (OtherAction::Rename(to), Some(publication)) => {
                other.named = super::said::shown(&to.text).into();
                other.definition = Arc::new(publication.definition(&other.named));
                let now = Key { name: to.key.clone(), ..key.clone() };
                self.put_gone(key.clone(), to.place, Some(to.text.to_string()));
                self.put_object(now.clone(), to, Object::Other(other));
                self.follow_said(&key, &now);
                return;
            }
            _ => return self.put_unknown(key),
        }
        self.object_mut(&key, |object| *object = Object::Other(other));
    }
}
