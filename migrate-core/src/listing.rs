//! What the listing commands answer, and what a new revision must say at its head.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::graph::{Graph, NameProblem, Place, Rev, RevSet, check_name, list};
use crate::plan::{Applied, AtTheEnd, PlanError, Standing, apart, rise};
use crate::revision::Text;
use crate::target::{Range, Symbol, Target, TargetError};

impl Applied {
    /// Where the database stands: the applied revisions without an applied child, in order.
    ///
    /// Beside the heads, these are the ends of branches that a head only depends on.
    pub fn current(&self, graph: &Graph) -> Vec<Rev> {
        let mut covered = RevSet::new();
        for rev in graph.iter().rev() {
            if self.contains(rev) || covered.contains(rev) {
                covered.extend(graph.parents(rev).iter().copied());
            }
        }
        self.iter().filter(|&rev| !covered.contains(rev)).collect()
    }

    /// Whether all of the graph is applied.
    ///
    /// # Errors
    ///
    /// What is missing.
    pub fn check_heads(&self, graph: &Graph) -> Result<(), NotAtHeads> {
        let pending = self.pending(graph);
        if pending.is_empty() {
            return Ok(());
        }
        let behind = graph.real_heads().into_iter().filter(|&head| !self.contains(head));
        Err(NotAtHeads {
            behind: behind.map(|head| graph.place(head)).collect(),
            pending: pending.iter().map(|rev| graph.place(rev)).collect(),
        })
    }
}

/// The database lacks revisions of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAtHeads {
    /// The heads that are not applied. None if only revisions below applied ones are missing.
    pub behind: Vec<Place>,
    /// All that is not applied, in order.
    pub pending: Vec<Place>,
}

impl fmt::Display for NotAtHeads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database is not on all head revisions: ")?;
        let missing = if self.behind.is_empty() { &self.pending } else { &self.behind };
        let verb = if missing.len() == 1 { "is" } else { "are" };
        write!(f, "{} {verb} not applied", list(missing))
    }
}

impl core::error::Error for NotAtHeads {}

/// The revisions with several children, in order.
pub fn branches(graph: &Graph) -> impl Iterator<Item = Rev> + '_ {
    graph.iter().filter(|&rev| graph.is_branch_point(rev))
}

/// The revisions that `show` and `edit` are asked for; here `current` is a word of its own.
///
/// # Errors
///
/// The target means nothing or too much here.
pub fn show(graph: &Graph, applied: &Applied, target: &Target) -> Result<Vec<Rev>, TargetError> {
    if target.is_current() { Ok(applied.heads(graph)) } else { target.many(graph) }
}

/// The revisions of a range, newest first: what its upper end comes after and its lower end does not, and that end.
///
/// If it begins at a revision, only that revision's line is listed. `applied` is asked where the range says `current`.
///
/// # Errors
///
/// An end means nothing or too much here, or the lower one is not below the upper one.
pub fn history(graph: &Graph, applied: &Applied, range: &Range) -> Result<Vec<Rev>, RangeError> {
    let is_current = |end: &Option<Target>| end.as_ref().is_some_and(Target::is_current);
    if is_current(&range.lower) && is_current(&range.upper) {
        return Err(TargetError::unknown(graph, "current").into());
    }
    let from: Vec<Rev> = match &range.lower {
        None => Vec::new(),
        Some(lower) => show(graph, applied, lower)?,
    };
    let below = apart(graph, &from.iter().copied().collect())?;
    let mut to: Vec<Rev> = match &range.upper {
        None => graph.real_heads(),
        Some(upper) if upper.is_current() => applied.heads(graph),
        Some(upper) => rise(graph, &Standing { rows: &from, applied: &below }, upper, AtTheEnd::Stay)?,
    };
    if let Some(branch) = range.lower.as_ref().and_then(Target::branch) {
        keep_branch(graph, &mut to, branch)?;
    }
    let mut revs = apart(graph, &to.into_iter().collect())?;
    if from.iter().any(|&rev| !revs.contains(rev)) {
        return Err(RangeError::NotALine { range: range.clone() });
    }
    if !from.is_empty() {
        revs.subtract(&below);
        revs.extend(from.iter().copied());
        revs.intersect_with(&graph.line_descendants(from));
    }
    Ok(revs.iter_down().collect())
}

