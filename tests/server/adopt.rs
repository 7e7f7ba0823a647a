//! A database that Alembic has migrated so far.

use migrate_runtime::{Error, Tool};
use migrate_tests::{migrations, on_every_server};

const SET: [(&str, &str); 4] = [
    ("ae1027a6acf_users.sql", "-- migrate:up\nCREATE TABLE users (id INT);\n-- migrate:down\nDROP TABLE users;\n"),
    (
        "27c6a30d7c24_left.sql",
        "-- migrate:revises ae1027a6acf\n-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n",
    ),
    (
        "3ca1f0e3b2d9_right.sql",
        "-- migrate:revises ae1027a6acf\n-- migrate:up\nCREATE TABLE b (id INT);\n-- migrate:down\nDROP TABLE b;\n",
    ),
    ("9f3e2d1c0b4a_merge.sql", "-- migrate:revises 27c6a30d7c24 3ca1f0e3b2d9\n"),
];
const ALEMBIC: &str = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc \
                       PRIMARY KEY (version_num));\n";

on_every_server! {
    async fn it_is_told_and_taken_over_without_running_anything(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        db.execute(&format!("CREATE TABLE users (id INT);\nCREATE TABLE a (id INT);\n{ALEMBIC}")).await;
        db.execute("INSERT INTO alembic_version VALUES ('27c6a30d7c24')").await;

        let error = set.upgrade(&db.url).await.expect_err("it would begin from nothing");
        assert!(matches!(error, Error::NotAdopted { .. }), "{error:?}");
        assert!(error.to_string().contains("`migrate adopt --from alembic`"), "{error}");
        assert_eq!(db.tables().await, ["a", "alembic_version", "users"]);

        let report = set.adopt(&db.url, Tool::Alembic).await.expect("an adoption");
        assert_eq!(report.steps.len(), 2);
        assert_eq!(db.ledger().await, ["27c6a30d7c24", "ae1027a6acf"]);
        let origins = "SELECT origin FROM migrate_ledger";
        assert_eq!(db.texts(origins).await, ["adopt", "adopt"]);
        let error = set.adopt(&db.url, Tool::Alembic).await.expect_err("once is enough");
        assert!(matches!(error, Error::AlreadyAdopted { .. }), "{error:?}");

        let report = set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(report.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["3ca1f0e3b2d9", "9f3e2d1c0b4a"]);
        set.downgrade(&db.url, "base").await.expect("a downgrade");
        assert_eq!(db.tables().await, ["alembic_version", "migrate_ledger"]);
    }
}

on_every_server! {
    async fn what_cannot_be_adopted_is_said(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        if db.server == migrate_tests::Server::Sqlite {
            db.execute("SELECT 1").await;
        }
        let error = set.adopt(&db.url, Tool::Alembic).await.expect_err("there is nothing");
        assert!(matches!(error, Error::NothingToAdopt { .. }), "{error:?}");
        db.execute(ALEMBIC).await;
        let error = set.adopt(&db.url, Tool::Alembic).await.expect_err("there is nothing in it");
        assert!(matches!(error, Error::NothingToAdopt { .. }), "{error:?}");
        db.execute("INSERT INTO alembic_version VALUES ('ghost')").await;
        let error = set.adopt(&db.url, Tool::Alembic).await.expect_err("nobody knows it");
        assert!(matches!(&error, Error::Unknown { ids } if *ids == ["ghost"]), "{error:?}");
        assert_eq!(db.tables().await, ["alembic_version"]);
    }
}
