//! What can go wrong at run time, for programs: an enum with fields and a code. What it prints is for the person who is
//! called at night: what failed, what is committed, what to do next.

use std::fmt;
use std::time::Duration;

use migrate_core::plan::PlanError;
use migrate_core::script::ScriptError;
use migrate_core::target::TargetError;
use migrate_core::{Dialect, DialectSet, Direction};

use crate::adopt::Tool;
use crate::database::redacted;
use crate::report::Report;

/// An error of this crate.
///
/// Its `Debug` form is its code and its message: a `main` that returns the error prints that form, and who reads it there
/// needs the place and the next step, not the fields.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The database could not be reached, or refused the connection.
    #[error("cannot connect{}: {}", .url.as_ref().map(|url| format!(" to {url}")).unwrap_or_default(), said(.source))]
    Connect {
        /// The URL without its password, if a URL was given.
        url: Option<String>,
        /// The driver's error.
        source: sqlx::Error,
    },
    /// The URL's scheme belongs to no driver of this build.
    #[error("no driver for `{scheme}:` URLs in this build: {}", schemes(.supported))]
    UnsupportedUrl {
        /// What stands before the colon.
        scheme: String,
        /// The schemes that this build knows; more come with the features `postgres`, `mysql` and `sqlite`.
        supported: &'static [&'static str],
    },
    /// The migrations are written for other databases.
    #[error(
        "the migrations are written for {}, and the database is {}",
        migrate_core::packed::dialect_list(*.written_for),
        .database.facts().title
    )]
    WrongDialect {
        /// What the settings of the set say.
        written_for: DialectSet,
        /// What was connected.
        database: Dialect,
    },
    /// The connection that was handed over is in a transaction, which a migration would commit.
    #[error("the connection is in a transaction: commit it, or hand over a pool")]
    InTransaction,
    /// A query about the ledger failed.
    #[error("cannot read the ledger {table}: {}", said(.source))]
    Ledger {
        /// The ledger's name, quoted.
        table: String,
        /// The driver's error.
        source: sqlx::Error,
    },
    /// What was asked for is not a target, or means nothing in this graph.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// There is no way from the database's state to the target.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The way cannot be gone.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// A statement failed.
    #[error(transparent)]
    Failed(Box<Failure>),
    /// Revisions were changed after they had been applied.
    #[error(
        "{} changed after being applied: {}\n  = help: put the old text back and write a new revision for the change",
        if .ids.len() == 1 { "a revision" } else { "revisions" },
        .ids.join(", ")
    )]
    Edited {
        /// The revisions.
        ids: Vec<String>,
    },
    /// A revision was begun and not finished, and nobody can know from here what its last statement did.
    #[error(transparent)]
    Interrupted(Box<Interrupted>),
    /// The database has revisions which this program does not know, and it cannot go on without knowing them.
    #[error("the database has revisions that are not in this program: {}", .ids.join(", "))]
    Unknown {
        /// The revisions.
        ids: Vec<String>,
    },
    /// The database has no ledger, and another tool has migrated it.
    #[error(
        "{} has migrated this database ({} holds {})\n  = help: take it over with `migrate adopt --from {}`, which runs \
         nothing; the files must carry its ids",
        .tool.title(),
        .tool.table(),
        .rows.join(", "),
        .tool.name()
    )]
    NotAdopted {
        /// The other tool.
        tool: Tool,
        /// What its table holds.
        rows: Vec<String>,
    },
    /// There is nothing to take over.
    #[error("{} has migrated nothing here: there is no table {}, or it is empty", .tool.title(), .tool.table())]
    NothingToAdopt {
        /// The other tool.
        tool: Tool,
    },
    /// The ledger has rows already.
    #[error("this database has been taken over already: its ledger is not empty (from now on, `migrate stamp`)")]
    AlreadyAdopted {
        /// The other tool.
        tool: Tool,
    },
    /// Another process held the lock all the time.
    #[error(
        "another process is migrating this database; gave up after {:.1} s{}",
        .waited.as_secs_f64(),
        .holder.as_ref().map(|holder| format!(" ({holder})")).unwrap_or_default()
    )]
    LockTimeout {
        /// Who holds the lock, as far as the server tells.
        holder: Option<String>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// Another process changed the ledger while this one was taking relative steps.
    #[error("another process changed the database's revisions meanwhile; look at `current` and try again")]
    Overtaken {
        /// What this one had done by then.
        report: Box<Report>,
    },
    /// Revisions are pending where the database was required to be current.
    #[error("the database is not current: {} pending: {}", .ids.len(), .ids.join(", "))]
    Pending {
        /// The revisions that are not applied, in the order in which they would be.
        ids: Vec<String>,
    },
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {self}", self.code())
    }
}

/// What the server said. The driver's own text adds a line of the server's C source, which reads like one of the file.
fn said(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        other => other.to_string(),
    }
}

