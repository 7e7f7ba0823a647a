//! A section of a file to its statements. Where one ends is decided by tokens alone, so that a broken statement does not
//! take its neighbours with it.

use std::ops::Range;
use std::rc::Rc;

use migrate_core::Dialect;

use super::block::{Blocks, Mode};
use super::lexer::{Bad, Kind, Lexer, Token, is_breakpoint};
use super::unclosed::{Sign, mark, origin};
use crate::diagnostic::{Diagnostic, syntax};
use crate::source::{Place, SourceId, Span};

/// One statement: where it stands, and what is known of it without its grammar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stmt {
    /// From its first token to its last, without the terminator and without comments around it.
    pub span: Span,
    /// How deep its brackets, `CASE`s and prefix operators go: what a recursive parser needs of stack.
    pub depth: u32,
    /// A diagnostic about it has been made already: its tokens make no sense, or it is no SQL.
    pub broken: bool,
    /// What it was cut into; none where the server cuts it another way than the client program did.
    tokens: Option<Rc<[Token]>>,
}

impl Stmt {
    /// A part of another one, to be read by itself.
    pub(crate) fn part(span: Span) -> Stmt {
        Stmt { span, depth: 0, broken: false, tokens: None }
    }

    /// What is written.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.span.range()]
    }

    /// Its tokens, comments included. Every pass asks for them, and cutting up a text is what costs most in many.
    pub fn tokens(&self, text: &str, dialect: Dialect) -> Rc<[Token]> {
        match &self.tokens {
            Some(tokens) => tokens.clone(),
            None => Lexer::new(text, self.span.range(), dialect).collect(),
        }
    }
}

/// Cuts `range` of `text`, which is the whole canonical text of `source`, into statements.
///
/// Comments and empty statements are no statements. Client commands (`DELIMITER`, `\connect`, the data of
/// `COPY … FROM stdin`) are not part of any; those that cannot be obeyed are reported.
pub fn split(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    dialect: Dialect,
    out: &mut Vec<Diagnostic>,
) -> Vec<Stmt> {
    let lexer = Lexer::new(text, range.clone(), dialect);
    let said = out.len();
    let mut splitter = Splitter {
        source,
        text,
        start: range.start,
        end: range.end,
        dialect,
        lexer,
        tokens: Vec::new(),
        in_code: false,
        stmts: Vec::new(),
        delimiters: Vec::new(),
        said,
        out,
    };
    while splitter.statement() {}
    splitter.stmts
}

struct Splitter<'a, 'o> {
    source: SourceId,
    text: &'a str,
    /// Where reading began, or began again after a quote that was left open.
    start: usize,
    end: usize,
    dialect: Dialect,
    lexer: Lexer<'a>,
    /// Those of the statement that is being read.
    tokens: Vec<Token>,
    /// It begins in a comment whose content is code.
    in_code: bool,
    stmts: Vec<Stmt>,
    /// What ended statements from which byte on.
    delimiters: Vec<(usize, Option<&'a str>)>,
    /// How many diagnostics others had made before.
    said: usize,
    out: &'o mut Vec<Diagnostic>,
}

/// What is collected about the statement that is being read.
#[derive(Default)]
struct Open {
    first: Option<u32>,
    end: u32,
    parens: u32,
    depth: u32,
    /// Length of the run of prefix operators that ends here.
    prefixes: u32,
    longest: u32,
    broken: bool,
}

impl Splitter<'_, '_> {
    fn place(&self, start: usize, end: usize) -> Place {
        Place { source: self.source, span: Span::new(start, end) }
    }

