//! `migrate status`

use clap::Args;
use migrate_runtime::{Migrations, Status as State};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Exit, Failure, Output};
use crate::tenants::{self, Many};

/// Compare the database with the files. Reads only; exits with 1 if something is pending, edited or unfinished
#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    many: Many,
}

impl Status {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        if self.many.is_used(context)? {
            return self.all(context);
        }
        let url = context.url_to_read()?;
        let migrations = context.migrations()?;
        let status = context.wait(migrations.status(url))?;
        if context.output.json {
            context.output.document(&as_json(&migrations, &status));
        } else {
            show(context.output, &migrations, &status);
        }
        Ok(Exit::found(is_found(&status)))
    }

    fn all(&self, context: &Context) -> Result<Exit, Failure> {
        let migrations = context.migrations()?;
        let reports = self.many.survey(context, &migrations)?;
        let output = context.output;
        let mut found = false;
        let mut documents = Vec::new();
        for tenant in &reports.targets {
            let mut document = json!({ "target": tenant.name });
            match &tenant.result {
                Ok(status) => {
                    found |= is_found(status);
                    document["status"] = as_json(&migrations, status);
                    if !output.json && (!output.quiet || is_found(status)) {
                        output.line(format_args!("{}: {}", tenant.name, summary(status)));
                    }
                }
                Err(error) => {
                    found = true;
                    document["error"] = tenants::error_json(error);
                }
            }
            documents.push(document);
        }
        if output.json {
            output.document(&json!({ "targets": documents }));
        } else {
            tenants::show_failures(output, &reports);
        }
        Ok(Exit::found(found))
    }
}

/// Whether something is to be done.
fn is_found(status: &State) -> bool {
    let rewritten = status.moved.iter().any(|moved| !moved.lost.is_empty());
    rewritten || !status.pending.is_empty() || !status.edited.is_empty() || !status.unfinished.is_empty()
}

fn applied(status: &State) -> usize {
    status.rows.len() - status.unfinished.len().min(status.rows.len())
}

/// `3 applied, 0 pending; at b`.
fn summary(status: &State) -> String {
    let at = if status.current.is_empty() { "base".to_owned() } else { status.current.join(", ") };
    let odd =
        [("edited", status.edited.len()), ("unfinished", status.unfinished.len()), ("not here", status.unknown.len())];
    let odd: String = odd.iter().filter(|(_, n)| *n > 0).map(|(what, n)| format!(", {n} {what}")).collect();
    format!("{} applied, {} pending{odd}; at {at}", applied(status), status.pending.len())
}

fn title(migrations: &Migrations, status: &State, id: &str) -> String {
    let known = migrations.graph().get(id).map(|rev| migrations.revision(rev).title());
    let row = || status.rows.iter().find(|row| row.id == id).map(|row| row.title.clone());
    known.or_else(row).unwrap_or_default()
}

fn as_json(migrations: &Migrations, status: &State) -> Value {
    let ids = |ids: &[String]| -> Value {
        ids.iter().map(|id| json!({ "revision": id, "title": title(migrations, status, id) })).collect()
    };
    let unknown = status.rows.iter().filter(|row| status.unknown.contains(&row.id)).map(|row| {
        json!({
            "revision": row.id,
            "title": row.title,
            "applied_at": row.applied_at,
            "applied_by": row.applied_by,
            "removed": status.removed.contains(&row.id),
        })
    });
    let edited = status.edits.iter().map(|edit| {
        let statement = |it: &migrate_runtime::EditedStatement| json!({ "line": it.line, "was": it.was, "is": it.is });
        json!({
            "revision": edit.id,
            "title": edit.title,
            "file": edit.file,
            "applied_at": edit.applied_at,
            "applied_by": edit.applied_by,
            "statements": edit.statements.iter().map(statement).collect::<Vec<_>>(),
        })
    });
    let moved = status
        .moved
        .iter()
        .map(|moved| json!({ "revision": moved.id, "was": moved.was, "is": moved.is, "lost": moved.lost }));
    json!({
        "applied": applied(status),
        "current": status.current,
        "fine": !is_found(status),
        "pending": ids(&status.pending),
        "slipped_in": ids(&status.slipped_in),
        "unfinished": ids(&status.unfinished),
        "edited": edited.collect::<Vec<_>>(),
        "reworded": ids(&status.reworded),
        "moved": moved.collect::<Vec<_>>(),
        "unknown": unknown.collect::<Vec<_>>(),
    })
}

fn show(output: Output, migrations: &Migrations, status: &State) {
    if !output.quiet {
        let at = if status.current.is_empty() { "base".to_owned() } else { status.current.join(", ") };
        output.line(format_args!("{} applied, {} pending; at {at}", applied(status), status.pending.len()));
    }
    let line = |kind: &str, id: &str, what: &str| {
        let colon = if what.is_empty() { "" } else { ": " };
        output.line(format_args!("{kind:10} {id} {}{colon}{what}", title(migrations, status, id)));
    };
    for id in &status.pending {
        let slipped_in = status.slipped_in.contains(id);
        line("pending", id, if slipped_in { "slipped in below what is applied" } else { "" });
    }
    status.unfinished.iter().for_each(|id| line("unfinished", id, "was begun and is not finished"));
    for edit in &status.edits {
        line("edited", &edit.id, "its statements changed after it was applied");
        edit.to_string().lines().skip(1).for_each(|text| output.line(text));
    }
    status.reworded.iter().for_each(|id| line("reworded", id, "only comments, white space or the down changed"));
    for moved in &status.moved {
        let kind = if moved.lost.is_empty() { "moved" } else { "rewritten" };
        let list = |ids: &[String]| if ids.is_empty() { "nothing".to_owned() } else { ids.join(", ") };
        let what = format!("revised {} when it was applied, and revises {} now", list(&moved.was), list(&moved.is));
        line(kind, &moved.id, &what);
    }
    for row in status.rows.iter().filter(|row| status.unknown.contains(&row.id)) {
        let removed = status.removed.contains(&row.id);
        let (kind, what) = match removed {
            true => ("removed", "and taken out of this folder since"),
            false => ("newer", "and not in this folder"),
        };
        let by = if row.applied_by.is_empty() { String::new() } else { format!(" by {}", row.applied_by) };
        line(kind, &row.id, &format!("was applied {}{by}, {what}", row.applied_at));
    }
    if !output.json
        && (!status.edited.is_empty()
            || !status.unfinished.is_empty()
            || status.moved.iter().any(|it| !it.lost.is_empty()))
    {
        output.note("`migrate repair` says what mends it");
    }
}
