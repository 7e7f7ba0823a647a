//! The graph of revisions: checked as a whole when it is made, and in one order ever after.

mod error;
mod names;
mod order;
mod set;

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

pub use error::{
    Edge, GraphError, MAX_NAME, NameProblem, Place, RedundantDependency, SeveralHeads, check_name,
};
pub use names::natural_cmp;
pub use set::{Rev, RevSet};

pub(crate) use error::list;
pub(crate) use names::nearest;

use crate::revision::{Revision, Text};

/// What the graph knows of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The unique name.
    pub id: Text,
    /// The rest of the file name. May be empty.
    pub slug: Text,
    /// The file, relative to the folder of the set.
    pub file: Text,
    /// The ids of the revisions it comes after: none for a base, several for a merge.
    pub parents: Vec<Text>,
    /// Ids or labels of what must be applied first, besides.
    pub depends_on: Vec<Text>,
    /// Names for the branch that begins here.
    pub labels: Vec<Text>,
}

impl Node {
    fn place(&self) -> Place {
        Place { id: self.id.clone(), file: self.file.clone() }
    }
}

impl From<&Revision> for Node {
    fn from(revision: &Revision) -> Node {
        Node {
            id: revision.id.clone(),
            slug: revision.slug.clone(),
            file: revision.file.clone(),
            parents: revision.parents.clone(),
            depends_on: revision.depends_on.clone(),
            labels: revision.labels.clone(),
        }
    }
}

/// A set of revisions without a fault: every name is known and unique, and nothing comes after itself.
///
/// The graph has one order, in which plans run and sets are iterated: parents and dependencies come first, and among the
/// revisions that are free to come next the oldest does, by [`natural_cmp`] of the ids. It depends on nothing else.
#[derive(Debug, Clone)]
pub struct Graph {
    /// In the order of the graph.
    nodes: Vec<Node>,
    by_id: Vec<Rev>,
    labels: Vec<(Text, Rev)>,
    parents: Edges,
    children: Edges,
    /// As stated, without repeats.
    stated: Edges,
    dependents: Edges,
    /// Without what other edges already bring.
    dependencies: Edges,
    redundant: Vec<[Rev; 3]>,
}

impl Graph {
    /// Checks the revisions as a whole. Every problem is reported, the ids' first, and each kind in the order of the ids.
    ///
    /// # Errors
    ///
    /// All that is wrong; see [`GraphError`].
    pub fn new(nodes: impl IntoIterator<Item = Node>) -> Result<Graph, Vec<GraphError>> {
        order::build(nodes.into_iter().collect())
    }