fn schemes(supported: &[&str]) -> String {
    if supported.is_empty() {
        return "it has none; enable the feature postgres, mysql or sqlite".to_owned();
    }
    format!("it knows {}", supported.join(", "))
}

impl Error {
    pub(crate) fn connect(source: sqlx::Error) -> Error {
        Error::Connect { url: None, source }
    }

    pub(crate) fn connect_url(url: &str, source: sqlx::Error) -> Error {
        Error::Connect { url: Some(redacted(url)), source }
    }

    pub(crate) fn url(url: &str, source: sqlx::Error) -> Error {
        // The driver's text may quote the URL.
        let source = match &source {
            sqlx::Error::Configuration(reason) if reason.to_string().contains(url) => {
                sqlx::Error::Configuration("the URL cannot be understood".into())
            }
            _ => source,
        };
        Error::connect_url(url, source)
    }

    /// A stable name for the kind of error; `migrate explain` knows it.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Connect { .. } => "M1001",
            Error::UnsupportedUrl { .. } => "M1002",
            Error::WrongDialect { .. } => "M1003",
            Error::InTransaction => "M1004",
            Error::Ledger { .. } => "M1005",
            Error::Target(_) | Error::Plan(PlanError::Target(_)) => "M1010",
            Error::Plan(_) => "M1011",
            Error::Script(_) => "M1012",
            Error::Failed(_) => "M1020",
            Error::Edited { .. } => "M1021",
            Error::Interrupted(_) => "M1022",
            Error::Unknown { .. } => "M1023",
            Error::NotAdopted { .. } => "M1024",
            Error::NothingToAdopt { .. } => "M1025",
            Error::AlreadyAdopted { .. } => "M1026",
            Error::LockTimeout { .. } => "M1030",
            Error::Overtaken { .. } => "M1031",
            Error::Pending { .. } => "M1040",
        }
    }

    /// What had been applied and committed before the error.
    pub fn report(&self) -> Option<&Report> {
        match self {
            Error::Failed(failure) => Some(&failure.report),
            Error::Overtaken { report } => Some(report),
            _ => None,
        }
    }

    /// Whether trying again later may help without anybody doing anything: the server is not there yet, or is full.
    pub(crate) fn is_transient(&self) -> bool {
        let Error::Connect { source, .. } = self else { return false };
        match source {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
            // cannot_connect_now, too_many_connections, admin_shutdown; ER_CON_COUNT_ERROR, ER_SERVER_SHUTDOWN.
            sqlx::Error::Database(error) => match error.code() {
                Some(code) if ["57P03", "53300", "57P01", "08004"].contains(&code.as_ref()) => true,
                Some(_) | None => error.message().contains("Too many connections"),
            },
            _ => false,
        }
    }
}

/// A statement failed, and where it stands.
#[derive(Debug)]
#[non_exhaustive]
pub struct Failure {
    /// The revision.
    pub revision: String,
    /// Which way it was taken.
    pub direction: Direction,
    /// The statement's number in the revision, from 1, and how many there are; none if a query about the ledger failed
    /// or the connection broke so that nobody knows.
    pub statement: Option<(usize, usize)>,
    /// `migrations/20261118_add_users.sql`.
    pub file: String,
    /// Line of the error, or of the statement where the server does not tell more; from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// That line of the file.
    pub text: Option<String>,
    /// What went wrong.
    pub cause: Cause,
    /// What is left of the failed revision.
    pub left: Left,
    /// What was applied and committed before.
    pub report: Report,
}

/// Why a revision failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// The driver's error: what the server said, or that the connection broke.
    Driver(sqlx::Error),
    /// SQLite: the revision drops a table, so foreign keys were switched off while it ran, and when it was done rows
    /// referred to rows that are gone.
    ForeignKeys {
        /// Table, referred table and number of rows.
        violations: Vec<(String, String, usize)>,
    },
}

impl Cause {
    /// The server refused the statement, so that nothing of it has taken effect.
    pub(crate) fn is_refusal(&self) -> bool {
        match self {
            Cause::Driver(error) => error.as_database_error().is_some(),
            Cause::ForeignKeys { .. } => true,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Driver(error) => f.write_str(&said(error)),
            Cause::ForeignKeys { violations } => {
                f.write_str("it leaves rows that refer to rows which are gone: ")?;
                for (i, (table, parent, rows)) in violations.iter().enumerate() {
                    let separator = if i == 0 { "" } else { ", " };
                    write!(f, "{separator}{rows} of {table} (to {parent})")?;
                }
                Ok(())
            }
        }
    }
}

