//! Words that cannot be names without quotes.

use migrate_core::Dialect;

/// What PostgreSQL does not take as the name of a column or table; sorted.
static POSTGRES: &[&str] = &[
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "binary", "both",
    "case", "cast", "check", "collate", "collation", "column", "concurrently", "constraint", "create", "cross",
    "current_catalog", "current_date", "current_role", "current_schema", "current_time", "current_timestamp",
    "current_user", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "false", "fetch", "for",
    "foreign", "freeze", "from", "full", "grant", "group", "having", "ilike", "in", "initially", "inner", "intersect",
    "into", "is", "isnull", "join", "lateral", "leading", "left", "like", "limit", "localtime", "localtimestamp",
    "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "placing",
    "primary", "references", "returning", "right", "select", "session_user", "similar", "some", "symmetric",
    "system_user", "table", "tablesample", "then", "to", "trailing", "true", "union", "unique", "user", "using",
    "variadic", "verbose", "when", "where", "window", "with",
];

/// What SQLite does not take as the name of a column or table; sorted.
static SQLITE: &[&str] = &[
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit", "constraint",
    "create", "cross", "current_date", "current_time", "current_timestamp", "default", "deferrable", "delete",
    "distinct", "drop", "else", "escape", "except", "exists", "foreign", "from", "full", "group", "having", "if", "in",
    "index", "inner", "insert", "intersect", "into", "is", "isnull", "join", "left", "limit", "natural", "not",
    "nothing", "notnull", "null", "on", "or", "order", "outer", "primary", "references", "returning", "right", "select",
    "set", "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
];

/// Whether a word needs quotes to be the name of a table or column.
pub fn is_reserved(word: &str, dialect: Dialect) -> bool {
    let lower = word.to_ascii_lowercase();
    match dialect {
        Dialect::Postgres => POSTGRES.binary_search(&lower.as_str()).is_ok(),
        Dialect::Sqlite => SQLITE.binary_search(&lower.as_str()).is_ok(),
        Dialect::MySql | Dialect::MariaDb => super::judge::is_reserved_by_mysql(word, dialect == Dialect::MariaDb),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(POSTGRES.is_sorted() && SQLITE.is_sorted());
        assert!(is_reserved("User", Dialect::Postgres) && !is_reserved("user", Dialect::Sqlite));
        assert!(!is_reserved("name", Dialect::Postgres));
    }
}
