//! The functions of SQLite, MySQL and MariaDB: what they are, and how many arguments they take.

use std::sync::OnceLock;

use migrate_core::Dialect;

use crate::diagnostic::distance;

/// A line each, sorted: name, kind, fewest and most arguments where the call is refused with others.
const MYSQL: &str = include_str!("functions/mysql.txt");
const SQLITE: &str = include_str!("functions/sqlite.txt");

/// Functions of other servers which nobody brings along, and what stands for them.
const STRANGERS: &[(&str, &str, &str)] = &[
    // name, in SQLite, in MySQL; an empty one is no stranger there
    ("array_agg", "`json_group_array`", "`json_arrayagg`"),
    ("curdate", "`date('now')`", ""),
    ("date_format", "`strftime`", ""),
    ("dateadd", "`date(…, '+1 day')`", "`date_add`"),
    ("from_unixtime", "`datetime(…, 'unixepoch')`", ""),
    ("gen_random_uuid", "`lower(hex(randomblob(16)))`", ""),
    ("getdate", "`CURRENT_TIMESTAMP`", "`now()`"),
    ("julianday", "", "`to_days`"),
    ("last_insert_id", "`last_insert_rowid()`", ""),
    ("last_insert_rowid", "", "`last_insert_id()`"),
    ("left", "`substr(…, 1, n)`", ""),
    ("now", "`CURRENT_TIMESTAMP`", ""),
    ("str_to_date", "`date`", ""),
    ("strftime", "", "`date_format`"),
    ("string_agg", "", "`group_concat`"),
    ("to_char", "`strftime`", ""),
    ("unix_timestamp", "`unixepoch()`", ""),
];

/// What a function is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// One value for one row.
    Plain,
    /// One value for many rows.
    Aggregate,
    /// Only with `OVER`.
    Window,
}

/// A function that the server brings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Function {
    pub(crate) sort: Sort,
    /// The fewest and the most arguments, where that is known; no most is any number.
    pub(crate) arguments: Option<(usize, Option<usize>)>,
}

fn all(dialect: Dialect) -> &'static [(&'static str, Function)] {
    static OF_MYSQL: OnceLock<Vec<(&str, Function)>> = OnceLock::new();
    static OF_SQLITE: OnceLock<Vec<(&str, Function)>> = OnceLock::new();
    match dialect {
        Dialect::Postgres => &[],
        Dialect::MySql | Dialect::MariaDb => OF_MYSQL.get_or_init(|| MYSQL.lines().map(line).collect()),
        Dialect::Sqlite => OF_SQLITE.get_or_init(|| SQLITE.lines().map(line).collect()),
    }
}

fn line(line: &'static str) -> (&'static str, Function) {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default();
    let sort = match words.next() {
        Some("a") => Sort::Aggregate,
        Some("w") => Sort::Window,
        _ => Sort::Plain,
    };
    let fewest = words.next().and_then(|word| word.parse().ok());
    let most = words.next().and_then(|word| word.parse().ok());
    (name, Function { sort, arguments: fewest.map(|fewest| (fewest, most)) })
}

/// A function by its name in lower case.
pub(crate) fn function(name: &str, dialect: Dialect) -> Option<Function> {
    let all = all(dialect);
    all.binary_search_by(|(own, _)| (*own).cmp(name)).ok().map(|at| all[at].1)
}

/// How many letters may differ where a name is surely a slip; none in short ones, of which too many are alike.
fn slips(name: &str) -> usize {
    match name.len() {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// What to write instead of a function that is surely not there: one that is a slip away, or does the same.
pub(crate) fn instead(name: &str, dialect: Dialect) -> Option<String> {
    let geometry = dialect.is_mysql_family() && (name.starts_with("st_") || name.starts_with("mbr"));
    if function(name, dialect).is_some() || geometry {
        return None;
    }
    if let Some((_, sqlite, mysql)) = STRANGERS.iter().find(|(own, ..)| *own == name) {
        let text = if dialect == Dialect::Sqlite { sqlite } else { mysql };
        return (!text.is_empty()).then(|| format!("{text} does that here"));
    }
    let limit = slips(name);
    let near = all(dialect).iter().filter(|(own, _)| own.len() > 2 && own.len().abs_diff(name.len()) <= limit);
    // `uuid4` beside `uuid` is no slip but another function, which the program may bring.
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = near.filter(|(own, _)| digits(own) == digits(name));
    let near = near.map(|(own, _)| (distance(name, own), *own)).filter(|(edits, _)| *edits <= limit);
    near.min_by_key(|(edits, _)| *edits).map(|(_, own)| format!("did you mean `{own}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_sorted() {
        for dialect in [Dialect::MySql, Dialect::Sqlite] {
            assert!(all(dialect).is_sorted_by(|one, other| one.0 < other.0));
        }
        assert!(STRANGERS.is_sorted());
    }

    #[test]
    fn slips_are_found() {
        assert_eq!(instead("countx", Dialect::Sqlite).as_deref(), Some("did you mean `count`?"));
        assert_eq!(instead("now", Dialect::Sqlite).as_deref(), Some("`CURRENT_TIMESTAMP` does that here"));
        for name in ["count", "nosuch", "st_anything", "uuid"] {
            assert_eq!(instead(name, Dialect::MariaDb), None);
        }
        assert_eq!(instead("uuid4", Dialect::Sqlite), None);
    }
}
