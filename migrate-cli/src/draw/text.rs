//! Lanes for a terminal: one line a revision, newest first.
//!
//! Beside the lines of the revisions there are lines of lanes alone, where one revision ends several branches and begins
//! others: both on one line could be read in two ways.

use anstyle::{AnsiColor, Style};

use super::glyph::Cell;
pub(crate) use super::glyph::Charset;
use super::lanes::{self, Columns, Dependencies, Row};
use super::{Kind, Mark, Picture, State, words};

/// How a text is to look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Columns that no line exceeds.
    pub(crate) width: usize,
    pub(crate) charset: Charset,
    /// Whether to write colours, as ANSI sequences.
    pub(crate) colour: bool,
}

/// No line is drawn narrower.
const MIN_WIDTH: usize = 20;
/// What lanes leave to the words, as long as the line has them.
const MIN_WORDS: usize = 30;

/// The picture in lines, each with its end.
pub(crate) fn text(picture: &Picture<'_>, look: &Look) -> String {
    let look = Look { width: look.width.max(MIN_WIDTH), ..*look };
    let mut rows = lanes::lay(picture, Dependencies::Shared);
    let widest = |rows: &[Row]| rows.iter().map(Row::width).max().unwrap_or(0);
    if widest(&rows) * 2 > look.width / 2 {
        // With that many lanes the dependencies are easier to read than to follow.
        rows = lanes::lay(picture, Dependencies::Unseen);
    }
    let short = words::short_ids(picture.graph);
    // The words of all lines begin together, unless that would push most of them far away.
    let margin = (widest(&rows) * 2 + 1).min(look.width * 3 / 10);
    let page = Page { picture, look, short, margin };
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        page.row(row, &mut out);
        if let Some(next) = rows.get(at + 1)
            && looks_like_a_child(row, next)
        {
            page.line(&cells(&row.below, &row.below, row.column, &[]), None, row.column, &mut out);
        }
    }
    out
}

struct Page<'a> {
    picture: &'a Picture<'a>,
    look: Look,
    short: Vec<String>,
    margin: usize,
}

/// A place beside which an edge leaves or reaches its revision.
struct Touch {
    column: usize,
    kind: Kind,
}

