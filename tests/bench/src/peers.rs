//! The tools that are measured: each brings a fresh database to the last migration, or finds that it is there. What a
//! program would have in its binary is made before the clock runs: texts are in memory, connections are open.

use diesel::Connection as _;
use diesel::backend::Backend;
use diesel::connection::BoxableConnection;
use diesel::migration::{Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion};
use diesel_migrations::MigrationHarness;
use migrate_runtime::{Migrations, Transaction};
use migrate_schema::Project;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection as _, Executor, MySqlConnection, PgConnection, SqliteConnection};
use std::time::Instant;

use crate::server::Server;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// The limit: everything in one batch, in one transaction where DDL takes part in it, without any bookkeeping.
    Raw,
    /// This project, one transaction for everything.
    Whole,
    /// This project, one transaction for each revision.
    Each,
    Sqlx,
    Refinery,
    /// Refinery with everything in one transaction.
    RefineryGrouped,
    Diesel,
    RusqliteMigration,
}

impl Tool {
    pub fn of(server: Server) -> &'static [Tool] {
        use Tool::*;
        match server {
            Server::Sqlite => &[Raw, Whole, Each, Sqlx, Refinery, RefineryGrouped, Diesel, RusqliteMigration],
            Server::Postgres => &[Raw, Whole, Each, Sqlx, Refinery, RefineryGrouped, Diesel],
            Server::MariaDb => &[Raw, Each, Sqlx, Refinery, Diesel],
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Tool::Raw => "raw batch",
            Tool::Whole => "migrate, whole",
            Tool::Each => "migrate",
            Tool::Sqlx => "sqlx",
            Tool::Refinery => "refinery",
            Tool::RefineryGrouped => "refinery, grouped",
            Tool::Diesel => "diesel_migrations",
            Tool::RusqliteMigration => "rusqlite_migration",
        }
    }

    pub fn from_name(name: &str) -> Option<Tool> {
        Server::ALL.iter().flat_map(|server| Tool::of(*server)).copied().find(|tool| tool.name() == name)
    }
}

/// The same migrations in the form of each tool.
pub struct Set {
    batch: String,
    packed: &'static str,
    migrator: Migrator,
    refinery: Vec<(String, String)>,
    diesel: Memory,
    rusqlite: rusqlite_migration::Migrations<'static>,
}

impl Set {
    pub fn new(server: Server, count: usize) -> Set {
        let folder = tempfile::tempdir().expect("a directory");
        let sqlx_folder = tempfile::tempdir().expect("a directory");
        let mut texts: Vec<&'static str> = Vec::new();
        for n in 1..=count {
            let (up, down) = crate::migration(n);
            let parent = if n == 1 { "none".to_owned() } else { format!("{:05}", n - 1) };
            let text = format!("-- migrate:revises {parent}\n\n-- migrate:up\n{up}\n-- migrate:down\n{down}");
            std::fs::write(folder.path().join(format!("{n:05}_t{n}.sql")), text).expect("a migration");
            std::fs::write(sqlx_folder.path().join(format!("{n:05}_t{n}.sql")), &up).expect("a migration");
            texts.push(up.leak());
        }
        let dialects = migrate_core::DialectSet::EMPTY.with(server.dialect());
        let project = Project::load(folder.path(), "migrations", dialects);
        let batch = match server {
            Server::MariaDb => texts.concat(),
            _ => format!("BEGIN;\n{}COMMIT;\n", texts.concat()),
        };
        Set {
            batch,
            packed: project.set.expect("a set").pack().leak(),
            migrator: crate::block_on(Migrator::new(sqlx_folder.path().to_owned())).expect("a migrator"),
            refinery: texts.iter().enumerate().map(|(i, up)| (format!("V{}__t{0}", i + 1), (*up).to_owned())).collect(),
            diesel: Memory(
                texts.iter().enumerate().map(|(i, up)| Text { name: format!("{:05}", i + 1), up }).collect(),
            ),
            rusqlite: rusqlite_migration::Migrations::new(
                texts.iter().map(|up| rusqlite_migration::M::up(up)).collect(),
            ),
        }
    }

    /// Connects, calls `ready`, and gives the milliseconds of the rest.
    pub fn run(&self, tool: Tool, server: Server, url: &str, ready: impl FnOnce()) -> Result<f64, String> {
        match tool {
            Tool::Raw | Tool::Whole | Tool::Each | Tool::Sqlx => {
                crate::block_on(self.with_sqlx(tool, server, url, ready))
            }
            Tool::Refinery | Tool::RefineryGrouped => self.with_refinery(tool, server, url, ready),
            Tool::Diesel => self.with_diesel(server, url, ready),
            Tool::RusqliteMigration => {
                let mut connection = rusqlite_open(url)?;
                ready();
                let started = Instant::now();
                self.rusqlite.to_latest(&mut connection).map_err(|error| error.to_string())?;
                Ok(ms(started))
            }
        }
    }

