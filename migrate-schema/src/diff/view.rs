//! When two queries of views are the same in MySQL and MariaDB, however names are quoted in them.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// Equal for two queries of which one has quotes, aliases and names of its only table that the other does without.
pub(super) fn meaning(query: &str, dialect: Dialect) -> String {
    joined(query, &tokens(query, dialect), |_| true)
}

fn tokens(query: &str, dialect: Dialect) -> Vec<Token> {
    Lexer::new(query, 0..query.len(), dialect)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi))
        .collect()
}

/// The tokens that say something, in one way to write them.
fn joined(query: &str, tokens: &[Token], says: impl Fn(&Token) -> bool) -> String {
    let only = only_table(query, tokens);
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is_name = |token: &Token| matches!(token.kind, Kind::Word | Kind::Name);
        let dot = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Dot);
        at += 1;
        if !says(token) {
            continue;
        }
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

/// Whether two queries are the same. Of one that somebody wrote and one that a server shows, brackets say nothing: the server
/// puts them around everything, or leaves out those that change nothing.
pub(super) fn same(one: &str, other: &str, dialect: Dialect) -> bool {
    let shown = |query: &str| query.starts_with("select ") && query.contains("` AS `");
    if meaning(one, dialect) == meaning(other, dialect) {
        return true;
    }
    let bare = |query: &str| {
        let tokens = tokens(query, dialect);
        let says = |token: &Token| {
            !matches!(token.kind, Kind::Open | Kind::Close)
                && !(token.kind == Kind::Word && token.text(query).starts_with("_utf8"))
        };
        joined(query, &tokens, says)
    };
    shown(one) != shown(other) && bare(one) == bare(other)
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
    fn another_name_of_a_column_is_one() {
        assert!(!same("SELECT id AS a FROM t", "SELECT id AS b FROM t"));
    }

    #[test]
    fn which_of_two_tables_is_one() {
        assert!(!same("SELECT a.id FROM a JOIN b ON a.id = b.id", "SELECT b.id FROM a JOIN b ON a.id = b.id"));
    }
}
