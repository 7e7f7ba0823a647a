//! Names inside of texts follow when something is renamed.

use std::sync::Arc;

use migrate_core::Dialect;
use sqlparser::keywords::ALL_KEYWORDS;

use super::name::{Ident, Path};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// Whether a name can be written without quotes in every dialect.
pub(super) fn is_plain(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_lowercase() || b == b'_')
        && bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && ALL_KEYWORDS.binary_search(&&*name.to_ascii_uppercase()).is_err()
}

/// A name as it is written where it may be a keyword.
pub(super) fn shown(name: &Ident, dialect: Dialect) -> String {
    if is_plain(&name.text) { name.text.to_string() } else { dialect.quote_name(&name.text) }
}

/// The same with its schema.
pub(super) fn shown_path(path: &Path, dialect: Dialect) -> String {
    match &path.schema {
        Some(schema) => format!("{}.{}", shown(schema, dialect), shown(&path.name, dialect)),
        None => shown(&path.name, dialect),
    }
}

/// The text with a column called `to` instead of `from`; none if the column does not occur. `tables` are the names by
/// which the table of the column is known in it.
pub(super) fn rename_column(
    text: &str,
    from: &Ident,
    to: &Ident,
    tables: &[&Arc<str>],
    dialect: Dialect,
) -> Option<Arc<str>> {
    replace(text, dialect, |tokens, at, name| {
        let is = |at: Option<usize>, kind: Kind| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.kind == kind);
        let before = at.checked_sub(1);
        if name.key != from.key || is(Some(at + 1), Kind::Open) || is(Some(at + 1), Kind::Dot) {
            return None;
        }
        if let Some(last) = before.and_then(|at| tokens.get(at)) {
            let written = last.text(text);
            if matches!(written, "::" | "@") || last.is(text, "as") && dialect == Dialect::Postgres {
                return None;
            }
            if last.kind == Kind::Dot {
                let table = at.checked_sub(2).and_then(|at| tokens.get(at))?;
                let table = Ident::written(table.text(text), dialect, Place::nowhere());
                if !tables.iter().any(|known| **known == table.key) {
                    return None;
                }
            }
        }
        let quoted = tokens[at].kind == Kind::Name;
        Some(if quoted { dialect.quote_name(&to.text) } else { shown(to, dialect) })
    })
}

/// The text with each name replaced for which `new` has another; none if there is none.
pub(super) fn replace(
    text: &str,
    dialect: Dialect,
    new: impl Fn(&[Token], usize, &Ident) -> Option<String>,
) -> Option<Arc<str>> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
    let mut out = String::new();
    let mut done = 0;
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.kind, Kind::Word | Kind::Name) {
            continue;
        }
        let written = token.text(text);
        let name = Ident::written(written, dialect, Place::nowhere());
        let Some(to) = new(&tokens, at, &name) else { continue };
        out.push_str(&text[done..token.start as usize]);
        out.push_str(&to);
        done = token.end as usize;
    }
    if done == 0 {
        return None;
    }
    out.push_str(&text[done..]);
    Some(out.into())
}
