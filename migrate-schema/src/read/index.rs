//! Indexes.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{expr, options};
use crate::catalog::change::{Action, AlterTable, Change, CreateIndex, NewIndex, Part};
use crate::catalog::details::{IndexDetails, set};
use crate::catalog::table::WITHOUT_OVERLAPS;
use crate::sql::Kind;

/// The parts of an index, in brackets, and what stands behind each.
fn parts(cursor: &mut Cursor<'_>, details: &mut IndexDetails) -> Option<Vec<Part>> {
    let mut inner = cursor.parens()?;
    let (mut parts, mut suffixes) = (Vec::new(), Vec::new());
    while let Some(mut item) = inner.item() {
        if let Some(period) = without_overlaps(&item) {
            details.options.insert(WITHOUT_OVERLAPS.into(), period);
            continue;
        }
        parts.push(part(&mut item)?);
        suffixes.push(suffix(&mut item));
    }
    details.suffixes = unless_empty(suffixes);
    Some(parts)
}

/// The period of MariaDB that is the last part of a key, and no column.
pub(super) fn without_overlaps(item: &Cursor<'_>) -> Option<Arc<str>> {
    let mut item = item.clone();
    let name = item.mysql().then(|| item.name()).flatten()?;
    item.eat("WITHOUT OVERLAPS").then_some(name.text)
}

/// What is left of a part: a length, a collation, an operator class, an order. What holds anyway is left out.
pub(super) fn suffix(item: &mut Cursor<'_>) -> Arc<str> {
    let mut text = item.take_rest();
    for (ends, rest) in [(" nulls last", false), (" nulls first", true)] {
        if let Some(start) = text.strip_suffix(ends).map(str::len).or((text == ends[1..]).then_some(0)) {
            let falling = text[..start].ends_with("desc");
            if falling == rest {
                text.truncate(start);
            }
        }
    }
    // SQLite keeps and shows it.
    if item.sqlite() {
        return text.into();
    }
    if text == "asc" || text.ends_with(" asc") || text.ends_with(")asc") {
        text.truncate(text.len() - 3);
        text.truncate(text.trim_end().len());
    } else if let Some(rest) = text.strip_prefix("asc ") {
        text = rest.to_owned();
    } else if text.contains(" asc nulls") {
        text = text.replace(" asc nulls", " nulls");
    }
    if item.postgres() {
        text = text.replace("collate pg_catalog.", "collate ").replace("collate \"default\"", "");
        let kept: Vec<&str> = text
            .split(' ')
            .filter(|word| !word.is_empty() && !USUAL_CLASSES.contains(word) && !is_usual_brin(word))
            .collect();
        text = kept.join(" ");
        text = plain_numbers(&text);
    }
    text.into()
}

/// A class with its parameters: the server shows numbers among them as texts.
fn plain_numbers(text: &str) -> String {
    let mut parts = text.split("= '");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('\'').filter(|(number, _)| number.parse::<f64>().is_ok()) {
            Some((number, behind)) => out.push_str(&format!("= {number}{behind}")),
            None => out.push_str(&format!("= '{part}")),
        }
    }
    out
}

/// Whether BRIN takes a class anyway, for the type that it is for. Of addresses it takes another.
fn is_usual_brin(word: &str) -> bool {
    word.ends_with("_minmax_ops") && word != "inet_minmax_ops"
        || ["range_inclusion_ops", "inet_inclusion_ops", "box_inclusion_ops"].contains(&word)
}

/// Operator classes that say what holds anyway, for whatever type takes them (PostgreSQL). Sorted.
pub(super) const USUAL_CLASSES: &[&str] = &[
    "array_ops",
    "bool_ops",
    "box_ops",
    "bpchar_ops",
    "bytea_ops",
    "circle_ops",
    "date_ops",
    "enum_ops",
    "float4_ops",
    "float8_ops",
    "int2_ops",
    "int4_ops",
    "int8_ops",
    "interval_ops",
    "jsonb_ops",
    "multirange_ops",
    "name_ops",
    "numeric_ops",
    "oid_ops",
    "point_ops",
    "poly_ops",
    "quad_point_ops",
    "range_ops",
    "record_ops",
    "text_ops",
    "time_ops",
    "timestamp_ops",
    "timestamptz_ops",
    "timetz_ops",
    "tsquery_ops",
    "tsvector_ops",
    "uuid_ops",
];

/// Nothing if there is nothing in any of them.
pub(super) fn unless_empty(suffixes: Vec<Arc<str>>) -> Vec<Arc<str>> {
    if suffixes.iter().all(|suffix| suffix.is_empty()) { Vec::new() } else { suffixes }
}

/// Reads up to what follows the column or expression.
fn part(item: &mut Cursor<'_>) -> Option<Part> {
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
        let follows = item.peek().is_none_or(|token| matches!(token.kind, Kind::Word | Kind::Name));
        item.at = start;
        if follows || !item.sqlite() {
            let mut whole = item.clone();
            whole.truncate(end);
            item.at = end;
            return Some(Part::Expr(expr::read(&whole)));
        }
    }
    let length = item.tokens().len();
    let ordered = item.peek_at(length - 1).is_some_and(|last| last.is(item.text, "ASC") || last.is(item.text, "DESC"));
    let end = item.at + length - usize::from(ordered);
    let mut whole = item.clone();
    whole.truncate(end);
    item.at = end;
    Some(Part::Expr(expr::read(&whole)))
}

