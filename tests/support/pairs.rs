//! Pairs of schemas on real servers: what is generated from one to the other must run, and must give what the server makes
//! of the other by itself. The judge is the server's own catalog, asked by plain queries.

mod snapshot;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::generate::{Part, Refusal, Request, generate};
use migrate_schema::diff::loss::Allow;
use migrate_schema::diff::rename::Rename;
use migrate_schema::diff::{same, script};
use migrate_schema::files::disk::models::ModelFile;
use migrate_schema::live;
use migrate_schema::source::{Source, Sources};
use migrate_schema::sql::split;
use migrate_schema::wanted::{build, schema_sql};
use sqlx::{Connection, MySqlConnection, PgConnection, SqliteConnection};

use crate::Server;
use crate::database::Database;
use snapshot::Snapshot;

/// Two schemas.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// As it was.
    pub before: String,
    /// As it is to be.
    pub after: String,
    /// The two say the same: nothing may be found.
    pub equal: bool,
    /// Names that change.
    pub renames: Vec<Rename>,
}

/// What came of a case.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// The case itself cannot run, or cannot be read.
    pub broken: Option<String>,
    /// A statement was refused.
    pub refused: Option<String>,
    /// Nothing was found where nothing is different, and something where something is.
    pub empty: bool,
    /// The way up gave something else.
    pub up: Option<String>,
    /// The way down gave something else.
    pub down: Option<String>,
    /// What the server has of the schema after, as introspection tells it, is something else than the text says.
    pub drift: Option<String>,
    /// What could not be proven.
    pub unproven: Vec<String>,
    /// What was written.
    pub script: String,
}

/// What came of many cases.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rates {
    /// Cases that could run.
    pub cases: usize,
    /// Cases that could not.
    pub broken: usize,
    /// Cases of which every statement was accepted.
    pub accepted: usize,
    /// Cases without a difference.
    pub equal: usize,
    /// Those of which nothing was found.
    pub empty: usize,
    /// Cases of which the way up gave what is wanted.
    pub up: usize,
    /// Cases of which the way down gave what was.
    pub down: usize,
    /// Cases that were proven before they ran.
    pub proven: usize,
    /// Cases of which introspection finds on the server what the schema after says.
    pub live: usize,
}

impl Rates {
    /// Counts one.
    pub fn add(&mut self, case: &Case, outcome: &Outcome) {
        if outcome.broken.is_some() {
            self.broken += 1;
            return;
        }
        self.live += usize::from(outcome.drift.is_none());
        if case.equal {
            self.equal += 1;
            self.empty += usize::from(outcome.empty);
            return;
        }
        self.cases += 1;
        let accepted = outcome.refused.is_none();
        self.accepted += usize::from(accepted);
        self.up += usize::from(outcome.empty && accepted && outcome.up.is_none());
        self.down += usize::from(outcome.empty && accepted && outcome.down.is_none());
        self.proven += usize::from(outcome.unproven.is_empty());
    }
}

impl fmt::Display for Rates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: usize, all: usize| if all == 0 { 100.0 } else { part as f64 * 100.0 / all as f64 };
        write!(
            f,
            "{:>4} pairs: accepted {:.1} %, up {:.1} %, down {:.1} %, proven {:.1} %; {:>3} equal pairs: empty {:.1} %; read back {:.1} %; {} cannot run",
            self.cases,
            percent(self.accepted, self.cases),
            percent(self.up, self.cases),
            percent(self.down, self.cases),
            percent(self.proven, self.cases),
            self.equal,
            percent(self.empty, self.equal),
            percent(self.live, self.cases + self.equal),
            self.broken,
        )
    }
}

