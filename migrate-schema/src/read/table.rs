//! `CREATE TABLE`.

use super::column::{self, TablePart};
use super::cursor::Cursor;
use super::other;
use crate::catalog::change::{Change, NewTable};
use crate::catalog::details::Options;
use crate::sql::Kind;

/// From behind `TABLE`.
pub(super) fn create(cursor: &mut Cursor<'_>, temporary: bool, or_replace: bool, foreign: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let in_temporary = path.schema.as_ref().is_some_and(|schema| match cursor.postgres() {
        true => &*schema.key == "pg_temp",
        false => cursor.sqlite() && &*schema.key == "temp",
    });
    let mut table = NewTable {
        path,
        temporary: temporary || in_temporary,
        if_not_exists,
        or_replace,
        columns: Vec::new(),
        constraints: Vec::new(),
        indexes: Vec::new(),
        like: Vec::new(),
        parents: Vec::new(),
        open: false,
        loose: false,
        keyless: false,
        options: Options::new(),
        comment: None,
        bound: None,
        query: None,
    };
    if cursor.eat("PARTITION OF") {
        table.parents.push(cursor.path()?);
        table.open |= cursor.is_kind(Kind::Open);
        return Some(Change::CreateTable(Box::new(table)));
    }
    if cursor.postgres() && cursor.eat("OF") {
        table.open = true;
        table.loose = true;
        return Some(Change::CreateTable(Box::new(table)));
    }
    if cursor.mysql() && cursor.eat("LIKE") {
        table.like.push(cursor.path()?);
        return Some(Change::CreateTable(Box::new(table)));
    }
    let listed = cursor.is_kind(Kind::Open) && !cursor.peek_at(1).is_some_and(|token| token.is(cursor.text, "SELECT"));
    if listed {
        let mut inner = cursor.parens()?;
        let mut names_only = !inner.done();
        while let Some(mut item) = inner.item() {
            let single = item.tokens().len() == 1;
            names_only &= single;
            if item_of(&mut item, &mut table).is_none() {
                table.open = true;
                table.loose = true;
            }
        }
        // `CREATE TABLE t (a, b) AS …` gives names to what the query returns.
        if names_only && !cursor.sqlite() {
            table.open = true;
        }
    }
    options(cursor, &mut table, foreign)?;
    Some(Change::CreateTable(Box::new(table)))
}

/// One column or constraint.
fn item_of(item: &mut Cursor<'_>, table: &mut NewTable) -> Option<()> {
    if item.postgres() && item.eat("LIKE") || item.mysql() && item.is("LIKE") && item.eat("LIKE") {
        table.like.push(item.path()?);
        return Some(());
    }
    if item.mysql() && item.eat("PERIOD FOR") {
        table.loose = true;
        return Some(());
    }
    // SQLite may leave the comma between constraints out.
    if column::is_table_part(item) {
        while !item.done() {
            match column::table_part(item)? {
                TablePart::Constraint(constraint) => table.constraints.push(constraint),
                TablePart::Index(index) => table.indexes.push(index),
            }
            if !item.sqlite() {
                break;
            }
            if item.eat("ON CONFLICT") {
                item.next();
            }
        }
        return Some(());
    }
    let name = item.name()?;
    let read = column::read(item, name)?;
    table.columns.push(read.column);
    table.constraints.extend(read.constraints);
    table.indexes.extend(read.indexes);
    table.loose |= read.loose;
    Some(())
}

/// What stands behind the columns.
fn options(cursor: &mut Cursor<'_>, table: &mut NewTable, foreign: bool) -> Option<()> {
    if cursor.eat("INHERITS") {
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            table.parents.push(item.path()?);
        }
    }
    table.loose |= foreign;
    if cursor.postgres() && cursor.is("PARTITION") {
        // Its partitions come as tables of their own, and names of keys go down to them.
        cursor.skip_to(&["AS"]);
    }
    if cursor.mysql() {
        let mut words = cursor.tokens().iter();
        if words.any(|token| token.is(cursor.text, "ENGINE") || token.is(cursor.text, "TYPE")) {
            let engine = words.find(|token| !matches!(cursor.str(**token), "="));
            let engine = engine.map_or("", |token| cursor.str(*token).trim_matches(['\'', '"', '`']));
            table.keyless = !engine.eq_ignore_ascii_case("innodb");
        }
    }
    // The query of CREATE TABLE AS, behind whatever options there are.
    let mut depth = 0u32;
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Open if !cursor.peek_at(1).is_some_and(|token| token.is(cursor.text, "SELECT")) => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word | Kind::Open
                if depth == 0
                    && (cursor.is_any(&["SELECT", "WITH"]) && !is_parameters(cursor) || token.kind == Kind::Open) =>
            {
                table.open = true;
                table.query = other::query_at(cursor);
                return Some(());
            }
            Kind::Word if depth == 0 && cursor.postgres() && cursor.is_any(&["EXECUTE", "TABLE"]) => table.open = true,
            Kind::Word if depth == 0 && cursor.is("AS") => {
                table.open = true;
            }
            _ => (),
        }
        cursor.at += 1;
    }
    Some(())
}

/// `WITH (…)`, `WITH SYSTEM VERSIONING`, `WITH DATA`: no query.
fn is_parameters(cursor: &Cursor<'_>) -> bool {
    cursor.is("WITH")
        && (cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open)
            || ["SYSTEM", "DATA", "NO", "OIDS", "PARSER"].iter().any(|word| cursor.is_at(1, word)))
}
