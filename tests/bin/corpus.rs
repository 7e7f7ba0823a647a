//! What the splitter and the judges make of real migrations, against what the real servers said of each statement.
//!
//! `cargo run -p migrate-tests --bin corpus [-- [--list] [--mutants file.jsonl] [filter…]]` reads `../shared/corpus` (or
//! `CORPUS`). A filter is a part of a path. `--mutants` judges the output of `tests/tools/mutate.py` instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use migrate_core::Dialect;
use migrate_schema::diagnostic::Diagnostic;
use migrate_schema::source::{Source, SourceId, Sources};
use migrate_schema::sql::{Stmt, judge, split};
use serde_json::Value;

#[derive(Default, Clone)]
struct Rates {
    files: usize,
    bytes: usize,
    valid: usize,
    false_errors: usize,
    invalid: usize,
    accepted: usize,
    boundaries: usize,
    time: Duration,
}

impl Rates {
    fn add(&mut self, other: &Rates) {
        self.files += other.files;
        self.bytes += other.bytes;
        self.valid += other.valid;
        self.false_errors += other.false_errors;
        self.invalid += other.invalid;
        self.accepted += other.accepted;
        self.boundaries += other.boundaries;
        self.time += other.time;
    }

    fn print(&self, name: &str) {
        let speed = self.bytes as f64 / 1e6 / self.time.as_secs_f64().max(1e-9);
        println!(
            "{name:<32} {:>6} files {:>6} valid {:>4} refused {:>4} invalid {:>4} accepted {:>4} boundaries {speed:>6.1} MB/s",
            self.files, self.valid, self.false_errors, self.invalid, self.accepted, self.boundaries
        );
    }
}

/// One statement as the labels have it.
struct Label {
    start: usize,
    end: usize,
    grammar: String,
    /// MariaDB said that this is no SQL, whatever MySQL says.
    not_mariadb: bool,
}

fn main() -> ExitCode {
    let mut list = false;
    let mut mutants = None;
    let mut filters = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match &*arg {
            "--list" => list = true,
            "--mutants" => mutants = args.next(),
            _ => filters.push(arg),
        }
    }
    let result = match mutants {
        Some(file) => judge_mutants(Path::new(&file), list),
        None => judge_corpus(list, &filters),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            // A clone without the collection is no failure; the job that has it says so with CI=true.
            if std::env::var_os("CI").is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
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

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap_or_default() as usize
}

