//! A revision: the node of the graph and what it does to a database. Plain data, the same whether it was embedded in a
//! binary or read from a folder a moment ago.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::dialect::{Dialect, DialectSet};
use crate::probe::Probe;

/// A text that is borrowed when it was embedded in the binary and owned when it was read from a folder or a database.
pub type Text = Cow<'static, str>;

/// Which way a revision is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From the parents to the revision.
    Up,
    /// From the revision back to its parents.
    Down,
}

impl Direction {
    /// `up` or `down`, as the directives spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Direction::Up => "up",
            Direction::Down => "down",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A SHA-256 of canonical text. It is computed where files are read; here it is only carried, compared and printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Checksum(pub [u8; 32]);

impl Checksum {
    /// The inverse of its `Display` form: 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Checksum> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let high = (pair[0] as char).to_digit(16)?;
            let low = (pair[1] as char).to_digit(16)?;
            *byte = (high * 16 + low) as u8;
        }
        Some(Checksum(bytes))
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One statement of SQL, without its terminator, and where it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The text, from its first token to its last, as written (line ends are `\n`).
    pub sql: Text,
    /// Line of the first token in the file, counted from 1.
    pub line: u32,
    /// Column of the first token, in characters, counted from 1.
    pub column: u32,
    /// How to find out whether it took effect, where a server's catalog tells.
    pub probe: Option<Probe>,
}

/// What a revision does in one direction, for one or several dialects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Up or down.
    pub direction: Direction,
    /// The dialects for which this is the body.
    pub dialects: DialectSet,
    /// False after `-- migrate:no-transaction`: the statements run one by one, each on its own.
    pub transactional: bool,
    /// Over the tokens of the statements, without comments and white space. Only a change of this one is an edit.
    pub tokens: Checksum,
    /// The statements, in order.
    pub statements: Vec<Statement>,
    /// The file the statements stand in, relative to the folder of the set, with `/` between its parts. The same as the
    /// revision's own file, but in layouts that keep the two directions apart.
    pub file: Text,
}

/// A node of the graph and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The unique name, at most 255 characters. Letters, digits, `_` and `.`, and whatever other tools' ids hold.
    pub id: Text,
    /// The rest of the file name: a short name for people, `add_users`. May be empty.
    pub slug: Text,
    /// What it does, in words: the leading comment of the file. May be empty and may have several lines.
    pub message: Text,
    /// The revisions it comes after: none for a base, several for a merge.
    pub parents: Vec<Text>,
    /// Revisions of other branches (ids or labels) that must be applied first.
    pub depends_on: Vec<Text>,
    /// Names for the branch that begins here.
    pub labels: Vec<Text>,
    /// Why it cannot be taken back, if its author said so.
    pub irreversible: Option<Text>,
    /// The file, relative to the folder of the set, with `/` between its parts.
    pub file: Text,
    /// Over the canonical text of the file (or files, up first): every change changes it.
    pub exact: Checksum,
    /// What it does, by direction and dialect. At most one body for each pair of the two.
    pub bodies: Vec<Body>,
}

impl Revision {
    /// What it does in `direction` on `dialect`, if it says so.
    pub fn body(&self, direction: Direction, dialect: Dialect) -> Option<&Body> {
        self.bodies.iter().find(|body| body.direction == direction && body.dialects.contains(dialect))
    }

    /// The first line of the message, or the slug in words where there is no message.
    pub fn title(&self) -> String {
        match self.message.lines().next() {
            Some(line) if !line.trim().is_empty() => line.trim().into(),
            Some(_) | None => self.slug.replace('_', " "),
        }
    }
}
