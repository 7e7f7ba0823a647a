//! MySQL and MariaDB: each DDL statement commits, so a named lock covers the whole run and a journal in the ledger tells
//! how far a revision came. Statements and marks of a revision travel in one packet.

use migrate_core::Dialect;
use migrate_core::ledger::{Ledger, Tally};
use migrate_core::limits::Limits;
use migrate_core::script::{Piece, Unit};
use sqlx::mysql::{MySqlConnectOptions, MySqlDatabaseError, MySqlRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, MySql, MySqlConnection, Row as _};

use super::{Detail, Held, Outcome, State, UnitFailure, read_row, read_tally, send, sets_session};
use crate::elsewhere::turn_to;
use crate::error::Error;
use crate::event::{Follow, starts_with_any};
use crate::schema::Schema;
use crate::stop::Breaker;

/// ER_NO_SUCH_TABLE, ER_BAD_DB_ERROR (the ledger's schema).
const NO_TABLE: [u16; 2] = [1146, 1049];

/// A year: the most that all versions take.
const NO_LIMIT: &str = "31536000";

/// The least `max_allowed_packet` found in the field is 4 MiB (MySQL 5.6).
const PACKET: usize = 1 << 20;

pub(crate) struct MySqlSession<'c> {
    pub(super) connection: Held<'c, MySql>,
    /// Known after the first read.
    dialect: Dialect,
    /// The database to turn to with the next read.
    schema: Option<Schema>,
    pub(super) limits: Limits,
    /// What the session's limits were when the lock was taken: for locks on tables and on rows, in seconds, and for
    /// statements, as the server counts them.
    before: Option<[String; 3]>,
    /// They are not that any more.
    limited: bool,
    /// A lease stands in for the named lock.
    leased: bool,
    /// The database in which it was when the work began.
    home: Option<String>,
    /// What runs may turn to another database: the ledger is named with its own.
    pub(super) leaves: bool,
    /// It may be in another database now.
    away: bool,
}

impl<'c> MySqlSession<'c> {
    pub(crate) fn new(connection: Result<Held<'c, MySql>, sqlx::Error>) -> Result<Self, Error> {
        let connection = connection.map_err(Error::connect)?;
        if connection.is_in_transaction() {
            return Err(Error::InTransaction);
        }
        Ok(MySqlSession::of(connection))
    }

    fn of(connection: Held<'c, MySql>) -> Self {
        let limits = Limits::default();
        MySqlSession {
            connection,
            dialect: Dialect::MySql,
            schema: None,
            limits,
            before: None,
            limited: false,
            leased: false,
            home: None,
            leaves: false,
            away: false,
        }
    }

    /// The ledger as it is found from wherever the session is.
    pub(super) fn placed(&self, ledger: &Ledger) -> Ledger {
        match &self.home {
            Some(home) if self.leaves => Ledger { schema: Some(home.clone().into()), table: ledger.table.clone() },
            Some(_) | None => ledger.clone(),
        }
    }

    /// What brings it to the database in which it was when the work began.
    pub(super) fn way_home(&self) -> Option<String> {
        self.home.as_deref().map(turn_to)
    }

