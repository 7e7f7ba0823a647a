//! The ledger: the table of applied revisions, and every SQL text about it.
//!
//! One row a revision, kept while it is applied. A row is opened before the statements of a revision run and closed
//! after them; where the whole is one transaction nobody else ever sees the open row (and PostgreSQL does without it, see
//! [`Ledger::record`]), elsewhere it is the journal that tells after a crash which statement was begun and how many are
//! done. Values stand in the texts as literals, not as
//! parameters, because they travel in one message with the statements of the revision.

mod down;
mod repair;
mod row;
mod seal;
mod up;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

pub use down::{DamagedDown, StoredDown};
pub use row::{Origin, Row, RowState, Sameness};
pub use seal::{Tally, seal};
pub use up::StoredUp;

use crate::dialect::Dialect;
use crate::revision::{Direction, Revision, Statement, Text};

/// Where the ledger is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ledger {
    /// The schema (a database on MySQL and MariaDB); none = wherever the connection creates tables.
    pub schema: Option<Text>,
    /// The table.
    pub table: Text,
}

impl Default for Ledger {
    fn default() -> Self {
        Ledger { schema: None, table: Text::Borrowed(Ledger::DEFAULT_TABLE) }
    }
}

/// What the ledger must look like for a plan to be still right; checked in the message that carries the work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expect {
    /// How many rows there are; none where it does not matter that somebody may have added one.
    pub rows: Option<usize>,
    /// Ids that have no row.
    pub absent: Vec<Text>,
    /// Ids that have a row and are applied.
    pub present: Vec<Text>,
    /// Rows that are begun and not finished, and how far: else somebody else has gone on with them.
    pub open: Vec<Open>,
}

/// How far a revision is that was begun and not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The revision.
    pub id: Text,
    /// The statement that was begun last, counted from 1.
    pub begun: u32,
    /// How many statements are done.
    pub done: u32,
}

impl Ledger {
    /// The table, where the settings say nothing.
    pub const DEFAULT_TABLE: &'static str = "migrate_ledger";

    /// The columns that [`Ledger::select`] returns, in this order; all but the numbers are texts.
    pub const SELECTED: [&'static str; 14] = [
        "id",
        "title",
        "parents",
        "depends_on",
        "exact",
        "tokens",
        "state",
        "origin",
        "begun",
        "done",
        "prefix",
        "applied_at",
        "duration_ms",
        "applied_by",
    ];

    /// Schema and table, quoted.
    pub fn name(&self, dialect: Dialect) -> String {
        match &self.schema {
            Some(schema) => format!("{}.{}", dialect.quote_name(schema), dialect.quote_name(&self.table)),
            None => dialect.quote_name(&self.table),
        }
    }

    /// Creates the table. It is sent only when reading found none: `IF NOT EXISTS` is for a second process in between.
    pub fn create(&self, dialect: Dialect) -> String {
        let name = self.name(dialect);
        match dialect {
            Dialect::Postgres => format!(
                "CREATE TABLE IF NOT EXISTS {name} (\n    id varchar(255) PRIMARY KEY,\n    title text NOT NULL,\n    \
                 parents text NOT NULL,\n    depends_on text NOT NULL,\n    exact char(64) NOT NULL,\n    \
                 tokens char(64) NOT NULL,\n    state varchar(16) NOT NULL,\n    origin varchar(16) NOT NULL,\n    \
                 begun integer NOT NULL,\n    done integer NOT NULL,\n    \
                 prefix char(16) NOT NULL,\n    applied_at timestamptz NOT NULL,\n    \
                 duration_ms bigint,\n    applied_by text NOT NULL,\n    tool varchar(32) NOT NULL,\n    down text,\n    up text,\n    \
                 seal bigint\n)"
            ),
            // Ids are compared byte by byte, whatever the database's collation is.
            Dialect::MySql | Dialect::MariaDb => format!(
                "CREATE TABLE IF NOT EXISTS {name} (\n    id varchar(255) PRIMARY KEY,\n    title text NOT NULL,\n    \
                 parents text NOT NULL,\n    depends_on text NOT NULL,\n    exact char(64) NOT NULL,\n    \
                 tokens char(64) NOT NULL,\n    state varchar(16) NOT NULL,\n    origin varchar(16) NOT NULL,\n    \
                 begun integer NOT NULL,\n    done integer NOT NULL,\n    \
                 prefix char(16) NOT NULL,\n    applied_at datetime(6) NOT NULL,\n    \
                 duration_ms bigint,\n    applied_by text NOT NULL,\n    tool varchar(32) NOT NULL,\n    \
                 down longtext,\n    up longtext,\n    seal bigint\n) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
            ),
            Dialect::Sqlite => format!(
                "CREATE TABLE IF NOT EXISTS {name} (\n    id TEXT PRIMARY KEY NOT NULL,\n    title TEXT NOT NULL,\n    \
                 parents TEXT NOT NULL,\n    depends_on TEXT NOT NULL,\n    exact TEXT NOT NULL,\n    \
                 tokens TEXT NOT NULL,\n    state TEXT NOT NULL,\n    origin TEXT NOT NULL,\n    \
                 begun INTEGER NOT NULL,\n    done INTEGER NOT NULL,\n    \
                 prefix TEXT NOT NULL,\n    applied_at TEXT NOT NULL,\n    \
                 duration_ms INTEGER,\n    applied_by TEXT NOT NULL,\n    tool TEXT NOT NULL,\n    down TEXT,\n    up TEXT,\n    \
                 seal INTEGER\n)"
            ),
        }
    }

