//! What `history` and `graph` show: some revisions, and what the database says of them if it was asked.

use clap::Args;
use migrate_core::graph::Rev;
use migrate_core::listing;
use migrate_core::plan::Applied;
use migrate_core::target::Range;

use crate::context::{Context, Revisions, State};
use crate::output::Failure;

/// Which revisions, and whether the database is asked.
#[derive(Debug, Args)]
pub(crate) struct Selection {
    /// Only these: `a:b`, `a:`, `:b`; with `base`, `heads`, `current`, `+2`, `-2` as well
    #[arg(long, short, value_name = "FROM:TO", allow_hyphen_values = true)]
    rev_range: Option<String>,
    /// Ask the database, and mark what is applied and where it stands
    #[arg(long, short)]
    indicate_current: bool,
}

/// The revisions that are meant.
pub(crate) struct Selected {
    /// All there are.
    pub(crate) revisions: Revisions,
    /// What the database says, if it is to be marked.
    pub(crate) marked: Option<State>,
    /// Those that are meant, newest first.
    pub(crate) revs: Vec<Rev>,
}

impl Selection {
    pub(crate) fn select(&self, context: &Context) -> Result<Selected, Failure> {
        let range: Range = self.rev_range.as_deref().map(str::parse).transpose()?.unwrap_or_default();
        let revisions = context.revisions()?;
        let state = match self.indicate_current || range.asks_current() {
            true => Some(context.applied(&revisions)?),
            false => None,
        };
        let nothing = Applied::none();
        let applied = state.as_ref().map_or(&nothing, |state| &state.applied);
        let revs = listing::history(&revisions.graph, applied, &range)?;
        Ok(Selected { revisions, marked: state.filter(|_| self.indicate_current), revs })
    }
}
