//! `lock = "lease"`: a row instead of the server's own locks.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use migrate_core::lease::Lease;
use migrate_runtime::{Error, Lock, Migrations};
use migrate_tests::{Database, Folder, Server, migrations, on_every_server, on_servers};

const SET: [(&str, &str); 2] = [
    ("1_a.sql", "-- migrate:up\nCREATE TABLE a (id INT);\nINSERT INTO a VALUES (1);\n"),
    ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\nINSERT INTO b SELECT id FROM a;\n"),
];

fn leased(db: &Database, files: &[(&str, &str)]) -> Migrations {
    let settings = format!("dialect = \"{}\"\nlock = \"lease\"\n", db.server.dialect().facts().name);
    let mut all = vec![("migrate.toml", settings.as_str())];
    all.extend(files);
    Folder::new(&all).migrations(db.server.dialect())
}

/// As if a process held the lease for so many seconds more.
async fn held(db: &Database, seconds: i32) {
    let time = match db.server {
        Server::Postgres => format!("clock_timestamp() + interval '{seconds} seconds'"),
        Server::MariaDb => format!("UTC_TIMESTAMP(6) + INTERVAL {seconds} SECOND"),
        Server::Sqlite => format!("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '{seconds:+} seconds')"),
    };
    db.execute(&format!(
        "UPDATE migrate_ledger_lease SET owner = 'somebody', holder = 'web-1, process 7', expires = {time}"
    ))
    .await;
}

on_every_server! {
    async fn eight_at_once_with_a_lease_apply_each_revision_once(db: &Database) {
        let set = &leased(db, &SET);
        db.execute("SELECT 1").await;
        let reports = join_all((0..8).map(|_| async { set.upgrade(&db.url).await })).await;
        let mut applied: Vec<String> = Vec::new();
        for report in reports {
            applied.extend(report.expect("every one succeeds").steps.into_iter().map(|step| step.id));
        }
        applied.sort();
        assert_eq!(applied, ["1", "2"]);
        assert_eq!(db.tables().await, ["a", "b", "migrate_ledger", "migrate_ledger_lease"]);
        assert_eq!(db.texts("SELECT owner FROM migrate_ledger_lease").await, [""], "it was given back");
    }
}

on_every_server! {
    async fn rows_that_are_written_outside_of_transactions_are_fenced_with_their_marks(db: &Database) {
        let third = "-- migrate:revises 2\n-- migrate:no-transaction\n-- migrate:up\nINSERT INTO a VALUES (2);\n\
                     INSERT INTO a VALUES (3);\nDELETE FROM a WHERE id = 2;\n";
        let set = leased(db, &[SET[0], SET[1], ("3_c.sql", third)]);
        assert_eq!(set.upgrade(&db.url).await.expect("an upgrade").steps.len(), 3);
        let id = if db.server == Server::MariaDb { "CONVERT(id, CHAR)" } else { "CAST(id AS text)" };
        assert_eq!(db.texts(&format!("SELECT {id} FROM a ORDER BY 1")).await, ["1", "3"]);
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
    }
}

