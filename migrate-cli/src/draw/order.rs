//! The order of the rows: newest first, and what belongs together in one piece.

use std::cmp::Reverse;

use migrate_core::Rev;

use super::Picture;

/// The revisions to show, each above everything it comes after.
///
/// The latest that became free goes first, as on a stack, so that a branch is followed to its end before the next one
/// begins. Of several that become free at once, dependencies wait, and the shortest piece goes first: its lane is free
/// again soonest. Heads go by age.
pub(super) fn order(picture: &Picture<'_>) -> Vec<Rev> {
    let mut walk = Walk { picture, above: vec![0; picture.graph.len()] };
    for rev in picture.shown.iter() {
        picture.below(rev).for_each(|(below, _)| walk.above[below.index()] += 1);
    }
    // In the order of the graph, so that the newest is on top of the stack.
    let mut free: Vec<Rev> = picture.shown.iter().filter(|rev| walk.above[rev.index()] == 0).collect();
    let mut rows = Vec::with_capacity(picture.shown.len());
    while let Some(rev) = free.pop() {
        rows.push(rev);
        let mut next = walk.take(rev);
        if next.len() > 1 {
            let parents = picture.graph.parents(rev);
            next.sort_by_cached_key(|&rev| (parents.contains(&rev), Reverse(walk.length(rev)), rev));
        }
        free.extend(next);
    }
    rows
}

struct Walk<'a> {
    picture: &'a Picture<'a>,
    /// For each revision how many of those right above it are still to come.
    above: Vec<usize>,
}

impl Walk<'_> {
    /// Takes a revision away; what became free by that.
    fn take(&mut self, rev: Rev) -> Vec<Rev> {
        let mut free = Vec::new();
        for (below, _) in self.picture.below(rev) {
            self.above[below.index()] -= 1;
            if self.above[below.index()] == 0 {
                free.push(below);
            }
        }
        free
    }

    /// How many revisions would follow at once from here, as far as it is worth knowing.
    fn length(&mut self, rev: Rev) -> usize {
        // A limit keeps the whole order linear.
        const ENOUGH: usize = 64;
        let mut taken = Vec::new();
        let mut free = vec![rev];
        while let Some(rev) = free.pop()
            && taken.len() < ENOUGH
        {
            taken.push(rev);
            free.extend(self.take(rev));
        }
        for &rev in &taken {
            self.picture.below(rev).for_each(|(below, _)| self.above[below.index()] += 1);
        }
        taken.len()
    }
}
