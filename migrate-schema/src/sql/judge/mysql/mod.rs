//! MySQL and MariaDB: a recogniser of our own, because no parser for Rust knows their grammars.
//!
//! It follows the servers' manuals clause by clause and builds nothing. Where the two differ, what only one accepts is
//! refused for the other; where versions differ, the union counts, because the server's version is not known. Kinds of
//! statements that are known but rare ([`admin`]) are only asked to be balanced.

mod admin;
mod alter;
mod column;
mod cursor;
mod data_type;
mod dml;
mod expr;
mod function;
mod grants;
mod query;
mod routine;
mod sequence;
mod table;
mod words;

use migrate_core::Dialect;

use self::cursor::Cursor;
pub(super) use self::words::is_reserved;
use super::Wrong;
use crate::sql::lexer::Kind;

/// The first error in the text of one statement.
pub(super) fn check(text: &str, dialect: Dialect) -> Option<Wrong> {
    let mut p = Cursor::new(text, dialect);
    if let Some(at) = p.bad_literal() {
        return Some(Wrong { at, expected: Some("pairs of hexadecimal digits, or bits".to_owned()) });
    }
    if let Some(at) = p.open_code() {
        return Some(Wrong { at, expected: Some("`*/` after the statement's code".to_owned()) });
    }
    let result = p.statement().and_then(|()| if p.at_end() { Ok(()) } else { p.refuse(None) });
    match result {
        Ok(()) => None,
        Err(stop) => Some(Wrong { at: p.offset(), expected: stop.expected.map(quoted) }),
    }
}

/// Keywords alone get their backticks; phrases bring theirs along.
fn quoted(expected: &str) -> String {
    match expected.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') {
        true => format!("`{expected}`"),
        false => expected.to_owned(),
    }
}

impl Cursor<'_> {
    /// Any statement, at the top or in a routine's body.
    fn statement(&mut self) -> cursor::Outcome {
        if self.kind() == Some(Kind::Open) {
            return self.query();
        }
        if self.is_label() {
            return self.compound();
        }
        if self.kind() != Some(Kind::Word) {
            return self.refuse(Some("a statement"));
        }
        let word = self.text().to_ascii_uppercase();
        match &*word {
            "SELECT" | "WITH" | "VALUES" | "TABLE" => self.query_or_change(),
            "INSERT" => self.insert(),
            "REPLACE" => self.insert(),
            "UPDATE" => self.update(),
            "DELETE" => self.delete(),
            "CREATE" => self.create(),
            "ALTER" => self.alter(),
            "DROP" => self.drop(),
            "RENAME" => self.rename(),
            "TRUNCATE" => self.truncate(),
            "SET" => self.set(),
            "GRANT" => self.grant(),
            "REVOKE" => self.revoke(),
            "BEGIN" | "IF" | "CASE" | "LOOP" | "WHILE" | "REPEAT" | "FOR" | "DECLARE" | "RETURN" | "LEAVE"
            | "ITERATE" | "OPEN" | "FETCH" | "CLOSE" => self.compound(),
            _ => self.administration(&word),
        }
    }
}
