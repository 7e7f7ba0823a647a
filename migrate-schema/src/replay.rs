//! The revisions run through a catalog, in the order of the graph.

use migrate_core::Dialect;

use crate::catalog::change::Change;
use crate::catalog::{Catalog, Mark};
use crate::diagnostic::Diagnostic;
use crate::interpret;
use crate::source::Place;

/// What one statement does.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its changes, in order.
    pub changes: Vec<Change>,
    /// It is taken as it is: what is wrong with it is not said.
    pub trusted: bool,
    /// The whole statement.
    pub place: Place,
}

/// A revision as far as one dialect is concerned.
#[derive(Debug, Clone, Default)]
pub struct Acts {
    /// What the up does.
    pub up: Vec<Act>,
    /// What the down does; none where there is no such section.
    pub down: Option<Down>,
    /// The up runs in a transaction.
    pub transactional: bool,
}

/// The way back.
#[derive(Debug, Clone)]
pub struct Down {
    /// What it does.
    pub acts: Vec<Act>,
    /// The directive it stands under.
    pub at: Place,
}

/// Looks on while a history runs.
pub trait Watch {
    /// A statement of an up is about to run.
    fn statement(&mut self, catalog: &Catalog, acts: &Acts, act: &Act);

    /// It is about to do something; the catalog is as it was before.
    fn change(&mut self, catalog: &Catalog, acts: &Acts, act: &Act, change: &Change);

    /// A revision in which nothing is wrong has run; the mark tells how it was before.
    fn revision(&mut self, catalog: &mut Catalog, before: &Mark, acts: &Acts, out: &mut Vec<Diagnostic>);
}

/// Does what some statements do.
pub fn perform(catalog: &mut Catalog, acts: &[Act], out: &mut Vec<Diagnostic>) {
    perform_each(catalog, acts, out, |_, _, _| ());
}

fn perform_each(
    catalog: &mut Catalog,
    acts: &[Act],
    out: &mut Vec<Diagnostic>,
    mut before: impl FnMut(&Catalog, &Act, Option<&Change>),
) {
    for act in acts {
        let known = out.len();
        before(catalog, act, None);
        for change in &act.changes {
            before(catalog, act, Some(change));
            interpret::carry_out(catalog, act.place, change, out);
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
    after: impl FnMut(&mut Catalog, &Mark, &Acts, &mut Vec<Diagnostic>),
) -> Catalog {
    struct After<F>(F);
    impl<F: FnMut(&mut Catalog, &Mark, &Acts, &mut Vec<Diagnostic>)> Watch for After<F> {
        fn statement(&mut self, _: &Catalog, _: &Acts, _: &Act) {}

        fn change(&mut self, _: &Catalog, _: &Acts, _: &Act, _: &Change) {}

        fn revision(&mut self, catalog: &mut Catalog, before: &Mark, acts: &Acts, out: &mut Vec<Diagnostic>) {
            (self.0)(catalog, before, acts, out);
        }
    }
    watched(dialect, ledgers, revisions, out, &mut After(after))
}

/// The same, with somebody who looks on.
pub fn watched<'r>(
    dialect: Dialect,
    ledgers: &[&str],
    revisions: impl IntoIterator<Item = &'r Acts>,
    out: &mut Vec<Diagnostic>,
    watch: &mut impl Watch,
) -> Catalog {
    let mut catalog = Catalog::new(dialect, ledgers.iter().copied());
    for acts in revisions {
        let before = catalog.mark();
        let known = out.len();
        perform_each(&mut catalog, &acts.up, out, |catalog, act, change| match change {
            Some(change) => watch.change(catalog, acts, act, change),
            None => watch.statement(catalog, acts, act),
        });
        catalog.end_session();
        if out.len() == known {
            watch.revision(&mut catalog, &before, acts, out);
        }
        catalog.forget_marks();
    }
    catalog
}
