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
    adopt autogenerate autogenerate_online baseline check current downgrade drift edit ensure_version explain heads_at_odds init layouts listing merge new
    offline passwords rebase repair schema settle show stamp status tenants upgrade usage versions
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cli/sessions")
}
