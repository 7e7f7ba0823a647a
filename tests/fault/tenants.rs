//! Many schemas, and a process that is killed in the middle of them: the next one goes on with those that are not done.

use std::process::{Command, Stdio};
use std::time::Duration;

use migrate_tests::{Folder, binary, on_servers};

use crate::{succeeded, text};

const SCHEMAS: usize = 30;

const QUERY: &str = "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'tenant %' ORDER BY 1";

on_servers! {
    [postgres Postgres]
    async fn a_killed_run_over_many_schemas_is_gone_on_with(db: &Database) {
        let folder = Folder::new(&[
            ("migrate.toml", "dialect = \"postgres\"\n"),
            ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1);\n"),
            ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (i INT);\nINSERT INTO b SELECT i FROM a;\nSELECT pg_sleep(0.01);\n"),
            ("3_c.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (i INT);\nINSERT INTO c SELECT i FROM b;\n"),
        ]);
        for n in 0..SCHEMAS {
            db.execute(&format!("CREATE SCHEMA \"tenant {n:02}\"")).await;
        }
        let upgrade = || {
            Command::new(binary())
                .args(["upgrade", "--quiet", "--schemas-from", QUERY, "--parallel", "4", "--dir"])
                .arg(folder.path())
                .args(["--database-url", &db.url])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the command starts")
        };
        for after in [60, 90, 120] {
            let mut child = upgrade();
            std::thread::sleep(Duration::from_millis(after));
            let _ = child.kill();
            let _ = child.wait();
        }
        // Two who go on at once do not get into each other's way.
        for child in [upgrade(), upgrade()] {
            let output = child.wait_with_output().expect("the command ends");
            assert!(succeeded(&output), "{}", text(&output));
        }
        for n in 0..SCHEMAS {
            let schema = format!("\"tenant {n:02}\"");
            let ledger = format!("SELECT string_agg(id || ' ' || state, ', ' ORDER BY id) FROM {schema}.migrate_ledger");
            assert_eq!(db.texts(&ledger).await, ["1 applied, 2 applied, 3 applied"], "{schema}");
            assert_eq!(db.texts(&format!("SELECT count(*)::text FROM {schema}.c")).await, ["1"], "{schema}");
        }
        assert!(db.tables().await.is_empty());
        let locks = "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND database = \
                     (SELECT oid FROM pg_database WHERE datname = current_database())";
        assert_eq!(db.texts(locks).await, ["0"]);
    }
}
