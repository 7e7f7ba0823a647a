//! A set whose every statement can be looked for in the database, what an undisturbed run leaves of it, and how a
//! disturbed one is brought to its end.

use std::fmt::Write as _;
use std::process::{Child, Command, Stdio};

use migrate_tests::{Database, Folder, Server, binary};

use crate::{succeeded, text};

/// A statement, and a query that gives `1` if it took effect, else `0`.
#[derive(Debug, Clone)]
pub(crate) struct Probed {
    pub(crate) sql: String,
    pub(crate) probe: String,
}

/// A revision of the set.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) transactional: bool,
    pub(crate) up: Vec<Probed>,
    pub(crate) down: Vec<Probed>,
}

/// How a run is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mode {
    /// One transaction for everything.
    pub(crate) whole: bool,
    /// Taking back instead of applying.
    pub(crate) down: bool,
}

impl Mode {
    pub(crate) const ALL: [Mode; 4] = [
        Mode { whole: false, down: false },
        Mode { whole: true, down: false },
        Mode { whole: false, down: true },
        Mode { whole: true, down: true },
    ];

    pub(crate) fn of(server: Server) -> impl Iterator<Item = Mode> {
        Mode::ALL.into_iter().filter(move |mode| server != Server::MariaDb || !mode.whole)
    }

    pub(crate) fn arguments(self) -> Vec<&'static str> {
        let mut arguments = if self.down { vec!["downgrade", "base"] } else { vec!["upgrade"] };
        if self.whole {
            arguments.extend(["--transaction", "whole"]);
        }
        arguments
    }
}

fn there(server: Server, kind: &str, name: &str) -> String {
    match (server, kind) {
        (Server::Postgres, "index") => format!(
            "SELECT count(*)::text FROM pg_index WHERE indexrelid = to_regclass('{name}') AND indisvalid AND indisready"
        ),
        (Server::Postgres, _) => format!("SELECT (to_regclass('{name}') IS NOT NULL)::int::text"),
        (Server::MariaDb, "index") => format!(
            "SELECT CONVERT(count(DISTINCT index_name), CHAR) FROM information_schema.statistics WHERE table_schema = \
             DATABASE() AND index_name = '{name}'"
        ),
        (Server::MariaDb, _) => format!(
            "SELECT CONVERT(count(*), CHAR) FROM information_schema.tables WHERE table_schema = DATABASE() AND \
             table_name = '{name}'"
        ),
        (Server::Sqlite, kind) => {
            format!("SELECT CAST(count(*) AS TEXT) FROM sqlite_master WHERE type = '{kind}' AND name = '{name}'")
        }
    }
}

fn row(server: Server, table: &str, id: u32) -> String {
    let text = if server == Server::MariaDb { "CHAR" } else { "TEXT" };
    format!("SELECT CAST(count(*) AS {text}) FROM {table} WHERE id = {id}")
}

fn not(probe: &str) -> String {
    probe.replacen("SELECT ", "SELECT CASE (SELECT ", 1) + ") WHEN '0' THEN '1' ELSE '0' END"
}

/// Three revisions; the second is outside of transactions unless `whole`.
pub(crate) fn subjects(server: Server, whole: bool) -> Vec<Subject> {
    let table = |name: &str| Probed {
        sql: format!("CREATE TABLE {name} (id INT NOT NULL, n INT)"),
        probe: there(server, "table", name),
    };
    let no_table = |name: &str| Probed { sql: format!("DROP TABLE {name}"), probe: not(&there(server, "table", name)) };
    let insert = |name: &str, id: u32| Probed {
        sql: format!("INSERT INTO {name} VALUES ({id}, 0)"),
        probe: row(server, name, id),
    };
    let concurrently = if server == Server::Postgres && !whole { "CONCURRENTLY " } else { "" };
    let index = |on: &str, name: &str, concurrently: &str| Probed {
        sql: format!("CREATE INDEX {concurrently}{name} ON {on} (n)"),
        probe: there(server, "index", name),
    };
    let no_index = |on: &str, name: &str| Probed {
        sql: match server {
            Server::MariaDb => format!("DROP INDEX {name} ON {on}"),
            Server::Postgres | Server::Sqlite => format!("DROP INDEX {concurrently}{name}"),
        },
        probe: not(&there(server, "index", name)),
    };
    let delete = |name: &str, id: u32| Probed {
        sql: format!("DELETE FROM {name} WHERE id = {id}"),
        probe: not(&row(server, name, id)),
    };
    vec![
        Subject {
            transactional: true,
            up: vec![table("a"), insert("a", 1), index("a", "a_n", "")],
            down: vec![no_table("a")],
        },
        Subject {
            transactional: whole || server == Server::MariaDb,
            up: vec![index("a", "a_c", concurrently), table("b"), insert("b", 2), index("b", "b_c", concurrently)],
            down: vec![no_index("b", "b_c"), no_table("b"), no_index("a", "a_c")],
        },
        Subject {
            transactional: true,
            up: vec![insert("a", 3), table("c"), insert("c", 4), insert("a", 5)],
            down: vec![delete("a", 5), no_table("c"), delete("a", 3)],
        },
    ]
}

