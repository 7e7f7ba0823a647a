//! Tokens to a text with single spaces, for what is compared and written again.

use migrate_core::Dialect;

use super::{Kind, Lexer, Token};

/// Single spaces between the tokens, words in lower case. It is the same SQL.
pub fn spaced(text: &str, tokens: &[Token], dialect: Dialect) -> String {
    joined(text, tokens, dialect, false, &[])
}

/// The same, with the words at some places as they are written: names of what the server keeps in the letters it was given.
pub fn spaced_but(text: &str, tokens: &[Token], kept: &[usize], dialect: Dialect) -> String {
    joined(text, tokens, dialect, false, kept)
}

/// The same; in addition the tags of dollar quotes, which say nothing, are left out.
pub fn meaning(text: &str, tokens: &[Token], dialect: Dialect) -> String {
    joined(text, tokens, dialect, true, &[])
}

/// The same of a text that is no statement.
pub fn meaning_of(text: &str, dialect: Dialect) -> String {
    let skip = |kind: Kind| matches!(kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd);
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).filter(|token| !skip(token.kind)).collect();
    meaning(text, &tokens, dialect)
}

fn joined(text: &str, tokens: &[Token], dialect: Dialect, untagged: bool, kept: &[usize]) -> String {
    let mut out = String::new();
    let mut last: Option<Token> = None;
    for (at, token) in tokens.iter().enumerate() {
        if let Some(before) = last {
            space(text, before, *token, dialect, &mut out);
        }
        last = Some(*token);
        let written = token.text(text);
        match token.kind {
            Kind::Word => {
                let start = out.len();
                out.push_str(written);
                // SQLite keeps what is written, and shows it.
                if (dialect != Dialect::Sqlite || untagged) && !kept.contains(&at) {
                    out[start..].make_ascii_lowercase();
                }
            }
            Kind::Dollar if untagged => {
                let tag = written[1..].find('$').map_or(0, |tag| tag + 2);
                let inner = written.get(tag..written.len().saturating_sub(tag)).unwrap_or(written);
                out.push_str("$$");
                out.push_str(inner);
                out.push_str("$$");
            }
            _ => out.push_str(written),
        }
    }
    out
}

/// What has to stand between two tokens.
fn space(text: &str, before: Token, token: Token, dialect: Dialect, out: &mut String) {
    let (first, second) = (before.text(text), token.text(text));
    let postgres = dialect == Dialect::Postgres;
    let tight = match (before.kind, token.kind) {
        // Strings in two lines are one string; in one line they are a mistake.
        (Kind::Text, Kind::Text) if postgres => {
            out.push('\n');
            return;
        }
        (Kind::Open, _) | (_, Kind::Close | Kind::Comma) => true,
        // `.1` would be a number, also where MySQL takes a word behind the point.
        (Kind::Dot, _) if second.starts_with(|c: char| c.is_ascii_digit()) => before.end == token.start,
        (Kind::Dot, _) => true,
        (Kind::Number, Kind::Dot) => before.end == token.start,
        (_, Kind::Dot) => true,
        (Kind::Comma, Kind::Open) => false,
        (_, Kind::Open) => true,
        (Kind::Op, _) if dialect.is_mysql_family() && first.starts_with('@') => before.end == token.start,
        (Kind::Op, _) if postgres && matches!(first, "[" | "::") => true,
        (_, Kind::Op) if postgres => matches!(second, "[" | "]" | "::") && (before.kind != Kind::Op || first == "]"),
        _ => false,
    };
    if !tight {
        out.push(' ');
    }
}

/// The text of `U&'d\0061t\+000061'`, whose code points PostgreSQL reads at once.
pub(crate) fn unicode(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix('\\') {
            out.push('\\');
            rest = behind;
            continue;
        }
        let (from, length) = if rest.starts_with('+') { (1, 6) } else { (0, 4) };
        let digits = rest.get(from..from + length)?;
        out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
        rest = &rest[from + length..];
    }
    out.push_str(rest);
    Some(out)
}
