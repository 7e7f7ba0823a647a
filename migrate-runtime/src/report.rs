//! What a run did, and what a database looks like: values to print, log or test.

use std::fmt;
use std::time::Duration;

use migrate_core::Direction;
use migrate_core::ledger::Row;

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// The revisions that were taken, in order. Empty = there was nothing to do.
    pub steps: Vec<Taken>,
    /// Applied revisions whose comments, white space or down changed since; their effect is the same.
    pub reworded: Vec<String>,
    /// Applied revisions that this program does not know: the database is newer than the program.
    pub unknown: Vec<String>,
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

/// One line a revision, then a summary.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            writeln!(f, "{step}")?;
        }
        match self.steps.len() {
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
    /// Applied, and not in the set.
    pub unknown: Vec<String>,
    /// Applied, and their statements changed since.
    pub edited: Vec<String>,
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
