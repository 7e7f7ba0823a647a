//! What differs between servers when a script runs: reading the ledger, the lock, and how a unit is sent. The loop that
//! uses it is in `executor`, once.

mod held;
#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod pg_lock;
#[cfg(feature = "postgres")]
mod pg_message;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg_attr(not(any(feature = "postgres", feature = "mysql", feature = "sqlite")), allow(dead_code))]
mod spelled;
#[cfg(feature = "sqlite")]
mod sqlite;
mod state;

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::limits::Limits;
use migrate_core::packed::Preamble;
use migrate_core::script::Unit;
use sqlx::{AssertSqlSafe, Row as _};

use crate::database::Database;
use crate::error::Error;
use crate::event::Follow;
use crate::failure::Cause;
use crate::migrations::Migrations;
use crate::stop::Breaker;

use held::Held;
#[allow(unused_imports, reason = "unused when no server is enabled")]
use held::sets_session;
pub(crate) use state::{Detail, State};
#[allow(unused_imports, reason = "unused when no server is enabled")]
use state::{read_row, read_tally};

/// What became of a unit that did not fail.
#[allow(dead_code, reason = "MySQL's lock covers the run, so that its units find nothing changed")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It ran.
    Done,
    /// Somebody else holds the lock; nothing ran.
    Busy,
    /// The ledger is not what the plan was made from; nothing ran.
    Changed,
}

/// A unit failed.
#[derive(Debug)]
pub(crate) struct UnitFailure {
    /// What went wrong.
    pub(crate) cause: Cause,
    /// Index of the piece that failed, if it is known.
    pub(crate) piece: Option<usize>,
    /// Where in the piece, in characters from 0, if the server said so.
    pub(crate) offset: Option<usize>,
}

impl UnitFailure {
    fn new(error: sqlx::Error, piece: Option<usize>) -> UnitFailure {
        UnitFailure { cause: Cause::Driver(error), piece, offset: None }
    }
}

