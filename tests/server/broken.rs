//! Statements with mistakes among others: what the server refuses, we refuse, and nothing else.
//!
//! `broken/<dialect>/<theme>.sql` is a history. A statement behind `-- error <code> <message>` is refused by both, one
//! behind `-- missed` by the server alone: a gap that is known. Both leave out what the server refuses. All others are
//! accepted by both. With `UPDATE_GOLDEN=1` the lines are written anew; a statement that we alone refuse stays an error.

use std::fs;
use std::path::Path;

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{Diagnostic, Severity};
use migrate_schema::interpret;
use migrate_schema::read;
use migrate_schema::source::{Place, Source, SourceId, Sources};
use migrate_schema::sql::{Stmt, judge, split};
use migrate_tests::{Database, Server, Session};

/// What we say of a statement. Its changes are made.
fn say(id: SourceId, text: &str, stmt: &Stmt, dialect: Dialect, catalog: &mut Catalog) -> Option<String> {
    let mut out: Vec<Diagnostic> = Vec::new();
    if judge::judge(id, text, stmt, dialect, &mut out) {
        for change in read::read(id, text, stmt, dialect).into_changes() {
            interpret::carry_out(catalog, Place { source: id, span: stmt.span }, &change, &mut out);
        }
    }
    let first = out.iter().find(|problem| problem.severity == Severity::Error)?;
    Some(format!("{} {}", first.code.id, first.message.replace('\n', " ")))
}

fn check(server: Server) {
    let dialect = server.dialect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/broken").join(dialect.facts().name);
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    for file in fs::read_dir(folder).expect("a folder of histories") {
        let path = file.expect("a file").path();
        let Some(database) = Database::new(server) else { return };
        let text = fs::read_to_string(&path).expect("a readable history");
        let mut sources = Sources::new();
        let id = sources.add(Source::new("broken.sql", &text));
        let mut catalog = Catalog::new(dialect, []);
        let mut written = String::new();
        let stmts = split(id, &text, 0..text.len(), dialect, &mut Vec::new());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a tokio runtime");
        let mut session = runtime.block_on(Session::open(&database));
        for stmt in &stmts {
            let sql = stmt.text(&text);
            let before = text[..stmt.span.start as usize].trim_end();
            let line = before.rsplit('\n').next().unwrap_or_default();
            let refused = runtime.block_on(session.run(sql)).err().map(|refused| refused.message);
            let ours = match &refused {
                Some(_) => say(id, &text, stmt, dialect, &mut catalog.clone()),
                None => say(id, &text, stmt, dialect, &mut catalog),
            };
            let found = match (&refused, &ours) {
                (Some(_), Some(ours)) => format!("-- error {ours}"),
                (Some(_), None) => "-- missed".to_owned(),
                (None, _) => String::new(),
            };
            let head: String = sql.chars().take(100).collect();
            if let (None, Some(ours)) = (&refused, &ours) {
                wrong.push(format!("{}: FALSE ERROR `{ours}` at `{head}`", path.display()));
            }
            let expected = if line.starts_with("-- error ") || line == "-- missed" { line } else { "" };
            if expected != found && !update {
                wrong.push(format!("{}: expected `{expected}`, found `{found}` at `{head}`", path.display()));
            }
            if !found.is_empty() {
                written.push_str(&found);
                written.push('\n');
            }
            written.push_str(sql);
            written.push_str(";\n");
        }
        if update {
            fs::write(&path, written).expect("a writable history");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mariadb_refuses_the_same() {
    check(Server::MariaDb);
}

#[test]
fn sqlite_refuses_the_same() {
    check(Server::Sqlite);
}
