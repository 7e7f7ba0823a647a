//! `migrate upgrade`

use clap::Args;
use migrate_core::target::{Offline, Target};

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::progress;
use crate::running::{InTransaction, Run, show_report, show_script, targets, with_options};
use crate::tenants::{Many, Where};
use migrate_schema::diagnostic::command;

/// Apply what is missing, up to the heads or another target
#[derive(Debug, Args)]
pub(crate) struct Upgrade {
    /// Where to go [default: heads]
    #[arg(value_name = "TARGET", allow_negative_numbers = true)]
    targets: Vec<String>,
    /// How much goes into one transaction
    #[arg(long, value_enum, value_name = "HOW", default_value = "per-revision")]
    transaction: InTransaction,
    /// What to do about a database that has revisions which are not here: `allow` or `refuse` [default: allow, or what
    /// `newer` in migrate.toml says]
    #[arg(long, value_enum, value_name = "WHAT", conflicts_with = "sql", hide_possible_values = true)]
    newer: Option<Newer>,
    /// Make schemas that are not there
    #[arg(long)]
    create_schemas: bool,
    #[command(flatten)]
    many: Many,
    #[command(flatten)]
    run: Run,
}

/// What to do about a newer database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Newer {
    /// Go on.
    Allow,
    /// Stop.
    Refuse,
}

impl From<Newer> for migrate_runtime::Newer {
    fn from(newer: Newer) -> migrate_runtime::Newer {
        match newer {
            Newer::Allow => migrate_runtime::Newer::Allow,
            Newer::Refuse => migrate_runtime::Newer::Refuse,
        }
    }
}

impl Upgrade {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let many = self.many.is_used(context)?;
        if many {
            self.run.refuse_printing()?;
        } else if self.create_schemas {
            return Err(Failure::new(&command::USAGE, "--create-schemas needs --schemas or --schemas-from"));
        }
        if self.run.sql {
            return self.offline(context);
        }
        let mut targets = targets(&self.targets)?;
        if targets.is_empty() {
            targets.push(Target::heads());
        }
        if many {
            return self.all(context, &targets);
        }
        let url = if self.run.dry_run { context.url_to_read()? } else { context.url()? };
        let migrations = context.migrations()?;
        let request = migrations.upgrade(url).to_all(targets).transaction(self.transaction.into());
        let mut request = with_options!(request, self.run.wait);
        if let Some(newer) = self.newer {
            request = request.newer(newer.into());
        }
        if self.run.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, "upgrade, dry run"));
        }
        let report = context.run(request.observe(progress::observer(context.output)))?;
        Ok(show_report(context, &report))
    }

    fn all(&self, context: &Context, targets: &[Target]) -> Result<Exit, Failure> {
        let migrations = context.migrations()?;
        self.many.run(context, &migrations, self.create_schemas, |place| {
            let request = match place {
                Where::Databases(urls) => migrations.upgrade_all(urls),
                Where::Schemas(url, schemas) => migrations.upgrade_schemas(url, schemas),
            };
            let request = request.to_all(targets.iter().cloned()).transaction(self.transaction.into());
            let request = with_options!(request, self.run.wait);
            match self.newer {
                Some(newer) => request.newer(newer.into()),
                None => request,
            }
        })
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
