//! `SET` of PostgreSQL: names that are slips of those that the server has, and times that are none.

use super::cursor::Cursor;
use crate::diagnostic::{Diagnostic, distance, nearest, semantic as codes};
use crate::sql::Kind;

/// The settings of PostgreSQL 12 to 18, a line each.
const NAMES: &str = include_str!("settings/postgres.txt");

/// Settings that are a length of time.
const TIMES: [&str; 4] =
    ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"];

/// Words that say something else behind `SET`.
const OTHERS: &[&str] = &[
    "TIME",
    "SESSION",
    "LOCAL",
    "TRANSACTION",
    "CONSTRAINTS",
    "ROLE",
    "NAMES",
    "XML",
    "SCHEMA",
    "AUTHORIZATION",
    "CHARACTERISTICS",
];

/// What is wrong with a setting; the cursor stands at its name. A name that is far from all others may be one of an
/// extension.
pub(super) fn fault(cursor: &Cursor<'_>) -> Option<Diagnostic> {
    let mut cursor = cursor.clone();
    if cursor.is_any(OTHERS) {
        return None;
    }
    let name = cursor.name()?;
    let key = name.key.to_lowercase();
    if cursor.is_kind(Kind::Dot) {
        return None;
    }
    if !NAMES.lines().any(|own| own == key) {
        let near = nearest(&key, NAMES.lines())?;
        let slip = key.len() > 6 && distance(&key, near) <= 2 && key.as_bytes().first() == near.as_bytes().first();
        return slip.then(|| {
            let message = format!("unknown setting `{}`", name.text);
            Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                .at(name.place, "")
                .help(format!("did you mean `{near}`?"))
        });
    }
    if !TIMES.contains(&&*key) || !(cursor.eat("TO") || cursor.eat_op("=")) {
        return None;
    }
    let token = cursor.peek()?;
    let (text, place) = cursor.string()?;
    (cursor.done() && !is_time(text.trim())).then(|| {
        Diagnostic::error(&codes::MISFIT, format!("`{key}` is a length of time, and {} is none", cursor.str(token)))
            .at(place, "")
            .help("write a number of milliseconds, or one with a unit: `'30s'`, `'5min'`")
    })
}

/// A number, with a unit or without one.
fn is_time(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let number = &text[..text.len() - unit.len()];
    number.bytes().any(|b| b.is_ascii_digit()) || !text.starts_with(|c: char| c.is_ascii_alphabetic())
}
