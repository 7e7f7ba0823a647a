//! A process died while a statement ran: a person says what became of it.

use migrate_core::ledger::Prefix;
use migrate_runtime::{Error, InterruptedWhy, Migrations, Verdict};
use migrate_tests::{Database, migrations, on_servers};

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
