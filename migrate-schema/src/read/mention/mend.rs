//! Rare forms of PostgreSQL that sqlparser does not read are blanked out, in a text of the same length so that all places
//! stay, and what they say is kept beside it.

use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::name::Ident;
use crate::source::{Place, SourceId, Span};
use crate::sql::{Kind, Stmt, Token};

/// A name of two letters for a source that has none: `f() AS (a int)`.
pub(super) const NAMELESS: &str = "q_";

/// What the blanked parts said.
#[derive(Debug, Default)]
pub(in crate::read) struct Mended {
    /// `USING (…) AS x`: where the list of columns begins and ends, and the name.
    pub(super) joins: Vec<(usize, usize, Ident)>,
    /// `SEARCH` and `CYCLE`: where the query ends that they follow, and the columns that they add.
    pub(super) added: Vec<(usize, Vec<Arc<str>>)>,
    /// An expression was expanded to several columns.
    pub(super) expanded: bool,
    /// A blanked part may name columns that are looked for in vain.
    pub(super) rows_from: bool,
    /// Elements of columns are written.
    pub(super) elements: bool,
    /// `ON CONFLICT` names expressions.
    pub(super) targeted: bool,
}

struct Mender<'a> {
    source: SourceId,
    text: &'a str,
    tokens: Vec<Token>,
    new: Vec<u8>,
    found: Mended,
}

/// The text of a file with a statement that can be read; none if there is nothing to mend.
pub(in crate::read) fn mend(source: SourceId, text: &str, stmt: &Stmt) -> Option<(String, Mended)> {
    let tokens: Vec<Token> =
        stmt.tokens(text, Dialect::Postgres).iter().copied().filter(|token| token.kind != Kind::Comment).collect();
    let mut mender = Mender { source, text, tokens, new: text.as_bytes().to_vec(), found: Mended::default() };
    mender.all();
    let changed = mender.new != text.as_bytes();
    let new = String::from_utf8(mender.new).ok()?;
    changed.then_some((new, mender.found))
}

/// Whether a statement has what sqlparser takes for something else: `ONLY` before a table for the name of a table, `:=`
/// behind the name of an argument for an operator, and `U&"a"` for two names with an operator between.
pub(in crate::read) fn is_misread(text: &str, stmt: &Stmt) -> bool {
    let escaped = |token: &Token| token.kind == Kind::Name && !token.text(text).starts_with('"');
    stmt.tokens(text, Dialect::Postgres)
        .iter()
        .any(|token| token.is(text, "ONLY") || token.text(text) == ":=" || escaped(token))
}