fn judge_corpus(list: bool, filters: &[String]) -> Result<bool, String> {
    let root = std::env::var_os("CORPUS")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus")), PathBuf::from);
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for line in lines(&root.join("statements.jsonl"))? {
        let label = Label {
            start: number(&line, "start"),
            end: number(&line, "end"),
            grammar: text(&line, "grammar"),
            not_mariadb: text(&line, "code") == "1064",
        };
        labels.entry(text(&line, "path")).or_default().push(label);
    }
    let mut by_project: BTreeMap<(&str, String), Rates> = BTreeMap::new();
    for entry in lines(&root.join("manifest.jsonl"))? {
        let path = text(&entry, "path");
        let templated = entry["templated"].as_bool().unwrap_or(false);
        if templated || !filters.is_empty() && !filters.iter().any(|filter| path.contains(filter.as_str())) {
            continue;
        }
        let bytes = std::fs::read(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let raw = String::from_utf8_lossy(&bytes);
        let dialects: &[Dialect] = match &*text(&entry, "dialect") {
            "postgres" => &[Dialect::Postgres],
            "sqlite" => &[Dialect::Sqlite],
            _ => &[Dialect::MySql, Dialect::MariaDb],
        };
        let labels = labels.get(&path).map_or(&[][..], Vec::as_slice);
        for &dialect in dialects {
            let rates = judge_file(&path, &raw, labels, dialect, list);
            by_project.entry((dialect.facts().name, text(&entry, "project"))).or_default().add(&rates);
        }
    }
    let mut totals: BTreeMap<&str, Rates> = BTreeMap::new();
    for ((dialect, project), rates) in &by_project {
        totals.entry(dialect).or_default().add(rates);
        if rates.false_errors + rates.accepted + rates.boundaries > 0 {
            rates.print(&format!("{dialect} {project}"));
        }
    }
    println!();
    for (dialect, rates) in &totals {
        rates.print(dialect);
    }
    Ok(totals.values().all(|rates| rates.false_errors == 0))
}

/// The offset in the canonical text of an offset in the raw one.
fn canonical(raw: &str, offsets: impl Iterator<Item = usize>) -> Vec<usize> {
    let removed: Vec<usize> = raw.match_indices("\r\n").map(|(at, _)| at).collect();
    let bom = if raw.starts_with('\u{feff}') { 3 } else { 0 };
    offsets.map(|offset| (offset - removed.partition_point(|&at| at < offset)).saturating_sub(bom)).collect()
}

fn judge_file(path: &str, raw: &str, labels: &[Label], dialect: Dialect, list: bool) -> Rates {
    let mut rates = Rates { files: 1, bytes: raw.len(), ..Rates::default() };
    let mut sources = Sources::new();
    let id = sources.add(Source::new(path, raw));
    let source = sources.get(id);
    let started = Instant::now();
    let (stmts, mut verdicts) = verdicts(id, source.text(), dialect);
    rates.time = started.elapsed();
    let starts = canonical(raw, labels.iter().map(|label| label.start));
    let ends = canonical(raw, labels.iter().map(|label| label.end));
    let show = |what: &str, at: usize, end: usize, problem: Option<&Diagnostic>| {
        if list {
            let message = problem.map_or(String::new(), |problem| {
                let place = problem.at.map_or(at, |place| place.span.start as usize);
                format!("{}: {} ({})", source.line_col(place), problem.message, problem.label)
            });
            let sql: String = source.text().get(at..end).unwrap_or("").chars().take(200).collect();
            println!("{dialect} {what} {path}:{} {message}\n    {}", source.line_col(at), sql.replace('\n', "\n    "));
        }
    };
    for (i, label) in labels.iter().enumerate() {
        let (start, end) = (starts[i], ends[i]);
        let found = stmts.iter().position(|stmt| stmt.span.start as usize == start);
        let problem = verdicts.iter().find(|problem| {
            problem.at.is_some_and(|at| at.span.start as usize >= start && (at.span.end as usize) <= end + 1)
        });
        match &*label.grammar {
            // The grammar is valid if one of the two servers accepts it.
            "valid" if label.not_mariadb && dialect == Dialect::MariaDb => (),
            "valid" => {
                rates.valid += 1;
                if problem.is_some() {
                    rates.false_errors += 1;
                    show("REFUSED", start, end, problem);
                }
            }
            "invalid" => {
                rates.invalid += 1;
                if problem.is_none() {
                    rates.accepted += 1;
                    show("ACCEPTED", start, end, None);
                } else {
                    show("caught", start, end, problem);
                }
            }
            _ => (),
        }
        let same = found.is_some_and(|found| {
            let ours = stmts[found].span.end as usize;
            ours == end
                || source
                    .text()
                    .get(ours.min(end)..ours.max(end))
                    .is_some_and(|rest| rest.trim_matches(|c: char| c.is_whitespace() || c == ';').is_empty())
        });
        if !same && label.grammar != "meta" {
            rates.boundaries += 1;
            let ours = found.map(|found| stmts[found].text(source.text()));
            show(&format!("BOUNDARY {} ours {ours:?}", label.grammar), start, end, problem);
        }
    }
    if stmts.len() != labels.iter().filter(|label| label.grammar != "meta").count() {
        for stmt in &stmts {
            if !starts.contains(&(stmt.span.start as usize)) {
                rates.boundaries += 1;
                show("EXTRA", stmt.span.start as usize, stmt.span.end as usize, None);
            }
        }
    }
    // What no label claims is a refusal as well.
    verdicts.retain(|problem| {
        problem.at.is_some_and(|at| {
            !starts.iter().zip(&ends).any(|(s, e)| at.span.start as usize >= *s && at.span.end as usize <= *e + 1)
        })
    });
    for problem in &verdicts {
        show("STRAY", problem.at.map_or(0, |at| at.span.start as usize), 0, Some(problem));
    }
    rates
}

fn verdicts(id: SourceId, text: &str, dialect: Dialect) -> (Vec<Stmt>, Vec<Diagnostic>) {
    let mut out = Vec::new();
    let stmts = split(id, text, 0..text.len(), dialect, &mut out);
    for stmt in &stmts {
        judge::judge(id, text, stmt, dialect, &mut out);
    }
    (stmts, out)
}

/// Lines of `{"dialect", "kind", "sql", "valid", "line"}`: `valid` is what the real grammar says, `line` where it stops.
fn judge_mutants(file: &Path, list: bool) -> Result<bool, String> {
    let mut table: BTreeMap<(String, String), [usize; 6]> = BTreeMap::new();
    for line in lines(file)? {
        let dialect: Dialect = text(&line, "dialect").parse().map_err(|error| format!("{error}"))?;
        let sql = text(&line, "sql");
        let valid = line["valid"].as_bool().unwrap_or(false);
        let mut sources = Sources::new();
        let id = sources.add(Source::new("mutant.sql", &sql));
        let (_, problems) = verdicts(id, sources.get(id).text(), dialect);
        let first = problems.iter().filter_map(|problem| problem.at).map(|at| at.span.start as usize).min();
        for kind in [text(&line, "kind"), "all".to_owned()] {
            let all = kind == "all";
            let row = table.entry((dialect.to_string(), kind)).or_default();
            row[usize::from(valid)] += 1;
            match (valid, problems.is_empty()) {
                (true, false) => row[2] += 1,
                (false, true) => row[3] += 1,
                (false, false) => {
                    let ours = first.map(|first| sources.get(id).line_col(first).line as usize);
                    let theirs = line["line"].as_u64().map(|line| line as usize);
                    let right = theirs.is_none() || ours == theirs;
                    row[4] += usize::from(right);
                    row[5] += usize::from(problems.len() == 1);
                    if list && !right && all {
                        let message = &problems[0].message;
                        println!(
                            "{dialect} LINE {ours:?} not {theirs:?}: {message}\n    {}",
                            sql.trim().replace('\n', "\n    ")
                        );
                    }
                }
                (true, true) => (),
            }
        }
        if list && valid != problems.is_empty() {
            let what = if valid { "REFUSED" } else { "ACCEPTED" };
            let message = problems.first().map_or("", |problem| &problem.message);
            println!(
                "{dialect} {what} [{}] {message}\n    {}",
                text(&line, "kind"),
                sql.trim().replace('\n', "\n    ")
            );
        }
    }
    for ((dialect, kind), [broken, valid, refused, accepted, line, one]) in &table {
        let caught = 100.0 * (broken - accepted) as f64 / (*broken).max(1) as f64;
        println!(
            "{dialect:<9} {kind:<10} broken {broken:>6} accepted {accepted:>4} caught {caught:>6.2} %   right line {line:>6}   \
             one message {one:>6}   valid {valid:>6} refused {refused:>4}"
        );
    }
    Ok(true)
}
