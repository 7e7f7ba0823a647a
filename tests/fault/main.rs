//! Processes that start at once, are killed, or lose their connection: what is left is what an undisturbed run leaves.
//!
//! `MIGRATE_TEST_KILLS=100` kills so many processes on each server instead of a few. Kills come at random moments; the
//! seed is printed with each failure and taken from `MIGRATE_TEST_SEED` if that is set.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bouncer;
mod boundaries;
mod connection;
mod hostile;
mod ledger;
mod processes;
mod restart;
mod rights;
mod subject;
mod tenants;
mod writes;

use std::process::{Child, Command, Output, Stdio};

use migrate_tests::{Database, Folder, Server, binary};

/// Revisions that take a while: each makes a table, waits, and puts a row into it.
const REVISIONS: usize = 8;

fn folder(server: Server) -> Folder {
    let pause = match server {
        Server::Postgres => "SELECT pg_sleep(0.02)",
        Server::MariaDb => "DO SLEEP(0.02)",
        Server::Sqlite => {
            "INSERT INTO pause WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) \
             SELECT max(i) FROM n"
        }
    };
    let dialect = server.dialect().facts().name;
    let folder = Folder::new(&[("migrate.toml", &format!("dialect = \"{dialect}\"\n"))]);
    for n in 1..=REVISIONS {
        let (parent, first) = match n {
            1 => ("none".to_owned(), "CREATE TABLE pause (i INT);\n"),
            _ => ((n - 1).to_string(), ""),
        };
        let text = format!(
            "-- migrate:revises {parent}\n-- migrate:up\n{first}CREATE TABLE t{n} (i INT);\n{pause};\n\
             INSERT INTO t{n} VALUES ({n});\nINSERT INTO t{n} VALUES ({n});\n"
        );
        folder.write(&format!("{n}_t{n}.sql"), &text);
    }
    folder
}

fn upgrade(folder: &Folder, url: &str, more: &[&str]) -> Child {
    Command::new(binary())
        .args(["upgrade", "--quiet", "--dir"])
        .arg(folder.path())
        .args(["--database-url", url])
        .args(more)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

fn succeeded(output: &Output) -> bool {
    output.status.success()
}

fn text(output: &Output) -> String {
    format!("{} {}{}", output.status, String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Everything is there exactly once, and nobody holds a lock.
async fn assert_undisturbed(db: &Database, context: &str) {
    let ids: Vec<String> = (1..=REVISIONS).map(|n| n.to_string()).collect();
    assert_eq!(db.ledger().await, ids, "{context}");
    for n in 1..=REVISIONS {
        let count = match db.server {
            Server::MariaDb => format!("SELECT CONVERT(count(*), CHAR) FROM t{n}"),
            Server::Postgres | Server::Sqlite => format!("SELECT CAST(count(*) AS TEXT) FROM t{n}"),
        };
        assert_eq!(db.texts(&count).await, ["2"], "t{n}, {context}");
    }
    let locks = match db.server {
        Server::Sqlite => return,
        Server::Postgres => {
            "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND database = \
             (SELECT oid FROM pg_database WHERE datname = current_database())"
        }
        Server::MariaDb => {
            "SELECT COALESCE(CONVERT(IS_USED_LOCK(CONCAT('migrate:', MD5(CONCAT(DATABASE(), '.', 'migrate_ledger')))), \
             CHAR), '0')"
        }
    };
    assert_eq!(db.texts(locks).await, ["0"], "{context}");
}
