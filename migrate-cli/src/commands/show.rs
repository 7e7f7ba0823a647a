//! `migrate show`

use clap::Args;
use migrate_core::graph::Rev;
use migrate_core::listing;
use migrate_core::plan::Applied;
use migrate_core::target::Target;
use serde_json::{Value, json};

use crate::context::{Context, Revisions};
use crate::listing::Lister;
use crate::output::{Exit, Failure};

/// Show a revision; with --verbose its file, too
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The revision; `current` asks the database
    #[arg(value_name = "REVISION", allow_negative_numbers = true)]
    revision: String,
}

impl Show {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let revs = find(context, &revisions, &self.revision)?;
        let lister = Lister::new(&revisions, None);
        let output = context.output;
        if output.json {
            let mut list = Vec::new();
            for &rev in &revs {
                let mut json = lister.json(rev);
                json["text"] = json!(revisions.text(rev)?);
                list.push(json);
            }
            output.document(&Value::Array(list));
            return Ok(Exit::Fine);
        }
        for &rev in &revs {
            output.line(lister.entry(rev));
            if output.verbose {
                output.line(revisions.text(rev)?);
            }
        }
        Ok(Exit::Fine)
    }
}

/// What `show` and `edit` are asked for. The database is asked only if `current` is meant.
pub(super) fn find(context: &Context, revisions: &Revisions, text: &str) -> Result<Vec<Rev>, Failure> {
    let target: Target = text.parse()?;
    let applied = match target.is_current() {
        true => context.applied(revisions)?.applied,
        false => Applied::none(),
    };
    Ok(listing::show(&revisions.graph, &applied, &target)?)
}