impl Mender<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn str(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn named(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word | Kind::Name))
    }

    fn name(&self, at: usize) -> Option<Ident> {
        let token = self.tokens.get(at).filter(|_| self.named(at))?;
        let place = Place { source: self.source, span: Span { start: token.start, end: token.end } };
        Some(Ident::written(token.text(self.text), Dialect::Postgres, place))
    }

    /// Blanks the tokens from one up to another, without it.
    fn blank(&mut self, from: usize, to: usize) {
        let (Some(first), Some(last)) = (self.tokens.get(from), to.checked_sub(1).and_then(|at| self.tokens.get(at)))
        else {
            return;
        };
        for byte in &mut self.new[first.start as usize..last.end as usize] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    /// Writes a word over a token at least as long.
    fn write(&mut self, at: usize, word: &str) {
        let Some(token) = self.tokens.get(at) else { return };
        let start = token.start as usize;
        if (token.end as usize) - start >= word.len() {
            self.blank(at, at + 1);
            self.new[start..start + word.len()].copy_from_slice(word.as_bytes());
        }
    }

    /// Where the bracket that opens at `at` closes.
    fn close(&self, at: usize) -> Option<usize> {
        let mut depth = 0_u32;
        for (offset, token) in self.tokens[at..].iter().enumerate() {
            let text = token.text(self.text);
            if token.kind == Kind::Open || text == "[" {
                depth += 1;
            } else if token.kind == Kind::Close || text == "]" {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 {
                return Some(at + offset);
            }
        }
        None
    }

    fn all(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            let next = self.one(at);
            at = next.unwrap_or(at + 1).max(at + 1);
        }
        self.assignments();
    }

    /// Mends what begins at a token; then also where to go on.
    fn one(&mut self, at: usize) -> Option<usize> {
        if self.is(at, "USING") && self.kind(at + 1) == Some(Kind::Open) {
            let close = self.close(at + 1)?;
            if self.is(close + 1, "AS")
                && let Some(name) = self.name(close + 2)
            {
                let (start, end) = (self.tokens[at + 1].start as usize, self.tokens[close].end as usize);
                self.found.joins.push((start, end, name));
                self.blank(close + 1, close + 3);
            }
            return Some(at + 1);
        }
        if self.is(at, "ON") && self.is(at + 1, "CONFLICT") && self.kind(at + 2) == Some(Kind::Open) {
            let close = self.close(at + 2)?;
            let nested = (at + 3..close).any(|inner| self.kind(inner) == Some(Kind::Open));
            let end = (close..self.tokens.len()).find(|end| self.is(*end, "DO"))?;
            if nested {
                self.found.targeted = true;
                self.blank(at + 2, end);
            }
            return Some(end);
        }
        if self.is(at, "ROWS") && self.is(at + 1, "FROM") && self.kind(at + 2) == Some(Kind::Open) {
            self.found.rows_from = true;
            self.blank(at + 1, at + 2);
            self.write(at, "rows");
            // One word before the bracket makes a call of it.
            let start = self.tokens[at].start as usize;
            self.new[start..start + 6].copy_from_slice(b"unnest");
            return Some(at + 3);
        }
        // A name with escapes, which needs fewer letters without.
        if self.kind(at) == Some(Kind::Name) && !self.str(at).starts_with('"') {
            let name = self.name(at)?;
            self.write(at, &format!("\"{}\"", name.text.replace('"', "\"\"")));
            return Some(at + 1);
        }
        // The older way to name an argument.
        if self.str(at) == ":=" {
            let start = self.tokens[at].start as usize;
            self.new[start..start + 2].copy_from_slice(b"=>");
            return Some(at + 1);
        }
        if self.is(at, "ONLY")
            && (self.named(at + 1) || self.kind(at + 1) == Some(Kind::Open))
            && at > 0
            && (["FROM", "JOIN", "UPDATE", "INTO", "USING", "TABLE"].iter().any(|word| self.is(at - 1, word))
                || self.kind(at - 1) == Some(Kind::Comma))
        {
            self.blank(at, at + 1);
            return Some(at + 1);
        }
        if self.is(at, "TABLESAMPLE") && self.named(at + 1) {
            let open = (at + 2..at + 5).find(|at| self.kind(*at) == Some(Kind::Open))?;
            let mut end = self.close(open)? + 1;
            if self.is(end, "REPEATABLE") {
                end = self.close(end + 1)? + 1;
            }
            self.blank(at, end);
            return Some(end);
        }
        if at > 0 && self.kind(at - 1) == Some(Kind::Close) {
            if self.is(at, "SEARCH") && (self.is(at + 1, "DEPTH") || self.is(at + 1, "BREADTH")) {
                return self.search(at);
            }
            if self.is(at, "CYCLE") {
                let query = self.tokens[at - 1].end as usize;
                return self.cycle(at, query);
            }
            // `f() AS (a int)`
            if self.is(at, "AS") && self.kind(at + 1) == Some(Kind::Open) && self.typed_list(at + 1) {
                self.write(at, NAMELESS);
                return Some(at + 1);
            }
            // `(row).*`
            if self.str(at) == "." && self.str(at + 1) == "*" {
                self.found.expanded = true;
                self.blank(at, at + 2);
                return Some(at + 2);
            }
        }
        None
    }

    /// Whether the bracket holds names with types, and so no query.
    fn typed_list(&self, open: usize) -> bool {
        self.named(open + 1)
            && self.named(open + 2)
            && !["SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE"]
                .iter()
                .any(|word| self.is(open + 1, word))
    }

    /// `SEARCH DEPTH FIRST BY a, b SET x`
    fn search(&mut self, at: usize) -> Option<usize> {
        let set = (at..self.tokens.len()).find(|at| self.is(*at, "SET"))?;
        let name = self.name(set + 1)?;
        let query = self.tokens[at - 1].end as usize;
        self.found.added.push((query, vec![name.key]));
        self.blank(at, set + 2);
        if self.is(set + 2, "CYCLE") { self.cycle(set + 2, query) } else { Some(set + 2) }
    }

    /// `CYCLE a, b SET x [TO … DEFAULT …] USING y`
    fn cycle(&mut self, at: usize, query: usize) -> Option<usize> {
        let set = (at..self.tokens.len()).find(|at| self.is(*at, "SET"))?;
        let using = (set..self.tokens.len()).find(|at| self.is(*at, "USING"))?;
        let names = vec![self.name(set + 1)?.key, self.name(using + 1)?.key];
        self.found.added.push((query, names));
        self.blank(at, using + 2);
        Some(using + 2)
    }

    /// Elements and fields of columns that are written: `SET a[1] = 2, b.c = 3`, `INSERT INTO t (a[1])`.
    fn assignments(&mut self) {
        let mut at = 0;
        let mut set: Vec<bool> = vec![false];
        while at < self.tokens.len() {
            match self.kind(at) {
                Some(Kind::Open) => {
                    let listed = self.inserted(at);
                    set.push(listed);
                }
                Some(Kind::Close) if set.len() > 1 => {
                    set.pop();
                }
                _ if self.is(at, "SET") => *set.last_mut().unwrap_or(&mut true) = true,
                _ if ["WHERE", "FROM", "RETURNING"].iter().any(|word| self.is(at, word)) => {
                    if let Some(last) = set.last_mut() {
                        *last = false;
                    }
                }
                _ => (),
            }
            let begins = self.is(at, "SET") || matches!(self.kind(at), Some(Kind::Comma | Kind::Open));
            if begins && set.last() == Some(&true) && self.named(at + 1) && self.str(at + 2) == "[" {
                let mut end = at + 2;
                while self.str(end) == "[" {
                    let Some(close) = self.close(end) else { return };
                    end = close + 1;
                }
                while self.str(end) == "." && self.named(end + 1) {
                    end += 2;
                }
                if self.str(end) == "=" || matches!(self.kind(end), Some(Kind::Comma | Kind::Close)) {
                    self.blank(at + 2, end);
                    self.found.elements = true;
                }
            }
            at += 1;
        }
    }

    /// Whether a bracket holds the columns behind `INSERT INTO t`.
    fn inserted(&self, open: usize) -> bool {
        let mut at = open;
        while at >= 1 && (self.named(at - 1) || self.str(at - 1) == ".") && !self.is(at - 1, "INTO") {
            at -= 1;
        }
        at > 1 && at < open && self.is(at - 1, "INTO") && self.is(at - 2, "INSERT")
    }
}
