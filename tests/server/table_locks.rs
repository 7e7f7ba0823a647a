//! Revisions that lock tables, as dumps do: the ledger is written all the same.

use migrate_core::Dialect;
use migrate_runtime::{Error, Lock, Migrations};
use migrate_tests::{Folder, on_servers};

/// Rows of a dump between its locks, with a value that the server may refuse; a revision that leaves its table locked; and one
/// that makes another table behind it.
fn set(value: &str) -> Migrations {
    let first = "-- migrate:irreversible \"it holds rows\"\n-- migrate:up\nCREATE TABLE stops (i INT PRIMARY KEY);\n\
                 CREATE TABLE routes (i INT);\n";
    let second = format!(
        "-- migrate:irreversible \"it holds rows\"\n-- migrate:revises 1\n-- migrate:up\nLOCK TABLES `stops` WRITE, routes READ;\n\
         INSERT INTO `stops` VALUES (1);\nINSERT INTO `stops` VALUES ({value});\nUNLOCK TABLES;\nINSERT INTO routes VALUES (1);\n"
    );
    let third = "-- migrate:irreversible \"it holds rows\"\n-- migrate:revises 2\n-- migrate:up\nlock table stops write;\n\
                 INSERT INTO stops VALUES (3);\n";
    let fourth =
        "-- migrate:revises 3\n-- migrate:up\nCREATE TABLE trips (i INT);\n-- migrate:down\nDROP TABLE trips;\n";
    let files = [
        ("migrate.toml", "dialect = \"mariadb\"\n"),
        ("1_stops.sql", first),
        ("2_rows.sql", &second),
        ("3_more.sql", third),
        ("4_trips.sql", fourth),
    ];
    Folder::new(&files).migrations(Dialect::MariaDb)
}

on_servers! {
    [mariadb MariaDb]
    async fn the_ledger_is_written_between_locks(db: &Database) {
        // What the build cannot know: the key is there.
        let error = set("1").upgrade(&db.url).await.expect_err("two rows of one key");
        assert!(matches!(error, Error::Failed(_)), "{error:?}");
        assert!(error.to_string().contains("Duplicate entry"), "{error}");
        let report = set("2").upgrade(&db.url).await.expect("it goes on with that row");
        assert_eq!(report.steps.len(), 3);
        assert_eq!(db.ledger().await, ["1", "2", "3", "4"]);
        assert_eq!(db.texts("SELECT CONVERT(i, CHAR) FROM stops ORDER BY i").await, ["1", "2", "3"]);
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn under_a_lease_they_are_refused_before_anything_runs(db: &Database) {
        let error = set("2").upgrade(&db.url).lock(Lock::Lease).await.expect_err("nobody could renew the lease");
        assert!(matches!(&error, Error::LeaseAndTableLocks { revision, line: 4, .. } if revision == "2"), "{error:?}");
        assert!(error.to_string().contains("2_rows.sql:4"), "{error}");
        assert!(!db.tables().await.contains(&"stops".to_owned()), "nothing has run");
        assert_eq!(set("2").upgrade(&db.url).await.expect("the server's own locks").steps.len(), 4);
    }
}
