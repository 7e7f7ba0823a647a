//! Making a graph: all its checks, its order, and the dependencies that say nothing.

use alloc::collections::{BTreeMap, BinaryHeap};
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::{Edge, Edges, Graph, GraphError, Node, Place, Rev, check_name, natural_cmp, nearest};
use crate::revision::Text;

/// Unknown names for which near ones are looked for. More messages than that are not read, and each costs a pass.
const SUGGESTIONS: usize = 20;

/// What a node names, as indices of the nodes sorted by age.
#[derive(Default)]
struct Named {
    parents: Vec<usize>,
    dependencies: Vec<usize>,
    repeats: Vec<usize>,
}

pub(super) fn build(mut nodes: Vec<Node>) -> Result<Graph, Vec<GraphError>> {
    nodes.sort_by(|a, b| natural_cmp(&a.id, &b.id).then_with(|| a.file.cmp(&b.file)));
    let mut errors = Vec::new();
    check_ids(&nodes, &mut errors);
    let names = Names::new(&nodes, &mut errors);
    let named = names.resolve(&mut errors);
    let order = sort(&named);
    if order.len() < nodes.len() {
        report_cycles(&nodes, &named, &order, &mut errors);
    }
    if errors.is_empty() { Ok(assemble(nodes, &named, &order)) } else { Err(errors) }
}

fn check_ids(nodes: &[Node], errors: &mut Vec<GraphError>) {
    for same in nodes.chunk_by(|a, b| a.id == b.id) {
        if let Err(problem) = check_name(&same[0].id) {
            errors.push(GraphError::InvalidId { at: same[0].place(), problem });
        }
        if same.len() > 1 {
            let files = same.iter().map(|node| node.file.clone()).collect();
            errors.push(GraphError::DuplicateId { id: same[0].id.clone(), files });
        }
    }
}

/// Who has which name. Where several claim one, the first in order has it.
struct Names<'a> {
    nodes: &'a [Node],
    ids: BTreeMap<&'a str, usize>,
    labels: BTreeMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    fn new(nodes: &'a [Node], errors: &mut Vec<GraphError>) -> Names<'a> {
        let mut ids = BTreeMap::new();
        for (i, node) in nodes.iter().enumerate() {
            ids.entry(&*node.id).or_insert(i);
        }
        let mut labels = BTreeMap::new();
        for (i, node) in nodes.iter().enumerate() {
            for label in &node.labels {
                if let Err(problem) = check_name(label) {
                    errors.push(GraphError::InvalidLabel { at: node.place(), label: label.clone(), problem });
                    continue;
                }
                match ids.get(&**label).or_else(|| labels.get(&**label)) {
                    Some(&by) => errors.push(GraphError::LabelTaken {
                        at: node.place(),
                        label: label.clone(),
                        by: nodes[by].place(),
                    }),
                    None => {
                        labels.insert(&**label, i);
                    }
                }
            }
        }
        Names { nodes, ids, labels }
    }

    fn resolve(&self, errors: &mut Vec<GraphError>) -> Vec<Named> {
        let mut suggestions = SUGGESTIONS;
        let mut all = Vec::with_capacity(self.nodes.len());
        for node in self.nodes {
            // Of nodes with the same id each is checked, and the first one stands in the graph.
            let own = self.ids[&*node.id];
            let mut named = Named::default();
            for parent in &node.parents {
                match self.ids.get(&**parent) {
                    Some(&i) if i == own => {
                        errors.push(GraphError::SelfReference { at: node.place(), edge: Edge::Parent });
                    }
                    Some(i) if named.parents.contains(i) => {
                        errors.push(GraphError::RepeatedParent { at: node.place(), parent: self.nodes[*i].place() })
                    }
                    Some(&i) => named.parents.push(i),
                    None => errors.push(GraphError::UnknownParent {
                        at: node.place(),
                        parent: parent.clone(),
                        candidates: match self.labels.get(&**parent) {
                            Some(&labelled) => alloc::vec![self.nodes[labelled].place()],
                            None => self.near(parent, &node.id, &mut suggestions),
                        },
                    }),
                }
            }
            for dependency in &node.depends_on {
                match self.ids.get(&**dependency).or_else(|| self.labels.get(&**dependency)) {
                    Some(&i) if i == own => {
                        errors.push(GraphError::SelfReference { at: node.place(), edge: Edge::Dependency });
                    }
                    Some(i) if named.dependencies.contains(i) => named.repeats.push(*i),
                    Some(&i) => named.dependencies.push(i),
                    None => errors.push(GraphError::UnknownDependency {
                        at: node.place(),
                        dependency: dependency.clone(),
                        candidates: self.near(dependency, &node.id, &mut suggestions),
                    }),
                }
            }
            all.push(named);
        }
        all
    }

    /// Ids that begin with what was written, or else ones that look like it; never the revision's own.
    fn near(&self, written: &Text, own: &str, left: &mut usize) -> Vec<Place> {
        let Some(less) = left.checked_sub(1) else { return Vec::new() };
        *left = less;
        let places = |found: Vec<usize>| found.into_iter().map(|i| self.nodes[i].place()).collect();
        if !written.is_empty() {
            let longer = self.ids.range(&**written..).take_while(|(id, _)| id.starts_with(&**written));
            let found: Vec<usize> = longer.map(|(_, &i)| i).filter(|&i| self.nodes[i].id != own).take(4).collect();
            if (1..4).contains(&found.len()) {
                return places(found);
            }
        }
        places(nearest(written, self.ids.iter().filter(|(id, _)| **id != own).map(|(id, &i)| (*id, i))))
    }
}

