//! What a person may change in the ledger, and the table that remembers who changed what.

use alloc::format;
use alloc::string::String;

use super::{AppliedBy, Ledger, StoredUp, now, seal, stored_down, utc};
use crate::dialect::Dialect;
use crate::revision::{Direction, Revision};

impl Ledger {
    /// The columns that [`Ledger::select_repairs`] returns, in this order, all of them texts.
    pub const REPAIRS: [&'static str; 5] = ["repaired_at", "repaired_by", "action", "revision", "was"];

    /// The table beside the ledger in which repairs are recorded.
    pub fn repairs(&self) -> Ledger {
        self.beside("_repairs")
    }

    /// A query that gives one row if the table is there. Looking for it by reading it would write an error into the
    /// server's log.
    pub fn exists(&self, dialect: Dialect) -> String {
        let table = dialect.quote_text(&self.table);
        match dialect {
            Dialect::Postgres => {
                format!("SELECT 'yes' WHERE to_regclass({}) IS NOT NULL", dialect.quote_text(&self.name(dialect)))
            }
            Dialect::MySql | Dialect::MariaDb => {
                let schema = self.schema.as_ref().map_or("DATABASE()".into(), |schema| dialect.quote_text(schema));
                format!(
                    "SELECT 'yes' FROM information_schema.tables WHERE table_schema = {schema} AND table_name = {table}"
                )
            }
            Dialect::Sqlite => format!("SELECT 'yes' FROM sqlite_master WHERE type = 'table' AND name = {table}"),
        }
    }

    /// Creates it; the first repair does.
    pub fn create_repairs(&self, dialect: Dialect) -> String {
        let (id, time, text, end) = match dialect {
            Dialect::Postgres => ("bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "timestamptz", "text", ""),
            Dialect::MySql | Dialect::MariaDb => (
                "bigint AUTO_INCREMENT PRIMARY KEY",
                "datetime(6)",
                "longtext",
                " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            ),
            Dialect::Sqlite => ("INTEGER PRIMARY KEY", "TEXT", "TEXT", ""),
        };
        format!(
            "CREATE TABLE IF NOT EXISTS {} (\n    id {id},\n    repaired_at {time} NOT NULL,\n    repaired_by {text} NOT \
             NULL,\n    action varchar(16) NOT NULL,\n    revision varchar(255) NOT NULL,\n    was {text} NOT NULL,\n    \
             down {text},\n    up {text},\n    tool varchar(32) NOT NULL\n){end}",
            self.repairs().name(dialect)
        )
    }

    /// Records a repair of a row, with what the row says before it: `was` in words, and the SQL that it keeps.
    pub fn record_repair(&self, dialect: Dialect, action: &str, id: &str, was: &str, by: &AppliedBy) -> String {
        let text = |text: &str| dialect.quote_text(text);
        format!(
            "INSERT INTO {} (repaired_at, repaired_by, action, revision, was, down, up, tool) SELECT {}, {}, {}, id, {}, \
             down, up, {} FROM {} WHERE id = {}",
            self.repairs().name(dialect),
            now(dialect),
            by.sql(dialect),
            text(action),
            text(was),
            text(concat!("migrate ", env!("CARGO_PKG_VERSION"))),
            self.name(dialect),
            text(id),
        )
    }

    /// Reads what was recorded, oldest first.
    pub fn select_repairs(&self, dialect: Dialect) -> String {
        let columns = Ledger::REPAIRS.map(|column| match column {
            "repaired_at" => utc(dialect, column),
            other => other.into(),
        });
        format!("SELECT {} FROM {} ORDER BY id", columns.join(", "), self.repairs().name(dialect))
    }

    /// Makes the row of a revision say that the text of today was applied.
    pub fn accept(&self, dialect: Dialect, revision: &Revision) -> String {
        let up = revision.body(Direction::Up, dialect);
        format!(
            "UPDATE {} SET title = {}, parents = {}, depends_on = {}, exact = '{}', tokens = '{}', down = {}, up = {}, \
             seal = {} WHERE id = {}",
            self.name(dialect),
            dialect.quote_text(&revision.title()),
            dialect.quote_text(&revision.parents.join(" ")),
            dialect.quote_text(&revision.depends_on.join(" ")),
            revision.exact,
            up.map(|up| up.tokens).unwrap_or_default(),
            stored_down(revision, dialect),
            dialect.quote_text(&StoredUp::write(up.map_or(&[][..], |up| &up.statements))),
            seal(revision, dialect),
            dialect.quote_text(&revision.id),
        )
    }

    /// Makes the row of a revision say that it was applied where it stands in the history of today.
    pub fn place(&self, dialect: Dialect, revision: &Revision) -> String {
        let tokens = revision.body(Direction::Up, dialect).map(|up| up.tokens).unwrap_or_default();
        format!(
            "UPDATE {} SET parents = {}, depends_on = {}, exact = '{}', seal = CASE WHEN tokens = '{tokens}' THEN {} END \
             WHERE id = {}",
            self.name(dialect),
            dialect.quote_text(&revision.parents.join(" ")),
            dialect.quote_text(&revision.depends_on.join(" ")),
            revision.exact,
            // Its statements may be other ones than today's still.
            seal(revision, dialect),
            dialect.quote_text(&revision.id),
        )
    }

    /// Makes the row of a revision that was being taken back say that it is applied.
    pub fn reopen(&self, dialect: Dialect, id: &str) -> String {
        format!(
            "UPDATE {} SET state = 'applied', begun = 0, done = 0, seal = -seal WHERE id = {}",
            self.name(dialect),
            dialect.quote_text(id)
        )
    }
}
