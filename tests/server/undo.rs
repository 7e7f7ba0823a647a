//! The proof of the down is held to the real servers: a down that we call right leaves what was there before, one that
//! we call wrong does not, and the statements that we offer mend it.
//!
//! `undo/<dialect>.sql` holds cases: `-- case`, what is there before, `-- up`, `-- down` with the right one, and any number
//! of `-- wrong <part of what is said>` and of `-- error <part of what is said>`, whose statements cannot run.

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::Diagnostic;
use migrate_schema::diff::same;
use migrate_schema::replay::{Act, Acts, Down, replay};
use migrate_schema::source::{Place, Source, Sources, Span};
use migrate_schema::sql::{Stmt, split};
use migrate_schema::{read, undo};
use migrate_tests::{Database, Server, block_on};

fn acts(sql: &str, dialect: Dialect) -> Vec<Act> {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("case.sql", sql));
    let act = |stmt: &Stmt| Act {
        changes: read::read(id, sql, stmt, dialect).into_changes(),
        trusted: false,
        place: Place { source: id, span: stmt.span },
    };
    split(id, sql, 0..sql.len(), dialect, &mut Vec::new()).iter().map(act).collect()
}

fn statements(sql: &str, dialect: Dialect) -> Vec<String> {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("case.sql", sql));
    let stmts = split(id, sql, 0..sql.len(), dialect, &mut Vec::new());
    stmts.iter().map(|stmt| stmt.text(sql).to_owned()).collect()
}

/// What is said about a down, and the statements that are offered.
fn said(dialect: Dialect, [before, up, down]: [&str; 3]) -> (Vec<String>, Vec<String>) {
    let at = Place { source: Sources::new().add(Source::new("down.sql", "")), span: Span::new(0, 0) };
    let history = [
        Acts { up: acts(before, dialect), ..Acts::default() },
        Acts { up: acts(up, dialect), down: Some(Down { acts: acts(down, dialect), at }), ..Acts::default() },
    ];
    let mut out: Vec<Diagnostic> = Vec::new();
    replay(dialect, &[], &history, &mut out, undo::of_a_set());
    let offered = out
        .iter()
        .flat_map(|problem| &problem.help)
        .filter_map(|help| Some(help.strip_prefix("add `")?.strip_suffix("` to the down")?.to_owned()));
    let offered = offered.collect();
    (
        out.iter().flat_map(|problem| [std::slice::from_ref(&problem.message), &problem.notes].concat()).collect(),
        offered,
    )
}

/// What the server has.
fn live(database: &Database) -> Catalog {
    let (mut sources, mut problems) = (Sources::new(), Vec::new());
    let catalog = database.schema().catalog(&mut sources, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    catalog
}

fn differences(database: &Database, before: &Catalog) -> Vec<String> {
    let now = live(database);
    let found = same::compare(before, &now, Some(&database.schema().defaults));
    let order = |found: &same::Difference| matches!(&found.change, same::Change::Differs { what, .. } if *what == "order of columns");
    found.differences.iter().filter(|found| !order(found)).map(|found| format!("{found:?}")).collect()
}

async fn all(database: &Database, sql: &[String]) -> bool {
    database.run_each(sql).await.iter().all(|ran| *ran)
}

/// One down on the server: whether it ran, and what it left different.
fn on_server(
    database: &Database,
    dialect: Dialect,
    parts: [&str; 3],
    offered: &[String],
) -> (bool, Vec<String>, Vec<String>) {
    let [before, up, down] = parts.map(|part| statements(part, dialect));
    block_on(async {
        database.empty().await;
        assert!(all(database, &before).await, "what is there before does not run: {before:?}");
    });
    let was = live(database);
    let ran = block_on(async {
        assert!(all(database, &up).await, "the up does not run: {up:?}");
        all(database, &down).await
    });
    let left = differences(database, &was);
    let mended = match offered {
        [] => Vec::new(),
        offered => {
            let texts: Vec<String> = offered.iter().flat_map(|text| statements(text, dialect)).collect();
            assert!(block_on(all(database, &texts)), "what is offered does not run: {offered:?}");
            differences(database, &was)
        }
    };
    (ran, left, mended)
}

fn check(server: Server, text: &str) {
    let Some(database) = Database::new(server) else { return };
    let dialect = server.dialect();
    let mut wrong: Vec<String> = Vec::new();
    for case in text.split("-- case ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name and SQL");
        let (before, rest) = rest.split_once("-- up\n").expect("an up");
        let (up, rest) = rest.split_once("-- down\n").expect("a down");
        let downs = format!("right\n{rest}").replace("-- wrong ", "\u{1}wrong ").replace("-- error ", "\u{1}error ");
        for down in downs.split('\u{1}') {
            let (head, down) = down.split_once('\n').expect("what is expected, and SQL");
            let (said, offered) = said(dialect, [before, up, down]);
            // A file is emptied by taking another.
            let fresh = if server == Server::Sqlite { Database::new(server) } else { None };
            let (ran, left, mended) =
                on_server(fresh.as_ref().unwrap_or(&database), dialect, [before, up, down], &offered);
            let mut tell = |what: String| wrong.push(format!("{name}, {head}: {what}"));
            match head.split_once(' ') {
                None => {
                    if !ran || !left.is_empty() {
                        tell(format!("the server has ran={ran} {left:?}"));
                    }
                    if !said.is_empty() {
                        tell(format!("we say {said:?}"));
                    }
                }
                Some((kind, part)) => {
                    if ran != (kind == "wrong") || kind == "wrong" && left.is_empty() {
                        tell(format!("the server has ran={ran} {left:?}"));
                    }
                    if !said.iter().any(|said| said.contains(part)) {
                        tell(format!("we say {said:?}"));
                    }
                    if kind == "wrong" && (offered.is_empty() || !mended.is_empty()) {
                        tell(format!("we offer {offered:?}, which leaves {mended:?}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn postgres_has_what_the_proof_says() {
    check(Server::Postgres, include_str!("undo/postgres.sql"));
}

#[test]
fn mariadb_has_what_the_proof_says() {
    check(Server::MariaDb, include_str!("undo/mariadb.sql"));
}

#[test]
fn sqlite_has_what_the_proof_says() {
    check(Server::Sqlite, include_str!("undo/sqlite.sql"));
}