    /// Reads up to and with the next terminator. False at the end of the text.
    fn statement(&mut self) -> bool {
        let mut open = Open::default();
        self.tokens.clear();
        let mut blocks = Blocks::new(self.dialect);
        // COPY … FROM STDIN: the word before, and whether it was seen.
        let mut copy = CopyState::No;
        loop {
            let Some(token) = self.lexer.next() else {
                self.push(&open);
                return false;
            };
            if open.first.is_some() {
                self.tokens.push(token);
            }
            match token.kind {
                // Drizzle cuts its files here, whether a `;` stands before it or not.
                Kind::Comment if open.first.is_some() && is_breakpoint(token.text(self.text)) => {
                    self.push(&open);
                    return true;
                }
                Kind::Comment => continue,
                Kind::Semi => {
                    if open.first.is_none() {
                        return true;
                    }
                    let semicolon = token.text(self.text) == ";";
                    if semicolon && blocks.continues(open.parens) {
                        blocks.semicolon();
                        open.end = token.end;
                        continue;
                    }
                    if let CopyState::Stdin(first, last) = copy {
                        self.copy_data(first, last);
                        return true;
                    }
                    self.push(&open);
                    return true;
                }
                Kind::Op if token.text(self.text) == "\\" && !self.is_null(token, &open) => {
                    if self.backslash(token, &mut open) {
                        return true;
                    }
                    continue;
                }
                // After DELIMITER a `;` is the server's business: it ends what is no routine, and in one it is kept.
                Kind::Op if token.text(self.text) == ";" => {
                    if blocks.mode() != Mode::Body {
                        self.push(&open);
                        return true;
                    }
                    blocks.semicolon();
                    continue;
                }
                Kind::Dot if open.first.is_none() && self.dot_command(token) => return true,
                Kind::Bad(bad) => {
                    if bad != Bad::Comment && self.reopen(token) {
                        return true;
                    }
                    self.left_open(token, bad);
                    open.broken = true;
                }
                Kind::Word if self.client_command(token, &open) => return true,
                Kind::Word
                | Kind::Name
                | Kind::Text
                | Kind::Dollar
                | Kind::Number
                | Kind::Param
                | Kind::Op
                | Kind::Open
                | Kind::Close
                | Kind::Comma
                | Kind::Dot
                | Kind::CodeStart
                | Kind::CodeEnd => (),
            }
            if open.first.is_none() {
                open.first = Some(token.start);
                self.in_code = self.lexer.in_code() && token.kind != Kind::CodeStart;
                self.tokens.push(token);
            }
            open.end = token.end;
            self.measure(token, &mut open, &mut blocks);
            copy = copy.next(token, self.text, self.dialect);
        }
    }

    /// Whether a backslash inside a statement is the first half of `\N`, which MariaDB reads as NULL.
    fn is_null(&self, token: Token, open: &Open) -> bool {
        let rest = &self.text[token.end as usize..self.end];
        self.dialect.is_mysql_family()
            && open.first.is_some()
            && rest.starts_with('N')
            && !rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    }

    /// Follows brackets and blocks.
    fn measure(&mut self, token: Token, open: &mut Open, blocks: &mut Blocks) {
        let text = token.text(self.text);
        let mut prefix = false;
        match token.kind {
            Kind::Open => open.parens += 1,
            Kind::Close => open.parens = open.parens.saturating_sub(1),
            Kind::Op => {
                prefix = true;
                match text {
                    "[" | "{" => open.parens += 1,
                    "]" | "}" => open.parens = open.parens.saturating_sub(1),
                    _ => (),
                }
            }
            Kind::Word => {
                prefix = text.eq_ignore_ascii_case("NOT");
                blocks.word(text);
            }
            _ => (),
        }
        if token.kind != Kind::Word {
            blocks.other(token.kind, text);
        }
        open.prefixes = if prefix { open.prefixes + text.len() as u32 } else { 0 };
        open.longest = open.longest.max(open.prefixes);
        open.depth = open.depth.max(open.parens + blocks.cases());
    }

    fn push(&mut self, open: &Open) {
        if let Some(first) = open.first {
            // Only what is left open can end with white space.
            let text = self.text[first as usize..open.end as usize].trim_ascii_end();
            let span = Span { start: first, end: first + text.len() as u32 };
            let tokens = self.own_tokens(span).map(Rc::from);
            self.stmts.push(Stmt { span, depth: open.depth + open.longest, broken: open.broken, tokens });
        }
    }

