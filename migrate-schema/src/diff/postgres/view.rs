//! Views that another may take the place of, so that grants and what reads them stay.

use migrate_core::Dialect;

use crate::catalog::view::View;
use crate::sql::{Kind, Lexer};

/// How a view may change in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InPlace {
    /// It gives other columns or other types, or that cannot be known.
    No,
    /// It gives the same columns.
    Same,
    /// It gives more columns behind those it gave.
    Grows,
}

/// Whether `CREATE OR REPLACE VIEW` is accepted, where what both read does not change.
pub(super) fn in_place(old: &View, new: &View) -> InPlace {
    let named = |view: &View| view.details.columns.iter().map(|name| name.key.clone()).collect::<Vec<_>>();
    let recursive = |view: &View| view.details.options.contains_key("recursive");
    if old.materialized || new.materialized || recursive(old) || recursive(new) || named(old) != named(new) {
        return InPlace::No;
    }
    if !old.details.query.is_empty() && old.details.meaning == new.details.meaning {
        return InPlace::Same;
    }
    let (Some(before), Some(after)) = (Head::of(&old.details.query), Head::of(&new.details.query)) else {
        return InPlace::No;
    };
    if before.from != after.from || !after.columns.starts_with(&before.columns) {
        InPlace::No
    } else if before.columns.len() == after.columns.len() {
        InPlace::Same
    } else {
        // With a list of names, the new columns would be named by the query.
        if named(old).is_empty() { InPlace::Grows } else { InPlace::No }
    }
}

/// What decides which columns a query gives.
struct Head {
    columns: Vec<Vec<String>>,
    from: Vec<String>,
}

impl Head {
    /// None for what is not one plain `SELECT`: there the types of columns come from several places.
    fn of(query: &str) -> Option<Head> {
        let mut tokens =
            Lexer::new(query, 0..query.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment);
        let first = tokens.next()?;
        if !first.text(query).eq_ignore_ascii_case("select") {
            return None;
        }
        let mut head = Head { columns: vec![Vec::new()], from: Vec::new() };
        let (mut depth, mut part) = (0_usize, Part::Columns);
        for token in tokens {
            let text = match token.kind {
                Kind::Word => token.text(query).to_lowercase(),
                _ => token.text(query).to_owned(),
            };
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.checked_sub(1)?,
                Kind::Semi | Kind::Bad(_) => return None,
                Kind::Comma if depth == 0 && part == Part::Columns => {
                    head.columns.push(Vec::new());
                    continue;
                }
                Kind::Word if depth == 0 => match &*text {
                    "union" | "intersect" | "except" | "into" => return None,
                    // `IS DISTINCT FROM` stands among columns, too.
                    "from" if part == Part::Columns => {
                        if head.columns.last()?.last().is_some_and(|word| word == "distinct") {
                            return None;
                        }
                        part = Part::From;
                        continue;
                    }
                    "where" | "group" | "having" | "window" | "order" | "limit" | "offset" | "fetch" | "for" => {
                        part = Part::Rest;
                    }
                    _ => (),
                },
                _ => (),
            }
            match part {
                Part::Columns => head.columns.last_mut()?.push(text),
                Part::From => head.from.push(text),
                Part::Rest => (),
            }
        }
        (depth == 0).then_some(head)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Columns,
    From,
    Rest,
}
