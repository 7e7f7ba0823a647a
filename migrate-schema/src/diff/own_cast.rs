//! Casts of a column to the type that it has: PostgreSQL does not keep them.

use std::borrow::Cow;

use migrate_core::Dialect;

use super::ty;
use crate::catalog::name::Ident;
use crate::catalog::table::{Table, Type};
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// No type has more words and brackets: `timestamp(3) with time zone[]`.
const LONGEST: usize = 9;

/// Words behind which brackets hold an expression, and are no call.
const BEFORE: &[&str] = &["and", "or", "not", "when", "then", "else", "case", "in", "is", "between", "like"];

/// An expression over the columns of one table without such casts.
pub(super) fn without<'t>(text: &'t str, table: &Table, dialect: Dialect) -> Cow<'t, str> {
    if dialect != Dialect::Postgres || !text.contains("::") && !text.to_ascii_lowercase().contains("cast") {
        return Cow::Borrowed(text);
    }
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), dialect).collect();
    let reader = Reader { text, tokens: &tokens, table };
    let (mut out, mut done, mut at) = (String::new(), 0, 0);
    while at < tokens.len() {
        match reader.written_behind(at).or_else(|| reader.around(at)) {
            Some(Found { kept, last }) => {
                out.push_str(&text[done..tokens[at].start as usize]);
                out.push_str(&text[kept]);
                done = tokens[last].end as usize;
                at = last + 1;
            }
            None => at += 1,
        }
    }
    match done {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(out + &text[done..]),
    }
}

/// What stays of a cast, and the token with which it ends.
struct Found {
    kept: std::ops::Range<usize>,
    last: usize,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    table: &'a Table,
}

impl Reader<'_> {
    fn is_kind(&self, at: usize, kind: Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn is_op(&self, at: usize, op: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text(self.text) == op)
    }

    /// The type of the column that stands here, as it is compared.
    fn column(&self, at: usize) -> Option<String> {
        let token = self.tokens.get(at).filter(|token| matches!(token.kind, Kind::Word | Kind::Name))?;
        if at.checked_sub(1).is_some_and(|before| self.is_kind(before, Kind::Dot) || self.is_op(before, "::")) {
            return None;
        }
        let name = Ident::written(token.text(self.text), Dialect::Postgres, Place::nowhere());
        let own = self.table.column(&name.key)?.ty.as_ref()?;
        Some(ty::meaning(own, Dialect::Postgres))
    }

    /// `a::int`, `(a)::int`
    fn written_behind(&self, at: usize) -> Option<Found> {
        let opens = self.is_kind(at, Kind::Open);
        let calls = || {
            let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
            before.is_some_and(|token| {
                matches!(token.kind, Kind::Word | Kind::Name) && !BEFORE.iter().any(|word| token.is(self.text, word))
            })
        };
        if opens && (!self.is_kind(at + 2, Kind::Close) || calls()) {
            return None;
        }
        let name = at + usize::from(opens);
        let own = self.column(name)?;
        let cast = name + 1 + usize::from(opens);
        if !self.is_op(cast, "::") {
            return None;
        }
        let longest = (self.tokens.len() - cast - 1).min(LONGEST);
        // `a::int[]` is another type than `a::int`.
        let goes_on = |at: usize| {
            self.is_op(at, "[") || self.is_kind(at, Kind::Open) || self.is(at, "with") || self.is(at, "array")
        };
        let ends = |last: &usize| self.is_type(cast + 1, *last, &own) && !goes_on(last + 1);
        let last = (1..=longest).map(|count| cast + count).find(ends)?;
        Some(Found { kept: self.tokens[name].range(), last })
    }

    /// `CAST(a AS int)`
    fn around(&self, at: usize) -> Option<Found> {
        if !self.is(at, "cast") || !self.is_kind(at + 1, Kind::Open) || !self.is(at + 3, "as") {
            return None;
        }
        let own = self.column(at + 2)?;
        let first = at + 4;
        let longest = (self.tokens.len().checked_sub(first)?).min(LONGEST);
        let last = (0..longest)
            .map(|count| first + count)
            .find(|&last| self.is_kind(last + 1, Kind::Close) && self.is_type(first, last, &own))?;
        Some(Found { kept: self.tokens[at + 2].range(), last: last + 1 })
    }

    /// Whether the tokens are the type that a column has, or that without its length.
    fn is_type(&self, first: usize, last: usize, own: &str) -> bool {
        let text = &self.text[self.tokens[first].start as usize..self.tokens[last].end as usize];
        if text.contains('[') && !text.ends_with(']') {
            return false;
        }
        let written = Type { text: text.to_lowercase().into(), meaning: "".into(), own: None };
        let written = ty::meaning(&written, Dialect::Postgres);
        written == own || own.split_once('(').is_some_and(|(base, rest)| base == written && rest.ends_with(')'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn without_casts(expression: &str) -> String {
        let sql = "CREATE TABLE t (a int, b jsonb, c timestamptz, d numeric(8, 2), e int[], f double precision)";
        let mut catalog = Catalog::new(Dialect::Postgres, []);
        crate::diff::script::apply(&mut catalog, "a.sql", sql);
        let (_, table) = catalog.tables().next().expect("it was made");
        without(expression, table, Dialect::Postgres).into_owned()
    }

    #[test]
    fn a_column_is_of_its_type_already() {
        for (written, kept) in [
            ("a::int > 0", "a > 0"),
            ("(a)::integer > 0 AND (b)::jsonb ? 'x'", "a > 0 AND b ? 'x'"),
            ("CAST(c AS timestamp with time zone) > now()", "c > now()"),
            ("f::double precision > d::numeric", "f > d"),
            ("e::int[] <> '{}'", "e <> '{}'"),
            ("d::numeric(8,2) > 1", "d > 1"),
        ] {
            assert_eq!(without_casts(written), kept, "{written}");
        }
    }

    #[test]
    fn another_cast_stays() {
        for written in [
            "a::bigint > 0",
            "a::int[] <> e",
            "sum(a)::int > 0",
            "c::timestamp > now()",
            "CAST(a AS text) <> ''",
            "x.a::int > 0",
            "'a'::jsonb ? 'x'",
            "d::numeric(8,1) > 1",
        ] {
            assert_eq!(without_casts(written), written);
        }
    }
}