/// With a statement of `gate` before, between and behind all others: from the revision, the direction and a number.
pub(crate) fn gated(subjects: Vec<Subject>, gate: impl Fn(usize, bool, usize) -> String) -> Vec<Subject> {
    let interleave = |n: usize, down: bool, statements: Vec<Probed>| {
        let gate = |k: usize| Probed { sql: gate(n, down, k), probe: "SELECT '0'".to_owned() };
        let last = gate(statements.len());
        let pairs = statements.into_iter().enumerate().flat_map(|(k, statement)| [gate(k), statement]);
        pairs.chain([last]).collect()
    };
    let gated = |(i, subject): (usize, Subject)| Subject {
        up: interleave(i + 1, false, subject.up),
        down: interleave(i + 1, true, subject.down),
        ..subject
    };
    subjects.into_iter().enumerate().map(gated).collect()
}

/// The files of a set.
pub(crate) fn write(server: Server, subjects: &[Subject]) -> Folder {
    let dialect = server.dialect().facts().name;
    let folder = Folder::new(&[("migrate.toml", &format!("dialect = \"{dialect}\"\n"))]);
    for (i, subject) in subjects.iter().enumerate() {
        let n = i + 1;
        let parent = if n == 1 { "none".to_owned() } else { i.to_string() };
        let mut file = format!("-- migrate:revises {parent}\n");
        if !subject.transactional {
            file.push_str("-- migrate:no-transaction\n");
        }
        for (section, statements) in [("up", &subject.up), ("down", &subject.down)] {
            let _ = writeln!(file, "-- migrate:{section}");
            for statement in statements {
                let _ = writeln!(file, "{};", statement.sql);
            }
        }
        folder.write(&format!("{n}_s{n}.sql"), &file);
    }
    folder
}

