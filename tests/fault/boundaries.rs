//! kill -9 at every boundary that a protocol or a server has: before and after each message, and between all statements
//! and marks inside of a message.

use std::collections::BTreeMap;
use std::net::{SocketAddr, ToSocketAddrs};
use std::time::{Duration, Instant};

use migrate_tests::{Database, Folder, Proxy, Server, Stop, on_every_server, on_servers, say};

use crate::subject::{Ended, Mode, Subject, assert_no_lock, fingerprint, finish, gated, run, start, subjects, write};
use crate::{succeeded, text};

/// All boundaries instead of every third: `MIGRATE_TEST_KILLS` is set.
pub(crate) fn thorough() -> bool {
    std::env::var_os("MIGRATE_TEST_KILLS").is_some()
}

/// How runs ended after so many kills; it is printed.
#[derive(Debug, Default)]
pub(crate) struct Table(BTreeMap<(String, Ended), usize>);

impl Table {
    pub(crate) fn count(&mut self, what: String, ended: Ended) {
        *self.0.entry((what, ended)).or_default() += 1;
    }

    /// # Panics
    ///
    /// If there were fewer kills than there must have been for the test to mean anything.
    pub(crate) fn print(&self, server: Server, at_least: usize) {
        for ((what, ended), kills) in &self.0 {
            say(&format!("{server:?}, {what}: {kills} kills, then {ended:?}"));
        }
        let all: usize = self.0.values().sum();
        assert!(all >= at_least, "{server:?}: only {all} kills");
    }
}

/// What an undisturbed run leaves.
pub(crate) async fn undisturbed(server: Server, folder: &Folder, mode: Mode, prepare: Option<&str>) -> Vec<String> {
    let db = ready(server, folder, mode, prepare).await;
    run(folder, &db.url, &mode.arguments());
    fingerprint(&db).await
}

/// A database on which a run in this mode has something to do.
pub(crate) async fn ready(server: Server, folder: &Folder, mode: Mode, prepare: Option<&str>) -> Database {
    let db = Database::new(server).expect("the server is there");
    if mode.down {
        run(folder, &db.url, &["upgrade"]);
    } else if prepare.is_some() {
        run(folder, &db.url, &["ensure-version"]);
    }
    if let Some(sql) = prepare {
        db.execute(sql).await;
    }
    db
}

/// The server's address, and the URL with another port in its place.
pub(crate) fn through(url: &str, port: u16) -> (SocketAddr, String) {
    let (head, rest) = url.split_once('@').expect("a user");
    let (host, name) = rest.split_once('/').expect("a database");
    let default = if url.starts_with("mysql") { 3306 } else { 5432 };
    let (host, own) =
        host.split_once(':').map_or((host, default), |(host, port)| (host, port.parse().expect("a port")));
    let address = (host, own).to_socket_addrs().expect("an address").next().expect("an address");
    (address, format!("{head}@127.0.0.1:{port}/{name}"))
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn killed_before_or_after_any_message_it_is_finished_by_the_next_two(db: &Database) {
        let mut table = Table::default();
        for mode in Mode::of(db.server) {
            let subjects = subjects(db.server, mode.whole);
            let folder = write(db.server, &subjects);
            let expected = undisturbed(db.server, &folder, mode, None).await;
            let mut step = 0;
            // The first messages are those of connecting.
            'messages: for n in 3.. {
                for stop in [Stop::Before(n), Stop::After(n)] {
                    step += 1;
                    if !thorough() && step % 2 == 0 {
                        continue;
                    }
                    let context = format!("{mode:?}, {stop:?}");
                    let fresh = ready(db.server, &folder, mode, None).await;
                    let proxy = Proxy::stopping(through(&fresh.url, 1).0, stop);
                    let mut child = start(&folder, &through(&fresh.url, proxy.port).1, &mode.arguments(), &[]);
                    if !proxy.wait_for_stop(|| child.try_wait().is_ok_and(|ended| ended.is_some())) {
                        let output = child.wait_with_output().expect("the command ends");
                        assert!(succeeded(&output), "{context}: {}", text(&output));
                        break 'messages;
                    }
                    child.kill().expect("it runs");
                    let _ = child.wait();
                    proxy.cut();
                    let ended = finish(&fresh, &folder, mode, &subjects, &context).await;
                    assert_eq!(fingerprint(&fresh).await, expected, "{context}");
                    assert_no_lock(&fresh, &context).await;
                    table.count(format!("{} at a message", mode.arguments().join(" ")), ended);
                }
            }
        }
        table.print(db.server, 10);
    }
}

