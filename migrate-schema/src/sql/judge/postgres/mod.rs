//! PostgreSQL: squawk's parser, and what it leaves to a later pass.

mod exclude;
mod is_null;
mod late;
mod names;
mod tree;

use migrate_core::Dialect;
use squawk_parser::{EntryPoint, LexedStr, StrStep};

use self::tree::Tree;
use super::Wrong;
use crate::sql::lexer::{Kind, Lexer};

/// The first error in the text of one statement.
pub(super) fn check(text: &str) -> Option<Wrong> {
    let patched = exclude::without_operator_classes(text);
    let text = patched.as_deref().unwrap_or(text);
    let patched = names::without_keywords(text);
    let text = patched.as_deref().unwrap_or(text);
    let patched = is_null::without_long_tests(text);
    let text = patched.as_deref().unwrap_or(text);
    let lexed = LexedStr::new(text);
    let lexical = lexed.errors().map(|(range, _)| Wrong::at(range.start as usize)).min_by_key(|wrong| wrong.at);
    let output = EntryPoint::SourceFile.parse(&lexed.to_input());
    let mut tree = Tree::default();
    lexed.intersperse_trivia(&output, &mut |step| match step {
        StrStep::Error { msg, pos } => tree.wrong(pos, expected(msg)),
        StrStep::Enter { kind } => tree.enter(kind),
        StrStep::Exit => tree.exit(),
        StrStep::Token { kind, text } => tree.token(kind, text.len()),
    });
    [lexical, tree.into_first(), adjacent_strings(text), late::check(text)]
        .into_iter()
        .flatten()
        .min_by_key(|wrong| wrong.at)
}

/// squawk's messages name the kinds of its tokens: `expected R_PAREN`.
fn expected(message: &str) -> Option<String> {
    let what = message.strip_prefix("expected ")?.trim();
    let plain = match what {
        "R_PAREN" => "`)`",
        "L_PAREN" => "`(`",
        "COMMA" => "`,`",
        "EQ" => "`=`",
        "R_BRACK" => "`]`",
        "SEMICOLON" => "`;`",
        "DOT" => "`.`",
        "IDENT" => "a name",
        "STRING" | "string literal" => "a string",
        "name" | "path name" => "a name",
        "type name" => "a type",
        "numeric literal" => "a number",
        "expression" | "expr" | "expr for default" => "an expression",
        "column list" => "columns in parentheses",
        "select stmt" => "`VALUES` or `SELECT`",
        "alter column option" => "`TYPE`, `SET` or `DROP`",
        _ => match what.strip_suffix("_KW") {
            Some(keyword) if keyword.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') => {
                return Some(format!("`{keyword}`"));
            }
            Some(_) | None if what.bytes().any(|b| b == b'_' || b.is_ascii_uppercase()) => return None,
            Some(_) | None => what,
        },
    };
    Some(plain.to_owned())
}

/// Strings join across lines only; on one line the second is an error.
fn adjacent_strings(text: &str) -> Option<Wrong> {
    // Most statements have no two strings.
    text.match_indices('\'').nth(3)?;
    let mut before = None;
    for token in Lexer::new(text, 0..text.len(), Dialect::Postgres) {
        if token.kind == Kind::Comment {
            continue;
        }
        if let Some(end) = before
            && token.kind == Kind::Text
            && !text[end as usize..token.start as usize].contains('\n')
        {
            return Some(Wrong::at(token.start as usize));
        }
        before = (token.kind == Kind::Text).then_some(token.end);
    }
    None
}
