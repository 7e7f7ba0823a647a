//! A statement as it is judged: its text, parts of which may have been written in another way, and its tokens.

use std::borrow::Cow;

use migrate_core::Dialect;

use super::super::Cut;
use crate::sql::lexer::{Kind, Lexer, Token};

/// A text and its tokens, which are cut once for all that look at them.
pub(super) struct Written<'t> {
    pub(super) text: Cow<'t, str>,
    /// Without comments.
    pub(super) tokens: Vec<Token>,
}

impl<'t> Written<'t> {
    pub(super) fn new(text: impl Into<Cow<'t, str>>) -> Written<'t> {
        let text = text.into();
        let tokens = Lexer::new(&text, 0..text.len(), Dialect::Postgres);
        let tokens = tokens.filter(|token| token.kind != Kind::Comment).collect();
        Written { text, tokens }
    }

    /// Of a text that has been cut. Plain loops here and below: this runs without optimizations in the build of a user.
    pub(super) fn of_cut(text: &'t str, cut: Cut<'_>) -> Written<'t> {
        let Cut { tokens, start } = cut;
        let mut own = Vec::with_capacity(tokens.len());
        for token in tokens {
            if !matches!(token.kind, Kind::Comment) {
                own.push(Token { kind: token.kind, start: token.start - start, end: token.end - start });
            }
        }
        Written { text: Cow::Borrowed(text), tokens: own }
    }

    /// What one of those that write it in another way makes of it, if anything.
    pub(super) fn or(self, other: fn(&Written<'_>) -> Option<String>) -> Written<'t> {
        match other(&self) {
            Some(text) => Written::new(text),
            None => self,
        }
    }

    /// Whether one of the words is among its tokens.
    pub(super) fn has_any(&self, words: &[&str]) -> bool {
        let mut lengths = 0_u64;
        for word in words {
            lengths |= 1 << word.len();
        }
        for token in &self.tokens {
            let length = token.end - token.start;
            if length < 64 && lengths >> length & 1 == 1 && words.iter().any(|word| token.is(&self.text, word)) {
                return true;
            }
        }
        false
    }
}
