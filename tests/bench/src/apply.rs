//! Applying to a fresh database and starting with nothing to do, beside `sqlx::migrate!` and the raw driver.

use std::sync::Arc;
use std::time::Instant;

use migrate_core::{Dialect, DialectSet};
use migrate_runtime::{Migrations, Transaction};
use migrate_schema::Project;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, Executor, MySqlConnection, PgConnection, SqliteConnection};

use crate::proxy::{self, Counter};

const ROUNDS: usize = 7;

#[derive(Clone, Copy, PartialEq)]
enum Server {
    Sqlite,
    Postgres,
    MariaDb,
}

#[derive(Clone, Copy, PartialEq)]
enum Tool {
    Raw,
    Migrate,
    Whole,
    Sqlx,
}

/// Prints medians of wall time, their ratio to the raw batch, and round trips.
pub fn run() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(all());
}

async fn all() {
    println!(
        "median of {ROUNDS} interleaved rounds; `trips` without connecting; raw = everything in one batch, no bookkeeping\n"
    );
    println!(
        "| server | migrations | tool | apply ms | × raw | trips | no-op ms | trips |\n|---|--:|---|--:|--:|--:|--:|--:|"
    );
    for server in [Server::Sqlite, Server::Postgres, Server::MariaDb] {
        for count in [10, 100, 1000] {
            if server == Server::MariaDb && count == 1000 {
                // Minutes of DDL in the server that say nothing about the tools.
                continue;
            }
            table(server, count).await;
        }
    }
}

async fn table(server: Server, count: usize) {
    let folder = tempfile::tempdir().expect("a directory");
    let sqlx_folder = tempfile::tempdir().expect("a directory");
    let mut batch = String::new();
    for n in 1..=count {
        let (up, down) = crate::migration(n);
        batch.push_str(&up);
        let parent = if n == 1 { "none".to_owned() } else { format!("{:05}", n - 1) };
        let text = format!("-- migrate:revises {parent}\n\n-- migrate:up\n{up}\n-- migrate:down\n{down}");
        std::fs::write(folder.path().join(format!("{n:05}_t{n}.sql")), text).expect("a migration");
        std::fs::write(sqlx_folder.path().join(format!("{n:05}_t{n}.sql")), up).expect("a migration");
    }
    let dialect = match server {
        Server::Sqlite => Dialect::Sqlite,
        Server::Postgres => Dialect::Postgres,
        Server::MariaDb => Dialect::MariaDb,
    };
    let project = Project::load(folder.path(), "migrations", DialectSet::EMPTY.with(dialect));
    let set = Migrations::from_set(project.set.expect("a set")).expect("a graph");
    let migrator = Migrator::new(sqlx_folder.path().to_owned()).await.expect("a migrator");
    let counter = Arc::new(Counter::default());
    let port = match server {
        Server::Sqlite => 0,
        Server::Postgres => proxy::start("127.0.0.1:5432", counter.clone()).await,
        Server::MariaDb => proxy::start("127.0.0.1:3306", counter.clone()).await,
    };
    let tools: &[Tool] = match server {
        Server::MariaDb => &[Tool::Raw, Tool::Migrate, Tool::Sqlx],
        _ => &[Tool::Raw, Tool::Whole, Tool::Migrate, Tool::Sqlx],
    };
    let rounds = if count == 1000 { 3 } else { ROUNDS };
    let mut cells = vec![(Vec::new(), 0, Vec::new(), 0); tools.len()];
    for _ in 0..rounds {
        for (tool, cell) in tools.iter().zip(&mut cells) {
            let database = Database::new(server, port).await;
            for again in [false, true] {
                if again && *tool == Tool::Raw {
                    continue;
                }
                let (ms, trips) = database.go(*tool, &set, &migrator, &batch, &counter).await;
                if again {
                    cell.2.push(ms);
                    cell.3 = trips;
                } else {
                    cell.0.push(ms);
                    cell.1 = trips;
                }
            }
            database.drop().await;
        }
    }
    let raw = crate::median(cells[0].0.clone());
    let server = match server {
        Server::Sqlite => "SQLite",
        Server::Postgres => "PostgreSQL",
        Server::MariaDb => "MariaDB",
    };
    for (tool, (apply, trips, again, again_trips)) in tools.iter().zip(cells) {
        let name = match tool {
            Tool::Raw => "raw",
            Tool::Migrate => "migrate",
            Tool::Whole => "migrate, one transaction",
            Tool::Sqlx => "sqlx",
        };
        let apply = crate::median(apply);
        let again = if again.is_empty() { "".to_owned() } else { format!("{:.2}", crate::median(again)) };
        println!(
            "| {server} | {count} | {name} | {apply:.1} | {:.2} | {trips} | {again} | {again_trips} |",
            apply / raw
        );
    }
}