/// Keeps what belongs to the branch: by label if it is one, or the only one of a revision; else by lineage.
fn keep_branch(graph: &Graph, revs: &mut Vec<Rev>, branch: &str) -> Result<(), TargetError> {
    let labels = graph.branch_labels();
    let rev = graph.find(branch)?;
    let of_rev: Vec<&str> = labels.of(rev).collect();
    let label = match *of_rev {
        _ if graph.by_label(branch).is_some() => Some(branch),
        [only] => Some(only),
        _ => None,
    };
    let lineage = graph.lineage(rev);
    revs.retain(|&rev| match label {
        Some(label) => labels.of(rev).any(|other| other == label),
        None => lineage.contains(rev),
    });
    Ok(())
}

/// There is no such range.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RangeError {
    /// An end means nothing or too much here.
    End(PlanError),
    /// The upper end does not come after the lower one.
    NotALine {
        /// The range.
        range: Range,
    },
}

impl From<TargetError> for RangeError {
    fn from(error: TargetError) -> RangeError {
        RangeError::End(error.into())
    }
}

impl From<PlanError> for RangeError {
    fn from(error: PlanError) -> RangeError {
        RangeError::End(error)
    }
}

impl fmt::Display for RangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RangeError::End(error) => error.fmt(f),
            RangeError::NotALine { range } => write!(
                f,
                "Requested range {range} does not refer to ancestor/descendant revisions along the same branch"
            ),
        }
    }
}

impl core::error::Error for RangeError {}

/// What is asked of a new revision: by `new` with one head, by `merge` with several.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewRevision<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it comes after. `base` adds nothing, so that `base` alone begins a tree of its own.
    pub heads: &'a [Target],
    /// Whether revisions that have children may be among these.
    pub splice: bool,
    /// What else must be applied first.
    pub depends_on: &'a [Target],
    /// Its labels.
    pub labels: &'a [&'a str],
}

/// What the file of a new revision says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHeader {
    /// Its parents, as asked for.
    pub parents: Vec<Rev>,
    /// Ids, or labels where a label was asked for. Without those that the parents or others bring anyway.
    pub depends_on: Vec<Text>,
    /// Dependencies that were asked for and are left out since they would say nothing.
    pub redundant: Vec<Rev>,
}

/// What the file of a new revision must say.
///
/// # Errors
///
/// A target means nothing or too much here, a head is named twice or has children, or a name is not free.
pub fn new_revision(graph: &Graph, new: &NewRevision<'_>) -> Result<NewHeader, NewError> {
    let mut parents: Vec<Rev> = Vec::new();
    for head in new.heads {
        parents.extend(head.many(graph).map_err(|error| match error {
            TargetError::SeveralHeads { argument, heads } => NewError::SeveralHeads { argument, heads },
            other => NewError::Target(other),
        })?);
    }
    for (i, &parent) in parents.iter().enumerate() {
        if parents[..i].contains(&parent) {
            return Err(NewError::DuplicateHead { at: graph.place(parent) });
        }
    }
    if let Some(&parent) = parents.iter().find(|&&parent| !new.splice && !graph.children(parent).is_empty()) {
        let children = graph.children(parent).iter().map(|&child| graph.place(child)).collect();
        return Err(NewError::NotAHead { at: graph.place(parent), children });
    }
    check_new_names(graph, new)?;
    let mut asked: Vec<(Text, Rev)> = Vec::new();
    for target in new.depends_on {
        let Some(rev) = target.one(graph)? else {
            return Err(NewError::DependsOnNothing { argument: target.to_string() });
        };
        let name = match target.symbol() {
            Some(Symbol::Name(name)) if target.branch().is_none() && graph.by_label(name).is_some() => name.clone(),
            _ => graph.node(rev).id.clone(),
        };
        asked.push((name, rev));
    }
    // What is left of the dependencies once all that brings itself anyway is gone.
    let below_parents = graph.ancestors(parents.iter().copied());
    let tops = graph.maximal(&asked.iter().map(|&(_, rev)| rev).collect());
    let (mut depends_on, mut redundant, mut seen) = (Vec::new(), Vec::new(), RevSet::new());
    for (name, rev) in asked {
        if !below_parents.contains(rev) && tops.contains(rev) && seen.insert(rev) {
            depends_on.push(name);
        } else {
            redundant.push(rev);
        }
    }
    Ok(NewHeader { parents, depends_on, redundant })
}

