//! `CREATE PUBLICATION` and `ALTER PUBLICATION` (PostgreSQL).

use std::sync::Arc;

use super::cursor::Cursor;
use crate::catalog::details::Settings;
use crate::catalog::publication::{Publication, PublicationAction, Published};
use crate::sql::Kind;
use crate::sql::text::meaning_of;

/// What is published by itself.
const USUAL: [&str; 4] = ["insert", "update", "delete", "truncate"];

/// From behind the name in `CREATE PUBLICATION`.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Publication> {
    let mut publication = Publication::default();
    if cursor.eat("FOR ALL TABLES") {
        publication.all = true;
    } else if cursor.eat("FOR") {
        publication.items = items(cursor)?;
    }
    if cursor.eat("WITH") {
        crate::catalog::details::set(&mut publication.options, &options(cursor)?);
    }
    cursor.done().then_some(publication)
}

/// From behind the name in `ALTER PUBLICATION`.
pub(super) fn alter(cursor: &mut Cursor<'_>) -> Option<PublicationAction> {
    let action = if cursor.eat("ADD") {
        PublicationAction::Add(items(cursor)?)
    } else if cursor.eat("DROP") {
        PublicationAction::Drop(items(cursor)?)
    } else if cursor.eat("SET") {
        match cursor.is_kind(Kind::Open) {
            true => PublicationAction::Options(options(cursor)?),
            false => PublicationAction::Set(items(cursor)?),
        }
    } else {
        return None;
    };
    cursor.done().then_some(action)
}

fn items(cursor: &mut Cursor<'_>) -> Option<Vec<Published>> {
    let mut found = Vec::new();
    let mut schema = None;
    loop {
        if cursor.eat("TABLES IN SCHEMA") {
            schema = Some(true);
        } else if cursor.eat("TABLE") {
            schema = Some(false);
        }
        found.push(if schema? { of_schema(cursor)? } else { table(cursor)? });
        if !cursor.eat_kind(Kind::Comma) {
            return Some(found);
        }
    }
}

fn of_schema(cursor: &mut Cursor<'_>) -> Option<Published> {
    let start = cursor.at;
    let name = cursor.name()?;
    let text: Arc<str> = cursor.spaced(start, cursor.at).into();
    Some(Published { key: name.key, schema: true, name: text.clone(), meaning: text.clone(), text })
}

fn table(cursor: &mut Cursor<'_>) -> Option<Published> {
    let start = cursor.at;
    let _ = cursor.eat("ONLY");
    let named = cursor.at;
    let path = cursor.path()?;
    let name: Arc<str> = cursor.spaced(named, cursor.at).into();
    let key = match path.schema.filter(|schema| &*schema.key != "public") {
        Some(schema) => format!("{}.{}", schema.key, path.name.key),
        None => path.name.key.to_string(),
    };
    let _ = cursor.eat_op("*");
    // Of a table without children `ONLY` says nothing.
    let mut meaning = key.clone();
    if cursor.is_kind(Kind::Open) {
        // The server keeps which columns they are, not their order.
        let mut columns: Vec<String> = cursor.names()?.iter().map(|name| name.key.to_string()).collect();
        columns.sort_unstable();
        meaning.push_str(&format!(" ({})", columns.join(", ")));
    }
    if cursor.eat("WHERE") {
        let from = cursor.at;
        cursor.parens()?;
        meaning.push_str(&format!(" where {}", meaning_of(&cursor.spaced(from, cursor.at), cursor.dialect)));
    }
    Some(Published {
        key: key.into(),
        schema: false,
        name,
        text: cursor.spaced(start, cursor.at).into(),
        meaning: meaning.into(),
    })
}

/// Settings in brackets; one that is as usual has no value.
fn options(cursor: &mut Cursor<'_>) -> Option<Settings> {
    let mut inner = cursor.parens()?;
    let mut found = Settings::new();
    while !inner.done() {
        let name = inner.plain()?.to_lowercase();
        let value = match inner.eat_op("=") {
            true => inner.plain()?.to_lowercase(),
            false => "true".to_owned(),
        };
        let value = match &*name {
            "publish" => {
                let written: Vec<&str> = value.split(',').map(str::trim).collect();
                let own: Vec<&str> = USUAL.into_iter().filter(|what| written.contains(what)).collect();
                (own.len() < USUAL.len()).then(|| own.join(", "))
            }
            _ => match &*value {
                "on" | "true" | "1" | "yes" => Some("true".to_owned()),
                "off" | "false" | "0" | "no" => None,
                _ => Some(value),
            },
        };
        found.push((name.into(), value.map(Into::into)));
        if !inner.eat_kind(Kind::Comma) {
            break;
        }
    }
    inner.done().then_some(found)
}
