//! Databases that another tool has migrated so far: told, and taken over.

use migrate_core::graph::Rev;
use migrate_core::ledger::Ledger;
use migrate_core::plan::Applied;
use migrate_core::{Dialect, Text};

use crate::driver::Session;
use crate::error::Error;
use crate::migrations::Migrations;
use crate::world::World;

/// Another migration tool whose records can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tool {
    /// Alembic: the heads stand in `alembic_version`, under the ids that the files must carry.
    Alembic,
}

impl Tool {
    /// All of them.
    pub const ALL: &'static [Tool] = &[Tool::Alembic];

    /// As the command spells it.
    pub const fn name(self) -> &'static str {
        match self {
            Tool::Alembic => "alembic",
        }
    }

    /// As its makers spell it.
    pub const fn title(self) -> &'static str {
        match self {
            Tool::Alembic => "Alembic",
        }
    }

    /// The table that it keeps its state in.
    pub const fn table(self) -> &'static str {
        match self {
            Tool::Alembic => "alembic_version",
        }
    }

    const fn column(self) -> &'static str {
        match self {
            Tool::Alembic => "version_num",
        }
    }

    /// Its table, where it is looked for: beside the ledger if that is in one schema of several.
    fn place(self, migrations: &Migrations) -> Ledger {
        let schema = migrations.schema().map(|schema| Text::Owned(schema.name().to_owned()));
        Ledger { schema, table: Text::Borrowed(self.table()) }
    }

    fn select(self, table: &Ledger, dialect: Dialect) -> String {
        format!("SELECT {} FROM {} ORDER BY 1", dialect.quote_name(self.column()), table.name(dialect))
    }

    /// A condition that holds while the table still has these rows.
    fn unchanged(self, table: &Ledger, dialect: Dialect, rows: &[String]) -> String {
        let (table, column) = (table.name(dialect), dialect.quote_name(self.column()));
        let values: Vec<String> = rows.iter().map(|row| dialect.quote_text(row)).collect();
        format!(
            "(SELECT count(*) FROM {table}) = {} AND (SELECT count(*) FROM {table} WHERE {column} IN ({})) = {0}",
            rows.len(),
            values.join(", ")
        )
    }
}

/// What the tool's table says; nothing if it is not there.
async fn rows(
    session: &mut Session<'_>,
    migrations: &Migrations,
    tool: Tool,
    dialect: Dialect,
) -> Result<Vec<String>, Error> {
    let place = tool.place(migrations);
    let failed = |source| Error::Ledger { table: tool.table().to_owned(), source };
    if session.texts(place.exists(dialect)).await.map_err(failed)?.is_empty() {
        return Ok(Vec::new());
    }
    session.texts(tool.select(&place, dialect)).await.map_err(failed)
}

/// On a database without a ledger: refuses to begin from nothing where another tool has been at work.
pub(crate) async fn refuse_foreign(
    session: &mut Session<'_>,
    migrations: &Migrations,
    dialect: Dialect,
) -> Result<(), Error> {
    for &tool in Tool::ALL {
        let rows = rows(session, migrations, tool, dialect).await?;
        if !rows.is_empty() {
            return Err(Error::NotAdopted { tool, rows });
        }
    }
    Ok(())
}

/// What the tool has applied, in order, and a condition that holds while it says the same.
pub(crate) async fn applied(
    session: &mut Session<'_>,
    migrations: &Migrations,
    tool: Tool,
    world: &World<'_>,
) -> Result<(Vec<Rev>, String), Error> {
    if !world.state.rows.is_empty() {
        return Err(Error::AlreadyAdopted { tool });
    }
    let rows = rows(session, migrations, tool, world.dialect).await?;
    if rows.is_empty() {
        return Err(Error::NothingToAdopt { tool });
    }
    let applied = Applied::from_heads(world.graph(), rows.iter().map(String::as_str))
        .map_err(|unknown| Error::Unknown { ids: unknown.ids })?;
    Ok((applied.iter().collect(), tool.unchanged(&tool.place(migrations), world.dialect, &rows)))
}
