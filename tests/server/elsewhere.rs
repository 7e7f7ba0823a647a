//! Revisions that turn to another database with `USE`.

use migrate_core::Dialect;
use migrate_runtime::{Error, Migrations, Target};
use migrate_tests::{Database, Folder, on_servers};

/// Two revisions, the first of which makes a database and works there; and a third one that does the same with rows.
fn set(other: &str, value: &str, lock: &str) -> Migrations {
    let first = format!(
        "-- migrate:up\nCREATE DATABASE {other};\nUSE {other};\nCREATE TABLE there (i INT);\n\
         -- migrate:down\nDROP DATABASE {other};\n"
    );
    let second = "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE here (i INT);\n-- migrate:down\nDROP TABLE here;\n";
    let third = format!(
        "-- migrate:revises 2\n-- migrate:up\nUSE {other};\nINSERT INTO there VALUES (1);\n\
         INSERT INTO there VALUES ({value});\nCREATE TABLE there_too (i INT);\n\
         -- migrate:down\nUSE {other};\nDROP TABLE there_too;\n"
    );
    let settings = format!("dialect = \"mariadb\"\nlock = \"{lock}\"\n");
    let files = [("migrate.toml", &*settings), ("1_there.sql", &first), ("2_here.sql", second), ("3_rows.sql", &third)];
    Folder::new(&files).migrations(Dialect::MariaDb)
}

async fn works(db: &Database, lock: &str) {
    let other = format!("migrate_test_{}_elsewhere_{lock}", std::process::id());
    db.execute(&format!("DROP DATABASE IF EXISTS {other}")).await;
    // What the build cannot know: the server refuses the value.
    let error = set(&other, "CAST('x' AS DATE) + ELT(1, 'x')", lock).upgrade(&db.url).await.expect_err("no number");
    assert!(matches!(error, Error::Failed(_)), "{error:?}");
    assert_eq!(db.ledger().await, ["1", "2"]);
    let set = set(&other, "2", lock);
    let report = set.upgrade(&db.url).await.expect("it goes on with the third statement, where it was");
    assert_eq!(report.steps.len(), 1);
    let own = if lock == "lease" {
        vec!["here", "migrate_ledger", "migrate_ledger_lease"]
    } else {
        vec!["here", "migrate_ledger"]
    };
    assert_eq!(db.tables().await, own, "what comes behind it begins at home, and so does the ledger");
    assert_eq!(db.texts(&format!("SELECT CONVERT(i, CHAR) FROM {other}.there ORDER BY i")).await, ["1", "2"]);
    assert_eq!(db.ledger().await, ["1", "2", "3"]);
    assert!(set.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());
    set.downgrade(&db.url, Target::base()).await.expect("the way back");
    assert_eq!(
        db.texts(&format!("SELECT schema_name FROM information_schema.schemata WHERE schema_name = '{other}'")).await,
        [""; 0]
    );
}

on_servers! {
    [mariadb MariaDb]
    async fn the_ledger_stays_where_it_is(db: &Database) {
        works(db, "server").await;
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn the_ledger_stays_where_it_is_with_a_lease(db: &Database) {
        works(db, "lease").await;
    }
}
