//! `migrate rerun`

use clap::Args;
use migrate_runtime::Verdict;

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::running::{Wait, settle};

/// Say that the statement which was running when a process ended had no effect, and go on with it
#[derive(Debug, Args)]
pub(crate) struct Rerun {
    #[command(flatten)]
    wait: Wait,
}

impl Rerun {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        settle(context, Verdict::NoEffect, &self.wait)
    }
}
