//! The graph of revisions: checked as a whole when it is made, and in one order ever after.

mod error;
mod names;
mod order;
mod set;

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

pub use error::{Edge, GraphError, MAX_NAME, NameProblem, Place, RedundantDependency, SeveralHeads, check_name};
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
/// The graph has one order, in which plans run and sets are iterated: parents and dependencies come first, and among
/// the revisions that are free to come next the oldest does, by [`natural_cmp`] of the ids. It depends on nothing else.
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
    /// Checks the revisions as a whole. Every problem is reported, each kind in the order of the ids.
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

    /// Revisions without children, in order. One that others depend on is among them (an effective head).
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

    /// Whether several revisions come directly after it, as children or dependents.
    pub fn is_real_branch_point(&self, rev: Rev) -> bool {
        let mut after = self.children(rev).iter().chain(self.dependents(rev));
        after.next().is_some_and(|first| after.any(|other| other != first))
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

#[cfg(test)]
pub(crate) mod fixture {
    //! Graphs in one line: `b<a` revises, `L=x` labels, `D=y` depends on, `S=z` is the slug.

    use alloc::format;
    use alloc::string::String;

    use super::*;

    pub(crate) fn nodes(text: &str) -> Vec<Node> {
        let names = |list: &str| list.split(',').map(|name| Text::Owned(name.to_owned())).collect::<Vec<_>>();
        let node = |line: &str| {
            let mut words = line.split_whitespace();
            let head = words.next().unwrap_or_default();
            let (id, parents) = head.split_once('<').map_or((head, Vec::new()), |(id, list)| (id, names(list)));
            let file = format!("{id}.sql").into();
            let id = id.to_owned().into();
            let mut node =
                Node { id, slug: Text::default(), file, parents, depends_on: Vec::new(), labels: Vec::new() };
            for word in words {
                match word.split_at(2) {
                    ("L=", list) => node.labels = names(list),
                    ("D=", list) => node.depends_on = names(list),
                    (_, slug) => node.slug = slug.to_owned().into(),
                }
            }
            node
        };
        text.split(';').map(str::trim).filter(|line| !line.is_empty()).map(node).collect()
    }

    pub(crate) fn graph(text: &str) -> Graph {
        Graph::new(nodes(text)).expect("a good fixture")
    }

    /// The ids, with a space between them.
    pub(crate) fn ids(graph: &Graph, revs: impl IntoIterator<Item = Rev>) -> String {
        graph.ids(revs).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::fixture::{graph, ids, nodes};
    use super::*;

    #[track_caller]
    fn fails(text: &str, errors: &str) {
        let found: Vec<String> = Graph::new(nodes(text)).expect_err(text).iter().map(ToString::to_string).collect();
        assert_eq!(found.join("\n"), errors, "{text}");
    }

    #[test]
    fn the_order_is_by_age_among_the_free() {
        for (text, order) in [
            ("r; a<r; b<r; m<a,b", "r a b m"),
            ("10; 9; 2<10", "9 10 2"),
            ("a; b; c D=e; d; e", "a b d e c"),
            ("m<b,a; b<r; a<r; r", "r a b m"),
            ("z; y<z; x<y; a", "a z y x"),
        ] {
            let graph = graph(text);
            assert_eq!(ids(&graph, graph.iter()), order, "{text}");
        }
    }

    #[test]
    fn names_are_found() {
        let graph = graph("a L=x,y; b<a L=w; c<b");
        assert_eq!((graph.get("b"), graph.get("x"), graph.get("")), (Some(Rev::at(1)), None, None));
        assert_eq!((graph.by_label("y"), graph.by_label("a")), (Some(Rev::at(0)), None));
        assert_eq!(graph.labels().map(|(label, _)| label).collect::<Vec<_>>(), ["w", "x", "y"]);
    }

    #[test]
    fn heads_and_bases_count_dependents_or_not() {
        let graph = graph("a; b<a; c<a; x; y<x D=b; z");
        assert_eq!(ids(&graph, graph.heads()), "b c y z");
        assert_eq!(ids(&graph, graph.real_heads()), "c y z");
        assert_eq!(ids(&graph, graph.bases()), "a x z");
        let at = |id| graph.get(id).expect("in the fixture");
        assert!(graph.is_branch_point(at("a")) && !graph.is_merge_point(at("y")));
        assert_eq!(ids(&graph, graph.dependents(at("b")).to_vec()), "y");
    }

    #[test]
    fn redundant_dependencies_are_left_out_and_told() {
        let graph = graph("a; b<a; c<b D=a; d D=c,a,b L=x; e<d D=d,d; f D=x,d");
        let left = |id| ids(&graph, graph.dependencies(graph.get(id).expect("in the fixture")).to_vec());
        assert_eq!([left("c"), left("d"), left("e"), left("f")], ["", "c", "", "d"]);
        let told: Vec<String> = graph.redundant_dependencies().map(|redundant| redundant.to_string()).collect();
        assert_eq!(
            told.join("\n"),
            "`c` (c.sql) depends on `a` (a.sql), which it comes after already through `b` (b.sql)\n\
             `d` (d.sql) depends on `a` (a.sql), which it comes after already through `c` (c.sql)\n\
             `d` (d.sql) depends on `b` (b.sql), which it comes after already through `c` (c.sql)\n\
             `e` (e.sql) depends on `d` (d.sql), which it names already\n\
             `e` (e.sql) depends on `d` (d.sql), which it names already\n\
             `f` (f.sql) depends on `d` (d.sql), which it names already"
        );
    }

    #[test]
    fn labels_go_up_and_down_a_plain_chain() {
        for (text, labelled) in [
            ("a; b<a L=x; c<b", "a b c"),
            ("a; b<a L=x; c<b; d<a", "b c"),
            ("a; b<a L=x; c<b; d<b", "b c d"),
            ("a; b<a; c<b L=x; z D=b", "c"),
            ("a; b<a L=x D=a; c<b", "a b c"),
            ("a; b<a L=x; c; m<b,c; n<m", "b m n"),
        ] {
            let graph = graph(text);
            let labels = graph.branch_labels();
            let with = graph.iter().filter(|&rev| labels.of(rev).next().is_some());
            assert_eq!(ids(&graph, with), labelled, "{text}");
        }
    }

    #[test]
    fn one_head_or_where_they_part() {
        assert_eq!(graph("").check_single_head(), Ok(None));
        assert_eq!(graph("a; b<a").check_single_head(), Ok(Some(Rev::at(1))));
        let several = graph("r; a<r; b<a; c<a").check_single_head().expect_err("two heads");
        assert_eq!(
            several.to_string(),
            "Multiple heads are present: `b` (b.sql) and `c` (c.sql), which part after `a` (a.sql)"
        );
        let strangers = graph("a; b").check_single_head().expect_err("two heads");
        assert!(strangers.to_string().ends_with("with no revision in common"));
    }

    #[test]
    fn unknown_names_are_told_with_near_ones() {
        fails("add1; b<add2", "`b` (b.sql) revises `add2`, which is not present; did you mean `add1` (add1.sql)?");
        fails(
            "1234abcd; b<12",
            "`b` (b.sql) revises `12`, which is not present; did you mean `1234abcd` (1234abcd.sql)?",
        );
        fails("a L=core; b<core", "`b` (b.sql) revises `core`, which is not present; did you mean `a` (a.sql)?");
        fails("a; b D=zzz", "`b` (b.sql) depends on `zzz`, which is neither an id nor a label");
    }

    #[test]
    fn every_circle_is_told_once() {
        fails(
            "a<a; b D=b",
            "Self-loop is detected in revisions (a): `a` (a.sql) revises itself\n\
             Dependency self-loop is detected in revisions (b): `b` (b.sql) depends on itself",
        );
        // Between base and head, where Alembic does not look.
        fails(
            "a; b<a,d; c<b; d<c; e<d",
            "Cycle is detected in revisions (b, d, c): `b` (b.sql) revises `d` (d.sql), which revises `c` (c.sql), \
             which revises `b`",
        );
        fails(
            "a<b; b<a; x D=y; y D=x",
            "Cycle is detected in revisions (a, b): `a` (a.sql) revises `b` (b.sql), which revises `a`\n\
             Dependency cycle is detected in revisions (x, y): `x` (x.sql) depends on `y` (y.sql), \
             which depends on `x`",
        );
    }

    #[test]
    fn names_that_cannot_be_are_told() {
        fails(
            "a-b; heads",
            "Character(s) '-' not allowed in revision identifier 'a-b' (a-b.sql)\n\
             The id of `heads` (heads.sql) means something else in targets (head, heads, base and current do)",
        );
        fails(
            "a L=x:y,b; b L=z,z",
            "The label `x:y` of `a` (a.sql) contains ':', which names cannot have\n\
             Branch name 'b' in revision a already used by revision b (a.sql and b.sql)\n\
             Branch name 'z' in revision b already used by revision b (b.sql and b.sql)",
        );
        for (name, problem) in [
            ("", NameProblem::Empty),
            ("a b", NameProblem::Character(' ')),
            ("a\0", NameProblem::Character('\0')),
            (&"é".repeat(256), NameProblem::TooLong),
        ] {
            assert_eq!(check_name(name), Err(problem));
        }
        assert_eq!(check_name(&"é".repeat(255)), Ok(()));
    }

    #[test]
    fn one_fault_does_not_hide_another() {
        let mut broken = nodes("a; b<nobody,a,a; b D=b; c L=a; d<e; e<d");
        broken[2].file = "b2.sql".into();
        let errors = Graph::new(broken).expect_err("all of it is wrong");
        let kinds: Vec<&str> = errors
            .iter()
            .map(|error| match error {
                GraphError::DuplicateId { .. } => "duplicate",
                GraphError::LabelTaken { .. } => "label",
                GraphError::UnknownParent { .. } => "parent",
                GraphError::RepeatedParent { .. } => "repeated",
                GraphError::SelfReference { .. } => "self",
                GraphError::Cycle { .. } => "cycle",
                _ => "other",
            })
            .collect();
        assert_eq!(kinds, ["duplicate", "label", "parent", "repeated", "self", "cycle"]);
    }
}
