//! The command `migrate`: arguments in, text out. What it does is done by the libraries; here it is only asked for and
//! shown.

mod authoring;
mod autogenerate;
mod cli;
mod commands;
mod context;
mod draw;
mod listing;
mod live;
mod output;
mod progress;
mod rewriting;
mod running;
mod selection;
mod tables;
mod tenants;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Color};
use crate::context::Context;
use crate::output::{Exit, Output};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // They hold for what is wrong with the arguments themselves, too.
    let early = Early::of(&arguments);
    early.color.apply();
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return output::usage(&error, early.json),
    };
    cli.global.color.apply();
    let output = Output { json: cli.global.json, quiet: cli.global.quiet, verbose: cli.global.verbose };
    let context = Context::new(cli.global, output);
    match cli.command.run(&context) {
        Ok(Exit::Fine) => ExitCode::SUCCESS,
        Ok(Exit::Found) => ExitCode::from(1),
        Err(failure) => {
            output.failure(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// What must be known before the arguments are understood.
struct Early {
    json: bool,
    color: Color,
}

impl Early {
    fn of(arguments: &[OsString]) -> Early {
        let mut early = Early { json: false, color: Color::Auto };
        let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
        for (i, word) in words.iter().enumerate().take_while(|(_, word)| **word != "--") {
            let color =
                word.strip_prefix("--color=").or_else(|| (*word == "--color").then(|| words.get(i + 1).copied())?);
            early.json |= *word == "--json";
            early.color = color.and_then(Color::from_name).unwrap_or(early.color);
        }
        early
    }
}
