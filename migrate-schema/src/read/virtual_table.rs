//! Tables of SQLite's own modules: their columns, and what they do not take.

use std::sync::Arc;

use super::cursor::Cursor;
use crate::catalog::name::Ident;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::sql::Kind;

/// The options of `fts5`, those of newer versions among them.
const FTS5: [&str; 10] = [
    "columnsize",
    "content",
    "content_rowid",
    "contentless_delete",
    "contentless_unindexed",
    "detail",
    "locale",
    "prefix",
    "tokendata",
    "tokenize",
];

/// The columns of a table, with those that are not shown. The cursor stands at the module.
pub(super) fn columns(cursor: &Cursor<'_>, name: &Ident) -> Option<Arc<[Arc<str>]>> {
    let mut cursor = cursor.clone();
    let module = cursor.name()?.key;
    let hidden: &[&str] = match &*module {
        "fts5" => &["rank", "rowid"],
        "fts3" | "fts4" => &["docid", "rowid"],
        "rtree" | "rtree_i32" => &["rowid"],
        _ => return None,
    };
    let mut names: Vec<Arc<str>> = hidden.iter().map(|name| (*name).into()).collect();
    names.push(name.key.clone());
    let own = names.len();
    let mut inner = cursor.parens()?;
    let mut content = false;
    while let Some(mut item) = inner.item() {
        let _ = item.eat_op("+");
        let option = item.tokens().iter().any(|token| item.str(*token) == "=");
        match (&*module, option) {
            (_, false) => names.push(item.name()?.key),
            ("fts5", true) => (),
            ("fts4", true) if item.is("languageid") => {
                let token = item.tokens().last()?;
                names.push(Ident::written(item.str(*token), item.dialect, item.place(*token)).key);
            }
            ("fts4", true) => content |= item.is("content"),
            (_, true) => return None,
        }
    }
    // Without columns of its own it has those of another table.
    (!content || names.len() > own).then(|| names.into())
}

/// What `fts5` does not take.
pub(super) fn fault(cursor: &Cursor<'_>) -> Option<Diagnostic> {
    let mut cursor = cursor.clone();
    if &*cursor.name()?.key != "fts5" {
        return None;
    }
    let mut inner = cursor.parens()?;
    while let Some(mut item) = inner.item() {
        let option = item.tokens().iter().any(|token| item.str(*token) == "=");
        let first = item.tokens().first().copied()?;
        let word = item.name()?.key.to_lowercase();
        if option {
            // The beginning of a word is enough for the server.
            if first.kind != Kind::Word || FTS5.iter().any(|known| known.starts_with(&*word)) {
                continue;
            }
            let problem = Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("`fts5` has no option `{word}`"));
            let problem = problem.at(item.place(first), "");
            return Some(match nearest(&word, FTS5) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.note(format!("there are {}", FTS5.join(", "))),
            });
        }
        if matches!(&*word, "rank" | "rowid") {
            let problem = Diagnostic::error(&codes::NOT_ALLOWED, format!("a column of `fts5` is called `{word}`"));
            return Some(problem.at(item.place(first), "each such table has one of itself"));
        }
        if let Some(token) = item.next().filter(|token| !token.is(item.text, "UNINDEXED")) {
            let message = format!("`{}` behind a column of `fts5`", item.str(token));
            let problem = Diagnostic::error(&codes::NOT_ALLOWED, message).at(item.place(token), "");
            return Some(
                problem.help(
                    "write the name alone: its columns have no types, and `UNINDEXED` is all that is said of one",
                ),
            );
        }
    }
    None
}
