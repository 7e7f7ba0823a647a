//! Whether all of a set is applied and nothing else is, told by one row. A start with nothing to do reads that and no more:
//! a thousand rows would cost it more to send and decode than all the rest, and the server needs no plan to hash them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Ledger, RowState, fnv1a};
use crate::dialect::Dialect;
use crate::revision::{Direction, Revision, Text};

/// What the rows of a ledger come to. Each server has another way to get there, so it belongs to one dialect; it is
/// compared and never read.
///
/// On PostgreSQL it is the SHA-256 of all brief lines in the order of their ids. `GROUP_CONCAT` is cut at
/// `group_concat_max_len`, so that MySQL and MariaDB combine hashes of single lines, where order does not matter. SQLite
/// cannot hash and sends no further than to its own process: it gives the lines, and they are hashed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest(Text);

impl Digest {
    /// Of these lines ([`Ledger::brief_line`]), in any order. `sha256` is the hash of that name: this crate has none.
    pub fn of(dialect: Dialect, mut lines: Vec<String>, sha256: impl Fn(&str) -> [u8; 32]) -> Digest {
        match dialect {
            Dialect::Postgres => {
                lines.sort_unstable_by(|a, b| id_of(a).cmp(id_of(b)));
                Digest(Text::Owned(crate::Checksum(sha256(&lines.join("\n"))).to_string()))
            }
            Dialect::MySql | Dialect::MariaDb => {
                let hash = |line: &String| {
                    let [a, b, c, d, e, f, g, h, ..] = sha256(line);
                    u64::from_be_bytes([a, b, c, d, e, f, g, h])
                };
                let all = lines.iter().fold(0, |all, line| all ^ hash(line));
                Digest(Text::Owned(format!("{all} {}", lines.len())))
            }
            Dialect::Sqlite => Digest::of_sqlite(lines.iter().map(String::as_str)),
        }
    }

    /// Of the lines that SQLite gave.
    pub fn of_sqlite<'l>(lines: impl Iterator<Item = &'l str>) -> Digest {
        let (all, count) =
            lines.fold((0, 0_u32), |(all, count), line| (all ^ fnv1a(super::Prefix::EMPTY.0, [line]), count + 1));
        Digest(Text::Owned(format!("{all:016x} {count}")))
    }

    /// From its text.
    pub(crate) fn from_text(text: Text) -> Digest {
        Digest(text)
    }
}

impl AsRef<str> for Digest {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// It stands last in a line.
fn id_of(line: &str) -> &str {
    line.split_once(" : ").map_or(line, |(_, id)| id)
}

impl Ledger {
    /// The line that the row of a revision has in [`Ledger::select_brief`] as soon as it is applied.
    pub fn brief_line(revision: &Revision, dialect: Dialect) -> String {
        let tokens = revision.body(Direction::Up, dialect).map(|up| up.tokens).unwrap_or_default();
        let (state, parents) = (RowState::Applied.name(), revision.parents.join(" "));
        format!("{state} {tokens} {} {parents} : {}", revision.exact, revision.id)
    }

    /// What stands in the one row of [`Ledger::select_brief_unless`] when the digest is the expected one.
    pub const SAME: &'static str = "=";
    /// What stands in its one row when it is not, and the ledger has no rows.
    pub const NO_ROWS: &'static str = "-";

    /// Reads what [`Ledger::select_brief`] does unless the rows come to the digest: then, or if there are none, one row
    /// that says so. `digest` tells the one that is expected of a dialect, if one is; of MySQL and MariaDB either does,
    /// because they stand in for each other. None where the server cannot tell.
    pub fn select_brief_unless<'d>(
        &self,
        dialect: Dialect,
        digest: impl Fn(Dialect) -> Option<&'d Digest>,
    ) -> Option<String> {
        let (name, line) = (self.name(dialect), brief(dialect));
        let same = match dialect {
            Dialect::Postgres => format!(
                "encode(sha256(convert_to(coalesce(string_agg(coalesce({line}, ''), E'\\n' ORDER BY id COLLATE \"C\"), ''), \
                 'UTF8')), 'hex') = '{}'",
                digest(dialect)?.as_ref()
            ),
            Dialect::MySql | Dialect::MariaDb => {
                let either = |first, second| digest(first).or_else(|| digest(second)).map(AsRef::<str>::as_ref);
                let mysql = either(Dialect::MySql, Dialect::MariaDb)?;
                let mariadb = either(Dialect::MariaDb, Dialect::MySql)?;
                let expected = match mysql == mariadb {
                    true => format!("'{mysql}'"),
                    false => format!("IF(VERSION() LIKE '%MariaDB%', '{mariadb}', '{mysql}')"),
                };
                format!(
                    "CONCAT(BIT_XOR(CAST(CONV(LEFT(SHA2({line}, 256), 16), 16, 10) AS UNSIGNED)), ' ', COUNT(*)) = \
                     {expected}"
                )
            }
            Dialect::Sqlite => return None,
        };
        Some(format!(
            "SELECT CASE WHEN d.same THEN '{}' WHEN l.id IS NULL THEN '{}' ELSE {line} END FROM (SELECT {same} AS same FROM \
             {name}) d LEFT JOIN {name} l ON NOT d.same ORDER BY l.applied_at, l.id",
            Ledger::SAME,
            Ledger::NO_ROWS
        ))
    }
}

/// An expression for the brief line of a row.
pub(super) fn brief(dialect: Dialect) -> String {
    let columns = ["state", "tokens", "exact", "parents", "':'", "id"];
    match dialect {
        Dialect::Postgres | Dialect::Sqlite => columns.join(" || ' ' || "),
        Dialect::MySql | Dialect::MariaDb => format!("CONCAT({})", columns.join(", ' ', ")),
    }
}
