//! PostgreSQL: squawk's parser, and what it leaves to a later pass.

mod exclude;
mod is_null;
mod keywords;
mod late;
mod names;
mod tree;
mod written;

use squawk_parser::{EntryPoint, LexedStr, StrStep};

use self::tree::Tree;
use self::written::Written;
use super::{Cut, Wrong};
use crate::sql::lexer::Kind;

/// The first error in the text of one statement.
pub(super) fn check(text: &str, cut: Option<Cut<'_>>) -> Option<Wrong> {
    let mut written = cut.map_or_else(|| Written::new(text), |cut| Written::of_cut(text, cut));
    if written.has_any(&exclude::WORDS) {
        written = written.or(exclude::without_operator_classes);
    }
    if written.has_any(&names::WORDS) {
        written = written.or(names::without_keywords);
    }
    if written.has_any(&is_null::WORDS) {
        written = written.or(is_null::without_long_tests);
    }
    let quoted = keywords::with_names_quoted(&written);
    let lexed = LexedStr::new(&quoted);
    let lexical = lexed.errors().map(|(range, _)| Wrong::at(range.start as usize)).min_by_key(|wrong| wrong.at);
    let output = EntryPoint::SourceFile.parse(&lexed.to_input());
    let mut tree = Tree::default();
    lexed.intersperse_trivia(&output, &mut |step| match step {
        StrStep::Error { msg, pos } => tree.wrong(pos, expected(msg)),
        StrStep::Enter { kind } => tree.enter(kind),
        StrStep::Exit => tree.exit(),
        StrStep::Token { kind, text } => tree.token(kind, text.len()),
    });
    [lexical, tree.into_first(), adjacent_strings(&written), late::check(&written)]
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
fn adjacent_strings(written: &Written<'_>) -> Option<Wrong> {
    let mut before = None;
    for token in &written.tokens {
        let is_text = matches!(token.kind, Kind::Text);
        if let Some(end) = before
            && is_text
            && !written.text[end as usize..token.start as usize].contains('\n')
        {
            return Some(Wrong::at(token.start as usize));
        }
        before = if is_text { Some(token.end) } else { None };
    }
    None
}
