//! What a rule of PostgreSQL does: its condition and its statements, in which `NEW` and `OLD` are rows of its table.

use super::cursor::Cursor;
use super::{expr, other};
use crate::catalog::change::{Event, RuleSays};
use crate::sql::Kind;

/// From behind the table of `CREATE RULE … AS ON UPDATE TO table`; `from` is where its name stands.
pub(super) fn read(cursor: &Cursor<'_>, from: usize) -> Option<RuleSays> {
    let mut head = cursor.clone();
    head.at = from;
    head.skip_to(&["ON"]);
    head.next();
    let event = match () {
        () if head.is("INSERT") => Event::Insert,
        () if head.is("UPDATE") => Event::Update,
        () if head.is("DELETE") => Event::Delete,
        () => return None,
    };
    let mut cursor = cursor.clone();
    let mut found = RuleSays { event, condition: None, statements: Vec::new(), old: None, new: None };
    let all = cursor.clone();
    if cursor.eat("WHERE") {
        let start = cursor.at;
        cursor.skip_to(&["DO"]);
        let end = cursor.at;
        let mut condition = cursor.clone();
        condition.at = start;
        condition.truncate(end);
        found.condition = Some(expr::read_rows_named(&condition));
    }
    if !cursor.eat("DO") {
        return None;
    }
    let _ = cursor.eat("ALSO") || cursor.eat("INSTEAD");
    if !cursor.is("NOTHING") {
        let whole = match cursor.is_kind(Kind::Open) {
            true => cursor.parens()?,
            false => cursor.clone(),
        };
        let range = whole.range(whole.at, whole.at + whole.tokens().len());
        let mut problems = Vec::new();
        let statements = crate::sql::split(cursor.source, cursor.text, range, cursor.dialect, &mut problems);
        if problems.is_empty() {
            found.statements = statements.iter().filter_map(|stmt| other::read_rows_in(&cursor, stmt, true)).collect();
        }
    }
    rows(all, &mut found);
    Some(found)
}

/// Where the rows are named.
fn rows(mut code: Cursor<'_>, found: &mut RuleSays) {
    let mut behind_dot = false;
    while let Some(token) = code.peek() {
        let place = code.place(token);
        let before = code.peek_at(1).is_some_and(|next| next.kind == Kind::Dot);
        if !behind_dot && before {
            match code.clone().name().as_ref().map(|name| &*name.key) {
                Some("old") => _ = found.old.get_or_insert(place),
                Some("new") => _ = found.new.get_or_insert(place),
                _ => (),
            }
        }
        behind_dot = token.kind == Kind::Dot;
        code.next();
    }
}
