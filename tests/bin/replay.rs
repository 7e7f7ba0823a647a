//! The chains of real migrations run through the catalog. A statement that ran on the real server and is called wrong by
//! us is a false error; there must be none.
//!
//! `cargo run -p migrate-tests --bin replay [-- [--list] [--caught] [--missed] [--undo] [--rendered] [filter…]]` reads `../shared/corpus` (or
//! `CORPUS`). A filter is a part of a path. `--caught` lists what we rightly call wrong, `--missed` what the
//! server alone refuses, with its code, `--undo` what the downs leave
//! behind in chains of which every statement ran, `--rendered` what differs when the catalog at the end of a chain is
//! written down and read again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{Diagnostic, Style, render_all};
use migrate_schema::interpret;
use migrate_schema::replay::{self, Act, Acts, Down};
use migrate_schema::source::{Place, Source, Sources, Span};
use migrate_schema::sql::split;
use migrate_schema::{read, undo};
use serde_json::Value;

#[derive(Default, Clone)]
struct Rates {
    chains: usize,
    statements: usize,
    opaque: usize,
    sure: usize,
    false_errors: usize,
    failed: usize,
    caught: usize,
    bytes: usize,
    time: Duration,
}

impl Rates {
    fn add(&mut self, other: &Rates) {
        self.chains += other.chains;
        self.statements += other.statements;
        self.opaque += other.opaque;
        self.sure += other.sure;
        self.false_errors += other.false_errors;
        self.failed += other.failed;
        self.caught += other.caught;
        self.bytes += other.bytes;
        self.time += other.time;
    }

    fn print(&self, name: &str) {
        let speed = self.bytes as f64 / 1e6 / self.time.as_secs_f64().max(1e-9);
        println!(
            "{name:<34} {:>3} chains {:>6} ran {:>4} opaque {:>6} without doubt {:>3} FALSE   {:>5} failed {:>4} caught {speed:>5.1} MB/s",
            self.chains, self.statements, self.opaque, self.sure, self.false_errors, self.failed, self.caught
        );
    }
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display())))
        .collect()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

struct Label {
    start: usize,
    ran: bool,
    code: String,
}

/// What is printed.
#[derive(Clone, Copy)]
struct Wanted {
    list: bool,
    caught: bool,
    missed: bool,
    undone: bool,
    rendered: bool,
}

struct File {
    path: String,
    order: u64,
}

fn main() -> ExitCode {
    let (mut list, mut caught, mut missed, mut filters) = (false, false, false, Vec::new());
    let (mut undone, mut rendered) = (false, false);
    for arg in std::env::args().skip(1) {
        match &*arg {
            "--list" => list = true,
            "--caught" => caught = true,
            "--missed" => missed = true,
            "--undo" => undone = true,
            "--rendered" => rendered = true,
            _ => filters.push(arg),
        }
    }
    match run(Wanted { list, caught, missed, undone, rendered }, &filters) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            // A clone without the collection is no failure; the job that has it says so with CI=true.
            if std::env::var_os("CI").is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
    }
}

fn run(wanted: Wanted, filters: &[String]) -> Result<bool, String> {
    let root = std::env::var_os("CORPUS")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus")), PathBuf::from);
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for line in lines(&root.join("statements.jsonl"))? {
        let start = line["start"].as_u64().unwrap_or_default() as usize;
        let ran = line["ran"].as_bool().unwrap_or(false);
        let code = text(&line, "code");
        labels.entry(text(&line, "path")).or_default().push(Label { start, ran, code });
    }
    let mut chains: BTreeMap<(String, String, String), Vec<File>> = BTreeMap::new();
    for entry in lines(&root.join("manifest.jsonl"))? {
        let path = text(&entry, "path");
        let named = filters.is_empty() || filters.iter().any(|filter| path.contains(filter.as_str()));
        if !named {
            continue;
        }
        let key = (text(&entry, "dialect"), text(&entry, "project"), text(&entry, "chain"));
        chains.entry(key).or_default().push(File { path, order: entry["order"].as_u64().unwrap_or_default() });
    }
    let mut totals: BTreeMap<&str, Rates> = BTreeMap::new();
    for ((dialect, project, chain), files) in &mut chains {
        files.sort_by_key(|file| file.order);
        // What ran, ran on MariaDB.
        let dialect: Dialect =
            if dialect == "mysql" { Dialect::MariaDb } else { dialect.parse().map_err(|_| "dialect")? };
        if wanted.undone {
            undo_chain(&root, dialect, files, &labels)?;
            continue;
        }
        let rates = replay_chain(&root, dialect, files, &labels, wanted)?;
        if rates.false_errors > 0 || !filters.is_empty() {
            rates.print(&format!("{dialect} {project} {chain}"));
        }
        totals.entry(dialect.facts().name).or_default().add(&rates);
    }
    for (dialect, rates) in &totals {
        rates.print(dialect);
    }
    Ok(totals.values().all(|rates| rates.false_errors == 0))
}

/// The offset in the canonical text of an offset in the raw one.
fn canonical(raw: &str, offset: usize, removed: &[usize]) -> usize {
    let bom = if raw.starts_with('\u{feff}') { 3 } else { 0 };
    (offset - removed.partition_point(|&at| at < offset)).saturating_sub(bom)
}

