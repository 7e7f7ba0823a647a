//! Why a text is no target, or means nothing in a graph.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Offset, SHORT, Sign};
use crate::graph::{Graph, Place, Rev, list, nearest};

/// How many names an error lists.
pub(super) const MOST: usize = 8;

/// A name that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What to type.
    pub name: String,
    /// The revision.
    pub at: Place,
}

impl Candidate {
    pub(super) fn new(graph: &Graph, name: &str, rev: Rev) -> Candidate {
        Candidate { name: name.to_owned(), at: graph.place(rev) }
    }
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name == self.at.id { self.at.fmt(f) } else { write!(f, "`{}`, which is {}", self.name, self.at) }
    }
}

/// Why a text is no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// There is nothing, or nothing after the `@`.
    Empty,
    /// There is a `:`, which makes a range.
    Range,
    /// There is a second `@`.
    TwoBranches,
    /// Something follows the number of steps, or a `+` stands in a name.
    Tail,
    /// A character that no name has.
    Character(char),
    /// More steps than any line has.
    TooManySteps,
    /// Steps down from the base.
    BelowBase,
}

/// A target cannot be read, or means nothing in this graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TargetError {
    /// The text is no target.
    Malformed {
        /// The part that cannot be read.
        text: String,
        /// Why.
        reason: Malformed,
    },
    /// The text is no range.
    NotARange {
        /// The text.
        text: String,
    },
    /// Nothing has this name.
    Unknown {
        /// The name.
        name: String,
        /// What may have been meant, the most likely first.
        candidates: Vec<Candidate>,
    },
    /// Several names begin like this, or several revisions have this slug.
    Ambiguous {
        /// What was typed.
        name: String,
        /// All that it may mean.
        candidates: Vec<Candidate>,
    },
    /// The name is known, but not on the branch that was asked for.
    NotOnBranch {
        /// The name.
        name: String,
        /// The branch, as typed.
        branch: String,
        /// What has the name elsewhere.
        found: Vec<Place>,
    },
    /// Steps down from the heads of a branch need a label.
    NotALabel {
        /// What was typed before the `@`.
        name: String,
        /// What it is.
        at: Place,
    },
    /// One head is asked for and there are several.
    SeveralHeads {
        /// The target.
        argument: String,
        /// The heads.
        heads: Vec<Place>,
    },
    /// Steps from where the database stands, where only the graph is asked.
    RelativeHere {
        /// The target without its branch.
        name: String,
    },
    /// There are several revisions to step to.
    AmbiguousWalk {
        /// Where the walk is; none for the base.
        at: Option<Place>,
        /// What may come next.
        choices: Vec<Place>,
        /// The steps that are left after the next one.
        left: Offset,
    },
    /// The line has fewer revisions than the steps asked for.
    TooFar {
        /// The target.
        argument: String,
        /// Steps that could not be taken.
        left: u32,
    },
    /// Arguments of an offline command name different starts.
    SeveralStarts,
}

impl TargetError {
    pub(crate) fn unknown(graph: &Graph, name: &str) -> TargetError {
        let mut near: Vec<(&str, Rev)> = Vec::new();
        if name.chars().nth(SHORT - 1).is_some() {
            let named = graph.iter().filter(|&rev| graph.node(rev).slug.contains(name));
            near.extend(named.take(3).map(|rev| (&*graph.node(rev).slug, rev)));
        }
        let ids = graph.iter().map(|rev| (graph.id(rev), rev));
        let slugs = graph.iter().map(|rev| (&*graph.node(rev).slug, rev));
        near.extend(nearest(name, ids.chain(graph.labels()).chain(slugs).map(|item| (item.0, item))));
        let mut candidates: Vec<Candidate> = Vec::new();
        for (name, rev) in near {
            let candidate = Candidate::new(graph, name, rev);
            if candidates.len() < 3 && !candidates.iter().any(|other| other.at == candidate.at) {
                candidates.push(candidate);
            }
        }
        TargetError::Unknown { name: name.to_owned(), candidates }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Malformed::Empty => f.write_str("there is no name"),
            Malformed::Range => f.write_str("Range revision not allowed"),
            Malformed::TwoBranches => f.write_str("a target has at most one `@`"),
            Malformed::Tail => f.write_str("`+` is followed by a number of steps and nothing more"),
            Malformed::Character(c) => write!(f, "no name contains {c:?}"),
            Malformed::TooManySteps => f.write_str("no line has so many revisions"),
            Malformed::BelowBase => f.write_str("nothing lies below the base"),
        }
    }
}

impl fmt::Display for TargetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LOST: &str = "Can't locate revision identified by";
        match self {
            TargetError::Malformed { text, reason: reason @ Malformed::Range } => write!(f, "{reason}: '{text}'"),
            TargetError::Malformed { text, reason } => write!(f, "{LOST} '{text}': {reason}"),
            TargetError::NotARange { text } => write!(
                f,
                "History range requires [start]:[end], [start]:, or :[end]; '{text}' has {} colons",
                text.matches(':').count()
            ),
            TargetError::Unknown { name, candidates } => {
                write!(f, "{LOST} '{name}'")?;
                match &**candidates {
                    [] => Ok(()),
                    [one] => write!(f, "; did you mean {one}?"),
                    several => write!(f, "; did you mean one of {}?", list(several)),
                }
            }
            TargetError::Ambiguous { name, candidates } => {
                write!(f, "{LOST} '{name}': it is ambiguous and may mean ")?;
                match candidates.len().checked_sub(MOST) {
                    None | Some(0) => f.write_str(&list(candidates)),
                    Some(more) => write!(f, "{} and {more} more", list(&candidates[..MOST])),
                }
            }
            TargetError::NotOnBranch { name, branch, found } => {
                write!(f, "{LOST} '{name}' on branch '{branch}': {} not part of it", are(found))
            }
            TargetError::NotALabel { name, at } => {
                write!(f, "{LOST} '{name}' as a label: it is {at}, and steps down from the heads need a label")
            }
            TargetError::SeveralHeads { argument, heads } => write!(
                f,
                "Multiple head revisions are present for given argument '{argument}': {}; \
                 name one of them, '<branch>@head', or 'heads' for all",
                list(heads)
            ),
            TargetError::RelativeHere { name } => {
                write!(f, "{LOST} '{name}': a number of steps has no meaning here")
            }
            TargetError::AmbiguousWalk { at: Some(at), choices, left: Offset { sign: Sign::Down, .. } } => {
                write!(f, "Ambiguous walk: {at} merges {}", list(choices))
            }
            TargetError::AmbiguousWalk { at: Some(at), choices, .. } => {
                write!(f, "Ambiguous walk: after {at} come {}", list(choices))
            }
            TargetError::AmbiguousWalk { at: None, choices, .. } => {
                write!(f, "Ambiguous walk: there are several bases, {}", list(choices))
            }
            TargetError::TooFar { argument, left } => {
                write!(f, "Walked too far: '{argument}' goes {left} beyond the last revision")
            }
            TargetError::SeveralStarts => {
                f.write_str("offline, all arguments have a single starting revision at a time (`from:to`)")
            }
        }
    }
}

fn are(places: &[Place]) -> String {
    match places {
        [one] => alloc::format!("{one} is"),
        several => alloc::format!("{} are", list(several)),
    }
}

impl core::error::Error for TargetError {}
