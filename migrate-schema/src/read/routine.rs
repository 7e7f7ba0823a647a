//! Functions, procedures and aggregates.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{Effect, types};
use crate::catalog::change::{Change, Kind as Thing};
use crate::catalog::details::RoutineDetails;
use crate::catalog::name::Path;
use crate::catalog::table::Type;
use crate::sql::Kind;

/// From behind `FUNCTION`, `PROCEDURE` and the like. `word`: which of them.
pub(super) fn create(cursor: &mut Cursor<'_>, kind: Thing, word: &str, or_replace: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let head = cursor.at;
    let tokens = cursor.tokens();
    let mut body = super::body::read(cursor);
    body.recipe = super::recipe::of_function(cursor).map(Arc::new);
    let body = Arc::new(body);
    let for_triggers = tokens.windows(2).any(|pair| {
        pair[0].is(cursor.text, "RETURNS")
            && (pair[1].is(cursor.text, "TRIGGER") || pair[1].is(cursor.text, "EVENT_TRIGGER"))
    });
    let mut definition = super::definition::of(cursor, head);
    if cursor.mysql()
        && let Some(parts) = super::parts::routine(cursor, &path, word, &definition)
    {
        definition.meaning = parts.meaning().into();
        definition.parts = Some(Arc::new(parts));
    }
    let types = if cursor.postgres() { named_types(cursor).unwrap_or_default() } else { Vec::new() };
    let arguments = match cursor.postgres() {
        true => arguments(cursor)?,
        false => "".into(),
    };
    let once = !or_replace && !if_not_exists;
    let details = Arc::new(RoutineDetails { once, kind: word.into(), arguments, definition, comment: None });
    Some(Change::CreateRoutine { path, kind, or_replace, if_not_exists, body, for_triggers, types, details })
}

/// The types of arguments and of what is returned, which must be there where the body is looked at when it is made.
fn named_types(cursor: &Cursor<'_>) -> Option<Vec<Path>> {
    let tokens = cursor.tokens();
    let at = tokens.iter().position(|token| token.is(cursor.text, "LANGUAGE"))?;
    let language = tokens.get(at + 1)?;
    if !["sql", "plpgsql"].iter().any(|known| cursor.str(*language).trim_matches('\'').eq_ignore_ascii_case(known)) {
        return None;
    }
    let mut cursor = cursor.clone();
    let mut found = Vec::new();
    let mut inner = cursor.parens()?;
    while let Some(mut item) = inner.item() {
        found.extend(argument(&mut item)?.own);
    }
    if cursor.eat("RETURNS TABLE") {
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            item.name()?;
            found.extend(types::read(&mut item)?.0.own);
        }
    } else if cursor.eat("RETURNS") {
        found.extend(types::read(&mut cursor)?.0.own);
    }
    Some(found)
}

/// The type of an argument.
fn argument(item: &mut Cursor<'_>) -> Option<Type> {
    let _ = item.eat("OUT") || item.eat("INOUT") || item.eat("IN") || item.eat("VARIADIC");
    let mut last = item.clone();
    last.skip_to(&["DEFAULT", "ORDER"]);
    let end = (item.at..last.at).find(|at| {
        let mut there = item.clone();
        there.at = *at;
        there.eat_op("=") || there.eat_op(":=")
    });
    item.truncate(end.unwrap_or(last.at));
    let mut named = item.clone();
    match types::read(item) {
        Some((ty, _)) if item.done() => Some(ty),
        _ => {
            named.name()?;
            let _ = named.eat("IN") || named.eat("INOUT") || named.eat("OUT") || named.eat("VARIADIC");
            Some(types::read(&mut named)?.0)
        }
    }
}

/// The types in the brackets, by which PostgreSQL tells functions of one name apart.
fn arguments(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    let mut inner = cursor.parens()?;
    let mut found: Vec<Arc<str>> = Vec::new();
    while let Some(mut item) = inner.item() {
        if item.tokens().len() == 1 && item.eat_op("*") {
            found.push("*".into());
            continue;
        }
        if item.eat("OUT") {
            continue;
        }
        let ty = argument(&mut item)?;
        found.push(plain_type(&ty.meaning));
    }
    Some(found.join(", ").into())
}

/// The type without the length or precision, which arguments do not have.
fn plain_type(meaning: &str) -> Arc<str> {
    match (meaning.find('('), meaning.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &meaning[..open], &meaning[close + 1..]).into(),
        _ => meaning.into(),
    }
}

/// The types behind the name of a function that is there; none if they are left out.
pub(super) fn written_arguments(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    if !cursor.is_kind(Kind::Open) {
        return None;
    }
    let mut there = cursor.clone();
    cursor.parens()?;
    arguments(&mut there)
}

/// From behind `DROP FUNCTION` and the like.
pub(super) fn drop(cursor: &mut Cursor<'_>, kind: Thing) -> Option<Effect> {
    let if_exists = cursor.if_exists();
    let mut paths = Vec::new();
    loop {
        let path = cursor.path()?;
        paths.push((path, written_arguments(cursor)));
        if !cursor.eat_kind(Kind::Comma) {
            break;
        }
    }
    let cascade = cursor.cascade();
    Some(Effect::Changes(vec![Change::DropRoutines { kind, paths, if_exists, cascade }]))
}