    /// The tokens of a statement, if they are those that its text has by itself.
    fn own_tokens(&self, span: Span) -> Option<&[Token]> {
        let mut count = self.tokens.len();
        while count > 0 && self.tokens[count - 1].start >= span.end {
            count -= 1;
        }
        let own = &self.tokens[..count];
        let (first, last) = (own.first()?, own.last()?);
        // A delimiter cuts tokens that are whole to the server, and what follows `--` in MySQL tells what that is.
        let alone = !self.in_code && !self.lexer.has_delimiter() && !self.text[..span.end as usize].ends_with('-');
        (alone && first.start == span.start && last.end == span.end).then_some(own)
    }

    /// Finds the quote that was left open and made this one the last: says so there, forgets what was read since, and goes
    /// on behind its statement. False if it is this one.
    fn reopen(&mut self, last: Token) -> bool {
        let Some(origin) = origin(self.text, self.start..self.end, last, self.dialect) else { return false };
        let (start, end) = (origin.token.start, origin.token.end);
        self.stmts.retain(|stmt| stmt.span.end <= start);
        let kept = self.out.split_off(self.said);
        let before = |problem: &Diagnostic| problem.at.is_none_or(|at| at.span.start < start);
        self.out.extend(kept.into_iter().filter(before));
        let whole = &self.text[start as usize..end as usize];
        let mark = mark(whole).unwrap_or_default();
        let opening = self.place(start as usize, start as usize + mark.len());
        let closing = self.place(end as usize - mark.len(), end as usize);
        let what = match origin.token.kind {
            Kind::Name => "quoted name",
            Kind::Dollar => "dollar-quoted string",
            _ => "string",
        };
        let closes = &whole[whole.len() - 1..];
        let problem = match origin.sign {
            Sign::Swallows => Diagnostic::error(&syntax::LEFT_OPEN, format!("this {what} is never closed"))
                .at(opening, "opened here")
                .label(closing, "the next quote, which was to open another, closes it")
                .help(match origin.token.kind {
                    Kind::Text => {
                        format!("close it with `{closes}`; a quote inside of it is written twice: `{closes}{closes}`")
                    }
                    Kind::Dollar => format!("close it with `{mark}`"),
                    _ if closes == "`" => "close it with a backtick".to_owned(),
                    _ => format!("close it with `{closes}`"),
                }),
            Sign::Ends => Diagnostic::error(&syntax::LEFT_OPEN, format!("this {what} ends in the middle of a word"))
                .at(self.place(start as usize, end as usize), "the quote ends it here")
                .help(match closes {
                    "'" => "a quote inside a string is written twice: `'it''s'`".to_owned(),
                    _ => format!("a quote inside of it is written twice: `{closes}{closes}`"),
                }),
            Sign::Begins => Diagnostic::error(&syntax::LEFT_OPEN, "a quote without its other half")
                .at(opening, "it stands right behind a word, where nothing can open")
                .help(format!("the word before needs a `{closes}` in front of it, or this one is too many")),
        };
        self.out.push(problem);
        let from = self.stmts.last().map_or(self.start, |stmt| (stmt.span.end as usize).max(self.start));
        let first = Lexer::new(self.text, from..end as usize, self.dialect)
            .find(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
            .map_or(start, |token| token.start.min(start));
        // In a body a `;` ends no statement.
        let mut blocks = Blocks::new(self.dialect);
        for token in Lexer::new(self.text, first as usize..start as usize, self.dialect) {
            match token.kind {
                Kind::Comment => (),
                Kind::Word => blocks.word(token.text(self.text)),
                Kind::Semi => blocks.semicolon(),
                kind => blocks.other(kind, token.text(self.text)),
            }
        }
        let delimiter = self.delimiters.iter().rev().find(|(at, _)| *at <= start as usize).and_then(|found| found.1);
        let rest = &self.text[start as usize..self.end];
        let resume = match delimiter {
            Some(delimiter) => rest.find(delimiter).map_or(self.end, |at| start as usize + at + delimiter.len()),
            None if blocks.mode() == Mode::Body && blocks.open() => {
                end_of_body(rest).map_or(self.end, |at| start as usize + at)
            }
            None => origin.resume,
        };
        let read = self.text[first as usize..resume.max(start as usize + 1)].trim_ascii_end();
        let span = Span { start: first, end: first + read.len() as u32 };
        self.stmts.push(Stmt { broken: true, ..Stmt::part(span) });
        self.start = resume;
        self.lexer.set_delimiter(delimiter);
        self.lexer.seek(resume);
        true
    }

    fn left_open(&mut self, token: Token, bad: Bad) {
        let start = token.start as usize;
        let opening = &self.text[start..];
        let (what, quote, closing) = match bad {
            Bad::Text => ("string", opening.find(['\'', '"']).map_or(1, |i| i + 1), ""),
            Bad::Name => ("quoted name", opening.find(['"', '`', '[']).map_or(1, |i| i + 1), ""),
            Bad::Comment => ("comment", 2, "*/"),
            Bad::Dollar => ("dollar-quoted string", opening[1..].find('$').map_or(1, |i| i + 2), ""),
        };
        let mark = &opening[..quote];
        let closing = match (closing, mark) {
            ("", "[") => "]",
            ("", _) => mark.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '&'),
            (closing, _) => closing,
        };
        let closing = if bad == Bad::Dollar { mark } else { closing };
        let problem = Diagnostic::error(&syntax::LEFT_OPEN, format!("this {what} is never closed"))
            .at(self.place(start, start + quote), format!("opened here, and no `{closing}` follows"));
        let problem = match bad {
            Bad::Text if mark.ends_with('"') => problem.help(format!("close it with `{closing}`")),
            Bad::Text => problem.help("a quote inside a string is written twice: `'it''s'`"),
            Bad::Name | Bad::Comment | Bad::Dollar => problem.help(format!("close it with `{closing}`")),
        };
        self.out.push(problem);
    }

