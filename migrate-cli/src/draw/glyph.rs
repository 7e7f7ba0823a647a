//! From what meets in a cell of the drawing to the character that shows it.

use super::lanes::Colour;
use super::{Kind, State};

/// The characters to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charset {
    /// Box drawing.
    Unicode,
    /// What every terminal and every font has.
    Ascii,
}

/// A place in the drawing: one column of one line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    pub(super) up: Option<Kind>,
    pub(super) down: Option<Kind>,
    pub(super) left: Option<Kind>,
    pub(super) right: Option<Kind>,
    /// Whether what comes from the side belongs to what runs down. If not, it only passes below.
    pub(super) joined: bool,
    /// None if nothing is here, or a dependency alone.
    pub(super) colour: Option<Colour>,
}

impl Charset {
    pub(super) fn cell(self, cell: &Cell) -> char {
        let sides = [cell.up, cell.down, cell.left, cell.right].map(|side| side.is_some());
        let dashed = |a: Option<Kind>, b: Option<Kind>| a.max(b) == Some(Kind::Dependency) && a != Some(Kind::Parent);
        let (vertical, horizontal) = (dashed(cell.up, cell.down), dashed(cell.left, cell.right));
        let [unicode, ascii] = match sides {
            [false, false, false, false] => [' ', ' '],
            [false, false, _, _] if horizontal => ['┄', '.'],
            [false, false, _, _] => ['─', '-'],
            [true, true, _, _] if !cell.joined && vertical => ['┆', ':'],
            [true, true, _, _] if !cell.joined => ['│', '|'],
            [_, _, false, false] if vertical => ['┆', ':'],
            [_, _, false, false] => ['│', '|'],
            [true, true, true, true] => ['┼', '+'],
            [true, true, false, true] => ['├', '+'],
            [true, true, true, false] => ['┤', '+'],
            [true, false, true, true] => ['┴', '+'],
            [false, true, true, true] => ['┬', '+'],
            [true, false, false, true] => ['╰', '\\'],
            [true, false, true, false] => ['╯', '/'],
            [false, true, false, true] => ['╭', '/'],
            [false, true, true, false] => ['╮', '\\'],
        };
        self.pick(unicode, ascii)
    }

    /// What lies between two columns.
    pub(super) fn gap(self, kind: Option<Kind>) -> char {
        self.cell(&Cell { left: kind, right: kind, ..Cell::default() })
    }

    pub(super) fn node(self, state: Option<State>) -> char {
        match state {
            Some(State::Applied) => self.pick('●', '*'),
            Some(State::Pending) => self.pick('○', 'o'),
            Some(State::Current) => self.pick('◉', '@'),
            // A full circle would say that it is applied.
            None => '*',
        }
    }

    /// Where lanes lie that find no place.
    pub(super) fn beyond(self) -> char {
        self.pick('»', '>')
    }

    pub(super) fn ellipsis(self) -> &'static str {
        match self {
            Charset::Unicode => "…",
            Charset::Ascii => "...",
        }
    }

    fn pick(self, unicode: char, ascii: char) -> char {
        match self {
            Charset::Unicode => unicode,
            Charset::Ascii => ascii,
        }
    }
}