impl Page<'_> {
    fn row(&self, row: &Row, out: &mut String) {
        let at = row.column;
        let ends: Vec<Touch> = row
            .ends
            .iter()
            .filter_map(|&column| row.above[column].map(|strand| Touch { column, kind: strand.kind }))
            .collect();
        let beside = |kind: Kind| {
            let outs = row.outs.iter().filter(move |out| out.kind == kind && out.column != at);
            outs.map(|out| Touch { column: out.column, kind: out.kind }).collect::<Vec<_>>()
        };
        let (parents, dependencies) = (beside(Kind::Parent), beside(Kind::Dependency));
        let ends_first = collide(at, &ends, &parents) || collide(at, &ends, &dependencies);
        let dependencies_last = collide(at, &parents, &dependencies);

        let mut open = row.above.clone();
        if ends_first {
            let mut next = open.clone();
            ends.iter().for_each(|touch| next[touch.column] = None);
            self.lanes(&open, &next, at, &ends, out);
            open = next;
        }
        let mut close = row.below.clone();
        if dependencies_last {
            let begun = row.outs.iter().filter(|out| out.kind == Kind::Dependency && !out.join && out.column != at);
            begun.for_each(|out| close[out.column] = None);
        }
        let (mut now, mut later) = (Vec::new(), Vec::new());
        now.extend(parents);
        if dependencies_last { &mut later } else { &mut now }.extend(dependencies);
        if !ends_first {
            now.extend(ends);
        }
        let cells = cells(&open, &close, at, &now);
        self.line(&cells, Some(row), at, out);
        if !later.is_empty() {
            self.lanes_from(&close, &row.below, at, &later, out);
        }
        if self.picture.is_cut(row.rev) && row.below.get(at).is_none_or(Option::is_none) {
            self.cut(&row.below, at, out);
        }
    }

    /// A line without a revision, above the one in column `at`.
    fn lanes(&self, above: &Columns, below: &Columns, at: usize, touches: &[Touch], out: &mut String) {
        let mut cells = cells(above, below, at, touches);
        cells[at].joined = true;
        self.line(&cells, None, at, out);
    }

    /// A line without a revision, below the one in column `at`.
    fn lanes_from(&self, above: &Columns, below: &Columns, at: usize, touches: &[Touch], out: &mut String) {
        let mut cells = cells(above, below, at, touches);
        cells[at].joined = true;
        cells[at].up = cells[at].up.or(Some(Kind::Dependency));
        self.line(&cells, None, at, out);
    }

    /// A line that says that history goes on below column `at`, unseen.
    fn cut(&self, columns: &Columns, at: usize, out: &mut String) {
        let mut line: Vec<char> =
            cells(columns, columns, at, &[]).iter().flat_map(|cell| [self.look.charset.cell(cell), ' ']).collect();
        line[at * 2] = '~';
        let line: String = line.into_iter().take(self.room_for_lanes() * 2).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }

    /// How many columns may be drawn.
    fn room_for_lanes(&self) -> usize {
        (self.look.width.saturating_sub(MIN_WORDS) / 2).max(self.look.width / 6)
    }

    fn line(&self, cells: &[Cell], row: Option<&Row>, at: usize, out: &mut String) {
        let Look { charset, width, .. } = self.look;
        let used = cells.iter().rposition(Cell::any).map_or(at, |last| last.max(at)) + 1;
        let room = self.room_for_lanes();
        let mut pieces = Pieces::new(self.look.colour);
        // The last column that is drawn stands for all that are not.
        let drawn = used.min(room);
        for (column, cell) in cells.iter().enumerate().take(drawn) {
            let beyond = used > room && column + 1 == room;
            let style = cell.colour.map_or_else(Style::new, lane_style);
            match row {
                Some(row) if column == at || beyond && at >= column => {
                    let state = self.picture.state(row.rev);
                    let style = lane_style(row.colour);
                    let style = if state == Some(State::Current) { style.bold() } else { style };
                    pieces.push(style, charset.node(state));
                }
                Some(_) | None if beyond => pieces.push(Style::new().dimmed(), charset.beyond()),
                Some(_) | None => pieces.push(style, charset.cell(cell)),
            }
            if column + 1 < drawn {
                pieces.push(style, charset.gap(cell.right));
            }
        }
        if let Some(row) = row {
            pieces.pad((drawn * 2 + 1).max(self.margin));
            self.words(row, width, &mut pieces);
        }
        out.push_str(pieces.finish().trim_end());
        out.push('\n');
    }

    fn words(&self, row: &Row, width: usize, pieces: &mut Pieces) {
        let ellipsis = self.look.charset.ellipsis();
        let mut say = |style: Style, word: &str| {
            let room = width.saturating_sub(pieces.columns);
            let word = words::fit(word, room, ellipsis, words::columns_of);
            pieces.push_str(style, &word);
            pieces.push(Style::new(), ' ');
        };
        say(AnsiColor::Yellow.on_default(), &self.short[row.rev.index()]);
        for label in self.picture.labels(row.rev) {
            say(AnsiColor::Cyan.on_default().bold(), &format!("[{label}]"));
        }
        for mark in self.picture.marks(row.rev) {
            let colour = match mark {
                Mark::Current | Mark::Head | Mark::EffectiveHead => AnsiColor::Green,
                Mark::Base | Mark::Merge => AnsiColor::Blue,
                Mark::Edited => AnsiColor::Red,
            };
            say(colour.on_default().bold(), &format!("({})", mark.word()));
        }
        if !row.unseen.is_empty() {
            let ids: Vec<&str> = row.unseen.iter().map(|rev| &*self.short[rev.index()]).collect();
            say(Style::new().dimmed(), &format!("(needs {})", ids.join(", ")));
        }
        let pending = self.picture.state(row.rev) == Some(State::Pending);
        say(if pending { Style::new().dimmed() } else { Style::new() }, self.picture.title(row.rev));
    }
}

