//! Several processes, and processes that are killed.

use std::time::Duration;

use migrate_tests::{Database, Folder, Server, on_every_server, on_servers};

use crate::{assert_undisturbed, folder, succeeded, text, upgrade};

on_every_server! {
    async fn eight_processes_at_once_all_succeed_and_apply_each_revision_once(db: &Database) {
        let folder = folder(db.server);
        let children: Vec<_> = (0..8).map(|_| upgrade(&folder, &db.url, &[])).collect();
        for child in children {
            let output = child.wait_with_output().expect("the command ends");
            assert!(succeeded(&output), "{}", text(&output));
        }
        assert_undisturbed(db, "eight processes").await;
    }
}

/// xorshift: the same seed gives the same kills.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

on_every_server! {
    async fn a_killed_process_leaves_what_the_next_two_finish(db: &Database) {
        let kills = number("MIGRATE_TEST_KILLS").unwrap_or(6);
        let seed = number("MIGRATE_TEST_SEED").unwrap_or_else(|| u64::from(std::process::id()) * 7919 + 1);
        let mut random = Random(seed | 1);
        let folder = folder(db.server);
        for kill in 0..kills {
            let fresh = migrate_tests::Database::new(db.server).expect("the server is there");
            let mut child = upgrade(&folder, &fresh.url, &[]);
            let after = Duration::from_millis(random.below(400));
            std::thread::sleep(after);
            let _ = child.kill();
            let _ = child.wait();
            let next = [upgrade(&folder, &fresh.url, &[]), upgrade(&folder, &fresh.url, &[])];
            let context = format!("kill {kill} after {after:?}, seed {seed}");
            for child in next {
                let output = child.wait_with_output().expect("the command ends");
                assert!(succeeded(&output), "{context}: {}", text(&output));
            }
            assert_undisturbed(&fresh, &context).await;
        }
    }
}

/// Two revisions that take seconds on the server: one in a transaction, and one that stands in none.
const SLOW: [(&str, &str); 3] = [
    ("migrate.toml", "dialect = \"postgres\"\n"),
    ("1_slow.sql", "-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1), (2);\nSELECT pg_sleep(2);\n"),
    (
        "2_index.sql",
        "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\n\
         CREATE INDEX CONCURRENTLY a_i ON a (slow(i));\nINSERT INTO a VALUES (3);\n",
    ),
];

on_servers! {
    [postgres Postgres]
    async fn what_the_server_still_works_on_is_waited_for_by_those_who_come_after_a_kill(_db: &Database) {
        let folder = Folder::new(&SLOW);
        // In the sleep of the first revision, and in each of the two passes of the index.
        for after in [1.0, 3.0, 5.0] {
            let fresh = Database::new(Server::Postgres).expect("the server is there");
            fresh
                .execute(
                    "CREATE FUNCTION slow(i INT) RETURNS INT IMMUTABLE LANGUAGE plpgsql AS \
                     'BEGIN PERFORM pg_sleep(1); RETURN i; END'",
                )
                .await;
            let mut child = upgrade(&folder, &fresh.url, &[]);
            std::thread::sleep(Duration::from_secs_f64(after));
            let _ = child.kill();
            let _ = child.wait();
            let next = [upgrade(&folder, &fresh.url, &[]), upgrade(&folder, &fresh.url, &[])];
            for child in next {
                let output = child.wait_with_output().expect("the command ends");
                assert!(succeeded(&output), "killed after {after} s: {}", text(&output));
            }
            assert_eq!(fresh.ledger().await, ["1", "2"], "killed after {after} s");
            let rows = fresh.texts("SELECT i::text FROM a ORDER BY i").await;
            assert_eq!(rows, ["1", "2", "3"], "killed after {after} s");
            let valid = "SELECT indisvalid::text FROM pg_index WHERE indrelid = 'a'::regclass";
            assert_eq!(fresh.texts(valid).await, ["true"], "killed after {after} s");
        }
    }
}

on_every_server! {
    /// Ctrl-C means "stop", and the server is told so.
    async fn a_process_that_is_interrupted_or_terminated_leaves_nothing_running(db: &Database) {
        let slow = match db.server {
            Server::Postgres => "SELECT pg_sleep(120)",
            Server::MariaDb => "CREATE TABLE n AS WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000) \
                                SELECT count(*) AS c FROM n a, n b, n c, n d",
            Server::Sqlite => "CREATE TABLE n AS SELECT count(*) AS c FROM (WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL \
                               SELECT i + 1 FROM n) SELECT i FROM n LIMIT 9000000000)",
        };
        let dialect = db.server.dialect().facts().name;
        let folder = Folder::new(&[
            ("migrate.toml", &format!("dialect = \"{dialect}\"\n")),
            ("1_a.sql", "-- migrate:up\nCREATE TABLE a (i INT);\n"),
            ("2_b.sql", &format!("-- migrate:revises 1\n-- migrate:up\nINSERT INTO a VALUES (1);\n{slow};\n")),
        ]);
        for signal in ["-INT", "-TERM"] {
            let fresh = Database::new(db.server).expect("the server is there");
            let child = upgrade(&folder, &fresh.url, &[]);
            std::thread::sleep(Duration::from_millis(2000));
            let sent = std::process::Command::new("kill").args([signal, &child.id().to_string()]).status();
            assert!(sent.expect("kill is there").success());
            let started = std::time::Instant::now();
            let output = child.wait_with_output().expect("the command ends");
            assert!(started.elapsed() < Duration::from_secs(20), "{signal}: {:?}", started.elapsed());
            let text = text(&output);
            assert_eq!(output.status.code(), Some(2), "{signal}: {text}");
            assert!(text.contains("stopped: statement 2 of 2 of revision 2 (up) was cancelled"), "{signal}: {text}");
            let at_work = match fresh.server {
                Server::Postgres => fresh.texts("SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'").await,
                Server::MariaDb => fresh.texts("SELECT CONVERT(info, CHAR) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND command = 'Query'").await,
                Server::Sqlite => Vec::new(),
            };
            assert_eq!(at_work, Vec::<String>::new(), "{signal}");
        }
    }
}

on_every_server! {
    /// Wherever the cancellation hits: in a statement, in its mark, between two, or when all is done.
    async fn a_process_that_is_interrupted_at_any_time_leaves_what_the_next_finishes(db: &Database) {
        let times = number("MIGRATE_TEST_KILLS").unwrap_or(6);
        let seed = number("MIGRATE_TEST_SEED").unwrap_or_else(|| u64::from(std::process::id()) * 104_729 + 1);
        let mut random = Random(seed | 1);
        let folder = folder(db.server);
        for time in 0..times {
            let fresh = Database::new(db.server).expect("the server is there");
            let mut context = format!("interruption {time}, seed {seed}");
            let mut next = upgrade(&folder, &fresh.url, &[]);
            // Again and again, as somebody in a hurry would.
            for _ in 0..3 {
                let after = Duration::from_millis(30 + random.below(300));
                std::thread::sleep(after);
                let sent = std::process::Command::new("kill").args(["-INT", &next.id().to_string()]).status();
                assert!(sent.is_ok(), "{context}");
                let output = next.wait_with_output().expect("the command ends");
                let text = text(&output);
                context = format!("{context}, after {after:?}: {text}");
                assert!(output.status.success() || text.contains("stopped") || output.status.code().is_none(), "{context}");
                next = upgrade(&folder, &fresh.url, &[]);
            }
            let output = next.wait_with_output().expect("the command ends");
            assert!(succeeded(&output), "{context}: {}", text(&output));
            assert_undisturbed(&fresh, &context).await;
        }
    }
}
