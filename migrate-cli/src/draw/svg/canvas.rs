//! The elements that both layouts are made of, and how much room a text takes.

use std::fmt::Write;

use migrate_core::Rev;

use crate::draw::{Kind, Mark, Picture, State, words};

/// Free space around everything.
pub(super) const MARGIN: f64 = 20.0;
/// The height of a pill.
pub(super) const PILL: f64 = 17.0;
const PILL_GAP: f64 = 6.0;
const PILL_TEXT: f64 = 10.5;

/// The styles of a revision by its state: fill, stroke, width of the stroke.
pub(super) fn state_style(state: Option<State>) -> [&'static str; 3] {
    match state {
        Some(State::Applied) => ["#dafbe1", "#1a7f37", "1.5"],
        Some(State::Pending) => ["#ffffff", "#8c959f", "1.5"],
        Some(State::Current) => ["#ddf4ff", "#0969da", "2.5"],
        None => ["#f6f8fa", "#6e7781", "1.5"],
    }
}

/// The stroke of a dependency.
pub(super) const DEPENDENCY: &str = "#bc4c00";

/// A word or two in a coloured frame.
pub(super) struct Pill {
    text: String,
    fill: &'static str,
    colour: &'static str,
}

/// The labels and marks of a revision.
pub(super) fn pills(picture: &Picture<'_>, rev: Rev) -> Vec<Pill> {
    let labels = picture.labels(rev).map(|label| {
        let text = words::fit(label, 24, "…", words::columns_of);
        Pill { text, fill: "#fbefff", colour: "#8250df" }
    });
    let marks = picture.marks(rev).into_iter().map(|mark| {
        let [fill, colour] = match mark {
            Mark::Head => ["#dafbe1", "#116329"],
            Mark::EffectiveHead => ["#f6f8fa", "#116329"],
            Mark::Current => ["#ddf4ff", "#0550ae"],
            Mark::Base | Mark::Merge => ["#f6f8fa", "#57606a"],
            Mark::Edited => ["#ffebe9", "#cf222e"],
        };
        Pill { text: mark.word().to_owned(), fill, colour }
    });
    labels.chain(marks).collect()
}

/// How wide some pills are, with the space after each.
pub(super) fn pills_width(pills: &[Pill]) -> f64 {
    pills.iter().map(|pill| pill.width() + PILL_GAP).sum()
}

impl Pill {
    fn width(&self) -> f64 {
        measure(&self.text, PILL_TEXT) + 14.0
    }
}

/// The width of a character in a common font without serifs, in hundredths of its size: rather too much than too little,
/// since nobody can know the reader's font.
fn em(c: char) -> usize {
    match c {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' | ' ' => 33,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '\\' | '-' | '"' | '`' => 42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 98,
        'A'..='Z' | '<' | '>' | '=' | '+' | '~' | '&' | '#' => 75,
        _ => words::columns_of(c) * if c.is_ascii() { 61 } else { 64 },
    }
}

/// About how wide a text is, in pixels.
pub(super) fn measure(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<usize>() as f64 * size / 100.0
}

/// How wide a text is in a font whose characters are all of one width.
pub(super) fn measure_mono(text: &str, size: f64) -> f64 {
    words::columns(text) as f64 * size * 0.61
}

/// The text cut to a width.
pub(super) fn fit(text: &str, room: f64, size: f64) -> String {
    words::fit(text, (room * 100.0 / size) as usize, "…", em)
}