/// A statement that waits while somebody else holds the lock of that name.
fn gate(server: Server, name: &str) -> String {
    match server {
        Server::MariaDb => {
            let name = format!("CONCAT(DATABASE(), '.{name}')");
            format!("DO GET_LOCK({name}, 60) + RELEASE_LOCK({name})")
        }
        Server::Postgres => format!("SELECT pg_advisory_xact_lock_shared(hashtext('{name}'))"),
        Server::Sqlite => unreachable!("it has no locks with names"),
    }
}

/// On MariaDB the marks have gates, too: triggers of the ledger.
const MARK_GATES: &str = "\
CREATE TRIGGER gate_insert BEFORE INSERT ON migrate_ledger FOR EACH ROW \
DO GET_LOCK(CONCAT(DATABASE(), '.open', NEW.id), 60) + RELEASE_LOCK(CONCAT(DATABASE(), '.open', NEW.id)); \
CREATE TRIGGER gate_update BEFORE UPDATE ON migrate_ledger FOR EACH ROW \
DO GET_LOCK(CONCAT(DATABASE(), '.', NEW.state, NEW.id, '.', NEW.done), 60) + \
RELEASE_LOCK(CONCAT(DATABASE(), '.', NEW.state, NEW.id, '.', NEW.done)); \
CREATE TRIGGER gate_delete BEFORE DELETE ON migrate_ledger FOR EACH ROW \
DO GET_LOCK(CONCAT(DATABASE(), '.close', OLD.id), 60) + RELEASE_LOCK(CONCAT(DATABASE(), '.close', OLD.id))";

/// The names of all gates of a run, in order.
fn gates(server: Server, subjects: &[Subject], mode: Mode) -> Vec<String> {
    let mut gates = Vec::new();
    for (i, subject) in subjects.iter().enumerate() {
        let n = i + 1;
        let statements = if mode.down { &subject.down } else { &subject.up };
        let own = statements.len() / 2;
        gates.extend((0..=own).map(|k| format!("g{n}.{}.{k}", mode.down)));
        if server == Server::MariaDb {
            let state = if mode.down { "reverting" } else { "applying" };
            gates.push(if mode.down { format!("close{n}") } else { format!("open{n}") });
            gates.extend((1..statements.len()).map(|done| format!("{state}{n}.{done}")));
            gates.push(if mode.down { format!("reverting{n}.0") } else { format!("applied{n}.0") });
        }
    }
    gates
}

/// Closes a gate until the value is dropped.
struct Closed {
    #[allow(dead_code, reason = "the lock lives as long as its connection")]
    holder: Holder,
}

#[allow(dead_code, reason = "held, not read")]
enum Holder {
    Postgres(sqlx::PgConnection),
    MariaDb(sqlx::MySqlConnection),
}

async fn close(db: &Database, name: &str) -> Closed {
    use sqlx::{AssertSqlSafe, Connection, Executor};
    let holder = match db.server {
        Server::Postgres => {
            let mut holder = sqlx::PgConnection::connect(&db.url).await.expect("a connection");
            let sql = format!("SELECT pg_advisory_lock(hashtext('{name}'))");
            holder.execute(AssertSqlSafe(sql)).await.expect("the lock");
            Holder::Postgres(holder)
        }
        Server::MariaDb => {
            let mut holder = sqlx::MySqlConnection::connect(&db.url).await.expect("a connection");
            let sql = format!("DO GET_LOCK(CONCAT(DATABASE(), '.{name}'), 0)");
            holder.execute(AssertSqlSafe(sql)).await.expect("the lock");
            Holder::MariaDb(holder)
        }
        Server::Sqlite => unreachable!("it has no gates"),
    };
    Closed { holder }
}

