//! PostgreSQL: an atomic unit is one message of the simple protocol, with the lock and the check of the ledger inside,
//! so that nothing depends on the session (PgBouncer may hand out another one for each transaction) and nothing leaks.

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::limits::Limits;
use migrate_core::probe::Probe;
use migrate_core::script::{Piece, Unit};
use sqlx::postgres::{PgConnectOptions, PgDatabaseError, PgErrorPosition};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, PgConnection, Postgres, Row as _};

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
    pub(super) limits: Limits,
    /// A lease stands in for advisory locks.
    leased: bool,
    /// `lock_timeout` and `statement_timeout` of the session as it was when its lock was taken.
    before: Option<[String; 2]>,
}

impl<'c> PgSession<'c> {
    pub(crate) fn new(connection: Result<Held<'c, Postgres>, sqlx::Error>) -> Result<Self, Error> {
        let connection = connection.map_err(Error::connect)?;
        if connection.is_in_transaction() {
            return Err(Error::InTransaction);
        }
        Ok(PgSession { connection, limits: Limits::default(), leased: false, before: None })
    }

    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let options: PgConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let options =
            if options.get_application_name().is_none() { options.application_name("migrate") } else { options };
        let connection = PgConnection::connect_with(&options.disable_statement_logging()).await;
        let connection = Held::owned(connection.map_err(|error| Error::connect_url(url, error))?);
        Ok(PgSession { connection, limits: Limits::default(), leased: false, before: None })
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
        // A blocking pg_advisory_lock would deadlock with CREATE INDEX CONCURRENTLY, which waits for all transactions
        // that are open, the waiting one included.
        let sql = format!(
            "SELECT pg_try_advisory_lock({}), current_setting('lock_timeout'), current_setting('statement_timeout')",
            ledger.lock_key()
        );
        self.connection.soil();
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        let locked: bool = row.try_get(0)?;
        match locked {
            true => self.before = Some([row.try_get(1)?, row.try_get(2)?]),
            false => self.connection.cleaned(),
        }
        Ok(locked)
    }

    pub(crate) async fn leased(&mut self) -> Result<(), sqlx::Error> {
        self.leased = true;
        self.connection.soil();
        let sql = "SELECT current_setting('lock_timeout'), current_setting('statement_timeout')";
        let row = sqlx::raw_sql(sql).fetch_one(&mut *self.connection).await?;
        self.before = Some([row.try_get(0)?, row.try_get(1)?]);
        Ok(())
    }

    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        let mut sql = match self.leased {
            true => "SELECT 1".to_owned(),
            false => format!("SELECT pg_advisory_unlock({})", ledger.lock_key()),
        };
        if let Some([lock, statement]) = self.before.take() {
            sql.push_str(&format!("; {}; {}", set("lock_timeout", &lock), set("statement_timeout", &statement)));
        }
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await?;
        self.connection.cleaned();
        Ok(())
    }

    pub(crate) async fn holder(&mut self, ledger: &Ledger) -> Option<String> {
        // A bigint key stands in pg_locks as two halves, with objsubid 1.
        let key = ledger.lock_key() as u64;
        let sql = format!(
            "SELECT concat('process ', a.pid, ', ', nullif(a.application_name, '') || ', ', \
             'user ' || a.usename || ', ', coalesce('from ' || host(a.client_addr), 'local'), \
             ', since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC') \
             FROM pg_locks l JOIN pg_stat_activity a USING (pid) \
             WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = {} AND l.objid = {} \
             AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            key >> 32,
            key & 0xffff_ffff
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
        let message = Message::new(unit, &guard(unit, ledger, &self.limits, !self.leased));
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
        let holds = match &unit.expect {
            Some(expect) => ledger.condition(Dialect::Postgres, expect),
            None => "true".to_owned(),
        };
        // The limits of the session travel with the check.
        let sql = format!("{}SELECT {holds}", self.set_limits(unit));
        let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *self.connection).await;
        let holds = rows.and_then(|rows| rows.last().ok_or(sqlx::Error::RowNotFound)?.try_get::<bool, _>(0));
        if !holds.map_err(|error| UnitFailure::new(error, None))? {
            return Ok(Outcome::Changed);
        }
        if unit.again {
            self.drop_invalid_index(unit, follow).await?;
        }
        for (i, piece) in unit.pieces.iter().enumerate() {
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

impl PgSession<'_> {
    /// What sets the limits of the session for a unit whose statements stand alone. They are set back with the lock.
    fn set_limits(&self, unit: &Unit) -> String {
        let Some([lock, statement]) = &self.before else { return String::new() };
        // It waits for all transactions that are open, and makes nobody wait.
        let concurrent =
            unit.pieces.iter().any(|piece| matches!(piece, Piece::Statement { .. }) && is_concurrent(piece));
        let lock = match self.limits.table_lock.milliseconds() {
            Some(milliseconds) => milliseconds.to_string(),
            None if lock != "0" => lock.clone(),
            None if concurrent => "0".to_owned(),
            None => Limits::TABLE_LOCK.as_millis().to_string(),
        };
        let statement = self.limits.statement.milliseconds().map_or_else(|| statement.clone(), |ms| ms.to_string());
        format!("{}; {}; ", set("lock_timeout", &lock), set("statement_timeout", &statement))
    }

    /// Removes what the statement that is about to be tried again left behind when it failed.
    async fn drop_invalid_index(&mut self, unit: &Unit, follow: &Follow<'_>) -> Result<(), UnitFailure> {
        let first = unit.pieces.iter().enumerate().find_map(|(at, piece)| match piece {
            Piece::Statement { statement, .. } => Some((at, piece, statement)),
            Piece::Control(_) | Piece::Ledger(_) => None,
        });
        let Some((at, _, statement)) = first.filter(|(_, piece, _)| is_concurrent(piece)) else { return Ok(()) };
        let Some(Probe::Thing(thing)) = &statement.probe else { return Ok(()) };
        let Some(sql) = thing.invalid_index() else { return Ok(()) };
        let failed = |error| UnitFailure::new(error, Some(at));
        let found = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(&mut *self.connection).await.map_err(failed)?;
        let Some(name) = found.map(|row| row.try_get::<String, _>(0)).transpose().map_err(failed)? else {
            return Ok(());
        };
        let sql = format!("DROP INDEX CONCURRENTLY {name}");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await.map_err(failed)?;
        follow.dropped_index(at, &name);
        Ok(())
    }

    /// Who holds locks on what the statement names. It has stopped waiting by now, so that `pg_blocking_pids` knows
    /// nothing any more, and nobody here can read SQL: a name in the text is taken for what it names.
    pub(super) async fn blockers(&mut self, sql: &str) -> Result<Vec<String>, sqlx::Error> {
        let sql = format!(
            "SELECT concat('process ', a.pid, ', ', nullif(a.application_name, '') || ', ', 'user ' || a.usename || ', ', \
             coalesce('from ' || host(a.client_addr), 'local'), ', ' || a.state, ', since ' || \
             to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC', ', holds ' || \
             string_agg(DISTINCT l.mode || ' on ' || c.relname, ', ')) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation \
             JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.granted AND l.pid <> pg_backend_pid() AND l.database = (SELECT \
             oid FROM pg_database WHERE datname = current_database()) AND c.relkind IN ('r', 'p', 'm', 'v', 'f', 'S') AND \
             position(lower(c.relname) IN lower({})) > 0 GROUP BY a.pid, a.application_name, a.usename, a.client_addr, \
             a.state, a.xact_start ORDER BY a.xact_start LIMIT 5",
            Dialect::Postgres.quote_text(sql)
        );
        let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *self.connection).await?;
        rows.iter().map(|row| row.try_get(0)).collect()
    }
}

