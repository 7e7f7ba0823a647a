//! The meaning of a statement: sqlparser's tree of it. Whether the statement is right is for the judges to say.

use std::borrow::Cow;

use migrate_core::Dialect;
use sqlparser::ast::Statement;
use sqlparser::dialect::{MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;
use sqlparser::tokenizer::Token;

use super::{Lexer, Stmt};

/// Deeper statements are not read: sqlparser needs some 20 KiB of stack a level at opt-level 0.
pub(crate) const DEEPEST: u32 = 40;

/// The tree, or `None` where sqlparser refuses what the server accepts.
pub fn parse(text: &str, stmt: &Stmt, dialect: Dialect) -> Option<Statement> {
    if stmt.broken || stmt.depth > DEEPEST {
        return None;
    }
    parse_text(stmt.text(text), dialect)
}

/// The tree of a text that holds one statement and is not deep.
pub fn parse_text(text: &str, dialect: Dialect) -> Option<Statement> {
    let dialect: &dyn sqlparser::dialect::Dialect = match dialect {
        Dialect::Postgres => &PostgreSqlDialect {},
        Dialect::MySql | Dialect::MariaDb => &MySqlDialect {},
        Dialect::Sqlite => &SQLiteDialect {},
    };
    let mut parser = Parser::new(dialect).with_recursion_limit(120).try_with_sql(text).ok()?;
    let statement = parser.parse_statement().ok()?;
    // Its own loop over statements stops at `END` and calls what follows a success.
    (parser.peek_token_ref().token == Token::EOF).then_some(statement)
}

/// The tree of an expression that is a part of a statement, as [`parse`] gives that of a statement.
pub fn parse_expr(text: &str, dialect: Dialect) -> Option<sqlparser::ast::Expr> {
    let dialect: &dyn sqlparser::dialect::Dialect = match dialect {
        Dialect::Postgres => &PostgreSqlDialect {},
        Dialect::MySql | Dialect::MariaDb => &MySqlDialect {},
        Dialect::Sqlite => &SQLiteDialect {},
    };
    let text = without_symmetric(text);
    let mut parser = Parser::new(dialect).with_recursion_limit(120).try_with_sql(&text).ok()?;
    let expr = parser.parse_expr().ok()?;
    (parser.peek_token_ref().token == Token::EOF).then_some(expr)
}

/// `BETWEEN SYMMETRIC` names what `BETWEEN` names, and `TRIM(BOTH FROM a)` what `TRIM(a)` does, as PostgreSQL prints it:
/// sqlparser has only these. All else stays at its place.
fn without_symmetric(text: &str) -> Cow<'_, str> {
    const SYMMETRIC: &str = "symmetric";
    let lower = text.to_ascii_lowercase();
    if !lower.contains(SYMMETRIC) && !lower.contains("both") {
        return Cow::Borrowed(text);
    }
    let tokens: Vec<_> = Lexer::new(text, 0..text.len(), Dialect::Postgres).collect();
    let mut out = text.to_owned();
    let mut blank = |token: &super::Token| {
        let range = token.start as usize..token.end as usize;
        out.replace_range(range.clone(), &" ".repeat(range.len()));
    };
    for (at, token) in tokens.iter().enumerate() {
        let next = |ahead: usize, word: &str| tokens.get(at + ahead).is_some_and(|token| token.is(text, word));
        if token.is(text, "between") && next(1, SYMMETRIC) {
            blank(&tokens[at + 1]);
        } else if token.is(text, "trim") && next(2, "both") && next(3, "from") {
            blank(&tokens[at + 2]);
            blank(&tokens[at + 3]);
        }
    }
    Cow::Owned(out)
}
