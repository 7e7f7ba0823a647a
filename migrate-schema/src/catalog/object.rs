//! What the catalog is made of: entries under keys.

use std::sync::Arc;

use super::change::{Body, Kind};
use super::details::{Definition, Options, RoutineDetails, TypeDetails};
use super::name::Ident;
use super::other::Other;
use super::table::Table;
use super::view::View;
use crate::source::Place;

/// Names of one space cannot be given twice in a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Space {
    /// Schemas.
    Schema,
    /// Tables, views, sequences, indexes.
    Relation,
    /// Types.
    Type,
    /// Functions and procedures; PostgreSQL has several of one name.
    Routine,
    /// Triggers; PostgreSQL keeps them by table.
    Trigger,
    /// Policies, by table.
    Policy,
    /// Extensions.
    Extension,
    /// Everything else, by kind; the kind is part of what stands for the schema.
    Other,
}

/// Where an entry is found. The name comes before the schema, so that all of one name stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What the name is unique among.
    pub space: Space,
    /// The name as it is compared.
    pub name: Arc<str>,
    /// The schema; of a policy, and of a trigger in PostgreSQL, the table.
    pub schema: Arc<str>,
}

/// What stands under a key.
#[derive(Debug, Clone)]
pub enum Object {
    /// A table.
    Table(Table),
    /// A view.
    View(View),
    /// An index of a table, where indexes have names in the schema.
    Index {
        /// Whose.
        table: Key,
    },
    /// A sequence.
    Sequence {
        /// The table whose column it belongs to.
        owner: Option<Key>,
        /// That column, where it is known.
        column: Option<Arc<str>>,
        /// Its start, increment and the like.
        options: Options,
    },
    /// A type, with the values of an enum.
    Type {
        /// A domain or another kind of type.
        kind: Kind,
        /// The values of an enum.
        values: Option<Vec<Arc<str>>>,
        /// What it is made of, where it is no enum.
        details: Arc<TypeDetails>,
    },
    /// Functions or procedures of one name.
    Routine {
        /// What each may do; the last one made comes last.
        bodies: Vec<Arc<Body>>,
        /// What each is made of; empty where one of them is not known for sure.
        details: Vec<Arc<RoutineDetails>>,
    },
    /// A trigger.
    Trigger {
        /// Whose.
        table: Key,
        /// The columns behind `UPDATE OF`.
        columns: Vec<Ident>,
        /// What it is made of.
        definition: Arc<Definition>,
        /// `disabled`, `replica` or `always`; none is as usual (PostgreSQL).
        state: Option<Arc<str>>,
        /// When it runs, and for what: `before insert`.
        event: Arc<str>,
        /// Its place among those of the same table and event: the order in which they run (MySQL).
        order: usize,
        /// What it runs, where that is known (SQLite).
        fired: Option<Arc<super::mention::Fired>>,
    },
    /// A policy of row level security.
    Policy {
        /// Whose.
        table: Key,
        /// What it is made of.
        definition: Arc<Definition>,
    },
    /// What is kept as its text.
    Other(Other),
    /// A schema.
    Schema,
    /// An extension.
    Extension {
        /// `schema` and `version`, where they are said.
        options: Options,
    },
    /// It was there.
    Gone {
        /// The name it has now, if it was renamed.
        renamed: Option<String>,
    },
    /// It may be anything, and may not be there.
    Unknown,
}

impl Object {
    /// The relation that it stands on, and goes with.
    pub(super) const fn stands_on(&self) -> Option<&Key> {
        match self {
            Object::Trigger { table, .. } | Object::Policy { table, .. } | Object::Index { table } => Some(table),
            Object::Other(Other { table, .. }) => table.as_ref(),
            _ => None,
        }
    }

    /// What it is called in sentences.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Object::Table(_) => "table",
            Object::View(view) => {
                if view.materialized {
                    "materialized view"
                } else {
                    "view"
                }
            }
            Object::Index { .. } => "index",
            Object::Sequence { .. } => "sequence",
            Object::Type { .. } => "type",
            Object::Routine { .. } => "function",
            Object::Trigger { .. } => "trigger",
            Object::Policy { .. } => "policy",
            Object::Other(_) => "object",
            Object::Schema => "schema",
            Object::Extension { .. } => "extension",
            Object::Gone { .. } | Object::Unknown => "object",
        }
    }
}

/// What stands under a key, and since when.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The name as it is shown.
    pub name: Arc<str>,
    /// What it is.
    pub object: Object,
    /// Where it was made, or where it went.
    pub place: Place,
    /// What `COMMENT` says about it.
    pub comment: Option<Arc<str>>,
    /// How many doubts there were when it was made. Entries made before the last doubt are not sure.
    pub(super) epoch: u32,
}