/// A connection on which scripts run.
pub(crate) enum Session<'c> {
    #[cfg(feature = "postgres")]
    Postgres(postgres::PgSession<'c>),
    #[cfg(feature = "mysql")]
    MySql(mysql::MySqlSession<'c>),
    #[cfg(feature = "sqlite")]
    Sqlite(sqlite::SqliteSession<'c>),
}

/// One arm a driver: they have the same methods, and async methods of a trait would not be `Send` by themselves.
macro_rules! each {
    ($session:expr, $it:ident => $body:expr) => {
        match $session {
            #[cfg(feature = "postgres")]
            Session::Postgres($it) => $body,
            #[cfg(feature = "mysql")]
            Session::MySql($it) => $body,
            #[cfg(feature = "sqlite")]
            Session::Sqlite($it) => $body,
        }
    };
}

impl<'c> Session<'c> {
    /// Takes a connection from what the user gave. `apart`: it is going to look into another schema than the one that it
    /// comes from. `create` makes a missing SQLite file.
    #[allow(unused_variables, reason = "only MySQL leaves its database")]
    pub(crate) async fn open(database: Database<'c>, apart: bool, create: bool) -> Result<Session<'c>, Error> {
        let session = match database {
            #[cfg(feature = "postgres")]
            Database::PgPool(pool) => {
                let options = Some(pool.connect_options().as_ref().clone());
                Session::Postgres(postgres::PgSession::new(Held::pooled(pool.acquire().await), options)?)
            }
            #[cfg(feature = "postgres")]
            Database::Pg(connection) => Session::Postgres(postgres::PgSession::new(Held::borrowed(connection), None)?),
            // A connection that has left its database does not find the way back.
            #[cfg(feature = "mysql")]
            Database::MySqlPool(_) if apart => Session::beside(&database).await?,
            #[cfg(feature = "mysql")]
            Database::MySqlPool(pool) => Session::MySql(mysql::MySqlSession::new(Held::pooled(pool.acquire().await))?),
            #[cfg(feature = "mysql")]
            Database::MySql(connection) => Session::MySql(mysql::MySqlSession::new(Held::borrowed(connection))?),
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(pool) => {
                Session::Sqlite(sqlite::SqliteSession::new(Held::pooled(pool.acquire().await))?)
            }
            #[cfg(feature = "sqlite")]
            Database::Sqlite(connection) => Session::Sqlite(sqlite::SqliteSession::new(Held::borrowed(connection))?),
            Database::Url(url) => Session::connect(&url, create).await?,
        };
        Ok(session)
    }

    #[allow(unused_variables, reason = "only SQLite can make what is missing")]
    async fn connect(url: &str, create: bool) -> Result<Session<'c>, Error> {
        let scheme = url.split(':').next().unwrap_or_default();
        match scheme {
            #[cfg(feature = "postgres")]
            "postgres" | "postgresql" => Ok(Session::Postgres(postgres::PgSession::connect(url).await?)),
            #[cfg(feature = "mysql")]
            "mysql" | "mariadb" => Ok(Session::MySql(mysql::MySqlSession::connect(url).await?)),
            #[cfg(feature = "sqlite")]
            "sqlite" => Ok(Session::Sqlite(sqlite::SqliteSession::connect(url, create).await?)),
            _ => Err(Error::UnsupportedUrl { scheme: scheme.to_owned(), supported: crate::database::SCHEMES }),
        }
    }

    /// What is going to run turns to another database, or schema. `ledger` is looked for where the session is.
    ///
    /// # Errors
    ///
    /// The server does not say where that is.
    #[allow(unused_variables, reason = "which drivers there are depends on the features")]
    pub(crate) async fn leave(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        match self {
            #[cfg(feature = "mysql")]
            Session::MySql(session) => {
                session.leaves = true;
                Ok(())
            }
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => session.leave(ledger).await,
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => Ok(()),
        }
    }

    /// What brings the session to where it was when the work began, where it may be elsewhere meanwhile.
    pub(crate) fn way_home(&self) -> Option<String> {
        match self {
            #[cfg(feature = "mysql")]
            Session::MySql(session) => session.way_home(),
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => session.way_home(),
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => None,
        }
    }

    /// The ledger as it is found from wherever the session is.
    pub(crate) fn placed(&self, ledger: &Ledger) -> Ledger {
        match self {
            #[cfg(feature = "mysql")]
            Session::MySql(session) => session.placed(ledger),
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => session.placed(ledger),
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => ledger.clone(),
        }
    }

    /// Turns to the schema that the migrations are aimed at, if they are.
    ///
    /// # Errors
    ///
    /// No server has a schema of this name, or this one has no schemas.
    pub(crate) fn enter(&mut self, migrations: &Migrations) -> Result<(), Error> {
        let Some(schema) = migrations.schema() else { return Ok(()) };
        schema.check(&migrations.preamble().ledger, self.family())?;
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => {
                session.search_path = Some(schema.search_path());
                Ok(())
            }
            #[cfg(feature = "mysql")]
            Session::MySql(session) => session.enter(schema),
            #[cfg(feature = "sqlite")]
            Session::Sqlite(_) => Ok(()),
        }
    }

    /// Under a lock that outlives transactions, the session itself looks into the schema that it was turned to.
    pub(crate) async fn look_there(&mut self) -> Result<(), sqlx::Error> {
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => session.look_there().await,
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => Ok(()),
        }
    }

    /// The opposite, before the lock is given back.
    pub(crate) async fn look_back(&mut self) -> Result<(), sqlx::Error> {
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(session) => session.look_back().await,
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => Ok(()),
        }
    }

    /// Connects once more to what the user gave, apart from any pool: it may be as small as one connection.
    pub(crate) async fn beside(database: &Database<'_>) -> Result<Session<'static>, Error> {
        use sqlx::ConnectOptions as _;
        match database {
            #[cfg(feature = "postgres")]
            Database::PgPool(pool) => {
                let options = pool.connect_options().as_ref().clone();
                let connection = options.connect().await.map_err(Error::connect)?;
                Ok(Session::Postgres(postgres::PgSession::new(Ok(Held::owned(connection)), Some(options))?))
            }
            #[cfg(feature = "mysql")]
            Database::MySqlPool(pool) => {
                let connection = pool.connect_options().connect().await.map_err(Error::connect)?;
                Ok(Session::MySql(mysql::MySqlSession::new(Ok(Held::owned(connection)))?))
            }
            #[cfg(feature = "sqlite")]
            Database::SqlitePool(pool) => {
                let connection = pool.connect_options().connect().await.map_err(Error::connect)?;
                Ok(Session::Sqlite(sqlite::SqliteSession::new(Ok(Held::owned(connection)))?))
            }
            Database::Url(url) => Session::connect(url, true).await,
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => Err(Error::LeaseNeedsPool),
        }
    }

    /// Runs a statement: how many rows it wrote.
    pub(crate) async fn affect(&mut self, sql: String) -> Result<u64, sqlx::Error> {
        each!(self, it => {
            let sent = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *it.connection).await;
            sent.map(|result| result.rows_affected())
        })
    }

    /// Somebody holds a lease: the session does without the server's own locks. What its limits are is noted, so that
    /// [`Session::unlock`] can set them back.
    pub(crate) async fn leased(&mut self) -> Result<(), sqlx::Error> {
        each!(self, it => it.leased().await)
    }

    /// The dialect as far as it is known before anything was asked.
    pub(crate) fn family(&self) -> Dialect {
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(_) => Dialect::Postgres,
            #[cfg(feature = "mysql")]
            Session::MySql(_) => Dialect::MySql,
            #[cfg(feature = "sqlite")]
            Session::Sqlite(_) => Dialect::Sqlite,
        }
    }

    /// Reads the ledger: one query, one round trip.
    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        match each!(self, it => it.read(ledger, detail).await) {
            // A row that nobody here wrote; column by column it is understood, or it can be said what is wrong with it.
            Err(sqlx::Error::Decode(_) | sqlx::Error::ColumnDecode { .. }) if detail == Detail::Brief => {
                each!(self, it => it.read(ledger, Detail::Full).await)
            }
            read => read,
        }
    }

    /// Reads of the ledger what tells whether there is anything to do, and no rows if they say that all of this set is
    /// applied and nothing else. That is the one round trip of a start with nothing to do; else there is a second one.
    pub(crate) async fn read_unless(&mut self, ledger: &Ledger, set: &Preamble) -> Result<State, sqlx::Error> {
        let state = each!(self, it => it.read_tally(ledger, |dialect| set.tally(dialect)).await);
        match state {
            Ok(state) if state.settled || !state.exists => Ok(state),
            // A ledger that somebody else made or altered may have no seals. What else is wrong is wrong again.
            Ok(_) | Err(sqlx::Error::Database(_)) => self.read(ledger, Detail::Brief).await,
            Err(error) => Err(error),
        }
    }

    /// Texts of some revisions, as the ledger keeps them: id and text.
    pub(crate) async fn read_texts(&mut self, sql: String) -> Result<Vec<(String, Option<String>)>, sqlx::Error> {
        each!(self, it => {
            let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *it.connection).await?;
            rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
        })
    }

    /// The repairs that were recorded, as [`Ledger::REPAIRS`] lists the columns.
    pub(crate) async fn read_repairs(&mut self, ledger: &Ledger) -> Result<Vec<[String; 5]>, sqlx::Error> {
        let sql = ledger.select_repairs(self.family());
        each!(self, it => {
            let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *it.connection).await?;
            let mut repairs = Vec::with_capacity(rows.len());
            for row in &rows {
                repairs.push([row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?]);
            }
            Ok(repairs)
        })
    }

    /// The first column of a query, which must be text.
    pub(crate) async fn texts(&mut self, sql: String) -> Result<Vec<String>, sqlx::Error> {
        each!(self, it => {
            let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *it.connection).await?;
            rows.iter().map(|row| row.try_get(0)).collect()
        })
    }

    /// All rows of a query, or of several in one message, as texts.
    pub(crate) async fn rows(&mut self, sql: String) -> Result<crate::introspect::Rows, sqlx::Error> {
        each!(self, it => {
            let rows = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_all(&mut *it.connection).await?;
            // Without a check of the type: it is the text form that was sent, or what the driver makes a text of.
            rows.iter().map(|row| (0..row.len()).map(|at| {
                row.try_get_unchecked(at).or_else(|error| {
                    let bytes: Option<Vec<u8>> = row.try_get_unchecked(at).map_err(|_| error)?;
                    Ok(bytes.map(|bytes| spelled::in_characters(&bytes)))
                })
            }).collect()).collect()
        })
    }

    /// The dialect that the server speaks.
    pub(crate) async fn dialect(&mut self) -> Result<Dialect, sqlx::Error> {
        if self.family() != Dialect::MySql {
            return Ok(self.family());
        }
        let version = self.texts("SELECT VERSION()".to_owned()).await?;
        let mariadb = version.first().is_some_and(|version| version.contains("MariaDB"));
        Ok(if mariadb { Dialect::MariaDb } else { Dialect::MySql })
    }

    /// From here to [`Session::cleaned`] the connection must not go back to a pool.
    pub(crate) fn soil(&mut self) {
        each!(self, it => it.connection.soil());
    }

    /// The opposite of [`Session::soil`].
    pub(crate) fn cleaned(&mut self) {
        each!(self, it => it.connection.cleaned());
    }

    /// Whether the server has a lock that outlives transactions.
    pub(crate) fn has_lock(&self) -> bool {
        self.family() != Dialect::Sqlite
    }

    /// Whether these units need a lock that outlives a transaction.
    pub(crate) fn needs_lock(&self, units: &[Unit]) -> bool {
        each!(self, it => it.needs_lock(units))
    }

    /// Tries to take that lock; false if somebody else has it. Returns within about a second.
    pub(crate) async fn try_lock(&mut self, ledger: &Ledger) -> Result<bool, sqlx::Error> {
        each!(self, it => it.try_lock(ledger).await)
    }

    /// Gives it back.
    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        each!(self, it => it.unlock(ledger).await)
    }

    /// Whether a statement of somebody else writes at this moment, where no lock would tell that a run goes on.
    pub(crate) async fn is_being_written(&mut self) -> bool {
        match self {
            #[cfg(feature = "sqlite")]
            Session::Sqlite(it) => it.is_being_written().await,
            #[allow(unreachable_patterns, reason = "only SQLite is enabled")]
            _ => false,
        }
    }

    /// Whether the server still works on this statement, which a process sent that has died since. Elsewhere than on
    /// PostgreSQL the lock is the session's that runs it.
    #[allow(unused_variables, reason = "only PostgreSQL is asked")]
    pub(crate) async fn is_running(&mut self, statement: &str) -> Result<bool, sqlx::Error> {
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(it) => it.is_running(statement).await,
            #[allow(unreachable_patterns, reason = "only PostgreSQL is enabled")]
            _ => Ok(false),
        }
    }

    /// Who holds the lock, in words, as far as the server tells.
    pub(crate) async fn holder(&mut self, ledger: &Ledger) -> Option<String> {
        each!(self, it => it.holder(ledger).await)
    }

    /// What holds for the statements of units from now on, until [`Session::unlock`].
    pub(crate) fn limit(&mut self, limits: Limits) {
        each!(self, it => it.limits = limits);
    }

    /// Who may hold a lock that this statement waited for, in words, as far as the server tells.
    #[allow(unused_variables, reason = "only PostgreSQL tells who locks what")]
    pub(crate) async fn blockers(&mut self, sql: &str) -> Vec<String> {
        match self {
            #[cfg(feature = "sqlite")]
            Session::Sqlite(_) => Vec::new(),
            #[cfg(feature = "postgres")]
            Session::Postgres(it) => it.blockers(sql).await.unwrap_or_default(),
            #[cfg(feature = "mysql")]
            Session::MySql(it) => it.blockers().await.unwrap_or_default(),
        }
    }

    /// From here to [`Session::disarm`] what the session runs can be broken off from outside.
    pub(crate) async fn arm(&mut self) -> Result<Breaker, sqlx::Error> {
        match self {
            #[cfg(feature = "postgres")]
            Session::Postgres(it) => Ok(it.arm()),
            #[cfg(feature = "mysql")]
            Session::MySql(it) => it.breaker().await,
            #[cfg(feature = "sqlite")]
            Session::Sqlite(it) => it.arm().await,
        }
    }

    /// The opposite of [`Session::arm`].
    pub(crate) async fn disarm(&mut self) {
        match self {
            #[cfg(feature = "sqlite")]
            Session::Sqlite(it) => it.disarm().await,
            #[cfg(feature = "postgres")]
            Session::Postgres(it) => it.disarm(),
            #[allow(unreachable_patterns, reason = "which drivers there are depends on the features")]
            _ => (),
        }
    }

    /// Runs a unit.
    pub(crate) async fn run(
        &mut self,
        unit: &Unit,
        ledger: &Ledger,
        follow: &mut Follow<'_>,
    ) -> Result<Outcome, UnitFailure> {
        each!(self, it => it.run(unit, ledger, follow).await)
    }
}

