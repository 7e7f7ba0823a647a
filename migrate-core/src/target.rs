//! What the user asked for: one grammar, parsed once, resolved against a graph.
//!
//! ```text
//! target  = [branch "@"] symbol [offset] | [branch "@"] offset
//! symbol  = "head" | "heads" | "base" | "current" | name
//! offset  = ("+" | "-") digits
//! range   = [target] ":" [target]
//! ```
//!
//! A name is an id, a label, the beginning of one, or a slug. A branch is any of these, too, and stands for the lineage
//! of that revision.

mod error;

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

pub use error::{Candidate, Malformed, TargetError};

use crate::graph::{Graph, Place, Rev};
use crate::revision::Text;

/// A revision, or several, as a user names them.
///
/// ```
/// # use migrate_core::target::Target;
/// assert_eq!("billing@+2".parse(), Ok(Target::up(2).on("billing")));
/// assert_eq!(Target::head().on("billing").to_string(), "billing@head");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    branch: Option<Text>,
    symbol: Option<Symbol>,
    offset: Option<Offset>,
}

/// What a target starts from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// The one head.
    Head,
    /// All heads.
    Heads,
    /// Before any revision.
    Base,
    /// Where the database stands. Known only where something is shown.
    Current,
    /// An id, a label, the beginning of one, or a slug.
    Name(Text),
}

/// A number of steps up or down a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offset {
    /// Which way.
    pub sign: Sign,
    /// How many. None is allowed, and `+0` and `-0` are told apart, since messages repeat them.
    pub steps: u32,
}

/// Which way a number of steps goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// To children.
    Up,
    /// To parents.
    Down,
}

impl Target {
    /// The revision of this id (or label, or slug).
    pub fn revision(id: impl Into<Text>) -> Target {
        Target::of(Symbol::Name(id.into()))
    }

    /// The one head.
    pub const fn head() -> Target {
        Target::of(Symbol::Head)
    }

    /// All heads.
    pub const fn heads() -> Target {
        Target::of(Symbol::Heads)
    }

    /// Before any revision.
    pub const fn base() -> Target {
        Target::of(Symbol::Base)
    }

    /// Where the database stands. Known only where something is shown.
    pub const fn current() -> Target {
        Target::of(Symbol::Current)
    }

    /// The head of a branch: `label@head`.
    pub fn label_head(label: impl Into<Text>) -> Target {
        Target::head().on(label)
    }

    /// Some steps up from where the database stands.
    pub const fn up(steps: u32) -> Target {
        Target { branch: None, symbol: None, offset: Some(Offset { sign: Sign::Up, steps }) }
    }

    /// Some steps down from where the database stands.
    pub const fn down(steps: u32) -> Target {
        Target { branch: None, symbol: None, offset: Some(Offset { sign: Sign::Down, steps }) }
    }

    const fn of(symbol: Symbol) -> Target {
        Target { branch: None, symbol: Some(symbol), offset: None }
    }

    /// The same on one branch: `branch@…`.
    #[must_use]
    pub fn on(self, branch: impl Into<Text>) -> Target {
        Target { branch: Some(branch.into()), ..self }
    }

    /// The same and some steps up: `…+steps`. In place of steps that it has already.
    #[must_use]
    pub fn plus(self, steps: u32) -> Target {
        Target { offset: Some(Offset { sign: Sign::Up, steps }), ..self }
    }

    /// The same and some steps down: `…-steps`. In place of steps that it has already.
    #[must_use]
    pub fn minus(self, steps: u32) -> Target {
        Target { offset: Some(Offset { sign: Sign::Down, steps }), ..self }
    }

    /// What stands before the `@`.
    pub fn branch(&self) -> Option<&str> {
        self.branch.as_deref()
    }

    /// What it starts from. None means where the database stands; then there is an offset.
    pub const fn symbol(&self) -> Option<&Symbol> {
        self.symbol.as_ref()
    }

    /// The steps at its end.
    pub const fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// Whether it is the word `current`.
    pub fn is_current(&self) -> bool {
        *self == Target::current()
    }

