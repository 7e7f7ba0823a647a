//! PostgreSQL: an atomic unit is one message of the simple protocol, with the lock and the check of the ledger inside,
//! so that nothing depends on the session (PgBouncer may hand out another one for each transaction) and nothing leaks.

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::script::{Piece, Unit};
use sqlx::postgres::{PgConnectOptions, PgDatabaseError, PgErrorPosition};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, PgConnection, Postgres, Row as _};

use super::pg_lock::PgLock;
use super::{Detail, Held, Outcome, State, UnitFailure, read_row, send};
use crate::error::Error;
use crate::event::Follow;
use crate::failure::Cause;

/// SQLSTATEs of our own that the guard raises; PostgreSQL leaves classes that begin with I to Z to others.
const BUSY: &str = "MG001";
const CHANGED: &str = "MG002";
/// undefined_table, invalid_schema_name.
const NO_TABLE: [&str; 2] = ["42P01", "3F000"];

pub(crate) struct PgSession<'c> {
    pub(super) connection: Held<'c, Postgres>,
    lock: PgLock,
}

impl<'c> PgSession<'c> {
    /// `options` open one more connection like it, if that is possible.
    pub(crate) fn new(
        connection: Result<Held<'c, Postgres>, sqlx::Error>,
        options: Option<PgConnectOptions>,
    ) -> Result<Self, Error> {
        let connection = connection.map_err(Error::connect)?;
        if connection.is_in_transaction() {
            return Err(Error::InTransaction);
        }
        Ok(PgSession { connection, lock: PgLock::of(options) })
    }

    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let options: PgConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let options =
            if options.get_application_name().is_none() { options.application_name("migrate") } else { options };
        let options = options.disable_statement_logging();
        let connection = PgConnection::connect_with(&options).await.map_err(|error| Error::connect_url(url, error))?;
        Ok(PgSession { connection: Held::owned(connection), lock: PgLock::of(Some(options)) })
    }

    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        let sql = detail.sql(ledger, Dialect::Postgres);
        let rows = match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *self.connection).await {
            Ok(rows) => rows,
            Err(error) if sqlstate(&error).is_some_and(|code| NO_TABLE.contains(&code)) => {
                return Ok(State { dialect: Dialect::Postgres, exists: false, rows: Vec::new() });
            }
            Err(error) => return Err(error),
        };
        let rows = rows.iter().map(|row| read_row!(row, i32, detail)).collect::<Result<_, sqlx::Error>>()?;
        Ok(State { dialect: Dialect::Postgres, exists: true, rows })
    }

    /// Only what cannot carry its lock in its own transaction.
    pub(crate) fn needs_lock(&self, units: &[Unit]) -> bool {
        units.iter().any(|unit| !unit.atomic)
    }

    pub(crate) async fn try_lock(&mut self, ledger: &Ledger) -> Result<bool, sqlx::Error> {
        if let Some(locked) = self.lock.try_beside(ledger).await? {
            return Ok(locked);
        }
        // A blocking pg_advisory_lock would deadlock with CREATE INDEX CONCURRENTLY, which waits for all transactions
        // that are open, the waiting one included. And a session may take a lock twice: behind a pooler it may be somebody
        // else who has it.
        let key = ledger.lock_key();
        let sql = format!(
            "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = pg_backend_pid() AND {}) THEN false ELSE \
             pg_try_advisory_lock({key}) END",
            in_pg_locks(key)
        );
        self.connection.soil();
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        let locked: bool = row.try_get(0)?;
        if !locked {
            self.connection.cleaned();
        }
        Ok(locked)
    }

    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        if self.lock.is_beside() {
            self.lock.release().await;
            return Ok(());
        }
        let sql = format!("SELECT pg_advisory_unlock({})", ledger.lock_key());
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await?;
        self.connection.cleaned();
        Ok(())
    }

    pub(crate) async fn holder(&mut self, ledger: &Ledger) -> Option<String> {
        let sql = format!(
            "SELECT concat('process ', a.pid, ', ', nullif(a.application_name, '') || ', ', \
             'user ' || a.usename || ', ', coalesce('from ' || host(a.client_addr), 'local'), \
             ', since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC') \
             FROM pg_locks l JOIN pg_stat_activity a USING (pid) \
             WHERE {}",
            in_pg_locks(ledger.lock_key())
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(&mut *self.connection).await.ok()??.try_get(0).ok()
    }

    pub(crate) async fn run(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        match unit.atomic {
            true => self.run_atomic(unit, ledger, follow).await,
            false => self.run_one_by_one(unit, ledger, follow).await,
        }
    }

    async fn run_atomic(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        let message = Message::new(unit, &guard(unit, ledger, !self.lock.is_beside()));
        self.connection.soil();
        let mut done = |completed: usize, rows| {
            if let Some((Some(piece), _)) = message.starts.get(completed) {
                follow.done(*piece, Some(rows));
            }
        };
        let (completed, failed) = send!(self.connection, message.sql.clone(), done);
        let Some(error) = failed else {
            self.connection.cleaned();
            return Ok(Outcome::Done);
        };
        // The transaction is aborted but open. If this fails, too, the connection is gone, and so is the transaction.
        if sqlx::raw_sql("ROLLBACK").execute(&mut *self.connection).await.is_ok() {
            self.connection.cleaned();
        }
        match sqlstate(&error) {
            Some(BUSY) => return Ok(Outcome::Busy),
            Some(CHANGED) => return Ok(Outcome::Changed),
            _ => (),
        }
        let (piece, offset) = message.locate(completed, position(&error));
        Err(UnitFailure { cause: Cause::Driver(error), piece, offset })
    }

    /// Several statements in one message would be one transaction, which is what these must not stand in.
    async fn run_one_by_one(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        if let Some(expect) = &unit.expect {
            let sql = format!("SELECT {}", ledger.condition(Dialect::Postgres, expect));
            let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await;
            let holds = row.and_then(|row| row.try_get::<bool, _>(0)).map_err(|error| UnitFailure::new(error, None))?;
            if !holds {
                return Ok(Outcome::Changed);
            }
        }
        for (i, piece) in unit.pieces.iter().enumerate() {
            // What nobody guards must not begin.
            if matches!(piece, Piece::Statement { .. }) {
                self.lock.check().await.map_err(|error| UnitFailure::new(error, None))?;
            }
            let sent = sqlx::raw_sql(AssertSqlSafe(piece.sql().to_owned())).execute(&mut *self.connection).await;
            let error = match sent {
                Ok(result) => {
                    follow.done(i, Some(result.rows_affected()));
                    continue;
                }
                Err(error) => error,
            };
            if let (Piece::Statement { step, .. }, Some(_)) = (piece, error.as_database_error()) {
                let refused = ledger.refused(Dialect::Postgres, &unit.steps[*step].id);
                // If the mark cannot be written the next run asks a person, which is right.
                let _ = sqlx::raw_sql(AssertSqlSafe(refused)).execute(&mut *self.connection).await;
            }
            let offset = position(&error).map(|position| position - 1);
            return Err(UnitFailure { cause: Cause::Driver(error), piece: Some(i), offset });
        }
        Ok(Outcome::Done)
    }
}

