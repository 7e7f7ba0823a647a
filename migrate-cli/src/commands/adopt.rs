//! `migrate adopt`

use clap::Args;
use clap::builder::PossibleValuesParser;
use migrate_runtime::Tool;

use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::progress;
use crate::running::{Wait, show_report, show_script, with_options};

/// Take over a database that another tool has migrated so far, without running anything
#[derive(Debug, Args)]
pub(crate) struct Adopt {
    /// The other tool. The files must carry its ids: `<alembic id>_<slug>.sql`
    #[arg(long, required = true, value_name = "TOOL", value_parser = PossibleValuesParser::new(Tool::ALL.iter().map(|tool| tool.name())))]
    from: String,
    /// Read the database and print what would be written
    #[arg(long, conflicts_with_all = ["lock_timeout", "table_lock_timeout", "statement_timeout", "lock_retries"])]
    dry_run: bool,
    #[command(flatten)]
    wait: Wait,
}

impl Adopt {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let tool = Tool::ALL.iter().find(|tool| tool.name() == self.from).expect("clap takes no other name");
        let url = if self.dry_run { context.url_to_read()? } else { context.url()? };
        let migrations = context.migrations()?;
        let request = with_options!(migrations.adopt(url, *tool), self.wait);
        if self.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, "adopt, dry run"));
        }
        let report = context.run(request.observe(progress::observer(context.output)))?;
        if !context.output.json {
            let table = tool.table();
            context.output.note(format_args!("note: {table} is left as it is; drop it when {} is gone", tool.title()));
        }
        Ok(show_report(context, &report))
    }
}
