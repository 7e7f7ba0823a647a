//! How the time to check a file grows with its statements, kind by kind: what looks back at all earlier ones turns up here.

use std::time::Instant;

use migrate_core::{Dialect, DialectSet};
use migrate_schema::Project;

/// A kind: its name, what stands before, and one of many; `#` is its number, `##` that of the next.
type Kind = (&'static str, &'static str, &'static str);

/// Kinds that all dialects have.
const COMMON: [Kind; 12] = [
    ("insert", "CREATE TABLE t (a int, b varchar(9));", "INSERT INTO t VALUES (#, 'x');"),
    ("update", "CREATE TABLE t (a int, b varchar(9));", "UPDATE t SET b = 'x' WHERE a = #;"),
    ("select", "CREATE TABLE t (a int);", "SELECT a FROM t WHERE a = #;"),
    ("table", "", "CREATE TABLE t# (a int PRIMARY KEY, b varchar(9) NOT NULL UNIQUE, CHECK (a > 0));"),
    ("reference", "CREATE TABLE p (a int PRIMARY KEY);", "CREATE TABLE t# (a int REFERENCES p (a));"),
    (
        "foreign key",
        "CREATE TABLE p (a int PRIMARY KEY);",
        "CREATE TABLE t# (a int, CONSTRAINT k# FOREIGN KEY (a) REFERENCES p (a));",
    ),
    ("index", "", "CREATE TABLE t# (a int); CREATE INDEX i# ON t# (a);"),
    ("column", "", "CREATE TABLE t# (a int); ALTER TABLE t# ADD COLUMN b int;"),
    ("made, dropped", "", "CREATE TABLE t# (a int PRIMARY KEY); DROP TABLE t#;"),
    ("renamed", "", "CREATE TABLE t# (a int); ALTER TABLE t# RENAME TO u#;"),
    ("view", "CREATE TABLE t (a int);", "CREATE VIEW v# AS SELECT a FROM t;"),
    ("view of view", "CREATE VIEW v0 AS SELECT 1 AS a;", "CREATE VIEW v## AS SELECT a FROM v#;"),
];

const POSTGRES: [Kind; 15] = [
    ("default", "CREATE TABLE t (a int);", "ALTER TABLE t ALTER COLUMN a SET DEFAULT #;"),
    ("sequence", "", "CREATE SEQUENCE s#;"),
    ("enum", "", "CREATE TYPE e# AS ENUM ('a', 'b');"),
    ("domain", "", "CREATE DOMAIN d# AS int CHECK (VALUE > #);"),
    ("function", "", "CREATE FUNCTION f#() RETURNS int LANGUAGE sql AS 'SELECT #';"),
    ("replaced", "", "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT #';"),
    (
        "plpgsql",
        "CREATE TABLE t (a int);",
        "CREATE FUNCTION f#() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET a = #; END $$;",
    ),
    (
        "trigger",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';",
        "CREATE TABLE t# (a int); CREATE TRIGGER g BEFORE INSERT ON t# FOR EACH ROW EXECUTE FUNCTION f();",
    ),
    ("child", "CREATE TABLE t (a int);", "CREATE TABLE t# () INHERITS (t);"),
    ("schema", "", "CREATE SCHEMA s#; CREATE TABLE s#.t (a int);"),
    ("policy", "", "CREATE TABLE t# (a int); CREATE POLICY p ON t# USING (a = #);"),
    ("comment", "CREATE TABLE t (a int);", "COMMENT ON COLUMN t.a IS '#';"),
    ("grant", "CREATE TABLE t (a int);", "GRANT SELECT ON t TO r#;"),
    ("block", "CREATE TABLE t (a int);", "DO $$ BEGIN INSERT INTO t VALUES (#); END $$;"),
    ("called", "", "SELECT f#();"),
];

const MARIADB: [Kind; 3] = [
    ("modify", "CREATE TABLE t (a int);", "ALTER TABLE t MODIFY a int DEFAULT #;"),
    ("procedure", "CREATE TABLE t (a int);", "CREATE PROCEDURE p#() UPDATE t SET a = #;"),
    ("trigger", "", "CREATE TABLE t# (a int); CREATE TRIGGER g# BEFORE INSERT ON t# FOR EACH ROW SET new.a = #;"),
];

const SQLITE: [Kind; 2] = [
    (
        "rebuilt",
        "CREATE TABLE t (a int);",
        "CREATE TABLE n (a int); INSERT INTO n SELECT a FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;",
    ),
    ("trigger", "", "CREATE TABLE t# (a int); CREATE TRIGGER g# BEFORE INSERT ON t# BEGIN SELECT #; END;"),
];

/// Prints milliseconds, and how the time of a statement grows with their number; 1.0 is linear.
pub fn run() {
    const FEW: usize = 1_000;
    const MANY: usize = 8_000;
    println!("| dialect | kind | {FEW}, ms | {MANY}, ms | growth |\n|--|--|--:|--:|--:|");
    let own = [(Dialect::Postgres, &POSTGRES[..]), (Dialect::MariaDb, &MARIADB), (Dialect::Sqlite, &SQLITE)];
    for (dialect, own) in own {
        for kind in COMMON.iter().chain(own) {
            let (few, many) = (check(dialect, kind, FEW), check(dialect, kind, MANY));
            let growth = many / few / (MANY as f64 / FEW as f64);
            let mark = if growth > 3.0 { " !" } else { "" };
            println!("| {} | {} | {few:.0} | {many:.0} | {growth:.1}{mark} |", dialect.facts().name, kind.0);
        }
    }
}

/// The median time of a check of one file, in milliseconds.
fn check(dialect: Dialect, (name, before, one): &Kind, count: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a directory");
    let mut text = format!("-- migrate:irreversible \"a measurement\"\n-- migrate:up\n{before}\n");
    for n in 0..count {
        text.push_str(&one.replace("##", &(n + 1).to_string()).replace('#', &n.to_string()));
        text.push('\n');
    }
    std::fs::write(folder.path().join("0001_all.sql"), text).expect("a file");
    std::fs::write(folder.path().join("migrate.toml"), format!("dialect = \"{}\"\n", dialect.facts().name))
        .expect("settings");
    crate::median(
        (0..3)
            .map(|_| {
                let started = Instant::now();
                let project = Project::load(folder.path(), "migrations", DialectSet::EMPTY);
                let errors = project.diagnostics.iter().find(|found| project.has_errors() && found.at.is_some());
                assert!(!project.has_errors(), "{name}: {:?}", errors.map(|found| &found.message));
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect(),
    )
}
