//! SQLite: a table is rebuilt while others refer to it.

use migrate_runtime::{Cause, Error, Left};
use migrate_tests::{migrations, on_servers};

const BASE: (&str, &str) = (
    "1_base.sql",
    "-- migrate:up\nCREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);\n\
     CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE);\n\
     INSERT INTO users VALUES (1, 'Ann'), (2, 'Bob');\nINSERT INTO posts VALUES (1, 1), (2, 2), (3, 2);\n",
);

fn rebuild(rows: &str) -> String {
    format!(
        "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE new_users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\n\
         INSERT INTO new_users SELECT id, name FROM users {rows};\nDROP TABLE users;\n\
         ALTER TABLE new_users RENAME TO users;\n"
    )
}

on_servers! {
    [sqlite Sqlite]
    async fn the_rows_that_refer_to_a_rebuilt_table_stay(db: &Database) {
        let set = migrations(db.server.dialect(), &[BASE, ("2_rebuild.sql", &rebuild(""))]);
        let pool = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
        let pool = pool.connect(&format!("{}?mode=rwc", db.url)).await.expect("a pool");
        set.upgrade(&pool).await.expect("an upgrade");
        assert_eq!(db.texts("SELECT CAST(count(*) AS TEXT) FROM posts").await, ["3"]);
        // The connection is as it was.
        let on: i64 = sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(&pool).await.expect("a setting");
        assert_eq!(on, 1);
    }
}

on_servers! {
    [sqlite Sqlite]
    async fn a_rebuild_that_loses_referred_rows_is_rolled_back(db: &Database) {
        let set = migrations(db.server.dialect(), &[BASE, ("2_rebuild.sql", &rebuild("WHERE id = 1"))]);
        let Err(Error::Failed(failure)) = set.upgrade(&db.url).await else { panic!("it loses Bob") };
        assert!(matches!(failure.cause, Cause::ForeignKeys { .. }), "{failure:?}");
        assert_eq!(failure.left, Left::Nothing);
        let text = failure.to_string();
        assert!(text.contains("it leaves rows that refer to rows which are gone: 2 of posts (to users)"), "{text}");
        assert_eq!(db.texts("SELECT name FROM users ORDER BY 1").await, ["Ann", "Bob"]);
        assert_eq!(db.ledger().await, ["1"]);
    }
}
