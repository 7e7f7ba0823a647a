//! Several at once.

use futures_util::future::join_all;
use migrate_core::ledger::Ledger;
use migrate_tests::{migrations, on_every_server, on_servers};

const SET: [(&str, &str); 3] = [
    ("1_a.sql", "-- migrate:up\nCREATE TABLE a (id INT);\nINSERT INTO a VALUES (1);\n"),
    ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\nINSERT INTO b SELECT id FROM a;\n"),
    ("3_c.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (id INT);\nINSERT INTO c SELECT id FROM b;\n"),
];

on_every_server! {
    async fn eight_at_once_apply_each_revision_once(db: &Database) {
        let set = &migrations(db.server.dialect(), &SET);
        if db.server == migrate_tests::Server::Sqlite {
            db.execute("SELECT 1").await;
        }
        let reports = join_all((0..8).map(|_| async { set.upgrade(&db.url).await })).await;
        let mut applied: Vec<String> = Vec::new();
        for report in reports {
            applied.extend(report.expect("every one succeeds").steps.into_iter().map(|step| step.id));
        }
        applied.sort();
        assert_eq!(applied, ["1", "2", "3"]);
        let count = match db.server {
            migrate_tests::Server::MariaDb => "SELECT CONVERT(count(*), CHAR) FROM c",
            _ => "SELECT CAST(count(*) AS TEXT) FROM c",
        };
        assert_eq!(db.texts(count).await, ["1"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn eight_at_once_do_not_deadlock_with_a_concurrent_index(db: &Database) {
        let index = ("4_index.sql", "-- migrate:revises 3\n-- migrate:no-transaction\n-- migrate:up\nCREATE INDEX CONCURRENTLY i ON a (id);\n");
        let set = &migrations(db.server.dialect(), &[SET[0], SET[1], SET[2], index]);
        let reports = join_all((0..8).map(|_| async { set.upgrade(&db.url).await })).await;
        for report in reports {
            report.expect("every one succeeds");
        }
        assert_eq!(db.ledger().await, ["1", "2", "3", "4"]);
        let valid = "SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'i'::regclass";
        assert_eq!(db.texts(valid).await, ["true"]);
    }
}

on_servers! {
    [postgres Postgres]
    /// Two start on a fresh database, and the quicker one makes the ledger between the other's BEGIN and its question. The
    /// other one has asked before, and remembers the answer.
    async fn a_ledger_that_was_made_after_the_transaction_began_is_seen_in_it(db: &Database) {
        use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
        let missing = Ledger::default().missing_in_postgres();
        let ask = |condition: &str| {
            let code = format!("IF {condition} THEN RAISE EXCEPTION 'missing'; END IF;");
            sqlx::raw_sql(AssertSqlSafe(format!("DO $$ BEGIN {code} END $$")))
        };
        let mut connection = PgConnection::connect(&db.url).await.expect("a connection");
        for _ in 0..2 {
            ask(&missing).execute(&mut connection).await.expect_err("it is not there");
        }
        sqlx::raw_sql("BEGIN").execute(&mut connection).await.expect("a transaction");
        db.execute("CREATE TABLE migrate_ledger (id INT)").await;
        ask("to_regclass('migrate_ledger') IS NOT NULL").execute(&mut connection).await.expect("the memory of the session");
        ask(&missing).execute(&mut connection).await.expect("it is there");
    }
}

on_every_server! {
    async fn a_pool_gets_its_connection_back_clean(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        match db.server {
            migrate_tests::Server::Sqlite => (),
            migrate_tests::Server::Postgres => {
                let pool = sqlx::postgres::PgPoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
                set.upgrade(&pool).await.expect("an upgrade");
                let locks: i64 = sqlx::query_scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .fetch_one(&pool).await.expect("a query");
                assert_eq!(locks, 0);
            }
            migrate_tests::Server::MariaDb => {
                let pool = sqlx::mysql::MySqlPoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
                set.upgrade(&pool).await.expect("an upgrade");
                let locks: Option<u32> = sqlx::query_scalar("SELECT RELEASE_ALL_LOCKS()").fetch_one(&pool).await.expect("a query");
                assert_eq!(locks, Some(0));
            }
        }
    }
}