/// The text in at most `most` lines, cut where it does not fit.
pub(super) fn wrap(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if is_full(line, word, room, size) => lines.push(word.to_owned()),
            Some(line) => *line += &format!(" {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| fit(line, room, size)).collect()
}

fn is_full(line: &str, word: &str, room: f64, size: f64) -> bool {
    measure(line, size) + measure(" ", size) + measure(word, size) > room
}

/// Text as it may stand in an element or an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // XML has no place for these, not even as a reference.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A number as short as it can be written, with a tenth of a pixel.
pub(super) fn num(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A document being written.
pub(super) struct Canvas {
    body: String,
}

impl Canvas {
    pub(super) fn new() -> Canvas {
        Canvas { body: String::new() }
    }

    pub(super) fn line(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// Text whose base line is at `y`.
    pub(super) fn text(&mut self, [x, y]: [f64; 2], class: &str, text: &str) {
        let (x, y, text) = (num(x), num(y), escaped(text));
        let _ = writeln!(self.body, "<text x=\"{x}\" y=\"{y}\" class=\"{class}\">{text}</text>");
    }

    /// Pills beside each other, with their middle at `y`; gives where they end.
    pub(super) fn pills(&mut self, [mut x, y]: [f64; 2], pills: &[Pill]) -> f64 {
        for pill in pills {
            let width = pill.width();
            let Pill { text, fill, colour } = pill;
            let _ = writeln!(
                self.body,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{fill}\" stroke=\"{colour}\" \
                 stroke-opacity=\"0.5\"/><text x=\"{}\" y=\"{}\" class=\"pill\" style=\"fill:{colour}\">{}</text>",
                num(x),
                num(y - PILL / 2.0),
                num(width),
                num(PILL),
                num(PILL / 2.0),
                num(x + width / 2.0),
                num(y + 3.7),
                escaped(text),
            );
            x += width + PILL_GAP;
        }
        x
    }

    /// What the mouse shows over a revision; opens a group that [`Canvas::close`] ends.
    pub(super) fn open(&mut self, picture: &Picture<'_>, rev: Rev) {
        let node = picture.graph.node(rev);
        let tip = format!("{} {} ({})", node.id, picture.title(rev), node.file);
        let _ = writeln!(self.body, "<g><title>{}</title>", escaped(&tip));
    }

    pub(super) fn close(&mut self) {
        self.line("</g>");
    }

    /// The document, with the key to its signs on top of the picture.
    pub(super) fn finish(self, picture: &Picture<'_>, [width, height]: [f64; 2], signs: &[Sign]) -> String {
        let mut key = Canvas::new();
        let mut x = MARGIN;
        for sign in signs {
            x = key.sign(x, MARGIN + 4.0, sign);
        }
        let top = MARGIN + 26.0;
        let (width, height) = (num(width.max(x + MARGIN)), num(height + top));
        let of = picture.shown.len();
        let noun = if of == 1 { "revision" } else { "revisions" };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
             <title>Migrations: {of} {noun}</title>\n\
             <style>\n\
             text {{ font-family: -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif; \
             font-size: 12.5px; fill: #1f2328; }}\n\
             .id {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; \
             font-size: 12px; font-weight: 600; }}\n\
             .late {{ fill: #57606a; }}\n\
             .pill {{ font-size: {PILL_TEXT}px; font-weight: 500; text-anchor: middle; }}\n\
             .key {{ font-size: 11px; fill: #57606a; }}\n\
             .edge {{ fill: none; stroke-width: 2; stroke-linecap: round; }}\n\
             .dependency {{ stroke-dasharray: 5 4; stroke-width: 1.6; stroke-linecap: butt; }}\n\
             </style>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
             <g>\n{}</g>\n\
             <g transform=\"translate(0 {})\">\n{}</g>\n\
             </svg>\n",
            key.body,
            num(top),
            self.body
        )
    }

    fn sign(&mut self, x: f64, y: f64, sign: &Sign) -> f64 {
        self.line(&sign.element.replace("{x}", &num(x)).replace("{y}", &num(y)));
        let after = x + sign.width + 6.0;
        self.text([after, y + 3.8], "key", sign.word);
        after + measure(sign.word, 11.0) + 16.0
    }
}

/// An entry of the key. In its element `{x}` and `{y}` stand for the left end and the middle.
pub(super) struct Sign {
    pub(super) element: String,
    pub(super) width: f64,
    pub(super) word: &'static str,
}

/// The entries about edges, for what the picture has.
pub(super) fn edge_signs(picture: &Picture<'_>) -> Vec<Sign> {
    let has = |kind| picture.shown.iter().any(|rev| picture.below(rev).any(|(_, other)| other == kind));
    let mut signs = Vec::new();
    let path = "<g transform=\"translate({x} {y})\"><path d=\"M0 0H24\" class=\"edge";
    if has(Kind::Parent) {
        let element = format!("{path}\" stroke=\"#57606a\"/></g>");
        signs.push(Sign { element, width: 24.0, word: "comes after (newest on top)" });
    }
    if has(Kind::Dependency) {
        let element = format!("{path} dependency\" stroke=\"{DEPENDENCY}\"/></g>");
        signs.push(Sign { element, width: 24.0, word: "depends on" });
    }
    signs
}

/// The states that the picture has, with a word for each.
pub(super) fn states(picture: &Picture<'_>) -> Vec<(State, &'static str)> {
    [(State::Pending, "pending"), (State::Applied, "applied"), (State::Current, "current position")]
        .into_iter()
        .filter(|&(state, _)| picture.shown.iter().any(|rev| picture.state(rev) == Some(state)))
        .collect()
}
