//! One connection to a server that stays open, for tools that ask about one statement after the other.

use sqlx::{Connection, Executor, MySqlConnection, PgConnection, SqliteConnection};

use crate::{Database, Server};

/// What a server said of a statement that it refused.
#[derive(Debug, Clone)]
pub struct Refused {
    /// Its code; SQLite's says little.
    pub code: String,
    /// Its words.
    pub message: String,
}

impl Refused {
    /// The statement is no SQL to this server, so nothing is learnt about its meaning.
    pub fn is_grammar(&self) -> bool {
        let text = &self.message;
        matches!(&*self.code, "42601" | "42000") && !text.contains("doesn't exist") && !text.contains("Unknown")
            || text.contains("syntax error")
            || text.contains("SQL syntax")
    }

    /// The statement is right and the rows, the surroundings or the rights are not.
    pub fn is_about_rows(&self) -> bool {
        let class = self.code.get(..2).unwrap_or_default();
        matches!(class, "22" | "23" | "25" | "53" | "54" | "55" | "57" | "58") && self.code.len() == 5
            || self.message.contains("UNIQUE constraint failed")
            || self.message.contains("NOT NULL constraint failed")
            || self.message.contains("CHECK constraint failed")
            || self.message.contains("FOREIGN KEY constraint failed")
    }
}

#[derive(Debug)]
enum Open {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
    MariaDb(MySqlConnection),
}

/// A connection of its own to a database.
#[derive(Debug)]
pub struct Session(Open);

impl Session {
    /// Opens one.
    ///
    /// # Panics
    ///
    /// If the server does not answer any more.
    pub async fn open(database: &Database) -> Session {
        let url = &database.url;
        Session(match database.server {
            Server::Sqlite => {
                Open::Sqlite(SqliteConnection::connect(&format!("{url}?mode=rwc")).await.expect("a connection"))
            }
            Server::Postgres => Open::Postgres(PgConnection::connect(url).await.expect("a connection")),
            Server::MariaDb => Open::MariaDb(MySqlConnection::connect(url).await.expect("a connection")),
        })
    }

    /// Runs one text.
    ///
    /// # Errors
    ///
    /// What the server says against it.
    pub async fn run(&mut self, sql: &str) -> Result<(), Refused> {
        let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
        let done = match &mut self.0 {
            Open::Sqlite(connection) => connection.execute(sql).await.map(drop),
            Open::Postgres(connection) => connection.execute(sql).await.map(drop),
            Open::MariaDb(connection) => connection.execute(sql).await.map(drop),
        };
        done.map_err(|error| match error.as_database_error() {
            Some(said) => Refused {
                code: said.code().map(std::borrow::Cow::into_owned).unwrap_or_default(),
                message: said.message().to_owned(),
            },
            None => Refused { code: String::new(), message: error.to_string() },
        })
    }
}