fn check_new_names(graph: &Graph, new: &NewRevision<'_>) -> Result<(), NewError> {
    check_name(new.id).map_err(|problem| NewError::InvalidName { name: new.id.to_owned(), problem })?;
    let taken = |name: &str| graph.get(name).or_else(|| graph.by_label(name));
    if let Some(by) = taken(new.id) {
        return Err(NewError::IdTaken { id: new.id.to_owned(), by: graph.place(by) });
    }
    for (i, &label) in new.labels.iter().enumerate() {
        check_name(label).map_err(|problem| NewError::InvalidName { name: label.to_owned(), problem })?;
        let by = match taken(label) {
            Some(by) => graph.place(by),
            None if label == new.id || new.labels[..i].contains(&label) => {
                Place { id: new.id.to_owned().into(), file: Text::default() }
            }
            None => continue,
        };
        return Err(NewError::LabelTaken { label: label.to_owned(), by });
    }
    Ok(())
}

/// There cannot be such a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NewError {
    /// A target means nothing or too much here.
    Target(TargetError),
    /// One head is asked for and there are several.
    SeveralHeads {
        /// The target.
        argument: String,
        /// The heads.
        heads: Vec<Place>,
    },
    /// A head is named twice.
    DuplicateHead {
        /// The head.
        at: Place,
    },
    /// It would come after a revision that has children already.
    NotAHead {
        /// The revision.
        at: Place,
        /// Its children.
        children: Vec<Place>,
    },
    /// It would depend on the base.
    DependsOnNothing {
        /// The target.
        argument: String,
    },
    /// The id or a label cannot be one.
    InvalidName {
        /// The name.
        name: String,
        /// Why.
        problem: NameProblem,
    },
    /// The id is one already, or a label.
    IdTaken {
        /// The id.
        id: String,
        /// Who has it.
        by: Place,
    },
    /// The label is one already, or an id.
    LabelTaken {
        /// The label.
        label: String,
        /// Who has it.
        by: Place,
    },
}

impl From<TargetError> for NewError {
    fn from(error: TargetError) -> NewError {
        NewError::Target(error)
    }
}

impl fmt::Display for NewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NewError::Target(error) => error.fmt(f),
            NewError::SeveralHeads { argument, heads } => write!(
                f,
                "Multiple heads are present for '{argument}': {}; name the one to come after with --head, \
                 or join them with `migrate merge heads`",
                list(heads)
            ),
            NewError::DuplicateHead { at } => write!(f, "Duplicate head revisions specified: {at}"),
            NewError::NotAHead { at, children } => write!(
                f,
                "Revision {} is not a head revision; please specify --splice to branch off below {}",
                at.id,
                list(children)
            ),
            NewError::DependsOnNothing { argument } => write!(f, "a revision cannot depend on '{argument}'"),
            NewError::InvalidName { name, problem: NameProblem::Character(c @ ('@' | '-' | '+' | ':')) } => {
                write!(f, "Character(s) '{c}' not allowed in revision identifier '{name}'")
            }
            NewError::InvalidName { name, problem } => write!(f, "the name `{name}` {problem}"),
            NewError::IdTaken { id, by } => write!(f, "Revision '{id}' is present already: {by}"),
            NewError::LabelTaken { label, by } => {
                write!(f, "Branch name '{label}' already used by revision {}", by.id)
            }
        }
    }
}

