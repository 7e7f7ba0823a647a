//! What may have come of a statement that does not run, because there is a mistake in its form: whoever wrote it meant
//! what it mentions, and nothing else. What comes behind it can still be judged, as far as it is about other things.

use migrate_core::Dialect;

use super::Effect;
use super::cursor::Cursor;
use crate::catalog::change::{Change, Doubt};
use crate::catalog::name::Path;
use crate::diagnostic::nearest;
use crate::source::SourceId;
use crate::sql::{Kind, Stmt};

/// The first words of statements that make, change or take away what they name.
const SHAPING: [&str; 3] = ["CREATE", "ALTER", "DROP"];

/// Those of statements that leave the schema alone.
const WRITING: [&str; 9] = ["INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "TRUNCATE", "COMMENT", "GRANT", "REVOKE"];

/// Those of statements of which anything may come.
const OTHERS: [&str; 13] = [
    "SELECT", "WITH", "VALUES", "SET", "RESET", "DO", "CALL", "EXECUTE", "PREPARE", "RENAME", "BEGIN", "COMMIT",
    "PRAGMA",
];

/// Kinds of things that are found by their names.
const NAMED: [&str; 9] = ["TABLE", "VIEW", "INDEX", "SEQUENCE", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "TRIGGER"];

/// Kinds that hold others, or act from afar.
const FAR: [&str; 10] =
    ["SCHEMA", "DATABASE", "EXTENSION", "EVENT", "RULE", "ROLE", "USER", "OPERATOR", "COLLATION", "SERVER"];

/// What may stand between the kind and the name.
const BEFORE_NAME: [&str; 6] = ["IF", "NOT", "EXISTS", "CONCURRENTLY", "ONLY", "ON"];

/// What may have come of a statement that the judge has refused.
pub fn refused(source: SourceId, text: &str, stmt: &Stmt, dialect: Dialect) -> Effect {
    if stmt.broken {
        return Effect::Opaque;
    }
    let mut cursor = Cursor::new(source, text, stmt, dialect);
    match mentioned(&mut cursor) {
        Some(names) => Effect::Changes(vec![Change::Doubt(Doubt::Refused(names))]),
        None => Effect::Opaque,
    }
}

/// The names it mentions, first that of what it is about; none where what it does may reach further.
fn mentioned(cursor: &mut Cursor<'_>) -> Option<Vec<Path>> {
    let verb = meant(cursor, 0, &[&SHAPING[..], &WRITING, &OTHERS].concat())?;
    if WRITING.contains(&verb) {
        return Some(Vec::new());
    }
    let far = |at: usize| ["CASCADE", "OWNED"].iter().any(|word| cursor.is_at(at, word));
    let moved = |at: usize| cursor.is_at(at, "SET") && cursor.is_at(at + 1, "SCHEMA");
    if !SHAPING.contains(&verb) || (0..cursor.tokens().len()).any(|at| far(at) || moved(at)) {
        return None;
    }
    let exact = (1..8).find(|&at| NAMED.iter().chain(&FAR).any(|kind| cursor.is_at(at, kind)));
    let at = exact.unwrap_or(1);
    meant(cursor, at, &[&NAMED[..], &FAR].concat()).filter(|kind| NAMED.contains(kind))?;
    cursor.at = at + 1;
    while cursor.is_any(&BEFORE_NAME) {
        cursor.at += 1;
    }
    let mut names: Vec<Path> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    while !cursor.done() {
        match cursor.path() {
            Some(path) => {
                let key = (path.schema.as_ref().map(|schema| schema.key.clone()), path.name.key.clone());
                if seen.insert(key) {
                    names.push(path);
                }
            }
            None => cursor.at += 1,
        }
    }
    Some(names)
}

/// The word that stands there, or that was meant.
fn meant(cursor: &Cursor<'_>, at: usize, words: &[&'static str]) -> Option<&'static str> {
    let token = cursor.peek_at(at).filter(|token| token.kind == Kind::Word)?;
    nearest(cursor.str(token), words.iter().copied())
}
