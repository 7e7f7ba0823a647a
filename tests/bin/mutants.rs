//! Histories with one mistake each: what the real server refuses for its meaning, we should refuse, and nothing else.
//!
//! `cargo run -p migrate-tests --bin mutants [-- [--missed] [--caught] [--false] [--fine] [--broken] [--each N] [folder or file…]]`. A folder is one
//! history, its `.sql` files in the order of their names; the dialect is a part of the path (`postgres`, `mariadb`, `mysql`,
//! `sqlite`). Without any it reads `tests/golden/histories`. Each statement of a history is tried with names misspelt,
//! with names of something else, and with an item of a list missing; at the end each object is dropped.
//! `--missed` lists what the server alone refuses, `--false` what we alone refuse (there must be none), `--fine` runs the
//! histories as they are and no mutants, `--each` is how many mutants a statement has at most. With `--broken` a history
//! holds statements with mistakes among others: each that the server refuses is left out and counted; `--caught` lists
//! what we say of those.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use migrate_core::Dialect;
use migrate_schema::catalog::{Catalog, Object};
use migrate_schema::diagnostic::{Diagnostic, Style, render_all};
use migrate_schema::diff::same;
use migrate_schema::interpret;
use migrate_schema::read;
use migrate_schema::render::Writer;
use migrate_schema::source::{Place, Source, Sources};
use migrate_schema::sql::reserved::is_reserved;
use migrate_schema::sql::{Kind, Stmt, Token, judge, split, tokens_of, transaction};
use migrate_tests::{Database, Refused, Server, Session, block_on};

/// What is done and shown.
#[derive(Clone, Copy)]
struct Wanted {
    missed: bool,
    wrong: bool,
    caught: bool,
    fine: bool,
    broken: bool,
    each: usize,
}

#[derive(Default)]
struct Rates {
    ran: usize,
    failed: usize,
    false_errors: usize,
    differences: usize,
    mutants: usize,
    accepted: usize,
    wrongly_refused: usize,
    /// By what the server says: refused by it, and of those by us.
    classes: BTreeMap<String, (usize, usize)>,
}

fn main() -> ExitCode {
    let mut wanted = Wanted { missed: false, wrong: false, caught: false, fine: false, broken: false, each: 6 };
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match &*arg {
            "--missed" => wanted.missed = true,
            "--false" => wanted.wrong = true,
            "--caught" => wanted.caught = true,
            "--fine" => wanted.fine = true,
            "--broken" => (wanted.fine, wanted.broken) = (true, true),
            "--each" => wanted.each = args.next().and_then(|number| number.parse().ok()).unwrap_or(wanted.each),
            _ => paths.push(arg.into()),
        }
    }
    if paths.is_empty() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/histories");
        for dialect in sorted(&root) {
            paths.extend(sorted(&dialect));
        }
    }
    let mut totals: BTreeMap<&str, Rates> = BTreeMap::new();
    for path in &paths {
        let Some(dialect) = dialect_of(path) else {
            eprintln!("{}: no dialect in this path", path.display());
            return ExitCode::FAILURE;
        };
        let rates = totals.entry(dialect.facts().name).or_default();
        try_history(path, dialect, wanted, rates);
    }
    for (dialect, rates) in &totals {
        print(dialect, rates, wanted);
    }
    let fine = |rates: &Rates| rates.false_errors + rates.wrongly_refused == 0;
    if totals.values().all(fine) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(dialect: &str, rates: &Rates, wanted: Wanted) {
    println!(
        "{dialect}: {} statements ran, {} failed, {} FALSE errors, {} differences of catalogs",
        rates.ran, rates.failed, rates.false_errors, rates.differences
    );
    if wanted.fine && !wanted.broken {
        return;
    }
    let (refused, caught) = rates.classes.values().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    println!(
        "    {} mutants: {} accepted by the server, of which {} WRONGLY refused; {refused} refused for their meaning, of which {caught} caught",
        rates.mutants, rates.accepted, rates.wrongly_refused
    );
    for (class, (refused, caught)) in &rates.classes {
        println!("    {refused:>6} refused {caught:>6} caught  {class}");
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn dialect_of(path: &Path) -> Option<Dialect> {
    path.components().rev().find_map(|part| match part.as_os_str().to_str()? {
        "mysql" => Some(Dialect::MariaDb),
        other => other.parse().ok(),
    })
}

/// The files of a history.
fn files(path: &Path) -> Vec<(String, String)> {
    let paths = if path.is_dir() { sorted(path) } else { vec![path.to_owned()] };
    let sql = paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "sql"));
    sql.filter(|path| !path.to_string_lossy().ends_with("down.sql"))
        .filter_map(|path| {
            let bytes = std::fs::read(&path).ok()?;
            Some((path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned()))
        })
        .collect()
}

