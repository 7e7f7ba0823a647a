//! Whether all of a set is applied and nothing else is, told by two numbers. A start with nothing to do reads those and no
//! rows: to send and decode a thousand of them would cost more than all the rest, and to hash their texts on the server, too.

use alloc::format;
use alloc::string::{String, ToString};

use super::{Ledger, Prefix, fnv1a};
use crate::dialect::Dialect;
use crate::revision::{Direction, Revision};

/// What a row says of an applied revision, as one number of 48 bits: text, statements, parents and id. The row holds it
/// while the revision is applied; while it is open it has none, or the negative one if it is being taken back. SQLite
/// gives up a sum that leaves 64 bits, and thousands of these do not.
pub fn seal(revision: &Revision, dialect: Dialect) -> u64 {
    let tokens = revision.body(Direction::Up, dialect).map(|up| up.tokens).unwrap_or_default().to_string();
    let exact = revision.exact.to_string();
    let parents = revision.parents.iter().flat_map(|parent| [parent.as_ref(), " "]);
    let texts = [tokens.as_str(), &exact].into_iter().chain(parents).chain([": ", &revision.id]);
    fnv1a(Prefix::EMPTY.0, texts) & 0xffff_ffff_ffff
}

/// What a ledger's rows come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many rows there are.
    pub rows: u64,
    /// The sum of their seals.
    pub seals: u64,
}

impl Tally {
    /// Of a ledger in which these revisions are applied, and no others.
    pub fn of<'r>(revisions: impl IntoIterator<Item = &'r Revision>, dialect: Dialect) -> Tally {
        revisions.into_iter().fold(Tally::default(), |all, revision| Tally {
            rows: all.rows + 1,
            seals: all.seals + seal(revision, dialect),
        })
    }

    /// From the two columns of [`Ledger::select_tally`], as texts; none if they are no such numbers.
    pub fn read(rows: &str, seals: Option<&str>) -> Option<Tally> {
        Some(Tally { rows: rows.parse().ok()?, seals: seals.map_or(Some(0), |seals| seals.parse().ok())? })
    }
}

impl Ledger {
    /// Reads the [`Tally`]: the number of rows, and the sum of their seals, which is NULL if no row has one. A statement
    /// that was begun is taken off, for rows that somebody opened by hand. Nothing else stands in it, because a new session
    /// of PostgreSQL looks up each function and operator that a query has.
    pub fn select_tally(&self, dialect: Dialect) -> String {
        format!("SELECT count(*), sum(seal - begun) FROM {}", self.name(dialect))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::revision::{Checksum, Text};

    fn revision(id: &'static str, parents: &[&'static str]) -> Revision {
        Revision {
            id: Text::Borrowed(id),
            slug: Text::Borrowed(""),
            message: Text::Borrowed(""),
            parents: parents.iter().map(|id| Text::Borrowed(*id)).collect(),
            depends_on: alloc::vec![],
            labels: alloc::vec![],
            irreversible: None,
            file: Text::Borrowed(""),
            exact: Checksum([7; 32]),
            bodies: alloc::vec![],
        }
    }

    #[test]
    fn a_seal_is_of_text_parents_and_id_and_never_changes() {
        let dialect = Dialect::Postgres;
        let one = revision("b", &["a"]);
        assert_eq!(seal(&one, dialect), 199_305_943_185_796, "it stands in databases");
        for other in [
            revision("c", &["a"]),
            revision("b", &[]),
            revision("b", &["a", "c"]),
            Revision { exact: Checksum([8; 32]), ..one.clone() },
        ] {
            assert_ne!(seal(&one, dialect), seal(&other, dialect), "{other:?}");
        }
    }

    #[test]
    fn ten_thousand_of_the_largest_stay_within_64_bits_with_a_sign() {
        assert!(i64::try_from(0xffff_ffff_ffff_u64 * 10_000).is_ok());
    }

    #[test]
    fn what_a_server_says_is_read_and_anything_else_is_not() {
        assert_eq!(Tally::read("2", Some("17")), Some(Tally { rows: 2, seals: 17 }));
        assert_eq!(Tally::read("0", None), Some(Tally::default()));
        assert_eq!(Tally::read("2", Some("-17")), None);
        assert_eq!(Tally::read("2", Some("1.5")), None);
    }
}
