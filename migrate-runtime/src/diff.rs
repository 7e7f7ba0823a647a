//! What differs between the statements that were applied and those of today.

use std::fmt;

use migrate_core::ledger::StoredUp;
use migrate_core::{Statement, Text};

/// A statement that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EditedStatement {
    /// As it was applied; none if it was added afterwards.
    pub was: Option<String>,
    /// As it is now; none if it was removed.
    pub is: Option<String>,
    /// Where it stands: in the file of today, or stood if it was removed; from 1.
    pub line: u32,
}

/// The lines that went, with `-`, and those that came, with `+`, between those that stayed.
impl fmt::Display for EditedStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = |text: &Option<String>| -> Vec<String> {
            text.iter().flat_map(|text| text.lines()).map(|line| line.trim_end().to_owned()).collect()
        };
        let (was, is) = (lines(&self.was), lines(&self.is));
        let pairs = align(&was, &is);
        let changed = |pair: &(Option<usize>, Option<usize>)| !matches!(pair, (Some(_), Some(_)));
        for (i, pair) in pairs.iter().enumerate() {
            // A line that stayed is shown where one beside it did not.
            let near = pairs[i.saturating_sub(1)..(i + 2).min(pairs.len())].iter().any(changed);
            match pair {
                (Some(line), None) => writeln!(f, "- {}", was[*line])?,
                (None, Some(line)) => writeln!(f, "+ {}", is[*line])?,
                (_, Some(line)) if near => writeln!(f, "  {}", is[*line])?,
                (_, _) => (),
            }
        }
        Ok(())
    }
}

/// Compares what the ledger kept with a body of today.
pub(crate) fn statements(was: &StoredUp, is: &[Statement]) -> Vec<EditedStatement> {
    let is = StoredUp::of(is).statements;
    let loose = |statements: &[Statement]| statements.iter().map(|it| loosely(&it.sql)).collect::<Vec<_>>();
    let strict = |statements: &[Statement]| statements.iter().map(|it| it.sql.clone()).collect::<Vec<_>>();
    let edited = edits(&was.statements, &is, &align(&loose(&was.statements), &loose(&is)));
    if !edited.is_empty() {
        return edited;
    }
    // What differs is white space that counts, as in a text.
    edits(&was.statements, &is, &align(&strict(&was.statements), &strict(&is)))
}

/// White space between tokens says nothing, and where tokens are is not known here.
fn loosely(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn edits(was: &[Statement], is: &[Statement], pairs: &[(Option<usize>, Option<usize>)]) -> Vec<EditedStatement> {
    let mut edited = Vec::new();
    let text = |sql: &Text| Some(sql.clone().into_owned());
    let is_change = |pair: &(Option<usize>, Option<usize>)| !matches!(pair, (Some(_), Some(_)));
    for run in pairs.chunk_by(|a, b| is_change(a) == is_change(b)).filter(|run| run.iter().any(is_change)) {
        // What went and what came at the same place is one statement that changed.
        let mut gone = run.iter().filter_map(|pair| pair.0).map(|at| &was[at]);
        let mut came = run.iter().filter_map(|pair| pair.1).map(|at| &is[at]);
        loop {
            let (gone, came) = (gone.next(), came.next());
            let Some(at) = came.or(gone) else { break };
            edited.push(EditedStatement {
                was: gone.and_then(|it| text(&it.sql)),
                is: came.and_then(|it| text(&it.sql)),
                line: at.line,
            });
        }
    }
    edited
}

/// The longest common part of two lists, with what stands between: pairs of what is in both, and halves of what is in
/// one, in order.
fn align<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(Option<usize>, Option<usize>)> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (rows, columns) = (a.len() - head - tail, b.len() - head - tail);
    let mut pairs: Vec<_> = (0..head).map(|i| (Some(i), Some(i))).collect();
    let (mut i, mut j) = (0, 0);
    // Beyond this the table would cost more than the answer is worth: all of one is then gone, and all of the other new.
    if rows.saturating_mul(columns) <= 1 << 22 {
        let mut longest = vec![0_u32; (rows + 1) * (columns + 1)];
        let at = |i: usize, j: usize| i * (columns + 1) + j;
        for i in (0..rows).rev() {
            for j in (0..columns).rev() {
                longest[at(i, j)] = match a[head + i] == b[head + j] {
                    true => longest[at(i + 1, j + 1)] + 1,
                    false => longest[at(i + 1, j)].max(longest[at(i, j + 1)]),
                };
            }
        }
        while i < rows && j < columns {
            if a[head + i] == b[head + j] {
                pairs.push((Some(head + i), Some(head + j)));
                (i, j) = (i + 1, j + 1);
            } else if longest[at(i + 1, j)] >= longest[at(i, j + 1)] {
                pairs.push((Some(head + i), None));
                i += 1;
            } else {
                pairs.push((None, Some(head + j)));
                j += 1;
            }
        }
    }
    pairs.extend((i..rows).map(|i| (Some(head + i), None)));
    pairs.extend((j..columns).map(|j| (None, Some(head + j))));
    pairs.extend((0..tail).map(|i| (Some(a.len() - tail + i), Some(b.len() - tail + i))));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(was: &[&str], is: &[&str]) -> String {
        let list = |texts: &[&str]| -> Vec<Statement> {
            let all = texts.iter().zip(1..);
            all.map(|(sql, line)| Statement { sql: Text::Owned((*sql).to_owned()), line, column: 1, probe: None })
                .collect()
        };
        let edited = statements(&StoredUp { statements: list(was) }, &list(is));
        edited.iter().map(|it| format!("{}:\n{it}", it.line)).collect()
    }

    #[test]
    fn a_changed_line_stands_between_its_neighbours() {
        let was = "CREATE TABLE t (\n  a INT,\n  b INT,\n  c INT,\n  d INT\n)";
        assert_eq!(
            shown(&[was], &[&was.replace("c INT", "c TEXT")]),
            "1:\n    b INT,\n-   c INT,\n+   c TEXT,\n    d INT\n"
        );
    }

    #[test]
    fn statements_that_went_and_came_are_told_apart_from_changed_ones() {
        assert_eq!(shown(&["a", "b", "c"], &["a", "c"]), "2:\n- b\n");
        assert_eq!(shown(&["a", "c"], &["a", "b", "c"]), "2:\n+ b\n");
        assert_eq!(shown(&["a", "b", "c"], &["a", "x", "y", "c"]), "2:\n- b\n+ x\n3:\n+ y\n");
        assert_eq!(shown(&["a"], &[]), "1:\n- a\n");
    }

    #[test]
    fn white_space_is_shown_only_where_nothing_else_differs() {
        assert_eq!(shown(&["SELECT  1", "a"], &["SELECT 1", "b"]), "2:\n- a\n+ b\n");
        assert_eq!(shown(&["SELECT 'a  b'"], &["SELECT 'a b'"]), "1:\n- SELECT 'a  b'\n+ SELECT 'a b'\n");
        assert_eq!(shown(&["a"], &["a"]), "");
    }
}