/// The cases of a file: `-- case: name`, the schema before, `-- after:`, the schema after; `-- equal:` where the two say
/// the same; `-- rename: users.mail=email` where names change.
///
/// A family is many cases in few lines: `-- family: name`, what its members share, and members that begin with
/// `-- one: name`; every member goes to every other, of a `-- ring: name` only to the one behind it and back. `-- same: name` is a member that says what the one before it says.
///
/// # Panics
///
/// If the file is not written so.
pub fn cases(text: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    let mut family: Option<Family> = None;
    let mut in_after = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- case:") {
            found.extend(family.take().into_iter().flat_map(Family::cases));
            let name = name.trim().to_owned();
            found.push(Case { name, before: String::new(), after: String::new(), equal: false, renames: Vec::new() });
            in_after = false;
            continue;
        }
        let ring = line.strip_prefix("-- ring:");
        if let Some(name) = line.strip_prefix("-- family:").or(ring) {
            found.extend(family.take().into_iter().flat_map(Family::cases));
            family = Some(Family { name: name.trim().to_owned(), ring: ring.is_some(), ..Family::default() });
            continue;
        }
        if let Some(family) = &mut family {
            family.line(line);
            continue;
        }
        let Some(case) = found.last_mut() else { continue };
        if line.starts_with("-- after:") || line.starts_with("-- equal:") {
            in_after = true;
            case.equal = line.starts_with("-- equal:");
        } else if let Some(rename) = line.strip_prefix("-- rename:") {
            case.renames.push(rename.trim().parse().expect("a rename"));
        } else {
            let part = if in_after { &mut case.after } else { &mut case.before };
            part.push_str(line);
            part.push('\n');
        }
    }
    found.extend(family.into_iter().flat_map(Family::cases));
    found
}

#[derive(Default)]
struct Family {
    name: String,
    /// Members go only to their neighbours.
    ring: bool,
    shared: String,
    members: Vec<Member>,
}

struct Member {
    name: String,
    text: String,
    /// It says what the member before it says.
    same: bool,
}

impl Family {
    fn line(&mut self, line: &str) {
        let name = line.strip_prefix("-- one:").or_else(|| line.strip_prefix("-- same:"));
        if let Some(name) = name {
            let same = line.starts_with("-- same:");
            self.members.push(Member { name: name.trim().to_owned(), text: self.shared.clone(), same });
            return;
        }
        let text = self.members.last_mut().map_or(&mut self.shared, |member| &mut member.text);
        text.push_str(line);
        text.push('\n');
    }

    fn cases(self) -> Vec<Case> {
        // Members that say the same stand next to each other.
        let mut kind = 0;
        let kinds: Vec<usize> = self
            .members
            .iter()
            .map(|member| {
                kind += usize::from(!member.same);
                kind
            })
            .collect();
        let (all, count) = (0..self.members.len(), self.members.len());
        let neighbours = |one: usize, other: usize| (one + 1) % count == other || (other + 1) % count == one;
        all.clone()
            .flat_map(|one| all.clone().map(move |other| (one, other)))
            .filter(|(one, other)| one != other && (!self.ring || neighbours(*one, *other)))
            .map(|(one, other)| {
                let (before, after) = (&self.members[one], &self.members[other]);
                Case {
                    name: format!("{}: {} -> {}", self.name, before.name, after.name),
                    before: before.text.clone(),
                    after: after.text.clone(),
                    equal: kinds[one] == kinds[other],
                    renames: Vec::new(),
                }
            })
            .collect()
    }
}

/// The cases of `tests/golden/pairs` for a server.
///
/// # Panics
///
/// If they cannot be read.
pub fn own(server: &str) -> Vec<Case> {
    of_folder(Path::new(&format!("{}/golden/pairs/{server}", env!("CARGO_MANIFEST_DIR"))))
}

/// The pairs of a directory: `name/before.sql` and `name/after.sql`, or files of cases.
///
/// # Panics
///
/// If it cannot be read.
pub fn of_folder(folder: &Path) -> Vec<Case> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder).expect("the folder").filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let (before, after) = (path.join("before.sql"), path.join("after.sql"));
        if before.is_file() && after.is_file() {
            let read = |path: &Path| std::fs::read_to_string(path).expect("a text");
            let (before, after) = (read(&before), read(&after));
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.push(Case { name, equal: before.trim() == after.trim(), before, after, renames: Vec::new() });
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.extend(cases(&std::fs::read_to_string(&path).expect("a text")));
        }
    }
    found
}

