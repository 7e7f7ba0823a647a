//! Calls of PostgreSQL with the clauses that aggregates and windows have.

use super::function::without_taken;
use super::node::{Node, call, op};
use super::parse::Parser;
use crate::sql::Kind;

/// What a window reaches over if nothing is said.
const USUAL_FRAME: &str = "range between unbounded preceding and current row";

impl Parser<'_> {
    /// A call from its bracket, with what may stand behind it.
    pub(super) fn called(&mut self, name: &str) -> Option<Node> {
        if !self.eat_kind(Kind::Open) {
            return None;
        }
        let distinct = self.eat("distinct");
        let _ = !distinct && self.eat("all");
        let mut arguments = Vec::new();
        let mut order = Vec::new();
        while !self.eat_kind(Kind::Close) {
            if self.eat("order by") {
                order = self.order()?;
            } else if self.eat("variadic") {
                // The server prints those that a function takes any number of so.
                match self.expr(0)? {
                    Node::Array(items) if !items.is_empty() => arguments.extend(items),
                    other => arguments.push(op("variadic", vec![other])),
                }
            } else if self.is_op(1, "=>") || self.is_op(1, ":=") {
                let named = self.path()?;
                self.at += 1;
                arguments.push(op("=>", vec![Node::Word(named), self.expr(0)?]));
            } else {
                arguments.push(self.expr(0)?);
            }
            if !self.eat_kind(Kind::Comma) && !self.is_kind(0, Kind::Close) && !self.is(0, "order") {
                return None;
            }
        }
        if self.shows_query() {
            arguments = without_taken(name, arguments);
        }
        let mut node = call(name, arguments, self.dialect);
        if distinct {
            node = op("distinct", vec![node]);
        }
        if !order.is_empty() {
            node = op("ordered", [vec![node], order].concat());
        }
        if self.is(0, "within") && self.is(1, "group") && self.is_kind(2, Kind::Open) {
            self.at += 3;
            if !self.eat("order by") {
                return None;
            }
            let order = self.order()?;
            node = op("within group", [vec![node], order].concat());
            if !self.eat_kind(Kind::Close) {
                return None;
            }
        }
        if self.is(0, "filter") && self.is_kind(1, Kind::Open) {
            self.at += 2;
            if !self.eat("where") {
                return None;
            }
            node = op("filter", vec![node, self.expr(0)?]);
            if !self.eat_kind(Kind::Close) {
                return None;
            }
        }
        if self.eat("over") {
            let window = match self.is_kind(0, Kind::Open) {
                true => self.window()?,
                false => vec![Node::Word(self.path()?)],
            };
            node = op("over", [vec![node], window].concat());
        }
        Some(node)
    }

    /// What is sorted by, each with its direction where that is not the usual one.
    fn order(&mut self) -> Option<Vec<Node>> {
        let mut found = Vec::new();
        loop {
            let mut node = self.expr(0)?;
            let down = self.eat("desc");
            let _ = !down && self.eat("asc");
            if self.eat("using") {
                let operator = self.peek()?;
                self.at += 1;
                node = op(&format!("using {}", self.str(operator)), vec![node]);
            }
            if down {
                node = op("desc", vec![node]);
            }
            let first = self.eat("nulls first");
            let last = !first && self.eat("nulls last");
            if first && !down {
                node = op("nulls first", vec![node]);
            } else if last && down {
                node = op("nulls last", vec![node]);
            }
            found.push(node);
            if !self.eat_kind(Kind::Comma) {
                return Some(found);
            }
        }
    }

    /// `( PARTITION BY … ORDER BY … ROWS … )`.
    pub(super) fn window(&mut self) -> Option<Vec<Node>> {
        if !self.eat_kind(Kind::Open) {
            return None;
        }
        let mut found = Vec::new();
        let clause = |parser: &Self| {
            ["partition", "order", "rows", "range", "groups"].into_iter().any(|word| parser.is(0, word))
                || parser.is_kind(0, Kind::Close)
        };
        if !clause(self) {
            found.push(Node::Word(self.path()?));
        }
        if self.eat("partition by") {
            let mut by = vec![self.expr(0)?];
            while self.eat_kind(Kind::Comma) {
                by.push(self.expr(0)?);
            }
            found.push(op("partition by", by));
        }
        if self.eat("order by") {
            let order = self.order()?;
            found.push(op("order by", order));
        }
        let mut frame = Vec::new();
        let mut depth = 0u32;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 0 => break,
                Kind::Close => depth -= 1,
                _ => (),
            }
            frame.push(self.str(token).to_lowercase());
            self.at += 1;
        }
        let frame = frame.join(" ");
        if !frame.is_empty() && frame != USUAL_FRAME && frame != "range unbounded preceding" {
            found.push(Node::Raw(frame));
        }
        self.eat_kind(Kind::Close).then_some(found)
    }
}