    /// Reads all rows, in the order in which they were applied: the one query of a start with nothing to do.
    pub fn select(&self, dialect: Dialect) -> String {
        let columns = Ledger::SELECTED.map(|column| match column {
            "applied_at" => format!("{} AS applied_at_utc", utc(dialect, column)),
            // bpchar would come back padded if it ever held less.
            "exact" | "tokens" | "prefix" if dialect == Dialect::Postgres => format!("{column}::text"),
            other => other.to_string(),
        });
        format!("SELECT {} FROM {} ORDER BY applied_at, id", columns.join(", "), self.name(dialect))
    }

    /// Reads of each row only what tells whether there is anything to do, in one column: state, tokens, exact, parents, a
    /// colon and the id, with spaces between. A start reads a thousand rows where something differs, and decoding their
    /// columns is what that would cost.
    pub fn select_brief(&self, dialect: Dialect) -> String {
        let columns = ["state", "tokens", "exact", "parents", "':'", "id"];
        let column = match dialect {
            Dialect::Postgres | Dialect::Sqlite => columns.join(" || ' ' || "),
            Dialect::MySql | Dialect::MariaDb => format!("CONCAT({})", columns.join(", ' ', ")),
        };
        format!("SELECT {column} FROM {} ORDER BY applied_at, id", self.name(dialect))
    }

