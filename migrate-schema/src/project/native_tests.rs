//! Folders of our own layout.

use super::tests::{A, B, DBMATE_A, NATIVE, check, load};

#[test]
fn what_was_forgotten_in_a_native_folder_is_told() {
    check(
        &[("1_a.sql", DBMATE_A), ("2_b.sql", B), ("3_c.sql", NATIVE)],
        &[
            "native",
            "m/2_b.sql:1:1 M0118 no `-- migrate:up` above the SQL | write `-- migrate:up` on a line above it | or, if \
             the file is sqlx's, set `layout = \"sqlx\"` in `migrate.toml`",
        ],
    );
    check(
        &[("1_a.sql", "-- migrate: up\nSELECT 1;\n")],
        &["native", "m/1_a.sql:1:1 M0114 misspelt directive `up` | write `-- migrate:up`"],
    );
    check(
        &[("1_a.sql", A), ("2_b.sql", DBMATE_A), ("3_c.sql", B)],
        &[
            "sqlx",
            "M0129 it cannot be told how the folder is to be read: 2 files have no `-- migrate:` directive, and 1 have \
             | write `layout = \"native\"` or `layout = \"sqlx\"` into `migrate.toml`",
        ],
    );
}

#[test]
fn a_header_stands_above_the_sql() {
    check(
        &[("1_a.up.sql", "SELECT 1;\n-- migrate:label x\n"), ("1_a.down.sql", "-- migrate:label y\nSELECT 1;\n")],
        &[
            "golang-migrate",
            "m/1_a.down.sql:1:18 M0115 this is about the revision and stands in the file of the way up | move it there",
            "m/1_a.up.sql:2:1 M0115 `label` is about the whole file and stands above the first section | move it above \
             the first `-- migrate:up` or `-- migrate:down`",
        ],
    );
    check(
        &[
            ("1_a.up.sql", "-- migrate:trust\nCREATE FOO;\n"),
            ("1_a.down.sql", "-- migrate:no-transaction\nSELECT 1;\n"),
        ],
        &["golang-migrate", "1 a: up 1_a.up.sql (1), down 1_a.down.sql (1!)"],
    );
}

#[test]
fn all_branches_of_a_merge_are_tried_with_each_other() {
    let merges = |third: &str| {
        let branch = |sql: &str| {
            format!("-- migrate:revises 27c6a30d7c20\n-- migrate:up\n{sql};\n-- migrate:irreversible \"x\"\n")
        };
        let (b, c, d) = (branch("ALTER TABLE t ADD b int"), branch("CREATE TABLE u (a int)"), branch(third));
        let project = load(&[
            ("27c6a30d7c20_a.sql", "-- migrate:up\nCREATE TABLE t (a int);\n-- migrate:down\nDROP TABLE t;\n"),
            ("27c6a30d7c21_b.sql", &b),
            ("27c6a30d7c22_c.sql", &c),
            ("27c6a30d7c23_d.sql", &d),
            ("27c6a30d7c24_m.sql", "-- migrate:revises 27c6a30d7c21 27c6a30d7c22 27c6a30d7c23\n"),
        ]);
        let errors = project.diagnostics.iter().filter(|found| found.severity == crate::diagnostic::Severity::Error);
        errors.map(|found| format!("{} {}", found.code.id, found.message)).collect::<Vec<_>>()
    };
    assert_eq!(merges("ALTER TABLE t ADD c int"), Vec::<String>::new());
    assert_eq!(
        merges("ALTER TABLE t RENAME TO v"),
        ["M0421 it matters which of the branches `27c6a30d7c21` and `27c6a30d7c23` runs first"]
    );
    assert_eq!(
        merges("DROP TABLE IF EXISTS u"),
        ["M0421 it matters which of the branches `27c6a30d7c22` and `27c6a30d7c23` runs first"]
    );
}
