//! `SET …`, and what else changes where names are looked up.

use super::cursor::Cursor;
use super::{Effect, other, session, settings};
use crate::catalog::change::{Change, Doubt};
use crate::catalog::name::Ident;
use crate::source::Span;
use crate::sql::{Kind, Stmt};

/// `SELECT pg_catalog.set_config('search_path', '', false)`, which pg_dump writes.
pub(super) fn search_path(cursor: &Cursor<'_>) -> Option<Effect> {
    let calls = cursor.postgres() && cursor.tokens().iter().any(|token| token.is(cursor.text, "set_config"));
    if !calls {
        return None;
    }
    let path = cursor.tokens().iter().any(|token| cursor.str(*token).eq_ignore_ascii_case("'search_path'"));
    Some(match (path, written_path(cursor)) {
        (true, Some(path)) => Effect::Changes(vec![Change::SetPath(path)]),
        (true, None) => Effect::Changes(vec![Change::Doubt(Doubt::SearchPath)]),
        (false, _) => Effect::Nothing,
    })
}

/// The schemas in `SELECT set_config('search_path', 'a, b', false)`, if that is the whole statement.
fn written_path(cursor: &Cursor<'_>) -> Option<Vec<Ident>> {
    let mut cursor = cursor.clone();
    if !cursor.eat("SELECT") {
        return None;
    }
    if cursor.eat("pg_catalog") && !cursor.eat_kind(Kind::Dot) {
        return None;
    }
    if !cursor.eat("set_config") {
        return None;
    }
    let mut inner = cursor.parens()?;
    inner.string()?;
    let (path, place) = inner.eat_kind(Kind::Comma).then(|| inner.string()).flatten()?;
    let lasting = inner.eat_kind(Kind::Comma) && inner.eat("false") && inner.done() && cursor.done();
    let plain = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
    };
    let mut names = path.split(',').map(str::trim).filter(|name| !name.is_empty());
    if !lasting || !names.clone().all(plain) {
        return None;
    }
    Some(names.by_ref().map(|name| Ident::made(name, cursor.dialect, place)).collect())
}

/// MariaDB's `SET STATEMENT name = value FOR statement`, from behind its second word.
fn for_one(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mode = cursor.rest().to_ascii_lowercase().contains("sql_mode");
    cursor.skip_to(&["FOR"]);
    if !cursor.eat("FOR") {
        return None;
    }
    let range = cursor.range(cursor.at, cursor.at + cursor.tokens().len());
    let part = Stmt::part(Span::new(range.start, range.end));
    let effect = other::statement(&mut Cursor::new(cursor.source, cursor.text, &part, cursor.dialect), &part)?;
    if !mode {
        return Some(effect);
    }
    // Whether it is strict for this one nobody looks at: so it is not for those that follow either.
    let mut changes = vec![Change::Doubt(Doubt::Lenient)];
    changes.extend(effect.into_changes());
    Some(Effect::Changes(changes))
}

/// From behind `SET`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.mysql() && cursor.eat("STATEMENT") {
        return for_one(cursor);
    }
    let text = cursor.rest().to_ascii_lowercase();
    if cursor.mysql()
        && let Some(fault) = session::fault(cursor)
    {
        return Some(Effect::Changes(vec![Change::Fault(Box::new(fault))]));
    }
    if cursor.mysql() {
        let keys = text.contains("foreign_key_checks") || text.contains("storage_engine");
        // Only what is in double quotes reads otherwise.
        let end = cursor.range(cursor.at, cursor.at + cursor.tokens().len()).end;
        let quoted = cursor.text.get(end..).is_some_and(|rest| rest.contains('"'));
        let mode = text.contains("sql_mode") && (text.contains("ansi") && quoted || text.contains("oracle"));
        let lenient = text.contains("sql_mode");
        let doubts = [(keys, Doubt::ForeignKeys), (lenient, Doubt::Lenient)];
        let doubts: Vec<Change> = doubts.into_iter().filter(|own| own.0).map(|own| Change::Doubt(own.1)).collect();
        return Some(match mode {
            true => Effect::Opaque,
            false if doubts.is_empty() => Effect::Nothing,
            false => Effect::Changes(doubts),
        });
    }
    let _ = cursor.eat("SESSION");
    let local = cursor.eat("LOCAL");
    if cursor.postgres()
        && let Some(fault) = settings::fault(cursor)
    {
        return Some(Effect::Changes(vec![Change::Fault(Box::new(fault))]));
    }
    if cursor.is("check_function_bodies") {
        return Some(Effect::Changes(vec![Change::Doubt(Doubt::Bodies)]));
    }
    if cursor.is("ROLE") || cursor.is("AUTHORIZATION") {
        // `$user` may be somebody else.
        return Some(Effect::Nothing);
    }
    if cursor.eat("search_path") {
        let simple = !local && (cursor.eat("TO") || cursor.eat_op("="));
        let mut path = Vec::new();
        while simple && !cursor.done() {
            match cursor.string() {
                Some((text, place)) => path.push(Ident::made(&text, cursor.dialect, place)),
                None => path.push(cursor.name()?),
            }
            if !cursor.eat_kind(Kind::Comma) {
                break;
            }
        }
        let known = !path.is_empty() && path.iter().all(|name| &*name.key != "default" && !name.key.is_empty());
        return Some(Effect::Changes(vec![match known {
            true => Change::SetPath(path),
            false => Change::Doubt(Doubt::SearchPath),
        }]));
    }
    Some(Effect::Nothing)
}
