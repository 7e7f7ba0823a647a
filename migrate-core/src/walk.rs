//! Walking the graph: what lies below and above, one branch, steps up and down.

use alloc::vec::Vec;

use crate::graph::{Graph, Rev, RevSet};
use crate::target::{Offset, Sign, TargetError};

/// Where some steps up or down led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walked {
    /// The revision, or none for the base.
    pub at: Option<Rev>,
    /// Steps that could not be taken since the line ended.
    pub left: u32,
}

impl Graph {
    /// These revisions and all that they come after, through parents and dependencies.
    pub fn ancestors(&self, revs: impl IntoIterator<Item = Rev>) -> RevSet {
        self.sweep_down(revs.into_iter().collect(), |rev| self.before(rev))
    }

    /// These revisions and all that come after them, through parents and dependencies.
    pub fn descendants(&self, revs: impl IntoIterator<Item = Rev>) -> RevSet {
        self.sweep_up(revs.into_iter().collect(), |rev| self.before(rev))
    }

    /// These revisions, their parents, and so on. Dependencies do not count.
    pub fn line_ancestors(&self, revs: impl IntoIterator<Item = Rev>) -> RevSet {
        self.sweep_down(revs.into_iter().collect(), |rev| self.parents(rev).iter().copied())
    }

    /// These revisions, their children, and so on. Dependents do not count.
    pub fn line_descendants(&self, revs: impl IntoIterator<Item = Rev>) -> RevSet {
        self.sweep_up(revs.into_iter().collect(), |rev| self.parents(rev).iter().copied())
    }

    /// The branch of a revision: itself and its ancestors and descendants through parents.
    pub fn lineage(&self, rev: Rev) -> RevSet {
        let mut set = self.line_ancestors([rev]);
        set.union_with(&self.line_descendants([rev]));
        set
    }

    /// Itself and all that it comes after or that comes after it, dependencies included.
    pub fn kin(&self, rev: Rev) -> RevSet {
        let mut set = self.ancestors([rev]);
        set.union_with(&self.descendants([rev]));
        set
    }

    /// The members of `set` that no other member comes after.
    pub fn maximal(&self, set: &RevSet) -> RevSet {
        let mut below: RevSet = set.iter().flat_map(|rev| self.before(rev)).collect();
        below = self.ancestors(below.iter());
        let mut maximal = set.clone();
        maximal.subtract(&below);
        maximal
    }

    /// The last revisions that all of `revs` come after.
    pub fn nearest_common_ancestors(&self, revs: &[Rev]) -> Vec<Rev> {
        let mut common = self.all();
        for &rev in revs {
            common.intersect_with(&self.ancestors([rev]));
        }
        self.maximal(&common).iter().collect()
    }

    /// Takes steps through parents or children. The base lies below the revisions without parents.
    ///
    /// With `branch`, steps up stay in the lineage of that revision. The walk ends early where the line does.
    ///
    /// # Errors
    ///
    /// [`TargetError::AmbiguousWalk`] where more than one revision is the next.
    pub fn walk(&self, from: Option<Rev>, offset: Offset, branch: Option<Rev>) -> Result<Walked, TargetError> {
        let lineage = branch.filter(|_| offset.sign == Sign::Up && offset.steps > 0).map(|rev| self.lineage(rev));
        let (mut at, mut left) = (from, offset.steps);
        while left > 0 {
            let next: Vec<Rev> = match (offset.sign, at) {
                (Sign::Up, _) => {
                    let above = at.map_or_else(|| self.bases(), |rev| self.children(rev).to_vec());
                    above.into_iter().filter(|&rev| lineage.as_ref().is_none_or(|set| set.contains(rev))).collect()
                }
                (Sign::Down, Some(rev)) => self.parents(rev).to_vec(),
                (Sign::Down, None) => break,
            };
            at = match *next {
                [] if offset.sign == Sign::Down => None,
                [] => break,
                [rev] => Some(rev),
                _ => {
                    let choices = next.iter().map(|&rev| self.place(rev)).collect();
                    return Err(TargetError::AmbiguousWalk {
                        at: at.map(|rev| self.place(rev)),
                        choices,
                        left: Offset { steps: left - 1, ..offset },
                    });
                }
            };
            left -= 1;
        }
        Ok(Walked { at, left })
    }

