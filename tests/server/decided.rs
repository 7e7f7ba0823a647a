//! A process died while a statement ran, and the server's catalog tells what became of it.

use std::time::Duration;

use migrate_core::ledger::Prefix;
use migrate_runtime::{Error, InterruptedWhy, Migrations};
use migrate_tests::{Database, Folder, Server, migrations, on_servers};
use sqlx::{Connection, Executor, PgConnection};

use crate::events::watched;

/// As if the process had died while the statement of this number ran, which either took effect or did not.
async fn died(db: &Database, set: &Migrations, number: usize) {
    let body = &set.revisions()[0].bodies[0];
    let prefix = Prefix::of(&body.statements[..number - 1]);
    let done = number - 1;
    db.execute(&format!(
        "UPDATE migrate_ledger SET state = 'applying', begun = {number}, done = {done}, prefix = '{prefix}' WHERE id = '1'"
    ))
    .await;
}

/// Each statement, what undoes it, and which statement it is in the file.
const EACH: [(&str, &str); 7] = [
    ("CREATE TABLE b (i INT)", "DROP TABLE b"),
    ("ALTER TABLE a ADD COLUMN c INT", "ALTER TABLE a DROP COLUMN c"),
    ("ALTER TABLE a DROP COLUMN j", "ALTER TABLE a ADD COLUMN j INT"),
    ("CREATE INDEX a_i ON a (i)", "DROP INDEX a_i"),
    ("DROP TABLE gone", "CREATE TABLE gone (i INT)"),
    ("ALTER TABLE gone RENAME TO kept", "ALTER TABLE kept RENAME TO gone"),
    ("CREATE TABLE IF NOT EXISTS b (i INT)", "DROP TABLE b"),
];

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_statement_that_took_effect_is_passed_and_one_that_did_not_runs_again(db: &Database) {
        for (statement, undo) in EACH {
            for took_effect in [true, false] {
                let fresh = Database::new(db.server).expect("the server is there");
                let text = format!(
                    "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT, j INT);\nCREATE TABLE gone (i INT);\n\
                     {statement};\nCREATE TABLE last (i INT);\n"
                );
                let set = migrations(db.server.dialect(), &[("1_a.sql", &text)]);
                set.upgrade(&fresh.url).await.expect("an upgrade");
                let expected = shape(&fresh).await;
                fresh.execute("DROP TABLE last").await;
                if !took_effect {
                    let undo = match db.server {
                        Server::MariaDb => undo.replace("DROP INDEX a_i", "DROP INDEX a_i ON a"),
                        _ => undo.to_owned(),
                    };
                    fresh.execute(&undo).await;
                }
                died(&fresh, &set, 3).await;
                if took_effect && db.server == Server::Postgres {
                    // The mark came before the statement: the evidence is that of the server.
                    fresh.execute(undo).await;
                    fresh.execute(statement).await;
                }
                let context = format!("{statement}, took effect: {took_effect}");
                let (result, lines) = watched(&fresh, &set).await;
                result.unwrap_or_else(|error| panic!("{context}: {error}"));
                assert_eq!(shape(&fresh).await, expected, "{context}");
                let repeatable = statement.contains("IF NOT EXISTS");
                let decided = format!("Decided {{ revision: \"1\", number: 3, took_effect: {} }}", took_effect && !repeatable);
                assert!(lines.contains(&decided), "{context}: {lines:?}");
                assert_eq!(lines.contains(&"run 1:3/4".to_owned()), !took_effect || repeatable, "{context}: {lines:?}");
            }
        }
    }
}

async fn rows_of_a(db: &Database) -> usize {
    let text = if db.server == Server::MariaDb { "CONVERT(i, CHAR)" } else { "CAST(i AS text)" };
    db.texts(&format!("SELECT {text} FROM a")).await.len()
}

