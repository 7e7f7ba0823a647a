//! What is kept as its text alone: rules, statistics, publications, collations, casts, operators and the like (PostgreSQL).
//!
//! Nothing here is an error: it is there so that two schemas can be compared in it.

use std::sync::Arc;

use super::change::NewOther;
use super::details::Definition;
use super::name::Ident;
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

impl Catalog {
    pub(super) fn other_key(&self, name: &OtherName) -> (Key, Option<Key>) {
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
        // From now on each statement may do more than it says.
        self.state.event_triggers |= &*new.name.kind == "EVENT TRIGGER";
        let reads = new.table.as_ref().and_then(|path| match self.find(Space::Relation, path) {
            Found::Here { key, .. } => Some(key),
            Found::Missing(_) | Found::Unsure => None,
        });
        let table = on.or(reads);
        if let Some(table) = &table {
            self.point(&key, table);
        }
        let other = Other {
            kind: new.name.kind.clone(),
            table,
            definition: new.definition.clone(),
            named: new.named.clone(),
            undo: None,
        };
        self.put_object(key, &new.name.name, Object::Other(other));
    }

    pub(super) fn drop_other(&mut self, name: &OtherName) {
        let (key, _) = self.other_key(name);
        if self.existing(&key).is_some() {
            self.put_gone(key, name.name.place, None);
        }
    }

    /// `ALTER` in words that nobody reads.
    pub(super) fn alter_other(&mut self, name: &OtherName) {
        let (key, _) = self.other_key(name);
        if self.existing(&key).is_some() {
            self.put_unknown(key);
        }
    }
}
