//! Names and texts that somebody chose to do harm: in settings, files, folders, and arguments of the command.

use std::process::Output;

use migrate_tests::{Database, Folder, Server, on_every_server};

use crate::subject::start;
use crate::{succeeded, text};

/// Texts that end a literal, a name, a statement or a line where they are not quoted.
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "'; DROP TABLE victim; --",
        "\"; DROP TABLE victim; --",
        "`; DROP TABLE victim; --",
        "'''\"\"\"```",
        "$migrate$; DROP TABLE victim; $migrate$",
        "\\'; DROP TABLE victim; --",
        "\\",
        "a\nb; DROP TABLE victim",
        "*/ DROP TABLE victim /*",
        "-- x",
        "%s{}?1:x",
        "日本 é",
        "\u{202e}\u{7}\u{1b}[31m",
        " ",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push("x".repeat(10_240));
    all.push("é'".repeat(5_120));
    all
}

fn command(folder: &Folder, url: &str, arguments: &[&str]) -> Output {
    start(folder, url, arguments, &[]).wait_with_output().expect("the command ends")
}

/// It ended by itself, and what it refused it explained.
fn decent(output: &Output, context: &str) {
    let said = text(output);
    assert!(matches!(output.status.code(), Some(0..=2)), "{context}: {said}");
    assert!(!said.contains("panicked"), "{context}: {said}");
    if !succeeded(output) {
        assert!(said.contains("error") || said.contains("pending"), "{context}: {said}");
    }
}

async fn with_victim(server: Server) -> Database {
    let db = Database::new(server).expect("the server is there");
    db.execute("CREATE TABLE victim (i INT)").await;
    db
}

fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out + "\""
}

on_every_server! {
    async fn a_hostile_ledger_is_quoted_or_refused(db: &Database) {
        let dialect = db.server.dialect().facts().name;
        let mut worked = 0;
        for (key, name) in ["table", "schema"].into_iter().flat_map(|key| hostile().into_iter().map(move |name| (key, name))) {
            let fresh = with_victim(db.server).await;
            let folder = Folder::new(&[
                ("migrate.toml", &format!("dialect = \"{dialect}\"\n[ledger]\n{key} = {}\n", toml(&name))),
                ("1_one.sql", "-- migrate:up\nCREATE TABLE a (i INT);\n-- migrate:down\nDROP TABLE a;\n"),
            ]);
            let context = format!("{key} {:?}", name.chars().take(40).collect::<String>());
            for arguments in [&["upgrade"][..], &["status"], &["upgrade"], &["current"], &["downgrade", "base"], &["upgrade", "--sql"]] {
                let output = command(&folder, &fresh.url, arguments);
                decent(&output, &format!("{context}, {arguments:?}"));
                let tables = fresh.tables().await;
                assert!(tables.contains(&"victim".to_owned()), "{context}: {tables:?}");
                worked += usize::from(succeeded(&output) && arguments == ["upgrade"]);
                if !succeeded(&output) {
                    eprintln!("{context}, {arguments:?}: {}", text(&output).chars().take(400).collect::<String>());
                }
            }
        }
        // Most are good names of tables once they are quoted.
        assert!(worked >= 12, "{worked}");
    }
}

on_every_server! {
    async fn a_hostile_revision_label_or_argument_executes_nothing(db: &Database) {
        let dialect = db.server.dialect().facts().name;
        let fresh = with_victim(db.server).await;
        let settings = ("migrate.toml", &*format!("dialect = \"{dialect}\"\n"));
        let one = "-- migrate:up\nCREATE TABLE a (i INT);\n-- migrate:down\nDROP TABLE a;\n";
        for name in hostile() {
            let context = format!("{:?}", name.chars().take(40).collect::<String>());
            let in_file = |text: String| Folder::new(&[settings, ("1_one.sql", &text)]);
            let mut folders = vec![
                in_file(format!("-- migrate:label {name}\n{one}")),
                in_file(format!("-- migrate:revises {name}\n{one}")),
                in_file(format!("-- migrate:depends-on {name}\n{one}")),
                in_file(format!("-- {name}\n-- migrate:revises none\n{one}")),
            ];
            // Names of files, also in the layout of a tool whose ids are names of directories.
            if !name.contains('/') && name.len() < 200 {
                let file = format!("1{name}.sql");
                folders.push(Folder::new(&[settings, (&file, one)]));
                let directory = format!("{name}/migration.sql");
                folders.push(Folder::new(&[settings, (&directory, "CREATE TABLE a (i INT);\n")]));
            }
            for folder in folders {
                let output = command(&folder, &fresh.url, &["upgrade"]);
                decent(&output, &context);
                if succeeded(&output) {
                    decent(&command(&folder, &fresh.url, &["downgrade", "base"]), &context);
                    fresh.execute("DROP TABLE IF EXISTS a").await;
                    fresh.execute("DROP TABLE IF EXISTS migrate_ledger").await;
                }
            }
            let good = in_file(one.to_owned());
            for arguments in [
                &["upgrade", &name][..],
                &["downgrade", &name],
                &["stamp", &name],
                &["show", &name],
                &["history", &name],
                &["explain", &name],
                &["new", &name, "--revises", &name],
                &["merge", &name],
                &["upgrade", "--lock-timeout", &name],
                &["upgrade", "--database-url", &name],
            ] {
                // An argument that begins with a dash is an option; that is clap's matter.
                let output = command(&good, &fresh.url, arguments);
                decent(&output, &format!("{context}, {arguments:?}"));
            }
            let tables = fresh.tables().await;
            assert!(tables.contains(&"victim".to_owned()), "{context}: {tables:?}");
        }
        // What no argument can hold a file can.
        for text in ["-- migrate:up\nSELECT '\0';\n", "-- migrate:label a\0b\n-- migrate:up\nSELECT 1;\n", "\0"] {
            let folder = Folder::new(&[settings, ("1_one.sql", text)]);
            decent(&command(&folder, &fresh.url, &["upgrade"]), text);
        }
        let nul = Folder::new(&[("migrate.toml", "dialect = \"sqlite\"\n[ledger]\ntable = \"a\\u0000b\"\n")]);
        let output = command(&nul, &fresh.url, &["upgrade"]);
        decent(&output, "NUL");
        assert!(!succeeded(&output), "a name with NUL is no name: {}", text(&output));
    }
}
