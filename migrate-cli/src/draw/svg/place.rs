//! Where boxes go that lie in layers: which layer, in which order, at which place, in the manner of Sugiyama.
//!
//! An edge that passes layers gets a waypoint in each. Boxes and waypoints of a layer are put in an order with few
//! crossings. Then the waypoints of an edge, and revisions that follow each other without branches, form upright pillars,
//! and the pillars are moved to where they are joined to others as straight as can be.

use migrate_core::Rev;

use crate::draw::lanes::{self, Dependencies};
use crate::draw::{Kind, Picture};

/// A box, or a waypoint of an edge.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// None for a waypoint.
    pub(super) rev: Option<Rev>,
    pub(super) width: f64,
    /// Its middle.
    pub(super) x: f64,
    pub(super) layer: usize,
    /// What it is joined with in the layer above, and in the one below.
    links: [Vec<(usize, Link)>; 2],
}

/// A piece of an edge, from one layer to the next.
#[derive(Debug, Clone, Copy)]
struct Link {
    kind: Kind,
    /// How much it pulls its ends together.
    pull: f64,
}

/// An edge: the items it visits, from the upper box to the lower one.
#[derive(Debug, Clone)]
pub(super) struct Route {
    pub(super) kind: Kind,
    pub(super) items: Vec<usize>,
}

/// Items in layers, from the top, and the edges between them.
#[derive(Debug, Clone)]
pub(super) struct Layers {
    pub(super) items: Vec<Item>,
    pub(super) layers: Vec<Vec<usize>>,
    pub(super) routes: Vec<Route>,
}

const UP: usize = 0;
const DOWN: usize = 1;
const LEFT: usize = 0;
const RIGHT: usize = 1;
/// Space between boxes, and beside a waypoint.
const GAP: f64 = 28.0;
const NARROW: f64 = 13.0;

/// Places the revisions of a picture, each with a box of this width.
pub(super) fn place(picture: &Picture<'_>, width: f64) -> Layers {
    let mut layers = Layers::new(picture, width);
    layers.reduce_crossings();
    layers.straighten();
    layers
}

/// For each revision its layer, counted from the bottom: as low as what it comes after allows, but a base no lower than
/// what comes after it needs.
fn ranks(picture: &Picture<'_>) -> Vec<usize> {
    let mut ranks = vec![0; picture.graph.len()];
    for rev in picture.shown.iter() {
        ranks[rev.index()] = picture.below(rev).map(|(below, _)| ranks[below.index()] + 1).max().unwrap_or(0);
    }
    let mut lowest_above = vec![usize::MAX; picture.graph.len()];
    for rev in picture.shown.iter().collect::<Vec<_>>().into_iter().rev() {
        let bound = lowest_above[rev.index()];
        if picture.below(rev).next().is_none() && bound != usize::MAX {
            ranks[rev.index()] = bound - 1;
        }
        for (below, _) in picture.below(rev) {
            lowest_above[below.index()] = lowest_above[below.index()].min(ranks[rev.index()]);
        }
    }
    ranks
}

impl Layers {
    fn new(picture: &Picture<'_>, width: f64) -> Layers {
        let ranks = ranks(picture);
        let top = picture.shown.iter().map(|rev| ranks[rev.index()]).max().unwrap_or(0);
        let height = if picture.shown.is_empty() { 0 } else { top + 1 };
        let mut made = Layers { items: Vec::new(), layers: vec![Vec::new(); height], routes: Vec::new() };
        // The lanes give a good order to begin with.
        let mut columns = Vec::new();
        let mut item_of = vec![0; picture.graph.len()];
        let rows = lanes::lay(picture, Dependencies::Apart);
        for row in &rows {
            item_of[row.rev.index()] = made.add(Some(row.rev), top - ranks[row.rev.index()], width);
            columns.push(row.column);
        }
        for row in &rows {
            for out in &row.outs {
                let (from, to) = (item_of[row.rev.index()], item_of[rows[out.to].rev.index()]);
                let mut items = vec![from];
                for layer in made.items[from].layer + 1..made.items[to].layer {
                    items.push(made.add(None, layer, 0.0));
                    columns.push(out.column);
                }
                items.push(to);
                for pair in items.windows(2) {
                    // A line of parents is to be straight; dependencies give way.
                    let pull = if out.kind == Kind::Parent { 4.0 } else { 1.0 };
                    let link = Link { kind: out.kind, pull };
                    made.items[pair[0]].links[DOWN].push((pair[1], link));
                    made.items[pair[1]].links[UP].push((pair[0], link));
                }
                made.routes.push(Route { kind: out.kind, items });
            }
        }
        for layer in &mut made.layers {
            layer.sort_by_key(|&item| (columns[item], item));
        }
        made
    }

