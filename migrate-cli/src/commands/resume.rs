//! `migrate resume`

use clap::Args;
use migrate_runtime::Verdict;

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::running::{Wait, settle};

/// Say that the statement which was running when a process ended took effect, and go on behind it
#[derive(Debug, Args)]
pub(crate) struct Resume {
    #[command(flatten)]
    wait: Wait,
}

impl Resume {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        settle(context, Verdict::TookEffect, &self.wait)
    }
}