/// `FULLTEXT` and `SPATIAL` before the word for an index.
pub(super) fn mysql_method(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    if cursor.eat("FULLTEXT") {
        Some("fulltext")
    } else if cursor.eat("SPATIAL") {
        Some("spatial")
    } else {
        None
    }
}

/// What stands before and behind the parts of an index of MySQL.
fn mysql_options(cursor: &mut Cursor<'_>, details: &mut IndexDetails) -> Option<()> {
    loop {
        if cursor.eat("USING") || cursor.eat("TYPE") {
            let method = cursor.plain()?.to_lowercase();
            if details.method.is_none() && method != "rtree" {
                details.method = Some(method.into());
            }
        } else if cursor.eat("COMMENT") {
            details.comment = Some(cursor.literal()?.into()).filter(|text: &Arc<str>| !text.is_empty());
        } else if cursor.eat("WITH PARSER") {
            details.options.insert("parser".into(), cursor.plain()?);
        } else if cursor.is_any(&["INVISIBLE", "IGNORED"]) {
            let word = cursor.next()?;
            details.options.insert(cursor.str(word).to_ascii_lowercase().into(), "".into());
        } else if cursor.eat("VISIBLE") || cursor.eat("NOT IGNORED") {
        } else if cursor.is_any(&["KEY_BLOCK_SIZE", "CLUSTERING"]) {
            let word = cursor.next()?;
            let _ = cursor.eat_op("=");
            let value = cursor.next()?;
            let name = cursor.str(word).to_ascii_lowercase();
            details.options.insert(name.into(), cursor.str(value).to_ascii_lowercase().into());
        } else if cursor.is_any(&["ALGORITHM", "LOCK"]) {
            cursor.next();
            let _ = cursor.eat_op("=");
            cursor.next()?;
        } else {
            return Some(());
        }
    }
}

/// `[name] [USING x] (parts) options` of MySQL, behind the words that say which kind.
pub(super) fn mysql(
    cursor: &mut Cursor<'_>,
    unique: bool,
    method: Option<&'static str>,
    start: usize,
) -> Option<NewIndex> {
    let if_not_exists = cursor.if_not_exists();
    let mut name = None;
    if !cursor.is_kind(Kind::Open) && !cursor.is("USING") {
        name = Some(cursor.name()?);
    }
    let mut details = IndexDetails { method: method.map(Into::into), ..IndexDetails::default() };
    mysql_options(cursor, &mut details)?;
    let parts = parts(cursor, &mut details)?;
    let place = cursor.place_of(start, cursor.at);
    mysql_options(cursor, &mut details)?;
    Some(NewIndex {
        name,
        unique,
        parts,
        include: Vec::new(),
        predicate: None,
        plain: method.is_none(),
        details,
        place,
        if_not_exists,
    })
}

/// `CREATE [UNIQUE] INDEX …`, from behind `INDEX`.
pub(super) fn create(
    cursor: &mut Cursor<'_>,
    unique: bool,
    method: Option<&'static str>,
    or_replace: bool,
) -> Option<Change> {
    let start = cursor.at;
    let mut details = IndexDetails { method: method.map(Into::into), ..IndexDetails::default() };
    if cursor.mysql() {
        let if_not_exists = cursor.if_not_exists();
        let name = cursor.name()?;
        mysql_options(cursor, &mut details)?;
        if !cursor.eat("ON") {
            return None;
        }
        let path = cursor.path()?;
        let parts = parts(cursor, &mut details)?;
        let place = cursor.place_of(start, cursor.at);
        mysql_options(cursor, &mut details)?;
        let index = NewIndex {
            name: Some(name),
            unique,
            parts,
            include: Vec::new(),
            predicate: None,
            plain: method.is_none(),
            details,
            place,
            if_not_exists: if_not_exists || or_replace,
        };
        let actions = vec![Action::AddIndex(Box::new(index))];
        return Some(Change::AlterTable(Box::new(AlterTable { path, if_exists: false, only: false, actions })));
    }
    let concurrently = cursor.eat("CONCURRENTLY");
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
    let only = cursor.postgres() && cursor.eat("ONLY");
    let mut table = cursor.path()?;
    if table.schema.is_none() && cursor.sqlite() {
        table.schema = schema.clone();
    }
    let mut plain = true;
    if only {
        details.options.insert("only".into(), "".into());
    }
    if cursor.eat("USING") {
        let using = cursor.plain()?;
        plain = &*using == "btree";
        details.method = Some(using).filter(|_| !plain);
    }
    let parts = parts(cursor, &mut details)?;
    let place = cursor.place_of(start, cursor.at);
    let include = if cursor.eat("INCLUDE") { cursor.names()? } else { Vec::new() };
    details.nulls_not_distinct = cursor.eat("NULLS NOT DISTINCT");
    let _ = cursor.eat("NULLS DISTINCT");
    if cursor.eat("WITH") {
        for (name, value) in options::parameter_settings(cursor, true)? {
            details.order.push(name.clone());
            set(&mut details.options, &vec![(name, value)]);
        }
    }
    if cursor.eat("TABLESPACE") {
        let space = cursor.plain()?;
        // That is where it would be anyway.
        if !space.eq_ignore_ascii_case("pg_default") {
            details.options.insert("tablespace".into(), space);
        }
    }
    let predicate = cursor.eat("WHERE").then(|| expr::read(cursor));
    let index = NewIndex { name, unique, parts, include, predicate, plain, details, place, if_not_exists };
    Some(Change::CreateIndex(Box::new(CreateIndex { table, index, schema, concurrently })))
}
