//! What a run tells while it works: to whoever observes it, and to the log. Both come from here, so that they never say
//! different things.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use migrate_core::Direction;
use migrate_core::script::{Piece, Script, Unit, UnitStep};

use crate::error::Error;
use crate::report::{Report, Taken};

/// Something that happened in a run.
///
/// Where several statements travel in one message (PostgreSQL, and each packet of MySQL and MariaDB), what is said about
/// them comes when the server's answers come: PostgreSQL keeps them back until all of the message is done, unless a
/// notice makes it speak. Nothing is asked of the server for the sake of an event.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'e> {
    /// The database is not there yet; it is tried again. Said at once, and every few seconds.
    #[non_exhaustive]
    WaitingForDatabase {
        /// Why it could not be reached.
        reason: &'e Error,
        /// How long it will still be tried.
        left: Duration,
    },
    /// Another process is migrating the database. Said every few seconds.
    #[non_exhaustive]
    WaitingForLock {
        /// Who, as far as the server tells.
        holder: Option<&'e str>,
        /// How long it has been waited for.
        waited: Duration,
    },
    /// The ledger was read, and this is what is left to do. Said again if another process was quicker.
    #[non_exhaustive]
    Planned {
        /// How many revisions will be taken.
        revisions: usize,
        /// How many of their statements will run.
        statements: usize,
    },
    /// A revision begins. Said again if it must wait for another process first, or is tried again.
    #[non_exhaustive]
    RevisionStarted {
        /// Its id.
        revision: &'e str,
        /// Its description, one line.
        title: &'e str,
        /// Which way.
        direction: Direction,
        /// How many statements it has.
        statements: usize,
        /// Only the ledger changes.
        stamped: bool,
    },
    /// A statement was sent.
    #[non_exhaustive]
    StatementStarted {
        /// The revision.
        revision: &'e str,
        /// Its number in the revision, from 1.
        number: usize,
        /// How many statements the revision has.
        of: usize,
        /// The statement.
        sql: &'e str,
    },
    /// The server says that a statement is done. It is not committed yet where the revision is a transaction.
    #[non_exhaustive]
    StatementDone {
        /// The revision.
        revision: &'e str,
        /// Its number in the revision, from 1.
        number: usize,
        /// How many statements the revision has.
        of: usize,
        /// How many rows it wrote; none where it writes none, or the server does not tell.
        rows: Option<u64>,
        /// Since it was sent, or since the statement before it was done.
        elapsed: Duration,
    },
    /// The server said something besides (PostgreSQL: `RAISE NOTICE`, `IF NOT EXISTS` and the like).
    #[non_exhaustive]
    Notice {
        /// What it said.
        text: &'e str,
    },
    /// A revision is done, committed, and in the ledger.
    #[non_exhaustive]
    RevisionFinished {
        /// What was done, and how long it took.
        taken: &'e Taken,
    },
    /// A statement lost a race for a lock (it waited too long, or would have been a deadlock). Nothing of it took effect,
    /// and it will be tried again.
    #[non_exhaustive]
    Retry {
        /// The revision.
        revision: &'e str,
        /// What the server said.
        reason: &'e str,
        /// Who is in the way, as far as the server tells.
        blockers: &'e [String],
        /// Which try failed, from 1.
        attempt: u32,
        /// How many are made at most.
        of: u32,
        /// How long it waits before the next one.
        pause: Duration,
    },
    /// A process had died while a statement ran, and the server's catalog tells what became of it: the run goes on.
    #[non_exhaustive]
    Decided {
        /// The revision.
        revision: &'e str,
        /// The statement's number in the revision, from 1.
        number: usize,
        /// It took effect, and the run goes on behind it; else it begins with it.
        took_effect: bool,
    },
    /// PostgreSQL: an invalid index that an earlier try of the same statement left behind was dropped.
    #[non_exhaustive]
    DroppedInvalidIndex {
        /// The revision.
        revision: &'e str,
        /// The index, with its schema, quoted.
        index: &'e str,
    },
    /// It was told to stop while a statement ran, and has the server break that off.
    #[non_exhaustive]
    Stopping {
        /// The revision; none if only the ledger is written.
        revision: Option<&'e str>,
    },
    /// Everything is done.
    #[non_exhaustive]
    Finished {
        /// What was done.
        report: &'e Report,
    },
    /// It ended with an error, which the request returns, too.
    #[non_exhaustive]
    Failed {
        /// The error.
        error: &'e Error,
    },
}

/// Who is told.
type Observer = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

/// Where events go.
#[derive(Clone, Default)]
pub(crate) struct Events {
    observer: Option<Observer>,
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.observer.is_some() { "observed" } else { "not observed" })
    }
}

