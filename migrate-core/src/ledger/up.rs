//! The up SQL of a revision in the ledger: what to compare with when its file was edited afterwards.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::Prefix;
use super::down::StoredDown;
use crate::revision::{Statement, Text};

/// The up SQL as the ledger keeps it. Nothing runs it again, so what is long is cut: a revision that loads data must not
/// be sent twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredUp {
    /// Its statements; of long ones the beginning.
    pub statements: Vec<Statement>,
}

/// The most bytes that are kept of one statement.
const STATEMENT: usize = 4 << 10;
/// The most bytes that are kept of a revision.
const REVISION: usize = 32 << 10;

impl StoredUp {
    /// What is kept of these statements.
    pub fn of(statements: &[Statement]) -> StoredUp {
        let mut kept = Vec::new();
        let mut bytes = 0;
        for (i, statement) in statements.iter().enumerate() {
            let statement = cut(statement);
            bytes += statement.sql.len();
            if bytes > REVISION {
                let rest = &statements[i..];
                let sql = format!("-- and {} more, {}", rest.len(), Prefix::of(rest));
                kept.push(Statement { sql: Text::Owned(sql), ..statement });
                break;
            }
            kept.push(statement);
        }
        StoredUp { statements: kept }
    }

    /// As text.
    pub fn write(statements: &[Statement]) -> String {
        StoredDown::write(true, &StoredUp::of(statements).statements)
    }

    /// The inverse of [`StoredUp::write`]; none for any other text.
    pub fn read(text: &str) -> Option<StoredUp> {
        StoredDown::read(text).ok().map(|stored| StoredUp { statements: stored.statements })
    }
}

/// The beginning of a long statement, and a hash that tells whether the rest is the same.
fn cut(statement: &Statement) -> Statement {
    let sql = statement.sql.as_ref();
    if sql.len() <= STATEMENT {
        return statement.clone();
    }
    let end = sql.char_indices().map(|(at, _)| at).take_while(|at| *at <= STATEMENT).last().unwrap_or(0);
    let rest = Prefix::of(core::slice::from_ref(statement)).to_string();
    let text = format!("{}\n-- and {} more bytes, {rest}", &sql[..end], sql.len() - end);
    Statement { sql: Text::Owned(text), ..statement.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(sql: String) -> Statement {
        Statement { sql: Text::Owned(sql), line: 1, column: 1, probe: None }
    }

    #[test]
    fn what_is_short_is_kept_whole() {
        let statements = [statement("CREATE TABLE t (a INT)".into()), statement("SELECT ';'".into())];
        let read = StoredUp::read(&StoredUp::write(&statements)).expect("it was written a moment ago");
        assert_eq!(read.statements, statements);
    }

    #[test]
    fn what_is_long_is_cut_and_a_change_behind_the_cut_still_shows() {
        let long = |end: &str| [statement("é".repeat(STATEMENT) + end)];
        assert!(StoredUp::write(&long("a")).len() < STATEMENT + 200);
        assert_ne!(StoredUp::of(&long("a")), StoredUp::of(&long("b")));
        let many = |end: &str| {
            let mut all: Vec<Statement> =
                (0..10_000).map(|n| statement(format!("INSERT INTO t VALUES ({n})"))).collect();
            all.push(statement(end.into()));
            all
        };
        assert!(StoredUp::write(&many("a")).len() < 3 * REVISION);
        assert_ne!(StoredUp::of(&many("a")), StoredUp::of(&many("b")));
        assert_eq!(StoredUp::of(&many("a")), StoredUp::of(&many("a")));
    }
}
