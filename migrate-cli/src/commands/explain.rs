//! `migrate explain`

use clap::Args;
use migrate_schema::diagnostic::{Code, command, nearest};
use migrate_schema::lint::{self, all_codes as codes};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure};

/// Say more about an error or a lint; without a code, list all of them
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, such as M0202, or the name of a lint, such as drop-table
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let Some(wanted) = self.code else {
            if output.json {
                output.document(&codes().map(as_json).collect());
            } else {
                codes().for_each(|code| output.line(format_args!("{}  {}{}", code.id, code.title, switch(code))));
            }
            return Ok(Exit::Fine);
        };
        let Some(code) = find(&wanted) else {
            let failure = Failure::new(&command::USAGE, format!("there is no code `{wanted}`"));
            let upper = wanted.to_ascii_uppercase();
            return Err(
                match nearest(&upper, codes().map(|code| code.id))
                    .or_else(|| nearest(&wanted, lint::LINTS.iter().map(|lint| lint.name)))
                {
                    Some(near) => failure.help(format!("did you mean {near}?")),
                    None => failure.help("`migrate explain` lists all of them"),
                },
            );
        };
        if output.json {
            output.document(&as_json(code));
        } else {
            output.line(format_args!("{}: {}\n\n{}", code.id, code.title, code.explanation.trim_end()));
            if let Some(lint) = lint::of(code) {
                output.line(format_args!("\n{}", lint.switch()));
            }
        }
        Ok(Exit::Fine)
    }
}

/// The code of an id, or of the name of a lint.
fn find(wanted: &str) -> Option<&'static Code> {
    let code = codes().find(|code| code.id.eq_ignore_ascii_case(wanted));
    code.or_else(|| lint::find(&wanted.replace('_', "-")).map(|lint| lint.code))
}

/// What stands behind the title of a lint in the list.
fn switch(code: &Code) -> String {
    lint::of(code)
        .map_or_else(String::new, |lint| format!(" ({}: {}, {})", lint.group.name(), lint.name, lint.level.name()))
}

fn as_json(code: &Code) -> Value {
    let mut document = json!({ "code": code.id, "title": code.title, "explanation": code.explanation });
    if let Some(lint) = lint::of(code) {
        document["lint"] = json!({ "name": lint.name, "group": lint.group.name(), "level": lint.level.name() });
    }
    document
}