struct Database {
    server: Server,
    name: String,
    url: String,
    file: Option<tempfile::TempDir>,
}

impl Database {
    async fn new(server: Server, port: u16) -> Database {
        let name = format!("migrate_bench_{}", std::process::id());
        match server {
            Server::Sqlite => {
                let file = tempfile::tempdir().expect("a directory");
                let url = format!("sqlite://{}?mode=rwc", file.path().join("bench.db").display());
                Database { server, name, url, file: Some(file) }
            }
            Server::Postgres | Server::MariaDb => {
                let scheme = if server == Server::Postgres { "postgres://postgres" } else { "mysql://root" };
                let url = format!("{scheme}@127.0.0.1:{port}/{name}?ssl-mode=disabled&sslmode=disable");
                let url = if server == Server::Postgres {
                    url.replace("ssl-mode=disabled&", "")
                } else {
                    url.replace("&sslmode=disable", "")
                };
                let database = Database { server, name, url, file: None };
                database.admin("DROP DATABASE IF EXISTS").await;
                database.admin("CREATE DATABASE").await;
                database
            }
        }
    }

    async fn admin(&self, what: &str) {
        let sql = AssertSqlSafe(format!("{what} {}", self.name));
        match self.server {
            Server::Sqlite => (),
            Server::Postgres => {
                let mut admin =
                    PgConnection::connect("postgres://postgres@127.0.0.1:5432/postgres").await.expect("a connection");
                admin.execute(sql).await.expect("an administrator");
            }
            Server::MariaDb => {
                let mut admin =
                    MySqlConnection::connect("mysql://root@127.0.0.1:3306/mysql").await.expect("a connection");
                admin.execute(sql).await.expect("an administrator");
            }
        }
    }

    async fn drop(self) {
        if self.file.is_none() {
            self.admin("DROP DATABASE IF EXISTS").await;
        }
    }

    /// Milliseconds and round trips on an open connection.
    async fn go(
        &self,
        tool: Tool,
        set: &Migrations,
        migrator: &Migrator,
        batch: &str,
        counter: &Counter,
    ) -> (f64, usize) {
        macro_rules! go {
            ($connection:ty) => {{
                let mut connection = <$connection>::connect(&self.url).await.expect("a connection");
                counter.take();
                let started = Instant::now();
                match tool {
                    Tool::Raw => {
                        connection.execute(sqlx::raw_sql(AssertSqlSafe(batch.to_owned()))).await.expect("the batch");
                    }
                    Tool::Migrate => drop(set.upgrade(&mut connection).await.expect("an upgrade")),
                    Tool::Whole => {
                        drop(set.upgrade(&mut connection).transaction(Transaction::Whole).await.expect("an upgrade"))
                    }
                    Tool::Sqlx => migrator.run_direct(None, &mut connection, false).await.expect("an upgrade"),
                }
                let ms = started.elapsed().as_secs_f64() * 1e3;
                let trips = counter.take();
                let _ = connection.close().await;
                (ms, trips)
            }};
        }
        match self.server {
            Server::Sqlite => {
                // The raw batch is one transaction, as the limit would be.
                go!(SqliteConnection)
            }
            Server::Postgres => go!(PgConnection),
            Server::MariaDb => go!(MySqlConnection),
        }
    }
}