/// Parents and dependencies first, the oldest first among those that are free. What is in or above a cycle is left out.
fn sort(named: &[Named]) -> Vec<usize> {
    let mut waiting: Vec<usize> = named.iter().map(|named| before(named).count()).collect();
    let mut starts = alloc::vec![0; named.len() + 1];
    named.iter().flat_map(before).for_each(|i| starts[i + 1] += 1);
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut after = alloc::vec![0; starts[named.len()]];
    let mut next = starts.clone();
    for (i, named) in named.iter().enumerate() {
        for below in before(named) {
            after[next[below]] = i;
            next[below] += 1;
        }
    }
    let mut ready: BinaryHeap<Reverse<usize>> = (0..named.len()).filter(|&i| waiting[i] == 0).map(Reverse).collect();
    let mut order = Vec::with_capacity(named.len());
    while let Some(Reverse(i)) = ready.pop() {
        order.push(i);
        for &above in &after[starts[i]..starts[i + 1]] {
            waiting[above] -= 1;
            if waiting[above] == 0 {
                ready.push(Reverse(above));
            }
        }
    }
    order
}

fn before(named: &Named) -> impl Iterator<Item = usize> + '_ {
    named.parents.iter().chain(&named.dependencies).copied()
}

/// One error for each group of revisions that all come after each other: a shortest circle through its oldest.
fn report_cycles(nodes: &[Node], named: &[Named], order: &[usize], errors: &mut Vec<GraphError>) {
    let mut sorted = alloc::vec![false; nodes.len()];
    order.iter().for_each(|&i| sorted[i] = true);
    for group in tied(named, &sorted) {
        let start = group[0];
        let mut from: BTreeMap<usize, (usize, Edge)> = BTreeMap::new();
        let mut queue: alloc::collections::VecDeque<usize> = [start].into();
        while let Some(i) = queue.pop_front() {
            let parents = named[i].parents.iter().map(|&to| (to, Edge::Parent));
            let dependencies = named[i].dependencies.iter().map(|&to| (to, Edge::Dependency));
            for (to, edge) in parents.chain(dependencies) {
                if group.binary_search(&to).is_ok() && !from.contains_key(&to) {
                    from.insert(to, (i, edge));
                    queue.push_back(to);
                }
            }
            if from.contains_key(&start) {
                break;
            }
        }
        let (mut members, mut edges, mut at) = (Vec::new(), Vec::new(), start);
        while let Some(&(before, edge)) = from.get(&at) {
            members.push(nodes[before].place());
            edges.push(edge);
            at = before;
            if at == start {
                break;
            }
        }
        members.reverse();
        edges.reverse();
        errors.push(GraphError::Cycle { members, edges });
    }
}

