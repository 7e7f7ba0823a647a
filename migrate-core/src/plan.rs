//! Which revisions run, in order. Everything here is a value; making one touches nothing.

mod applied;
mod error;

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt;

pub use applied::{Applied, UnknownRevisions};
pub use error::PlanError;

use crate::graph::{Graph, Place, Rev, RevSet};
use crate::revision::Direction;
use crate::target::{Offset, Sign, Target, TargetError};

/// One revision, taken in one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// The revision.
    pub rev: Rev,
    /// Whether it is applied or taken back.
    pub direction: Direction,
}

/// Which revisions run, in order. Making one touches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The way all of its steps go.
    pub direction: Direction,
    /// The steps: parents and dependencies first on the way up, last on the way down.
    pub steps: Vec<Step>,
}

impl Plan {
    fn new(direction: Direction, revs: &RevSet) -> Plan {
        let step = |rev| Step { rev, direction };
        let steps = match direction {
            Direction::Up => revs.iter().map(step).collect(),
            Direction::Down => revs.iter_down().map(step).collect(),
        };
        Plan { direction, steps }
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// The revisions of its steps, in the order in which they run.
    pub fn revs(&self) -> Vec<Rev> {
        self.steps.iter().map(|step| step.rev).collect()
    }

    /// What is applied once it has run.
    #[must_use]
    pub fn after(&self, applied: &Applied) -> Applied {
        let mut set = applied.set.clone();
        let steps: RevSet = self.steps.iter().map(|step| step.rev).collect();
        match self.direction {
            Direction::Up => set.union_with(&steps),
            Direction::Down => set.subtract(&steps),
        }
        Applied { set }
    }

    /// The plan as people read it, a line for each step.
    pub const fn display<'a>(&'a self, graph: &'a Graph) -> DisplayPlan<'a> {
        DisplayPlan { plan: self, graph }
    }
}

/// A [`Plan`] beside its graph, for printing.
#[derive(Debug, Clone, Copy)]
pub struct DisplayPlan<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
}

impl fmt::Display for DisplayPlan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.plan.is_empty() {
            return f.write_str("nothing to do");
        }
        for (i, step) in self.plan.steps.iter().enumerate() {
            let node = self.graph.node(step.rev);
            let separator = if i == 0 { "" } else { "\n" };
            write!(f, "{separator}{:4} {}", step.direction.name(), node.id)?;
            if !node.slug.is_empty() {
                write!(f, " {}", node.slug)?;
            }
        }
        Ok(())
    }
}

/// What it takes to be at the targets: all that they come after and that is not applied yet.
///
/// # Errors
///
/// A target means nothing or too much here, or one target comes after another.
pub fn upgrade(graph: &Graph, applied: &Applied, targets: &[Target]) -> Result<Plan, PlanError> {
    let rows = applied.heads(graph);
    let mut to = RevSet::new();
    for target in targets {
        to.extend(rise(graph, &Standing { rows: &rows, applied: &applied.set }, target, AtTheEnd::Fail)?);
    }
    let mut steps = apart(graph, &to)?;
    steps.subtract(&applied.set);
    Ok(Plan::new(Direction::Up, &steps))
}

/// All that `revs` come after, and they themselves, if none of them comes after another.
pub(crate) fn apart(graph: &Graph, revs: &RevSet) -> Result<RevSet, PlanError> {
    let tops = graph.maximal(revs);
    if let Some(over) = revs.iter().find(|&rev| !tops.contains(rev)) {
        let top = tops.iter().find(|&top| graph.ancestors([top]).contains(over));
        let top = top.expect("what is not maximal lies below something that is");
        let below = graph.ancestors([top]);
        let others = revs.iter().filter(|&rev| rev != top && below.contains(rev));
        return Err(PlanError::Overlap {
            revision: graph.place(top),
            others: others.map(|rev| graph.place(rev)).collect(),
        });
    }
    Ok(graph.ancestors(revs.iter()))
}

/// Where a target that is relative to the state counts from.
pub(crate) struct Standing<'a> {
    pub(crate) rows: &'a [Rev],
    pub(crate) applied: &'a RevSet,
}

