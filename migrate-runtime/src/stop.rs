//! Breaking a run off: the statement that runs is cancelled on its server, so that it ends as a refused one does, and the
//! ledger says what is done.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{Either, Shared, pending, select};

use crate::database::Database;
use crate::driver::Session;
use crate::failure::Failure;
use crate::report::Report;

/// Opens one more connection to the database that is worked on.
pub(crate) type Again<'r, 'c> = &'r (dyn Fn() -> Database<'c> + Send + Sync + 'r);

/// What says that a run is to stop; many may listen, and it is said once and for all.
#[derive(Clone)]
pub(crate) struct Stop(Shared<Pin<Box<dyn Future<Output = ()> + Send>>>);

impl Stop {
    pub(crate) fn when(signal: impl Future<Output = ()> + Send + 'static) -> Stop {
        let signal: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(signal);
        Stop(signal.shared())
    }

    /// Ends when it was said.
    pub(crate) async fn said(&self) {
        self.0.clone().await;
    }

    /// Whether it was said by now.
    pub(crate) fn is_said(&self) -> bool {
        self.0.clone().now_or_never().is_some()
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stop")
    }
}

/// How the statement that a session runs is broken off.
#[allow(dead_code, reason = "which drivers there are depends on the features")]
#[derive(Debug, Clone)]
pub(crate) enum Breaker {
    /// Said on another connection.
    Sql(String),
    /// SQLite asks this every thousand steps.
    Flag(Arc<AtomicBool>),
}

/// How long the server is asked for: to undo much takes time.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often it is asked: between two statements there is nothing to break off.
const EVERY: Duration = Duration::from_millis(200);

impl Breaker {
    /// Breaks off what `work` waits for, and returns what became of it; none if the server does not let go of it. Where no
    /// other connection can be had, it ends when it ends.
    pub(crate) async fn end<T>(
        &self,
        again: Option<Again<'_, '_>>,
        work: Pin<&mut impl Future<Output = T>>,
    ) -> Option<T> {
        let strike = async {
            match (self, again) {
                (Breaker::Flag(flag), _) => loop {
                    flag.store(true, Ordering::Relaxed);
                    tokio::time::sleep(EVERY).await;
                },
                (Breaker::Sql(_), None) => pending::<()>().await,
                (Breaker::Sql(sql), Some(again)) => {
                    tokio::time::timeout(PATIENCE, strike(sql, again)).await.unwrap_or(())
                }
            }
        };
        match select(work, std::pin::pin!(strike)).await {
            Either::Left((result, _)) => Some(result),
            Either::Right(_) => None,
        }
    }
}

/// Asks the server again and again.
async fn strike(sql: &str, again: Again<'_, '_>) {
    loop {
        if let Ok(mut session) = Session::beside(&again()).await {
            while session.texts(sql.to_owned()).await.is_ok() {
                tokio::time::sleep(EVERY).await;
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// A run was told to stop, and stopped.
#[derive(Debug)]
#[non_exhaustive]
pub struct Stopped {
    /// In the midst of what.
    pub at: StoppedAt,
    /// What was applied and committed before.
    pub report: Report,
}

/// In the midst of what a run was stopped.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoppedAt {
    /// Nothing: between two revisions, or while it waited for another process.
    Between,
    /// A statement, which the server broke off; its cause is [`Cause::Stopped`](crate::Cause::Stopped).
    Within(Box<Failure>),
    /// A statement that the server did not let go of within half a minute. It may be finishing it.
    Unanswered {
        /// The revision.
        revision: String,
    },
}

impl std::error::Error for Stopped {}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            StoppedAt::Within(failure) => failure.fmt(f),
            StoppedAt::Between => write!(
                f,
                "stopped before the next revision\n  = committed: {}\n  = help: run the same command again: it goes on from here",
                self.report.committed()
            ),
            StoppedAt::Unanswered { revision } => write!(
                f,
                "stopped in revision {revision}, and the server did not break its statement off within {} s: it may be \
                 finishing it\n  = committed: {}; this one is not known\n  = help: `migrate status` shows what became of \
                 it; run the same command again: it looks at what is there first",
                PATIENCE.as_secs(),
                self.report.committed()
            ),
        }
    }
}
