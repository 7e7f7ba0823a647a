//! A server that is not there yet, and one that goes away in the middle.

use std::time::{Duration, Instant};

use migrate_tests::{Proxy, on_servers};

use crate::boundaries::through;
use crate::{assert_undisturbed, folder, succeeded, text, upgrade};

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_database_that_comes_late_is_waited_for(db: &Database) {
        let port = Proxy::free_port();
        let (server, url) = through(&db.url, port);
        let folder = folder(db.server);
        let child = upgrade(&folder, &url, &["--wait", "30s"]);
        std::thread::sleep(Duration::from_millis(700));
        let _proxy = Proxy::start(port, server);
        let output = child.wait_with_output().expect("the command ends");
        assert!(succeeded(&output), "{}", text(&output));
        assert!(text(&output).contains("waiting for the database"), "{}", text(&output));
        assert_undisturbed(db, "a late server").await;
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn what_waiting_cannot_help_fails_at_once(db: &Database) {
        let folder = folder(db.server);
        let (head, _) = db.url.rsplit_once('/').expect("a database");
        let started = Instant::now();
        let output = upgrade(&folder, &format!("{head}/there_is_no_such_database"), &["--wait", "60s"]).wait_with_output();
        let output = output.expect("the command ends");
        assert!(!succeeded(&output), "{}", text(&output));
        assert!(started.elapsed() < Duration::from_secs(20), "it waited");
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_connection_that_is_cut_leaves_what_the_next_run_finishes(db: &Database) {
        let folder = folder(db.server);
        for wait in [60, 150, 250] {
            let fresh = migrate_tests::Database::new(db.server).expect("the server is there");
            let (server, _) = through(&fresh.url, 1);
            let proxy = Proxy::start(0, server);
            let (_, url) = through(&fresh.url, proxy.port);
            let child = upgrade(&folder, &url, &[]);
            std::thread::sleep(Duration::from_millis(wait));
            proxy.cut();
            let cut = child.wait_with_output().expect("the command ends");
            let output = upgrade(&folder, &fresh.url, &[]).wait_with_output().expect("the command ends");
            let context = format!("cut after {wait} ms ({}), then {}", text(&cut), text(&output));
            assert!(succeeded(&output), "{context}");
            assert_undisturbed(&fresh, &context).await;
        }
    }
}