/// The condition on `pg_locks l` for the lock with this key.
fn in_pg_locks(key: i64) -> String {
    // A bigint key stands there as two halves, with objsubid 1.
    let key = key as u64;
    format!(
        "l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = {} AND l.objid = {} \
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        key >> 32,
        key & 0xffff_ffff
    )
}

/// Takes the lock, unless it is held already, and checks that the ledger is what the plan was made from. Each statement of a `DO` block sees what
/// was committed before it began, so the check sees what the lock's last holder did.
fn guard(unit: &Unit, ledger: &Ledger, lock: bool) -> String {
    let holds = match &unit.expect {
        Some(expect) => ledger.condition(Dialect::Postgres, expect),
        None => format!("to_regclass({}) IS NULL", Dialect::Postgres.quote_text(&ledger.name(Dialect::Postgres))),
    };
    let holds = match &unit.also {
        Some(also) => format!("{holds} AND {also}"),
        None => holds,
    };
    let lock = match lock {
        true => format!(
            "IF NOT pg_try_advisory_xact_lock({}) THEN\n        \
             RAISE EXCEPTION 'another process is migrating' USING ERRCODE = '{BUSY}';\n    \
             END IF;\n    ",
            ledger.lock_key()
        ),
        false => String::new(),
    };
    let body = format!(
        "BEGIN\n    \
         {lock}IF NOT ({holds}) THEN\n        \
         RAISE EXCEPTION 'another process has migrated' USING ERRCODE = '{CHANGED}';\n    \
         END IF;\nEND"
    );
    let mut tag = String::from("$migrate$");
    while body.contains(&tag) {
        tag.insert(1, '_');
    }
    format!("DO {tag}\n{body}\n{tag}")
}

/// The pieces of a unit as one text, and where each begins in it.
struct Message {
    sql: String,
    /// Index of the piece (none for the guard) and offset of its first character, in characters.
    starts: Vec<(Option<usize>, usize)>,
}

impl Message {
    fn new(unit: &Unit, guard: &str) -> Message {
        let mut message = Message { sql: String::new(), starts: Vec::new() };
        let mut characters = 0;
        let mut push = |piece: Option<usize>, sql: &str| {
            message.starts.push((piece, characters));
            message.sql.push_str(sql);
            message.sql.push_str(";\n");
            characters += sql.chars().count() + 2;
        };
        for (i, piece) in unit.pieces.iter().enumerate() {
            push(Some(i), piece.sql());
            if i == 0 {
                push(None, guard);
            }
        }
        message
    }

    /// Which piece failed, and where in it. Errors that are found when the message is read have only a position, errors
    /// that are found when a statement runs may have none; then the results tell which statement it was.
    fn locate(&self, completed: usize, position: Option<usize>) -> (Option<usize>, Option<usize>) {
        match position {
            Some(position) => {
                let offset = position.saturating_sub(1);
                let at = self.starts.partition_point(|(_, start)| *start <= offset).saturating_sub(1);
                let (piece, start) = self.starts[at];
                (piece, Some(offset - start))
            }
            None => (self.starts.get(completed).and_then(|(piece, _)| *piece), None),
        }
    }
}

fn postgres_error(error: &sqlx::Error) -> Option<&PgDatabaseError> {
    error.as_database_error()?.try_downcast_ref()
}

fn sqlstate(error: &sqlx::Error) -> Option<&str> {
    postgres_error(error).map(PgDatabaseError::code)
}

/// In characters of the message, from 1.
fn position(error: &sqlx::Error) -> Option<usize> {
    match postgres_error(error)?.position()? {
        PgErrorPosition::Original(position) => Some(position),
        // In a query that the server made itself, such as a statement of a function: it is not in our text.
        PgErrorPosition::Internal { .. } => None,
    }
}
