//! Revisions that turn to another database with `USE` (MySQL, MariaDB). The ledger stays where it is, and whatever comes
//! behind such a revision begins where the connection was.

use migrate_core::script::{Piece, Script};
use migrate_core::{Dialect, Statement, Text};

use crate::event::starts_with_any;

/// Whether a statement makes another database the one in which names without one are looked up.
pub(crate) fn leaves(dialect: Dialect, statement: &Statement) -> bool {
    matches!(dialect, Dialect::MySql | Dialect::MariaDb) && starts_with_any(&statement.sql, &["USE"])
}

/// What brings the session to a database.
pub(crate) fn turn_to(database: &str) -> String {
    format!("USE {}", Dialect::MySql.quote_name(database))
}

/// Brings the session home behind each unit that leaves, and first to where it was where an interrupted one goes on.
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
        if last.is_none() && !unit.pieces.iter().any(goes) {
            continue;
        }
        unit.pieces.push(Piece::Control(Text::Owned(turn_to(home))));
        if let Some(last) = last {
            // A statement that shares a transaction with its mark stands right behind the BEGIN.
            let at = if at > 0 && matches!(unit.pieces[at - 1], Piece::Control(_)) { at - 1 } else { at };
            unit.insert(at, [Piece::Control(last)]);
        }
    }
}