/// The schema that a text says.
pub fn read(dialect: Dialect, text: &str) -> Result<Catalog, String> {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("schema.sql", text));
    let mut out = Vec::new();
    let file = ModelFile { source, file: "schema.sql".to_owned() };
    let said = schema_sql::read(&[file], &sources, dialect, &mut out);
    let wanted = build(dialect, [said.said], &mut out);
    match out.first() {
        Some(problem) => Err(problem.message.clone()),
        None => Ok(wanted.catalog),
    }
}

/// In what the live schema differs from the text it was made of, as `migrate drift` would tell it.
async fn drift(connected: &mut Connected, dialect: Dialect, text: &str) -> Option<String> {
    let replayed = read(dialect, text).ok()?;
    let wanted = live::Wanted::default();
    let next = |dialect, answers: &[migrate_runtime::Rows]| live::questions(dialect, &wanted, answers);
    let asked = match connected {
        Connected::Postgres(connection) => migrate_runtime::ask(connection, live::preparation, next).await,
        Connected::MariaDb(connection) => migrate_runtime::ask(connection, live::preparation, next).await,
        Connected::Sqlite(connection) => migrate_runtime::ask(connection, live::preparation, next).await,
    };
    let (dialect, answers) = asked.expect("the catalog can be read");
    let schema = live::Schema::new(dialect, &wanted, &answers).expect("the answers have the shape of the questions");
    let (mut sources, mut problems) = (Sources::new(), Vec::new());
    let found = same::compare(&replayed, &schema.catalog(&mut sources, &mut problems), Some(&schema.defaults));
    let problems = problems.iter().map(|problem| format!("  {}\n", problem.message));
    let text: String = found.differences.iter().map(|found| format!("  {found:?}\n")).chain(problems).collect();
    (!text.is_empty()).then_some(text)
}

enum Connected {
    Postgres(PgConnection),
    MariaDb(MySqlConnection),
    Sqlite(SqliteConnection),
}

impl Connected {
    async fn execute(&mut self, sql: &str) -> Result<(), sqlx::Error> {
        let raw = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()));
        match self {
            Connected::Postgres(connection) => raw.execute(connection).await.map(drop),
            Connected::MariaDb(connection) => raw.execute(connection).await.map(drop),
            Connected::Sqlite(connection) => raw.execute(connection).await.map(drop),
        }
    }
}

/// What the server makes of texts, or why it does not: many cases have a text in common.
type Known = Mutex<HashMap<String, Result<Made, String>>>;

/// What a server makes of a text.
#[derive(Debug, Clone)]
struct Made {
    snapshot: Snapshot,
    /// In what introspection sees something else than the text says.
    drift: Option<String>,
}

/// A database of a server, used for one text after the other.
struct Judge<'k> {
    dialect: Dialect,
    database: Database,
    /// PostgreSQL alone keeps it: it knows how to forget.
    open: Option<PgConnection>,
    known: &'k Known,
}

/// Tries all cases on a server, several at a time; none if the server is not there.
///
/// # Panics
///
/// If a thread does.
pub fn judge(server: Server, cases: &[Case]) -> Option<Vec<Outcome>> {
    // More than the machine has processors: servers that write to disk are waited for.
    let threads = if server == Server::Sqlite { 2 } else { 4 };
    let databases: Vec<Database> =
        (0..threads.min(cases.len()).max(1)).map(|_| Database::new(server)).collect::<Option<_>>()?;
    let (known, next) = (Known::default(), AtomicUsize::new(0));
    let outcomes: Vec<OnceLock<Outcome>> = cases.iter().map(|_| OnceLock::new()).collect();
    std::thread::scope(|scope| {
        for database in databases {
            scope.spawn(|| {
                let mut judge = Judge { dialect: server.dialect(), database, open: None, known: &known };
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let runtime = runtime.expect("a tokio runtime");
                while let Some((case, outcome)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    cases.get(at).zip(outcomes.get(at))
                } {
                    let found = runtime.block_on(judge.judge(case));
                    outcome.set(found).expect("each is judged once");
                }
                runtime.block_on(judge.close());
            });
        }
    });
    Some(outcomes.into_iter().map(|outcome| outcome.into_inner().expect("all were judged")).collect())
}

