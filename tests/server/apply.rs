//! Up, down and stamp, and what the ledger says then.

use migrate_core::packed::Set;
use migrate_runtime::{Error, Migrations, Transaction};
use migrate_tests::{Folder, migrations, on_every_server, on_servers};

const USERS: (&str, &str) = (
    "1_users.sql",
    "-- Add users\n-- migrate:up\nCREATE TABLE users (id INT PRIMARY KEY);\nINSERT INTO users VALUES (1);\n\
     -- migrate:down\nDROP TABLE users;\n",
);
const TEAMS: (&str, &str) = (
    "2_teams.sql",
    "-- migrate:revises 1\n-- migrate:label teams\n-- migrate:up\nCREATE TABLE teams (id INT PRIMARY KEY);\n\
     -- migrate:down\nDROP TABLE teams;\n",
);
const NAME: (&str, &str) = (
    "3_name.sql",
    "-- migrate:revises 2\n-- migrate:up\nALTER TABLE users ADD COLUMN name VARCHAR(20);\n\
     -- migrate:down\nALTER TABLE users DROP COLUMN name;\n",
);
const SET: [(&str, &str); 3] = [USERS, TEAMS, NAME];

fn ids(report: &migrate_runtime::Report) -> Vec<&str> {
    report.steps.iter().map(|step| step.id.as_str()).collect()
}

on_every_server! {
    async fn an_upgrade_applies_everything_once(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        let report = set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(ids(&report), ["1", "2", "3"]);
        assert_eq!(db.tables().await, ["migrate_ledger", "teams", "users"]);
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
        let again = set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(ids(&again), [""; 0]);
        assert_eq!(again.to_string(), "nothing to do");
    }
}

on_every_server! {
    async fn a_downgrade_takes_back_what_the_upgrade_did(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        set.upgrade(&db.url).await.expect("an upgrade");
        let report = set.downgrade(&db.url, "-1").await.expect("a downgrade");
        assert_eq!(ids(&report), ["3"]);
        let report = set.downgrade(&db.url, "base").await.expect("a downgrade");
        assert_eq!(ids(&report), ["2", "1"]);
        assert_eq!(db.tables().await, ["migrate_ledger"]);
        assert_eq!(db.ledger().await, [""; 0]);
        set.upgrade(&db.url).await.expect("an upgrade again");
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
    }
}

on_every_server! {
    async fn targets_may_be_ids_labels_slugs_and_relative(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        assert_eq!(ids(&set.upgrade(&db.url).to("+1").await.expect("+1")), ["1"]);
        assert_eq!(ids(&set.upgrade(&db.url).to("teams").await.expect("a label")), ["2"]);
        assert_eq!(ids(&set.upgrade(&db.url).to("name").await.expect("a slug")), ["3"]);
        let error = set.upgrade(&db.url).to("nope").await.expect_err("an unknown target");
        assert!(matches!(error, Error::Target(_) | Error::Plan(_)), "{error:?}");
        assert!(error.to_string().contains("Can't locate revision identified by 'nope'"), "{error}");
    }
}

on_every_server! {
    async fn a_stamp_changes_the_ledger_only(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        let report = set.stamp(&db.url, "2").await.expect("a stamp");
        assert_eq!(ids(&report), ["1", "2"]);
        assert_eq!(db.tables().await, ["migrate_ledger"]);
        assert_eq!(db.ledger().await, ["1", "2"]);
        set.stamp(&db.url, "1").await.expect("a stamp below");
        assert_eq!(db.ledger().await, ["1"]);
        set.stamp(&db.url, "base").await.expect("a stamp of nothing");
        assert_eq!(db.ledger().await, [""; 0]);
    }
}

on_every_server! {
    async fn reading_writes_nothing(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        if db.server == migrate_tests::Server::Sqlite {
            db.execute("SELECT 1").await;
        }
        assert_eq!(set.pending(&db.url).await.expect("pending"), ["1", "2", "3"]);
        assert_eq!(set.current(&db.url).await.expect("current"), [""; 0]);
        let error = set.require_current(&db.url).await.expect_err("it is not current");
        let text = "the database is not current: 3 pending: 1, 2, 3\n  = help: `migrate upgrade` applies them;";
        assert!(error.to_string().starts_with(text), "{error}");
        let script = set.upgrade(&db.url).plan().await.expect("a plan");
        assert_eq!(script.units.len(), 3);
        assert_eq!(db.tables().await, [""; 0]);
        set.upgrade(&db.url).await.expect("an upgrade");
        set.require_current(&db.url).await.expect("it is current");
        assert_eq!(set.current(&db.url).await.expect("current"), ["3"]);
    }
}

