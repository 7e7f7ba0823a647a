//! How a table of MySQL and MariaDB is divided, equal for two texts of which one may be written by a server: it counts days,
//! puts NULL first, and has an order of its own for what is said about a partition.

use migrate_core::Dialect;

use crate::catalog::partition::to_days;
use crate::sql::{Kind, Lexer, Token};

/// What may be said about a partition, each word with a value behind it.
const SAID: &[&str] = &["comment", "engine", "max_rows", "min_rows", "nodegroup", "tablespace"];

/// A word in small letters, a name without its quotes.
fn plain(token: &Token, text: &str) -> String {
    match token.kind {
        Kind::Name => token.text(text).trim_matches('`').replace("``", "`").to_lowercase(),
        Kind::Text => token.text(text).to_owned(),
        _ => token.text(text).to_lowercase(),
    }
}

/// Equal for two that divide a table in one way.
pub(super) fn meaning(by: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> = Lexer::new(by, 0..by.len(), dialect).filter(|token| token.kind != Kind::Comment).collect();
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(by, word));
    let mut out: Vec<String> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let name = plain(token, by);
        if SAID.contains(&&*name) && token.kind == Kind::Word {
            let equals = usize::from(tokens.get(at + 1).is_some_and(|next| next.text(by) == "="));
            if let Some(value) = tokens.get(at + 1 + equals) {
                said.push(format!("{name} {}", plain(value, by)));
            }
            at += 2 + equals;
            continue;
        }
        if !said.is_empty() {
            said.sort();
            out.append(&mut said);
        }
        // How many there are goes without saying where they are listed, and the newer algorithm where none is said.
        let listed = |word: &str| tokens[at + 1..].iter().any(|later| later.is(by, word));
        let counted = match &*name {
            "partitions" => listed("partition"),
            "subpartitions" => listed("subpartition"),
            _ => false,
        };
        if counted && token.kind == Kind::Word && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number) {
            at += 2;
            continue;
        }
        if name == "algorithm"
            && tokens.get(at + 1).is_some_and(|next| next.text(by) == "=")
            && tokens.get(at + 2).is_some_and(|next| next.text(by) == "2")
        {
            at += 3;
            continue;
        }
        if name == "to_days"
            && let (Some(open), Some(date), Some(close)) = (tokens.get(at + 1), tokens.get(at + 2), tokens.get(at + 3))
            && (open.kind, date.kind, close.kind) == (Kind::Open, Kind::Text, Kind::Close)
            && let Some(days) = to_days(date.text(by).trim_matches('\''))
        {
            out.push(days.to_string());
            at += 4;
            continue;
        }
        if name == "in" && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open) {
            let end =
                tokens[at..].iter().position(|token| token.kind == Kind::Close).map_or(tokens.len(), |end| at + end);
            let flat = tokens[at + 2..end].iter().all(|token| token.kind != Kind::Open);
            if flat {
                let mut values: Vec<String> = tokens[at + 2..end].iter().map(|token| plain(token, by)).collect();
                if let Some(null) = values.iter().position(|value| value == "null") {
                    values.remove(null);
                    values.insert(0, "null".to_owned());
                }
                out.push(name);
                out.extend(values.into_iter().filter(|value| value != ","));
                at = end;
                continue;
            }
        }
        let name = if name == "%" { "mod".to_owned() } else { name };
        let shown_only = name == "timestamp" && at > 0 && is(at - 1, "starts");
        if !matches!(token.kind, Kind::Open | Kind::Close) && !shown_only {
            out.push(name);
        }
        at += 1;
    }
    said.sort();
    out.append(&mut said);
    // One is what there is anyway.
    if out.len() > 2 && out[out.len() - 2..] == ["partitions", "1"] {
        out.truncate(out.len() - 2);
    }
    // Those of a table that keeps its rows as they were are two at least.
    if out.starts_with(&["system_time".to_owned()]) && out.ends_with(&["partitions".to_owned(), "2".to_owned()]) {
        out.truncate(out.len() - 2);
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        meaning(one, Dialect::MariaDb) == meaning(other, Dialect::MariaDb)
    }

    #[test]
    fn what_the_server_writes_in_its_own_way_is_the_same() {
        assert!(same("list(id)(partition a values in(3, null))", "LIST (`id`) (PARTITION `a` VALUES IN (NULL,3))"));
        assert!(same(
            "range(to_days(d))(partition a values less than(to_days('2000-01-01')))",
            "range(to_days(`d`))(partition `a` values less than(730485))"
        ));
        assert!(same(
            "range columns(d)(partition a values less than maxvalue comment = 'x' max_rows = 5)",
            "range columns(`d`)(partition `a` values less than(maxvalue) max_rows = 5 comment = 'x')"
        ));
        assert!(same("hash(id)", "hash (`id`) partitions 1"));
        assert!(same("hash(id) partitions 2(partition a, partition B)", "hash (`id`)(partition `a`, partition `B`)"));
        assert!(same("key algorithm = 2(id) partitions 2", "key (`id`) partitions 2"));
    }

    #[test]
    fn other_values_are_another_way() {
        assert!(!same("list(id)(partition a values in(1))", "list(id)(partition a values in(2))"));
        assert!(!same("key algorithm = 1(id) partitions 2", "key (`id`) partitions 2"));
        assert!(!same("hash(id) partitions 2", "hash(id) partitions 3"));
        assert!(!same(
            "range(to_days(d))(partition a values less than(to_days('2000-01-01')))",
            "range(to_days(d))(partition a values less than(730486))"
        ));
    }
}
