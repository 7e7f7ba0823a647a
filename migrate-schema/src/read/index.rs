//! Indexes.

use super::cursor::Cursor;
use super::expr;
use crate::catalog::change::{Action, AlterTable, Change, CreateIndex, NewIndex, Part};
use crate::catalog::details::IndexDetails;
use crate::sql::Kind;

/// The parts of an index, in brackets.
fn parts(cursor: &mut Cursor<'_>) -> Option<Vec<Part>> {
    let mut inner = cursor.parens()?;
    let mut parts = Vec::new();
    while let Some(item) = inner.item() {
        parts.push(part(item)?);
    }
    Some(parts)
}

fn part(mut item: Cursor<'_>) -> Option<Part> {
    let first = item.peek()?;
    let next = item.peek_at(1);
    let is_name = matches!(first.kind, Kind::Word | Kind::Name);
    let call = next.is_some_and(|token| token.kind == Kind::Open);
    let length = call && item.mysql() && item.peek_at(2).is_some_and(|token| token.kind == Kind::Number);
    let ends = match next {
        None => true,
        // COLLATE, an operator class, ASC, DESC, NULLS.
        Some(token) => matches!(token.kind, Kind::Word | Kind::Name),
    };
    if is_name && (length || ends) && !(item.is("CASE") || item.is("CAST")) {
        return Some(Part::Column(item.name()?));
    }
    // What follows the expression does not belong to it.
    let start = item.at;
    if first.kind == Kind::Open {
        let inner = item.parens()?;
        if item.done() || item.peek().is_some_and(|token| token.kind == Kind::Word || token.kind == Kind::Name) {
            return Some(Part::Expr(expr::read(&inner)));
        }
        item.at = start;
    } else if is_name && call {
        item.at += 1;
        item.parens()?;
        let end = item.at;
        item.at = start;
        let mut whole = item.clone();
        whole.truncate(end);
        return Some(Part::Expr(expr::read(&whole)));
    }
    Some(Part::Expr(expr::read(&item)))
}

/// `[name] [USING x] (parts) options` of MySQL, behind the words that say which kind.
pub(super) fn mysql(cursor: &mut Cursor<'_>, unique: bool, plain: bool, start: usize) -> Option<NewIndex> {
    let if_not_exists = cursor.if_not_exists();
    let mut name = None;
    if !cursor.is_kind(Kind::Open) && !cursor.is("USING") {
        name = Some(cursor.name()?);
    }
    if cursor.eat("USING") || cursor.eat("TYPE") {
        cursor.next()?;
    }
    let parts = parts(cursor)?;
    let place = cursor.place_of(start, cursor.at);
    Some(NewIndex {
        name,
        unique,
        parts,
        include: Vec::new(),
        predicate: None,
        plain,
        details: IndexDetails::default(),
        place,
        if_not_exists,
    })
}

/// `CREATE [UNIQUE] INDEX …`, from behind `INDEX`.
pub(super) fn create(cursor: &mut Cursor<'_>, unique: bool, plain: bool, or_replace: bool) -> Option<Change> {
    let start = cursor.at;
    if cursor.mysql() {
        let if_not_exists = cursor.if_not_exists();
        let name = cursor.name()?;
        if cursor.eat("USING") {
            cursor.next()?;
        }
        if !cursor.eat("ON") {
            return None;
        }
        let path = cursor.path()?;
        let parts = parts(cursor)?;
        let place = cursor.place_of(start, cursor.at);
        let index = NewIndex {
            name: Some(name),
            unique,
            parts,
            include: Vec::new(),
            predicate: None,
            plain,
            details: IndexDetails::default(),
            place,
            if_not_exists: if_not_exists || or_replace,
        };
        let actions = vec![Action::AddIndex(Box::new(index))];
        return Some(Change::AlterTable(Box::new(AlterTable { path, if_exists: false, actions })));
    }
    let _ = cursor.eat("CONCURRENTLY");
    let if_not_exists = cursor.if_not_exists();
    let (mut schema, mut name) = (None, None);
    if !cursor.is("ON") || cursor.is_at(1, "ON") {
        let path = cursor.path()?;
        schema = path.schema;
        name = Some(path.name);
    }
    if !cursor.eat("ON") {
        return None;
    }
    let _ = cursor.postgres() && cursor.eat("ONLY");
    let mut table = cursor.path()?;
    if table.schema.is_none() && cursor.sqlite() {
        table.schema = schema.clone();
    }
    let mut plain = plain;
    if cursor.eat("USING") {
        plain &= cursor.is("btree");
        cursor.next()?;
    }
    let parts = parts(cursor)?;
    let place = cursor.place_of(start, cursor.at);
    let include = if cursor.eat("INCLUDE") { cursor.names()? } else { Vec::new() };
    let _ = cursor.eat("NULLS NOT DISTINCT") || cursor.eat("NULLS DISTINCT");
    if cursor.eat("WITH") {
        cursor.parens()?;
    }
    if cursor.eat("TABLESPACE") {
        cursor.next()?;
    }
    let predicate = cursor.eat("WHERE").then(|| expr::read(cursor));
    let index = NewIndex {
        name,
        unique,
        parts,
        include,
        predicate,
        plain,
        details: IndexDetails::default(),
        place,
        if_not_exists,
    };
    Some(Change::CreateIndex(Box::new(CreateIndex { table, index, schema })))
}