/// What we say of a statement; its changes are made.
fn say(sources: &mut Sources, catalog: &mut Catalog, sql: &str, dialect: Dialect) -> Vec<Diagnostic> {
    let id = sources.add(Source::new("mutant.sql", sql));
    let mut out = Vec::new();
    for stmt in split(id, sql, 0..sql.len(), dialect, &mut out) {
        if !judge::judge(id, sql, &stmt, dialect, &mut out) {
            continue;
        }
        for change in read::read(id, sql, &stmt, dialect).into_changes() {
            interpret::carry_out(catalog, Place { source: id, span: stmt.span }, &change, &mut out);
        }
    }
    out.retain(|problem| problem.severity == migrate_schema::diagnostic::Severity::Error);
    out
}

/// What sort of mistake the server found.
fn class(server: Server, refused: &Refused) -> String {
    if server == Server::Postgres {
        return format!("{} {}", refused.code, without_names(&refused.message));
    }
    without_names(&refused.message)
}

fn without_names(message: &str) -> String {
    let mut text = String::new();
    let mut quote = None;
    for c in message.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => (),
            (None, '"' | '`' | '\'') => {
                quote = Some(c);
                text.push('…');
            }
            (None, _) => text.push(c),
        }
    }
    let known = ["no such column", "no such table", "no such index", "table … has no column", "no such trigger"];
    let start = known.iter().find(|start| text.contains(**start)).map_or(&*text, |start| start);
    start.split_whitespace().take(7).collect::<Vec<_>>().join(" ")
}

/// A database that a history runs on, statement by statement.
struct Bench {
    server: Server,
    database: Database,
    session: Session,
    done: Vec<String>,
}

impl Bench {
    async fn new(server: Server) -> Option<Bench> {
        let database = Database::new(server)?;
        let session = Session::open(&database).await;
        Some(Bench { server, database, session, done: Vec::new() })
    }

