//! What a block of PL/pgSQL surely does when it runs: its statements up to the first that may not be reached, or whose
//! outcome nobody can tell. Each is judged as if it stood by itself, with the variables of the block around it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cursor::Cursor;
use super::texts::inner;
use super::{Effect, other};
use crate::catalog::change::Change;
use crate::catalog::mention::{From, Scope};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Span;
use crate::sql::{Kind, Stmt, Token};

/// Words behind which the block may be left, or the schema may be another.
const TURNS: &[&str] = &[
    "CREATE",
    "ALTER",
    "DROP",
    "EXECUTE",
    "PERFORM",
    "CALL",
    "RETURN",
    "EXCEPTION",
    "EXIT",
    "CONTINUE",
    "SET",
    "RESET",
    "TRUNCATE",
    "COMMIT",
    "ROLLBACK",
    "BEGIN",
    "ASSERT",
    "SELECT",
    "WITH",
    "GRANT",
    "REVOKE",
    "REFRESH",
    "IMPORT",
];

const LEVELS: &[&str] = &["NOTICE", "INFO", "WARNING", "DEBUG", "LOG"];

/// What a block surely does.
#[derive(Default)]
pub(super) struct Found {
    /// In order.
    pub changes: Vec<Change>,
    /// It does nothing else.
    pub whole: bool,
}

struct Straight<'a> {
    code: Cursor<'a>,
    variables: BTreeSet<Arc<str>>,
    found: Vec<Change>,
    /// Something may happen that is not among what was found.
    more: bool,
}

/// The statements of a block that are surely run, in order. The cursor stands behind `DO`.
pub(super) fn read(cursor: &Cursor<'_>) -> Found {
    let tokens = cursor.tokens();
    let mut bodies = tokens.iter().filter(|token| token.kind == Kind::Dollar);
    let (Some(body), None) = (bodies.next(), bodies.next()) else { return Found::default() };
    let other = tokens.windows(2).any(|pair| {
        let language = cursor.str(pair[1]).trim_matches(['\'', '"']);
        pair[0].is(cursor.text, "LANGUAGE") && !language.eq_ignore_ascii_case("plpgsql")
    });
    let Some(range) = inner(cursor.text, *body).filter(|_| !other) else { return Found::default() };
    let code = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
    // An error may be caught, and then nothing is wrong with it.
    let catches =
        code.tokens().windows(2).any(|pair| pair[0].is(code.text, "EXCEPTION") && pair[1].is(code.text, "WHEN"));
    if catches || code.is_kind(Kind::Op) {
        return Found::default();
    }
    let mut straight = Straight { code, variables: BTreeSet::from(["found".into()]), found: Vec::new(), more: false };
    let ended = straight.block().is_some();
    Found { changes: straight.found, whole: ended && !straight.more }
}

