//! SQLite: the write lock of the database is the lock. A unit takes it with `BEGIN IMMEDIATE`, checks the ledger under
//! it, and runs. There is no network to save round trips on, but each hand-over to the driver's thread and back takes longer
//! than a small statement: an atomic unit goes over in pieces of some dozens.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use migrate_core::Dialect;
use migrate_core::ledger::{Ledger, Tally};
use migrate_core::limits::{Limit, Limits};
use migrate_core::script::{Piece, Unit, terminator};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, Row as _, Sqlite, SqliteConnection};

use super::{Detail, Held, Outcome, State, UnitFailure, is_locked, read_row, read_tally, send};
use crate::error::Error;
use crate::event::Follow;
use crate::failure::Cause;
use crate::stop::Breaker;

pub(crate) struct SqliteSession<'c> {
    pub(super) connection: Held<'c, Sqlite>,
    pub(super) limits: Limits,
    /// Set by somebody who wants what runs to be broken off.
    stopping: Option<Arc<AtomicBool>>,
}

impl<'c> SqliteSession<'c> {
    pub(crate) fn new(connection: Result<Held<'c, Sqlite>, sqlx::Error>) -> Result<Self, Error> {
        let connection = connection.map_err(Error::connect)?;
        if connection.is_in_transaction() {
            return Err(Error::InTransaction);
        }
        Ok(SqliteSession { connection, limits: Limits::default(), stopping: None })
    }

