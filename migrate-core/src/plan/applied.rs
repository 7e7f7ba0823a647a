//! Which revisions are applied.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::graph::{Graph, Rev, RevSet, list};
use crate::target::{Target, TargetError};

/// The revisions of a graph that are applied.
///
/// It is closed if all that an applied revision comes after is applied, too. It need not be: a revision may have
/// slipped in below one that is applied already ([`Applied::missing_below`]).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Applied {
    pub(super) set: RevSet,
}

impl Applied {
    /// Nothing is applied.
    pub const fn none() -> Applied {
        Applied { set: RevSet::new() }
    }

    /// Exactly these.
    pub fn from_revs(revs: impl IntoIterator<Item = Rev>) -> Applied {
        Applied { set: revs.into_iter().collect() }
    }

    /// The revisions of these ids, as the ledger lists them.
    ///
    /// # Errors
    ///
    /// All ids that the graph does not know.
    pub fn from_ids<'a>(graph: &Graph, ids: impl IntoIterator<Item = &'a str>) -> Result<Applied, UnknownRevisions> {
        let mut set = RevSet::new();
        let mut unknown = Vec::new();
        for id in ids {
            match graph.get(id) {
                Some(rev) => {
                    set.insert(rev);
                }
                None => unknown.push(id.to_string()),
            }
        }
        if unknown.is_empty() { Ok(Applied { set }) } else { Err(UnknownRevisions { ids: unknown }) }
    }

    /// What is applied where only the heads are recorded, as in Alembic's table: they and all that they come after.
    ///
    /// # Errors
    ///
    /// All ids that the graph does not know.
    pub fn from_heads<'a>(graph: &Graph, rows: impl IntoIterator<Item = &'a str>) -> Result<Applied, UnknownRevisions> {
        let heads = Applied::from_ids(graph, rows)?;
        Ok(Applied { set: graph.ancestors(heads.iter()) })
    }

    /// What an offline command assumes: all up to this target, which must be one revision; nothing if there is none.
    ///
    /// # Errors
    ///
    /// The target is unknown, or means several revisions.
    pub fn up_to(graph: &Graph, start: Option<&Target>) -> Result<Applied, TargetError> {
        let start = start.map(|target| target.one(graph)).transpose()?.flatten();
        Ok(Applied { set: graph.ancestors(start) })
    }

    /// Whether `rev` is applied.
    pub fn contains(&self, rev: Rev) -> bool {
        self.set.contains(rev)
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty()
    }

    /// How many are.
    pub fn len(&self) -> usize {
        self.set.len()
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Rev> + '_ {
        self.set.iter()
    }

    /// All of them, as a set.
    pub const fn set(&self) -> &RevSet {
        &self.set
    }

    /// Those that no other applied revision comes after, in order. Alembic's table holds one row for each.
    pub fn heads(&self, graph: &Graph) -> Vec<Rev> {
        graph.maximal(&self.set).iter().collect()
    }

    /// Revisions that are not applied although one that comes after them is.
    pub fn missing_below(&self, graph: &Graph) -> RevSet {
        let mut missing = graph.ancestors(self.iter());
        missing.subtract(&self.set);
        missing
    }

    /// Whether all that an applied revision comes after is applied.
    pub fn is_closed(&self, graph: &Graph) -> bool {
        self.missing_below(graph).is_empty()
    }

    /// Revisions that are not applied.
    pub fn pending(&self, graph: &Graph) -> RevSet {
        let mut pending = graph.all();
        pending.subtract(&self.set);
        pending
    }
}

/// Applied revisions that the graph does not know: lost files, or a database that a newer program has upgraded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRevisions {
    /// Their ids, as recorded.
    pub ids: Vec<String>,
}

impl fmt::Display for UnknownRevisions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted: Vec<String> = self.ids.iter().map(|id| alloc::format!("'{id}'")).collect();
        write!(f, "Can't locate revision identified by {}, which the database has applied", list(&quoted))
    }
}

impl core::error::Error for UnknownRevisions {}