impl core::error::Error for NewError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::fixture::{graph, ids};

    const LEANING: &str = "a1; a2<a1; a3<a2; n1 L=net; n2<n1; n3<n2 D=a2; n4<n3";

    #[track_caller]
    fn lists(text: &str, rows: &[&str], range: &str, expected: &str) {
        let graph = graph(text);
        let applied = Applied::from_heads(&graph, rows.iter().copied()).expect("rows of the fixture");
        let range: Range = range.parse().expect(range);
        let found = history(&graph, &applied, &range);
        assert_eq!(found.map_or_else(|error| error.to_string(), |revs| ids(&graph, revs)), expected, "{range}");
    }

    #[test]
    fn histories() {
        lists(LEANING, &[], ":", "n4 n3 n2 n1 a3 a2 a1");
        lists(LEANING, &[], "a1:a3", "a3 a2 a1");
        lists(LEANING, &[], ":n3", "n3 n2 n1 a2 a1");
        lists(LEANING, &[], "n2:+1", "n3 n2");
        lists(LEANING, &[], "n2:+9", "n4 n3 n2");
        lists(LEANING, &["n3"], "current:n4", "n4 n3");
        lists(LEANING, &["n2"], ":current", "n2 n1");
        lists(LEANING, &[], ":current", "");
        lists(LEANING, &[], "net@base:", "n4 n3 n2 n1 a2 a1");
        lists(LEANING, &[], "current:current", "Can't locate revision identified by 'current'");
        let apart = "Requested range a3:n1 does not refer to ancestor/descendant revisions along the same branch";
        lists(LEANING, &[], "a3:n1", apart);
        lists(LEANING, &[], "a1:n4", "a2 a1");
    }

    #[test]
    fn current_names_what_is_only_depended_on() {
        let graph = graph(LEANING);
        let applied = Applied::from_heads(&graph, ["n3"]).expect("a row of the fixture");
        assert_eq!(ids(&graph, applied.heads(&graph)), "n3");
        assert_eq!(ids(&graph, applied.current(&graph)), "a2 n3");
        let behind = applied.check_heads(&graph).expect_err("a3 and n4 are missing");
        assert_eq!(
            behind.to_string(),
            "Database is not on all head revisions: `a3` (a3.sql) and `n4` (n4.sql) are not applied"
        );
        assert_eq!(Applied::from_revs(graph.iter()).check_heads(&graph), Ok(()));
    }

    #[test]
    fn what_slipped_in_is_missing_though_the_heads_are_there() {
        let graph = graph("a; b<a");
        let behind = Applied::from_ids(&graph, ["b"]).expect("known").check_heads(&graph).expect_err("a is missing");
        assert_eq!(behind.to_string(), "Database is not on all head revisions: `a` (a.sql) is not applied");
    }

    #[track_caller]
    fn writes(heads: &str, splice: bool, depends_on: &str, expected: &str) {
        let graph = graph("a; b<a L=left; c<b; d<a L=rite");
        let targets = |list: &str| list.split_whitespace().map(|t| t.parse().expect(t)).collect::<Vec<Target>>();
        let (heads, depends_on) = (targets(heads), targets(depends_on));
        let new = NewRevision { id: "new", heads: &heads, splice, depends_on: &depends_on, labels: &[] };
        let header = new_revision(&graph, &new);
        let text = header.map_or_else(
            |error| error.to_string(),
            |header| {
                alloc::format!(
                    "{} D={} -{}",
                    ids(&graph, header.parents),
                    header.depends_on.join(","),
                    ids(&graph, header.redundant)
                )
            },
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn headers_of_new_revisions() {
        writes("c", false, "", "c D= -");
        writes("heads", false, "", "c d D= -");
        writes("base", false, "c rite", " D=c,rite -");
        writes("left@head", false, "rite", "c D=rite -");
        writes("left@head", false, "a d d", "c D=d -a d");
        writes("b", true, "", "b D= -");
        writes(
            "b",
            false,
            "",
            "Revision b is not a head revision; please specify --splice to branch off below `c` (c.sql)",
        );
        writes("c c", false, "", "Duplicate head revisions specified: `c` (c.sql)");
        writes(
            "head",
            false,
            "",
            "Multiple heads are present for 'head': `c` (c.sql) and `d` (d.sql); name the one to \
                come after with --head, or join them with `migrate merge heads`",
        );
        writes("c", false, "base", "a revision cannot depend on 'base'");
    }

    #[test]
    fn new_names_must_be_free() {
        let graph = graph("a L=x");
        let try_names = |id, labels: &[&str]| {
            new_revision(&graph, &NewRevision { id, labels, ..NewRevision::default() }).map_err(|e| e.to_string())
        };
        assert_eq!(try_names("a", &[]).expect_err("taken"), "Revision 'a' is present already: `a` (a.sql)");
        assert_eq!(try_names("b", &["x"]).expect_err("taken"), "Branch name 'x' already used by revision a");
        assert_eq!(try_names("b", &["b"]).expect_err("taken"), "Branch name 'b' already used by revision b");
        assert!(try_names("b-1", &[]).expect_err("no id").contains("Character(s) '-' not allowed"));
        assert!(try_names("b", &["y", "z"]).is_ok());
    }
}