    pub(crate) async fn connect(url: &str, create: bool) -> Result<Self, Error> {
        let options: SqliteConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let options = if create { options.create_if_missing(true) } else { options };
        let connection = SqliteConnection::connect_with(&options.disable_statement_logging()).await;
        let connection = Held::owned(connection.map_err(|error| Error::connect_url(url, error))?);
        Ok(SqliteSession { connection, limits: Limits::default(), stopping: None })
    }

    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        let sql = detail.sql(ledger, Dialect::Sqlite);
        let rows = match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *self.connection).await {
            Ok(rows) => rows,
            Err(error) if is_no_table(&error, ledger) => return Ok(State::empty(Dialect::Sqlite, false)),
            Err(error) => return Err(error),
        };
        let rows = rows.iter().map(|row| read_row!(row, i64, detail)).collect::<Result<_, sqlx::Error>>()?;
        Ok(State { rows, ..State::empty(Dialect::Sqlite, true) })
    }

    /// A state without rows: whether there is a ledger, and whether it is what is expected.
    pub(crate) async fn read_tally(
        &mut self,
        ledger: &Ledger,
        expected: impl Fn(Dialect) -> Option<Tally>,
    ) -> Result<State, sqlx::Error> {
        let sql = ledger.select_tally(Dialect::Sqlite);
        match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await {
            Ok(row) => {
                let tally = read_tally!(&row);
                let settled = tally.is_some() && tally == expected(Dialect::Sqlite);
                Ok(State { settled, ..State::empty(Dialect::Sqlite, true) })
            }
            Err(error) if is_no_table(&error, ledger) => Ok(State::empty(Dialect::Sqlite, false)),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn needs_lock(&self, _units: &[Unit]) -> bool {
        false
    }

    pub(crate) async fn try_lock(&mut self, _ledger: &Ledger) -> Result<bool, sqlx::Error> {
        Ok(true)
    }

    pub(crate) async fn leased(&mut self) -> Result<(), sqlx::Error> {
        Ok(())
    }

    pub(crate) async fn unlock(&mut self, _ledger: &Ledger) -> Result<(), sqlx::Error> {
        Ok(())
    }

    pub(crate) async fn holder(&mut self, _ledger: &Ledger) -> Option<String> {
        None
    }

    /// Whether somebody writes at this moment.
    pub(crate) async fn is_being_written(&mut self) -> bool {
        self.connection.soil();
        let busy = match self.send("BEGIN IMMEDIATE").await {
            Ok(_) => self.send("ROLLBACK").await.is_err(),
            Err(error) => is_locked(&error),
        };
        self.connection.cleaned();
        busy
    }

    pub(crate) async fn run(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        let driver = |error| UnitFailure::new(error, None);
        let busy = self.set_busy_timeout().await.map_err(driver)?;
        let outcome = match unit.atomic {
            true => self.run_atomic(unit, ledger, follow).await,
            false => self.run_one_by_one(unit, ledger, follow).await,
        };
        if let Some(before) = busy {
            self.send(&format!("PRAGMA busy_timeout = {before}")).await.map_err(driver)?;
        }
        outcome
    }

    /// How long it waits for other connections, if somebody said so: one setting for all that it waits for. Returns what
    /// it was before. What nobody speaks of stays as the connection has it.
    async fn set_busy_timeout(&mut self) -> Result<Option<i64>, sqlx::Error> {
        let milliseconds = match self.limits.table_lock.milliseconds() {
            None => return Ok(None),
            Some(0) => Limit::LONGEST.as_millis() as u64,
            Some(milliseconds) => milliseconds,
        };
        let before = sqlx::raw_sql("PRAGMA busy_timeout").fetch_one(&mut *self.connection).await?.try_get(0)?;
        self.send(&format!("PRAGMA busy_timeout = {milliseconds}")).await?;
        Ok(Some(before))
    }

    /// Sends a statement of a revision, or anything else, within its limit. SQLite has no clock of its own and is asked to
    /// stop from the outside.
    async fn send_piece(&mut self, piece: &Piece) -> Result<u64, sqlx::Error> {
        let (Piece::Statement { .. }, Limit::After(limit)) = (piece, self.limits.statement) else {
            return self.send(piece.sql()).await;
        };
        self.watch(Some(limit)).await?;
        let sent = self.send(piece.sql()).await;
        self.watch(None).await?;
        sent
    }

    /// Has SQLite ask every thousand steps whether it may go on.
    async fn watch(&mut self, limit: Option<Duration>) -> Result<(), sqlx::Error> {
        let (started, stopping) = (Instant::now(), self.stopping.clone());
        let mut handle = self.connection.lock_handle().await?;
        if limit.is_none() && stopping.is_none() {
            handle.remove_progress_handler();
            return Ok(());
        }
        handle.set_progress_handler(1000, move || {
            // Once: what follows is a ROLLBACK, and the word of the ledger.
            let told = stopping.as_ref().is_some_and(|stopping| stopping.swap(false, Ordering::Relaxed));
            !told && limit.is_none_or(|limit| started.elapsed() < limit)
        });
        Ok(())
    }

    pub(crate) async fn arm(&mut self) -> Result<Breaker, sqlx::Error> {
        let flag = Arc::new(AtomicBool::new(false));
        self.stopping = Some(flag.clone());
        self.watch(None).await?;
        Ok(Breaker::Flag(flag))
    }

    pub(crate) async fn disarm(&mut self) {
        if self.stopping.take().is_some() && self.watch(None).await.is_err() {
            self.connection.soil();
        }
    }

    async fn run_atomic(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        self.connection.soil();
        let driver = |error| UnitFailure::new(error, None);
        // Dropping a table deletes its rows first, and with them, silently, what refers to them ON DELETE CASCADE. The
        // rebuild of a table that SQLite's manual describes (lang_altertable, section 7) therefore switches foreign keys
        // off, which is possible only outside of a transaction, and checks them before it commits.
        let unenforced = unit.pieces.iter().any(drops_table) && self.enforces_foreign_keys().await.map_err(driver)?;
        if unenforced {
            self.send("PRAGMA foreign_keys = OFF").await.map_err(driver)?;
        }
        let outcome = self.transaction(unit, ledger, unenforced, follow).await;
        if unenforced {
            self.send("PRAGMA foreign_keys = ON").await.map_err(driver)?;
        }
        self.connection.cleaned();
        outcome
    }

    /// The pieces of an atomic unit, and a ROLLBACK where they end otherwise than with their COMMIT.
    async fn transaction(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        check: bool,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        let last = unit.pieces.len() - 1;
        let mut next = 0;
        while next <= last {
            if next == last
                && check
                && let Some(cause) =
                    self.foreign_key_violations().await.map_err(|error| UnitFailure::new(error, None))?
            {
                let _ = self.send("ROLLBACK").await;
                return Err(UnitFailure { cause, piece: None, offset: None });
            }
            let end = if check && next < last { last } else { last + 1 };
            let end = end.min(next + self.at_once());
            let sent = match next {
                0 => self.begin(unit, ledger, end, follow).await,
                _ => self.send_pieces(unit, next..end, follow).await,
            };
            if let Err((i, error)) = sent {
                let _ = self.send("ROLLBACK").await;
                // Only the BEGIN waits for another writer; a busy COMMIT is possible, too, and leaves nothing behind.
                let busy = is_locked(&error) && i.is_none_or(|i| matches!(unit.pieces.get(i), Some(Piece::Control(_))));
                return match i {
                    _ if busy => Ok(Outcome::Busy),
                    // The table was there when the plan was made.
                    None if is_changed(&error) || is_no_table(&error, ledger) => Ok(Outcome::Changed),
                    _ => Err(UnitFailure::new(error, i.or(Some(0)))),
                };
            }
            next = end;
        }
        Ok(Outcome::Done)
    }

    /// Begins a unit, checks the ledger, and sends the first pieces behind that: one hand-over for a small revision. Which
    /// one failed, none for the check, and how, if one did.
    async fn begin(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        end: usize,
        follow: &mut Follow<'_>,
    ) -> Result<(), (Option<usize>, sqlx::Error)> {
        // What ends the message when the ledger is not what was read.
        let check = format!("SELECT abs(CASE WHEN {} THEN 0 ELSE {OVERFLOW} END)", expectation(unit, ledger));
        let begin = unit.pieces[0].sql();
        let texts = [begin, &check].into_iter().chain(unit.pieces[1..end].iter().map(Piece::sql));
        let message: String = texts.flat_map(|sql| [sql, terminator(sql)]).collect();
        let mut done = |completed: usize, rows| match completed {
            // It counts as begun when it is checked.
            0 => (),
            1 => follow.done(0, None),
            _ => follow.done(completed - 1, Some(rows)),
        };
        let (completed, failed) = send!(self.connection, message, done);
        let piece = if completed == 1 { None } else { Some(completed.saturating_sub(1)) };
        failed.map_or(Ok(()), |error| Err((piece, error)))
    }

    /// How many pieces are handed over to the driver's thread together. SQLite keeps what it made of each until all are
    /// done; and a limit is for one statement, which is stopped from here.
    fn at_once(&self) -> usize {
        if matches!(self.limits.statement, Limit::After(_)) { 1 } else { 64 }
    }

    /// Sends pieces that stand behind each other: which one failed, and how, if one did.
    async fn send_pieces(
        &mut self,
        unit: &Unit,
        range: Range<usize>,
        follow: &mut Follow<'_>,
    ) -> Result<(), (Option<usize>, sqlx::Error)> {
        let first = range.start;
        if range.len() == 1 {
            let rows = self.send_piece(&unit.pieces[first]).await.map_err(|error| (Some(first), error))?;
            follow.done(first, Some(rows));
            return Ok(());
        }
        let texts = unit.pieces[range].iter().map(Piece::sql);
        let message: String = texts.flat_map(|sql| [sql, terminator(sql)]).collect();
        let mut done = |completed: usize, rows| follow.done(first + completed, Some(rows));
        let (completed, failed) = send!(self.connection, message, done);
        failed.map_or(Ok(()), |error| Err((Some(first + completed), error)))
    }

    async fn enforces_foreign_keys(&mut self) -> Result<bool, sqlx::Error> {
        sqlx::raw_sql("PRAGMA foreign_keys").fetch_one(&mut *self.connection).await?.try_get(0)
    }

    async fn foreign_key_violations(&mut self) -> Result<Option<Cause>, sqlx::Error> {
        let sql = "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2";
        let mut violations = Vec::new();
        for row in sqlx::raw_sql(sql).fetch_all(&mut *self.connection).await? {
            let rows = usize::try_from(row.try_get::<i64, _>(2)?).unwrap_or(usize::MAX);
            violations.push((row.try_get(0)?, row.try_get(1)?, rows));
        }
        Ok((!violations.is_empty()).then_some(Cause::ForeignKeys { violations }))
    }

    async fn run_one_by_one(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        // The row is opened under the write lock, so that of two processes one finds it open.
        let Some(Piece::Ledger(_)) = unit.pieces.first() else {
            return Ok(Outcome::Done);
        };
        self.connection.soil();
        match self.send("BEGIN IMMEDIATE").await {
            Ok(_) => (),
            Err(error) if is_locked(&error) => {
                self.connection.cleaned();
                return Ok(Outcome::Busy);
            }
            Err(error) => return Err(UnitFailure::new(error, None)),
        }
        if !self.expected(unit, ledger).await.map_err(|error| UnitFailure::new(error, None))? {
            let _ = self.send("ROLLBACK").await;
            self.connection.cleaned();
            return Ok(Outcome::Changed);
        }
        let mut open = true;
        // The statement whose transaction with its mark is open.
        let mut shared = None;
        for (i, piece) in unit.pieces.iter().enumerate() {
            // Who goes on with what somebody else began writes what stands in the row already: nobody must come in between
            // and go on with it, too.
            if open && unit.again && matches!(piece, Piece::Control(_)) {
                shared = Some(i + 1);
                open = false;
                follow.done(i, None);
                continue;
            }
            if open && !matches!(piece, Piece::Ledger(_)) {
                self.send("COMMIT").await.map_err(|error| UnitFailure::new(error, None))?;
                open = false;
            }
            let ends = matches!(piece, Piece::Control(_)) && shared.is_some();
            if matches!(piece, Piece::Control(_)) && !ends {
                shared = Some(i + 1);
            }
            let error = match self.send_piece(piece).await {
                Ok(rows) => {
                    follow.done(i, Some(rows));
                    if ends {
                        shared = None;
                    }
                    continue;
                }
                Err(error) => error,
            };
            if open || shared.is_some() {
                let _ = self.send("ROLLBACK").await;
            }
            let failed = shared.unwrap_or(i);
            if let (false, Some(Piece::Statement { step, .. })) = (open, unit.pieces.get(failed)) {
                let refused = ledger.refused(Dialect::Sqlite, &unit.steps[*step].id);
                let _ = self.send(&refused).await;
            }
            self.connection.cleaned();
            return Err(UnitFailure::new(error, Some(failed)));
        }
        if open {
            self.send("COMMIT").await.map_err(|error| UnitFailure::new(error, None))?;
        }
        self.connection.cleaned();
        Ok(Outcome::Done)
    }

    async fn expected(&mut self, unit: &Unit, ledger: &Ledger) -> Result<bool, sqlx::Error> {
        let sql = format!("SELECT {}", expectation(unit, ledger));
        match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await {
            Ok(row) => row.try_get(0),
            // It was there when the plan was made.
            Err(error) if is_no_table(&error, ledger) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The number of rows that it wrote.
    async fn send(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let sent = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut *self.connection).await;
        sent.map(|result| result.rows_affected())
    }
}

/// The condition under which a unit may run.
fn expectation(unit: &Unit, ledger: &Ledger) -> String {
    let condition = match &unit.expect {
        Some(expect) => ledger.condition(Dialect::Sqlite, expect),
        None => format!(
            "NOT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower({}))",
            Dialect::Sqlite.quote_text(&ledger.table)
        ),
    };
    match &unit.also {
        Some(also) => format!("{condition} AND {also}"),
        None => condition,
    }
}

/// Whether a piece is a DROP TABLE of a revision. Statements begin with their first word; a comment between the two words
/// is the one spelling that is missed, and then foreign keys stay as they are.
fn drops_table(piece: &Piece) -> bool {
    let Piece::Statement { statement, .. } = piece else { return false };
    let mut words = statement.sql.split_ascii_whitespace();
    let mut next_is = |word: &str| words.next().is_some_and(|next| next.eq_ignore_ascii_case(word));
    next_is("DROP") && next_is("TABLE")
}

/// A number without an absolute value. It is how a statement can fail on a condition.
const OVERFLOW: &str = "-9223372036854775807 - 1";

/// Whether the check of the ledger said no.
fn is_changed(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(|error| error.message() == "integer overflow")
}

/// SQLite has no code of its own for it.
fn is_no_table(error: &sqlx::Error, ledger: &Ledger) -> bool {
    error.as_database_error().is_some_and(|error| error.message() == format!("no such table: {}", ledger.table))
}
