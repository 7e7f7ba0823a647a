//! Calls of functions: the arguments that have a grammar of their own, and windows.

use super::cursor::{Cursor, Outcome};
use crate::sql::lexer::Kind;

/// Functions that are part of the grammar, with how many arguments they take.
static COUNTED: &[(&str, usize, usize)] = &[
    ("ASCII", 1, 1),
    ("CHARSET", 1, 1),
    ("COALESCE", 1, 999),
    ("COLLATION", 1, 1),
    ("DATABASE", 0, 0),
    ("DATE", 1, 1),
    ("DAY", 1, 1),
    ("HOUR", 1, 1),
    ("IF", 3, 3),
    ("INSERT", 4, 4),
    ("INTERVAL", 2, 999),
    ("LEFT", 2, 2),
    ("MICROSECOND", 1, 1),
    ("MINUTE", 1, 1),
    ("MOD", 2, 2),
    ("MONTH", 1, 1),
    ("PASSWORD", 1, 1),
    ("QUARTER", 1, 1),
    ("REPEAT", 2, 2),
    ("REPLACE", 3, 3),
    ("RIGHT", 2, 2),
    ("ROW_COUNT", 0, 0),
    ("SCHEMA", 0, 0),
    ("SECOND", 1, 1),
    ("TIME", 1, 1),
    ("TIMESTAMP", 1, 2),
    ("TRUNCATE", 2, 2),
    ("USER", 0, 0),
    ("WEEK", 1, 2),
    ("YEAR", 1, 1),
];

