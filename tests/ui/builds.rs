//! What `cargo` makes of changes: whatever the macro has read makes rustc run again. Real builds of a small package that
//! stands in for an application and for the runtime, so that sqlx is not built.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target directory that this test was built into; what it has of the macro is used again.
fn target() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    test.ancestors().nth(3).expect("it is in target/debug/deps").to_owned()
}

/// What stands in for `migrate_runtime`, and prints what is embedded.
const RUNTIME: &str = r#"
mod runtime {
    pub mod __private_0_1_0 {
        pub struct Migrations(pub &'static str, pub Option<&'static str>);
        impl Migrations {
            pub const fn __embedded(packed: &'static str, folder: Option<&'static str>) -> Migrations {
                Migrations(packed, folder)
            }
        }
    }
}
use runtime::__private_0_1_0::Migrations;
"#;

const MAIN: &str = r#"
static MIGRATIONS: Migrations = migrate_macros::embed!((crate::runtime) "migrations");
fn main() {
    println!("{} {:?}", MIGRATIONS.0, MIGRATIONS.1);
}
"#;

/// What `migrate init` writes.
const BUILD: &str = "fn main() {\n    println!(\"cargo::rerun-if-changed=migrations\");\n}\n";

const USERS: &str =
    "-- migrate:up\nCREATE TABLE users (id integer PRIMARY KEY);\n\n-- migrate:down\nDROP TABLE users;\n";
const TEAMS: &str = "-- migrate:revises 1\n\n-- migrate:up\nCREATE TABLE teams (id integer PRIMARY KEY);\n\n-- migrate:down\n\
                     DROP TABLE teams;\n";

struct App {
    root: PathBuf,
}

/// What one `cargo` said.
struct Said {
    ok: bool,
    out: String,
    err: String,
}

