//! What can be wrong with a graph, each with the ids and the files concerned.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::revision::Text;

/// A revision as errors name it: by id and file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The id.
    pub id: Text,
    /// The file, relative to the folder of the set.
    pub file: Text,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.file.is_empty() { write!(f, "`{}`", self.id) } else { write!(f, "`{}` ({})", self.id, self.file) }
    }
}

/// Which of the two kinds of edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// From a revision to one it revises.
    Parent,
    /// From a revision to one it depends on.
    Dependency,
}

/// Why a text cannot be an id or a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameProblem {
    /// It has no character.
    Empty,
    /// It is `head`, `heads`, `base` or `current`, which mean something else in targets.
    Reserved,
    /// It has a character that separates the parts of a target, white space, or a control character.
    Character(char),
    /// It has more than [`MAX_NAME`] characters, which is what the ledger holds.
    TooLong,
}

/// How many characters an id or a label may have.
pub const MAX_NAME: usize = 255;

/// Why `name` cannot be an id or a label, if it cannot.
pub fn check_name(name: &str) -> Result<(), NameProblem> {
    if name.is_empty() {
        return Err(NameProblem::Empty);
    }
    if matches!(name, "head" | "heads" | "base" | "current") {
        return Err(NameProblem::Reserved);
    }
    let refused = |c: char| matches!(c, '@' | '-' | '+' | ':') || c.is_whitespace() || c.is_control();
    if let Some(c) = name.chars().find(|&c| refused(c)) {
        return Err(NameProblem::Character(c));
    }
    if name.chars().nth(MAX_NAME).is_some() {
        return Err(NameProblem::TooLong);
    }
    Ok(())
}

/// Something is wrong with the set of revisions as a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum GraphError {
    /// Several files claim one id.
    DuplicateId {
        /// The id.
        id: Text,
        /// The files, in order.
        files: Vec<Text>,
    },
    /// The id cannot be one.
    InvalidId {
        /// The revision.
        at: Place,
        /// Why.
        problem: NameProblem,
    },
    /// A revision revises one that is not there.
    UnknownParent {
        /// The revision.
        at: Place,
        /// What it names.
        parent: Text,
        /// What may have been meant: the labelled revision if it is a label, else the nearest ids.
        candidates: Vec<Place>,
    },
    /// A revision depends on something that is neither an id nor a label.
    UnknownDependency {
        /// The revision.
        at: Place,
        /// What it names.
        dependency: Text,
        /// What may have been meant: the nearest ids.
        candidates: Vec<Place>,
    },
    /// A revision revises or depends on itself.
    SelfReference {
        /// The revision.
        at: Place,
        /// By which kind of edge.
        edge: Edge,
    },
    /// A revision names the same parent more than once.
    RepeatedParent {
        /// The revision.
        at: Place,
        /// The parent.
        parent: Place,
    },
    /// Revisions come after each other in a circle. One of each group that is tied together is reported.
    Cycle {
        /// The circle: each comes after the next one, and the last after the first.
        members: Vec<Place>,
        /// What leads from each member to the next.
        edges: Vec<Edge>,
    },
    /// The label cannot be one.
    InvalidLabel {
        /// The revision that states it.
        at: Place,
        /// The label.
        label: Text,
        /// Why.
        problem: NameProblem,
    },
    /// A label is already the name of a revision or of another branch.
    LabelTaken {
        /// The revision that states it.
        at: Place,
        /// The label.
        label: Text,
        /// Who has the name already.
        by: Place,
    },
}

