//! Words of stored code.

/// Words that begin a body where it is no block.
pub(super) const STARTS: &[&str] = &[
    "BEGIN", "SELECT", "SET", "INSERT", "UPDATE", "DELETE", "REPLACE", "RETURN", "IF", "CASE", "LOOP", "WHILE",
    "REPEAT", "CALL", "WITH", "TRUNCATE", "CREATE", "DROP", "ALTER", "SIGNAL", "DO", "FOR", "COMMIT", "ROLLBACK",
    "START", "USE", "PREPARE", "EXECUTE", "LOCK", "UNLOCK", "DECLARE",
];

/// Settings of the server without an underscore in their names.
pub(super) const SETTINGS: &[&str] = &[
    "autocommit",
    "basedir",
    "datadir",
    "debug",
    "flush",
    "flushtime",
    "hostname",
    "identity",
    "license",
    "maintenance",
    "names",
    "offline",
    "password",
    "plugins",
    "port",
    "profiling",
    "socket",
    "timestamp",
    "tmpdir",
    "transaction",
    "version",
    "warning",
    "role",
    "statement",
    "resource",
    "default",
    "charset",
    "character",
    "profiling",
    "persist",
    "persist_only",
    "insert_id",
    "sql_mode",
];
