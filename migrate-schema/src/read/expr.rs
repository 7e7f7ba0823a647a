//! Expressions about the columns of one table.

use std::sync::Arc;

use super::cursor::Cursor;
use super::mention::Mentions;
use crate::catalog::change::Expr;
use crate::catalog::mention::Scope;

/// The expression that `cursor` holds, whole.
pub(super) fn read(cursor: &Cursor<'_>) -> Expr {
    read_in(cursor, false)
}

/// The condition of a trigger, in which `new` and `old` are rows.
pub(super) fn read_rows_named(cursor: &Cursor<'_>) -> Expr {
    read_in(cursor, true)
}

/// The condition of a trigger of SQLite: what it speaks of.
pub(super) fn condition(cursor: &Cursor<'_>) -> Option<Scope> {
    let expr = crate::sql::parse::parse_expr(cursor.rest(), cursor.dialect)?;
    let start = cursor.range(cursor.at, cursor.at + 1).start;
    let mentions = Mentions::new(cursor.source, cursor.text, start, cursor.dialect).standing_for(cursor.within);
    Some(mentions.with_rows_named().condition_alone(&expr))
}

fn read_in(cursor: &Cursor<'_>, rows_named: bool) -> Expr {
    let text = cursor.rest();
    let start = cursor.range(cursor.at, cursor.at + 1).start;
    let mut scope = Scope::default();
    let mut whole = None;
    let columns = match crate::sql::parse::parse_expr(text, cursor.dialect) {
        Some(expr) => {
            let mut mentions =
                Mentions::new(cursor.source, cursor.text, start, cursor.dialect).standing_for(cursor.within);
            if rows_named {
                mentions = mentions.with_rows_named();
            }
            mentions.expr(&expr, &mut scope);
            if cursor.postgres() {
                let value = mentions.value(&expr, &scope);
                scope.values.items.push(Some(value));
                whole = Some(Arc::new(scope.clone()));
            }
            let sqlite = cursor.sqlite();
            let plain = scope
                .columns
                .into_iter()
                .filter(|mention| !(sqlite && mention.name.double_quoted))
                .map(|mention| mention.name);
            plain.collect()
        }
        None => Vec::new(),
    };
    let length = cursor.tokens().len();
    Expr { text: cursor.spaced(cursor.at, cursor.at + length).into(), columns, scope: whole }
}

/// All that is left, of which nobody asks what it names.
pub(super) fn whole(cursor: &mut Cursor<'_>) -> Expr {
    let length = cursor.tokens().len();
    let text = cursor.spaced(cursor.at, cursor.at + length).into();
    cursor.at += length;
    Expr { text, columns: Vec::new(), scope: None }
}
