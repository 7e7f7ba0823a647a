//! `migrate repair`

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure, count};
use crate::running::{Wait, show_report, show_script, with_options};

/// Say what is wrong in the ledger and what mends it, or mend it. Nothing of any revision runs; each repair is recorded
#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct Repair {
    #[command(subcommand)]
    action: Option<Action>,
}

/// What is to be mended.
#[derive(Debug, Subcommand)]
enum Action {
    /// Edited revisions: their text of today counts as what was applied
    Accept(Some),
    /// Revisions that stand elsewhere in the history now: their place of today counts as the one where they were applied
    Rewrite(Any),
    /// Revisions that are not in the folder any more: they do not count as applied. What they made stays
    Forget(Some),
    /// Revisions that were begun and not finished: they count as they did before. What they did stays
    Abandon(Some),
    /// Show the repairs that were made
    Log,
}

/// One revision or several.
#[derive(Debug, Args)]
struct Some {
    /// Whole ids
    #[arg(value_name = "REVISION", required = true)]
    revisions: Vec<String>,
    #[command(flatten)]
    how: How,
}

/// Any number of revisions.
#[derive(Debug, Args)]
struct Any {
    /// Whole ids [default: all that moved]
    #[arg(value_name = "REVISION")]
    revisions: Vec<String>,
    #[command(flatten)]
    how: How,
}

/// How to do it.
#[derive(Debug, Args)]
struct How {
    /// Read the database and print what would be written
    #[arg(long, conflicts_with = "lock_timeout")]
    dry_run: bool,
    #[command(flatten)]
    wait: Wait,
}

impl Repair {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let url = context.url()?;
        let migrations = context.migrations()?;
        let repairs = migrations.repair(url.as_str());
        let (request, how) = match self.action {
            None => return list(context),
            Option::Some(Action::Log) => return log(context),
            Option::Some(Action::Accept(Some { revisions, how })) => (repairs.accept(revisions), how),
            Option::Some(Action::Rewrite(Any { revisions, how })) => (repairs.rewrite(revisions), how),
            Option::Some(Action::Forget(Some { revisions, how })) => (repairs.forget(revisions), how),
            Option::Some(Action::Abandon(Some { revisions, how })) => (repairs.abandon(revisions), how),
        };
        let request = with_options!(request, how.wait);
        if how.dry_run {
            let script = context.wait(request.plan())?;
            return Ok(show_script(context, &script, ""));
        }
        let report = context.run(request)?;
        let output = context.output;
        for repaired in &report.repaired {
            if output.json {
                let event = json!({ "event": "repair", "action": repaired.action, "revision": repaired.revision });
                output.event(&event);
            } else if !output.quiet {
                output.line(repaired);
            }
        }
        Ok(show_report(context, &report))
    }
}

fn list(context: &Context) -> Result<Exit, Failure> {
    let migrations = context.migrations()?;
    let status = context.wait(migrations.status(context.url_to_read()?))?;
    let problems = status.problems();
    let output = context.output;
    if output.json {
        let problem = |it: &migrate_runtime::Problem| json!({ "revision": it.revision, "what": it.what, "commands": it.commands });
        output.document(&json!({ "problems": problems.iter().map(problem).collect::<Vec<Value>>() }));
    } else if problems.is_empty() {
        output.note("nothing is wrong");
    } else {
        for problem in &problems {
            output.line(format_args!("{}: {}", problem.revision, problem.what));
            problem.commands.iter().for_each(|command| output.line(format_args!("  {command}")));
        }
        output.note(format_args!("{}; `migrate status` shows what differs", count(problems.len(), "problem")));
    }
    Ok(Exit::found(!problems.is_empty()))
}

fn log(context: &Context) -> Result<Exit, Failure> {
    let migrations = context.migrations()?;
    let records = context.wait(migrations.repair(context.url_to_read()?).records())?;
    let output = context.output;
    if output.json {
        let record = |it: &migrate_runtime::Record| json!({ "at": it.at, "by": it.by, "action": it.action, "revision": it.revision, "was": it.was });
        output.document(&json!({ "repairs": records.iter().map(record).collect::<Vec<Value>>() }));
        return Ok(Exit::Fine);
    }
    for record in &records {
        output.line(format_args!("{} {} {} by {}", record.at, record.action, record.revision, record.by));
        if output.verbose {
            output.line(format_args!("  was: {}", record.was));
        }
    }
    if records.is_empty() {
        output.note("nothing was repaired");
    }
    Ok(Exit::Fine)
}
