//! Expressions where not everything may stand: checks, generated columns, indexes, defaults.

use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;
use crate::sql::functions::{Sort, function, instead};
use crate::sql::{Kind, Lexer, Token};

use super::refused;

/// Where an expression stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Check,
    /// A generated column; whether its value is stored.
    Generated(bool),
    Index,
    /// The condition of an index.
    Partial,
    Default,
}

impl Where {
    fn shown(self) -> &'static str {
        match self {
            Where::Check => "a CHECK",
            Where::Generated(_) => "a generated column",
            Where::Index => "an index",
            Where::Partial => "the condition of an index",
            Where::Default => "a default",
        }
    }
}

/// Functions of SQLite whose value changes by itself.
const CHANGING: &[&str] = &["random", "randomblob", "changes", "total_changes", "last_insert_rowid", "sqlite_version"];
/// Functions of MySQL that a generated column cannot have, whether it is stored or not.
const MYSQL_NEVER: &[&str] =
    &["sleep", "last_insert_id", "row_count", "found_rows", "get_lock", "release_lock", "load_file"];
/// Those that change by themselves: MariaDB allows them where nothing is stored or indexed.
const MYSQL_CHANGING: &[&str] = &[
    "now",
    "rand",
    "uuid",
    "uuid_short",
    "sysdate",
    "curdate",
    "curtime",
    "current_timestamp",
    "connection_id",
    "unix_timestamp",
    "utc_timestamp",
];

impl Catalog {
    /// The first thing that may not stand in an expression.
    pub(super) fn check_expr(&self, text: &Arc<str>, place: Where, at: Place, out: &mut Vec<Diagnostic>) {
        if self.dialect == Dialect::Postgres || text.is_empty() {
            return;
        }
        let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), self.dialect).collect();
        let sqlite = self.dialect == Dialect::Sqlite;
        let kind = |at: usize| tokens.get(at).map(|token| token.kind);
        for (index, token) in tokens.iter().enumerate() {
            let written = token.text(text);
            if token.is(text, "SELECT") || token.is(text, "EXISTS") && kind(index + 1) == Some(Kind::Open) {
                if place == Where::Default && self.dialect == Dialect::MariaDb {
                    // MariaDB takes some.
                    return;
                }
                out.push(
                    refused(at, format!("{} holds a query", place.shown())).help("only the row itself is seen here"),
                );
                return;
            }
            if sqlite && (written.starts_with('?') || token.kind == Kind::Op && written == "?") {
                out.push(refused(at, format!("{} holds a parameter", place.shown())));
                return;
            }
            if self.dialect == Dialect::MySql && written.starts_with('@') {
                out.push(refused(at, format!("{} holds a variable", place.shown())));
                return;
            }
            if sqlite && place == Where::Index && token.kind == Kind::Dot && kind(index + 1) != Some(Kind::Number) {
                out.push(
                    refused(at, "an index names a column with its table").help("write the name of the column alone"),
                );
                return;
            }
            let call = kind(index + 1) == Some(Kind::Open)
                && token.kind == Kind::Word
                && (index == 0 || kind(index - 1) != Some(Kind::Dot));
            if !call {
                continue;
            }
            let name = written.to_ascii_lowercase();
            if self.refuse_call(&name, &tokens[index + 1..], text, place, at, out) {
                return;
            }
        }
    }

    fn refuse_call(
        &self,
        name: &str,
        rest: &[Token],
        text: &str,
        place: Where,
        at: Place,
        out: &mut Vec<Diagnostic>,
    ) -> bool {
        let sqlite = self.dialect == Dialect::Sqlite;
        let Some(known) = function(name, self.dialect) else {
            let own = self.of_name(super::super::Space::Routine, &name.into()).next().is_some();
            if let Some(help) = instead(name, self.dialect)
                && !own
                && self.state.made == 0
                && !(sqlite && place == Where::Default)
            {
                let message = format!("unknown function `{name}`");
                out.push(Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(at, "").help(help));
                return true;
            }
            return false;
        };
        // Elsewhere the calls of the statement are counted.
        if let (true, Where::Index | Where::Partial, Some((fewest, most))) = (sqlite, place, known.arguments) {
            let none = rest.get(1).is_some_and(|token| token.kind == Kind::Close);
            let count = if none { 0 } else { arguments(rest, text) };
            if count < fewest || most.is_some_and(|most| count > most) {
                let message = format!("`{name}` with {count} {}", if count == 1 { "argument" } else { "arguments" });
                let wanted = match most {
                    Some(most) if most == fewest => format!("{most}"),
                    Some(most) => format!("{fewest} to {most}"),
                    None => format!("{fewest} or more"),
                };
                out.push(Diagnostic::error(&codes::OTHER_COUNT, message).at(at, format!("it takes {wanted}")));
                return true;
            }
        }
        if known.sort != Sort::Plain {
            let two = matches!(name, "max" | "min") && sqlite && arguments(rest, text) > 1;
            let constant = sqlite && place == Where::Default;
            if !two && !constant {
                let message = format!("`{name}` over all rows stands in {}", place.shown());
                out.push(refused(at, message).help("only the row itself is seen here"));
                return true;
            }
            return false;
        }
        let changing = match (self.dialect, place) {
            (Dialect::Sqlite, Where::Generated(_) | Where::Index | Where::Partial) => CHANGING.contains(&name),
            (Dialect::MySql, Where::Generated(_) | Where::Index) => {
                MYSQL_NEVER.contains(&name) || MYSQL_CHANGING.contains(&name)
            }
            (Dialect::MariaDb, Where::Generated(stored)) => {
                stored && (name == "sleep" || MYSQL_CHANGING.contains(&name))
            }
            _ => false,
        };
        if changing {
            let message = format!("`{name}` stands in {}, and its value changes by itself", place.shown());
            out.push(refused(at, message).help("compute it when the row is written"));
        }
        changing
    }
}

/// How many arguments stand in the bracket at the beginning.
fn arguments(tokens: &[Token], _text: &str) -> usize {
    let mut depth = 0_i32;
    let mut count = 1;
    for token in tokens {
        depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
        if depth == 0 {
            break;
        }
        count += usize::from(depth == 1 && token.kind == Kind::Comma);
    }
    count
}
