//! Gives what a text makes new names, so that several projects, or one several times, fit into one database.

use std::collections::BTreeSet;

use migrate_core::Dialect;
use migrate_schema::sql::lexer::{Kind, Lexer};
use migrate_schema::sql::reserved::is_reserved;

/// The names of what some texts make: tables, indexes, types, constraints, …
#[derive(Debug, Default)]
pub struct Names {
    all: BTreeSet<String>,
}

const KINDS: [&str; 13] = [
    "TABLE",
    "INDEX",
    "VIEW",
    "TYPE",
    "DOMAIN",
    "SEQUENCE",
    "FUNCTION",
    "PROCEDURE",
    "TRIGGER",
    "SCHEMA",
    "POLICY",
    "AGGREGATE",
    "ROLE",
];
const BETWEEN: [&str; 14] = [
    "OR",
    "REPLACE",
    "UNIQUE",
    "TEMP",
    "TEMPORARY",
    "MATERIALIZED",
    "UNLOGGED",
    "CONSTRAINT",
    "CONCURRENTLY",
    "IF",
    "NOT",
    "EXISTS",
    "FULLTEXT",
    "VIRTUAL",
];
/// What servers put behind the name of a table to name what nobody named.
const ENDINGS: [&str; 7] = ["_pkey", "_key", "_fkey", "_seq", "_idx", "_check", "_excl"];

impl Names {
    /// Adds what a text makes.
    pub fn read(&mut self, text: &str, dialect: Dialect) {
        let tokens: Vec<_> =
            Lexer::new(text, 0..text.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
        let is = |at: usize, word: &str| tokens.get(at).is_some_and(|it| it.is(text, word));
        let one_of = |at: usize, list: &[&str]| list.iter().any(|word| is(at, word));
        for at in 0..tokens.len() {
            let mut next = at + 1;
            if is(at, "CREATE") {
                while one_of(next, &BETWEEN) {
                    next += 1;
                }
                if !one_of(next, &KINDS) {
                    continue;
                }
                next += 1;
                while one_of(next, &BETWEEN) {
                    next += 1;
                }
                // A schema before the name stays as it is, unless it is made, too.
                if tokens.get(next + 1).is_some_and(|token| token.text(text) == ".") {
                    next += 2;
                }
            } else if is(at, "RENAME") && one_of(next, &["INDEX", "CONSTRAINT", "KEY"]) && is(at + 3, "TO") {
                next = at + 4;
            } else if is(at, "RENAME") && is(next, "TO") {
                next = at + 2;
            } else if is(at, "CONSTRAINT") {
                while one_of(next, &BETWEEN) {
                    next += 1;
                }
            } else {
                continue;
            }
            let Some(token) = tokens.get(next) else { continue };
            let name = token.text(text).trim_matches(['"', '`', '[', ']']);
            let is_name = token.text(text) != name || token.kind == Kind::Word && !is_reserved(name, dialect);
            if is_name && words(name).eq([(0, name.len())]) {
                let quoted = token.text(text) != name;
                self.all.insert(if quoted { name.to_owned() } else { name.to_ascii_lowercase() });
            }
        }
    }

    fn holds(&self, word: &str) -> bool {
        let lower = word.to_ascii_lowercase();
        if self.all.contains(word) || self.all.contains(&lower) {
            return true;
        }
        let named = word.trim_end_matches(|c: char| c.is_ascii_digit());
        ENDINGS.iter().any(|ending| named.ends_with(ending))
            && word.match_indices('_').any(|(at, _)| self.all.contains(&word[..at]) || self.all.contains(&lower[..at]))
    }

    /// The text with a prefix before each of the names, wherever it stands.
    pub fn renamed(&self, text: &str, prefix: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut end = 0;
        for (at, length) in words(text) {
            out.push_str(&text[end..at]);
            let word = &text[at..at + length];
            if self.holds(word) {
                out.push_str(prefix);
            }
            out.push_str(word);
            end = at + length;
        }
        out.push_str(&text[end..]);
        out
    }
}

/// Where words stand in a text, and how long they are. Strings and comments have words, too: names stand there.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        let length = text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        at = start + length;
        Some((start, length))
    })
}
