//! MySQL and MariaDB: each DDL statement commits, so a named lock covers the whole run and a journal in the ledger tells
//! how far a revision came. Statements and marks of a revision travel in one packet.

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::script::{Piece, Unit};
use sqlx::mysql::{MySqlConnectOptions, MySqlDatabaseError};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, MySql, MySqlConnection, Row as _};

use super::{Detail, Held, Outcome, State, UnitFailure, read_row, send};
use crate::error::Error;
use crate::event::{Follow, starts_with_any};

/// ER_NO_SUCH_TABLE, ER_BAD_DB_ERROR (the ledger's schema).
const NO_TABLE: [u16; 2] = [1146, 1049];

/// The least `max_allowed_packet` found in the field is 4 MiB (MySQL 5.6).
const PACKET: usize = 1 << 20;

pub(crate) struct MySqlSession<'c> {
    pub(super) connection: Held<'c, MySql>,
    /// Known after the first read.
    dialect: Dialect,
}

impl<'c> MySqlSession<'c> {
    pub(crate) fn new(connection: Result<Held<'c, MySql>, sqlx::Error>) -> Result<Self, Error> {
        let connection = connection.map_err(Error::connect)?;
        if connection.is_in_transaction() {
            return Err(Error::InTransaction);
        }
        Ok(MySqlSession { connection, dialect: Dialect::MySql })
    }

    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let options: MySqlConnectOptions = url.parse().map_err(|error| Error::url(url, error))?;
        let connection = MySqlConnection::connect_with(&options.disable_statement_logging()).await;
        let connection = Held::owned(connection.map_err(|error| Error::connect_url(url, error))?);
        Ok(MySqlSession { connection, dialect: Dialect::MySql })
    }

    pub(crate) async fn read(&mut self, ledger: &Ledger, detail: Detail) -> Result<State, sqlx::Error> {
        // Which of the two servers it is comes with the same packet.
        let sql = format!("SELECT VERSION(); {}", detail.sql(ledger, Dialect::MySql));
        let mut rows = Vec::new();
        let mut version = None;
        let mut exists = true;
        {
            use futures_util::TryStreamExt as _;
            let mut results = sqlx::raw_sql(AssertSqlSafe(sql)).fetch(&mut *self.connection);
            loop {
                match results.try_next().await {
                    Ok(Some(row)) if version.is_none() => version = Some(row.try_get::<String, _>(0)?),
                    Ok(Some(row)) => rows.push(read_row!(&row, i32, detail)?),
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
        Ok(State { dialect: self.dialect, exists, rows })
    }

    pub(crate) fn needs_lock(&self, units: &[Unit]) -> bool {
        !units.is_empty()
    }

    pub(crate) async fn try_lock(&mut self, ledger: &Ledger) -> Result<bool, sqlx::Error> {
        // A second, not "for ever": MariaDB answers GET_LOCK(…, -1) with NULL at once and locks nothing.
        let sql = format!("SELECT GET_LOCK({}, 1)", ledger.lock_name());
        self.connection.soil();
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut *self.connection).await?;
        match row.try_get::<Option<i64>, _>(0)? {
            Some(1) => Ok(true),
            Some(_) => {
                self.connection.cleaned();
                Ok(false)
            }
            None => Err(sqlx::Error::Protocol("GET_LOCK failed on the server".into())),
        }
    }

    pub(crate) async fn unlock(&mut self, ledger: &Ledger) -> Result<(), sqlx::Error> {
        let sql = format!("DO RELEASE_LOCK({})", ledger.lock_name());
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *self.connection).await?;
        self.connection.cleaned();
        Ok(())
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
        let mut next = 0;
        while next < unit.pieces.len() {
            let start = next;
            let mut packet = String::new();
            while let Some(piece) = unit.pieces.get(next)
                && (packet.is_empty() || packet.len() + piece.sql().len() < PACKET)
            {
                packet.push_str(piece.sql());
                packet.push_str(";\n");
                next += 1;
            }
            // Behind a statement with several results nobody can tell any more which result is whose.
            let sure = start + unit.pieces[start..next].iter().take_while(|piece| has_one_result(piece)).count();
            let mut done = |completed: usize, rows| {
                if start + completed < sure {
                    follow.done(start + completed, Some(rows));
                }
            };
            let (completed, failed) = send!(self.connection, packet, done);
            if let Some(error) = failed {
                return Err(self.explain(unit, ledger, start + completed, error).await);
            }
            for piece in sure..next {
                follow.done(piece, None);
            }
        }
        Ok(Outcome::Done)
    }

    /// Finds out which statement failed. The number of results does not tell: a CALL has several.
    async fn explain(&mut self, unit: &Unit, ledger: &Ledger, guess: usize, error: sqlx::Error) -> UnitFailure {
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

/// Whether the server answers it with exactly one result: not so for what runs code that may select.
fn has_one_result(piece: &Piece) -> bool {
    let Piece::Statement { statement, .. } = piece else { return true };
    let known = [
        "ALTER", "ANALYZE", "CREATE", "DELETE", "DO", "DROP", "GRANT", "INSERT", "OPTIMIZE", "RENAME", "REPLACE",
        "REVOKE", "SELECT", "SET", "TRUNCATE", "UPDATE", "WITH",
    ];
    starts_with_any(&statement.sql, &known)
}

fn number(error: &sqlx::Error) -> Option<u16> {
    let error: &MySqlDatabaseError = error.as_database_error()?.try_downcast_ref()?;
    Some(error.number())
}
