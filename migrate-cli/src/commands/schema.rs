//! `migrate schema`

use clap::{Args, ValueEnum};
use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::{self, Filter, script};

use super::show;
use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::{cli, live, tables};
use migrate_schema::diagnostic::command;

/// Print the schema that the revisions make. No database is needed
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// After this revision and all that it comes after [default: all revisions]
    #[arg(long, value_name = "REVISION", allow_negative_numbers = true)]
    at: Option<String>,
    /// As what
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "json")]
    format: Option<Format>,
    /// The dialect, if the set has several
    #[arg(long, value_parser = cli::dialect, value_name = "DIALECT")]
    dialect: Option<Dialect>,
}

/// As what the schema is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Statements that make it
    Sql,
    /// A diagram of tables and foreign keys
    Mermaid,
    /// One document
    Json,
}

impl Schema {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        if revisions.project.has_errors() {
            return Err(Failure::broken(revisions.project));
        }
        let revs = match &self.at {
            Some(at) => revisions.graph.ancestors(show::find(context, &revisions, at)?),
            None => revisions.graph.all(),
        };
        let mut all = revisions.project.dialects.iter();
        let only = all.next().filter(|_| all.next().is_none());
        let Some(dialect) = self.dialect.or(only) else {
            let names: Vec<String> = revisions.project.dialects.iter().map(|dialect| dialect.to_string()).collect();
            return Err(Failure::new(
                &command::USAGE,
                format!("the set is for several dialects: {}", names.join(", ")),
            )
            .help("choose with --dialect"));
        };
        let catalog = live::history(&revisions, dialect, &revs)?;
        let format = self.format.unwrap_or(if context.output.json { Format::Json } else { Format::Sql });
        match format {
            Format::Sql => {
                let made = diff::diff(&Catalog::new(dialect, []), &catalog, &Filter::default());
                for unsure in &made.unsure {
                    context.output.warning(unsure);
                }
                context.output.line(script::text(&made.steps, false));
            }
            Format::Mermaid => context.output.line(tables::mermaid(&catalog).trim_end()),
            Format::Json => context.output.document(&tables::json(&catalog)),
        }
        Ok(Exit::Fine)
    }
}