    /// Reads the down SQL of some revisions: `id`, `down`.
    pub fn select_down<'a>(&self, dialect: Dialect, ids: impl IntoIterator<Item = &'a str>) -> String {
        format!("SELECT id, down FROM {} WHERE id IN ({})", self.name(dialect), quoted_list(dialect, ids))
    }

    /// Reads the up SQL of some revisions, as far as it is kept: `id`, `up`.
    pub fn select_up<'a>(&self, dialect: Dialect, ids: impl IntoIterator<Item = &'a str>) -> String {
        format!("SELECT id, up FROM {} WHERE id IN ({})", self.name(dialect), quoted_list(dialect, ids))
    }

    /// A condition that holds while PostgreSQL has no such table.
    ///
    /// `to_regclass` alone answers from what the session remembers, which is brought up to date when a transaction begins
    /// or a table is opened: in a transaction that waited for nothing and opened nothing it does not see what another one
    /// has made since. This opens `pg_class`.
    pub fn missing_in_postgres(&self) -> String {
        let name = Dialect::Postgres.quote_text(&self.name(Dialect::Postgres));
        format!("NOT EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass({name}))")
    }

    /// A condition that holds while `expect`, which expects something, does.
    pub fn condition(&self, dialect: Dialect, expect: &Expect) -> String {
        let name = self.name(dialect);
        let mut all = Vec::new();
        if let Some(rows) = expect.rows {
            all.push(format!("(SELECT count(*) FROM {name}) = {rows}"));
        }
        if !expect.absent.is_empty() {
            let ids = quoted_list(dialect, expect.absent.iter().map(AsRef::as_ref));
            all.push(format!("NOT EXISTS (SELECT 1 FROM {name} WHERE id IN ({ids}))"));
        }
        if !expect.present.is_empty() {
            let ids = quoted_list(dialect, expect.present.iter().map(AsRef::as_ref));
            let count = expect.present.len();
            all.push(format!("(SELECT count(*) FROM {name} WHERE state = 'applied' AND id IN ({ids})) = {count}"));
        }
        for Open { id, begun, done } in &expect.open {
            let id = dialect.quote_text(id);
            all.push(format!(
                "EXISTS (SELECT 1 FROM {name} WHERE id = {id} AND state <> 'applied' AND begun = {begun} AND done = {done})"
            ));
        }
        all.join(" AND ")
    }

    /// Opens the row of a revision that is about to be applied.
    pub fn open(&self, dialect: Dialect, revision: &Revision, by: &AppliedBy) -> String {
        self.insert(dialect, revision, RowState::Applying, Origin::Upgrade, by, Clock::Running)
    }

    /// Writes the row of a revision that was applied in a transaction of PostgreSQL's that is its own: the transaction's
    /// clock is the revision's, so that one statement does what else two do that open the row and close it. Nowhere else
    /// can a statement ask when its transaction began.
    pub fn record(&self, revision: &Revision, by: &AppliedBy) -> String {
        self.insert(Dialect::Postgres, revision, RowState::Applied, Origin::Upgrade, by, Clock::OfTransaction)
    }

    /// Writes the row of a revision that is to count as applied although its statements did not run.
    pub fn stamp(&self, dialect: Dialect, revision: &Revision, origin: Origin, by: &AppliedBy) -> String {
        self.insert(dialect, revision, RowState::Applied, origin, by, Clock::Running)
    }

    fn insert(
        &self,
        dialect: Dialect,
        of: &Revision,
        state: RowState,
        origin: Origin,
        by: &AppliedBy,
        clock: Clock,
    ) -> String {
        let (at, duration) = match clock {
            Clock::Running => (now(dialect), "NULL".to_string()),
            Clock::OfTransaction => ("transaction_timestamp()", milliseconds_since("transaction_timestamp()")),
        };
        let text = |text: &str| dialect.quote_text(text);
        let up = of.body(Direction::Up, dialect);
        let tokens = up.map(|up| up.tokens).unwrap_or_default();
        format!(
            "INSERT INTO {} (id, title, parents, depends_on, exact, tokens, state, origin, begun, done, prefix, applied_at, \
             duration_ms, applied_by, tool, down, up, seal) VALUES ({}, {}, {}, {}, '{}', '{tokens}', '{}', '{}', {}, 0, '{}', {at}, \
             {duration}, {}, {}, {}, {}, {})",
            self.name(dialect),
            text(&of.id),
            text(&of.title()),
            text(&of.parents.join(" ")),
            text(&of.depends_on.join(" ")),
            of.exact,
            state.name(),
            origin.name(),
            // An open row says that its first statement begins.
            u8::from(state == RowState::Applying),
            Prefix::EMPTY,
            by.sql(dialect),
            text(concat!("migrate ", env!("CARGO_PKG_VERSION"))),
            stored_down(of, dialect),
            text(&StoredUp::write(up.map_or(&[][..], |up| &up.statements))),
            match state {
                RowState::Applied => seal(of, dialect).to_string(),
                RowState::Applying | RowState::Reverting => "NULL".into(),
            },
        )
    }

    /// Marks in an open row that the first `number` statements are done, `prefix` stands for them, and that the next one
    /// begins: one write for both, because each is a commit.
    pub fn begin_next(&self, dialect: Dialect, id: &str, number: usize, prefix: Prefix) -> String {
        format!(
            "UPDATE {} SET done = {number}, begun = {}, prefix = '{prefix}' WHERE id = {}",
            self.name(dialect),
            number + 1,
            dialect.quote_text(id)
        )
    }

    /// Marks in an open row that the statement begun last is known to have had no effect: the server refused it.
    pub fn refused(&self, dialect: Dialect, id: &str) -> String {
        format!("UPDATE {} SET begun = done WHERE id = {}", self.name(dialect), dialect.quote_text(id))
    }

    /// Marks in an open row that the statement behind those that are done begins again.
    pub fn begin_again(&self, dialect: Dialect, id: &str) -> String {
        format!("UPDATE {} SET begun = done + 1 WHERE id = {}", self.name(dialect), dialect.quote_text(id))
    }

    /// Closes the row of a revision that was applied.
    pub fn close(&self, dialect: Dialect, revision: &Revision) -> String {
        // The clock that opened the row is the clock that closes it.
        let elapsed = match dialect {
            Dialect::Postgres => milliseconds_since("applied_at"),
            Dialect::MySql | Dialect::MariaDb => {
                "TIMESTAMPDIFF(MICROSECOND, applied_at, UTC_TIMESTAMP(6)) DIV 1000".to_string()
            }
            Dialect::Sqlite => {
                "CAST(round((julianday('now') - julianday(applied_at)) * 86400000.0) AS INTEGER)".to_string()
            }
        };
        format!(
            "UPDATE {} SET state = 'applied', begun = 0, done = 0, duration_ms = {elapsed}, seal = {} WHERE id = {}",
            self.name(dialect),
            seal(revision, dialect),
            dialect.quote_text(&revision.id)
        )
    }

    /// Opens the row of a revision that is about to be taken back.
    pub fn open_down(&self, dialect: Dialect, id: &str) -> String {
        format!(
            "UPDATE {} SET state = 'reverting', begun = 1, done = 0, prefix = '{}', seal = -seal WHERE id = {}",
            self.name(dialect),
            Prefix::EMPTY,
            dialect.quote_text(id)
        )
    }

    /// Removes the row of a revision that was taken back, or is to count as not applied.
    pub fn delete(&self, dialect: Dialect, id: &str) -> String {
        format!("DELETE FROM {} WHERE id = {}", self.name(dialect), dialect.quote_text(id))
    }

    /// Removes the row of a revision that was opened ahead and is not to be begun (see
    /// [`Script::open_ahead`](crate::script::Script::open_ahead)).
    pub fn withdraw(&self, dialect: Dialect, id: &str) -> String {
        format!("{} AND state = '{}' AND done = 0", self.delete(dialect, id), RowState::Applying.name())
    }

    /// A table that belongs to the ledger and is called like it.
    fn beside(&self, suffix: &str) -> Ledger {
        let table = &self.table[..self.table.floor_char_boundary(LONGEST_NAME - suffix.len())];
        Ledger { schema: self.schema.clone(), table: format!("{table}{suffix}").into() }
    }

    /// The table beside the ledger that stands in for locks where a lease does (see [`crate::lease`]).
    pub fn lease(&self) -> Ledger {
        self.beside("_lease")
    }

    /// The names, without a schema, of the tables that may be there for this ledger: its own, that of its lease, and that of
    /// its repairs.
    pub fn tables(&self) -> [Text; 3] {
        [self.table.clone(), self.lease().table, self.repairs().table]
    }

    /// A number that stands for this ledger in PostgreSQL's advisory locks, which are per database.
    pub fn lock_key(&self) -> i64 {
        let schema = self.schema.as_deref().unwrap_or("");
        fnv1a(Prefix::EMPTY.0, ["migrate", schema, "\0", &self.table]) as i64
    }

    /// The same for a transaction of a run whose lock is held elsewhere. A killed process loses the lock at once, while the
    /// server goes on with what it was sent.
    pub fn work_key(&self) -> i64 {
        fnv1a(self.lock_key() as u64, ["work"]) as i64
    }

    /// An expression for the name of this ledger's lock on MySQL and MariaDB, where `GET_LOCK` is for the whole server
    /// and a name has at most 64 characters.
    pub fn lock_name(&self) -> String {
        let database = match &self.schema {
            Some(schema) => Dialect::MySql.quote_text(schema),
            None => "COALESCE(DATABASE(), '')".into(),
        };
        let table = Dialect::MySql.quote_text(&self.table);
        format!("CONCAT('migrate:', MD5(CONCAT({database}, '.', {table})))")
    }
}

