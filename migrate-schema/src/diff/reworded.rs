//! Statements inside of rules and functions, which PostgreSQL keeps as trees and prints in its own words: with brackets and
//! casts of its own, and with its table before each column.

use migrate_core::Dialect;

use super::{expr, same};
use crate::catalog::details::RoutineDetails;
use crate::catalog::name::Ident;
use crate::catalog::other::Other;
use crate::catalog::{Catalog, Key, Object, Space};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// Whether two rules do the same, one as somebody wrote it and the other as the server prints it.
pub(super) fn same_rule(before: (&Catalog, &Object), after: (&Catalog, &Object)) -> bool {
    let (Object::Other(old), Object::Other(new)) = (before.1, after.1) else { return false };
    let (one, other) = (&*old.definition.text, &*new.definition.text);
    let printed = |text: &str| text.contains(" AS\n    ON ");
    let event = |text: &str| Some(bare(&same::rule_parts(text)?.0));
    let action = |catalog: &Catalog, own: &Other| {
        let mut words = words(same::rule_parts(&own.definition.text)?.1);
        filled(catalog, own.table.as_ref(), &mut words);
        Some(spoken(&words))
    };
    [&old.kind, &new.kind].iter().all(|kind| &***kind == "RULE")
        && old.since.is_empty()
        && new.since.is_empty()
        && printed(one) != printed(other)
        && event(one).is_some_and(|said| Some(said) == event(other))
        && action(before.0, old).is_some_and(|said| Some(said) == action(after.0, new))
}

/// Whether two functions with bodies of the standard do the same, one as somebody wrote it and the other as it is printed.
pub(super) fn same_body(old: &RoutineDetails, new: &RoutineDetails) -> bool {
    let cut = |details: &'_ RoutineDetails| {
        let text = &details.definition.text;
        let at = text.to_ascii_uppercase().find("BEGIN ATOMIC")?;
        let (head, body) = text.split_at(at);
        let rest = &body["BEGIN ATOMIC".len()..];
        let printed = rest.starts_with("\n ") && !rest[2..].starts_with(char::is_whitespace);
        // Such a body is SQL, whether that is said or not.
        let language = if head.to_ascii_lowercase().contains("language") { "" } else { "LANGUAGE sql" };
        let head = super::routine::read(&format!("{head} {language} AS ''")).map(|head| format!("{head:?}"))?;
        Some((head, bare(rest), printed))
    };
    cut(old).zip(cut(new)).is_some_and(|(one, other)| one.0 == other.0 && one.1 == other.1 && one.2 != other.2)
}

/// Statements as what they say, without what the server adds: brackets, casts, and what stands before a dot.
fn bare(text: &str) -> String {
    spoken(&words(text))
}

/// The words of statements without casts, and without what stands before a dot; two statements have a semicolon between them.
fn words(text: &str) -> Vec<String> {
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let written = token.text(text);
        let row = token.is(text, "new") || token.is(text, "old");
        let dotted = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot);
        at += 1;
        match token.kind {
            Kind::Word | Kind::Name if dotted && !row => at += 1,
            _ if written == "::" => at = behind_type(text, &tokens, at),
            _ if token.is(text, "also") => (),
            Kind::Word => out.push(written.to_lowercase()),
            Kind::Name => out.push(name(written)),
            _ => out.push(written.to_owned()),
        }
    }
    while out.last().is_some_and(|word| word == ";") {
        out.pop();
    }
    out
}

/// A name as it is compared, in quotes where it means something else without.
fn name(written: &str) -> String {
    let key = Ident::written(written, Dialect::Postgres, Place::nowhere()).key;
    let plain = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    match plain && !key.starts_with(|first: char| first.is_ascii_digit()) && !is_between(&key) {
        true => key.to_string(),
        false => format!("\"{}\"", key.replace('"', "\"\"")),
    }
}

/// Says the columns where a rule writes to a table without naming them, and those of a row that it writes as a whole: the
/// server says them.
fn filled(catalog: &Catalog, table: Option<&Key>, words: &mut Vec<String>) {
    let columns = |key: &Key| -> Option<Vec<String>> {
        let name = |own: &str| name(&format!("\"{}\"", own.replace('"', "\"\"")));
        match catalog.object(key)? {
            Object::Table(table) if !table.open => {
                Some(table.columns.iter().map(|column| name(&column.name.key)).collect())
            }
            Object::View(view) => Some(view.columns.as_ref()?.iter().map(|column| name(column)).collect()),
            _ => None,
        }
    };
    let whole_row = |words: &[String]| matches!(words, [row, dot, star] if matches!(&**row, "new" | "old") && dot == "." && star == "*");
    while let Some(at) = words.windows(3).position(whole_row) {
        let Some(own) = table.and_then(columns) else { return };
        let row = words[at].clone();
        let fields = own.into_iter().map(|name| vec![row.clone(), ".".to_owned(), name]).collect::<Vec<_>>();
        words.splice(at..at + 3, fields.join(&",".to_owned()));
    }
    let mut at = 0;
    while at + 3 < words.len() {
        if words[at] == "into" && words[at + 2] == "values" && words[at + 3] == "(" {
            let named = |key: &&Key| key.space == Space::Relation && *key.name == *words[at + 1].trim_matches('"');
            let mut keys = catalog.objects().map(|(key, _)| key).filter(named);
            let end = closing(words, at + 3);
            let values = parts(&words[at + 4..end], |word| word == ",").len();
            if let (Some(key), None) = (keys.next(), keys.next())
                && let Some(mut own) = columns(key).filter(|own| own.len() >= values)
            {
                own.truncate(values);
                let list = format!("( {} )", own.join(" , "));
                words.splice(at + 2..at + 2, list.split(' ').map(str::to_owned).collect::<Vec<_>>());
            }
        }
        at += 1;
    }
}

