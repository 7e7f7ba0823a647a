//! `migrate ensure-version`

use clap::Args;
use migrate_core::Dialect;
use serde_json::json;

use crate::cli;
use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::running::{offline, show_script};

/// Make the table of applied revisions, if it is not there. Every upgrade does it by itself
#[derive(Debug, Args)]
pub(crate) struct EnsureVersion {
    /// Print the SQL instead
    #[arg(long)]
    sql: bool,
    /// The dialect of --sql, if the set has several
    #[arg(long, requires = "sql", value_parser = cli::dialect, value_name = "DIALECT")]
    dialect: Option<Dialect>,
}

impl EnsureVersion {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        if self.sql {
            let migrations = context.migrations()?;
            let script = offline(context, &migrations, self.dialect)?.ledger();
            return Ok(show_script(context, &script, ""));
        }
        let url = context.url()?;
        let migrations = context.migrations()?;
        let made = context.wait(migrations.ensure_ledger(url))?;
        let table = &migrations.set().preamble.ledger.table;
        let output = context.output;
        if output.json {
            output.document(&json!({ "table": table, "created": made }));
        } else if !output.quiet {
            output.line(format_args!("{table} {}", if made { "was created" } else { "is there already" }));
        }
        Ok(Exit::Fine)
    }
}
