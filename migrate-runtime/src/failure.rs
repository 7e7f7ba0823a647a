//! A revision that failed or was left unfinished: what a person at night must know about it.

use std::fmt;

use migrate_core::Direction;
use migrate_core::ledger::Ledger;

use crate::report::Report;
use crate::trouble::Trouble;

/// What the server said. The driver's own text adds a line of the server's C source, which reads like one of the file.
pub(crate) fn said(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        sqlx::Error::Decode(reason) => reason.to_string(),
        sqlx::Error::ColumnDecode { index, source } => {
            let column = index.parse().ok().and_then(|index: usize| Ledger::SELECTED.get(index)).unwrap_or(&"?");
            match source.is::<sqlx::error::UnexpectedNullError>() {
                true => format!("a row has NULL in `{column}`, where there must be a value"),
                false => format!("a row has something in `{column}` that cannot stand there ({source})"),
            }
        }
        other => other.to_string(),
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
    /// The query about the ledger that failed, where it was none of the revision's statements.
    pub ledger: Option<LedgerWork>,
    /// What went wrong.
    pub cause: Cause,
    /// What is left of the failed revision.
    pub left: Left,
    /// How often it was tried: more than once where a lock could not be had.
    pub tries: u32,
    /// Who held the lock that could not be had, or may have, as far as the server tells.
    pub blockers: Vec<String>,
    /// What was applied and committed before.
    pub report: Report,
    /// Only the last transaction of the run would have waited for the disk (PostgreSQL): if the server itself crashed, the
    /// last of what was committed may be gone, with its rows of the ledger.
    pub unflushed: bool,
}

/// What the ledger is needed for while a revision runs. Each names the table, quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LedgerWork {
    /// To be made: the database has none.
    Table(String),
    /// To have the revision's row written.
    Row(String),
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
    /// The run was told to stop, and the server broke the statement off.
    Stopped,
}

impl Cause {
    /// The server refused the statement, so that nothing of it has taken effect.
    pub(crate) fn is_refusal(&self) -> bool {
        match self {
            Cause::Driver(error) => error.as_database_error().is_some(),
            Cause::ForeignKeys { .. } | Cause::Stopped => true,
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
            Cause::Stopped => f.write_str("it was told to stop"),
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
            Cause::ForeignKeys { .. } | Cause::Stopped => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = &self.cause;
        match (self.statement, &self.ledger) {
            (Some((number, of)), _) if matches!(self.cause, Cause::Stopped) => {
                write!(
                    f,
                    "stopped: statement {number} of {of} of revision {} ({}) was cancelled",
                    self.revision, self.direction
                )?;
            }
            (None, _) if matches!(self.cause, Cause::Stopped) => {
                write!(f, "stopped: revision {} ({}) was cancelled", self.revision, self.direction)?;
            }
            (_, Some(LedgerWork::Table(table))) => {
                return write!(
                    f,
                    "cannot make the ledger {table}: {reason}\n  = committed: nothing, and no revision was begun\n  = help: \
                     {}, or have it made by somebody who may: `migrate ensure-version`; then run the same command again",
                    self.trouble().map_or("look why", Trouble::way_out)
                );
            }
            (_, Some(LedgerWork::Row(table))) => write!(
                f,
                "cannot write the row of revision {} ({}) into the ledger {table}: {reason}",
                self.revision, self.direction
            )?,
            (Some((number, of)), None) => {
                write!(
                    f,
                    "statement {number} of {of} of revision {} ({}) failed: {reason}",
                    self.revision, self.direction
                )?;
            }
            (None, None) => write!(f, "revision {} ({}) failed: {reason}", self.revision, self.direction)?,
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
        if self.tries > 1 {
            write!(f, "\n{:margin$} = tried: {} times", "", self.tries)?;
        }
        for blocker in &self.blockers {
            write!(f, "\n{:margin$} = in the way: {blocker}", "")?;
        }
        write!(f, "\n{:margin$} = committed: {}", "", self.committed())?;
        write!(f, "\n{:margin$} = help: {}", "", self.next())
    }
}

impl Failure {
    /// What is committed, in words.
    fn committed(&self) -> String {
        let before = match self.report.steps.is_empty() {
            true => "nothing before this revision".to_owned(),
            false => self.report.committed(),
        };
        match self.left {
            Left::Nothing => format!("{before}; this one was rolled back"),
            Left::Statements(0) => format!("{before}, and no statement of this one"),
            Left::Statements(1) => format!("{before}, and the first statement of this one"),
            Left::Statements(n) => format!("{before}, and the first {n} statements of this one"),
            Left::Unknown if self.cause.is_refusal() => format!("{before}; what of this one is not known"),
            Left::Unknown if self.unflushed => format!(
                "{before}; the connection broke, so this one is not known (and if the server crashed, the last before it may be \
                 gone)"
            ),
            Left::Unknown => format!("{before}; the connection broke, so this one is not known"),
        }
    }

    /// The server broke the statement off because it was asked to, or the run was told to stop while it was about to try
    /// once more.
    pub(crate) fn is_broken_off(&self) -> bool {
        matches!(&self.cause, Cause::Driver(error) if crate::driver::is_broken_off(error) || crate::driver::lost_race(error))
    }

    fn trouble(&self) -> Option<Trouble> {
        match &self.cause {
            Cause::Driver(error) => Trouble::of(error),
            Cause::ForeignKeys { .. } | Cause::Stopped => None,
        }
    }

    fn next(&self) -> String {
        if matches!(&self.cause, Cause::Driver(error) if crate::driver::lost_race(error)) {
            return "let those end who hold the lock, and run the same command again; `--table-lock-timeout` and \
                    `--lock-retries` say how patient it is"
                .to_owned();
        }
        let goes_on = match self.left {
            Left::Statements(1..) => ": it goes on from here",
            Left::Unknown => ": it looks at what is there first",
            Left::Nothing | Left::Statements(0) => "",
        };
        match (self.trouble(), &self.ledger) {
            (Some(trouble), work) if trouble != Trouble::NoSchema || work.is_some() => {
                return format!("{}, and run the same command again{goes_on}", trouble.way_out());
            }
            (None, Some(LedgerWork::Row(table) | LedgerWork::Table(table))) if self.cause.is_refusal() => {
                return format!(
                    "somebody may have changed {table}: `migrate ensure-version --sql` shows how it must be; then run the \
                     same command again{goes_on}"
                );
            }
            (_, _) => (),
        }
        if matches!(self.cause, Cause::Stopped) {
            return match self.left {
                Left::Statements(_) => "run the same command again: it goes on from here",
                Left::Nothing => "run the same command again: it begins with this revision",
                Left::Unknown => "run the same command again: it looks at what is there first",
            }
            .to_owned();
        }
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
        details.extend(error.detail().map(|text| ("detail", text.replace('\n', " "))));
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
                 look whether statement {begun} took effect, and say so: `migrate resume` if it did, `migrate rerun` if it \
                 did not, `migrate mark-applied` if all of the revision is in place"
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
