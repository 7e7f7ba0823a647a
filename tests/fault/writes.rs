//! SQLite: the process is killed, or the disk is full, at every call that changes a file. A small library that stands
//! before libc's counts the calls.
#![cfg(target_os = "linux")]

use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use migrate_tests::{Database, Folder, Server, block_on};

use crate::boundaries::{Table, ready, thorough, undisturbed};
use crate::subject::{Mode, fingerprint, finish, run, start, subjects, write};
use crate::{succeeded, text};

/// The library, built once for each run of the tests.
fn shim() -> &'static Path {
    static SHIM: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = SHIM.get_or_init(|| {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let path = directory.path().join("shim.so");
        let mut cc = Command::new("cc");
        cc.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path);
        let status = cc.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("fault/shim.c")).status();
        assert!(status.is_ok_and(|status| status.success()), "a C compiler builds shim.c");
        (directory, path)
    });
    path
}

/// The directory of a SQLite database.
fn directory(db: &Database) -> String {
    let path = db.url.strip_prefix("sqlite://").expect("a file");
    Path::new(path).parent().expect("a directory").to_str().expect("plain").to_owned()
}

/// How many calls an undisturbed run makes.
fn calls(folder: &Folder, db: &Database, mode: Mode) -> usize {
    let counted = tempfile::NamedTempFile::new().expect("a file");
    let (under, to) = (directory(db), counted.path().to_str().expect("plain"));
    let environment = [("LD_PRELOAD", shim().to_str().expect("plain")), ("SHIM_UNDER", &under), ("SHIM_COUNT", to)];
    let output = start(folder, &db.url, &mode.arguments(), &environment).wait_with_output().expect("the command ends");
    assert!(succeeded(&output), "{}", text(&output));
    std::fs::read_to_string(counted.path()).expect("a number").parse().expect("a number")
}

/// Which calls are tried: all, or a few that differ from mode to mode.
fn chosen(all: usize, shift: usize) -> Vec<usize> {
    let step = if thorough() { 1 } else { all.div_ceil(12) };
    (1..=all).skip(shift % step).step_by(step).collect()
}

#[test]
fn sqlite_killed_at_any_write_is_finished_by_the_next_two() {
    let table = std::sync::Mutex::new(Table::default());
    for (shift, mode) in Mode::ALL.into_iter().enumerate() {
        let subjects = subjects(Server::Sqlite, mode.whole);
        let folder = write(Server::Sqlite, &subjects);
        let expected = block_on(undisturbed(Server::Sqlite, &folder, mode, None));
        let first = block_on(ready(Server::Sqlite, &folder, mode, None));
        let all = calls(&folder, &first, mode);
        assert!(all > 10, "only {all} calls are seen");
        let chosen = chosen(all, shift);
        let one = |at: &usize| {
            let context = format!("{mode:?}, killed at call {at} of {all}");
            let db = block_on(ready(Server::Sqlite, &folder, mode, None));
            let (under, at) = (directory(&db), at.to_string());
            let environment = [
                ("LD_PRELOAD", shim().to_str().expect("plain")),
                ("SHIM_UNDER", &under),
                ("SHIM_AT", &at),
                ("SHIM_WHAT", "kill"),
            ];
            let child = start(&folder, &db.url, &mode.arguments(), &environment);
            let output = child.wait_with_output().expect("the command ends");
            assert_eq!(output.status.signal(), Some(9), "{context}: {}", text(&output));
            let ended = block_on(finish(&db, &folder, mode, &subjects, &context));
            assert_eq!(block_on(fingerprint(&db)), expected, "{context}");
            table.lock().expect("nobody panicked").count(format!("{} at a write", mode.arguments().join(" ")), ended);
        };
        // Where a row stands open the next run waits some seconds to see whether its process lives: many at once.
        for some in chosen.chunks(16) {
            std::thread::scope(|scope| {
                for at in some {
                    scope.spawn(|| one(at));
                }
            });
        }
    }
    table.into_inner().expect("nobody panicked").print(Server::Sqlite, 30);
}

#[test]
fn a_disk_that_is_full_at_any_write_of_sqlite_is_told_and_leaves_nothing_broken() {
    for (shift, mode) in Mode::ALL.into_iter().enumerate() {
        let subjects = subjects(Server::Sqlite, true);
        let folder = write(Server::Sqlite, &subjects);
        let expected = block_on(undisturbed(Server::Sqlite, &folder, mode, None));
        let all = calls(&folder, &block_on(ready(Server::Sqlite, &folder, mode, None)), mode);
        for at in chosen(all, shift) {
            let context = format!("{mode:?}, full at call {at} of {all}");
            let db = block_on(ready(Server::Sqlite, &folder, mode, None));
            let (under, at) = (directory(&db), at.to_string());
            let environment = [
                ("LD_PRELOAD", shim().to_str().expect("plain")),
                ("SHIM_UNDER", &under),
                ("SHIM_AT", &at),
                ("SHIM_WHAT", "full"),
            ];
            let child = start(&folder, &db.url, &mode.arguments(), &environment);
            let output = child.wait_with_output().expect("the command ends");
            let said = text(&output);
            // Behind the last write there is nothing that could fail.
            if !succeeded(&output) {
                eprintln!("{context}: {said}");
                assert!(said.contains("database or disk is full"), "{context}: {said}");
                assert!(said.contains("help: "), "{context}: {said}");
            }
            run(&folder, &db.url, &mode.arguments());
            assert_eq!(block_on(fingerprint(&db)), expected, "{context}: {said}");
        }
    }
}
