//! What the codes say about themselves is true: the example that is called wrong gives the code and no other error, the one
//! that is called right gives neither, each as a set of migrations and in each dialect that it names.
//!
//! Examples are blocks of the explanation with a word behind the language: `sql wrong postgres mysql` (no dialect: all).
//! A comment that is a path (`-- 2_teams.sql`) begins a file; `text` lists files. What a file does not say about itself it
//! gets: the section and the parent. Blocks that are right take the place of the wrong ones of their language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use migrate_schema::Project;
use migrate_schema::diagnostic::{Severity, Style, render_all};
use migrate_schema::lint::{self, all_codes};

/// Without an example that could be tried here: no folder to load, or bytes that no text can hold; commands and the run.
const WITHOUT: &[&str] = &["M0101", "M0102", "M0103", "M0104", "M0105", "M0607", "M0608"];

const DIALECTS: [&str; 4] = ["postgres", "mysql", "mariadb", "sqlite"];

/// Names that differ only in case have one id: the example gives both, as the mistake does.
const ALSO: &[(&str, &str)] = &[("M0109", "M0201")];

/// One block of Markdown.
struct Block<'a> {
    language: &'a str,
    words: Vec<&'a str>,
    text: String,
}

fn blocks(explanation: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = explanation.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let mut words = info.split_whitespace();
        let language = words.next().unwrap_or_default();
        let text = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
        blocks.push(Block { language, words: words.collect(), text });
    }
    blocks
}

/// A line that says that a file begins: `-- 1_users.sql`.
fn file_name(line: &str) -> Option<&str> {
    let name = ["-- ", "// ", "# "].iter().find_map(|sign| line.strip_prefix(sign))?;
    let is_path = !name.contains(' ') && [".sql", ".rs", ".toml"].iter().any(|end| name.ends_with(end));
    is_path.then_some(name)
}

/// The files of some blocks, in their order, by their path from the folder of migrations.
fn files(blocks: &[&Block<'_>]) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for block in blocks {
        if block.language == "text" {
            files.extend(block.text.lines().map(|line| (line.to_owned(), String::new())));
            continue;
        }
        let mut name = match block.language {
            "sql" => "1_example.sql",
            "rust" => "../src/models.rs",
            "toml" => "migrate.toml",
            other => panic!("no file is made of `{other}`"),
        };
        let mut text = String::new();
        for (at, line) in block.text.lines().enumerate() {
            if let Some(next) = file_name(line) {
                if at > 0 {
                    files.push((name.to_owned(), std::mem::take(&mut text)));
                }
                name = next;
            } else {
                text += line;
                text += "\n";
            }
        }
        files.push((name.to_owned(), text));
    }
    files
}

/// With what is left out in examples.
fn completed(
    mut files: Vec<(String, String)>,
    dialect: &str,
    listed: bool,
    lint: Option<&str>,
) -> Vec<(String, String)> {
    let mut before: Option<String> = None;
    for (name, text) in &mut files {
        let listed = listed && text.is_empty();
        if name.contains('/') && !listed || !name.ends_with(".sql") {
            continue;
        }
        if listed {
            let table =
                name.split('/').next_back().unwrap_or_default().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
            *text = match name.contains(".down.") {
                true => format!("DROP TABLE t{};\n", table.replace("_down_", "_up_")),
                false => format!("CREATE TABLE t{table} (id int PRIMARY KEY);\n"),
            };
        }
        let others = name.starts_with('V') || name.starts_with('R') || name.contains(".up.") || name.contains(".down.");
        if text.is_empty() || text.contains("-- migrate:") || text.contains("-- +goose") || others {
            before = name.split_once('_').map(|(id, _)| id.to_owned());
            continue;
        }
        let own = name.split_once('_').map(|(id, _)| id.to_owned());
        let parent = before
            .as_ref()
            .filter(|id| own.as_ref() != Some(id))
            .map(|id| format!("-- migrate:revises {id}\n"))
            .unwrap_or_default();
        *text = format!("{parent}-- migrate:up\n{text}");
        before = name.split_once('_').map(|(id, _)| id.to_owned());
    }
    let mut settings = match files.iter().position(|(name, _)| name == "migrate.toml") {
        Some(at) => files.remove(at).1,
        None => String::new(),
    };
    if !settings.contains("dial") && !settings.contains("heads = \"one\"") {
        settings = format!("dialect = \"{dialect}\"\n{settings}");
    }
    if let Some(lint) = lint {
        settings += &format!("[lints]\n{lint} = \"warn\"\n");
    }
    let has = |end: &str| files.iter().any(|(name, _)| name.starts_with("../") && name.ends_with(end));
    // Models are looked at where they are compared with the migrations; in examples with both they are what they show.
    let drift = if files.iter().any(|(name, _)| name == "1_things.sql") { "warn" } else { "deny" };
    for (end, key) in [(".rs", "rust = \"../src\""), ("schema.sql", "schema = \"../schema.sql\"")] {
        if !settings.contains("[models]") && has(end) {
            settings += &format!("[models]\n{key}\ndrift = \"{drift}\"\n");
        }
    }
    files.push(("migrate.toml".to_owned(), settings));
    files
}

