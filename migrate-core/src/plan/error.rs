//! Why there is no plan, with what to type instead.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::graph::{Place, list};
use crate::revision::Direction;
use crate::target::{Offset, Target, TargetError};

/// There is no such plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PlanError {
    /// The target means nothing, or too much, in this graph.
    Target(TargetError),
    /// One target comes after others.
    Overlap {
        /// The one that comes after.
        revision: Place,
        /// The ones below it.
        others: Vec<Place>,
    },
    /// Steps are counted from the current head, and there are several.
    SeveralCurrent {
        /// Which command.
        direction: Direction,
        /// The target.
        target: Target,
        /// A target for each head.
        choices: Vec<Target>,
    },
    /// A walk comes to a fork.
    AmbiguousWalk {
        /// Which command.
        direction: Direction,
        /// Where, a [`TargetError::AmbiguousWalk`].
        walk: TargetError,
        /// A target for each way on.
        choices: Vec<Target>,
    },
    /// There are not as many revisions in this direction.
    NoMigrations {
        /// The target.
        target: Target,
        /// Its steps.
        offset: Offset,
    },
    /// Nothing that is applied comes after the target of a downgrade.
    NotBelow {
        /// The target.
        target: Target,
        /// The revision it means.
        at: Place,
        /// Whether it is applied, as a dependency of something else.
        applied: bool,
    },
    /// Of what comes after the target, nothing leads to the branch.
    NothingOnSide {
        /// The target.
        target: Target,
        /// The branch.
        branch: Place,
    },
    /// A stamp asks for one head, and there are several.
    SeveralHeads {
        /// The target.
        argument: String,
        /// The heads.
        heads: Vec<Place>,
    },
}

impl From<TargetError> for PlanError {
    fn from(error: TargetError) -> PlanError {
        PlanError::Target(error)
    }
}

/// The name of the command that plans this way.
fn command(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "upgrade",
        Direction::Down => "downgrade",
    }
}

/// The choices as commands to paste.
fn commands(direction: Direction, choices: &[Target]) -> String {
    let lines: Vec<String> =
        choices.iter().map(|choice| alloc::format!("`migrate {} {choice}`", command(direction))).collect();
    lines.join(" or ")
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::Target(error) => error.fmt(f),
            PlanError::Overlap { revision, others } => {
                let ids: Vec<&str> = others.iter().map(|other| &*other.id).collect();
                write!(
                    f,
                    "Requested revision {} overlaps with other requested revisions {}, which it comes after",
                    revision.id,
                    ids.join(", ")
                )
            }
            PlanError::SeveralCurrent { direction: Direction::Up, target, choices } => write!(
                f,
                "Ambiguous upgrade from multiple current revisions: '{target}' may be {}",
                commands(Direction::Up, choices)
            ),
            PlanError::SeveralCurrent { direction: Direction::Down, target, choices } => write!(
                f,
                "downgrade {target} from multiple heads is ambiguous: it may be {}",
                commands(Direction::Down, choices)
            ),
            PlanError::AmbiguousWalk { direction, walk, choices } => {
                write!(f, "{walk}; choose {}", commands(*direction, choices))
            }
            PlanError::NoMigrations { target, offset } => {
                write!(f, "Relative revision {offset} didn't produce {} migrations", offset.steps)?;
                if target.branch().is_some() { write!(f, " for '{target}'") } else { Ok(()) }
            }
            PlanError::NotBelow { target, at, applied } => {
                write!(f, "Destination {target} is not a valid downgrade target from current head(s): {at} ")?;
                f.write_str(if *applied {
                    "is applied, but nothing that is applied revises it"
                } else {
                    "is not applied"
                })
            }
            PlanError::NothingOnSide { target, branch } => write!(
                f,
                "Not a valid downgrade target from current heads: nothing that revises '{target}' leads to {branch}"
            ),
            PlanError::SeveralHeads { argument, heads } => {
                write!(
                    f,
                    "Multiple heads are present for '{argument}': name one of {}, or 'heads' for all",
                    list(heads)
                )
            }
        }
    }
}

impl core::error::Error for PlanError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        // Its text is the source's own, or holds it.
        None
    }
}
