//! `migrate drift`

use clap::{Args, ValueEnum};
use migrate_core::graph::{Rev, RevSet};
use migrate_core::target::Target;
use migrate_core::{Dialect, DialectSet};
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::generate::{Migration, Refusal, Request, generate};
use migrate_schema::diff::loss::Allow;
use migrate_schema::diff::same::{self, Change, Comparison, Difference};
use migrate_schema::source::Sources;
use serde_json::{Value, json};

use super::show;
use crate::authoring::{self, Wish};
use crate::context::{Context, Revisions};
use crate::live;
use crate::output::{Exit, Failure, count};
use migrate_schema::diagnostic::command;

/// Compare the database with what its revisions should have made of it
#[derive(Debug, Args)]
pub(crate) struct Drift {
    /// Compare with the schema at this revision [default: what the ledger says is applied]
    #[arg(long, value_name = "REVISION", allow_negative_numbers = true)]
    at: Option<String>,
    /// How to print what differs
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "json")]
    format: Option<Format>,
    /// Write what settles it
    #[arg(long, value_enum, value_name = "WHICH")]
    write: Option<Repair>,
}

/// How to print what differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// By object
    Human,
    /// One document
    Json,
}

/// Which side is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Repair {
    /// The database is right: a new revision makes what it has; stamp it where that is there already
    Adopt,
    /// The history is right: print the SQL that takes this database back to it. It is no revision: databases that did not
    /// drift must not run it
    Restore,
}

impl Drift {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        if revisions.project.has_errors() {
            return Err(Failure::broken(revisions.project));
        }
        let revs = self.revs(context, &revisions)?;
        let schema = live::read(context, &revisions)?;
        let history = live::history(&revisions, schema.dialect, &revs)?;
        let (mut sources, mut problems) = (Sources::new(), Vec::new());
        let database = schema.catalog(&mut sources, &mut problems);
        let mut found = same::compare(&history, &database, Some(&schema.defaults));
        found.unknown.extend(problems.iter().map(|problem| problem.message.clone()));
        // What no statement can settle is told, and is no drift.
        let settles = matches!(schema.dialect, Dialect::MySql | Dialect::MariaDb);
        let (order, differences) = found.differences.into_iter().partition(|found| found.is_order() && !settles);
        found.differences = differences;
        let heads = heads(&revisions, &revs);
        let json = context.output.json || self.format == Some(Format::Json);
        if let Some(repair) = self.write.filter(|_| !found.differences.is_empty()) {
            return write(context, &revisions, &history, &database, repair);
        }
        match json {
            true => context.output.document(&as_json(&heads, &found, &order, &schema.left_out)),
            false => show(context, &heads, &found, &order, &schema.left_out),
        }
        Ok(Exit::found(!found.differences.is_empty()))
    }

    /// What the database is held to.
    fn revs(&self, context: &Context, revisions: &Revisions) -> Result<RevSet, Failure> {
        if let Some(at) = &self.at {
            let found = show::find(context, revisions, at)?;
            context.url_to_read()?;
            return Ok(revisions.graph.ancestors(found));
        }
        let state = context.applied(revisions)?;
        if state.applied.is_empty() && !revisions.project.files.is_empty() {
            context.output.note("note: nothing is applied here; `--at head` compares with the whole history");
        }
        Ok(revisions.graph.ancestors(state.applied.iter()))
    }
}

fn heads(revisions: &Revisions, revs: &RevSet) -> Vec<String> {
    let is_head = |rev: &Rev| !revisions.graph.children(*rev).iter().any(|child| revs.contains(*child));
    revs.iter().filter(is_head).map(|rev| revisions.graph.id(rev).to_owned()).collect()
}