/// The codes that a set gives, those of errors apart, and what it would look like.
fn loaded(files: &[(String, String)]) -> (BTreeSet<&'static str>, BTreeSet<&'static str>, String) {
    let root = tempfile::tempdir().expect("a directory");
    let folder = root.path().join("migrations");
    std::fs::create_dir(&folder).expect("a directory");
    for (name, text) in files {
        write(&folder, name, text);
    }
    let mut project = Project::load(&folder, "migrations", Default::default());
    project.check_drift(&folder);
    let codes = project.diagnostics.iter().map(|d| d.code.id).collect();
    let errors = project.diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.code.id).collect();
    (codes, errors, render_all(&project.sources, &project.diagnostics, Style::Plain))
}

fn write(folder: &Path, name: &str, text: &str) {
    let (name, link) = name.split_once(" -> ").map_or((name, None), |(name, link)| (name, Some(link)));
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("below the folder")).expect("a directory");
    match link {
        #[cfg(unix)]
        Some(link) => std::os::unix::fs::symlink(link, path).expect("a link"),
        #[cfg(not(unix))]
        Some(_) => (),
        None => std::fs::write(path, text).expect("a file"),
    }
}

#[test]
fn examples_give_their_code_and_fixes_make_it_go_away() {
    let mut wrongs = Vec::new();
    for code in all_codes() {
        let of_sets = code.id < "M1000" && !WITHOUT.contains(&code.id);
        let blocks = blocks(code.explanation);
        let with = |word: &str| -> Vec<&Block<'_>> {
            blocks.iter().filter(|block| block.words.first() == Some(&word)).collect()
        };
        let (wrong, right) = (with("wrong"), with("right"));
        if !of_sets {
            assert!(wrong.is_empty() && right.is_empty(), "{} has an example: it is to be tried", code.id);
            continue;
        }
        if wrong.is_empty() || right.is_empty() {
            wrongs.push(format!("{}: no example, or no fix", code.id));
            continue;
        }
        if cfg!(not(unix)) && wrong.iter().any(|block| block.text.contains(" -> ")) {
            continue;
        }
        // A fix of one language leaves the files of the others.
        let kept = wrong.iter().filter(|block| right.iter().all(|other| other.language != block.language));
        let fixed: Vec<&Block<'_>> = kept.chain(&right).copied().collect();
        let lint = lint::of(code).map(|lint| lint.name);
        for (what, set) in [("example", wrong), ("fix", fixed)] {
            let mut named: Vec<&str> = set.iter().flat_map(|block| &block.words[1..]).copied().collect();
            if named.is_empty() {
                let needs_one = set.iter().any(|block| block.language == "rust");
                named = DIALECTS.iter().copied().take(if needs_one { 1 } else { 4 }).collect();
            }
            for dialect in named {
                assert!(DIALECTS.contains(&dialect), "{}: `{dialect}` is no dialect", code.id);
                let listed = set.iter().any(|block| block.language == "text");
                // Without a migration there would be another error.
                let mut files = files(&set);
                if !files.iter().any(|(name, _)| name.ends_with(".sql") && !name.starts_with("../")) {
                    let text = "CREATE TABLE things (id int PRIMARY KEY);\n";
                    files.push(("1_things.sql".to_owned(), text.to_owned()));
                }
                let (codes, errors, shown) = loaded(&completed(files, dialect, listed, lint));
                let also = |id: &str| ALSO.contains(&(code.id, id)) && what == "example";
                let others: Vec<_> = errors.iter().filter(|id| **id != code.id && !also(id)).collect();
                let expected = what == "example";
                if codes.contains(code.id) != expected || !others.is_empty() {
                    let but = if expected { "gives" } else { "does not give" };
                    wrongs.push(format!("{} ({dialect}): the {what} {but} {0}, and no other error\n{shown}", code.id));
                }
            }
        }
    }
    assert!(wrongs.is_empty(), "{}\n\n{} in all", wrongs.join("\n\n"), wrongs.len());
}

#[test]
fn examples_are_read_as_they_look() {
    let text = "a\n\n```sql wrong mysql\n-- 1_a.sql\nSELECT 1;\n-- ../schema.sql\n-- a comment\n```\n";
    let blocks = blocks(text);
    assert_eq!((blocks[0].language, blocks[0].words.as_slice()), ("sql", ["wrong", "mysql"].as_slice()));
    let files: BTreeMap<_, _> = files(&[&blocks[0]]).into_iter().collect();
    assert_eq!(files["1_a.sql"], "SELECT 1;\n");
    assert_eq!(files["../schema.sql"], "-- a comment\n");
}