    /// Whether it counts from where the database stands, so that it means something else once that has changed.
    pub const fn is_relative(&self) -> bool {
        self.symbol.is_none()
    }

    /// The one revision it means whatever the state of the database; none for the base and for the head of nothing.
    ///
    /// # Errors
    ///
    /// Unknown, ambiguous, several heads, or relative.
    pub fn one(&self, graph: &Graph) -> Result<Option<Rev>, TargetError> {
        self.absolute(graph)?.one(graph, self)
    }

    /// The revisions it means whatever the state of the database. `-2` counts from the heads here.
    ///
    /// # Errors
    ///
    /// Unknown, ambiguous, several heads where one is asked for, or relative in another way.
    pub fn many(&self, graph: &Graph) -> Result<Vec<Rev>, TargetError> {
        if let (None, Some(offset @ Offset { sign: Sign::Down, steps: 1.. })) = (&self.symbol, self.offset) {
            return self.below_heads(graph, offset);
        }
        let start = self.absolute(graph)?;
        match start.symbol {
            Symbol::Base => Ok(Vec::new()),
            Symbol::Heads => start.heads(graph),
            Symbol::Head | Symbol::Current | Symbol::Name(_) => Ok(start.one(graph, self)?.into_iter().collect()),
        }
    }

    fn absolute(&self, graph: &Graph) -> Result<Start<'_>, TargetError> {
        match (&self.symbol, self.offset) {
            (Some(_), Some(_)) | (None, _) => Err(self.relative_here(graph)),
            (Some(symbol), None) => Ok(Start { branch: self.branch(), symbol }),
        }
    }

    /// That its steps have no meaning; or that its branch is unknown, which is the greater fault.
    pub(crate) fn relative_here(&self, graph: &Graph) -> TargetError {
        match self.branch().map(|branch| graph.find(branch)) {
            Some(Err(unknown)) => unknown,
            Some(Ok(_)) | None => {
                TargetError::RelativeHere { name: Target { branch: None, ..self.clone() }.to_string() }
            }
        }
    }

    /// Without its offset, if it starts from a symbol.
    pub(crate) fn start(&self) -> Option<Start<'_>> {
        self.symbol.as_ref().map(|symbol| Start { branch: self.branch(), symbol })
    }

    fn below_heads(&self, graph: &Graph, offset: Offset) -> Result<Vec<Rev>, TargetError> {
        let mut heads = graph.real_heads();
        if let Some(branch) = self.branch() {
            if graph.by_label(branch).is_none() {
                let rev = graph.find(branch)?;
                return Err(TargetError::NotALabel { name: branch.to_owned(), at: graph.place(rev) });
            }
            let labels = graph.branch_labels();
            heads.retain(|&head| labels.of(head).any(|label| label == branch));
        }
        let mut found = Vec::new();
        for head in heads {
            let walked = graph.walk(Some(head), offset, None)?;
            match walked.at {
                Some(rev) => found.push(rev),
                None => return Err(TargetError::TooFar { argument: self.to_string(), left: walked.left + 1 }),
            }
        }
        Ok(found)
    }
}

/// A target without steps.
#[derive(Clone, Copy)]
pub(crate) struct Start<'a> {
    pub(crate) branch: Option<&'a str>,
    pub(crate) symbol: &'a Symbol,
}

impl Start<'_> {
    /// `argument` is what the error repeats.
    pub(crate) fn one(self, graph: &Graph, argument: &Target) -> Result<Option<Rev>, TargetError> {
        let branch = self.branch.map(|name| graph.find(name).map(|rev| (name, rev))).transpose()?;
        let found = match self.symbol {
            Symbol::Base => return Ok(None),
            Symbol::Current => return Err(TargetError::unknown(graph, "current")),
            Symbol::Name(name) => return graph.find_on(name, branch).map(Some),
            Symbol::Head => on(graph, graph.heads(), branch),
            Symbol::Heads if branch.is_some() => on(graph, graph.heads(), branch),
            Symbol::Heads => graph.real_heads(),
        };
        match *found {
            [] => Ok(None),
            [head] => Ok(Some(head)),
            _ => Err(TargetError::SeveralHeads {
                argument: argument.to_string(),
                heads: found.iter().map(|&head| graph.place(head)).collect(),
            }),
        }
    }

    fn heads(self, graph: &Graph) -> Result<Vec<Rev>, TargetError> {
        match self.branch {
            None => Ok(graph.real_heads()),
            Some(name) => Ok(on(graph, graph.heads(), Some((name, graph.find(name)?)))),
        }
    }
}

