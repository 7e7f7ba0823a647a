//! Types, sequences, functions, triggers, extensions, views.

use std::sync::Arc;

use super::alter::value;
use super::cursor::Cursor;
use super::{Effect, other};
use crate::catalog::change::{Change, Doubt, Kind as Thing, NewTrigger, NewType, NewView};
use crate::catalog::details::{Definition, Options, RoutineDetails, TypeDetails, ViewDetails};
use crate::catalog::name::Path;
use crate::sql::Kind;

/// From behind `CREATE TYPE`.
pub(super) fn create_type(cursor: &mut Cursor<'_>) -> Option<Change> {
    let path = cursor.path()?;
    let mut values = None;
    let shell = cursor.done() || cursor.is_kind(Kind::Open);
    if cursor.eat("AS ENUM") {
        let mut inner = cursor.parens()?;
        let mut list = Vec::new();
        while let Some(mut item) = inner.item() {
            list.push(value(&mut item)?);
        }
        values = Some(list);
    }
    Some(Change::CreateType(Box::new(NewType {
        path,
        kind: Thing::Type,
        values,
        details: TypeDetails::default(),
        shell,
    })))
}

/// From behind `CREATE DOMAIN`.
pub(super) fn create_domain(cursor: &mut Cursor<'_>) -> Option<Change> {
    let path = cursor.path()?;
    Some(Change::CreateType(Box::new(NewType {
        path,
        kind: Thing::Domain,
        values: None,
        details: TypeDetails::default(),
        shell: false,
    })))
}

/// From behind `ALTER TYPE`.
pub(super) fn alter_type(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let path = cursor.path()?;
    let change = if cursor.eat("ADD VALUE") {
        let if_not_exists = cursor.if_not_exists();
        let (new, at) = value(cursor)?;
        let neighbour = match cursor.eat("BEFORE") || cursor.eat("AFTER") {
            true => Some(value(cursor)?),
            false => None,
        };
        Change::AddValue { path, value: new, at, if_not_exists, neighbour }
    } else if cursor.eat("RENAME VALUE") {
        let from = value(cursor)?;
        if !cursor.eat("TO") {
            return None;
        }
        Change::RenameValue { path, from, to: value(cursor)? }
    } else if cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        Change::Rename { kind: Thing::Type, path, to, if_exists: false }
    } else if cursor.eat("SET SCHEMA") {
        Change::Move { kind: Thing::Type, path, schema: cursor.name()?, if_exists: false }
    } else {
        return Some(Effect::Nothing);
    };
    Some(Effect::Changes(vec![change]))
}

/// From behind `CREATE SEQUENCE`.
pub(super) fn create_sequence(cursor: &mut Cursor<'_>, temporary: bool) -> Option<Effect> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    if cursor.tokens().iter().any(|token| token.is(cursor.text, "OWNED")) {
        // It goes with the column that owns it.
        return Some(Effect::Changes(vec![Change::Doubt(Doubt::Names(vec![path.name]))]));
    }
    Some(Effect::Changes(vec![Change::CreateSequence { path, if_not_exists, temporary, options: Options::new() }]))
}

/// From behind `VIEW`.
pub(super) fn create_view(
    cursor: &mut Cursor<'_>,
    temporary: bool,
    materialized: bool,
    or_replace: bool,
) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let mut query = None;
    let mut depth = 0u32;
    while let Some(token) = cursor.next() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 0 && token.is(cursor.text, "AS") => {
                query = other::query_at(cursor);
                break;
            }
            _ => (),
        }
    }
    Some(Change::CreateView(Box::new(NewView {
        path,
        temporary,
        materialized,
        or_replace,
        if_not_exists,
        query,
        details: ViewDetails::default(),
    })))
}

/// From behind `FUNCTION`, `PROCEDURE` and the like.
pub(super) fn create_routine(cursor: &mut Cursor<'_>, kind: Thing, or_replace: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let tokens = cursor.tokens();
    let body = Arc::new(super::body::read(cursor));
    let for_triggers = tokens.windows(2).any(|pair| {
        pair[0].is(cursor.text, "RETURNS")
            && (pair[1].is(cursor.text, "TRIGGER") || pair[1].is(cursor.text, "EVENT_TRIGGER"))
    });
    Some(Change::CreateRoutine {
        path,
        kind,
        or_replace,
        if_not_exists,
        body,
        for_triggers,
        details: Arc::new(RoutineDetails::default()),
    })
}

/// From behind `TRIGGER`.
pub(super) fn create_trigger(cursor: &mut Cursor<'_>, or_replace: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
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
    Some(Change::CreateTrigger(Box::new(NewTrigger {
        path,
        table,
        or_replace,
        if_not_exists,
        columns,
        definition: Arc::new(Definition::default()),
    })))
}

/// From behind `DO`.
pub(super) fn block(cursor: &Cursor<'_>) -> Effect {
    Effect::Changes(vec![Change::Run(Arc::new(super::body::read(cursor)))])
}
