//! A database of its own for each test, on every server that is there.
//!
//! Servers are found through `MIGRATE_TEST_POSTGRES_URL` and `MIGRATE_TEST_MARIADB_URL`, else where a local one would be.
//! One that does not answer is left out, and that is said; with `CI=true` it is a failure.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use migrate_core::Dialect;
use sqlx::{Connection, Executor, MySqlConnection, PgConnection, Row, SqliteConnection};

use crate::say;

/// A kind of server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// A file, no server.
    Sqlite,
    /// PostgreSQL.
    Postgres,
    /// MariaDB.
    MariaDb,
}

impl Server {
    /// The dialect to write for it.
    pub const fn dialect(self) -> Dialect {
        match self {
            Server::Sqlite => Dialect::Sqlite,
            Server::Postgres => Dialect::Postgres,
            Server::MariaDb => Dialect::MariaDb,
        }
    }

    /// The URL of its administrator, without a database; none for SQLite, or if the server does not answer.
    fn admin(self) -> Option<&'static str> {
        static POSTGRES: OnceLock<Option<String>> = OnceLock::new();
        static MARIADB: OnceLock<Option<String>> = OnceLock::new();
        let (found, variable, default) = match self {
            Server::Sqlite => return None,
            Server::Postgres => (&POSTGRES, "MIGRATE_TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432"),
            Server::MariaDb => (&MARIADB, "MIGRATE_TEST_MARIADB_URL", "mysql://root@127.0.0.1:3306"),
        };
        let url = found.get_or_init(|| {
            let url = std::env::var(variable).unwrap_or_else(|_| default.to_owned());
            let url = url.trim_end_matches('/').to_owned();
            match crate::in_thread(self.answers(&url)) {
                Ok(()) => Some(url),
                Err(error) => {
                    let text = format!("{self:?} does not answer at {default}, or where {variable} says: {error}");
                    assert!(std::env::var("CI").is_err(), "{text}");
                    say(&format!("LEFT OUT: all tests on {self:?}. {text}"));
                    None
                }
            }
        });
        url.as_deref()
    }

    async fn answers(self, url: &str) -> Result<(), sqlx::Error> {
        match self {
            Server::Sqlite => Ok(()),
            Server::Postgres => PgConnection::connect(&format!("{url}/postgres")).await?.close().await,
            Server::MariaDb => MySqlConnection::connect(&format!("{url}/mysql")).await?.close().await,
        }
    }
}

/// An empty database that goes away with the value.
#[derive(Debug)]
pub struct Database {
    /// What it is on.
    pub server: Server,
    /// Its URL.
    pub url: String,
    name: String,
    directory: Option<tempfile::TempDir>,
    /// It is not dropped with the value: its server is.
    keep: bool,
}

