//! The database and the set do not fit: edited, reworded, newer, slipped in.

use migrate_runtime::Error;
use migrate_tests::{Folder, migrations, on_every_server};

const FIRST: (&str, &str) =
    ("1_first.sql", "-- First\n-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n");
const SECOND: (&str, &str) = (
    "2_second.sql",
    "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT, `n` INT);\n-- migrate:down\nDROP TABLE b;\n",
);

fn second(db: &migrate_tests::Database) -> (&'static str, String) {
    let quote = db.server.dialect().facts().quote.to_string();
    (SECOND.0, SECOND.1.replace('`', &quote))
}

on_every_server! {
    async fn an_edited_revision_stops_the_upgrade_and_a_reworded_one_does_not(db: &Database) {
        let folder = Folder::new(&[FIRST]);
        folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("an upgrade");
        folder.write(FIRST.0, &FIRST.1.replace("CREATE TABLE a (", "CREATE  TABLE a /* why */ (\r\n"));
        let report = folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("the same tokens");
        assert_eq!(report.reworded, ["1"]);
        folder.write(FIRST.0, &FIRST.1.replace("id INT", "id BIGINT"));
        let set = folder.migrations(db.server.dialect());
        let error = set.upgrade(&db.url).await.expect_err("other tokens");
        assert!(matches!(&error, Error::Edited { ids } if *ids == ["1"]), "{error:?}");
        assert_eq!(set.status(&db.url).await.expect("a status").edited, ["1"]);
    }
}

on_every_server! {
    async fn an_older_program_works_on_a_newer_database_and_can_take_it_back(db: &Database) {
        let second = second(db);
        let newer = migrations(db.server.dialect(), &[FIRST, (second.0, &second.1)]);
        newer.upgrade(&db.url).await.expect("an upgrade");
        let older = migrations(db.server.dialect(), &[FIRST]);
        let report = older.upgrade(&db.url).await.expect("nothing to do");
        assert_eq!(report.unknown, ["2"]);
        older.require_current(&db.url).await.expect("it has all that it needs");
        let report = older.downgrade(&db.url, "1").await.expect("the ledger kept the down");
        assert_eq!(report.steps[0].id, "2");
        assert_eq!(db.tables().await, ["a", "migrate_ledger"]);
        assert_eq!(db.ledger().await, ["1"]);
    }
}

on_every_server! {
    async fn a_revision_that_slipped_in_below_the_head_is_applied(db: &Database) {
        let second = second(db);
        let folder = Folder::new(&[FIRST, (second.0, &second.1)]);
        folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("an upgrade");
        folder.write("15_between.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE c (id INT);\n-- migrate:down\nDROP TABLE c;\n");
        folder.write(second.0, &second.1.replace("revises 1", "revises 15"));
        let report = folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(report.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["15"]);
        assert_eq!(db.ledger().await, ["1", "15", "2"]);
    }
}

on_every_server! {
    async fn names_with_quotes_and_semicolons_are_only_names(db: &Database) {
        let folder = Folder::new(&[("1'; DROP TABLE a; --_x.sql", "")]);
        let project = migrate_schema::Project::load(folder.path(), "migrations", Default::default());
        assert!(project.set.is_none(), "an id has no white space");
        let table = "a'\"`;\\ b";
        let settings = format!("[ledger]\ntable = {table:?}\n");
        let file = ("1_x.sql", "-- it's \\ \"quoted\" `here`; $$ $migrate$\n-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n");
        let set = migrations(db.server.dialect(), &[("migrate.toml", &settings), file]);
        set.upgrade(&db.url).await.expect("an upgrade");
        assert_eq!(set.current(&db.url).await.expect("current"), ["1"]);
        let status = set.status(&db.url).await.expect("a status");
        assert_eq!(status.rows[0].title, "it's \\ \"quoted\" `here`; $$ $migrate$");
        set.downgrade(&db.url, "base").await.expect("a downgrade");
        assert_eq!(db.tables().await, [table]);
    }
}
