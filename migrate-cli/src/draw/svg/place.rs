//! Where boxes go that lie in layers: which layer, in which order, at which place, in the manner of Sugiyama.
//!
//! An edge that passes layers gets a waypoint in each. Boxes and waypoints of a layer are put in an order with few
//! crossings, and then as near to straight above each other as the others in the layer allow.

use migrate_core::Rev;

use crate::draw::{Kind, Picture, lanes};

/// A box, or a waypoint of an edge.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// None for a waypoint.
    pub(super) rev: Option<Rev>,
    pub(super) width: f64,
    /// Its middle.
    pub(super) x: f64,
    pub(super) layer: usize,
    /// What it is joined with in the layer above, and in the one below, with how much that pulls.
    links: [Vec<(usize, f64)>; 2],
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
        let rows = lanes::lay(picture, true);
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
                for (at, pair) in items.windows(2).enumerate() {
                    let long = usize::from(at > 0) + usize::from(at + 2 < items.len());
                    // Long edges are to be straight, then lines of parents; dependencies give way.
                    let pull = match out.kind {
                        Kind::Parent => [2.0, 3.0, 8.0][long],
                        Kind::Dependency => [0.5, 1.0, 6.0][long],
                    };
                    made.items[pair[0]].links[DOWN].push((pair[1], pull));
                    made.items[pair[1]].links[UP].push((pair[0], pull));
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

    /// Sorts layer after layer by the middle of what each item is joined with, up and down, and keeps the best order seen.
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

    /// Moves the items of each layer towards what they are joined with, and keeps their order and distances.
    fn straighten(&mut self) {
        const SWEEPS: usize = 60;
        for layer in 0..self.layers.len() {
            let offsets = self.offsets(layer);
            let middle = offsets.last().copied().unwrap_or(0.0) / 2.0;
            for (&item, offset) in self.layers[layer].iter().zip(offsets) {
                self.items[item].x = offset - middle;
            }
        }
        for sweep in 0..SWEEPS {
            for step in 0..self.layers.len() {
                // At last both neighbours count.
                let (layer, sides): (_, &[usize]) = match sweep {
                    _ if sweep >= SWEEPS / 2 => (step, &[UP, DOWN]),
                    _ if sweep % 2 == 0 => (step, &[UP]),
                    _ => (self.layers.len() - 1 - step, &[DOWN]),
                };
                self.move_layer(layer, sides);
            }
        }
        let left = self.items.iter().map(|item| item.x - item.width / 2.0).fold(f64::INFINITY, f64::min);
        self.items.iter_mut().for_each(|item| item.x = (item.x - left).round());
    }

    /// How far each item of a layer must at least be from the first.
    fn offsets(&self, layer: usize) -> Vec<f64> {
        let mut offset = 0.0;
        let mut before: Option<&Item> = None;
        self.layers[layer]
            .iter()
            .map(|&item| {
                let item = &self.items[item];
                if let Some(before) = before {
                    let gap = if before.rev.is_some() && item.rev.is_some() { GAP } else { NARROW };
                    offset += (before.width + item.width) / 2.0 + gap;
                }
                before = Some(item);
                offset
            })
            .collect()
    }

    /// The places nearest to where each item would like to be, by least squares: neighbours that would come too close
    /// form a block, which stands where its members want it on the average.
    fn move_layer(&mut self, layer: usize, sides: &[usize]) {
        struct Block {
            sum: f64,
            weight: f64,
            members: usize,
        }
        let offsets = self.offsets(layer);
        let mut blocks: Vec<Block> = Vec::new();
        for (&item, offset) in self.layers[layer].iter().zip(&offsets) {
            let item = &self.items[item];
            let links = || sides.iter().flat_map(|&side| &item.links[side]);
            let weight: f64 = links().map(|&(_, pull)| pull).sum();
            let sum: f64 = links().map(|&(other, pull)| self.items[other].x * pull).sum();
            // What is joined with nothing stays where it is, if nobody pushes.
            let (sum, weight) = if weight == 0.0 { (item.x * 0.01, 0.01) } else { (sum, weight) };
            let mut block = Block { sum: sum - offset * weight, weight, members: 1 };
            while let Some(before) = blocks.pop() {
                if before.sum / before.weight <= block.sum / block.weight {
                    blocks.push(before);
                    break;
                }
                block.sum += before.sum;
                block.weight += before.weight;
                block.members += before.members;
            }
            blocks.push(block);
        }
        let places = blocks.iter().flat_map(|block| std::iter::repeat_n(block.sum / block.weight, block.members));
        for ((&item, offset), place) in self.layers[layer].iter().zip(&offsets).zip(places) {
            self.items[item].x = place + offset;
        }
    }
}
