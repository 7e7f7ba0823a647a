//! `migrate stamp`

use clap::Args;
use migrate_core::target::Offline;

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::progress;
use crate::running::{Run, show_report, show_script, targets, with_options};
use migrate_schema::diagnostic::command;

/// Make the ledger say that the database is at the targets, without running anything
#[derive(Debug, Args)]
pub(crate) struct Stamp {
    /// What is to count as applied, with all that it comes after; `base` is nothing
    #[arg(value_name = "TARGET", required = true, allow_negative_numbers = true)]
    targets: Vec<String>,
    /// Forget what the ledger says before
    #[arg(long)]
    purge: bool,
    #[command(flatten)]
    run: Run,
}

impl Stamp {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        if self.run.sql {
            return self.offline(context);
        }
        let url = if self.run.dry_run { context.url_to_read()? } else { context.url()? };
        let mut targets = targets(&self.targets)?.into_iter();
        let migrations = context.migrations()?;
        let first = targets.next().expect("clap requires one");
        let mut request = targets.fold(migrations.stamp(url, first), migrate_runtime::Stamp::and);
        if self.purge {
            request = request.purge();
        }
        let request = with_options!(request, self.run.wait);
        if self.run.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, "stamp, dry run"));
        }
        let report = context.run(request.observe(progress::observer(context.output)))?;
        Ok(show_report(context, &report))
    }

    fn offline(&self, context: &Context) -> Result<Exit, Failure> {
        if self.purge {
            return Err(Failure::new(&command::USAGE, "Can't use --purge with --sql mode"));
        }
        let arguments = Offline::parse(self.targets.iter().map(String::as_str))?;
        let migrations = context.migrations()?;
        let script = self.run.offline(context, &migrations)?.stamp(arguments.from.as_ref(), &arguments.to)?;
        Ok(show_script(context, &script, ""))
    }
}
