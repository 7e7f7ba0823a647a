//! A statement fails: what the person is told, what is left, and how it goes on.

use migrate_runtime::{Error, Failure, Left};
use migrate_tests::{Folder, migrations, on_every_server, on_servers};

fn failure(error: Error) -> Failure {
    match error {
        Error::Failed(failure) => *failure,
        other => panic!("not a failed statement: {other:?}"),
    }
}

const FIRST: (&str, &str) =
    ("1_first.sql", "-- migrate:up\nCREATE TABLE a (id INT PRIMARY KEY);\n-- migrate:down\nDROP TABLE a;\n");
const SECOND: (&str, &str) = (
    "2_second.sql",
    "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\n-- migrate:trust\nINSERT INTO a\n  SELECT id, missing FROM b;\n\
     -- migrate:down\nDROP TABLE b;\n",
);

on_servers! {
    [sqlite Sqlite, postgres Postgres]
    async fn a_failed_revision_leaves_nothing_and_names_the_place(db: &Database) {
        let set = migrations(db.server.dialect(), &[FIRST, SECOND]);
        let failure = failure(set.upgrade(&db.url).await.expect_err("a column is missing"));
        assert_eq!((failure.line, failure.column), (Some(6), Some(14)), "{failure}");
        assert_eq!(failure.text.as_deref(), Some("  SELECT id, missing FROM b"));
        assert_eq!(failure.statement, Some((2, 2)));
        assert_eq!(failure.left, Left::Nothing);
        assert_eq!(failure.file, "migrations/2_second.sql");
        assert_eq!(failure.report.steps.len(), 1);
        let text = failure.to_string();
        assert!(text.contains("6 |   SELECT id, missing FROM b\n  |              ^"), "{text}");
        assert!(text.contains("committed: revision 1; this one was rolled back"), "{text}");
        assert_eq!(db.tables().await, ["a", "migrate_ledger"]);
        assert_eq!(db.ledger().await, ["1"]);
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn a_half_applied_revision_goes_on_where_it_stopped_once_the_file_is_right(db: &Database) {
        let folder = Folder::new(&[FIRST, SECOND]);
        let failure = failure(folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect_err("a column is missing"));
        assert_eq!((failure.line, failure.column), (Some(6), Some(14)), "{failure}");
        assert_eq!(failure.left, Left::Statements(1));
        assert!(failure.to_string().contains("revision 1, and the first statement of this one"), "{failure}");
        assert_eq!(db.tables().await, ["a", "b", "migrate_ledger"]);

        let error = folder.migrations(db.server.dialect()).downgrade(&db.url, "base").await.expect_err("it is unfinished");
        assert!(matches!(error, Error::Interrupted(_)), "{error:?}");

        folder.write(SECOND.0, &SECOND.1.replace("CREATE TABLE b (id INT)", "CREATE TABLE b (id INT, missing INT)"));
        let error = folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect_err("what is done has changed");
        assert!(error.to_string().contains("put the old text of these statements back"), "{error}");

        folder.write(SECOND.0, &SECOND.1.replace("SELECT id, missing FROM b", "SELECT id FROM b"));
        let set = folder.migrations(db.server.dialect());
        let report = set.upgrade(&db.url).await.expect("it goes on");
        assert_eq!(report.steps.len(), 1);
        assert_eq!(db.ledger().await, ["1", "2"]);
        assert!(set.status(&db.url).await.expect("a status").is_current());
        set.downgrade(&db.url, "base").await.expect("a downgrade");
        assert_eq!(db.tables().await, ["migrate_ledger"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_failed_statement_outside_of_transactions_can_be_corrected_and_continued(db: &Database) {
        let second = "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\n\
                      CREATE INDEX CONCURRENTLY i ON a (id);\n-- migrate:trust\nCREATE INDEX CONCURRENTLY j ON a (nope);\n";
        let folder = Folder::new(&[FIRST, ("2_second.sql", second)]);
        let failure = failure(folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect_err("a column is missing"));
        assert_eq!(failure.left, Left::Statements(1));
        assert_eq!(failure.line, Some(6), "{failure}");
        folder.write("2_second.sql", &second.replace("nope", "id"));
        folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("it goes on");
        assert_eq!(db.ledger().await, ["1", "2"]);
        let locks = "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND database = \
                     (SELECT oid FROM pg_database WHERE datname = current_database())";
        assert_eq!(db.texts(locks).await, ["0"]);
    }
}

on_every_server! {
    async fn an_error_without_a_position_still_names_its_statement(db: &Database) {
        let second = ("2_second.sql", "-- migrate:revises 1\n-- migrate:up\nINSERT INTO a VALUES (1);\nINSERT INTO a VALUES (1);\n");
        let set = migrations(db.server.dialect(), &[FIRST, second]);
        let failure = failure(set.upgrade(&db.url).await.expect_err("a duplicate key"));
        assert_eq!(failure.statement, Some((2, 2)), "{failure}");
        assert_eq!(failure.line, Some(4), "{failure}");
    }
}

on_every_server! {
    async fn a_revision_that_cannot_be_taken_back_says_why(db: &Database) {
        let second = (
            "2_second.sql",
            "-- migrate:revises 1\n-- migrate:irreversible \"the data is gone\"\n-- migrate:up\nDELETE FROM a;\n",
        );
        let third = ("3_third.sql", "-- migrate:revises 2\n-- migrate:up\nDELETE FROM a;\n");
        let set = migrations(db.server.dialect(), &[FIRST, second, third]);
        set.upgrade(&db.url).await.expect("an upgrade");
        let error = set.downgrade(&db.url, "2").await.expect_err("no down");
        assert_eq!(error.to_string(), "cannot downgrade: no `-- migrate:down` section in 3");
        let error = set.downgrade(&db.url, "1").await.expect_err("irreversible");
        assert_eq!(error.to_string(), "cannot downgrade: 2 is irreversible (the data is gone)");
        assert_eq!(db.ledger().await, ["1", "2", "3"]);
    }
}

on_every_server! {
    async fn passwords_are_in_no_error(db: &Database) {
        let set = migrations(db.server.dialect(), &[FIRST]);
        let scheme = db.url.split(':').next().expect("a scheme");
        for url in [
            format!("{scheme}://someone:s3cret@127.0.0.1:1/nothing"),
            format!("{scheme}://someone:s3cret@127.0.0.1:port/nothing"),
            "nothing://someone:s3cret@127.0.0.1/nothing".to_owned(),
        ] {
            if scheme == "sqlite" && !url.starts_with("nothing") {
                continue;
            }
            let error = set.upgrade(&url).await.expect_err("nobody is there");
            assert!(!format!("{error} {error:?}").contains("s3cret"), "{error:?}");
        }
    }
}

on_servers! {
    [sqlite Sqlite, mariadb MariaDb]
    async fn servers_without_positions_are_helped_by_the_name_they_give(db: &Database) {
        let second = ("2_second.sql", "-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\nINSERT INTO a (id, nmae) VALUES (1, 2);\n");
        let set = migrations(db.server.dialect(), &[FIRST, second]);
        let failure = failure(set.upgrade(&db.url).await.expect_err("a column is missing"));
        assert_eq!((failure.line, failure.column), (Some(4), Some(20)), "{failure}");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn who_cannot_connect_is_told_what_to_put_right(db: &Database) {
        let set = migrations(db.server.dialect(), &[FIRST]);
        let (server, name) = db.url.rsplit_once('/').expect("a URL");
        let (scheme, address) = server.split_once("://").expect("a URL");
        let address = address.rsplit('@').next().expect("a host");
        let name = name.split('?').next().expect("a name");
        for (url, help) in [
            (format!("{server}/{name}_which_is_not_there"), "make the database"),
            (format!("{scheme}://nobody_at_all:x@{address}/{name}"), "user, password"),
            (format!("{scheme}://127.0.0.1:1/{name}"), "start the server"),
            (format!("{}//{address}/{name}", scheme.to_uppercase() + ":"), "write `"),
        ] {
            let error = set.upgrade(&url).await.expect_err("nobody is let in").to_string();
            assert!(error.contains(&format!("= help: {help}")), "{url}: {error}");
        }
    }
}

on_every_server! {
    /// `main` prints the debug form of an error that it returns.
    async fn the_debug_form_is_for_people_too(db: &Database) {
        let second = ("2_second.sql", "-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\nINSERT INTO nowhere VALUES (1);\n");
        let set = migrations(db.server.dialect(), &[FIRST, second]);
        let error = set.upgrade(&db.url).await.expect_err("a table is missing");
        let text = format!("{error:?}");
        assert!(text.starts_with("M1020: statement 1 of 1 of revision 2 (up) failed: "), "{text}");
        assert!(text.contains("--> migrations/2_second.sql:4:13"), "{text}");
    }
}
