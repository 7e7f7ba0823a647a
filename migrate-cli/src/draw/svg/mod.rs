//! The graph as a picture for a browser or a document: one SVG file that needs nothing else.

mod canvas;
mod layers;
mod place;
mod rows;

use super::Picture;

/// How revisions are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Boxes for a small graph, rows for a larger one.
    Auto,
    /// A box for each revision, in layers.
    Boxes,
    /// A row for each revision, with lanes at the left.
    Rows,
}

/// Up to so many revisions are drawn as boxes.
const MOST_BOXES: usize = 24;
/// Unless the picture would get wider than this.
const WIDEST: f64 = 1200.0;

/// The picture as an SVG document. The newest revision is on top.
pub(crate) fn svg(picture: &Picture<'_>, layout: Layout) -> String {
    match layout {
        Layout::Rows => rows::draw(picture),
        Layout::Boxes => layers::draw(picture, &layers::place(picture)),
        Layout::Auto if picture.shown.len() > MOST_BOXES => rows::draw(picture),
        Layout::Auto => match layers::place(picture) {
            placed if placed.width > WIDEST => rows::draw(picture),
            placed => layers::draw(picture, &placed),
        },
    }
}