/// The longest name that all servers take, in bytes.
const LONGEST_NAME: usize = 63;

/// Who applies: an expression for the server's user, and the host of the client.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppliedBy {
    /// The client's host or any other text; it goes behind an `@`. Empty = nothing is known.
    pub client: String,
}

impl AppliedBy {
    fn sql(&self, dialect: Dialect) -> String {
        let at = if self.client.is_empty() { String::new() } else { format!("@{}", self.client) };
        match dialect {
            Dialect::Postgres if at.is_empty() => "current_user".into(),
            Dialect::Postgres => format!("current_user || {}", dialect.quote_text(&at)),
            Dialect::MySql | Dialect::MariaDb => {
                format!("CONCAT(SUBSTRING_INDEX(CURRENT_USER(), '@', 1), {})", dialect.quote_text(&at))
            }
            // SQLite has no users.
            Dialect::Sqlite => dialect.quote_text(&self.client),
        }
    }
}

/// Tells whether the first statements of a revision are still those that an interrupted run executed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefix(u64);

impl Prefix {
    /// Of no statement.
    pub const EMPTY: Prefix = Prefix(0xcbf2_9ce4_8422_2325);

    /// With one statement more.
    #[must_use]
    pub fn with(self, statement: &Statement) -> Prefix {
        Prefix(fnv1a(self.0, [statement.sql.as_ref(), "\0"]))
    }

