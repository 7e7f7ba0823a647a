//! What upgrade, downgrade and stamp have in common: their options, and how scripts and reports are shown.

use std::time::Duration;

use clap::Args;
use migrate_core::Dialect;
use migrate_core::ledger::RowState;
use migrate_core::limits::Limit;
use migrate_core::target::Target;
use migrate_runtime::{Migrations, Offline, Report, Script, Transaction, Verdict};
use serde_json::{Value, json};

use crate::cli;
use crate::context::Context;
use crate::output::{Exit, Failure, count};
use crate::progress;
use migrate_schema::diagnostic::command;

/// Options of what changes a database.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Print the SQL for a database that is not asked: from nothing, or from `a` with `a:b`
    #[arg(long, conflicts_with_all = ["dry_run", "lock_timeout", "table_lock_timeout", "statement_timeout", "lock_retries", "wait"])]
    pub(crate) sql: bool,
    /// The dialect of --sql, if the set has several
    #[arg(long, requires = "sql", value_parser = cli::dialect, value_name = "DIALECT")]
    dialect: Option<Dialect>,
    /// Read the database and print what would run
    #[arg(long, conflicts_with_all = ["lock_timeout", "table_lock_timeout", "statement_timeout", "lock_retries"])]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) wait: Wait,
}

/// How patient to be.
#[derive(Debug, Args)]
pub(crate) struct Wait {
    /// How long to wait for another process that is migrating, such as 30s [default: 10m]
    #[arg(long, value_parser = cli::duration, value_name = "TIME")]
    pub(crate) lock_timeout: Option<Duration>,
    /// How long a statement waits for a lock that the application holds, such as 5s, or none [default: 5s]
    #[arg(long, value_parser = str::parse::<Limit>, value_name = "TIME")]
    pub(crate) table_lock_timeout: Option<Limit>,
    /// How often a statement is tried again that could not have such a lock [default: 10]
    #[arg(long, value_name = "TIMES", value_parser = clap::value_parser!(u32).range(..=1000))]
    pub(crate) lock_retries: Option<u32>,
    /// How long a statement may take, such as 10m, or none [default: what the server says]
    #[arg(long, value_parser = str::parse::<Limit>, value_name = "TIME")]
    pub(crate) statement_timeout: Option<Limit>,
    /// How long to wait for a database that is not there yet, such as 60s [default: not at all]
    #[arg(long, value_parser = cli::duration, value_name = "TIME")]
    pub(crate) wait: Option<Duration>,
}

/// How much goes into one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum InTransaction {
    /// Each revision, where the dialect and the file allow it
    PerRevision,
    /// All of them; refused where that is impossible
    Whole,
}

impl From<InTransaction> for Transaction {
    fn from(chosen: InTransaction) -> Transaction {
        match chosen {
            InTransaction::PerRevision => Transaction::PerRevision,
            InTransaction::Whole => Transaction::Whole,
        }
    }
}

/// Sets the options that all requests to the runtime share.
macro_rules! with_options {
    ($request:expr, $wait:expr) => {{
        let mut request = $request.stop_when(crate::context::interrupted());
        if let Some(timeout) = $wait.lock_timeout {
            request = request.lock_timeout(timeout);
        }
        if let Some(timeout) = $wait.table_lock_timeout {
            request = request.table_lock_timeout(timeout);
        }
        if let Some(timeout) = $wait.statement_timeout {
            request = request.statement_timeout(timeout);
        }
        if let Some(retries) = $wait.lock_retries {
            request = request.lock_retries(retries);
        }
        if let Some(at_most) = $wait.wait {
            request = request.wait(at_most);
        }
        request
    }};
}
pub(crate) use with_options;

/// All arguments as targets.
pub(crate) fn targets(arguments: &[String]) -> Result<Vec<Target>, Failure> {
    Ok(arguments.iter().map(|argument| argument.parse()).collect::<Result<_, _>>()?)
}

impl Run {
    /// Of several targets nothing is printed: each may need another script.
    pub(crate) fn refuse_printing(&self) -> Result<(), Failure> {
        if !self.sql && !self.dry_run {
            return Ok(());
        }
        let option = if self.sql { "--sql" } else { "--dry-run" };
        Err(Failure::new(&command::USAGE, format!("{option} is for one database"))
            .help("leave --schemas out, or name one database"))
    }

    /// What makes scripts without a database.
    pub(crate) fn offline<'m>(&self, context: &Context, migrations: &'m Migrations) -> Result<Offline<'m>, Failure> {
        offline(context, migrations, self.dialect)
    }
}

