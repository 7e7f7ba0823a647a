//! The down SQL of a revision in the ledger.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::revision::{Statement, Text};

/// The down SQL as the ledger keeps it: SQL that a person can read and run, with comments that keep the statements
/// apart for a program that has no SQL parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDown {
    /// Whether it ran (or would run) in a transaction.
    pub transactional: bool,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// The text in the ledger is not what [`StoredDown::write`] wrote: somebody edited it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedDown;

impl fmt::Display for DamagedDown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the down SQL in the ledger was edited and cannot be taken apart into statements")
    }
}

impl core::error::Error for DamagedDown {}

const TRANSACTION: &str = "-- migrate:transaction\n";
const NO_TRANSACTION: &str = "-- migrate:no-transaction\n";
const STATEMENT: &str = "-- migrate:statement ";

impl StoredDown {
    /// As text. Each statement stands behind a comment with its line, column and length in bytes.
    pub fn write(transactional: bool, statements: &[Statement]) -> String {
        let mut out = String::from(if transactional { TRANSACTION } else { NO_TRANSACTION });
        for Statement { sql, line, column, .. } in statements {
            out.push_str(&format!("{STATEMENT}{line}:{column} {}\n{sql};\n", sql.len()));
        }
        out
    }

    /// The inverse of [`StoredDown::write`].
    ///
    /// # Errors
    ///
    /// [`DamagedDown`] for any other text.
    pub fn read(text: &str) -> Result<StoredDown, DamagedDown> {
        let (transactional, mut rest) = match (text.strip_prefix(TRANSACTION), text.strip_prefix(NO_TRANSACTION)) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) => (false, rest),
            (None, None) => return Err(DamagedDown),
        };
        let mut statements = Vec::new();
        while !rest.is_empty() {
            let (statement, after) = read_statement(rest).ok_or(DamagedDown)?;
            statements.push(statement);
            rest = after;
        }
        Ok(StoredDown { transactional, statements })
    }
}

fn read_statement(text: &str) -> Option<(Statement, &str)> {
    let (head, rest) = text.strip_prefix(STATEMENT)?.split_once('\n')?;
    let (place, length) = head.split_once(' ')?;
    let (line, column) = place.split_once(':')?;
    let (sql, rest) = rest.split_at_checked(length.parse().ok()?)?;
    let statement =
        Statement { sql: Text::Owned(sql.into()), line: line.parse().ok()?, column: column.parse().ok()?, probe: None };
    Some((statement, rest.strip_prefix(";\n")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_down_reads_back_whatever_its_statements_hold() {
        let statement = |sql: &str| Statement { sql: Text::Owned(sql.into()), line: 7, column: 3, probe: None };
        let statements =
            [statement("DROP TABLE t"), statement("SELECT '\n-- migrate:statement 1:1 3\n;\n'"), statement("é")];
        for transactional in [true, false] {
            let text = StoredDown::write(transactional, &statements);
            assert_eq!(
                StoredDown::read(&text),
                Ok(StoredDown { transactional, statements: statements.to_vec() }),
                "{text}"
            );
        }
    }

    #[test]
    fn an_edited_stored_down_is_told() {
        for text in [
            "",
            "DROP TABLE t;\n",
            "-- migrate:transaction\nDROP",
            "-- migrate:transaction\n-- migrate:statement 1:1 99\nx;\n",
        ] {
            assert_eq!(StoredDown::read(text), Err(DamagedDown), "{text}");
        }
    }
}
