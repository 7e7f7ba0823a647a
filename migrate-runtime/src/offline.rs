//! Scripts for a database that is not there: for somebody else to read, to approve, and to run with the server's own
//! client. They are made as the executor's are, only that the state is said instead of read.

use migrate_core::Dialect;
use migrate_core::ledger::{AppliedBy, Origin};
use migrate_core::plan::{self, Applied};
use migrate_core::script::{Context, Job, Script, Transaction};
use migrate_core::target::Target;
use migrate_core::{Direction, Rev};

use crate::elsewhere::{self, may_leave};
use crate::error::Error;
use crate::migrations::Migrations;

/// Makes scripts without a database; from [`Migrations::offline`]. [`Script::to_sql`] prints them.
///
/// The database is taken to be at `from` with all that this comes after, or to be empty if there is no `from`.
///
/// ```
/// use migrate_runtime::{Dialect, Migrations, Target, embed_migrations};
///
/// static MIGRATIONS: Migrations = embed_migrations!("../migrations");
///
/// # fn main() -> Result<(), migrate_runtime::Error> {
/// let script = MIGRATIONS.offline(Dialect::Sqlite)?.upgrade(None, &[Target::heads()])?;
/// assert!(script.to_sql().contains("CREATE TABLE users"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Offline<'a> {
    migrations: &'a Migrations,
    dialect: Dialect,
    transaction: Transaction,
}

impl Migrations {
    /// Makes scripts for a server of this dialect without asking one.
    ///
    /// # Errors
    ///
    /// [`Error::WrongDialect`] if the set is not written for it.
    pub fn offline(&self, dialect: Dialect) -> Result<Offline<'_>, Error> {
        let dialect = crate::world::choose_dialect(self.preamble().dialects, dialect)?;
        if let Some(schema) = self.schema() {
            schema.check(&self.preamble().ledger, dialect)?;
        }
        Ok(Offline { migrations: self, dialect, transaction: Transaction::default() })
    }
}

impl Offline<'_> {
    /// How much goes into one transaction; each revision its own if not said.
    #[must_use]
    pub fn transaction(mut self, transaction: Transaction) -> Self {
        self.transaction = transaction;
        self
    }

    /// What an upgrade would run.
    ///
    /// # Errors
    ///
    /// Those of planning.
    pub fn upgrade(&self, from: Option<&Target>, to: &[Target]) -> Result<Script, Error> {
        let graph = self.migrations.graph();
        let applied = Applied::up_to(graph, from)?;
        let plan = plan::upgrade(graph, &applied, to)?;
        self.script(&applied, &plan.revs(), Direction::Up)
    }

    /// What a downgrade would run.
    ///
    /// # Errors
    ///
    /// Those of planning, and revisions that cannot be taken back.
    pub fn downgrade(&self, from: &Target, to: &Target) -> Result<Script, Error> {
        let graph = self.migrations.graph();
        let applied = Applied::up_to(graph, Some(from))?;
        let plan = plan::downgrade(graph, &applied, to)?;
        self.script(&applied, &plan.revs(), Direction::Down)
    }

    /// What a stamp would write.
    ///
    /// # Errors
    ///
    /// Those of planning.
    pub fn stamp(&self, from: Option<&Target>, to: &[Target]) -> Result<Script, Error> {
        let graph = self.migrations.graph();
        let applied = Applied::up_to(graph, from)?;
        let stamp = plan::stamp(graph, &applied, to, false)?;
        let insert: Vec<_> = stamp.added().iter().map(|rev| self.migrations.revision(rev)).collect();
        let delete: Vec<_> = stamp.removed().iter().map(|rev| graph.node(rev).id.clone()).collect();
        let by = AppliedBy::default();
        Ok(self.aimed(Script::stamp(&insert, &delete, Origin::Stamp, &self.context(&applied, &by))))
    }

    /// What makes the ledger's table.
    pub fn ledger(&self) -> Script {
        Script::ensure_ledger(self.migrations.ledger(), self.dialect)
    }

    fn script(&self, applied: &Applied, revs: &[Rev], direction: Direction) -> Result<Script, Error> {
        let job = |&rev: &Rev| Job { revision: self.migrations.revision(rev), direction, resume: None, marks: None };
        let jobs: Vec<Job<'_>> = revs.iter().map(job).collect();
        let by = AppliedBy::default();
        let schema = self.migrations.schema();
        // Behind a `USE` it is found only with its database.
        let leaves = |job: &Job<'_>| {
            job.revision.body(direction, self.dialect).is_some_and(|body| may_leave(self.dialect, body))
        };
        let placed = schema.filter(|_| self.dialect.is_mysql_family() && jobs.iter().any(leaves));
        let ledger =
            placed.map_or_else(|| self.migrations.ledger().clone(), |schema| schema.ledger(self.migrations.ledger()));
        let mut script = Script::new(&jobs, &Context { ledger: &ledger, ..self.context(applied, &by) })?;
        elsewhere::lead_printed(&mut script, &ledger, schema)?;
        Ok(self.aimed(script))
    }

    /// In the schema that the migrations are aimed at, if they are, and with a ledger that is found.
    fn aimed(&self, mut script: Script) -> Script {
        elsewhere::find_ledger(&mut script);
        if let Some(schema) = self.migrations.schema() {
            schema.aim_offline(&mut script);
        }
        script
    }

    fn context<'c>(&'c self, applied: &Applied, by: &'c AppliedBy) -> Context<'c> {
        Context {
            dialect: self.dialect,
            ledger: self.migrations.ledger(),
            // What has revisions has a ledger. For what has none the CREATE is `IF NOT EXISTS`.
            ledger_exists: !applied.is_empty(),
            rows: applied.len(),
            transaction: self.transaction,
            by,
        }
    }
}
