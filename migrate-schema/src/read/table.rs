//! `CREATE TABLE`.

use std::sync::Arc;

use migrate_core::Dialect;

use super::constraint::{self, TablePart};
use super::cursor::Cursor;
use super::{column, options, other};
use crate::catalog::change::{Change, Like, NewColumn, NewTable, Numbered};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::{Options, set};
use crate::catalog::mention::{From, Output, Scope};
use crate::catalog::table::{UNVERSIONED, VERSIONED};
use crate::sql::{Kind, Token};

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
        names: None,
        loose: false,
        keyless: false,
        options: Options::new(),
        comment: None,
        bound: None,
        of: None,
        query: None,
        given: Vec::new(),
    };
    if cursor.eat("PARTITION OF") {
        table.parents.push(cursor.path()?);
        if cursor.is_kind(Kind::Open) {
            let mut inner = cursor.parens()?;
            while let Some(mut item) = inner.item() {
                if part_of_typed(&mut item, &mut table).is_none() {
                    table.open = true;
                    table.loose = true;
                }
            }
        }
        table.bound = Some(bound(cursor)?);
        options::postgres_table(cursor, &mut table.options)?;
        if foreign {
            table.options.insert("foreign".into(), "".into());
        }
        return Some(Change::CreateTable(Box::new(table)));
    }
    if cursor.postgres() && cursor.eat("OF") {
        table.of = Some(cursor.path()?);
        if cursor.is_kind(Kind::Open) {
            let mut inner = cursor.parens()?;
            while let Some(mut item) = inner.item() {
                if part_of_typed(&mut item, &mut table).is_none() {
                    table.open = true;
                    table.loose = true;
                }
            }
        }
        options(cursor, &mut table, foreign)?;
        return Some(Change::CreateTable(Box::new(table)));
    }
    if cursor.mysql() && cursor.eat("LIKE") {
        table.like.push(like(cursor, 0)?);
        return Some(Change::CreateTable(Box::new(table)));
    }
    let query = |token: Token| ["SELECT", "WITH"].iter().any(|word| token.is(cursor.text, word));
    let listed = cursor.is_kind(Kind::Open) && !cursor.peek_at(1).is_some_and(query);
    if listed {
        let mut inner = cursor.parens()?;
        let mut names_only = !inner.done();
        while let Some(mut item) = inner.item() {
            let single = item.tokens().len() == 1;
            names_only &= single;
            if single && cursor.postgres() {
                // Its type is that of what the query returns.
                table.given.push(item.name()?);
                table.open = true;
                continue;
            }
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
    if cursor.sqlite() {
        counts_in_key(&mut table);
    }
    Some(Change::CreateTable(Box::new(table)))
}

/// `PRIMARY KEY (id AUTOINCREMENT)` says of the column that it counts.
fn counts_in_key(table: &mut NewTable) {
    const WORD: &str = "autoincrement";
    for constraint in &mut table.constraints {
        let ConstraintKind::Primary(columns) = &constraint.kind else { continue };
        let ([one], [suffix]) = (&columns[..], &mut constraint.details.suffixes[..]) else { continue };
        let lower = suffix.to_lowercase();
        let Some(rest) = lower.strip_suffix(WORD) else { continue };
        *suffix = rest.trim_end().into();
        if suffix.is_empty() {
            constraint.details.suffixes.clear();
        }
        let name = one.key.clone();
        for column in table.columns.iter_mut().filter(|column| column.name.key == name) {
            column.numbered = Numbered::Auto;
        }
    }
}

/// A constraint, or what is said about a column whose type stands elsewhere.
fn part_of_typed(item: &mut Cursor<'_>, table: &mut NewTable) -> Option<()> {
    if constraint::is_table_part(item) {
        return item_of(item, table);
    }
    let name = item.name()?;
    let _ = item.eat("WITH OPTIONS");
    let read = column::settings(item, name)?;
    table.columns.push(read.column);
    table.constraints.extend(read.constraints);
    table.loose |= read.loose;
    Some(())
}

/// One column or constraint.
fn item_of(item: &mut Cursor<'_>, table: &mut NewTable) -> Option<()> {
    if item.postgres() && item.eat("LIKE") || item.mysql() && item.is("LIKE") && item.eat("LIKE") {
        table.like.push(like(item, table.columns.len())?);
        return Some(());
    }
    if item.mysql() && item.eat("PERIOD FOR") {
        let _ = item.if_not_exists();
        let (name, columns) = options::period(item)?;
        table.options.insert(name, columns);
        return Some(());
    }
    // SQLite may leave the comma between constraints out.
    if constraint::is_table_part(item) {
        while !item.done() {
            // Nor need there be anything behind a name.
            if item.sqlite() && item.is("CONSTRAINT") && (item.peek_at(2).is_none() || item.is_at(2, "CONSTRAINT")) {
                item.at += 2;
                continue;
            }
            match constraint::table_part(item)? {
                TablePart::Constraint(constraint) => table.constraints.push(*constraint),
                TablePart::Index(index) => table.indexes.push(*index),
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

/// Which rows a partition takes: `for values in(1, 2)`, `default`.
pub(super) fn bound(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    let from = cursor.at;
    if !cursor.eat("DEFAULT") {
        if !cursor.eat("FOR VALUES") {
            return None;
        }
        while cursor.is_any(&["FROM", "TO", "IN", "WITH"])
            && cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open)
        {
            // `WITH` may come again, with storage parameters.
            if cursor.is("WITH") && cursor.at > from + 2 {
                break;
            }
            cursor.next();
            cursor.parens()?;
        }
    }
    Some(cursor.spaced(from, cursor.at).into())
}

/// A table that is copied, and which of its parts.
fn like(cursor: &mut Cursor<'_>, at: usize) -> Option<Like> {
    let path = cursor.path()?;
    let (mut including, mut excluding): (Vec<Arc<str>>, Vec<Arc<str>>) = (Vec::new(), Vec::new());
    if cursor.mysql() {
        including.push("all".into());
    }
    while let Some(word) = cursor.next() {
        let list = if word.is(cursor.text, "INCLUDING") {
            &mut including
        } else if word.is(cursor.text, "EXCLUDING") {
            &mut excluding
        } else {
            return None;
        };
        let what = cursor.next()?;
        let what = cursor.str(what).to_ascii_lowercase();
        if what == "all" && word.is(cursor.text, "EXCLUDING") {
            including.clear();
            continue;
        }
        list.push(what.as_str().into());
        // The last that is said holds.
        let other = if word.is(cursor.text, "INCLUDING") { &mut excluding } else { &mut including };
        other.retain(|name| **name != *what);
    }
    Some(Like { path, at, including, excluding })
}

/// What stands behind the columns.
fn options(cursor: &mut Cursor<'_>, table: &mut NewTable, foreign: bool) -> Option<()> {
    let mut ahead = cursor.clone();
    if cursor.mysql() {
        match options::mysql_table(&mut ahead) {
            Some(found) => {
                set(&mut table.options, &found.settings);
                table.comment = found.comment.filter(|comment| !comment.is_empty());
                versioned(table);
                let collation = table.options.get("collate").and_then(|name| name.split('_').next().map(Arc::from));
                let set: Option<Arc<str>> = table.options.get("charset").cloned().or(collation);
                for column in &mut table.columns {
                    super::column::settle(column, set.as_deref(), cursor.dialect);
                }
                if cursor.dialect == Dialect::MariaDb {
                    super::column::json_of_table(table);
                }
            }
            None => table.loose = true,
        }
    } else if cursor.postgres() {
        options::postgres_table(&mut ahead, &mut table.options)?;
    } else {
        options::sqlite_table(&mut ahead, &mut table.options);
    }
    if foreign {
        table.options.insert("foreign".into(), "".into());
    }
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
                    && (cursor.is_any(&["SELECT", "WITH"]) && !is_parameters(cursor)
                        || cursor.postgres() && cursor.is("VALUES")
                        || token.kind == Kind::Open) =>
            {
                table.open = true;
                let mut query = cursor.clone();
                if cursor.postgres() {
                    let count = query.tokens().len();
                    let less = [&["WITH", "NO", "DATA"][..], &["WITH", "DATA"]].into_iter().find(|words| {
                        count > words.len()
                            && words.iter().enumerate().all(|(at, word)| query.is_at(count - words.len() + at, word))
                    });
                    query.truncate(query.at + count - less.map_or(0, <[&str]>::len));
                }
                table.query = other::query_at(&query);
                return Some(());
            }
            Kind::Word if depth == 0 && cursor.postgres() && cursor.is_any(&["EXECUTE", "TABLE"]) => {
                table.open = true;
                let mut ahead = cursor.clone();
                if ahead.eat("TABLE")
                    && let Some(path) = ahead.path()
                {
                    // All rows of it.
                    let sources = vec![From::table(Some(path), None)];
                    let returns = Some(vec![Output::All]);
                    table.query = Some(Scope { sources, returns, all: true, ..Scope::default() });
                    return Some(());
                }
            }
            Kind::Word if depth == 0 && cursor.is("AS") => {
                table.open = true;
            }
            _ => (),
        }
        cursor.at += 1;
    }
    Some(())
}

/// A table of MariaDB of which some columns keep what they were is one that does, without the others.
fn versioned(table: &mut NewTable) {
    let has = |column: &NewColumn, name: &str| column.details.options.contains_key(name);
    if !table.columns.iter().any(|column| has(column, VERSIONED)) {
        return;
    }
    let whole = table.options.insert(VERSIONED.into(), "".into()).is_some();
    for column in &mut table.columns {
        let own = column.details.options.remove(VERSIONED).is_some();
        if !own && !whole {
            column.details.options.insert(UNVERSIONED.into(), "".into());
        }
    }
}

/// `WITH (…)`, `WITH SYSTEM VERSIONING`, `WITH DATA`: no query.
fn is_parameters(cursor: &Cursor<'_>) -> bool {
    cursor.is("WITH")
        && (cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open)
            || ["SYSTEM", "DATA", "NO", "OIDS", "PARSER"].iter().any(|word| cursor.is_at(1, word)))
}
