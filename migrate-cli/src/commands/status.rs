//! `migrate status`

use clap::Args;
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure};

/// Compare the database with the files. Reads only; exits with 1 if something is pending, edited or unfinished
#[derive(Debug, Args)]
pub(crate) struct Status {}

impl Status {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let url = context.url_to_read()?;
        let migrations = context.migrations()?;
        let status = context.wait(migrations.status(url))?;
        let output = context.output;
        let found = !status.pending.is_empty() || !status.edited.is_empty() || !status.unfinished.is_empty();
        let title = |id: &str| {
            let known = migrations.graph().get(id).map(|rev| migrations.revision(rev).title());
            let row = || status.rows.iter().find(|row| row.id == id).map(|row| row.title.clone());
            known.or_else(row).unwrap_or_default()
        };
        let kinds = [
            ("pending", &status.pending, "is not applied"),
            ("unfinished", &status.unfinished, "was begun and is not finished"),
            ("edited", &status.edited, "its statements changed after it was applied"),
            ("reworded", &status.reworded, "only comments, white space or the down changed"),
            ("unknown", &status.unknown, "is applied and not in this folder"),
        ];
        let applied = status.rows.len() - status.unfinished.len().min(status.rows.len());
        if output.json {
            let ids = |ids: &[String]| -> Value {
                ids.iter().map(|id| json!({ "revision": id, "title": title(id) })).collect()
            };
            let mut document = json!({ "applied": applied, "current": status.current, "fine": !found });
            kinds.iter().for_each(|(kind, list, _)| document[kind] = ids(list));
            output.document(&document);
            return Ok(Exit::found(found));
        }
        if !output.quiet {
            let at = if status.current.is_empty() { "base".to_owned() } else { status.current.join(", ") };
            output.line(format_args!("{applied} applied, {} pending; at {at}", status.pending.len()));
        }
        for (kind, list, what) in kinds {
            for id in list {
                let what = if kind == "pending" { String::new() } else { format!(": {what}") };
                output.line(format_args!("{kind:10} {id} {}{what}", title(id)));
            }
        }
        Ok(Exit::found(found))
    }
}
