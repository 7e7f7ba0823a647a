//! The command, built from what is in the workspace now.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The path of the binary `migrate`: what `MIGRATE_TEST_BINARY` names, else it is built once for each run of a test
/// program. `test.sh` builds it together with the tests, because a build of it alone unites other features of the
/// dependencies and so compiles most of them again.
///
/// # Panics
///
/// If it does not build.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(built) = std::env::var_os("MIGRATE_TEST_BINARY") {
            return built.into();
        }
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
