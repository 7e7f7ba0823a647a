use super::*;
use crate::replay::{Act, Down, replay};
use crate::source::SourceId;

fn acts(text: &str, id: SourceId, dialect: Dialect) -> Vec<Act> {
    let stmts = crate::sql::split(id, text, 0..text.len(), dialect, &mut Vec::new());
    let read = |stmt| crate::read::read(id, text, stmt, dialect).into_changes();
    stmts.iter().map(|stmt| Act { changes: read(stmt), trusted: false, place: Place::nowhere() }).collect()
}

/// What is said about a down after `before` and its up.
fn said(dialect: Dialect, before: &str, up: &str, down: &str) -> Vec<String> {
    said_with(MOST_MENDINGS, dialect, [before, up, down])
}

/// The same, where the missing statements are worked out so many times.
fn said_with(mut mendings: u32, dialect: Dialect, [before, up, down]: [&str; 3]) -> Vec<String> {
    let mut sources = crate::source::Sources::new();
    let mut act = |text: &str| {
        let id = sources.add(crate::source::Source::new("a.sql", text));
        acts(text, id, dialect)
    };
    let at = Place::nowhere();
    let history = [
        Acts { up: act(before), ..Acts::default() },
        Acts { up: act(up), down: Some(Down { acts: act(down), at }), ..Acts::default() },
    ];
    let mut out = Vec::new();
    let watch = |catalog: &mut Catalog, before: &Mark, acts: &Acts, out: &mut Vec<Diagnostic>| {
        check(catalog, before, acts, &mut mendings, out);
    };
    replay(dialect, &[], &history, &mut out, watch);
    out.iter()
        .map(|problem| {
            let lines = [std::slice::from_ref(&problem.message), &problem.notes, &problem.help].concat();
            lines.join(" | ")
        })
        .collect()
}

#[track_caller]
fn check_down(dialect: Dialect, [before, up, down]: [&str; 3], expected: &[&str]) {
    assert_eq!(said(dialect, before, up, down), expected);
}

const PG: Dialect = Dialect::Postgres;

#[test]
fn a_down_that_takes_all_back_is_quiet() {
    check_down(PG, ["", "create table t (a int unique); create index i on t (a)", "drop table t"], &[]);
    check_down(PG, ["create table t (a int)", "alter table t rename to u", "alter table u rename to t"], &[]);
    check_down(
        PG,
        [
            "create table t (a int, b text not null); create index i on t (b)",
            "alter table t drop column b, alter column a type bigint, alter column a set not null",
            "alter table t add column b text not null, alter column a type int, alter column a drop not null;
             create index i on t (b)",
        ],
        &[],
    );
    check_down(
        Dialect::MariaDb,
        [
            "create table t (a int, key k (a))",
            "alter table t add b int, drop key k, add unique u (b)",
            "alter table t drop b, add key k (a)",
        ],
        &[],
    );
}

#[test]
fn residues_are_named_with_the_missing_statement() {
    check_down(
        PG,
        ["create table users (id int)", "alter table users add column email text", "select 1"],
        &["after the down column `users.email` still exists | add `ALTER TABLE users DROP COLUMN email;` to the down"],
    );
    check_down(
        PG,
        ["", "create table t (a int); create type m as enum ('a')", "drop table t"],
        &["after the down type `m` still exists | add `DROP TYPE m;` to the down"],
    );
    check_down(
        Dialect::MariaDb,
        ["create table t (a int)", "create index k on t (a)", "select 1"],
        &["after the down index `k` of table `t` still exists | add `DROP INDEX k ON t;` to the down"],
    );
    check_down(
        Dialect::Sqlite,
        ["create table t (a int, b int)", "alter table t drop column b", "select 1"],
        &["after the down column `t.b` is missing | add `ALTER TABLE t ADD COLUMN b int;` to the down"],
    );
    check_down(
        PG,
        ["create table t (a int)", "alter table t alter column a type bigint", "select 1"],
        &[
            "after the down column `t.a` has the type `bigint`, before it had `int` | add `ALTER TABLE t ALTER COLUMN a TYPE int;` to the down",
        ],
    );
    check_down(
        PG,
        ["", "create table a (x int); create table b (x int)", "select 1"],
        &[
            "the down leaves 2 things different from before the up | table `a` still exists | table `b` still exists | add \
           `DROP TABLE b;` to the down | add `DROP TABLE a;` to the down",
        ],
    );
}

