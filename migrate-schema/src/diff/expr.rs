//! When two expressions are the same.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// Equal for expressions that differ in spaces, redundant brackets and the spelling that servers change only.
pub fn meaning(text: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
    let mut tokens = &tokens[..];
    while is_wrapped(tokens) {
        tokens = &tokens[1..tokens.len() - 1];
    }
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let own = token.text(text);
        if own == "::" && at > 0 && matches!(tokens[at - 1].kind, Kind::Text) {
            at = after_type(tokens, at + 1, text);
            continue;
        }
        words.push(match token.kind {
            Kind::Word => own.to_lowercase(),
            _ => own.to_owned(),
        });
        at += 1;
    }
    let joined = words.join(" ");
    match joined.as_str() {
        "now ( )" | "current_timestamp ( )" | "localtimestamp ( )" if dialect.is_mysql_family() => {
            "current_timestamp".to_owned()
        }
        _ => joined,
    }
}

/// One pair of brackets holds all of it.
fn is_wrapped(tokens: &[Token]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    if tokens.len() < 3 || first.kind != Kind::Open || last.kind != Kind::Close {
        return false;
    }
    let mut depth = 0_i32;
    tokens[..tokens.len() - 1].iter().all(|token| {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            _ => (),
        }
        depth > 0
    })
}

/// The place behind the type that stands behind `::`.
fn after_type(tokens: &[Token], mut at: usize, text: &str) -> usize {
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    while matches!(kind(at), Some(Kind::Word | Kind::Name | Kind::Dot)) {
        at += 1;
    }
    if kind(at) == Some(Kind::Open) {
        while kind(at).is_some_and(|kind| kind != Kind::Close) {
            at += 1;
        }
        at += 1;
    }
    while tokens.get(at).is_some_and(|token| matches!(token.text(text), "[" | "]")) {
        at += 1;
    }
    at
}
