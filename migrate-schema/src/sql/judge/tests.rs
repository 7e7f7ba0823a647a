//! One statement, one sentence.

use migrate_core::Dialect::{self, MariaDb, MySql, Postgres, Sqlite};

use crate::source::{Source, Sources};
use crate::sql::{judge, split};

/// What is said about `sql`: `line:column message (label)` of the first problem, or nothing.
fn said(dialect: Dialect, sql: &str) -> String {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.sql", sql));
    let source = sources.get(id);
    let mut out = Vec::new();
    for stmt in split(id, source.text(), 0..source.text().len(), dialect, &mut out) {
        judge::judge(id, source.text(), &stmt, dialect, &mut out);
    }
    let Some(first) = out.first() else { return String::new() };
    let place = first.at.map_or(String::new(), |at| source.line_col(at.span.start as usize).to_string());
    format!("{place} {} ({})", first.message, first.label)
}

fn check(dialect: Dialect, sql: &str, expected: &str) {
    assert_eq!(said(dialect, sql), expected, "{sql}");
}

fn accepted(dialect: Dialect, sql: &str) {
    check(dialect, sql, "");
}

fn refused(dialect: Dialect, sql: &str) {
    assert_ne!(said(dialect, sql), "", "{sql}");
}

#[cfg(feature = "postgres")]
#[test]
fn postgres_is_stricter_than_its_parser() {
    check(Postgres, "create table t (a)", "1:18 syntax error: unexpected `)` (expected a type)");
    check(Postgres, "drop table a\ndrop table b", "2:1 syntax error: unexpected `drop` (expected `,`)");
    check(Postgres, "select 'a' 'b'", "1:12 syntax error: unexpected `'b'` (not expected here)");
    check(
        Postgres,
        "select * from a join b where a",
        "1:24 syntax error: unexpected `where` (expected `ON` or `USING`)",
    );
    for sql in [
        "select 1 where a = = 1",
        "select 1 where <> 1",
        "select a is nul",
        "update t set",
        "drop table",
        "alter table t",
        "create table t",
        "select distinct from t",
        "select * from t as",
        "from t",
        "discard",
        "copy t",
        "select left from t",
        "create table t (a int default not null)",
        "create type t as (a text, int)",
        "select ['a']",
    ] {
        refused(Postgres, sql);
    }
    for sql in [
        "create table t of x (a with options not null)",
        "create table t partition of x (a not null) default",
        "select 'a'\n'b'",
        "select 'a' -- comment\n 'b'",
        "select @ -5, - 1, |/ 2",
        "select a is not null, a is unknown",
        "alter table t alter a set default not true",
        "create table t (c inet, exclude using gist (c inet_ops with &&))",
        "select array[['a'], ['b']]",
    ] {
        accepted(Postgres, sql);
    }
}

#[cfg(feature = "sqlite")]
#[test]
fn sqlite_is_the_release_that_sqlx_brings() {
    check(
        Sqlite,
        "alter table t add constraint c check (a > 1)",
        "1:19 syntax error: unexpected `constraint` (not expected here)",
    );
    refused(Sqlite, "alter table t alter column a drop not null");
    accepted(Sqlite, "alter table t add column a int constraint c check (a > 1)");
    accepted(Sqlite, "create table t (a integer auto_increment)");
    accepted(Sqlite, "insert into t (a, a) values (1, 2)");
}

#[cfg(feature = "mysql")]
#[test]
fn mysql_and_mariadb_differ() {
    for sql in ["create index if not exists i on t (a)", "delete from t returning a", "begin not atomic select 1; end"]
    {
        accepted(MariaDb, sql);
        refused(MySql, sql);
    }
    for sql in ["select a->'$.b' from t", "create index i on t ((a + 1))", "table t", "select 1 member of ('[1]')"] {
        accepted(MySql, sql);
        refused(MariaDb, sql);
    }
    check(MySql, "drop index i", "1:12 syntax error: unexpected end of the statement (expected `ON`)");
    check(MySql, "alter table t drop colum a", "1:20 syntax error: unexpected `colum` (did you mean `COLUMN`?)");
    check(
        MariaDb,
        "create table t (a int) enginee = innodb",
        "1:24 syntax error: unexpected `enginee` (did you mean `ENGINE`?)",
    );
    accepted(MariaDb, "create table t (a int) page_compressed = 1");
    accepted(MariaDb, "create table if not exists t (a int) enginee = innodb");
}