/// What to do where a line ends before the steps do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtTheEnd {
    Fail,
    Stay,
}

/// The revisions that an upgrade target means.
pub(crate) fn rise(
    graph: &Graph,
    standing: &Standing<'_>,
    target: &Target,
    end: AtTheEnd,
) -> Result<Vec<Rev>, PlanError> {
    let Some(offset) = target.offset() else { return Ok(target.many(graph)?) };
    let Some(start) = target.start() else {
        if offset.sign == Sign::Down || offset.steps == 0 {
            return Err(PlanError::NoMigrations { target: target.clone(), offset });
        }
        let (from, branch) = start_of_rise(graph, standing, target, offset)?;
        let walked = walk(graph, Direction::Up, from, offset, branch)?;
        if walked.left > 0 && end == AtTheEnd::Fail {
            return Err(PlanError::NoMigrations { target: target.clone(), offset });
        }
        return Ok(walked.at.into_iter().collect());
    };
    let branch = target.branch().map(|name| graph.find(name)).transpose()?;
    let up = offset.sign == Sign::Up && offset.steps > 0;
    // On the way up the branch says which child to take, and where to start only on the way down.
    let start = if up { crate::target::Start { branch: None, ..start } } else { start };
    let from = start.one(graph, target)?;
    let walked = walk(graph, Direction::Up, from, offset, branch)?;
    if walked.left > 0 && end == AtTheEnd::Fail {
        return Err(TargetError::TooFar { argument: target.to_string(), left: walked.left }.into());
    }
    Ok(walked.at.into_iter().collect())
}

/// Where `+N` or `branch@+N` counts from, and the branch.
fn start_of_rise(
    graph: &Graph,
    standing: &Standing<'_>,
    target: &Target,
    offset: Offset,
) -> Result<(Option<Rev>, Option<Rev>), PlanError> {
    let branch = target.branch().map(|name| graph.find(name)).transpose()?;
    let mut starts = standing.rows.to_vec();
    let mut choices: Option<Vec<Target>> = None;
    if let Some(branch) = branch {
        let lineage = graph.lineage(branch);
        starts.retain(|&row| lineage.contains(row));
        if starts.is_empty() {
            let mut active = standing.applied.clone();
            active.intersect_with(&lineage);
            let named = active.iter().flat_map(|rev| graph.parents(rev).iter().chain(graph.stated_dependencies(rev)));
            let named: RevSet = named.copied().collect();
            let mut tips = active;
            tips.subtract(&named);
            starts = tips.iter().collect();
            let from_tip = |&tip: &Rev| Target::revision(graph.node(tip).id.clone()).plus(offset.steps);
            choices = Some(starts.iter().map(from_tip).collect());
        }
    }
    match *starts {
        [] => Ok((None, branch)),
        [start] => Ok((Some(start), branch)),
        _ => Err(PlanError::SeveralCurrent {
            direction: Direction::Up,
            target: target.clone(),
            choices: choices.unwrap_or_else(|| one_of(graph, standing.rows, &starts, offset)),
        }),
    }
}

/// A walk whose error tells what to type for each way that it could have gone.
fn walk(
    graph: &Graph,
    direction: Direction,
    from: Option<Rev>,
    offset: Offset,
    branch: Option<Rev>,
) -> Result<crate::walk::Walked, PlanError> {
    graph.walk(from, offset, branch).map_err(|error| match error {
        TargetError::AmbiguousWalk { ref choices, left, .. } if !choices.is_empty() => {
            let choice = |place: &Place| match left {
                Offset { steps: 0, .. } => Target::revision(place.id.clone()),
                Offset { sign: Sign::Up, steps } => Target::revision(place.id.clone()).plus(steps),
                Offset { sign: Sign::Down, steps } => Target::revision(place.id.clone()).minus(steps),
            };
            let ways = choices.iter().map(choice).collect();
            PlanError::AmbiguousWalk { direction, walk: error, choices: ways }
        }
        other => PlanError::Target(other),
    })
}

