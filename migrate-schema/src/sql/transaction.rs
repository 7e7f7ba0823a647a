//! What statements have to do with transactions. Each line of the tables was tried on the real server; the tests hold
//! the tries.

use migrate_core::Dialect;

use super::Stmt;
use super::lexer::{Kind, Needle, Token};

/// The first words and symbols of a statement, without comments.
struct Start<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Start<'a> {
    fn new(text: &'a str, stmt: &Stmt, dialect: Dialect, most: usize) -> Start<'a> {
        let code = |token: &Token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd);
        Start { text, tokens: stmt.tokens(text, dialect).iter().copied().filter(code).take(most).collect() }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn starts(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(at, word)| self.is(at, word))
    }

    fn has(&self, word: &str) -> bool {
        (0..self.tokens.len()).any(|at| self.is(at, word))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// The place after the parentheses that open at `at`, or `at`.
    fn after_parens(&self, at: usize) -> usize {
        if self.kind(at) != Some(Kind::Open) {
            return at;
        }
        let close = (at..self.tokens.len()).find(|&i| self.kind(i) == Some(Kind::Close));
        close.map_or(self.tokens.len(), |close| close + 1)
    }
}

/// Why a statement cannot run inside a transaction, if that can be seen from it alone: the server refuses it, or it does
/// nothing there. The sentence's subject is the statement: "cannot run in a transaction".
pub fn refuses_transaction(text: &str, stmt: &Stmt, dialect: Dialect) -> Option<&'static str> {
    match dialect {
        Dialect::Postgres => {
            let start = Start::new(text, stmt, dialect, 8);
            // Of most statements the beginning says it.
            let all = ["REINDEX", "CLUSTER"].iter().any(|word| start.is(0, word))
                || start.is(1, "SUBSCRIPTION")
                || DETACH.find(stmt.text(text), 0).is_some();
            postgres(&if all { Start::new(text, stmt, dialect, usize::MAX) } else { start })
        }
        Dialect::Sqlite => sqlite(&Start::new(text, stmt, dialect, 8)),
        Dialect::MySql | Dialect::MariaDb => mysql(&Start::new(text, stmt, dialect, 8)),
    }
}

static DETACH: Needle = Needle::new("detach");

const BLOCK: &str = "PostgreSQL refuses it inside a transaction block";

