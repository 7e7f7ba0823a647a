use std::collections::BTreeSet;

use migrate_core::Dialect;

use super::*;
use crate::replay::{Act, Acts, watched};
use crate::source::{Place, Source, Sources};

fn revision(sources: &mut Sources, text: &str, dialect: Dialect) -> Acts {
    let id = sources.add(Source::new("a.sql", text));
    let stmts = crate::sql::split(id, text, 0..text.len(), dialect, &mut Vec::new());
    let act = |stmt: &crate::sql::Stmt| Act {
        changes: crate::read::read(id, text, stmt, dialect).into_changes(),
        trusted: false,
        place: Place { source: id, span: stmt.span },
    };
    Acts { up: stmts.iter().map(act).collect(), transactional: true, ..Acts::default() }
}

/// What one lint says about the second of two revisions.
fn said(name: &str, dialect: Dialect, revisions: [&str; 2]) -> Vec<String> {
    let mut sources = Sources::new();
    let history: Vec<Acts> = revisions.iter().map(|text| revision(&mut sources, text, dialect)).collect();
    let mut out = Vec::new();
    let levels = Levels::new(&crate::files::Settings::default(), &mut out);
    let old = BTreeSet::new();
    let mut linter = Linter::new(&sources, &levels, &BTreeSet::from([name]), &old);
    watched(dialect, &[], &history, &mut out, &mut linter);
    assert!(out.is_empty(), "{out:?}");
    let code = find(name).expect("there is such a lint").code;
    linter.found.iter().filter(|found| std::ptr::eq(found.code, code)).map(|found| found.message.clone()).collect()
}

const PG: Dialect = Dialect::Postgres;
const MY: Dialect = Dialect::MySql;
const LITE: Dialect = Dialect::Sqlite;

#[track_caller]
fn check(name: &str, dialect: Dialect, before: &str, statement: &str, expected: &str) {
    assert_eq!(said(name, dialect, [before, statement]).join("\n"), expected, "{statement}");
}

/// It is quiet where the same revision makes the table.
#[track_caller]
fn only_old(name: &str, dialect: Dialect, table: &str, statement: &str, expected: &str) {
    check(name, dialect, table, statement, expected);
    check(name, dialect, "", &format!("{table};\n{statement}"), "");
}

const T: &str = "create table t (id int primary key, a int, b varchar(50), c text not null)";

#[test]
fn rows_that_are_there() {
    let without = "column `d` is NOT NULL and has no value for the rows of `t`";
    only_old("required-column", PG, T, "alter table t add d int not null", without);
    for fine in ["d int", "d int not null default 1", "d serial", "d int generated always as (a + 1) stored not null"] {
        check("required-column", PG, T, &format!("alter table t add {fine}"), "");
    }
    check(
        "unknown-schema",
        PG,
        "",
        "create table s.t (a int); create table s.u (a int)",
        "no revision makes the schema `s`",
    );
    check("unknown-schema", PG, "create schema s", "create table s.t (a int)", "");
    only_old("required-column", LITE, T, "alter table t add d int not null", without);
    only_old("implicit-value", MY, T, "alter table t add d int not null", "the rows of `t` get an empty `d`");
    only_old("all-rows", PG, T, "update t set a = 1", "every row of `t` is changed");
    check("all-rows", PG, T, "update t set a = 1 where id = 2; delete from t where id = 3", "");
    let cascade = "CASCADE empties all tables that point to this one";
    check("truncate-cascade", PG, T, "truncate t cascade", cascade);
    check("truncate-cascade", PG, T, "truncate t", "");
}

#[test]
fn names_that_are_cut() {
    let long = "a".repeat(64);
    check(
        "cut-name",
        PG,
        "",
        &format!("create table {long} (a int)"),
        "this name has 64 bytes, and PostgreSQL keeps 63",
    );
    check("cut-name", PG, "", &format!("create table {} (a text default '{long}')", &long[1..]), "");
}