impl GraphError {
    /// The revisions whose files are at fault, the one to look at first in front.
    pub fn places(&self) -> Vec<Place> {
        match self {
            GraphError::DuplicateId { id, files } => {
                files.iter().map(|file| Place { id: id.clone(), file: file.clone() }).collect()
            }
            GraphError::InvalidId { at, .. }
            | GraphError::UnknownParent { at, .. }
            | GraphError::UnknownDependency { at, .. }
            | GraphError::SelfReference { at, .. }
            | GraphError::InvalidLabel { at, .. } => alloc::vec![at.clone()],
            GraphError::RepeatedParent { at, parent } => alloc::vec![at.clone(), parent.clone()],
            GraphError::Cycle { members, .. } => members.clone(),
            GraphError::LabelTaken { at, by, .. } => alloc::vec![at.clone(), by.clone()],
        }
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GraphError::DuplicateId { id, files } => {
                write!(f, "Revision `{id}` is present more than once: {}", list(files))
            }
            GraphError::InvalidId { at, problem } => match problem {
                NameProblem::Character(c @ ('@' | '-' | '+' | ':')) => {
                    write!(f, "Character(s) '{c}' not allowed in revision identifier '{}'", at.id)?;
                    if at.file.is_empty() { Ok(()) } else { write!(f, " ({})", at.file) }
                }
                NameProblem::Empty | NameProblem::Reserved | NameProblem::Character(_) | NameProblem::TooLong => {
                    write!(f, "The id of {at} {problem}")
                }
            },
            GraphError::UnknownParent { at, parent, candidates } => {
                write!(f, "{at} revises `{parent}`, which is not present")?;
                did_you_mean(f, candidates)
            }
            GraphError::UnknownDependency { at, dependency, candidates } => {
                write!(f, "{at} depends on `{dependency}`, which is neither an id nor a label")?;
                did_you_mean(f, candidates)
            }
            GraphError::SelfReference { at, edge: Edge::Parent } => {
                write!(f, "Self-loop is detected in revisions ({}): {at} revises itself", at.id)
            }
            GraphError::SelfReference { at, edge: Edge::Dependency } => {
                write!(f, "Dependency self-loop is detected in revisions ({}): {at} depends on itself", at.id)
            }
            GraphError::RepeatedParent { at, parent } => write!(f, "{at} names its parent {parent} more than once"),
            GraphError::Cycle { members, edges } => {
                let kind = if edges.contains(&Edge::Dependency) { "Dependency cycle" } else { "Cycle" };
                let ids: Vec<&str> = members.iter().map(|member| &*member.id).collect();
                write!(f, "{kind} is detected in revisions ({}): ", ids.join(", "))?;
                for (i, (member, edge)) in members.iter().zip(edges).enumerate() {
                    let verb = match edge {
                        Edge::Parent => "revises",
                        Edge::Dependency => "depends on",
                    };
                    if i == 0 {
                        write!(f, "{member} {verb} ")?;
                    } else {
                        write!(f, "{member}, which {verb} ")?;
                    }
                }
                ids.first().map_or(Ok(()), |first| write!(f, "`{first}`"))
            }
            GraphError::InvalidLabel { at, label, problem } => write!(f, "The label `{label}` of {at} {problem}"),
            GraphError::LabelTaken { at, label, by } => {
                write!(f, "Branch name '{label}' in revision {} already used by revision {}", at.id, by.id)?;
                let files: Vec<&Text> = [&at.file, &by.file].into_iter().filter(|file| !file.is_empty()).collect();
                if files.is_empty() { Ok(()) } else { write!(f, " ({})", list(&files)) }
            }
        }
    }
}

impl core::error::Error for GraphError {}

impl fmt::Display for NameProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NameProblem::Empty => f.write_str("is empty"),
            NameProblem::Reserved => f.write_str("means something else in targets (head, heads, base and current do)"),
            NameProblem::Character(c) => write!(f, "contains {c:?}, which names cannot have"),
            NameProblem::TooLong => write!(f, "has more than {MAX_NAME} characters"),
        }
    }
}

/// The set has more than one head where it must have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeveralHeads {
    /// The heads, in order.
    pub heads: Vec<Place>,
    /// Where they part: the nearest revisions that all of them come after. None if they share nothing.
    pub ancestors: Vec<Place>,
}

impl fmt::Display for SeveralHeads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multiple heads are present: {}", list(&self.heads))?;
        if self.ancestors.is_empty() {
            f.write_str(", with no revision in common")
        } else {
            write!(f, ", which part after {}", list(&self.ancestors))
        }
    }
}

impl core::error::Error for SeveralHeads {}

/// A dependency that says nothing: what it names is already below another parent or dependency of the same revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedundantDependency {
    /// The revision that states it.
    pub at: Place,
    /// What it names.
    pub dependency: Place,
    /// The parent or dependency that already brings it. The dependency itself if that is a parent or is stated twice.
    pub through: Place,
}

impl fmt::Display for RedundantDependency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} depends on {}, which ", self.at, self.dependency)?;
        if self.through == self.dependency {
            f.write_str("it names already")
        } else {
            write!(f, "it comes after already through {}", self.through)
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list<T: fmt::Display>(items: &[T]) -> String {
    use fmt::Write;
    let mut out = String::new();
    for (i, item) in items.iter().enumerate() {
        let before = match i {
            0 => "",
            _ if i + 1 == items.len() => " and ",
            _ => ", ",
        };
        // Writing to a String cannot fail.
        let _ = write!(out, "{before}{item}");
    }
    out
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, candidates: &[Place]) -> fmt::Result {
    match candidates {
        [] => Ok(()),
        [one] => write!(f, "; did you mean {one}?"),
        several => write!(f, "; did you mean one of {}?", list(several)),
    }
}
