//! Pairs of schemas through autogenerate, on real servers.
//!
//! `cargo run --release -p migrate-tests --bin pairs -- [--dialect postgres|mariadb|sqlite] [--show] [--filter TEXT] [PATH]`
//! reads `tests/golden/pairs`, or a file of cases, or a folder of such files or of `name/before.sql` and `name/after.sql`.
//! `--show` prints what was written.

use std::path::PathBuf;
use std::process::ExitCode;

use migrate_tests::Server;
use migrate_tests::pairs::{Rates, cases, judge, of_folder, own};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut only, mut filter, mut folder, mut show) = (None, None, None, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dialect" => only = arguments.next(),
            "--filter" => filter = arguments.next(),
            "--show" => show = true,
            path => folder = Some(PathBuf::from(path)),
        }
    }
    let servers = [("postgres", Server::Postgres), ("mariadb", Server::MariaDb), ("sqlite", Server::Sqlite)];
    let mut good = true;
    for (name, server) in servers.into_iter().filter(|(name, _)| only.as_ref().is_none_or(|only| only == name)) {
        let mut list = match &folder {
            Some(file) if file.is_file() => cases(&std::fs::read_to_string(file).expect("a text")),
            Some(folder) if folder.is_dir() => of_folder(folder),
            Some(nothing) => {
                eprintln!("{} is neither a file nor a folder", nothing.display());
                return ExitCode::FAILURE;
            }
            None => own(name),
        };
        list.retain(|case| filter.as_ref().is_none_or(|filter| case.name.contains(filter.as_str())));
        let Some(outcomes) = judge(server, &list) else { continue };
        let mut rates = Rates::default();
        for (case, outcome) in list.iter().zip(outcomes) {
            rates.add(case, &outcome);
            let mut bad = Vec::new();
            if let Some(why) = &outcome.broken {
                bad.push(format!("CANNOT RUN {why}"));
            } else if let Some(why) = &outcome.refused {
                bad.push(format!("REFUSED {why}"));
            } else if !outcome.empty {
                let what = if case.equal { "FOUND SOMETHING" } else { "FOUND NOTHING" };
                bad.push(what.to_owned());
            }
            bad.extend(outcome.up.iter().map(|text| format!("UP\n{text}")));
            bad.extend(outcome.down.iter().map(|text| format!("DOWN\n{text}")));
            bad.extend(outcome.drift.iter().map(|text| format!("DRIFT\n{text}")));
            bad.extend(outcome.unproven.iter().map(|text| format!("UNPROVEN {text}")));
            if !bad.is_empty() || show {
                println!("--- {name}: {}", case.name);
                bad.iter().for_each(|text| println!("{text}"));
                println!("{}\n", outcome.script);
            }
            good &= bad.is_empty();
        }
        println!("{name:<9} {rates}");
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
