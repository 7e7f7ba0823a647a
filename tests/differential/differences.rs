//! Where we differ from Alembic on purpose.

use crate::alembic::Vector;
use crate::ours::Outcome;

/// A class of differences.
pub struct Difference {
    /// Its name.
    pub name: &'static str,
    /// Why we differ.
    pub why: &'static str,
    /// Whether a vector whose answers differ belongs to it.
    pub covers: fn(&Vector, &Outcome) -> bool,
    /// How many vectors it covers.
    pub count: usize,
}

/// All of them. A vector belongs to the first that covers it.
pub const DIFFERENCES: &[Difference] = &[];
