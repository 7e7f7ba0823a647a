//! Repairs: scripts that change what the ledger says, and record that they did.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Context, Piece, Script, Unit, begin};
use crate::ledger::{Expect, Row, RowState};
use crate::revision::Revision;

/// One repair of one row.
#[derive(Debug, Clone, Copy)]
pub enum Fix<'a> {
    /// The text of today counts as what was applied.
    Accept(&'a Row, &'a Revision),
    /// The place in the history of today counts as the one where it was applied.
    Rewrite(&'a Row, &'a Revision),
    /// The revision does not count as applied any more.
    Forget(&'a Row),
    /// The revision counts as what it was before it was begun and not finished.
    Abandon(&'a Row),
}

impl Fix<'_> {
    /// As the command spells it.
    pub const fn action(&self) -> &'static str {
        match self {
            Fix::Accept(..) => "accept",
            Fix::Rewrite(..) => "rewrite",
            Fix::Forget(_) => "forget",
            Fix::Abandon(_) => "abandon",
        }
    }

    /// The row that it is about.
    pub const fn row(&self) -> &Row {
        match self {
            Fix::Accept(row, _) | Fix::Rewrite(row, _) | Fix::Forget(row) | Fix::Abandon(row) => row,
        }
    }
}

impl Script {
    /// The script of some repairs: one transaction, with a record of each.
    pub fn repair(fixes: &[Fix<'_>], context: &Context<'_>) -> Script {
        let (dialect, ledger) = (context.dialect, context.ledger);
        if fixes.is_empty() {
            return Script { dialect, units: Vec::new() };
        }
        let create = Piece::Ledger(ledger.create_repairs(dialect));
        // On MySQL and MariaDB the CREATE would commit the transaction that it stands in.
        let mut pieces = match dialect.facts().transactional_ddl {
            true => vec![Piece::Control(begin(dialect).into()), create],
            false => vec![create, Piece::Control(begin(dialect).into())],
        };
        let mut unchanged = Vec::new();
        for fix in fixes {
            let row = fix.row();
            pieces.push(Piece::Ledger(ledger.record_repair(dialect, fix.action(), &row.id, &was(row), context.by)));
            pieces.push(Piece::Ledger(match fix {
                Fix::Accept(_, revision) => ledger.accept(dialect, revision),
                Fix::Rewrite(_, revision) => ledger.place(dialect, revision),
                Fix::Forget(_) => ledger.delete(dialect, &row.id),
                Fix::Abandon(_) => match row.state {
                    RowState::Reverting => ledger.reopen(dialect, &row.id),
                    RowState::Applying | RowState::Applied => ledger.delete(dialect, &row.id),
                },
            }));
            unchanged.push(format!(
                "EXISTS (SELECT 1 FROM {} WHERE id = {} AND state = '{}' AND tokens = {} AND exact = {})",
                ledger.name(dialect),
                dialect.quote_text(&row.id),
                row.state.name(),
                dialect.quote_text(&row.tokens),
                dialect.quote_text(&row.exact),
            ));
        }
        pieces.push(Piece::Control("COMMIT".into()));
        let expect = Some(Expect { rows: Some(context.rows), ..Expect::default() });
        let also = Some(unchanged.join(" AND "));
        Script {
            dialect,
            units: vec![Unit { atomic: true, steps: Vec::new(), pieces, expect, also, again: false, opened: false }],
        }
    }
}

/// What a row says, for the record of its repair.
fn was(row: &Row) -> String {
    format!(
        "{}, {} {} by {}; title {}; parents {}; depends on {}; exact {}; tokens {}",
        row.state.name(),
        row.origin,
        row.applied_at,
        row.applied_by,
        row.title,
        row.parents.join(" "),
        row.depends_on.join(" "),
        row.exact,
        row.tokens
    )
}
