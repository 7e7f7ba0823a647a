//! PostgreSQL's lock for statements that cannot stand in a transaction and so cannot carry it themselves.
//!
//! It is a transaction on a connection of its own that holds the lock and does nothing else. A lock of the session would
//! be lost behind a pooler in transaction mode: two of its clients may be given the same session, in which both "have" the
//! lock, and where one is killed the session lives on with it. A transaction is what such a pooler keeps together, and it
//! ends with its client. It does not stand in the way of CREATE INDEX CONCURRENTLY: between statements it has no snapshot.
//!
//! Where all that was handed over is one connection there is nothing to open a second one with, and the lock is the
//! session's.

use migrate_core::ledger::Ledger;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, PgConnection, Row as _};

/// The lock, held or not.
pub(super) struct PgLock {
    /// How to open the connection; none if only the session can hold the lock.
    options: Option<Box<PgConnectOptions>>,
    connection: Option<PgConnection>,
}

impl PgLock {
    pub(super) fn of(options: Option<PgConnectOptions>) -> PgLock {
        PgLock { options: options.map(Box::new), connection: None }
    }

    /// Whether it is held beside the session.
    pub(super) fn is_beside(&self) -> bool {
        self.connection.is_some()
    }

    /// Tries to take it on a connection of its own; none if there cannot be one.
    pub(super) async fn try_beside(&mut self, ledger: &Ledger) -> Result<Option<bool>, sqlx::Error> {
        let Some(options) = &self.options else { return Ok(None) };
        let mut connection = options.as_ref().clone().disable_statement_logging().connect().await?;
        // An administrator may end transactions that stand still. This one is meant to.
        let sql = format!(
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_try_advisory_xact_lock({}), (SELECT count(set_config(name, '0', \
             true)) FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout'))",
            ledger.lock_key()
        );
        let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(&mut connection).await?;
        let locked: bool = row.try_get(0)?;
        if locked {
            self.connection = Some(connection);
        } else {
            let _ = connection.close().await;
        }
        Ok(Some(locked))
    }

    /// Whether the connection is still there, and with it the lock.
    pub(super) async fn check(&mut self) -> Result<(), sqlx::Error> {
        match &mut self.connection {
            Some(connection) => sqlx::raw_sql("SELECT 1").execute(connection).await.map(drop),
            None => Ok(()),
        }
    }

    /// Gives it back. The connection ends, and the transaction with it.
    pub(super) async fn release(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            let _ = sqlx::raw_sql("ROLLBACK").execute(&mut connection).await;
            let _ = connection.close().await;
        }
    }
}
