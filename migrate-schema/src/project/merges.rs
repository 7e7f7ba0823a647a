//! Where branches meet it must not matter which of them ran first.

use std::collections::BTreeMap;
use std::sync::Arc;

use migrate_core::Dialect;
use migrate_core::graph::{Graph, Rev, RevSet};

use crate::catalog::{Catalog, Entry, Key};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::replay::{Acts, perform};
use crate::source::Place;
use crate::undo;

/// How often the history before a merge is run from the beginning. Merges one after the other share it.
const MOST_RUNS: usize = 4;

/// How many of the branches of one merge are tried with each other.
const MOST_BRANCHES: usize = 6;

/// Runs each two branches of each merge in either order. `acts` has those of a revision.
pub(super) fn check<'a>(
    dialect: Dialect,
    ledgers: &[&str],
    graph: &Graph,
    acts: impl Fn(Rev) -> Option<&'a Acts>,
    out: &mut Vec<Diagnostic>,
) {
    let mut base = Catalog::new(dialect, ledgers.iter().copied());
    let mut done: Option<RevSet> = None;
    let mut runs = 0;
    let merges = graph.iter().filter(|&rev| graph.is_merge_point(rev));
    for (one, other) in merges.flat_map(|merge| pairs(graph.parents(merge))) {
        let (mut left, mut right) = (graph.ancestors([one]), graph.ancestors([other]));
        let mut common = left.clone();
        common.intersect_with(&right);
        left.subtract(&common);
        right.subtract(&common);
        let goes_on = done.as_ref().is_some_and(|done| done.is_subset(&common));
        if !goes_on {
            if runs == MOST_RUNS {
                continue;
            }
            runs += 1;
            base = Catalog::new(dialect, ledgers.iter().copied());
        }
        let mut rest = common.clone();
        if let Some(done) = done.as_ref().filter(|_| goes_on) {
            rest.subtract(done);
        }
        for rev in rest.iter() {
            run(&mut base, acts(rev), &mut Vec::new());
        }
        base.forget_marks();
        done = Some(common);
        let branch = |set: &RevSet| set.iter().filter_map(&acts).collect::<Vec<_>>();
        out.extend(compare(&mut base, [&branch(&left), &branch(&right)], [graph.id(one), graph.id(other)]));
    }
}

/// Each two of the branches that meet.
fn pairs(parents: &[Rev]) -> Vec<(Rev, Rev)> {
    let parents = &parents[..parents.len().min(MOST_BRANCHES)];
    let all = parents.iter().enumerate().flat_map(|(at, one)| parents[at + 1..].iter().map(|other| (*one, *other)));
    all.collect()
}

fn run(catalog: &mut Catalog, acts: Option<&Acts>, out: &mut Vec<Diagnostic>) {
    if let Some(acts) = acts {
        perform(catalog, &acts.up, out);
        catalog.end_session();
    }
}

/// What some branches made of the schema, with the last statement that touched each thing.
#[derive(Default)]
struct Ran {
    touched: BTreeMap<Key, Place>,
    problems: Vec<Diagnostic>,
}

fn ran(catalog: &mut Catalog, branches: [&[&Acts]; 2]) -> Ran {
    let mut ran = Ran::default();
    for acts in branches.into_iter().flatten() {
        for act in &acts.up {
            let mark = catalog.mark();
            perform(catalog, std::slice::from_ref(act), &mut ran.problems);
            ran.touched.extend(catalog.before(&mark).into_keys().map(|key| (key, act.place)));
        }
        catalog.end_session();
    }
    ran
}

/// What differs between the two orders. The catalog comes back as it was.
fn compare(base: &mut Catalog, [left, right]: [&[&Acts]; 2], names: [&str; 2]) -> Option<Diagnostic> {
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let before = base.mark();
    let one = ran(base, [left, right]);
    let is_sure = base.is_sure();
    let after_one: BTreeMap<&Key, Option<Arc<Entry>>> =
        one.touched.keys().map(|key| (key, base.entry(key).cloned())).collect();
    base.take_back(before.clone());
    let other = ran(base, [right, left]);
    let in_both = after_one.into_iter().filter(|(key, _)| other.touched.contains_key(*key));
    let differing: Vec<(&Key, String)> = in_both
        .filter_map(|(key, entry)| Some((key, undo::differences(entry, base, key).into_iter().next()?)))
        .collect();
    base.take_back(before);
    let told = |message: String, at: Place| {
        Diagnostic::error(&codes::NOT_COMMUTING, message).at(at, "this statement").help(format!(
            "put `{}` on top of `{}`: `migrate rebase`, or let one depend on the other",
            names[0], names[1]
        ))
    };
    let message = format!("it matters which of the branches `{}` and `{}` runs first", names[0], names[1]);
    for (ran, [first, second]) in [(&one, names), (&other, [names[1], names[0]])] {
        let Some(problem) = ran.problems.first() else { continue };
        let diagnostic = told(message, problem.at?);
        let diagnostic = match problem.labels.first() {
            Some(label) => diagnostic.label(label.place, label.text.clone()),
            None => diagnostic,
        };
        return Some(diagnostic.note(format!("if `{first}` runs before `{second}`: {}", problem.message)));
    }
    // After a doubt nobody can tell what is there.
    if !is_sure {
        return None;
    }
    let mut touched = |acts: &[&Acts], key: &Key| {
        let alone = base.mark();
        let mut last = None;
        for act in acts.iter().flat_map(|acts| &acts.up) {
            let mark = base.mark();
            perform(base, std::slice::from_ref(act), &mut Vec::new());
            if base.before(&mark).contains_key(key) {
                last = Some(act.place);
            }
        }
        base.take_back(alone);
        last
    };
    for (key, what) in differing {
        // A statement that finds nothing where its branch runs alone touches something after the other.
        let here = touched(left, key).or_else(|| other.touched.get(key).copied());
        let there = touched(right, key).or_else(|| one.touched.get(key).copied());
        let (Some(here), Some(there)) = (here, there) else { continue };
        if here == there {
            continue;
        }
        return Some(
            told(message, here)
                .label(there, "and this one")
                .note(format!("if `{}` runs before `{}`, {what}", names[1], names[0])),
        );
    }
    None
}

#[cfg(test)]
mod tests;
