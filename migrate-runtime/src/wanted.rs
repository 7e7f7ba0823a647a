//! What a run is to do, and how.

use std::time::Duration;

use migrate_core::lease::Lock;
use migrate_core::ledger::AppliedBy;
use migrate_core::limits::Limits;
use migrate_core::script::{Transaction, Verdict};
use migrate_core::target::Target;

use crate::adopt::Tool;
use crate::divergence::Newer;
use crate::event::Events;
use crate::pause;
use crate::repair::Action;
use crate::stop::Stop;

/// What is wanted.
#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    Upgrade(Vec<Target>),
    Downgrade(Target),
    Stamp { targets: Vec<Target>, purge: bool },
    Adopt(Tool),
    Settle(Verdict),
    Repair(Action),
}

impl Wanted {
    /// All revisions are to be applied.
    pub(crate) fn is_all(&self) -> bool {
        matches!(self, Wanted::Upgrade(targets) if targets.iter().all(|target| *target == Target::heads()))
    }

    /// For logs.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Wanted::Upgrade(_) => "upgrade",
            Wanted::Downgrade(_) => "downgrade",
            Wanted::Stamp { .. } => "stamp",
            Wanted::Adopt(_) => "adopt",
            Wanted::Settle(_) => "settle",
            Wanted::Repair(_) => "repair",
        }
    }
}

/// How it is to be done.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) transaction: Transaction,
    pub(crate) lock_timeout: Duration,
    /// What to do about a database that is newer; as the settings say if it is not said here.
    pub(crate) newer: Option<Newer>,
    pub(crate) by: AppliedBy,
    pub(crate) events: Events,
    /// Over those of the settings.
    pub(crate) limits: Limits,
    /// What keeps two processes apart; as the settings say, if nothing.
    pub(crate) lock: Option<Lock>,
    /// What pauses are spread by.
    pub(crate) seed: u64,
    /// What says that it is to stop.
    pub(crate) stop: Option<Stop>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            transaction: Transaction::default(),
            lock_timeout: Duration::from_secs(600),
            newer: None,
            by: AppliedBy { client: crate::host::name() },
            events: Events::default(),
            limits: Limits::default(),
            lock: None,
            seed: pause::seed(),
            stop: None,
        }
    }
}
