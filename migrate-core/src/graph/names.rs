//! How names are ordered, and which of them are near a mistyped one.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Compares as people count: runs of digits by their value, of any length (`9` < `10`), all else by code points.
///
/// Names that differ only in leading zeros are told apart by their code points, so that no two names are equal.
///
/// ```
/// # use core::cmp::Ordering;
/// # use migrate_core::graph::natural_cmp;
/// assert_eq!(natural_cmp("v9_b", "v10_a"), Ordering::Less);
/// assert_eq!(natural_cmp("007", "7"), Ordering::Less);
/// ```
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.as_bytes(), b.as_bytes());
    // UTF-8 compares by bytes as it does by code points.
    while let (Some(x), Some(y)) = (left.first(), right.first()) {
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (m, n) = (number(&mut left), number(&mut right));
            match m.len().cmp(&n.len()).then_with(|| m.cmp(n)) {
                Ordering::Equal => (),
                unequal => return unequal,
            }
        } else if x == y {
            (left, right) = (&left[1..], &right[1..]);
        } else {
            return x.cmp(y);
        }
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// Cuts the digits in front off, and gives them without leading zeros.
fn number<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    *rest = after;
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    &digits[zeros..]
}

/// The at most three of `names` that a typing error most likely meant, nearest first. `names` may be long.
pub(crate) fn nearest<'a, T>(typed: &str, names: impl Iterator<Item = (&'a str, T)>) -> Vec<T> {
    let typed: Vec<char> = typed.chars().take(super::MAX_NAME).collect();
    let most = (typed.len() / 3).clamp(1, 4);
    let mut found: Vec<(usize, T)> = Vec::new();
    let mut rows = Rows::default();
    for (name, item) in names {
        let worst = if found.len() == 3 { found[2].0.saturating_sub(1) } else { most };
        if let Some(distance) = rows.distance(&typed, name, worst) {
            let place = found.partition_point(|(d, _)| *d <= distance);
            found.insert(place, (distance, item));
            found.truncate(3);
        }
    }
    found.into_iter().map(|(_, item)| item).collect()
}

/// The rows of the distance table, kept from one name to the next.
#[derive(Default)]
struct Rows {
    name: Vec<char>,
    before: Vec<usize>,
    last: Vec<usize>,
    this: Vec<usize>,
}

impl Rows {
    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, if at most `most`.
    fn distance(&mut self, typed: &[char], name: &str, most: usize) -> Option<usize> {
        self.name.clear();
        self.name.extend(name.chars());
        let name = &self.name;
        if name.len().abs_diff(typed.len()) > most {
            return None;
        }
        self.before.clear();
        self.last.clear();
        self.last.extend(0..=name.len());
        for (i, &c) in typed.iter().enumerate() {
            self.this.clear();
            self.this.push(i + 1);
            for (j, &d) in name.iter().enumerate() {
                let mut cost = (self.last[j] + usize::from(c != d)).min(self.last[j + 1] + 1).min(self.this[j] + 1);
                if i > 0 && j > 0 && c == name[j - 1] && typed[i - 1] == d {
                    cost = cost.min(self.before[j - 1] + 1);
                }
                self.this.push(cost);
            }
            if self.this.iter().all(|&cost| cost > most) {
                return None;
            }
            core::mem::swap(&mut self.before, &mut self.last);
            core::mem::swap(&mut self.last, &mut self.this);
        }
        self.last.last().copied().filter(|&distance| distance <= most && distance < typed.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_length_compare_by_value() {
        let sorted =
            ["", "1", "02", "2", "10", "99999999999999999999998", "99999999999999999999999", "a", "a1b", "a2", "b"];
        for (i, a) in sorted.iter().enumerate() {
            for (j, b) in sorted.iter().enumerate() {
                assert_eq!(natural_cmp(a, b), i.cmp(&j), "{a} {b}");
            }
        }
    }

    #[test]
    fn near_names_come_nearest_first() {
        let names = ["add_user", "add_users", "drop_users", "ad_users", "zebra"];
        let near = |typed| nearest(typed, names.iter().map(|&name| (name, name)));
        assert_eq!(near("add_usres"), ["add_users", "add_user", "ad_users"]);
        assert_eq!(near("a"), [""; 0]);
        assert_eq!(near(""), [""; 0]);
    }
}
