//! What PostgreSQL is sent: the guard in front of an atomic unit, its limits, the message as one text, and where in it
//! something went wrong.

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::limits::Limits;
use migrate_core::script::{Unit, terminator};
use sqlx::postgres::{PgDatabaseError, PgErrorPosition};

/// SQLSTATEs of our own that the guard raises; PostgreSQL leaves classes that begin with I to Z to others.
pub(super) const BUSY: &str = "MG001";
pub(super) const CHANGED: &str = "MG002";

/// Sets a setting of the session.
pub(super) fn set(name: &str, value: &str) -> String {
    format!("SELECT set_config('{name}', {}, false)", Dialect::Postgres.quote_text(value))
}

/// Sets the limits for a transaction.
pub(super) fn set_local(limits: &Limits) -> String {
    let mut out = match limits.table_lock.milliseconds() {
        Some(milliseconds) => format!("SET LOCAL lock_timeout = {milliseconds};\n"),
        // The server's own setting, if it has one, is somebody's word.
        None => format!(
            "SELECT set_config('lock_timeout', '{}', true) WHERE current_setting('lock_timeout') = '0';\n",
            Limits::TABLE_LOCK.as_millis()
        ),
    };
    let statement = limits.statement.milliseconds();
    out.extend(statement.map(|milliseconds| format!("SET LOCAL statement_timeout = {milliseconds};\n")));
    out
}

/// The same in the body of a `DO`.
fn set_in_block(limits: &Limits) -> String {
    let text = set_local(limits).replace("SELECT set_config", "PERFORM set_config");
    text.replace('\n', "\n    ")
}

/// Takes the lock and checks that the ledger is what the plan was made from. Each statement of a `DO` block sees what
/// was committed before it began, so the check sees what the lock's last holder did.
pub(super) fn guard(unit: &Unit, ledger: &Ledger, limits: &Limits, keys: &[i64]) -> String {
    let holds = match &unit.expect {
        Some(expect) => ledger.condition(Dialect::Postgres, expect),
        None => ledger.missing_in_postgres(),
    };
    let holds = match &unit.also {
        Some(also) => format!("{holds} AND {also}"),
        None => holds,
    };
    let locks: Vec<String> = keys.iter().map(|key| format!("pg_try_advisory_xact_lock({key})")).collect();
    let lock = match locks.is_empty() {
        true => String::new(),
        false => format!(
            "IF NOT ({}) THEN\n        \
             RAISE EXCEPTION 'another process is migrating' USING ERRCODE = '{BUSY}';\n    \
             END IF;\n    ",
            locks.join(" AND ")
        ),
    };
    let body = format!(
        "BEGIN\n    {}{lock}\
         IF NOT ({holds}) THEN\n        \
         RAISE EXCEPTION 'another process has migrated' USING ERRCODE = '{CHANGED}';\n    \
         END IF;\nEND",
        set_in_block(limits),
    );
    let mut tag = String::from("$migrate$");
    while body.contains(&tag) {
        tag.insert(1, '_');
    }
    format!("DO {tag}\n{body}\n{tag}")
}

/// The pieces of a unit as one text, and where each begins in it.
pub(super) struct Message {
    pub(super) sql: String,
    /// Index of the piece (none for the guard) and offset of its first character, in characters.
    pub(super) starts: Vec<(Option<usize>, usize)>,
}

impl Message {
    pub(super) fn new(unit: &Unit, guard: &str) -> Message {
        let mut message = Message { sql: String::new(), starts: Vec::new() };
        let mut characters = 0;
        let mut push = |piece: Option<usize>, sql: &str| {
            message.starts.push((piece, characters));
            let end = terminator(sql);
            message.sql.push_str(sql);
            message.sql.push_str(end);
            characters += sql.chars().count() + end.len();
        };
        for (i, piece) in unit.pieces.iter().enumerate() {
            push(Some(i), piece.sql());
            if i == 0 {
                push(None, guard);
            }
        }
        message
    }

    /// Which piece failed, and where in it. Errors that are found when the message is read have only a position, errors
    /// that are found when a statement runs may have none; then the results tell which statement it was.
    pub(super) fn locate(&self, completed: usize, position: Option<usize>) -> (Option<usize>, Option<usize>) {
        match position {
            Some(position) => {
                let offset = position.saturating_sub(1);
                let at = self.starts.partition_point(|(_, start)| *start <= offset).saturating_sub(1);
                let (piece, start) = self.starts[at];
                (piece, Some(offset - start))
            }
            None => (self.starts.get(completed).and_then(|(piece, _)| *piece), None),
        }
    }
}

fn postgres_error(error: &sqlx::Error) -> Option<&PgDatabaseError> {
    error.as_database_error()?.try_downcast_ref()
}

pub(super) fn sqlstate(error: &sqlx::Error) -> Option<&str> {
    postgres_error(error).map(PgDatabaseError::code)
}

/// In characters of the message, from 1.
pub(super) fn position(error: &sqlx::Error) -> Option<usize> {
    match postgres_error(error)?.position()? {
        PgErrorPosition::Original(position) => Some(position),
        // In a query that the server made itself, such as a statement of a function: it is not in our text.
        PgErrorPosition::Internal { .. } => None,
    }
}