fn postgres(start: &Start<'_>) -> Option<&'static str> {
    let second = |words: &[&str]| words.iter().any(|word| start.is(1, word));
    let refused = match &*start.text(0).to_ascii_uppercase() {
        "CREATE" => {
            let unique = usize::from(start.is(1, "UNIQUE"));
            second(&["DATABASE", "TABLESPACE"])
                || start.is(1 + unique, "INDEX") && start.is(2 + unique, "CONCURRENTLY")
                || second(&["SUBSCRIPTION"]) && creates_slot(start)
        }
        "DROP" => second(&["DATABASE", "TABLESPACE"]) || start.starts(&["DROP", "INDEX", "CONCURRENTLY"]),
        "REINDEX" => {
            let at = start.after_parens(1);
            let option = (1..at).any(|i| start.is(i, "CONCURRENTLY") && !is_off(start, i + 1));
            let whole = ["SCHEMA", "DATABASE", "SYSTEM"].iter().any(|word| start.is(at, word));
            option || whole || start.is(at + 1, "CONCURRENTLY")
        }
        "VACUUM" => true,
        "CLUSTER" => start.after_parens(1) >= start.tokens.len() || start.tokens.len() == 2 && start.is(1, "VERBOSE"),
        "DISCARD" => second(&["ALL"]),
        "ALTER" => {
            let last = start.tokens.len().saturating_sub(1);
            second(&["SYSTEM"])
                || second(&["DATABASE"]) && start.is(3, "SET") && start.is(4, "TABLESPACE")
                || second(&["TABLE"]) && start.has("DETACH") && start.is(last, "CONCURRENTLY")
                || second(&["SUBSCRIPTION"]) && start.is(3, "REFRESH")
        }
        "COMMIT" | "ROLLBACK" => second(&["PREPARED"]),
        _ => false,
    };
    refused.then_some(BLOCK)
}

/// `CONCURRENTLY false`
fn is_off(start: &Start<'_>, at: usize) -> bool {
    ["FALSE", "OFF"].iter().any(|word| start.is(at, word)) || start.text(at) == "0"
}

/// CREATE SUBSCRIPTION makes a slot on the other server unless told otherwise.
fn creates_slot(start: &Start<'_>) -> bool {
    let off = |option: &str| {
        let is_none = |at: usize| start.is(at, "NONE") || start.text(at).eq_ignore_ascii_case("'false'");
        (0..start.tokens.len())
            .any(|at| start.is(at, option) && start.text(at + 1) == "=" && (is_off(start, at + 2) || is_none(at + 2)))
    };
    !(off("CONNECT") || off("CREATE_SLOT") || off("SLOT_NAME"))
}

/// What [`refuses_transaction`] says of a statement that does nothing in a transaction and breaks nothing there.
pub const IGNORED: &str = "SQLite ignores it inside a transaction, without a word";

fn sqlite(start: &Start<'_>) -> Option<&'static str> {
    if start.is(0, "VACUUM") {
        return Some("SQLite refuses it inside a transaction");
    }
    if !start.is(0, "PRAGMA") {
        return None;
    }
    // PRAGMA main.name = value | PRAGMA name(value)
    let at = if start.kind(2) == Some(Kind::Dot) { 3 } else { 1 };
    let sets = start.text(at + 1) == "=" || start.kind(at + 1) == Some(Kind::Open);
    match &*start.text(at).to_ascii_lowercase() {
        "wal_checkpoint" => Some("SQLite refuses it inside a transaction"),
        "foreign_keys" if sets => Some(IGNORED),
        "journal_mode" | "synchronous" if sets => Some("SQLite refuses or ignores it inside a transaction"),
        _ => None,
    }
}

fn mysql(start: &Start<'_>) -> Option<&'static str> {
    if start.starts(&["SET", "TRANSACTION"]) {
        return Some("the server refuses it while a transaction is open");
    }
    let scope = usize::from(["SESSION", "LOCAL"].iter().any(|word| start.is(1, word)));
    let at = if start.text(1) == "@@" && start.kind(3) == Some(Kind::Dot) {
        4
    } else if start.text(1) == "@@" {
        2
    } else {
        1 + scope
    };
    let frozen =
        ["SQL_LOG_BIN", "BINLOG_FORMAT", "GTID_DOMAIN_ID", "GTID_SEQ_NO"].iter().any(|word| start.is(at, word));
    (start.is(0, "SET") && frozen && start.text(at + 1) == "=")
        .then_some("the server refuses it while a transaction is open")
}

/// Whether a statement begins or ends the transaction that a revision runs in. Savepoints do not.
pub fn transaction_control(text: &str, stmt: &Stmt, dialect: Dialect) -> bool {
    let start = Start::new(text, stmt, dialect, 8);
    let mysql = dialect.is_mysql_family();
    let to_savepoint = (1..4).any(|at| start.is(at, "TO"));
    match &*start.text(0).to_ascii_uppercase() {
        // MariaDB's BEGIN NOT ATOMIC is a block.
        "BEGIN" => !start.is(1, "NOT"),
        "START" => start.is(1, "TRANSACTION"),
        "COMMIT" => !start.is(1, "PREPARED"),
        "ROLLBACK" => !start.is(1, "PREPARED") && !to_savepoint,
        "END" => !mysql,
        "ABORT" => dialect == Dialect::Postgres,
        "PREPARE" => start.is(1, "TRANSACTION"),
        "XA" => mysql,
        "SET" if mysql => {
            let at = (1..5).find(|&at| start.is(at, "AUTOCOMMIT"));
            at.is_some_and(|at| start.text(at + 1) == "=" || start.text(at + 1) == ":=")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Source, Sources};
    use crate::sql::split;

    fn only(sql: &str, dialect: Dialect) -> Stmt {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("a.sql", sql));
        let stmts = split(id, sql, 0..sql.len(), dialect, &mut Vec::new());
        assert_eq!(stmts.len(), 1, "{sql}");
        stmts[0].clone()
    }

    fn refused(dialect: Dialect, sql: &str) -> bool {
        refuses_transaction(sql, &only(sql, dialect), dialect).is_some()
    }

    /// PostgreSQL 15 said "cannot run inside a transaction block", or not, about each between BEGIN and ROLLBACK.
    #[test]
    fn as_postgres_15_says() {
        for sql in [
            "create index concurrently i on t (a)",
            "create unique index concurrently i on t (a)",
            "drop index concurrently i",
            "reindex index concurrently i",
            "reindex table concurrently t",
            "reindex (concurrently) table t",
            "reindex schema public",
            "reindex database d",
            "reindex system d",
            "vacuum",
            "vacuum (full) t",
            "vacuum analyze t",
            "cluster",
            "create database d",
            "drop database if exists d",
            "create tablespace x location '/tmp/x'",
            "drop tablespace if exists x",
            "alter database d set tablespace pg_default",
            "alter system set work_mem = '4MB'",
            "alter system reset work_mem",
            "alter table p detach partition p1 concurrently",
            "create subscription s connection 'dbname=x' publication y",
            "discard all",
        ] {
            assert!(refused(Dialect::Postgres, sql), "{sql}");
        }
        for sql in [
            "create index concurrently_i on t (a)",
            "reindex index i",
            "reindex table t",
            "reindex (verbose) table t",
            "refresh materialized view concurrently mv",
            "analyze t",
            "cluster t using i",
            "alter tablespace pg_default set (seq_page_cost = 1)",
            "alter database d set work_mem = '4MB'",
            "alter table p detach partition p1",
            "alter type e add value 'c'",
            "create subscription s connection 'dbname=x' publication y with (connect = false)",
            "drop subscription if exists s",
            "discard plans",
            "listen x",
            "lock table t in share mode",
            "set transaction isolation level serializable",
            "create extension plpgsql",
            "truncate t",
            "savepoint a",
        ] {
            assert!(!refused(Dialect::Postgres, sql), "{sql}");
        }
    }

    /// SQLite 3.40 refused the statement after BEGIN IMMEDIATE, or its effect was missing there.
    #[test]
    fn as_sqlite_says() {
        for sql in [
            "VACUUM",
            "VACUUM INTO 'x.db'",
            "PRAGMA foreign_keys = OFF",
            "pragma foreign_keys(on)",
            "PRAGMA main.journal_mode = WAL",
            "PRAGMA synchronous = OFF",
            "PRAGMA wal_checkpoint",
        ] {
            assert!(refused(Dialect::Sqlite, sql), "{sql}");
        }
        for sql in [
            "PRAGMA foreign_keys",
            "PRAGMA defer_foreign_keys = ON",
            "PRAGMA user_version = 3",
            "PRAGMA legacy_alter_table = ON",
            "PRAGMA foreign_key_check",
            "ATTACH 'x.db' AS x",
            "REINDEX",
            "ANALYZE",
            "SAVEPOINT a",
        ] {
            assert!(!refused(Dialect::Sqlite, sql), "{sql}");
        }
    }

    /// MariaDB 10.11, with a transaction open.
    #[test]
    fn as_mariadb_says() {
        for sql in ["set transaction isolation level serializable", "set session sql_log_bin = 0", "set sql_log_bin=0"]
        {
            assert!(refused(Dialect::MariaDb, sql), "{sql}");
        }
        for sql in ["set session transaction isolation level serializable", "set names utf8", "analyze table t"] {
            assert!(!refused(Dialect::MariaDb, sql), "{sql}");
        }
    }

    #[test]
    fn control_is_what_begins_or_ends_a_transaction() {
        let control = |dialect, sql: &str| transaction_control(sql, &only(sql, dialect), dialect);
        for sql in ["begin", "BEGIN WORK", "start transaction", "/* x */ commit", "rollback", "end", "abort"] {
            assert!(control(Dialect::Postgres, sql), "{sql}");
        }
        for sql in ["savepoint a", "release a", "rollback to a", "rollback work to savepoint a", "commit prepared 'x'"]
        {
            assert!(!control(Dialect::Postgres, sql), "{sql}");
        }
        for sql in ["BEGIN IMMEDIATE", "END TRANSACTION", "COMMIT"] {
            assert!(control(Dialect::Sqlite, sql), "{sql}");
        }
        for sql in [
            "begin",
            "set autocommit = 0",
            "set @@session.autocommit=1",
            "/*!40000 set autocommit=0 */",
            "xa start 'a'",
        ] {
            assert!(control(Dialect::MariaDb, sql), "{sql}");
        }
        for sql in ["begin not atomic select 1; end", "set names utf8", "lock tables t write"] {
            assert!(!control(Dialect::MariaDb, sql), "{sql}");
        }
    }
}
