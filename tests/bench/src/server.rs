//! The servers, and fresh databases on them.

use migrate_core::Dialect;
use sqlx::{AssertSqlSafe, Connection, Executor, MySqlConnection, PgConnection, Row, SqliteConnection};

/// A kind of server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    Sqlite,
    Postgres,
    MariaDb,
}

impl Server {
    pub const ALL: [Server; 3] = [Server::Sqlite, Server::Postgres, Server::MariaDb];

    pub const fn name(self) -> &'static str {
        match self {
            Server::Sqlite => "SQLite",
            Server::Postgres => "PostgreSQL",
            Server::MariaDb => "MariaDB",
        }
    }

    pub fn from_name(name: &str) -> Option<Server> {
        let named = |server: &Server| {
            server.name().eq_ignore_ascii_case(name) || server.dialect().facts().name.eq_ignore_ascii_case(name)
        };
        Server::ALL.into_iter().find(named)
    }

    pub const fn dialect(self) -> Dialect {
        match self {
            Server::Sqlite => Dialect::Sqlite,
            Server::Postgres => Dialect::Postgres,
            Server::MariaDb => Dialect::MariaDb,
        }
    }

    /// Where it listens; none for a file.
    pub const fn address(self) -> Option<&'static str> {
        match self {
            Server::Sqlite => None,
            Server::Postgres => Some("127.0.0.1:5432"),
            Server::MariaDb => Some("127.0.0.1:3306"),
        }
    }
}

/// An empty database that goes away with the value.
pub struct Database {
    server: Server,
    name: String,
    file: Option<tempfile::TempDir>,
}

impl Database {
    pub fn new(server: Server) -> Database {
        let name = format!("migrate_bench_{}", std::process::id());
        let file = (server == Server::Sqlite).then(|| tempfile::tempdir().expect("a directory"));
        let database = Database { server, name, file };
        database.admin("DROP DATABASE IF EXISTS");
        database.admin("CREATE DATABASE");
        database
    }

    /// Its URL, at the server's own port or at another.
    pub fn url(&self, port: Option<u16>) -> String {
        let name = &self.name;
        match (&self.file, self.server) {
            (Some(file), _) => format!("sqlite://{}?mode=rwc", file.path().join("bench.db").display()),
            (None, Server::Postgres) => {
                format!("postgres://postgres@127.0.0.1:{}/{name}?sslmode=disable", port.unwrap_or(5432))
            }
            (None, _) => format!("mysql://root@127.0.0.1:{}/{name}?ssl-mode=disabled", port.unwrap_or(3306)),
        }
    }

    /// How many tables there are of those that the migrations make, each with its two rows.
    pub fn complete(&self, count: usize) -> bool {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM t{count}"));
        let url = self.url(None);
        let rows: Result<i64, sqlx::Error> = crate::block_on(async {
            Ok(match self.server {
                Server::Sqlite => SqliteConnection::connect(&url).await?.fetch_one(sql).await?.try_get(0)?,
                Server::Postgres => PgConnection::connect(&url).await?.fetch_one(sql).await?.try_get(0)?,
                Server::MariaDb => MySqlConnection::connect(&url).await?.fetch_one(sql).await?.try_get(0)?,
            })
        });
        rows.is_ok_and(|rows| rows == 2)
    }

    fn admin(&self, what: &str) {
        let sql = AssertSqlSafe(format!("{what} {}", self.name));
        crate::block_on(async {
            match self.server {
                Server::Sqlite => (),
                Server::Postgres => {
                    let url = "postgres://postgres@127.0.0.1:5432/postgres";
                    let mut admin = PgConnection::connect(url).await.expect("a connection");
                    admin.execute(sql).await.expect("an administrator");
                }
                Server::MariaDb => {
                    let url = "mysql://root@127.0.0.1:3306/mysql";
                    let mut admin = MySqlConnection::connect(url).await.expect("a connection");
                    admin.execute(sql).await.expect("an administrator");
                }
            }
        });
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.admin("DROP DATABASE IF EXISTS");
    }
}