fn on(graph: &Graph, mut revs: Vec<Rev>, branch: Option<(&str, Rev)>) -> Vec<Rev> {
    if let Some((_, branch)) = branch {
        let lineage = graph.lineage(branch);
        revs.retain(|&rev| lineage.contains(rev));
    }
    revs
}

/// Stored names this short are found only if they are typed in full, as in Alembic.
const SHORT: usize = 3;

impl Graph {
    /// The revision of a name: an id or a label; else a slug or `id_slug`; else what only one id or label begins with.
    ///
    /// # Errors
    ///
    /// Unknown or ambiguous, with candidates.
    pub fn find(&self, name: &str) -> Result<Rev, TargetError> {
        self.find_on(name, None)
    }

    fn find_on(&self, name: &str, branch: Option<(&str, Rev)>) -> Result<Rev, TargetError> {
        let mut found: Vec<(String, Rev)> = Vec::new();
        if let Some(rev) = self.get(name).or_else(|| self.by_label(name)) {
            found.push((name.to_owned(), rev));
        }
        if found.is_empty() && !name.is_empty() {
            let file = |rev: Rev| name.strip_prefix(self.id(rev)).and_then(|rest| rest.strip_prefix('_'));
            let named = self.iter().filter(|&rev| {
                let slug = &*self.node(rev).slug;
                !slug.is_empty() && (slug == name || file(rev) == Some(slug))
            });
            found.extend(named.map(|rev| (self.id(rev).to_owned(), rev)));
        }
        if found.is_empty() && !name.is_empty() {
            let labels = self.labels().filter(|(label, _)| label.starts_with(name));
            let long = self.ids_from(name).chain(labels).filter(|(whole, _)| whole.chars().nth(SHORT).is_some());
            found.extend(long.map(|(whole, rev)| (whole.to_owned(), rev)));
        }
        if found.is_empty() {
            return Err(TargetError::unknown(self, name));
        }
        if let Some((branch, at)) = branch {
            let lineage = self.lineage(at);
            let elsewhere: Vec<Place> = found.iter().take(error::MOST).map(|&(_, rev)| self.place(rev)).collect();
            found.retain(|&(_, rev)| lineage.contains(rev));
            if found.is_empty() {
                return Err(TargetError::NotOnBranch {
                    name: name.to_owned(),
                    branch: branch.to_owned(),
                    found: elsewhere,
                });
            }
        }
        match &*found {
            [(_, rev)] => Ok(*rev),
            several => Err(TargetError::Ambiguous {
                name: name.to_owned(),
                candidates: several.iter().map(|(whole, rev)| Candidate::new(self, whole, *rev)).collect(),
            }),
        }
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Target, TargetError> {
        let malformed = |text: &str, reason| TargetError::Malformed { text: text.to_owned(), reason };
        if text.contains(':') {
            return Err(malformed(text, Malformed::Range));
        }
        if let Some(c) = text.chars().find(|c| c.is_whitespace() || c.is_control()) {
            return Err(malformed(text, Malformed::Character(c)));
        }
        let (branch, rest) = match text.split_once('@') {
            Some((branch, rest)) => (Some(branch), rest),
            None => (None, text),
        };
        if rest.contains('@') {
            return Err(malformed(rest, Malformed::TwoBranches));
        }
        if let Some(branch) = branch.filter(|branch| branch.contains('+')) {
            return Err(malformed(branch, Malformed::Tail));
        }
        let (name, offset) = split_offset(rest).map_err(|reason| malformed(rest, reason))?;
        if name.contains('+') {
            return Err(malformed(rest, Malformed::Tail));
        }
        let symbol = match name {
            "" => None,
            "head" => Some(Symbol::Head),
            "heads" => Some(Symbol::Heads),
            "base" => Some(Symbol::Base),
            "current" => Some(Symbol::Current),
            name => Some(Symbol::Name(name.to_owned().into())),
        };
        match (&symbol, offset) {
            (None, None) => Err(malformed(text, Malformed::Empty)),
            (None, Some(_)) if branch == Some("") => Err(malformed(rest, Malformed::Empty)),
            (Some(Symbol::Base), Some(Offset { sign: Sign::Down, .. })) => Err(malformed(rest, Malformed::BelowBase)),
            // Nothing before the `@` is no branch, as in Alembic.
            _ => Ok(Target { branch: branch.filter(|b| !b.is_empty()).map(|b| b.to_owned().into()), symbol, offset }),
        }
    }
}

fn split_offset(text: &str) -> Result<(&str, Option<Offset>), Malformed> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[rest.len()..];
    let (name, sign) = match (rest.strip_suffix('+'), rest.strip_suffix('-')) {
        _ if digits.is_empty() => return Ok((text, None)),
        (Some(name), _) => (name, Sign::Up),
        (None, Some(name)) => (name, Sign::Down),
        (None, None) => return Ok((text, None)),
    };
    let steps = digits.parse().map_err(|_| Malformed::TooManySteps)?;
    Ok((name, Some(Offset { sign, steps })))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(branch) = &self.branch {
            write!(f, "{branch}@")?;
        }
        if let Some(symbol) = &self.symbol {
            symbol.fmt(f)?;
        }
        self.offset.map_or(Ok(()), |offset| offset.fmt(f))
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Symbol::Head => "head",
            Symbol::Heads => "heads",
            Symbol::Base => "base",
            Symbol::Current => "current",
            Symbol::Name(name) => name,
        })
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.sign {
            Sign::Up => '+',
            Sign::Down => '-',
        };
        write!(f, "{sign}{}", self.steps)
    }
}