    /// Whether the server takes a statement; it is taken back.
    async fn would(&mut self, sql: &str) -> Result<(), Refused> {
        // A history may have begun a transaction of its own.
        let inside = self.session.run("BEGIN").await.is_err();
        if inside && self.session.run("SAVEPOINT mutant").await.is_err() {
            return Ok(());
        }
        let result = self.session.run(sql).await;
        let _ = self.session.run(if inside { "ROLLBACK TO mutant" } else { "ROLLBACK" }).await;
        let word = sql.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let rows = ["INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "REPLACE"];
        if self.server == Server::MariaDb && result.is_ok() && !rows.contains(&&*word) {
            self.database.empty().await;
            self.session = Session::open(&self.database).await;
            for sql in &self.done {
                let _ = self.session.run(sql).await;
            }
        }
        result
    }
}

fn try_history(path: &Path, dialect: Dialect, wanted: Wanted, rates: &mut Rates) {
    let server = match dialect {
        Dialect::Postgres => Server::Postgres,
        Dialect::MySql | Dialect::MariaDb => Server::MariaDb,
        Dialect::Sqlite => Server::Sqlite,
    };
    let Some(mut bench) = block_on(Bench::new(server)) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a tokio runtime");
    runtime.block_on(async { bench.session = Session::open(&bench.database).await });
    let mut sources = Sources::new();
    let mut catalog = Catalog::new(dialect, []);
    let files = files(path);
    let mut names: BTreeSet<String> = BTreeSet::new();
    for (name, text) in &files {
        let id = sources.add(Source::new(name.clone(), text));
        let text = sources.get(id).text().to_owned();
        for stmt in split(id, &text, 0..text.len(), dialect, &mut Vec::new()) {
            let sql = stmt.text(&text).to_owned();
            let apart = transaction::transaction_control(&text, &stmt, dialect)
                || transaction::refuses_transaction(&text, &stmt, dialect).is_some();
            if !wanted.fine && !apart {
                for mutant in mutants(&text, &stmt, dialect, &names, wanted.each) {
                    runtime.block_on(try_mutant(&mut bench, &catalog, &mutant, name, dialect, wanted, rates));
                }
            }
            for token in tokens_of(&text, &stmt, dialect).filter(|token| is_name(&text, *token, dialect)) {
                names.insert(token.text(&text).to_owned());
            }
            match runtime.block_on(bench.session.run(&sql)) {
                Ok(()) => rates.ran += 1,
                Err(refused) => {
                    rates.failed += 1;
                    if wanted.broken {
                        let ours = say(&mut Sources::new(), &mut catalog.clone(), &sql, dialect);
                        count_refused(&catalog, &sql, name, (server, &refused), &ours, wanted, rates);
                    } else if wanted.missed && wanted.fine {
                        println!("FAILED {name}: {} {}: {}", refused.code, refused.message, line(&sql));
                    }
                    // What the server does not have here may be there for the author.
                    continue;
                }
            }
            bench.done.push(sql);
            let mut out = Vec::new();
            judge::judge(id, &text, &stmt, dialect, &mut out);
            for change in read::read(id, &text, &stmt, dialect).into_changes() {
                interpret::carry_out(&mut catalog, Place { source: id, span: stmt.span }, &change, &mut out);
            }
            if !out.is_empty() {
                rates.false_errors += 1;
                print!("FALSE {}", render_all(&sources, &out, Style::Plain));
            }
        }
        catalog.end_session();
        catalog.forget_marks();
    }
    let schema = bench.database.schema();
    let mut problems = Vec::new();
    let live = schema.catalog(&mut sources, &mut problems);
    for problem in &problems {
        println!("LIVE {}: {}", path.display(), problem.message);
    }
    let found = same::compare(&catalog, &live, Some(&schema.defaults));
    for difference in found.differences.iter().filter(|found| found.sure && !format!("{found:?}").contains("view ")) {
        rates.differences += 1;
        println!("DIFFERS {}: {difference:?}", path.display());
    }
    if !wanted.fine {
        for sql in drops(&catalog) {
            runtime.block_on(try_mutant(&mut bench, &catalog, &sql, "at the end", dialect, wanted, rates));
        }
    }
}

async fn try_mutant(
    bench: &mut Bench,
    catalog: &Catalog,
    sql: &str,
    place: &str,
    dialect: Dialect,
    wanted: Wanted,
    rates: &mut Rates,
) {
    rates.mutants += 1;
    let server = bench.server;
    let result = bench.would(sql).await;
    let mut sources = Sources::new();
    let ours = say(&mut sources, &mut catalog.clone(), sql, dialect);
    match result {
        Ok(()) => {
            rates.accepted += 1;
            if !ours.is_empty() {
                rates.wrongly_refused += 1;
                if wanted.wrong {
                    println!("WRONG {place}: {} | {}: {}", ours[0].code.id, ours[0].message, line(sql));
                }
            }
        }
        Err(refused) if refused.is_grammar() || refused.is_about_rows() => (),
        Err(refused) => count_refused(catalog, sql, place, (server, &refused), &ours, wanted, rates),
    }
}

/// The server refuses a statement: do we?
fn count_refused(
    catalog: &Catalog,
    sql: &str,
    place: &str,
    (server, refused): (Server, &Refused),
    ours: &[Diagnostic],
    wanted: Wanted,
    rates: &mut Rates,
) {
    let class = rates.classes.entry(class(server, refused)).or_default();
    class.0 += 1;
    class.1 += usize::from(!ours.is_empty());
    match ours.first() {
        None if wanted.missed => {
            let sure = catalog.is_sure();
            println!("MISSED {place}: {} {} sure={sure}: {}", refused.code, refused.message, line(sql));
        }
        Some(first) if wanted.caught => {
            println!(
                "CAUGHT {place}: {} {}\n    | {} {} ({}) {}\n    {}",
                refused.code,
                refused.message,
                first.code.id,
                first.message,
                first.label,
                first.help.join("; "),
                line(sql)
            );
            if ours.len() > 1 {
                println!("    | AND {} {}", ours[1].code.id, ours[1].message);
            }
        }
        _ => (),
    }
}

fn line(sql: &str) -> String {
    let words: Vec<&str> = sql.split_whitespace().collect();
    words.join(" ").chars().take(300).collect()
}

fn is_name(text: &str, token: Token, dialect: Dialect) -> bool {
    match token.kind {
        Kind::Name => true,
        Kind::Word => !is_reserved(token.text(text), dialect) && token.text(text).len() > 1,
        _ => false,
    }
}

/// The statement with one mistake in it, in all its ways; a part of them where there are many.
fn mutants(text: &str, stmt: &Stmt, dialect: Dialect, names: &BTreeSet<String>, each: usize) -> Vec<String> {
    let tokens: Vec<Token> = tokens_of(text, stmt, dialect).filter(|token| token.kind != Kind::Comment).collect();
    let range = stmt.span.range();
    let without =
        |from: usize, to: usize, new: &str| format!("{}{new}{}", &text[range.start..from], &text[to..range.end]);
    let others: Vec<&String> = names.iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let (start, end) = (token.start as usize, token.end as usize);
        if at > 0 && is_name(text, *token, dialect) {
            let word = token.text(text);
            let inner = word.trim_matches(['"', '`', '[', ']']);
            found.push(without(start, end, &word.replace(inner, &format!("{inner}x"))));
            if !others.is_empty() {
                let other = others[(at * 7 + start) % others.len()];
                found.push(without(start, end, other));
            }
        }
        // An item of a list.
        if token.kind == Kind::Comma {
            let mut depth = 0_i32;
            let rest = tokens[at + 1..].iter().find(|token| {
                let ends = depth == 0 && matches!(token.kind, Kind::Comma | Kind::Close);
                depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
                ends
            });
            if let Some(next) = rest {
                found.push(without(start, next.start as usize, ""));
            }
        }
    }
    let step = found.len().div_ceil(each.max(1)).max(1);
    let offset = range.start % step;
    found.into_iter().skip(offset).step_by(step).collect()
}