/// Sends one message that may hold several statements, and counts the results: of how many statements the server said
/// that they are done, each of which `$done` is told with its rows. A macro because `Executor` for `&mut C` in a generic function defeats the `Send` of its future.
#[allow(unused_macros, reason = "unused when no server is enabled")]
macro_rules! send {
    ($connection:expr, $sql:expr, $done:expr) => {{
        use futures_util::StreamExt as _;
        let mut completed = 0_usize;
        let mut failed = None;
        let mut results = sqlx::raw_sql(sqlx::AssertSqlSafe($sql)).execute_many(&mut *$connection);
        while let Some(result) = results.next().await {
            match result {
                Ok(result) => {
                    $done(completed, result.rows_affected());
                    completed += 1;
                }
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            }
        }
        drop(results);
        (completed, failed)
    }};
}
#[allow(unused_imports, reason = "unused when no server is enabled")]
use send;

/// A race for a lock was lost: nothing of the statement took effect, and trying again may help.
#[allow(unused_variables, reason = "which server it is depends on the features")]
pub(crate) fn lost_race(error: &sqlx::Error) -> bool {
    let Some(database) = error.as_database_error() else { return false };
    #[cfg(feature = "postgres")]
    if let Some(error) = database.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
        // lock_not_available, deadlock_detected.
        return ["55P03", "40P01"].contains(&error.code());
    }
    #[cfg(feature = "mysql")]
    if let Some(error) = database.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>() {
        // ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK.
        return [1205, 1213].contains(&error.number());
    }
    is_locked(error)
}

/// The statement was broken off because somebody asked for it.
#[allow(unused_variables, reason = "which server it is depends on the features")]
pub(crate) fn is_broken_off(error: &sqlx::Error) -> bool {
    let Some(database) = error.as_database_error() else { return false };
    #[cfg(feature = "postgres")]
    if let Some(error) = database.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
        // query_canceled.
        return error.code() == "57014";
    }
    #[cfg(feature = "mysql")]
    if let Some(error) = database.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>() {
        // ER_QUERY_INTERRUPTED.
        return error.number() == 1317;
    }
    // SQLITE_INTERRUPT.
    database.code().is_some_and(|code| code == "9")
}

/// The database is locked by another writer: SQLITE_BUSY and SQLITE_LOCKED, the low byte of the extended codes.
#[allow(unused_variables, reason = "only SQLite says so")]
pub(crate) fn is_locked(error: &sqlx::Error) -> bool {
    #[cfg(feature = "sqlite")]
    if let Some(error) = error.as_database_error()
        && error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some()
    {
        let code = error.code().and_then(|code| code.parse::<i32>().ok());
        return code.is_some_and(|code| [5, 6].contains(&(code & 0xff)));
    }
    false
}
