//! Words of PL/pgSQL, and the names of the server's errors.

/// The names by which errors are caught and raised; each server adds to them.
const CONDITIONS: &str = include_str!("conditions.txt");

/// Words that SQL statements begin with.
pub(super) const SQL: &[&str] = &[
    "ABORT",
    "ALTER",
    "ANALYSE",
    "ANALYZE",
    "CALL",
    "CHECKPOINT",
    "CLUSTER",
    "COMMENT",
    "COMMIT",
    "COPY",
    "CREATE",
    "DEALLOCATE",
    "DECLARE",
    "DELETE",
    "DISCARD",
    "DO",
    "DROP",
    "EXECUTE",
    "EXPLAIN",
    "GRANT",
    "IMPORT",
    "INSERT",
    "LISTEN",
    "LOAD",
    "LOCK",
    "MERGE",
    "MOVE",
    "NOTIFY",
    "PREPARE",
    "REASSIGN",
    "REFRESH",
    "REINDEX",
    "RELEASE",
    "RESET",
    "REVOKE",
    "ROLLBACK",
    "SAVEPOINT",
    "SECURITY",
    "SELECT",
    "SET",
    "SHOW",
    "START",
    "TABLE",
    "TRUNCATE",
    "UNLISTEN",
    "UPDATE",
    "VACUUM",
    "VALUES",
    "WITH",
    "FETCH",
    "CLOSE",
    "REPACK",
    "WAIT",
];

/// Words that statements of the language itself begin with.
const OWN: &[&str] = &[
    "IF",
    "CASE",
    "LOOP",
    "WHILE",
    "FOR",
    "FOREACH",
    "EXIT",
    "CONTINUE",
    "RETURN",
    "RAISE",
    "ASSERT",
    "PERFORM",
    "GET",
    "OPEN",
    "BEGIN",
    "NULL",
    "ELSE",
    "ELSIF",
    "ELSEIF",
    "WHEN",
    "EXCEPTION",
];

pub(super) fn begins(word: &str) -> bool {
    SQL.iter().chain(OWN).any(|own| own.eq_ignore_ascii_case(word))
}

/// All words that a statement begins with, for a suggestion.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    SQL.iter().chain(OWN).copied()
}

pub(super) fn conditions() -> impl Iterator<Item = &'static str> {
    CONDITIONS.lines()
}

pub(super) fn is_condition(name: &str) -> bool {
    conditions().any(|known| known == name)
}
