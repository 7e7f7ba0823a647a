//! When two extended statistics of PostgreSQL are one, in whatever words they are said.

use migrate_core::Dialect;

use super::expr;
use crate::sql::{Kind, Lexer, Token};

/// `CREATE STATISTICS s (kinds) ON a, b FROM t`: all kinds are meant where none is named, in whatever order. None for what is
/// written otherwise.
pub(super) fn meaning(text: &str) -> Option<String> {
    let tokens: Vec<Token> = Lexer::new(text, 0..text.len(), Dialect::Postgres)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
        .collect();
    let find = |word: &str, from: usize| {
        let mut depth = 0u32;
        tokens.iter().enumerate().skip(from).find_map(|(at, token)| {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => (),
            }
            (depth == 0 && token.is(text, word)).then_some(at)
        })
    };
    let on = find("on", 0)?;
    let from = find("from", on)?;
    let open = tokens[..on].iter().position(|token| token.kind == Kind::Open);
    let mut kinds: Vec<String> = match open {
        Some(open) => {
            let words = tokens[open..on].iter().filter(|token| token.kind == Kind::Word);
            words.map(|token| token.text(text).to_lowercase()).collect()
        }
        None => Vec::new(),
    };
    let between = |from: usize, to: usize| {
        let (first, last) = (tokens.get(from)?, tokens.get(to.checked_sub(1)?)?);
        text.get(first.start as usize..last.end as usize)
    };
    let (mut items, mut start, mut depth) = (Vec::new(), on + 1, 0u32);
    for (at, token) in tokens.iter().enumerate().take(from + 1).skip(on + 1) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        if at == from || depth == 0 && token.kind == Kind::Comma {
            items.push(expr::meaning(between(start, at)?, Dialect::Postgres));
            start = at + 1;
        }
    }
    if kinds.is_empty() && items.len() > 1 {
        kinds = ["ndistinct", "dependencies", "mcv"].map(str::to_owned).to_vec();
    }
    kinds.sort();
    // The server keeps columns in its own order.
    items.sort();
    let table = expr::loose(between(from + 1, tokens.len())?, Dialect::Postgres);
    Some(format!("statistics ({}) on {} from {table}", kinds.join(", "), items.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::meaning;

    #[test]
    fn kinds_and_columns_have_no_order() {
        let all = meaning("CREATE STATISTICS s (mcv, ndistinct, dependencies) ON b, a FROM public.t");
        assert_eq!(meaning("create statistics s on a, b from t"), all);
        assert_ne!(meaning("create statistics s (mcv) on a, b from t"), all);
        assert_eq!(
            meaning("CREATE STATISTICS s ON (lower(c)) FROM t"),
            meaning("CREATE STATISTICS public.s ON lower(c) FROM public.t")
        );
    }
}
