//! The schema of a database, and that of the history, for the commands that put them side by side.

use migrate_core::Dialect;
use migrate_core::graph::RevSet;
use migrate_runtime::Rows;
use migrate_schema::catalog::Catalog;
use migrate_schema::live::{self, Schema, Wanted};

use crate::context::{Context, Revisions};
use crate::output::Failure;
use migrate_schema::diagnostic::command;

/// Reads the database. The dialect is that of the set, where the server may stand in for it.
pub(crate) fn read(context: &Context, revisions: &Revisions) -> Result<Schema, Failure> {
    // Who asks for the ledger has been told.
    let url = if context.missing_file().is_some() { "sqlite::memory:".to_owned() } else { context.url()? };
    let wanted = Wanted::without_ledgers(&revisions.folder.settings.ledger);
    let next = |dialect: Dialect, answers: &[Rows]| live::questions(dialect, &wanted, answers);
    let (dialect, answers) = context.wait(migrate_runtime::ask(url, live::preparation, next))?;
    let mut schema =
        Schema::new(dialect, &wanted, &answers).map_err(|problem| Failure::new(&command::LIVE_SCHEMA, problem))?;
    schema.dialect = revisions.project.dialect_for(dialect).ok_or_else(|| {
        let text = format!("the set is not written for {}, which this database is", dialect.facts().name);
        Failure::new(&command::LIVE_SCHEMA, text).help("`dialect` in migrate.toml names what a set is written for")
    })?;
    Ok(schema)
}

/// The schema that some revisions make.
pub(crate) fn history(revisions: &Revisions, dialect: Dialect, revs: &RevSet) -> Result<Catalog, Failure> {
    revisions
        .project
        .catalog(dialect, revs)
        .ok_or_else(|| Failure::new(&command::USAGE, format!("the set is not written for {}", dialect.facts().name)))
}
