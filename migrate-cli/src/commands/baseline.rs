//! `migrate baseline`

use clap::Args;
use migrate_core::DialectSet;
use migrate_core::target::Target;

use crate::authoring::{self, Wish};
use crate::context::Context;
use crate::live;
use crate::output::{Exit, Failure, count};
use crate::running::show_report;
use migrate_schema::diagnostic::command;

/// Write the first revision from a database that is there already, and stamp it
#[derive(Debug, Args)]
pub(crate) struct Baseline {
    /// Write the file and leave the ledger alone
    #[arg(long)]
    no_stamp: bool,
}

impl Baseline {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        if !revisions.project.files.is_empty() {
            let text = format!("the set has {} already", count(revisions.project.files.len(), "revision"));
            return Err(Failure::new(&command::BASELINE, text)
                .help("`migrate drift` shows what the database has beside them, and `--write adopt` writes it down")
                .help("or begin a set of its own: `migrate baseline --dir other`"));
        }
        let state = context.applied(&revisions)?;
        if !state.status.rows.is_empty() {
            let text =
                format!("the ledger of this database has {} already", count(state.status.rows.len(), "revision"));
            return Err(Failure::new(&command::BASELINE, text)
                .help("it is managed by another set: use its folder with --dir, or another ledger in migrate.toml"));
        }
        let schema = live::read(context, &revisions)?;
        if schema.pieces.is_empty() {
            return Err(Failure::new(&command::BASELINE, "the database is empty: there is nothing to begin from")
                .help("`migrate new <name>` writes the first revision"));
        }
        for left_out in &schema.left_out {
            context.output.warning(format_args!("not part of the baseline: {left_out}"));
        }
        let wish = Wish {
            slug: "baseline".to_owned(),
            message: "Baseline: what the database had before its first revision".to_owned(),
            heads: vec![Target::head()],
            dialects: match revisions.project.dialects.iter().count() {
                0 | 1 => DialectSet::EMPTY,
                _ => DialectSet::EMPTY.with(schema.dialect),
            },
            up: schema.to_sql(),
            irreversible: Some("the history begins here".to_owned()),
            ..Wish::default()
        };
        let exit = authoring::write(context, &revisions, wish)?;
        if self.no_stamp {
            return Ok(exit);
        }
        let url = context.url()?;
        let migrations = context.migrations()?;
        let report = context.run(migrations.stamp(url, Target::heads()).stop_when(crate::context::interrupted()))?;
        if context.output.json {
            return Ok(exit);
        }
        Ok(show_report(context, &report))
    }
}
