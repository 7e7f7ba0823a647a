//! Pairs of schemas on real servers: what is generated from one to the other must run, and must give what the server makes
//! of the other by itself. The judge is the server's own catalog, asked by plain queries.

mod case;
pub mod real;
mod rows;
mod snapshot;
mod unsure;

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::generate::{Part, Refusal, Request, generate};
use migrate_schema::diff::loss::{Allow, Loss};
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
pub use case::{Case, cases, of_folder, own};
use rows::Rows;
use snapshot::Snapshot;
pub use unsure::Unsure;

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
    /// Rows were lost or changed, and no gate said so.
    pub rows: Option<String>,
    /// The rows of the case do not fit the schema after: the server refused the way up, and all is as it was.
    pub stops: Option<String>,
    /// What the server has of the schema after, as introspection tells it, is something else than the text says.
    pub drift: Option<String>,
    /// What could not be proven.
    pub unproven: Vec<String>,
    /// Why nobody can say whether it is right: the history leaves that open, and the product says so.
    pub unsure: Option<String>,
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
    /// Cases with rows.
    pub filled: usize,
    /// Those of which all rows came through, or what was lost had its gate.
    pub kept: usize,
    /// Those whose rows do not fit: nothing was changed.
    pub stopped: usize,
    /// Cases of which introspection finds on the server what the schema after says.
    pub live: usize,
    /// Cases of which nobody can say whether they are right. They count nowhere else.
    pub unsure: usize,
    /// Cases that are known not to be right. They count nowhere else.
    pub left: usize,
}

impl Rates {
    /// Counts one.
    pub fn add(&mut self, case: &Case, outcome: &Outcome) {
        if outcome.broken.is_some() {
            self.broken += 1;
            return;
        }
        if outcome.unsure.is_some() {
            self.unsure += 1;
            return;
        }
        if case.left.is_some() {
            self.left += 1;
            return;
        }
        self.live += usize::from(outcome.drift.is_none());
        if case.equal {
            self.equal += 1;
            self.empty += usize::from(outcome.empty && outcome.up.is_none());
            return;
        }
        self.cases += 1;
        let accepted = outcome.refused.is_none();
        self.accepted += usize::from(accepted);
        self.up += usize::from(outcome.empty && accepted && outcome.up.is_none());
        self.down += usize::from(outcome.empty && accepted && outcome.down.is_none());
        self.proven += usize::from(outcome.unproven.is_empty());
        if !case.rows.is_empty() {
            self.filled += 1;
            self.kept += usize::from(accepted && outcome.rows.is_none());
            self.stopped += usize::from(outcome.stops.is_some());
        }
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
        )?;
        if self.unsure > 0 {
            write!(f, "; {} named unsure", self.unsure)?;
        }
        if self.left > 0 {
            write!(f, "; {} left undone", self.left)?;
        }
        if self.filled > 0 {
            let rate = percent(self.kept, self.filled);
            write!(f, "; {} with rows: kept {rate:.1} %, {} of them do not fit", self.filled, self.stopped)?;
        }
        Ok(())
    }
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
    /// How often it was emptied.
    emptied: usize,
    known: &'k Known,
}

/// MariaDB counts the rows of an index a while later, in a thread of its own, and refuses to rename an index when it meets
/// a row of that thread: an error of the server under load, not of the statement.
const STATISTICS: &str = "duplicate key in table 'mysql.innodb_index_stats'";

/// Tries all cases on a server, several at a time; none if the server is not there.
///
/// # Panics
///
/// If a thread does.
pub fn judge(server: Server, cases: &[Case]) -> Option<Vec<Outcome>> {
    judge_as(server, server.dialect(), cases)
}

