//! What one run of cargo takes.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

use super::application::Application;

/// What is done to an application whose dependencies are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Check,
    CheckAgain,
    Build,
    BuildAgain,
}

impl Step {
    pub const ALL: [Step; 4] = [Step::Check, Step::CheckAgain, Step::Build, Step::BuildAgain];

    pub const fn name(self) -> &'static str {
        match self {
            Step::Check => "check",
            Step::CheckAgain => "check, one file changed",
            Step::Build => "build",
            Step::BuildAgain => "build, one file changed",
        }
    }

    pub const fn command(self) -> &'static str {
        match self {
            Step::Check | Step::CheckAgain => "check",
            Step::Build | Step::BuildAgain => "build",
        }
    }

    /// A file changes, and nothing else.
    pub const fn is_again(self) -> bool {
        matches!(self, Step::CheckAgain | Step::BuildAgain)
    }
}

/// What a run of cargo and all that it started took.
#[derive(Debug, Clone, Copy)]
pub struct Used {
    /// Seconds, user and system.
    pub cpu: f64,
    pub wall: f64,
    /// Of the largest process, in MB: that is rustc with the macro inside of it.
    pub memory: f64,
}

impl Used {
    pub fn median(of: Vec<Used>) -> Used {
        let median = |value: fn(&Used) -> f64| crate::median(of.iter().map(value).collect());
        Used { cpu: median(|it| it.cpu), wall: median(|it| it.wall), memory: median(|it| it.memory) }
    }
}

impl fmt::Display for Used {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} / {:.2} / {:.0}", self.cpu, self.wall, self.memory)
    }
}

/// Runs cargo in a process of its own, because the system counts for all children of one together.
pub fn cargo(package: &Path, target: &Path, command: &str) -> Used {
    let us = std::env::current_exe().expect("this program");
    let output =
        Command::new(us).arg("cargo-once").args([package, target]).arg(command).output().expect("this program");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        &[cpu, wall, memory] if output.status.success() => Used { cpu, wall, memory },
        _ => panic!("cargo {command} in {}:\n{}", package.display(), String::from_utf8_lossy(&output.stderr)),
    }
}

/// The other side of [`cargo`].
pub fn once(arguments: &[String]) {
    let [package, target, command] = arguments else { panic!("cargo-once PACKAGE TARGET COMMAND") };
    let begin = Instant::now();
    let status = Command::new("cargo")
        .args([command, "--quiet", "--target-dir", target])
        .current_dir(package)
        .status()
        .expect("cargo");
    let wall = begin.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let cpu = seconds(usage.user_time()) + seconds(usage.system_time());
    println!("{cpu} {wall} {}", usage.max_rss() as f64 / 1024.0);
    std::process::exit(i32::from(!status.success()));
}

/// A build with all dependencies, and how many crates that are.
pub fn from_nothing(application: &Application) -> (Used, usize) {
    let target = tempfile::tempdir().expect("a directory");
    let used = cargo(&application.package, target.path(), "build");
    let tree = Command::new("cargo")
        .args(["tree", "--prefix", "none", "--no-dedupe", "--edges", "normal,build"])
        .current_dir(&application.package)
        .output()
        .expect("cargo");
    let text = String::from_utf8_lossy(&tree.stdout).into_owned();
    let mut crates: Vec<&str> = text.lines().map(|line| line.trim_end_matches(" (proc-macro)")).collect();
    crates.sort_unstable();
    crates.dedup();
    (used, crates.len() - 1)
}
