//! What a trigger of SQLite runs: the server reads that anew with each statement that fires it.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{expr, other};
use crate::catalog::mention::Fired;
use crate::sql::Kind;

/// From behind the table of the trigger up to its end. `head` are the words before its table.
pub(super) fn read(cursor: &Cursor<'_>, head: &str) -> Option<Arc<Fired>> {
    let mut words = head.split_whitespace().map(str::to_ascii_lowercase);
    let verb = words.find(|word| matches!(&**word, "insert" | "update" | "delete"))?;
    let mut ahead = cursor.clone();
    ahead.skip_to(&["WHEN", "BEGIN"]);
    let mut body = Vec::new();
    if ahead.eat("WHEN") {
        let mut when = ahead.clone();
        ahead.skip_to(&["BEGIN"]);
        when.truncate(ahead.at);
        body.extend(expr::condition(&when));
    }
    if !ahead.eat("BEGIN") {
        return None;
    }
    let range = ahead.range(ahead.at, ahead.at + ahead.tokens().len());
    let code = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
    let mut from = 0;
    for (at, token) in code.tokens().iter().enumerate() {
        if token.kind == Kind::Semi {
            body.extend(other::rows_of_trigger(&code, from, at));
            from = at + 1;
        }
    }
    Some(Arc::new(Fired { verb: verb.into(), body }))
}
