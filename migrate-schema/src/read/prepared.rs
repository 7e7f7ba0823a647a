//! Statements that are prepared from texts, and the variables of MySQL that hold the texts.

use std::sync::Arc;

use super::cursor::Cursor;
use super::texts::{Texts, inner};
use super::{Effect, other, set};
use crate::catalog::change::Change;
use crate::catalog::dynamic::{HOLE, VARIABLE};
use crate::source::Span;
use crate::sql::{Kind, Stmt};

/// `SET @a = …`, `PREPARE`, `EXECUTE`; none if it is something else.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let start = cursor.at;
    if cursor.eat("SET") {
        let effect = variables(cursor);
        if effect.is_none() {
            cursor.at = start;
        }
        return effect;
    }
    if cursor.eat("PREPARE") {
        let name = name(cursor)?;
        return cursor.eat("FROM").then(|| {
            let mut changes = named(cursor);
            changes.push(Change::Prepare(name, texts(cursor, cursor.at)));
            Effect::Changes(changes)
        });
    }
    if cursor.eat("EXECUTE IMMEDIATE") {
        let name: Arc<str> = "".into();
        let text = texts(cursor, cursor.at);
        let mut changes = named(cursor);
        changes.extend([Change::Prepare(name.clone(), text), Change::Execute(name)]);
        return Some(Effect::Changes(changes));
    }
    if cursor.eat("EXECUTE") {
        return Some(Effect::Changes(vec![Change::Execute(name(cursor)?)]));
    }
    None
}

/// What a statement about rows names that stands in a text.
fn named(cursor: &Cursor<'_>) -> Vec<Change> {
    let [token] = cursor.tokens() else { return Vec::new() };
    let Some(inside) = inner(cursor.text, *token) else { return Vec::new() };
    // A quote or a backslash inside would move the places.
    if cursor.text[inside.clone()].contains(['\\', '\'', '"', ';']) {
        return Vec::new();
    }
    let stmt = Stmt::part(Span::new(inside.start, inside.end));
    let scope = other::read_rows(cursor, &stmt);
    scope.map(|scope| Change::Data(Box::new(scope))).into_iter().collect()
}

fn name(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    Some(cursor.name()?.text.to_lowercase().into())
}

/// What the expression at a place may stand for.
fn texts(cursor: &Cursor<'_>, at: usize) -> Option<Vec<Arc<str>>> {
    let mut there = cursor.clone();
    there.at = at;
    let tokens = there.tokens();
    let texts = Texts { text: cursor.text, tokens, dialect: cursor.dialect, outer: true };
    Some(texts.any_at(0)?.into_iter().map(Arc::from).collect())
}

/// `@name`
fn variable(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    if !cursor.eat_op("@") {
        return None;
    }
    name(cursor)
}

/// From behind `SET`: only variables are set.
fn variables(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut changes = Vec::new();
    while let Some(mut item) = cursor.item() {
        let name = variable(&mut item)?;
        if !item.eat_op("=") && !item.eat_op(":=") {
            return None;
        }
        if let Some(Effect::Changes(named)) = super::asked::values(&item) {
            changes.extend(named);
        }
        let texts = texts(&item, item.at);
        let value = asks(&texts).then(|| item.rest().into());
        changes.push(Change::SetVariable(name, texts, value));
    }
    // What is said about foreign keys and the like is looked at where other settings are.
    let mut whole = cursor.clone();
    whole.at = 1;
    match set::read(&mut whole)? {
        Effect::Changes(more) => changes.extend(more),
        Effect::Nothing => (),
        Effect::Opaque => return Some(Effect::Opaque),
    }
    Some(Effect::Changes(changes))
}

/// The variables that a query sets: `SELECT … INTO @a`, `@a := …`.
pub(super) fn selected(cursor: &Cursor<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    let mut cursor = cursor.clone();
    let one = cursor.clone();
    let mut into = false;
    while !cursor.done() {
        if cursor.eat("INTO") {
            into = true;
            continue;
        }
        let start = cursor.at;
        let Some(name) = variable(&mut cursor) else {
            into &= cursor.is_kind(Kind::Comma);
            cursor.at = start;
            cursor.next();
            continue;
        };
        let last = cursor.done() || cursor.is("FROM");
        if into {
            let only = found.is_empty() && last && one.is("SELECT");
            let texts = only.then(|| texts(&one, 1)).flatten();
            let value = (only && asks(&texts)).then(|| without_into(&one, &cursor)).flatten();
            found.push(Change::SetVariable(name, texts, value));
        } else if cursor.eat_op(":=") {
            // `SELECT @a := count(*) FROM …`
            let mut list = cursor.clone();
            list.skip_to(&["FROM"]);
            let mut item = cursor.clone();
            item.skip_item();
            let only = start == 1 && one.is("SELECT") && item.at >= list.at;
            let value = only.then(|| format!("(SELECT {})", cursor.rest()).into());
            found.push(Change::SetVariable(name, None, value));
        }
    }
    found
}

/// Whether an expression has to be worked out for what it comes to.
fn asks(texts: &Option<Vec<Arc<str>>>) -> bool {
    match texts.as_deref() {
        Some([only]) => only.contains([HOLE, VARIABLE]),
        _ => true,
    }
}

/// `(SELECT … FROM …)`, of a query that puts its one value into the variable before `behind`.
fn without_into(query: &Cursor<'_>, behind: &Cursor<'_>) -> Option<Arc<str>> {
    let mut into = query.clone();
    into.skip_to(&["INTO"]);
    let mut head = query.clone();
    head.truncate(into.at);
    Some(format!("({} {})", head.rest(), behind.rest()).into())
}

/// From behind PostgreSQL's `PREPARE`: the rows that it reads or writes.
pub(super) fn rows(cursor: &mut Cursor<'_>) -> Option<Effect> {
    cursor.name()?;
    let mut types = Vec::new();
    if cursor.is_kind(Kind::Open) {
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            types.extend(super::types::read(&mut item).and_then(|(ty, _)| ty.own));
        }
    }
    if !cursor.eat("AS") {
        return None;
    }
    let mut scope = other::query_at(cursor).unwrap_or_default();
    scope.types.extend(types);
    Some(Effect::Changes(vec![Change::Data(Box::new(scope))]))
}
