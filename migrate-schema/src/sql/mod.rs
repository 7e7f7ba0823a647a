//! Text to statements: the lexer and the splitter of each dialect, the judges of grammar, and sqlparser for the meaning.

mod block;
pub mod characters;
pub(crate) mod functions;
pub(crate) mod harmless;
pub mod judge;
pub mod lexer;
pub mod parse;
pub mod plain;
pub mod reserved;
pub mod split;
#[cfg(test)]
mod tests;
pub mod text;
pub mod transaction;
mod unclosed;
pub(crate) mod variables;

use migrate_core::Dialect;

pub use lexer::{Kind, Lexer, Token};
pub use split::{Stmt, split};

/// The tokens of a statement, comments included, cut from its text alone: [`Stmt::tokens`] without what is kept.
pub fn tokens_of<'a>(text: &'a str, stmt: &Stmt, dialect: Dialect) -> Lexer<'a> {
    Lexer::new(text, stmt.span.range(), dialect)
}

/// Feeds `sink` the tokens of a statement without comments and white space. Two statements give the same bytes exactly
/// if they have the same tokens: each is followed by a byte that no SQL holds.
///
/// Tokens count as written, so a keyword in another case is a change; comments that the server reads as code count.
pub fn semantic_bytes(text: &str, stmt: &Stmt, dialect: Dialect, mut sink: impl FnMut(&str)) {
    for token in stmt.tokens(text, dialect).iter() {
        if token.kind != Kind::Comment {
            sink(token.text(text));
            sink("\0");
        }
    }
    sink("\u{1}");
}
