//! Folders of other tools, each with the smallest one.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use migrate_core::{Dialect, DialectSet, Revision};

use super::Project;
use crate::diagnostic::Diagnostic;

struct Temp(PathBuf);

impl Temp {
    fn new(files: &[(&str, &str)]) -> Temp {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let temp = Temp(std::env::temp_dir().join(format!("migrate-layouts-{}-{number}", std::process::id())));
        fs::create_dir_all(&temp.0).expect("a new directory");
        for (path, text) in files {
            let path = temp.0.join(path);
            fs::create_dir_all(path.parent().expect("it has a parent")).expect("a new directory");
            fs::write(path, text).expect("a new file");
        }
        temp
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        // A directory that stays is no reason to fail.
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub(super) fn load(files: &[(&str, &str)]) -> Project {
    let temp = Temp::new(files);
    Project::load(&temp.0, "m", DialectSet::EMPTY.with(Dialect::Postgres))
}

/// `id slug < parents: up file (statements), down file (statements)`; `!` follows the statements that run without a
/// transaction.
fn revision(revision: &Revision) -> String {
    let bodies: Vec<String> = revision
        .bodies
        .iter()
        .map(|body| {
            let mark = if body.transactional { "" } else { "!" };
            format!("{} {} ({}{mark})", body.direction, body.file, body.statements.len())
        })
        .collect();
    let parents: Vec<String> = revision.parents.iter().map(|parent| format!(" < {parent}")).collect();
    format!("{} {}{}: {}", revision.id, revision.slug, parents.concat(), bodies.join(", "))
}

fn problem(project: &Project, found: &Diagnostic) -> String {
    let at = found.at.map_or(String::new(), |at| {
        let source = project.sources.get(at.source);
        format!("{}:{} ", source.path(), source.line_col(at.span.start as usize))
    });
    let help: String = found.help.iter().map(|help| format!(" | {help}")).collect();
    format!("{at}{} {}{help}", found.code.id, found.message)
}

/// The layout, then the revisions in order or what is wrong.
#[track_caller]
pub(super) fn check(files: &[(&str, &str)], expected: &[&str]) {
    let project = load(files);
    let layout = project.folder.as_ref().map_or("-", |folder| folder.layout.name);
    let mut lines = vec![layout.to_owned()];
    lines.extend(project.set.iter().flat_map(|set| &set.revisions).map(revision));
    lines.extend(project.diagnostics.iter().map(|found| problem(&project, found)));
    assert_eq!(lines, expected);
}

pub(super) const A: &str = "CREATE TABLE a (id INT);\n";
pub(super) const B: &str = "CREATE TABLE b (id INT);\n";
const DROP: &str = "DROP TABLE a;\n";
/// Refuses a transaction, and asks nothing of the schema.
const VACUUM: &str = "VACUUM;\n";

#[test]
fn sqlx() {
    check(
        &[("2_a.sql", A), ("10_add b.up.sql", B), ("10_add b.down.sql", "DROP TABLE b; SELECT 1;")],
        &["sqlx", "2 a: up 2_a.sql (1)", "10 add_b < 2: up 10_add b.up.sql (1), down 10_add b.down.sql (2)"],
    );
    check(
        &[("1_a.sql", A), ("2_i.sql", &format!("-- no-transaction\n{VACUUM}"))],
        &["sqlx", "1 a: up 1_a.sql (1)", "2 i < 1: up 2_i.sql (1!)"],
    );
    check(
        &[("1_i.sql", &format!("-- Licence\n-- no-transaction\n{VACUUM}"))],
        &[
            "sqlx",
            "m/1_i.sql:2:1 M0115 `no-transaction` is not on the first line | move it to the first line, or write \
             `-- migrate:no-transaction`",
            "m/1_i.sql:3:1 M0306 this statement cannot run in a transaction | write `-- migrate:no-transaction` at \
             the top of the file, best in a revision of its own",
        ],
    );
    check(
        &[("1_a.sql", A), ("x_b.sql", B), ("2b.sql", B), ("3_c.UP.sql", B)],
        &[
            "sqlx",
            "m/2b.sql:1:1 M0110 bad file name `2b.sql`: there is no `_` between the version and the name",
            "m/3_c.UP.sql:1:1 M0110 bad file name `3_c.UP.sql`: the direction is `.up.sql`, in lower case | rename it to \
             `3_c.up.sql`",
            "m/x_b.sql:1:1 M0110 bad file name `x_b.sql`: the version `x` is not a number",
        ],
    );
}

#[test]
fn golang_migrate() {
    check(
        &[("1_create.up.sql", A), ("1_drop.down.sql", DROP), ("2_i.up.sql", VACUUM), ("2_i.down.sql", "")],
        &[
            "golang-migrate",
            "1 create: up 1_create.up.sql (1), down 1_drop.down.sql (1)",
            "2 i < 1: up 2_i.up.sql (1!), down 2_i.down.sql (0)",
        ],
    );
    check(
        &[("1_a.up.sql", "BEGIN;\nCREATE TABLE a (id INT);\nCOMMIT;\n"), ("1_a.down.sql", DROP)],
        &["golang-migrate", "1 a: up 1_a.up.sql (1), down 1_a.down.sql (1)"],
    );
    check(
        &[("1_a.up.sql", A), ("01_b.up.sql", A), ("2_b.down.sql", DROP), ("3_c.up.sql", "CREATE TABEL c;\n")],
        &[
            "golang-migrate",
            "m/01_b.up.sql:1:1 M0201 2 files have the version `1` | give the newer one a version of its own",
            "m/2_b.down.sql:1:1 M0130 `2_b.down.sql` takes back `2`, and nothing leads up to it | restore the file of \
             the way up, or delete this one",
            "m/3_c.up.sql:1:8 M0301 syntax error: unexpected `TABEL`",
        ],
    );
}

/// A file that cares for transactions itself.
#[test]
fn transactions_of_the_file_become_ours_where_that_can_be() {
    check(
        &[("1_a.sql", "BEGIN;\nSELECT 1;\nCOMMIT;\nSELECT 2;\nSTART TRANSACTION;\nSELECT 3;\nEND;\n")],
        &["sqlx", "1 a: up 1_a.sql (3)"],
    );
    check(&[("1_a.sql", "SELECT 1;\nBEGIN;\nSELECT 2;\n")], &["sqlx", "1 a: up 1_a.sql (2)"]);
    let outside = format!("BEGIN;\nSELECT 1;\nCOMMIT;\n{VACUUM}");
    check(&[("1_a.up.sql", &outside)], &["golang-migrate", "1 a: up 1_a.up.sql (4!)"]);
    let unclear = "M0305 a migration runs in a transaction of its own and must not begin or end one | take the statement \
                   out: the revision and its row in the ledger are committed together | or write \
                   `-- migrate:no-transaction` at the top of the file: then each statement is on its own";
    check(&[("1_a.sql", "SELECT 1;\nCOMMIT;\n")], &["sqlx", &format!("m/1_a.sql:2:1 {unclear}")]);
    let pragma = "PRAGMA foreign_keys = OFF;\nSELECT 1;\nPRAGMA foreign_keys = ON;\n";
    let sqlite = ("migrate.toml", "dialect = \"sqlite\"");
    check(&[("1_a.sql", pragma), sqlite], &["sqlx", "1 a: up 1_a.sql (3)"]);
    let vacuum = format!("{pragma}VACUUM;\n");
    check(&[("1_a/migration.sql", pragma), sqlite], &["prisma", "1.a a: up 1_a/migration.sql (3)"]);
    check(&[("1_a/migration.sql", &vacuum), sqlite], &["prisma", "1.a a: up 1_a/migration.sql (4!)"]);
}

#[test]
fn an_empty_file_of_another_tool_does_nothing() {
    check(
        &[("1_a.up.sql", " \n"), ("1_a.down.sql", "")],
        &[
            "golang-migrate",
            "1 a: up 1_a.up.sql (0), down 1_a.down.sql (0)",
            "m/1_a.up.sql:1:1 M0106 `1_a.up.sql` is empty | write a comment into it that says why there is nothing to do",
        ],
    );
    check(
        &[("1_a.sql", DBMATE_A), ("2_b.sql", "")],
        &[
            "native",
            "m/2_b.sql:1:1 M0106 `2_b.sql` is empty | write `-- migrate:up` and the SQL below it, or delete the file",
        ],
    );
}

#[test]
fn a_mistake_in_the_file_of_the_way_down_is_shown_there() {
    check(
        &[("1_a.up.sql", A), ("1_a.down.sql", "\nDORP TABLE a;\n")],
        &["golang-migrate", "m/1_a.down.sql:2:1 M0301 syntax error: unexpected `DORP`"],
    );
}

#[test]
fn both_files_are_hashed() {
    let exact = |up: &str, down: &str| {
        let project = load(&[("1_a.up.sql", up), ("1_a.down.sql", down)]);
        project.set.expect("it has no errors").revisions[0].exact
    };
    assert_ne!(exact(A, DROP), exact(A, "DROP TABLE a; \n"));
    let one = load(&[("1_a.sql", &format!("{A}{DROP}"))]).set.expect("it has no errors").revisions[0].exact;
    assert_eq!(exact(A, DROP), one, "the way up first, then the way down");
}

#[test]
fn diesel() {
    check(
        &[
            ("00000000000000_diesel_initial_setup/up.sql", "SELECT 1;\n"),
            ("00000000000000_diesel_initial_setup/down.sql", "-- nothing\n"),
            ("2026-01-30-122520-0000_add_a/up.sql", A),
            ("2026-01-30-122520-0000_add_a/down.sql", DROP),
            ("2026-01-31-000000-0000_i/up.sql", VACUUM),
            ("2026-01-31-000000-0000_i/metadata.toml", "run_in_transaction = false\n"),
        ],
        &[
            "diesel",
            "00000000000000 diesel_initial_setup: up 00000000000000_diesel_initial_setup/up.sql (1), down \
             00000000000000_diesel_initial_setup/down.sql (0)",
            "202601301225200000 add_a < 00000000000000: up 2026-01-30-122520-0000_add_a/up.sql (1), down \
             2026-01-30-122520-0000_add_a/down.sql (1)",
            "202601310000000000 i < 202601301225200000: up 2026-01-31-000000-0000_i/up.sql (1!)",
            "m/2026-01-31-000000-0000_i/up.sql:1:1 M0701 there is no way back | write the file of the way down, or \
             `-- migrate:irreversible \"why\"` at the top",
        ],
    );
    check(
        &[
            ("1_a/up.sql", A),
            ("1_a/metadata.toml", "run_in_transction = false\n"),
            ("2_b/down.sql", B),
            ("3_c/UP.sql", B),
            ("4_d/up.sql", B),
            ("4_d/metadata.toml", "run_in_transaction = 1\n"),
            ("5_e/up.sql", B),
            ("5_e/notes.txt", ""),
            ("fixtures/x.sql", B),
        ],
        &[
            "diesel",
            "m/1_a/metadata.toml:1:1 M0132 unknown key `run_in_transction` | did you mean `run_in_transaction`?",
            "m/2_b/down.sql:1:1 M0130 `2_b/down.sql` takes back `2`, and nothing leads up to it | restore the file of \
             the way up, or delete this one",
            "m/3_c/UP.sql:1:1 M0110 bad file name `3_c/UP.sql`: the name is in lower case | rename it to `3_c/up.sql`",
            "m/4_d/metadata.toml:1:22 M0132 `run_in_transaction` is `true` or `false`",
            "m/5_e/notes.txt:1:1 M0111 `notes.txt` is neither a migration nor ignored | move it out of the folder, or \
             ignore it in `migrate.toml`: `ignore = [\"*.txt\"]`",
            "m/fixtures:1:1 M0112 `fixtures` is a directory, and it is not looked into | set `recursive = true` or \
             `versions = [\".\", \"fixtures\"]` in `migrate.toml` | or ignore it there: `ignore = [\"fixtures/\"]`",
        ],
    );
    check(
        &[("1_a/up.sql", VACUUM), ("1_a/metadata.toml", "# later\n")],
        &[
            "diesel",
            "1 a: up 1_a/up.sql (1!)",
            "m/1_a/metadata.toml:1:1 M0132 `metadata.toml` does not say `run_in_transaction` | write \
             `run_in_transaction = false`, or `true` if that is meant",
        ],
    );
}

#[test]
fn refinery() {
    check(
        &[("V1__a.sql", A), ("V10__c.sql", "SELECT 1;"), ("V2__b.sql", B), ("U11__d.sql", "SELECT 2;")],
        &[
            "refinery",
            "1 a: up V1__a.sql (1)",
            "2 b < 1: up V2__b.sql (1)",
            "10 c < 2: up V10__c.sql (1)",
            "11 d < 10: up U11__d.sql (1)",
        ],
    );
    check(
        &[("V1__a.sql", A), ("U2__a.sql", A), ("V2__b.rs", "fn main() {}"), ("v3__c.sql", A)],
        &[
            "refinery",
            "m/V2__b.rs:1:1 M0111 `V2__b.rs` is neither a migration nor ignored | migrations in Rust cannot be read \
             here: write their SQL into a `.sql` file of the same version | move it out of the folder, or ignore it in \
             `migrate.toml`: `ignore = [\"*.rs\"]`",
            "m/v3__c.sql:1:1 M0110 bad file name `v3__c.sql`: the prefix is `V` or `U`, in upper case | rename it to \
             `V3__c.sql`",
        ],
    );
}

#[test]
fn flyway() {
    check(
        &[
            ("V1_2__First thing.sql", A),
            ("U1.2__First thing.sql", DROP),
            ("V1.10__i.sql", VACUUM),
            ("V1.9.1__b.sql", B),
        ],
        &[
            "flyway",
            "1.2 First_thing: up V1_2__First thing.sql (1), down U1.2__First thing.sql (1)",
            "1.9.1 b < 1.2: up V1.9.1__b.sql (1)",
            "1.10 i < 1.9.1: up V1.10__i.sql (1!)",
        ],
    );
    check(
        &[
            ("V1__a.sql", "-- ${in a comment}\nCREATE TABLE ${schema}.a (id INT);\n"),
            ("V1.0__b.sql", B),
            ("R__views.sql", "SELECT 1;"),
            ("B5__all.sql", A),
            ("V2__c.sql", "CREATE TABLE c (t TEXT DEFAULT '${x}');\n"),
            ("V2__c.sql.conf", ""),
        ],
        &[
            "flyway",
            "m/B5__all.sql:1:1 M0131 `B5__all.sql` is a baseline, and there is no such thing here | ignore it in \
             `migrate.toml`, `ignore = [\"B5__all.sql\"]`, where the migrations before it are still there; else rename \
             it to `V5__all.sql`",
            "m/R__views.sql:1:1 M0131 `R__views.sql` is repeatable, and there is no such thing here | write what it \
             says now into a migration of its own; until then ignore it in `migrate.toml`: `ignore = [\"R__views.sql\"]`",
            "m/V1.0__b.sql:1:1 M0201 2 files have the version `1` | give the newer one a version of its own",
            "m/V2__c.sql:1:33 M0131 the placeholder `${x}` is not filled in | write what stands for it: a migration \
             says the same everywhere",
            "m/V2__c.sql.conf:1:1 M0111 `V2__c.sql.conf` is neither a migration nor ignored | Flyway's settings of one \
             script are not read: for `executeInTransaction=false` write `-- migrate:no-transaction` at the top of the \
             script, and ignore this file | move it out of the folder, or ignore it in `migrate.toml`: `ignore = \
             [\"*.conf\"]`",
        ],
    );
    check(
        &[("V1__a.sql", "SELECT '${x}';\n")],
        &[
            "refinery",
            "M0129 it cannot be told how the folder is to be read: the names of the files fit both | write `layout = \
             \"flyway\"` or `layout = \"refinery\"` into `migrate.toml`",
        ],
    );
    check(
        &[("V1__a.sql", "SELECT '${x}';\n"), ("migrate.toml", "layout = \"refinery\"")],
        &["refinery", "1 a: up V1__a.sql (1)"],
    );
}

#[test]
fn goose() {
    check(
        &[
            (
                "00001_a.sql",
                "-- +goose Up\n-- +goose StatementBegin\nCREATE TABLE a (id INT);\n-- +goose StatementEnd\n\
                 -- +goose down\nDROP TABLE a;\n",
            ),
            ("00002_i.sql", &format!("-- +goose NO TRANSACTION\n-- +goose Up\n{VACUUM}")),
        ],
        &["goose", "00001 a: up 00001_a.sql (1), down 00001_a.sql (1)", "00002 i < 00001: up 00002_i.sql (1!)"],
    );
    check(
        &[
            ("1_a.sql", "SELECT 0;\n-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n-- +goose Upp\n"),
            ("2_b.sql", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT 1;\n  -- +goose Down\n"),
            ("3_c.sql", "SELECT 1;\n"),
            ("4_d.go", "package migrations\n"),
        ],
        &[
            "goose",
            "m/1_a.sql:1:1 M0118 SQL above `-- +goose Up`, where it never runs | move it below",
            "m/1_a.sql:3:1 M0133 `StatementBegin` without `StatementEnd`",
            "m/1_a.sql:5:1 M0133 goose has no `upp` | did you mean `-- +goose up`?",
            "m/2_b.sql:2:1 M0133 variables of the environment are not filled in | write what stands for them: a \
             migration says the same everywhere",
            "m/2_b.sql:4:3 M0133 an annotation of goose's begins its line, or goose does not see it",
            "m/3_c.sql:1:1 M0119 the file has no `-- +goose Up` | write it on a line above the SQL",
            "m/4_d.go:1:1 M0111 `4_d.go` is neither a migration nor ignored | migrations in Go cannot be read here: \
             write their SQL into a `.sql` file of the same version | move it out of the folder, or ignore it in \
             `migrate.toml`: `ignore = [\"*.go\"]`",
        ],
    );
}

pub(super) const DBMATE_A: &str = "-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n";
const DBMATE_I: &str = "--migrate:up transaction:false\nVACUUM;\n\n-- migrate:down\nSELECT 1;\n";

#[test]
fn dbmate() {
    check(
        &[("1_a.sql", DBMATE_A), ("2_i.sql", DBMATE_I)],
        &["dbmate", "1 a: up 1_a.sql (1), down 1_a.sql (1)", "2 i < 1: up 2_i.sql (1!), down 2_i.sql (1)"],
    );
    // Gone on with natively; and a native folder that has learnt a word too much.
    check(
        &[("1_a.sql", DBMATE_A), ("2_i.sql", DBMATE_I), ("3_c.sql", NATIVE)],
        &[
            "dbmate",
            "1 a: up 1_a.sql (1), down 1_a.sql (1)",
            "2 i < 1: up 2_i.sql (1!), down 2_i.sql (1)",
            "3 c < 2: up 3_c.sql (1), down 3_c.sql (1)",
        ],
    );
    check(
        &[("2_b.sql", DBMATE_A), ("3_c.sql", &NATIVE.replace("up", "up transaction:false"))],
        &[
            "native",
            "m/3_c.sql:4:15 M0122 unknown dialect `transaction:false` | write `-- migrate:no-transaction` above the first \
             section",
        ],
    );
    let asked = "M0129 it cannot be told how the folder is to be read: no file says what it revises, and dbmate's look \
                 the same | write `layout = \"native\"` or `layout = \"dbmate\"` into `migrate.toml` | in a native folder \
                 write `-- migrate:revises <id>` at the top of each but the first";
    check(&[("1_a.sql", DBMATE_A), ("2_b.sql", DBMATE_A)], &["dbmate", asked]);
    check(
        &[
            ("1_a.sql", DBMATE_A),
            ("2_b.sql", &DBMATE_A.replace("TABLE a", "TABLE b")),
            ("migrate.toml", "layout = \"dbmate\""),
        ],
        &["dbmate", "1 a: up 1_a.sql (1), down 1_a.sql (1)", "2 b < 1: up 2_b.sql (1), down 2_b.sql (1)"],
    );
    check(
        &[("1_a.sql", "-- migrate:up transaction:no\nSELECT 1;\n"), ("migrate.toml", "layout = \"dbmate\"")],
        &["dbmate", "m/1_a.sql:1:15 M0117 `transaction` is `true` or `false`, not `no` | write `transaction:false`"],
    );
}

#[test]
fn prisma() {
    check(
        &[
            ("migration_lock.toml", "provider = \"postgresql\"\n"),
            ("20260101000000_a/migration.sql", A),
            ("20260101000000_b/migration.sql", B),
            ("20260102000000_i/migration.sql", VACUUM),
            ("20260102000000_i/down.sql", "SELECT 1;\n"),
        ],
        &[
            "prisma",
            "20260101000000.a a: up 20260101000000_a/migration.sql (1)",
            "20260101000000.b b < 20260101000000.a: up 20260101000000_b/migration.sql (1)",
            "20260102000000.i i < 20260101000000.b: up 20260102000000_i/migration.sql (1!), down \
             20260102000000_i/down.sql (1)",
        ],
    );
    check(
        &[("migration_lock.toml", "provider = \"sqlite\"\n"), ("1_a/migration.sql", A)],
        &[
            "prisma",
            "m/migration_lock.toml:1:12 M0132 the migrations are for `sqlite`, and the set is for `postgres` | set \
             `dialect = \"sqlite\"` in `migrate.toml`",
        ],
    );
}

#[test]
fn drizzle() {
    let journal = |dialect: &str, tags: &[&str]| {
        let entries: Vec<String> = tags.iter().map(|tag| format!("{{ \"idx\": 0, \"tag\": \"{tag}\" }}")).collect();
        format!("{{\"version\": \"7\", \"dialect\": \"{dialect}\", \"entries\": [{}]}}", entries.join(", "))
    };
    // The journal has the order, a missing `;` is none, and what `pull` writes is no migration.
    let pulled = "SELECT 1\n--> statement-breakpoint\nSELECT 2;--> statement-breakpoint\nSELECT 3;\n";
    check(
        &[
            ("0001_b.sql", B),
            ("0001_a.sql", A),
            ("0000_c.sql", pulled),
            ("20260101000000_n.sql", &NATIVE.replace("revises 2", "revises 0001.a")),
            ("schema.ts", "export {};\n"),
            ("meta/0000_snapshot.json", "{}"),
            ("meta/_journal.json", &journal("postgresql", &["0000_c", "0001_b", "0001_a"])),
        ],
        &[
            "drizzle",
            "0000.c c: up 0000_c.sql (3)",
            "0001.b b < 0000.c: up 0001_b.sql (1)",
            "0001.a a < 0001.b: up 0001_a.sql (1)",
            "20260101000000 n < 0001.a: up 20260101000000_n.sql (1), down 20260101000000_n.sql (1)",
        ],
    );
    check(
        &[("0000_a.sql", A), ("0001_b.sql", B), ("meta/_journal.json", &journal("sqlite", &["0000_a", "0001_c"]))],
        &[
            "drizzle",
            "m/0001_b.sql:1:1 M0132 `0001_b.sql` is not in Drizzle's journal | if no database has it, delete it, or ignore it in \
             `migrate.toml`: `ignore = [\"0001_b.sql\"]` | if it shall run, give it a header: `-- migrate:up`, and \
             `-- migrate:revises …`",
            "m/meta/_journal.json:1:30 M0132 the migrations are for `sqlite`, and the set is for `postgres` | set \
             `dialect = \"sqlite\"` in `migrate.toml`",
            "m/meta/_journal.json:1:102 M0132 there is no `0001_c.sql`, which Drizzle's journal lists | restore the file, or \
             take the entry out of the journal",
        ],
    );
    check(
        &[("0000_a.sql", A), ("meta/_journal.json", "{\n<<<<<<< HEAD\n")],
        &[
            "drizzle",
            "m/meta/_journal.json:2:1 M0132 `_journal.json` is not JSON: a string is missing | a merge has left both sides \
             here: decide, and delete its marks",
        ],
    );
    // From 1.0 on a migration is a directory.
    check(
        &[("20260101000000_a/migration.sql", A), ("20260101000000_a/snapshot.json", "{}")],
        &["prisma", "20260101000000.a a: up 20260101000000_a/migration.sql (1)"],
    );
}

pub(super) const NATIVE: &str =
    "-- Three\n-- migrate:revises 2\n\n-- migrate:up\nSELECT 3;\n\n-- migrate:down\nSELECT 0;\n";

#[test]
fn a_folder_is_gone_on_with_natively() {
    check(
        &[("1_a.sql", A), ("2_b.sql", B), ("3_c.sql", NATIVE)],
        &["sqlx", "1 a: up 1_a.sql (1)", "2 b < 1: up 2_b.sql (1)", "3 c < 2: up 3_c.sql (1), down 3_c.sql (1)"],
    );
    check(
        &[("1_a/up.sql", A), ("2_b/up.sql", B), ("3_c.sql", NATIVE)],
        &[
            "diesel",
            "1 a: up 1_a/up.sql (1)",
            "2 b < 1: up 2_b/up.sql (1)",
            "3 c < 2: up 3_c.sql (1), down 3_c.sql (1)",
        ],
    );
    // A header in a file of the other tool holds, too; here it makes a branch, and the last file joins.
    let branch = "-- migrate:revises 1\nSELECT 3;\n";
    let merge = "-- Merge\n-- migrate:revises 2 3\n";
    check(
        &[
            ("1_a.up.sql", A),
            ("2_b.up.sql", B),
            ("3_c.up.sql", branch),
            ("4_m.sql", merge),
            ("5_d.up.sql", "SELECT 5;"),
        ],
        &[
            "golang-migrate",
            "1 a: up 1_a.up.sql (1)",
            "2 b < 1: up 2_b.up.sql (1)",
            "3 c < 1: up 3_c.up.sql (1)",
            "4 m < 2 < 3: ",
            "5 d < 4: up 5_d.up.sql (1)",
        ],
    );
}
