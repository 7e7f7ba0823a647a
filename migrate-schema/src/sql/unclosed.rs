//! Where a quote was really left open. After it all quotes change sides, so that the last one of the text seems to be the
//! one without its other half.

use std::ops::Range;

use migrate_core::Dialect;

use super::lexer::{Kind, Lexer, Token};

/// The quote with the mistake, and how it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    /// From the opening quote to the one that closed it by accident.
    pub(super) token: Token,
    pub(super) sign: Sign,
    /// Where statements can be read again.
    pub(super) resume: usize,
}

/// What tells that a quote is the wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// It reaches over lines, and closes where another was to open.
    Swallows,
    /// A word goes on behind it: `'it's'`.
    Ends,
    /// It begins right behind a word: `a', 'b'`.
    Begins,
}

/// Looks for the first quoted token of `range` that is cut as no author cuts one. `open` is the quote without an end.
pub(super) fn origin(text: &str, range: Range<usize>, open: Token, dialect: Dialect) -> Option<Origin> {
    let mark = mark(open.text(text))?;
    let bytes = text.as_bytes();
    let mut before: Option<Token> = None;
    // The first of the statement, and the first of the text, that could have swallowed others.
    let (mut swallower, mut likely) = (None, None);
    for token in Lexer::new(text, range.start..open.start as usize, dialect) {
        let quoted = matches!(token.kind, Kind::Text | Kind::Name | Kind::Dollar);
        if quoted && self::mark(token.text(text)) == Some(mark) {
            let content = token.text(text);
            if mark.starts_with('$') {
                let body = content[..content.len() - mark.len()].trim_end();
                if body.len() > mark.len() && ends_with_word(body, &["AS", "DO"]) {
                    return Some(found(text, range.end, token, Sign::Swallows));
                }
                continue;
            }
            let lines = content.contains('\n');
            if lines && swallower.is_none() {
                swallower = Some(token);
            }
            if lines && likely.is_none() && holds_statement(content) {
                likely = Some(token);
            }
            let word = |at: usize| bytes.get(at).is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'_' || b >= 128);
            let begins = before.is_some_and(|before| {
                let word = before.text(text);
                let introducer = word.starts_with('_') || super::judge::is_keyword(word);
                before.end == token.start && before.kind == Kind::Word && !introducer
            });
            if begins || word(token.end as usize) {
                let sign = if begins { Sign::Begins } else { Sign::Ends };
                return Some(match swallower {
                    Some(first) if first != token || sign == Sign::Ends => {
                        found(text, range.end, first, Sign::Swallows)
                    }
                    _ => found(text, range.end, token, sign),
                });
            }
        }
        if token.kind == Kind::Semi {
            swallower = None;
        }
        if token.kind != Kind::Comment {
            before = Some(token);
        }
    }
    likely.map(|token| found(text, range.end, token, Sign::Swallows))
}

fn found(text: &str, end: usize, token: Token, sign: Sign) -> Origin {
    let start = token.start as usize;
    let resume = match mark(token.text(text)) {
        Some(mark) if mark.starts_with('$') => {
            let body = token.text(text);
            let last = body.match_indices('\n').map(|(at, _)| at + 1).rfind(|&at| begins_statement(&body[at..]));
            last.map_or(token.end as usize, |at| start + at)
        }
        _ => line_with_semicolon(&text[start..end]).map_or(end, |at| start + at),
    };
    Origin { token, sign, resume }
}

/// The byte after the first `;` that ends a line.
fn line_with_semicolon(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim_end();
        if code.ends_with(';') {
            return Some(at + code.len());
        }
        at += line.len();
    }
    None
}

/// The quote that opens a token, with the tag of a dollar quote.
pub(super) fn mark(quoted: &str) -> Option<&str> {
    let at = quoted.find(['\'', '"', '`', '$', '['])?;
    match quoted.as_bytes()[at] {
        b'[' => None,
        b'$' => quoted[at + 1..].find('$').map(|end| &quoted[at..at + end + 2]),
        _ => Some(&quoted[at..=at]),
    }
}

fn ends_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let Some(at) = text.len().checked_sub(word.len()) else { return false };
        let apart = at == 0 || text.as_bytes()[at - 1].is_ascii_whitespace();
        apart && text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(word))
    })
}

/// Whether a statement ends inside of a string and another begins there.
fn holds_statement(text: &str) -> bool {
    let mut ended = false;
    for line in text.lines() {
        if ended && begins_statement(line.trim_start()) {
            return true;
        }
        ended = line.trim_end().ends_with(';') || ended && line.trim().is_empty();
    }
    false
}

fn begins_statement(text: &str) -> bool {
    let verbs = ["CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "COMMENT", "GRANT", "DO", "SELECT"];
    verbs.iter().any(|verb| {
        let word = text.get(..verb.len()).is_some_and(|word| word.eq_ignore_ascii_case(verb));
        word && text[verb.len()..].starts_with(|c: char| c.is_whitespace())
    })
}
