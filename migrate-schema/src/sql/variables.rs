//! System variables of MySQL and MariaDB that migrations set. There are many more, and others in each version: one that is not
//! here may be there.

use crate::diagnostic::distance;

/// A line each: name, what it holds, and who can set it where that is not everybody.
const VARIABLES: &str = include_str!("variables.txt");

/// Modes of both servers, also of old versions.
const MODES: &[&str] = &[
    "ALLOW_INVALID_DATES",
    "ANSI",
    "ANSI_QUOTES",
    "DB2",
    "EMPTY_STRING_IS_NULL",
    "ERROR_FOR_DIVISION_BY_ZERO",
    "HIGH_NOT_PRECEDENCE",
    "IGNORE_BAD_TABLE_OPTIONS",
    "IGNORE_SPACE",
    "MAXDB",
    "MSSQL",
    "MYSQL323",
    "MYSQL40",
    "NO_AUTO_CREATE_USER",
    "NO_AUTO_VALUE_ON_ZERO",
    "NO_BACKSLASH_ESCAPES",
    "NO_DIR_IN_CREATE",
    "NO_ENGINE_SUBSTITUTION",
    "NO_FIELD_OPTIONS",
    "NO_KEY_OPTIONS",
    "NO_TABLE_OPTIONS",
    "NO_UNSIGNED_SUBTRACTION",
    "NO_ZERO_DATE",
    "NO_ZERO_IN_DATE",
    "ONLY_FULL_GROUP_BY",
    "ORACLE",
    "PAD_CHAR_TO_FULL_LENGTH",
    "PIPES_AS_CONCAT",
    "POSTGRESQL",
    "REAL_AS_FLOAT",
    "SIMULTANEOUS_ASSIGNMENT",
    "STRICT_ALL_TABLES",
    "STRICT_TRANS_TABLES",
    "TIME_ROUND_FRACTIONAL",
    "TIME_TRUNCATE_FRACTIONAL",
    "TRADITIONAL",
];

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// `ON` or `OFF`.
    Switch,
    /// A number.
    Number,
    /// A character set.
    Charset,
    /// A collation.
    Collation,
    /// SQL modes.
    Mode,
    /// Something else.
    Other,
}

/// Who can set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// A session for itself, and mostly the server for all.
    Both,
    /// Only the server for all.
    Server,
    /// Nobody while the server runs.
    Nobody,
}

/// A variable.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variable {
    pub(crate) sort: Sort,
    pub(crate) reach: Reach,
}

/// A variable by its name in lower case.
pub(crate) fn variable(name: &str) -> Option<Variable> {
    VARIABLES.lines().find_map(|line| {
        let mut words = line.split(' ');
        if words.next() != Some(name) {
            return None;
        }
        let sort = match words.next() {
            Some("s") => Sort::Switch,
            Some("n") => Sort::Number,
            Some("c") => Sort::Charset,
            Some("l") => Sort::Collation,
            Some("m") => Sort::Mode,
            _ => Sort::Other,
        };
        let reach = match words.next() {
            Some("server") => Reach::Server,
            Some("nobody") => Reach::Nobody,
            _ => Reach::Both,
        };
        Some(Variable { sort, reach })
    })
}

/// The variable that was surely meant by a name that is none of them: long ones differ from each other by more.
pub(crate) fn slip(name: &str) -> Option<&'static str> {
    let limit = if name.len() < 8 { return None } else { 1 + name.len() / 12 };
    let names = VARIABLES.lines().filter_map(|line| line.split(' ').next());
    let near = names.map(|own| (distance(name, own), own)).filter(|(edits, _)| *edits <= limit);
    near.min_by_key(|(edits, _)| *edits).map(|(_, own)| own)
}

/// The mode that was surely meant by a word that is none.
pub(crate) fn unknown_mode(mode: &str) -> Option<&'static str> {
    let upper = mode.to_ascii_uppercase();
    if MODES.contains(&&*upper) || upper.len() < 6 {
        return None;
    }
    MODES.iter().copied().find(|own| distance(&upper, own) <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found() {
        assert_eq!(slip("foreign_keys_checks"), Some("foreign_key_checks"));
        assert_eq!(slip("unique_check"), Some("unique_checks"));
        assert_eq!(unknown_mode("STRICT_TRANS_TABLE"), Some("STRICT_TRANS_TABLES"));
        for name in ["innodb_flush_log_at_timeout", "tmp_disk_table_size", "max_digest_length"] {
            assert_eq!(slip(name), None);
        }
    }
}
