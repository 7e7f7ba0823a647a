use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use migrate_core::DialectSet;

use crate::Project;
use crate::diagnostic::Severity;

const USERS: &str =
    "-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY, mail text);\n-- migrate:down\nDROP TABLE users;\n";

/// What is said of a set with these settings, whose second file is this.
#[track_caller]
fn check(settings: &str, second: &str, expected: &[&str]) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("migrate-lints-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).expect("a new directory");
    let files = [("migrate.toml", format!("dialect = \"postgres\"\n{settings}")), ("1_a.sql", USERS.to_owned())];
    for (name, text) in files.iter().map(|(name, text)| (*name, text.as_str())).chain([("2_b.sql", second)]) {
        fs::write(folder.join(name), text).expect("a new file");
    }
    let project = Project::load(&folder, "m", DialectSet::EMPTY);
    // A directory that stays is no reason to fail.
    let _ = fs::remove_dir_all(&folder);
    let found: Vec<String> = project
        .diagnostics
        .iter()
        .map(|found| {
            let level = if found.severity == Severity::Error { "error" } else { "warning" };
            format!("{level} {} {}", found.code.id, found.message)
        })
        .collect();
    assert_eq!(found, expected);
}

const DROP: &str = "-- migrate:revises 1\n-- migrate:irreversible \"gone\"\n-- migrate:up\nDROP TABLE users;\n";

#[test]
fn levels_are_as_the_settings_say() {
    check("", DROP, &[]);
    check("[lints]\ndestructive = \"warn\"", DROP, &["warning M0709 table `users` is dropped with its rows"]);
    check("[lints]\ndrop-table = \"deny\"", DROP, &["error M0709 table `users` is dropped with its rows"]);
    check("[lints]\ndestructive = \"deny\"\ndrop-table = \"allow\"", DROP, &[]);
    check("[lints]\ndrop-tabel = \"warn\"", DROP, &["error M0502 unknown lint `drop-tabel`"]);
    check("[lints]\nsince = \"2\"\ndestructive = \"deny\"", DROP, &[]);
    check("[lints]\nsince = \"3\"", DROP, &["error M0504 `since`: there is no revision `3`"]);
}

#[test]
fn what_is_allowed_is_quiet() {
    let deny = "[lints]\ndrop-table = \"deny\"";
    let allowed = DROP.replace("DROP", "-- migrate:allow drop-table\nDROP");
    check(deny, &allowed, &[]);
    check(deny, &format!("-- migrate:allow drop-table\n{DROP}"), &[]);
    check("", &allowed, &[]);
    let unused = "warning M0702 there is nothing here for `allow drop-column` to allow";
    check("", &DROP.replace("DROP", "-- migrate:allow drop-column\nDROP"), &[unused]);
    let other = DROP.replace("DROP", "-- migrate:allow drop-table\nSELECT 1;\nDROP");
    check("", &other, &["warning M0702 there is nothing here for `allow drop-table` to allow"]);
    check("", &DROP.replace("DROP", "-- migrate:allow drop-tables\nDROP"), &["error M0126 unknown lint `drop-tables`"]);
}

#[test]
fn a_down_that_is_missing_or_leaves_something() {
    let up = "-- migrate:revises 1\n-- migrate:up\nALTER TABLE users ADD age int;\n";
    check("", up, &["warning M0701 there is no way back"]);
    check("[lints]\nmissing-down = \"deny\"", up, &["error M0701 there is no way back"]);
    check("", &format!("-- migrate:irreversible \"why\"\n{up}"), &[]);
    let residue = format!("{up}-- migrate:down\nSELECT 1;\n");
    check("", &residue, &["warning M0416 after the down column `users.age` still exists"]);
    check("[lints]\nresidue = \"deny\"", &residue, &["error M0416 after the down column `users.age` still exists"]);
    check("", &residue.replace("SELECT", "-- migrate:allow residue\nSELECT"), &[]);
}
