//! `migrate branches`

use clap::Args;
use migrate_core::listing;

use crate::context::Context;
use crate::listing::Lister;
use crate::output::{Exit, Failure};

/// List the branch points, and what follows each
#[derive(Debug, Args)]
pub(crate) struct Branches {}

impl Branches {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let mut points: Vec<_> = listing::branches(&revisions.graph).collect();
        points.reverse();
        let lister = Lister::new(&revisions, None);
        let output = context.output;
        if output.json {
            output.document(&lister.json_list(&points));
        } else if output.verbose {
            points.iter().for_each(|&point| output.line(lister.entry(point)));
        } else {
            points.iter().for_each(|&point| output.line(lister.branch(point)));
        }
        Ok(Exit::Fine)
    }
}
