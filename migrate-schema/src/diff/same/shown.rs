//! Queries of views as MariaDB shows them.

use migrate_core::Dialect;

use crate::sql::{Kind, Lexer, Token};

/// A query as MariaDB shows it where it says what goes without saying: the one row that `LEAD` and `LAG` look ahead or back,
/// and no `AS` before the name of a table, no `ASC`, no `FROM DUAL`.
pub(in crate::diff) fn as_shown(query: &str, dialect: Dialect) -> String {
    let tokens: Vec<Token> = Lexer::new(query, 0..query.len(), dialect).collect();
    let is_name = |token: &Token| matches!(token.kind, Kind::Word | Kind::Name);
    let mut out = String::new();
    let mut copied = 0;
    // Whether tables are named here, and the same around each bracket with whether a second value may still be told.
    let mut tables = false;
    let mut around: Vec<(bool, bool)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| tokens[before]);
        let is = |word: &str| token.is(query, word);
        match token.kind {
            Kind::Open => {
                let windowed = before.is_some_and(|word| word.is(query, "lead") || word.is(query, "lag"));
                around.push((tables, windowed));
                let joined = ["from", "join", "on", "and", "or", "not"];
                let called =
                    before.is_some_and(|before| is_name(&before) && !joined.iter().any(|word| before.is(query, word)));
                tables &= !called;
            }
            Kind::Comma => around.iter_mut().rev().take(1).for_each(|(_, windowed)| *windowed = false),
            Kind::Close => {
                let (outside, windowed) = around.pop().unwrap_or_default();
                tables = outside;
                if windowed {
                    out += query.get(copied..token.start as usize).unwrap_or_default();
                    out += ", 1";
                    copied = token.start as usize;
                }
            }
            Kind::Word if is("from") && names_nothing(query, &tokens[at + 1..]) => {
                out += query.get(copied..token.start as usize).unwrap_or_default();
                copied = tokens[at + 1].end as usize;
            }
            Kind::Word if is("from") => tables = true,
            Kind::Word if ["select", "where", "group", "having", "order", "limit", "union"].into_iter().any(is) => {
                tables = false;
            }
            Kind::Word if is("asc") || tables && is("as") && tokens.get(at + 1).is_some_and(is_name) => {
                out += query.get(copied..token.start as usize).unwrap_or_default();
                copied = token.end as usize;
            }
            _ => (),
        }
    }
    out + query.get(copied..).unwrap_or_default()
}

/// Whether these tokens begin with `DUAL`, and nothing is said of its row.
fn names_nothing(query: &str, tokens: &[Token]) -> bool {
    let [dual, rest @ ..] = tokens else { return false };
    let ends = |next: &Token| {
        matches!(next.kind, Kind::Close | Kind::Semi)
            || ["union", "except", "intersect"].into_iter().any(|word| next.is(query, word))
    };
    dual.kind == Kind::Word && dual.is(query, "dual") && rest.first().is_none_or(ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_without_saying_is_the_same() {
        let view = |query| super::super::text::view(query, None, Dialect::MariaDb);
        assert_eq!(
            view(
                "select n.a from notes as n join (select b from t as u where c = 'x as y') as m on n.b = m.b order by n.a asc"
            ),
            view(
                "select `n`.`a` AS `a` from (`notes` `n` join (select `u`.`b` AS `b` from `t` `u` where `u`.`c` = 'x as y') `m` \
                 on(`n`.`b` = `m`.`b`)) order by `n`.`a`"
            )
        );
        assert_eq!(
            view("select a from t as u join w as x on cast(u.b as char) = x.b"),
            view("select `u`.`a` AS `a` from (`t` `u` join `w` `x` on(cast(`u`.`b` as char) = `x`.`b`))")
        );
        assert_eq!(
            view("select lead(a) over(order by b) as x, lag(coalesce(a, 0)) over (order by b) as y from t"),
            view(
                "select lead(`t`.`a`,1) over ( order by `t`.`b`) AS `x`,\
                 lag(coalesce(`t`.`a`,0),1) over ( order by `t`.`b`) AS `y` from `t`"
            )
        );
        assert_eq!(
            view("select 1 as a from dual union select 2 from dual"),
            view("select 1 AS `a` union select 2 AS `2`")
        );
        assert_ne!(view("select lead(a, 2) over w as x from t"), view("select lead(a) over w as x from t"));
    }
}
