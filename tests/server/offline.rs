//! Offline SQL through the servers' own clients gives what the online run gives.

use std::io::Write;
use std::process::{Command, Stdio};

use migrate_core::Dialect;
use migrate_core::target::Target;
use migrate_runtime::{Migrations, Script};
use migrate_tests::{Database, Server, migrations, on_every_server, on_servers};

const POSTGRES: &[(&str, &str)] = &[
    (
        "1_base.sql",
        "-- It's the \\ base; DROP TABLE users; --\n-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY, note text DEFAULT 'a;b -- c');\n\
         CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  NEW.note := 'x;y'; -- why\n  RETURN NEW;\nEND;\n$$;\n\
         CREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END;\n\
         CREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();\n\
         INSERT INTO users VALUES (1, E'it''s \\\\ here');\n\
         -- migrate:down\nDROP TABLE users;\nDROP FUNCTION touch();\nDROP FUNCTION one();\n",
    ),
    (
        "2_left.sql",
        "-- migrate:revises 1\n-- migrate:label left\n-- migrate:up\nCREATE TABLE a (id int /* ; */);\n-- migrate:down\nDROP TABLE a;\n",
    ),
    (
        "3_right.sql",
        "-- migrate:revises 1\n-- migrate:no-transaction\n-- migrate:up\nCREATE INDEX CONCURRENTLY i ON users (note);\nCREATE INDEX CONCURRENTLY j ON users (id);\n\
         -- migrate:down\nDROP INDEX j;\nDROP INDEX i;\n",
    ),
    ("4_merge.sql", "-- migrate:revises 2 3\n"),
];

const MARIADB: &[(&str, &str)] = &[
    (
        "1_base.sql",
        "-- It's the \\ base; DROP TABLE users; --\n-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY, note varchar(99) DEFAULT 'a;b -- c');\n\
         DELIMITER //\nCREATE TRIGGER t BEFORE UPDATE ON users FOR EACH ROW\nBEGIN\n  SET NEW.note = 'x;y';\n  SET NEW.note = 'z//';\nEND //\nDELIMITER ;\n\
         INSERT INTO users VALUES (1, 'it''s \\\\ here');\n\
         -- migrate:down\nDROP TABLE users;\n",
    ),
    (
        "2_left.sql",
        "-- migrate:revises 1\n-- migrate:label left\n-- migrate:up\nCREATE TABLE a (id int /* ; */);\n-- migrate:down\nDROP TABLE a;\n",
    ),
    (
        "3_right.sql",
        "-- migrate:revises 1\n-- migrate:up\nCREATE INDEX i ON users (note);\nCREATE INDEX j ON users (id);\n-- migrate:down\nDROP INDEX j ON users;\nDROP INDEX i ON users;\n",
    ),
    ("4_merge.sql", "-- migrate:revises 2 3\n"),
];

const SQLITE: &[(&str, &str)] = &[
    (
        "1_base.sql",
        "-- It's the \\ base; DROP TABLE users; --\n-- migrate:up\nCREATE TABLE users (id int PRIMARY KEY, note text DEFAULT 'a;b -- c');\n\
         CREATE TRIGGER t AFTER UPDATE ON users BEGIN\n  SELECT 'x;y'; -- why\n  DELETE FROM users WHERE id = 9;\nEND;\n\
         INSERT INTO users VALUES (1, 'it''s \\ here');\n\
         -- migrate:down\nDROP TABLE users;\n",
    ),
    (
        "2_left.sql",
        "-- migrate:revises 1\n-- migrate:label left\n-- migrate:up\nCREATE TABLE a (id int /* ; */);\n-- migrate:down\nDROP TABLE a;\n",
    ),
    (
        "3_right.sql",
        "-- migrate:revises 1\n-- migrate:up\nCREATE INDEX i ON users (note);\nCREATE INDEX j ON users (id);\n-- migrate:down\nDROP INDEX j;\nDROP INDEX i;\n",
    ),
    ("4_merge.sql", "-- migrate:revises 2 3\n"),
];