impl Straight<'_> {
    /// All statements as far as they are sure; none is where that ends.
    fn block(&mut self) -> Option<()> {
        if self.code.eat("DECLARE") {
            while !self.code.is("BEGIN") {
                self.declaration()?;
            }
        }
        if !self.code.eat("BEGIN") {
            return None;
        }
        while !self.code.is("END") {
            self.statement()?;
        }
        Some(())
    }

    fn declaration(&mut self) -> Option<()> {
        let start = self.code.at;
        let name = self.code.name()?;
        if self.code.is("ALIAS") {
            return None;
        }
        self.skip()?;
        let cursor = (start..self.code.at)
            .any(|at| self.code.token_at(at).is_some_and(|token| token.is(self.code.text, "CURSOR")));
        // The query of a cursor runs when it is opened.
        match cursor {
            true => self.more = true,
            false => self.queries(start, self.code.at),
        }
        self.variables.insert(name.key);
        Some(())
    }

    fn statement(&mut self) -> Option<()> {
        let start = self.code.at;
        if self.code.is("NULL") {
            return self.skip();
        }
        if self.code.is("RAISE") {
            if !LEVELS.iter().any(|level| self.code.is_at(1, level)) {
                return None;
            }
            self.skip()?;
            self.queries(start, self.code.at);
            return Some(());
        }
        if self.code.is("IF") {
            let end = self.up_to("THEN")?;
            self.queries(start, end);
            return self.branches();
        }
        if self.code.is("FOR") {
            return self.for_each();
        }
        if self.assigns() {
            self.skip()?;
            self.queries(start, self.code.at);
            return Some(());
        }
        if self.code.is_any(&["PERFORM", "SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE"]) {
            self.skip()?;
            return self.rows(start, self.code.at - 1);
        }
        if self.code.is("EXECUTE") {
            return self.execute();
        }
        if self.code.is_any(&["CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "TRUNCATE"]) {
            self.skip()?;
            return self.definition(start, self.code.at - 1);
        }
        None
    }

    /// Behind the next semicolon.
    fn skip(&mut self) -> Option<()> {
        loop {
            if self.code.next()?.kind == Kind::Semi {
                return Some(());
            }
        }
    }

    /// Behind a word; where it stands.
    fn up_to(&mut self, word: &str) -> Option<usize> {
        let mut depth = 0_usize;
        loop {
            let token = self.code.peek()?;
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.checked_sub(1)?,
                Kind::Semi => return None,
                Kind::Word if depth == 0 && token.is(self.code.text, word) => break,
                // Its own THEN is no end.
                Kind::Word if depth == 0 && token.is(self.code.text, "CASE") => return None,
                _ => (),
            }
            self.code.next();
        }
        self.code.next();
        Some(self.code.at - 1)
    }

    /// From behind the condition. What stands in the branches may run or not.
    fn branches(&mut self) -> Option<()> {
        let mut depth = 1_usize;
        self.more = true;
        while depth > 0 {
            let token = self.code.next()?;
            let is = |word: &str| token.is(self.code.text, word);
            if token.kind == Kind::Word && TURNS.iter().any(|word| is(word)) {
                return None;
            }
            if is("END") {
                if !self.code.eat("IF") {
                    return None;
                }
                depth -= 1;
            } else if is("IF") {
                depth += 1;
            } else if is("LOOP") || is("CASE") {
                return None;
            }
        }
        self.code.eat_kind(Kind::Semi).then_some(())
    }

    /// `FOR r IN SELECT … LOOP`: the query runs, the rest once, never or often.
    fn for_each(&mut self) -> Option<()> {
        self.up_to("IN")?;
        let start = self.code.at;
        let end = self.up_to("LOOP")?;
        let mut head = self.code.clone();
        head.at = start;
        match head.is_any(&["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"]) {
            true => self.rows(start, end)?,
            false => self.queries(start, end),
        }
        None
    }

    /// A variable gets a value.
    fn assigns(&self) -> bool {
        let mut code = self.code.clone();
        let named = code.name().is_some_and(|name| self.variables.contains(&name.key));
        while code.eat_kind(Kind::Dot) {
            code.next();
        }
        named && (code.eat_op(":=") || code.eat_op("="))
    }

    /// The queries in brackets that an expression asks.
    fn queries(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let mut there = self.code.clone();
            there.at = at;
            at += 1;
            // What a function does that is called here is not among what was found.
            self.more |= there.is_kind(Kind::Open);
            if !there.is_kind(Kind::Open) || !there.is_at(1, "SELECT") && !there.is_at(1, "WITH") {
                continue;
            }
            let Some(inner) = there.parens() else { return };
            let end = there.at - 1;
            at = there.at;
            if end <= to
                && let Some(scope) = self.scope(self.code.text, inner.at, end)
            {
                self.found.push(Change::Data(Box::new(scope)));
            }
        }
    }

    fn token(&self, at: usize) -> Option<Token> {
        self.code.token_at(at)
    }

    /// Statements that read and write rows, in the words of PL/pgSQL.
    fn rows(&mut self, from: usize, to: usize) -> Option<()> {
        let mut text = self.code.text.to_owned();
        let head = self.token(from)?;
        let performs = head.is(self.code.text, "PERFORM");
        if performs {
            text.replace_range(head.start as usize..head.end as usize, "SELECT ");
        }
        let (mut puts, mut depth) = (false, 0_usize);
        let mut at = from + 1;
        while at < to {
            let token = self.token(at)?;
            match token.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => (),
            }
            let before = self.token(at - 1)?;
            let own = ["INSERT", "MERGE"].iter().any(|word| before.is(self.code.text, word));
            if depth > 0 || own || !token.is(self.code.text, "INTO") {
                at += 1;
                continue;
            }
            puts = true;
            let mut targets = self.code.clone();
            targets.at = at + 1;
            let _ = targets.eat("STRICT");
            loop {
                targets.name()?;
                while targets.eat_kind(Kind::Dot) {
                    targets.name()?;
                }
                if !targets.eat_kind(Kind::Comma) {
                    break;
                }
            }
            let range = self.code.range(at, targets.at);
            let blank = " ".repeat(range.len());
            text.replace_range(range, &blank);
            at = targets.at;
        }
        let reads = head.is(self.code.text, "SELECT");
        let looped = self.token(to).is_some_and(|token| token.is(self.code.text, "LOOP"));
        let mut scope = self.scope(&text, from, to).map(Box::new);
        if reads && !puts && !looped {
            let missing = Diagnostic::error(&codes::MISFIT, "what this query returns is put nowhere")
                .at(self.code.place(head), "")
                .help("write `PERFORM` in the place of `SELECT`, or add `INTO` and variables");
            // What is wrong in the query itself is said first.
            self.found.extend(scope.take().map(Change::Data));
            self.found.push(Change::Fault(Box::new(missing)));
            return None;
        }
        self.found.push(Change::Data(scope?));
        Some(())
    }

    /// What a statement names, with the variables around it.
    fn scope(&self, text: &str, from: usize, to: usize) -> Option<Scope> {
        let range = self.code.range(from, to);
        let stmt = Stmt::part(Span::new(range.start, range.end));
        let mut cursor = Cursor::new(self.code.source, text, &stmt, self.code.dialect);
        let mut scope = other::read_rows(&cursor, &stmt)?;
        cursor.at = 0;
        scope.calls = super::mention::calls(&cursor);
        let (mut named, mut open) = (false, false);
        for at in from..to {
            let token = self.token(at)?;
            if !matches!(token.kind, Kind::Word | Kind::Name) {
                continue;
            }
            let mut here = self.code.clone();
            here.at = at;
            if here.name().is_some_and(|name| self.variables.contains(&name.key)) {
                named = true;
                open |= here.is_kind(Kind::Dot);
            }
        }
        if !named {
            return Some(scope);
        }
        let names: Vec<Arc<str>> = self.variables.iter().cloned().collect();
        let sources = vec![From { listed: Some(names.into()), ..From::table(None, None) }];
        let calls = scope.calls.clone();
        Some(Scope { sources, open, calls, children: vec![scope], ..Scope::default() })
    }

    /// `EXECUTE 'UPDATE …'`, where the text is all.
    fn execute(&mut self) -> Option<()> {
        self.code.next();
        let at = self.code.at;
        let token = self.code.peek()?;
        let text = self.code.literal()?;
        if !self.code.eat_kind(Kind::Semi) {
            return None;
        }
        let place = self.code.place(self.token(at).unwrap_or(token));
        let dialect = self.code.dialect;
        let mut problems = Vec::new();
        let stmts = crate::sql::split(place.source, &text, 0..text.len(), dialect, &mut problems);
        if !problems.is_empty() {
            return None;
        }
        for stmt in &stmts {
            if !crate::sql::judge::judge(place.source, &text, stmt, dialect, &mut problems) {
                return None;
            }
            self.take(super::within(place, &text, stmt, dialect))?;
        }
        Some(())
    }

    fn definition(&mut self, from: usize, to: usize) -> Option<()> {
        let range = self.code.range(from, to);
        let stmt = Stmt::part(Span::new(range.start, range.end));
        let mut inner = Cursor::new(self.code.source, self.code.text, &stmt, self.code.dialect);
        // A query in a definition sees the variables.
        let asks = inner.tokens().iter().any(|token| token.is(inner.text, "SELECT"));
        let named = inner.tokens().iter().any(|token| {
            let word = inner.str(*token).to_lowercase();
            self.variables.contains(&word as &str)
        });
        if asks && named {
            return None;
        }
        let effect = other::statement(&mut inner, &stmt)?;
        self.take(effect)
    }

    fn take(&mut self, effect: Effect) -> Option<()> {
        match effect {
            Effect::Changes(changes) => {
                let plain = |change: &Change| !matches!(change, Change::Doubt(_) | Change::Run(_) | Change::Block(_));
                if !changes.iter().all(plain) {
                    return None;
                }
                self.found.extend(changes);
                Some(())
            }
            Effect::Nothing => Some(()),
            Effect::Opaque => None,
        }
    }
}