    async fn with_sqlx(&self, tool: Tool, server: Server, url: &str, ready: impl FnOnce()) -> Result<f64, String> {
        macro_rules! go {
            ($connection:ty) => {{
                let mut connection = <$connection>::connect(url).await.map_err(|error| error.to_string())?;
                // As it comes out of the binary: what is packed is unpacked while the clock runs.
                let migrations = Migrations::__embedded(self.packed, None);
                ready();
                let started = Instant::now();
                match tool {
                    Tool::Raw => {
                        let batch = sqlx::raw_sql(AssertSqlSafe(self.batch.clone()));
                        connection.execute(batch).await.map(drop).map_err(|error| error.to_string())?;
                    }
                    Tool::Each => {
                        migrations.upgrade(&mut connection).await.map(drop).map_err(|error| error.to_string())?
                    }
                    Tool::Whole => {
                        let upgrade = migrations.upgrade(&mut connection).transaction(Transaction::Whole);
                        upgrade.await.map(drop).map_err(|error| error.to_string())?;
                    }
                    _ => {
                        let run = self.migrator.run_direct(None, &mut connection, false);
                        run.await.map_err(|error| error.to_string())?;
                    }
                }
                let ms = ms(started);
                let _ = connection.close().await;
                Ok(ms)
            }};
        }
        match server {
            Server::Sqlite => go!(SqliteConnection),
            Server::Postgres => go!(PgConnection),
            Server::MariaDb => go!(MySqlConnection),
        }
    }

    fn with_refinery(&self, tool: Tool, server: Server, url: &str, ready: impl FnOnce()) -> Result<f64, String> {
        macro_rules! go {
            ($connection:expr) => {{
                let mut connection = $connection;
                ready();
                let started = Instant::now();
                // What `embed_migrations!` makes at each start.
                let migration =
                    |(name, sql): &(String, String)| refinery::Migration::unapplied(name, sql).expect("a name");
                let migrations: Vec<_> = self.refinery.iter().map(migration).collect();
                let runner = refinery::Runner::new(&migrations).set_grouped(tool == Tool::RefineryGrouped);
                runner.run(&mut connection).map_err(|error| error.to_string())?;
                Ok(ms(started))
            }};
        }
        match server {
            Server::Sqlite => go!(rusqlite_open(url)?),
            Server::Postgres => {
                use refinery_core::postgres::{Client, NoTls};
                go!(Client::connect(url, NoTls).map_err(|error| error.to_string())?)
            }
            Server::MariaDb => {
                use refinery_core::mysql::{Conn, Opts};
                let plain = url.split('?').next().unwrap_or(url);
                let opts = Opts::from_url(plain).map_err(|error| error.to_string())?;
                go!(Conn::new(opts).map_err(|error| error.to_string())?)
            }
        }
    }

    fn with_diesel(&self, server: Server, url: &str, ready: impl FnOnce()) -> Result<f64, String> {
        macro_rules! go {
            ($connection:ty, $url:expr) => {{
                let mut connection = <$connection>::establish($url).map_err(|error| error.to_string())?;
                ready();
                let started = Instant::now();
                let applied = connection.run_pending_migrations(&self.diesel).map(drop);
                applied.map_err(|error| error.to_string())?;
                Ok(ms(started))
            }};
        }
        match server {
            Server::Sqlite => go!(diesel::SqliteConnection, &path(url)),
            Server::Postgres => go!(diesel::PgConnection, url),
            Server::MariaDb => go!(diesel::MysqlConnection, url.split('?').next().unwrap_or(url)),
        }
    }
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1e3
}

fn path(url: &str) -> String {
    url.trim_start_matches("sqlite://").split('?').next().expect("a path").to_owned()
}

fn rusqlite_open(url: &str) -> Result<refinery_core::rusqlite::Connection, String> {
    refinery_core::rusqlite::Connection::open(path(url)).map_err(|error| error.to_string())
}

/// What diesel's `embed_migrations!` holds.
struct Memory(Vec<Text>);

struct Text {
    name: String,
    up: &'static str,
}

impl<DB: Backend> MigrationSource<DB> for &Memory {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let boxed = |text: &Text| Box::new(Text { name: text.name.clone(), up: text.up }) as Box<dyn Migration<DB>>;
        Ok(self.0.iter().map(boxed).collect())
    }
}

impl<DB: Backend> Migration<DB> for Text {
    fn run(&self, connection: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Ok(connection.batch_execute(self.up)?)
    }

    fn revert(&self, _connection: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Err("nothing is measured that goes down".into())
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        self
    }
}

impl MigrationMetadata for Text {}

impl MigrationName for Text {
    fn version(&self) -> MigrationVersion<'_> {
        MigrationVersion::from(self.name.as_str())
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}