fn set(server: Server) -> Migrations {
    let files = match server {
        Server::Postgres => POSTGRES,
        Server::MariaDb => MARIADB,
        Server::Sqlite => SQLITE,
    };
    migrations(server.dialect(), files)
}

/// Feeds a script to the server's client and requires that it succeeds.
fn feed(db: &Database, script: &Script) {
    let sql = script.to_sql();
    let mut command = match db.server {
        Server::Postgres => {
            let mut command = Command::new("psql");
            command.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-", &db.url]);
            command
        }
        Server::MariaDb => {
            let rest = db.url.split("@").nth(1).expect("a host");
            let (host, name) = rest.split_once('/').expect("a database");
            let (host, port) = host.split_once(':').unwrap_or((host, "3306"));
            let mut command = Command::new("mariadb");
            command.args(["-u", "root", "-h", host, "-P", port, name]);
            command
        }
        Server::Sqlite => {
            let mut command = Command::new("sqlite3");
            command.arg(db.url.strip_prefix("sqlite://").expect("a file"));
            command
        }
    };
    let client = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
    let mut client = client.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    client.stdin.take().expect("a pipe").write_all(sql.as_bytes()).expect("the client reads");
    let output = client.wait_with_output().expect("the client ends");
    assert!(output.status.success(), "{}\n{sql}", String::from_utf8_lossy(&output.stderr));
}

/// The client is not part of a Rust installation, so SQLite's may be missing where no server is asked for.
fn has_client(server: Server) -> bool {
    let name = match server {
        Server::Postgres => "psql",
        Server::MariaDb => "mariadb",
        Server::Sqlite => "sqlite3",
    };
    let found = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        assert!(std::env::var("CI").is_err(), "the client {name} is missing");
        migrate_tests::say(&format!("LEFT OUT: offline SQL through {name}, which is not installed"));
    }
    found
}

/// What the database holds: objects, data, and the ledger but for times.
async fn state(db: &Database) -> Vec<String> {
    let catalog: &[&str] = match db.server {
        Server::Sqlite => &["SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY 1"],
        Server::Postgres => &[
            "SELECT table_name || '.' || column_name || ' ' || data_type || coalesce(column_default, '') || is_nullable \
             FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
        ],
        Server::MariaDb => &[
            "SELECT CONVERT(CONCAT(table_name, '.', column_name, ' ', column_type, COALESCE(column_default, '')) USING \
             utf8mb4) FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1",
            "SELECT CONVERT(CONCAT(table_name, '.', index_name, column_name) USING utf8mb4) FROM \
             information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1",
            "SELECT CONVERT(action_statement USING utf8mb4) FROM information_schema.triggers WHERE trigger_schema = \
             DATABASE() ORDER BY 1",
        ],
    };
    let mut all = Vec::new();
    for sql in catalog {
        all.extend(db.texts(sql).await);
    }
    let columns = ["id", "title", "parents", "depends_on", "exact", "tokens", "state", "origin", "COALESCE(down, '-')"];
    let row = match db.server {
        Server::MariaDb => format!("CONCAT_WS('|', {})", columns.join(", ")),
        _ => columns.join(" || '|' || "),
    };
    all.extend(db.texts(&format!("SELECT {row} FROM migrate_ledger ORDER BY id")).await);
    if db.tables().await.contains(&"users".to_owned()) {
        all.extend(db.texts("SELECT note FROM users").await);
    }
    all
}

