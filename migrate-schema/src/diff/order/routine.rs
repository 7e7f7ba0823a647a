//! What a function names: its parameters are its own, and of what PL/pgSQL declares only the types are looked up.

use std::collections::BTreeSet;

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// The parameters of a function: where they stand in its head, and how they are called.
#[derive(Default)]
pub(super) struct Parameters {
    /// The tokens that name them.
    pub(super) places: BTreeSet<usize>,
    /// Their names.
    pub(super) names: BTreeSet<String>,
    /// Where the lists of them end.
    pub(super) end: usize,
}

/// Words that stand before the name of a table or a type.
const BEFORE_NAMES: &[&str] = &["FROM", "JOIN", "INTO", "UPDATE", "ONLY", "USING", "TABLE", "RETURNS", "SETOF"];

fn name_of(sql: &str, token: &Token) -> String {
    let text = token.text(sql);
    match token.kind {
        Kind::Name => text.trim_matches('"').to_owned(),
        _ => text.to_lowercase(),
    }
}

const fn is_name(token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Name)
}

impl Parameters {
    /// Of a statement that makes a function or procedure of PostgreSQL; none of others.
    pub(super) fn of(sql: &str, tokens: &[Token], dialect: Dialect) -> Parameters {
        let mut found = Parameters::default();
        let mut shown = tokens.iter().enumerate().filter(|(_, token)| token.kind != Kind::Comment);
        let begins = shown.next().is_some_and(|(_, token)| token.is(sql, "CREATE"));
        let kind = shown.find(|(_, token)| !token.is(sql, "OR") && !token.is(sql, "REPLACE"));
        let makes = kind.is_some_and(|(_, token)| token.is(sql, "FUNCTION") || token.is(sql, "PROCEDURE"));
        if dialect != Dialect::Postgres || !begins || !makes {
            return found;
        }
        let Some(open) = tokens.iter().position(|token| token.kind == Kind::Open) else { return found };
        found.end = found.list(sql, tokens, open);
        let mut rest = tokens.iter().enumerate().skip(found.end).filter(|(_, token)| token.kind != Kind::Comment);
        let returns = rest.next().is_some_and(|(_, token)| token.is(sql, "RETURNS"));
        let table = rest.next().is_some_and(|(_, token)| token.is(sql, "TABLE"));
        if let Some((at, token)) = rest.next()
            && returns
            && table
            && token.kind == Kind::Open
        {
            found.end = found.list(sql, tokens, at);
        }
        found
    }

    /// The parameters between brackets; gives where it goes on behind these.
    fn list(&mut self, sql: &str, tokens: &[Token], open: usize) -> usize {
        let mut depth = 0;
        let mut begins = true;
        for (at, token) in tokens.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => {
                    depth -= 1;
                    if depth == 0 {
                        return at + 1;
                    }
                }
                Kind::Comma if depth == 1 => begins = true,
                _ if begins && is_name(token) => {
                    let mode = ["IN", "OUT", "INOUT", "VARIADIC"].iter().any(|word| token.is(sql, word));
                    let named = tokens[at + 1..].iter().find(|next| next.kind != Kind::Comment).is_some_and(is_name);
                    if !(mode && named) {
                        begins = false;
                        if named {
                            self.places.insert(at);
                            self.names.insert(name_of(sql, token));
                        }
                    }
                }
                _ => (),
            }
        }
        tokens.len()
    }

    /// Whether a word of the body is a parameter, and no table or function of its name.
    pub(super) fn is_one(&self, sql: &str, tokens: &[Token], at: usize) -> bool {
        if self.names.is_empty() || !self.names.contains(&name_of(sql, &tokens[at])) {
            return false;
        }
        let shown = |token: &&Token| token.kind != Kind::Comment;
        let before = tokens[..at].iter().rev().find(shown);
        let behind = tokens[at + 1..].iter().find(shown);
        let read =
            before.is_some_and(|token| token.kind == Kind::Dot || BEFORE_NAMES.iter().any(|word| token.is(sql, word)));
        !read && !behind.is_some_and(|token| token.kind == Kind::Open)
    }
}

/// The names of the types of what PL/pgSQL declares: they are looked up when the function is made.
pub(super) fn declared(body: &str, into: &mut BTreeSet<String>) {
    let tokens: Vec<Token> =
        Lexer::new(body, 0..body.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    let mut declares = false;
    // How far it is in a declaration: its name, its type, what stands behind that.
    let mut part = 0;
    for token in &tokens {
        match token.kind {
            Kind::Word if token.is(body, "DECLARE") => (declares, part) = (true, 0),
            Kind::Word if token.is(body, "BEGIN") => declares = false,
            _ if !declares => (),
            Kind::Semi => part = 0,
            Kind::Word | Kind::Name if part == 0 => part = 1,
            Kind::Word if token.is(body, "CONSTANT") => (),
            Kind::Word
                if ["DEFAULT", "NOT", "COLLATE", "CURSOR", "SCROLL", "NO", "ALIAS"]
                    .iter()
                    .any(|word| token.is(body, word)) =>
            {
                part = 2;
            }
            Kind::Word | Kind::Name if part == 1 => drop(into.insert(name_of(body, token))),
            _ if token.text(body).starts_with([':', '=']) => part = 2,
            _ => (),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(body: &str) -> Vec<String> {
        let mut found = BTreeSet::new();
        declared(body, &mut found);
        found.into_iter().collect()
    }

    #[test]
    fn types_of_declarations_are_named_and_their_names_and_values_are_not() {
        assert_eq!(types("DECLARE a one[]; b CONSTANT s.two := f(c); BEGIN d three; END"), ["one", "s", "two"]);
        assert_eq!(types("begin declare \"T\" \"Four\" default x; e cursor for select 1; begin end; end"), ["Four"]);
        assert!(types("BEGIN a := b; END").is_empty());
    }

    #[test]
    fn parameters_are_what_stands_before_a_type() {
        let sql =
            "CREATE OR REPLACE FUNCTION f(a int, INOUT b t, c, VARIADIC \"D\" text[]) RETURNS TABLE (e int, f g) AS ''";
        let tokens: Vec<Token> = Lexer::new(sql, 0..sql.len(), Dialect::Postgres).collect();
        let names = Parameters::of(sql, &tokens, Dialect::Postgres).names;
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["D", "a", "b", "e", "f"]);
    }
}
