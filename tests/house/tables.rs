//! Tables that must agree with what they are about.

use std::collections::BTreeSet;
use std::path::Path;

use migrate_schema::lint::{LINTS, all_codes as codes};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_private_module_carries_the_version() {
    let module = format!("__private_{}", env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_"));
    let text = read("migrate-runtime/src/lib.rs");
    assert_eq!(text.matches(&module).count(), 2, "{module} in its definition and in the macro");
    assert_eq!(text.matches("__private_").count(), 2, "and no other version");
}

#[test]
fn codes_are_sorted_and_used_once() {
    let ids: Vec<&str> = codes().map(|code| code.id).collect();
    let sorted: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids, sorted.iter().copied().collect::<Vec<_>>());
    for code in codes() {
        assert!(code.id.len() == 5 && code.id.starts_with('M'), "{}", code.id);
        assert!(!code.explanation.trim().is_empty(), "{} has no explanation", code.id);
    }
}

/// `UPDATE_DOCS=1` writes it.
#[test]
fn the_page_of_codes_is_written_from_the_table() {
    let mut page = String::from(
        "# Codes\n\nEvery problem has a code; `migrate explain M0301` prints its paragraph. This page is written from the \
         tables in\n`migrate-schema/src/diagnostic/codes` and `migrate-schema/src/lint/rules`, and held to them by a test.\n",
    );
    for code in codes() {
        page.push_str(&format!("\n## {}: {}\n\n{}\n", code.id, code.title, code.explanation.trim()));
        if let Some(lint) = migrate_schema::lint::of(code) {
            page.push_str(&format!("\n{}\n", lint.switch()));
        }
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
        std::fs::create_dir_all(&path).expect("the docs folder");
        std::fs::write(path.join("codes.md"), &page).expect("the page");
    }
    assert_eq!(read("docs/codes.md"), page, "UPDATE_DOCS=1 cargo test -p migrate-tests --test house writes it");
}

/// What the runtime says it can go wrong with is explained, too.
#[test]
fn every_code_of_the_runtime_is_explained() {
    let text = read("migrate-runtime/src/error.rs");
    let used: BTreeSet<&str> = text.match_indices("\"M10").map(|(at, _)| &text[at + 1..at + 6]).collect();
    let known: BTreeSet<&str> = codes().map(|code| code.id).filter(|id| id.starts_with("M10")).collect();
    assert_eq!(used, known);
}

/// One lint, one file.
#[test]
fn lints_are_as_their_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrate-schema/src/lint/rules");
    let files = std::fs::read_dir(&folder).expect("the folder of the rules").flatten();
    let files: BTreeSet<String> = files
        .map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".rs").replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    let names: Vec<&str> = LINTS.iter().map(|lint| lint.name).collect();
    assert!(names.is_sorted_by(|one, other| one < other), "{names:?}");
    assert_eq!(files, names.iter().map(|name| (*name).to_owned()).collect());
    for (at, lint) in LINTS.iter().enumerate() {
        let twin = LINTS[at + 1..].iter().find(|other| other.code.id == lint.code.id);
        assert!(twin.is_none(), "{} and {}", lint.name, twin.map_or("", |twin| twin.name));
    }
}