    /// `DELIMITER` of the mysql client, at the beginning of a statement or of a line; then it ends the statement before.
    /// True if it was one.
    fn client_command(&mut self, token: Token, open: &Open) -> bool {
        if !self.dialect.is_mysql_family() || !token.is(self.text, "DELIMITER") {
            return false;
        }
        let rest = &self.text[token.end as usize..self.end];
        let line = rest.split('\n').next().unwrap_or(rest);
        // A column may have that name, too.
        let begins = token.start == 0 || self.text.as_bytes()[token.start as usize - 1] == b'\n';
        let symbols = !line.trim().is_empty() && line.trim().bytes().all(|b| b.is_ascii_punctuation() && b != b',');
        if open.first.is_some() && !(begins && symbols) {
            return false;
        }
        self.push(open);
        let wanted = line.split_whitespace().next();
        let wanted_or_none = wanted.filter(|delimiter| *delimiter != ";");
        self.delimiters.push((token.start as usize, wanted_or_none));
        self.lexer.set_delimiter(wanted_or_none);
        self.lexer.seek(token.end as usize + line.len());
        if wanted.is_none() {
            let at = self.place(token.start as usize, token.end as usize);
            self.out.push(
                Diagnostic::error(&syntax::CLIENT_COMMAND, "`DELIMITER` without a delimiter")
                    .at(at, "the text that is to end statements is missing")
                    .help("write `DELIMITER //`, and `DELIMITER ;` after the last routine"),
            );
        }
        true
    }

