//! What an application pays in its builds for embedding its migrations, beside the same with `sqlx::migrate!`.
//!
//! `build` has generated migrations, `build real postgresql 1000` real ones. `set postgresql 1000 FOLDER` only writes them.

mod application;
mod measure;
mod names;
mod real;

use std::path::Path;

use migrate_core::Dialect;

use application::{Application, PEERS, Peer};
use measure::{Step, Used};

pub use measure::once;

/// `build [real [SERVER…] [COUNT…]]`
pub fn run(arguments: &[String]) {
    match arguments.split_first() {
        Some((word, rest)) if word == "real" => of_real(rest),
        _ => of_generated(),
    }
}

/// `set SERVER COUNT FOLDER`
pub fn set(arguments: &[String]) {
    let [dialect, count, folder] = arguments else { panic!("set SERVER COUNT FOLDER") };
    let dialect = dialect.parse().expect("a dialect");
    println!("{}", real::write(dialect, count.parse().expect("a number"), Path::new(folder)));
}

const ROUNDS: usize = 5;

fn of_generated() {
    let root = tempfile::tempdir().expect("a directory");
    println!("Generated migrations for SQLite.");
    for count in [10, 100, 1000] {
        let applications = PEERS.map(|peer| Application::generated(root.path(), peer, count));
        table(count, &applications, &Step::ALL);
    }
    println!("\nClean builds with all dependencies, once:\n\n| | CPU s | crates |\n|---|--:|--:|");
    for peer in [Peer::Sqlx, Peer::Ours] {
        let application = Application::generated(root.path(), peer, 10);
        let (used, crates) = measure::from_nothing(&application);
        println!("| {} | {:.1} | {crates} |", peer.name(), used.cpu);
    }
}

fn of_real(arguments: &[String]) {
    let mut dialects: Vec<Dialect> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    if dialects.is_empty() {
        dialects = vec![Dialect::Postgres, Dialect::MariaDb, Dialect::Sqlite];
    }
    let mut counts: Vec<usize> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![1000, 10_000];
    }
    for dialect in dialects {
        for &count in &counts {
            let root = tempfile::tempdir().expect("a directory");
            let set = root.path().join("set");
            println!("\n{}: {}", dialect.facts().name, real::write(dialect, count, &set));
            let applications = PEERS.map(|peer| Application::of(root.path(), peer, dialect, &set));
            table(count, &applications, &[Step::Check, Step::CheckAgain]);
        }
    }
}

/// Measures the applications one after the other, in rounds: what disturbs the machine disturbs all of them.
fn table(count: usize, applications: &[Application; 3], steps: &[Step]) {
    println!(
        "\nMedians of {ROUNDS}; the application alone, its dependencies are built. CPU s / wall s / most memory of a process, MB.\n"
    );
    println!("| migrations | step | empty | sqlx::migrate! | embed_migrations! | CPU to sqlx | wall to sqlx |");
    println!("|--:|---|--:|--:|--:|--:|--:|");
    for &step in steps {
        let mut used: [Vec<Used>; 3] = Default::default();
        for application in applications {
            application.prepare(step);
        }
        for round in 0..ROUNDS {
            for (application, used) in applications.iter().zip(&mut used) {
                used.push(application.measure(step, round));
            }
        }
        let [empty, sqlx, ours] = used.map(Used::median);
        println!(
            "| {count} | {} | {empty} | {sqlx} | {ours} | {:.2} | {:.2} |",
            step.name(),
            ours.cpu / sqlx.cpu,
            ours.wall / sqlx.wall
        );
    }
}