/// Sets a setting of the session.
fn set(name: &str, value: &str) -> String {
    format!("SELECT set_config('{name}', {}, false)", Dialect::Postgres.quote_text(value))
}

/// Whether `CONCURRENTLY` stands in a statement.
fn is_concurrent(piece: &Piece) -> bool {
    piece
        .sql()
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| word.eq_ignore_ascii_case("concurrently"))
}

/// Sets the limits for the transaction that a guard stands in.
fn set_local(limits: &Limits) -> String {
    let set = |name: &str, milliseconds: u64| format!("PERFORM set_config('{name}', '{milliseconds}', true);\n    ");
    let mut out = match limits.table_lock.milliseconds() {
        Some(milliseconds) => set("lock_timeout", milliseconds),
        // The server's own setting, if it has one, is somebody's word.
        None => format!(
            "IF current_setting('lock_timeout') = '0' THEN\n        {}END IF;\n    ",
            set("lock_timeout", Limits::TABLE_LOCK.as_millis() as u64)
        ),
    };
    out.extend(limits.statement.milliseconds().map(|milliseconds| set("statement_timeout", milliseconds)));
    out
}

/// Takes the lock and checks that the ledger is what the plan was made from. Each statement of a `DO` block sees what
/// was committed before it began, so the check sees what the lock's last holder did.
fn guard(unit: &Unit, ledger: &Ledger, limits: &Limits, lock: bool) -> String {
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
        "BEGIN\n    {}{lock}\
         IF NOT ({holds}) THEN\n        \
         RAISE EXCEPTION 'another process has migrated' USING ERRCODE = '{CHANGED}';\n    \
         END IF;\nEND",
        set_local(limits),
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
