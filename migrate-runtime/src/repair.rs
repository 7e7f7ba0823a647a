//! Repairs of the ledger: what is wrong, and the named actions that make it right. Each is recorded, with who and when.

use std::fmt;

use migrate_core::ledger::{Row, RowState, Sameness};
use migrate_core::script::Fix;

use crate::database::Database;
use crate::error::Error;
use crate::event::Events;
use crate::migrations::Migrations;
use crate::report::Status;
use crate::request::{self, Repair, Request};
use crate::wanted::Wanted;
use crate::world::World;

/// What is to be repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// The text of today counts as what was applied.
    Accept(Vec<String>),
    /// The place in the history of today counts as the one where it was applied; of all that moved if none is named.
    Rewrite(Vec<String>),
    /// Revisions that are not in the set do not count as applied any more.
    Forget(Vec<String>),
    /// A revision that was begun and not finished counts as it did before.
    Abandon(Vec<String>),
}

/// A repair that was made, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Repaired {
    /// `accept`, `rewrite`, `forget` or `abandon`.
    pub action: &'static str,
    /// The revision.
    pub revision: String,
}

impl Repaired {
    pub(crate) fn of(fix: &Fix<'_>) -> Repaired {
        Repaired { action: fix.action(), revision: fix.row().id.clone() }
    }
}

impl fmt::Display for Repaired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.revision;
        match self.action {
            "accept" => write!(f, "accepted {id}: its text of today counts as what was applied"),
            "rewrite" => write!(f, "rewrote {id}: its place of today counts as the one where it was applied"),
            "forget" => write!(f, "forgot {id}: it does not count as applied any more"),
            _ => write!(f, "abandoned {id}: it counts as it did before it was begun"),
        }
    }
}

/// A repair that was made, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// When, UTC.
    pub at: String,
    /// Who: the server's user, and the host if known.
    pub by: String,
    /// `accept`, `rewrite`, `forget` or `abandon`.
    pub action: String,
    /// The revision.
    pub revision: String,
    /// What the ledger said of it before.
    pub was: String,
}

/// Something that is wrong, and what mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The revision.
    pub revision: String,
    /// What is wrong, in words.
    pub what: String,
    /// What mends it: commands, the first one is the usual one.
    pub commands: Vec<String>,
}

impl Status {
    /// What is wrong between the database and the set, with the commands that mend it. What is only pending or newer is
    /// not wrong.
    pub fn problems(&self) -> Vec<Problem> {
        let problem = |revision: &String, what: &str, commands: Vec<String>| Problem {
            revision: revision.clone(),
            what: what.to_owned(),
            commands,
        };
        let repair = |action: &str, id: &String| format!("migrate repair {action} {}", crate::paste::word(id));
        let mut problems = Vec::new();
        for id in &self.unfinished {
            let row = self.rows.iter().find(|row| row.id == *id);
            let doubt = row.is_some_and(|row| row.begun > row.done);
            let again = match row.map(|row| row.state) {
                Some(RowState::Reverting) => "migrate downgrade",
                Some(RowState::Applying | RowState::Applied) | None => "migrate upgrade",
            };
            let mut commands = match (self.unknown.contains(id), doubt) {
                (true, _) => Vec::new(),
                (false, true) => ["resume", "rerun", "mark-applied"].map(|word| format!("migrate {word}")).to_vec(),
                (false, false) => vec![again.to_owned()],
            };
            commands.push(repair("abandon", id));
            problems.push(problem(id, "it was begun and is not finished", commands));
        }
        for id in &self.edited {
            problems.push(problem(id, "its statements changed after it was applied", vec![repair("accept", id)]));
        }
        for moved in self.moved.iter().filter(|moved| !moved.lost.is_empty()) {
            let what = format!("it does not come after {} any more", moved.lost.join(", "));
            problems.push(problem(&moved.id, &what, vec![repair("rewrite", &moved.id)]));
        }
        for id in &self.removed {
            problems.push(problem(id, "it is applied and was taken out of the history", vec![repair("forget", id)]));
        }
        problems
    }
}

/// The repairs that there are; from [`Migrations::repair`]. Nothing happens before what they give is awaited.
#[must_use = "nothing happens before it is awaited"]
pub struct Repairs<'a> {
    migrations: &'a Migrations,
    database: Database<'a>,
}

