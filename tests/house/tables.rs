//! Tables that must agree with what they are about.

use std::collections::BTreeSet;
use std::path::Path;

use migrate_schema::diagnostic::codes;

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
         tables in\n`migrate-schema/src/diagnostic/codes` and held to them by a test.\n",
    );
    for code in codes() {
        page.push_str(&format!("\n## {}: {}\n\n{}\n", code.id, code.title, code.explanation.trim()));
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
