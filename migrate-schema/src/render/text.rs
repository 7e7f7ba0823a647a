//! Expressions as people write them.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// Words that are followed by a space where a bracket follows them; any other is the name of a function or type.
const WORDS: &[&str] = &[
    "all",
    "and",
    "any",
    "as",
    "between",
    "by",
    "case",
    "check",
    "distinct",
    "else",
    "except",
    "exists",
    "filter",
    "from",
    "having",
    "in",
    "intersect",
    "is",
    "join",
    "like",
    "not",
    "on",
    "or",
    "over",
    "returning",
    "select",
    "some",
    "then",
    "union",
    "using",
    "values",
    "when",
    "where",
    "with",
];

/// Values that people write in capitals.
const MOMENTS: &[&str] = &["current_timestamp", "current_date", "current_time", "current_user", "localtimestamp"];

/// An expression with the spaces that people expect. It means the same.
pub fn tidy(text: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
    if tokens.iter().any(|token| matches!(token.kind, Kind::Comment | Kind::Bad(_) | Kind::CodeStart)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (at, token) in tokens.iter().enumerate() {
        let own = token.text(text);
        if at > 0 {
            let before = tokens[at - 1];
            let sign = sign_at(&tokens, at - 1, text);
            let gap = &text[before.end as usize..token.start as usize];
            out.push_str(between(before.text(text), before.kind, own, token.kind, gap, sign));
        }
        match token.kind {
            Kind::Word if MOMENTS.contains(&own) => out.push_str(&own.to_uppercase()),
            _ => out.push_str(own),
        }
    }
    out
}

/// Whether the token is a sign before a number, and no operator between two values.
fn sign_at(tokens: &[Token], at: usize, text: &str) -> bool {
    if !matches!(tokens[at].text(text), "-" | "+") {
        return false;
    }
    match at.checked_sub(1).map(|before| tokens[before]) {
        None => true,
        Some(before) => matches!(before.kind, Kind::Open | Kind::Comma | Kind::Op),
    }
}

fn between<'t>(first: &str, first_kind: Kind, second: &str, kind: Kind, gap: &'t str, sign: bool) -> &'t str {
    let one = if gap.contains('\n') { gap } else { " " };
    match (first_kind, kind) {
        (Kind::Text, Kind::Text) => gap,
        (_, Kind::Open) if first_kind == Kind::Word && WORDS.contains(&first.to_ascii_lowercase().as_str()) => one,
        (Kind::Close, Kind::Word) => one,
        (Kind::Op, Kind::Open) if !matches!(first, "[" | "::") => one,
        (Kind::Op, Kind::Number) if sign => "",
        _ => {
            if matches!(first, "::" | "[") || matches!(second, "::" | "[" | "]") {
                ""
            } else {
                gap
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_where_people_put_them() {
        let tidy = |text| tidy(text, Dialect::Postgres);
        assert_eq!(tidy("a in('x', 'y')and(b > 0)or b < - 1"), "a in ('x', 'y') and (b > 0) or b < -1");
        assert_eq!(tidy("- 1"), "-1");
        assert_eq!(tidy("'{}' :: text [ ]"), "'{}'::text[]");
        assert_eq!(tidy("lower(a)"), "lower(a)");
    }
}
