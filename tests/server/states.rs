//! The database and the set do not fit: edited, reworded, newer, slipped in.

use migrate_runtime::{Error, Newer};
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
        assert!(matches!(&error, Error::Edited { ids, .. } if *ids == ["1"]), "{error:?}");
        let text = error.to_string();
        assert!(text.contains("--> migrations/1_first.sql:3\n  | - CREATE TABLE a (id INT)\n  | + CREATE TABLE a (id BIGINT)\n"), "{text}");
        assert!(text.contains("1 First, applied 20") && text.contains("migrate repair accept 1"), "{text}");
        let status = set.status(&db.url).await.expect("a status");
        assert_eq!(status.edited, ["1"]);
        assert_eq!(status.edits[0].statements[0].was.as_deref(), Some("CREATE TABLE a (id INT)"));
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
        let note = report.notes().join("\n");
        assert!(note.contains("newer than this program") && note.contains("\n  2 second, applied 20"), "{note}");
        older.require_current(&db.url).await.expect("it has all that it needs");
        assert_eq!(older.current(&db.url).await.expect("the heads"), ["2"]);
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
        assert_eq!(report.slipped_in, ["15"]);
        assert_eq!(report.moved.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2 revised 1 when it was applied, and revises 15 now"]);
        assert!(report.reworded.is_empty(), "that its parent changed is said already: {:?}", report.reworded);
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

on_every_server! {
    async fn a_newer_database_is_refused_where_that_is_asked_for(db: &Database) {
        let second = second(db);
        migrations(db.server.dialect(), &[FIRST, (second.0, &second.1)]).upgrade(&db.url).await.expect("an upgrade");
        let older = migrations(db.server.dialect(), &[FIRST]);
        let error = older.upgrade(&db.url).newer(Newer::Refuse).await.expect_err("it is newer");
        let Error::Newer { rows, .. } = &error else { panic!("{error:?}") };
        assert_eq!(rows[0].id, "2");
        assert!(!rows[0].applied_at.is_empty() && error.to_string().contains(&rows[0].applied_at), "{error}");

        let strict = migrations(db.server.dialect(), &[("migrate.toml", "newer = \"refuse\"\n"), FIRST]);
        let error = strict.upgrade(&db.url).await.expect_err("the settings say so");
        assert!(matches!(error, Error::Newer { .. }), "{error:?}");
        let error = strict.require_current(&db.url).await.expect_err("the settings say so");
        assert!(matches!(&error, Error::Newer { rows, .. } if !rows[0].applied_at.is_empty()), "{error:?}");
        strict.upgrade(&db.url).newer(Newer::Allow).await.expect("the call is nearer than the settings");
    }
}

on_every_server! {
    async fn a_rewritten_history_stops_the_upgrade_until_somebody_says_that_it_is_right(db: &Database) {
        let folder = Folder::new(&[FIRST, ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\n-- migrate:down\nDROP TABLE b;\n")]);
        folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("an upgrade");
        folder.write("2_b.sql", "-- migrate:up\nCREATE TABLE b (id INT);\n-- migrate:down\nDROP TABLE b;\n");
        folder.write("1_first.sql", "-- First\n-- migrate:revises 2\n-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n");
        let set = folder.migrations(db.server.dialect());
        let error = set.upgrade(&db.url).await.expect_err("2 came after 1");
        let Error::Rewritten { revisions } = &error else { panic!("{error:?}") };
        assert_eq!(revisions.iter().map(|moved| (moved.id.as_str(), moved.lost.join(" "))).collect::<Vec<_>>(), [("2", "1".to_owned())]);
        assert!(error.to_string().contains("`migrate repair rewrite 2`"), "{error}");
        let status = set.status(&db.url).await.expect("a status");
        assert_eq!(status.moved.len(), 2);
        assert_eq!(status.problems()[0].commands, ["migrate repair rewrite 2"]);
        set.repair(&db.url).rewrite(Vec::<String>::new()).await.expect("a repair");
        assert!(set.upgrade(&db.url).await.expect("nothing to do").moved.is_empty());
        set.downgrade(&db.url, "base").await.expect("in the order of today");
    }
}

on_every_server! {
    async fn a_file_that_is_gone_is_told_apart_from_a_database_that_is_newer(db: &Database) {
        let third = ("3_third.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (id INT);\n-- migrate:down\nDROP TABLE c;\n");
        let second = second(db);
        migrations(db.server.dialect(), &[FIRST, (second.0, &second.1), third]).upgrade(&db.url).await.expect("an upgrade");
        let third = (third.0, third.1.replace("revises 2", "revises 1"));
        let without = migrations(db.server.dialect(), &[FIRST, (third.0, &third.1)]);
        let status = without.status(&db.url).await.expect("a status");
        assert_eq!((status.unknown, status.removed), (vec!["2".to_owned()], vec!["2".to_owned()]));
        let error = without.upgrade(&db.url).await.expect_err("3 came after 2");
        assert!(matches!(&error, Error::Rewritten { revisions } if revisions[0].lost == ["2"]), "{error:?}");
    }
}
