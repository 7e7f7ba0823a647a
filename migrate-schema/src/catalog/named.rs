//! The name that PostgreSQL gives to an expression of an index, as it does to a column of a query.

use migrate_core::Dialect;

use super::name::Ident;
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// A name, and whether that of a type or a `CASE` around it counts more.
struct Name {
    text: String,
    weak: bool,
}

/// The name of an expression. None where that is not known.
pub(super) fn expression(text: &str) -> Option<String> {
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    let found = Reader { text }.figure(&tokens)?;
    Some(found.map_or_else(|| "expr".to_owned(), |name| name.text))
}

/// Words of operators that stand below casts and calls.
const OPERATORS: &[&str] = &[
    "and", "or", "not", "is", "isnull", "notnull", "in", "between", "like", "ilike", "similar", "overlaps", "operator",
];

/// Values that are written as a word.
const VALUES: &[&str] = &["true", "false", "null"];

/// What is written like a call and parsed as something whose name nobody knows here.
const STRANGE: &[&str] =
    &["xmlparse", "xmlelement", "xmlforest", "xmlpi", "xmlroot", "xmlserialize", "any", "some", "all"];

struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn is(&self, token: &Token, word: &str) -> bool {
        token.is(self.text, word)
    }

    fn name(&self, token: &Token) -> String {
        Ident::written(token.text(self.text), Dialect::Postgres, Place::nowhere()).key.to_string()
    }

    /// How deep in brackets and in `CASE` each token stands; what opens and closes stands where its inside does not.
    fn depths(&self, tokens: &[Token]) -> Vec<u32> {
        let mut depth = 0_u32;
        let open = |token: &Token| token.kind == Kind::Open || token.text(self.text) == "[" || self.is(token, "case");
        let close = |token: &Token| token.kind == Kind::Close || token.text(self.text) == "]" || self.is(token, "end");
        let one = |token: &Token| {
            if close(token) {
                depth = depth.saturating_sub(1);
            }
            let own = depth;
            if open(token) {
                depth += 1;
            }
            own
        };
        tokens.iter().map(one).collect()
    }

    /// The name of what the tokens are; inside it is none where it has none, outside where that is not known.
    fn figure(&self, tokens: &[Token]) -> Option<Option<Name>> {
        let (first, last) = (tokens.first()?, tokens.last()?);
        let strong = |text: String| Some(Some(Name { text, weak: false }));
        let is_name = |token: &Token| matches!(token.kind, Kind::Word | Kind::Name);
        if tokens.len() == 1 {
            return match first.kind {
                Kind::Word if VALUES.iter().any(|word| self.is(first, word)) => Some(None),
                Kind::Word | Kind::Name => strong(self.name(first)),
                Kind::Text | Kind::Number | Kind::Dollar => Some(None),
                _ => None,
            };
        }
        let depths = self.depths(tokens);
        // Where what opens at a place ends.
        let end_of = |at: usize| (at + 1..tokens.len()).find(|&end| depths[end] == depths[at]);
        let whole = |at: usize| end_of(at) == Some(tokens.len() - 1);
        if first.kind == Kind::Open && whole(0) {
            let row = (1..tokens.len() - 1).any(|at| tokens[at].kind == Kind::Comma && depths[at] == 1);
            return if row { strong("row".to_owned()) } else { self.figure(&tokens[1..tokens.len() - 1]) };
        }
        let top =
            |test: &dyn Fn(&Token) -> bool| (0..tokens.len()).rev().find(|&at| depths[at] == 0 && test(&tokens[at]));
        let cast = top(&|token| token.text(self.text) == "::");
        let operator = |token: &Token| match token.kind {
            Kind::Op => !matches!(token.text(self.text), "::" | "[" | "]" | ":"),
            Kind::Word => OPERATORS.iter().any(|word| self.is(token, word)),
            _ => false,
        };
        if top(&operator).is_some() {
            return Some(None);
        }
        if top(&|token| self.is(token, "at")).is_some() {
            return strong("timezone".to_owned());
        }
        let collate = top(&|token| self.is(token, "collate"));
        if let Some(at) = collate.filter(|at| cast.is_none_or(|cast| cast < *at)) {
            return self.figure(&tokens[..at]);
        }
        if let Some(at) = cast {
            return self.cast(&tokens[..at], &tokens[at + 1..]);
        }
        if self.is(first, "array") && tokens[1].text(self.text) == "[" && whole(1) {
            return strong("array".to_owned());
        }
        if last.text(self.text) == "]" {
            let open = top(&|token| token.text(self.text) == "[")?;
            return self.figure(&tokens[..open]);
        }
        if self.is(first, "case") && whole(0) {
            return self.case(tokens, &depths);
        }
        // A type before a text.
        if last.kind == Kind::Text && tokens[..tokens.len() - 1].iter().all(is_name) {
            return Some(Some(Name { text: type_name(self.text, &tokens[..tokens.len() - 1])?, weak: true }));
        }
        if is_name(last) && tokens[tokens.len() - 2].kind == Kind::Dot {
            return strong(self.name(last));
        }
        let open = tokens.iter().position(|token| token.kind == Kind::Open)?;
        let called = tokens[..open].iter().all(|token| is_name(token) || token.kind == Kind::Dot);
        if open == 0 || !called || !whole(open) {
            return None;
        }
        self.call(&self.name(&tokens[open - 1]), &tokens[open + 1..tokens.len() - 1])
    }

    /// A cast has the name of what is cast, but for one that has none of its own.
    fn cast(&self, value: &[Token], ty: &[Token]) -> Option<Option<Name>> {
        match self.figure(value)? {
            Some(name) if !name.weak => Some(Some(name)),
            _ => Some(Some(Name { text: type_name(self.text, ty)?, weak: true })),
        }
    }

    fn case(&self, tokens: &[Token], depths: &[u32]) -> Option<Option<Name>> {
        let other = (0..tokens.len()).rev().find(|&at| depths[at] == 1 && self.is(&tokens[at], "else"));
        let name = match other {
            Some(at) => self.figure(&tokens[at + 1..tokens.len() - 1])?,
            None => None,
        };
        Some(name.filter(|name| !name.weak).or_else(|| Some(Name { text: "case".to_owned(), weak: true })))
    }

    fn call(&self, name: &str, inside: &[Token]) -> Option<Option<Name>> {
        let strong = |text: &str| Some(Some(Name { text: text.to_owned(), weak: false }));
        match name {
            "cast" | "treat" => {
                let depths = self.depths(inside);
                let at = (0..inside.len()).rev().find(|&at| depths[at] == 0 && self.is(&inside[at], "as"))?;
                self.cast(&inside[..at], &inside[at + 1..])
            }
            "trim" if inside.first().is_some_and(|first| self.is(first, "leading")) => strong("ltrim"),
            "trim" if inside.first().is_some_and(|first| self.is(first, "trailing")) => strong("rtrim"),
            "trim" => strong("btrim"),
            name if STRANGE.contains(&name) => None,
            name => strong(name),
        }
    }
}