/// For each of some current heads the target that takes these steps from it alone: by a label if one leads to it alone.
fn one_of(graph: &Graph, rows: &[Rev], heads: &[Rev], offset: Offset) -> Vec<Target> {
    let labels = graph.branch_labels();
    let alone = |label: &&str, head: Rev| {
        let lineage = graph.by_label(label).map(|rev| graph.lineage(rev)).unwrap_or_default();
        rows.iter().all(|&row| lineage.contains(row) == (row == head))
    };
    let choice = |&head: &Rev| {
        let label = labels.of(head).find(|label| alone(label, head)).map(|label| label.to_string().into());
        let relative = match offset.sign {
            Sign::Up => Target::up(offset.steps),
            Sign::Down => Target::down(offset.steps),
        };
        relative.on(label.unwrap_or_else(|| graph.node(head).id.clone()))
    };
    heads.iter().map(choice).collect()
}

/// What it takes to be back at the target: all that comes after it and is applied, on every branch.
///
/// With a branch, `billing@base`, only what lies above the side that leads to the branch is taken back.
///
/// # Errors
///
/// The target means nothing or too much here, is not on the branch named before it, or is not applied.
pub fn downgrade(graph: &Graph, applied: &Applied, target: &Target) -> Result<Plan, PlanError> {
    let rows = applied.heads(graph);
    let Bottom { at, side } = bottom(graph, applied, &rows, target)?;
    let mut roots = at.map_or_else(|| graph.bases(), |rev| graph.children(rev).to_vec());
    if let Some(side) = side.filter(|_| roots.len() > 1) {
        let below = graph.line_ancestors([side]);
        roots.retain(|&root| below.contains(root));
        if roots.is_empty() {
            return Err(PlanError::NothingOnSide { target: target.clone(), branch: graph.place(side) });
        }
    }
    let mut steps = graph.descendants(roots);
    steps.intersect_with(&applied.set);
    if let Some(rev) = at
        && (!applied.contains(rev) || steps.is_empty() && !rows.contains(&rev))
    {
        let applied = applied.contains(rev);
        return Err(PlanError::NotBelow { target: target.clone(), at: graph.place(rev), applied });
    }
    Ok(Plan::new(Direction::Down, &steps))
}

/// Where a downgrade ends: above `at`, or above the base; and of what lies above that, the side towards `side`.
struct Bottom {
    at: Option<Rev>,
    side: Option<Rev>,
}

fn bottom(graph: &Graph, applied: &Applied, rows: &[Rev], target: &Target) -> Result<Bottom, PlanError> {
    let branch = target.branch().map(|name| graph.find(name)).transpose()?;
    let (Some(start), offset) = (target.start(), target.offset()) else {
        let offset = target.offset().unwrap_or(Offset { sign: Sign::Down, steps: 0 });
        return fall(graph, applied, rows, target, offset, branch);
    };
    let down = offset.filter(|offset| offset.sign == Sign::Down && offset.steps > 0);
    // What is above `@` says which side to take back. `x@head` is not read as the head of x, as in Alembic; there would
    // be nothing to take back.
    let start = if down.is_some() { start } else { crate::target::Start { branch: None, ..start } };
    let mut at = start.one(graph, target)?;
    if let Some(offset) = offset {
        let walked = walk(graph, Direction::Down, at, offset, branch)?;
        // `base+0` is refused as it is by Alembic, which takes it for a walk that led nowhere.
        if walked.left > 0 || (walked.at.is_none() && down.is_none()) {
            return Err(TargetError::TooFar { argument: target.to_string(), left: walked.left }.into());
        }
        at = walked.at;
    }
    if let (Some(branch), Some(rev)) = (branch, at)
        && !graph.lineage(branch).contains(rev)
    {
        return Err(PlanError::Target(TargetError::NotOnBranch {
            name: graph.id(rev).to_string(),
            branch: target.branch().unwrap_or_default().to_string(),
            found: alloc::vec![graph.place(rev)],
        }));
    }
    Ok(Bottom { at, side: branch })
}

