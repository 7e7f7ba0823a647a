//! Text to tokens, as the server of each dialect would cut it. Never fails: what is left open becomes a
//! [`Kind::Bad`] token that reaches from its opening to the end of the text.

use std::ops::Range;

use migrate_core::Dialect;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A keyword or a name without quotes.
    Word,
    /// A quoted name: `"a"`, `` `a` ``, `[a]`, `U&"a"`.
    Name,
    /// A string of any kind, with its prefix: `'a'`, `E'a'`, `X'61'`; in MySQL also `"a"`.
    Text,
    /// `$tag$ … $tag$`.
    Dollar,
    /// A number.
    Number,
    /// A parameter: `$1`, `?1`, `:name`.
    Param,
    /// An operator, or a character that has no meaning of its own.
    Op,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// `;`, or what `DELIMITER` put in its place.
    Semi,
    /// `.`
    Dot,
    /// A comment, up to but without the line feed that ends it.
    Comment,
    /// `/*!40101` or `/*M!`: what follows is code up to the [`Kind::CodeEnd`].
    CodeStart,
    /// The `*/` that ends a comment whose content is code.
    CodeEnd,
    /// Something that is opened and never closed.
    Bad(Bad),
}

/// What was left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bad {
    /// A string.
    Text,
    /// A quoted name.
    Name,
    /// A comment.
    Comment,
    /// A dollar quote.
    Dollar,
}

/// A piece of text with a meaning, and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
}

impl Token {
    /// As the range that slices the text.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// What is written.
    pub fn text(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether it is the word `word`, in any case, without quotes.
    pub fn is(self, text: &str, word: &str) -> bool {
        // Asked of most tokens with many words, nearly always in vain: the length tells.
        matches!(self.kind, Kind::Word)
            && (self.end - self.start) as usize == word.len()
            && is_same_word(&text.as_bytes()[self.start as usize..], word.as_bytes())
    }
}

/// Yields the tokens of a part of a text, comments included, white space left out.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    dialect: Dialect,
    /// The last token was a `.`: a MySQL name may begin with digits.
    after_dot: bool,
    /// Inside a comment whose content is code.
    in_code: bool,
    /// What ends a statement instead of `;`.
    delimiter: Option<&'a str>,
}

