//! The rows of a database, and whether they have come through.

use std::collections::{BTreeMap, BTreeSet};

use migrate_schema::diff::loss::{Loss, LossKind};
use migrate_schema::diff::rename::Rename;

use super::Connected;
use super::snapshot::{mysql_rows, postgres_rows, sqlite_rows};

/// What all rows hold. Columns that are computed are none of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    tables: BTreeMap<String, Table>,
    /// What the queries of the case gave.
    kept: Vec<Vec<String>>,
}

#[derive(Debug, Clone, Default)]
struct Table {
    columns: Vec<String>,
    /// Each with a value for each column; none is null.
    rows: Vec<Vec<Option<String>>>,
}

const POSTGRES: &str =
    "SELECT c.oid::regclass::text || chr(31) || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)' ORDER BY 1, a.attnum";

const MARIADB: &str = "SELECT CONCAT(c.table_name, CHAR(31), c.column_name) FROM information_schema.columns c
JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' ORDER BY 1";

const SQLITE: &str =
    "SELECT lower(t.name) || char(31) || lower(c.name) FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0 ORDER BY 1";

impl Rows {
    /// Reads all of them, and asks the queries.
    pub(super) async fn of(connected: &mut Connected, keeps: &[String]) -> Rows {
        let mut rows = Rows::default();
        let list = match connected {
            Connected::Postgres(_) => texts(connected, POSTGRES).await,
            Connected::MariaDb(_) => texts(connected, MARIADB).await,
            Connected::Sqlite(_) => texts(connected, SQLITE).await,
        };
        for line in list {
            let (table, column) = line.split_once(BETWEEN).expect("a table and a column");
            rows.tables.entry(table.to_owned()).or_default().columns.push(column.to_owned());
        }
        for (name, table) in &mut rows.tables {
            let sql = match connected {
                Connected::Postgres(_) => {
                    let value =
                        |column: &String| format!("coalesce('=' || \"{}\"::text, 'N')", column.replace('"', "\"\""));
                    let values: Vec<String> = table.columns.iter().map(value).collect();
                    format!("SELECT {} FROM {name}", values.join(" || chr(31) || "))
                }
                Connected::MariaDb(_) => {
                    let value = |column: &String| {
                        let column = column.replace('`', "``");
                        format!("COALESCE(CONCAT('=', CONVERT(CAST(`{column}` AS CHAR) USING utf8mb4)), 'N')")
                    };
                    let values: Vec<String> = table.columns.iter().map(value).collect();
                    format!("SELECT CONCAT_WS(CHAR(31), {}) FROM `{}`", values.join(", "), name.replace('`', "``"))
                }
                Connected::Sqlite(_) => {
                    let value = |column: &String| {
                        let column = format!("\"{}\"", column.replace('"', "\"\""));
                        format!("coalesce('=' || iif(typeof({column}) = 'blob', quote({column}), {column}), 'N')")
                    };
                    let values: Vec<String> = table.columns.iter().map(value).collect();
                    format!("SELECT {} FROM \"{}\"", values.join(" || char(31) || "), name.replace('"', "\"\""))
                }
            };
            table.rows =
                texts(connected, &sql).await.iter().map(|line| line.split(BETWEEN).map(plain).collect()).collect();
        }
        for query in keeps {
            rows.kept.push(texts(connected, query).await);
        }
        rows
    }

