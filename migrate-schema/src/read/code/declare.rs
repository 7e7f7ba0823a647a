//! What a block declares: variables, conditions, cursors and handlers, in this order.

use crate::sql::Kind;

use super::Code;

impl Code<'_> {
    /// From `DECLARE`; one past what is read of it.
    pub(super) fn declare(&mut self, at: usize, start: &mut bool) -> usize {
        let end = self.end_of(at);
        let mut next = at + 1;
        if self.is_any(next, &["CONTINUE", "EXIT", "UNDO"]) && self.is(next + 1, "HANDLER") {
            next += 3;
            while next < end {
                let from = next;
                if self.is(next, "SQLSTATE") {
                    next = self.check_state(next);
                } else if self.is(next, "NOT") {
                    next += 2;
                } else {
                    if let Some(name) =
                        self.name(next).filter(|name| !matches!(&**name, "sqlwarning" | "sqlexception" | "others"))
                    {
                        self.want_condition(next, &name);
                    }
                    next += 1;
                }
                self.check_handled(from, next);
                if self.kind(next) != Some(Kind::Comma) {
                    break;
                }
                next += 1;
            }
            if let Some(block) = self.blocks.last_mut() {
                block.late = true;
            }
            *start = true;
            return next;
        }
        let mut names = Vec::new();
        while let Some(name) = self.name(next) {
            names.push((next, name));
            next += 1;
            if self.kind(next) != Some(Kind::Comma) {
                break;
            }
            next += 1;
        }
        let cursor = self.is(next, "CURSOR");
        let condition = self.is(next, "CONDITION");
        if condition && self.is(next + 2, "SQLSTATE") {
            self.check_state(next + 2);
        }
        self.check_first_value(next, end);
        let late = self.blocks.last().is_some_and(|block| block.late);
        if !cursor && late {
            let what = if condition { "a condition" } else { "a variable" };
            self.say(
                at,
                format!("{what} is declared behind a cursor or a handler"),
                "declare variables first, then cursors, then handlers",
            );
        }
        if cursor && self.blocks.last().is_some_and(|block| !block.handled.is_empty()) {
            self.say(
                at,
                "a cursor is declared behind a handler",
                "declare variables first, then cursors, then handlers",
            );
        }
        for (place, name) in names {
            let Some(block) = self.blocks.last_mut() else { break };
            let (list, what) = if cursor {
                (&mut block.cursors, "cursors")
            } else if condition {
                (&mut block.conditions, "conditions")
            } else {
                (&mut block.variables, "variables")
            };
            let twice = list.contains(&name);
            list.push(name.clone());
            block.late |= cursor;
            if twice {
                self.say(place, format!("two {what} of this block are called `{name}`"), "take one of them out");
            }
        }
        // What the cursor reads is no statement.
        if cursor { end } else { next }
    }
}
