//! The dialect that another tool's own file names.

use migrate_core::{Dialect, DialectSet};

use super::Finish;
use crate::diagnostic::{Diagnostic, layouts as codes};
use crate::source::Place;

/// Compares the dialect that stands at `at` in a file of the tool's with those of the set. `what` is how the tool calls it.
pub(super) fn check(finish: &Finish<'_>, what: &str, name: &str, at: Place, out: &mut Vec<Diagnostic>) {
    let speaks: DialectSet = match name {
        "postgresql" | "postgres" | "pg" | "cockroachdb" => [Dialect::Postgres].into_iter().collect(),
        "mysql" => [Dialect::MySql, Dialect::MariaDb].into_iter().collect(),
        "sqlite" | "turso" => [Dialect::Sqlite].into_iter().collect(),
        _ => DialectSet::EMPTY,
    };
    let wrong: Vec<String> = finish
        .dialects
        .iter()
        .filter(|&dialect| !speaks.contains(dialect))
        .map(|dialect| format!("`{dialect}`"))
        .collect();
    if speaks.is_empty() {
        let message = format!("the {what} `{name}` is none that is known here");
        out.push(Diagnostic::error(&codes::SIDE_FILE, message).at(at, ""));
    } else if !wrong.is_empty() {
        let message = format!("the migrations are for `{name}`, and the set is for {}", wrong.join(", "));
        let first = speaks.iter().next().unwrap_or(Dialect::Postgres);
        out.push(
            Diagnostic::error(&codes::SIDE_FILE, message)
                .at(at, "")
                .help(format!("set `dialect = \"{first}\"` in `migrate.toml`")),
        );
    }
}
