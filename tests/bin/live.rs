//! Truth is the server: the chains of real migrations run on real servers and through the catalog, and what the server
//! says it has is compared with what we say it has.
//!
//! `cargo run -p migrate-tests --bin live [-- [--list] [--all] [filter…]]` reads `../shared/corpus` (or `CORPUS`). A
//! filter is a part of a path. `--list` shows what differs, `--all` counts chains of which some statements fail, too.

use std::collections::BTreeMap;
use std::process::ExitCode;

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::same::{self, Change, Difference};
use migrate_schema::interpret;
use migrate_schema::read;
use migrate_schema::source::{Place, Source, Sources};
use migrate_schema::sql::split;
use migrate_tests::corpus::{self, Chain};
use migrate_tests::{Database, Server, block_on};

/// What differs for a reason: a part of the line, and the reason.
const EXCEPTIONS: &[(&str, &str)] = &[(
    "view ",
    "a server writes a view's query in its own words: `*` written out, names before columns, joins in brackets",
)];

#[derive(Default)]
struct Rates {
    chains: usize,
    equal: usize,
    objects: usize,
    unknown: usize,
    differences: usize,
}

fn main() -> ExitCode {
    let (mut list, mut all, mut filters) = (false, false, Vec::new());
    for arg in std::env::args().skip(1) {
        match &*arg {
            "--list" => list = true,
            "--all" => all = true,
            _ => filters.push(arg),
        }
    }
    let chains = match corpus::chains(&filters) {
        Ok(chains) => chains,
        Err(problem) => {
            eprintln!("{problem}");
            // A clone without the collection is no failure; the job that has it says so with CI=true.
            return if std::env::var_os("CI").is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
        }
    };
    let mut totals: BTreeMap<&str, Rates> = BTreeMap::new();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for chain in &chains {
        let name = format!("{} {} {}", chain.dialect, chain.project, chain.name);
        let Some(result) = compare(chain) else { continue };
        if result.failed > 0 && !all {
            continue;
        }
        let total = totals.entry(chain.dialect.facts().name).or_default();
        total.chains += 1;
        total.objects += result.objects;
        total.unknown += result.unknown.len();
        total.differences += result.differences.len();
        total.equal += usize::from(result.differences.is_empty());
        for found in &result.differences {
            *kinds.entry(kind(chain.dialect, found)).or_default() += 1;
        }
        let fine = result.differences.is_empty() && result.problems.is_empty();
        if !fine || list {
            let (objects, unknown) = (result.objects, result.unknown.len());
            println!(
                "{name}: {objects} objects, {unknown} unknown, {} failed, {} differences",
                result.failed,
                result.differences.len()
            );
        }
        if list {
            result.problems.iter().for_each(|problem| println!("    PROBLEM {problem}"));
            result.unknown.iter().for_each(|unknown| println!("    unknown {unknown}"));
            result.differences.iter().for_each(|found| println!("    {}", line(found)));
        }
    }
    for (kind, number) in &kinds {
        println!("{number:>6} {kind}");
    }
    for (dialect, rates) in &totals {
        println!(
            "{dialect:<10} {} of {} chains equal, {} objects, {} not known, {} differences",
            rates.equal, rates.chains, rates.objects, rates.unknown, rates.differences
        );
    }
    if totals.values().all(|rates| rates.differences == 0) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A difference in a line.
fn line(found: &Difference) -> String {
    let part = found.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
    let head = format!("{}{part}", found.object);
    let text = match &found.change {
        Change::OnlyLeft(what) => format!("{head}: only in the history: {what}"),
        Change::OnlyRight(what) => format!("{head}: only in the database: {what}"),
        Change::Differs { what, left, right } => format!("{head}: {what}: {left} | {right}"),
    };
    text.replace('\n', " ")
}

/// What sort of difference it is, for counting.
fn kind(dialect: Dialect, found: &Difference) -> String {
    let word = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let part = found.part.as_deref().map(word).unwrap_or_default();
    let how = match &found.change {
        Change::OnlyLeft(_) => "only in the history",
        Change::OnlyRight(_) => "only in the database",
        Change::Differs { what, .. } => what,
    };
    format!("{dialect} {} {part} {how}", word(&found.object))
}

struct Outcome {
    objects: usize,
    failed: usize,
    unknown: Vec<String>,
    problems: Vec<String>,
    differences: Vec<Difference>,
}

/// What is about the whole server, and not about the database.
fn is_of_the_server(sql: &str) -> bool {
    let head = sql.to_ascii_uppercase();
    let words: Vec<&str> = head.split_ascii_whitespace().take(3).collect();
    match &words[..] {
        ["CREATE" | "ALTER" | "DROP", "ROLE" | "USER" | "DATABASE" | "TABLESPACE" | "SYSTEM", ..] => true,
        ["GRANT" | "REVOKE" | "FLUSH" | "USE", ..] | ["SET", "GLOBAL" | "PASSWORD", ..] => true,
        ["ALTER", "DEFAULT", ..] => true,
        ["DO", ..] => head.contains("CREATE ROLE") || head.contains("CREATE USER"),
        _ => head.contains(" OWNER TO "),
    }
}

fn compare(chain: &Chain) -> Option<Outcome> {
    let server = match chain.dialect {
        Dialect::Postgres => Server::Postgres,
        Dialect::MySql | Dialect::MariaDb => Server::MariaDb,
        Dialect::Sqlite => Server::Sqlite,
    };
    let database = Database::new(server)?;
    let mut sources = Sources::new();
    let mut catalog = Catalog::new(chain.dialect, []);
    let (mut failed, mut problems) = (0, Vec::new());
    for file in chain.files.iter().filter(|file| !file.down) {
        let id = sources.add(Source::new(file.path.clone(), &file.text));
        let text = sources.get(id).text();
        let stmts: Vec<_> = split(id, text, 0..text.len(), chain.dialect, &mut Vec::new())
            .into_iter()
            .filter(|stmt| !is_of_the_server(stmt.text(text)))
            .collect();
        let texts: Vec<String> = stmts.iter().map(|stmt| stmt.text(text).to_owned()).collect();
        let ran = block_on(database.run_each(&texts));
        for (stmt, ran) in stmts.iter().zip(ran) {
            if !ran {
                failed += 1;
                continue;
            }
            let mut out = Vec::new();
            for change in read::read(id, text, stmt, chain.dialect).into_changes() {
                interpret::carry_out(&mut catalog, Place { source: id, span: stmt.span }, &change, &mut out);
            }
            problems.extend(out.iter().map(|problem| format!("{}: {}", file.path, problem.message)));
        }
        catalog.end_session();
        catalog.forget_marks();
    }
    let schema = database.schema();
    let mut out = Vec::new();
    let live = schema.catalog(&mut sources, &mut out);
    problems.extend(out.iter().map(|problem| format!("live: {}", problem.message)));
    let found = same::compare(&catalog, &live, Some(&schema.defaults));
    let reasoned = |found: &Difference| EXCEPTIONS.iter().any(|(part, _)| line(found).contains(part));
    Some(Outcome {
        objects: live.objects().count(),
        failed,
        unknown: found.unknown,
        problems,
        differences: found.differences.into_iter().filter(|found| found.sure && !reasoned(found)).collect(),
    })
}
