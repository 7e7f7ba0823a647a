//! A box for each revision, in layers. What a small graph is understood from best.

use std::fmt::Write;

use migrate_core::Rev;

use super::canvas::{
    Canvas, DEPENDENCY, MARGIN, PILL, Pill, Sign, edge_signs, measure, measure_mono, num, pills, pills_width,
    state_style, states, wrap,
};
use super::place::{self, Layers, Route};
use crate::draw::{Kind, Picture, State, words};

/// Between one layer and the next.
const GAP: f64 = 40.0;
const PADDING: f64 = 12.0;
const ID: f64 = 12.0;
const TITLE: f64 = 12.5;
const LINE: f64 = 18.0;
/// What a line of a title may take.
const MOST_TITLE: f64 = 200.0;
const LEAST: f64 = 120.0;

/// Boxes and where they stand.
pub(super) struct Placed {
    boxes: Vec<Option<Words>>,
    layers: Layers,
    /// Where each layer begins and ends.
    bands: Vec<(f64, f64)>,
    box_width: f64,
    /// Of the whole picture.
    pub(super) width: f64,
}

/// What a box says.
struct Words {
    id: String,
    title: Vec<String>,
    pills: Vec<Pill>,
    /// What it takes at least.
    width: f64,
    height: f64,
}

impl Words {
    fn of(picture: &Picture<'_>, rev: Rev, short: &str) -> Words {
        let id = words::fit(short, 30, "…", words::columns_of);
        let title = wrap(picture.title(rev), MOST_TITLE, TITLE, 2);
        let pills = pills(picture, rev);
        let title_width = title.iter().map(|line| measure(line, TITLE)).fold(0.0, f64::max);
        let inside = measure_mono(&id, ID).max(title_width).max(pills_width(&pills));
        let lines = 1.0 + title.len() as f64;
        let pill_line = if pills.is_empty() { 0.0 } else { PILL + 6.0 };
        let height = 2.0 * PADDING - 4.0 + lines * LINE + pill_line;
        Words { id, title, pills, width: inside + 2.0 * PADDING, height }
    }
}

/// Lays the boxes out.
pub(super) fn place(picture: &Picture<'_>) -> Placed {
    let short = words::short_ids(picture.graph);
    let shown = |rev: Rev| picture.shown.contains(rev);
    let of = |rev: Rev| shown(rev).then(|| Words::of(picture, rev, &short[rev.index()]));
    let boxes: Vec<Option<Words>> = picture.graph.iter().map(of).collect();
    // All of one width, so that lines of revisions are straight; even, so that their middles are whole.
    let widest = boxes.iter().flatten().map(|words| words.width).fold(LEAST, f64::max);
    let width = (widest / 2.0).ceil() * 2.0;
    let layers = place::place(picture, width);
    let mut top = 0.0;
    let mut bands = Vec::with_capacity(layers.layers.len());
    for layer in &layers.layers {
        let revs = layer.iter().filter_map(|&item| layers.items[item].rev);
        let height = revs.filter_map(|rev| boxes[rev.index()].as_ref()).map(|words| words.height).fold(0.0, f64::max);
        bands.push((top, top + height));
        top += height + GAP;
    }
    let right = layers.items.iter().map(|item| item.x + item.width / 2.0).fold(0.0, f64::max);
    Placed { boxes, layers, bands, box_width: width, width: right + 2.0 * MARGIN }
}

/// The picture as an SVG document.
pub(super) fn draw(picture: &Picture<'_>, placed: &Placed) -> String {
    let mut canvas = Canvas::new();
    let ports = Ports::new(&placed.layers);
    for kind in [Kind::Dependency, Kind::Parent] {
        for (at, route) in placed.layers.routes.iter().enumerate().filter(|(_, route)| route.kind == kind) {
            let path = placed.path(route, ports.of(at));
            let (class, stroke) = match kind {
                Kind::Parent => ("edge", "#57606a"),
                Kind::Dependency => ("edge dependency", DEPENDENCY),
            };
            canvas.line(&format!("<path d=\"{path}\" class=\"{class}\" stroke=\"{stroke}\"/>"));
        }
    }
    for (at, item) in placed.layers.items.iter().enumerate() {
        if let Some(rev) = item.rev {
            placed.draw_box(picture, at, rev, &mut canvas);
        }
    }
    let mut signs: Vec<Sign> = states(picture)
        .into_iter()
        .map(|(state, word)| {
            let [fill, stroke, thick] = state_style(Some(state));
            let element = format!(
                "<g transform=\"translate({{x}} {{y}})\"><rect y=\"-6\" width=\"20\" height=\"12\" rx=\"3\" \
                 fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"/></g>"
            );
            Sign { element, width: 20.0, word }
        })
        .collect();
    signs.extend(edge_signs(picture));
    let bottom = placed.bands.last().map_or(0.0, |&(_, bottom)| bottom);
    canvas.finish(picture, [placed.width, bottom + MARGIN], &signs)
}

