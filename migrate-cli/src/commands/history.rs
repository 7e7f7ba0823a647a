//! `migrate history`

use clap::Args;
use migrate_schema::diagnostic::command;

use super::graph::{self, Lanes};
use crate::context::Context;
use crate::listing::Lister;
use crate::output::{Exit, Failure};
use crate::selection::{Selected, Selection};

/// List the revisions, newest first
#[derive(Debug, Args)]
pub(crate) struct History {
    #[command(flatten)]
    selection: Selection,
    /// Draw branches and merges beside the list, as `git log --graph` does
    #[arg(long)]
    graph: bool,
    #[command(flatten)]
    lanes: Lanes,
}

impl History {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        if self.graph && output.json {
            return Err(Failure::new(&command::USAGE, "--graph draws for people; --json lists for programs"));
        }
        self.lanes.refuse_unless(self.graph, "history --graph")?;
        let Selected { revisions, marked, revs } = self.selection.select(context)?;
        let lister = Lister::new(&revisions, marked.as_ref());
        if output.json {
            output.document(&lister.json_list(&revs));
        } else if self.graph {
            let text = self.lanes.draw(context, &graph::picture(context, &revisions, marked.as_ref(), &revs)?);
            text.lines().for_each(|line| output.line(line));
        } else if output.verbose {
            revs.iter().for_each(|&rev| output.line(lister.entry(rev)));
        } else {
            revs.iter().for_each(|&rev| output.line(lister.step(rev)));
        }
        Ok(Exit::Fine)
    }
}
