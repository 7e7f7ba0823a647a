//! A row of the ledger.

use alloc::string::String;
use alloc::vec::Vec;

use crate::dialect::Dialect;
use crate::revision::{Checksum, Direction, Revision};

/// What a row says about its revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowState {
    /// It is applied.
    Applied,
    /// Its up was begun and is not finished: it runs at this moment, or it was interrupted.
    Applying,
    /// Its down was begun and is not finished.
    Reverting,
}

impl RowState {
    /// As it stands in the table.
    pub const fn name(self) -> &'static str {
        match self {
            RowState::Applied => "applied",
            RowState::Applying => "applying",
            RowState::Reverting => "reverting",
        }
    }

    /// The inverse of [`RowState::name`].
    pub fn from_name(name: &str) -> Option<RowState> {
        [RowState::Applied, RowState::Applying, RowState::Reverting].into_iter().find(|state| state.name() == name)
    }
}

/// How a revision came to be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// Its statements ran.
    Upgrade,
    /// Somebody said so.
    Stamp,
    /// Another tool had applied it.
    Adopt,
}

impl Origin {
    /// As it stands in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Origin::Upgrade => "upgrade",
            Origin::Stamp => "stamp",
            Origin::Adopt => "adopt",
        }
    }
}

/// A row, as reading the state gives it. The down SQL is left out; see [`Ledger::select_down`](super::Ledger::select_down).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The revision.
    pub id: String,
    /// Its first line of description, from the time when it was applied.
    pub title: String,
    /// Its parents at that time.
    pub parents: Vec<String>,
    /// Its dependencies at that time.
    pub depends_on: Vec<String>,
    /// Checksum of its canonical text.
    pub exact: String,
    /// Checksum of the tokens of its up.
    pub tokens: String,
    /// Applied, or in between.
    pub state: RowState,
    /// `upgrade`, `stamp` or `adopt`.
    pub origin: String,
    /// Of an open row: the statement that was begun last, counted from 1; 0 = none yet.
    pub begun: u32,
    /// Of an open row: how many statements are done.
    pub done: u32,
    /// Of an open row: the [`Prefix`](super::Prefix) of the statements that are done.
    pub prefix: String,
    /// When it was applied (or begun), UTC: `2026-11-20T18:42:04.123Z`.
    pub applied_at: String,
    /// How long its statements took, in milliseconds; none if it was stamped.
    pub duration_ms: Option<i64>,
    /// Who applied it: the server's user, and the host if known.
    pub applied_by: String,
}

/// Whether `row` belongs to the same text as `revision`, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sameness {
    /// The same text.
    Same,
    /// Only comments, white space or the down changed.
    Reworded,
    /// The statements of the up changed.
    Edited,
}

impl Row {
    /// From a line of [`Ledger::select_brief`](super::Ledger::select_brief); what it does not say is empty.
    pub fn from_brief(line: &str) -> Option<Row> {
        // The id stands last: it may hold anything if somebody else wrote the row.
        let mut words = line.splitn(4, ' ');
        let (state, tokens, exact, rest) = (words.next()?, words.next()?, words.next()?, words.next()?);
        let (parents, id) = rest.split_once(" : ")?;
        Some(Row {
            id: id.into(),
            title: String::new(),
            parents: parents.split(' ').filter(|word| !word.is_empty()).map(String::from).collect(),
            depends_on: Vec::new(),
            exact: exact.into(),
            tokens: tokens.into(),
            state: RowState::from_name(state)?,
            origin: String::new(),
            begun: 0,
            done: 0,
            prefix: String::new(),
            applied_at: String::new(),
            duration_ms: None,
            applied_by: String::new(),
        })
    }

    /// Compares with the revision of the same id as it is now.
    pub fn sameness(&self, revision: &Revision, dialect: Dialect) -> Sameness {
        let tokens: Checksum = revision.body(Direction::Up, dialect).map(|up| up.tokens).unwrap_or_default();
        if Checksum::from_hex(&self.tokens) != Some(tokens) {
            Sameness::Edited
        } else if Checksum::from_hex(&self.exact) != Some(revision.exact) {
            Sameness::Reworded
        } else {
            Sameness::Same
        }
    }
}
