//! `migrate downgrade`

use clap::Args;
use migrate_core::target::{Offline, Target};

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::progress;
use crate::running::{InTransaction, Run, show_report, show_script, with_options};
use crate::tenants::{Many, Where};
use migrate_schema::diagnostic::command;

/// Take revisions back, newest first, until the target is what the database has
#[derive(Debug, Args)]
pub(crate) struct Downgrade {
    /// Where to go: a revision that stays, `-1`, `base`
    #[arg(value_name = "TARGET", allow_negative_numbers = true)]
    target: String,
    /// How much goes into one transaction
    #[arg(long, value_enum, value_name = "HOW", default_value = "per-revision")]
    transaction: InTransaction,
    #[command(flatten)]
    many: Many,
    #[command(flatten)]
    run: Run,
}

impl Downgrade {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let many = self.many.is_used(context)?;
        if many {
            self.run.refuse_printing()?;
        }
        if self.run.sql {
            return self.offline(context);
        }
        let target: Target = self.target.parse()?;
        if many {
            return self.all(context, &target);
        }
        let url = if self.run.dry_run { context.url_to_read()? } else { context.url()? };
        let migrations = context.migrations()?;
        let request = migrations.downgrade(url, target).transaction(self.transaction.into());
        let request = with_options!(request, self.run.wait);
        if self.run.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, "downgrade, dry run"));
        }
        let report = context.run(request.observe(progress::observer(context.output)))?;
        Ok(show_report(context, &report))
    }

    fn all(&self, context: &Context, target: &Target) -> Result<Exit, Failure> {
        let migrations = context.migrations()?;
        self.many.run(context, &migrations, false, |place| {
            let request = match place {
                Where::Databases(urls) => migrations.downgrade_all(urls, target),
                Where::Schemas(url, schemas) => migrations.downgrade_schemas(url, schemas, target),
            };
            with_options!(request.transaction(self.transaction.into()), self.run.wait)
        })
    }

    fn offline(&self, context: &Context) -> Result<Exit, Failure> {
        let arguments = Offline::parse([self.target.as_str()])?;
        let (Some(from), [to]) = (&arguments.from, arguments.to.as_slice()) else {
            return Err(Failure::new(&command::USAGE, "downgrade with --sql requires <fromrev>:<torev>")
                .help("such as `migrate downgrade head:base --sql`"));
        };
        let migrations = context.migrations()?;
        let offline = self.run.offline(context, &migrations)?.transaction(self.transaction.into());
        let script = offline.downgrade(from, to)?;
        Ok(show_script(context, &script, ""))
    }
}