/// What stands before the revisions of a set, and none of them: whoever looks at those finds that the database has what
/// it does not know.
fn preamble_only(set: &Migrations) -> Migrations {
    let set = Set { preamble: set.set().preamble.clone(), revisions: Vec::new() };
    Migrations::__embedded(set.pack().leak(), None)
}

on_every_server! {
    async fn a_start_with_nothing_to_do_does_not_look_at_the_revisions(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        set.upgrade(&db.url).await.expect("an upgrade");
        let report = preamble_only(&set).upgrade(&db.url).await.expect("nothing to do");
        assert_eq!((report.unknown, report.steps), (Vec::new(), Vec::new()));
        preamble_only(&set).require_current(&db.url).await.expect("it is current");
        assert_eq!(preamble_only(&set).pending(&db.url).await.expect("nothing is pending"), [""; 0]);
        assert!(preamble_only(&set).upgrade(&db.url).plan().await.expect("a plan").units.is_empty());
    }
}

on_every_server! {
    async fn whatever_made_the_rows_a_start_with_nothing_to_do_knows_them(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        let preamble = preamble_only(&set);
        set.stamp(&db.url, "heads").await.expect("a stamp");
        preamble.require_current(&db.url).await.expect("stamped");
        set.stamp(&db.url, "base").await.expect("a stamp");
        set.upgrade(&db.url).await.expect("an upgrade");
        set.downgrade(&db.url, "-1").await.expect("a downgrade");
        set.upgrade(&db.url).await.expect("an upgrade");
        preamble.require_current(&db.url).await.expect("taken back and applied again");
        let edited = (NAME.0, NAME.1.replace("VARCHAR(20)", "VARCHAR(30)"));
        let today = migrations(db.server.dialect(), &[USERS, TEAMS, (edited.0, &edited.1)]);
        today.repair(&db.url).accept(["3"]).await.expect("a repair");
        preamble_only(&today).require_current(&db.url).await.expect("accepted");
        let rows = preamble.status(&db.url).await.expect("it can be read").rows.len();
        assert_eq!(preamble.upgrade(&db.url).await.expect("newer").unknown.len(), rows, "it is not what it was");
    }
}

on_every_server! {
    async fn a_row_more_or_less_or_one_that_is_not_sealed_is_never_nothing_to_do(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        let preamble = preamble_only(&set);
        set.upgrade(&db.url).await.expect("an upgrade");
        let (table, columns) = ("migrate_ledger", "state, tokens, exact, parents, title, depends_on, prefix, origin, begun, \
                                                   done, applied_at, applied_by, tool, seal");
        for change in [
            format!("DELETE FROM {table} WHERE id = '2'"),
            format!("INSERT INTO {table} (id, {columns}) SELECT '4', {columns} FROM {table} WHERE id = '3'"),
            // A row that somebody wrote by hand.
            format!("UPDATE {table} SET seal = NULL, state = 'applied' WHERE id = '3'"),
            format!("UPDATE {table} SET seal = -seal WHERE id = '1'"),
            format!("DELETE FROM {table}"),
        ] {
            db.execute(&change).await;
            let rows = preamble.status(&db.url).await.expect("it can be read").rows.len();
            assert_eq!(preamble.upgrade(&db.url).await.expect("newer").unknown.len(), rows, "{change}");
            assert!(rows > 0 || set.pending(&db.url).await.expect("it can be read").len() == 3, "{change}");
            set.stamp(&db.url, "heads").purge().await.expect("as it was");
            preamble.require_current(&db.url).await.expect("as it was");
        }
    }
}

on_every_server! {
    async fn a_ledger_without_seals_is_read_all_the_same(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        set.upgrade(&db.url).await.expect("an upgrade");
        db.execute("ALTER TABLE migrate_ledger DROP COLUMN seal").await;
        assert_eq!(ids(&set.upgrade(&db.url).await.expect("nothing to do")), [""; 0]);
        set.require_current(&db.url).await.expect("it is current");
    }
}

