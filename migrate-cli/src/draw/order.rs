//! The order of the rows: newest first, and what belongs together in one piece.

use migrate_core::Rev;

use super::Picture;

/// The revisions to show, each above everything it comes after.
///
/// The latest that became free goes first, as on a stack, so that a branch is followed to its end before the next one
/// begins. Of several that become free at once, the newest does.
pub(super) fn order(picture: &Picture<'_>) -> Vec<Rev> {
    let mut above = vec![0usize; picture.graph.len()];
    for rev in picture.shown.iter() {
        picture.below(rev).for_each(|(below, _)| above[below.index()] += 1);
    }
    // In the order of the graph, so that the newest is on top of the stack.
    let mut free: Vec<Rev> = picture.shown.iter().filter(|rev| above[rev.index()] == 0).collect();
    let mut rows = Vec::with_capacity(picture.shown.len());
    while let Some(rev) = free.pop() {
        rows.push(rev);
        let mut next = Vec::new();
        for (below, kind) in picture.below(rev) {
            above[below.index()] -= 1;
            if above[below.index()] == 0 {
                // What it depends on can wait: the branch goes on with a parent.
                next.push((std::cmp::Reverse(kind), below));
            }
        }
        next.sort_unstable();
        free.extend(next.into_iter().map(|(_, below)| below));
    }
    rows
}
