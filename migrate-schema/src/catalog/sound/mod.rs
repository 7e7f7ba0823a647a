//! What a server refuses of a table for itself: types beyond its limits, defaults that are no values of their type,
//! expressions where they may not stand, keys that cannot be.
//!
//! Only what the server refuses as it is delivered is wrong. Where the files set another `sql_mode`, what is only wrong in
//! strict mode is not said.

mod bounds;
mod columns;
mod default;
mod expr;
mod foreign;
mod keys;
mod options;
mod parted;
mod period;
mod routine;
mod rows;
mod sqlite;
mod sqlite_alter;
mod types;

use std::sync::Arc;

use super::name::Ident;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

/// A sentence about what is not allowed.
fn refused(at: Place, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(&codes::NOT_ALLOWED, message).at(at, "")
}

/// The first name that stands twice.
fn twice<'n>(names: &[&'n Ident]) -> Option<&'n Ident> {
    names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)).map(|(_, name)| *name)
}

/// What stands before the bracket of a type, what in it, and what behind it.
fn parts(meaning: &str) -> (&str, Option<&str>, &str) {
    match meaning.split_once('(') {
        Some((name, rest)) => match rest.rsplit_once(')') {
            Some((inside, behind)) => (name.trim(), Some(inside), behind),
            None => (name.trim(), None, ""),
        },
        None => {
            let (name, behind) = meaning.split_once(' ').unwrap_or((meaning, ""));
            (name, None, behind)
        }
    }
}

/// How many bytes a character takes at most.
fn width(charset: &str) -> Option<usize> {
    Some(match charset {
        "utf8mb4" | "utf16" | "utf16le" | "utf32" | "gb18030" => 4,
        "utf8mb3" | "utf8" | "ujis" | "eucjpms" => 3,
        "ucs2" | "big5" | "gbk" | "gb2312" | "euckr" | "sjis" | "cp932" => 2,
        "latin1" | "ascii" | "binary" | "latin2" | "latin5" | "latin7" | "cp1250" | "cp1251" | "cp1256" | "cp1257" => 1,
        _ => return None,
    })
}

/// The character set of a column, where it or its table says it.
fn charset_of(details: &super::details::ColumnDetails, options: &super::details::Options) -> Option<Arc<str>> {
    let of = |collation: &Arc<str>| -> Option<Arc<str>> {
        let (charset, _) = collation.split_once('_')?;
        (charset != "uca1400").then(|| charset.to_lowercase().into())
    };
    let lower = |name: &Arc<str>| -> Arc<str> { name.to_lowercase().into() };
    details
        .charset
        .as_ref()
        .map(lower)
        .or_else(|| details.collation.as_ref().and_then(of))
        .or_else(|| options.get("charset").map(lower))
        .or_else(|| options.get("collate").and_then(of))
}

/// The members of an enum or a set, without their quotes.
fn members(inside: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut chars = inside.chars().peekable();
    while let Some(quote) = chars.next() {
        if quote != '\'' && quote != '"' {
            continue;
        }
        let mut text = String::new();
        while let Some(c) = chars.next() {
            match c {
                c if c == quote && chars.peek() == Some(&quote) => text.extend(chars.next()),
                c if c == quote => break,
                '\\' => text.extend(chars.next()),
                c => text.push(c),
            }
        }
        found.push(text);
    }
    found
}