on_servers! {
    [sqlite Sqlite, postgres Postgres]
    async fn one_transaction_for_all_is_all_or_nothing(db: &Database) {
        let broken = ("4_broken.sql", "-- migrate:revises 3\n-- migrate:up\nINSERT INTO users (id) VALUES (1);\n");
        let set = migrations(db.server.dialect(), &[USERS, TEAMS, NAME, broken]);
        let error = set.upgrade(&db.url).transaction(Transaction::Whole).await.expect_err("a duplicate key");
        assert_eq!(error.report().map(|report| report.steps.len()), Some(0));
        assert_eq!(db.tables().await, [""; 0], "{error}");
        let report = set.upgrade(&db.url).to("3").transaction(Transaction::Whole).await.expect("an upgrade");
        assert_eq!(ids(&report), ["1", "2", "3"]);
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn one_transaction_for_all_is_refused_where_ddl_commits(db: &Database) {
        let set = migrations(db.server.dialect(), &SET);
        let error = set.upgrade(&db.url).transaction(Transaction::Whole).await.expect_err("refused");
        assert_eq!(
            error.to_string(),
            "one transaction for all revisions is impossible: MariaDB commits at each DDL statement"
        );
        assert_eq!(db.tables().await, [""; 0]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn statements_that_refuse_transactions_run_one_by_one(db: &Database) {
        let index = (
            "2_index.sql",
            "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\n\
             CREATE INDEX CONCURRENTLY a ON users (id);\nCREATE INDEX CONCURRENTLY b ON users (id);\n\
             -- migrate:down\nDROP INDEX CONCURRENTLY b;\nDROP INDEX CONCURRENTLY a;\n",
        );
        let set = migrations(db.server.dialect(), &[USERS, index]);
        let report = set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(ids(&report), ["1", "2"]);
        let indexes = "SELECT indexname::text FROM pg_indexes WHERE tablename = 'users' ORDER BY 1";
        assert_eq!(db.texts(indexes).await, ["a", "b", "users_pkey"]);
        set.downgrade(&db.url, "1").await.expect("a downgrade");
        assert_eq!(db.texts(indexes).await, ["users_pkey"]);
        let error = set.upgrade(&db.url).transaction(Transaction::Whole).await.expect_err("refused");
        assert!(error.to_string().contains("2 (2_index.sql) says `-- migrate:no-transaction`"), "{error}");
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn routines_with_semicolons_arrive_whole(db: &Database) {
        let routine = (
            "1_routine.sql",
            "-- migrate:up\nCREATE TABLE log (n INT);\nDELIMITER //\n\
             CREATE PROCEDURE twice()\nBEGIN\n  INSERT INTO log VALUES (1);\n  INSERT INTO log VALUES (2);\n\
             SELECT n FROM log;\nEND //\nDELIMITER ;\nCALL twice();\n\
             -- migrate:down\nDROP PROCEDURE twice;\nDROP TABLE log;\n",
        );
        let set = migrations(db.server.dialect(), &[routine]);
        set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(db.texts("SELECT CONVERT(n, CHAR) FROM log ORDER BY n").await, ["1", "2"]);
        set.downgrade(&db.url, "base").await.expect("a downgrade");
        assert_eq!(db.tables().await, ["migrate_ledger"]);
    }
}

on_every_server! {
    async fn every_way_to_hand_over_a_database_works(db: &Database) {
        let folder = Folder::new(&SET);
        let set: &'static _ = Box::leak(Box::new(folder.migrations(db.server.dialect())));
        macro_rules! ways {
            ($pool:ty, $connection:ty, $url:expr) => {{
                let pool = <$pool>::connect($url).await.expect("a pool");
                let spawned = pool.clone();
                let report = tokio::spawn(async move { set.upgrade(&spawned).to("1").await }).await;
                assert_eq!(ids(&report.expect("it is Send").expect("an upgrade")), ["1"]);
                let mut pooled = pool.acquire().await.expect("a connection");
                assert_eq!(ids(&set.upgrade(&mut pooled).to("2").await.expect("an upgrade")), ["2"]);
                let mut connection = <$connection as sqlx::Connection>::connect($url).await.expect("a connection");
                assert_eq!(ids(&set.upgrade(&mut connection).await.expect("an upgrade")), ["3"]);
                assert_eq!(set.current(&pool).await.expect("current"), ["3"]);
                let mut open = pool.begin().await.expect("a transaction");
                let error = set.upgrade(&mut *open).await.expect_err("a transaction is open");
                assert!(matches!(error, Error::InTransaction), "{error:?}");
            }};
        }
        match db.server {
            migrate_tests::Server::Sqlite => {
                let url = format!("{}?mode=rwc", db.url);
                ways!(sqlx::SqlitePool, sqlx::SqliteConnection, &url);
            }
            migrate_tests::Server::Postgres => ways!(sqlx::PgPool, sqlx::PgConnection, &db.url),
            migrate_tests::Server::MariaDb => ways!(sqlx::MySqlPool, sqlx::MySqlConnection, &db.url),
        }
    }
}

on_every_server! {
    async fn a_set_for_another_database_is_refused(db: &Database) {
        let other = match db.server.dialect() {
            migrate_core::Dialect::Sqlite => migrate_core::Dialect::Postgres,
            _ => migrate_core::Dialect::Sqlite,
        };
        let error = migrations(other, &SET).upgrade(&db.url).await.expect_err("refused");
        assert!(matches!(error, Error::WrongDialect { .. }), "{error:?}");
    }
}