impl Events {
    pub(crate) fn observed_by(observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Events {
        Events { observer: Some(Arc::new(observer)) }
    }

    pub(crate) fn are_observed(&self) -> bool {
        self.observer.is_some()
    }

    pub(crate) fn tell(&self, event: &Event<'_>) {
        log(event);
        if let Some(observer) = &self.observer {
            observer(event);
        }
    }

    pub(crate) fn planned(&self, script: &Script) {
        let (mut revisions, mut statements) = (0, 0);
        for unit in &script.units {
            revisions += unit.steps.len();
            statements += unit.pieces.iter().filter(|piece| matches!(piece, Piece::Statement { .. })).count();
        }
        self.tell(&Event::Planned { revisions, statements });
    }
}

/// How statements begin that write rows.
const WRITES_ROWS: [&str; 8] = ["COPY", "DELETE", "INSERT", "LOAD", "MERGE", "REPLACE", "UPDATE", "WITH"];

/// Whether the first word of a statement is one of these.
pub(crate) fn starts_with_any(sql: &str, words: &[&str]) -> bool {
    let first = sql.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    words.iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// What the log is told. What the driver logs by itself (notices) and what the request returns (errors) is left out.
fn log(event: &Event<'_>) {
    match event {
        Event::WaitingForDatabase { reason, left } => {
            tracing::warn!(target: "migrate", "waiting for the database, up to {} s more: {}", left.as_secs(), reason.reason());
        }
        Event::WaitingForLock { holder, waited } => tracing::warn!(
            target: "migrate",
            waited_ms = waited.as_millis() as u64,
            holder = holder.unwrap_or("unknown"),
            "waiting for another process that is migrating this database"
        ),
        Event::RevisionFinished { taken } => tracing::info!(
            target: "migrate",
            revision = %taken.id,
            direction = taken.direction.name(),
            elapsed_ms = taken.elapsed.as_millis() as u64,
            "{}",
            taken.title
        ),
        Event::Retry { revision, reason, blockers, attempt, of, pause } => tracing::warn!(
            target: "migrate",
            revision,
            attempt,
            of,
            pause_ms = pause.as_millis() as u64,
            blockers = blockers.join("; "),
            "a lock could not be had, trying again: {reason}"
        ),
        Event::Decided { revision, number, took_effect } => tracing::warn!(
            target: "migrate",
            revision,
            number,
            took_effect,
            "a process ended while this statement ran; the catalog tells what became of it"
        ),
        Event::DroppedInvalidIndex { revision, index } => {
            tracing::warn!(target: "migrate", revision, index, "dropped an invalid index that an earlier try left behind");
        }
        Event::Stopping { revision } => {
            tracing::warn!(target: "migrate", revision, "told to stop: the statement that runs is being cancelled");
        }
        Event::StatementDone { revision, number, of, rows, elapsed } => tracing::debug!(
            target: "migrate",
            revision,
            number,
            of,
            rows,
            elapsed_us = elapsed.as_micros() as u64,
            "statement done"
        ),
        Event::Planned { .. }
        | Event::RevisionStarted { .. }
        | Event::StatementStarted { .. }
        | Event::Notice { .. }
        | Event::Finished { .. }
        | Event::Failed { .. } => (),
    }
}

/// Follows the pieces of a unit while they are done, and tells it.
pub(crate) struct Follow<'u> {
    events: Events,
    unit: &'u Unit,
    since: Instant,
}

impl<'u> Follow<'u> {
    /// The first piece is about to be sent.
    pub(crate) fn new(events: &Events, unit: &'u Unit) -> Follow<'u> {
        let follow = Follow { events: events.clone(), unit, since: Instant::now() };
        follow.started(0);
        follow
    }

    /// An invalid index was dropped before the piece that makes it.
    #[cfg(feature = "postgres")]
    pub(crate) fn dropped_index(&self, piece: usize, index: &str) {
        if let Some(Piece::Statement { step, .. }) = self.unit.pieces.get(piece) {
            self.events.tell(&Event::DroppedInvalidIndex { revision: &self.unit.steps[*step].id, index });
        }
    }

    /// The piece of this index is done, and the next one begins.
    pub(crate) fn done(&mut self, piece: usize, rows: Option<u64>) {
        let elapsed = self.since.elapsed();
        self.since = Instant::now();
        if let Some(Piece::Statement { step, number, statement }) = self.unit.pieces.get(piece) {
            // For other statements servers count whatever they like, SQLite those of the one before.
            let rows = rows.filter(|_| starts_with_any(&statement.sql, &WRITES_ROWS));
            let UnitStep { id, statements, .. } = &self.unit.steps[*step];
            self.events.tell(&Event::StatementDone { revision: id, number: *number, of: *statements, rows, elapsed });
        }
        self.started(piece + 1);
    }

    fn started(&self, piece: usize) {
        // What comes before the first step's own pieces belongs to the unit, and is short.
        let begins = |(i, step): &(usize, &UnitStep)| piece == if *i == 0 { 0 } else { step.first_piece };
        for (_, step) in self.unit.steps.iter().enumerate().filter(begins) {
            self.events.tell(&Event::RevisionStarted {
                revision: &step.id,
                title: &step.title,
                direction: step.direction,
                statements: step.statements,
                stamped: step.stamp,
            });
        }
        if let Some(Piece::Statement { step, number, statement }) = self.unit.pieces.get(piece) {
            let UnitStep { id, statements, .. } = &self.unit.steps[*step];
            self.events.tell(&Event::StatementStarted {
                revision: id,
                number: *number,
                of: *statements,
                sql: &statement.sql,
            });
        }
    }
}
