//! `migrate upgrade`

use clap::Args;
use migrate_core::target::{Offline, Target};

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::progress;
use crate::running::{InTransaction, Run, show_report, show_script, targets, with_options};

/// Apply what is missing, up to the heads or another target
#[derive(Debug, Args)]
pub(crate) struct Upgrade {
    /// Where to go [default: heads]
    #[arg(value_name = "TARGET", allow_negative_numbers = true)]
    targets: Vec<String>,
    /// How much goes into one transaction
    #[arg(long, value_enum, value_name = "HOW", default_value = "per-revision")]
    transaction: InTransaction,
    #[command(flatten)]
    run: Run,
}

impl Upgrade {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        if self.run.sql {
            return self.offline(context);
        }
        let mut targets = targets(&self.targets)?;
        if targets.is_empty() {
            targets.push(Target::heads());
        }
        let url = if self.run.dry_run { context.url_to_read()? } else { context.url()? };
        let migrations = context.migrations()?;
        let request = migrations.upgrade(url).to_all(targets).transaction(self.transaction.into());
        let request = with_options!(request, self.run.wait);
        if self.run.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, "upgrade, dry run"));
        }
        let report = context.wait(request.observe(progress::observer(context.output)))?;
        Ok(show_report(context, &report))
    }

    fn offline(&self, context: &Context) -> Result<Exit, Failure> {
        let mut arguments = Offline::parse(self.targets.iter().map(String::as_str))?;
        if arguments.to.is_empty() {
            arguments.to.push(Target::heads());
        }
        let migrations = context.migrations()?;
        let offline = self.run.offline(context, &migrations)?.transaction(self.transaction.into());
        let script = offline.upgrade(arguments.from.as_ref(), &arguments.to)?;
        Ok(show_script(context, &script, ""))
    }
}