impl App {
    /// A package of this name with one revision. Its folder is always the same, so that cargo's files do not pile up.
    fn new(name: &str) -> App {
        let app = App { root: target().join("tests/builds").join(name) };
        let _ = fs::remove_dir_all(&app.root);
        let macros = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrate-macros");
        // Profile and lock file are the workspace's: with another one all would be built once more.
        app.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
                 migrate-macros = {{ path = '{}', features = [\"mysql\", \"postgres\", \"sqlite\"] }}\n\n[profile.dev]\n\
                 debug = \"line-tables-only\"\nincremental = false\n",
                macros.display()
            ),
        );
        fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock"), app.root.join("Cargo.lock"))
            .expect("the lock file");
        app.write("src/main.rs", &format!("{RUNTIME}{MAIN}"));
        app.write("migrations/migrate.toml", "dialect = \"sqlite\"\n");
        app.write("migrations/1_users.sql", USERS);
        app
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.root.join(file);
        fs::create_dir_all(path.parent().expect("below the root")).expect("a directory");
        fs::write(&path, text).expect("a file");
    }

    fn remove(&self, file: &str) {
        fs::remove_file(self.root.join(file)).expect("a file that goes");
    }

    fn cargo(&self, arguments: &[&str]) -> Said {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(arguments)
            .args(["--offline", "--target-dir"])
            .arg(target())
            .current_dir(&self.root)
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .expect("cargo runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Said { ok: output.status.success(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// The program's output: what is embedded.
    #[track_caller]
    fn embedded(&self) -> String {
        let said = self.cargo(&["run", "--quiet"]);
        assert!(said.ok, "{}", said.err);
        said.out
    }

    /// The errors of a check that fails.
    #[track_caller]
    fn refused(&self) -> String {
        let said = self.cargo(&["check", "--quiet"]);
        assert!(!said.ok, "it should not compile; {}", said.err);
        said.err
    }
}

#[test]
fn edited_and_removed_files_are_noticed() {
    let app = App::new("edits");
    app.write("migrations/2_teams.sql", TEAMS);
    assert!(app.embedded().contains("teams"));
    app.write("migrations/2_teams.sql", &TEAMS.replace("teams", "groups_of_users"));
    assert!(app.embedded().contains("groups_of_users"));
    app.write("migrations/2_teams.sql", &TEAMS.replace("TABLE", "TABEL"));
    assert!(app.refused().contains("migrations/2_teams.sql:4:8"), "{}", app.refused());
    app.write("migrations/2_teams.sql", TEAMS);
    assert!(app.embedded().contains("teams"), "an error does not stay");
    app.remove("migrations/2_teams.sql");
    assert!(!app.embedded().contains("teams"));
}

#[test]
fn settings_and_what_they_ignore_are_noticed() {
    let app = App::new("settings");
    app.write("migrations/2_teams.sql", TEAMS);
    assert!(app.embedded().contains("teams"));
    app.write("migrations/migrate.toml", "dialect = \"sqlite\"\nignore = [\"2_*.sql\"]\n");
    assert!(!app.embedded().contains("CREATE TABLE teams"));
    app.write("migrations/migrate.toml", "dialect = \"mysql\"\nheads = \"mnay\"\n");
    assert!(app.refused().contains("migrate.toml:2:9"), "{}", app.refused());
}

/// Nothing on stable Rust notices a new file without a build script; in debug builds the program knows where to look, and
/// the runtime says that it is stale (`migrate_runtime::stale`).
#[test]
fn a_new_file_is_noticed_with_the_build_script_and_can_be_without() {
    let app = App::new("news");
    let before = app.embedded();
    assert!(before.contains("Some(\"") && before.contains("migrations\")"), "{before}");
    app.write("migrations/2_teams.sql", TEAMS);
    assert_eq!(app.embedded(), before, "if this is noticed now, the build script is not needed any more");
    app.write("build.rs", BUILD);
    assert!(app.embedded().contains("teams"));
    app.write("migrations/3_posts.sql", &TEAMS.replace("teams", "posts").replace("revises 1", "revises 2"));
    assert!(app.embedded().contains("posts"));
    app.write("migrations/notes.txt", "no migration");
    assert!(app.refused().contains("migrations/notes.txt"));
}

#[test]
fn models_are_noticed_as_structs_and_as_schema_sql() {
    let app = App::new("models");
    let settings = |models: &str| format!("dialect = \"sqlite\"\n\n[models]\n{models}\ndrift = \"deny\"\n");
    let user = "#[derive(Table)]\nstruct User {\n    #[column(primary_key)]\n    id: i64,\n}\n";
    app.write("models/user.rs", user);
    app.write("migrations/migrate.toml", &settings("rust = \"../models\""));
    assert!(app.embedded().contains("users"));
    app.write("models/user.rs", &user.replace("    id: i64,\n", "    id: i64,\n    email: Option<String>,\n"));
    assert!(app.refused().contains("models/user.rs:5:5"), "{}", app.refused());
    app.write("schema.sql", "CREATE TABLE users (id integer PRIMARY KEY);\n");
    app.write("migrations/migrate.toml", &settings("schema = \"../schema.sql\""));
    assert!(app.embedded().contains("users"));
    app.write("schema.sql", "CREATE TABLE users (id integer PRIMARY KEY, email text);\n");
    assert!(app.refused().contains("schema.sql:1:"), "{}", app.refused());
}

#[test]
fn two_macros_in_one_package_are_each_noticed() {
    let app = App::new("two");
    let second = MAIN.replace("MIGRATIONS", "OTHERS").replace("migrations", "others").replace("main", "_others");
    let main = MAIN.replace(".1);", ".1);\n    _others();");
    app.write("src/main.rs", &format!("{RUNTIME}{main}{second}"));
    app.write("others/migrate.toml", "dialect = \"postgres\"\n");
    app.write("others/1_things.sql", &USERS.replace("users", "things"));
    let both = app.embedded();
    assert!(both.contains("users") && both.contains("things"), "{both}");
    app.write("others/1_things.sql", &USERS.replace("users", "stones"));
    let both = app.embedded();
    assert!(both.contains("users") && both.contains("stones"), "{both}");
    app.write("migrations/1_users.sql", &USERS.replace("users", "people"));
    let both = app.embedded();
    assert!(both.contains("people") && both.contains("stones"), "{both}");
}

/// The folder is relative to the member, wherever cargo is called.
#[test]
fn the_folder_of_a_member_of_a_workspace_is_relative_to_the_member() {
    let app = App::new("member");
    let manifest = fs::read_to_string(app.root.join("Cargo.toml")).unwrap();
    let (package, profile) = manifest.split_once("[profile.dev]").unwrap();
    app.write("app/Cargo.toml", &package.replace("[workspace]\n\n", ""));
    app.write("Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = [\"app\"]\n\n[profile.dev]{profile}"));
    app.write("app/src/main.rs", &format!("{RUNTIME}{}", MAIN.replace("\"migrations\"", "\"../migrations\"")));
    app.remove("src/main.rs");
    assert!(app.embedded().contains("users"));
    app.write("migrations/1_users.sql", &USERS.replace("users", "people"));
    assert!(app.embedded().contains("people"));
    app.write("migrations/1_users.sql", &USERS.replace("TABLE", "TABEL"));
    assert!(app.refused().contains("--> ../migrations/1_users.sql:2:8"), "{}", app.refused());
}

/// Errors, warnings and the count of what is not shown, as a terminal and as a machine read them.
#[test]
fn many_problems_are_sorted_capped_and_whole_in_every_format_of_messages() {
    let app = App::new("formats");
    let lines: String = (0..30).map(|at| format!("ALTER TABLE missing_{at} ADD COLUMN c int;\n")).collect();
    let up = |head: &str| format!("{head}-- migrate:up\n{lines}-- migrate:down\n-- nothing\n");
    app.write("migrations/1_users.sql", &up(""));
    app.write("migrations/2_more.sql", &up("-- migrate:revises 1\n").replace("missing", "gone"));
    app.write(
        "migrations/3_warns.sql",
        "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE t (id integer PRIMARY KEY);\n",
    );
    let shown = app.refused();
    let places: Vec<&str> = shown.lines().filter_map(|line| line.split("--> migrations/1_users.sql:").nth(1)).collect();
    let expected: Vec<String> = (2..22).map(|line| format!("{line}:13")).collect();
    assert_eq!(places, expected, "{shown}");
    let rest = "error: and 40 more errors in these migrations; `migrate check` shows all\n";
    assert!(shown.contains(rest), "{shown}");
    let warning = "M0701: there is no way back\n          --> migrations/3_warns.sql:1:1\n";
    assert!(shown.contains(warning), "warnings are shown beside errors: {shown}");
    let short = app.cargo(&["check", "--message-format=short"]).err;
    assert!(short.contains(": error: M0401: unknown table `missing_0`\n"), "{short}");
    let json = app.cargo(&["check", "--message-format=json"]).out;
    let messages: Vec<&str> = json.lines().filter(|line| line.contains("compiler-message")).collect();
    assert_eq!(messages.iter().filter(|line| line.contains("M0401: unknown table")).count(), 20, "{json}");
    assert!(messages.iter().any(|line| line.contains("M0701")), "{json}");
}

/// Marks stand below their place in what the terminal shows: rustc indents all lines alike.
#[test]
fn tabs_wide_characters_and_line_ends_are_shown_where_they_are() {
    let app = App::new("shapes");
    let body = "-- migrate:up\r\nCREATE TABLE 表格 (\r\n\tid integer PRIMARY KEY\r\n);\r\nALTER TABLE 表格 DROP COLUMN 名字;\r\n";
    app.write("migrations/1_users.sql", &format!("\u{feff}{body}-- migrate:down\r\n-- nothing\r\n"));
    let shown = app.refused();
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("DROP COLUMN")).unwrap_or_else(|| panic!("{shown}"));
    assert!(shown.contains("--> migrations/1_users.sql:5:28\n"), "{shown}");
    let before = lines[at].split_once("名字").unwrap().0;
    // Two columns for each of the two characters before.
    assert_eq!(lines[at + 1].find("^^^^"), Some(before.chars().count() + 2), "{shown}");
}

/// Without cargo, as build systems of other kinds call it.
#[test]
fn rustc_alone_is_told_what_is_missing() {
    let app = App::new("alone");
    assert!(app.embedded().contains("users"), "the macro is built");
    let deps = target().join("debug/deps");
    let is_macro = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.contains("migrate_macros-") && name.ends_with(std::env::consts::DLL_SUFFIX)
    };
    let built = fs::read_dir(&deps).unwrap().flatten().map(|entry| entry.path()).filter(is_macro);
    let newest = built.max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok()).expect("the macro");
    let rustc = |folder: Option<&Path>| {
        let mut command = Command::new("rustc");
        command.args(["--edition=2024", "--emit=metadata", "src/main.rs", "--out-dir"]).arg(app.root.join("out"));
        command.arg("--extern").arg(format!("migrate_macros={}", newest.display())).current_dir(&app.root);
        command.env_remove("CARGO_MANIFEST_DIR");
        folder.into_iter().for_each(|folder| {
            command.env("CARGO_MANIFEST_DIR", folder);
        });
        String::from_utf8_lossy(&command.output().expect("rustc runs").stderr).into_owned()
    };
    let shown = rustc(None);
    assert!(shown.contains("relative to CARGO_MANIFEST_DIR, which is not set"), "{shown}");
    assert_eq!(rustc(Some(&app.root)), "");
    app.write("migrations/1_users.sql", &USERS.replace("TABLE", "TABEL"));
    let shown = rustc(Some(&app.root));
    assert!(shown.contains("error: M0301") && shown.contains("--> migrations/1_users.sql:2:8\n"), "{shown}");
}
