//! A ledger that somebody else altered, and rows that nobody could have written: nothing hangs, nothing panics, nothing of
//! it is executed, and what is said names the ledger.

use std::time::Duration;

use migrate_tests::{Database, Server, migrations, on_every_server};

const ONE: (&str, &str) = ("1_one.sql", "-- migrate:up\nCREATE TABLE a (i INT);\n-- migrate:down\nDROP TABLE a;\n");
const TWO: (&str, &str) =
    ("2_two.sql", "-- migrate:revises 1\n-- migrate:up\nCREATE TABLE b (i INT);\n-- migrate:down\nDROP TABLE b;\n");

/// What is done to the ledger, and a part of what is said then; none if all goes on as if nothing had happened.
type Alteration = (String, Option<&'static str>);

fn insert(id: &str, state: &str, rest: &str) -> String {
    format!(
        "INSERT INTO migrate_ledger (id, title, parents, depends_on, exact, tokens, state, origin, begun, done, prefix, \
         applied_at, duration_ms, applied_by, tool, down) SELECT {id}, title, parents, depends_on, exact, tokens, {state}, \
         origin, {rest}, prefix, applied_at, duration_ms, applied_by, tool, down FROM migrate_ledger WHERE id = '1'"
    )
}

fn alterations(server: Server) -> Vec<Alteration> {
    let hostile = "'''; DROP TABLE victim; --'";
    let mut all: Vec<Alteration> = vec![
        ("ALTER TABLE migrate_ledger DROP COLUMN tool".into(), Some("ensure-version --sql")),
        ("ALTER TABLE migrate_ledger DROP COLUMN tokens".into(), Some("ledger")),
        ("ALTER TABLE migrate_ledger ADD COLUMN more INT".into(), None),
        ("UPDATE migrate_ledger SET state = 'nonsense'".into(), Some("ledger")),
        ("UPDATE migrate_ledger SET tokens = 'not a checksum'".into(), Some("changed after being applied")),
        (insert("'with a space'", "state", "0, 0"), None),
        (insert("''", "state", "0, 0"), None),
        (insert(hostile, "state", "0, 0"), None),
        (insert("''';DROP/**/TABLE/**/victim;--'", "state", "0, 0"), None),
        (insert("'7'", "'applying'", "-5, -7"), Some("7")),
        (insert("'2'", "'applying'", "2000000000, 3"), Some("not finished")),
        (insert("'2'", "'applying'", "0, 5"), Some("not finished")),
        (insert("'2'", "'reverting'", "0, 0"), Some("must be finished first")),
        ("UPDATE migrate_ledger SET parents = '9 8 7', depends_on = '1 1 1'".into(), Some("history was rewritten")),
        (format!("UPDATE migrate_ledger SET down = {hostile}"), None),
    ];
    match server {
        Server::Postgres => all.extend([
            ("ALTER TABLE migrate_ledger ALTER COLUMN state TYPE int USING 1".into(), Some("`state`")),
            ("ALTER TABLE migrate_ledger ALTER COLUMN tokens TYPE bytea USING 'x'".into(), Some("changed after being applied")),
            ("ALTER TABLE migrate_ledger ADD COLUMN more int NOT NULL DEFAULT 1; ALTER TABLE migrate_ledger ALTER COLUMN more DROP DEFAULT".into(), Some("ensure-version --sql")),
            ("ALTER TABLE migrate_ledger RENAME TO real; CREATE VIEW migrate_ledger AS SELECT * FROM real".into(), None),
            ("ALTER TABLE migrate_ledger RENAME TO real; CREATE VIEW migrate_ledger AS SELECT * FROM real LIMIT 100".into(), Some("ensure-version --sql")),
            ("ALTER TABLE migrate_ledger ALTER COLUMN tokens DROP NOT NULL; UPDATE migrate_ledger SET tokens = NULL".into(), Some("ledger")),
            (format!("ALTER TABLE migrate_ledger DROP CONSTRAINT migrate_ledger_pkey; {}", insert("'1'", "state", "0, 0")), Some("ledger")),
            (format!("ALTER TABLE migrate_ledger ALTER COLUMN id TYPE text; {}", insert("repeat('x', 10000)", "state", "0, 0")), None),
        ]),
        Server::MariaDb => all.extend([
            ("ALTER TABLE migrate_ledger MODIFY begun VARCHAR(20) NOT NULL".into(), Some("`begun`")),
            ("ALTER TABLE migrate_ledger ADD COLUMN more INT NOT NULL".into(), Some("ensure-version --sql")),
            ("RENAME TABLE migrate_ledger TO real_one; CREATE VIEW migrate_ledger AS SELECT * FROM real_one".into(), None),
            ("ALTER TABLE migrate_ledger MODIFY tokens CHAR(64) NULL; UPDATE migrate_ledger SET tokens = NULL".into(), Some("ledger")),
            (format!("ALTER TABLE migrate_ledger DROP PRIMARY KEY; {}", insert("'1'", "state", "0, 0")), None),
            (format!("ALTER TABLE migrate_ledger DROP PRIMARY KEY, MODIFY id TEXT; {}", insert("repeat('x', 10000)", "state", "0, 0")), None),
        ]),
        Server::Sqlite => all.extend([
            ("ALTER TABLE migrate_ledger RENAME TO real_one; CREATE VIEW migrate_ledger AS SELECT * FROM real_one".into(), Some("ledger")),
            ("UPDATE migrate_ledger SET tokens = x'00ff00'".into(), Some("`tokens`")),
            ("UPDATE migrate_ledger SET begun = 'text', state = 'applying'".into(), Some("`begun`")),
            (insert("char(49, 0, 50)", "state", "0, 0"), None),
            (insert("hex(zeroblob(5000))", "state", "0, 0"), None),
        ]),
    }
    all
}

/// The answer within a time that is enough for any honest one.
async fn soon<T>(what: &str, answer: impl IntoFuture<Output = Result<T, migrate_runtime::Error>>) -> Result<T, String> {
    match tokio::time::timeout(Duration::from_secs(25), answer.into_future()).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(format!("{}: {error}", error.code())),
        Err(_) => panic!("{what} hangs"),
    }
}

on_every_server! {
    async fn an_altered_ledger_is_told_and_executes_nothing(db: &Database) {
        let dialect = db.server.dialect();
        let set = migrations(dialect, &[ONE, TWO]);
        for (alteration, said) in alterations(db.server) {
            let fresh = Database::new(db.server).expect("the server is there");
            migrations(dialect, &[ONE]).upgrade(&fresh.url).await.expect("an upgrade");
            fresh.execute("CREATE TABLE victim (i INT)").await;
            fresh.execute(&alteration).await;
            let mut all = String::new();
            let mut note = |what: &str, answer: Result<(), String>| {
                if let Err(text) = answer {
                    all.push_str(&format!("{what}: {text}\n"));
                }
            };
            note("status", soon(&alteration, set.status(&fresh.url)).await.map(drop));
            note("upgrade", soon(&alteration, set.upgrade(&fresh.url)).await.map(drop));
            note("downgrade", soon(&alteration, set.downgrade(&fresh.url, "base")).await.map(drop));
            eprintln!("-- {alteration}\n{all}");
            assert!(fresh.tables().await.contains(&"victim".to_owned()), "{alteration}: {all}");
            match said {
                Some(said) => assert!(!all.is_empty() && all.contains(said), "{alteration}: {said:?} is missing in: {all}"),
                None => assert!(!all.contains("upgrade: "), "{alteration}: {all}"),
            }
        }
    }
}