    /// How many revisions there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no revision.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All revisions, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Rev> + ExactSizeIterator + use<> {
        (0..self.nodes.len()).map(Rev::at)
    }

    /// All revisions, as a set.
    pub fn all(&self) -> RevSet {
        RevSet::first(self.nodes.len())
    }

    /// What is known of a revision.
    pub fn node(&self, rev: Rev) -> &Node {
        &self.nodes[rev.index()]
    }

    /// Its id.
    pub fn id(&self, rev: Rev) -> &str {
        &self.node(rev).id
    }

    /// Its id and file, for messages.
    pub fn place(&self, rev: Rev) -> Place {
        self.node(rev).place()
    }

    /// The ids of several.
    pub fn ids<'a>(&'a self, revs: impl IntoIterator<Item = Rev> + 'a) -> impl Iterator<Item = &'a str> + 'a {
        revs.into_iter().map(|rev| self.id(rev))
    }

    /// The revision of exactly this id.
    pub fn get(&self, id: &str) -> Option<Rev> {
        self.by_id.binary_search_by(|&rev| self.id(rev).cmp(id)).ok().map(|i| self.by_id[i])
    }

    /// The revision that states exactly this label.
    pub fn by_label(&self, label: &str) -> Option<Rev> {
        self.labels.binary_search_by(|(name, _)| (**name).cmp(label)).ok().map(|i| self.labels[i].1)
    }

    /// Every label and the revision that states it, sorted by label.
    pub fn labels(&self) -> impl Iterator<Item = (&str, Rev)> {
        self.labels.iter().map(|(label, rev)| (&**label, *rev))
    }

    /// Ids that begin with `prefix`, sorted.
    pub(crate) fn ids_from<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, Rev)> + 'a {
        let start = self.by_id.partition_point(|&rev| self.id(rev) < prefix);
        self.by_id[start..].iter().map(|&rev| (self.id(rev), rev)).take_while(move |(id, _)| id.starts_with(prefix))
    }

    /// The revisions it comes after, as written.
    pub fn parents(&self, rev: Rev) -> &[Rev] {
        self.parents.of(rev)
    }

    /// What must be applied before it besides its parents, as written, without what is below a parent or another
    /// dependency anyway.
    pub fn dependencies(&self, rev: Rev) -> &[Rev] {
        self.dependencies.of(rev)
    }

    /// Its dependencies as written, each once.
    pub fn stated_dependencies(&self, rev: Rev) -> &[Rev] {
        self.stated.of(rev)
    }

    /// Parents, then dependencies.
    pub fn before(&self, rev: Rev) -> impl Iterator<Item = Rev> + '_ {
        self.parents(rev).iter().chain(self.dependencies(rev)).copied()
    }

    /// The revisions of which it is a parent, in order.
    pub fn children(&self, rev: Rev) -> &[Rev] {
        self.children.of(rev)
    }

    /// The revisions that state a dependency on it, in order.
    pub fn dependents(&self, rev: Rev) -> &[Rev] {
        self.dependents.of(rev)
    }

    /// Revisions without children, in order. One that others depend on is among them; Alembic calls it an effective head.
    pub fn heads(&self) -> Vec<Rev> {
        self.iter().filter(|&rev| self.children(rev).is_empty()).collect()
    }

    /// Revisions that nothing comes after: no child and no dependent. With all of them applied, everything is.
    pub fn real_heads(&self) -> Vec<Rev> {
        self.iter().filter(|&rev| self.is_real_head(rev)).collect()
    }

    /// Whether nothing comes after it.
    pub fn is_real_head(&self, rev: Rev) -> bool {
        self.children(rev).is_empty() && self.dependents(rev).is_empty()
    }

    /// Revisions without parents, in order.
    pub fn bases(&self) -> Vec<Rev> {
        self.iter().filter(|&rev| self.parents(rev).is_empty()).collect()
    }

    /// Whether it has several children.
    pub fn is_branch_point(&self, rev: Rev) -> bool {
        self.children(rev).len() > 1
    }

    /// Whether it has several children and dependents.
    pub fn is_real_branch_point(&self, rev: Rev) -> bool {
        self.children(rev).len() + self.dependents(rev).len() > 1
    }

    /// Whether it has several parents.
    pub fn is_merge_point(&self, rev: Rev) -> bool {
        self.parents(rev).len() > 1
    }

    /// The dependencies that [`Graph::dependencies`] leaves out, and why each says nothing.
    pub fn redundant_dependencies(&self) -> impl Iterator<Item = RedundantDependency> + '_ {
        self.redundant.iter().map(|&[at, dependency, through]| RedundantDependency {
            at: self.place(at),
            dependency: self.place(dependency),
            through: self.place(through),
        })
    }

    /// The head, or none in an empty graph.
    ///
    /// # Errors
    ///
    /// The heads and where they part, if there are several.
    pub fn check_single_head(&self) -> Result<Option<Rev>, SeveralHeads> {
        match *self.heads() {
            [] => Ok(None),
            [head] => Ok(Some(head)),
            ref heads => Err(SeveralHeads {
                heads: heads.iter().map(|&head| self.place(head)).collect(),
                ancestors: self.nearest_common_ancestors(heads).into_iter().map(|rev| self.place(rev)).collect(),
            }),
        }
    }

    /// Which labels each revision belongs to. Worth keeping where several revisions are asked about.
    pub fn branch_labels(&self) -> BranchLabels<'_> {
        BranchLabels::new(self)
    }

    /// The labels of the branches that a revision belongs to, sorted.
    pub fn labels_of(&self, rev: Rev) -> Vec<&str> {
        self.branch_labels().of(rev).collect()
    }
}

