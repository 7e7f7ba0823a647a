//! What a run starts from: the graph, what the ledger says, and how the two fit.

use std::borrow::Cow;
use std::collections::BTreeMap;

use migrate_core::graph::{Graph, Node, Rev};
use migrate_core::ledger::{Row, RowState, Sameness};
use migrate_core::plan::Applied;
use migrate_core::probe::Probe;
use migrate_core::script::{Verdict, shares_mark};
use migrate_core::{Checksum, Dialect, Direction, Revision, Text};

use crate::driver::{Session, State};
use crate::error::Error;
use crate::failure::{Interrupted, InterruptedWhy};
use crate::migrations::Migrations;
use crate::report::Status;

/// Graph and database, side by side.
pub(crate) struct World<'m> {
    pub(crate) dialect: Dialect,
    pub(crate) state: State,
    graph: Cow<'m, Graph>,
    revisions: Cow<'m, [Revision]>,
    pub(crate) applied: Applied,
    /// Applied, and not in the set.
    pub(crate) unknown: Vec<String>,
    /// Unknown ones could not be given a place in the graph: their parents are unknown, too.
    misfit: bool,
    /// Rows that are begun and not finished, by id.
    open: BTreeMap<String, usize>,
    /// What became of the statement that such a row is in doubt about, by id.
    decided: BTreeMap<String, Verdict>,
}

/// A statement that ran when its process died.
pub(crate) struct Doubt<'w> {
    pub(crate) row: &'w Row,
    /// From 1.
    pub(crate) number: usize,
    /// How to find out what became of it; none if it is known to be undone.
    pub(crate) probe: Option<&'w Probe>,
}

impl<'m> World<'m> {
    /// # Errors
    ///
    /// The set is not written for this database.
    pub(crate) fn new(migrations: &'m Migrations, state: State) -> Result<World<'m>, Error> {
        let dialect = choose_dialect(migrations.preamble().dialects, state.dialect)?;
        let graph = migrations.graph();
        let unknown: Vec<&Row> = state.rows.iter().filter(|row| graph.get(&row.id).is_none()).collect();
        let (graph, revisions, misfit) = if unknown.is_empty() {
            (Cow::Borrowed(graph), Cow::Borrowed(migrations.revisions()), false)
        } else {
            match merge(migrations.revisions(), &unknown) {
                Some((graph, revisions)) => (Cow::Owned(graph), Cow::Owned(revisions), false),
                None => (Cow::Borrowed(graph), Cow::Borrowed(migrations.revisions()), true),
            }
        };
        let unknown = unknown.into_iter().map(|row| row.id.clone()).collect();
        let open = |row: &Row| row.state != RowState::Applied;
        let applied = Applied::from_revs(
            state.rows.iter().filter(|row| row.state != RowState::Applying).filter_map(|row| graph.get(&row.id)),
        );
        let open = state.rows.iter().enumerate().filter(|(_, row)| open(row)).map(|(i, row)| (row.id.clone(), i));
        let open = open.collect();
        Ok(World { dialect, graph, revisions, applied, unknown, misfit, open, decided: BTreeMap::new(), state })
    }

    pub(crate) fn graph(&self) -> &Graph {
        &self.graph
    }

    pub(crate) fn revision(&self, rev: Rev) -> &Revision {
        &self.revisions[rev.index()]
    }

    /// Gives unknown revisions the down SQL that the ledger kept for them.
    pub(crate) fn revisions_mut(&mut self) -> &mut [Revision] {
        self.revisions.to_mut()
    }

    /// Unknown revisions have no place in the graph, so that what depends on them cannot be known.
    pub(crate) fn require_fit(&self) -> Result<(), Error> {
        if self.misfit { Err(Error::Unknown { ids: self.unknown.clone() }) } else { Ok(()) }
    }

    /// What the open row of a revision says: the statement begun last, and how many are done.
    pub(crate) fn marks(&self, rev: Rev) -> Option<(u32, u32)> {
        let row = &self.state.rows[*self.open.get(self.revision(rev).id.as_ref())?];
        Some((row.begun, row.done))
    }

    /// How many statements of a step an interrupted run has done; none if the step was not begun. Only for somebody who
    /// holds the lock: else the run may be going on.
    pub(crate) fn resume(&self, rev: Rev, direction: Direction) -> Result<Option<usize>, Error> {
        let revision = self.revision(rev);
        let Some(&row) = self.open.get(revision.id.as_ref()) else { return Ok(None) };
        let row = &self.state.rows[row];
        if open_direction(row) != direction {
            return Err(interrupted(row, InterruptedWhy::OtherTarget));
        }
        let decided = self.decided.get(&row.id);
        if row.begun > row.done && decided.is_none() {
            return Err(interrupted(row, InterruptedWhy::Doubt));
        }
        let statements = revision.body(direction, self.dialect).map_or(&[][..], |body| &body.statements);
        let done = row.done as usize;
        let same =
            statements.get(..done).is_some_and(|done| migrate_core::ledger::Prefix::of(done).to_string() == row.prefix);
        let done = done + usize::from(decided == Some(&Verdict::TookEffect));
        if same { Ok(Some(done)) } else { Err(interrupted(row, InterruptedWhy::PrefixChanged)) }
    }

    /// The statement of a step that ran when its process died, if there is one, its text is what it was, and there is a
    /// way to find out what became of it.
    pub(crate) fn doubt(&self, rev: Rev, direction: Direction) -> Option<Doubt<'_>> {
        let revision = self.revision(rev);
        let row = &self.state.rows[*self.open.get(revision.id.as_ref())?];
        let unchanged = match row.sameness(revision, self.dialect) {
            Sameness::Same => true,
            // The ledger has hashes of the whole file and of the way up.
            Sameness::Reworded => direction == Direction::Up,
            Sameness::Edited => false,
        };
        if row.begun != row.done + 1 || open_direction(row) != direction || !unchanged {
            return None;
        }
        let body = revision.body(direction, self.dialect)?;
        let statement = body.statements.get(row.done as usize)?;
        let shares = shares_mark(self.dialect, body, statement);
        let probe = match (self.dialect, &statement.probe) {
            // There everything takes part in transactions.
            (Dialect::Sqlite | Dialect::Postgres, _) if shares => None,
            (_, Some(Probe::Rows)) if !shares => return None,
            (_, Some(probe)) => Some(probe),
            (_, None) => return None,
        };
        Some(Doubt { row, number: row.begun as usize, probe })
    }

