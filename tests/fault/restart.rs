//! The server crashes in mid-run and comes back.

use std::time::{Duration, Instant};

use migrate_tests::{PrivateServer, Server, block_on, say};

use crate::boundaries::{Table, thorough};
use crate::subject::{Mode, assert_no_lock, fingerprint, finish, gated, run, start, subjects, write};
use crate::{succeeded, text};

/// A crash at many moments of each mode, on one server that is started again each time.
async fn crashes(server: Server) {
    let Some(mut private) = PrivateServer::start(server) else { return };
    let mut table = Table::default();
    let mut number = 0;
    for mode in Mode::of(server) {
        let pause = |_: usize, _: bool, _: usize| match server {
            Server::MariaDb => "DO SLEEP(0.03)".to_owned(),
            _ => "SELECT pg_sleep(0.03)".to_owned(),
        };
        let subjects = gated(subjects(server, mode.whole), pause);
        let folder = write(server, &subjects);
        let reference = private.database(&format!("reference_{number}"));
        if mode.down {
            run(&folder, &reference.url, &["upgrade"]);
        }
        let started = Instant::now();
        run(&folder, &reference.url, &mode.arguments());
        let whole = started.elapsed();
        let expected = fingerprint(&reference).await;
        let crashes: u32 = if thorough() { 15 } else { 3 };
        for crash in 1..=crashes {
            number += 1;
            let after = whole * crash / (crashes + 1);
            let context = format!("{mode:?}, crash {after:?} after the start");
            let db = private.database(&format!("crash_{number}"));
            if mode.down {
                run(&folder, &db.url, &["upgrade"]);
            }
            let child = start(&folder, &db.url, &mode.arguments(), &[]);
            std::thread::sleep(after);
            private.crash();
            let output = child.wait_with_output().expect("the command ends");
            if !succeeded(&output) {
                let said = text(&output);
                // Between connections there is nothing that could have been begun.
                let told =
                    said.contains("= committed: ") && said.contains("= help: ") || said.contains("cannot connect");
                assert!(told || said.contains("cannot read the ledger"), "{context}: {said}");
            }
            private.run();
            private.wait_until_it_answers();
            let ended = finish(&db, &folder, mode, &subjects, &context).await;
            assert_eq!(fingerprint(&db).await, expected, "{context}");
            assert_no_lock(&db, &context).await;
            table.count(format!("{}, the server crashed", mode.arguments().join(" ")), ended);
        }
    }
    table.print(server, 6);
    say(&format!("{server:?} crashed {number} times"));
}

#[test]
fn a_postgres_that_crashes_in_mid_run_is_gone_on_with() {
    block_on(crashes(Server::Postgres));
}

#[test]
fn a_mariadb_that_crashes_in_mid_run_is_gone_on_with() {
    block_on(crashes(Server::MariaDb));
}

/// The short way to see what an operator is told, too.
#[test]
fn a_server_that_is_starting_is_waited_for() {
    let Some(mut private) = PrivateServer::start(Server::Postgres) else { return };
    let folder = write(Server::Postgres, &subjects(Server::Postgres, false));
    let db = private.database("late");
    private.crash();
    let child = start(&folder, &db.url, &["upgrade", "--wait", "30s"], &[]);
    std::thread::sleep(Duration::from_millis(500));
    private.run();
    let output = child.wait_with_output().expect("the command ends");
    assert!(succeeded(&output), "{}", text(&output));
}
