//! A thousand schemas of one PostgreSQL database: applying, and a start with nothing to do, beside a loop over
//! `sqlx::migrate!` that sets `search_path`.
//!
//! `-- tenants [schemas] [rounds]`

use std::sync::Arc;
use std::time::Instant;

use migrate_core::{Dialect, DialectSet};
use migrate_runtime::Migrations;
use migrate_schema::Project;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

use crate::proxy::{self, Counter};

/// Revisions of the set.
const REVISIONS: usize = 3;

#[derive(Clone, Copy, PartialEq)]
enum Tool {
    /// At once so many.
    Migrate(usize),
    /// One connection, one schema after the other.
    Sqlx,
}

const TOOLS: [Tool; 3] = [Tool::Sqlx, Tool::Migrate(1), Tool::Migrate(8)];

/// Prints medians, ratios and round trips.
pub fn run() {
    let number = |at: usize, default: usize| std::env::args().nth(at).and_then(|n| n.parse().ok()).unwrap_or(default);
    let (schemas, rounds) = (number(2, 1000), number(3, 3));
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(all(schemas, rounds));
}

async fn all(schemas: usize, rounds: usize) {
    let folder = tempfile::tempdir().expect("a directory");
    let sqlx_folder = tempfile::tempdir().expect("a directory");
    for n in 1..=REVISIONS {
        let (up, down) = crate::migration(n);
        let parent = if n == 1 { "none".to_owned() } else { format!("{:05}", n - 1) };
        let text = format!("-- migrate:revises {parent}\n\n-- migrate:up\n{up}\n-- migrate:down\n{down}");
        std::fs::write(folder.path().join(format!("{n:05}_t{n}.sql")), text).expect("a migration");
        std::fs::write(sqlx_folder.path().join(format!("{n:05}_t{n}.sql")), up).expect("a migration");
    }
    let project = Project::load(folder.path(), "migrations", DialectSet::EMPTY.with(Dialect::Postgres));
    let set = Migrations::from_set(project.set.expect("a set")).expect("a graph");
    let migrator = Migrator::new(sqlx_folder.path().to_owned()).await.expect("a migrator");
    let names: Vec<String> = (0..schemas).map(|n| format!("tenant_{n:04}")).collect();
    let counter = Arc::new(Counter::default());
    let port = proxy::start("127.0.0.1:5432", counter.clone()).await;
    let name = format!("migrate_bench_{}", std::process::id());
    let url = format!("postgres://postgres@127.0.0.1:{port}/{name}?sslmode=disable");

    let mut cells = vec![(Vec::new(), 0, Vec::new(), 0); TOOLS.len()];
    for _ in 0..rounds {
        for (tool, cell) in TOOLS.iter().zip(&mut cells) {
            admin(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            admin(&format!("CREATE DATABASE {name}")).await;
            make(&url, &names).await;
            for again in [false, true] {
                counter.take();
                let started = Instant::now();
                go(*tool, &url, &names, &set, &migrator).await;
                let (seconds, trips) = (started.elapsed().as_secs_f64(), counter.take());
                if again {
                    cell.2.push(seconds);
                    cell.3 = trips;
                } else {
                    cell.0.push(seconds);
                    cell.1 = trips;
                }
            }
            admin(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    println!(
        "{schemas} schemas, {REVISIONS} revisions each, PostgreSQL; median of {rounds} interleaved rounds, connecting included\n"
    );
    println!("| tool | apply s | × sqlx | trips | no-op s | × sqlx | trips |\n|---|--:|--:|--:|--:|--:|--:|");
    let (apply, again) = (crate::median(cells[0].0.clone()), crate::median(cells[0].2.clone()));
    for (tool, cell) in TOOLS.iter().zip(cells) {
        let name = match tool {
            Tool::Sqlx => "sqlx, a loop with search_path".to_owned(),
            Tool::Migrate(parallel) => format!("migrate, {parallel} at once"),
        };
        let (own, own_again) = (crate::median(cell.0), crate::median(cell.2));
        println!(
            "| {name} | {own:.2} | {:.2} | {} | {own_again:.2} | {:.2} | {} |",
            own / apply,
            cell.1,
            own_again / again,
            cell.3
        );
    }
}

async fn admin(sql: &str) {
    let mut admin = PgConnection::connect("postgres://postgres@127.0.0.1:5432/postgres").await.expect("a connection");
    admin.execute(AssertSqlSafe(sql.to_owned())).await.expect("an administrator");
}

async fn make(url: &str, names: &[String]) {
    let mut connection = PgConnection::connect(url).await.expect("a connection");
    for some in names.chunks(100) {
        let sql: String = some.iter().map(|name| format!("CREATE SCHEMA {name};")).collect();
        connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.expect("schemas");
    }
}

async fn go(tool: Tool, url: &str, names: &[String], set: &Migrations, migrator: &Migrator) {
    match tool {
        Tool::Migrate(parallel) => {
            set.upgrade_schemas(url, names).parallel(parallel).await.expect("an upgrade");
        }
        Tool::Sqlx => {
            let mut connection = PgConnection::connect(url).await.expect("a connection");
            for name in names {
                let sql = format!("SET search_path TO {name}");
                connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.expect("a setting");
                migrator.run_direct(None, &mut connection, false).await.expect("an upgrade");
            }
        }
    }
}
