//! What is wrong in the ledger is mended by named actions, and each is recorded.

use migrate_runtime::{Error, Problem};
use migrate_tests::{Database, Folder, migrations, on_every_server, on_servers};

const FIRST: (&str, &str) =
    ("1_first.sql", "-- First\n-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:down\nDROP TABLE a;\n");
const SECOND: (&str, &str) =
    ("2_second.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\n-- migrate:down\nDROP TABLE b;\n");

fn commands(problems: &[Problem]) -> Vec<&str> {
    problems.iter().flat_map(|problem| &problem.commands).map(String::as_str).collect()
}

on_every_server! {
    async fn an_edited_revision_is_accepted_and_can_be_taken_back_as_it_is_now(db: &Database) {
        let folder = Folder::new(&[FIRST, SECOND]);
        let set = folder.migrations(db.server.dialect());
        set.upgrade(&db.url).await.expect("an upgrade");
        assert!(set.status(&db.url).await.expect("a status").problems().is_empty());
        let error = set.repair(&db.url).accept(["1"]).await.expect_err("nothing is wrong");
        assert!(matches!(&error, Error::NothingToRepair { why, .. } if why == "its text is what was applied"), "{error:?}");

        folder.write(SECOND.0, &SECOND.1.replace("TABLE b", "TABLE renamed"));
        db.execute("ALTER TABLE b RENAME TO renamed").await;
        let set = folder.migrations(db.server.dialect());
        assert_eq!(commands(&set.status(&db.url).await.expect("a status").problems()), ["migrate repair accept 2"]);
        let script = set.repair(&db.url).accept(["2"]).plan().await.expect("a plan");
        assert!(script.to_sql().contains("migrate_ledger_repairs"), "{}", script.to_sql());
        set.upgrade(&db.url).await.expect_err("a plan changes nothing");
        let report = set.repair(&db.url).accept(["2"]).await.expect("a repair");
        assert_eq!(report.repaired[0].to_string(), "accepted 2: its text of today counts as what was applied");
        assert!(set.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());

        // The down that the ledger keeps is the one of today.
        let older = migrations(db.server.dialect(), &[FIRST]);
        older.downgrade(&db.url, "1").await.expect("a downgrade");
        assert_eq!(db.tables().await, ["a", "migrate_ledger", "migrate_ledger_repairs"]);

        let records = set.repair(&db.url).records().await.expect("the records");
        assert_eq!(records.len(), 1);
        let record = &records[0];
        assert_eq!((record.action.as_str(), record.revision.as_str()), ("accept", "2"));
        assert!(record.at.len() == 24 && record.at.ends_with('Z') && !record.by.is_empty(), "{record:?}");
        assert!(record.was.starts_with("applied, upgrade 20") && record.was.contains("; parents 1;"), "{record:?}");
    }
}

on_every_server! {
    async fn a_revision_that_is_not_in_the_folder_any_more_is_forgotten(db: &Database) {
        let third = ("3_third.sql", "-- migrate:revises 2\n-- migrate:up\nCREATE TABLE c (id INT);\n-- migrate:down\nDROP TABLE c;\n");
        migrations(db.server.dialect(), &[FIRST, SECOND, third]).upgrade(&db.url).await.expect("an upgrade");
        let third = third.1.replace("revises 2", "revises 1");
        let without = migrations(db.server.dialect(), &[FIRST, ("3_third.sql", &third)]);
        let problems = without.status(&db.url).await.expect("a status").problems();
        assert_eq!(commands(&problems), ["migrate repair rewrite 3", "migrate repair forget 2"]);
        let error = without.repair(&db.url).forget(["1"]).await.expect_err("it is here");
        assert!(error.to_string().contains("`migrate downgrade` takes it back"), "{error}");
        let error = without.repair(&db.url).forget(["7"]).await.expect_err("nobody knows it");
        assert!(error.to_string().contains("neither the database nor this program knows it"), "{error}");
        without.repair(&db.url).forget(["2"]).await.expect("a repair");
        without.repair(&db.url).rewrite(["3"]).await.expect("a repair");
        assert!(without.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());
        assert_eq!(db.ledger().await, ["1", "3"]);
        assert_eq!(db.tables().await, ["a", "b", "c", "migrate_ledger", "migrate_ledger_repairs"]);
        let records = without.repair(&db.url).records().await.expect("the records");
        assert_eq!(records.iter().map(|record| record.action.as_str()).collect::<Vec<_>>(), ["forget", "rewrite"]);
        let kept = db.texts("SELECT down FROM migrate_ledger_repairs WHERE revision = '2'").await;
        assert!(kept[0].contains("DROP TABLE b"), "what was forgotten can still be looked up: {kept:?}");
    }
}

/// A process died in the only statement of the second revision.
async fn died(db: &Database, state: &str) {
    db.execute(&format!("UPDATE migrate_ledger SET state = '{state}', begun = 1, done = 0 WHERE id = '2'")).await;
}

on_servers! {
    [postgres Postgres, mariadb MariaDb, sqlite Sqlite]
    async fn an_unfinished_revision_is_abandoned(db: &Database) {
        let set = migrations(db.server.dialect(), &[FIRST, SECOND]);
        set.upgrade(&db.url).await.expect("an upgrade");
        let error = set.repair(&db.url).abandon(["2"]).await.expect_err("it is finished");
        assert!(error.to_string().contains("cannot abandon 2: it is finished"), "{error}");

        died(db, "reverting").await;
        let problems = set.status(&db.url).await.expect("a status").problems();
        assert_eq!(commands(&problems), ["migrate resume", "migrate rerun", "migrate mark-applied", "migrate repair abandon 2"]);
        set.repair(&db.url).abandon(["2"]).await.expect("a repair");
        assert_eq!(db.ledger().await, ["1", "2"]);

        died(db, "applying").await;
        db.execute("DROP TABLE b").await;
        set.repair(&db.url).abandon(["2"]).await.expect("a repair");
        assert_eq!(db.ledger().await, ["1"]);
        set.upgrade(&db.url).await.expect("it is applied again");
        assert_eq!(db.ledger().await, ["1", "2"]);
    }
}

on_every_server! {
    async fn two_who_repair_at_once_record_it_once(db: &Database) {
        let folder = Folder::new(&[FIRST]);
        folder.migrations(db.server.dialect()).upgrade(&db.url).await.expect("an upgrade");
        folder.write(FIRST.0, &FIRST.1.replace("id INT", "id BIGINT"));
        let set = &folder.migrations(db.server.dialect());
        let both = futures_util::future::join(
            async { set.repair(&db.url).accept(["1"]).await },
            async { set.repair(&db.url).accept(["1"]).await },
        ).await;
        let outcomes = [both.0, both.1];
        assert!(outcomes.iter().any(Result::is_ok), "{outcomes:?}");
        for outcome in &outcomes {
            assert!(matches!(outcome, Ok(_) | Err(Error::NothingToRepair { .. })), "{outcome:?}");
        }
        assert_eq!(set.repair(&db.url).records().await.expect("the records").len(), 1);
    }
}

on_every_server! {
    async fn there_are_no_records_before_the_first_repair(db: &Database) {
        let set = migrations(db.server.dialect(), &[FIRST]);
        if db.server == migrate_tests::Server::Sqlite {
            db.execute("SELECT 1").await;
        }
        assert!(set.repair(&db.url).records().await.expect("no records").is_empty());
        set.upgrade(&db.url).await.expect("an upgrade");
        assert!(set.repair(&db.url).records().await.expect("no records").is_empty());
        assert_eq!(db.tables().await, ["a", "migrate_ledger"]);
    }
}