    /// What became of the statement that a row is in doubt about.
    pub(crate) fn decide(&mut self, id: String, verdict: Verdict) {
        self.decided.insert(id, verdict);
    }

    /// The row that is begun and not finished, and its revision.
    pub(crate) fn unfinished(&self) -> Result<(&Row, &Revision), Error> {
        let row = self.open.values().next().map(|&row| &self.state.rows[row]).ok_or(Error::NothingUnfinished)?;
        let rev = self.graph.get(&row.id).ok_or_else(|| interrupted(row, InterruptedWhy::NotHere))?;
        Ok((row, self.revision(rev)))
    }

    /// Open rows that none of the steps finishes.
    pub(crate) fn check_open(&self, steps: &[Rev], direction: Direction) -> Result<(), Error> {
        for (id, &row) in &self.open {
            let row = &self.state.rows[row];
            match self.graph.get(id) {
                None => return Err(interrupted(row, InterruptedWhy::NotHere)),
                // The ledger keeps the way back, not the way there.
                Some(_) if direction == Direction::Up && self.unknown.contains(id) => {
                    return Err(interrupted(row, InterruptedWhy::NotHere));
                }
                Some(rev) if !steps.contains(&rev) => return Err(interrupted(row, InterruptedWhy::OtherTarget)),
                Some(_) => (),
            }
        }
        Ok(())
    }

    /// What the database looks like. `migrations` and the session are asked where something differs.
    pub(crate) async fn status(self, session: &mut Session<'_>, migrations: &Migrations) -> Result<Status, Error> {
        // What is begun is told apart from what is not.
        let begun = |rev: Rev| self.open.contains_key(self.graph.id(rev));
        let pending = self.graph.iter().filter(|rev| !self.applied.contains(*rev) && !begun(*rev));
        let pending: Vec<String> = pending.map(|rev| self.graph.id(rev).to_owned()).collect();
        let current = self.applied.heads(&self.graph).into_iter().map(|rev| self.graph.id(rev).to_owned()).collect();
        let changed = self.changed();
        let mut slipped_in = self.slipped_in();
        slipped_in.retain(|id| pending.contains(id));
        Ok(Status {
            current,
            pending,
            slipped_in,
            edits: self.edits(session, migrations, &changed.edited).await?,
            edited: changed.edited,
            reworded: changed.reworded,
            moved: changed.moved,
            unfinished: self.open.keys().cloned().collect(),
            removed: self.removed(),
            stale: migrations.stale(&self.unknown),
            unknown: self.unknown,
            rows: self.state.rows,
        })
    }
}

/// Which way a row that is open was going.
pub(crate) fn open_direction(row: &Row) -> Direction {
    match row.state {
        RowState::Reverting => Direction::Down,
        RowState::Applying | RowState::Applied => Direction::Up,
    }
}

fn interrupted(row: &Row, why: InterruptedWhy) -> Error {
    Error::Interrupted(Box::new(Interrupted {
        revision: row.id.clone(),
        direction: open_direction(row),
        begun: row.begun,
        done: row.done,
        since: row.applied_at.clone(),
        by: row.applied_by.clone(),
        why,
    }))
}

/// MySQL and MariaDB stand in for each other: people write `mysql` for both, and the server is the judge of the rest.
pub(crate) fn choose_dialect(set: migrate_core::DialectSet, server: Dialect) -> Result<Dialect, Error> {
    let sibling = match server {
        Dialect::MySql => Some(Dialect::MariaDb),
        Dialect::MariaDb => Some(Dialect::MySql),
        Dialect::Postgres | Dialect::Sqlite => None,
    };
    if set.contains(server) {
        return Ok(server);
    }
    match sibling {
        Some(sibling) if set.contains(sibling) => Ok(sibling),
        Some(_) | None => Err(Error::WrongDialect { written_for: set, database: server }),
    }
}

/// The graph of the set and of what the ledger knows besides, with the revisions in its order.
fn merge(known: &[Revision], unknown: &[&Row]) -> Option<(Graph, Vec<Revision>)> {
    let owned = |texts: &[String]| texts.iter().map(|text| Text::Owned(text.clone())).collect::<Vec<_>>();
    let foreign = unknown.iter().map(|row| Revision {
        id: Text::Owned(row.id.clone()),
        slug: Text::Borrowed(""),
        message: Text::Owned(row.title.clone()),
        parents: owned(&row.parents),
        depends_on: owned(&row.depends_on),
        labels: Vec::new(),
        irreversible: None,
        file: Text::Borrowed("(from the ledger)"),
        exact: Checksum::from_hex(&row.exact).unwrap_or_default(),
        bodies: Vec::new(),
    });
    let mut revisions: Vec<Revision> = known.iter().cloned().chain(foreign).collect();
    let graph = Graph::new(revisions.iter().map(Node::from)).ok()?;
    revisions.sort_by_key(|revision| graph.get(&revision.id));
    Some((graph, revisions))
}
