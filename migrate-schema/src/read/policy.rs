//! Policies of row level security (PostgreSQL).

use std::sync::Arc;

use super::cursor::Cursor;
use super::{Effect, expr};
use crate::catalog::change::{Change, Expr};
use crate::catalog::name::Ident;

/// From behind `CREATE POLICY`.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let definition = Arc::new(super::definition::of(cursor, cursor.at));
    let (mut columns, mut values) = (Vec::new(), Vec::new());
    while !cursor.done() {
        if cursor.eat("USING") || cursor.eat("WITH CHECK") {
            read(&cursor.parens()?, &mut columns, &mut values);
        } else {
            cursor.next();
        }
    }
    Some(Effect::Changes(vec![Change::CreatePolicy { name, table, definition, columns, values }]))
}

/// A condition, and the columns that it names.
fn read(cursor: &Cursor<'_>, columns: &mut Vec<Ident>, values: &mut Vec<Expr>) {
    let read = expr::read(cursor);
    columns.extend(read.columns.iter().cloned());
    values.push(read);
}

/// From behind `ALTER POLICY`.
pub(super) fn alter(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let (mut to, mut clauses, mut columns, mut values) = (None, Vec::new(), Vec::new(), Vec::new());
    if cursor.eat("RENAME TO") {
        to = Some(cursor.name()?);
    }
    while !cursor.done() {
        let from = cursor.at;
        let clause = if cursor.eat("TO") {
            cursor.skip_to(&["USING", "WITH"]);
            "to"
        } else if cursor.eat("USING") {
            read(&cursor.parens()?, &mut columns, &mut values);
            "using"
        } else if cursor.eat("WITH CHECK") {
            read(&cursor.parens()?, &mut columns, &mut values);
            "with check"
        } else {
            return None;
        };
        let text = &cursor.text[cursor.range(from, cursor.at)];
        clauses.push((clause.into(), Some(text.into())));
    }
    Some(Effect::Changes(vec![Change::AlterPolicy { name, table, to, clauses, columns, values }]))
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