#[test]
fn what_goes() {
    only_old("drop-table", PG, T, "drop table t", "table `t` is dropped with its rows");
    let rebuild = "create table n (id int primary key); insert into n select id from t; drop table t;
                   alter table n rename to t";
    check("drop-table", LITE, T, rebuild, "");
    only_old("drop-column", PG, T, "alter table t drop a", "column `t.a` is dropped with its values");
    let constraint = "a constraint of table `t` is dropped";
    only_old("drop-constraint", PG, T, "alter table t drop constraint t_pkey", constraint);
    check("drop-constraint", PG, T, "alter table t drop constraint t_pkey, add primary key (a)", "");
}

#[test]
fn names_in_use() {
    let table = "table `t` is renamed while programs may use it";
    only_old("rename-table", PG, T, "alter table t rename to u", table);
    check("rename-table", PG, T, "alter table t rename to u; create view t as select * from u", "");
    let column = "column `t.a` is renamed while programs may use it";
    only_old("rename-column", PG, T, "alter table t rename a to z", column);
    only_old("rename-column", MY, T, "alter table t change a z int", column);
}

#[test]
fn locks() {
    only_old("blocking-index", PG, T, "create index i on t (a)", "nobody can write to `t` while the index is built");
    check("blocking-index", PG, T, "create index concurrently i on t (a)", "");
    let indexed = format!("{T}; create index i on t (a)");
    check("blocking-index", PG, &indexed, "drop index i", "nobody can use the table while the index is dropped");
    let compared = "nobody can use `t` while its rows are compared";
    only_old("validated-constraint", PG, T, "alter table t add constraint k check (a > 0)", compared);
    check("validated-constraint", PG, T, "alter table t add constraint k check (a > 0) not valid", "");
    check(
        "validated-constraint",
        PG,
        T,
        "alter table t add constraint k check (a > 0) not valid; alter table t validate constraint k",
        "added and validated in one transaction, it locks as without NOT VALID",
    );
    let unique = "nobody can use `t` while the unique constraint is built";
    only_old("unique-constraint", PG, T, "alter table t add unique (a)", unique);
    let looked = "nobody can use `t` while all rows are looked at";
    only_old("set-not-null", PG, T, "alter table t alter a set not null", looked);
    check("set-not-null", PG, T, "alter table t alter c set not null", "");
    let checked = format!("{T}; alter table t add check (a is not null)");
    check("set-not-null", PG, &checked, "alter table t alter a set not null", "");
    check(
        "trigger-lock",
        PG,
        T,
        "create trigger g after insert on t execute function suppress_redundant_updates_trigger()",
        "making a trigger keeps writers of `t` waiting",
    );
    check("blocking-maintenance", PG, T, "reindex table t", "others cannot use the table until this is done");
    check("blocking-maintenance", PG, T, "reindex table concurrently t", "");
}

#[test]
fn tables_that_are_written_anew() {
    only_old("change-type", PG, T, "alter table t alter a type bigint", "`int` to `bigint` writes table `t` anew");
    for free in ["varchar(50)", "varchar(80)", "varchar", "text"] {
        check("change-type", PG, T, &format!("alter table t alter b type {free}"), "");
    }
    check(
        "change-type",
        PG,
        T,
        "alter table t alter b type varchar(10)",
        "`varchar(50)` to `varchar(10)` writes table `t` anew",
    );
    check("change-type", MY, T, "alter table t modify b varchar(60)", "");
    check(
        "change-type",
        MY,
        T,
        "alter table t modify b varchar(300)",
        "`varchar(50)` to `varchar(300)` writes table `t` anew",
    );
    let anew = "adding `d` writes table `t` anew";
    only_old("rewriting-column", PG, T, "alter table t add d uuid default gen_random_uuid()", anew);
    check("rewriting-column", PG, T, "alter table t add d timestamptz default now()", "");
    check("rewriting-column", PG, T, "alter table t add d serial", anew);
    only_old("rewritten-table", PG, T, "alter table t set unlogged", "this writes table `t` anew");
    only_old("rewritten-table", MY, T, "alter table t convert to character set utf8mb4", "this writes table `t` anew");
}