impl Database {
    /// Makes one. None if the server is not there and may be left out.
    ///
    /// # Panics
    ///
    /// If the server is there and the database cannot be made.
    pub fn new(server: Server) -> Option<Database> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("migrate_test_{}_{number}", std::process::id());
        if server == Server::Sqlite {
            let directory = tempfile::tempdir().expect("a temporary directory");
            let url = format!("sqlite://{}", directory.path().join("test.db").display());
            return Some(Database { server, url, name, directory: Some(directory), keep: false });
        }
        let url = format!("{}/{name}", server.admin()?);
        let database = Database { server, url, name, directory: None, keep: false };
        database.as_admin(&[
            format!("DROP DATABASE IF EXISTS {}", database.name),
            format!("CREATE DATABASE {}", database.name),
        ]);
        Some(database)
    }

    /// Drops what processes left behind that were killed.
    pub fn drop_orphans(server: Server) {
        let (Some(admin), true) = (server.admin(), std::path::Path::new("/proc/self").exists()) else { return };
        let name = match server {
            Server::Sqlite => return,
            Server::Postgres => "postgres",
            Server::MariaDb => "mysql",
        };
        let there = Database::existing(server, format!("{admin}/{name}"));
        let sql = match server {
            Server::Postgres => "SELECT datname::text FROM pg_database WHERE datname LIKE 'migrate\\_test\\_%'",
            _ => {
                "SELECT CONVERT(schema_name USING utf8mb4) FROM information_schema.schemata WHERE schema_name LIKE \
                 'migrate\\_test\\_%'"
            }
        };
        let names = crate::block_on(there.texts(sql));
        let dead = |name: &&String| {
            let process = name.split('_').nth(2).and_then(|process| process.parse::<u32>().ok());
            process.is_some_and(|process| !std::path::Path::new(&format!("/proc/{process}")).exists())
        };
        let drops: Vec<String> =
            names.iter().filter(dead).map(|name| format!("DROP DATABASE IF EXISTS {name}")).collect();
        // MariaDB sometimes leaves a file in a database, and does not drop it then: that is no matter of who comes after it.
        crate::block_on(there.run_each(&drops));
    }

    /// One that is there already, on a server of the test's own.
    pub fn existing(server: Server, url: String) -> Database {
        Database { server, url, name: String::new(), directory: None, keep: true }
    }

    /// Whether a connection can be made.
    pub async fn answers(&self) -> bool {
        match self.server {
            Server::Sqlite => true,
            Server::Postgres => PgConnection::connect(&self.url).await.is_ok(),
            Server::MariaDb => MySqlConnection::connect(&self.url).await.is_ok(),
        }
    }

    fn as_admin(&self, statements: &[String]) {
        let Some(admin) = self.server.admin() else { return };
        let run = async {
            match self.server {
                Server::Sqlite => (),
                Server::Postgres => {
                    let mut connection = PgConnection::connect(&format!("{admin}/postgres")).await?;
                    for sql in statements {
                        connection.execute(sqlx::AssertSqlSafe(sql.clone())).await?;
                    }
                }
                Server::MariaDb => {
                    let mut connection = MySqlConnection::connect(&format!("{admin}/mysql")).await?;
                    for sql in statements {
                        connection.execute(sqlx::AssertSqlSafe(sql.clone())).await?;
                    }
                }
            }
            Ok::<(), sqlx::Error>(())
        };
        crate::in_thread(run).expect("the administrator may make and drop databases");
    }

    /// Runs SQL on a connection of its own.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub async fn execute(&self, sql: &str) {
        let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
        let done = match self.server {
            Server::Sqlite => {
                let url = format!("{}?mode=rwc", self.url);
                let mut connection = SqliteConnection::connect(&url).await.expect("a connection");
                sql.execute(&mut connection).await.map(drop)
            }
            Server::Postgres => {
                let mut connection = PgConnection::connect(&self.url).await.expect("a connection");
                sql.execute(&mut connection).await.map(drop)
            }
            Server::MariaDb => {
                let mut connection = MySqlConnection::connect(&self.url).await.expect("a connection");
                sql.execute(&mut connection).await.map(drop)
            }
        };
        done.expect("the SQL of the test");
    }

    /// Runs statements one by one on a database that is emptied first. The first that is refused, and what was said.
    ///
    /// # Panics
    ///
    /// If it cannot be emptied.
    pub async fn first_refused(&self, statements: &[String]) -> Option<(usize, String)> {
        macro_rules! run {
            ($connection:expr) => {{
                let mut connection = $connection;
                for (at, sql) in statements.iter().enumerate() {
                    let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone()));
                    if let Err(error) = sql.execute(&mut connection).await {
                        return Some((at, error.to_string()));
                    }
                }
                None
            }};
        }
        match self.server {
            Server::Sqlite => run!(SqliteConnection::connect("sqlite::memory:").await.expect("a connection")),
            Server::Postgres => {
                self.empty().await;
                run!(PgConnection::connect(&self.url).await.expect("a connection"))
            }
            Server::MariaDb => {
                self.empty().await;
                run!(MySqlConnection::connect(&self.url).await.expect("a connection"))
            }
        }
    }

    /// Drops all that is in it. A file of SQLite stays as it is.
    ///
    /// # Panics
    ///
    /// If it cannot be emptied.
    pub async fn empty(&self) {
        match self.server {
            Server::Sqlite => (),
            Server::Postgres => {
                self.execute(
                    "DO $$ DECLARE s text; BEGIN FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND \
                     nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP; END $$; \
                     CREATE SCHEMA public",
                )
                .await;
            }
            Server::MariaDb => {
                self.execute(&format!("DROP DATABASE {0}; CREATE DATABASE {0}", self.name)).await;
            }
        }
    }

    /// Runs statements one by one on one connection. The first that is refused, and what was said.
    ///
    /// # Panics
    ///
    /// If there is no connection.
    pub async fn run_all(&self, statements: &[String]) -> Option<(usize, String)> {
        macro_rules! run {
            ($connection:expr) => {{
                let mut connection = $connection;
                for (at, sql) in statements.iter().enumerate() {
                    if let Err(error) = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(&mut connection).await {
                        return Some((at, format!("{error} at {sql}")));
                    }
                }
                None
            }};
        }
        match self.server {
            Server::Sqlite => {
                run!(SqliteConnection::connect(&format!("{}?mode=rwc", self.url)).await.expect("a connection"))
            }
            Server::Postgres => run!(PgConnection::connect(&self.url).await.expect("a connection")),
            Server::MariaDb => run!(MySqlConnection::connect(&self.url).await.expect("a connection")),
        }
    }

    /// Runs statements one by one on one connection, and says of each whether it ran.
    ///
    /// # Panics
    ///
    /// If there is no connection.
    pub async fn run_each(&self, statements: &[String]) -> Vec<bool> {
        macro_rules! run {
            ($connection:expr) => {{
                let mut connection = $connection;
                let mut ran = Vec::new();
                for sql in statements {
                    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(&mut connection).await;
                    ran.push(done.is_ok());
                }
                ran
            }};
        }
        match self.server {
            Server::Sqlite => {
                run!(SqliteConnection::connect(&format!("{}?mode=rwc", self.url)).await.expect("a connection"))
            }
            Server::Postgres => run!(PgConnection::connect(&self.url).await.expect("a connection")),
            Server::MariaDb => run!(MySqlConnection::connect(&self.url).await.expect("a connection")),
        }
    }

    /// All that is in it, as the product reads it.
    ///
    /// # Panics
    ///
    /// If it cannot be read.
    pub fn schema(&self) -> migrate_schema::live::Schema {
        use migrate_schema::live;
        let wanted = live::Wanted::default();
        let asked = crate::in_thread(async {
            let next = |dialect, answers: &[migrate_runtime::Rows]| live::questions(dialect, &wanted, answers);
            migrate_runtime::ask(self.url.as_str(), live::preparation, next).await
        });
        let (dialect, answers) = asked.expect("the catalog can be read");
        live::Schema::new(dialect, &wanted, &answers).expect("the answers have the shape of the questions")
    }

    /// The first column of each row, as text. The query must make it a text.
    ///
    /// # Panics
    ///
    /// If it fails.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        macro_rules! texts {
            ($connection:ty, $url:expr) => {{
                let mut connection = <$connection>::connect($url).await.expect("a connection");
                let sql = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
                let rows = sql.fetch_all(&mut connection).await.expect("the query of the test");
                rows.iter().map(|row| row.try_get::<String, _>(0).expect("a text")).collect()
            }};
        }
        match self.server {
            Server::Sqlite => texts!(SqliteConnection, &format!("{}?mode=rwc", self.url)),
            Server::Postgres => texts!(PgConnection, &self.url),
            Server::MariaDb => texts!(MySqlConnection, &self.url),
        }
    }

    /// The names of the tables, sorted.
    pub async fn tables(&self) -> Vec<String> {
        let sql = match self.server {
            Server::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
            }
            Server::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
            Server::MariaDb => {
                "SELECT CONVERT(table_name USING utf8mb4) FROM information_schema.tables WHERE table_schema = DATABASE() \
                 ORDER BY 1"
            }
        };
        self.texts(sql).await
    }

    /// The ids in the ledger, sorted.
    pub async fn ledger(&self) -> Vec<String> {
        self.texts("SELECT id FROM migrate_ledger WHERE state = 'applied' ORDER BY 1").await
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let force = if self.server == Server::Postgres { " WITH (FORCE)" } else { "" };
        if self.directory.is_none() && !self.keep {
            self.as_admin(&[format!("DROP DATABASE IF EXISTS {}{force}", self.name)]);
        }
    }
}

/// One test for each server: the body sees an empty database and may be async.
#[macro_export]
macro_rules! on_every_server {
    ($(#[doc = $doc:literal])* async fn $name:ident($db:ident: &Database) $body:block) => {
        $crate::on_servers! { [sqlite Sqlite, postgres Postgres, mariadb MariaDb] $(#[doc = $doc])* async fn $name($db: &Database) $body }
    };
}

/// One test for each of some servers.
#[macro_export]
macro_rules! on_servers {
    ([$($test:ident $server:ident),*] $(#[doc = $doc:literal])* async fn $name:ident($db:ident: &Database) $body:block) => {
        mod $name {
            use super::*;

            async fn check($db: &$crate::Database) $body

            $(
                #[test]
                fn $test() {
                    let Some(database) = $crate::Database::new($crate::Server::$server) else { return };
                    $crate::block_on(check(&database));
                }
            )*
        }
    };
}
