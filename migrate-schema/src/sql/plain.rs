//! A statement of MySQL or SQLite without what sqlparser does not read and what is no matter of the names in it.

use std::ops::Range;

use migrate_core::Dialect;

use super::{Kind, Token};

/// A text made of parts of another.
#[derive(Debug, Clone, Default)]
pub struct Plain {
    /// The text.
    pub text: String,
    /// Where a part begins here, and where it began.
    parts: Vec<(usize, usize)>,
}

impl Plain {
    /// Where a byte of this text was.
    pub fn original(&self, at: usize) -> usize {
        let part = self.parts.partition_point(|(start, _)| *start <= at);
        match part.checked_sub(1).and_then(|part| self.parts.get(part)) {
            Some((start, was)) => was + (at - start),
            None => at,
        }
    }

    /// Adds a part of the other text.
    pub fn copy(&mut self, text: &str, range: Range<usize>) {
        self.parts.push((self.text.len(), range.start));
        self.text.push_str(&text[range]);
    }

    /// Adds what was not there.
    pub fn add(&mut self, new: &str) {
        self.text.push_str(new);
    }
}

/// Words behind `SELECT` that are about how it is done.
const SELECT: &[&str] = &[
    "HIGH_PRIORITY",
    "SQL_CALC_FOUND_ROWS",
    "SQL_NO_CACHE",
    "SQL_CACHE",
    "SQL_SMALL_RESULT",
    "SQL_BIG_RESULT",
    "SQL_BUFFER_RESULT",
    "STRAIGHT_JOIN",
    "DISTINCTROW",
];

/// What is to be replaced, in order; ranges are of tokens.
struct Replaced<'t> {
    text: &'t str,
    tokens: &'t [Token],
    found: Vec<(Range<usize>, &'static str)>,
}

impl Replaced<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// One past the bracket that closes the one at a place.
    fn behind(&self, at: usize) -> usize {
        let mut depth = 0_i32;
        for (offset, token) in self.tokens[at..].iter().enumerate() {
            depth += i32::from(token.kind == Kind::Open) - i32::from(token.kind == Kind::Close);
            if depth == 0 {
                return at + offset + 1;
            }
        }
        self.tokens.len()
    }

    fn sqlite(&mut self) {
        for at in 0..self.tokens.len() {
            if self.is(at, "INDEXED") && self.is(at + 1, "BY") {
                self.found.push((at..at + 3, ""));
            } else if self.is(at, "NOT") && self.is(at + 1, "INDEXED") {
                self.found.push((at..at + 2, ""));
            }
        }
    }

    fn mysql(&mut self) {
        let mut set = self.is(0, "UPDATE");
        let mut depth = 0_i32;
        let mut at = 0;
        while let Some(kind) = self.kind(at) {
            depth += i32::from(kind == Kind::Open) - i32::from(kind == Kind::Close);
            set &= !self.is(at, "SET");
            let start = at;
            if kind == Kind::Comma && set && depth == 0 {
                self.found.push((at..at + 1, " JOIN "));
            } else if kind == Kind::Word {
                self.words(&mut at);
            }
            at = at.max(start + 1);
        }
    }

    fn words(&mut self, at: &mut usize) {
        let start = *at;
        let before = start.checked_sub(1).and_then(|before| self.kind(before));
        if self.is(start, "SELECT") {
            let mut end = start + 1;
            while self.is_any(end, SELECT) || self.is(end, "ALL") || self.is(end, "DISTINCT") {
                if self.is_any(end, SELECT) {
                    self.found.push((end..end + 1, if self.is(end, "DISTINCTROW") { "DISTINCT" } else { "" }));
                }
                end += 1;
            }
            *at = end;
        } else if start == 0 && self.is_any(start, &["UPDATE", "DELETE"]) {
            let mut end = start + 1;
            while self.is_any(end, &["LOW_PRIORITY", "QUICK", "IGNORE"]) {
                self.found.push((end..end + 1, ""));
                end += 1;
            }
            *at = end;
        } else if self.is(start, "LOCK") && self.is(start + 1, "IN") && self.is(start + 2, "SHARE") {
            self.found.push((start..start + 4, ""));
            *at = start + 4;
        } else if self.is(start, "SOUNDS") && self.is(start + 1, "LIKE") {
            self.found.push((start..start + 1, ""));
        } else if self.is(start, "PROCEDURE") && self.kind(start + 2) == Some(Kind::Open) {
            let end = self.behind(start + 2);
            self.found.push((start..end, ""));
            *at = end;
        } else if self.is(start, "MOD")
            && self.kind(start + 1) != Some(Kind::Open)
            && matches!(before, Some(Kind::Word | Kind::Name | Kind::Close | Kind::Number))
        {
            self.found.push((start..start + 1, "%"));
        } else if self.is_any(start, &["NEXT", "PREVIOUS"]) && self.is(start + 1, "VALUE") && self.is(start + 2, "FOR")
        {
            let mut end = start + 4;
            while self.kind(end) == Some(Kind::Dot) {
                end += 2;
            }
            self.found.push((start..end.min(self.tokens.len()), "NULL"));
            *at = end;
        } else if self.is_any(start, &["USE", "FORCE", "IGNORE"]) && self.is_any(start + 1, &["INDEX", "KEY"]) {
            let open = (start + 2..self.tokens.len()).find(|at| self.kind(*at) == Some(Kind::Open));
            if let Some(open) = open.filter(|open| *open <= start + 5) {
                let end = self.behind(open);
                self.found.push((start..end, ""));
                *at = end;
            }
        } else if self.is(start, "RETURNING") && self.is(0, "REPLACE") {
            *at = start + 1;
        }
    }
}

