//! The revisions run through a catalog, in the order of the graph.

use migrate_core::Dialect;

use crate::catalog::change::Change;
use crate::catalog::{Catalog, Mark};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// What one statement does.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its changes, in order.
    pub changes: Vec<Change>,
    /// It is taken as it is: what is wrong with it is not said.
    pub trusted: bool,
}

/// A revision as far as one dialect is concerned.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    /// What the up does.
    pub up: Vec<Act>,
    /// What the down does; none where there is no such section.
    pub down: Option<Down>,
}

/// The way back.
#[derive(Debug, Clone)]
pub struct Down {
    /// What it does.
    pub acts: Vec<Act>,
    /// The directive it stands under.
    pub at: Place,
}

/// Does what some statements do.
pub fn perform(catalog: &mut Catalog, acts: &[Act], out: &mut Vec<Diagnostic>) {
    for act in acts {
        let known = out.len();
        for change in &act.changes {
            catalog.apply(change, out);
        }
        if act.trusted {
            out.truncate(known);
        }
    }
}

/// Runs a history from an empty database on. `ledgers` are tables that are there without being in it. `after` sees the
/// catalog after each revision in which nothing is wrong, and a mark of how it was before.
pub fn replay<'r>(
    dialect: Dialect,
    ledgers: &[&str],
    revisions: impl IntoIterator<Item = &'r Acts>,
    out: &mut Vec<Diagnostic>,
    mut after: impl FnMut(&mut Catalog, &Mark, &Acts, &mut Vec<Diagnostic>),
) -> Catalog {
    let mut catalog = Catalog::new(dialect, ledgers.iter().copied());
    for acts in revisions {
        let before = catalog.mark();
        let known = out.len();
        perform(&mut catalog, &acts.up, out);
        catalog.end_session();
        if out.len() == known {
            after(&mut catalog, &before, acts, out);
        }
        catalog.forget_marks();
    }
    catalog
}
