//! Roles that may not, and files that cannot be written: what is said, and what works all the same.

use migrate_runtime::Error;
use migrate_tests::{Database, Server, migrations, on_servers};

const ONE: (&str, &str) = ("1_one.sql", "-- migrate:up\nCREATE TABLE a (i INT);\n-- migrate:down\nDROP TABLE a;\n");
const TWO: (&str, &str) = ("2_two.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (i INT);\n");

/// The URL for another user.
fn as_role(db: &Database, role: &str) -> String {
    let (scheme, rest) = db.url.split_once("://").expect("a URL");
    let (_, rest) = rest.split_once('@').expect("a user");
    format!("{scheme}://{role}@{rest}")
}

/// A role of its own for each database, so that tests do not meet.
async fn role(db: &Database, grants: &[&str]) -> String {
    let name = db.url.rsplit('/').next().expect("a database").replace("migrate_test", "mt");
    let quoted = if db.server == Server::MariaDb { format!("'{name}'@'%'") } else { name.clone() };
    let create = if db.server == Server::MariaDb { "CREATE USER" } else { "CREATE ROLE" };
    let login = if db.server == Server::MariaDb { "" } else { " LOGIN" };
    db.execute(&format!("{create} {quoted}{login}")).await;
    for grant in grants {
        db.execute(&grant.replace("{role}", &quoted)).await;
    }
    name
}

async fn forget(db: &Database, role: &str) {
    match db.server {
        Server::MariaDb => db.execute(&format!("DROP USER '{role}'@'%'")).await,
        _ => db.execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await,
    }
}

fn told(error: &Error, words: &[&str]) {
    let text = error.to_string();
    for word in words {
        assert!(text.contains(word), "{word:?} is missing in: {text}");
    }
    assert!(!text.contains("correct the file"), "nothing is wrong with a file: {text}");
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_role_that_may_only_read_sees_the_state_and_is_told_why_it_cannot_upgrade(db: &Database) {
        migrations(db.server.dialect(), &[ONE]).upgrade(&db.url).await.expect("an upgrade");
        let grants: &[&str] = match db.server {
            Server::MariaDb => &["GRANT SELECT ON `migrate_test%`.* TO {role}"],
            _ => &["GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"],
        };
        let role = role(db, grants).await;
        let url = as_role(db, &role);
        let set = migrations(db.server.dialect(), &[ONE]);
        assert!(set.status(&url).await.expect("reading needs no more").is_current());
        set.require_current(&url).await.expect("it is");
        assert!(set.upgrade(&url).await.expect("there is nothing to do").steps.is_empty());
        let set = migrations(db.server.dialect(), &[ONE, TWO]);
        let error = set.upgrade(&url).await.expect_err("it may not write");
        told(&error, &["denied", "right", "= committed: ", "nothing before this revision"]);
        let error = set.downgrade(&url, "base").await.expect_err("it may not write");
        told(&error, &["right", "= committed: "]);
        assert_eq!(db.ledger().await, ["1"]);
        forget(db, &role).await;
    }
}

on_servers! {
    [postgres Postgres, mariadb MariaDb]
    async fn a_role_that_may_not_create_the_ledger_is_told_so(db: &Database) {
        let grants: &[&str] = match db.server {
            Server::MariaDb => &["GRANT SELECT ON `migrate_test%`.* TO {role}"],
            _ => &[],
        };
        let role = role(db, grants).await;
        let url = as_role(db, &role);
        let set = migrations(db.server.dialect(), &[ONE]);
        assert!(!set.status(&url).await.expect("a missing ledger is an empty one").is_current());
        let error = set.upgrade(&url).await.expect_err("it may not create");
        told(&error, &["migrate_ledger", "denied", "migrate ensure-version", "= committed: nothing"]);
        let error = set.ensure_ledger(&url).await.expect_err("it may not create");
        told(&error, &["migrate_ledger", "denied"]);
        // What it is told to do helps as far as it goes.
        set.ensure_ledger(&db.url).await.expect("the owner may");
        match db.server {
            Server::MariaDb => db.execute(&format!("GRANT ALL ON `migrate_test%`.* TO '{role}'@'%'")).await,
            _ => {
                db.execute(&format!("GRANT ALL ON migrate_ledger TO {role}; GRANT CREATE ON SCHEMA public TO {role}")).await;
            }
        }
        set.upgrade(&url).await.expect("now it may");
        assert_eq!(db.ledger().await, ["1"]);
        forget(db, &role).await;
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_server_that_only_reads_is_told_apart_from_a_wrong_file(db: &Database) {
        let set = migrations(db.server.dialect(), &[ONE]);
        let url = format!("{}?options=-c%20default_transaction_read_only%3Don", db.url);
        let error = set.upgrade(&url).await.expect_err("it only reads");
        told(&error, &["read-only", "primary", "= committed: nothing"]);
        assert!(db.tables().await.is_empty());
    }
}

on_servers! {
    [sqlite Sqlite]
    async fn a_file_that_cannot_be_written_is_told(db: &Database) {
        let set = migrations(db.server.dialect(), &[ONE]);
        set.upgrade(&db.url).await.expect("an upgrade");
        let set = migrations(db.server.dialect(), &[ONE, TWO]);
        // Root may write into any file, so the connection is what cannot.
        let url = format!("{}?mode=ro", db.url);
        assert!(!set.status(&url).await.expect("it can be read").is_current());
        let error = set.upgrade(&url).await.expect_err("it cannot be written");
        told(&error, &["readonly", "may write", "= committed: nothing before this revision"]);
        let nowhere = "sqlite:///there/is/no/such/directory/x.db";
        let error = set.upgrade(nowhere).await.expect_err("no directory");
        told(&error, &["unable to open", "/there/is/no/such/directory"]);
    }
}