/// Waits until a session stands at a gate, and gives its number.
async fn standing(db: &Database, context: &str) -> String {
    let sql = match db.server {
        Server::Postgres => {
            "SELECT pid::text FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = \
             (SELECT oid FROM pg_database WHERE datname = current_database())"
        }
        _ => {
            "SELECT CONVERT(id, CHAR) FROM information_schema.processlist WHERE db = DATABASE() AND state = 'User lock'"
        }
    };
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(30) {
        if let Some(session) = db.texts(sql).await.pop() {
            return session;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("{context}: nobody came to the gate")
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn killed_between_any_two_statements_or_marks_it_is_finished_by_the_next_two(db: &Database) {
        let server = db.server;
        let mut table = Table::default();
        for mode in Mode::of(server) {
            // Outside of transactions each message is one statement: that is the other test.
            let whole = server == Server::Postgres;
            let name = |n: usize, down: bool, k: usize| gate(server, &format!("g{n}.{down}.{k}"));
            let subjects = gated(subjects(server, whole), name);
            let folder = write(server, &subjects);
            let prepare = (server == Server::MariaDb).then_some(MARK_GATES);
            let expected = undisturbed(server, &folder, mode, prepare).await;
            for (i, gate) in gates(server, &subjects, mode).iter().enumerate() {
                // Whether the server sees that the client is gone, or goes on with what it has.
                for aborts in [true, false] {
                    if !thorough() && (2 * i + usize::from(aborts)) % 3 != 0 {
                        continue;
                    }
                    let context = format!("{mode:?}, gate {gate}, the server {}", if aborts { "aborts" } else { "goes on" });
                    let fresh = ready(server, &folder, mode, prepare).await;
                    let closed = close(&fresh, gate).await;
                    let mut child = start(&folder, &fresh.url, &mode.arguments(), &[]);
                    let session = standing(&fresh, &context).await;
                    child.kill().expect("it runs");
                    let _ = child.wait();
                    if aborts {
                        let kill = match server {
                            Server::Postgres => format!("SELECT pg_terminate_backend({session})"),
                            _ => format!("KILL {session}"),
                        };
                        fresh.execute(&kill).await;
                    }
                    drop(closed);
                    let ended = finish(&fresh, &folder, mode, &subjects, &context).await;
                    assert_eq!(fingerprint(&fresh).await, expected, "{context}");
                    assert_no_lock(&fresh, &context).await;
                    let what = if aborts { "its session ended" } else { "the server went on" };
                    table.count(format!("{} at a statement, {what}", mode.arguments().join(" ")), ended);
                }
            }
        }
        table.print(server, 10);
    }
}

on_every_server! {
    async fn concurrent_indexes_and_eight_processes_leave_what_one_leaves(db: &Database) {
        let mode = Mode::ALL[0];
        let folder = write(db.server, &subjects(db.server, false));
        let expected = undisturbed(db.server, &folder, mode, None).await;
        let numbers: &[usize] = if thorough() { &[8, 32] } else { &[8] };
        for &number in numbers {
            let fresh = Database::new(db.server).expect("the server is there");
            let started = Instant::now();
            let all: Vec<_> = (0..number).map(|_| start(&folder, &fresh.url, &mode.arguments(), &[])).collect();
            for child in all {
                let output = child.wait_with_output().expect("the command ends");
                assert!(succeeded(&output), "{number} at once: {}", text(&output));
            }
            say(&format!("{:?}: {number} processes at once in {:.1} s", db.server, started.elapsed().as_secs_f64()));
            assert_eq!(fingerprint(&fresh).await, expected, "{number} at once");
            assert_no_lock(&fresh, &format!("{number} at once")).await;
        }
    }
}
