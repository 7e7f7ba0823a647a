//! `migrate history`

use clap::Args;
use migrate_core::listing;
use migrate_core::plan::Applied;
use migrate_core::target::Range;

use super::graph::{self, Lanes};
use crate::context::Context;
use crate::listing::Lister;
use crate::output::{Exit, Failure};

/// List the revisions, newest first
#[derive(Debug, Args)]
pub(crate) struct History {
    /// Only these: `a:b`, `a:`, `:b`; with `base`, `heads`, `current`, `+2`, `-2` as well
    #[arg(long, short, value_name = "FROM:TO", allow_hyphen_values = true)]
    rev_range: Option<String>,
    /// Ask the database, and mark where it stands
    #[arg(long, short)]
    indicate_current: bool,
    /// Draw branches and merges beside the list, as `git log --graph` does
    #[arg(long)]
    graph: bool,
    #[command(flatten)]
    lanes: Lanes,
}

impl History {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let range: Range = self.rev_range.as_deref().map(str::parse).transpose()?.unwrap_or_default();
        let revisions = context.revisions()?;
        let state = match self.indicate_current || range.asks_current() {
            true => Some(context.applied(&revisions)?),
            false => None,
        };
        let nothing = Applied::none();
        let applied = state.as_ref().map_or(&nothing, |state| &state.applied);
        let revs = listing::history(&revisions.graph, applied, &range)?;
        let lister = Lister::new(&revisions, state.as_ref().filter(|_| self.indicate_current));
        let output = context.output;
        if output.json {
            output.document(&lister.json_list(&revs));
        } else if self.graph {
            let marked = state.as_ref().filter(|_| self.indicate_current);
            let text = self.lanes.draw(context, &graph::picture(context, &revisions, marked, &revs)?);
            text.lines().for_each(|line| output.line(line));
        } else if output.verbose {
            revs.iter().for_each(|&rev| output.line(lister.entry(rev)));
        } else {
            revs.iter().for_each(|&rev| output.line(lister.step(rev)));
        }
        Ok(Exit::Fine)
    }
}