    /// Of these statements.
    pub fn of(statements: &[Statement]) -> Prefix {
        statements.iter().fold(Prefix::EMPTY, Prefix::with)
    }
}

/// Sixteen hexadecimal digits, as in the ledger.
impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// FNV-1a, 64 bits. It finds accidents, not attacks, and must never change: its values stand in databases.
fn fnv1a<'a>(start: u64, texts: impl IntoIterator<Item = &'a str>) -> u64 {
    let bytes = texts.into_iter().flat_map(str::bytes);
    bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// By which clock the row of a revision is written.
#[derive(Clone, Copy)]
enum Clock {
    /// It is the time at which the row is written, and nothing has run yet.
    Running,
    /// It is the time at which the transaction began, and all has run.
    OfTransaction,
}

/// An expression of PostgreSQL's.
fn milliseconds_since(time: &str) -> String {
    format!("(extract(epoch FROM clock_timestamp() - {time}) * 1000)::bigint")
}

fn now(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Postgres => "clock_timestamp()",
        Dialect::MySql | Dialect::MariaDb => "UTC_TIMESTAMP(6)",
        Dialect::Sqlite => "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    }
}

/// A column of the server's time as text: `2026-11-20T18:42:04.123Z`.
fn utc(dialect: Dialect, column: &str) -> String {
    match dialect {
        Dialect::Postgres => format!("to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"),
        // DATE_FORMAT has microseconds only.
        Dialect::MySql | Dialect::MariaDb => {
            format!("CONCAT(SUBSTRING(DATE_FORMAT({column}, '%Y-%m-%dT%H:%i:%s.%f'), 1, 23), 'Z')")
        }
        Dialect::Sqlite => column.into(),
    }
}

/// The literal for the column `down`: NULL means that there is no way back; a merge, which does nothing, has one that does
/// nothing.
fn stored_down(of: &Revision, dialect: Dialect) -> String {
    let nothing = || of.body(Direction::Up, dialect).is_none_or(|up| up.statements.is_empty());
    let down = match of.body(Direction::Down, dialect) {
        _ if of.irreversible.is_some() => None,
        Some(down) => Some(StoredDown::write(down.transactional, &down.statements)),
        None if nothing() => Some(StoredDown::write(true, &[])),
        None => None,
    };
    down.map_or_else(|| "NULL".into(), |down| dialect.quote_text(&down))
}

fn quoted_list<'a>(dialect: Dialect, ids: impl IntoIterator<Item = &'a str>) -> String {
    let ids: Vec<String> = ids.into_iter().map(|id| dialect.quote_text(id)).collect();
    ids.join(", ")
}
