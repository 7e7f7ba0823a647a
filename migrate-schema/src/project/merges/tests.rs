use super::*;
use crate::replay::Act;
use crate::source::{Source, Sources};

/// What is said of two branches on the same table.
#[track_caller]
fn check(base: &str, [one, other]: [&str; 2], expected: &str) {
    let dialect = Dialect::Postgres;
    let mut sources = Sources::new();
    let mut acts = |text: &str| {
        let id = sources.add(Source::new("a.sql", text));
        let stmts = crate::sql::split(id, text, 0..text.len(), dialect, &mut Vec::new());
        let act = |stmt: &crate::sql::Stmt| Act {
            changes: crate::read::read(id, text, stmt, dialect).into_changes(),
            trusted: false,
            place: Place { source: id, span: stmt.span },
        };
        Acts { up: stmts.iter().map(act).collect(), ..Acts::default() }
    };
    let (base, one, other) = (acts(base), acts(one), acts(other));
    let mut catalog = Catalog::new(dialect, []);
    run(&mut catalog, Some(&base), &mut Vec::new());
    catalog.forget_marks();
    let found = compare(&mut catalog, [&[&one], &[&other]], ["x", "y"]);
    assert_eq!(found.map(|found| found.notes.join("\n")).unwrap_or_default(), expected);
}

const T: &str = "create table t (a int, b varchar(5))";

#[test]
fn branches_that_may_change_places() {
    check(T, ["alter table t add c int", "alter table t add d int"], "");
    check(T, ["create table u (a int)", "create index i on t (a)"], "");
    check(T, ["alter table t drop a", "alter table t alter b set not null"], "");
    check(T, ["alter table t alter b type text", "alter table t alter b type text"], "");
}

#[test]
fn branches_that_may_not() {
    check(
        T,
        ["alter table t alter b type text", "alter table t alter b type varchar(9)"],
        "if `y` runs before `x`, column `t.b` has the type `text`, else it had `varchar(9)`",
    );
    check(
        T,
        ["alter table t alter a set default 1", "alter table t drop a"],
        "if `y` runs before `x`: unknown column `a` of table `t`",
    );
    check(T, ["alter table t rename to u", "alter table t add c int"], "if `x` runs before `y`: unknown table `t`");
}
