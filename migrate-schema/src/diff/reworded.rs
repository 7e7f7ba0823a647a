//! Statements inside of rules and functions, which PostgreSQL keeps as trees and prints in its own words: with brackets and
//! casts of its own, and with its table before each column.

use migrate_core::Dialect;

use super::same;
use crate::catalog::Object;
use crate::catalog::details::RoutineDetails;
use crate::sql::{Kind, Lexer, Token};

/// Whether two rules do the same, one as somebody wrote it and the other as the server prints it.
pub(super) fn same_rule(old: &Object, new: &Object) -> bool {
    let (Object::Other(old), Object::Other(new)) = (old, new) else { return false };
    let (one, other) = (&*old.definition.text, &*new.definition.text);
    let printed = |text: &str| text.contains(" AS\n    ON ");
    let event = |text: &str| Some(bare(&same::rule_parts(text)?.0));
    let action = |text: &str| Some(bare(same::rule_parts(text)?.1));
    [&old.kind, &new.kind].iter().all(|kind| &***kind == "RULE")
        && old.since.is_empty()
        && new.since.is_empty()
        && printed(one) != printed(other)
        && event(one).is_some_and(|said| Some(said) == event(other))
        && action(one).is_some_and(|said| Some(said) == action(other))
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

/// The words of a statement without what the server adds: brackets, casts, and what stands before a dot.
fn bare(text: &str) -> String {
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
            Kind::Open | Kind::Close => (),
            Kind::Word | Kind::Name if dotted && !row => at += 1,
            _ if written == "::" => at = behind_type(text, &tokens, at),
            _ if token.is(text, "also") => (),
            Kind::Word => out.push(written.to_lowercase()),
            Kind::Name => out.push(written.trim_matches('"').to_owned()),
            _ => out.push(written.to_owned()),
        }
    }
    out.retain(|word| word != ";");
    out.join(" ")
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
    }
}
