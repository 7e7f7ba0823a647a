//! Many schemas, and a process that is killed in the middle of them: the next one goes on with those that are not done.

use std::process::{Command, Stdio};
use std::time::Duration;

use migrate_tests::{Folder, Schemas, Server, binary, on_servers};

use crate::{succeeded, text};

const SCHEMAS: usize = 24;

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_killed_run_over_many_schemas_is_gone_on_with(db: &Database) {
        let pause = if db.server == Server::Postgres { "SELECT pg_sleep(0.01);\n" } else { "" };
        let folder = Folder::new(&[
            ("migrate.toml", &format!("dialect = \"{}\"\n", db.server.dialect())),
            ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1);\n"),
            ("2_b.sql", &format!("-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (i INT);\nINSERT INTO b SELECT i FROM a;\n{pause}")),
            ("3_c.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (i INT);\nINSERT INTO c SELECT i FROM b;\n"),
        ]);
        let names: Vec<String> = (0..SCHEMAS).map(|n| format!("ten ant {n:02}")).collect();
        let schemas = Schemas::new(db, &names.iter().map(String::as_str).collect::<Vec<_>>());
        schemas.make().await;
        let query = match db.server {
            Server::MariaDb => {
                let own = db.url.rsplit('/').next().expect("a name");
                format!("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE '{own}\\_ten ant %'")
            }
            _ => "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'ten ant %' ORDER BY 1".to_owned(),
        };
        let upgrade = || {
            Command::new(binary())
                .args(["upgrade", "--quiet", "--schemas-from", &query, "--parallel", "4", "--dir"])
                .arg(folder.path())
                .args(["--database-url", &db.url])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the command starts")
        };
        for after in [60, 90, 150] {
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
        for (at, name) in schemas.names.iter().enumerate() {
            assert_eq!(schemas.tables(at).await, ["a", "b", "c", "migrate_ledger"], "{name}");
            let schema = db.server.dialect().quote_name(name);
            let rows = db.texts(&format!("SELECT id FROM {schema}.migrate_ledger WHERE state = 'applied' ORDER BY 1")).await;
            assert_eq!(rows, ["1", "2", "3"], "{name}");
            let count = if db.server == Server::MariaDb { "CONVERT(count(*), CHAR)" } else { "count(*)::text" };
            assert_eq!(db.texts(&format!("SELECT {count} FROM {schema}.c")).await, ["1"], "{name}");
        }
        assert!(db.tables().await.is_empty());
    }
}