impl<'a> Lexer<'a> {
    /// Over `range` of `text`. Bytes after the range are not looked at.
    pub fn new(text: &'a str, range: Range<usize>, dialect: Dialect) -> Lexer<'a> {
        let text = &text[..range.end];
        Lexer {
            text,
            bytes: text.as_bytes(),
            at: range.start,
            dialect,
            after_dot: false,
            in_code: false,
            delimiter: None,
        }
    }

    /// The byte after the last token.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Goes on at a byte that is the first of a character.
    pub fn seek(&mut self, at: usize) {
        self.at = at;
        self.after_dot = false;
    }

    /// What ends a statement from here on; `None` is `;`.
    pub fn set_delimiter(&mut self, delimiter: Option<&'a str>) {
        self.delimiter = delimiter;
    }

    /// Inside of a comment whose content is code.
    pub fn in_code(&self) -> bool {
        self.in_code
    }

    /// Something else than `;` ends a statement.
    pub fn has_delimiter(&self) -> bool {
        self.delimiter.is_some()
    }

    fn byte(&self, at: usize) -> u8 {
        if at < self.bytes.len() { self.bytes[at] } else { 0 }
    }

    /// Over all bytes that are of one of the classes.
    fn skip(&mut self, classes: u8) {
        let (bytes, mut at) = (self.bytes, self.at);
        while at < bytes.len() && CLASSES[bytes[at] as usize] & classes != 0 {
            at += 1;
        }
        self.at = at;
    }

    fn line_end(&self, from: usize) -> usize {
        let mut at = from;
        while at < self.bytes.len() && self.bytes[at] != b'\n' {
            at += 1;
        }
        at
    }

    /// From the byte after an opening quote past the closing one. A doubled quote stands for itself.
    fn quoted(&mut self, quote: u8, backslash: bool) -> bool {
        let bytes = self.bytes;
        while self.at < bytes.len() {
            let b = bytes[self.at];
            self.at += 1;
            if b == quote {
                if self.byte(self.at) != quote || quote == b']' {
                    return true;
                }
                self.at += 1;
            } else if b == b'\\' && backslash {
                self.at = (self.at + 1).min(self.bytes.len());
            }
        }
        false
    }

    fn text_token(&mut self, prefix: usize, backslash: bool) -> Kind {
        let quote = self.byte(self.at + prefix);
        self.at += prefix + 1;
        if self.quoted(quote, backslash) { Kind::Text } else { Kind::Bad(Bad::Text) }
    }

    fn name_token(&mut self, prefix: usize) -> Kind {
        let quote = self.byte(self.at + prefix);
        self.at += prefix + 1;
        let closing = if quote == b'[' { b']' } else { quote };
        if self.quoted(closing, false) { Kind::Name } else { Kind::Bad(Bad::Name) }
    }

    /// At `/*`. In PostgreSQL comments nest.
    fn block_comment(&mut self, nested: bool) -> Kind {
        let mut depth = 1;
        self.at += 2;
        while self.at < self.bytes.len() {
            match (self.bytes[self.at], self.byte(self.at + 1)) {
                (b'*', b'/') => {
                    self.at += 2;
                    depth -= 1;
                    if depth == 0 {
                        return Kind::Comment;
                    }
                }
                (b'/', b'*') if nested => {
                    self.at += 2;
                    depth += 1;
                }
                _ => self.at += 1,
            }
        }
        // SQLite reads a comment that is never closed up to the end of the text.
        if self.dialect == Dialect::Sqlite { Kind::Comment } else { Kind::Bad(Bad::Comment) }
    }

    /// At `/*` in MySQL or MariaDB.
    fn mysql_comment(&mut self) -> Kind {
        let mariadb = self.dialect == Dialect::MariaDb;
        let (bang, mut at) = match (self.byte(self.at + 2), self.byte(self.at + 3)) {
            (b'!', _) => (true, self.at + 3),
            (b'M', b'!') => (mariadb, self.at + 4),
            _ => (false, 0),
        };
        if !bang || self.in_code {
            return self.block_comment(false);
        }
        let digits = at;
        while at < digits + 6 && self.byte(at).is_ascii_digit() {
            at += 1;
        }
        // Five or six digits are a version; fewer are code. MariaDB skips what is meant for MySQL 5.7 and later; MySQL
        // has not come to 10.0 yet, the first version that only MariaDB has.
        let version = if at - digits >= 5 { self.text[digits..at].parse().unwrap_or(0) } else { 0 };
        if at - digits < 5 {
            at = digits;
        }
        let only_mysql = (50_700..=99_999).contains(&version) && self.byte(self.at + 2) == b'!';
        // mariadb-dump begins with `/*M!999999\- …`, which is for no server.
        let future = version >= 500_000;
        if mariadb && (only_mysql || future) || !mariadb && version > 99_999 {
            return self.block_comment(true);
        }
        self.at = at;
        self.in_code = true;
        Kind::CodeStart
    }

    /// At `$` in PostgreSQL: a quote, a parameter, or nothing.
    fn dollar(&mut self) -> Kind {
        let start = self.at;
        let mut at = start + 1;
        if self.byte(at).is_ascii_digit() {
            self.at = at;
            self.skip(DIGIT);
            return Kind::Param;
        }
        while is_word(self.byte(at)) {
            at += 1;
        }
        if self.byte(at) != b'$' {
            self.at += 1;
            return Kind::Op;
        }
        let tag = &self.text[start..=at];
        self.at = at + 1;
        match self.text[self.at..].find(tag) {
            Some(end) => {
                self.at += end + tag.len();
                Kind::Dollar
            }
            None => {
                self.at = self.bytes.len();
                Kind::Bad(Bad::Dollar)
            }
        }
    }

    /// The body of a routine in another language than SQL begins: `AS $$`, `AS $js$`. Elsewhere it is a name.
    fn is_body(&self, start: usize) -> bool {
        let tag = self.bytes[start + 1..].iter().take_while(|byte| is_word(**byte)).count();
        let before = self.text[..start].trim_end();
        let word = before.len().checked_sub(2).and_then(|at| before.get(at..));
        self.delimiter.is_none()
            && self.byte(start + 1 + tag) == b'$'
            && before.len() < start
            && word.is_some_and(|word| word.eq_ignore_ascii_case("as"))
    }

    fn number(&mut self) -> Kind {
        let radix = matches!(self.byte(self.at + 1), b'x' | b'X' | b'b' | b'B' | b'o' | b'O');
        if self.byte(self.at) == b'0' && radix && self.byte(self.at + 2).is_ascii_hexdigit() {
            self.at += 2;
            self.skip(HEX | UNDERSCORE);
            return Kind::Number;
        }
        let part = DIGIT | UNDERSCORE;
        self.skip(part);
        // `1..2` is a range in PostgreSQL's loops, not `1.` and `.2`.
        if self.byte(self.at) == b'.' && self.byte(self.at + 1) != b'.' {
            self.at += 1;
            self.skip(part);
        }
        if matches!(self.byte(self.at), b'e' | b'E') {
            let sign = usize::from(matches!(self.byte(self.at + 1), b'+' | b'-'));
            if self.byte(self.at + 1 + sign).is_ascii_digit() {
                self.at += 2 + sign;
                self.skip(part);
            }
        }
        // Letters right behind a number are one wrong token, not a number and a name.
        self.skip(WORD);
        Kind::Number
    }

    fn word(&mut self) -> Kind {
        self.skip(WORD | DOLLAR);
        Kind::Word
    }

    /// A MySQL name may begin with digits, or follow a dot with them.
    fn mysql_digits(&mut self) -> Kind {
        let start = self.at;
        let mut at = start;
        while is_word(self.byte(at)) || self.byte(at) == b'$' {
            at += 1;
        }
        let run = &self.bytes[start..at];
        let digits = run.iter().take_while(|b| b.is_ascii_digit()).count();
        let hex = run.len() > 2 && run[..2] == *b"0x" && run[2..].iter().all(u8::is_ascii_hexdigit);
        let bits = run.len() > 2 && run[..2] == *b"0b" && run[2..].iter().all(|b| matches!(b, b'0' | b'1'));
        let exponent = digits < run.len()
            && matches!(run[digits], b'e' | b'E')
            && (run[digits + 1..].iter().all(u8::is_ascii_digit) && digits + 1 < run.len()
                || run.len() == digits + 1 && matches!(self.byte(at), b'+' | b'-'));
        if self.after_dot || digits < run.len() && !hex && !bits && !exponent {
            self.at = at;
            return Kind::Word;
        }
        if hex || bits {
            self.at = at;
            return Kind::Number;
        }
        self.number()
    }

    fn operator(&mut self) -> Kind {
        let rest = &self.bytes[self.at..];
        let known: &[&[u8]] = match self.dialect {
            Dialect::Postgres => {
                let mut len = rest.iter().take_while(|b| is_pg_operator(**b)).count();
                // A comment ends an operator.
                for i in 1..len {
                    if matches!(&rest[i..], [b'-', b'-', ..] | [b'/', b'*', ..]) {
                        len = i;
                        break;
                    }
                }
                // `+` and `-` end one only if it holds a character that no standard operator has: `a=-1`.
                if !rest[..len].iter().any(|b| b"~!@#%^&|`?".contains(b)) {
                    while len > 1 && matches!(rest[len - 1], b'+' | b'-') {
                        len -= 1;
                    }
                }
                if len == 0 {
                    len = if rest.starts_with(b"::") || rest.starts_with(b":=") { 2 } else { 1 };
                }
                self.at += len;
                return Kind::Op;
            }
            Dialect::MySql | Dialect::MariaDb => {
                &[b"<=>", b"->>", b"<=", b">=", b"<>", b"!=", b"||", b"&&", b":=", b"->", b"<<", b">>", b"@@", b"=="]
            }
            Dialect::Sqlite => &[b"->>", b"<=", b">=", b"<>", b"!=", b"||", b"==", b"->", b"<<", b">>"],
        };
        self.at += known.iter().find(|op| rest.starts_with(op)).map_or(1, |op| op.len());
        Kind::Op
    }

    fn scan(&mut self) -> Option<(Kind, usize)> {
        self.skip(SPACE);
        let start = self.at;
        let first = *self.bytes.get(start)?;
        if let Some(delimiter) = self.delimiter
            && self.text[start..].starts_with(delimiter)
        {
            self.at += delimiter.len();
            return Some((Kind::Semi, start));
        }
        let next = self.byte(start + 1);
        let mysql = self.dialect.is_mysql_family();
        let postgres = self.dialect == Dialect::Postgres;
        let sqlite = self.dialect == Dialect::Sqlite;
        let kind = match first {
            b'-' if next == b'-' && (!mysql || self.byte(start + 2) <= b' ' || is_breakpoint(&self.text[start..])) => {
                self.at = self.line_end(start);
                Kind::Comment
            }
            b'#' if mysql => {
                self.at = self.line_end(start);
                Kind::Comment
            }
            b'/' if next == b'*' => match mysql {
                true => self.mysql_comment(),
                false => self.block_comment(postgres),
            },
            b'*' if next == b'/' && self.in_code => {
                self.at += 2;
                self.in_code = false;
                Kind::CodeEnd
            }
            b'\'' => self.text_token(0, mysql),
            b'"' if mysql => self.text_token(0, true),
            b'"' => self.name_token(0),
            b'`' if !postgres => self.name_token(0),
            b'[' if sqlite => self.name_token(0),
            b'e' | b'E' if postgres && next == b'\'' => self.text_token(1, true),
            b'n' | b'N' if !sqlite && next == b'\'' => self.text_token(1, mysql),
            b'x' | b'X' if next == b'\'' => self.text_token(1, false),
            b'b' | b'B' if !sqlite && next == b'\'' => self.text_token(1, false),
            b'u' | b'U' if postgres && next == b'&' && self.byte(start + 2) == b'\'' => self.text_token(2, false),
            b'u' | b'U' if postgres && next == b'&' && self.byte(start + 2) == b'"' => self.name_token(2),
            b'0'..=b'9' if mysql => self.mysql_digits(),
            b'0'..=b'9' => self.number(),
            b'.' if next.is_ascii_digit() && !self.after_word() && !self.after_point() => self.number(),
            b'.' => self.one(Kind::Dot),
            b'$' if postgres => self.dollar(),
            b'$' if self.dialect == Dialect::MySql && self.is_body(start) => self.dollar(),
            b'$' if mysql => self.word(),
            b'\\' => self.one(Kind::Op),
            b'?' if sqlite => {
                self.at += 1;
                self.skip(DIGIT);
                Kind::Param
            }
            b'@' | b'$' | b':' | b'#' if sqlite && (is_word(next) || next == b':') => {
                self.at += 1;
                self.skip(WORD | COLON | DOLLAR);
                Kind::Param
            }
            b'(' => self.one(Kind::Open),
            b')' => self.one(Kind::Close),
            b',' => self.one(Kind::Comma),
            b';' => self.one(if self.delimiter.is_some() { Kind::Op } else { Kind::Semi }),
            _ if is_word(first) => self.word(),
            _ => self.operator(),
        };
        if let Some(delimiter) = self.delimiter
            && matches!(kind, Kind::Word | Kind::Op | Kind::Number | Kind::Param)
        {
            // `END$$` is a word to the server, but the client has cut it before.
            let found = (start + 1..self.at).find(|&i| self.text.get(i..).is_some_and(|t| t.starts_with(delimiter)));
            self.at = found.unwrap_or(self.at);
        }
        Some((kind, start))
    }

    fn one(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    /// Whether the byte before belongs to a name: then `.5` is not a number.
    /// The second point of `1..2`.
    fn after_point(&self) -> bool {
        self.at > 0 && self.bytes[self.at - 1] == b'.'
    }

    fn after_word(&self) -> bool {
        let before = if self.at == 0 { b' ' } else { self.bytes[self.at - 1] };
        self.dialect.is_mysql_family() && (is_word(before) || matches!(before, b'`' | b'"'))
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (kind, start) = self.scan()?;
        // Operators of one byte may have cut a character.
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        self.after_dot = kind == Kind::Dot;
        Some(Token { kind, start: start as u32, end: self.at as u32 })
    }
}

const SPACE: u8 = 1;
const DIGIT: u8 = 2;
const HEX: u8 = 4;
/// What a name may hold: letters, digits, `_`, and all that is not ASCII.
const WORD: u8 = 8;
const UNDERSCORE: u8 = 16;
const DOLLAR: u8 = 32;
const COLON: u8 = 64;
const PG_OPERATOR: u8 = 128;

/// What each byte may be part of. A table, because this is asked of every byte, in builds without optimisation.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < 256 {
        let b = at as u8;
        let class = match b {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => SPACE,
            b'0'..=b'9' => DIGIT | HEX | WORD,
            b'a'..=b'f' | b'A'..=b'F' => HEX | WORD,
            b'g'..=b'z' | b'G'..=b'Z' | 0x80..=0xff => WORD,
            b'_' => UNDERSCORE | WORD,
            b'$' => DOLLAR,
            b':' => COLON,
            b'+' | b'-' | b'*' | b'/' | b'<' | b'>' | b'=' | b'~' | b'!' | b'@' | b'#' | b'%' | b'^' | b'&' | b'|'
            | b'`' | b'?' => PG_OPERATOR,
            _ => 0,
        };
        classes[at] = class;
        at += 1;
    }
    classes
};