on_every_server! {
    async fn a_printed_script_does_what_the_run_does(db: &Database) {
        if !has_client(db.server) {
            return;
        }
        let printed = Database::new(db.server).expect("the server is there");
        let set = &set(db.server);
        let offline = set.offline(db.server.dialect()).expect("the dialect of the set");
        let target = |text: &str| text.parse::<Target>().expect("a target");

        set.upgrade(&db.url).await.expect("an upgrade");
        feed(&printed, &offline.upgrade(None, &[target("heads")]).expect("a script"));
        assert_eq!(state(&printed).await, state(db).await);
        // The printed run is as good as a run: there is nothing left to do, and it can be gone on from.
        assert!(set.upgrade(&printed.url).await.expect("an upgrade").steps.is_empty());

        set.downgrade(&db.url, "1").await.expect("a downgrade");
        feed(&printed, &offline.downgrade(&target("4"), &target("1")).expect("a script"));
        assert_eq!(state(&printed).await, state(db).await);

        set.upgrade(&db.url).to("left").await.expect("an upgrade");
        feed(&printed, &offline.upgrade(Some(&target("1")), &[target("left")]).expect("a script"));
        assert_eq!(state(&printed).await, state(db).await);

        set.stamp(&db.url, "4").await.expect("a stamp");
        feed(&printed, &offline.stamp(Some(&target("2")), &[target("4")]).expect("a script"));
        assert_eq!(state(&printed).await, state(db).await);
    }
}

on_servers! {
    [postgres Postgres]
    async fn a_printed_script_finds_its_ledger_whatever_a_revision_sets(db: &Database) {
        if !has_client(db.server) {
            return;
        }
        let set = migrations(Dialect::Postgres, &crate::elsewhere::DUMPED);
        let offline = set.offline(Dialect::Postgres).expect("the dialect of the set");
        let target = |text: &str| text.parse::<Target>().expect("a target");
        feed(db, &offline.upgrade(None, &[target("heads")]).expect("a script"));
        assert_eq!(db.tables().await, ["dumped", "here", "last", "migrate_ledger"]);
        assert!(set.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());
        feed(db, &offline.downgrade(&target("4"), &target("base")).expect("a script"));
        assert_eq!(db.tables().await, ["migrate_ledger"]);
        assert_eq!(db.ledger().await, [""; 0]);
    }
}

on_servers! {
    [mariadb MariaDb]
    async fn a_script_that_turns_to_another_database_is_printed_where_the_way_back_is_known(db: &Database) {
        if !has_client(db.server) {
            return;
        }
        let other = format!("migrate_test_{}_printed", std::process::id());
        db.execute(&format!("DROP DATABASE IF EXISTS {other}")).await;
        let set = crate::elsewhere::set(&other, "2", "server");
        let heads = ["heads".parse::<Target>().expect("a target")];
        let print = |set: &Migrations, to: &[Target]| {
            set.offline(Dialect::MariaDb).expect("the dialect of the set").upgrade(None, to)
        };
        let error = print(&set, &heads).expect_err("nobody knows where the client was");
        assert_eq!(error.code(), "M1067");
        assert!(error.to_string().contains("revision 1 (1_there.sql) turns to another database"), "{error}");
        let home = db.texts("SELECT CONVERT(DATABASE() USING utf8mb4)").await.remove(0);
        let aimed = set.in_schema(home.as_str());
        feed(db, &print(&aimed, &heads).expect("a script"));
        assert_eq!(db.tables().await, ["here", "migrate_ledger"]);
        assert_eq!(db.texts(&format!("SELECT CONVERT(i, CHAR) FROM {other}.there ORDER BY i")).await, ["1", "2"]);
        assert!(set.upgrade(&db.url).await.expect("nothing to do").steps.is_empty());
        set.downgrade(&db.url, Target::base()).await.expect("the way back");
        // The last one may leave, if the ledger is named with its database.
        let settings = format!("dialect = \"mariadb\"\n[ledger]\nschema = \"{home}\"\n");
        let alone = format!("-- migrate:up\nCREATE DATABASE {other};\nUSE {other};\nCREATE TABLE there (i INT);\n");
        let files = [("migrate.toml", &*settings), ("1_there.sql", &*alone)];
        let set = migrate_tests::Folder::new(&files).migrations(Dialect::MariaDb);
        feed(db, &print(&set, &heads).expect("a script"));
        assert_eq!(db.texts(&format!("SELECT id FROM {home}.migrate_ledger")).await, ["1"]);
        db.execute(&format!("DROP DATABASE {other}")).await;
    }
}