/// The bracket that closes the one at `open`.
fn closing(words: &[String], open: usize) -> usize {
    let mut depth = 0u32;
    let close = (open..words.len()).find(|at| {
        match &*words[*at] {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => (),
        }
        depth == 0
    });
    close.unwrap_or(words.len())
}

/// What stands between words outside of brackets.
fn parts(words: &[String], ends: impl Fn(&str) -> bool) -> Vec<&[String]> {
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < words.len() {
        if words[at] == "(" {
            at = closing(words, at);
        } else if ends(&words[at]) {
            found.push(&words[start..at]);
            start = at + 1;
        }
        at += 1;
    }
    found.push(&words[start.min(words.len())..]);
    found
}

/// Words between which expressions stand in statements, beside those of queries.
const BETWEEN: &[&str] = &[
    "full",
    "insert",
    "into",
    "update",
    "set",
    "values",
    "delete",
    "returning",
    "with",
    "recursive",
    "default",
    "do",
    "nothing",
    "conflict",
];

fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word) || super::view::BETWEEN.contains(&word)
}

/// What words say: each expression between the words of its clause as its tree.
fn spoken(words: &[String]) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let ends = |at: usize| {
        let word = &*words[at];
        // `left(a, 1)` is a call.
        let call = words.get(at + 1).is_some_and(|next| next == "(") && matches!(word, "left" | "right");
        matches!(word, "," | ";") || is_between(word) && !call
    };
    while at <= words.len() {
        if at == words.len() || ends(at) {
            if start < at {
                let said = expression(&words[start..at]);
                match &out[..] {
                    // It is called so anyway.
                    [.., own, word] if word == "as" && (*own == said || own.starts_with(&format!("{said}("))) => {
                        out.pop();
                    }
                    _ => out.push(said),
                }
            }
            start = at + 1;
            out.extend(words.get(at).cloned());
        } else if words[at] == "(" {
            at = closing(words, at).min(words.len() - 1);
        }
        at += 1;
    }
    // What a join is without more words, and a name for a table that is its own.
    out.retain(|word| !matches!(&**word, "inner" | "outer" | "as" | "asc"));
    out.join(" ")
}

/// What stands between two words of clauses.
fn expression(words: &[String]) -> String {
    if let [name, alias] = words
        && name == alias
    {
        return name.clone();
    }
    if words[0] == "(" && closing(words, 0) + 1 == words.len() {
        let inner = &words[1..words.len() - 1];
        let inner = inner.strip_suffix(&[";".to_owned()]).unwrap_or(inner);
        let said = spoken(inner);
        let is_query = inner.first().is_some_and(|word| matches!(&**word, "select" | "with" | "values"));
        let is_list = parts(inner, |word| word == ",").len() > 1;
        return if is_query || is_list { format!("( {said} )") } else { said };
    }
    let (mut text, mut queries, mut at) = (Vec::new(), Vec::new(), 0);
    while at < words.len() {
        let inner = words.get(at + 1).filter(|_| words[at] == "(");
        if inner.is_some_and(|word| matches!(&**word, "select" | "with")) {
            let end = closing(words, at).min(words.len() - 1);
            text.push(format!("${}", expr::INNER + queries.len()));
            queries.push(format!("( {} )", spoken(&words[at + 1..end])));
            at = end;
        } else {
            text.push(words[at].clone());
        }
        at += 1;
    }
    let text = text.join(" ");
    expr::in_query(&text, &queries, false).unwrap_or(text)
}

/// Where a type ends that begins here.
fn behind_type(text: &str, tokens: &[Token], from: usize) -> usize {
    let more = ["precision", "varying", "with", "without", "time", "zone"];
    let mut at = from + 1;
    while let Some(token) = tokens.get(at) {
        let in_name = token.kind == Kind::Dot
            || tokens[at - 1].kind == Kind::Dot
            || more.iter().any(|word| token.is(text, word))
            || matches!(token.text(text), "[" | "]" | "[]");
        if !in_name {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_the_server_adds_says_nothing() {
        let written = "DO ALSO INSERT INTO s.log (n, t) VALUES (NEW.a, 'x'); DELETE FROM t WHERE a = old.a";
        let printed = " DO  INSERT INTO log (n, t)\n  VALUES (new.a, 'x'::character varying);\n DELETE FROM public.t\n  WHERE (t.a = old.a);";
        assert_eq!(bare(written), bare(printed));
        assert_ne!(bare("SELECT new.a"), bare("SELECT old.a"));
        let joined = "SELECT t.a FROM (s.t t JOIN u v ON ((t.a = v.b))) WHERE (t.b ~~ 'x%'::text)";
        assert_eq!(bare("SELECT a FROM t INNER JOIN u AS v ON a = v.b WHERE b LIKE 'x%'"), bare(joined));
        assert_eq!(
            bare("UPDATE t SET a = (a + 1) * 2, b = (SELECT max(b) FROM t)"),
            bare("UPDATE t SET a = ((t.a + 1) * 2), b = ( SELECT max(t.b) AS max FROM t)")
        );
        assert_ne!(bare("SELECT (a + b) * c"), bare("SELECT (a + (b * c))"));
        assert_ne!(bare("DELETE FROM t WHERE (a OR b) AND c"), bare("DELETE FROM t WHERE a OR b AND c"));
    }
}