/// Which labels each revision of a graph belongs to.
///
/// A label is given to all that come after its revision through parents. It is also given to what comes before, as long
/// as all is one plain chain: from the last revision of the chain down to the first branch point or merge point.
#[derive(Debug, Clone)]
pub struct BranchLabels<'a> {
    graph: &'a Graph,
    /// For each revision, a bit for each label.
    words: usize,
    bits: Vec<u64>,
}

impl<'a> BranchLabels<'a> {
    fn new(graph: &'a Graph) -> BranchLabels<'a> {
        let words = graph.labels.len().div_ceil(64);
        let mut bits = alloc::vec![0; words * graph.len()];
        let row = |rev: Rev| rev.index() * words..(rev.index() + 1) * words;
        for (i, &(_, rev)) in graph.labels.iter().enumerate() {
            bits[row(rev)][i / 64] |= 1 << (i % 64);
        }
        let own = bits.clone();
        for rev in graph.iter() {
            for &parent in graph.parents(rev) {
                // A parent comes first in the order, so its row lies wholly before this one.
                let (before, from) = bits.split_at_mut(rev.index() * words);
                from.iter_mut().zip(&before[row(parent)]).for_each(|(word, more)| *word |= more);
            }
        }
        // Labels that come down a chain, and whether everything above is one.
        let mut down = own;
        let mut plain = alloc::vec![false; graph.len()];
        for rev in graph.iter().rev() {
            let child = graph.children(rev).first();
            let ends_well = child.is_none_or(|child| plain[child.index()]);
            if graph.is_real_branch_point(rev) || graph.is_merge_point(rev) || !ends_well {
                continue;
            }
            plain[rev.index()] = true;
            if let Some(&child) = child {
                let (to, from) = down.split_at_mut(child.index() * words);
                to[row(rev)].iter_mut().zip(&from[..words]).for_each(|(word, more)| *word |= more);
            }
            bits[row(rev)].iter_mut().zip(&down[row(rev)]).for_each(|(word, more)| *word |= more);
        }
        BranchLabels { graph, words, bits }
    }

    /// The labels of a revision, sorted.
    pub fn of(&self, rev: Rev) -> impl Iterator<Item = &'a str> + '_ {
        let row = &self.bits[rev.index() * self.words..(rev.index() + 1) * self.words];
        let labels = &self.graph.labels;
        labels.iter().enumerate().filter(|(i, _)| row[i / 64] & 1 << (i % 64) != 0).map(|(_, (label, _))| &**label)
    }
}

/// For each revision the revisions at the other end, in one piece of memory.
#[derive(Debug, Clone, Default)]
struct Edges {
    ends: Vec<u32>,
    to: Vec<Rev>,
}

impl Edges {
    fn with_capacity(revisions: usize) -> Edges {
        Edges { ends: Vec::with_capacity(revisions), to: Vec::with_capacity(revisions) }
    }

    /// The edges of the next revision.
    fn push(&mut self, row: impl IntoIterator<Item = Rev>) {
        self.to.extend(row);
        self.ends.push(self.to.len() as u32);
    }

    fn of(&self, rev: Rev) -> &[Rev] {
        let start = if rev.index() == 0 { 0 } else { self.ends[rev.index() - 1] };
        &self.to[start as usize..self.ends[rev.index()] as usize]
    }

    /// The same edges seen from the other end, each row in order.
    fn reversed(&self) -> Edges {
        let mut next = alloc::vec![0; self.ends.len() + 1];
        self.to.iter().for_each(|rev| next[rev.index() + 1] += 1);
        for i in 1..next.len() {
            next[i] += next[i - 1];
        }
        let ends = next[1..].to_owned();
        let mut to = alloc::vec![Rev::at(0); self.to.len()];
        for from in (0..self.ends.len()).map(Rev::at) {
            for rev in self.of(from) {
                let slot = &mut next[rev.index()];
                to[*slot as usize] = from;
                *slot += 1;
            }
        }
        Edges { ends, to }
    }
}
