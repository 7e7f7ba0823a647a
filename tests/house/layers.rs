//! DESIGN section 3 as tests.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// The packages that a crate compiles with all its features, along some edges of cargo's.
fn tree(package: &str, edges: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            package,
            "--edges",
            edges,
            "--all-features",
            "--prefix",
            "none",
            "--format",
            "{lib}",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("names of crates");
    text.lines().map(|line| line.trim().replace('_', "-")).filter(|line| !line.is_empty()).collect()
}

/// What a crate needs, build dependencies aside.
fn dependencies(package: &str) -> BTreeSet<String> {
    tree(package, "normal")
}

/// What becomes part of a program: a proc macro and what it needs are compiled for the host and never linked.
fn linked(package: &str) -> BTreeSet<String> {
    tree(package, "normal,no-proc-macro")
}

#[test]
fn the_core_has_no_dependencies() {
    assert_eq!(dependencies("migrate-core"), BTreeSet::from(["migrate-core".to_owned()]));
}

#[test]
fn the_runtime_never_links_a_sql_parser() {
    let linked = linked("migrate-runtime");
    assert!(linked.contains("migrate-core") && linked.contains("sqlx"), "{linked:?}");
    for parser in ["sqlparser", "squawk-parser", "sqlite3-parser", "migrate-schema", "toml", "walkdir"] {
        assert!(!linked.contains(parser), "{parser}");
    }
}

#[test]
fn the_macros_never_meet_sqlx() {
    let dependencies = dependencies("migrate-macros");
    assert!(dependencies.contains("migrate-schema"), "{dependencies:?}");
    for package in ["sqlx", "sqlx-core", "tokio", "migrate-runtime"] {
        assert!(!dependencies.contains(package), "{package}");
    }
}

/// Every Rust file below a directory, with its path from there.
fn sources(directory: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).expect("a directory of sources").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(directory).expect("it is below").to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("a source")));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn modules_of_the_schema_crate_use_only_what_stands_left_of_them() {
    let order = [
        "source",
        "diagnostic",
        "sql",
        "files",
        "catalog",
        "read",
        "interpret",
        "replay",
        "render",
        "diff",
        "undo",
        "live",
        "lint",
        "wanted",
        "project",
    ];
    let place = |module: &str| order.iter().position(|other| *other == module);
    // Tests of a catalog write SQL, which is read; nothing of them is built into the crate.
    let crate_only =
        sources(&root().join("migrate-schema/src")).into_iter().filter(|(name, _)| !name.contains("tests"));
    for (name, text) in crate_only {
        let module = name.split(['/', '.']).next().expect("a name").to_owned();
        let Some(own) = place(&module) else {
            assert_eq!(module, "lib", "{name} is in no module of the list: add it at its place");
            continue;
        };
        // A test of the catalog reads SQL, of course.
        if name.contains("/tests") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let Some((_, rest)) = line.split_once("crate::") else { continue };
            let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let fine = place(used).is_none_or(|used| used <= own);
            assert!(fine, "{name}:{}: `{module}` may not use `{used}`", number + 1);
        }
    }
}

#[test]
fn only_one_module_touches_the_file_system() {
    for (name, text) in sources(&root().join("migrate-schema/src")) {
        let allowed =
            ["files/disk", "files/nearby"].iter().any(|module| name.starts_with(module)) || name.contains("tests");
        let touches = text.contains("std::fs") || text.contains("WalkDir");
        assert!(allowed || !touches, "{name}");
    }
}
