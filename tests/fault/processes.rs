//! Several processes, and processes that are killed.

use std::time::Duration;

use migrate_tests::on_every_server;

use crate::{assert_undisturbed, folder, succeeded, text, upgrade};

on_every_server! {
    async fn eight_processes_at_once_all_succeed_and_apply_each_revision_once(db: &Database) {
        let folder = folder(db.server);
        let children: Vec<_> = (0..8).map(|_| upgrade(&folder, &db.url, &[])).collect();
        for child in children {
            let output = child.wait_with_output().expect("the command ends");
            assert!(succeeded(&output), "{}", text(&output));
        }
        assert_undisturbed(db, "eight processes").await;
    }
}

/// xorshift: the same seed gives the same kills.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

on_every_server! {
    async fn a_killed_process_leaves_what_the_next_two_finish(db: &Database) {
        let kills = number("MIGRATE_TEST_KILLS").unwrap_or(6);
        let seed = number("MIGRATE_TEST_SEED").unwrap_or_else(|| u64::from(std::process::id()) * 7919 + 1);
        let mut random = Random(seed | 1);
        let folder = folder(db.server);
        for kill in 0..kills {
            let fresh = migrate_tests::Database::new(db.server).expect("the server is there");
            let mut child = upgrade(&folder, &fresh.url, &[]);
            let after = Duration::from_millis(random.below(400));
            std::thread::sleep(after);
            let _ = child.kill();
            let _ = child.wait();
            let next = [upgrade(&folder, &fresh.url, &[]), upgrade(&folder, &fresh.url, &[])];
            let context = format!("kill {kill} after {after:?}, seed {seed}");
            for child in next {
                let output = child.wait_with_output().expect("the command ends");
                assert!(succeeded(&output), "{context}: {}", text(&output));
            }
            assert_undisturbed(&fresh, &context).await;
        }
    }
}
