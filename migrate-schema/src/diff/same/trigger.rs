//! The definitions of triggers.

use migrate_core::Dialect;

use super::text::{between, tokens};
use crate::diff::expr::{loose, meaning};
use crate::sql::{Kind, Token};

/// Without the place among the triggers of its kind, which the server keeps apart.
fn without_order(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match words.windows(4).position(|four| four[..2] == ["each", "row"] && matches!(four[2], "precedes" | "follows")) {
        Some(at) => [&words[..at + 2], &words[at + 4..]].concat().join(" "),
        None => text.to_owned(),
    }
}

/// When it runs, for what, and what it calls. The order of the events does not matter.
pub(super) fn trigger(text: &str, dialect: Dialect) -> String {
    if dialect != Dialect::Postgres {
        return without_order(&loose(text, dialect));
    }
    let tokens = tokens(text, dialect);
    let on = tokens.iter().position(|token| token.is(text, "on")).unwrap_or(tokens.len());
    let is_time = |token: &Token| ["before", "after", "of"].iter().any(|word| token.is(text, word));
    let start = tokens.iter().position(is_time).map_or(on, |at| at + 1).min(on);
    let before = &tokens[..start];
    let mut events: Vec<String> = Vec::new();
    let mut event = String::new();
    for token in &tokens[start..on] {
        if token.is(text, "or") {
            events.push(std::mem::take(&mut event));
        } else {
            event = format!("{event} {}", token.text(text).to_lowercase());
        }
    }
    events.push(event);
    events.sort();
    let from = tokens.get(on).map_or(text.len(), |token| token.start as usize);
    let constraint = before.iter().any(|token| token.is(text, "constraint"));
    let time = before.last().map_or("", |token| token.text(text)).to_lowercase();
    let rest = &text[from..];
    // `WHEN (…)` is an expression; what else there is are words.
    let (when, rest) = match between(rest, "when", dialect) {
        // A whole row is `old.*` where the server prints it.
        Some((expr, without)) => (meaning(&whole_rows(&expr, dialect), dialect), without),
        None => (String::new(), rest.to_owned()),
    };
    let (tables, rest) = transitions(&rest, dialect);
    // Arguments are texts, in quotes or not.
    let rest = loose(&rest, dialect).replace("execute procedure", "execute function").replace('\'', "");
    let rest = if rest.contains("for each row") || rest.contains("for row") || rest.contains("for each statement") {
        rest.replace("for row", "for each row").replace(" for each statement", "")
    } else {
        rest
    };
    // What nobody says of a constraint trigger is this.
    let rest = rest.replace(" not deferrable", "").replace(" initially immediate", "");
    let rest = rest.replace(" deferrable initially deferred", " initially deferred");
    format!("{constraint} {time} {} {when} {tables} {rest}", events.join(" or"))
}

/// The tables behind `REFERENCING`, in one order, and the text without them.
fn transitions(text: &str, dialect: Dialect) -> (String, String) {
    let list = tokens(text, dialect);
    let Some(start) = list.iter().position(|token| token.is(text, "referencing")) else {
        return (String::new(), text.to_owned());
    };
    let mut tables = Vec::new();
    let mut at = start + 1;
    while let Some(kind) = list.get(at).filter(|token| token.is(text, "old") || token.is(text, "new")) {
        at += 1;
        at += usize::from(list.get(at).is_some_and(|token| token.is(text, "table")));
        at += usize::from(list.get(at).is_some_and(|token| token.is(text, "as")));
        let name = list.get(at).map_or("", |token| token.text(text)).trim_matches('"');
        tables.push(format!("{} {name}", kind.text(text)).to_lowercase());
        at += 1;
    }
    tables.sort();
    let end = list.get(at).map_or(text.len(), |token| token.start as usize);
    (tables.join(" "), format!("{}{}", &text[..list[start].start as usize], &text[end..]))
}

/// `old.*` as `old`, and `new.*` as `new`.
fn whole_rows(expr: &str, dialect: Dialect) -> String {
    let list = tokens(expr, dialect);
    let mut out = String::new();
    let mut at = 0;
    while let Some(token) = list.get(at) {
        out.push_str(token.text(expr));
        out.push(' ');
        let row = token.is(expr, "old") || token.is(expr, "new");
        let all = list.get(at + 1).is_some_and(|dot| dot.kind == Kind::Dot)
            && list.get(at + 2).is_some_and(|star| star.text(expr) == "*");
        if !row && list.get(at + 1).is_some_and(|dot| dot.kind == Kind::Dot) || token.kind == Kind::Dot {
            out.pop();
        }
        if row && !all && list.get(at + 1).is_some_and(|dot| dot.kind == Kind::Dot) {
            out.pop();
        }
        at += if row && all { 3 } else { 1 };
    }
    out
}
