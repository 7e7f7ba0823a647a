//! What an observer is told.

use std::sync::{Arc, Mutex};

use migrate_runtime::{Event, Migrations, Report};
use migrate_tests::{Database, migrations, on_every_server, on_servers};

const TWO: [(&str, &str); 2] = [
    ("1_a.sql", "-- migrate:up\nCREATE TABLE a (id INT);\nINSERT INTO a VALUES (1), (2);\n"),
    ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (id INT);\n"),
];

/// A short line for each event.
pub(crate) fn line(event: &Event<'_>) -> String {
    match event {
        Event::WaitingForDatabase { .. } => "no database".to_owned(),
        Event::WaitingForLock { holder, .. } => format!("waiting for {}", holder.unwrap_or("?")),
        Event::Planned { revisions, statements, .. } => format!("planned {revisions}/{statements}"),
        Event::RevisionStarted { revision, .. } => format!("start {revision}"),
        Event::StatementStarted { revision, number, of, .. } => format!("run {revision}:{number}/{of}"),
        Event::StatementDone { revision, number, rows, .. } => {
            format!("done {revision}:{number} {}", rows.map_or("-".to_owned(), |rows| rows.to_string()))
        }
        Event::Notice { text, .. } => format!("notice {text}"),
        Event::RevisionFinished { taken, .. } => format!("finished {}", taken.id),
        Event::Retry { revision, attempt, .. } => format!("retry {revision} {attempt}"),
        Event::Finished { report, .. } => format!("end {}", report.steps.len()),
        Event::Failed { error, .. } => format!("failed {}", error.code()),
        other => format!("{other:?}"),
    }
}

/// An upgrade, and what was told.
pub(crate) async fn watched(db: &Database, set: &Migrations) -> (Result<Report, migrate_runtime::Error>, Vec<String>) {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let kept = lines.clone();
    let result = set.upgrade(&db.url).observe(move |event| kept.lock().expect("no panic").push(line(event))).await;
    let lines = std::mem::take(&mut *lines.lock().expect("no panic"));
    (result, lines)
}

on_every_server! {
    async fn an_observer_is_told_each_step_in_order(db: &Database) {
        let set = migrations(db.server.dialect(), &TWO);
        let (result, lines) = watched(db, &set).await;
        result.expect("an upgrade");
        assert_eq!(lines, [
            "planned 2/3",
            "start 1", "run 1:1/2", "done 1:1 -", "run 1:2/2", "done 1:2 2", "finished 1",
            "start 2", "run 2:1/1", "done 2:1 -", "finished 2",
            "end 2",
        ]);
        let (result, lines) = watched(db, &set).await;
        result.expect("nothing to do");
        assert_eq!(lines, ["planned 0/0", "end 0"]);
    }
}

on_every_server! {
    async fn an_observer_is_told_of_a_failure(db: &Database) {
        let bad = ("2_b.sql", "-- migrate:revises 1\n-- migrate:up\n-- migrate:trust\nINSERT INTO nowhere VALUES (1);\n");
        let set = migrations(db.server.dialect(), &[TWO[0], bad]);
        let (result, lines) = watched(db, &set).await;
        result.expect_err("there is no such table");
        assert_eq!(&lines[lines.len() - 3..], ["start 2", "run 2:1/1", "failed M1020"]);
    }
}

on_servers! {
    [postgres Postgres]
    async fn notices_of_the_server_reach_the_observer(db: &Database) {
        let noisy = ("1_a.sql", "-- migrate:up\nDO $$ BEGIN RAISE NOTICE 'half of it'; END $$;\nCREATE TABLE a (id INT);\n");
        let set = migrations(db.server.dialect(), &[noisy]);
        let (result, lines) = watched(db, &set).await;
        result.expect("an upgrade");
        assert!(lines.contains(&"notice half of it".to_owned()), "{lines:?}");
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn a_call_with_several_results_does_not_shift_what_is_told_of_others(db: &Database) {
        db.execute("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END").await;
        let set = migrations(db.server.dialect(), &[(
            "1_a.sql",
            "-- migrate:up\nCREATE TABLE a (id INT);\n-- migrate:trust\nCALL p();\nINSERT INTO a VALUES (1), (2);\n",
        )]);
        let (result, lines) = watched(db, &set).await;
        result.expect("an upgrade");
        assert_eq!(&lines[1..lines.len() - 1], [
            "start 1", "run 1:1/3", "done 1:1 -", "run 1:2/3", "done 1:2 -", "run 1:3/3", "done 1:3 -", "finished 1",
        ]);
    }
}
