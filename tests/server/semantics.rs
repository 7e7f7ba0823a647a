//! What the catalog calls wrong, the real server refuses at the same statement, and the other way round.
//!
//! `semantics/<dialect>.sql` and `semantics/all.sql` hold cases, each begun by `-- case …` on an empty database. A
//! statement behind `-- error <code> <part of the message>` is refused by both; one behind `-- missed` is refused by the
//! server alone: a gap that is known. All others are accepted by both.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::same;
use migrate_schema::interpret;
use migrate_schema::read;
use migrate_schema::source::{Place, Source, Sources};
use migrate_schema::sql::{Kind, Stmt, judge, split, text, tokens_of};
use migrate_tests::{Database, Server, block_on, themes};

const ALL: &str = include_str!("semantics/all.sql");
const POSTGRES: &str = include_str!("semantics/postgres.sql");
const MARIADB: &str = include_str!("semantics/mariadb.sql");
const MARIADB_CODE: &str = include_str!("semantics/mariadb_code.sql");
const SQLITE: &str = include_str!("semantics/sqlite.sql");

/// What is expected of a statement.
#[derive(Clone, PartialEq, Debug)]
enum Expected {
    Fine,
    Error(String),
    Missed,
}

fn check(server: Server, texts: &[&str]) {
    let mut wrong = Vec::new();
    let Some(database) = Database::new(server) else { return };
    for text in texts {
        for case in text.split("-- case ").skip(1) {
            let (name, sql) = case.split_once('\n').expect("a name and SQL");
            let mut problems = Vec::new();
            if let Err(problem) = run(&database, server.dialect(), sql, &mut problems) {
                problems.push(problem);
            }
            wrong.extend(problems.iter().map(|problem| format!("{name}: {problem}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn expected_before(sql: &str, start: usize) -> Expected {
    let before = sql[..start].trim_end();
    let line = before.rsplit('\n').next().unwrap_or_default();
    if let Some(error) = line.strip_prefix("-- error ") {
        return Expected::Error(error.trim().to_owned());
    }
    if line.starts_with("-- missed") { Expected::Missed } else { Expected::Fine }
}

/// Each statement that is refused is then left out, so that those behind it have their turn.
fn run(database: &Database, dialect: Dialect, sql: &str, wrong: &mut Vec<String>) -> Result<(), String> {
    let mut left_out = BTreeSet::new();
    while let Some(refused) = run_without(&left_out, database, dialect, sql, wrong)? {
        left_out.insert(refused);
    }
    Ok(())
}

/// Runs a case without some of its statements; the number of the one that is refused as expected, if any.
fn run_without(
    left_out: &BTreeSet<usize>,
    database: &Database,
    dialect: Dialect,
    sql: &str,
    wrong: &mut Vec<String>,
) -> Result<Option<usize>, String> {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("case.sql", sql));
    let mut problems = Vec::new();
    let stmts = split(id, sql, 0..sql.len(), dialect, &mut problems);
    for stmt in &stmts {
        judge::judge(id, sql, stmt, dialect, &mut problems);
    }
    if let Some(problem) = problems.first() {
        return Err(format!("the judge refuses it: {}", problem.message));
    }
    let numbers: Vec<usize> = (0..stmts.len()).filter(|at| !left_out.contains(at)).collect();
    let texts: Vec<String> = numbers.iter().map(|at| stmts[*at].text(sql).to_owned()).collect();
    let refused = block_on(database.first_refused(&texts));
    let mut catalog = Catalog::new(dialect, []);
    for (at, &number) in numbers.iter().enumerate() {
        let stmt = &stmts[number];
        let head: String = texts[at].chars().take(60).collect();
        let expected = expected_before(sql, stmt.span.start as usize);
        let mut out = Vec::new();
        for change in read::read(id, sql, stmt, dialect).into_changes() {
            interpret::carry_out(&mut catalog, Place { source: id, span: stmt.span }, &change, &mut out);
        }
        let ours = out.first().map(|problem| format!("{} {}", problem.code.id, problem.message));
        let theirs = refused.as_ref().filter(|(index, _)| *index == at).map(|(_, message)| message);
        match (&expected, &ours, theirs) {
            (_, Some(ours), None) => wrong.push(format!("FALSE ERROR `{ours}` at `{head}`")),
            (Expected::Fine, None, None) => (),
            (Expected::Fine, _, Some(theirs)) => {
                return Err(format!("the server says `{theirs}` at `{head}`, we {ours:?}"));
            }
            (Expected::Missed, None, Some(_)) => return Ok(Some(number)),
            (Expected::Missed, Some(_), Some(_)) => return Err(format!("not missed any more: `{head}`")),
            (Expected::Error(error), Some(ours), Some(_)) if ours.contains(error.as_str()) => {
                if out.len() > 1 {
                    let second = &out[1].message;
                    return Err(format!("one mistake and two messages: `{ours}` and `{second}`"));
                }
                return Ok(Some(number));
            }
            (expected, ours, theirs) => {
                return Err(format!("expected {expected:?} at `{head}`, we {ours:?}, the server {theirs:?}"));
            }
        }
    }
    Ok(None)
}

/// The statements of a text.
fn statements(sql: &str, dialect: Dialect) -> Vec<Stmt> {
    let id = Sources::new().add(Source::new("case.sql", sql));
    split(id, sql, 0..sql.len(), dialect, &mut Vec::new())
}

/// What the catalog keeps of a text is the same SQL: the server takes and refuses the statements as they are spaced just
/// as it does those that were written.
fn check_spaced(server: Server, texts: &[&str]) {
    let Some(database) = Database::new(server) else { return };
    let mut wrong = Vec::new();
    for case in texts.iter().flat_map(|text| text.split("-- case ").skip(1)) {
        let (name, sql) = case.split_once('\n').expect("a name and SQL");
        let (mut written, mut spaced) = (Vec::new(), Vec::new());
        for stmt in statements(sql, server.dialect()) {
            let tokens: Vec<_> =
                tokens_of(sql, &stmt, server.dialect()).filter(|token| token.kind != Kind::Comment).collect();
            written.push(stmt.text(sql).to_owned());
            spaced.push(text::spaced(sql, &tokens, server.dialect()));
        }
        let one = block_on(database.first_refused(&written)).map(|(at, _)| at);
        let other = block_on(database.first_refused(&spaced));
        if one != other.as_ref().map(|(at, _)| *at) {
            wrong.push(format!("{name}: {other:?} in {spaced:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spaced_text_is_the_same_to_postgres() {
    check_spaced(Server::Postgres, &[ALL, POSTGRES]);
}

/// A case that makes a database by its name cannot run twice at once.
static NAMED: Mutex<()> = Mutex::new(());

#[test]
fn spaced_text_is_the_same_to_mariadb() {
    let _alone = NAMED.lock().unwrap_or_else(PoisonError::into_inner);
    check_spaced(Server::MariaDb, &[ALL, MARIADB]);
}

#[test]
fn spaced_text_is_the_same_to_sqlite() {
    check_spaced(Server::Sqlite, &[ALL, SQLITE]);
}

/// What is not compared, by a part of the line: what a live database does not tell, or tells in another form.
const NOT_TOLD: [&str; 7] = [
    // With the quotes of the server.
    "trigger tr on uu",
    "order of columns",
    "part: Some(\"column at\"), change: Differs { what: \"default\"",
    "replica identity full",
    "compression pglz",
    "with fillfactor",
    "policy yours",
];

/// What the catalog holds after the cases of its own tests is what the server has.
#[test]
fn the_catalog_is_that_of_the_server() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrate-schema/src/catalog/tests/cases");
    let mut wrong = Vec::new();
    for server in [Server::Postgres, Server::MariaDb, Server::Sqlite] {
        let dialect = server.dialect();
        for file in fs::read_dir(root.join(dialect.facts().name)).expect("a folder of cases") {
            let path = file.expect("a file").path();
            if path.extension().is_none_or(|extension| extension != "sql") {
                continue;
            }
            let Some(database) = Database::new(server) else { continue };
            if server == Server::Postgres {
                // Roles belong to the server, and cases name one.
                let role = "DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$";
                block_on(database.execute(role));
            }
            let text = fs::read_to_string(&path).expect("a readable case");
            let (mut sources, sql) = (Sources::new(), &*text);
            let id = sources.add(Source::new("case.sql", sql));
            let stmts = statements(sql, dialect);
            let texts: Vec<String> = stmts.iter().map(|stmt| stmt.text(sql).to_owned()).collect();
            if let Some((at, message)) = block_on(database.run_all(&texts)) {
                wrong.push(format!("{}: {message} at {}", path.display(), texts[at]));
                continue;
            }
            let (mut ours, mut out) = (Catalog::new(dialect, []), Vec::new());
            for stmt in &stmts {
                for change in read::read(id, sql, stmt, dialect).into_changes() {
                    ours.apply(&change, &mut out);
                }
            }
            let schema = database.schema();
            let theirs = schema.catalog(&mut sources, &mut out);
            let found = same::compare(&ours, &theirs, Some(&schema.defaults));
            let lines = found.differences.iter().map(|found| format!("{}: {found:?}", path.display()));
            wrong.extend(lines.filter(|line| !NOT_TOLD.iter().any(|part| line.contains(part))));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn as_postgres_says() {
    check(Server::Postgres, &[ALL, POSTGRES]);
}

#[test]
fn as_mariadb_says() {
    let _alone = NAMED.lock().unwrap_or_else(PoisonError::into_inner);
    check(Server::MariaDb, &[ALL, MARIADB, MARIADB_CODE]);
}

#[test]
fn as_sqlite_says() {
    check(Server::Sqlite, &[ALL, SQLITE]);
}

/// Statements in large numbers, by theme: `semantics/postgres/<theme>.sql`. `--bin cases` shows and labels them.
#[test]
fn as_postgres_says_of_each_statement() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("server/semantics/postgres");
    let mut wrong = Vec::new();
    for file in fs::read_dir(folder).expect("a folder of themes") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a readable theme");
        let Some(cases) = block_on(themes::run(Server::Postgres, &text)) else { return };
        for case in &cases {
            let problems = case.said.iter().filter_map(themes::Said::problem);
            wrong.extend(problems.map(|problem| format!("{}: {problem}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A call of one of these leaves no doubt about the schema: the server lets no stable function change anything.
#[test]
fn functions_that_are_taken_for_harmless_are_stable() {
    let Some(database) = Database::new(Server::Postgres) else { return };
    let stable = block_on(database.texts(
        "SELECT proname::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace GROUP BY proname \
         HAVING bool_and(provolatile IN ('i', 's'))",
    ));
    let names = include_str!("../../migrate-schema/src/sql/harmless/postgres.txt");
    let wrong: Vec<&str> = names.lines().filter(|name| !stable.iter().any(|other| other == name)).collect();
    assert!(names.lines().count() > 1_000 && wrong.is_empty(), "{wrong:?}");
}

/// Each function that the server has of itself may be called, and each type, to cast.
#[test]
fn all_functions_of_the_server_are_known() {
    let Some(database) = Database::new(Server::Postgres) else { return };
    let own = block_on(database.texts(
        "SELECT proname::text FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace \
         UNION SELECT typname::text FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'd', 'r', 'm')",
    ));
    let names: Vec<&str> = include_str!("../../migrate-schema/src/catalog/function/postgres.txt").lines().collect();
    let known = |name: &&String| {
        names.contains(&&***name) || name.starts_with("pg_") || name.starts_with('_') || name.starts_with("RI_")
    };
    let wrong: Vec<&String> = own.iter().filter(|name| !known(name)).collect();
    assert!(own.len() > 2_000 && wrong.is_empty(), "{wrong:?}");
}
