//! `migrate heads`

use clap::Args;

use crate::context::Context;
use crate::listing::Lister;
use crate::output::{Exit, Failure};

/// List the heads: revisions that no other revises
#[derive(Debug, Args)]
pub(crate) struct Heads {
    /// Leave out heads that another revision depends on
    #[arg(long)]
    resolve_dependencies: bool,
}

impl Heads {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let graph = &revisions.graph;
        let heads = if self.resolve_dependencies { graph.real_heads() } else { graph.heads() };
        let lister = Lister::new(&revisions, None);
        let output = context.output;
        if output.json {
            output.document(&lister.json_list(&heads));
        } else if output.verbose {
            heads.iter().for_each(|&head| output.line(lister.entry(head)));
        } else {
            heads.iter().for_each(|&head| output.line(lister.head(head)));
        }
        Ok(Exit::Fine)
    }
}
