//! How a database and a set of migrations differ: told apart, so that a person knows which of the two is to be mended.

use std::fmt;

use migrate_core::graph::Rev;
use migrate_core::ledger::{Row, RowState, Sameness, StoredUp};
use migrate_core::{Direction, Text};

use crate::diff::{self, EditedStatement};
use crate::driver::{Detail, Session};
use crate::error::Error;
use crate::migrations::Migrations;
use crate::world::World;

/// What a program does about revisions in the database that are newer than itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Newer {
    /// It goes on: while a new version is being rolled out, instances of the old one are started, too.
    #[default]
    Allow,
    /// It stops with [`Error::Newer`].
    Refuse,
}

/// A revision whose statements changed after it had been applied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The revision.
    pub id: String,
    /// Its description, one line.
    pub title: String,
    /// Its file.
    pub file: String,
    /// When it was applied, UTC.
    pub applied_at: String,
    /// Who applied it.
    pub applied_by: String,
    /// What changed; empty if the ledger does not have the old text.
    pub statements: Vec<EditedStatement>,
}

/// A revision, its place, and a diff.
impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Edit { id, title, file, applied_at, applied_by, statements } = self;
        write!(f, "{id} {title}, applied {applied_at}{}", by(applied_by))?;
        if statements.is_empty() {
            return write!(f, "\n --> {file}\n  = note: the ledger does not have the text that was applied");
        }
        for statement in statements {
            write!(f, "\n --> {file}:{}", statement.line)?;
            for line in statement.to_string().lines() {
                write!(f, "\n  | {line}")?;
            }
        }
        Ok(())
    }
}

/// A revision that stood elsewhere in the history when it was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Moved {
    /// The revision.
    pub id: String,
    /// What it revised when it was applied.
    pub was: Vec<String>,
    /// What it revises now.
    pub is: Vec<String>,
    /// What it came after and does not come after any more. Empty if something was only put in between.
    pub lost: Vec<String>,
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |ids: &[String]| if ids.is_empty() { "nothing".to_owned() } else { ids.join(", ") };
        write!(f, "{} revised {} when it was applied, and revises {} now", self.id, list(&self.was), list(&self.is))
    }
}

/// ` by app@host`.
fn by(who: &str) -> String {
    if who.is_empty() { String::new() } else { format!(" by {who}") }
}

/// Rows as a person reads them: one line each.
pub(crate) fn row_list(rows: &[Row]) -> String {
    let line = |row: &Row| format!("\n  {} {}, applied {}{}", row.id, row.title, row.applied_at, by(&row.applied_by));
    rows.iter().map(line).collect()
}

/// Edits as a person reads them.
pub(crate) fn edit_list(edits: &[Edit]) -> String {
    edits.iter().map(|edit| format!("\n{edit}")).collect()
}

/// Applied revisions that are not what they were.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    /// Their statements changed.
    pub(crate) edited: Vec<String>,
    /// Only comments, white space or the down changed.
    pub(crate) reworded: Vec<String>,
    /// Their parents changed.
    pub(crate) moved: Vec<Moved>,
}

impl Changed {
    /// Those that do not come any more after what they came after.
    pub(crate) fn rewritten(&self) -> Vec<Moved> {
        self.moved.iter().filter(|moved| !moved.lost.is_empty()).cloned().collect()
    }
}

