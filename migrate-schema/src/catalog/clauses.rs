//! The clauses of a function of PostgreSQL that `ALTER FUNCTION` changes, in the text that makes it.

use std::ops::Range;
use std::sync::Arc;

use migrate_core::Dialect;

use super::details::Definition;
use crate::sql::{Kind, Lexer, Token};

/// One clause: what it is about, and where it stands. Of two that are about the same the later one holds.
struct Clause {
    about: String,
    /// `RESET`, which takes a setting away.
    reset: bool,
    range: Range<usize>,
}

/// The definition as it is behind an `ALTER` with these words; none if they are not understood.
pub(super) fn altered(definition: &Definition, words: &str) -> Option<Definition> {
    let change = |text: &str, words: &str| -> Option<Arc<str>> {
        let own = tokens(text);
        // The clauses stand behind the arguments.
        let mut depth = 0;
        let close = own.iter().position(|token| {
            depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            token.kind == Kind::Close && depth == 0
        })?;
        let own = clauses(text, &own[close + 1..]);
        let new = clauses(words, &tokens(words));
        let first = own.first()?.range.start;
        if new.is_empty() {
            return None;
        }
        let goes = |clause: &&Clause| {
            let all = |new: &Clause| new.reset && new.about == "set all" && clause.about.starts_with("set ");
            new.iter().any(|new| new.about == clause.about || all(new))
        };
        let mut out = text[..first].to_owned();
        for clause in new.iter().filter(|clause| !clause.reset) {
            out.push_str(&words[clause.range.clone()]);
            out.push(' ');
        }
        let mut done = first;
        for clause in own.iter().filter(goes) {
            out.push_str(&text[done..clause.range.start]);
            done = clause.range.end;
            done += text[done..].len() - text[done..].trim_start().len();
        }
        out.push_str(&text[done..]);
        Some(out.trim_end().into())
    };
    let (text, meaning) = (change(&definition.text, words)?, change(&definition.meaning, &words.to_lowercase())?);
    Some(Definition { text, meaning, parts: None })
}

fn tokens(text: &str) -> Vec<Token> {
    Lexer::new(text, 0..text.len(), Dialect::Postgres).collect()
}

/// The clauses among these tokens, up to a body that is written out.
fn clauses(text: &str, tokens: &[Token]) -> Vec<Clause> {
    let mut found = Vec::new();
    let (mut at, mut depth) = (0, 0);
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(text, word));
    while let Some(token) = tokens.get(at) {
        depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
        let phrase = |words: &str| words.split(' ').enumerate().all(|(ahead, word)| is(at + ahead, word));
        if depth == 0 && (phrase("begin atomic") || phrase("return")) {
            break;
        }
        let clause = match depth {
            0 => PHRASES.iter().find(|(words, ..)| phrase(words)),
            _ => None,
        };
        let Some((words, about, more)) = clause else {
            at += 1;
            continue;
        };
        let mut end = at + words.split(' ').count();
        let mut about = (*about).to_owned();
        match more {
            More::Nothing => (),
            More::Word => end += 1,
            More::Name => end = name_end(text, tokens, end),
            More::Setting => {
                let start = end;
                end = name_end(text, tokens, end);
                about = format!("set {}", name(text, &tokens[start..end.min(tokens.len())]));
                if *words == "set" {
                    end = value_end(text, tokens, end);
                }
            }
            More::Values => end = list_end(text, tokens, end),
        }
        let Some(last) = tokens.get(end - 1) else { break };
        let range = token.start as usize..last.end as usize;
        found.push(Clause { about, reset: *words == "reset", range });
        at = end;
    }
    found
}

/// What follows the words of a clause.
enum More {
    Nothing,
    Word,
    /// A name, perhaps with a schema.
    Name,
    /// The name of a setting, and behind `SET` its value.
    Setting,
    /// Values with commas between them.
    Values,
}

/// The words that a clause begins with, what it is about, and what follows.
const PHRASES: &[(&str, &str, More)] = &[
    ("immutable", "volatility", More::Nothing),
    ("stable", "volatility", More::Nothing),
    ("volatile", "volatility", More::Nothing),
    ("strict", "null", More::Nothing),
    ("called on null input", "null", More::Nothing),
    ("returns null on null input", "null", More::Nothing),
    ("external security", "security", More::Word),
    ("security", "security", More::Word),
    ("not leakproof", "leakproof", More::Nothing),
    ("leakproof", "leakproof", More::Nothing),
    ("cost", "cost", More::Word),
    ("rows", "rows", More::Word),
    ("parallel", "parallel", More::Word),
    ("support", "support", More::Name),
    ("set", "set", More::Setting),
    ("reset", "set", More::Setting),
    ("language", "language", More::Word),
    ("as", "as", More::Values),
];

fn name(text: &str, tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text(text).to_lowercase()).collect()
}

fn name_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let mut end = start + 1;
    while tokens.get(end).is_some_and(|token| token.text(text) == ".") {
        end += 2;
    }
    end
}

/// Behind `TO value`, `= value, value` or `FROM CURRENT`.
fn value_end(text: &str, tokens: &[Token], start: usize) -> usize {
    if tokens.get(start).is_some_and(|token| token.is(text, "from")) {
        return start + 2;
    }
    list_end(text, tokens, start + 1)
}

fn list_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let mut end = start;
    loop {
        // A sign stands before a number.
        end += usize::from(tokens.get(end).is_some_and(|token| token.text(text) == "-")) + 1;
        match tokens.get(end) {
            Some(token) if token.kind == Kind::Comma => end += 1,
            _ => return end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, words: &str) -> Option<String> {
        let definition = Definition { text: text.into(), meaning: text.to_lowercase().into(), parts: None };
        altered(&definition, words).map(|definition| definition.text.to_string())
    }

    #[test]
    fn a_clause_takes_the_place_of_the_one_before() {
        let text = "CREATE FUNCTION f(a int DEFAULT g(1)) RETURNS TABLE (b int) LANGUAGE sql STABLE SET search_path = a, \"B\" AS $$ SELECT 1 $$";
        assert_eq!(
            after(text, "SET search_path TO '' IMMUTABLE").as_deref(),
            Some(
                "CREATE FUNCTION f(a int DEFAULT g(1)) RETURNS TABLE (b int) SET search_path TO '' IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$"
            )
        );
        assert_eq!(
            after(text, "RESET ALL").as_deref(),
            Some("CREATE FUNCTION f(a int DEFAULT g(1)) RETURNS TABLE (b int) LANGUAGE sql STABLE AS $$ SELECT 1 $$")
        );
        assert_eq!(
            after(text, "SECURITY DEFINER COST 10 RESTRICT").as_deref(),
            Some(
                "CREATE FUNCTION f(a int DEFAULT g(1)) RETURNS TABLE (b int) SECURITY DEFINER COST 10 LANGUAGE sql STABLE SET search_path = a, \"B\" AS $$ SELECT 1 $$"
            )
        );
        assert_eq!(after(text, "DEPENDS ON EXTENSION x"), None);
    }

    #[test]
    fn a_body_that_is_written_out_comes_last() {
        let text = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END";
        assert_eq!(
            after(text, "STRICT").as_deref(),
            Some("CREATE FUNCTION f() RETURNS int STRICT LANGUAGE sql BEGIN ATOMIC SELECT 1; END")
        );
    }
}
