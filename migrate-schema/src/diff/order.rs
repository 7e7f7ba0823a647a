//! The order of steps: by rank, and among what is made or dropped by who names whom.

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;

use super::step::{Act, Rank, Step};
use crate::sql::{Kind, Lexer};

/// Steps that stay together, since they are about one object.
struct Group {
    rank: Rank,
    /// The name that others may mention.
    name: String,
    /// The names that it mentions.
    words: BTreeSet<String>,
    steps: Vec<Step>,
}

/// Puts the steps in an order in which each finds what it needs. `texts` gives the definition of what is dropped.
pub(super) fn sort(steps: Vec<Step>, dialect: Dialect, definition: impl Fn(&Step) -> String) -> Vec<Step> {
    let mut by_rank: BTreeMap<Rank, Vec<Group>> = BTreeMap::new();
    let mut made: Vec<Group> = Vec::new();
    let mut places: BTreeMap<(Rank, crate::catalog::Key), usize> = BTreeMap::new();
    for step in steps {
        let rank = step.rank;
        let make = matches!(rank, Rank::Make(_));
        let list = if make { &mut made } else { by_rank.entry(rank).or_default() };
        let group = match places.get(&(rank, step.key.clone())) {
            Some(&at) => &mut list[at],
            None => {
                places.insert((rank, step.key.clone()), list.len());
                let name = step.key.name.to_string();
                list.push(Group { rank, name, words: BTreeSet::new(), steps: Vec::new() });
                list.last_mut().expect("it was just put there")
            }
        };
        if make {
            step.sql.iter().for_each(|sql| words(sql, dialect, &mut group.words));
        } else if step.act == Act::Drop {
            words(&definition(&step), dialect, &mut group.words);
        }
        group.steps.push(step);
    }
    let mut out = Vec::new();
    let mut flush = |groups: Vec<Group>| out.extend(groups.into_iter().flat_map(|group| group.steps));
    let mut made = Some(made);
    for (rank, groups) in by_rank {
        if rank > Rank::Make(super::step::Made::Policy)
            && let Some(made) = made.take()
        {
            flush(topological(made));
        }
        flush(match rank {
            Rank::DropView | Rank::DropTable | Rank::DropLate | Rank::DropEarly => {
                let mut sorted = topological(groups);
                sorted.reverse();
                sorted
            }
            _ => groups,
        });
    }
    flush(topological(made.unwrap_or_default()));
    out
}

/// What is named comes before who names it; where that goes round in a circle, kinds decide.
fn topological(groups: Vec<Group>) -> Vec<Group> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        by_name.entry(&group.name).or_default().push(at);
    }
    let mut waits: Vec<usize> = vec![0; groups.len()];
    let mut frees: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for (at, group) in groups.iter().enumerate() {
        let needed = group.words.iter().filter_map(|word| by_name.get(word.as_str())).flatten();
        // What is about the same object keeps the order of ranks.
        let same = by_name[&*group.name].iter().filter(|other| groups[**other].rank < group.rank);
        for &other in needed.chain(same) {
            let is_self = groups[other].name == group.name && groups[other].rank >= group.rank;
            if other != at && !is_self {
                waits[at] += 1;
                frees[other].push(at);
            }
        }
    }
    let mut left: BTreeSet<(Rank, usize)> = groups.iter().enumerate().map(|(at, group)| (group.rank, at)).collect();
    let mut ready: BTreeSet<(Rank, usize)> = left.iter().copied().filter(|(_, at)| waits[*at] == 0).collect();
    let mut order = Vec::with_capacity(groups.len());
    while let Some(next) = ready.pop_first().or_else(|| left.first().copied()) {
        if !left.remove(&next) {
            continue;
        }
        order.push(next.1);
        for &freed in &frees[next.1] {
            waits[freed] -= 1;
            if waits[freed] == 0 {
                ready.insert((groups[freed].rank, freed));
            }
        }
    }
    let mut slots: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// The names that occur in a statement. The body of a function counts only where the server reads it at once.
pub(super) fn words(sql: &str, dialect: Dialect, into: &mut BTreeSet<String>) {
    let lower = sql.to_ascii_lowercase();
    let read_at_once = lower.contains("language sql") || lower.contains("language 'sql'");
    for token in Lexer::new(sql, 0..sql.len(), dialect) {
        let text = token.text(sql);
        match token.kind {
            Kind::Word => drop(into.insert(text.to_lowercase())),
            Kind::Name => drop(into.insert(text.trim_matches(['"', '`', '[', ']']).to_owned())),
            // `nextval('a_seq')`
            Kind::Text => {
                let inner = text.trim_matches('\'');
                if !inner.contains(' ') && inner.len() < 130 {
                    into.extend(inner.split('.').map(|part| part.trim_matches('"').to_owned()));
                }
            }
            // `DECLARE r t%ROWTYPE` is looked up when the function is made.
            Kind::Dollar if !read_at_once => {
                let lower = text.to_ascii_lowercase();
                let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '"');
                for word in ["%rowtype", "%type"] {
                    for (at, _) in lower.match_indices(word) {
                        let name = lower[..at].rsplit(|c| !is_name(c)).next().unwrap_or_default();
                        into.extend(name.split('.').map(|part| part.trim_matches('"').to_owned()));
                    }
                }
            }
            Kind::Dollar if read_at_once => {
                let tag = text[1..].find('$').map_or(1, |end| end + 2);
                if let Some(inner) = text.get(tag..text.len().saturating_sub(tag)) {
                    words(inner, dialect, into);
                }
            }
            _ => (),
        }
    }
}