fn replay_chain(
    root: &Path,
    dialect: Dialect,
    files: &[File],
    labels: &BTreeMap<String, Vec<Label>>,
    wanted: Wanted,
) -> Result<Rates, String> {
    let mut rates = Rates { chains: 1, ..Rates::default() };
    let mut sources = Sources::new();
    let mut catalog = Catalog::new(dialect, []);
    let mut shown: Vec<Diagnostic> = Vec::new();
    for file in files {
        let bytes = std::fs::read(root.join(&file.path)).map_err(|error| format!("{}: {error}", file.path))?;
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        let removed: Vec<usize> = raw.match_indices("\r\n").map(|(at, _)| at).collect();
        let own = labels.get(&file.path).map_or(&[][..], Vec::as_slice);
        let ran: BTreeMap<usize, &Label> =
            own.iter().map(|label| (canonical(&raw, label.start, &removed), label)).collect();
        let id = sources.add(Source::new(file.path.clone(), &raw));
        let source = sources.get(id).text().to_owned();
        rates.bytes += raw.len();
        let started = Instant::now();
        let mut ignored = Vec::new();
        for stmt in split(id, &source, 0..source.len(), dialect, &mut ignored) {
            let effect = read::read(id, &source, &stmt, dialect);
            let opaque = matches!(effect, read::Effect::Opaque);
            let mark = catalog.mark();
            let was_sure = catalog.is_sure();
            let mut out = Vec::new();
            for change in effect.into_changes() {
                interpret::carry_out(&mut catalog, Place { source: id, span: stmt.span }, &change, &mut out);
            }
            let label = ran.get(&(stmt.span.start as usize));
            if label.is_some_and(|label| label.ran) {
                rates.statements += 1;
                rates.opaque += usize::from(opaque);
                if opaque && wanted.list {
                    let head: String = stmt.text(&source).chars().take(100).collect();
                    println!("OPAQUE {}: {}", file.path, head.replace('\n', " "));
                }
                if wanted.list && was_sure && !catalog.is_sure() {
                    let head: String = stmt.text(&source).chars().take(160).collect();
                    println!("DOUBT {}: {}", file.path, head.replace('\n', " "));
                }
                rates.sure += usize::from(catalog.is_sure());
                if !out.is_empty() {
                    rates.false_errors += 1;
                    shown.append(&mut out);
                }
            } else {
                // It failed on the server, so it did nothing there.
                rates.failed += 1;
                rates.caught += usize::from(!out.is_empty());
                if wanted.missed && out.is_empty() {
                    let head: String = stmt.text(&source).chars().take(200).collect();
                    let (sure, code) = (catalog.is_sure(), label.map_or("", |label| &label.code));
                    println!("MISSED {dialect} {code} sure={sure} {}: {}", file.path, head.replace('\n', " "));
                }
                if wanted.caught {
                    shown.append(&mut out);
                }
                // An extension that this server does not have is there on the one the project is for.
                let head = stmt.text(&source).to_ascii_uppercase();
                if !head.starts_with("CREATE EXTENSION") {
                    catalog.take_back(mark);
                }
            }
        }
        catalog.end_session();
        catalog.forget_marks();
        rates.time += started.elapsed();
    }
    // What failed may have left holes.
    if wanted.rendered && rates.failed == 0 {
        for difference in migrate_tests::rendered::again(&catalog) {
            println!("RENDERED {dialect} {}: {difference}", files.first().map_or("", |file| &file.path));
        }
    }
    if wanted.list || wanted.caught {
        print!("{}", render_all(&sources, &shown, Style::Plain));
    }
    Ok(rates)
}

/// The downs of a chain, each on what its up has left.
fn undo_chain(
    root: &Path,
    dialect: Dialect,
    files: &[File],
    labels: &BTreeMap<String, Vec<Label>>,
) -> Result<(), String> {
    let is_down = |path: &str| path.ends_with("down.sql");
    let ran = |file: &&File| labels.get(&file.path).is_none_or(|labels| labels.iter().all(|label| label.ran));
    if !files.iter().all(|file| ran(&file)) || !files.iter().any(|file| is_down(&file.path)) {
        return Ok(());
    }
    let mut sources = Sources::new();
    let mut read_file = |path: &str| -> Result<Down, String> {
        let bytes = std::fs::read(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
        let id = sources.add(Source::new(path.to_owned(), &String::from_utf8_lossy(&bytes)));
        let text = sources.get(id).text().to_owned();
        let stmts = split(id, &text, 0..text.len(), dialect, &mut Vec::new());
        let acts = stmts
            .iter()
            .map(|stmt| Act {
                changes: read::read(id, &text, stmt, dialect).into_changes(),
                trusted: false,
                place: Place { source: id, span: stmt.span },
            })
            .collect();
        Ok(Down { acts, at: Place { source: id, span: Span::new(0, 1.min(text.len())) } })
    };
    let mut history = Vec::new();
    for file in files.iter().filter(|file| !is_down(&file.path)) {
        let down = file.path.strip_suffix("up.sql").map(|start| format!("{start}down.sql"));
        let down = down.filter(|down| files.iter().any(|file| file.path == *down));
        let down = down.map(|down| read_file(&down)).transpose()?;
        history.push(Acts { up: read_file(&file.path)?.acts, down, ..Acts::default() });
    }
    let mut out = Vec::new();
    replay::replay(dialect, &[], &history, &mut out, undo::of_a_set());
    for problem in &out {
        let place = problem.at.map(|at| {
            format!("{}:{}", sources.get(at.source).path(), sources.get(at.source).line_col(at.span.start as usize))
        });
        println!(
            "{} {} {}\n    {}",
            problem.code.id,
            place.unwrap_or_default(),
            problem.message,
            problem.notes.join("\n    ")
        );
    }
    Ok(())
}