    /// What is no longer as it was, but for what the gates name.
    pub(super) fn lost(&self, now: &Rows, renames: &[Rename], gates: &[Loss]) -> Option<String> {
        let mut out = String::new();
        for (before, after) in self.kept.iter().zip(&now.kept) {
            if before != after {
                out.push_str(&format!("  is not kept: {before:?} became {after:?}\n"));
            }
        }
        for (name, table) in &self.tables {
            let new_name = renames.iter().find(|rename| rename.table.is_none() && rename.from == *name);
            let new_name = new_name.map_or(name, |rename| &rename.to);
            let Some(new) = now.tables.get(new_name) else { continue };
            if gates.iter().any(|gate| gate.kind == LossKind::DropTable && is_of(&gate.what, [name, new_name])) {
                continue;
            }
            let mut sure = Vec::new();
            for (at, column) in table.columns.iter().enumerate() {
                let renamed = |rename: &&Rename| {
                    rename.table.as_ref().is_some_and(|of| of == name || of == new_name) && rename.from == *column
                };
                let new_column = renames.iter().find(renamed).map_or(column, |rename| &rename.to);
                let Some(there) = new.columns.iter().position(|other| other == new_column) else { continue };
                let gated = |gate: &Loss| {
                    gate.kind == LossKind::DropValue
                        || [name, new_name].iter().any(|table| {
                            [column, new_column].iter().any(|column| is_of(&gate.what, [&format!("{table}.{column}")]))
                        })
                };
                if gates.iter().any(gated) {
                    continue;
                }
                let (before, after) = (table.values(at), new.values(there));
                // Where null is no value any more, rows get one.
                let filled =
                    before.first() == Some(&None) && after.first() != Some(&None) && before.len() == after.len();
                if filled && is_within(&before, &after) {
                    continue;
                }
                if before == after {
                    sure.push((at, there));
                } else {
                    out.push_str(&format!("  {name}.{column}: {before:?} became {after:?}\n"));
                }
            }
            let (before, after): (Vec<_>, Vec<_>) = sure.into_iter().unzip();
            if out.is_empty() && table.part(&before) != new.part(&after) {
                out.push_str(&format!("  {name}: {:?} became {:?}\n", table.part(&before), new.part(&after)));
            }
        }
        (!out.is_empty()).then_some(out)
    }
}

impl Table {
    fn values(&self, at: usize) -> Vec<Option<String>> {
        self.part(&[at]).into_iter().map(|mut row| row.remove(0)).collect()
    }

    /// These columns of all rows, in an order that says nothing.
    fn part(&self, columns: &[usize]) -> Vec<Vec<Option<String>>> {
        let row = |row: &Vec<Option<String>>| columns.iter().map(|&at| row[at].clone()).collect();
        let mut rows: Vec<Vec<Option<String>>> = self.rows.iter().map(row).collect();
        rows.sort();
        rows
    }
}

/// Stands between values, and between a table and its column.
const BETWEEN: char = '\u{1f}';

/// Whether a gate, with the schema or without, is about one of these.
fn is_of<const N: usize>(what: &str, names: [&String; N]) -> bool {
    let what = what.to_lowercase();
    names.iter().any(|name| {
        let name = name.to_lowercase();
        what == name || what.ends_with(&format!(".{name}")) || name.ends_with(&format!(".{what}"))
    })
}

/// Whether all values, but for nulls, are among others.
fn is_within(values: &[Option<String>], others: &[Option<String>]) -> bool {
    let mut free: Vec<&Option<String>> = others.iter().collect();
    let distinct: BTreeSet<&Option<String>> = values.iter().collect();
    distinct.len() <= values.len()
        && values.iter().filter(|value| value.is_some()).all(|value| {
            let at = free.iter().position(|other| *other == value);
            at.map(|at| free.swap_remove(at)).is_some()
        })
}

/// A value without what types write differently although it is the same: 1, 1.0 and 1.00, a day and its first second.
fn plain(text: &str) -> Option<String> {
    let text = text.strip_prefix('=')?;
    let digits = text.strip_prefix('-').unwrap_or(text);
    let broken = digits.contains('.') && digits.chars().all(|c| c.is_ascii_digit() || "-: .".contains(c));
    let text = if broken { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    Some(text.strip_suffix(" 00:00:00").unwrap_or(text).to_owned())
}

async fn texts(connected: &mut Connected, sql: &str) -> Vec<String> {
    match connected {
        Connected::Postgres(connection) => postgres_rows(connection, sql).await,
        Connected::MariaDb(connection) => {
            mysql_rows(connection, sql.to_owned()).await.into_iter().map(|mut row| row.remove(0)).collect()
        }
        Connected::Sqlite(connection) => sqlite_rows(connection, sql).await,
    }
}
