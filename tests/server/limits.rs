//! Locks that the application holds, and statements that take too long.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use migrate_runtime::{Error, Left};
use migrate_tests::{Database, Server, migrations, on_every_server, on_servers};
use sqlx::{Connection, Executor, MySqlConnection, PgConnection};

use crate::events::line;

const TABLE: (&str, &str) = ("1_t.sql", "-- migrate:up\nCREATE TABLE orders (id INT);\n");
const COLUMN: (&str, &str) = (
    "2_c.sql",
    "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE other (id INT);\nALTER TABLE orders ADD COLUMN c INT;\nINSERT INTO orders (id, c) VALUES (1, 1);\n",
);

/// A query on MariaDB that looks at ten to the power of `n` rows. `SLEEP` ends without an error when it is stopped.
pub(crate) fn product(n: usize) -> String {
    let ten = "(SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION \
               ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10)";
    let tables: Vec<String> = (0..n).map(|i| format!("{ten} AS t{i}")).collect();
    format!("CREATE TABLE n AS SELECT count(*) AS c FROM {}", tables.join(", "))
}

/// Holds a lock on `orders` for so long, as an application would.
async fn hold(db: &Database, time: Duration) -> tokio::task::JoinHandle<()> {
    macro_rules! hold {
        ($connection:ty, $url:expr) => {{
            let mut connection = <$connection>::connect(&$url).await.expect("a connection");
            connection.execute("BEGIN").await.expect("a transaction");
            connection.execute("SELECT * FROM orders").await.expect("a lock");
            tokio::spawn(async move {
                tokio::time::sleep(time).await;
                connection.execute("COMMIT").await.expect("the end");
            })
        }};
    }
    match db.server {
        Server::Postgres => hold!(PgConnection, format!("{}?application_name=shop", db.url)),
        Server::MariaDb => hold!(MySqlConnection, db.url),
        Server::Sqlite => panic!("SQLite locks the whole database"),
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_lost_race_for_a_lock_is_tried_again_until_the_application_is_done(db: &Database) {
        migrations(db.server.dialect(), &[TABLE]).upgrade(&db.url).await.expect("a table");
        let set = migrations(db.server.dialect(), &[TABLE, COLUMN]);
        let holder = hold(db, Duration::from_millis(2500)).await;
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let report = set
            .upgrade(&db.url)
            .table_lock_timeout(Duration::from_millis(400))
            .observe(move |event| kept.lock().expect("no panic").push(line(event)))
            .await
            .expect("it waits");
        holder.await.expect("no panic");
        assert_eq!(report.steps.len(), 1);
        let lines = lines.lock().expect("no panic").clone();
        assert!(lines.contains(&"retry 2 1".to_owned()), "{lines:?}");
        assert_eq!(lines.iter().filter(|line| *line == "finished 2").count(), 1, "{lines:?}");
        assert_eq!(db.tables().await, ["migrate_ledger", "orders", "other"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn who_is_in_the_way_is_named_when_the_tries_are_used_up(db: &Database) {
        migrations(db.server.dialect(), &[TABLE]).upgrade(&db.url).await.expect("a table");
        let set = migrations(db.server.dialect(), &[TABLE, COLUMN]);
        let holder = hold(db, Duration::from_secs(30)).await;
        let started = Instant::now();
        let result = set.upgrade(&db.url).table_lock_timeout(Duration::from_millis(200)).lock_retries(1).await;
        let error = result.expect_err("somebody holds the lock");
        assert!(started.elapsed() < Duration::from_secs(10));
        let text = error.to_string();
        let Error::Failed(failure) = &error else { panic!("{error:?}") };
        assert_eq!(failure.tries, 2);
        assert!(text.contains("tried: 2 times") && text.contains("let those end who hold the lock"), "{text}");
        match db.server {
            Server::Postgres => {
                assert_eq!(failure.left, Left::Nothing);
                let named = text.contains("shop, user postgres") && text.contains("holds AccessShareLock on orders");
                assert!(named && text.contains("idle in transaction"), "{text}");
            }
            _ => {
                assert_eq!(failure.left, Left::Statements(1));
                assert!(text.contains("in the way: connection ") && text.contains("transaction open since"), "{text}");
            }
        }
        holder.abort();
        let _ = holder.await;
        set.upgrade(&db.url).await.expect("it goes on");
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn statements_that_stand_alone_are_tried_again_from_where_they_stopped(db: &Database) {
        migrations(db.server.dialect(), &[TABLE]).upgrade(&db.url).await.expect("a table");
        let alone = COLUMN.1.replace("-- migrate:up", "-- migrate:no-transaction\n-- migrate:up");
        let set = migrations(db.server.dialect(), &[TABLE, (COLUMN.0, &alone)]);
        let holder = hold(db, Duration::from_millis(1500)).await;
        set.upgrade(&db.url).table_lock_timeout(Duration::from_millis(200)).await.expect("it waits");
        holder.await.expect("no panic");
        assert_eq!(db.texts("SELECT count(*)::text FROM orders").await, ["1"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_every_server! {
    async fn a_statement_that_takes_too_long_is_stopped(db: &Database) {
        let slow = match db.server {
            Server::Postgres => "SELECT pg_sleep(30)",
            Server::MariaDb => &product(10),
            Server::Sqlite => {
                "CREATE TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900000000) SELECT \
                 max(i) FROM n"
            }
        };
        let set = migrations(db.server.dialect(), &[("1_slow.sql", &format!("-- migrate:up\n-- migrate:trust\n{slow};\n"))]);
        let started = Instant::now();
        let result = set.upgrade(&db.url).statement_timeout(Duration::from_millis(300)).await;
        let error = result.expect_err("it takes too long");
        assert!(matches!(&error, Error::Failed(failure) if failure.tries == 1), "{error:?}");
        assert!(started.elapsed() < Duration::from_secs(10), "{error}");
        assert!(!db.tables().await.contains(&"n".to_owned()));
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn the_settings_of_the_folder_hold_unless_the_program_says_otherwise(db: &Database) {
        let dialect = db.server.dialect().facts().name;
        let settings = format!("dialect = \"{dialect}\"\n[session]\nstatement_timeout = \"300ms\"\n");
        let slow = if db.server == Server::Postgres { "SELECT pg_sleep(1)" } else { &product(7) };
        let slow = format!("-- migrate:up\n-- migrate:trust\n{slow};\n");
        let folder = migrate_tests::Folder::new(&[("migrate.toml", &settings), ("1_slow.sql", &slow)]);
        let set = folder.migrations(db.server.dialect());
        set.upgrade(&db.url).await.expect_err("it takes too long");
        set.upgrade(&db.url).statement_timeout(None).await.expect("there is no limit");
    }
}

on_every_server! {
    async fn limits_are_taken_back_from_a_connection_of_a_pool(db: &Database) {
        let alone = "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (id INT);\nCREATE TABLE b (id INT);\n";
        let set = migrations(db.server.dialect(), &[TABLE, ("2_a.sql", &alone.replace("-- migrate:no", "-- migrate:revises 1\n-- migrate:no"))]);
        macro_rules! check {
            ($options:ty, $url:expr, $read:expr) => {{
                let pool = <$options>::new().max_connections(1).connect(&$url).await.expect("a pool");
                let read = || async { sqlx::query_scalar::<_, String>($read).fetch_one(&pool).await.expect("the settings") };
                let before = read().await;
                let limits = (Duration::from_secs(3), Duration::from_secs(7));
                set.upgrade(&pool).table_lock_timeout(limits.0).statement_timeout(limits.1).await.expect("an upgrade");
                assert_eq!(read().await, before);
                assert_eq!(pool.size(), 1, "the connection came back");
            }};
        }
        match db.server {
            Server::Postgres => check!(
                sqlx::postgres::PgPoolOptions,
                db.url,
                "SELECT pg_backend_pid()::text || ' ' || current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')"
            ),
            Server::MariaDb => check!(
                sqlx::mysql::MySqlPoolOptions,
                db.url,
                "SELECT CONVERT(CONCAT_WS(' ', CONNECTION_ID(), @@lock_wait_timeout, @@innodb_lock_wait_timeout, @@max_statement_time) USING utf8mb4)"
            ),
            Server::Sqlite => check!(
                sqlx::sqlite::SqlitePoolOptions,
                format!("{}?mode=rwc", db.url),
                "SELECT CAST(timeout AS TEXT) FROM pragma_busy_timeout"
            ),
        }
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}
