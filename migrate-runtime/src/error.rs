//! What can go wrong at run time, for programs: an enum with fields and a code. What it prints is for the person who is
//! called at night: what failed, what is committed, what to do next.

use std::fmt;
use std::time::Duration;

use migrate_core::ledger::Row;
use migrate_core::plan::PlanError;
use migrate_core::script::ScriptError;
use migrate_core::target::TargetError;
use migrate_core::{Dialect, DialectSet};

use crate::adopt::Tool;
use crate::database::redacted;
use crate::divergence::{self, Edit, Moved};
use crate::failure::{Failure, Interrupted, said};
use crate::help;
use crate::paste;
use crate::report::Report;
use crate::stop::Stopped;
use crate::tenants::Reports;

/// An error of this crate.
///
/// Its `Debug` form is its code and its message: a `main` that returns the error prints that form, and who reads it there
/// needs the place and the next step, not the fields.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The database could not be reached, or refused the connection.
    #[error(
        "cannot connect{}: {}{}",
        .url.as_ref().map(|url| format!(" to {url}")).unwrap_or_default(),
        said(.source),
        help::connect(.url.as_deref(), .source)
    )]
    Connect {
        /// The URL without its password, if a URL was given.
        url: Option<String>,
        /// The driver's error.
        source: sqlx::Error,
    },
    /// The URL's scheme belongs to no driver of this build.
    #[error("no driver for `{scheme}:` URLs in this build: {}{}", help::drivers(.supported), help::scheme(.scheme, .supported))]
    UnsupportedUrl {
        /// What stands before the colon.
        scheme: String,
        /// The schemes that this build knows; more come with the features `postgres`, `mysql` and `sqlite`.
        supported: &'static [&'static str],
    },
    /// The migrations are written for other databases.
    #[error(
        "the migrations are written for {}, and the database is {}\n  = help: look at the URL; or, if they are to run here, \
         too, say `dialect = [{}]` in migrate.toml, which checks them for both",
        migrate_core::packed::dialect_list(*.written_for),
        .database.facts().title,
        .written_for.with(*.database).iter().map(|it| format!("{:?}", it.facts().name)).collect::<Vec<_>>().join(", ")
    )]
    WrongDialect {
        /// What the settings of the set say.
        written_for: DialectSet,
        /// What was connected.
        database: Dialect,
    },
    /// The connection that was handed over is in a transaction, which a migration would commit.
    #[error(
        "the connection that was handed over is in a transaction\n  = help: commit it or roll it back before, or hand over a \
         pool or a URL; migrations begin and end their own, and nothing has run"
    )]
    InTransaction,
    /// A query about the ledger failed.
    #[error("cannot read the ledger {table}: {}\n  = help: {}", said(.source), help::ledger(.source))]
    Ledger {
        /// The ledger's name, quoted.
        table: String,
        /// The driver's error.
        source: sqlx::Error,
    },
    /// The database does not tell what is in it.
    #[error("cannot read what is in the database: {}", said(.source))]
    Catalog {
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
        "{} changed after being applied: {}{}\n  = help: put the old text back and write a new revision for the change; \
         or, if the database is as the new text would make it, `migrate repair accept {}`",
        if .ids.len() == 1 { "a revision" } else { "revisions" },
        .ids.join(", "),
        divergence::edit_list(.edits),
        paste::words(.ids.iter().map(String::as_str))
    )]
    Edited {
        /// The revisions.
        ids: Vec<String>,
        /// What changed in them.
        edits: Vec<Edit>,
    },
    /// Revisions do not come any more after what they came after when they were applied.
    #[error(
        "the history was rewritten: {}\n  = help: put the old `revises` back (and the file, if one is gone); or, if the \
         history of today is right, `migrate repair rewrite {}`",
        .revisions.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        paste::words(.revisions.iter().map(|moved| moved.id.as_str()))
    )]
    Rewritten {
        /// The revisions.
        revisions: Vec<Moved>,
    },
    /// The database is newer than this program, and that was to be refused.
    #[error(
        "{}\n  = help: {}",
        crate::report::newer(.rows, .stale),
        if .stale.is_empty() { "use the version of the program that knows them, or allow it: `newer = \"allow\"`" } else { "build it again" }
    )]
    Newer {
        /// The ledger's rows that this program does not know.
        rows: Vec<Row>,
        /// Those that have a file in the folder: it is the program that is stale. Known in debug builds only.
        stale: Vec<String>,
    },
    /// A repair was asked for that does not fit what the database has.
    #[error("cannot {action} {revision}: {why}")]
    NothingToRepair {
        /// `accept`, `rewrite`, `forget` or `abandon`.
        action: &'static str,
        /// The revision.
        revision: String,
        /// Why not, and what to do instead.
        why: String,
    },
    /// The server has no schema of this name.
    #[error("there is no schema {schema:?} here\n  = help: {help}")]
    NoSuchSchema {
        /// Its name.
        schema: String,
        /// What to do.
        help: String,
    },
    /// No server has a schema of this name.
    #[error("{schema:?} cannot be the name of a schema: {why}")]
    BadSchema {
        /// The name.
        schema: String,
        /// What is wrong with it.
        why: String,
    },
    /// A SQLite file has no schemas.
    #[error("SQLite has no schemas, so there is no {schema:?}: give each its own file")]
    NoSchemas {
        /// The schema that was asked for.
        schema: String,
    },
    /// The settings name one schema for the ledger, and several schemas are migrated.
    #[error(
        "migrate.toml puts the ledger into the schema {ledger:?}, and each schema has a ledger of its own\n  = help: take \
         `schema` out of `[ledger]`"
    )]
    OneLedger {
        /// The schema of the settings.
        ledger: String,
    },
    /// A MySQL connection cannot come back from another database as it went.
    #[error("a connection that is handed over stays in its database: hand over a pool or a URL to migrate {schema:?}")]
    Borrowed {
        /// The schema that was asked for.
        schema: String,
    },
    /// A printed script of MySQL's cannot come back from another database.
    #[error(
        "cannot print this as a script: revision {revision} ({file}) turns to another database, and behind `USE` a client does \
         not find back to where it was, and to the ledger\n  = help: let `migrate` run it; or name the database in its \
         statements, `shop.users`, without `USE`"
    )]
    NoWayHome {
        /// The revision.
        revision: String,
        /// Its file.
        file: String,
    },
    /// The query for the names of schemas failed.
    #[error(
        "cannot find out which schemas there are: {}\n  = help: the query's first column is their names, as text", said(.source)
    )]
    SchemasFrom {
        /// The driver's error.
        source: sqlx::Error,
    },
    /// Some of several targets failed.
    #[error("{0}")]
    Targets(Box<Reports>),
    /// A revision was begun and not finished, and nobody can know from here what its last statement did.
    #[error(transparent)]
    Interrupted(Box<Interrupted>),
    /// There is no revision that was begun and not finished.
    #[error("no revision is unfinished: there is nothing to settle")]
    NothingUnfinished,
    /// The database has revisions which this program does not know, and it cannot go on without knowing them.
    #[error(
        "the database has revisions that are not in this program: {}\n  = help: use the version of the program that \
         knows them, or, if they are gone for good, `migrate repair forget {}`",
        .ids.join(", "),
        paste::words(.ids.iter().map(String::as_str))
    )]
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
        "another process is migrating this database; gave up after {:.1} s{}\n  = help: the other one is at work or hangs: \
         look at it, end it if it hangs, and run the same command again; or wait longer with `--lock-timeout` \
         (`lock_timeout(..)`)",
        .waited.as_secs_f64(),
        .holder.as_ref().map(|holder| format!(" ({holder})")).unwrap_or_default()
    )]
    LockTimeout {
        /// Who holds the lock, as far as the server tells.
        holder: Option<String>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// The lease ended while this process was at work, and another one took it. What was not committed is undone, or is
    /// what the other one goes on with.
    #[error(
        "this process lost its lease{}: it did not answer for longer than the lease lasts\n  = help: run the same command \
         again",
        .holder.as_ref().map(|holder| format!(" to {holder}")).unwrap_or_default()
    )]
    LeaseLost {
        /// Who has it now.
        holder: Option<String>,
    },
    /// A lease is renewed on a second connection, and only one connection was handed over.
    #[error("`lock = \"lease\"` needs a second connection: hand over a pool or a URL instead of a connection")]
    LeaseNeedsPool,
    /// A revision locks tables, and then the server lets nobody renew the lease. Nothing has run.
    #[error(
        "revision {revision} locks tables ({file}:{line}), and under `lock = \"lease\"` nobody could renew the lease meanwhile\n  \
         = help: say `lock = \"server\"`, or take `LOCK TABLES` and `UNLOCK TABLES` out: one process migrates at a time anyway"
    )]
    LeaseAndTableLocks {
        /// The revision.
        revision: String,
        /// Its file.
        file: String,
        /// The line of `LOCK TABLES`, from 1.
        line: u32,
    },
    /// The run was told to stop with `stop_when(..)`, and stopped.
    #[error(transparent)]
    Stopped(Box<Stopped>),
    /// Another process changed the ledger while this one was taking relative steps.
    #[error(
        "another process changed the revisions of the database while this one took relative steps; {}, and nothing of the \
         rest\n  = help: `migrate current` tells where the database is now; a target that is named (`heads`, an id) does not \
         depend on that",
        match .report.steps.as_slice() {
            [] => "this one had done nothing".to_owned(),
            steps => format!(
                "this one had done {}",
                steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>().join(", ")
            ),
        }
    )]
    Overtaken {
        /// What this one had done by then.
        report: Box<Report>,
    },
    /// Revisions are pending where the database was required to be current.
    #[error(
        "the database is not current: {} pending: {}\n  = help: `migrate upgrade` applies {}; a server that may not change \
         the schema is started after that",
        .ids.len(),
        some_of(.ids),
        if .ids.len() == 1 { "it" } else { "them" }
    )]
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

