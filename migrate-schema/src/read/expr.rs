//! Expressions about the columns of one table.

use super::cursor::Cursor;
use super::mention::Mentions;
use crate::catalog::change::Expr;
use crate::catalog::mention::Scope;

/// The expression that `cursor` holds, whole.
pub(super) fn read(cursor: &Cursor<'_>) -> Expr {
    let text = cursor.rest();
    let start = cursor.range(cursor.at, cursor.at + 1).start;
    let mut scope = Scope::default();
    let columns = match crate::sql::parse::parse_expr(text, cursor.dialect) {
        Some(expr) => {
            let mut mentions =
                Mentions::new(cursor.source, cursor.text, start, cursor.dialect).standing_for(cursor.within);
            mentions.expr(&expr, &mut scope);
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
    Expr { text: cursor.spaced(cursor.at, cursor.at + length).into(), columns }
}

/// All that is left, of which nobody asks what it names.
pub(super) fn whole(cursor: &mut Cursor<'_>) -> Expr {
    let length = cursor.tokens().len();
    let text = cursor.spaced(cursor.at, cursor.at + length).into();
    cursor.at += length;
    Expr { text, columns: Vec::new() }
}
