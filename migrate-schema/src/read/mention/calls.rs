//! The functions that a statement calls.

use std::sync::Arc;

use crate::read::cursor::Cursor;
use crate::sql::harmless::is_known;
use crate::sql::{Kind, Token};

/// The names of functions that a statement calls, as far as tokens can tell.
pub(in crate::read) fn calls(cursor: &Cursor<'_>) -> Vec<Arc<str>> {
    let tokens = cursor.tokens();
    let mut found: Vec<Arc<str>> = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [name, open] = pair else { continue };
        if open.kind != Kind::Open || at > 0 && is_list(cursor, tokens, at) {
            continue;
        }
        let written = cursor.str(*name);
        let lower = match name.kind {
            Kind::Word => written.to_ascii_lowercase(),
            Kind::Name => written.trim_matches('"').to_owned(),
            _ => continue,
        };
        if !is_known(&lower) && !found.iter().any(|known| **known == *lower) {
            found.push(lower.into());
        }
    }
    found
}

/// Whether the bracket behind a name holds names of columns: `INTO t (a)`, `AS x (a)`, `WITH c (a) AS (…)`.
fn is_list(cursor: &Cursor<'_>, tokens: &[Token], at: usize) -> bool {
    let before = tokens[at - 1];
    let is = |token: Token, word: &str| token.is(cursor.text, word);
    if is(before, "INTO") || is(before, "AS") || before.kind == Kind::Close {
        return true;
    }
    if before.kind == Kind::Dot {
        let mut start = at;
        while start >= 2 && tokens[start - 1].kind == Kind::Dot {
            start -= 2;
        }
        return start > 0 && is(tokens[start - 1], "INTO");
    }
    if !(is(before, "WITH") || is(before, "RECURSIVE") || before.kind == Kind::Comma) {
        return false;
    }
    let mut depth = 0u32;
    for (offset, token) in tokens[at + 1..].iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        if depth == 0 {
            let follows = tokens.get(at + offset + 2);
            return follows.is_some_and(|token| is(*token, "AS"))
                && tokens
                    .get(at + offset + 3)
                    .is_some_and(|token| token.kind == Kind::Open || is(*token, "MATERIALIZED") || is(*token, "NOT"));
        }
    }
    false
}
