//! Runs that are told to stop.

use std::time::{Duration, Instant};

use migrate_runtime::{Cause, Error, Event, Left, StoppedAt};
use migrate_tests::{Database, Server, migrations, on_every_server, on_servers};

use crate::limits::product;

const TABLE: (&str, &str) = ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\n");

/// A revision whose second statement takes longer than anybody waits, or is what it was meant to be.
fn second(server: Server, slow: bool) -> String {
    let statement = match (server, slow) {
        (_, false) => "CREATE TABLE n (c INT)".to_owned(),
        (Server::Postgres, true) => "SELECT pg_sleep(120)".to_owned(),
        (Server::MariaDb, true) => product(12),
        (Server::Sqlite, true) => {
            "CREATE TABLE n AS SELECT count(*) AS c FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL \
                                   SELECT i + 1 FROM n) SELECT i FROM n LIMIT 9000000000)"
                .to_owned()
        }
    };
    format!("-- migrate:revises 1\n-- migrate:up\nINSERT INTO a VALUES (2);\n{statement};\nINSERT INTO a VALUES (3);\n")
}

fn after(milliseconds: u64) -> impl Future<Output = ()> + Send + 'static {
    tokio::time::sleep(Duration::from_millis(milliseconds))
}

/// How many statements the server works on for others.
async fn at_work(db: &Database) -> Vec<String> {
    match db.server {
        Server::Postgres => {
            let sql = "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND \
                       state = 'active'";
            db.texts(sql).await
        }
        Server::MariaDb => {
            let sql = "SELECT CONVERT(info, CHAR) FROM information_schema.processlist WHERE db = DATABASE() AND id <> \
                       CONNECTION_ID() AND command = 'Query' AND info IS NOT NULL";
            db.texts(sql).await
        }
        Server::Sqlite => Vec::new(),
    }
}

async fn rows(db: &Database) -> Vec<String> {
    let text = if db.server == Server::MariaDb { "CONVERT(i, CHAR)" } else { "CAST(i AS TEXT)" };
    db.texts(&format!("SELECT {text} FROM a ORDER BY i")).await
}

on_every_server! {
    async fn a_run_that_is_told_to_stop_cancels_its_statement_and_goes_on_from_there(db: &Database) {
        let dialect = db.server.dialect();
        let (slow, mended) = (second(db.server, true), second(db.server, false));
        let started = Instant::now();
        let set = migrations(dialect, &[TABLE, ("2_b.sql", &slow)]);
        let error = set.upgrade(&db.url).stop_when(after(1500)).await.expect_err("it is stopped");
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
        let Error::Stopped(stopped) = &error else { panic!("{error}") };
        assert_eq!(error.code(), "M1034");
        assert_eq!(stopped.report.steps.len(), 1);
        let StoppedAt::Within(failure) = &stopped.at else { panic!("{error}") };
        assert!(matches!(failure.cause, Cause::Stopped), "{error}");
        let left = if db.server == Server::MariaDb { Left::Statements(1) } else { Left::Nothing };
        assert_eq!((failure.revision.as_str(), failure.left), ("2", left), "{error}");
        let text = error.to_string();
        // SQLite does not say which of the statements that were handed over together it was at.
        assert!(text.starts_with("stopped: statement 2 of 3 of revision 2 (up) was cancelled\n"), "{text}");
        assert!(text.contains(" = committed: revision 1") && text.contains(" = help: run the same command again"), "{text}");
        // What sets the session back may still be on its way where the machine is busy; the statement is not.
        let slow_at_work = |at_work: &[String]| at_work.iter().any(|query| !query.starts_with("SET SESSION"));
        let at_work = at_work(db).await;
        assert!(!slow_at_work(&at_work), "{at_work:?}");

        let report = migrations(dialect, &[TABLE, ("2_b.sql", &mended)]).upgrade(&db.url).await.expect("the rest");
        assert_eq!(report.steps.len(), 1);
        assert_eq!(db.ledger().await, ["1", "2"]);
        assert_eq!(rows(db).await, ["2", "3"]);
    }
}