/// Each object dropped, and each column and constraint.
fn drops(catalog: &Catalog) -> Vec<String> {
    let writer = Writer::new(catalog);
    let mut found = Vec::new();
    for (key, entry) in catalog.objects() {
        let path = writer.path(key);
        match &entry.object {
            Object::Table(table) => {
                found.push(format!("DROP TABLE {path}"));
                for column in &table.columns {
                    found.push(format!("ALTER TABLE {path} DROP COLUMN {}", writer.name(&column.name.text)));
                }
                for name in table.constraints.iter().filter_map(|constraint| constraint.name.as_ref()) {
                    if catalog.dialect() != Dialect::Sqlite {
                        found.push(format!("ALTER TABLE {path} DROP CONSTRAINT {}", writer.name(&name.text)));
                    }
                }
            }
            Object::View(_) => {
                found.push(format!("DROP VIEW {path}"));
                found.push(format!("DROP MATERIALIZED VIEW {path}"));
            }
            Object::Type { .. } => found.push(format!("DROP TYPE {path}")),
            Object::Sequence { .. } => found.push(format!("DROP SEQUENCE {path}")),
            Object::Routine { .. } => found.push(format!("DROP FUNCTION {path}")),
            Object::Index { .. } if !catalog.dialect().is_mysql_family() => found.push(format!("DROP INDEX {path}")),
            Object::Schema if catalog.dialect() == Dialect::Postgres => {
                found.push(format!("DROP SCHEMA {}", writer.name(&entry.name)));
            }
            _ => (),
        }
    }
    found
}