impl Cursor<'_> {
    /// The arguments of a function, from `(` to `)`.
    pub(super) fn arguments(&mut self, function: &str) -> Outcome {
        self.open()?;
        match function {
            "COUNT" => {
                if self.op("*") {
                    return self.close();
                }
                self.eat_any(&["DISTINCT", "ALL"]);
                self.list(Cursor::expr)?;
                return self.close();
            }
            "TRIM" => {
                if self.eat_any(&["BOTH", "LEADING", "TRAILING"]) {
                    if !self.is("FROM") {
                        self.expr()?;
                    }
                    self.need("FROM")?;
                    self.expr()?;
                } else {
                    self.expr()?;
                    if self.eat("FROM") {
                        self.expr()?;
                    }
                }
                return self.close();
            }
            "SUBSTRING" | "SUBSTR" | "MID" => {
                self.expr()?;
                if self.eat("FROM") {
                    self.expr()?;
                    if self.eat("FOR") {
                        self.expr()?;
                    }
                    return self.close();
                }
                for _ in 0..2 {
                    if self.eat_kind(Kind::Comma) {
                        self.expr()?;
                    }
                }
                return self.close();
            }
            "POSITION" => {
                self.bits()?;
                self.need("IN")?;
                self.expr()?;
                return self.close();
            }
            "EXTRACT" => {
                self.unit()?;
                self.need("FROM")?;
                self.expr()?;
                return self.close();
            }
            "TIMESTAMPADD" | "TIMESTAMPDIFF" => {
                self.unit()?;
                for _ in 0..2 {
                    if !self.eat_kind(Kind::Comma) {
                        return self.refuse(Some("`,`"));
                    }
                    self.expr()?;
                }
                return self.close();
            }
            "GET_FORMAT" => {
                self.need_any(&["DATE", "TIME", "DATETIME", "TIMESTAMP"])?;
                if !self.eat_kind(Kind::Comma) {
                    return self.refuse(Some("`,`"));
                }
                self.expr()?;
                return self.close();
            }
            "VALUES" => {
                self.object()?;
                return self.close();
            }
            "DATE_ADD" | "DATE_SUB" | "ADDDATE" | "SUBDATE" => {
                self.expr()?;
                if !self.eat_kind(Kind::Comma) {
                    return self.refuse(Some("`,`"));
                }
                if self.is("INTERVAL") && !self.is_interval_function() || function.starts_with("DATE") {
                    self.interval()?;
                } else {
                    self.expr()?;
                }
                return self.close();
            }
            "NOW" | "SYSDATE" | "CURDATE" | "CURTIME" => {
                self.eat_kind(Kind::Number);
                return self.close();
            }
            _ => (),
        }
        let mut count = 0;
        if !self.is_kind(Kind::Close) {
            self.eat_any(&["DISTINCT", "ALL"]);
            loop {
                self.expr()?;
                count += 1;
                // A loadable function's arguments have names.
                if self.eat("AS") {
                    self.alias_name()?;
                }
                if !self.eat_kind(Kind::Comma) {
                    break;
                }
            }
            if self.eat_all(&["ORDER", "BY"]) {
                self.list(Cursor::order_item)?;
            }
            if self.eat("SEPARATOR") {
                self.string()?;
            }
            if self.is("LIMIT") {
                self.limit()?;
            }
            if self.eat("USING") && !self.eat("BINARY") {
                self.name_or_string()?;
            }
            if self.eat("RETURNING") {
                self.cast_type()?;
            }
            while self.is_any(&["NULL", "ERROR", "DEFAULT"]) {
                if self.eat("DEFAULT") {
                    self.operand()?;
                } else {
                    self.bump();
                }
                self.need("ON")?;
                self.need_any(&["EMPTY", "ERROR"])?;
            }
        }
        if let Ok(found) = COUNTED.binary_search_by_key(&function, |(name, _, _)| name)
            && !(COUNTED[found].1..=COUNTED[found].2).contains(&count)
        {
            return self.refuse(Some(if count < COUNTED[found].1 { "one more argument" } else { "fewer arguments" }));
        }
        self.close()
    }

    /// `OVER …` after a function.
    pub(super) fn window(&mut self) -> Outcome {
        if self.eat("WITHIN") {
            self.need("GROUP")?;
            self.open()?;
            self.order_by()?;
            self.close()?;
        }
        // Only NTH_VALUE has it; otherwise FROM belongs to the query.
        if self.are(&["FROM", "FIRST", "OVER"]) || self.are(&["FROM", "LAST", "OVER"]) {
            self.reset(self.mark() + 2);
        }
        if self.is_any(&["RESPECT", "IGNORE"]) && self.is_at(1, "NULLS") {
            self.reset(self.mark() + 2);
        }
        if !(self.is("OVER") && (self.kind_at(1) == Some(Kind::Open) || self.kind_at(1) == Some(Kind::Word))) {
            return Ok(());
        }
        self.bump();
        if !self.is_kind(Kind::Open) {
            return self.name();
        }
        self.window_spec()
    }

    /// `( [name] PARTITION BY … ORDER BY … frame )`
    pub(super) fn window_spec(&mut self) -> Outcome {
        self.open()?;
        if !self.is_any(&["PARTITION", "ORDER", "ROWS", "RANGE", "GROUPS"]) && !self.is_kind(Kind::Close) {
            self.name()?;
        }
        if self.eat_all(&["PARTITION", "BY"]) {
            self.list(Cursor::expr)?;
        }
        if self.is("ORDER") {
            self.order_by()?;
        }
        if self.eat_any(&["ROWS", "RANGE", "GROUPS"]) {
            if self.eat("BETWEEN") {
                self.frame_bound()?;
                self.need("AND")?;
            }
            self.frame_bound()?;
            if self.eat("EXCLUDE") {
                while self.eat_any(&["CURRENT", "ROW", "GROUP", "TIES", "NO", "OTHERS"]) {}
            }
        }
        self.close()
    }

    fn frame_bound(&mut self) -> Outcome {
        if self.eat_all(&["CURRENT", "ROW"]) {
            return Ok(());
        }
        if !self.eat("UNBOUNDED") {
            self.bits()?;
        }
        self.need_any(&["PRECEDING", "FOLLOWING"])
    }
}
