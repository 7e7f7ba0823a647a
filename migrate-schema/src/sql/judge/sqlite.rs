//! SQLite: its own grammar, as sqlite3-parser carries it.

use migrate_core::Dialect;
use sqlite3_parser::ast::{AlterTableBody, Cmd, Stmt};
use sqlite3_parser::lexer::sql::{Error, Parser, ParserError};
use sqlite3_parser::{Bump, FallibleIterator};

use super::Wrong;
use crate::sql::lexer::{Kind, Lexer, Token};

/// The first error in the text of one statement.
pub(super) fn check(text: &str) -> Option<Wrong> {
    let bump = Bump::new();
    let mut parser = Parser::new(&bump, text.as_bytes());
    match parser.next() {
        Ok(Some(first)) => match parser.next() {
            Ok(None) if too_new(&first) => Some(Wrong::at(alteration(text))),
            Ok(None) => not_there(text, &first).map(Wrong::at),
            // The splitter gives one statement at a time; a second one is what follows a `;` that is not its end.
            Ok(Some(_)) => Some(Wrong::at(text.len())),
            Err(error) => Some(wrong(text, &error)),
        },
        Ok(None) => None,
        // The server takes a list that names a column twice. The parser stops there, so what follows is not looked at.
        Err(error) if names_twice(&error) => None,
        Err(error) => Some(wrong(text, &error)),
    }
}

/// Whether the parser stopped at a name that its list has already. That a table has a column twice is said when it is made.
fn names_twice(error: &Error) -> bool {
    let Error::ParserError(ParserError::Custom(says), _) = error else { return false };
    says.ends_with("specified more than once") || says.starts_with("duplicate column name")
}

/// Where something stands that the grammar takes and the server refuses in this kind of statement: parameters in what is
/// kept, and `NULLS FIRST` in an index.
fn not_there(text: &str, command: &Cmd<'_>) -> Option<usize> {
    let Cmd::Stmt(statement) = command else { return None };
    let kept = matches!(statement, Stmt::CreateView { .. } | Stmt::CreateTrigger { .. });
    let index = matches!(statement, Stmt::CreateIndex { .. });
    if !kept && !index {
        return None;
    }
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), Dialect::Sqlite).filter(|token| token.kind != Kind::Comment).collect();
    let ordered = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is(text, "FIRST") || next.is(text, "LAST"));
    let found = tokens.iter().enumerate().find(|(at, token)| match kept {
        true => token.kind == Kind::Param,
        false => token.is(text, "NULLS") && ordered(*at),
    });
    found.map(|(_, token)| token.start as usize)
}

/// Whether only later releases than the one that sqlx brings along (3.51) have the statement.
fn too_new(command: &Cmd<'_>) -> bool {
    matches!(
        command,
        Cmd::Stmt(Stmt::AlterTable(
            _,
            AlterTableBody::AddConstraint(_)
                | AlterTableBody::DropConstraint(_)
                | AlterTableBody::SetColumnNotNull(..)
                | AlterTableBody::DropColumnNotNull(_),
        ))
    )
}

/// Where older releases stop in `ALTER TABLE t ADD CONSTRAINT …`.
fn alteration(text: &str) -> usize {
    let tokens: Vec<Token> =
        Lexer::new(text, 0..text.len(), Dialect::Sqlite).filter(|token| token.kind != Kind::Comment).collect();
    let stops = ["CONSTRAINT", "CHECK", "ALTER"];
    let place = tokens.iter().skip(3).find(|token| stops.iter().any(|stop| token.is(text, stop)));
    place.map_or(0, |token| token.start as usize)
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
