//! Models beside migrations, each with the smallest set.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use migrate_core::DialectSet;

use super::Project;
use crate::diagnostic::{Style, render_all};

struct Temp(PathBuf);

impl Drop for Temp {
    fn drop(&mut self) {
        // A directory that stays is no reason to fail.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What the build says about a set with models: `migrate.toml`, one migration, and files beside the folder.
fn drift(settings: &str, sql: &str, beside: &[(&str, &str)]) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let temp = Temp(std::env::temp_dir().join(format!("migrate-drift-{}-{number}", std::process::id())));
    let folder = temp.0.join("migrations");
    let sql = format!("-- migrate:up\n{sql}\n");
    let own = [("migrations/migrate.toml", settings), ("migrations/1_a.sql", sql.as_str())];
    for (path, text) in own.iter().chain(beside) {
        let path = temp.0.join(path);
        std::fs::create_dir_all(path.parent().expect("it has a parent")).expect("a new directory");
        std::fs::write(path, text).expect("a new file");
    }
    let mut project = Project::load(&folder, "migrations", DialectSet::EMPTY);
    assert!(!project.has_errors(), "{}", render_all(&project.sources, &project.diagnostics, Style::Plain));
    // What lints say is of no interest here.
    project.diagnostics.clear();
    project.check_drift(&folder);
    let lines = project.diagnostics.iter().map(|found| {
        let place = |at| {
            let at = project.sources.origin(at);
            let source = project.sources.get(at.source);
            format!(" {}:{}", source.path(), source.line_col(at.span.start as usize))
        };
        let at = found.at.map_or(String::new(), place);
        let labels: String = found.labels.iter().map(|label| place(label.place)).collect();
        format!("{:?} {} {}{at}{labels}", found.severity, found.code.id, found.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}

const USER: &str = "#[derive(Table)]\nstruct User {\n    #[column(primary_key)]\n    id: i64,\n    email: String,\n}\n";

#[test]
fn a_field_without_a_column_shows_both_places() {
    for dialect in ["postgres", "mysql", "mariadb", "sqlite"] {
        let id = if dialect == "sqlite" { "integer" } else { "bigint" };
        let said = drift(
            &format!("dialect = \"{dialect}\"\n[models]\ndrift = \"deny\"\n"),
            &format!("CREATE TABLE users (id {id} PRIMARY KEY, old integer);"),
            &[("src/models.rs", USER)],
        );
        assert_eq!(
            said,
            "Error M0610 no model has the column `users.old` migrations/1_a.sql:2:".to_owned()
                + if dialect == "sqlite" { "45" } else { "44" }
                + " src/models.rs:2:8\n\
             Error M0609 no migration makes the column `users.email` src/models.rs:5:5 migrations/1_a.sql:2:14",
            "{dialect}"
        );
    }
}

#[test]
fn only_what_is_asked_for_is_compared() {
    let sql = "CREATE TABLE users (id bigint PRIMARY KEY, old integer); CREATE TABLE teams (id bigint PRIMARY KEY);";
    let with = |models: &str| drift(&format!("dialect = \"postgres\"\n[models]\n{models}"), sql, &[("src/m.rs", USER)]);
    assert_eq!(with(""), "");
    assert_eq!(with("drift = \"allow\"\n"), "");
    assert_eq!(with("drift = \"deny\"\nexclude = [\"teams\", \"users.old\", \"users.email\"]\n"), "");
    assert_eq!(with("drift = \"deny\"\ninclude = [\"users.id\"]\n"), "");
    assert!(with("drift = \"warn\"\n").contains("Warning M0610 no model has the table `teams` migrations/1_a.sql:2:"));
}

#[test]
fn what_structs_cannot_say_is_wanted_as_it_is() {
    let said = drift(
        "dialect = \"postgres\"\n[models]\ndrift = \"deny\"\n",
        "CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);\nCREATE VIEW v AS SELECT id FROM users;\n\
         CREATE SEQUENCE s;\nCREATE DOMAIN d AS text;",
        &[("src/models.rs", USER)],
    );
    assert_eq!(said, "");
}

#[test]
fn other_differences_are_told_where_the_model_is() {
    let said = drift(
        "dialect = \"postgres\"\n[models]\ndrift = \"deny\"\n",
        "CREATE TABLE users (id bigint PRIMARY KEY, email varchar(10) UNIQUE);",
        &[("src/models.rs", USER)],
    );
    assert!(said.contains("M0611") && said.contains("src/models.rs:5:5 migrations/1_a.sql:2:"), "{said}");
}

#[test]
fn both_forms_or_none() {
    let settings = "dialect = \"sqlite\"\n[models]\ndrift = \"deny\"\n";
    let sql = "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);";
    let schema = ("schema.sql", "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);");
    assert!(drift(settings, sql, &[]).starts_with("Error M0608 there are no models"));
    assert_eq!(drift(settings, sql, &[schema]), "");
    assert!(drift(settings, sql, &[schema, ("src/m.rs", USER)]).starts_with("Error M0607 `schema.sql` and structs"));
    let mixed = format!("{settings}schema = \"../schema.sql\"\nrust = \"../src\"\n");
    let teams = ("schema.sql", "CREATE TABLE teams (id integer PRIMARY KEY);");
    let sql = format!("{sql}\n{}", teams.1);
    assert_eq!(drift(&mixed, &sql, &[teams, ("src/m.rs", USER)]), "");
}

#[test]
fn a_missing_column_hides_no_other_difference_of_its_table() {
    for dialect in ["postgres", "mysql", "mariadb"] {
        let said = drift(
            &format!("dialect = \"{dialect}\"\n[models]\ndrift = \"deny\"\n"),
            "CREATE TABLE users (id bigint PRIMARY KEY, old integer, email integer);",
            &[("src/models.rs", &USER.replace("email: String", "#[column(index)]\n    nick: String,\n    email: i64"))],
        );
        let mut codes: Vec<&str> = said.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes, ["M0609", "M0610", "M0611"], "{dialect}: {said}");
        // MySQL has one statement for all of a table.
        assert!(dialect != "postgres" || !said.contains("index"), "{said}");
    }
}
