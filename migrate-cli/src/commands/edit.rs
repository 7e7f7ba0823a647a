//! `migrate edit`

use std::process::Command;

use clap::Args;

use super::show::find;
use crate::context::Context;
use crate::output::{Exit, Failure};
use migrate_schema::diagnostic::command;

/// Open the file of a revision in VISUAL or EDITOR
#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// The revision; `current` asks the database
    #[arg(value_name = "REVISION", allow_negative_numbers = true)]
    revision: String,
}

impl Edit {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let revs = find(context, &revisions, &self.revision)?;
        if revs.is_empty() {
            let text = match self.revision.as_str() {
                "current" => "No current revisions".to_owned(),
                symbol => format!("No revision files indicated by symbol '{symbol}'"),
            };
            return Err(Failure::new(&command::EDITOR, text));
        }
        let paths: Vec<String> = revs.iter().flat_map(|&rev| revisions.paths(rev)).collect();
        let editor = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok());
        let editor = editor.unwrap_or_default();
        // As most people have it: a program and its options, `code --wait`.
        let mut words = editor.split_whitespace();
        let Some(program) = words.next() else {
            return Err(Failure::new(&command::EDITOR, "neither VISUAL nor EDITOR is set")
                .help(format!("the file is {}", paths.join(", "))));
        };
        let failed = |why: String| Failure::new(&command::EDITOR, format!("the editor `{editor}` failed: {why}"));
        let status =
            Command::new(program).args(words).args(&paths).status().map_err(|error| failed(error.to_string()))?;
        if !status.success() {
            return Err(failed(status.to_string()));
        }
        Ok(Exit::Fine)
    }
}