impl<'a> Repairs<'a> {
    fn with(self, action: Action) -> Repair<'a> {
        Repair::new(self.migrations, self.database, Wanted::Repair(action))
    }

    /// Makes the text of today count as what was applied: for revisions that were edited, when the database is as the
    /// new text would make it.
    pub fn accept<I: Into<String>>(self, revisions: impl IntoIterator<Item = I>) -> Repair<'a> {
        self.with(Action::Accept(revisions.into_iter().map(Into::into).collect()))
    }

    /// Makes the place in the history of today count as the one where these were applied; where all revisions that
    /// moved were applied if none is named.
    pub fn rewrite<I: Into<String>>(self, revisions: impl IntoIterator<Item = I>) -> Repair<'a> {
        self.with(Action::Rewrite(revisions.into_iter().map(Into::into).collect()))
    }

    /// Makes revisions that are not in the set count as not applied. What they made stays.
    pub fn forget<I: Into<String>>(self, revisions: impl IntoIterator<Item = I>) -> Repair<'a> {
        self.with(Action::Forget(revisions.into_iter().map(Into::into).collect()))
    }

    /// Makes revisions that were begun and not finished count as they did before. What they did stays.
    pub fn abandon<I: Into<String>>(self, revisions: impl IntoIterator<Item = I>) -> Repair<'a> {
        self.with(Action::Abandon(revisions.into_iter().map(Into::into).collect()))
    }

    /// All repairs that were made, oldest first. Reads only.
    pub fn records(self) -> Request<'a, Vec<Record>> {
        Box::pin(async move {
            let mut session =
                request::open(self.database, self.migrations, None, false, &Events::default(), None).await?;
            let ledger = self.migrations.ledger();
            let dialect = session.family();
            let failed = |source| Error::Ledger { table: ledger.repairs().name(dialect), source };
            if session.texts(ledger.repairs().exists(dialect)).await.map_err(failed)?.is_empty() {
                return Ok(Vec::new());
            }
            let rows = session.read_repairs(ledger).await.map_err(failed)?;
            Ok(rows
                .into_iter()
                .map(|[at, by, action, revision, was]| Record { at, by, action, revision, was })
                .collect())
        })
    }
}

impl Migrations {
    /// Puts right what the ledger says, and records that: see [`Repairs`]. [`Status::problems`] tells what is wrong.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f(pool: &sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
    /// for problem in MIGRATIONS.status(pool).await?.problems() {
    ///     println!("{}: {}", problem.revision, problem.what);
    /// }
    /// MIGRATIONS.repair(pool).accept(["20261120195201"]).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn repair<'a>(&'a self, database: impl Into<Database<'a>>) -> Repairs<'a> {
        Repairs { migrations: self, database: database.into() }
    }
}

impl World<'_> {
    /// The repairs of an action.
    ///
    /// # Errors
    ///
    /// Of the first revision that it does not fit.
    pub(crate) fn fixes(&self, action: &Action) -> Result<Vec<Fix<'_>>, Error> {
        match action {
            Action::Accept(ids) => ids.iter().map(|id| self.accept(id)).collect(),
            Action::Rewrite(ids) if ids.is_empty() => {
                let moved = self.changed().moved;
                moved.iter().map(|moved| self.rewrite(&moved.id)).collect()
            }
            Action::Rewrite(ids) => ids.iter().map(|id| self.rewrite(id)).collect(),
            Action::Forget(ids) => ids.iter().map(|id| self.forget(id)).collect(),
            Action::Abandon(ids) => ids.iter().map(|id| self.abandon(id)).collect(),
        }
    }

    fn row(&self, action: &'static str, id: &str) -> Result<&Row, Error> {
        self.state.rows.iter().find(|row| row.id == id).ok_or_else(|| {
            let why = match self.graph().get(id) {
                Some(_) => "it is not applied",
                None => "neither the database nor this program knows it; the id must be whole",
            };
            refused(action, id, why)
        })
    }

    /// A row that is applied, and its revision in the set.
    fn applied_row(&self, action: &'static str, id: &str) -> Result<(&Row, &migrate_core::Revision), Error> {
        let row = self.row(action, id)?;
        if self.unknown.iter().any(|unknown| unknown == id) {
            return Err(refused(
                action,
                id,
                "it is not in this program; `migrate repair forget` is for such revisions",
            ));
        }
        if row.state != RowState::Applied {
            return Err(refused(action, id, "it is not finished; `migrate repair` tells what to do"));
        }
        let rev = self.graph().get(id).expect("what is not unknown is in the graph");
        Ok((row, self.revision(rev)))
    }

    fn accept(&self, id: &str) -> Result<Fix<'_>, Error> {
        let (row, revision) = self.applied_row("accept", id)?;
        if row.sameness(revision, self.dialect) == Sameness::Same {
            return Err(refused("accept", id, "its text is what was applied"));
        }
        Ok(Fix::Accept(row, revision))
    }

    fn rewrite(&self, id: &str) -> Result<Fix<'_>, Error> {
        let (row, revision) = self.applied_row("rewrite", id)?;
        if !self.changed().moved.iter().any(|moved| moved.id == id) {
            return Err(refused("rewrite", id, "it stands where it stood when it was applied"));
        }
        Ok(Fix::Rewrite(row, revision))
    }

    fn forget(&self, id: &str) -> Result<Fix<'_>, Error> {
        let row = self.row("forget", id)?;
        if !self.unknown.iter().any(|unknown| unknown == id) {
            let why = "it is in this program; `migrate downgrade` takes it back, `migrate stamp` changes what counts as \
                       applied";
            return Err(refused("forget", id, why));
        }
        if row.state != RowState::Applied {
            return Err(refused("forget", id, "it is not finished; `migrate repair abandon` is for such revisions"));
        }
        Ok(Fix::Forget(row))
    }

    fn abandon(&self, id: &str) -> Result<Fix<'_>, Error> {
        let row = self.row("abandon", id)?;
        if row.state == RowState::Applied {
            return Err(refused("abandon", id, "it is finished"));
        }
        Ok(Fix::Abandon(row))
    }
}

fn refused(action: &'static str, revision: &str, why: &str) -> Error {
    Error::NothingToRepair { action, revision: revision.to_owned(), why: why.to_owned() }
}