    fn add(&mut self, rev: Option<Rev>, layer: usize, width: f64) -> usize {
        self.items.push(Item { rev, width, x: 0.0, layer, links: [Vec::new(), Vec::new()] });
        self.layers[layer].push(self.items.len() - 1);
        self.items.len() - 1
    }

    /// Sorts layer after layer by the middle of what each item is joined with, up and down. Keeps the best order seen.
    fn reduce_crossings(&mut self) {
        const SWEEPS: usize = 24;
        let mut best = (self.crossings(), self.layers.clone());
        for sweep in 0..SWEEPS {
            let side = if sweep % 2 == 0 { UP } else { DOWN };
            let height = self.layers.len();
            for step in 1..height {
                self.sort_layer(if side == UP { step } else { height - 1 - step }, side);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.layers.clone());
            }
            if best.0 == 0 {
                break;
            }
        }
        self.layers = best.1;
    }

    fn sort_layer(&mut self, layer: usize, side: usize) {
        let place = self.places();
        let middle = |item: usize| {
            let links = &self.items[item].links[side];
            let sum: usize = links.iter().map(|&(other, _)| place[other]).sum();
            if links.is_empty() { place[item] as f64 } else { sum as f64 / links.len() as f64 }
        };
        let mut sorted = self.layers[layer].clone();
        sorted.sort_by(|&a, &b| middle(a).total_cmp(&middle(b)));
        self.layers[layer] = sorted;
    }

    /// For each item its place in its layer.
    fn places(&self) -> Vec<usize> {
        let mut place = vec![0; self.items.len()];
        for layer in &self.layers {
            layer.iter().enumerate().for_each(|(at, &item)| place[item] = at);
        }
        place
    }

    fn crossings(&self) -> usize {
        let place = self.places();
        let between = |layer: &Vec<usize>| {
            let mut links: Vec<(usize, usize)> = Vec::new();
            for &item in layer {
                links.extend(self.items[item].links[DOWN].iter().map(|&(below, _)| (place[item], place[below])));
            }
            let cross = |at: usize, &(a, b): &(usize, usize)| {
                links[at + 1..].iter().filter(|&&(c, d)| a < c && b > d || a > c && b < d).count()
            };
            links.iter().enumerate().map(|(at, link)| cross(at, link)).sum::<usize>()
        };
        self.layers.iter().map(between).sum()
    }

    /// Gives every item its place, by its pillar.
    fn straighten(&mut self) {
        let pillars = Pillars::new(self);
        let x = pillars.places(self);
        for (item, &pillar) in pillars.of.iter().enumerate() {
            self.items[item].x = x[pillar];
        }
        let left = self.items.iter().map(|item| item.x - item.width / 2.0).fold(f64::INFINITY, f64::min);
        self.items.iter_mut().for_each(|item| item.x = (item.x - left).round());
    }

    /// Whether a link is to be straight: between waypoints of one edge, or in a line of revisions without branches.
    fn is_line(&self, upper: usize, lower: usize) -> bool {
        let only = |item: usize, side: usize| {
            let mut parents = self.items[item].links[side].iter().filter(|(_, link)| link.kind == Kind::Parent);
            parents.next().is_some() && parents.next().is_none()
        };
        match (self.items[upper].rev, self.items[lower].rev) {
            (None, None) => true,
            (Some(_), Some(_)) | (Some(_), None) | (None, Some(_)) => {
                let parent =
                    self.items[upper].links[DOWN].iter().any(|(to, link)| *to == lower && link.kind == Kind::Parent);
                parent && only(upper, DOWN) && only(lower, UP)
            }
        }
    }
}

/// Items above each other that share one place.
struct Pillars {
    /// For each item.
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// For each pillar those right beside it in some layer, and how far apart they must be: at the left and at the right.
    beside: [Vec<Vec<(usize, f64)>>; 2],
}