on_every_server! {
    async fn a_run_that_was_told_to_stop_before_it_began_does_nothing(db: &Database) {
        let set = migrations(db.server.dialect(), &[TABLE]);
        let error = set.upgrade(&db.url).stop_when(std::future::ready(())).await.expect_err("it is stopped");
        let Error::Stopped(stopped) = &error else { panic!("{error}") };
        assert!(matches!(stopped.at, StoppedAt::Between) && stopped.report.steps.is_empty(), "{error}");
        assert!(error.to_string().contains("committed: nothing\n"), "{error}");
        assert_eq!(db.tables().await, Vec::<String>::new());
    }
}

on_every_server! {
    async fn a_run_that_is_told_to_stop_between_two_revisions_leaves_nothing_of_the_next_one(db: &Database) {
        let second = ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (i INT);\n");
        let third = ("3_c.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (i INT);\n");
        let set = migrations(db.server.dialect(), &[TABLE, second, third]);
        let said = std::sync::Arc::new(tokio::sync::Notify::new());
        let (say, heard) = (said.clone(), said);
        let run = set.upgrade(&db.url).observe(move |event| {
            if matches!(event, Event::RevisionFinished { taken, .. } if taken.id == "2") {
                say.notify_one();
            }
        });
        let error = run.stop_when(async move { heard.notified().await }).await.expect_err("it is stopped");
        assert!(matches!(&error, Error::Stopped(stopped) if matches!(stopped.at, StoppedAt::Between)), "{error}");
        // Also no open row.
        assert_eq!(db.texts("SELECT id FROM migrate_ledger ORDER BY id").await, ["1", "2"]);
        let report = set.upgrade(&db.url).await.expect("the rest");
        assert_eq!(report.steps.len(), 1);
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
    }
}