    fn sweep_down<I: Iterator<Item = Rev>>(&self, mut set: RevSet, before: impl Fn(Rev) -> I) -> RevSet {
        // All below a revision comes earlier in the order, so one pass sees each after all that is above it.
        if let Some(last) = set.last_rev() {
            for rev in (0..=last.index()).rev().map(Rev::at) {
                if set.contains(rev) {
                    set.extend(before(rev));
                }
            }
        }
        set
    }

    fn sweep_up<I: Iterator<Item = Rev>>(&self, mut set: RevSet, before: impl Fn(Rev) -> I) -> RevSet {
        if let Some(first) = set.first_rev() {
            for rev in (first.index() + 1..self.len()).map(Rev::at) {
                if before(rev).any(|below| set.contains(below)) {
                    set.insert(rev);
                }
            }
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;
    use crate::graph::fixture::{graph, ids};

    #[test]
    fn sets_follow_parents_or_everything() {
        let graph = graph("a; b<a; c<b; x; y<x D=b; z<y");
        let at = |id| [graph.get(id).expect("in the fixture")];
        assert_eq!(ids(&graph, graph.ancestors(at("y")).iter()), "a b x y");
        assert_eq!(ids(&graph, graph.line_ancestors(at("y")).iter()), "x y");
        assert_eq!(ids(&graph, graph.descendants(at("b")).iter()), "b c y z");
        assert_eq!(ids(&graph, graph.line_descendants(at("b")).iter()), "b c");
        assert_eq!(ids(&graph, graph.lineage(at("b")[0]).iter()), "a b c");
        assert_eq!(ids(&graph, graph.kin(at("b")[0]).iter()), "a b c y z");
        assert_eq!(ids(&graph, graph.maximal(&graph.all()).iter()), "c z");
    }

    #[test]
    fn a_walk_ends_at_the_base_and_at_a_fork() {
        let graph = graph("a; b<a; c<b; d<b; m<c,d");
        let at = |id: &str| graph.get(id).expect("in the fixture");
        let walk = |from: Option<&str>, sign, steps, branch: Option<&str>| {
            graph
                .walk(from.map(at), Offset { sign, steps }, branch.map(at))
                .map(|walked| (walked.at.map(|rev| graph.id(rev)), walked.left))
        };
        assert_eq!(walk(Some("b"), Sign::Down, 1, None), Ok((Some("a"), 0)));
        assert_eq!(walk(Some("b"), Sign::Down, 2, None), Ok((None, 0)));
        assert_eq!(walk(Some("b"), Sign::Down, 5, None), Ok((None, 3)));
        assert_eq!(walk(None, Sign::Up, 2, None), Ok((Some("b"), 0)));
        assert_eq!(walk(Some("a"), Sign::Up, 3, Some("d")), Ok((Some("m"), 0)));
        assert_eq!(walk(Some("a"), Sign::Up, u32::MAX, Some("d")), Ok((Some("m"), u32::MAX - 3)));
        let fork = walk(Some("a"), Sign::Up, 3, None).expect_err("c or d");
        assert_eq!(fork.to_string(), "Ambiguous walk: after `b` (b.sql) come `c` (c.sql) and `d` (d.sql)");
        let merge = walk(Some("m"), Sign::Down, 1, Some("d")).expect_err("c or d");
        assert_eq!(merge.to_string(), "Ambiguous walk: `m` (m.sql) merges `c` (c.sql) and `d` (d.sql)");
    }
}
