//! Statements that are right or wrong, judged by the real server and by us.
//!
//! `cargo run -p migrate-tests --bin cases [-- [--write] [--missed] [--caught] [--labels] FILE…]`. The files are of the form that
//! `tests/support/themes.rs` describes; PostgreSQL runs them. Shown are the numbers and what we refuse alone; `--missed`
//! lists what the server refuses alone, `--caught` our messages about what both refuse, and `--write` writes what is true
//! of each statement into the file. With `--labels` no server is asked: what the labels say is true.

use std::process::ExitCode;

use migrate_tests::{Server, block_on, themes};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let is = |name: &str| args.iter().any(|arg| arg == name);
    let mut wrong = 0;
    for path in args.iter().filter(|arg| !arg.starts_with("--")) {
        let Ok(text) = std::fs::read_to_string(path) else {
            eprintln!("{path}: cannot be read");
            return ExitCode::FAILURE;
        };
        let run = async {
            match is("--labels") {
                true => themes::run_by_labels(&text).await,
                false => themes::run(Server::Postgres, &text).await,
            }
        };
        let Some(cases) = block_on(run) else { continue };
        let (mut fine, mut rows, mut refused, mut caught, mut several) = (0, 0, 0, 0, 0);
        for said in cases.iter().flat_map(|case| &case.said) {
            if said.is_false() {
                wrong += 1;
                println!("FALSE {}\n{}", said.sql, said.shown);
            }
            fine += usize::from(!said.refused);
            rows += usize::from(said.rows);
            if !said.refused || said.rows {
                continue;
            }
            refused += 1;
            caught += usize::from(said.ours.is_some());
            several += usize::from(said.messages > 1);
            match (&said.ours, &said.real) {
                (None, Some(real)) if is("--missed") => println!("{}  <=  {real}", said.sql),
                (Some(_), _) if is("--caught") || said.messages > 1 => println!("{}\n{}", said.sql, said.shown),
                _ => (),
            }
        }
        println!(
            "{path}: {fine} fine, {rows} for their rows, {refused} refused, {caught} caught ({several} with more than one message)"
        );
        if is("--write")
            && let Err(error) = std::fs::write(path, themes::labelled(&cases))
        {
            eprintln!("{path}: {error}");
        }
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