/// Whether a dependency leads straight down and would not be seen to be one: no row shows its dashes.
fn looks_like_a_child(row: &Row, next: &Row) -> bool {
    let kind = |columns: &Columns| columns.get(row.column).copied().flatten().map(|strand| strand.kind);
    kind(&row.below) == Some(Kind::Dependency)
        && (next.column == row.column || kind(&next.below) != Some(Kind::Dependency))
}

/// Whether edges of both kinds leave column `at` towards the same side.
fn collide(at: usize, one: &[Touch], other: &[Touch]) -> bool {
    let left = |touches: &[Touch]| touches.iter().any(|touch| touch.column < at);
    let right = |touches: &[Touch]| touches.iter().any(|touch| touch.column > at);
    left(one) && left(other) || right(one) && right(other)
}

fn lane_style(colour: lanes::Colour) -> Style {
    const PALETTE: [AnsiColor; lanes::COLOURS] = [
        AnsiColor::Cyan,
        AnsiColor::Magenta,
        AnsiColor::Green,
        AnsiColor::Blue,
        AnsiColor::Red,
        AnsiColor::BrightYellow,
        AnsiColor::BrightCyan,
        AnsiColor::BrightMagenta,
    ];
    PALETTE[colour].on_default()
}

impl Cell {
    fn any(&self) -> bool {
        [self.up, self.down, self.left, self.right].iter().any(Option::is_some)
    }
}

/// The cells of a line: what runs down, and what leads from column `at` to each touched one.
fn cells(above: &Columns, below: &Columns, at: usize, touches: &[Touch]) -> Vec<Cell> {
    let furthest = touches.iter().map(|touch| touch.column).max().unwrap_or(0).max(at);
    let width = above.len().max(below.len()).max(furthest + 1);
    let mut cells = vec![Cell::default(); width];
    for (column, cell) in cells.iter_mut().enumerate() {
        let strand = |columns: &Columns| columns.get(column).copied().flatten();
        cell.up = strand(above).map(|strand| strand.kind);
        cell.down = strand(below).map(|strand| strand.kind);
        let solid = [strand(above), strand(below)].into_iter().flatten().find(|strand| strand.kind == Kind::Parent);
        cell.colour = solid.map(|strand| strand.colour);
    }
    for touch in touches {
        let (low, high) = (at.min(touch.column), at.max(touch.column));
        let colour = cells[touch.column].colour.or(cells[at].colour);
        for cell in &mut cells[low..high] {
            // The solid kind wins where both run.
            cell.right = Some(cell.right.map_or(touch.kind, |kind| kind.min(touch.kind)));
        }
        for cell in &mut cells[low + 1..=high] {
            cell.left = Some(cell.left.map_or(touch.kind, |kind| kind.min(touch.kind)));
            if touch.kind == Kind::Parent && cell.colour.is_none() {
                cell.colour = colour;
            }
        }
        cells[touch.column].joined = true;
    }
    cells
}

/// A line being written, and how many columns it takes so far.
struct Pieces {
    text: String,
    columns: usize,
    colour: bool,
    style: Style,
}

impl Pieces {
    fn new(colour: bool) -> Pieces {
        Pieces { text: String::new(), columns: 0, colour, style: Style::new() }
    }

    fn push(&mut self, style: Style, c: char) {
        self.push_str(style, c.encode_utf8(&mut [0; 4]));
    }

    fn push_str(&mut self, style: Style, text: &str) {
        // A space has no colour; a change of style for it would only lengthen the line.
        if self.colour && style != self.style && !text.trim().is_empty() {
            self.text.push_str(&format!("{:#}{style}", self.style));
            self.style = style;
        }
        self.text.push_str(text);
        self.columns += words::columns(text);
    }

    fn pad(&mut self, columns: usize) {
        while self.columns < columns {
            self.push(Style::new(), ' ');
        }
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        if self.colour {
            self.text.push_str(&format!("{:#}", self.style));
        }
        self.text
    }
}