/// The command with these arguments, on its way.
pub(crate) fn start(folder: &Folder, url: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Child {
    Command::new(binary())
        .args(arguments)
        .args(["--quiet", "--dir"])
        .arg(folder.path())
        .args(["--database-url", url])
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

/// Runs the command to its end; it must succeed.
pub(crate) fn run(folder: &Folder, url: &str, arguments: &[&str]) {
    let output = start(folder, url, arguments, &[]).wait_with_output().expect("the command ends");
    assert!(succeeded(&output), "{arguments:?}: {}", text(&output));
}

/// What it took to bring a disturbed run to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ended {
    /// The next run did it.
    Alone,
    /// A person had to say what became of a statement.
    WithAWord,
}

/// Starts two processes, and says for the operator what the database tells, until both have nothing to complain of.
pub(crate) async fn finish(db: &Database, folder: &Folder, mode: Mode, subjects: &[Subject], context: &str) -> Ended {
    let mut ended = Ended::Alone;
    for _ in 0..6 {
        let arguments = mode.arguments();
        let two = [start(folder, &db.url, &arguments, &[]), start(folder, &db.url, &arguments, &[])];
        let outputs = two.map(|child| child.wait_with_output().expect("the command ends"));
        if outputs.iter().all(succeeded) {
            return ended;
        }
        let refused = outputs.iter().find(|output| !succeeded(output)).map(text).expect("one of them");
        assert!(refused.contains("M1022"), "{context}: {refused}");
        ended = Ended::WithAWord;
        let open = match db.server {
            Server::MariaDb => "SELECT CONCAT(id, ' ', begun, ' ', done) FROM migrate_ledger WHERE state <> 'applied'",
            Server::Postgres | Server::Sqlite => {
                "SELECT id || ' ' || begun || ' ' || done FROM migrate_ledger WHERE state <> 'applied'"
            }
        };
        let row = db.texts(open).await;
        let words: Vec<usize> = row[0].split(' ').map(|word| word.parse().expect("a number")).collect();
        let (id, begun) = (words[0], words[1]);
        assert!(refused.contains(&format!("statement {begun}")), "{context}: {row:?}, {refused}");
        let subject = &subjects[id - 1];
        let statements = if mode.down { &subject.down } else { &subject.up };
        let took_effect = db.texts(&statements[begun - 1].probe).await == ["1"];
        let word = if took_effect { "resume" } else { "rerun" };
        let output = start(folder, &db.url, &[word], &[]).wait_with_output().expect("the command ends");
        // The rest of the revision may run into the next doubt of the same kill: never.
        assert!(succeeded(&output), "{context}: {refused}; {word}: {}", text(&output));
    }
    panic!("{context}: six runs did not bring it to its end")
}

/// All that is in the database, as text: catalog, rows, and the ledger without its clock.
pub(crate) async fn fingerprint(db: &Database) -> Vec<String> {
    let concat = |columns: &[&str]| match db.server {
        Server::MariaDb => format!("CONCAT_WS('|', {})", columns.join(", ")),
        Server::Postgres | Server::Sqlite => {
            let columns: Vec<String> = columns.iter().map(|c| format!("COALESCE(CAST({c} AS TEXT), 'NULL')")).collect();
            columns.join(" || '|' || ")
        }
    };
    let mut queries = match db.server {
        Server::Postgres => vec![
            "SELECT concat_ws('|', table_name, column_name, data_type, is_nullable) FROM information_schema.columns \
             WHERE table_schema = 'public' ORDER BY 1"
                .to_owned(),
            "SELECT concat_ws('|', pg_get_indexdef(indexrelid), indisvalid, indisready) FROM pg_index JOIN pg_class c ON \
             c.oid = indexrelid WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
                .to_owned(),
        ],
        Server::MariaDb => vec![
            "SELECT CONCAT_WS('|', table_name, column_name, column_type, is_nullable) FROM information_schema.columns \
             WHERE table_schema = DATABASE() ORDER BY 1"
                .to_owned(),
            "SELECT CONCAT_WS('|', table_name, index_name, seq_in_index, column_name) FROM \
             information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1"
                .to_owned(),
        ],
        Server::Sqlite => {
            vec!["SELECT type || '|' || name || '|' || COALESCE(sql, '') FROM sqlite_master ORDER BY name".to_owned()]
        }
    };
    let tables = db.tables().await;
    for table in tables.iter().filter(|table| *table != "migrate_ledger") {
        queries.push(format!("SELECT {} FROM {table} ORDER BY 1", concat(&["id", "n"])));
    }
    let columns = [
        "id",
        "title",
        "parents",
        "depends_on",
        "exact",
        "tokens",
        "state",
        "origin",
        "begun",
        "done",
        "applied_by",
        "down",
    ];
    queries.push(format!("SELECT {} FROM migrate_ledger ORDER BY id", concat(&columns)));
    let mut all = Vec::new();
    for query in queries {
        all.extend(db.texts(&query).await);
    }
    all
}

/// Nobody holds an advisory lock on the database. A server may need a moment to see that a client is gone.
pub(crate) async fn assert_no_lock(db: &Database, context: &str) {
    let locks = match db.server {
        Server::Sqlite => return,
        Server::Postgres => {
            "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND database = \
             (SELECT oid FROM pg_database WHERE datname = current_database())"
        }
        Server::MariaDb => {
            "SELECT COALESCE(CONVERT(IS_USED_LOCK(CONCAT('migrate:', MD5(CONCAT(DATABASE(), '.', 'migrate_ledger')))), \
             CHAR), '0')"
        }
    };
    for _ in 0..50 {
        if db.texts(locks).await == ["0"] {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("a lock is left: {context}");
}
