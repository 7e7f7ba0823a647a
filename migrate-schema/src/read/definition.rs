//! Statements that are kept as a whole: functions, triggers, policies.

use super::cursor::Cursor;
use crate::catalog::details::Definition;
use crate::sql::Kind;

/// The statement of the cursor. `head`: one past the tokens among which `OR REPLACE` and `IF NOT EXISTS` may stand.
pub(super) fn of(cursor: &Cursor<'_>, head: usize) -> Definition {
    without(cursor, head, 0..0)
}

/// The same without some tokens.
pub(super) fn without(cursor: &Cursor<'_>, head: usize, tokens: std::ops::Range<usize>) -> Definition {
    let mut whole = cursor.clone();
    whole.at = 0;
    let mut left_out: Vec<usize> = tokens.collect();
    let mut definer: Vec<usize> = Vec::new();
    while whole.at < head {
        let start = whole.at;
        if whole.eat("OR REPLACE") || whole.eat("IF NOT EXISTS") {
            left_out.extend(start..whole.at);
        } else if whole.mysql() && whole.eat("DEFINER") {
            let _ = whole.eat_op("=");
            whole.next();
            if whole.eat_op("@") {
                whole.next();
            } else if whole.is_kind(Kind::Open) {
                whole.parens();
            }
            definer.extend(start..whole.at);
        } else {
            whole.at += 1;
        }
    }
    whole.at = 0;
    let text = whole.without(&left_out).trim_end().into();
    left_out.extend(definer);
    left_out.sort_unstable();
    Definition { text, meaning: whole.meaning(&left_out).into(), parts: None }
}
