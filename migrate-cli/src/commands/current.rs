//! `migrate current`

use clap::Args;
use migrate_runtime::redacted;
use serde_json::json;

use crate::context::Context;
use crate::listing::Lister;
use crate::output::{Exit, Failure};
use crate::tenants::{self, Many};

/// Show where the database stands. Reads only
#[derive(Debug, Args)]
pub(crate) struct Current {
    /// Exit with 1 unless all heads are applied
    #[arg(long)]
    check_heads: bool,
    #[command(flatten)]
    many: Many,
}

impl Current {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        if self.many.is_used(context)? {
            return self.all(context);
        }
        let revisions = context.revisions()?;
        let state = context.applied(&revisions)?;
        let current = state.applied.current(&revisions.graph);
        let behind = state.applied.check_heads(&revisions.graph).err();
        let lister = Lister::new(&revisions, Some(&state));
        let output = context.output;
        if output.json {
            output.document(&json!({
                "current": lister.json_list(&current),
                "unknown": state.status.unknown,
                "on_all_heads": behind.is_none(),
            }));
        } else if output.verbose {
            output.line(format_args!("Current revision(s) for {}:", redacted(&context.url()?)));
            current.iter().for_each(|&rev| output.line(lister.entry(rev)));
        } else {
            let lister = Lister::new(&revisions, None);
            current.iter().for_each(|&rev| output.line(lister.point(rev)));
        }
        match behind.filter(|_| self.check_heads) {
            Some(behind) => {
                output.note(behind);
                Ok(Exit::Found)
            }
            None => Ok(Exit::Fine),
        }
    }

    /// A line for each target.
    fn all(&self, context: &Context) -> Result<Exit, Failure> {
        let migrations = context.migrations()?;
        let reports = self.many.survey(context, &migrations)?;
        let output = context.output;
        let mut found = reports.failed().next().is_some();
        let mut documents = Vec::new();
        for tenant in &reports.targets {
            match &tenant.result {
                Ok(status) => {
                    found |= self.check_heads && !status.is_current();
                    let current = if status.current.is_empty() { "base".to_owned() } else { status.current.join(", ") };
                    documents.push(json!({ "target": tenant.name, "current": status.current }));
                    if !output.json {
                        output.line(format_args!("{}: {current}", tenant.name));
                    }
                }
                Err(error) => {
                    documents.push(json!({ "target": tenant.name, "error": tenants::error_json(error) }));
                }
            }
        }
        if output.json {
            output.document(&json!({ "targets": documents }));
        } else {
            tenants::show_failures(output, &reports);
        }
        Ok(Exit::found(found))
    }
}