fn write(
    context: &Context,
    revisions: &Revisions,
    history: &Catalog,
    database: &Catalog,
    repair: Repair,
) -> Result<Exit, Failure> {
    let (before, after) = match repair {
        Repair::Adopt => (history, database),
        Repair::Restore => (database, history),
    };
    let request = Request { allow: vec![Allow::everything()], ..Request::default() };
    let migration: Migration = match generate(before, after, &request) {
        Ok(Some(migration)) => migration,
        Ok(None) => {
            return Err(Failure::new(&command::LIVE_SCHEMA, "nobody knows how to write what differs")
                .help("`migrate drift` lists it; write the revision by hand with `migrate new`"));
        }
        Err(Refusal::Questions { .. }) => {
            return Err(Failure::new(&command::LIVE_SCHEMA, "something may have been renamed")
                .help("write the renames by hand with `migrate new`, then run this again"));
        }
        Err(Refusal::Rename(why)) => return Err(Failure::new(&command::LIVE_SCHEMA, why)),
        Err(Refusal::Losses(_)) => unreachable!("all losses are allowed"),
    };
    for unproven in migration.unproven.iter().chain(&migration.unsure) {
        context.output.warning(unproven);
    }
    let part = migration.parts.into_iter().next().unwrap_or_default();
    if repair == Repair::Restore {
        // Whoever reads it decides whether it runs.
        context.output.line(part.up);
        return Ok(Exit::Found);
    }
    let wish = Wish {
        slug: "adopt_drift".to_owned(),
        message: "Adopt what the database has".to_owned(),
        heads: vec![Target::head()],
        no_transaction: part.no_transaction,
        dialects: match revisions.project.dialects.iter().count() {
            0 | 1 => DialectSet::EMPTY,
            _ => DialectSet::EMPTY.with(history.dialect()),
        },
        up: part.up,
        down: part.down,
        ..Wish::default()
    };
    let exit = authoring::write(context, revisions, wish)?;
    context.output.note("note: this database has it already: `migrate stamp heads` says so in its ledger");
    Ok(exit)
}

fn show(context: &Context, heads: &[String], found: &Comparison, order: &[Difference], left_out: &[String]) {
    let output = context.output;
    let at = if heads.is_empty() { "an empty history".to_owned() } else { heads.join(", ") };
    let mut last = None;
    for Difference { object, part, change, sure } in &found.differences {
        if part.is_some() && last != Some(object) {
            output.line(object);
        }
        last = Some(object);
        let (indent, name) = match part {
            Some(part) => ("  ", part),
            None => ("", object),
        };
        let name = if *sure { name.clone() } else { format!("{name} (perhaps)") };
        let detail = |text: &str| if text.is_empty() { String::new() } else { format!(": {}", one_line(text)) };
        match change {
            Change::OnlyRight(what) => output.line(format_args!("{indent}+ {name}{}", detail(what))),
            Change::OnlyLeft(what) => output.line(format_args!("{indent}- {name}{}", detail(what))),
            Change::Differs { what, left, right } => {
                output.line(format_args!("{indent}~ {name}: {what}"));
                output.line(format_args!("{indent}    history:  {}", one_line(left)));
                output.line(format_args!("{indent}    database: {}", one_line(right)));
            }
        }
    }
    if found.differences.iter().any(|found| !found.sure) && !output.quiet {
        output.note("note: (perhaps): code in the history that nobody can read may have done it");
    }
    for Difference { object, change, .. } in order.iter().filter(|_| !output.quiet) {
        if let Change::Differs { left, right, .. } = change {
            output.note(format_args!(
                "note: {object}: the columns stand as {right}, in the history as {left}; no statement changes that"
            ));
        }
    }
    if !found.unknown.is_empty() && !output.quiet {
        output.note(format_args!(
            "note: not compared, since nobody can know it from the files: {}",
            found.unknown.join(", ")
        ));
    }
    if !left_out.is_empty() && !output.quiet {
        output.note(format_args!("note: not compared: {}", left_out.join(", ")));
    }
    if !output.quiet {
        let verdict = match found.differences.len() {
            0 => format!("the database is what {at} makes"),
            number => format!(
                "{} between the database (+) and {at} (-); `--write adopt` or `--write restore` writes what settles it",
                count(number, "difference")
            ),
        };
        output.line(verdict);
    }
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line,
    }
}

fn as_json(heads: &[String], found: &Comparison, order: &[Difference], left_out: &[String]) -> Value {
    let document = |list: &[Difference]| -> Vec<Value> {
        list.iter()
            .map(|Difference { object, part, change, sure }| {
                let (kind, what, left, right) = match change {
                    Change::OnlyLeft(left) => ("only_in_history", None, Some(left), None),
                    Change::OnlyRight(right) => ("only_in_database", None, None, Some(right)),
                    Change::Differs { what, left, right } => ("differs", Some(*what), Some(left), Some(right)),
                };
                json!({ "object": object, "part": part, "change": kind, "what": what, "history": left, "database": right, "sure": sure })
            })
            .collect()
    };
    json!({
        "at": heads,
        "differences": document(&found.differences),
        "order": document(order),
        "unknown": found.unknown,
        "left_out": left_out,
    })
}
