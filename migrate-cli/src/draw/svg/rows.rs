//! A row for each revision: lanes at the left, words at the right. What a long history is read from best.

use super::canvas::{
    Canvas, DEPENDENCY, MARGIN, Sign, edge_signs, fit, measure, measure_mono, num, pills, pills_width, states,
};
use crate::draw::lanes::{self, Colour, Row};
use crate::draw::{Kind, Picture, State, words};

const ROW: f64 = 26.0;
const LANE: f64 = 16.0;
const RADIUS: f64 = 5.0;
const ID: f64 = 12.0;
const TITLE: f64 = 12.5;
/// What a title may take.
const TITLE_WIDTH: f64 = 460.0;

/// Colours that are told apart on white, neighbours above all.
const PALETTE: [&str; 8] =
    ["#0969da", "#bf3989", "#1a7f37", "#9a6700", "#8250df", "#0e7490", "#cf222e", "#57606a"];

fn colour(colour: Colour) -> &'static str {
    PALETTE[colour % PALETTE.len()]
}

fn x(column: usize) -> f64 {
    MARGIN + LANE * (column as f64 + 0.5)
}

fn y(row: usize) -> f64 {
    ROW * (row as f64 + 0.5)
}

/// The picture as an SVG document.
pub(super) fn draw(picture: &Picture<'_>) -> String {
    let rows = lanes::lay(picture, true);
    let short = words::short_ids(picture.graph);
    let text_at = x(rows.iter().map(Row::width).max().unwrap_or(0)) + LANE;
    let mut canvas = Canvas::new();
    let words: Vec<Words> = rows.iter().map(|row| Words::of(picture, row, &short)).collect();
    let id_width = words.iter().map(|words| measure_mono(&words.id, ID)).fold(0.0, f64::max) + 14.0;
    let width = words.iter().map(|words| text_at + id_width + words.width).fold(0.0, f64::max) + MARGIN;

    for (at, row) in rows.iter().enumerate() {
        let fill = match picture.state(row.rev) {
            Some(State::Current) => "#ddf4ff",
            _ if at % 2 == 0 => "#f6f8fa",
            Some(_) | None => continue,
        };
        canvas.line(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{fill}\"/>",
            num(MARGIN / 2.0),
            num(y(at) - ROW / 2.0),
            num(width - MARGIN),
            num(ROW)
        ));
    }
    for kind in [Kind::Dependency, Kind::Parent] {
        rows.iter().enumerate().for_each(|(at, row)| edges(&rows, at, row, kind, &mut canvas));
    }
    for (at, (row, words)) in rows.iter().zip(&words).enumerate() {
        canvas.open(picture, row.rev);
        if picture.is_cut(row.rev) {
            canvas.line(&stub(x(row.column), y(at), colour(row.colour)));
        }
        canvas.line(&dot(picture.state(row.rev), [&num(x(row.column)), &num(y(at))], colour(row.colour)));
        let late = if picture.state(row.rev) == Some(State::Pending) { "late" } else { "" };
        canvas.text([text_at, y(at) + 4.2], &format!("id {late}"), &words.id);
        let pills_end = canvas.pills([text_at + id_width, y(at)], &words.pills);
        canvas.text([pills_end + 2.0, y(at) + 4.2], late, &words.title);
        canvas.close();
    }
    let mut signs: Vec<Sign> = states(picture)
        .into_iter()
        .map(|(state, word)| Sign {
            element: format!("<g transform=\"translate(8 0)\">{}</g>", dot(Some(state), ["{x}", "{y}"], "#57606a")),
            width: 16.0,
            word,
        })
        .collect();
    signs.extend(edge_signs(picture));
    canvas.finish(picture, [width, y(rows.len()) - ROW / 2.0 + MARGIN], &signs)
}

/// What stands at the right of a row.
struct Words {
    id: String,
    pills: Vec<super::canvas::Pill>,
    title: String,
    /// Of the pills and the title.
    width: f64,
}

impl Words {
    fn of(picture: &Picture<'_>, row: &Row, short: &[String]) -> Words {
        let id = words::fit(&short[row.rev.index()], 40, "…", words::columns_of);
        let pills = pills(picture, row.rev);
        let title = fit(picture.title(row.rev), TITLE_WIDTH, TITLE);
        let width = pills_width(&pills) + measure(&title, TITLE);
        Words { id, pills, title, width }
    }
}

/// The sign of a revision.
fn dot(state: Option<State>, [x, y]: [&str; 2], colour: &str) -> String {
    let circle = |radius: f64, fill: &str| {
        let radius = num(radius);
        format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"2\"/>")
    };
    match state {
        Some(State::Applied) | None => circle(RADIUS, colour),
        Some(State::Pending) => circle(RADIUS, "#ffffff"),
        Some(State::Current) => circle(RADIUS + 2.5, "#ffffff") + &circle(RADIUS - 2.0, colour),
    }
}

/// A line that fades below a revision whose parents are not shown.
fn stub(x: f64, y: f64, colour: &str) -> String {
    let (x, from, to) = (num(x), num(y), num(y + ROW * 0.8));
    format!("<path d=\"M{x} {from}V{to}\" class=\"edge\" stroke=\"{colour}\" stroke-dasharray=\"2 5\"/>")
}

/// The edges of one kind that begin at a row.
fn edges(rows: &[Row], at: usize, row: &Row, kind: Kind, canvas: &mut Canvas) {
    for out in row.outs.iter().filter(|out| out.kind == kind) {
        let mut path = format!("M{} {}", num(x(row.column)), num(y(at)));
        let mut bend = |from: (usize, usize), to: (usize, usize)| {
            let ((from_column, from_row), (to_column, to_row)) = (from, to);
            if from_column == to_column {
                path += &format!("V{}", num(y(to_row)));
            } else {
                let middle = num((y(from_row) + y(to_row)) / 2.0);
                let (start, end) = (num(x(from_column)), num(x(to_column)));
                path += &format!("C{start} {middle} {end} {middle} {end} {}", num(y(to_row)));
            }
        };
        // What runs in the column from here on belongs to the edge that was there first, or to this one if it is solid
        // and that one was dashed.
        let carried = rows[at].above.get(out.column).copied().flatten();
        let runs_on = !out.join || carried.is_some_and(|strand| strand.kind > kind);
        let target = &rows[out.to];
        let last = if out.column == target.column { out.to } else { out.to - 1 };
        bend((row.column, at), (out.column, (at + 1).min(last.max(at))));
        if out.join && !runs_on || at + 1 > last {
            if at + 1 > last && last == at {
                // Right below, and in another column: one bend is all there is room for.
                path = format!("M{} {}", num(x(row.column)), num(y(at)));
                let middle = num((y(at) + y(out.to)) / 2.0);
                let (start, end) = (num(x(row.column)), num(x(target.column)));
                path += &format!("C{start} {middle} {end} {middle} {end} {}", num(y(out.to)));
            }
        } else {
            bend((out.column, at + 1), (out.column, last));
            if last != out.to {
                bend((out.column, last), (target.column, out.to));
            }
        }
        let (class, stroke) = match kind {
            Kind::Parent => ("edge", colour(if out.join { row.colour } else { out.colour })),
            Kind::Dependency => ("edge dependency", DEPENDENCY),
        };
        canvas.line(&format!("<path d=\"{path}\" class=\"{class}\" stroke=\"{stroke}\"/>"));
    }
}
