//! `ORDER BY 1`, and `FROM a AS b`: PostgreSQL shows what stands there in the list, and leaves the word out.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// What is known about the query at one depth of brackets.
#[derive(Default)]
struct Level {
    /// Where each item of the list begins and ends, as tokens.
    items: Vec<std::ops::Range<usize>>,
    /// The list is being read.
    start: Option<usize>,
    /// What is behind `UNION` counts columns, and is shown so.
    joined: bool,
}

/// A query with the items of its list in the place of their numbers behind `GROUP BY` and `ORDER BY`.
pub(super) fn without(query: &str) -> String {
    let tokens: Vec<Token> =
        Lexer::new(query, 0..query.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    let mut levels = vec![Level::default()];
    let mut cuts: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let (mut at, mut clause) = (0, None);
    while let Some(token) = tokens.get(at) {
        let depth = levels.len();
        let Some(level) = levels.last_mut() else { break };
        match token.kind {
            Kind::Open => levels.push(Level::default()),
            Kind::Close if depth > 1 => drop(levels.pop()),
            Kind::Comma => {
                if let Some(start) = level.start {
                    level.items.push(start..at);
                    level.start = Some(at + 1);
                }
            }
            Kind::Word if token.is(query, "select") => {
                level.items.clear();
                level.start = Some(after_distinct(query, &tokens, at + 1));
                clause = None;
                at = level.start.unwrap_or(at + 1);
                continue;
            }
            Kind::Word if token.is(query, "from") && level.start.is_some() => {
                if let Some(start) = level.start.take() {
                    level.items.push(start..at);
                }
            }
            Kind::Word if ["union", "intersect", "except"].iter().any(|word| token.is(query, word)) => {
                level.joined = true;
            }
            Kind::Word if token.is(query, "by") => {
                let order = at > 0 && tokens[at - 1].is(query, "order");
                clause = (!(order && level.joined) && level.start.is_none()).then_some(depth);
            }
            Kind::Word
                if ["having", "limit", "offset", "window", "fetch", "for"].iter().any(|word| token.is(query, word)) =>
            {
                clause = None;
            }
            Kind::Number if clause == Some(depth) => {
                let alone = tokens
                    .get(at + 1)
                    .is_none_or(|next| matches!(next.kind, Kind::Word | Kind::Comma | Kind::Close | Kind::Semi));
                let begins = at > 0 && (tokens[at - 1].is(query, "by") || tokens[at - 1].kind == Kind::Comma);
                let number = token.text(query).parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                if let (true, true, Some(item)) = (alone, begins, number.and_then(|number| level.items.get(number)))
                    && let Some(text) = plain_item(query, &tokens, item)
                {
                    cuts.push((token.start as usize..token.end as usize, text.to_owned()));
                }
            }
            _ => (),
        }
        at += 1;
    }
    let (mut out, mut done) = (String::new(), 0);
    for (place, text) in cuts {
        out.push_str(&query[done..place.start]);
        out.push_str(&text);
        done = place.end;
    }
    out.push_str(&query[done..]);
    out
}

/// A query without `AS` before the names of what it reads.
pub(super) fn without_as(query: &str) -> String {
    const ENDS: &[&str] = &[
        "select",
        "where",
        "group",
        "order",
        "having",
        "limit",
        "offset",
        "union",
        "intersect",
        "except",
        "window",
        "fetch",
    ];
    let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), Dialect::Postgres).collect();
    let mut reads = vec![false];
    let (mut out, mut done) = (String::new(), 0);
    for (at, token) in tokens.iter().enumerate() {
        let here = reads.last().copied().unwrap_or(false);
        match token.kind {
            // `CAST(a AS b)` names a type.
            Kind::Open => reads.push(here && !(at > 0 && tokens[at - 1].is(query, "cast"))),
            Kind::Close if reads.len() > 1 => drop(reads.pop()),
            Kind::Word => {
                let set = |reads: &mut Vec<bool>, to: bool| {
                    if let Some(last) = reads.last_mut() {
                        *last = to;
                    }
                };
                let distinct = at > 0 && tokens[at - 1].is(query, "distinct");
                if token.is(query, "from") && !distinct {
                    set(&mut reads, true);
                } else if ENDS.iter().any(|word| token.is(query, word)) {
                    set(&mut reads, false);
                } else if here && token.is(query, "as") {
                    out.push_str(&query[done..token.start as usize]);
                    done = token.end as usize;
                }
            }
            _ => (),
        }
    }
    out.push_str(&query[done..]);
    out
}

/// Where the list begins: behind `DISTINCT ON (…)`.
fn after_distinct(query: &str, tokens: &[Token], at: usize) -> usize {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(query, word));
    if is(at, "all") {
        return at + 1;
    }
    if !is(at, "distinct") {
        return at;
    }
    if !is(at + 1, "on") {
        return at + 1;
    }
    let mut depth = 0u32;
    for (end, token) in tokens.iter().enumerate().skip(at + 2) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        if depth == 0 {
            return end + 1;
        }
    }
    at + 1
}

/// An item without its name; none where that cannot be told.
fn plain_item<'q>(query: &'q str, tokens: &[Token], item: &std::ops::Range<usize>) -> Option<&'q str> {
    let own = tokens.get(item.clone())?;
    let own = match own {
        [rest @ .., word, _] if word.is(query, "as") => rest,
        all => all,
    };
    let (first, last) = (own.first()?, own.last()?);
    let text = &query[first.start as usize..last.end as usize];
    (!text.contains('*') || text.contains('(')).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn numbers_are_items() {
        assert_eq!(
            without("SELECT a, count(*) AS n FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"),
            "SELECT a, count(*) AS n FROM t GROUP BY a ORDER BY count(*) DESC, a LIMIT 1"
        );
        let union = "SELECT a FROM t UNION SELECT b FROM u ORDER BY 1";
        assert_eq!(without(union), union);
        let window = "SELECT a, rank() OVER (ORDER BY 1) FROM t WHERE a IN (1, 2)";
        assert_eq!(without(window), window);
        assert_eq!(
            without("WITH x AS (SELECT b, max(c) FROM u GROUP BY 1) SELECT a FROM x"),
            "WITH x AS (SELECT b, max(c) FROM u GROUP BY b) SELECT a FROM x"
        );
    }
}
