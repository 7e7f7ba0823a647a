//! SQLite: its own grammar, as sqlite3-parser carries it.

use sqlite3_parser::lexer::sql::{Error, Parser, ParserError};
use sqlite3_parser::{Bump, FallibleIterator};

use super::Wrong;

/// The first error in the text of one statement.
pub(super) fn check(text: &str) -> Option<Wrong> {
    let bump = Bump::new();
    let mut parser = Parser::new(&bump, text.as_bytes());
    match parser.next() {
        Ok(Some(_)) => match parser.next() {
            Ok(None) => None,
            // The splitter gives one statement at a time; a second one is what follows a `;` that is not its end.
            Ok(Some(_)) => Some(Wrong::at(text.len())),
            Err(error) => Some(wrong(text, &error)),
        },
        Ok(None) => None,
        Err(error) => Some(wrong(text, &error)),
    }
}

fn wrong(text: &str, error: &Error) -> Wrong {
    let at = match error {
        Error::ParserError(ParserError::UnexpectedEof, _) => None,
        Error::UnrecognizedToken(at)
        | Error::UnterminatedLiteral(at)
        | Error::UnterminatedBracket(at)
        | Error::UnterminatedBlockComment(at)
        | Error::BadVariableName(at)
        | Error::BadNumber(at)
        | Error::ExpectedEqualsSign(at)
        | Error::MalformedBlobLiteral(at)
        | Error::MalformedHexInteger(at)
        | Error::ParserError(_, at) => at.as_ref(),
        _ => None,
    };
    let Some(at) = at else { return Wrong::at(text.len()) };
    let line = text.split_inclusive('\n').take(at.line.saturating_sub(1)).map(str::len).sum::<usize>();
    Wrong::at((line + at.column.saturating_sub(1)).min(text.len()))
}
