//! When two queries of views are the same in MySQL and MariaDB, however names are quoted in them.

mod resolve;

use migrate_core::Dialect;

use super::expr;
use crate::catalog::Catalog;
use crate::catalog::details::ViewDetails;
use crate::catalog::view::View;
use crate::sql::{Kind, Lexer, Token};

/// Equal for two queries of which one has quotes, aliases and names of its only table that the other does without.
pub(super) fn meaning(query: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), dialect)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi))
        .collect();
    let only = only_table(query, &tokens);
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_name = |token: &Token| matches!(token.kind, Kind::Word | Kind::Name);
        let dot = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot);
        at += 1;
        if token.is(query, "as")
            && let Some(alias) = tokens.get(at).filter(|next| is_name(next))
            && at >= 2
            && is_name(&tokens[at - 2])
            && plain(query, alias) == plain(query, &tokens[at - 2])
        {
            at += 1;
        } else if is_name(token) && dot && only.as_ref().is_some_and(|only| *only == plain(query, token)) {
            at += 1;
        } else if is_name(token) {
            out.push(plain(query, token));
        } else {
            out.push(token.text(query).to_owned());
        }
    }
    out.join(" ")
}

/// Whether two queries are the same. Between one that somebody wrote and one that a server shows, brackets that change nothing
/// say nothing: the server puts them around everything, or leaves them out.
pub(super) fn same(one: &str, other: &str, dialect: Dialect) -> bool {
    let shown = |query: &str| query.starts_with("select ") && query.contains("` AS `");
    let own = |query: &str| meaning(&super::same::as_shown(query, dialect), dialect);
    let (first, second) = (own(one), own(other));
    first == second || shown(one) != shown(other) && clauses(&first, dialect) == clauses(&second, dialect)
}

/// The same with what the catalogs of both know: which column a name is, and what a star stands for.
pub(super) fn same_in(one: (&Catalog, &View), other: (&Catalog, &View)) -> bool {
    let dialect = one.0.dialect();
    let ((one, other), (first, second)) = ((one.0, other.0), (&one.1.details, &other.1.details));
    let names = |details: &ViewDetails| details.columns.iter().map(|name| name.text.to_lowercase()).collect::<Vec<_>>();
    same(&first.query, &second.query, dialect) && names(first) == names(second) || {
        let own = |details: &ViewDetails| super::same::as_shown(&details.query, dialect);
        let both = resolve::resolved(one, &own(first), &first.columns).zip(resolve::resolved(
            other,
            &own(second),
            &second.columns,
        ));
        both.is_some_and(|(first, second)| clauses(&first, dialect) == clauses(&second, dialect))
    }
}

/// Words between which the expressions of a query stand.
pub(super) const BETWEEN: &[&str] = &[
    "select",
    "distinct",
    "all",
    "as",
    "from",
    "join",
    "inner",
    "left",
    "right",
    "outer",
    "cross",
    "natural",
    "on",
    "using",
    "where",
    "group",
    "order",
    "by",
    "having",
    "limit",
    "offset",
    "union",
    "except",
    "intersect",
    "asc",
    "desc",
];

/// A query clause by clause, each expression as what it means.
fn clauses(query: &str, dialect: Dialect) -> Vec<String> {
    let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), dialect).collect();
    let mut found = Vec::new();
    let (mut depth, mut start) = (0u32, 0);
    let mut end = |from: usize, to: usize| {
        if let (Some(first), Some(last)) = (tokens.get(from), tokens[..to].last().filter(|_| to > from)) {
            found.push(expr::meaning(&query[first.start as usize..last.end as usize], dialect));
        }
    };
    let mut words = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        let between =
            token.kind == Kind::Comma || token.kind == Kind::Word && BETWEEN.iter().any(|word| token.is(query, word));
        // `left(a, 1)` is a call.
        let call = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open) && token.is(query, "left")
            || tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open) && token.is(query, "right");
        if depth == 0 && between && !call {
            end(start, at);
            let word = token.text(query).to_lowercase();
            // A join is an inner one by itself, and one to a side an outer one.
            if !matches!(&*word, "inner" | "outer" | "cross") {
                words.push(word);
            }
            start = at + 1;
        }
    }
    end(start, tokens.len());
    found.extend(words);
    found
}

/// The definition of a trigger without quotes around the names before its body.
pub(super) fn head_without_quotes(definition: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> = Lexer::new(definition, 0..definition.len(), dialect).collect();
    let Some(row) = tokens.iter().position(|token| token.is(definition, "row")) else { return definition.to_owned() };
    let head: Vec<String> = tokens[..row].iter().map(|token| plain(definition, token)).collect();
    format!("{} {}", head.join(" "), &definition[tokens[row].start as usize..])
}

/// A name without quotes, or a word.
fn plain(query: &str, token: &Token) -> String {
    let written = token.text(query);
    match token.kind {
        Kind::Name => written.trim_matches('`').replace("``", "`").to_lowercase(),
        _ => written.to_lowercase(),
    }
}

/// The table of a query that reads one, without a name of its own for it.
fn only_table(query: &str, tokens: &[Token]) -> Option<String> {
    let is = |token: &Token, word: &str| token.is(query, word);
    let many = tokens.iter().filter(|token| is(token, "select")).count() > 1;
    if many || tokens.iter().any(|token| is(token, "join")) {
        return None;
    }
    let from = tokens.iter().position(|token| is(token, "from"))?;
    let name = tokens.get(from + 1).filter(|token| matches!(token.kind, Kind::Word | Kind::Name))?;
    let ends = tokens
        .get(from + 2)
        .is_none_or(|next| ["where", "group", "having", "order", "limit"].iter().any(|word| is(next, word)));
    ends.then(|| plain(query, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        meaning(a, Dialect::MariaDb) == meaning(b, Dialect::MariaDb)
    }

    #[test]
    fn quotes_and_aliases_that_say_nothing_are_no_difference() {
        assert!(same("SELECT id, a FROM t", "select `t`.`id` AS `id`,`t`.`a` AS `a` from `t`"));
    }

    #[test]
    fn brackets_of_the_server_are_no_difference_but_those_that_change_something_are() {
        let same = |a: &str, b: &str| super::same(a, b, Dialect::MariaDb);
        let shown = "select `t`.`a` AS `a` from `t` where `t`.`a` > 1 and (`t`.`b` < 5 or `t`.`b` is null)";
        assert!(same("SELECT a FROM t WHERE (a > 1) AND ((b < 5) OR (b IS NULL))", shown));
        assert!(!same("SELECT a FROM t WHERE (a > 1 AND b < 5) OR b IS NULL", shown));
        assert!(!same("SELECT a FROM t WHERE a > 2 AND (b < 5 OR b IS NULL)", shown));
    }

    #[test]
    fn another_name_of_a_column_is_one() {
        assert!(!same("SELECT id AS a FROM t", "SELECT id AS b FROM t"));
    }

    #[test]
    fn which_of_two_tables_is_one() {
        assert!(!same("SELECT a.id FROM a JOIN b ON a.id = b.id", "SELECT b.id FROM a JOIN b ON a.id = b.id"));
    }
}