#[test]
fn values_that_are_new() {
    let errors = |revisions: [&str; 2]| {
        let mut sources = Sources::new();
        let mut out = Vec::new();
        let history: Vec<Acts> = revisions.iter().map(|text| revision(&mut sources, text, PG)).collect();
        let levels = Levels::new(&crate::files::Settings::default(), &mut out);
        let old = BTreeSet::new();
        let mut linter = Linter::new(&sources, &levels, &BTreeSet::new(), &old);
        watched(PG, &[], &history, &mut out, &mut linter);
        linter.found.iter().filter(|found| found.code.id == "M0420").count()
    };
    let made = "create type m as enum ('a'); create table t (m m, s text)";
    let add = "alter type m add value 'b';";
    for used in [
        "update t set m = 'b'",
        "select 'b'::m",
        "delete from t where m = 'b'",
        "alter table t add n m default 'b'",
        "create table u (m m default 'b'::m)",
    ] {
        assert_eq!(errors([made, &format!("{add} {used}")]), 1, "{used}");
        assert_eq!(errors(["", &format!("{made}; {add} {used}")]), 0, "the type is made in the same transaction");
    }
    for fine in ["update t set m = 'a'", "update t set s = 'b'", "comment on table t is 'b'"] {
        assert_eq!(errors([made, &format!("{add} {fine}")]), 0, "{fine}");
    }
}

#[test]
fn half_way() {
    let mixed = "rows and schema are changed in one revision, which is no transaction here";
    check("half-done", MY, T, "alter table t add d int; update t set d = 1", mixed);
    check("half-done", MY, T, "alter table t add d int; alter table t add e int", "");
    check("half-done", PG, T, "alter table t add d int; update t set d = 1", "");
}

#[test]
fn style() {
    check("timestamp-without-zone", PG, "", "create table t (a timestamp, b timestamptz)", "column `a` is `timestamp`");
    check("limited-text", PG, "", "create table t (a varchar(5), b varchar, c text)", "column `a` is `varchar(5)`");
    check("padded-text", PG, "", "create table t (a char(5), b varchar(5))", "column `a` is `char(5)`");
    check("serial-column", PG, "", "create table t (a serial, b int)", "column `a` is numbered by `serial`");
    check(
        "small-key",
        PG,
        "",
        "create table t (a serial, b int); create table u (a bigserial)",
        "the numbers of `a` run out",
    );
    check("json-text", PG, "", "create table t (a json, b jsonb)", "column `a` is `json`");
    check("no-primary-key", PG, "", "create table t (a int)", "table `t` has no primary key");
    check("no-primary-key", PG, "", "create table t (a int); alter table t add primary key (a)", "");
    let calls = "the default of `b` calls `now`, which SQLite does not have";
    check("unknown-function", LITE, "", "create table t (a int, b text default (now()))", calls);
    let inside = "the default of `b` calls `uuid`, which SQLite does not have";
    check("unknown-function", LITE, "", "create table t (a int, b text default (lower(uuid())))", inside);
    check(
        "unknown-function",
        LITE,
        "",
        "create table t (a text default (datetime('now')), b default (cast(1 as decimal(9, 2))), c default (1 in (1, 2) and (3)), d default 'now()')",
        "",
    );
    check("unknown-function", MY, "", "create table t (a int, b char(36) default (uuid()))", "");
    check(
        "unordered-value",
        PG,
        "create type m as enum ('a')",
        "alter type m add value 'b'",
        "the value comes behind all others",
    );
    let no_index = "no index begins with the columns of this foreign key";
    check("unindexed-reference", PG, T, "create table u (a int references t)", no_index);
    check("unindexed-reference", PG, T, "create table u (a int references t); create index on u (a)", "");
    check("unindexed-reference", PG, T, "create table u (a int primary key references t)", "");
    let covered = "another index of `t` begins with the same columns";
    check("redundant-index", PG, T, "create index i on t (a, b); create index j on t (a)", covered);
    check("redundant-index", PG, T, "create index i on t (a, b); create index j on t (b)", "");
    check("redundant-index", PG, T, "create index i on t (id)", covered);
    for dialect in [MY, Dialect::MariaDb, Dialect::Sqlite] {
        check("redundant-index", dialect, T, "create index i on t (a, b); create index j on t (a)", covered);
        check("redundant-index", dialect, T, "create index i on t (a, b); create index j on t (b)", "");
    }
    let ignored = "MySQL ignores REFERENCES behind a column";
    check("ignored-reference", MY, T, "create table u (a int references t (id))", ignored);
    check("ignored-reference", Dialect::MariaDb, T, "create table u (a int references t (id))", "");
}
