//! `migrate mark-applied`

use clap::Args;
use migrate_runtime::Verdict;

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::running::{Wait, settle};

/// Say that all of the unfinished revision is done
#[derive(Debug, Args)]
pub(crate) struct MarkApplied {
    #[command(flatten)]
    wait: Wait,
}

impl MarkApplied {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        settle(context, Verdict::Finished, &self.wait)
    }
}
