//! Whether the server's grammar accepts a statement. One exact judge a server family; each is a cargo feature, so that
//! nobody builds what they do not use.

mod explain;
mod hints;
#[cfg(feature = "mysql")]
mod mysql;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

use migrate_core::Dialect;

use super::Stmt;
use super::lexer::Token;
use crate::diagnostic::Diagnostic;
use crate::source::SourceId;

/// The first thing in a statement that its grammar refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(any(feature = "postgres", feature = "mysql", feature = "sqlite")), allow(dead_code))]
struct Wrong {
    /// The byte in the statement's text at which the unexpected token begins (white space before it may be included);
    /// the text's length if the statement ends too early.
    at: usize,
    /// What could stand there, as the end of "expected …".
    expected: Option<String>,
}

impl Wrong {
    #[cfg(any(feature = "postgres", feature = "sqlite"))]
    fn at(at: usize) -> Wrong {
        Wrong { at, expected: None }
    }
}

/// Whether any dialect knows a word as a keyword.
pub(super) fn is_keyword(word: &str) -> bool {
    hints::is_keyword(&word.to_ascii_uppercase())
}

/// Whether the judge of `dialect` was built in. If not, [`judge`] accepts everything.
pub const fn available(dialect: Dialect) -> bool {
    match dialect {
        Dialect::Postgres => cfg!(feature = "postgres"),
        Dialect::MySql | Dialect::MariaDb => cfg!(feature = "mysql"),
        Dialect::Sqlite => cfg!(feature = "sqlite"),
    }
}

/// Whether MySQL or MariaDB wants quotes around a word that is a name. Without its judge every word gets them.
pub(super) fn is_reserved_by_mysql(word: &str, mariadb: bool) -> bool {
    #[cfg(feature = "mysql")]
    return mysql::is_reserved(word, mariadb);
    #[cfg(not(feature = "mysql"))]
    {
        let _ = (word, mariadb);
        true
    }
}

/// Pushes an error if the grammar of `dialect` refuses a statement that [`split`](super::split()) made. One mistake gives
/// one message, so what the splitter has complained about is not judged again. True if the statement is right.
pub fn judge(source: SourceId, text: &str, stmt: &Stmt, dialect: Dialect, out: &mut Vec<Diagnostic>) -> bool {
    if stmt.broken {
        return false;
    }
    let tokens = stmt.tokens(text, dialect);
    let cut = Cut { tokens: &tokens, start: stmt.span.start };
    let Some(wrong) = check(stmt.text(text), Some(cut), stmt.depth, dialect) else { return true };
    if reads_otherwise(&text[..stmt.span.start as usize], dialect) {
        return true;
    }
    out.push(explain::explain(source, text, stmt, dialect, &wrong));
    false
}

/// Whether what stands before a statement set a mode of MySQL's in which the grammar is another one: names stand in double
/// quotes, or all is as with Oracle.
fn reads_otherwise(before: &str, dialect: Dialect) -> bool {
    if !dialect.is_mysql_family() {
        return false;
    }
    let before = before.to_ascii_lowercase();
    let modes = ["ansi", "oracle", "db2", "maxdb", "mssql", "postgresql"];
    before.contains("sql_mode") && modes.iter().any(|mode| before.contains(mode))
}

/// Brackets this deep fit a small stack in every parser at opt-level 0.
const SHALLOW: u32 = 24;

/// Deeper statements are taken on trust: the servers have limits of the same size, and no person writes them.
const TOO_DEEP: u32 = 4_000;

/// Stack for one level of nesting at opt-level 0, with room to spare.
const LEVEL: usize = 96 * 1024;

/// What a text has been cut into already.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "postgres"), allow(dead_code))]
struct Cut<'t> {
    /// Comments included.
    tokens: &'t [Token],
    /// Where the text begins in the one that the tokens are of.
    start: u32,
}

/// The first error of a statement's text, or `None` if it is right or no judge is there to ask.
fn check(text: &str, cut: Option<Cut<'_>>, depth: u32, dialect: Dialect) -> Option<Wrong> {
    match depth {
        0..SHALLOW => run(text, cut, dialect),
        SHALLOW..TOO_DEEP => {
            // A recursive parser must not take the compiler down with it.
            let stack = LEVEL * (depth as usize + 64);
            std::thread::scope(|scope| {
                let thread = std::thread::Builder::new().stack_size(stack);
                let thread = thread.spawn_scoped(scope, || run(text, cut, dialect));
                thread.ok().and_then(|thread| thread.join().ok()).flatten()
            })
        }
        TOO_DEEP.. => None,
    }
}

#[cfg_attr(not(feature = "postgres"), allow(unused_variables))]
fn run(text: &str, cut: Option<Cut<'_>>, dialect: Dialect) -> Option<Wrong> {
    match dialect {
        #[cfg(feature = "postgres")]
        // squawk stops itself with a panic where it would loop for ever; what it cannot judge is not refused.
        Dialect::Postgres => std::panic::catch_unwind(|| postgres::check(text, cut)).ok().flatten(),
        #[cfg(feature = "mysql")]
        Dialect::MySql | Dialect::MariaDb => mysql::check(text, dialect),
        #[cfg(feature = "sqlite")]
        Dialect::Sqlite => sqlite::check(text),
        #[allow(unreachable_patterns, reason = "all features are on")]
        _ => None,
    }
}

#[cfg(test)]
mod tests;
