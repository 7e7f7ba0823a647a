//! Policies of row level security (PostgreSQL).

use std::sync::Arc;

use super::cursor::Cursor;
use super::{Effect, expr};
use crate::catalog::change::{Change, Expr};
use crate::catalog::name::Ident;
use crate::diagnostic::{Diagnostic, semantic as codes};

/// From behind `CREATE POLICY`.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let name = cursor.name()?;
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let definition = Arc::new(super::definition::of(cursor, cursor.at));
    let (mut columns, mut values) = (Vec::new(), Vec::new());
    let mut command = None;
    while !cursor.done() {
        if cursor.eat("FOR") {
            command = cursor.plain();
        }
        if let Some(fault) = fault(cursor, command.as_deref()) {
            return Some(Effect::Changes(vec![Change::Fault(Box::new(fault))]));
        }
        if cursor.eat("USING") || cursor.eat("WITH CHECK") {
            read(&cursor.parens()?, &mut columns, &mut values);
        } else {
            cursor.next();
        }
    }
    Some(Effect::Changes(vec![Change::CreatePolicy { name, table, definition, columns, values }]))
}

/// Rows that are inserted are not there before, and others are not checked when they are read.
fn fault(cursor: &Cursor<'_>, command: Option<&str>) -> Option<Diagnostic> {
    let command = command?.to_ascii_uppercase();
    let place = cursor.place(cursor.peek()?);
    let using = cursor.is("USING");
    let check = cursor.is("WITH") && cursor.is_at(1, "CHECK");
    let (message, help) = match &*command {
        "INSERT" if using => ("a policy for INSERT has no USING: there is no row before", "write `WITH CHECK (…)`"),
        "SELECT" | "DELETE" if check => ("WITH CHECK is for rows that are written", "write `USING (…)`"),
        _ => return None,
    };
    Some(Diagnostic::error(&codes::MISFIT, message).at(place, "").help(help))
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
