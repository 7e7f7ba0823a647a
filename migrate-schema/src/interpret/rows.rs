//! Code that touches rows and variables alone: whether it runs, and how often, is nothing to the catalog.

use std::sync::Arc;

use crate::read::cursor::Cursor;

use super::code::Node;

/// Statements that touch rows alone, or transactions.
pub(super) const ROWS: &[&str] =
    &["INSERT", "UPDATE", "DELETE", "REPLACE", "DO", "COMMIT", "ROLLBACK", "START", "SAVEPOINT", "RELEASE", "ANALYZE"];

/// Whether these touch rows and variables alone, and end where they stand.
pub(super) fn is_of_rows(nodes: &[Node<'_>]) -> bool {
    let mut labels = Vec::new();
    let mut left = Vec::new();
    let mut all: Vec<&Node<'_>> = nodes.iter().collect();
    while let Some(node) = all.pop() {
        match node {
            Node::Block { label, body } | Node::Loop { label, body, .. } => {
                labels.extend(label);
                all.extend(body);
            }
            Node::For(body) => all.extend(body),
            Node::If { arms, otherwise } => all.extend(arms.iter().flat_map(|(_, body)| body).chain(otherwise)),
            Node::Leave(label) | Node::Iterate(label) => left.push(label),
            Node::Declare { .. } => (),
            Node::Handler { body, .. } => all.extend(body),
            Node::Plain(code) => {
                let known = code.is_any(ROWS) || code.is_any(&["OPEN", "FETCH", "CLOSE", "SET", "SELECT"]);
                if !known || code.is("SET") && names(code).any(|name| SETTINGS.contains(&&*name)) {
                    return false;
                }
            }
        }
    }
    left.iter().all(|label| labels.contains(label))
}

/// What the server's answers to later statements depend on.
const SETTINGS: &[&str] = &["foreign_key_checks", "sql_mode", "storage_engine", "default_storage_engine"];

/// All words and names of a statement, in small letters.
pub(super) fn names(code: &Cursor<'_>) -> impl Iterator<Item = Arc<str>> {
    let mut code = code.clone();
    std::iter::from_fn(move || {
        while !code.done() {
            match code.name() {
                Some(name) => return Some(name.key),
                None => code.next(),
            };
        }
        None
    })
}

/// Whether an error comes out of a handler in the end, so that the statement fails as it would without it.
pub(super) fn passes_on(body: &[Node<'_>]) -> bool {
    match body {
        [.., Node::Block { body, .. }] => passes_on(body),
        [rows @ .., Node::Plain(code)] => code.is_any(&["RESIGNAL", "SIGNAL"]) && is_of_rows(rows),
        _ => false,
    }
}

/// What is done when there are no more rows: a variable says so.
pub(super) fn is_idle(body: &[Node<'_>]) -> bool {
    body.iter().all(|node| match node {
        Node::Block { body, .. } => is_idle(body),
        Node::Plain(code) => code.is("SET"),
        _ => false,
    })
}
