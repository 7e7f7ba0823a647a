//! The tokens of a statement and the small questions that are asked of them.

use migrate_core::Dialect;

use super::words;
use crate::sql::lexer::{Kind, Lexer, Token};

/// The grammar stops at the current token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// What could stand there.
    pub(super) expected: Option<&'static str>,
}

/// Of a rule: it has read its part, or the statement is wrong.
pub(super) type Outcome = Result<(), Stop>;

/// A place between tokens. Comments are left out, and code in comments is code.
pub(super) struct Cursor<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    next: usize,
    /// MariaDB, not MySQL.
    pub(super) mariadb: bool,
    /// Inside a routine's body, where more statements exist.
    pub(super) in_routine: bool,
    /// Inside a query that gives its rows to another statement: `INTO` has no place there.
    pub(super) in_subquery: bool,
    open_code: Option<usize>,
    bad_literal: Option<usize>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(source: &'a str, dialect: Dialect) -> Cursor<'a> {
        let mut tokens = Vec::with_capacity(source.len() / 6);
        let mut open_code = None;
        let mut bad_literal = None;
        for token in Lexer::new(source, 0..source.len(), dialect) {
            match token.kind {
                Kind::Comment => (),
                Kind::CodeStart => open_code = Some(token.start as usize),
                Kind::CodeEnd => open_code = None,
                Kind::Text if bad_literal.is_none() && !is_whole(token.text(source)) => {
                    bad_literal = Some(token.start as usize);
                }
                _ => {
                    let before = tokens.last().copied();
                    tokens.push(name_beside_dot(source, before, token));
                }
            }
        }
        let mariadb = dialect == Dialect::MariaDb;
        Cursor { source, tokens, next: 0, mariadb, in_routine: false, in_subquery: false, open_code, bad_literal }
    }

    /// Where an `x'…'` or `b'…'` stands whose digits are none.
    pub(super) fn bad_literal(&self) -> Option<usize> {
        self.bad_literal
    }

    /// Where a comment with code begins that has no end.
    pub(super) fn open_code(&self) -> Option<usize> {
        self.open_code
    }

    /// Where the current token begins.
    pub(super) fn offset(&self) -> usize {
        self.tokens.get(self.next).map_or(self.source.len(), |token| token.start as usize)
    }

    pub(super) fn at_end(&self) -> bool {
        self.next >= self.tokens.len()
    }

    /// The statement stops making sense here.
    pub(super) fn refuse(&self, expected: Option<&'static str>) -> Outcome {
        Err(Stop { expected })
    }

    /// The token after the current one is wrong.
    pub(super) fn refuse_next(&mut self, expected: &'static str) -> Outcome {
        self.bump();
        self.refuse(Some(expected))
    }

    pub(super) fn mark(&self) -> usize {
        self.next
    }

    pub(super) fn reset(&mut self, mark: usize) {
        self.next = mark;
    }

    /// Whether a word stands between `mark` and the current token.
    pub(super) fn since(&self, mark: usize, word: &str) -> bool {
        self.tokens[mark.min(self.next)..self.next].iter().any(|token| token.is(self.source, word))
    }

    pub(super) fn kind_at(&self, n: usize) -> Option<Kind> {
        self.tokens.get(self.next + n).map(|token| token.kind)
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        self.kind_at(0)
    }

    pub(super) fn text_at(&self, n: usize) -> &'a str {
        self.tokens.get(self.next + n).map_or("", |token| token.text(self.source))
    }

    pub(super) fn text(&self) -> &'a str {
        self.text_at(0)
    }

    /// Whether nothing stands between the current token and the one before.
    pub(super) fn is_joined(&self) -> bool {
        self.next > 0 && self.is_joined_at(self.next)
    }

    /// Whether nothing stands between the current token and the next.
    pub(super) fn is_joined_to_next(&self) -> bool {
        self.is_joined_at(self.next + 1)
    }

    fn is_joined_at(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.start == self.tokens[index - 1].end)
    }

    pub(super) fn bump(&mut self) {
        self.next += 1;
    }

    pub(super) fn is_at(&self, n: usize, word: &str) -> bool {
        self.tokens.get(self.next + n).is_some_and(|token| token.is(self.source, word))
    }

    /// `IF NOT EXISTS`: where there is one, nobody looks at the rest.
    pub(super) fn may_do_nothing(&self) -> bool {
        self.tokens.iter().take(6).any(|token| token.is(self.source, "EXISTS"))
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.is_at(0, word)
    }

    /// Whether these words follow each other here.
    pub(super) fn are(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| self.is_at(n, word))
    }

    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        self.kind() == Some(Kind::Word) && words.iter().any(|word| self.is(word))
    }

    pub(super) fn eat(&mut self, word: &str) -> bool {
        let found = self.is(word);
        self.next += usize::from(found);
        found
    }

    /// All of the words, or none.
    pub(super) fn eat_all(&mut self, words: &[&str]) -> bool {
        let found = self.are(words);
        self.next += if found { words.len() } else { 0 };
        found
    }

    pub(super) fn eat_any(&mut self, words: &[&str]) -> bool {
        let found = self.is_any(words);
        self.next += usize::from(found);
        found
    }

    pub(super) fn need(&mut self, word: &'static str) -> Outcome {
        if self.eat(word) { Ok(()) } else { self.refuse(Some(word)) }
    }

    pub(super) fn need_any(&mut self, words: &[&str]) -> Outcome {
        if self.eat_any(words) { Ok(()) } else { self.refuse(None) }
    }

    pub(super) fn is_kind(&self, kind: Kind) -> bool {
        self.kind() == Some(kind)
    }

    pub(super) fn eat_kind(&mut self, kind: Kind) -> bool {
        let found = self.is_kind(kind);
        self.next += usize::from(found);
        found
    }

    pub(super) fn open(&mut self) -> Outcome {
        if self.eat_kind(Kind::Open) { Ok(()) } else { self.refuse(Some("`(`")) }
    }

    pub(super) fn close(&mut self) -> Outcome {
        if self.eat_kind(Kind::Close) { Ok(()) } else { self.refuse(Some("`)`")) }
    }

    pub(super) fn is_op(&self, op: &str) -> bool {
        self.is_kind(Kind::Op) && self.text() == op
    }

    pub(super) fn op(&mut self, op: &str) -> bool {
        let found = self.is_op(op);
        self.next += usize::from(found);
        found
    }

    /// One or more, with commas between them.
    pub(super) fn list(&mut self, mut item: impl FnMut(&mut Self) -> Outcome) -> Outcome {
        item(self)?;
        while self.eat_kind(Kind::Comma) {
            item(self)?;
        }
        Ok(())
    }

    /// A list in parentheses.
    pub(super) fn parens(&mut self, item: impl FnMut(&mut Self) -> Outcome) -> Outcome {
        self.open()?;
        self.list(item)?;
        if self.eat_kind(Kind::Close) { Ok(()) } else { self.refuse(Some("`,` or `)`")) }
    }

    /// Whether a name that needs no quotes, or a quoted one, stands here.
    pub(super) fn is_name(&self) -> bool {
        match self.kind() {
            Some(Kind::Name) => true,
            Some(Kind::Word) => !words::is_reserved(self.text(), self.mariadb),
            _ => false,
        }
    }

    pub(super) fn name(&mut self) -> Outcome {
        if self.is_name() {
            self.bump();
            Ok(())
        } else {
            self.refuse(Some("a name"))
        }
    }

    /// A name with what it belongs to: `a`, `db.a`.
    pub(super) fn object(&mut self) -> Outcome {
        self.name()?;
        self.dots()
    }

    /// `.name` as often as it is there.
    pub(super) fn dots(&mut self) -> Outcome {
        // `1 .. n` is a range of MariaDB's loops.
        while self.is_kind(Kind::Dot) && self.kind_at(1) != Some(Kind::Dot) {
            self.bump();
            self.name()?;
        }
        Ok(())
    }

    /// A table, a view or a routine: `a`, `db.a`, `.a`.
    pub(super) fn table_name(&mut self) -> Outcome {
        if words::is_function(self.text()) && self.kind_at(1) == Some(Kind::Open) && self.is_joined_to_next() {
            return self.refuse_next("a blank after the name, which is a function's");
        }
        let mark = self.mark();
        if !self.is_kind(Kind::Dot) {
            self.name()?;
        }
        self.dots()?;
        if self.mark() > mark + 3 {
            self.reset(mark + 3);
            return self.refuse(None);
        }
        Ok(())
    }

    /// What can belong to a database but not follow a bare point: a routine, a trigger, an event.
    pub(super) fn routine_name(&mut self) -> Outcome {
        let mark = self.mark();
        self.object()?;
        if self.mark() > mark + 3 {
            self.reset(mark + 3);
            return self.refuse(None);
        }
        Ok(())
    }

    pub(super) fn names(&mut self) -> Outcome {
        self.parens(Cursor::name)
    }

    pub(super) fn string(&mut self) -> Outcome {
        if !self.eat_kind(Kind::Text) {
            return self.refuse(Some("a string"));
        }
        Ok(())
    }

    pub(super) fn number(&mut self) -> Outcome {
        if self.eat_kind(Kind::Number) { Ok(()) } else { self.refuse(Some("a number")) }
    }

    /// A name or a string: character sets, engines, users.
    pub(super) fn name_or_string(&mut self) -> Outcome {
        if self.eat_kind(Kind::Text) { Ok(()) } else { self.name() }
    }

    pub(super) fn if_exists(&mut self) {
        self.eat_all(&["IF", "EXISTS"]);
    }

    pub(super) fn if_not_exists(&mut self) {
        self.eat_all(&["IF", "NOT", "EXISTS"]);
    }

    /// Everything up to the end of the statement, as long as its brackets match.
    pub(super) fn balanced(&mut self) -> Outcome {
        let mut depth = 0;
        while let Some(kind) = self.kind() {
            match kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 0 => return self.refuse(None),
                Kind::Close => depth -= 1,
                Kind::Semi if depth == 0 => return Ok(()),
                _ => (),
            }
            self.bump();
        }
        if depth > 0 { self.refuse(Some("`)`")) } else { Ok(()) }
    }
}

