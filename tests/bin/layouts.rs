//! What the layouts make of real folders.
//!
//! `cargo run -p migrate-tests --bin layouts [-- [--all] [filter…]]` reads `../shared/corpus` (or `CORPUS`): each directory
//! that holds files of one chain is loaded as a project. A filter is a part of the chain's name; `--all` prints every
//! problem and not the first three. Texts that were split into two directions are put together again where the tool has
//! them in one file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use migrate_core::{Dialect, DialectSet};
use migrate_schema::Project;
use migrate_schema::diagnostic::{Severity, Style, render};
use serde_json::Value;

fn main() -> ExitCode {
    let mut all = false;
    let mut filters = Vec::new();
    for arg in std::env::args().skip(1) {
        match &*arg {
            "--all" => all = true,
            _ => filters.push(arg),
        }
    }
    match run(all, &filters) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            // A clone without the collection is no failure; the job that has it says so with CI=true.
            if std::env::var_os("CI").is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
        }
    }
}

fn corpus() -> PathBuf {
    std::env::var_os("CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus"), PathBuf::from)
}

/// The files of a chain: path below the chain's directory, and text.
type Files = BTreeMap<String, String>;

fn run(all: bool, filters: &[String]) -> Result<(), String> {
    let corpus = corpus();
    let manifest = fs::read_to_string(corpus.join("manifest.jsonl"))
        .map_err(|error| format!("{}: {error}", corpus.join("manifest.jsonl").display()))?;
    let mut chains: BTreeMap<(String, String), Files> = BTreeMap::new();
    for line in manifest.lines() {
        let row: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let field = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
        let path = field("path");
        let name = format!("{}/{}", field("project"), field("chain"));
        if !filters.is_empty() && !filters.iter().any(|filter| name.contains(filter.as_str())) {
            continue;
        }
        let text = fs::read_to_string(corpus.join(path)).map_err(|error| format!("{path}: {error}"))?;
        let below = path.strip_prefix(&format!("{}/{name}/", field("dialect"))).unwrap_or(path);
        chains.entry((name, field("dialect").to_owned())).or_default().insert(below.to_owned(), text);
    }
    let (mut clean, mut count) = (0, 0);
    for ((name, dialect), files) in chains {
        let dialect: Dialect = dialect.parse().map_err(|_| format!("{name}: unknown dialect"))?;
        // What another project of the collection calls MySQL may be written for MariaDB.
        let dialect = if dialect == Dialect::MySql { Dialect::MariaDb } else { dialect };
        for (folder, files) in folders(files) {
            count += 1;
            clean += usize::from(load(&format!("{name} {folder}"), dialect, &files, all)?);
        }
    }
    println!("{clean} of {count} folders are read without an error");
    Ok(())
}

/// By the directory that the tool would be given: that of the files, or the one above where each has one of its own.
fn folders(files: Files) -> BTreeMap<String, Files> {
    let mut folders: BTreeMap<String, Files> = BTreeMap::new();
    for (path, text) in joined(files) {
        let parts: Vec<&str> = path.split('/').collect();
        let unit = ["up.sql", "down.sql", "migration.sql"].contains(parts.last().unwrap_or(&""));
        let at = parts.len().saturating_sub(if unit { 2 } else { 1 });
        folders.entry(parts[..at].join("/")).or_default().insert(parts[at..].join("/"), text);
    }
    folders
}

/// goose's files were split in two.
fn joined(files: Files) -> Files {
    let mut joined = Files::new();
    for (path, text) in &files {
        if let Some(stem) = path.strip_suffix(".up.sql")
            && text.contains("-- +goose")
        {
            let down = files.get(&format!("{stem}.down.sql")).map_or("", String::as_str);
            joined.insert(format!("{stem}.sql"), format!("{text}\n{down}"));
        } else if !(path.ends_with(".down.sql") && text.contains("-- +goose")) {
            joined.insert(path.clone(), text.clone());
        }
    }
    joined
}

fn load(name: &str, dialect: Dialect, files: &Files, all: bool) -> Result<bool, String> {
    let temp = tempfile::tempdir().map_err(|error| error.to_string())?;
    for (path, text) in files {
        let path = temp.path().join(path);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
        made.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let dialects: DialectSet = [dialect].into_iter().collect();
    let project = Project::load(temp.path(), "migrations", dialects);
    let layout = project.folder.as_ref().map_or("-", |folder| folder.layout.name);
    let errors = project.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    errors.clone().for_each(|error| *codes.entry(error.code.id).or_default() += 1);
    let listed: Vec<String> = codes.iter().map(|(code, count)| format!("{code}×{count}")).collect();
    let verdict = if project.set.is_some() { "ok".to_owned() } else { listed.join(" ") };
    println!(
        "{name:<60} {dialect:<8} {layout:<15} {:>4} files {:>4} revisions  {verdict}",
        files.len(),
        project.files.len()
    );
    let most = if all { usize::MAX } else { 3 };
    for error in errors.take(most) {
        println!("{}", render(&project.sources, error, Style::Plain));
    }
    Ok(project.set.is_some())
}
