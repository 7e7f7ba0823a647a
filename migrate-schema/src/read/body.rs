//! Code that the server runs: bodies of functions and blocks. What it may do to the schema, as narrow as its words allow.

use std::sync::Arc;

use migrate_core::Dialect;

use super::cursor::Cursor;
use super::harmless::is_harmless;
use crate::catalog::change::{Body, Reach};
use crate::sql::{Kind, Lexer, Token};

/// Words that show that code in a language nobody reads here may change the schema.
const ACTS: &[&str] = &["CREATE", "ALTER", "DROP", "RENAME", "search_path", "set_config"];

/// Words that stand before a bracket in procedural code and call nothing.
const CONTROL: &[&str] = &[
    "if",
    "elsif",
    "elseif",
    "while",
    "until",
    "raise",
    "exception",
    "loop",
    "perform",
    "call",
    "for",
    "foreach",
    "exit",
    "table",
    "returns",
    "immutable",
    "record",
    "enum",
    "execute",
];

/// What the rest of a `DO`, `CREATE FUNCTION` or `CREATE PROCEDURE` may do.
pub(super) fn read(cursor: &Cursor<'_>) -> Body {
    let rest = cursor.rest();
    let tokens = cursor.tokens();
    let language = tokens.windows(2).find(|pair| pair[0].is(cursor.text, "LANGUAGE")).map(|pair| cursor.str(pair[1]));
    let known = language.is_none_or(|language| {
        let language = language.trim_matches(['\'', '"']);
        ["sql", "plpgsql", "c", "internal"].iter().any(|known| known.eq_ignore_ascii_case(language))
    });
    let mut body = Body::default();
    if !known {
        let words = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
        if words.into_iter().any(|word| ACTS.iter().any(|acts| acts.eq_ignore_ascii_case(word))) {
            body.reach = Reach::Everything;
        }
        return body;
    }
    let words: Arc<str> = rest.into();
    if !cursor.postgres() {
        code(cursor.text, tokens, cursor.dialect, &words, &mut body);
        return body;
    }
    let atomic = tokens.windows(2).any(|pair| pair[0].is(cursor.text, "BEGIN") && pair[1].is(cursor.text, "ATOMIC"));
    if atomic {
        code(cursor.text, tokens, cursor.dialect, &words, &mut body);
    }
    for (at, token) in tokens.iter().enumerate() {
        let quoted = at > 0 && token.kind == Kind::Text && tokens[at - 1].is(cursor.text, "AS")
            || at == 0 && token.kind == Kind::Text;
        let Some(inner) = inner(cursor.text, *token).filter(|_| quoted || token.kind == Kind::Dollar) else { continue };
        let tokens: Vec<Token> =
            Lexer::new(cursor.text, inner, cursor.dialect).filter(|token| token.kind != Kind::Comment).collect();
        code(cursor.text, &tokens, cursor.dialect, &words, &mut body);
    }
    body
}

/// What is between the quotes of a string.
fn inner(text: &str, token: Token) -> Option<std::ops::Range<usize>> {
    let written = token.text(text);
    let start = token.start as usize;
    match token.kind {
        Kind::Dollar => {
            let tag = written[1..].find('$')? + 2;
            (written.len() >= 2 * tag).then(|| start + tag..token.end as usize - tag)
        }
        Kind::Text => {
            let quote = written.find(['\'', '"'])?;
            (written.len() >= quote + 2).then(|| start + quote + 1..token.end as usize - 1)
        }
        _ => None,
    }
}

fn code(text: &str, tokens: &[Token], dialect: Dialect, words: &Arc<str>, body: &mut Body) {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token: &Token| token.is(text, word));
    let mysql = dialect.is_mysql_family();
    for (at, token) in tokens.iter().enumerate() {
        let called = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open) && dialect == Dialect::Postgres
            || mysql && at > 0 && is(at - 1, "CALL");
        if called && matches!(token.kind, Kind::Word | Kind::Name) {
            let name = token.text(text).trim_matches(['"', '`']).to_ascii_lowercase();
            if !is_harmless(&name) && !CONTROL.contains(&&*name) && !body.calls.iter().any(|call| **call == *name) {
                body.calls.push(name.into());
            }
        }
        if token.kind != Kind::Word {
            continue;
        }
        let reach = if token.is(text, "CREATE") || token.is(text, "DROP") || token.is(text, "ALTER") {
            let mut next = at + 1;
            while is(next, "OR") || is(next, "REPLACE") || is(next, "CONSTRAINT") {
                next += 1;
            }
            if is(next, "TRIGGER") {
                Reach::Triggers
            } else if is(next, "EVENT") || (is(next, "SCHEMA") || is(next, "EXTENSION")) && !token.is(text, "CREATE") {
                Reach::Everything
            } else if is(next, "EXTENSION") {
                body.strangers = true;
                Reach::Nothing
            } else {
                Reach::Words(words.clone())
            }
        } else if mysql && (token.is(text, "RENAME") || token.is(text, "TRUNCATE")) {
            Reach::Words(words.clone())
        } else if mysql && (token.is(text, "PREPARE") || token.is(text, "EXECUTE")) {
            Reach::Everything
        } else if token.is(text, "EXECUTE") && !mysql {
            if is(at + 1, "PROCEDURE") || is(at + 1, "FUNCTION") || is(at + 1, "ON") {
                continue;
            }
            dynamic(text, tokens, at + 1, words)
        } else if token.is(text, "search_path") || token.is(text, "set_config") {
            Reach::Everything
        } else {
            continue;
        };
        body.reach = std::mem::replace(&mut body.reach, Reach::Nothing).max(reach);
    }
}

/// What stands behind `EXECUTE`.
fn dynamic(text: &str, tokens: &[Token], at: usize, words: &Arc<str>) -> Reach {
    let mut at = at;
    let format = tokens.get(at).is_some_and(|token| token.is(text, "format"));
    if format {
        at += 2;
    }
    let Some(literal) = tokens.get(at).and_then(|token| inner(text, *token)) else { return Reach::Everything };
    let joined = tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Op);
    let literal = text[literal].trim().trim_end_matches(';');
    let dynamic = format || joined;
    if literal.contains(';') && dynamic {
        return Reach::Everything;
    }
    let mut first = literal.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let Some(verb) = first.next() else { return Reach::Everything };
    let is = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    if is(&["INSERT", "UPDATE", "DELETE", "SELECT"], verb) {
        let calls = literal.contains("%I(") || literal.contains("%s(") || literal.contains("%1$I(");
        return if calls { Reach::Everything } else { Reach::Nothing };
    }
    if is(&["ANALYZE", "GRANT", "REVOKE", "COMMENT", "VACUUM", "NOTIFY", "LISTEN", "TRUNCATE", "LOCK"], verb) {
        return Reach::Nothing;
    }
    let object = first.find(|word| !is(&["OR", "REPLACE", "CONSTRAINT"], word));
    match object {
        Some(object) if is(&["CREATE", "DROP"], verb) && is(&["TRIGGER"], object) => Reach::Triggers,
        _ if dynamic => Reach::Everything,
        Some(object) if is(&["SCHEMA", "EXTENSION", "DATABASE"], object) => Reach::Everything,
        _ => Reach::Words(words.clone()),
    }
}
