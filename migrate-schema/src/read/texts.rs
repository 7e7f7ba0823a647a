//! Texts that code puts together before it runs them: what is known of them.

use std::ops::Range;

use migrate_core::Dialect;

use crate::catalog::dynamic::{HOLE, VARIABLE};
use crate::sql::{Kind, Token};

/// How many texts one expression may stand for.
const MOST: usize = 16;

/// How deep expressions and names of variables are followed.
const DEEP: u32 = 6;

/// What is between the quotes of a string.
pub(super) fn inner(text: &str, token: Token) -> Option<Range<usize>> {
    let written = token.text(text);
    let start = token.start as usize;
    match token.kind {
        Kind::Dollar => {
            let tag = written[1..].find('$')? + 2;
            (written.len() >= 2 * tag).then(|| start + tag..token.end as usize - tag)
        }
        Kind::Text => {
            let quote = written.find(['\'', '"'])?;
            (written.len() >= quote + 2).then(|| start + quote + 1..token.end as usize - 1)
        }
        _ => None,
    }
}

/// Code in tokens.
pub(super) struct Texts<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) dialect: Dialect,
    /// What MySQL's variables hold that nothing here sets is known elsewhere.
    pub(super) outer: bool,
}

impl Texts<'_> {
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn str(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// All that the expression at a place may stand for; none if how it begins is not known.
    pub(super) fn at(&self, at: usize, depth: u32) -> Option<Vec<String>> {
        let texts = self.expr(self.expr_at(at), depth)?;
        let known = |text: &String| text.trim_start().chars().next().is_some_and(|first| first != HOLE);
        texts.iter().all(known).then_some(texts)
    }

    /// The same of what may be only a part of a text.
    pub(super) fn any_at(&self, at: usize) -> Option<Vec<String>> {
        self.expr(self.expr_at(at), 0)
    }

    /// How far the expression at a place goes.
    fn expr_at(&self, at: usize) -> Range<usize> {
        let ends = ["INTO", "USING", "LOOP", "THEN", "FROM"];
        let mut open = 0u32;
        let end = (at..self.tokens.len())
            .find(|&at| {
                match self.kind(at) {
                    Some(Kind::Open) => open += 1,
                    Some(Kind::Close) if open == 0 => return true,
                    Some(Kind::Close) => open -= 1,
                    Some(Kind::Semi) => return true,
                    Some(Kind::Comma) if open == 0 => return true,
                    Some(Kind::Word) if open == 0 => return ends.iter().any(|word| self.is(at, word)),
                    _ => (),
                }
                false
            })
            .unwrap_or(self.tokens.len());
        at..end
    }

    /// Parts at a comma or at `||`.
    fn parts(&self, range: Range<usize>, is_end: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
        let (mut found, mut start, mut open) = (Vec::new(), range.start, 0u32);
        for at in range.clone() {
            match self.kind(at) {
                Some(Kind::Open) => open += 1,
                Some(Kind::Close) => open = open.saturating_sub(1),
                _ if open == 0 && is_end(at) => {
                    found.push(start..at);
                    start = at + 1;
                }
                _ => (),
            }
        }
        found.push(start..range.end);
        found
    }

    fn hole() -> Vec<String> {
        vec![HOLE.to_string()]
    }

    fn expr(&self, range: Range<usize>, depth: u32) -> Option<Vec<String>> {
        if depth > DEEP || range.is_empty() {
            return None;
        }
        let joined = !self.dialect.is_mysql_family();
        let parts = self.parts(range, |at| joined && self.str(at) == "||");
        let mut all = vec![String::new()];
        for part in parts {
            let texts = self.part(part, depth + 1).unwrap_or_else(Self::hole);
            if all.len() * texts.len() > MOST {
                return None;
            }
            all = all.iter().flat_map(|start| texts.iter().map(move |text| format!("{start}{text}"))).collect();
        }
        Some(all)
    }

    fn part(&self, range: Range<usize>, depth: u32) -> Option<Vec<String>> {
        let (at, end) = (range.start, range.end);
        let token = self.tokens.get(at)?;
        if at + 1 == end {
            if let Some(literal) = inner(self.text, *token) {
                let quote = if token.kind == Kind::Text { &token.text(self.text)[..1] } else { "" };
                let text = self.text[literal].replace(&format!("{quote}{quote}"), quote);
                return Some(vec![if quote.is_empty() {
                    self.text[inner(self.text, *token)?].to_owned()
                } else {
                    text
                }]);
            }
            return self.variable(token.text(self.text), "", depth);
        }
        if at + 2 == end && token.kind == Kind::Op && token.text(self.text) == "@" {
            let name = self.str(at + 1).trim_matches(['`', '\'', '"']);
            let marker = || vec![format!("{VARIABLE}{}{VARIABLE}", name.to_lowercase())];
            return self.variable(name, "@", depth).or_else(|| self.outer.then(marker));
        }
        if token.kind == Kind::Open && self.closes(at) == Some(end - 1) {
            // `(SELECT IF(…))`
            let from = at + 1 + usize::from(self.is(at + 1, "SELECT"));
            let until = self.parts(from..end - 1, |at| self.is(at, "FROM")).first().map_or(end - 1, |first| first.end);
            return self.expr(from..until, depth + 1);
        }
        // `pg_catalog.format(…)`
        let name = (at..end).find(|&at| self.kind(at + 1) != Some(Kind::Dot) && self.kind(at) != Some(Kind::Dot))?;
        if self.kind(name + 1) != Some(Kind::Open) || self.closes(name + 1) != Some(end - 1) {
            return None;
        }
        let args = self.parts(name + 2..end - 1, |at| self.kind(at) == Some(Kind::Comma));
        let of = |at: usize| args.get(at).and_then(|arg| self.expr(arg.clone(), depth + 1)).unwrap_or_else(Self::hole);
        match &*self.str(name).to_ascii_lowercase() {
            "format" => {
                let given: Vec<String> = (1..args.len())
                    .map(|at| match &of(at)[..] {
                        [only] => only.clone(),
                        _ => HOLE.to_string(),
                    })
                    .collect();
                Some(of(0).iter().map(|text| filled(text, &given)).collect())
            }
            "concat" => {
                let mut all = vec![String::new()];
                for at in 0..args.len() {
                    let texts = of(at);
                    if all.len() * texts.len() > MOST {
                        return None;
                    }
                    all = all.iter().flat_map(|start| texts.iter().map(move |text| format!("{start}{text}"))).collect();
                }
                Some(all)
            }
            "if" => Some([of(1), of(2)].concat()),
            "coalesce" | "ifnull" => Some((0..args.len()).flat_map(of).collect()),
            _ => None,
        }
    }

    /// Where the bracket that opens at a place is closed.
    fn closes(&self, at: usize) -> Option<usize> {
        let mut open = 0u32;
        (at..self.tokens.len()).find(|&at| {
            match self.kind(at) {
                Some(Kind::Open) => open += 1,
                Some(Kind::Close) => open = open.saturating_sub(1),
                _ => (),
            }
            open == 0
        })
    }

    /// All that is ever given to a variable in this code; none if some of it is not known.
    fn variable(&self, name: &str, sign: &str, depth: u32) -> Option<Vec<String>> {
        let mut all = Vec::new();
        let signed = |at: usize| at.checked_sub(1).is_some_and(|at| self.str(at) == "@");
        let same = |at: usize| self.str(at).eq_ignore_ascii_case(name) && signed(at) != sign.is_empty();
        for at in (0..self.tokens.len()).filter(|at| same(*at)) {
            let start = at - sign.len();
            let before = start.checked_sub(1);
            let is_before = |words: &[&str]| before.is_some_and(|at| words.iter().any(|word| self.is(at, word)));
            if is_before(&["INTO"])
                && let Some(select) = self.select_before(start - 1)
            {
                all.extend(self.any_at(select + 1).filter(|texts| texts.iter().all(|text| !text.starts_with(HOLE)))?);
                continue;
            }
            if is_before(&["INTO", "FOR", "FOREACH", "FETCH", "IN", "OUT", "INOUT"]) {
                return None;
            }
            // `DECLARE name type := …`, `name := …`, `SET @name = …`
            let mut next = at + 1;
            while self.kind(next) == Some(Kind::Word) && !self.is(next, "DEFAULT") {
                next += 1;
            }
            let sets = matches!(self.str(next), ":=") || self.is(next, "DEFAULT") && next > at + 1;
            let sets = sets || self.str(next) == "=" && next == at + 1 && (is_before(&["SET"]) || !self.reads(start));
            let listed = before.is_some_and(|at| self.kind(at) == Some(Kind::Comma)) && self.in_into(start);
            if listed {
                return None;
            }
            if sets {
                all.extend(self.at(next + 1, depth + 1)?);
            }
        }
        (!all.is_empty() && all.len() <= MOST).then_some(all)
    }

    /// The `SELECT` of one expression before this `INTO`.
    fn select_before(&self, into: usize) -> Option<usize> {
        let mut open = 0u32;
        let at = (0..into).rev().find(|&at| {
            match self.kind(at) {
                Some(Kind::Close) => open += 1,
                Some(Kind::Open) => open = open.saturating_sub(1),
                Some(Kind::Semi | Kind::Comma) if open == 0 => return true,
                _ => (),
            }
            open == 0 && self.is(at, "SELECT")
        })?;
        self.is(at, "SELECT").then_some(at)
    }

    /// A name before `=` begins no statement: it is compared.
    fn reads(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let starts = ["BEGIN", "THEN", "ELSE", "LOOP", "DECLARE"];
        self.kind(before) != Some(Kind::Semi) && !starts.iter().any(|word| self.is(before, word))
    }

    /// `INTO a, b`
    fn in_into(&self, at: usize) -> bool {
        let mut at = at;
        while at >= 2 && self.kind(at - 1) == Some(Kind::Comma) {
            at -= 2;
        }
        at.checked_sub(1).is_some_and(|at| self.is(at, "INTO"))
    }
}

/// The text of `format` with its arguments.
fn filled(text: &str, given: &[String]) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    let mut at = 0;
    while let Some(c) = chars.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        if chars.peek() == Some(&'%') {
            chars.next();
            out.push('%');
            continue;
        }
        // `%1$-10I`
        let mut plain = true;
        while chars.next_if(|c| c.is_ascii_digit() || matches!(c, '$' | '-' | '*')).is_some() {
            plain = false;
        }
        let argument = given.get(at).filter(|_| plain && chars.peek() != Some(&'L'));
        at += 1;
        chars.next();
        match argument {
            Some(text) => out.push_str(text),
            None => out.push(HOLE),
        }
    }
    out
}
