//! Stars of views over tables whose columns will not stand in the order that is wanted: a column that is added comes last,
//! so that the view names its columns to have them where they are wanted.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::view::View;
use crate::diff::order::words;
use crate::diff::table::TableDiff;
use crate::render::Writer;
use crate::sql::{Kind, Lexer, Token};

/// The tables that stay and get a column somewhere else than at their end.
pub(super) fn in_another_order(tables: &[TableDiff<'_>]) -> BTreeSet<String> {
    let moved = |table: &&TableDiff<'_>| {
        let stays = |name: &Arc<str>| table.new.column(name).is_some();
        let had = |name: &Arc<str>| table.old.column(name).is_some();
        let names = |of: &crate::catalog::table::Table| -> Vec<Arc<str>> {
            of.columns.iter().map(|column| column.name.key.clone()).collect()
        };
        let (old, new) = (names(table.old), names(table.new));
        let will_be = old.iter().filter(|name| stays(name)).chain(new.iter().filter(|name| !had(name)));
        !table.other && !will_be.eq(new.iter())
    };
    tables.iter().filter(moved).map(|table| table.key.name.to_string()).collect()
}

/// The query with the columns of the view in the place of its star, where it reads one of these tables; none where it
/// has no star, or where it is not clear what the star stands for.
pub(in crate::diff) fn written_out(view: &View, moved: &BTreeSet<String>, writer: &Writer<'_>) -> Option<String> {
    let query = &*view.details.query;
    let columns = view.columns.as_ref().filter(|_| view.details.columns.is_empty() && query.contains('*'))?;
    let mut read = BTreeSet::new();
    words(query, Dialect::Postgres, &mut read);
    if read.is_disjoint(moved) {
        return None;
    }
    let tokens: Vec<Token> =
        Lexer::new(query, 0..query.len(), Dialect::Postgres).filter(|token| token.kind != Kind::Comment).collect();
    if !tokens.first()?.is(query, "select") {
        return None;
    }
    let mut depth = 0_usize;
    let mut items: Vec<&[Token]> = Vec::new();
    let (mut start, mut end) = (1, None);
    let mut single = true;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.checked_sub(1)?,
            _ if depth > 0 => (),
            Kind::Comma | Kind::Word if end.is_none() && (token.kind == Kind::Comma || token.is(query, "from")) => {
                items.push(&tokens[start..at]);
                start = at + 1;
                end = (token.kind == Kind::Word).then_some(at);
            }
            Kind::Word if ["union", "intersect", "except"].iter().any(|word| token.is(query, word)) => return None,
            Kind::Word if token.is(query, "join") => single = false,
            Kind::Comma if !tokens[end?..at].iter().any(|token| is_behind_sources(query, token)) => single = false,
            _ => (),
        }
    }
    end?;
    let stars = |item: &&&[Token]| item.last().is_some_and(|token| token.text(query) == "*");
    let [star] = items.iter().filter(stars).collect::<Vec<_>>()[..] else { return None };
    let at = items.iter().position(|item| std::ptr::eq(item, star))?;
    let qualifier = match star {
        [_] if single => "",
        [.., dot, _] if dot.kind == Kind::Dot => query.get(star.first()?.start as usize..dot.end as usize)?,
        _ => return None,
    };
    let own = columns.get(at..columns.len().checked_sub(items.len() - at - 1)?)?;
    let names = own.iter().map(|name| format!("{qualifier}{}", writer.name(name)));
    let (first, last) = (star.first()?.start as usize, star.last()?.end as usize);
    Some(format!("{}{}{}", &query[..first], names.collect::<Vec<_>>().join(", "), &query[last..]))
}

fn is_behind_sources(query: &str, token: &Token) -> bool {
    ["where", "group", "having", "window", "order", "limit", "offset", "fetch", "for"]
        .iter()
        .any(|word| token.is(query, word))
}
