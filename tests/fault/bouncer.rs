//! PgBouncer in transaction mode: each transaction may run on another session of the server.

use std::io::Write as _;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use migrate_tests::{Database, Proxy, Server, block_on, private, say};

use crate::boundaries::{Table, thorough, through, undisturbed};
use crate::subject::{Mode, assert_no_lock, fingerprint, finish, run, start, subjects, write};
use crate::{succeeded, text};

/// A pooler that ends with the value.
struct Bouncer {
    port: u16,
    running: Child,
    #[allow(dead_code, reason = "its files live as long as it runs")]
    directory: tempfile::TempDir,
}

impl Bouncer {
    fn start(db: &Database) -> Option<Bouncer> {
        let program =
            ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].map(Path::new).into_iter().find(|path| path.exists());
        let Some(program) = program else {
            let text = "pgbouncer is not installed, and this test runs through it (Debian: apt-get install pgbouncer)";
            assert!(std::env::var("CI").is_err(), "{text}");
            say(&format!("LEFT OUT: {text}"));
            return None;
        };
        let directory = tempfile::tempdir().expect("a temporary directory");
        let (server, _) = through(&db.url, 1);
        let port = Proxy::free_port();
        let settings = directory.path().join("pgbouncer.ini");
        let mut file = std::fs::File::create(&settings).expect("a file");
        // extra_float_digits is what sqlx sends when it connects; PgBouncer's manual tells to ignore it.
        write!(
            file,
            "[databases]\n* = host={} port={} user=postgres\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\n\
             unix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 3\nmax_client_conn = 100\n\
             ignore_startup_parameters = extra_float_digits\n",
            server.ip(),
            server.port()
        )
        .expect("a file");
        if private::is_root() {
            let status = std::process::Command::new("chmod").args(["-R", "a+rX"]).arg(directory.path()).status();
            assert!(status.is_ok_and(|status| status.success()), "chmod");
        }
        let mut command = private::as_user("postgres", program);
        let running = command.arg(&settings).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let bouncer = Bouncer { port, running: running.expect("pgbouncer starts"), directory };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(10), "pgbouncer does not listen");
            std::thread::sleep(Duration::from_millis(10));
        }
        Some(bouncer)
    }

    fn url(&self, db: &Database) -> String {
        through(&db.url, self.port).1
    }
}

impl Drop for Bouncer {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

#[test]
fn through_pgbouncer_in_transaction_mode_eight_at_once_all_succeed() {
    block_on(async {
        for whole in [true, false] {
            let Some(db) = Database::new(Server::Postgres) else { return };
            let Some(bouncer) = Bouncer::start(&db) else { return };
            let mode = Mode { whole: false, down: false };
            // With and without statements outside of transactions.
            let folder = write(Server::Postgres, &subjects(Server::Postgres, whole));
            let expected = undisturbed(Server::Postgres, &folder, mode, None).await;
            let url = bouncer.url(&db);
            let all: Vec<_> = (0..8).map(|_| start(&folder, &url, &mode.arguments(), &[])).collect();
            for child in all {
                let output = child.wait_with_output().expect("the command ends");
                assert!(succeeded(&output), "{}", text(&output));
            }
            assert_eq!(fingerprint(&db).await, expected);
            assert_no_lock(&db, "eight through PgBouncer").await;
            run(&folder, &url, &["downgrade", "base"]);
            assert_no_lock(&db, "a downgrade through PgBouncer").await;
        }
    });
}

#[test]
fn a_client_of_pgbouncer_that_is_killed_leaves_no_lock_in_the_pool() {
    block_on(async {
        let mut table = Table::default();
        for whole in [true, false] {
            let mode = Mode { whole: false, down: false };
            let subjects = subjects(Server::Postgres, whole);
            let folder = write(Server::Postgres, &subjects);
            let Some(outer) = Database::new(Server::Postgres) else { return };
            let Some(bouncer) = Bouncer::start(&outer) else { return };
            let expected = undisturbed(Server::Postgres, &folder, mode, None).await;
            for kill in 0..if thorough() { 40 } else { 6 } {
                let db = Database::new(Server::Postgres).expect("the server is there");
                let mut child = start(&folder, &bouncer.url(&db), &mode.arguments(), &[]);
                let after = Duration::from_millis(5 + kill * 6 % 60);
                std::thread::sleep(after);
                let _ = child.kill();
                let _ = child.wait();
                let context = format!("whole {whole}, killed after {after:?}");
                tokio::time::sleep(Duration::from_millis(30)).await;
                assert_no_lock(&db, &context).await;
                let through = Database::existing(Server::Postgres, bouncer.url(&db));
                let ended = finish(&through, &folder, mode, &subjects, &context).await;
                assert_eq!(fingerprint(&db).await, expected, "{context}");
                assert_no_lock(&db, &context).await;
                table.count(format!("PgBouncer, {}", if whole { "atomic" } else { "with no-transaction" }), ended);
            }
        }
        table.print(Server::Postgres, 6);
    });
}

#[test]
fn through_pgbouncer_a_run_that_is_told_to_stop_cancels_its_own_statement_and_no_other() {
    block_on(async {
        let Some(db) = Database::new(Server::Postgres) else { return };
        let Some(bouncer) = Bouncer::start(&db) else { return };
        let url = bouncer.url(&db);
        let slow = "-- migrate:up\nCREATE TABLE a (i INT);\nSELECT pg_sleep(60);\n";
        let set = migrate_tests::migrations(Server::Postgres.dialect(), &[("1_a.sql", slow)]);
        // Somebody else's statement of the same words, on a session of the same pool.
        let other = async {
            let pool = sqlx::PgPool::connect(&url).await.expect("a connection");
            sqlx::raw_sql("BEGIN; SELECT pg_sleep(4); COMMIT").execute(&pool).await
        };
        let stop = tokio::time::sleep(Duration::from_millis(1500));
        let upgrade = async { set.upgrade(url.as_str()).stop_when(stop).await };
        let (result, other) = futures_util::future::join(upgrade, other).await;
        let error = result.expect_err("it is stopped");
        assert!(error.to_string().starts_with("stopped: statement 2 of 2 of revision 1 (up) was cancelled"), "{error}");
        other.expect("it is nobody's business");
        assert_eq!(db.tables().await, Vec::<String>::new());
        assert_no_lock(&db, "a stop through PgBouncer").await;
    });
}