/// Whether a string is none of `x'…'` and `b'…'`, or has the digits for it.
fn is_whole(text: &str) -> bool {
    let Some(digits) = text.get(2..text.len().saturating_sub(1)) else { return true };
    match text.as_bytes()[0] {
        b'x' | b'X' => digits.len().is_multiple_of(2) && digits.bytes().all(|b| b.is_ascii_hexdigit()),
        b'b' | b'B' => digits.bytes().all(|b| matches!(b, b'0' | b'1')),
        _ => true,
    }
}

/// A word right before or behind a point is a name, whatever else it may be: `t.order`, `from.a`.
fn name_beside_dot(source: &str, before: Option<Token>, token: Token) -> Token {
    let bytes = source.as_bytes();
    let end = token.end as usize;
    let word =
        |at: usize| bytes.get(at).is_some_and(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | 128..));
    let follows = before.is_some_and(|dot| {
        let start = dot.start as usize;
        // The types of MariaDB's schemas for modes are types.
        let schema = source.get(start.saturating_sub(7)..start);
        let mode = schema.is_some_and(|schema| schema.eq_ignore_ascii_case("_schema"));
        let range = start > 0 && bytes[start - 1] == b'.';
        dot.kind == Kind::Dot && dot.end == token.start && !range && !mode
    });
    let precedes = bytes.get(end) == Some(&b'.') && word(end + 1);
    match token.kind {
        Kind::Word if follows || precedes => Token { kind: Kind::Name, ..token },
        _ => token,
    }
}