/// The groups of two or more in which each can be reached from each (Tarjan's algorithm, with its own stack since a
/// circle may have thousands of members). Each is sorted, and they are in the order of their oldest.
fn tied(named: &[Named], sorted: &[bool]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let (mut number, mut low) = (alloc::vec![NEW; named.len()], alloc::vec![NEW; named.len()]);
    let mut open = alloc::vec![false; named.len()];
    let (mut count, mut path, mut groups) = (0, Vec::new(), Vec::new());
    for root in (0..named.len()).filter(|&i| !sorted[i]) {
        if number[root] != NEW {
            continue;
        }
        let mut calls: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut enter = Some(root);
        loop {
            if let Some(i) = enter.take() {
                (number[i], low[i]) = (count, count);
                count += 1;
                path.push(i);
                open[i] = true;
                calls.push((i, before(&named[i]).filter(|&to| !sorted[to]).collect()));
            }
            let Some((i, rest)) = calls.last_mut() else { break };
            let i = *i;
            if let Some(to) = rest.pop() {
                if number[to] == NEW {
                    enter = Some(to);
                } else if open[to] {
                    low[i] = low[i].min(number[to]);
                }
                continue;
            }
            calls.pop();
            if let Some((caller, _)) = calls.last() {
                low[*caller] = low[*caller].min(low[i]);
            }
            if low[i] == number[i] {
                let start = path.iter().rposition(|&member| member == i).unwrap_or(0);
                let mut group = path.split_off(start);
                group.iter().for_each(|&member| open[member] = false);
                if group.len() > 1 {
                    group.sort_unstable();
                    groups.push(group);
                }
            }
        }
    }
    groups.sort_unstable();
    groups
}

fn assemble(nodes: Vec<Node>, named: &[Named], order: &[usize]) -> Graph {
    let mut place = alloc::vec![0; nodes.len()];
    order.iter().enumerate().for_each(|(at, &i)| place[i] = at);
    let rev = |&i: &usize| Rev::at(place[i]);
    let (mut parents, mut stated) = (Edges::with_capacity(nodes.len()), Edges::with_capacity(nodes.len()));
    for &i in order {
        parents.push(named[i].parents.iter().map(rev));
        stated.push(named[i].dependencies.iter().map(rev));
    }
    let mut redundant = redundant(nodes.len(), &parents, &stated);
    redundant.sort_unstable();
    let mut dependencies = Edges::with_capacity(nodes.len());
    for at in (0..nodes.len()).map(Rev::at) {
        let needed = |to: &Rev| redundant.binary_search_by(|&[a, d, _]| (a, d).cmp(&(at, *to))).is_err();
        dependencies.push(stated.of(at).iter().copied().filter(needed));
    }
    for (i, named) in named.iter().enumerate() {
        redundant.extend(named.repeats.iter().map(|repeat| [rev(&i), rev(repeat), rev(repeat)]));
    }
    redundant.sort_unstable();
    let mut slots: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let nodes: Vec<Node> = order.iter().filter_map(|&i| slots[i].take()).collect();
    let mut by_id: Vec<Rev> = (0..nodes.len()).map(Rev::at).collect();
    by_id.sort_unstable_by(|a, b| nodes[a.index()].id.cmp(&nodes[b.index()].id));
    let mut labels: Vec<(Text, Rev)> = Vec::new();
    for (i, node) in nodes.iter().enumerate() {
        labels.extend(node.labels.iter().map(|label| (label.clone(), Rev::at(i))));
    }
    labels.sort_unstable();
    let (children, dependents) = (parents.reversed(), stated.reversed());
    Graph { nodes, by_id, labels, parents, children, stated, dependents, dependencies, redundant }
}

/// Dependencies that are parents or lie below a parent or another dependency: revision, dependency, through what.
///
/// The question "is d below c?" is asked for 64 different d at a time, one bit each, in one pass over the graph.
fn redundant(len: usize, parents: &Edges, stated: &Edges) -> Vec<[Rev; 3]> {
    let mut targets: Vec<Rev> = stated.to.clone();
    targets.sort_unstable();
    targets.dedup();
    let mut found = Vec::new();
    let mut own = alloc::vec![0_u64; len];
    let mut below = alloc::vec![0_u64; len];
    for batch in targets.chunks(64) {
        own.fill(0);
        below.fill(0);
        batch.iter().enumerate().for_each(|(bit, target)| own[target.index()] = 1 << bit);
        // Nothing before the first of the batch can lie above one of them.
        for at in (batch[0].index()..len).map(Rev::at) {
            let edges = || parents.of(at).iter().chain(stated.of(at)).copied();
            for &dependency in stated.of(at) {
                let bit = own[dependency.index()];
                if bit == 0 {
                    continue;
                }
                if parents.of(at).contains(&dependency) {
                    found.push([at, dependency, dependency]);
                } else if let Some(through) = edges().find(|other| below[other.index()] & bit != 0) {
                    found.push([at, dependency, through]);
                }
            }
            below[at.index()] = edges().fold(0, |bits, edge| bits | below[edge.index()] | own[edge.index()]);
        }
    }
    found
}
