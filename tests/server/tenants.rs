//! Many schemas and many databases at once.

use std::sync::Mutex;

use migrate_runtime::{Error, Migrations, Schema};
use migrate_tests::{Database, Folder, Schemas, migrations, on_every_server, on_servers};

const FIRST: (&str, &str) =
    ("1_first.sql", "-- First\n-- migrate:up\nCREATE TABLE a (id INT PRIMARY KEY);\n-- migrate:down\nDROP TABLE a;\n");
const SECOND: (&str, &str) = (
    "2_second.sql",
    "-- migrate:revises 1\n-- migrate:up\nINSERT INTO a VALUES (1);\nCREATE TABLE b (id INT);\n\
     -- migrate:down\nDROP TABLE b;\nDELETE FROM a WHERE id = 1;\n",
);

fn set(db: &Database) -> Migrations {
    migrations(db.server.dialect(), &[FIRST, SECOND])
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn each_schema_gets_its_tables_and_its_ledger_and_nothing_else_does(db: &Database) {
        let set = set(db);
        let schemas = Schemas::new(db, &["t1", "t2", "t3"]);
        schemas.make().await;
        let reports = set.upgrade_schemas(&db.url, &schemas.names).parallel(2).await.expect("all of them");
        assert_eq!(reports.counts(), (3, 0, 0));
        for at in 0..3 {
            assert_eq!(schemas.tables(at).await, ["a", "b", "migrate_ledger"]);
        }
        assert!(db.tables().await.is_empty(), "{:?}", db.tables().await);
        let reports = set.upgrade_schemas(&db.url, &schemas.names).await.expect("nothing to do");
        assert_eq!(reports.counts(), (0, 3, 0));
        let status = set.status_schemas(&db.url, &schemas.names).await.expect("a survey");
        assert!(status.targets.iter().all(|it| it.result.as_ref().is_ok_and(|status| status.current == ["2"])), "{status:?}");
        let reports = set.downgrade_schemas(&db.url, &schemas.names, "1").await.expect("all of them");
        assert_eq!(reports.counts(), (3, 0, 0));
        assert_eq!(schemas.tables(1).await, ["a", "migrate_ledger"]);
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_schema_that_fails_neither_stops_nor_hides_the_others(db: &Database) {
        let set = set(db);
        let schemas = Schemas::new(db, &["t1", "t2", "t3", "t4", "t5"]);
        schemas.make().await;
        set.upgrade_schemas(&db.url, &schemas.names).to("1").await.expect("the first revision");
        let third = db.server.dialect().quote_name(&schemas.names[2]);
        db.execute(&format!("INSERT INTO {third}.a VALUES (1)")).await;
        let seen = Mutex::new(Vec::new());
        let request = set.upgrade_schemas(&db.url, &schemas.names).parallel(2);
        let request = request.each(|tenant| seen.lock().unwrap().push(tenant.name.clone()));
        let error = request.await.expect_err("one of them fails");
        let Error::Targets(reports) = &error else { panic!("{error:?}") };
        assert_eq!(reports.counts(), (4, 0, 1));
        let failed: Vec<_> = reports.failed().collect();
        assert_eq!(failed[0].0.name, schemas.names[2]);
        assert!(matches!(failed[0].1, Error::Failed(failure) if failure.line == Some(3)), "{:?}", failed[0].1);
        assert!(error.to_string().ends_with("4 changed, 0 up to date, 1 failed in 0.0 s") || error.to_string().contains("4 changed, 0 up to date, 1 failed"), "{error}");
        assert!(error.to_string().contains("failed[M1020]: statement 1 of 2 of revision 2 (up) failed"), "{error}");
        let mut seen = seen.into_inner().unwrap();
        seen.sort();
        assert_eq!(seen, schemas.names);

        // When the cause is mended the same call goes on with the one that is left.
        db.execute(&format!("DELETE FROM {third}.a")).await;
        let reports = set.upgrade_schemas(&db.url, &schemas.names).await.expect("all of them");
        assert_eq!(reports.counts(), (1, 4, 0));
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn hostile_names_are_only_names(db: &Database) {
        let set = set(db);
        let long = "x".repeat(63);
        let schemas = Schemas::new(db, &[
            "a b", "q\"uote", "tick`y", "it's", "; DROP TABLE z; --", "semi;colon", "back\\slash", "$migrate$", "Ünïcode", "UPPER", "%s{}", &long,
        ]);
        db.execute("CREATE TABLE z (id INT)").await;
        schemas.make().await;
        let reports = set.upgrade_schemas(&db.url, &schemas.names).await.expect("all of them");
        assert_eq!(reports.counts(), (12, 0, 0));
        for (at, name) in schemas.names.iter().enumerate() {
            assert_eq!(schemas.tables(at).await, ["a", "b", "migrate_ledger"], "{name}");
        }
        assert_eq!(db.tables().await, ["z"]);
        let reports = set.downgrade_schemas(&db.url, &schemas.names, "base").await.expect("all of them");
        assert_eq!(reports.counts(), (12, 0, 0));
        for name in ["", "nul\0", &"y".repeat(65)] {
            let error = set.in_schema(name).upgrade(&db.url).await.expect_err("no server has it");
            assert!(matches!(error, Error::BadSchema { .. }), "{error:?}");
        }
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_schema_that_is_not_there_is_an_error_or_is_made(db: &Database) {
        let set = set(db);
        let schemas = Schemas::new(db, &["nowhere"]);
        let error = set.in_schema(&schemas.names[0]).upgrade(&db.url).await.expect_err("it is not there");
        assert!(matches!(&error, Error::NoSuchSchema { .. }), "{error:?}");
        assert!(error.to_string().contains("--create-schemas"), "{error}");
        assert!(set.status_schemas(&db.url, &schemas.names).await.expect("a survey").failed().next().is_some());
        set.in_schema(Schema::new(&schemas.names[0]).create()).upgrade(&db.url).plan().await.expect("a plan makes nothing");
        set.in_schema(&schemas.names[0]).upgrade(&db.url).await.expect_err("it is still not there");
        let made = schemas.names.iter().map(|name| Schema::new(name).create());
        set.upgrade_schemas(&db.url, made).await.expect("it is made");
        assert_eq!(schemas.tables(0).await, ["a", "b", "migrate_ledger"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_connection_comes_back_looking_where_it_looked(db: &Database) {
        let index = ("3_index.sql", "-- migrate:revises 2\n-- migrate:no-transaction\n-- migrate:up\nCREATE INDEX CONCURRENTLY i ON b (id);\n-- migrate:trust\nCREATE INDEX CONCURRENTLY j ON b (nope);\n");
        let folder = Folder::new(&[FIRST, SECOND, index]);
        db.execute("CREATE SCHEMA t1; CREATE SCHEMA mine").await;
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
        sqlx::raw_sql("SET search_path TO mine, public").execute(&pool).await.expect("a setting");
        let path = async || sqlx::query_scalar::<_, String>("SHOW search_path").fetch_one(&pool).await.expect("a setting");
        let error = folder.migrations(db.server.dialect()).in_schema("t1").upgrade(&pool).await.expect_err("the last statement is wrong");
        assert!(matches!(error, Error::Failed(_)), "{error:?}");
        assert_eq!(path().await, "mine, public");
        folder.write(index.0, &index.1.replace("nope", "id"));
        folder.migrations(db.server.dialect()).in_schema("t1").upgrade(&pool).await.expect("an upgrade");
        assert_eq!(path().await, "mine, public");
        assert_eq!(db.texts("SELECT schemaname::text FROM pg_indexes WHERE indexname IN ('i', 'j')").await, ["t1", "t1"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn names_are_looked_up_behind_the_schema_only_where_that_is_asked_for(db: &Database) {
        db.execute("CREATE SCHEMA t1; CREATE SCHEMA shared; CREATE TYPE shared.colour AS ENUM ('red'); CREATE TABLE public.a (id INT)").await;
        let typed = ("1_typed.sql", "-- migrate:up\n-- migrate:trust\nCREATE TABLE x (c colour);\n");
        let set = migrations(db.server.dialect(), &[typed]);
        set.in_schema("t1").upgrade(&db.url).await.expect_err("there is no such type in t1");
        set.in_schema(Schema::new("t1").then("shared")).upgrade(&db.url).await.expect("the type is found");
        assert_eq!(db.texts("SELECT schemaname::text FROM pg_tables WHERE tablename = 'x'").await, ["t1"]);
        let drops = migrations(db.server.dialect(), &[("1_drop.sql", "-- migrate:up\n-- migrate:trust\nDROP TABLE a;\n")]);
        db.execute("CREATE SCHEMA t2").await;
        drops.in_schema("t2").upgrade(&db.url).await.expect_err("the table of another schema is not found");
        assert_eq!(db.tables().await, ["a"]);
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn a_connection_that_is_handed_over_does_not_leave_its_database(db: &Database) {
        use sqlx::Connection as _;
        let schemas = Schemas::new(db, &["t1"]);
        schemas.make().await;
        let set = set(db).in_schema(&schemas.names[0]);
        let mut connection = sqlx::MySqlConnection::connect(&db.url).await.expect("a connection");
        let error = set.upgrade(&mut connection).await.expect_err("it would not come back");
        assert!(matches!(error, Error::Borrowed { .. }), "{error:?}");
        let pool = sqlx::mysql::MySqlPoolOptions::new().max_connections(1).connect(&db.url).await.expect("a pool");
        set.upgrade(&pool).await.expect("a connection beside the pool");
        let own: String = sqlx::query_scalar("SELECT DATABASE()").fetch_one(&pool).await.expect("a name");
        assert!(db.url.ends_with(&own), "{own}");
    }
}

on_every_server! {
    async fn several_databases_are_upgraded_and_the_one_that_fails_is_named(db: &Database) {
        let set = set(db);
        let others: Vec<Database> = (0..2).map(|_| Database::new(db.server).expect("the server is there")).collect();
        others[0].execute("CREATE TABLE a (id INT)").await;
        let urls = [&db.url, &others[0].url, &others[1].url];
        let error = set.upgrade_all(urls).parallel(3).await.expect_err("a table is there already");
        let Error::Targets(reports) = &error else { panic!("{error:?}") };
        assert_eq!(reports.counts(), (2, 0, 1));
        assert_eq!(reports.failed().next().expect("one").0.name, *urls[1]);
        others[0].execute("DROP TABLE a").await;
        let reports = set.upgrade_all(urls).await.expect("all of them");
        assert_eq!(reports.counts(), (1, 2, 0));
        assert_eq!(others[1].ledger().await, ["1", "2"]);
        let status = set.status_all(urls).await.expect("a survey");
        assert!(status.targets.iter().all(|it| it.result.as_ref().is_ok_and(migrate_runtime::Status::is_current)));
        let reports = set.downgrade_all(urls, "base").await.expect("all of them");
        assert_eq!(reports.counts(), (3, 0, 0));
    }
}

on_servers! {
    [sqlite Sqlite]
    async fn sqlite_has_no_schemas(db: &Database) {
        let error = set(db).in_schema("t1").upgrade(&db.url).await.expect_err("there are none");
        assert!(matches!(&error, Error::NoSchemas { .. }), "{error:?}");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn one_ledger_cannot_be_that_of_several_schemas(db: &Database) {
        let settings = ("migrate.toml", "[ledger]\nschema = \"public\"\n");
        let set = migrations(db.server.dialect(), &[settings, FIRST]);
        let error = set.in_schema("t1").upgrade(&db.url).await.expect_err("the settings name one");
        assert!(matches!(&error, Error::OneLedger { .. }), "{error:?}");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn eight_at_once_on_the_same_schemas_apply_each_revision_once(db: &Database) {
        let set = &set(db);
        let names: Vec<String> = (0..6).map(|n| format!("t{n}")).collect();
        let schemas = &Schemas::new(db, &names.iter().map(String::as_str).collect::<Vec<_>>());
        schemas.make().await;
        let all = futures_util::future::join_all((0..4).map(|_| async {
            set.upgrade_schemas(&db.url, &schemas.names).parallel(3).await
        })).await;
        let mut steps = 0;
        for reports in all {
            for tenant in reports.expect("every one succeeds").targets {
                steps += tenant.result.expect("every one succeeds").steps.len();
            }
        }
        assert_eq!(steps, 12);
        for at in 0..6 {
            assert_eq!(schemas.tables(at).await, ["a", "b", "migrate_ledger"]);
        }
    }
}
