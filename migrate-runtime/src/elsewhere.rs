//! Revisions that turn to another database with `USE` (MySQL, MariaDB), or, outside of transactions, to another
//! `search_path` (PostgreSQL). The ledger stays where it is, and whatever comes behind such a revision begins where the
//! connection was.

use migrate_core::ledger::Ledger;
use migrate_core::script::{Piece, RESTORE_SEARCH_PATH, Script, turns_elsewhere};
use migrate_core::{Body, Dialect, Statement, Text};

use crate::error::Error;
use crate::event::starts_with_any;
use crate::schema::Schema;

/// Whether a statement makes another database, or schema, the one in which names without one are looked up.
fn leaves(dialect: Dialect, statement: &Statement) -> bool {
    match dialect {
        Dialect::MySql | Dialect::MariaDb => starts_with_any(&statement.sql, &["USE"]),
        Dialect::Postgres => turns_elsewhere(statement),
        Dialect::Sqlite => false,
    }
}

/// Whether a body may leave the session elsewhere. In a transaction of PostgreSQL's the script itself sees to that.
pub(crate) fn may_leave(dialect: Dialect, body: &Body) -> bool {
    let script = dialect == Dialect::Postgres && body.transactional;
    !script && body.statements.iter().any(|statement| leaves(dialect, statement))
}

/// What brings the session to a database.
pub(crate) fn turn_to(database: &str) -> String {
    format!("USE {}", Dialect::MySql.quote_name(database))
}

/// Writes the ledger where the session was at first, in a printed script of PostgreSQL's that looks for names elsewhere outside
/// of transactions. The client has one session, and nobody knows the ledger's schema.
pub(crate) fn find_ledger(script: &mut Script) {
    const KEEP: &str = "SELECT set_config('migrate.search_path', current_setting('search_path'), false)";
    const HOME: &str = "SELECT set_config('migrate.elsewhere', current_setting('search_path'), false), \
                        set_config('search_path', coalesce(nullif(current_setting('migrate.search_path', true), ''), \
                        current_setting('search_path')), false)";
    const BACK: &str = "SELECT set_config('search_path', current_setting('migrate.elsewhere'), false)";
    let dialect = script.dialect;
    for unit in script.units.iter_mut().filter(|unit| dialect == Dialect::Postgres && !unit.atomic) {
        let goes = |piece: &Piece| matches!(piece, Piece::Statement { statement, .. } if turns_elsewhere(statement));
        let Some(first) = unit.pieces.iter().position(goes) else { continue };
        let control = |sql: &'static str| Piece::Control(Text::Borrowed(sql));
        for at in (first..unit.pieces.len()).rev() {
            if matches!(unit.pieces[at], Piece::Ledger(_)) {
                unit.insert(at + 1, [control(BACK)]);
                unit.insert(at, [control(HOME)]);
            }
        }
        unit.pieces.push(control(RESTORE_SEARCH_PATH));
        unit.insert(0, [control(KEEP)]);
    }
}

/// The same for a printed script of MySQL's: its client cannot be told to go where it was, so the database must be known, or
/// not matter.
///
/// # Errors
///
/// [`Error::NoWayHome`] where a revision leaves and something is to come behind it.
pub(crate) fn lead_printed(script: &mut Script, ledger: &Ledger, schema: Option<&Schema>) -> Result<(), Error> {
    if !script.dialect.is_mysql_family() {
        return Ok(());
    }
    let goes = |piece: &Piece| matches!(piece, Piece::Statement { statement, .. } if leaves(Dialect::MySql, statement));
    let Some(first) = script.units.iter().position(|unit| unit.pieces.iter().any(goes)) else { return Ok(()) };
    let ends = ledger.schema.is_some() && first + 1 == script.units.len();
    match (schema, script.units[first].steps.first()) {
        (Some(schema), _) => lead(script, &schema.turn_to(), |_| None),
        (None, Some(step)) if !ends => {
            return Err(Error::NoWayHome { revision: step.id.to_string(), file: step.file.to_string() });
        }
        (None, _) => (),
    }
    Ok(())
}

/// Brings the session home, which the statement `home` does, behind each unit that leaves, and first to where it was where
/// an interrupted one goes on.
/// `statements` are those of the revision with an id, as far as they stand in the file.
pub(crate) fn lead<'s>(script: &mut Script, home: &str, statements: impl Fn(&str) -> Option<&'s [Statement]>) {
    let dialect = script.dialect;
    for unit in &mut script.units {
        let first = unit.pieces.iter().enumerate().find_map(|(at, piece)| match piece {
            Piece::Statement { number, .. } => Some((at, *number)),
            Piece::Control(_) | Piece::Ledger(_) => None,
        });
        let (Some((at, number)), Some(step)) = (first, unit.steps.first()) else { continue };
        let done = statements(&step.id).and_then(|all| all.get(..number - 1)).unwrap_or_default();
        let last = done.iter().rfind(|statement| leaves(dialect, statement)).map(|statement| statement.sql.clone());
        let goes = |piece: &Piece| matches!(piece, Piece::Statement { statement, .. } if leaves(dialect, statement));
        if unit.atomic || last.is_none() && !unit.pieces.iter().any(goes) {
            continue;
        }
        unit.pieces.push(Piece::Control(Text::Owned(home.to_owned())));
        if let Some(last) = last {
            // A statement that shares a transaction with its mark stands right behind the BEGIN.
            let at = if at > 0 && matches!(unit.pieces[at - 1], Piece::Control(_)) { at - 1 } else { at };
            unit.insert(at, [Piece::Control(last)]);
        }
    }
}
