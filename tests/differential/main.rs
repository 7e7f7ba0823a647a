//! The same answers as Alembic's on random graphs and commands, but for the differences that are meant.
//!
//! The vectors hold, line by line, a graph, the rows of the version table, a command, and what Alembic 1.20 did. Each
//! is put to migrate-core. Where Alembic succeeded we must do the same; where it refused we must refuse, in words that
//! a search for its message finds; where it crashed anything defined will do. Whatever differs from that must be a row
//! of [`differences::DIFFERENCES`], which says why, and how often.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod alembic;
mod differences;
mod ours;

use std::collections::BTreeMap;

use alembic::{Answer, Vector};
use differences::DIFFERENCES;
use ours::Outcome;

/// The cases that came with the rules, and more of the same kind that were made to meet every row of the table.
/// `generate.py` makes any number.
const VECTORS: [&str; 2] = [include_str!("alembic-vectors.jsonl"), include_str!("more-vectors.jsonl")];

#[test]
fn every_answer_is_alembics_or_differs_on_purpose() {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut unexplained = Vec::new();
    for (file, text) in VECTORS.iter().enumerate() {
        for (number, line) in text.lines().enumerate() {
            let vector = Vector::parse(line);
            let ours = ours::run(&vector);
            if let Some(broken) = ours.broken_rule() {
                unexplained.push(format!("line {}: {broken}\n  {vector}", number + 1));
            }
            let Some(difference) = difference(&ours, &vector.answer) else { continue };
            match DIFFERENCES.iter().find(|row| (row.covers)(&vector, &ours)) {
                Some(row) => counts.entry(row.name).or_default()[file] += 1,
                None => unexplained.push(format!("line {}: {difference}\n  {vector}", number + 1)),
            }
        }
    }
    assert_eq!(VECTORS.map(|text| text.lines().count()), [2000, 412]);
    assert!(unexplained.is_empty(), "{} vectors differ:\n{}", unexplained.len(), unexplained.join("\n"));
    for row in DIFFERENCES {
        let count = counts.remove(row.name).unwrap_or_default();
        assert_eq!(count, row.counts, "vectors that differ as `{}` ({})", row.name, row.why);
    }
}

/// How our answer differs from Alembic's, if it does.
fn difference(ours: &Outcome, theirs: &Answer) -> Option<String> {
    match (ours, theirs) {
        // A traceback is no answer that anyone relies on.
        (_, Answer::Crash) => None,
        (Outcome::Refused(ours), Answer::Refused(theirs)) => {
            let phrase = alembic::searchable(theirs);
            (!ours.contains(phrase)).then(|| format!("text: ours {ours:?} does not say {phrase:?}"))
        }
        (Outcome::Refused(ours), Answer::Done(theirs)) => Some(format!("ours refuses: {ours}\n  theirs: {theirs:?}")),
        (Outcome::Done { answer, .. }, Answer::Refused(theirs)) => {
            Some(format!("theirs refuses: {theirs}\n  ours: {answer:?}"))
        }
        (Outcome::Done { answer, .. }, Answer::Done(theirs)) => {
            (answer != theirs).then(|| format!("ours:   {answer:?}\n  theirs: {theirs:?}"))
        }
    }
}