    /// `.mode csv` of the sqlite3 program, at the beginning of a line. True if it was one.
    fn dot_command(&mut self, token: Token) -> bool {
        let start = token.start as usize;
        let rest = &self.text[start..self.end];
        let line = rest.split('\n').next().unwrap_or(rest);
        let name: &str = line[1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or("");
        let begins = start == 0 || self.text.as_bytes()[start - 1] == b'\n';
        if self.dialect != Dialect::Sqlite || name.is_empty() || !begins {
            return false;
        }
        let at = self.place(start, start + 1 + name.len());
        self.out.push(
            Diagnostic::error(
                &syntax::CLIENT_COMMAND,
                format!("`.{name}` is a command of the sqlite3 program, not SQL"),
            )
            .at(at, "the library does not know it")
            .help("delete the line: only SQL is run"),
        );
        self.lexer.seek(start + line.len());
        true
    }

    /// A backslash outside quotes is a command of a client program; it and the rest of its line are no SQL.
    /// True if the statement ends with it.
    fn backslash(&mut self, token: Token, open: &mut Open) -> bool {
        let start = token.start as usize;
        let rest = &self.text[start..self.end];
        let line = rest.split('\n').next().unwrap_or(rest);
        let name = line[1..].split(|c: char| !c.is_ascii_alphanumeric() && !"?!.".contains(c)).next().unwrap_or("");
        let command = &line[..1 + name.len()];
        let client = match self.dialect {
            Dialect::Postgres => "psql",
            Dialect::MySql => "the mysql client",
            Dialect::MariaDb => "the mariadb client",
            Dialect::Sqlite => "a client program",
        };
        if name.is_empty() {
            let at = self.place(start, start + 1);
            self.out
                .push(Diagnostic::error(&syntax::SYNTAX, "syntax error: unexpected `\\`").at(at, "not expected here"));
            open.broken = true;
            open.first.get_or_insert(token.start);
            open.end = token.end;
            return false;
        }
        let help = match name {
            "copy" | "." if self.dialect == Dialect::Postgres => "write the rows as `INSERT INTO … VALUES …`",
            "i" | "ir" | "include" | "." => "put the statements of that file into this one",
            "c" | "connect" | "u" => "the database is chosen by the URL the migrations run with; delete the line",
            "restrict" | "unrestrict" => "pg_dump writes this for psql; delete the line",
            "g" | "G" | "gx" | "gexec" | "gset" => "end the statement with `;`",
            _ => "delete the line: only SQL reaches the server",
        };
        let at = self.place(start, start + command.len());
        self.out.push(
            Diagnostic::error(&syntax::CLIENT_COMMAND, format!("`{command}` is a command of {client}, not SQL"))
                .at(at, "the server does not know it")
                .help(help),
        );
        open.broken = true;
        self.lexer.seek(start + line.len());
        self.push(open);
        true
    }

    /// `COPY … FROM stdin`: reported at the words, and the lines of data are skipped.
    fn copy_data(&mut self, first: Token, last: Token) {
        let at = self.place(first.start as usize, last.end as usize);
        self.out.push(
            Diagnostic::error(&syntax::COPY_STDIN, "`COPY … FROM stdin` cannot run in a migration")
                .at(at, "the data would have to come from the client")
                .note("a migration is sent as SQL; there is no second stream for the lines of data")
                .help("write the rows as `INSERT INTO … VALUES …`, or dump with `pg_dump --inserts`"),
        );
        let mut at = self.lexer.position();
        let rest = &self.text[at..self.end];
        // The data begins on the next line. Without the closing `\.` only the statement is left out.
        let Some(line) = rest.find('\n') else { return };
        let data = &rest[line + 1..];
        let mut offset = 0;
        for row in data.split_inclusive('\n') {
            if row.trim_end() == "\\." {
                at += line + 1 + offset + row.trim_end_matches('\n').len();
                self.lexer.seek(at);
                return;
            }
            offset += row.len();
        }
    }
}

/// The byte after the first line that is an `END` with its `;`.
fn end_of_body(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().trim_end_matches(';').trim_end().eq_ignore_ascii_case("END") {
            return Some(at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// How far `COPY … FROM STDIN` has been read.
#[derive(Clone, Copy)]
enum CopyState {
    No,
    Copy,
    From(Token),
    Stdin(Token, Token),
    Other,
}

impl CopyState {
    fn next(self, token: Token, text: &str, dialect: Dialect) -> CopyState {
        match self {
            CopyState::No if dialect == Dialect::Postgres && token.is(text, "COPY") => CopyState::Copy,
            CopyState::No | CopyState::Other => CopyState::Other,
            CopyState::Copy if token.is(text, "FROM") => CopyState::From(token),
            CopyState::Copy => CopyState::Copy,
            CopyState::From(from) if token.is(text, "STDIN") => CopyState::Stdin(from, token),
            CopyState::From(_) => CopyState::Other,
            CopyState::Stdin(..) => self,
        }
    }
}

impl Blocks {
    /// Whether a `;` stands inside a body and does not end the statement.
    fn continues(&self, parens: u32) -> bool {
        match self.mode() {
            Mode::Plain => false,
            Mode::Rule => parens > 0,
            Mode::Body => self.open(),
        }
    }
}