/// The same with the texts of another dialect: what MySQL says MariaDB takes for the most part.
///
/// # Panics
///
/// If a thread does.
pub fn judge_as(server: Server, dialect: Dialect, cases: &[Case]) -> Option<Vec<Outcome>> {
    // More than the machine has processors: servers that write to disk are waited for.
    let threads = if server == Server::Sqlite { 2 } else { 4 };
    let databases: Vec<Database> =
        (0..threads.min(cases.len()).max(1)).map(|_| Database::new(server)).collect::<Option<_>>()?;
    let (known, next) = (Known::default(), AtomicUsize::new(0));
    let outcomes: Vec<OnceLock<Outcome>> = cases.iter().map(|_| OnceLock::new()).collect();
    std::thread::scope(|scope| {
        for database in databases {
            scope.spawn(|| {
                let mut judge = Judge { dialect, database, open: None, emptied: 0, known: &known };
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
                let runtime = runtime.expect("a tokio runtime");
                while let Some((case, outcome)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    cases.get(at).zip(outcomes.get(at))
                } {
                    let mut found = runtime.block_on(judge.judge(case));
                    for _ in 0..3 {
                        if !found.refused.as_ref().is_some_and(|refused| refused.contains(STATISTICS)) {
                            break;
                        }
                        found = runtime.block_on(judge.judge(case));
                    }
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
                // What a session knows of thousands of tables that are gone makes it slower and slower.
                self.emptied += 1;
                let kept = self.open.take().filter(|_| !self.emptied.is_multiple_of(100));
                let mut connection = match kept {
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
        if let Some(mut connection) = self.open {
            // No database goes that a subscription belongs to.
            for sql in POSTGRES_EMPTY {
                let _ = sqlx::raw_sql(*sql).execute(&mut connection).await;
            }
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
        if transaction && !self.dialect.is_mysql_family() {
            list.insert(0, "BEGIN".to_owned());
            list.push("COMMIT".to_owned());
        }
        // As the runtime does: to drop a table is to delete its rows, and what refers to them.
        let drops = |sql: &String| sql.to_ascii_uppercase().starts_with("DROP TABLE");
        if transaction && self.dialect == Dialect::Sqlite && list.iter().any(drops) {
            list.insert(0, "PRAGMA foreign_keys = OFF".to_owned());
            list.push("PRAGMA foreign_keys = ON".to_owned());
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
                // What MariaDB shows of a text of MySQL is not what MySQL would show.
                drift: match self.dialect == self.database.server.dialect() {
                    true => drift(&mut connected, self.dialect, text).await,
                    false => None,
                },
            }),
            Err(error) => Err(error),
        };
        self.done(connected).await;
        self.known.lock().expect("nobody panics with it").insert(text.to_owned(), made.clone());
        made
    }

    /// Tries a case, and sees whether anybody can say what is right.
    async fn judge(&mut self, case: &Case) -> Outcome {
        let mut outcome = self.tried(case).await;
        let Some(unsure) = &case.unsure else { return outcome };
        let mut before = Catalog::new(self.dialect, []);
        script::apply(&mut before, "before.sql", &case.before);
        let unsure = unsure.clone().and(Unsure::of(&before));
        let reasons: Vec<Option<String>> = [
            outcome.refused.as_ref().map(|error| unsure.refusal(error)),
            outcome.up.as_ref().map(|text| unsure.difference(text)),
            outcome.down.as_ref().map(|text| unsure.difference(text)),
        ]
        .into_iter()
        .flatten()
        .collect();
        // Something was found, although all is the same on the server.
        let found = case.equal && !outcome.empty && outcome.up.is_none() && outcome.refused.is_none();
        if !found && reasons.iter().all(Option::is_some) {
            outcome.unsure = reasons.into_iter().flatten().next();
        }
        outcome
    }

    async fn tried(&mut self, case: &Case) -> Outcome {
        let mut outcome = Outcome::default();
        let (before, after) = match (self.made(&case.before).await, self.made(&case.after).await) {
            (Ok(before), Ok(after)) => (before, after),
            (Err(error), _) => {
                outcome.broken = Some(format!("before: {error}"));
                return outcome;
            }
            // What is wanted was written by us.
            (Ok(_), Err(error)) if case.ours => {
                outcome.refused = Some(format!("the schema as it is written: {error}"));
                outcome.script.clone_from(&case.after);
                return outcome;
            }
            (_, Err(error)) => {
                outcome.broken = Some(format!("after: {error}"));
                return outcome;
            }
        };
        let (first, last) = (before.snapshot, after.snapshot);
        outcome.drift = after.drift;
        if case.ours && case.equal {
            outcome.up = snapshot::different(&first, &last, &first);
        }
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
        before.end_session();
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
        // A statement of a real history may do nothing.
        let differs = snapshot::different(&first, &last, &first).filter(|_| !case.equal);
        outcome.empty = migration.is_none() == case.equal || migration.is_none() && differs.is_none();
        if case.ours && migration.is_none() && !case.equal {
            outcome.up = differs;
        }
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
        if !case.rows.is_empty() && outcome.refused.is_none() && outcome.broken.is_none() {
            let gates: Vec<Loss> = migration.steps.iter().filter_map(|step| step.loss.clone()).collect();
            let renames = case.renames.iter().map(reversed).collect();
            let back = Request { renames, allow: vec![Allow::everything()], ..Request::default() };
            let back = generate(&wanted, &before, &back).ok().flatten().unwrap_or_default();
            let back: Vec<Loss> = back.steps.into_iter().filter_map(|step| step.loss).collect();
            let mut here = self.empty().await;
            self.with_rows(&mut here, case, &part, (gates, back), &mut outcome).await;
            self.done(here).await;
        }
        outcome
    }

    /// The same with rows in it: none is lost, and none has other values, unless a gate said so.
    async fn with_rows(
        &self,
        here: &mut Connected,
        case: &Case,
        part: &Part,
        (mut gates, back): (Vec<Loss>, Vec<Loss>),
        outcome: &mut Outcome,
    ) {
        for text in [&case.before, &case.rows] {
            if let Err(error) = self.run(here, text, false).await {
                outcome.broken = Some(format!("rows: {error}"));
                return;
            }
        }
        let first = Rows::of(here, &case.keeps).await;
        let up = self.run(here, &part.up, !part.no_transaction).await;
        let there = Rows::of(here, &case.keeps).await;
        if let Err(error) = up {
            outcome.stops = Some(error);
            outcome.rows = first.lost(&there, &case.renames, &[]);
            return;
        }
        outcome.rows = first.lost(&there, &case.renames, &gates).map(|lost| format!("  up\n{lost}"));
        if outcome.rows.is_some() {
            return;
        }
        if let Err(error) = self.run(here, &part.down, !part.no_transaction).await {
            outcome.stops = Some(format!("down: {error}"));
            return;
        }
        gates.extend(back);
        outcome.rows =
            first.lost(&Rows::of(here, &case.keeps).await, &[], &gates).map(|lost| format!("  down\n{lost}"));
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

fn reversed(rename: &Rename) -> Rename {
    Rename { table: rename.table.clone(), from: rename.to.clone(), to: rename.from.clone() }
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
            UNION ALL SELECT format('DROP SUBSCRIPTION %I', subname) FROM pg_subscription
                WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            UNION ALL SELECT format('DROP EXTENSION IF EXISTS %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
            UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
            UNION ALL SELECT format('DROP SCHEMA IF EXISTS %I CASCADE', nspname) FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            UNION ALL SELECT format('DROP LANGUAGE IF EXISTS %I CASCADE', lanname) FROM pg_language WHERE oid >= 16384 AND lanname <> 'plpgsql'
            UNION ALL SELECT format('DROP ACCESS METHOD IF EXISTS %I CASCADE', amname) FROM pg_am WHERE oid >= 16384
            UNION ALL SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I REVOKE ALL ON %s FROM %s', defaclrole::regrole::text, CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END, CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                FROM pg_default_acl CROSS JOIN LATERAL aclexplode(defaclacl) WHERE defaclnamespace = 0 AND grantee <> defaclrole
            UNION ALL SELECT 'ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC' UNION ALL SELECT 'ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC'
        LOOP BEGIN EXECUTE s; EXCEPTION WHEN undefined_object OR invalid_parameter_value THEN NULL; END; END LOOP; END $$;
    CREATE SCHEMA public AUTHORIZATION pg_database_owner;
    COMMENT ON SCHEMA public IS 'standard public schema';
    GRANT USAGE ON SCHEMA public TO PUBLIC",
];
