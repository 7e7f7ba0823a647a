//! `migrate explain`

use clap::Args;
use migrate_schema::diagnostic::{Code, codes, command, nearest};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure};

/// Say more about an error; without a code, list all of them
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, such as M0202
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let Some(wanted) = self.code else {
            if output.json {
                output.document(&codes().map(as_json).collect());
            } else {
                codes().for_each(|code| output.line(format_args!("{}  {}", code.id, code.title)));
            }
            return Ok(Exit::Fine);
        };
        let Some(code) = codes().find(|code| code.id.eq_ignore_ascii_case(&wanted)) else {
            let failure = Failure::new(&command::USAGE, format!("there is no code `{wanted}`"));
            let upper = wanted.to_ascii_uppercase();
            return Err(match nearest(&upper, codes().map(|code| code.id)) {
                Some(near) => failure.help(format!("did you mean {near}?")),
                None => failure.help("`migrate explain` lists all of them"),
            });
        };
        if output.json {
            output.document(&as_json(code));
        } else {
            output.line(format_args!("{}: {}\n\n{}", code.id, code.title, code.explanation.trim_end()));
        }
        Ok(Exit::Fine)
    }
}

fn as_json(code: &Code) -> Value {
    json!({ "code": code.id, "title": code.title, "explanation": code.explanation })
}