impl Placed {
    /// The upper left corner of an item, and its words.
    fn corner(&self, item: usize) -> Option<(f64, f64, &Words)> {
        let item = &self.layers.items[item];
        let words = self.boxes[item.rev?.index()].as_ref()?;
        let (top, bottom) = self.bands[item.layer];
        let y = (top + bottom - words.height) / 2.0;
        Some((MARGIN + item.x - item.width / 2.0, y, words))
    }

    fn draw_box(&self, picture: &Picture<'_>, item: usize, rev: Rev, canvas: &mut Canvas) {
        let Some((x, y, words)) = self.corner(item) else { return };
        canvas.open(picture, rev);
        if picture.is_cut(rev) {
            let (middle, bottom) = (num(x + self.box_width / 2.0), num(y + words.height));
            canvas.line(&format!(
                "<path d=\"M{middle} {bottom}v16\" class=\"edge\" stroke=\"#57606a\" stroke-dasharray=\"2 5\"/>"
            ));
        }
        let [fill, stroke, thick] = state_style(picture.state(rev));
        canvas.line(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"7\" fill=\"{fill}\" stroke=\"{stroke}\" \
             stroke-width=\"{thick}\"/>",
            num(x),
            num(y),
            num(self.box_width),
            num(words.height)
        ));
        let late = if picture.state(rev) == Some(State::Pending) { "late" } else { "" };
        let mut base = y + PADDING + 9.5;
        canvas.text([x + PADDING, base], &format!("id {late}"), &words.id);
        for line in &words.title {
            base += LINE;
            canvas.text([x + PADDING, base], late, line);
        }
        canvas.pills([x + PADDING, base + 7.0 + PILL / 2.0 + 1.5], &words.pills);
        canvas.close();
    }

    /// An edge: straight through the layers it passes, so that it keeps clear of their boxes, and bent between them.
    fn path(&self, route: &Route, [out, into]: [f64; 2]) -> String {
        let mut path = String::new();
        let mut before: Option<(f64, f64)> = None;
        for (at, &item) in route.items.iter().enumerate() {
            let x = MARGIN + self.layers.items[item].x;
            let (top, bottom) = self.bands[self.layers.items[item].layer];
            let edges = self.corner(item).map(|(_, y, words)| (y, y + words.height));
            let (first, last) = (at == 0, at + 1 == route.items.len());
            let x = x + if first { out } else { 0.0 } + if last { into } else { 0.0 };
            if let Some((from, y)) = before {
                let (middle, x, top) = (num((y + top) / 2.0), num(x), num(top));
                let _ = write!(path, "C{} {middle} {x} {middle} {x} {top}", num(from));
            } else {
                let _ = write!(path, "M{} {}", num(x), num(edges.map_or(top, |(_, below)| below)));
            }
            let end = if last { edges.map_or(top, |(above, _)| above) } else { bottom };
            let _ = write!(path, "V{}", num(end));
            before = Some((x, bottom));
        }
        path
    }
}

/// Where edges leave and reach their boxes, beside the middle: in the order of where they come from, so that they do not
/// cross right there.
struct Ports {
    /// For each route.
    sides: Vec<[f64; 2]>,
}

impl Ports {
    fn new(layers: &Layers) -> Ports {
        const STEP: f64 = 16.0;
        let mut sides = vec![[0.0; 2]; layers.routes.len()];
        for side in [0, 1] {
            let ends = |route: &Route| {
                let last = route.items.len() - 1;
                if side == 0 { (route.items[0], route.items[1]) } else { (route.items[last], route.items[last - 1]) }
            };
            // By box, then by where the edge goes.
            let mut order: Vec<usize> = (0..layers.routes.len()).collect();
            let key = |route: usize| {
                let (item, next) = ends(&layers.routes[route]);
                (item, layers.items[next].x)
            };
            order.sort_by(|&a, &b| key(a).0.cmp(&key(b).0).then(key(a).1.total_cmp(&key(b).1)));
            for group in order.chunk_by(|&a, &b| key(a).0 == key(b).0) {
                let room = layers.items[key(group[0]).0].width - 40.0;
                let step = STEP.min(room / 2.0 / group.len() as f64);
                // A line of parents stays straight, and dependencies go beside it.
                let mut parents = (0..group.len()).filter(|&at| layers.routes[group[at]].kind == Kind::Parent);
                let middle = match (parents.next(), parents.next()) {
                    (Some(only), None) => only as f64,
                    (Some(_) | None, _) => (group.len() - 1) as f64 / 2.0,
                };
                for (at, &route) in group.iter().enumerate() {
                    sides[route][side] = (at as f64 - middle) * step;
                }
            }
        }
        Ports { sides }
    }

    fn of(&self, route: usize) -> [f64; 2] {
        self.sides[route]
    }
}
