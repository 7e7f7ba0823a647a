//! What autogenerate writes, on real servers: see `support/pairs`.

use migrate_tests::Server;
use migrate_tests::pairs::{Case, Outcome, Rates, judge, own};

fn check(server: Server, name: &str) {
    // All of them take minutes; a twelfth tells of a mistake, and the bin `pairs` runs the rest before a release.
    let all = std::env::var_os("MIGRATE_TEST_PAIRS").is_some();
    let chosen = |(at, case): &(usize, Case)| all || case.equal || at % 12 == 0;
    let cases: Vec<Case> = own(name).into_iter().enumerate().filter(chosen).map(|(_, case)| case).collect();
    assert!(cases.len() > 30, "{name} has its cases");
    let Some(outcomes) = judge(server, &cases) else { return };
    let mut rates = Rates::default();
    let mut bad = String::new();
    for (case, outcome) in cases.iter().zip(outcomes) {
        rates.add(case, &outcome);
        if case.left.is_some() {
            continue;
        }
        let wrong = outcome.broken.as_ref().or(outcome.refused.as_ref()).cloned();
        if wrong.is_some() || !outcome.empty || !outcome.unproven.is_empty() || outcome.rows.is_some() {
            let Outcome { unproven, rows, script, .. } = outcome;
            bad.push_str(&format!("{}: {wrong:?} {unproven:?} {rows:?}\n{script}\n", case.name));
        }
    }
    assert!(bad.is_empty(), "{bad}\n{rates}");
    assert_eq!((rates.accepted, rates.empty, rates.broken), (rates.cases, rates.equal, 0), "{rates}");
    assert!(rates.up * 100 >= rates.cases * 97 && rates.down * 100 >= rates.cases * 97, "{rates}");
}

#[test]
fn what_is_generated_makes_what_is_wanted_on_postgres() {
    check(Server::Postgres, "postgres");
}

#[test]
fn what_is_generated_makes_what_is_wanted_on_mariadb() {
    check(Server::MariaDb, "mariadb");
}

#[test]
fn what_is_generated_makes_what_is_wanted_on_sqlite() {
    check(Server::Sqlite, "sqlite");
}
