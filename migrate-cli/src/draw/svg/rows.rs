//! A row for each revision: lanes at the left, words at the right. What a long history is read from best.

use std::fmt::Write;

use super::canvas::{
    Canvas, DEPENDENCY, MARGIN, Sign, edge_signs, fit, measure, measure_mono, num, pills, pills_width, states,
};
use crate::draw::lanes::{self, Dependencies, Row};
use crate::draw::{Kind, Picture, State, words};

const ROW: f64 = 26.0;
const LANE: f64 = 16.0;
const RADIUS: f64 = 5.0;
const ID: f64 = 12.0;
const TITLE: f64 = 12.5;
/// What a title may take.
const TITLE_WIDTH: f64 = 460.0;

/// Colours that are told apart on white, neighbours above all.
const PALETTE: [&str; lanes::COLOURS] =
    ["#0969da", "#bf3989", "#1a7f37", "#9a6700", "#8250df", "#0e7490", "#cf222e", "#57606a"];

fn x(column: usize) -> f64 {
    MARGIN + LANE * (column as f64 + 0.5)
}

fn y(row: usize) -> f64 {
    ROW * (row as f64 + 0.5)
}

/// The picture as an SVG document.
pub(super) fn draw(picture: &Picture<'_>) -> String {
    let rows = lanes::lay(picture, Dependencies::Apart);
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
        (0..rows.len()).for_each(|at| edges(&rows, at, kind, &mut canvas));
    }
    for (at, (row, words)) in rows.iter().zip(&words).enumerate() {
        canvas.open(picture, row.rev);
        if picture.is_cut(row.rev) {
            canvas.line(&stub(x(row.column), y(at), PALETTE[row.colour]));
        }
        canvas.line(&dot(picture.state(row.rev), [&num(x(row.column)), &num(y(at))], PALETTE[row.colour]));
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
fn edges(rows: &[Row], at: usize, kind: Kind, canvas: &mut Canvas) {
    let row = &rows[at];
    for out in row.outs.iter().filter(|out| out.kind == kind) {
        let target = (rows[out.to].column, out.to);
        let mut points = vec![(row.column, at)];
        if at + 1 == out.to {
            points.push(target);
        } else {
            points.push((out.column, at + 1));
            // An edge that joins another ends there, unless it is the first solid one.
            let was_dashed = row.above.get(out.column).copied().flatten().is_some_and(|strand| strand.kind > kind);
            if !out.join || was_dashed {
                points.extend([(out.column, out.to - 1), target]);
            }
        }
        let path = path(&points);
        let (class, stroke) = match kind {
            Kind::Parent => ("edge", PALETTE[out.colour]),
            Kind::Dependency => ("edge dependency", DEPENDENCY),
        };
        canvas.line(&format!("<path d=\"{path}\" class=\"{class}\" stroke=\"{stroke}\"/>"));
    }
}

/// A way through places given by column and row: straight down, and in a bend from one column to another.
fn path(points: &[(usize, usize)]) -> String {
    let mut path = String::new();
    for (at, &(column, row)) in points.iter().enumerate() {
        let (to_x, to_y) = (num(x(column)), num(y(row)));
        let _ = match at.checked_sub(1).map(|before| points[before]) {
            None => write!(path, "M{to_x} {to_y}"),
            Some((from, _)) if from == column => write!(path, "V{to_y}"),
            Some((from, above)) => {
                let (from, middle) = (num(x(from)), num((y(above) + y(row)) / 2.0));
                write!(path, "C{from} {middle} {to_x} {middle} {to_x} {to_y}")
            }
        };
    }
    path
}
