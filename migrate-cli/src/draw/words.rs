//! What stands beside a revision: its title, its id in short, and how many columns they take.

use migrate_core::{Graph, Rev};

/// Ids up to this length are shown in full, which a timestamp is.
const SHORT: usize = 14;
/// The shortest prefix that a longer one is cut to.
const PREFIX: usize = 8;

/// The first line of a message, or the slug in words.
pub(super) fn title(message: &str, slug: &str) -> String {
    let line = message.lines().map(str::trim).find(|line| !line.is_empty());
    let line = line.map_or_else(|| slug.replace('_', " "), str::to_owned);
    // A control character could move the cursor, and most are not allowed in XML.
    line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// For each revision of the graph its id, or a prefix of it that no other id begins with.
pub(super) fn short_ids(graph: &Graph) -> Vec<String> {
    let mut sorted: Vec<(Vec<char>, Rev)> = graph.iter().map(|rev| (graph.id(rev).chars().collect(), rev)).collect();
    sorted.sort_unstable();
    let common = |a: usize, b: usize| {
        let (Some((a, _)), Some((b, _))) = (sorted.get(a), sorted.get(b)) else { return 0 };
        a.iter().zip(b).take_while(|(a, b)| a == b).count()
    };
    let mut short = vec![String::new(); graph.len()];
    for (at, (id, rev)) in sorted.iter().enumerate() {
        let needed = common(at, at + 1).max(at.checked_sub(1).map_or(0, |before| common(before, at))) + 1;
        let length = if id.len() <= SHORT { id.len() } else { needed.clamp(PREFIX, id.len()) };
        short[rev.index()] = id[..length].iter().collect();
    }
    short
}

/// How many columns of a terminal a character takes, as nearly as a short table can tell.
pub(super) fn columns_of(c: char) -> usize {
    match u32::from(c) {
        // Combining marks, joiners and variation selectors.
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f | 0x1ab0..=0x1aff => 0,
        0x1dc0..=0x1dff | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x20d0..=0x20ff | 0xfe00..=0xfe0f => 0,
        0xfe20..=0xfe2f | 0xfeff => 0,
        // Hangul, CJK, full-width forms and pictures.
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97c | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
        0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        0x231a..=0x231b | 0x23e9..=0x23f3 | 0x2614..=0x2615 | 0x26a1 | 0x2705 | 0x274c | 0x2728 | 0x2b50 => 2,
        _ => 1,
    }
}

/// How many columns of a terminal a text takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The text, or as much of it as fits before `ellipsis`. `size` measures a character.
pub(super) fn fit(text: &str, room: usize, ellipsis: &str, size: impl Fn(char) -> usize) -> String {
    let measure = |text: &str| text.chars().map(&size).sum::<usize>();
    if measure(text) <= room {
        return text.to_owned();
    }
    let Some(mut left) = room.checked_sub(measure(ellipsis)) else { return String::new() };
    let kept: String = text
        .chars()
        .take_while(|&c| {
            let size = size(c);
            let fits = size <= left;
            left = left.saturating_sub(size);
            fits
        })
        .collect();
    format!("{}{ellipsis}", kept.trim_end())
}
