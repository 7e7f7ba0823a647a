//! What rustc says: code that must not compile, with rustc's real text. Code that must compile is in `tests/embed`: with
//! such cases trybuild would build all of sqlx instead of checking it.
//!
//! `TRYBUILD=overwrite` rewrites the texts; look at each change as its reader would.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

/// trybuild compiles in a package of its own below the target directory, and paths are relative to the package.
fn package() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let target = test.ancestors().nth(3).expect("it is in target/debug/deps");
    target.join("tests/trybuild/migrate-ui-tests")
}

/// trybuild takes over no profile: full debug information of the macro and what it needs would be most of what is written.
fn without_debug_information(package: &Path) {
    let folder = package.join(".cargo");
    std::fs::create_dir_all(&folder).expect("a directory below target");
    std::fs::write(folder.join("config.toml"), "[profile.dev]\ndebug = false\n").expect("a file below target");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a directory below target");
    for entry in std::fs::read_dir(from).expect("the sets of the cases").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("a copy below target");
        }
    }
}

#[test]
fn broken_migrations_are_refused_with_the_place_in_the_sql_file() {
    let package = package();
    let sets = package.join("sets");
    let _ = std::fs::remove_dir_all(&sets);
    copy(Path::new("sets"), &sets);
    without_debug_information(&package);
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fail/*.rs");
}
