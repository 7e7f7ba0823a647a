//! Walks over the tokens of one statement.

use std::ops::Range;

use migrate_core::Dialect;

use crate::catalog::name::{Ident, Path};
use crate::source::{Place, SourceId, Span};
use crate::sql::{Kind, Stmt, Token, text};

/// The tokens of a statement without comments, and where reading has come to.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a str,
    tokens: std::rc::Rc<[Token]>,
    pub(crate) at: usize,
    end: usize,
    pub(crate) dialect: Dialect,
    pub(crate) source: SourceId,
    /// Some of it stands in comments whose content is code.
    coded: bool,
    /// The text is put together; all of it stands for what is written here.
    pub(crate) within: Option<Place>,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(source: SourceId, text: &'a str, stmt: &Stmt, dialect: Dialect) -> Cursor<'a> {
        let mut coded = false;
        let mut tokens = stmt.tokens(text, dialect);
        let left_out = |kind: Kind| matches!(kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi);
        if tokens.iter().any(|token| left_out(token.kind)) {
            coded = tokens.iter().any(|token| token.kind == Kind::CodeStart);
            tokens = tokens.iter().copied().filter(|token| !left_out(token.kind)).collect();
        }
        let end = tokens.len();
        Cursor { text, tokens, at: 0, end, dialect, source, coded, within: None }
    }

    /// Over code that is several statements, with what stands between them.
    pub(crate) fn of_code(source: SourceId, text: &'a str, range: Range<usize>, dialect: Dialect) -> Cursor<'a> {
        let left_out = |kind: Kind| matches!(kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd);
        let tokens: std::rc::Rc<[Token]> =
            crate::sql::Lexer::new(text, range, dialect).filter(|token| !left_out(token.kind)).collect();
        let end = tokens.len();
        Cursor { text, tokens, at: 0, end, dialect, source, coded: false, within: None }
    }

    pub(crate) fn postgres(&self) -> bool {
        self.dialect == Dialect::Postgres
    }

    pub(crate) fn mysql(&self) -> bool {
        self.dialect.is_mysql_family()
    }

    pub(crate) fn sqlite(&self) -> bool {
        self.dialect == Dialect::Sqlite
    }

    pub(crate) fn done(&self) -> bool {
        self.at >= self.end
    }

    pub(crate) fn peek(&self) -> Option<Token> {
        self.peek_at(0)
    }

    pub(crate) fn peek_at(&self, ahead: usize) -> Option<Token> {
        let at = self.at + ahead;
        (at < self.end).then(|| self.tokens[at])
    }

    pub(crate) fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    pub(crate) fn str(&self, token: Token) -> &'a str {
        token.text(self.text)
    }

    pub(crate) fn is_kind(&self, kind: Kind) -> bool {
        self.peek().is_some_and(|token| token.kind == kind)
    }

    pub(crate) fn eat_kind(&mut self, kind: Kind) -> bool {
        let is = self.is_kind(kind);
        self.at += usize::from(is);
        is
    }

    pub(crate) fn eat_op(&mut self, op: &str) -> bool {
        let is = self.peek().is_some_and(|token| token.kind == Kind::Op && self.str(token) == op);
        self.at += usize::from(is);
        is
    }

    /// Whether the word stands next.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| token.is(self.text, word))
    }

    pub(crate) fn is_at(&self, ahead: usize, word: &str) -> bool {
        self.peek_at(ahead).is_some_and(|token| token.is(self.text, word))
    }

    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Takes the words, all or none.
    pub(crate) fn eat(&mut self, words: &str) -> bool {
        let mut count = 0;
        for word in words.split(' ') {
            if !self.is_at(count, word) {
                return false;
            }
            count += 1;
        }
        self.at += count;
        true
    }

    pub(crate) fn if_exists(&mut self) -> bool {
        self.eat("IF EXISTS")
    }

    pub(crate) fn if_not_exists(&mut self) -> bool {
        self.eat("IF NOT EXISTS")
    }

    /// `CASCADE` or `RESTRICT`.
    pub(crate) fn cascade(&mut self) -> bool {
        let cascade = self.eat("CASCADE");
        let _ = self.eat("RESTRICT");
        cascade
    }

    pub(crate) fn place(&self, token: Token) -> Place {
        self.within.unwrap_or(Place { source: self.source, span: Span { start: token.start, end: token.end } })
    }

    /// From one token up to another that is not part of it.
    pub(crate) fn range(&self, from: usize, to: usize) -> Range<usize> {
        let limit = self.text.len();
        let start = self.tokens.get(from).map_or(limit, |token| token.start as usize);
        let end = if to > from { self.tokens.get(to - 1).map_or(limit, |token| token.end as usize) } else { start };
        start..end
    }

    pub(crate) fn place_of(&self, from: usize, to: usize) -> Place {
        let range = self.range(from, to);
        self.within.unwrap_or(Place { source: self.source, span: Span::new(range.start, range.end) })
    }

    /// A name.
    pub(crate) fn name(&mut self) -> Option<Ident> {
        let token = self.peek()?;
        let fits = match token.kind {
            Kind::Word | Kind::Name => true,
            Kind::Text => self.sqlite(),
            _ => false,
        };
        if !fits {
            return None;
        }
        self.at += 1;
        Some(Ident::written(self.str(token), self.dialect, self.place(token)))
    }

    /// `name` or `schema.name`; a database before them is passed over.
    pub(crate) fn path(&mut self) -> Option<Path> {
        let mut path = Path { schema: None, name: self.name()? };
        while self.eat_kind(Kind::Dot) {
            let name = self.name()?;
            path.schema = Some(std::mem::replace(&mut path.name, name));
        }
        Some(path)
    }

    pub(crate) fn paths(&mut self) -> Option<Vec<Path>> {
        let mut paths = vec![self.path()?];
        while self.eat_kind(Kind::Comma) {
            paths.push(self.path()?);
        }
        Some(paths)
    }

    /// A string without its quotes.
    pub(crate) fn string(&mut self) -> Option<(String, Place)> {
        let token = self.peek().filter(|token| token.kind == Kind::Text)?;
        self.at += 1;
        let written = self.str(token);
        let start = written.find(['\'', '"'])?;
        let quote = &written[start..=start];
        let inner = written[start + 1..].strip_suffix(quote)?;
        let text = inner.replace(&quote.repeat(2), quote);
        let text =
            if self.postgres() && written.starts_with(['u', 'U']) { crate::sql::text::unicode(&text)? } else { text };
        // Escapes: as they are written, which is enough to tell values apart.
        Some((text, self.place(token)))
    }

    /// A number's or a word's token is passed over together with all up to the comma or bracket that ends it.
    pub(crate) fn skip_item(&mut self) {
        let mut depth = 0u32;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close if depth == 0 => return,
                Kind::Close => depth -= 1,
                Kind::Comma if depth == 0 => return,
                Kind::Op if self.postgres() => match self.str(token) {
                    "[" => depth += 1,
                    "]" => depth = depth.saturating_sub(1),
                    _ => (),
                },
                _ => (),
            }
            self.at += 1;
        }
    }

    /// At `(`: a cursor over what is inside; this one goes on behind `)`.
    pub(crate) fn parens(&mut self) -> Option<Cursor<'a>> {
        if !self.is_kind(Kind::Open) {
            return None;
        }
        let start = self.at + 1;
        let mut depth = 0u32;
        while let Some(token) = self.next() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => {
                    depth -= 1;
                    if depth == 0 {
                        let mut inner = self.clone();
                        inner.at = start;
                        inner.end = self.at - 1;
                        return Some(inner);
                    }
                }
                _ => (),
            }
        }
        None
    }

    /// The next item up to a comma outside brackets, as a cursor of its own.
    pub(crate) fn item(&mut self) -> Option<Cursor<'a>> {
        if self.done() {
            return None;
        }
        let start = self.at;
        self.skip_item();
        let mut inner = self.clone();
        inner.at = start;
        inner.end = self.at;
        if !self.eat_kind(Kind::Comma) {
            // A bracket that closes nothing. Only what the judge refuses has one, and what is taken on trust.
            self.next();
        }
        Some(inner)
    }

    /// Ends before the token `end`.
    pub(crate) fn truncate(&mut self, end: usize) {
        self.end = self.end.min(end);
    }

    /// Everything that is left, as it is written.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.range(self.at, self.end)]
    }

    /// All tokens that are left.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens[self.at.min(self.end)..self.end]
    }

    /// A list of names in brackets.
    pub(crate) fn names(&mut self) -> Option<Vec<Ident>> {
        let mut inner = self.parens()?;
        let mut names = Vec::new();
        while let Some(mut item) = inner.item() {
            names.push(item.name()?);
        }
        Some(names)
    }

    /// Goes on until one of the words stands outside brackets, or to the end.
    pub(crate) fn skip_to(&mut self, words: &[&str]) {
        let mut depth = 0u32;
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                Kind::Word if depth == 0 && words.iter().any(|word| token.is(self.text, word)) => return,
                _ => (),
            }
            self.at += 1;
        }
    }

    /// Text with single spaces between its tokens, for what is compared. It is the same SQL.
    pub(crate) fn spaced(&self, from: usize, to: usize) -> String {
        text::spaced(self.text, &self.tokens[from..to.min(self.end).max(from)], self.dialect)
    }

    /// The tokens at some places, spaced; those of `kept` among these as they are written.
    pub(crate) fn spaced_of(&self, places: &[usize], kept: &[usize]) -> String {
        let tokens: Vec<Token> = places.iter().filter_map(|at| self.tokens.get(*at).copied()).collect();
        text::spaced_but(self.text, &tokens, kept, self.dialect)
    }

    /// The token at a place.
    pub(crate) fn token_at(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    /// The text between two places, with all that stands between its tokens.
    pub(crate) fn source_of(&self, from: usize, to: usize) -> &'a str {
        let ends = self.tokens.get(from).zip(to.checked_sub(1).and_then(|last| self.tokens.get(last)));
        ends.and_then(|(first, last)| self.text.get(first.start as usize..last.end as usize)).unwrap_or_default()
    }

    /// What is written at a place.
    pub(crate) fn written(&self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).map(|token| self.str(*token))
    }

    /// All that is left, spaced; the cursor is at the end then.
    pub(crate) fn take_rest(&mut self) -> String {
        let from = self.at;
        self.at = self.end.max(from);
        self.spaced(from, self.at)
    }

    /// All that is left as it is written, without the tokens at these places. It is the same SQL.
    pub(crate) fn without(&self, left_out: &[usize]) -> String {
        let mut out = String::new();
        let mut last: Option<usize> = None;
        for at in (self.at..self.end).filter(|at| !left_out.contains(at)) {
            let token = self.tokens[at];
            match last {
                None => (),
                // What stands between them is white space and comments, if not the marks of `/*! … */`.
                Some(before) if before + 1 == at => {
                    let between = &self.text[self.tokens[before].end as usize..token.start as usize];
                    let marks = self.coded && (between.contains("/*") || between.contains("*/"));
                    out.push_str(if marks { " " } else { between });
                }
                Some(_) => out.push(' '),
            }
            out.push_str(self.str(token));
            last = Some(at);
        }
        out
    }

    /// The same for what is compared.
    pub(crate) fn meaning(&self, left_out: &[usize]) -> String {
        let tokens: Vec<Token> =
            (self.at..self.end).filter(|at| !left_out.contains(at)).map(|at| self.tokens[at]).collect();
        text::meaning(self.text, &tokens, self.dialect)
    }

    /// The next word, name or string, without its quotes.
    pub(crate) fn plain(&mut self) -> Option<std::sync::Arc<str>> {
        match self.is_kind(Kind::Text) {
            true => Some(self.literal()?.into()),
            false => Some(self.path()?.shown().into()),
        }
    }

    /// What a string says: quotes and escapes are resolved.
    pub(crate) fn literal(&mut self) -> Option<String> {
        let token = self.peek().filter(|token| matches!(token.kind, Kind::Text | Kind::Dollar))?;
        let written = self.str(token);
        if token.kind == Kind::Dollar {
            self.at += 1;
            let tag = written[1..].find('$')? + 2;
            return Some(written.get(tag..written.len().checked_sub(tag)?)?.to_owned());
        }
        let escapes = self.mysql() || written.starts_with(['e', 'E']);
        let (text, _) = self.string()?;
        if !escapes || !text.contains('\\') {
            return Some(text);
        }
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if c != '\\' {
                out.push(c);
                continue;
            }
            match chars.next() {
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some('b') => out.push('\u{8}'),
                Some('0') if self.mysql() => out.push('\0'),
                Some('Z') if self.mysql() => out.push('\u{1a}'),
                // In patterns the server leaves these two for LIKE.
                Some(c @ ('%' | '_')) if self.mysql() => out.extend(['\\', c]),
                Some(c) => out.push(c),
                None => out.push('\\'),
            }
        }
        Some(out)
    }
}
