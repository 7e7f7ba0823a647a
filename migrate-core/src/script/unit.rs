//! A unit while it runs: what is left of it when a statement was refused, and whose a piece is.

use alloc::vec;
use alloc::vec::Vec;

use crate::dialect::Dialect;
use crate::ledger::{Expect, Ledger, Open};
use crate::revision::Text;
use crate::script::{Piece, Unit, UnitStep};

impl Unit {
    /// What is left of it when a statement was refused, and may be tried again; none if that cannot be told. The ledger's
    /// row is open, and says that the statement had no effect; somebody else may go on with it where no lock is held.
    pub fn rest(&self, refused: Option<usize>, ledger: &Ledger, dialect: Dialect) -> Option<Unit> {
        if self.atomic {
            return Some(self.clone());
        }
        let refused = refused?;
        let Some(Piece::Statement { step, number, .. }) = self.pieces.get(refused) else { return None };
        // With the BEGIN of the transaction that it shares with its mark.
        let start = match self.pieces[..refused].last() {
            Some(Piece::Control(_)) => refused - 1,
            _ => refused,
        };
        let begin = Piece::Ledger(ledger.begin_again(dialect, &self.steps[*step].id));
        let mut steps = self.steps.clone();
        steps.iter_mut().for_each(|step| step.first_piece = 0);
        let pieces = core::iter::once(begin).chain(self.pieces[start..].iter().cloned()).collect();
        let expect = Some(self.expected_when_refused(&self.steps[*step].id, *number));
        Some(Unit { atomic: false, steps, pieces, expect, also: None, again: true, opened: false })
    }

    /// The step that a piece belongs to; the first one for what stands before it.
    pub fn step_at(&self, piece: usize) -> Option<&UnitStep> {
        self.steps.iter().rev().find(|step| step.first_piece <= piece).or(self.steps.first())
    }

    /// How many statements of the revision were done before this unit came to them, if `piece` stands before all that it
    /// does itself; else nobody knows without looking.
    pub fn done_before(&self, piece: usize) -> Option<usize> {
        let number = |piece: &Piece| match piece {
            Piece::Statement { number, .. } => Some(*number),
            Piece::Control(_) | Piece::Ledger(_) => None,
        };
        let first = self.pieces.iter().position(|piece| number(piece).is_some());
        match first {
            Some(first) if piece < first => number(&self.pieces[first]).map(|number| number - 1),
            Some(_) | None => None,
        }
    }

    /// Puts pieces before the one at `at`.
    pub fn insert(&mut self, at: usize, pieces: impl IntoIterator<Item = Piece>) {
        let before = self.pieces.len();
        self.pieces.splice(at..at, pieces);
        let more = self.pieces.len() - before;
        self.steps.iter_mut().filter(|step| step.first_piece >= at).for_each(|step| step.first_piece += more);
    }

    /// What the ledger looks like when this statement of the unit was refused.
    fn expected_when_refused(&self, id: &Text, number: usize) -> Expect {
        let (rows, present) = match &self.expect {
            Some(expect) => {
                let opened = expect.absent.contains(id);
                let present = expect.present.iter().filter(|present| *present != id).cloned().collect();
                (expect.rows.map(|rows| rows + usize::from(opened)), present)
            }
            // It has made the ledger.
            None => (Some(1), Vec::new()),
        };
        let done = u32::try_from(number - 1).unwrap_or(u32::MAX);
        let open = vec![Open { id: id.clone(), begun: done, done }];
        Expect { rows, absent: Vec::new(), present, open }
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::String;

    use super::*;
    use crate::revision::{Direction, Statement};

    fn unit(expect: Option<Expect>) -> Unit {
        let step = UnitStep {
            id: "b".into(),
            title: String::new(),
            direction: Direction::Up,
            file: "b.sql".into(),
            statements: 2,
            first_piece: 0,
            stamp: false,
        };
        let sql = Statement { sql: "SELECT 1".into(), line: 1, column: 1, probe: None };
        let statement = |number| Piece::Statement { step: 0, number, statement: sql.clone() };
        let mark = |sql: &str| Piece::Ledger(sql.to_owned());
        let pieces = vec![mark("open"), statement(1), mark("1 is done"), statement(2), mark("close")];
        Unit { atomic: false, steps: vec![step], pieces, expect, also: None, again: false, opened: false }
    }

    #[test]
    fn what_is_left_of_a_unit_expects_the_row_as_its_refused_statement_left_it() {
        let ledger = Ledger::default();
        let open = |done| vec![Open { id: "b".into(), begun: done, done }];
        let fresh = Expect { rows: Some(1), absent: vec!["b".into()], present: vec!["a".into()], open: Vec::new() };
        let rest = unit(Some(fresh)).rest(Some(3), &ledger, Dialect::Sqlite).expect("a statement was refused");
        let expected = Expect { rows: Some(2), absent: Vec::new(), present: vec!["a".into()], open: open(1) };
        assert_eq!(rest.expect, Some(expected.clone()));
        // And what is left of that, of a unit that takes `b` back, and of one that made the ledger.
        let again = rest.rest(Some(1), &ledger, Dialect::Sqlite).expect("a statement was refused");
        assert_eq!(again.expect, Some(expected));
        let down = Expect { rows: Some(2), present: vec!["a".into(), "b".into()], ..Expect::default() };
        let rest = unit(Some(down)).rest(Some(1), &ledger, Dialect::Sqlite).expect("a statement was refused");
        assert_eq!(
            rest.expect,
            Some(Expect { rows: Some(2), present: vec!["a".into()], open: open(0), ..Expect::default() })
        );
        let rest = unit(None).rest(Some(1), &ledger, Dialect::Sqlite).expect("a statement was refused");
        assert_eq!(rest.expect, Some(Expect { rows: Some(1), open: open(0), ..Expect::default() }));
        assert_eq!(unit(None).rest(Some(2), &ledger, Dialect::Sqlite), None);
    }
}
