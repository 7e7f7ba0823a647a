//! Expressions.

use super::cursor::{Cursor, Outcome};
use super::{function, words};
use crate::sql::lexer::Kind;

/// Reserved words that are functions nevertheless.
static RESERVED_FUNCTIONS: &[&str] = &[
    "CHAR",
    "IF",
    "INSERT",
    "INTERVAL",
    "LEFT",
    "MOD",
    "REPEAT",
    "REPLACE",
    "RIGHT",
    "ROW_NUMBER",
    "VALUES",
    "DEFAULT",
    "CURRENT_ROLE",
];

/// Reserved words that stand for a value, with parentheses or without.
static CLOCKS: &[&str] = &[
    "CURRENT_DATE",
    "CURRENT_TIME",
    "CURRENT_TIMESTAMP",
    "CURRENT_USER",
    "LOCALTIME",
    "LOCALTIMESTAMP",
    "UTC_DATE",
    "UTC_TIME",
    "UTC_TIMESTAMP",
    "CURRENT_ROLE",
];

/// Units of time after a number.
pub(super) static UNITS: &[&str] = &[
    "MICROSECOND",
    "SECOND",
    "MINUTE",
    "HOUR",
    "DAY",
    "WEEK",
    "MONTH",
    "QUARTER",
    "YEAR",
    "SECOND_MICROSECOND",
    "MINUTE_MICROSECOND",
    "MINUTE_SECOND",
    "HOUR_MICROSECOND",
    "HOUR_SECOND",
    "HOUR_MINUTE",
    "DAY_MICROSECOND",
    "DAY_SECOND",
    "DAY_MINUTE",
    "DAY_HOUR",
    "YEAR_MONTH",
    "SQL_TSI_SECOND",
    "SQL_TSI_MINUTE",
    "SQL_TSI_HOUR",
    "SQL_TSI_DAY",
    "SQL_TSI_WEEK",
    "SQL_TSI_MONTH",
    "SQL_TSI_QUARTER",
    "SQL_TSI_YEAR",
];