#[test]
fn doubts_and_mistakes_are_not_residues() {
    check_down(PG, ["", "create table t (a int); select some_function()", "select 1"], &[]);
    check_down(PG, ["", "create table t (a int); do $$ begin drop table t; end $$", "select 1"], &[]);
    check_down(PG, ["", "create table t (a int)", "drop table tt"], &["unknown table `tt`"]);
    check_down(PG, ["create type m as enum ('a')", "alter type m add value 'b'", "select 1"], &[]);
}

#[test]
fn a_down_leaves_the_history_as_it_was() {
    check_down(PG, ["create table t (a int)", "alter table t add b int; select b from t", "alter table t drop b"], &[]);
}

#[test]
fn a_detail_that_is_not_as_before_is_a_residue() {
    let fk = "create table u (id int primary key); create table t (a int default 1, c text collate \"C\", constraint k foreign key (a) references u on delete cascade); create index i on t (c) where a > 0";
    check_down(
        PG,
        [fk, "alter table t alter a set default 2", "alter table t alter a set default 3"],
        &[
            "after the down column `t.a` has the default 3, before it had 1 | add `ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;` to the down",
        ],
    );
    check_down(PG, [fk, "alter table t alter a set default 2", "alter table t alter a set default '1'::int"], &[]);
    check_down(
        PG,
        [fk, "alter table t drop constraint k", "alter table t add constraint k foreign key (a) references u"],
        &[
            "after the down foreign key `k` of table `t` is ON DELETE NO ACTION, before it was CASCADE | add `ALTER TABLE t DROP CONSTRAINT k;` to the down | add `ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (id) ON DELETE CASCADE;` to the down",
        ],
    );
    check_down(
        PG,
        [fk, "drop index i", "create index i on t (c)"],
        &[
            "after the down index `i` of table `t` is not partial any more | add `DROP INDEX i;` to the down | add `CREATE INDEX i ON t (c) WHERE a > 0;` to the down",
        ],
    );
    check_down(
        PG,
        [fk, "alter table t alter c type varchar", "alter table t alter c type text"],
        &[
            "after the down column `t.c` has no collation of its own, before it had the collation `C` | add `ALTER TABLE t ALTER COLUMN c TYPE text COLLATE \"C\";` to the down",
        ],
    );
    check_down(
        PG,
        [fk, "comment on table t is 'x'; alter table t enable row level security", "select 1"],
        &[
            "the down leaves 2 things different from before the up | table `t` is `row level security`, before it was not | table `t` has another comment than before | add `ALTER TABLE t DISABLE ROW LEVEL SECURITY;` to the down | add `COMMENT ON TABLE t IS NULL;` to the down",
        ],
    );
    check_down(
        PG,
        ["create view v as select 1 as a", "create or replace view v as select 2 as a", "select 1"],
        &[
            "after the down view `v` is still as the up made it | add `DROP VIEW v;` to the down | add `CREATE VIEW v AS\nselect 1 as a;` to the down",
        ],
    );
    check_down(
        PG,
        [
            "create view v as select 1 as a",
            "create or replace view v as select 2 as a",
            "create or replace view v as select (1) as a",
        ],
        &[],
    );
}

#[test]
fn what_many_downs_miss_is_named_and_worked_out_for_the_first_of_them() {
    let case = [
        "create table t (a int)",
        "alter table t add b int not null default 1; create view v as select b from t",
        "select 1",
    ];
    let [with, without] = [1, 0].map(|mendings| said_with(mendings, PG, case));
    assert!(with[0].contains("add `DROP VIEW v;` to the down") && with[0].contains("DROP COLUMN b"), "{with:?}");
    let named = |said: &str| said.split(" | add ").next().unwrap_or_default().to_owned();
    assert_eq!(named(&with[0]), named(&without[0]));
    assert_ne!(with, without);
}
