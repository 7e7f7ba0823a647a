//! PostgreSQL: an atomic unit is one message of the simple protocol, with the lock and the check of the ledger inside,
//! so that nothing depends on the session (PgBouncer may hand out another one for each transaction) and nothing leaks.

use migrate_core::Dialect;
use migrate_core::ledger::{Ledger, Tally};
use migrate_core::limits::Limits;
use migrate_core::probe::Probe;
use migrate_core::script::{Piece, Unit, terminator};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, PgConnection, Postgres, Row as _};

use super::pg_lock::PgLock;
use super::pg_message::{BUSY, CHANGED, Message, guard, position, set, set_local, sqlstate};
use super::{Detail, Held, Outcome, State, UnitFailure, read_row, read_tally, send, sets_session};
use crate::error::Error;
use crate::event::{Follow, starts_with_any};
use crate::failure::Cause;
use crate::stop::Breaker;

/// undefined_table, invalid_schema_name.
const NO_TABLE: [&str; 2] = ["42P01", "3F000"];

pub(crate) struct PgSession<'c> {
    pub(super) connection: Held<'c, Postgres>,
    lock: PgLock,
    pub(super) limits: Limits,
    /// A lease stands in for advisory locks.
    leased: bool,
    /// A comment that travels with the statements of revisions, by which the server's process is found that runs them:
    /// behind a pooler it may be another one each time. Empty if nobody is going to look.
    mark: String,
    /// Where names without a schema are looked up, if the session was turned to one.
    pub(super) search_path: Option<String>,
    /// Where it looks for names, and where the ledger is, while it may look elsewhere.
    home: Option<Home>,
    /// The session's own while it looks there, and whether the connection was clean before.
    path_before: Option<(String, bool)>,
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
        Ok(PgSession::of(connection, options))
    }

    fn of(connection: Held<'c, Postgres>, options: Option<PgConnectOptions>) -> Self {
        let (lock, limits) = (PgLock::of(options), Limits::default());
        PgSession {
            connection,
            lock,
            limits,
            leased: false,
            mark: String::new(),
            search_path: None,
            home: None,
            path_before: None,
        }
    }

    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let options: PgConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let options =
            if options.get_application_name().is_none() { options.application_name("migrate") } else { options };
        let options = options.disable_statement_logging();
        let connection = PgConnection::connect_with(&options).await.map_err(|error| Error::connect_url(url, error))?;
        Ok(PgSession::of(Held::owned(connection), Some(options)))
    }

    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        let sql = detail.sql(ledger, Dialect::Postgres);
        let rows = match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *self.connection).await {
            Ok(rows) => rows,
            Err(error) if sqlstate(&error).is_some_and(|code| NO_TABLE.contains(&code)) => {
                return Ok(State::empty(Dialect::Postgres, false));
            }
            Err(error) => return Err(error),
        };
        let rows = rows.iter().map(|row| read_row!(row, i32, detail)).collect::<Result<_, sqlx::Error>>()?;
        Ok(State { rows, ..State::empty(Dialect::Postgres, true) })
    }

    /// A state without rows: whether there is a ledger, and whether it is what is expected.
    pub(crate) async fn read_tally(
        &mut self,
        ledger: &Ledger,
        expected: impl Fn(Dialect) -> Option<Tally>,
    ) -> Result<State, sqlx::Error> {
        let sql = ledger.select_tally(Dialect::Postgres);
        match sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await {
            Ok(row) => {
                let tally = read_tally!(&row);
                let settled = tally.is_some() && tally == expected(Dialect::Postgres);
                Ok(State { settled, ..State::empty(Dialect::Postgres, true) })
            }
            Err(error) if sqlstate(&error).is_some_and(|code| NO_TABLE.contains(&code)) => {
                Ok(State::empty(Dialect::Postgres, false))
            }
            Err(error) => Err(error),
        }
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

    pub(crate) async fn leased(&mut self) -> Result<(), sqlx::Error> {
        self.leased = true;
        Ok(())
    }

    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        if self.lock.is_beside() {
            self.lock.release().await;
            return Ok(());
        }
        if self.leased {
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
             WHERE ({}) OR ({}) ORDER BY a.xact_start LIMIT 1",
            in_pg_locks(ledger.work_key()),
            in_pg_locks(ledger.lock_key())
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(&mut *self.connection).await.ok()??.try_get(0).ok()
    }

    /// Whether the server still works on a statement that a killed process sent: it notices at the end that nobody listens.
    /// Only what stands in no transaction is asked for; the rest has a lock.
    pub(crate) async fn is_running(&mut self, statement: &str) -> Result<bool, sqlx::Error> {
        // The server keeps the first thousand bytes.
        let beginning: String = statement.chars().take(200).collect();
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND \
             state = 'active' AND strpos(query, {}) > 0)",
            Dialect::Postgres.quote_text(&beginning)
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?.try_get(0)
    }

    /// What cancels the statement that carries the mark.
    pub(crate) fn arm(&mut self) -> Breaker {
        self.mark = format!("/* migrate {:016x}{:016x} */ ", crate::pause::seed(), crate::pause::seed());
        Breaker::Sql(format!(
            "SELECT pg_cancel_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> \
             pg_backend_pid() AND state = 'active' AND strpos(query, {}) > 0",
            Dialect::Postgres.quote_text(self.mark.trim_end())
        ))
    }

    pub(crate) fn disarm(&mut self) {
        self.mark.clear();
    }

    pub(crate) async fn run(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        if unit.pieces.iter().any(sets_session) {
            self.connection.spoil();
        }
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
        let keys = [
            (!self.lock.is_beside()).then(|| ledger.lock_key()),
            // Who holds the lock beside has to wait for what a process sent that held it before, and was killed.
            Some(ledger.work_key()),
        ];
        // A lease is for servers that have no such locks.
        let keys: Vec<i64> = keys.into_iter().flatten().filter(|_| !self.leased).collect();
        let message = Message::new(unit, &format!("{}{}", self.mark, guard(unit, ledger, &self.limits, &keys)));
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

    /// Several statements in one message would be one transaction, which is what these must not stand in; but for those
    /// that share one with their mark.
    async fn run_one_by_one(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        if let Some(expect) = &unit.expect {
            let condition = ledger.condition(Dialect::Postgres, expect);
            let free = match self.leased {
                true => "true".to_owned(),
                false => format!("pg_try_advisory_xact_lock({})", ledger.work_key()),
            };
            let sql = format!("SELECT {free}, {condition}");
            let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await;
            let read = row.and_then(|row| Ok((row.try_get::<bool, _>(0)?, row.try_get::<bool, _>(1)?)));
            match read.map_err(|error| UnitFailure::new(error, None))? {
                (false, _) => return Ok(Outcome::Busy),
                (true, false) => return Ok(Outcome::Changed),
                (true, true) => (),
            }
        }
        if unit.again {
            self.drop_invalid_index(unit, follow).await?;
        }
        let mut next = 0;
        while let Some(piece) = unit.pieces.get(next) {
            let i = next;
            // What nobody guards must not begin.
            if !matches!(piece, Piece::Ledger(_)) {
                self.lock.check().await.map_err(|error| UnitFailure::new(error, None))?;
            }
            let is_control = |piece: &Piece| matches!(piece, Piece::Control(_));
            // Other controls say where names are looked for.
            let begins = is_control(piece) && piece.sql().starts_with("BEGIN");
            let commit = unit.pieces[i + 1..].iter().position(is_control).filter(|_| begins);
            next = i + 1 + commit.map_or(0, |commit| commit + 1);
            let (piece, sent) = match &unit.pieces[i..next] {
                [begin, statement, marks @ .., commit] => {
                    (i + 1, self.send_with_mark(begin, statement, marks, commit).await)
                }
                _ => (i, self.send_alone(piece).await),
            };
            let (error, offset) = match sent {
                Ok(rows) => {
                    (piece..next).for_each(|at| follow.done(at, Some(rows).filter(|_| at == piece)));
                    continue;
                }
                Err(failed) => failed,
            };
            if let (Piece::Statement { step, .. }, Some(_)) = (&unit.pieces[piece], error.as_database_error()) {
                let refused = ledger.refused(Dialect::Postgres, &unit.steps[*step].id);
                // If the mark cannot be written the next run asks a person, which is right.
                let _ = sqlx::raw_sql(AssertSqlSafe(refused)).execute(&mut *self.connection).await;
            }
            return Err(UnitFailure { cause: Cause::Driver(error), piece: Some(piece), offset });
        }
        Ok(Outcome::Done)
    }

    /// Sends a statement with the mark that it is done, in their transaction: how many rows it wrote, or what went wrong
    /// and where in it.
    async fn send_with_mark(
        &mut self,
        begin: &Piece,
        statement: &Piece,
        marks: &[Piece],
        commit: &Piece,
    ) -> Result<u64, (sqlx::Error, Option<usize>)> {
        let before = format!("{};\n{}{}", begin.sql(), self.mark, set_local(&self.limits));
        let statement = statement.sql();
        let behind: String = marks.iter().chain([commit]).map(|piece| format!("{};\n", piece.sql())).collect();
        let mut results = Vec::new();
        self.connection.soil();
        let message = format!("{before}{statement}{}{behind}", terminator(statement));
        let (_, failed) = send!(self.connection, message, |_, rows| results.push(rows));
        let Some(error) = failed else {
            self.connection.cleaned();
            // Its result stands before those of what is behind it.
            return Ok(results.iter().rev().nth(marks.len() + 1).copied().unwrap_or(0));
        };
        if sqlx::raw_sql("ROLLBACK").execute(&mut *self.connection).await.is_ok() {
            self.connection.cleaned();
        }
        let offset = position(&error).and_then(|position| position.checked_sub(before.chars().count() + 1));
        Err((error, offset.filter(|offset| *offset < statement.chars().count())))
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

/// Where a session is before it looks elsewhere.
struct Home {
    /// The schema of the ledger.
    schema: String,
    /// The `search_path`.
    path: String,
}

impl PgSession<'_> {
    /// What is going to run may look for names elsewhere, and is in no transaction that would undo it.
    pub(super) async fn leave(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        let name = Dialect::Postgres.quote_text(&ledger.name(Dialect::Postgres));
        let sql = format!(
            "SELECT coalesce((SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n \
             ON n.oid = c.relnamespace WHERE c.oid = to_regclass({name})), current_schema())::text, \
             current_setting('search_path')"
        );
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        // Without a schema to make things in, making the ledger says what is wrong.
        let schema: Option<String> = row.try_get(0)?;
        self.home = schema.map(|schema| row.try_get(1).map(|path| Home { schema, path })).transpose()?;
        Ok(())
    }

    /// The ledger as it is found from wherever the session looks.
    pub(super) fn placed(&self, ledger: &Ledger) -> Ledger {
        match (&self.home, &ledger.schema) {
            (Some(home), None) => Ledger { schema: Some(home.schema.clone().into()), table: ledger.table.clone() },
            (Some(_), Some(_)) | (None, _) => ledger.clone(),
        }
    }

    /// What makes it look for names where it did.
    pub(super) fn way_home(&self) -> Option<String> {
        self.home.as_ref().map(|home| set("search_path", &home.path))
    }

    /// Statements that stand alone, and questions about them, find names where those in transactions do.
    pub(super) async fn look_there(&mut self) -> Result<(), sqlx::Error> {
        let Some(path) = &self.search_path else { return Ok(()) };
        let sql = "SELECT current_setting('search_path')";
        let before = sqlx::raw_sql(sql).fetch_one(&mut *self.connection).await?.try_get(0)?;
        let set = set("search_path", path);
        self.path_before = Some((before, self.connection.clean));
        self.connection.soil();
        sqlx::raw_sql(AssertSqlSafe(set)).execute(&mut *self.connection).await.map(drop)
    }

    /// The `search_path` is again what it was.
    pub(super) async fn look_back(&mut self) -> Result<(), sqlx::Error> {
        if let Some(home) = self.way_home() {
            // What was refused behind a change of it has left it changed.
            sqlx::raw_sql(AssertSqlSafe(home)).execute(&mut *self.connection).await?;
            self.home = None;
        }
        let Some((before, clean)) = self.path_before.take() else { return Ok(()) };
        let set = set("search_path", &before);
        sqlx::raw_sql(AssertSqlSafe(set)).execute(&mut *self.connection).await?;
        if clean {
            self.connection.cleaned();
        }
        Ok(())
    }

    /// Sends a piece on its own: how many rows it wrote, or what went wrong and where in the piece.
    ///
    /// The limits travel with it and make a transaction of the two, which leaves nothing on a session that is, behind a
    /// pooler, somebody else's a moment later. What stands in no transaction is sent without: it makes nobody wait.
    async fn send_alone(&mut self, piece: &Piece) -> Result<u64, (sqlx::Error, Option<usize>)> {
        let (mark, limits) = match piece {
            Piece::Statement { .. } if !stands_alone(piece) => (self.mark.clone(), set_local(&self.limits)),
            Piece::Statement { .. } => (self.mark.clone(), String::new()),
            Piece::Control(_) | Piece::Ledger(_) => (String::new(), String::new()),
        };
        match self.send_behind(&format!("{mark}{limits}"), piece).await {
            // active_sql_transaction: it was refused before it did anything.
            Err((error, _)) if !limits.is_empty() && sqlstate(&error) == Some("25001") => {
                self.send_behind(&mark, piece).await
            }
            sent => sent,
        }
    }

    /// Sends a piece behind something that is not of its revision: where in the piece something went wrong.
    async fn send_behind(&mut self, before: &str, piece: &Piece) -> Result<u64, (sqlx::Error, Option<usize>)> {
        let mut rows = 0;
        let (_, failed) = send!(self.connection, format!("{before}{}", piece.sql()), |_, last| rows = last);
        let Some(error) = failed else { return Ok(rows) };
        let offset = position(&error).and_then(|position| position.checked_sub(before.chars().count() + 1));
        Err((error, offset))
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

/// Whether `CONCURRENTLY` stands in a statement.
fn is_concurrent(piece: &Piece) -> bool {
    piece
        .sql()
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| word.eq_ignore_ascii_case("concurrently"))
}

/// Whether a statement is one that stands in no transaction, or had better not: it ends one, or may do so.
fn stands_alone(piece: &Piece) -> bool {
    let first = [
        "ABORT",
        "BEGIN",
        "CALL",
        "COMMIT",
        "DISCARD",
        "DO",
        "END",
        "PREPARE",
        "RELEASE",
        "RESET",
        "ROLLBACK",
        "SAVEPOINT",
        "SET",
        "START",
        "VACUUM",
    ];
    is_concurrent(piece) || starts_with_any(piece.sql(), &first)
}
