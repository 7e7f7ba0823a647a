//! Revisions that turn to another database with `USE`.

use migrate_core::Dialect;
use migrate_runtime::{Error, Migrations, Target};
use migrate_tests::{Database, Folder, on_servers};

/// Two revisions, the first of which makes a database and works there; and a third one that does the same with rows.
pub(crate) fn set(other: &str, value: &str, lock: &str) -> Migrations {
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

/// A revision that begins as a dump of PostgreSQL's does, one in a transaction and one in none, and one that names things
/// without a schema behind each.
pub(crate) const DUMPED: [(&str, &str); 4] = [
    (
        "1_dump.sql",
        "-- migrate:up\nSET statement_timeout = 0;\nSELECT pg_catalog.set_config('search_path', '', false);\n\
         CREATE TABLE public.dumped (i int);\n\
         -- migrate:down\nSELECT pg_catalog.set_config('search_path', '', false);\nDROP TABLE public.dumped;\n",
    ),
    (
        "2_here.sql",
        "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE here (i int);\n-- migrate:down\nDROP TABLE here;\n",
    ),
    (
        "3_index.sql",
        "-- migrate:revises 2\n-- migrate:no-transaction\n-- migrate:up\nCREATE SCHEMA other;\nSET search_path TO other;\n\
         CREATE TABLE there (i int);\nCREATE INDEX CONCURRENTLY by_i ON there (i);\n\
         -- migrate:down\nSET SCHEMA 'other';\nDROP TABLE there;\nDROP SCHEMA other;\n",
    ),
    (
        "4_last.sql",
        "-- migrate:revises 3\n-- migrate:up\nCREATE TABLE last (i int);\n-- migrate:down\nDROP TABLE last;\n",
    ),
];

on_servers! {
    [postgres Postgres]
    async fn a_revision_may_look_for_names_elsewhere(db: &Database) {
        let set = Folder::new(&DUMPED).migrations(Dialect::Postgres);
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
        set.upgrade(&pool).await.expect("the ledger is found, and so is what comes behind");
        assert_eq!(db.tables().await, ["dumped", "here", "last", "migrate_ledger"]);
        assert_eq!(db.texts("SELECT schemaname::text FROM pg_indexes WHERE indexname = 'by_i'").await, ["other"]);
        let settings = "SELECT concat(current_setting('search_path'), ' ', current_setting('statement_timeout'))";
        let left: String = sqlx::query_scalar(settings).fetch_one(&pool).await.expect("settings");
        assert_eq!(left, "\"$user\", public 0", "a connection on which something was set does not go back");
        set.downgrade(&pool, Target::base()).await.expect("the way back");
        assert_eq!(db.tables().await, ["migrate_ledger"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_connection_that_is_handed_over_looks_for_names_where_it_did(db: &Database) {
        use sqlx::Connection as _;
        let set = Folder::new(&DUMPED).migrations(Dialect::Postgres);
        let mut connection = sqlx::PgConnection::connect(&db.url).await.expect("a connection");
        sqlx::raw_sql("CREATE SCHEMA mine; SET search_path TO mine, public").execute(&mut connection).await.expect("SQL");
        set.upgrade(&mut connection).await.expect("an upgrade");
        let path: String = sqlx::query_scalar("SHOW search_path").fetch_one(&mut connection).await.expect("a setting");
        assert_eq!(path, "mine, public");
        assert_eq!(
            db.texts("SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname !~ '^(pg_|inf)' ORDER BY 1").await,
            ["mine.here", "mine.last", "mine.migrate_ledger", "other.there", "public.dumped"]
        );
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_revision_may_reset_all_settings(db: &Database) {
        let reset = "-- migrate:up\nSET search_path TO pg_catalog;\nRESET ALL;\nCREATE TABLE reset (i int);\n";
        let alone = "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\nSET search_path TO pg_catalog;\nRESET ALL;\nCREATE TABLE alone (i int);\n";
        let set = Folder::new(&[("1_reset.sql", reset), ("2_alone.sql", alone)]).migrations(Dialect::Postgres);
        set.upgrade(&db.url).await.expect("the ledger is found");
        assert_eq!(db.tables().await, ["alone", "migrate_ledger", "reset"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_refused_statement_elsewhere_is_resumed_there(db: &Database) {
        let folder = Folder::new(&DUMPED);
        let broken = DUMPED[2].1.replace("-- migrate:up\n", "-- migrate:up\n-- migrate:trust\n");
        let broken = broken.replace("CREATE TABLE there (i int);\n", "CREATE TABLE there (i int);\n-- migrate:trust\nDROP TABLE nope;\n");
        folder.write(DUMPED[2].0, &broken);
        folder.migrations(Dialect::Postgres).upgrade(&db.url).await.expect_err("there is no such table");
        folder.write(DUMPED[2].0, &broken.replace("DROP TABLE nope", "DROP TABLE IF EXISTS nope"));
        folder.migrations(Dialect::Postgres).upgrade(&db.url).await.expect("it goes on where it was");
        assert_eq!(db.texts("SELECT schemaname::text FROM pg_indexes WHERE indexname = 'by_i'").await, ["other"]);
        assert_eq!(db.ledger().await, ["1", "2", "3", "4"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_revision_may_look_elsewhere_in_one_transaction_with_others_and_in_a_schema(db: &Database) {
        use migrate_runtime::Transaction;
        let files = [DUMPED[0], DUMPED[1]];
        let set = Folder::new(&files).migrations(Dialect::Postgres);
        set.upgrade(&db.url).transaction(Transaction::Whole).await.expect("an upgrade");
        assert_eq!(db.tables().await, ["dumped", "here", "migrate_ledger"]);
        set.downgrade(&db.url, Target::base()).transaction(Transaction::Whole).await.expect("the way back");
        db.execute("CREATE SCHEMA t1").await;
        set.in_schema("t1").upgrade(&db.url).await.expect("an upgrade of a schema");
        assert_eq!(
            db.texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 't1' ORDER BY 1").await,
            ["here", "migrate_ledger"]
        );
    }
}