#[test]
fn a_misspelt_keyword_is_named_even_behind_the_place_where_the_parser_stops() {
    #[cfg(feature = "postgres")]
    check(Postgres, "create tabel t (a int)", "1:8 syntax error: unexpected `tabel` (did you mean `TABLE`?)");
    #[cfg(feature = "sqlite")]
    check(Sqlite, "create tabel t (a int)", "1:8 syntax error: unexpected `tabel` (did you mean `TABLE`?)");
    #[cfg(feature = "mysql")]
    check(MySql, "create tabel t (a int)", "1:8 syntax error: unexpected `tabel` (did you mean `TABLE`?)");
}

#[test]
fn nesting_does_not_overflow_the_stack() {
    for dialect in Dialect::ALL {
        for depth in [10, 100, 1_000, 3_000, 20_000] {
            accepted(dialect, &format!("select {}1{}", "(".repeat(depth), ")".repeat(depth)));
            accepted(dialect, &format!("select {}1", "- ".repeat(depth)));
            accepted(dialect, &format!("select {}1", "not ".repeat(depth)));
            if depth < 1_000 {
                let case = format!("{}1{}", "case when ".repeat(depth), " then 1 end".repeat(depth));
                accepted(dialect, &format!("select {case}"));
                let selects = format!("{}1{}", "select (".repeat(depth), ")".repeat(depth));
                accepted(dialect, &selects);
            }
        }
    }
}

/// Numbers that look like chance and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

#[test]
fn any_text_is_answered() {
    let pieces = [
        "select",
        "create",
        "table",
        "trigger",
        "function",
        "begin",
        "end",
        "atomic",
        "case",
        "when",
        "if",
        "then",
        "loop",
        "delimiter //",
        "delimiter",
        "//",
        "copy t from stdin",
        "\\.",
        "\\i x",
        "$$",
        "$a$",
        "'",
        "''",
        "\"",
        "`",
        "[",
        "]",
        "(",
        ")",
        ",",
        ";",
        ".",
        "--",
        "-- x",
        "#",
        "/*",
        "*/",
        "/*!40101",
        "/*M!",
        "/*!",
        "{",
        "}",
        "\n",
        " ",
        "é",
        "\u{a0}",
        "1",
        "1e",
        "0x",
        ".5",
        "1.",
        "E'\\'",
        "U&'",
        "x'",
        "n'",
        "@",
        "@@",
        ":",
        "::",
        ":=",
        "?",
        "=",
        "<",
        "->",
        "t",
        "a",
        "exclude",
        "gist",
        "with",
        "interval",
        "union",
        "values",
        "in",
        "is",
        "not",
        "default",
        "primary",
        "key",
        "\0",
        "\\",
        "partition",
        "by",
        "alter",
        "add",
        "drop",
        "column",
        "on",
        "update",
        "set",
        "insert",
        "into",
        "int",
        "collate",
    ];
    let mut numbers = Numbers(7);
    for round in 0..3_000 {
        let mut sql = String::new();
        for _ in 0..numbers.below(24) {
            sql.push_str(pieces[numbers.below(pieces.len())]);
            if numbers.below(3) > 0 {
                sql.push(' ');
            }
        }
        for dialect in Dialect::ALL {
            let mut sources = Sources::new();
            let id = sources.add(Source::new("a.sql", &sql));
            let text = sources.get(id).text();
            let mut out = Vec::new();
            let stmts = split(id, text, 0..text.len(), dialect, &mut out);
            let mut last = 0;
            for stmt in &stmts {
                assert!(last <= stmt.span.start && stmt.span.start < stmt.span.end, "round {round}: {sql:?}");
                last = stmt.span.end;
                assert_eq!(stmt.text(text).trim_ascii(), stmt.text(text), "round {round}: {sql:?}");
                judge::judge(id, text, stmt, dialect, &mut out);
                let _ = crate::sql::parse::parse(text, stmt, dialect);
            }
            for problem in out {
                let span = problem.at.expect("each has a place").span;
                assert!(text.get(span.range()).is_some(), "round {round}: {sql:?} {problem:?}");
            }
        }
    }
}
