//! Triggers.

use std::sync::Arc;

use super::cursor::Cursor;
use super::expr;
use crate::catalog::change::{Change, Event, Fires, NewTrigger, Timing, Transition};
use crate::catalog::name::Ident;
use crate::sql::Kind;

/// From behind `TRIGGER`.
pub(super) fn create(cursor: &mut Cursor<'_>, or_replace: bool, constraint: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let head = cursor.at;
    let mut fires = if cursor.postgres() { fires(&mut cursor.clone(), constraint) } else { None };
    let mut columns = Vec::new();
    while !cursor.done() && !cursor.is("ON") {
        if cursor.eat("UPDATE OF") {
            columns.push(cursor.name()?);
            while cursor.eat_kind(Kind::Comma) {
                columns.push(cursor.name()?);
            }
        } else {
            cursor.next();
        }
    }
    if !cursor.eat("ON") {
        return None;
    }
    let table = cursor.path()?;
    let event = cursor.spaced(head, head + 2);
    let fired = cursor.sqlite().then(|| super::fired::read(cursor, &cursor.spaced(head, cursor.at))).flatten();
    let mut body = cursor.clone();
    let mut function = None;
    let mut beside = None;
    let mut order = 0..0;
    let mut row = Vec::new();
    let mut condition = None;
    if cursor.postgres() {
        let mut when = cursor.clone();
        when.skip_to(&["EXECUTE", "WHEN"]);
        if when.eat("WHEN") {
            let inner = when.parens()?;
            condition = Some(expr::read_rows_named(&inner));
            row = rows_of(&mut inner.clone());
            if let Some(fires) = &mut fires {
                looks_at(&mut inner.clone(), fires);
            }
        }
        body.skip_to(&["EXECUTE"]);
        if body.eat("EXECUTE FUNCTION") || body.eat("EXECUTE PROCEDURE") {
            function = body.path();
        }
    } else if cursor.mysql() {
        let mut ahead = cursor.clone();
        if ahead.eat("FOR EACH ROW") && ahead.is_any(&["FOLLOWS", "PRECEDES"]) {
            let from = ahead.at;
            let before = ahead.is("PRECEDES");
            ahead.next();
            beside = Some((ahead.name()?, before));
            order = from..ahead.at;
        }
        row = rows_of(&mut body);
    }
    Some(Change::CreateTrigger(Box::new(NewTrigger {
        path,
        table,
        or_replace,
        if_not_exists,
        columns,
        when: condition,
        function,
        row,
        event: event.into(),
        fires,
        fired,
        beside,
        definition: Arc::new(super::definition::without(cursor, head, order)),
    })))
}

/// When a trigger of PostgreSQL runs, and how; from behind its name.
fn fires(cursor: &mut Cursor<'_>, constraint: bool) -> Option<Fires> {
    let timing = match () {
        () if cursor.eat("BEFORE") => Timing::Before,
        () if cursor.eat("AFTER") => Timing::After,
        () if cursor.eat("INSTEAD OF") => Timing::Instead,
        () => return None,
    };
    let mut events = Vec::new();
    loop {
        let place = cursor.place(cursor.peek()?);
        let event = match () {
            () if cursor.eat("INSERT") => Event::Insert,
            () if cursor.eat("UPDATE") => Event::Update,
            () if cursor.eat("DELETE") => Event::Delete,
            () if cursor.eat("TRUNCATE") => Event::Truncate,
            () => return None,
        };
        events.push((event, place));
        if cursor.eat("OF") {
            cursor.name()?;
            while cursor.eat_kind(Kind::Comma) {
                cursor.name()?;
            }
        }
        if !cursor.eat("OR") {
            break;
        }
    }
    if !cursor.eat("ON") {
        return None;
    }
    cursor.path()?;
    cursor.skip_to(&["REFERENCING", "FOR", "WHEN", "EXECUTE"]);
    let mut transitions = Vec::new();
    if cursor.eat("REFERENCING") {
        while cursor.is_any(&["OLD", "NEW"]) {
            let place = cursor.place(cursor.peek()?);
            let new = cursor.is("NEW");
            cursor.next();
            let table = cursor.eat("TABLE");
            if !table && !cursor.eat("ROW") {
                return None;
            }
            let _ = cursor.eat("AS");
            transitions.push(Transition { new, table, name: cursor.name()?, place });
        }
    }
    // `FOR EACH ROW` and `FOR ROW` say the same.
    let each_row = cursor.eat("FOR EACH ROW") || cursor.eat("FOR ROW");
    let (old, new, query) = (None, None, None);
    Some(Fires { timing, events, each_row, constraint, transitions, old, new, query })
}

/// The rows and queries that the condition speaks of.
fn looks_at(code: &mut Cursor<'_>, fires: &mut Fires) {
    let mut behind_dot = false;
    while let Some(token) = code.peek() {
        let place = code.place(token);
        if code.is("SELECT") {
            fires.query.get_or_insert(place);
        }
        if !behind_dot {
            match code.clone().name().as_ref().map(|name| &*name.key) {
                Some("old") => _ = fires.old.get_or_insert(place),
                Some("new") => _ = fires.new.get_or_insert(place),
                _ => (),
            }
        }
        behind_dot = token.kind == Kind::Dot;
        code.next();
    }
}

/// The columns behind `NEW.` and `OLD.`.
fn rows_of(code: &mut Cursor<'_>) -> Vec<Ident> {
    let mut found = Vec::new();
    while !code.done() {
        let named = code.is("NEW") || code.is("OLD");
        code.next();
        if named && code.eat_kind(Kind::Dot) {
            found.extend(code.name());
        }
    }
    found
}
