//! Policies of row level security (PostgreSQL).

use std::sync::Arc;

use super::Effect;
use super::cursor::Cursor;
use crate::catalog::change::Change;

/// From behind `CREATE POLICY`.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let definition = Arc::new(super::definition::of(cursor, cursor.at));
    Some(Effect::Changes(vec![Change::CreatePolicy { name, table, definition }]))
}

/// From behind `ALTER POLICY`.
pub(super) fn alter(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let (mut to, mut clauses) = (None, Vec::new());
    if cursor.eat("RENAME TO") {
        to = Some(cursor.name()?);
    }
    while !cursor.done() {
        let from = cursor.at;
        let clause = if cursor.eat("TO") {
            cursor.skip_to(&["USING", "WITH"]);
            "to"
        } else if cursor.eat("USING") {
            cursor.parens()?;
            "using"
        } else if cursor.eat("WITH CHECK") {
            cursor.parens()?;
            "with check"
        } else {
            return None;
        };
        let text = &cursor.text[cursor.range(from, cursor.at)];
        clauses.push((clause.into(), Some(text.into())));
    }
    Some(Effect::Changes(vec![Change::AlterPolicy { name, table, to, clauses }]))
}

/// From behind `DROP POLICY`.
pub(super) fn drop(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let if_exists = cursor.if_exists();
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    Some(Effect::Changes(vec![Change::DropPolicy { name, table, if_exists }]))
}