impl Cursor<'_> {
    /// Any expression.
    pub(super) fn expr(&mut self) -> Outcome {
        loop {
            while self.eat("NOT") {}
            self.predicate()?;
            if !(self.eat_any(&["AND", "OR", "XOR"]) || self.op("&&") || self.op("||")) {
                return Ok(());
            }
        }
    }

    /// What stands between `AND` and `OR`.
    fn predicate(&mut self) -> Outcome {
        self.bits()?;
        loop {
            if self.eat("IS") {
                self.eat("NOT");
                if self.eat("JSON") {
                    self.eat_any(&["VALUE", "ARRAY", "OBJECT", "SCALAR"]);
                } else if !self.eat_any(&["NULL", "TRUE", "FALSE", "UNKNOWN"]) {
                    return self.refuse(Some("NULL, TRUE, FALSE or UNKNOWN"));
                }
            } else if self.is_kind(Kind::Op)
                && matches!(self.text(), "=" | "<=>" | ">=" | ">" | "<=" | "<" | "<>" | "!=")
            {
                self.bump();
                if self.is_any(&["ALL", "ANY", "SOME"]) && self.kind_at(1) == Some(Kind::Open) {
                    self.bump();
                    self.subquery()?;
                } else {
                    self.bits()?;
                }
            } else {
                let negated = self.is("NOT") && self.kind_at(1) == Some(Kind::Word);
                let word = usize::from(negated);
                if self.is_at(word, "IN") {
                    self.reset(self.mark() + word + 1);
                    self.open()?;
                    if self.is_query_at(0) {
                        self.inner_query()?
                    } else {
                        self.list(Cursor::expr)?
                    }
                    self.close()?;
                } else if self.is_at(word, "BETWEEN") {
                    self.reset(self.mark() + word + 1);
                    self.bits()?;
                    self.need("AND")?;
                    self.bits()?;
                } else if self.is_at(word, "LIKE") {
                    self.reset(self.mark() + word + 1);
                    self.bits()?;
                    if self.eat("ESCAPE") {
                        if self.mariadb { self.bits()? } else { self.operand()? }
                    }
                } else if self.is_at(word, "REGEXP") || self.is_at(word, "RLIKE") {
                    self.reset(self.mark() + word + 1);
                    self.bits()?;
                } else if !negated && self.eat_all(&["SOUNDS", "LIKE"]) {
                    self.bits()?;
                } else if !negated && self.is("MEMBER") && !self.mariadb {
                    self.bump();
                    self.eat("OF");
                    self.open()?;
                    self.expr()?;
                    self.close()?;
                } else {
                    return Ok(());
                }
            }
        }
    }

    /// Arithmetic. An interval is added to something, or something to it.
    pub(super) fn bits(&mut self) -> Outcome {
        let mut added = false;
        loop {
            if self.mariadb && (self.is_op("-") || self.is_op("+")) && self.is_at(1, "INTERVAL") {
                self.bump();
            }
            if self.is("INTERVAL") && !self.is_interval_function() {
                self.interval()?;
                if !added && !self.is_op("+") {
                    return self.refuse(Some("`+`"));
                }
            } else {
                self.operand()?;
            }
            added = self.is_op("+") || self.is_op("-");
            let operator = match self.kind() {
                Some(Kind::Op) => matches!(self.text(), "|" | "&" | "<<" | ">>" | "+" | "-" | "*" | "/" | "%" | "^"),
                Some(Kind::Word) => self.is("DIV") || self.is("MOD"),
                _ => false,
            };
            if !operator {
                return Ok(());
            }
            self.bump();
        }
    }

    pub(super) fn interval(&mut self) -> Outcome {
        self.need("INTERVAL")?;
        self.expr()?;
        self.unit()
    }

    /// `INTERVAL(a, b, …)` is a function, `INTERVAL (a) DAY` is not.
    pub(super) fn is_interval_function(&self) -> bool {
        if self.kind_at(1) != Some(Kind::Open) {
            return false;
        }
        let mut depth = 0;
        let mut n = 1;
        while let Some(kind) = self.kind_at(n) {
            match kind {
                Kind::Open => depth += 1,
                Kind::Close => depth -= 1,
                Kind::Comma if depth == 1 => return true,
                _ => (),
            }
            if depth == 0 {
                return false;
            }
            n += 1;
        }
        false
    }

    pub(super) fn unit(&mut self) -> Outcome {
        if self.eat_any(UNITS) { Ok(()) } else { self.refuse(Some("a unit of time")) }
    }

    /// A value with what may follow it: `COLLATE`, `->`.
    pub(super) fn operand(&mut self) -> Outcome {
        while self.is_kind(Kind::Op) && matches!(self.text(), "-" | "+" | "~" | "!") {
            self.bump();
        }
        if self.eat("BINARY") {
            return self.operand();
        }
        self.value()?;
        loop {
            if self.eat("COLLATE") {
                self.collation()?;
            } else if !self.mariadb && (self.op("->") || self.op("->>")) {
                self.string()?;
            } else if self.eat_all(&["AT", "TIME", "ZONE"]) {
                self.eat("INTERVAL");
                self.string()?;
            } else {
                return Ok(());
            }
        }
    }

    fn value(&mut self) -> Outcome {
        match self.kind() {
            Some(Kind::Text) => {
                self.bump();
                // Strings side by side are one; digits in quotes join with nothing.
                while self.is_kind(Kind::Text) && self.text().starts_with(['\'', '"']) {
                    self.bump();
                }
                Ok(())
            }
            Some(Kind::Number) => {
                let digits = self.text();
                let radix = digits.len() > 1 && digits.starts_with('0') && digits.as_bytes()[1].is_ascii_alphabetic();
                if !radix && digits.ends_with(|c: char| c.is_ascii_alphabetic()) {
                    return self.refuse(Some("a number"));
                }
                self.bump();
                Ok(())
            }
            Some(Kind::Param) => {
                self.bump();
                Ok(())
            }
            Some(Kind::Open) => {
                if self.is_query_at(1) {
                    return self.subquery();
                }
                self.parens(Cursor::expr)
            }
            Some(Kind::Op) => match self.text() {
                "?" => {
                    self.bump();
                    Ok(())
                }
                "@" | "@@" => self.variable_use(),
                // MariaDB's and old MySQL's other word for NULL.
                "\\" if self.is_at(1, "N") && self.is_joined_to_next() => {
                    self.bump();
                    self.bump();
                    Ok(())
                }
                "{" => {
                    self.bump();
                    self.name()?;
                    self.expr()?;
                    if self.op("}") { Ok(()) } else { self.refuse(Some("`}`")) }
                }
                _ => self.refuse(Some("an expression")),
            },
            Some(Kind::Name) => {
                self.object()?;
                self.optional_call()
            }
            Some(Kind::Dot) => {
                // `.a.b` is a column of a table, `.a` is nothing.
                if self.kind_at(2) != Some(Kind::Dot) {
                    return self.refuse(Some("an expression"));
                }
                self.dots()
            }
            Some(Kind::Word) => self.word_value(),
            Some(_) | None => self.refuse(Some("an expression")),
        }
    }

    fn optional_call(&mut self) -> Outcome {
        if self.is_kind(Kind::Open) {
            self.arguments("")?;
            return self.window();
        }
        Ok(())
    }

    /// `@a`, `@'a'`, `@@global.a`, `@a := 1`.
    fn variable_use(&mut self) -> Outcome {
        let user = self.is_op("@");
        self.variable()?;
        if user && self.op(":=") {
            return self.expr();
        }
        Ok(())
    }

    /// The name of a variable with its `@`s.
    pub(super) fn variable(&mut self) -> Outcome {
        let user = self.op("@");
        if !user && !self.op("@@") {
            return self.refuse(Some("a variable"));
        }
        match self.kind() {
            Some(Kind::Word) if !user && self.is_any(&["GLOBAL", "SESSION", "LOCAL"]) => {
                self.bump();
                if !self.is_kind(Kind::Dot) {
                    return self.refuse(Some("`.`"));
                }
            }
            Some(Kind::Word | Kind::Name | Kind::Number) => self.bump(),
            Some(Kind::Text) if user => self.bump(),
            _ => return self.refuse(Some("the name of a variable")),
        }
        self.dots()
    }

    fn word_value(&mut self) -> Outcome {
        let word = self.text().to_ascii_uppercase();
        let call = self.kind_at(1) == Some(Kind::Open);
        match &*word {
            "NULL" | "TRUE" | "FALSE" => {
                self.bump();
                return Ok(());
            }
            "MAXVALUE" if !call => {
                self.bump();
                return Ok(());
            }
            "CASE" => return self.case(),
            "EXISTS" if call => {
                self.bump();
                return self.subquery();
            }
            "MATCH" => return self.fulltext(),
            "ROW" if call => {
                self.bump();
                return self.parens(Cursor::expr);
            }
            "CONVERT" if call => return self.cast(&word),
            "CAST" if call && self.is_joined_to_next() => return self.cast(&word),
            "DATE" | "TIME" | "TIMESTAMP" if self.kind_at(1) == Some(Kind::Text) => {
                self.bump();
                return self.string();
            }
            "NEXT" | "PREVIOUS" if self.is_at(1, "VALUE") && self.is_at(2, "FOR") => {
                self.reset(self.mark() + 3);
                return self.object();
            }
            "PRIOR" if self.mariadb => (),
            _ if word.starts_with('_') && self.kind_at(1) == Some(Kind::Text) => {
                self.bump();
                return self.value();
            }
            _ if word.starts_with('_') && self.kind_at(1) == Some(Kind::Number) && self.text_at(1).starts_with('0') => {
                self.bump();
                return self.value();
            }
            _ if words::is_introducer(&word) => return self.refuse_next("a string"),
            _ if CLOCKS.contains(&&*word) => {
                self.bump();
                if self.eat_kind(Kind::Open) {
                    self.eat_kind(Kind::Number);
                    self.close()?;
                }
                return Ok(());
            }
            _ => (),
        }
        if call && RESERVED_FUNCTIONS.contains(&&*word) {
            self.bump();
            return self.call(&word);
        }
        if words::is_reserved(&word, self.mariadb) {
            return self.refuse(Some("an expression"));
        }
        self.bump();
        if self.is_kind(Kind::Dot) {
            // `t.*` is an argument of COUNT in no dialect of ours, but an item of SELECT; that is read there.
            self.dots()?;
            return self.optional_call();
        }
        if call {
            // A blank makes the name of such a function one of the user's.
            let known = !words::is_function(&word) || self.is_joined();
            return self.call(if known { &word } else { "" });
        }
        Ok(())
    }

    /// The arguments of a function, and the window over which it runs.
    fn call(&mut self, word: &str) -> Outcome {
        self.arguments(word)?;
        let before = self.mark();
        self.window()?;
        if self.mark() == before && function::needs_window(word, self.mariadb) {
            return self.refuse(Some("OVER"));
        }
        Ok(())
    }

    fn case(&mut self) -> Outcome {
        self.need("CASE")?;
        if !self.is("WHEN") {
            self.expr()?;
        }
        if !self.is("WHEN") {
            return self.refuse(Some("WHEN"));
        }
        while self.eat("WHEN") {
            self.expr()?;
            self.need("THEN")?;
            self.expr()?;
        }
        if self.eat("ELSE") {
            self.expr()?;
        }
        self.need("END")
    }

    fn fulltext(&mut self) -> Outcome {
        self.need("MATCH")?;
        if self.eat_kind(Kind::Open) {
            self.list(Cursor::object)?;
            self.close()?;
        } else {
            self.list(Cursor::object)?;
        }
        self.need("AGAINST")?;
        self.open()?;
        self.bits()?;
        if !self.eat_all(&["IN", "BOOLEAN", "MODE"]) {
            self.eat_all(&["IN", "NATURAL", "LANGUAGE", "MODE"]);
        }
        if self.eat("WITH") {
            self.need("QUERY")?;
            self.need("EXPANSION")?;
        }
        self.close()
    }

    fn cast(&mut self, word: &str) -> Outcome {
        self.bump();
        self.open()?;
        self.expr()?;
        if word == "CAST" {
            self.need("AS")?;
            self.cast_type()?;
            if self.eat("FORMAT") {
                self.string()?;
            }
        } else if self.eat("USING") {
            if !self.eat("BINARY") {
                self.name_or_string()?;
            }
        } else {
            if !self.eat_kind(Kind::Comma) {
                return self.refuse(Some("`,` or USING"));
            }
            self.cast_type()?;
        }
        self.close()
    }
}
