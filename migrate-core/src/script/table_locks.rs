//! `LOCK TABLES` of MySQL and MariaDB, as dumps have it: from there to `UNLOCK TABLES` the session may use no table that was not
//! named, and the ledger is written between any two statements. So it is one of those that are locked.

use alloc::format;
use alloc::string::String;

use crate::dialect::Dialect;
use crate::ledger::Ledger;
use crate::revision::{Body, Statement, Text};
use crate::script::{Piece, Script, UnitStep};

/// What becomes of the session's table locks from statement to statement.
pub(super) struct TableLocks {
    /// The ledger as it is locked, or empty for servers that do not lock so.
    ledger: String,
    held: bool,
}

/// Whether a body locks tables.
pub(super) fn has(body: &Body) -> bool {
    body.statements.iter().any(|statement| names(&statement.sql).is_some())
}

impl TableLocks {
    pub(super) fn new(dialect: Dialect, ledger: &Ledger) -> TableLocks {
        let ledger = match dialect {
            Dialect::MySql | Dialect::MariaDb => format!("{} WRITE", ledger.name(dialect)),
            Dialect::Postgres | Dialect::Sqlite => String::new(),
        };
        TableLocks { ledger, held: false }
    }

    /// The lock that a session which did these statements holds at their end: one that goes on behind them takes it again.
    pub(super) fn taken_before(&mut self, statements: &[Statement]) -> Option<Text> {
        let mut last = None;
        for statement in statements {
            let passed = self.pass(statement);
            last = if !self.held {
                None
            } else if names(&passed.sql).is_some() {
                Some(passed.sql)
            } else {
                last
            };
        }
        last
    }

    /// A statement as it is sent.
    pub(super) fn pass(&mut self, statement: &Statement) -> Statement {
        let mut out = statement.clone();
        if self.ledger.is_empty() {
            return out;
        }
        match names(&statement.sql) {
            Some(at) => {
                self.held = true;
                let (lock, tables) = statement.sql.split_at(at);
                out.sql = Text::Owned(format!("{lock} {}, {}", self.ledger, tables.trim_start()));
            }
            None if gives_back(&statement.sql) => self.held = false,
            None => (),
        }
        out
    }

    /// What gives the locks back that are left at the end of a revision, where its session would end in a client.
    pub(super) fn given_back(&self) -> Option<Text> {
        self.held.then_some(Text::Borrowed("UNLOCK TABLES"))
    }
}

impl Script {
    /// The first statement that locks tables for its session, on MySQL and MariaDB, and the step it belongs to.
    pub fn locks_tables(&self) -> Option<(&UnitStep, &Statement)> {
        if !self.dialect.is_mysql_family() {
            return None;
        }
        self.units.iter().find_map(|unit| {
            unit.pieces.iter().find_map(|piece| match piece {
                Piece::Statement { step, statement, .. } if names(&statement.sql).is_some() => {
                    Some((unit.steps.get(*step)?, statement))
                }
                Piece::Statement { .. } | Piece::Control(_) | Piece::Ledger(_) => None,
            })
        })
    }
}

/// Where the list of tables of a `LOCK TABLES` begins.
fn names(sql: &str) -> Option<usize> {
    let (first, rest) = word(sql);
    let (second, rest) = word(rest);
    let locks = first == "LOCK" && matches!(&*second, "TABLE" | "TABLES");
    locks.then(|| sql.len() - rest.len())
}

/// Whether a statement ends the locks of the session.
fn gives_back(sql: &str) -> bool {
    let (first, rest) = word(sql);
    match &*first {
        "UNLOCK" => matches!(&*word(rest).0, "TABLE" | "TABLES"),
        "START" => word(rest).0 == "TRANSACTION",
        "BEGIN" => word(rest).0 != "NOT",
        _ => false,
    }
}

/// The next word, in capitals, and what stands behind it.
fn word(sql: &str) -> (String, &str) {
    let sql = sql.trim_start();
    let end = sql.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(sql.len());
    let (word, rest) = sql.split_at(end);
    (word.to_ascii_uppercase(), rest)
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::*;

    fn statements(sql: &[&str]) -> Vec<Statement> {
        sql.iter()
            .map(|sql| Statement { sql: Text::Owned((*sql).to_owned()), line: 1, column: 1, probe: None })
            .collect()
    }

    fn sent(dialect: Dialect, sql: &[&str]) -> Vec<String> {
        let mut locks = TableLocks::new(dialect, &Ledger::default());
        let mut out: Vec<String> =
            statements(sql).iter().map(|statement| locks.pass(statement).sql.to_string()).collect();
        out.extend(locks.given_back().map(|sql| sql.to_string()));
        out
    }

    #[test]
    fn the_ledger_is_locked_with_the_tables_that_are_and_all_are_given_back() {
        assert_eq!(
            sent(Dialect::MariaDb, &["lock tables `a` write", "INSERT INTO a VALUES (1)"]),
            ["lock tables `migrate_ledger` WRITE, `a` write", "INSERT INTO a VALUES (1)", "UNLOCK TABLES"]
        );
        assert_eq!(
            sent(Dialect::MySql, &["LOCK TABLE\n  a READ, b WRITE", "unlock tables"]),
            ["LOCK TABLE `migrate_ledger` WRITE, a READ, b WRITE", "unlock tables"]
        );
        assert_eq!(sent(Dialect::MySql, &["LOCK INSTANCE FOR BACKUP"]), ["LOCK INSTANCE FOR BACKUP"]);
        assert_eq!(sent(Dialect::Postgres, &["LOCK TABLE a"]), ["LOCK TABLE a"]);
    }

    #[test]
    fn who_goes_on_between_takes_the_lock_again() {
        let ledger = Ledger::default();
        let before = |sql: &[&str]| TableLocks::new(Dialect::MySql, &ledger).taken_before(&statements(sql));
        let lock = "LOCK TABLES `migrate_ledger` WRITE, a WRITE";
        assert_eq!(before(&["LOCK TABLES a WRITE", "DELETE FROM a"]).as_deref(), Some(lock));
        assert_eq!(before(&["LOCK TABLES a WRITE", "UNLOCK TABLES", "DELETE FROM a"]), None);
    }
}
