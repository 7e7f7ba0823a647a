//! A lock for servers that have no advisory locks: a row that says who is migrating and until when, by the server's own
//! clock. Who holds it renews it while it works; who does not is passed over when its time is up.
//!
//! A holder whose time is up may still be at work: it slept, or its network did. So each write of the ledger is fenced: a
//! statement before it fails where the row is not this holder's any more.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::dialect::Dialect;
use crate::ledger::Ledger;
use crate::script::{Piece, Script};

/// What keeps two processes from migrating one database at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lock {
    /// The server's own locks.
    #[default]
    Server,
    /// A row in a table beside the ledger.
    Lease,
}

impl Lock {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Lock); 2] = [("server", Lock::Server), ("lease", Lock::Lease)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Lock::Server => "server",
            Lock::Lease => "lease",
        }
    }
}

/// The lease of one holder, as SQL.
#[derive(Debug, Clone)]
pub struct Lease<'l> {
    /// The ledger that it protects.
    pub ledger: &'l Ledger,
    /// What no other holder has.
    pub owner: &'l str,
    /// Who it is, for people.
    pub holder: &'l str,
}

impl Lease<'_> {
    /// For how many seconds it holds if it is not renewed.
    pub const SECONDS: u32 = 10;

    /// What the server's message holds when a fence was not passed.
    pub const LOST: &'static str = "the lease was lost";

    fn table(&self, dialect: Dialect) -> String {
        self.ledger.lease().name(dialect)
    }

    /// Makes its table.
    pub fn create(&self, dialect: Dialect) -> String {
        let table = self.table(dialect);
        let (text, time, more) = match dialect {
            Dialect::Postgres => ("varchar(255)", "timestamptz", ""),
            Dialect::MySql | Dialect::MariaDb => {
                ("varchar(255)", "datetime(6)", " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
            }
            Dialect::Sqlite => ("TEXT", "TEXT", ""),
        };
        format!(
            "CREATE TABLE IF NOT EXISTS {table} (\n    id integer PRIMARY KEY,\n    owner {text} NOT NULL,\n    holder {text} NOT \
             NULL,\n    since {time} NOT NULL,\n    expires {time} NOT NULL\n){more}"
        )
    }

    /// Takes it where it is free or its time is up: one row is changed, or none.
    pub fn take(&self, dialect: Dialect) -> String {
        let text = |text: &str| dialect.quote_text(text);
        let (owner, holder) = (text(self.owner), text(self.holder));
        format!(
            "UPDATE {} SET owner = {owner}, holder = {holder}, since = {now}, expires = {later} WHERE id = 1 AND (owner IN ('', \
             {owner}) OR expires < {now})",
            self.table(dialect),
            now = now(dialect, 0),
            later = now(dialect, Lease::SECONDS),
        )
    }

    /// Takes it where nobody ever had it: one row is written, or none, or another one was quicker and its key is there.
    pub fn take_first(&self, dialect: Dialect) -> String {
        let text = |text: &str| dialect.quote_text(text);
        let table = self.table(dialect);
        format!(
            "INSERT INTO {table} (id, owner, holder, since, expires) SELECT 1, {}, {}, {}, {} WHERE NOT EXISTS (SELECT 1 FROM \
             {table})",
            text(self.owner),
            text(self.holder),
            now(dialect, 0),
            now(dialect, Lease::SECONDS),
        )
    }

    /// Renews it: one row is changed if it still is this holder's.
    pub fn renew(&self, dialect: Dialect) -> String {
        let (table, owner) = (self.table(dialect), dialect.quote_text(self.owner));
        format!("UPDATE {table} SET expires = {} WHERE owner = {owner}", now(dialect, Lease::SECONDS))
    }

    /// Gives it back.
    pub fn release(&self, dialect: Dialect) -> String {
        let (table, owner) = (self.table(dialect), dialect.quote_text(self.owner));
        format!("UPDATE {table} SET owner = '', expires = {} WHERE owner = {owner}", now(dialect, 0))
    }

    /// Who has it, as one text.
    pub fn who(&self, dialect: Dialect) -> String {
        let table = self.table(dialect);
        let text = match dialect {
            Dialect::Postgres => {
                "holder || ', since ' || to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'"
            }
            Dialect::MySql | Dialect::MariaDb => {
                "CONVERT(CONCAT(holder, ', since ', DATE_FORMAT(since, '%Y-%m-%d %H:%i:%s'), ' UTC') USING utf8mb4)"
            }
            Dialect::Sqlite => "holder || ', since ' || substr(since, 1, 10) || ' ' || substr(since, 12, 8) || ' UTC'",
        };
        format!("SELECT {text} FROM {table} WHERE owner <> ''")
    }

    /// A query that fails, and says [`Lease::LOST`], where it is not this holder's any more.
    pub fn fence(&self, dialect: Dialect) -> String {
        let (table, owner) = (self.table(dialect), dialect.quote_text(self.owner));
        let lost = dialect.quote_text(Lease::LOST);
        match dialect {
            // Until the transaction ends nobody takes it. The count keeps planners from reading the text too early.
            Dialect::Postgres => format!(
                "SELECT CASE WHEN count(*) = 1 THEN 1 ELSE ({lost} || count(*))::int END FROM (SELECT 1 FROM {table} WHERE owner \
                 = {owner} FOR UPDATE) l"
            ),
            // An expression that is out of range is quoted in the message. DO would hide the error.
            Dialect::MySql | Dialect::MariaDb => format!(
                "SELECT IF(count(*) = 1, 1, EXP(count(*) + 710 + LENGTH({lost}))) FROM {table} WHERE owner = {owner}"
            ),
            Dialect::Sqlite => format!(
                "SELECT CASE WHEN count(*) = 1 THEN 1 ELSE json_extract('{{}}', {lost} || count(*)) END FROM {table} WHERE \
                 owner = {owner}"
            ),
        }
    }

    /// Puts a fence before each write of the ledger; in a transaction one before its end is enough.
    pub fn protect(&self, script: &mut Script) {
        let fence = Piece::Ledger(self.fence(script.dialect));
        for unit in &mut script.units {
            let pieces = core::mem::take(&mut unit.pieces);
            let last = pieces.len().saturating_sub(1);
            let mut moved = Vec::with_capacity(pieces.len());
            for (i, piece) in pieces.into_iter().enumerate() {
                let writes = match &piece {
                    Piece::Ledger(_) => !unit.atomic,
                    Piece::Control(_) => unit.atomic && i == last,
                    Piece::Statement { .. } => false,
                };
                if writes {
                    unit.pieces.push(fence.clone());
                }
                moved.push(unit.pieces.len());
                unit.pieces.push(piece);
            }
            for step in &mut unit.steps {
                step.first_piece = moved.get(step.first_piece).copied().unwrap_or(0);
            }
        }
    }
}

/// The server's time, so many seconds from now.
fn now(dialect: Dialect, seconds: u32) -> String {
    match dialect {
        Dialect::Postgres => format!("clock_timestamp() + interval '{seconds} seconds'"),
        Dialect::MySql | Dialect::MariaDb => format!("UTC_TIMESTAMP(6) + INTERVAL {seconds} SECOND"),
        Dialect::Sqlite => format!("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+{seconds} seconds')"),
    }
}