/// The statement of these tokens for sqlparser; none where it can stay as it is.
pub fn plain(text: &str, tokens: &[Token], dialect: Dialect) -> Option<Plain> {
    let mut replaced = Replaced { text, tokens, found: Vec::new() };
    match dialect {
        Dialect::Postgres => return None,
        Dialect::Sqlite => replaced.sqlite(),
        Dialect::MySql | Dialect::MariaDb => replaced.mysql(),
    }
    let (first, last) = (tokens.first()?, tokens.last()?);
    if replaced.found.is_empty() {
        return None;
    }
    let mut plain = Plain::default();
    let mut done = first.start as usize;
    for (range, new) in replaced.found {
        let (from, to) = (tokens.get(range.start)?.start as usize, tokens.get(range.end - 1)?.end as usize);
        plain.copy(text, done..from);
        plain.add(new);
        done = to;
    }
    plain.copy(text, done..last.end as usize);
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::Lexer;

    fn of(sql: &str, dialect: Dialect) -> Option<Plain> {
        let tokens: Vec<Token> = Lexer::new(sql, 0..sql.len(), dialect).collect();
        plain(sql, &tokens, dialect)
    }

    #[test]
    fn what_is_left_out_keeps_places() {
        for (sql, expected) in [
            ("UPDATE a, b SET x = 1, y = 2", "UPDATE a JOIN  b SET x = 1, y = 2"),
            ("SELECT SQL_NO_CACHE x FROM t LOCK IN SHARE MODE", "SELECT  x FROM t "),
            (
                "SELECT x MOD 2, MOD(x, 2) FROM t USE INDEX FOR JOIN (a, b) WHERE y",
                "SELECT x % 2, MOD(x, 2) FROM t  WHERE y",
            ),
        ] {
            let plain = of(sql, Dialect::MariaDb).expect("something to replace");
            assert_eq!(plain.text, expected);
            for word in ["x", "y"] {
                if let Some(at) = plain.text.rfind(word) {
                    assert_eq!(Some(plain.original(at)), sql.rfind(word), "{sql}");
                }
            }
        }
        assert!(of("SELECT 1", Dialect::MariaDb).is_none());
    }
}