const fn is_word(b: u8) -> bool {
    CLASSES[b as usize] & WORD != 0
}

const fn is_pg_operator(b: u8) -> bool {
    CLASSES[b as usize] & PG_OPERATOR != 0
}

/// A word to look for in whole texts, in any case, before anything is cut into tokens.
#[derive(Debug)]
pub(crate) struct Needle {
    /// In lower case.
    word: &'static [u8],
    /// How far to go on after a byte that stands where the last of the word would.
    steps: [u8; 256],
}

impl Needle {
    /// Of a word of lower-case letters.
    pub(crate) const fn new(word: &'static str) -> Needle {
        let word = word.as_bytes();
        let mut steps = [word.len() as u8; 256];
        let mut at = 0;
        while at + 1 < word.len() {
            steps[word[at] as usize] = (word.len() - 1 - at) as u8;
            steps[word[at].to_ascii_uppercase() as usize] = (word.len() - 1 - at) as u8;
            at += 1;
        }
        Needle { word, steps }
    }

    /// Where it stands next, be it a part of another word or of a string.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let last = self.word[self.word.len() - 1];
        let mut at = from + self.word.len() - 1;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte | 0x20 == last {
                let start = at + 1 - self.word.len();
                if is_same_word(&bytes[start..], self.word) {
                    return Some(start);
                }
            }
            at += self.steps[byte as usize] as usize;
        }
        None
    }
}

/// Whether `bytes` begin with a word, in any case.
fn is_same_word(bytes: &[u8], word: &[u8]) -> bool {
    let mut at = 0;
    while at < word.len() {
        let (a, b) = (bytes[at], word[at]);
        if a != b && !a.eq_ignore_ascii_case(&b) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a text begins with the line by which Drizzle cuts its files. It stands in no server's SQL: on MySQL, where `--`
/// needs a space behind it, Drizzle takes it out itself.
pub(crate) fn is_breakpoint(text: &str) -> bool {
    text.starts_with("--> statement-breakpoint")
}
