//! What a run did, and what a database looks like: values to print, log or test.

use std::fmt;
use std::time::Duration;

use migrate_core::Direction;
use migrate_core::ledger::Row;

use crate::divergence::{Edit, Moved};
use crate::migrations::Migrations;
use crate::prepare::Noticed;
use crate::repair::Repaired;
use crate::world::World;

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The revisions that were taken, in order. Empty = there was nothing to do.
    pub steps: Vec<Taken>,
    /// Applied revisions whose comments, white space or down changed since; their effect is the same.
    pub reworded: Vec<String>,
    /// Applied revisions that stand elsewhere in the history now.
    pub moved: Vec<Moved>,
    /// Revisions among the steps that come before what was applied already: they slipped in below the head.
    pub slipped_in: Vec<String>,
    /// Applied revisions that this program does not know: the database is newer than the program.
    pub unknown: Vec<String>,
    /// Their rows: who applied them, and when.
    pub unknown_rows: Vec<Row>,
    /// Those of them that have a file in the folder: it is the program that is stale. Known in debug builds only.
    pub stale: Vec<String>,
    /// What was repaired.
    pub repaired: Vec<Repaired>,
    /// How long it all took.
    pub elapsed: Duration,
    /// How much of that was waiting for another process.
    pub waited: Duration,
}

/// A revision that was taken one way.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Taken {
    /// The revision.
    pub id: String,
    /// Its description, one line.
    pub title: String,
    /// Which way.
    pub direction: Direction,
    /// How many statements ran.
    pub statements: usize,
    /// How long it took. Revisions that shared a transaction share the time of its message equally.
    pub elapsed: Duration,
    /// Only the ledger changed.
    pub stamped: bool,
}

impl Report {
    /// What was committed, in words.
    pub(crate) fn committed(&self) -> String {
        match self.steps.as_slice() {
            [] => "nothing".to_owned(),
            [step] => format!("revision {}", step.id),
            [.., last] => format!("{} revisions, the last is {}", self.steps.len(), last.id),
        }
    }

    pub(crate) fn notice(&mut self, migrations: &Migrations, world: &World<'_>, noticed: &Noticed) {
        if !noticed.repaired.is_empty() {
            // What else is wrong is what is being repaired.
            self.repaired.clone_from(&noticed.repaired);
            return;
        }
        self.unknown.clone_from(&world.unknown);
        self.unknown_rows = if world.unknown.is_empty() { Vec::new() } else { world.unknown_rows() };
        self.stale = migrations.stale(&world.unknown);
        self.reworded.clone_from(&noticed.reworded);
        self.moved.clone_from(&noticed.moved);
        // What slipped in is forgotten by the ledger as soon as it is applied.
        self.slipped_in.extend(noticed.slipped_in.iter().cloned());
        self.slipped_in.dedup();
    }

    /// What a person should know besides, a sentence each: the database is newer, a revision slipped in, comments changed.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let taken_back = |id: &str| self.steps.iter().any(|step| step.direction == Direction::Down && step.id == id);
        let unknown: Vec<Row> = self.unknown_rows.iter().filter(|row| !taken_back(&row.id)).cloned().collect();
        if !unknown.is_empty() {
            notes.push(newer(&unknown, &self.stale));
        }
        if !self.slipped_in.is_empty() {
            let ids = self.slipped_in.join(", ");
            notes.push(format!("slipped in below what was applied already: {ids}"));
            notes.extend(self.moved.iter().map(|moved| format!("the history changed: {moved}")));
        }
        if !self.reworded.is_empty() {
            let ids = self.reworded.join(", ");
            notes.push(format!("comments, white space or the down changed since they were applied: {ids}"));
        }
        notes
    }
}

/// That the database is newer, and by what.
pub(crate) fn newer(rows: &[Row], stale: &[String]) -> String {
    let list = crate::divergence::row_list(rows);
    match stale {
        [] => format!("the database is newer than this program, which does not know:{list}"),
        stale => format!(
            "this program is stale: {} lies in the folder and was not there when it was built. The database has:{list}",
            stale.join(", ")
        ),
    }
}

/// One line a revision, notes, then a summary.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            writeln!(f, "{step}")?;
        }
        for repaired in &self.repaired {
            writeln!(f, "{repaired}")?;
        }
        for note in self.notes() {
            writeln!(f, "note: {note}")?;
        }
        match self.steps.len() {
            0 if !self.repaired.is_empty() => write!(f, "recorded in the ledger"),
            0 => write!(f, "nothing to do"),
            1 => write!(f, "1 revision in {}", Milliseconds(self.elapsed)),
            n => write!(f, "{n} revisions in {}", Milliseconds(self.elapsed)),
        }
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match (self.stamped, self.direction) {
            (true, Direction::Up) => "stamped",
            (true, Direction::Down) => "unstamped",
            (false, Direction::Up) => "applied",
            (false, Direction::Down) => "took back",
        };
        write!(f, "{word} {}", self.id)?;
        if !self.title.is_empty() {
            write!(f, " {}", self.title)?;
        }
        if !self.stamped {
            write!(f, " ({})", Milliseconds(self.elapsed))?;
        }
        Ok(())
    }
}

struct Milliseconds(Duration);

impl fmt::Display for Milliseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = self.0.as_secs_f64() * 1000.0;
        if ms < 10.0 { write!(f, "{ms:.1} ms") } else { write!(f, "{ms:.0} ms") }
    }
}

/// What a database looks like, seen from a set of migrations. Reading it changed nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Status {
    /// The ledger's rows, in the order in which they were applied.
    pub rows: Vec<Row>,
    /// The heads of what is applied.
    pub current: Vec<String>,
    /// What is not applied, in the order in which it would be.
    pub pending: Vec<String>,
    /// Of these: what something that is applied comes after. It slipped in below the head.
    pub slipped_in: Vec<String>,
    /// Applied, and not in the set: the database is newer, or they were taken out of the set.
    pub unknown: Vec<String>,
    /// Of these: what something in the set came after when it was applied. They were taken out of the history.
    pub removed: Vec<String>,
    /// Of these: those that have a file in the folder, so that the program is stale. Known in debug builds only.
    pub stale: Vec<String>,
    /// Applied, and their statements changed since.
    pub edited: Vec<String>,
    /// What changed in them.
    pub edits: Vec<Edit>,
    /// Applied, and they stand elsewhere in the history since.
    pub moved: Vec<Moved>,
    /// Applied, and only their comments, white space or down changed since.
    pub reworded: Vec<String>,
    /// Begun and not finished.
    pub unfinished: Vec<String>,
}

impl Status {
    /// Everything is applied and nothing is odd.
    pub fn is_current(&self) -> bool {
        self.pending.is_empty() && self.unfinished.is_empty()
    }
}
