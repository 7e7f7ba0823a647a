//! "Did you mean": the known word that is nearest to one that was not found.

/// The candidate that needs the fewest edits (insert, delete, replace, swap two neighbours) to become `word`, if it is
/// near enough to be what was meant: one edit in a word of up to four characters, a third of the length in longer ones.
/// Upper and lower case count as equal. Of equally near ones the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let limit = (word.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        if word.len().abs_diff(other.len()) > limit {
            continue;
        }
        let edits = between(&word, &other);
        if edits <= limit && edits < other.len() && best.is_none_or(|(fewest, _)| edits < fewest) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters have to change to get from one word to another.
pub fn distance(a: &str, b: &str) -> usize {
    let chars = |word: &str| word.chars().collect::<Vec<_>>();
    between(&chars(a), &chars(b))
}

/// How many edits lie between two words (optimal string alignment).
fn between(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["revises", "depends-on", "up", "down", "label"];
        let check = |word, expected| assert_eq!(nearest(word, words), expected, "{word}");
        check("revise", Some("revises"));
        check("Revsies", Some("revises"));
        check("depends_on", Some("depends-on"));
        check("dwon", Some("down"));
        check("pu", Some("up"));
        check("x", None);
        check("transaction", None);
    }
}