/// What makes scripts without a database, for the dialect that was asked for, or the one that goes without saying.
pub(crate) fn offline<'m>(
    context: &Context,
    migrations: &'m Migrations,
    asked: Option<Dialect>,
) -> Result<Offline<'m>, Failure> {
    let dialects = migrations.set().preamble.dialects;
    let mut all = dialects.iter();
    let only = all.next().filter(|_| all.next().is_none());
    let guess = || context.dialect_of_url().filter(|&dialect| dialects.contains(dialect));
    let Some(dialect) = asked.or(only).or_else(guess) else {
        let names: Vec<String> = dialects.iter().map(|dialect| dialect.to_string()).collect();
        return Err(Failure::new(&command::USAGE, format!("the set is for several dialects: {}", names.join(", ")))
            .help(format!("choose with --dialect, such as `--dialect {}`", names[0])));
    };
    Ok(migrations.offline(dialect)?)
}

/// Says what became of the unfinished revision, and finishes it.
pub(crate) fn settle(context: &Context, verdict: Verdict, wait: &Wait) -> Result<Exit, Failure> {
    let url = context.url()?;
    let migrations = context.migrations()?;
    let unfinished = context.wait(migrations.status(&url))?.unfinished;
    context.run(with_options!(migrations.settle(&url, verdict), wait))?;
    let revision = unfinished.first().map(String::as_str).unwrap_or_default();
    let status = context.wait(migrations.status(&url))?;
    let row = status.rows.iter().find(|row| row.id == revision);
    match row.map(|row| row.state) {
        // What was on its way up goes on by itself; a downgrade is asked for again by who wanted it.
        Some(RowState::Applying) => {
            let request = with_options!(migrations.upgrade(&url).to(revision), wait);
            let report = context.run(request.observe(progress::observer(context.output)))?;
            Ok(show_report(context, &report))
        }
        Some(RowState::Reverting) => {
            context.output.note(format_args!("note: {revision} goes on with the next `migrate downgrade`"));
            Ok(Exit::Fine)
        }
        Some(RowState::Applied) | None => {
            let what = if row.is_some() { "applied" } else { "taken back" };
            context.output.note(format_args!("note: {revision} counts as {what}"));
            Ok(Exit::Fine)
        }
    }
}

/// Shows a script that does not run.
pub(crate) fn show_script(context: &Context, script: &Script, what: &str) -> Exit {
    let steps = || script.units.iter().flat_map(|unit| unit.steps.iter().map(move |step| (unit, step)));
    if context.output.json {
        let steps: Vec<Value> = steps()
            .map(|(unit, step)| {
                json!({
                    "revision": step.id,
                    "title": step.title,
                    "direction": step.direction.name(),
                    "stamped": step.stamp,
                    "statements": step.statements,
                    "transactional": unit.atomic,
                    "file": step.file,
                })
            })
            .collect();
        let dialect = script.dialect.facts().name;
        context.output.document(&json!({ "dialect": dialect, "steps": steps, "sql": script.to_sql() }));
        return Exit::Fine;
    }
    // The whole of it can be fed to the server's client, so that all else is a comment.
    if script.units.is_empty() {
        context.output.line("-- nothing to do");
        return Exit::Fine;
    }
    if !what.is_empty() {
        let number = steps().count();
        context.output.line(format_args!("-- {what}: {}, nothing was run", count(number, "revision")));
        for (_, step) in steps() {
            context.output.line(format_args!("--   {:4} {} {}", step.direction.name(), step.id, step.title));
        }
        context.output.line("");
    }
    context.output.line(script.to_sql().trim_end());
    Exit::Fine
}

/// Shows what is left to say when a run is over.
pub(crate) fn show_report(context: &Context, report: &Report) -> Exit {
    let output = context.output;
    if output.json {
        output.event(&json!({
            "event": "done",
            "steps": report.steps.len(),
            "reworded": report.reworded,
            "unknown": report.unknown,
            "slipped_in": report.slipped_in,
            "moved": report.moved.iter().map(|moved| json!(moved.id)).collect::<Vec<_>>(),
            "elapsed_ms": report.elapsed.as_millis() as u64,
            "waited_ms": report.waited.as_millis() as u64,
        }));
        return Exit::Fine;
    }
    report.notes().iter().for_each(|note| output.note(format_args!("note: {note}")));
    if !output.quiet {
        // The steps before it were shown when they were taken.
        output.line(report.to_string().lines().next_back().unwrap_or_default());
    }
    Exit::Fine
}