/// From one target to another: `a:b`, `a:`, `:b`, `:`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Range {
    /// Where it begins; the base if it is not said.
    pub lower: Option<Target>,
    /// Where it ends; the heads if it is not said.
    pub upper: Option<Target>,
}

impl Range {
    /// Whether the state of the database matters to it.
    pub fn asks_current(&self) -> bool {
        [&self.lower, &self.upper].into_iter().flatten().any(Target::is_current)
    }
}

impl FromStr for Range {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Range, TargetError> {
        let side = |side: &str| if side.is_empty() { Ok(None) } else { side.parse().map(Some) };
        match text.trim().split_once(':') {
            Some((lower, upper)) if !upper.contains(':') => Ok(Range { lower: side(lower)?, upper: side(upper)? }),
            Some(_) | None => Err(TargetError::NotARange { text: text.to_owned() }),
        }
    }
}

/// The arguments of a command that prints its SQL and asks no database: `[from:]to`, once or several times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offline {
    /// Where the database is assumed to stand, if it is said.
    pub from: Option<Target>,
    /// Where to go.
    pub to: Vec<Target>,
}

impl Offline {
    /// Reads the arguments. They may all name one start or leave it out.
    ///
    /// # Errors
    ///
    /// A text that is no target, or several starts.
    pub fn parse<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Result<Offline, TargetError> {
        let mut offline = Offline { from: None, to: Vec::new() };
        for argument in arguments {
            let to = match argument.split_once(':') {
                None => argument,
                Some((from, to)) => {
                    let from = if from.is_empty() { Target::base() } else { from.parse()? };
                    if offline.from.as_ref().is_some_and(|other| *other != from) {
                        return Err(TargetError::SeveralStarts);
                    }
                    offline.from = Some(from);
                    to
                }
            };
            offline.to.push(to.parse()?);
        }
        Ok(offline)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(lower) = &self.lower {
            lower.fmt(f)?;
        }
        f.write_str(":")?;
        self.upper.as_ref().map_or(Ok(()), |upper| upper.fmt(f))
    }
}

#[cfg(test)]
mod tests;