impl Judge<'_> {
    /// A connection to a database in which nothing is.
    async fn empty(&mut self) -> Connected {
        match self.database.server {
            Server::Postgres => {
                let mut connection = match self.open.take() {
                    Some(connection) => connection,
                    None => PgConnection::connect(&self.database.url).await.expect("a connection"),
                };
                for sql in POSTGRES_EMPTY {
                    sqlx::raw_sql(*sql).execute(&mut connection).await.expect("it can be emptied");
                }
                Connected::Postgres(connection)
            }
            Server::MariaDb => {
                self.database.empty().await;
                Connected::MariaDb(MySqlConnection::connect(&self.database.url).await.expect("a connection"))
            }
            Server::Sqlite => {
                Connected::Sqlite(SqliteConnection::connect("sqlite::memory:").await.expect("a connection"))
            }
        }
    }

    async fn done(&mut self, connected: Connected) {
        match connected {
            Connected::Postgres(connection) => self.open = Some(connection),
            Connected::MariaDb(connection) => drop(connection.close().await),
            Connected::Sqlite(connection) => drop(connection.close().await),
        }
    }

    async fn close(self) {
        if let Some(connection) = self.open {
            let _ = connection.close().await;
        }
    }

    /// Runs statements, as a session of their own would; the first that is refused with what was said.
    async fn run(&self, connected: &mut Connected, text: &str, transaction: bool) -> Result<(), String> {
        let mut out = Vec::new();
        let mut sources = Sources::new();
        let id = sources.add(Source::new("a.sql", text));
        let stmts = split(id, sources.get(id).text(), 0..sources.get(id).text().len(), self.dialect, &mut out);
        let mut list: Vec<String> = stmts.iter().map(|stmt| stmt.text(sources.get(id).text()).to_owned()).collect();
        if transaction && self.dialect != Dialect::MariaDb {
            list.insert(0, "BEGIN".to_owned());
            list.push("COMMIT".to_owned());
        }
        if let Connected::Postgres(_) = connected {
            list.insert(0, POSTGRES_SESSION.to_owned());
        }
        for sql in list {
            if let Err(error) = connected.execute(&sql).await {
                let _ = connected.execute("ROLLBACK").await;
                return Err(format!("{error}\n  in: {sql}"));
            }
        }
        Ok(())
    }

    /// What the server makes of a text by itself.
    async fn made(&mut self, text: &str) -> Result<Made, String> {
        if let Some(known) = self.known.lock().expect("nobody panics with it").get(text) {
            return known.clone();
        }
        let mut connected = self.empty().await;
        let made = match self.run(&mut connected, text, false).await {
            Ok(()) => Ok(Made {
                snapshot: snapshot::of(&mut connected).await,
                drift: drift(&mut connected, self.dialect, text).await,
            }),
            Err(error) => Err(error),
        };
        self.done(connected).await;
        self.known.lock().expect("nobody panics with it").insert(text.to_owned(), made.clone());
        made
    }

    /// Tries a case.
    async fn judge(&mut self, case: &Case) -> Outcome {
        let mut outcome = Outcome::default();
        let (before, after) = match (self.made(&case.before).await, self.made(&case.after).await) {
            (Ok(before), Ok(after)) => (before, after),
            (Err(error), _) => {
                outcome.broken = Some(format!("before: {error}"));
                return outcome;
            }
            (_, Err(error)) => {
                outcome.broken = Some(format!("after: {error}"));
                return outcome;
            }
        };
        let (first, last) = (before.snapshot, after.snapshot);
        outcome.drift = after.drift;
        let wanted = match read(self.dialect, &case.after) {
            Ok(catalog) => catalog,
            Err(error) => {
                outcome.refused = Some(format!("the wanted schema cannot be read: {error}"));
                return outcome;
            }
        };
        let mut before = Catalog::new(self.dialect, []);
        if let Some(error) = script::apply(&mut before, "before.sql", &case.before).into_iter().next() {
            outcome.refused = Some(format!("the schema before cannot be read: {error}"));
            return outcome;
        }
        let request = Request { renames: case.renames.clone(), allow: vec![Allow::everything()], ..Request::default() };
        let migration = match generate(&before, &wanted, &request) {
            Ok(migration) => migration,
            Err(Refusal::Rename(why)) => {
                outcome.refused = Some(why);
                return outcome;
            }
            Err(refusal) => {
                outcome.refused = Some(format!("{refusal:?}"));
                return outcome;
            }
        };
        outcome.empty = migration.is_none() == case.equal;
        let Some(migration) = migration else { return outcome };
        outcome.unproven.clone_from(&migration.unproven);
        // Several parts come of `--online` alone.
        let part = migration.parts.into_iter().next().unwrap_or_default();
        outcome.script = format!("-- up\n{}\n-- down\n{}", part.up, part.down);
        if case.equal {
            return outcome;
        }
        let mut here = self.empty().await;
        self.there_and_back(&mut here, case, &part, (&first, &last), &mut outcome).await;
        self.done(here).await;
        outcome
    }

    async fn there_and_back(
        &self,
        here: &mut Connected,
        case: &Case,
        part: &Part,
        (first, last): (&Snapshot, &Snapshot),
        outcome: &mut Outcome,
    ) {
        if let Err(error) = self.run(here, &case.before, false).await {
            outcome.broken = Some(format!("before: {error}"));
            return;
        }
        if let Err(error) = self.run(here, &part.up, !part.no_transaction).await {
            outcome.refused = Some(format!("up: {error}"));
            return;
        }
        let there = snapshot::of(here).await;
        outcome.up = snapshot::different(&there, last, first);
        if let Err(error) = self.run(here, &part.down, !part.no_transaction).await {
            outcome.refused = Some(format!("down: {error}"));
            return;
        }
        outcome.down = snapshot::different(&snapshot::of(here).await, first, &there);
    }
}