/// What is left in the database of a revision that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Left {
    /// Nothing: it was one transaction, and that was rolled back.
    Nothing,
    /// Its first statements: each was committed by itself.
    Statements(usize),
    /// The connection broke; the next run looks at what is there.
    Unknown,
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Driver(error) => Some(error),
            Cause::ForeignKeys { .. } => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = &self.cause;
        match self.statement {
            Some((number, of)) => {
                write!(
                    f,
                    "statement {number} of {of} of revision {} ({}) failed: {reason}",
                    self.revision, self.direction
                )?;
            }
            None => write!(f, "revision {} ({}) failed: {reason}", self.revision, self.direction)?,
        }
        let margin = self.line.map_or(1, |line| line.to_string().len());
        match (self.line, self.column, &self.text) {
            (Some(line), Some(column), Some(text)) => {
                let tabs = |c: char| if c == '\t' { '\t' } else { ' ' };
                let pad: String = text.chars().take(column as usize - 1).map(tabs).collect();
                write!(f, "\n{:margin$}--> {}:{line}:{column}", "", self.file)?;
                write!(f, "\n{:margin$} |\n{line} | {text}\n{:margin$} | {pad}^", "", "")?;
            }
            _ => write!(f, "\n{:margin$}--> {}", "", self.file)?,
        }
        if let Cause::Driver(sqlx::Error::Database(error)) = &self.cause {
            for (word, text) in details(error.as_ref()) {
                write!(f, "\n{:margin$} = {word}: {text}", "")?;
            }
        }
        write!(f, "\n{:margin$} = committed: {}", "", self.committed())?;
        write!(f, "\n{:margin$} = help: {}", "", self.next())
    }
}

impl Failure {
    /// What is committed, in words.
    fn committed(&self) -> String {
        let before = match self.report.steps.len() {
            0 => "nothing before this revision".to_owned(),
            1 => format!("revision {}", self.report.steps[0].id),
            n => format!("{n} revisions, the last is {}", self.report.steps[n - 1].id),
        };
        match self.left {
            Left::Nothing => format!("{before}; this one was rolled back"),
            Left::Statements(0) => format!("{before}, and no statement of this one"),
            Left::Statements(1) => format!("{before}, and the first statement of this one"),
            Left::Statements(n) => format!("{before}, and the first {n} statements of this one"),
            Left::Unknown => format!("{before}; the connection broke, so this one is not known"),
        }
    }

    fn next(&self) -> String {
        match self.left {
            Left::Nothing => "correct the file and run the same command again".to_owned(),
            Left::Statements(0) => "correct the file and run the same command again".to_owned(),
            Left::Statements(_) => {
                "correct this statement or those after it, not those before, and run the same command again: it goes on \
                 from here"
                    .to_owned()
            }
            Left::Unknown => "run the same command again: it looks at what is there first".to_owned(),
        }
    }
}

/// What a server says besides the message.
fn details(error: &dyn sqlx::error::DatabaseError) -> Vec<(&'static str, String)> {
    #[allow(unused_mut, reason = "only PostgreSQL says more")]
    let mut details = Vec::new();
    #[cfg(feature = "postgres")]
    if let Some(error) = error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>() {
        details.extend(error.detail().map(|text| ("detail", text.to_owned())));
        details.extend(error.hint().map(|text| ("hint", text.to_owned())));
        details.extend(error.r#where().map(|text| ("where", text.replace('\n', "; "))));
    }
    let _ = error;
    details
}

/// A revision was begun, and the ledger alone does not tell how to go on.
#[derive(Debug)]
#[non_exhaustive]
pub struct Interrupted {
    /// The revision.
    pub revision: String,
    /// Which way it was being taken.
    pub direction: Direction,
    /// The statement that was begun last, from 1; 0 = none.
    pub begun: u32,
    /// How many statements are known to be done.
    pub done: u32,
    /// When it was begun, UTC.
    pub since: String,
    /// Who began it.
    pub by: String,
    /// Why it cannot simply go on.
    pub why: InterruptedWhy,
}

/// Why an interrupted revision cannot simply go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InterruptedWhy {
    /// The process ended while a statement ran: it may have taken effect or not.
    Doubt,
    /// The statements that are done are not those of the file any more.
    PrefixChanged,
    /// Something else was asked for than to finish it.
    OtherTarget,
    /// The program does not have the revision.
    NotHere,
}

impl std::error::Error for Interrupted {}

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Interrupted { revision, direction, begun, done, since, by, .. } = self;
        write!(f, "revision {revision} ({direction}) was begun on {since} by {by} and is not finished: ")?;
        match self.why {
            InterruptedWhy::Doubt => write!(
                f,
                "{done} of its statements are done, and statement {begun} was running when the process ended\n  = help: \
                 look whether statement {begun} took effect; if all of the revision is in place, `migrate stamp \
                 {revision}`; else undo by hand what is there and `migrate stamp` the revision before it"
            ),
            InterruptedWhy::PrefixChanged => write!(
                f,
                "its first {done} statements are done, and they are not what the file says now\n  = help: put the old \
                 text of these statements back and run the same command again: it goes on with statement {}",
                done + 1
            ),
            InterruptedWhy::OtherTarget => {
                write!(f, "it must be finished first\n  = help: `migrate upgrade {revision}` (or `downgrade` below it)")
            }
            InterruptedWhy::NotHere => {
                write!(f, "and this program does not know it\n  = help: use the version of the program that has it")
            }
        }
    }
}