on_every_server! {
    async fn who_holds_the_lease_is_named_and_two_wait_until_a_killed_holder_is_passed_over(db: &Database) {
        leased(db, &SET[..1]).upgrade(&db.url).await.expect("an upgrade");
        held(db, 3600).await;
        let set = leased(db, &SET);
        let error = set.upgrade(&db.url).lock_timeout(Duration::from_millis(300)).await.expect_err("somebody holds it");
        let Error::LockTimeout { holder: Some(holder), .. } = &error else { panic!("{error:?}") };
        assert!(holder.starts_with("web-1, process 7, since "), "{holder}");
        assert_eq!(db.ledger().await, ["1"]);

        held(db, 2).await;
        let started = Instant::now();
        let reports = join_all((0..2).map(|_| async { set.upgrade(&db.url).await })).await;
        assert!(started.elapsed() > Duration::from_millis(1500), "its time was not up");
        let steps: usize = reports.into_iter().map(|report| report.expect("every one succeeds").steps.len()).sum();
        assert_eq!(steps, 1);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_lease_is_renewed_while_a_long_statement_runs(db: &Database) {
        let pause = if db.server == Server::Postgres { "SELECT pg_sleep(12)" } else { "DO SLEEP(12)" };
        let slow = ("2_slow.sql", format!("-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\n{pause};\n"));
        let set = leased(db, &[SET[0], (slow.0, &slow.1)]);
        let first = async { set.upgrade(&db.url).await };
        let second = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            set.upgrade(&db.url).lock_timeout(Duration::from_secs(60)).await
        };
        let (first, second) = futures_util::future::join(first, second).await;
        assert_eq!(first.expect("it keeps its lease").steps.len(), 2);
        assert!(second.expect("it waits").steps.is_empty(), "longer than a lease lasts");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn who_lost_the_lease_writes_nothing_more_into_the_ledger(db: &Database) {
        leased(db, &SET[..1]).upgrade(&db.url).await.expect("an upgrade");
        // The statement itself takes the lease away, as another process would whose turn it is.
        let theft = ("2_theft.sql", "-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\nUPDATE migrate_ledger_lease SET owner = 'somebody', holder = 'web-1';\nCREATE TABLE b (id INT);\n");
        let error = leased(db, &[SET[0], theft]).upgrade(&db.url).await.expect_err("it is not its any more");
        assert!(matches!(&error, Error::LeaseLost { .. }), "{error:?}");
        assert_eq!(db.ledger().await, ["1"]);
        assert!(!db.tables().await.contains(&"b".to_owned()));
    }
}

on_every_server! {
    async fn a_lease_needs_a_second_connection_and_gives_the_first_back_clean(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        macro_rules! check {
            ($options:ty, $url:expr, $read:expr) => {{
                let pool = <$options>::new().max_connections(1).connect(&$url).await.expect("a pool");
                let read = || async { sqlx::query_scalar::<_, String>($read).fetch_one(&pool).await.expect("the settings") };
                let before = read().await;
                set.upgrade(&pool).lock(Lock::Lease).table_lock_timeout(Duration::from_secs(3)).await.expect("an upgrade");
                assert_eq!(read().await, before);
                let mut one = pool.acquire().await.expect("a connection");
                let error = set.upgrade(&mut one).lock(Lock::Lease).await.expect_err("there is one connection");
                assert_eq!(error.code(), "M1033");
            }};
        }
        match db.server {
            Server::Postgres => check!(
                sqlx::postgres::PgPoolOptions,
                db.url,
                "SELECT pg_backend_pid()::text || ' ' || current_setting('lock_timeout')"
            ),
            Server::MariaDb => check!(
                sqlx::mysql::MySqlPoolOptions,
                db.url,
                "SELECT CONVERT(CONCAT_WS(' ', CONNECTION_ID(), @@lock_wait_timeout) USING utf8mb4)"
            ),
            Server::Sqlite => check!(
                sqlx::sqlite::SqlitePoolOptions,
                format!("{}?mode=rwc", db.url),
                "SELECT CAST(timeout AS TEXT) FROM pragma_busy_timeout"
            ),
        }
        assert_eq!(db.ledger().await, ["1", "2"]);
        const { assert!(Lease::SECONDS > 5) };
    }
}

on_every_server! {
    async fn a_process_that_is_killed_with_the_lease_is_followed_by_two_that_wait(db: &Database) {
        let pause = match db.server {
            Server::Postgres => "SELECT pg_sleep(2)",
            Server::MariaDb => "DO SLEEP(2)",
            Server::Sqlite => {
                "INSERT INTO a WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT max(i) \
                 FROM n"
            }
        };
        let settings = format!("dialect = \"{}\"\nlock = \"lease\"\n", db.server.dialect().facts().name);
        let slow = format!("-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\n{pause};\nCREATE TABLE b (id INT);\n");
        let folder = Folder::new(&[("migrate.toml", &settings), SET[0], ("2_slow.sql", &slow)]);
        let upgrade = || {
            std::process::Command::new(migrate_tests::binary())
                .args(["upgrade", "--quiet", "--dir"])
                .arg(folder.path())
                .args(["--database-url", &db.url])
                .stderr(std::process::Stdio::piped())
                .spawn()
                .expect("the command starts")
        };
        let mut killed = upgrade();
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(20) {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let there = db.tables().await.contains(&"migrate_ledger".to_owned());
            if there && db.ledger().await == ["1"] {
                break;
            }
        }
        killed.kill().expect("it runs");
        killed.wait().expect("it is gone");
        let next = [upgrade(), upgrade()];
        for child in next {
            let output = child.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        assert_eq!(db.ledger().await, ["1", "2"]);
        assert!(db.tables().await.contains(&"b".to_owned()));
    }
}
