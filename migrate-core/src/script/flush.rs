//! Commits that need not wait for the disk.

use super::{Piece, Script};
use crate::dialect::Dialect;

impl Script {
    /// Has only the last of the transactions wait until the disk has it, on PostgreSQL: a server that crashes in between may
    /// lose the last revisions of an unfinished run, each with its row of the ledger, and the next run takes them again.
    /// Nothing is lost once the run has ended, nor when only its process dies, and whatever anybody commits with waiting
    /// brings all that was committed before to the disk, on a standby as well (manual, chapter 30.4, Asynchronous Commit).
    ///
    /// Units that are no transactions wait: what they have done stands in no transaction with what the ledger says of it.
    pub fn flush_at_the_end(&mut self) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let Some((_, before)) = self.units.split_last_mut() else { return };
        for unit in before.iter_mut().filter(|unit| unit.atomic) {
            unit.insert(1, [Piece::Control("SET LOCAL synchronous_commit = off".into())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::borrow::ToOwned;
    use alloc::string::String;
    use alloc::vec;
    use alloc::vec::Vec;

    use super::*;
    use crate::revision::Direction;
    use crate::script::{Unit, UnitStep};

    fn unit(id: &str, atomic: bool) -> Unit {
        let step = UnitStep {
            id: id.to_owned().into(),
            title: String::new(),
            direction: Direction::Up,
            file: "f.sql".into(),
            statements: 0,
            first_piece: 1,
            stamp: false,
        };
        let control = |sql: &str| Piece::Control(sql.to_owned().into());
        let pieces = vec![control("BEGIN"), Piece::Ledger("write ".to_owned() + id), control("COMMIT")];
        Unit { atomic, steps: vec![step], pieces, expect: None, also: None, again: false, opened: false }
    }

    fn spared(dialect: Dialect) -> Vec<bool> {
        let units = vec![unit("a", true), unit("b", false), unit("c", true), unit("d", true)];
        let mut script = Script { dialect, units };
        script.flush_at_the_end();
        let spared = |unit: &Unit| {
            let step = &unit.steps[0];
            assert_eq!(unit.pieces[step.first_piece].sql(), "write ".to_owned() + &step.id);
            unit.pieces.iter().any(|piece| piece.sql().contains("synchronous_commit"))
        };
        script.units.iter().map(spared).collect()
    }

    #[test]
    fn only_the_last_transaction_waits_for_the_disk_and_what_is_none() {
        assert_eq!(spared(Dialect::Postgres), [true, false, true, false]);
        assert_eq!(spared(Dialect::Sqlite), [false; 4]);
        Script::empty(Dialect::Postgres).flush_at_the_end();
    }
}
