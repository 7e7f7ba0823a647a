//! The command as people use it: sessions in `sessions/`, each in an empty directory, with what is typed and what comes
//! back. `UPDATE_GOLDEN=1 cargo test -p migrate-tests --test cli` writes the answers anew.
//!
//! In a session `$ …` is typed, `> …` goes into the file that is written, `| …` is what comes back on the standard output
//! and `! …` on the standard error, `[1]` is the exit code if it is not 0. All else is said for the reader. What differs
//! from run to run stands as `<id1>`, `<when>`, `N ms`, `<host>` and `<dir>`; `<id1>` may be typed.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod normal;
mod session;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

macro_rules! sessions {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                session::check(stringify!($name));
            }
        )*

        #[test]
        fn every_session_is_run() {
            let mut files: Vec<String> = std::fs::read_dir(folder())
                .expect("the folder of sessions")
                .map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".txt", ""))
                .collect();
            files.sort();
            let mut known = vec![$(stringify!($name)),*];
            known.sort_unstable();
            assert_eq!(files, known);
        }
    };
}

sessions! {
    check current downgrade edit ensure_version explain heads_at_odds init layouts listing merge new offline passwords rebase show
    stamp status upgrade usage versions
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cli/sessions")
}

/// The command, built from what is in the workspace now.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = std::env::current_exe().expect("the path of this test");
        let profile = test.parent().and_then(Path::parent).expect("target/<profile>/deps/<test>");
        let target = profile.parent().expect("target/<profile>");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "migrate-cli", "--bin", "migrate", "--target-dir"]).arg(target);
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        let status = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo");
        assert!(status.success(), "the command does not build");
        profile.join("migrate").with_extension(std::env::consts::EXE_EXTENSION)
    })
}