/// What one text set must not hold for the next. Commits need not reach the disk.
const POSTGRES_SESSION: &str = "RESET ALL; RESET SESSION AUTHORIZATION; SET synchronous_commit = off";

/// A database of PostgreSQL becomes what a new one is.
const POSTGRES_EMPTY: &[&str] = &[
    "ROLLBACK",
    "DISCARD ALL",
    "SET synchronous_commit = off; SET client_min_messages = error",
    "DO $$ DECLARE s text; BEGIN
        FOR s IN SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
            UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
            UNION ALL SELECT format('DROP EXTENSION IF EXISTS %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
            UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
            UNION ALL SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            UNION ALL SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE ALL ON %s FROM %s', defaclrole::regrole::text, CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END, CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                FROM pg_default_acl CROSS JOIN LATERAL aclexplode(defaclacl) WHERE defaclnamespace = 0 AND grantee <> defaclrole
            UNION ALL SELECT 'ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC' UNION ALL SELECT 'ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC'
        LOOP BEGIN EXECUTE s; EXCEPTION WHEN undefined_object OR invalid_parameter_value THEN NULL; END; END LOOP; END $$;
    CREATE SCHEMA public AUTHORIZATION pg_database_owner;
    COMMENT ON SCHEMA public IS 'standard public schema';
    GRANT USAGE ON SCHEMA public TO PUBLIC",
];
