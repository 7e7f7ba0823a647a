//! Pairs of schemas through autogenerate, on real servers.
//!
//! `cargo run -p migrate-tests --bin pairs -- [--dialect postgres|mariadb|mysql|sqlite] [--show] [--filter TEXT] [--corpus] [PATH]`
//! reads `tests/golden/pairs`, or a file of cases, or a folder of such files or of `name/before.sql` and `name/after.sql`.
//! `--show` prints what was written. `--corpus` takes the chains of `../shared/corpus` (or `CORPUS`), each from several of
//! its statements to its end; a filter is then a part of a project's name, and of a difference only the first line is
//! printed unless `--show` is given. Each project is told on the standard error output when it is done.

use std::path::PathBuf;
use std::process::ExitCode;

use migrate_core::Dialect;
use migrate_tests::corpus;
use migrate_tests::pairs::{Case, Outcome, Rates, cases, judge, judge_as, of_folder, own, real};
use migrate_tests::{Database, Server};

#[derive(Default)]
struct Wanted {
    dialect: Option<String>,
    filter: Option<String>,
    path: Option<PathBuf>,
    show: bool,
    corpus: bool,
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut wanted = Wanted::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dialect" => wanted.dialect = arguments.next(),
            "--filter" => wanted.filter = arguments.next(),
            "--show" => wanted.show = true,
            "--corpus" => wanted.corpus = true,
            path => wanted.path = Some(PathBuf::from(path)),
        }
    }
    for (_, server) in wanted.servers() {
        Database::drop_orphans(server);
    }
    let result = if wanted.corpus { of_corpus(&wanted) } else { of_files(&wanted) };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

impl Wanted {
    fn servers(&self) -> impl Iterator<Item = (&'static str, Server)> {
        let servers = [("postgres", Server::Postgres), ("mariadb", Server::MariaDb), ("sqlite", Server::Sqlite)];
        // MySQL has no server of its own here; what MariaDB takes of its texts is judged there where somebody asks for it.
        let mysql = self.dialect.as_deref().filter(|only| *only == "mysql").map(|_| ("mysql", Server::MariaDb));
        servers.into_iter().filter(|(name, _)| self.dialect.as_ref().is_none_or(|only| only == name)).chain(mysql)
    }
}

fn of_files(wanted: &Wanted) -> Result<bool, String> {
    let mut good = true;
    for (name, server) in wanted.servers() {
        let mut list = match &wanted.path {
            Some(file) if file.is_file() => cases(&std::fs::read_to_string(file).map_err(|error| error.to_string())?),
            Some(folder) if folder.is_dir() => of_folder(folder),
            Some(nothing) => return Err(format!("{} is neither a file nor a folder", nothing.display())),
            None => own(name),
        };
        list.retain(|case| wanted.filter.as_ref().is_none_or(|filter| case.name.contains(filter.as_str())));
        let dialect = if name == "mysql" { Dialect::MySql } else { server.dialect() };
        let Some(outcomes) = judge_as(server, dialect, &list) else { continue };
        let mut rates = Rates::default();
        for (case, outcome) in list.iter().zip(outcomes) {
            rates.add(case, &outcome);
            let bad = wrong(case, &outcome);
            if !bad.is_empty() || wanted.show {
                println!("--- {name}: {}", case.name);
                bad.iter().for_each(|text| println!("{text}"));
                outcome.stops.iter().for_each(|why| println!("STOPS {why}"));
                println!("{}\n", outcome.script);
            }
            good &= bad.is_empty() || case.left.is_some();
        }
        println!("{name:<9} {rates}");
    }
    Ok(good)
}

fn of_corpus(wanted: &Wanted) -> Result<bool, String> {
    let chains = match corpus::chains(&[]) {
        Ok(chains) => chains,
        // A clone without the collection is no failure; the job that has it says so with CI=true.
        Err(problem) if std::env::var_os("CI").is_none() => {
            eprintln!("{problem}");
            return Ok(true);
        }
        Err(problem) => return Err(problem),
    };
    let mut good = true;
    for (name, server) in wanted.servers() {
        let (mut total, mut statements) = (Rates::default(), 0);
        for chain in chains.iter().filter(|chain| real::server(chain.dialect) == server) {
            let title = format!("{} {}", chain.project, chain.name);
            if wanted.filter.as_ref().is_some_and(|filter| !title.contains(filter.as_str())) {
                continue;
            }
            let Some((list, refused)) = real::cases(chain) else { break };
            statements += refused;
            let list = match list {
                Ok(list) => list,
                Err(problem) => {
                    println!("--- {name}: {title}: CANNOT BE READ: {problem}");
                    good = false;
                    continue;
                }
            };
            let Some(outcomes) = judge(server, &list) else { break };
            let mut own = Rates::default();
            for (case, outcome) in list.iter().zip(outcomes) {
                total.add(case, &outcome);
                own.add(case, &outcome);
                let bad = wrong(case, &outcome);
                good &= bad.is_empty();
                if wanted.show {
                    println!("--- {name}: {}", case.name);
                    bad.iter().for_each(|text| println!("{text}"));
                    println!("{}\n", outcome.script);
                } else if let Some(first) = bad.first() {
                    let lines: Vec<String> =
                        first.lines().take(6).map(|line| line.chars().take(300).collect()).collect();
                    println!("--- {name}: {}: {}", case.name, lines.join("\n    "));
                }
            }
            // A whole run takes minutes, and whoever waits for it sees how far it is.
            eprintln!("{title}: {own}; {refused} statements cannot run here");
        }
        println!("{name:<9} {total}; {statements} statements of the projects cannot run here");
    }
    Ok(good)
}

/// What is wrong with the outcome of a case.
fn wrong(case: &Case, outcome: &Outcome) -> Vec<String> {
    let mut bad = Vec::new();
    if let Some(why) = &outcome.unsure {
        return vec![format!("UNSURE {why}")];
    }
    if let Some(why) = &case.left {
        return vec![format!("LEFT {why}")];
    }
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
    bad.extend(outcome.rows.iter().map(|text| format!("ROWS\n{text}")));
    bad.extend(outcome.drift.iter().map(|text| format!("DRIFT\n{text}")));
    bad.extend(outcome.unproven.iter().map(|text| format!("UNPROVEN {text}")));
    bad
}