/// Tables, columns and indexes.
async fn shape(db: &Database) -> Vec<String> {
    let sql = match db.server {
        Server::Postgres => {
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' UNION ALL \
             SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
        }
        _ => {
            "SELECT CONVERT(CONCAT(table_name, '.', column_name) USING utf8mb4) FROM information_schema.columns WHERE \
             table_schema = DATABASE() UNION ALL SELECT CONVERT(index_name USING utf8mb4) FROM information_schema.statistics \
             WHERE table_schema = DATABASE() ORDER BY 1"
        }
    };
    db.texts(sql).await
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn what_was_there_before_is_not_taken_for_the_work_of_the_statement(db: &Database) {
        db.execute("CREATE TABLE b (i INT)").await;
        tokio::time::sleep(Duration::from_millis(1100)).await;
        let text = "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT);\nCREATE TABLE b (i INT);\n";
        let set = migrations(db.server.dialect(), &[("1_a.sql", text)]);
        set.upgrade(&db.url).await.expect_err("there is a b");
        died(db, &set, 2).await;
        let error = set.upgrade(&db.url).await.expect_err("nobody knows whose b it is");
        assert!(matches!(&error, Error::Interrupted(why) if why.why == InterruptedWhy::Doubt), "{error:?}");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_statement_that_was_edited_meanwhile_is_not_decided(db: &Database) {
        let text = "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT);\nCREATE TABLE b (i INT);\n";
        let set = migrations(db.server.dialect(), &[("1_a.sql", text)]);
        set.upgrade(&db.url).await.expect("an upgrade");
        died(db, &set, 2).await;
        let edited = migrations(db.server.dialect(), &[("1_a.sql", &text.replace("TABLE b", "TABLE c"))]);
        let error = edited.upgrade(&db.url).await.expect_err("b may be there");
        assert!(matches!(&error, Error::Interrupted(why) if why.why == InterruptedWhy::Doubt), "{error:?}");
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn rows_that_share_a_transaction_with_their_mark_are_known_to_be_undone(db: &Database) {
        let text = "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\n";
        let set = migrations(db.server.dialect(), &[("1_a.sql", text)]);
        set.upgrade(&db.url).await.expect("an upgrade");
        db.execute("DELETE FROM a WHERE i = 2").await;
        died(db, &set, 3).await;
        set.upgrade(&db.url).await.expect("it goes on");
        assert_eq!(rows_of_a(db).await, 2);

        db.execute("DELETE FROM a WHERE i = 2; CREATE TABLE odd (i INT) ENGINE = MyISAM").await;
        died(db, &set, 3).await;
        let error = set.upgrade(&db.url).await.expect_err("a table without transactions may have been written");
        assert!(matches!(error, Error::Interrupted(_)), "{error:?}");
    }
}

on_servers! {
    [mariadb MariaDb, sqlite Sqlite, postgres Postgres]
    async fn outside_of_transactions_too_a_statement_is_undone_with_its_mark(db: &Database) {
        let text = "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1);\n\
                    INSERT INTO a SELECT i + 1 FROM a;\n";
        let set = migrations(db.server.dialect(), &[("1_a.sql", text)]);
        set.upgrade(&db.url).await.expect("an upgrade");
        db.execute("DELETE FROM a WHERE i = 2").await;
        died(db, &set, 3).await;
        let (result, lines) = watched(db, &set).await;
        assert_eq!(result.expect("it goes on").steps.len(), 1);
        assert!(lines.contains(&"Decided { revision: \"1\", number: 3, took_effect: false }".to_owned()), "{lines:?}");
        assert_eq!(rows_of_a(db).await, 2);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_statement_that_fails_beside_its_mark_is_told_with_its_place(db: &Database) {
        // Behind code that may do anything nobody but the server knows the columns.
        let second = "DO $$ BEGIN EXECUTE reverse(')1( SEULAV a OTNI TRESNI'); END $$";
        let text = |third: &str| {
            format!(
                "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT UNIQUE);\n{second};\n{third}\n;\n"
            )
        };
        let wrong = migrations(db.server.dialect(), &[("1_a.sql", &text("INSERT INTO a\n  SELECT 2+ b FROM a"))]);
        let error = wrong.upgrade(&db.url).await.expect_err("there is no b");
        let Error::Failed(failure) = &error else { panic!("{error}") };
        assert_eq!((failure.statement, failure.line, failure.column), (Some((3, 3)), Some(6), Some(13)), "{error}");
        let right = migrations(db.server.dialect(), &[("1_a.sql", &text("INSERT INTO a VALUES (2) -- the last"))]);
        right.upgrade(&db.url).await.expect("it goes on with the third");
        assert_eq!(rows_of_a(db).await, 2);
    }
}

on_servers! {
    [sqlite Sqlite]
    async fn a_statement_that_fails_leaves_nothing_and_is_the_one_to_go_on_with(db: &Database) {
        let text = |third: &str| {
            format!(
                "-- migrate:no-transaction\n-- migrate:up\nPRAGMA foreign_keys = OFF;\nCREATE TABLE a (i INT UNIQUE);\n\
                 {third};\nPRAGMA foreign_keys = ON;\n"
            )
        };
        let wrong = migrations(db.server.dialect(), &[("1_a.sql", &text("INSERT INTO a VALUES (1), (2), (1)"))]);
        let error = wrong.upgrade(&db.url).await.expect_err("1 is there twice");
        let Error::Failed(failure) = &error else { panic!("{error}") };
        assert_eq!((failure.statement, rows_of_a(db).await), (Some((3, 4)), 0));
        let right = migrations(db.server.dialect(), &[("1_a.sql", &text("INSERT INTO a VALUES (1), (2)"))]);
        right.upgrade(&db.url).await.expect("it goes on with the third");
        assert_eq!(rows_of_a(db).await, 2);
    }
}

on_servers! {
    [sqlite Sqlite]
    async fn a_body_that_has_transactions_of_its_own_keeps_them(db: &Database) {
        // As other tools' files have them: one transaction in the middle.
        let folder = Folder::new(&[
            ("migrate.toml", "dialect = \"sqlite\"\nlayout = \"sqlx\"\n"),
            ("1_a.up.sql", "-- no-transaction\nCREATE TABLE a (i INT);\nBEGIN;\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);\nCOMMIT;\nVACUUM;\n"),
            ("1_a.down.sql", "DROP TABLE a;\n"),
        ]);
        let set = folder.migrations(db.server.dialect());
        set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(rows_of_a(db).await, 2);
    }
}

const INDEXED: (&str, &str) = (
    "2_index.sql",
    "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\nCREATE UNIQUE INDEX CONCURRENTLY one ON a (i);\n\
     CREATE TABLE last (i INT);\n",
);
const ROWS: (&str, &str) = ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1), (1);\n");
const VALID: &str = "SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'one'::regclass";

on_servers! {
    [postgres Postgres]
    async fn an_invalid_index_of_a_failed_try_is_dropped_before_the_next(db: &Database) {
        let set = migrations(db.server.dialect(), &[ROWS, INDEXED]);
        set.upgrade(&db.url).await.expect_err("two rows are the same");
        assert_eq!(db.texts(VALID).await, ["false"]);
        db.execute("DELETE FROM a").await;
        let (result, lines) = watched(db, &set).await;
        result.expect("it goes on");
        assert!(lines.iter().any(|line| line.contains("DroppedInvalidIndex") && line.contains("public.one")), "{lines:?}");
        assert_eq!(db.texts(VALID).await, ["true"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_concurrent_index_whose_client_was_killed_is_found_and_gone_on_behind(db: &Database) {
        let rows = ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1), (2);\n");
        migrations(db.server.dialect(), &[rows]).upgrade(&db.url).await.expect("a table");
        let set = migrations(db.server.dialect(), &[rows, INDEXED]);
        let mut writer = PgConnection::connect(&db.url).await.expect("a connection");
        writer.execute("BEGIN; DELETE FROM a WHERE i = 9").await.expect("a transaction");
        // Dropping the future closes the connection; the server goes on waiting for the writer.
        let cut = tokio::time::timeout(Duration::from_millis(700), async { set.upgrade(&db.url).await }).await;
        assert!(cut.is_err(), "it waits for the writer");
        writer.execute("COMMIT").await.expect("the end");
        let (result, lines) = watched(db, &set).await;
        result.expect("it goes on");
        assert!(lines.iter().any(|line| line.starts_with("Decided") && line.contains("true")), "{lines:?}");
        assert_eq!(db.texts(VALID).await, ["true"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_concurrent_index_whose_session_was_ended_is_dropped_and_made_again(db: &Database) {
        let rows = ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1), (2);\n");
        migrations(db.server.dialect(), &[rows]).upgrade(&db.url).await.expect("a table");
        let set = std::sync::Arc::new(migrations(db.server.dialect(), &[rows, INDEXED]));
        let mut writer = PgConnection::connect(&db.url).await.expect("a connection");
        writer.execute("BEGIN; DELETE FROM a WHERE i = 9").await.expect("a transaction");
        let (url, own) = (db.url.clone(), set.clone());
        let run = tokio::spawn(async move { own.upgrade(url).await });
        tokio::time::sleep(Duration::from_millis(700)).await;
        db.texts(
            "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND query LIKE \
             'CREATE UNIQUE INDEX%'",
        )
        .await;
        run.await.expect("no panic").expect_err("its session was ended");
        writer.execute("COMMIT").await.expect("the end");
        assert_eq!(db.texts(VALID).await, ["false"]);
        let (result, lines) = watched(db, &set).await;
        result.expect("it goes on");
        assert!(lines.iter().any(|line| line.contains("DroppedInvalidIndex")), "{lines:?}");
        assert_eq!(db.texts(VALID).await, ["true"]);
    }
}