/// The first ones, and how many more there are: a message is read by a person.
fn some_of(ids: &[String]) -> String {
    const SHOWN: usize = 10;
    match ids.split_at_checked(SHOWN) {
        Some((first, rest @ [_, ..])) => format!("{} and {} more", first.join(", "), rest.len()),
        Some(_) | None => ids.join(", "),
    }
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
            Error::Catalog { .. } => "M1006",
            Error::Target(_) | Error::Plan(PlanError::Target(_)) => "M1010",
            Error::Plan(_) => "M1011",
            Error::Script(_) => "M1012",
            Error::Failed(_) => "M1020",
            Error::Edited { .. } => "M1021",
            Error::Interrupted(_) => "M1022",
            Error::Unknown { .. } => "M1023",
            Error::Newer { .. } => "M1028",
            Error::Rewritten { .. } => "M1029",
            Error::NothingToRepair { .. } => "M1050",
            Error::NoSuchSchema { .. } => "M1060",
            Error::BadSchema { .. } => "M1061",
            Error::NoSchemas { .. } => "M1062",
            Error::OneLedger { .. } => "M1063",
            Error::Borrowed { .. } => "M1064",
            Error::SchemasFrom { .. } => "M1065",
            Error::NoWayHome { .. } => "M1067",
            Error::Targets(_) => "M1066",
            Error::NothingUnfinished => "M1027",
            Error::NotAdopted { .. } => "M1024",
            Error::NothingToAdopt { .. } => "M1025",
            Error::AlreadyAdopted { .. } => "M1026",
            Error::LockTimeout { .. } => "M1030",
            Error::Overtaken { .. } => "M1031",
            Error::LeaseLost { .. } => "M1032",
            Error::LeaseNeedsPool => "M1033",
            Error::Stopped(_) => "M1034",
            Error::LeaseAndTableLocks { .. } => "M1035",
            Error::Pending { .. } => "M1040",
        }
    }

    /// What went wrong, without what to do about it: for somebody who is about to try again.
    pub fn reason(&self) -> String {
        let text = self.to_string();
        text.split_once("\n  = help: ").map_or(text.clone(), |(reason, _)| reason.to_owned())
    }

    /// What had been applied and committed before the error.
    pub fn report(&self) -> Option<&Report> {
        match self {
            Error::Failed(failure) => Some(&failure.report),
            Error::Overtaken { report } => Some(report),
            Error::Stopped(stopped) => Some(&stopped.report),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waited_in_vain_reads_who_is_in_the_way_and_what_to_do() {
        let waited = Duration::from_secs(3);
        let text = Error::LockTimeout { holder: Some("process 7".into()), waited }.to_string();
        assert!(text.contains("gave up after 3.0 s (process 7)\n  = help: "), "{text}");
        assert!(text.ends_with("wait longer with `--lock-timeout` (`lock_timeout(..)`)"), "{text}");
    }

    #[test]
    fn who_cannot_connect_reads_what_to_do_and_who_tries_again_only_why() {
        let refused = || std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        let error = Error::connect(sqlx::Error::Io(refused()));
        assert!(error.to_string().contains("\n  = help: start the server"), "{error}");
        assert_eq!(error.reason(), format!("cannot connect: {}", said(&sqlx::Error::Io(refused()))));
    }

    #[test]
    fn a_set_for_other_databases_says_how_it_may_be_for_this_one() {
        let written_for = [Dialect::Sqlite].into_iter().collect();
        let text = Error::WrongDialect { written_for, database: Dialect::Postgres }.to_string();
        assert!(
            text.starts_with("the migrations are written for SQLite, and the database is PostgreSQL\n  = help: "),
            "{text}"
        );
        assert!(text.contains("`dialect = [\"postgres\", \"sqlite\"]`"), "{text}");
    }

    #[test]
    fn a_long_list_of_pending_revisions_is_cut_and_counted() {
        let ids = (1..=300).map(|id| id.to_string()).collect();
        let text = Error::Pending { ids }.to_string();
        assert!(text.contains("300 pending: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 290 more\n"), "{text}");
    }

    #[test]
    fn who_was_overtaken_reads_what_was_done() {
        let text = Error::Overtaken { report: Box::default() }.to_string();
        assert!(
            text.contains("this one had done nothing, and nothing of the rest\n  = help: `migrate current`"),
            "{text}"
        );
    }

    #[test]
    fn unknown_revisions_come_with_the_command_that_forgets_them() {
        let text = Error::Unknown { ids: vec!["a".into(), "b".into()] }.to_string();
        assert!(text.ends_with("`migrate repair forget a b`"), "{text}");
    }
}