/// A type as the server's own parser calls it.
fn type_name(text: &str, tokens: &[Token]) -> Option<String> {
    let words: Vec<String> = tokens
        .iter()
        .take_while(|token| token.text(text) != "[" && !token.is(text, "array"))
        .filter(|token| matches!(token.kind, Kind::Word | Kind::Name))
        .map(|token| Ident::written(token.text(text), Dialect::Postgres, Place::nowhere()).key.to_string())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(
        match words[..] {
            ["int" | "integer"] => "int4",
            ["bigint"] => "int8",
            ["smallint"] => "int2",
            ["boolean"] => "bool",
            ["real"] => "float4",
            ["double", "precision"] | ["float"] => "float8",
            ["decimal" | "dec"] => "numeric",
            ["character" | "char" | "national", "varying"] | ["national", "character" | "char", "varying"] => "varchar",
            ["character" | "char" | "nchar"] | ["national", "character" | "char"] => "bpchar",
            ["bit", "varying"] => "varbit",
            ["timestamp", "with", ..] => "timestamptz",
            ["timestamp", ..] => "timestamp",
            ["time", "with", ..] => "timetz",
            ["time", ..] => "time",
            ["interval", ..] => "interval",
            [.., last] => last,
            [] => return None,
        }
        .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_have_names_as_on_the_server() {
        for (text, name) in [
            ("lower(a)", "lower"),
            ("(lower(a))", "lower"),
            ("pg_catalog.lower(a)", "lower"),
            ("a || b", "expr"),
            ("data ->> 'k'", "expr"),
            ("(data ->> 'k')::int", "int4"),
            ("(a + 1)::numeric(5,2)", "numeric"),
            ("('2020-01-01')::timestamp with time zone", "timestamptz"),
            ("a::date", "a"),
            ("a::text::varchar(3)", "a"),
            ("lower(a)::text", "lower"),
            ("cast(a || b as text)", "text"),
            ("coalesce(a, b)", "coalesce"),
            ("trim(a)", "btrim"),
            ("trim(leading from a)", "ltrim"),
            ("substring(a from 1 for 3)", "substring"),
            ("extract(year from a)", "extract"),
            ("a at time zone 'UTC'", "timezone"),
            ("date(a at time zone 'UTC')", "date"),
            ("case when a then b end", "case"),
            ("case when a then 1 else b end", "b"),
            ("case when a then b else 0 end", "case"),
            ("case when a then b else 0 end + 1", "expr"),
            ("a is null", "expr"),
            ("not a", "expr"),
            ("a[1]", "a"),
            ("array[a, b]", "array"),
            ("(a).b", "b"),
            ("(a, b)", "row"),
            ("a collate \"C\"", "a"),
            ("lower(a) collate \"C\"", "lower"),
            ("- a", "expr"),
            ("date '2020-01-01'", "date"),
        ] {
            assert_eq!(expression(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(expression("xmlparse(document a)"), None);
    }
}
