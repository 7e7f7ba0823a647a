//! A statement to what it does.
//!
//! Definitions are read from our own tokens, not from sqlparser's tree: the judge has said that the statement is right,
//! so nothing has to be checked twice, every name keeps its place, and the one statement in thirty that sqlparser refuses
//! is no hole in the catalog. What cannot be read is a doubt, as narrow as the words before it allow. Queries and
//! expressions, whose grammar is the large part, are sqlparser's.

mod alter;
mod alter_table;
mod asked;
mod block;
mod body;
mod code;
mod code_words;
mod column;
mod comment;
mod constraint;
mod create;
pub(crate) mod cursor;
mod definition;
mod expr;
mod fired;
mod grant;
mod index;
mod mention;
mod object;
mod options;
mod other;
mod other_object;
mod partition;
mod parts;
mod plpgsql;
mod policy;
mod prepared;
mod publication;
mod recipe;
mod refused;
mod routine;
mod routine_options;
mod rule;
mod session;
mod set;
mod settings;
mod straight;
mod table;
mod texts;
mod trigger;
mod types;
mod virtual_table;

use migrate_core::Dialect;

use crate::catalog::change::{Change, Doubt};
use crate::source::{Place, SourceId};
use crate::sql::Stmt;
pub(crate) use column::settle_characters;
use cursor::Cursor;
pub use refused::refused;
pub(crate) use types::{element as array_element, meaning as type_meaning};

/// What a statement is to the schema.
#[derive(Debug, Clone)]
pub enum Effect {
    /// It does these things, in this order.
    Changes(Vec<Change>),
    /// It does nothing that the catalog keeps.
    Nothing,
    /// Nobody can tell what it does.
    Opaque,
}

impl Effect {
    /// As what happens to the catalog.
    pub fn into_changes(self) -> Vec<Change> {
        match self {
            Effect::Changes(changes) => changes,
            Effect::Nothing => Vec::new(),
            Effect::Opaque => vec![Change::Doubt(Doubt::Everything)],
        }
    }
}

/// Reads a statement that the judge has accepted.
pub fn read(source: SourceId, text: &str, stmt: &Stmt, dialect: Dialect) -> Effect {
    let mut cursor = Cursor::new(source, text, stmt, dialect);
    let faults = if stmt.broken { Vec::new() } else { code::faults(&cursor) };
    let effect = other::statement(&mut cursor, stmt).unwrap_or(Effect::Opaque);
    if faults.is_empty() {
        return effect;
    }
    let mut changes: Vec<Change> = faults.into_iter().map(|fault| Change::Fault(Box::new(fault))).collect();
    changes.extend(effect.into_changes());
    Effect::Changes(changes)
}

/// The same of a text that was put together, which stands for what is written at a place.
pub(crate) fn within(place: Place, text: &str, stmt: &Stmt, dialect: Dialect) -> Effect {
    let mut cursor = Cursor::new(place.source, text, stmt, dialect);
    cursor.within = Some(place);
    other::statement(&mut cursor, stmt).unwrap_or(Effect::Opaque)
}

/// Operator classes of PostgreSQL that say what holds anyway.
pub(crate) fn usual_classes() -> &'static [&'static str] {
    index::USUAL_CLASSES
}
