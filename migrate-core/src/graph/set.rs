//! [`Rev`], the handle of a revision inside its graph, and [`RevSet`], a set of them.

use alloc::vec::Vec;
use core::fmt;

/// A revision of a [`Graph`](super::Graph): its place in the graph's order, so that what comes before compares less.
///
/// It means something only together with the graph that gave it out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rev(u32);

impl Rev {
    pub(crate) const fn at(index: usize) -> Rev {
        Rev(index as u32)
    }

    /// The place in the order, counted from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Rev {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A set of revisions of one graph, one bit each. It is iterated in the order of the graph.
#[derive(Clone, Default)]
pub struct RevSet {
    // Without zero words at the end, so that equal sets are equal vectors.
    words: Vec<u64>,
}

impl RevSet {
    /// No revision.
    pub const fn new() -> RevSet {
        RevSet { words: Vec::new() }
    }

    /// The first `len` revisions of a graph.
    pub(crate) fn first(len: usize) -> RevSet {
        let mut words = alloc::vec![u64::MAX; len / 64];
        if !len.is_multiple_of(64) {
            words.push((1 << (len % 64)) - 1);
        }
        RevSet { words }
    }

    /// Adds `rev`; true if it was not there.
    pub fn insert(&mut self, rev: Rev) -> bool {
        let (word, bit) = (rev.index() / 64, 1 << (rev.index() % 64));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        new
    }

    /// Takes `rev` out; true if it was there.
    pub fn remove(&mut self, rev: Rev) -> bool {
        let there = self.contains(rev);
        if there {
            self.words[rev.index() / 64] &= !(1 << (rev.index() % 64));
            self.trim();
        }
        there
    }

    /// Whether `rev` is in it.
    pub fn contains(&self, rev: Rev) -> bool {
        self.words.get(rev.index() / 64).is_some_and(|word| word & 1 << (rev.index() % 64) != 0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The first in the order of the graph.
    pub fn first_rev(&self) -> Option<Rev> {
        self.iter().next()
    }

    /// The last in the order of the graph.
    pub fn last_rev(&self) -> Option<Rev> {
        let word = self.words.last()?;
        Some(Rev::at(self.words.len() * 64 - 1 - word.leading_zeros() as usize))
    }

    /// Its members, parents and dependencies first.
    pub fn iter(&self) -> impl Iterator<Item = Rev> + '_ {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut rest = word;
            core::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                Some(Rev::at(index * 64 + bit))
            })
        })
    }

    /// Its members, the last in the order first.
    pub fn iter_down(&self) -> impl Iterator<Item = Rev> + '_ {
        self.words.iter().enumerate().rev().flat_map(|(index, &word)| {
            let mut rest = word;
            core::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = 63 - rest.leading_zeros() as usize;
                rest &= !(1 << bit);
                Some(Rev::at(index * 64 + bit))
            })
        })
    }

    /// Adds all of `other`.
    pub fn union_with(&mut self, other: &RevSet) {
        if other.words.len() > self.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        self.words.iter_mut().zip(&other.words).for_each(|(word, more)| *word |= more);
    }

    /// Keeps only what is in `other`, too.
    pub fn intersect_with(&mut self, other: &RevSet) {
        self.words.truncate(other.words.len());
        self.words.iter_mut().zip(&other.words).for_each(|(word, mask)| *word &= mask);
        self.trim();
    }

    /// Takes all of `other` out.
    pub fn subtract(&mut self, other: &RevSet) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, gone)| *word &= !gone);
        self.trim();
    }

    /// Whether both have a member in common.
    pub fn meets(&self, other: &RevSet) -> bool {
        self.words.iter().zip(&other.words).any(|(a, b)| a & b != 0)
    }

    /// Whether all of it is in `other`.
    pub fn is_subset(&self, other: &RevSet) -> bool {
        self.words.len() <= other.words.len() && self.words.iter().zip(&other.words).all(|(a, b)| a & !b == 0)
    }

    fn trim(&mut self) {
        while self.words.last() == Some(&0) {
            self.words.pop();
        }
    }
}

impl PartialEq for RevSet {
    fn eq(&self, other: &RevSet) -> bool {
        self.words == other.words
    }
}

impl Eq for RevSet {}

impl fmt::Debug for RevSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl FromIterator<Rev> for RevSet {
    fn from_iter<I: IntoIterator<Item = Rev>>(iter: I) -> RevSet {
        let mut set = RevSet::new();
        set.extend(iter);
        set
    }
}

impl Extend<Rev> for RevSet {
    fn extend<I: IntoIterator<Item = Rev>>(&mut self, iter: I) {
        iter.into_iter().for_each(|rev| {
            self.insert(rev);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(indices: &[usize]) -> RevSet {
        indices.iter().map(|&index| Rev::at(index)).collect()
    }

    fn indices(revs: impl Iterator<Item = Rev>) -> Vec<usize> {
        revs.map(Rev::index).collect()
    }

    #[test]
    fn a_set_is_iterated_both_ways() {
        assert_eq!(indices(set(&[200, 3, 64, 63]).iter()), [3, 63, 64, 200]);
        assert_eq!(indices(set(&[200, 3, 64, 63]).iter_down()), [200, 64, 63, 3]);
        assert_eq!(set(&[200, 3]).last_rev(), Some(Rev::at(200)));
        assert_eq!(RevSet::first(130).len(), 130);
    }

    #[test]
    fn sets_compare_by_their_members_alone() {
        let mut long = set(&[1, 500]);
        long.remove(Rev::at(500));
        assert_eq!(long, set(&[1]));
        long.intersect_with(&set(&[2]));
        assert!(long.is_empty() && long == RevSet::new());
        assert!(set(&[1]).is_subset(&set(&[1, 500])) && !set(&[1, 500]).is_subset(&set(&[1])));
    }
}
