//! How often a run asks the server, counted by a proxy: limits, events and probes must cost nothing.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use migrate_runtime::{Migrations, Transaction};
use migrate_tests::{Server, migrations, on_servers};
use sqlx::{Connection, MySqlConnection, PgConnection};

/// Counts how often the client speaks after the server has spoken.
#[derive(Default)]
struct Counter {
    trips: AtomicUsize,
    server_spoke: AtomicBool,
}

impl Counter {
    fn take(&self) -> usize {
        self.trips.swap(0, Ordering::SeqCst)
    }
}

/// Passes on one connection at a time. Returns the URL that leads through it.
fn through(url: &str, counter: &Arc<Counter>) -> String {
    let (head, rest) = url.split_once('@').expect("a user");
    let (host, name) = rest.split_once('/').expect("a database");
    let default = if url.starts_with("mysql") { ":3306" } else { ":5432" };
    let host = if host.contains(':') { host.to_owned() } else { format!("{host}{default}") };
    let server = host.to_socket_addrs().expect("an address").next().expect("an address");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let counter = counter.clone();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let Ok(server) = TcpStream::connect(server) else { continue };
            let copy = |stream: &TcpStream| stream.try_clone().expect("a handle");
            let (up, down) = (counter.clone(), counter.clone());
            let (from, to) = (copy(&client), copy(&server));
            std::thread::spawn(move || {
                pass(from, to, || {
                    if up.server_spoke.swap(false, Ordering::SeqCst) {
                        up.trips.fetch_add(1, Ordering::SeqCst);
                    }
                });
            });
            std::thread::spawn(move || pass(server, client, || down.server_spoke.store(true, Ordering::SeqCst)));
        }
    });
    format!("{head}@127.0.0.1:{port}/{name}")
}

fn pass(mut from: TcpStream, mut to: TcpStream, seen: impl Fn()) {
    let mut buffer = vec![0; 1 << 16];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        seen();
        if to.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(std::net::Shutdown::Both);
}

/// A line of so many revisions, each with two statements.
fn line(server: Server, revisions: usize) -> Migrations {
    let files: Vec<(String, String)> = (1..=revisions)
        .map(|n| {
            let parent = if n == 1 { "none".to_owned() } else { (n - 1).to_string() };
            let text = format!(
                "-- migrate:revises {parent}\n-- migrate:up\nCREATE TABLE t{n} (i INT);\nINSERT INTO t{n} VALUES (1);\n"
            );
            (format!("{n}_t.sql"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    migrations(server.dialect(), &files)
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_run_asks_as_seldom_as_it_can(db: &Database) {
        let counter = Arc::new(Counter::default());
        let url = through(&db.url, &counter);
        let (one, seven, nine) = (line(db.server, 1), line(db.server, 7), line(db.server, 9));
        one.upgrade(&db.url).await.expect("the ledger is there");
        macro_rules! count {
            ($connection:ty, $per_revision:expr) => {{
                let mut connection = <$connection>::connect(&url).await.expect("a connection");
                counter.take();
                one.upgrade(&mut connection).observe(|_| ()).await.expect("nothing to do");
                assert_eq!(counter.take(), 1, "a start with nothing to do");
                let limits = (Duration::from_secs(7), Duration::from_secs(60));
                let run = seven.upgrade(&mut connection).table_lock_timeout(limits.0).statement_timeout(limits.1);
                assert_eq!(run.observe(|_| ()).await.expect("an upgrade").steps.len(), 6);
                assert_eq!(counter.take(), $per_revision, "six revisions");
                if db.server == Server::Postgres {
                    let whole = nine.upgrade(&mut connection).transaction(Transaction::Whole);
                    assert_eq!(whole.await.expect("an upgrade").steps.len(), 2);
                    assert_eq!(counter.take(), 3, "the ledger, and all of it");
                }
            }};
        }
        match db.server {
            // The ledger is looked at and read, then each revision is one.
            Server::Postgres => count!(PgConnection, 2 + 6),
            // Besides, the lock is taken and given back, and the ledger is read again under it.
            _ => count!(MySqlConnection, 2 + 2 + 6 + 1),
        }
    }
}