impl World<'_> {
    /// Applied revisions that are not what they were when they were applied.
    pub(crate) fn changed(&self) -> Changed {
        let mut changed = Changed::default();
        for row in self.state.rows.iter().filter(|row| row.state == RowState::Applied) {
            let Some(rev) = self.graph().get(&row.id) else { continue };
            // What only the ledger knows is what the ledger says.
            if !self.unknown.is_empty() && self.unknown.contains(&row.id) {
                continue;
            }
            let moved = self.moved(row, rev);
            match row.sameness(self.revision(rev), self.dialect) {
                Sameness::Same => (),
                // The line with its parents is among what changed.
                Sameness::Reworded if moved.is_some() => (),
                Sameness::Reworded => changed.reworded.push(row.id.clone()),
                Sameness::Edited => changed.edited.push(row.id.clone()),
            }
            changed.moved.extend(moved);
        }
        changed
    }

    fn moved(&self, row: &Row, rev: Rev) -> Option<Moved> {
        let parents = &self.revision(rev).parents;
        let same = row.parents.len() == parents.len() && row.parents.iter().all(|id| parents.iter().any(|it| it == id));
        if same {
            return None;
        }
        let before = self.graph().ancestors([rev]);
        let is_before = |id: &String| self.graph().get(id).is_some_and(|rev| before.contains(rev));
        Some(Moved {
            id: row.id.clone(),
            was: row.parents.clone(),
            is: parents.iter().cloned().map(Text::into_owned).collect(),
            lost: row.parents.iter().filter(|id| !is_before(id)).cloned().collect(),
        })
    }

    /// The rows of revisions that are not in the set.
    pub(crate) fn unknown_rows(&self) -> Vec<Row> {
        self.state.rows.iter().filter(|row| self.unknown.contains(&row.id)).cloned().collect()
    }

    /// Of revisions that are not in the set: those that something in the set came after when it was applied. They were
    /// taken out of the history; the others are newer than it.
    pub(crate) fn removed(&self) -> Vec<String> {
        let known = || self.state.rows.iter().filter(|row| !self.unknown.contains(&row.id));
        self.unknown.iter().filter(|id| known().any(|row| row.parents.contains(id))).cloned().collect()
    }

    /// What is not applied although something that comes after it is.
    pub(crate) fn slipped_in(&self) -> Vec<String> {
        self.applied.missing_below(self.graph()).iter().map(|rev| self.graph().id(rev).to_owned()).collect()
    }

    /// The rows with all that they say, read again if only what tells whether there is anything to do was read.
    pub(crate) async fn whole_rows(
        &self,
        session: &mut Session<'_>,
        migrations: &Migrations,
    ) -> Result<Vec<Row>, Error> {
        if self.state.rows.iter().all(|row| !row.applied_at.is_empty()) {
            return Ok(self.state.rows.clone());
        }
        let ledger = migrations.ledger();
        let state = session.read(ledger, Detail::Full).await;
        Ok(state.map_err(|source| Error::Ledger { table: ledger.name(self.dialect), source })?.rows)
    }

    /// What an upgrade must not go on from.
    ///
    /// # Errors
    ///
    /// Edited or rewritten revisions, and a newer database where that is refused.
    pub(crate) async fn refuse_divergence(
        &self,
        session: &mut Session<'_>,
        migrations: &Migrations,
        changed: Changed,
        newer: Option<Newer>,
    ) -> Result<(), Error> {
        if !changed.edited.is_empty() {
            let edits = self.edits(session, migrations, &changed.edited).await?;
            return Err(Error::Edited { ids: changed.edited, edits });
        }
        let revisions = changed.rewritten();
        if !revisions.is_empty() {
            return Err(Error::Rewritten { revisions });
        }
        self.refuse_newer(session, migrations, newer).await
    }

    /// # Errors
    ///
    /// The database is newer, and that is refused.
    pub(crate) async fn refuse_newer(
        &self,
        session: &mut Session<'_>,
        migrations: &Migrations,
        newer: Option<Newer>,
    ) -> Result<(), Error> {
        let refuse = match newer {
            Some(newer) => newer == Newer::Refuse,
            None => migrations.preamble().refuse_newer,
        };
        if !refuse || self.unknown.is_empty() {
            return Ok(());
        }
        let mut rows = self.whole_rows(session, migrations).await?;
        rows.retain(|row| self.unknown.contains(&row.id));
        Err(Error::Newer { rows, stale: migrations.stale(&self.unknown) })
    }

    /// These revisions with what changed in them: one query for the old texts.
    pub(crate) async fn edits(
        &self,
        session: &mut Session<'_>,
        migrations: &Migrations,
        ids: &[String],
    ) -> Result<Vec<Edit>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let (dialect, ledger) = (self.dialect, migrations.ledger());
        let sql = ledger.select_up(dialect, ids.iter().map(String::as_str));
        let ups =
            session.read_texts(sql).await.map_err(|source| Error::Ledger { table: ledger.name(dialect), source })?;
        let mut edits = Vec::new();
        let rows = self.whole_rows(session, migrations).await?;
        for row in rows.iter().filter(|row| ids.contains(&row.id)) {
            let Some(rev) = self.graph().get(&row.id) else { continue };
            let revision = self.revision(rev);
            let body = revision.body(Direction::Up, dialect);
            let was = ups.iter().find(|(id, _)| *id == row.id).and_then(|(_, up)| StoredUp::read(up.as_deref()?));
            let is = body.map_or(&[][..], |body| &body.statements);
            edits.push(Edit {
                id: row.id.clone(),
                title: revision.title(),
                file: migrations.path(body.map_or(&revision.file, |body| &body.file)),
                applied_at: row.applied_at.clone(),
                applied_by: row.applied_by.clone(),
                statements: was.map(|was| diff::statements(&was, is)).unwrap_or_default(),
            });
        }
        Ok(edits)
    }
}
