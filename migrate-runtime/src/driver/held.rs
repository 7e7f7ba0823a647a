//! The connection on which a script runs, and whether it may go back to where it came from.

use std::ops::{Deref, DerefMut};

use migrate_core::script::Piece;
use sqlx::pool::PoolConnection;

/// A connection of the user's, of a pool, or our own.
pub(crate) struct Held<'c, DB: sqlx::Database> {
    connection: Connection<'c, DB>,
    /// Nothing is left on it: no lock, no open transaction.
    pub(super) clean: bool,
    /// What a revision set for the session is left on it.
    spoiled: bool,
}

enum Connection<'c, DB: sqlx::Database> {
    Borrowed(&'c mut DB::Connection),
    Pooled(PoolConnection<DB>),
    Owned(DB::Connection),
}

impl<'c, DB: sqlx::Database> Held<'c, DB> {
    pub(super) fn pooled(connection: Result<PoolConnection<DB>, sqlx::Error>) -> Result<Self, sqlx::Error> {
        Ok(Held { connection: Connection::Pooled(connection?), clean: true, spoiled: false })
    }

    pub(super) fn borrowed(connection: &'c mut DB::Connection) -> Result<Self, sqlx::Error> {
        Ok(Held { connection: Connection::Borrowed(connection), clean: true, spoiled: false })
    }

    pub(super) fn owned(connection: DB::Connection) -> Self {
        Held { connection: Connection::Owned(connection), clean: true, spoiled: false }
    }

    /// It is our own: nobody sees it afterwards.
    #[allow(dead_code, reason = "only MySQL leaves its database")]
    pub(super) fn is_owned(&self) -> bool {
        matches!(self.connection, Connection::Owned(_))
    }

    /// From here to [`Held::cleaned`] the connection must not go back to a pool, even if the future is dropped.
    pub(super) fn soil(&mut self) {
        self.clean = false;
    }

    /// The opposite of [`Held::soil`].
    pub(super) fn cleaned(&mut self) {
        self.clean = true;
    }

    /// It never goes back to a pool: a revision sets something for its session.
    #[allow(dead_code, reason = "not of SQLite: an in-memory database goes with its connection")]
    pub(super) fn spoil(&mut self) {
        self.spoiled = true;
    }
}

/// Whether a piece of a revision sets something that holds for the session.
#[allow(dead_code, reason = "not of SQLite: an in-memory database goes with its connection")]
pub(super) fn sets_session(piece: &Piece) -> bool {
    let Piece::Statement { statement, .. } = piece else { return false };
    let mut words = statement.sql.split(|c: char| !c.is_ascii_alphabetic() && c != '_').filter(|word| !word.is_empty());
    let mut next_is =
        |all: &[&str]| words.next().is_some_and(|word| all.iter().any(|one| word.eq_ignore_ascii_case(one)));
    match next_is(&["SET"]) {
        true => !next_is(&["LOCAL", "CONSTRAINTS", "TRANSACTION"]),
        false => statement.sql.to_ascii_lowercase().contains("set_config"),
    }
}

impl<DB: sqlx::Database> Deref for Held<'_, DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &DB::Connection {
        match &self.connection {
            Connection::Borrowed(connection) => connection,
            Connection::Pooled(connection) => connection,
            Connection::Owned(connection) => connection,
        }
    }
}

impl<DB: sqlx::Database> DerefMut for Held<'_, DB> {
    fn deref_mut(&mut self) -> &mut DB::Connection {
        match &mut self.connection {
            Connection::Borrowed(connection) => connection,
            Connection::Pooled(connection) => connection,
            Connection::Owned(connection) => connection,
        }
    }
}

impl<DB: sqlx::Database> Drop for Held<'_, DB> {
    fn drop(&mut self) {
        if let (Connection::Pooled(connection), false) = (&mut self.connection, self.clean && !self.spoiled) {
            connection.close_on_drop();
        }
    }
}
