//! What squawk 2.68 refuses and PostgreSQL accepts: an operator behind `IS NULL` and the like, as in
//! `CHECK (a IS NULL = (b IS NULL))`. There the test is complete, whatever binds closer; squawk takes `NULL = (…)` for what is
//! tested. It knows better of `ISNULL`.

use super::written::Written;
use crate::sql::lexer::Kind;

/// Where there is none of these there is nothing to look for.
pub(super) const WORDS: [&str; 1] = ["IS"];

/// The text with `ISNULL` and `NOTNULL` where such tests stand, so that all places stay; `None` if there are none.
pub(super) fn without_long_tests(written: &Written<'_>) -> Option<String> {
    let (text, tokens) = (&*written.text, &written.tokens);
    let mut patched = None;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is(text, "IS")) {
        let word = |at: usize, words: &[&str]| {
            tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(text, word)))
        };
        let not = word(at + 1, &["NOT"]);
        let what = at + 1 + usize::from(not);
        let goes_on = tokens.get(what + 1).is_some_and(|token| token.kind == Kind::Op)
            || word(what + 1, &["AT", "BETWEEN", "COLLATE", "ILIKE", "IN", "IS", "LIKE", "NOT", "OPERATOR", "SIMILAR"]);
        if !word(what, &["FALSE", "NULL", "TRUE", "UNKNOWN"]) || !goes_on {
            continue;
        }
        let short = if not { "NOTNULL" } else { "ISNULL" };
        let (start, end) = (token.start as usize, tokens[what].end as usize);
        let patched = patched.get_or_insert_with(|| text.to_owned());
        patched.replace_range(start..end, &format!("{short:width$}", width = end - start));
    }
    patched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tests_that_something_follows_are_written_short() {
        let short = |sql: &str| without_long_tests(&Written::new(sql)).unwrap_or_else(|| "as it was".into());
        assert_eq!(short("check (a IS NULL = (b IS NULL))"), "check (a ISNULL  = (b IS NULL))");
        assert_eq!(short("a is /* ; */ not\ntrue::text"), "a NOTNULL            ::text");
        assert_eq!(short("a is null in (true)"), "a ISNULL  in (true)");
        for other in ["a IS NULL", "this is null and b", "a IS DISTINCT FROM NULL = b", "IS", "IS NOT", "a IS 1 = 2"] {
            assert_eq!(short(other), "as it was", "{other}");
        }
    }
}
