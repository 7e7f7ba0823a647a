//! Rows of the ledger that are opened in the transaction that closes the one before: a commit less for each revision where
//! DDL commits by itself, and a commit there is a write to the disk.

use super::{Piece, Script, Unit};
use crate::probe::Probe;
use crate::revision::Direction;

impl Script {
    /// Has each unit open the row of the next one, on MySQL and MariaDB, where nothing else stands between the two and the
    /// catalog tells of the next one's first statement whether it took effect: a process may die between the units, and then
    /// the row says that a statement was begun which was not.
    ///
    /// Who does not run the next unit after all takes the row away ([`Ledger::withdraw`](crate::ledger::Ledger::withdraw)).
    /// Not for a script that is fenced by a lease, where somebody else may go on between the units.
    pub fn open_ahead(&mut self) {
        if !self.dialect.is_mysql_family() {
            return;
        }
        for at in 1..self.units.len() {
            let (before, rest) = self.units.split_at_mut(at);
            let (Some(one), Some(next)) = (before.last_mut(), rest.first_mut()) else { continue };
            if let (true, Some(open)) = (ends_with_its_mark(one), opening(next)) {
                let end = one.pieces.len() - 1;
                one.pieces.insert(end, open);
                next.pieces.remove(0);
                next.opened = true;
            }
        }
    }
}

/// Whether the last that a unit does is to close its row, in a transaction.
fn ends_with_its_mark(unit: &Unit) -> bool {
    !unit.atomic && matches!(&unit.pieces[..], [.., Piece::Ledger(_), Piece::Control(end)] if end.as_ref() == "COMMIT")
}

/// What opens a unit's row, if it may be done before.
fn opening(unit: &Unit) -> Option<Piece> {
    let [step] = &unit.steps[..] else { return None };
    if unit.atomic || unit.again || step.direction == Direction::Down {
        return None;
    }
    match &unit.pieces[..] {
        [open @ Piece::Ledger(_), Piece::Control(_), Piece::Statement { number: 1, statement, .. }, ..] => {
            // What becomes of rows is known only where all tables have transactions.
            matches!(statement.probe, Some(Probe::Repeatable | Probe::Thing(_))).then(|| open.clone())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::dialect::Dialect;
    use crate::revision::Statement;
    use crate::script::UnitStep;

    fn unit(id: &str, direction: Direction, probe: Option<Probe>) -> Unit {
        let step = UnitStep {
            id: id.to_owned().into(),
            title: String::new(),
            direction,
            file: "f.sql".into(),
            statements: 1,
            first_piece: 0,
            stamp: false,
        };
        let statement = Statement { sql: "ALTER TABLE t FORCE".into(), line: 1, column: 1, probe };
        let mark = |what: &str| Piece::Ledger([what, id].join(" "));
        let pieces = vec![
            mark("open"),
            Piece::Control("START TRANSACTION".into()),
            Piece::Statement { step: 0, number: 1, statement },
            mark("close"),
            Piece::Control("COMMIT".into()),
        ];
        Unit { atomic: false, steps: vec![step], pieces, expect: None, also: None, again: false, opened: false }
    }

    /// Which ids are opened ahead, and what is sent about the ledger and transactions.
    fn opened(dialect: Dialect, units: Vec<Unit>) -> (Vec<String>, String) {
        let mut script = Script { dialect, units };
        script.open_ahead();
        let ids = script.units.iter().filter(|unit| unit.opened).map(|unit| unit.steps[0].id.clone().into_owned());
        let pieces = script.units.iter().flat_map(|unit| &unit.pieces);
        let said = pieces.filter(|piece| !matches!(piece, Piece::Statement { .. })).map(Piece::sql);
        (ids.collect(), said.collect::<Vec<_>>().join(", ").replace("START TRANSACTION", "BEGIN"))
    }

    #[test]
    fn a_row_is_opened_in_the_transaction_that_closes_the_one_before() {
        let up = |id| unit(id, Direction::Up, Some(Probe::Repeatable));
        let (ids, said) = opened(Dialect::MariaDb, vec![up("a"), up("b"), up("c")]);
        assert_eq!(ids, ["b", "c"]);
        assert_eq!(
            said,
            "open a, BEGIN, close a, open b, COMMIT, BEGIN, close b, open c, COMMIT, BEGIN, close c, COMMIT"
        );
    }

    #[test]
    fn no_row_is_opened_ahead_whose_statement_nobody_could_find_again() {
        let up = |id, probe| unit(id, Direction::Up, probe);
        let sure = Some(Probe::Repeatable);
        let none = |dialect, next| opened(dialect, vec![up("a", None), next]).0.is_empty();
        assert!(none(Dialect::MySql, up("b", None)));
        assert!(none(Dialect::MySql, up("b", Some(Probe::Rows))));
        assert!(none(Dialect::MySql, unit("b", Direction::Down, sure.clone())));
        assert!(none(Dialect::MySql, Unit { again: true, ..up("b", sure.clone()) }));
        assert!(none(Dialect::Sqlite, up("b", sure.clone())));
        assert!(!none(Dialect::MySql, up("b", sure.clone())));
        // Something stands between the two: the way home behind a `USE`.
        let mut away = up("a", None);
        away.pieces.push(Piece::Control("USE home".into()));
        assert!(opened(Dialect::MySql, vec![away, up("b", sure)]).0.is_empty());
    }
}
