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

/// `BETWEEN SYMMETRIC` names what `BETWEEN` names, and sqlparser has only that; all else stays at its place.
fn without_symmetric(text: &str) -> Cow<'_, str> {
    const WORD: &str = "symmetric";
    if !text.to_ascii_lowercase().contains(WORD) {
        return Cow::Borrowed(text);
    }
    let tokens: Vec<_> = Lexer::new(text, 0..text.len(), Dialect::Postgres).collect();
    let mut out = text.to_owned();
    for pair in tokens.windows(2).filter(|pair| pair[0].is(text, "between") && pair[1].is(text, WORD)) {
        out.replace_range(pair[1].start as usize..pair[1].end as usize, &" ".repeat(WORD.len()));
    }
    Cow::Owned(out)
}