/// `-N` and `branch@-N`.
fn fall(
    graph: &Graph,
    applied: &Applied,
    rows: &[Rev],
    target: &Target,
    offset: Offset,
    branch: Option<Rev>,
) -> Result<Bottom, PlanError> {
    let none = || PlanError::NoMigrations { target: target.clone(), offset };
    if offset.sign == Sign::Up || offset.steps == 0 {
        return Err(none());
    }
    let mut starts = rows.to_vec();
    if let Some(branch) = branch {
        let lineage = graph.lineage(branch);
        starts.retain(|&row| lineage.contains(row));
        if starts.is_empty() {
            starts = applied.current(graph);
            starts.retain(|&rev| lineage.contains(rev));
        }
    }
    let start = match *starts {
        [] => return Err(none()),
        [start] => start,
        _ => {
            return Err(PlanError::SeveralCurrent {
                direction: Direction::Down,
                target: target.clone(),
                choices: one_of(graph, rows, &starts, offset),
            });
        }
    };
    let walked = walk(graph, Direction::Down, Some(start), offset, None)?;
    if walked.left > 0 {
        return Err(none());
    }
    Ok(Bottom { at: walked.at, side: Some(branch.unwrap_or(start)) })
}

/// What the ledger says after a stamp. No revision runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    after: Applied,
    added: RevSet,
    removed: RevSet,
}

impl Stamp {
    /// What counts as applied from then on.
    pub const fn after(&self) -> &Applied {
        &self.after
    }

    /// Of these, what did not before.
    pub const fn added(&self) -> &RevSet {
        &self.added
    }

    /// What did before and does no more.
    pub const fn removed(&self) -> &RevSet {
        &self.removed
    }
}

/// The ledger as if the targets had been migrated to, computed from all of them at once.
///
/// A current head that comes before or after a target gives way to it; other heads stay, with all that they come after.
/// `x@s` moves the branch x, so all heads that come before or after x give way. `base` clears everything and `x@base`
/// that branch, before the other targets are set. With `purge` everything is forgotten first.
///
/// # Errors
///
/// A target means nothing or too much here.
pub fn stamp(graph: &Graph, applied: &Applied, targets: &[Target], purge: bool) -> Result<Stamp, PlanError> {
    let mut rows: RevSet = if purge { RevSet::new() } else { graph.maximal(&applied.set) };
    let fresh = rows.is_empty();
    let mut to = RevSet::new();
    let mut replaced = RevSet::new();
    for target in targets {
        // From an empty ledger, `-1` counts from the heads. With a state there are two things it could count from.
        if target.offset().is_some() && !fresh {
            return Err(target.relative_here(graph).into());
        }
        let found = target.many(graph).map_err(|error| match error {
            TargetError::SeveralHeads { argument, heads } => PlanError::SeveralHeads { argument, heads },
            other => PlanError::Target(other),
        })?;
        if !fresh {
            replaced.union_with(&replaced_by(graph, &rows, target, &found)?);
        }
        to.extend(found);
    }
    replaced.union_with(&graph.ancestors(to.iter()));
    replaced.union_with(&graph.descendants(to.iter()));
    rows.subtract(&replaced);
    let mut set = graph.ancestors(rows.iter());
    set.intersect_with(&applied.set);
    set.union_with(&graph.ancestors(to.iter()));
    let (mut added, mut removed) = (set.clone(), applied.set.clone());
    added.subtract(&applied.set);
    removed.subtract(&set);
    Ok(Stamp { after: Applied { set }, added, removed })
}

/// What gives way to a target of a stamp because of the branch it names, or since it is the base.
fn replaced_by(graph: &Graph, rows: &RevSet, target: &Target, found: &[Rev]) -> Result<RevSet, TargetError> {
    let Some(branch) = target.branch() else {
        return Ok(if found.is_empty() { rows.clone() } else { RevSet::new() });
    };
    let kin = graph.kin(graph.find(branch)?);
    // `x@s` moves the branch, unless it stands elsewhere altogether or at s already.
    let moves = |&rev: &Rev| !rows.contains(rev) && rows.meets(&graph.kin(rev));
    Ok(if found.is_empty() || found.iter().any(moves) { kin } else { RevSet::new() })
}

#[cfg(test)]
mod tests;