on_every_server! {
    async fn who_is_never_told_to_stop_leaves_a_pool_as_it_was(db: &Database) {
        let set = migrations(db.server.dialect(), &[TABLE, ("2_b.sql", &second(db.server, false))]);
        macro_rules! check {
            ($options:ty, $count:literal) => {{
                let pool = <$options>::new().max_connections(1).connect(&db.url).await.expect("a pool");
                let report = set.upgrade(&pool).stop_when(std::future::pending()).await.expect("an upgrade");
                assert_eq!(report.steps.len(), 2);
                let count: i64 = sqlx::query_scalar($count).fetch_one(&pool).await.expect("the pool's connection");
                assert_eq!(count, 1_000_000);
            }};
        }
        const COUNT: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) \
                             SELECT count(*) FROM n";
        match db.server {
            Server::Postgres => check!(sqlx::postgres::PgPoolOptions, "SELECT 1000000::bigint"),
            Server::MariaDb => check!(sqlx::mysql::MySqlPoolOptions, "SELECT 1000000"),
            Server::Sqlite => {
                db.execute("SELECT 1").await;
                let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
                set.upgrade(&pool).stop_when(std::future::pending()).await.expect("an upgrade");
                let count: i64 = sqlx::query_scalar(COUNT).fetch_one(&pool).await.expect("the pool's connection");
                assert_eq!(count, 1_000_000);
            }
        }
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn who_waits_for_another_process_stops_waiting(db: &Database) {
        let dialect = db.server.dialect();
        let slow = migrations(dialect, &[TABLE, ("2_b.sql", &second(db.server, true))]);
        let first = slow.upgrade(&db.url).stop_when(after(4000));
        let second = async {
            tokio::time::sleep(Duration::from_millis(1500)).await;
            let started = Instant::now();
            let error = slow.upgrade(&db.url).stop_when(after(300)).await.expect_err("it is stopped");
            assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
            assert!(matches!(&error, Error::Stopped(stopped) if matches!(stopped.at, StoppedAt::Between)), "{error}");
        };
        let (first, ()) = futures_util::future::join(async { first.await }, second).await;
        // The second one cancelled nothing of the first one's.
        assert!(matches!(&first, Err(Error::Stopped(stopped)) if matches!(stopped.at, StoppedAt::Within(_))), "{first:?}");
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_concurrent_index_that_is_stopped_is_made_by_the_next_run(db: &Database) {
        const FUNCTION: &str = "CREATE OR REPLACE FUNCTION slow(i INT) RETURNS INT IMMUTABLE LANGUAGE plpgsql AS";
        db.execute(&format!("{FUNCTION} 'BEGIN PERFORM pg_sleep(60); RETURN i; END'")).await;
        let index = "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\nINSERT INTO a VALUES (1);\n\
                     CREATE INDEX CONCURRENTLY a_i ON a (slow(i));\nINSERT INTO a VALUES (2);\n";
        let set = migrations(db.server.dialect(), &[TABLE, ("2_b.sql", index)]);
        let error = set.upgrade(&db.url).stop_when(after(1000)).await.expect_err("it is stopped");
        let Error::Stopped(stopped) = &error else { panic!("{error}") };
        let StoppedAt::Within(failure) = &stopped.at else { panic!("{error}") };
        assert_eq!((failure.statement, failure.left), (Some((2, 3)), Left::Statements(1)), "{error}");
        assert_eq!(at_work(db).await, Vec::<String>::new());
        db.execute(&format!("{FUNCTION} 'BEGIN RETURN i; END'")).await;
        set.upgrade(&db.url).await.expect("the rest");
        assert_eq!(rows(db).await, ["1", "2"]);
        assert_eq!(db.texts("SELECT indisvalid::text FROM pg_index WHERE indrelid = 'a'::regclass").await, ["true"]);
    }
}

on_servers! {
    [mariadb MariaDb]
    /// DDL has committed by itself when its mark fails: to try it again would fail, and to skip it blindly would be a guess.
    async fn a_statement_whose_mark_could_not_be_written_is_looked_for_by_the_next_run(db: &Database) {
        use sqlx::{Connection as _, Executor as _, MySqlConnection};
        migrations(db.server.dialect(), &[TABLE]).upgrade(&db.url).await.expect("a table");
        let two = "-- migrate:revises 1\n-- migrate:up\nALTER TABLE a ADD COLUMN b INT;\nCREATE TABLE c (i INT);\n";
        let set = migrations(db.server.dialect(), &[TABLE, ("2_b.sql", two)]);
        let connect = async || MySqlConnection::connect(&db.url).await.expect("a connection");
        let holder = async {
            // The ALTER waits, so that there is time to lock the row in which its mark is to stand.
            let (mut table, mut row) = (connect().await, connect().await);
            table.execute("BEGIN").await.expect("a transaction");
            table.execute("SELECT * FROM a").await.expect("a lock");
            tokio::time::sleep(Duration::from_millis(1000)).await;
            row.execute("BEGIN").await.expect("a transaction");
            row.execute("SELECT * FROM migrate_ledger WHERE id = '2' FOR UPDATE").await.expect("a lock");
            table.execute("COMMIT").await.expect("the end");
            tokio::time::sleep(Duration::from_millis(5000)).await;
            row.execute("COMMIT").await.expect("the end");
        };
        let upgrade = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            set.upgrade(&db.url).table_lock_timeout(Duration::from_secs(2)).await
        };
        let (result, ()) = futures_util::future::join(upgrade, holder).await;
        let error = result.expect_err("the mark cannot be written");
        assert!(error.to_string().contains("cannot write the row of revision 2 (up) into the ledger"), "{error}");
        assert!(error.to_string().contains("what of this one is not known"), "{error}");
        set.upgrade(&db.url).await.expect("the rest");
        assert_eq!(db.tables().await, ["a", "c", "migrate_ledger"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}