    /// What turns back, where it may be elsewhere.
    fn back(&mut self) -> String {
        match &self.home {
            Some(home) if std::mem::take(&mut self.away) => format!("{}; ", turn_to(home)),
            Some(_) | None => String::new(),
        }
    }

    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let options: MySqlConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let connection = MySqlConnection::connect_with(&options.disable_statement_logging()).await;
        let connection = Held::owned(connection.map_err(|error| Error::connect_url(url, error))?);
        Ok(MySqlSession::of(connection))
    }

    pub(crate) fn enter(&mut self, schema: &Schema) -> Result<(), Error> {
        if !self.connection.is_owned() {
            return Err(Error::Borrowed { schema: schema.name().to_owned() });
        }
        self.schema = Some(schema.clone());
        Ok(())
    }

    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        let mut rows = Vec::new();
        let read = |row: &MySqlRow| read_row!(row, i32, detail).map(|row| rows.push(row));
        let exists = self.query(&detail.sql(ledger, Dialect::MySql), read).await?;
        Ok(State { rows, ..State::empty(self.dialect, exists) })
    }

    /// A state without rows: whether there is a ledger, and whether it is what is expected.
    pub(crate) async fn read_tally(
        &mut self,
        ledger: &Ledger,
        expected: impl Fn(Dialect) -> Option<Tally>,
    ) -> Result<State, sqlx::Error> {
        let mut tally = None;
        let read = |row: &MySqlRow| {
            tally = read_tally!(row);
            Ok(())
        };
        let exists = self.query(&ledger.select_tally(Dialect::MySql), read).await?;
        let sibling = if self.dialect == Dialect::MariaDb { Dialect::MySql } else { Dialect::MariaDb };
        let settled = tally.is_some() && tally == expected(self.dialect).or_else(|| expected(sibling));
        Ok(State { settled, ..State::empty(self.dialect, exists) })
    }

    /// A query about the ledger, row by row; false if there is none.
    async fn query(
        &mut self,
        sql: &str,
        mut read: impl FnMut(&MySqlRow) -> Result<(), sqlx::Error>,
    ) -> Result<bool, sqlx::Error> {
        // Which of the two servers it is comes with the same packet.
        let back = self.back();
        let turn = self.schema.as_ref().map_or(back, |schema| format!("{}; ", schema.turn_to()));
        let sql = format!("SELECT VERSION(); {turn}{sql}");
        let mut exists = true;
        let mut version = None;
        {
            use futures_util::TryStreamExt as _;
            let mut results = sqlx::raw_sql(AssertSqlSafe(sql)).fetch(&mut *self.connection);
            loop {
                match results.try_next().await {
                    Ok(Some(row)) if version.is_none() => version = Some(row.try_get::<String, _>(0)?),
                    Ok(Some(row)) => read(&row)?,
                    Ok(None) => break,
                    Err(error) if number(&error).is_some_and(|number| NO_TABLE.contains(&number)) => {
                        exists = false;
                        break;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        if version.is_some_and(|version| version.contains("MariaDB")) {
            self.dialect = Dialect::MariaDb;
        }
        Ok(exists)
    }

    pub(crate) fn needs_lock(&self, units: &[Unit]) -> bool {
        !units.is_empty()
    }

    pub(crate) async fn try_lock(&mut self, ledger: &Ledger) -> Result<bool, sqlx::Error> {
        // A second, not "for ever": MariaDB answers GET_LOCK(…, -1) with NULL at once and locks nothing.
        let sql = format!("SELECT GET_LOCK({}, 1), {}", ledger.lock_name(), self.state_now());
        self.connection.soil();
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        match row.try_get::<Option<i64>, _>(0)? {
            Some(1) => {
                self.before = Some([row.try_get(1)?, row.try_get(2)?, row.try_get(3)?]);
                self.home = row.try_get(4)?;
                Ok(true)
            }
            Some(_) => {
                self.connection.cleaned();
                Ok(false)
            }
            None => Err(sqlx::Error::Protocol("GET_LOCK failed on the server".into())),
        }
    }

    /// The three limits of the session and its database, as texts.
    fn state_now(&self) -> String {
        let text = |what: &str| format!("CONVERT(CONCAT({what}) USING utf8mb4)");
        let statement = format!("@@{}", self.statement_variable());
        ["@@lock_wait_timeout", "@@innodb_lock_wait_timeout", &statement, "DATABASE()"].map(text).join(", ")
    }

    pub(crate) async fn leased(&mut self) -> Result<(), sqlx::Error> {
        self.leased = true;
        self.connection.soil();
        let sql = format!("SELECT {}", self.state_now());
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        self.before = Some([row.try_get(0)?, row.try_get(1)?, row.try_get(2)?]);
        self.home = row.try_get(3)?;
        Ok(())
    }

    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        let mut sql = self.back();
        sql.push_str(&match self.leased {
            true => "DO 0".to_owned(),
            false => format!("DO RELEASE_LOCK({})", ledger.lock_name()),
        });
        if let (Some([table, row, statement]), true) = (&self.before, self.limited) {
            sql.push_str(&format!(
                "; SET SESSION lock_wait_timeout = {table}, innodb_lock_wait_timeout = {row}, {} = {statement}",
                self.statement_variable()
            ));
        }
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await?;
        self.limited = false;
        self.connection.cleaned();
        Ok(())
    }

    /// What breaks off the statement that this connection runs.
    pub(crate) async fn breaker(&mut self) -> Result<Breaker, sqlx::Error> {
        let sql = "SELECT CAST(CONNECTION_ID() AS UNSIGNED)";
        let id: u64 = sqlx::raw_sql(sql).fetch_one(&mut *self.connection).await?.try_get(0)?;
        Ok(Breaker::Sql(format!("KILL QUERY {id}")))
    }

    pub(crate) async fn holder(&mut self, ledger: &Ledger) -> Option<String> {
        let sql = format!(
            "SELECT CONCAT('connection ', p.id, ', user ', p.user, ' from ', p.host, ', ', p.command, ' for ', \
             p.time, ' s') FROM information_schema.processlist p WHERE p.id = IS_USED_LOCK({})",
            ledger.lock_name()
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(&mut *self.connection).await.ok()??.try_get(0).ok()
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
        let mut next = 0;
        // Where it ends if a statement fails is where the next one goes on.
        self.away |= self.leaves;
        let mut prefix = self.set_limits();
        while next < unit.pieces.len() {
            let start = next;
            // What sets the limits has a result of its own.
            let before = usize::from(!prefix.is_empty());
            let mut packet = std::mem::take(&mut prefix);
            while let Some(piece) = unit.pieces.get(next)
                && (next == start || packet.len() + piece.sql().len() < PACKET)
            {
                packet.push_str(piece.sql());
                packet.push_str(";\n");
                next += 1;
            }
            // Behind a statement with several results nobody can tell any more which result is whose.
            let sure = start + unit.pieces[start..next].iter().take_while(|piece| has_one_result(piece)).count();
            let mut done = |completed: usize, rows| {
                if let Some(piece) =
                    (start + completed).checked_sub(before).filter(|piece| (start..sure).contains(piece))
                {
                    follow.done(piece, Some(rows));
                }
            };
            let (completed, failed) = send!(self.connection, packet, done);
            if let Some(error) = failed {
                let piece = start + completed.saturating_sub(before);
                return Err(match unit.pieces.get(piece).filter(|_| piece < sure) {
                    Some(Piece::Ledger(_)) if !is_undone_with_its_mark(unit, piece) => {
                        self.mark_failed(piece, error).await
                    }
                    Some(_) | None => self.explain(unit, ledger, piece, error).await,
                });
            }
            for piece in sure..next {
                follow.done(piece, None);
            }
        }
        Ok(Outcome::Done)
    }

    /// The session variable that limits how long a statement takes. MySQL's is for `SELECT` only.
    const fn statement_variable(&self) -> &'static str {
        match self.dialect {
            Dialect::MariaDb => "max_statement_time",
            Dialect::MySql | Dialect::Postgres | Dialect::Sqlite => "max_execution_time",
        }
    }

    /// What sets the limits of the session, once, under the lock with which they are set back.
    fn set_limits(&mut self) -> String {
        let Some([table, row, statement]) = self.before.as_ref().filter(|_| !self.limited) else {
            return String::new();
        };
        // Both servers count locks in whole seconds.
        let seconds = |before: &str| match self.limits.table_lock.milliseconds() {
            Some(0) => NO_LIMIT.to_owned(),
            Some(milliseconds) => milliseconds.div_ceil(1000).to_string(),
            None => {
                let own: u64 = before.parse().unwrap_or(u64::MAX);
                own.min(Limits::TABLE_LOCK.as_secs()).to_string()
            }
        };
        let statement = match (self.limits.statement.milliseconds(), self.dialect) {
            (None, _) => statement.clone(),
            (Some(milliseconds), Dialect::MariaDb) => format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000),
            (Some(milliseconds), _) => milliseconds.to_string(),
        };
        let sql = format!(
            "SET SESSION lock_wait_timeout = {}, innodb_lock_wait_timeout = {}, {} = {statement};\n",
            seconds(table),
            seconds(row),
            self.statement_variable()
        );
        self.limited = true;
        sql
    }

    /// The transactions that others have open in this database. Locks on tables are listed only where a plugin or the
    /// performance schema does it; whoever holds one has a transaction, too.
    pub(super) async fn blockers(&mut self) -> Result<Vec<String>, sqlx::Error> {
        let sql = "SELECT CONVERT(CONCAT('connection ', p.id, ', user ', p.user, ' from ', p.host, ', ', p.command, \
                   ', transaction open since ', t.trx_started) USING utf8mb4) FROM information_schema.innodb_trx t JOIN \
                   information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.id <> CONNECTION_ID() AND \
                   p.db <=> DATABASE() ORDER BY t.trx_started LIMIT 5";
        let rows = sqlx::raw_sql(sql).fetch_all(&mut *self.connection).await?;
        rows.iter().map(|row| row.try_get(0)).collect()
    }

    /// What the statement before the mark did stays, so it was not refused: the next run looks whether it took effect.
    async fn mark_failed(&mut self, piece: usize, error: sqlx::Error) -> UnitFailure {
        if error.as_database_error().is_some() {
            let _ = sqlx::raw_sql("ROLLBACK").execute(&mut *self.connection).await;
        }
        UnitFailure::new(error, Some(piece))
    }

    /// Finds out which statement failed. The number of results does not tell: a CALL has several.
    async fn explain(&mut self, unit: &Unit, ledger: &Ledger, guess: usize, error: sqlx::Error) -> UnitFailure {
        if crate::lease::is_lost(&error) {
            // The row is somebody else's now.
            return UnitFailure::new(error, None);
        }
        let lost = error.as_database_error().is_none()
            || sqlx::raw_sql("ROLLBACK").execute(&mut *self.connection).await.is_err();
        let (false, false, Some(step)) = (lost, unit.atomic, unit.steps.first()) else {
            return UnitFailure::new(error, Some(guess.min(unit.pieces.len() - 1)).filter(|_| unit.atomic));
        };
        let (name, id) = (ledger.name(self.dialect), self.dialect.quote_text(&step.id));
        let sql = format!("SELECT begun, done FROM {name} WHERE id = {id}");
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_optional(&mut *self.connection).await.ok().flatten();
        let marks = row.and_then(|row| Some((row.try_get::<i32, _>(0).ok()?, row.try_get::<i32, _>(1).ok()?)));
        let Some((begun, done)) = marks else {
            return UnitFailure::new(error, Some(0));
        };
        if begun <= done {
            return UnitFailure::new(error, None);
        }
        // The server refused it as a whole, so that the next run may begin with it.
        let refused = ledger.refused(self.dialect, &step.id);
        let _ = sqlx::raw_sql(AssertSqlSafe(refused)).execute(&mut *self.connection).await;
        let piece = unit
            .pieces
            .iter()
            .position(|piece| matches!(piece, Piece::Statement { number, .. } if i32::try_from(*number) == Ok(begun)));
        UnitFailure::new(error, piece)
    }
}

/// Whether a ROLLBACK takes back the statement before this mark, too: no DDL, which has committed by itself.
fn is_undone_with_its_mark(unit: &Unit, mark: usize) -> bool {
    let rows = ["DELETE", "INSERT", "REPLACE", "UPDATE"];
    let mut before = &unit.pieces[..mark];
    // Several may stand behind one statement: a fence, and the next unit's row.
    while let [rest @ .., Piece::Ledger(_)] = before {
        before = rest;
    }
    match before {
        _ if unit.atomic => true,
        [.., Piece::Control(_), Piece::Statement { statement, .. }] => starts_with_any(&statement.sql, &rows),
        [.., Piece::Statement { .. }] => false,
        // The unit's first row.
        _ => true,
    }
}

/// Whether the server answers it with exactly one result: not so for what runs code that may select.
fn has_one_result(piece: &Piece) -> bool {
    let Piece::Statement { statement, .. } = piece else { return true };
    let known = [
        "ALTER", "ANALYZE", "CREATE", "DELETE", "DO", "DROP", "GRANT", "INSERT", "OPTIMIZE", "RENAME", "REPLACE",
        "REVOKE", "SELECT", "SET", "TRUNCATE", "UPDATE", "USE", "WITH",
    ];
    starts_with_any(&statement.sql, &known)
}

fn number(error: &sqlx::Error) -> Option<u16> {
    let error: &MySqlDatabaseError = error.as_database_error()?.try_downcast_ref()?;
    Some(error.number())
}