impl Pillars {
    fn new(layers: &Layers) -> Pillars {
        let place = layers.places();
        let mut of: Vec<usize> = (0..layers.items.len()).collect();
        for layer in &layers.layers {
            let mut lines: Vec<(usize, usize)> = Vec::new();
            for &upper in layer {
                let links = layers.items[upper].links[DOWN].iter().map(|&(lower, _)| (upper, lower));
                lines.extend(links.filter(|&(upper, lower)| layers.is_line(upper, lower)));
            }
            // Where two cross, edges that are under way go first. Pillars that do not cross can all be upright.
            lines.sort_by_key(|&(upper, lower)| {
                [upper, lower].iter().filter(|&&item| layers.items[item].rev.is_some()).count()
            });
            let mut straight: Vec<(usize, usize)> = Vec::new();
            for (upper, lower) in lines {
                let (a, b) = (place[upper], place[lower]);
                if straight.iter().all(|&(c, d)| a < c && b < d || a > c && b > d) {
                    straight.push((a, b));
                    of[lower] = of[upper];
                }
            }
        }
        // Numbered without holes.
        let mut number = vec![None; of.len()];
        let mut members: Vec<Vec<usize>> = Vec::new();
        // Layer by layer, so that the first of a pillar is met first.
        for &item in layers.layers.iter().flatten() {
            let pillar = *number[of[item]].get_or_insert_with(|| {
                members.push(Vec::new());
                members.len() - 1
            });
            members[pillar].push(item);
        }
        of.iter_mut().for_each(|pillar| *pillar = number[*pillar].expect("every item is in a layer"));
        let mut beside = [vec![Vec::new(); members.len()], vec![Vec::new(); members.len()]];
        for layer in &layers.layers {
            for pair in layer.windows(2) {
                let (a, b) = (of[pair[0]], of[pair[1]]);
                let (left, right) = (&layers.items[pair[0]], &layers.items[pair[1]]);
                let gap = if left.rev.is_some() && right.rev.is_some() { GAP } else { NARROW };
                let apart = (left.width + right.width) / 2.0 + gap;
                beside[LEFT][b].push((a, apart));
                beside[RIGHT][a].push((b, apart));
            }
        }
        Pillars { of, members, beside }
    }

    /// Pillars, each after those at its left.
    fn in_order(&self) -> Vec<usize> {
        let mut waits: Vec<usize> = self.beside[LEFT].iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..waits.len()).filter(|&pillar| waits[pillar] == 0).collect();
        let mut next = 0;
        while let Some(&pillar) = order.get(next) {
            next += 1;
            for &(other, _) in &self.beside[RIGHT][pillar] {
                waits[other] -= 1;
                if waits[other] == 0 {
                    order.push(other);
                }
            }
        }
        order
    }

    /// A place for each pillar: as near as its neighbours allow to the middle of what it is joined with.
    fn places(&self, layers: &Layers) -> Vec<f64> {
        const SWEEPS: usize = 40;
        let mut order = self.in_order();
        let mut x = vec![0.0f64; self.members.len()];
        for &pillar in &order {
            x[pillar] = self.bound(LEFT, pillar, &x).unwrap_or(0.0);
        }
        for _ in 0..SWEEPS {
            // From the right, what wants to go right finds room; then from the left.
            order.reverse();
            for &pillar in &order {
                let Some(wanted) = self.wanted(layers, pillar, &x) else { continue };
                let right = self.bound(RIGHT, pillar, &x).unwrap_or(f64::INFINITY);
                let left = self.bound(LEFT, pillar, &x).unwrap_or(f64::NEG_INFINITY);
                x[pillar] = wanted.min(right).max(left);
            }
        }
        x
    }

    /// How far a pillar may go to one side.
    fn bound(&self, side: usize, pillar: usize, x: &[f64]) -> Option<f64> {
        let beside = self.beside[side][pillar].iter();
        if side == LEFT {
            beside.map(|&(other, apart)| x[other] + apart).reduce(f64::max)
        } else {
            beside.map(|&(other, apart)| x[other] - apart).reduce(f64::min)
        }
    }

    fn wanted(&self, layers: &Layers, pillar: usize, x: &[f64]) -> Option<f64> {
        let (mut sum, mut weight) = (0.0, 0.0);
        for &item in &self.members[pillar] {
            for (other, link) in
                layers.items[item].links.iter().flatten().filter(|(other, _)| self.of[*other] != pillar)
            {
                sum += x[self.of[*other]] * link.pull;
                weight += link.pull;
            }
        }
        (weight > 0.0).then(|| sum / weight)
    }
}
