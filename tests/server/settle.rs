//! A process died while a statement ran: a person says what became of it.

use migrate_core::ledger::Prefix;
use migrate_runtime::{Error, InterruptedWhy, Migrations, Verdict};
use migrate_tests::{Database, Server, migrations, on_servers};

const THREE: (&str, &str) = (
    "1_three.sql",
    "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT);\nCREATE TABLE b AS SELECT 1 AS i;\nCREATE TABLE c (i INT);\n",
);

/// As if the process had died while the second statement ran.
async fn died_in_the_second(db: &Database, set: &Migrations, drop: &str) {
    set.upgrade(&db.url).await.expect("an upgrade");
    db.execute(drop).await;
    let prefix = Prefix::of(&set.revisions()[0].bodies[0].statements[..1]);
    let row = format!("UPDATE migrate_ledger SET state = 'applying', begun = 2, done = 1, prefix = '{prefix}'");
    db.execute(&row).await;
    let error = set.upgrade(&db.url).await.expect_err("nobody knows");
    let Error::Interrupted(interrupted) = &error else { panic!("{error:?}") };
    assert_eq!(interrupted.why, InterruptedWhy::Doubt);
    assert!(error.to_string().contains("statement 2 was running when the process ended"), "{error}");
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn what_took_effect_is_gone_on_behind(db: &Database) {
        let set = migrations(db.server.dialect(), &[THREE]);
        died_in_the_second(db, &set, "DROP TABLE c").await;
        set.settle(&db.url, Verdict::TookEffect).await.expect("a word");
        set.upgrade(&db.url).await.expect("it goes on with the third");
        assert_eq!(db.tables().await, ["a", "b", "c", "migrate_ledger"]);
        assert_eq!(db.ledger().await, ["1"]);
        let error = set.settle(&db.url, Verdict::TookEffect).await.expect_err("it is finished");
        assert!(matches!(error, Error::NothingUnfinished), "{error:?}");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn what_had_no_effect_is_run_again(db: &Database) {
        let set = migrations(db.server.dialect(), &[THREE]);
        died_in_the_second(db, &set, "DROP TABLE b; DROP TABLE c").await;
        set.settle(&db.url, Verdict::NoEffect).await.expect("a word");
        set.upgrade(&db.url).await.expect("it goes on with the second");
        assert_eq!(db.tables().await, ["a", "b", "c", "migrate_ledger"]);
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn what_is_all_in_place_counts_as_applied(db: &Database) {
        let set = migrations(db.server.dialect(), &[THREE]);
        died_in_the_second(db, &set, "DROP TABLE c; CREATE TABLE c (i INT)").await;
        set.settle(&db.url, Verdict::Finished).await.expect("a word");
        assert!(set.status(&db.url).await.expect("a status").is_current());
        assert!(set.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());
    }
}

on_servers! {
    [sqlite Sqlite]
    /// Of two that wait for a process that died, both may find at the same moment that it is gone. On SQLite nothing but the
    /// row tells them apart, and whoever goes on writes into it what stands there already.
    async fn who_goes_on_with_a_statement_takes_the_row_and_runs_it_in_one_transaction(db: &Database) {
        use std::sync::Arc;
        use std::sync::atomic::{AtomicUsize, Ordering};
        let two = "-- migrate:no-transaction\n-- migrate:up\nCREATE TABLE a (i INT);\nINSERT INTO a VALUES (1);\n";
        let set = migrations(Server::Sqlite.dialect(), &[("1_two.sql", two)]);
        set.upgrade(&db.url).await.expect("an upgrade");
        let prefix = Prefix::of(&set.revisions()[0].bodies[0].statements[..1]);
        db.execute("DELETE FROM a").await;
        let row = format!("UPDATE migrate_ledger SET state = 'applying', begun = 2, done = 1, prefix = '{prefix}'");
        db.execute(&row).await;
        let mut connection = <sqlx::SqliteConnection as sqlx::Connection>::connect(&db.url).await.expect("a connection");
        let commits = Arc::new(AtomicUsize::new(0));
        let seen = commits.clone();
        connection.lock_handle().await.expect("a handle").set_commit_hook(move || {
            seen.fetch_add(1, Ordering::Relaxed);
            true
        });
        set.upgrade(&mut connection).await.expect("the rest");
        assert_eq!(db.texts("SELECT CAST(i AS TEXT) FROM a").await, ["1"]);
        // Reading is no commit, and what looks whether somebody writes is rolled back.
        assert_eq!(commits.load(Ordering::Relaxed), 1);
    }
}
