//! Prisma: directories `<timestamp>_<name>` with `migration.sql`, and `down.sql` where somebody made one. The whole name of
//! a directory is the id, with dots for what an id cannot hold: Prisma lets two begin with one timestamp.

use migrate_core::{Dialect, DialectSet, Direction};
use toml::de::DeTable;

use super::names::{last, slug, unit};
use super::{Finish, Layout, Part, PartError, Sign, textual};
use crate::diagnostic::{Diagnostic, WHOLE, layouts as codes};
use crate::files::MigrationFile;
use crate::files::Transaction;
use crate::files::parse::Form;
use crate::source::{Place, Span};

pub(super) static LAYOUT: Layout = Layout {
    name: "prisma",
    directories: true,
    names: "Prisma's migrations are directories `<timestamp>_<name>` with `migration.sql`",
    form: Form::Whole(Direction::Up),
    part,
    order: textual,
    transaction: Transaction::AsNeeded,
    sign: |seen| match unit(seen.file) {
        Some((_, "migration.sql")) => Sign::Strong,
        Some(_) | None => Sign::No,
    },
    fits: |_| true,
    side: &[LOCK],
    foreign: &[],
    finish,
};

const LOCK: &str = "migration_lock.toml";

fn part(path: &str) -> Result<Part, PartError> {
    let Some((directory, name)) = unit(path) else {
        return Err(PartError::name("it lies in no directory of its own, and has no `-- migrate:up`"));
    };
    let direction = match name {
        "migration.sql" => Direction::Up,
        "down.sql" => Direction::Down,
        _ if name.eq_ignore_ascii_case("migration.sql") => {
            return Err(PartError::rename("the name is in lower case", format!("{directory}/migration.sql")));
        }
        _ => return Err(PartError::name("only `migration.sql` and `down.sql` are read")),
    };
    let dotted: String = directory.chars().map(|c| if c.is_alphanumeric() { c } else { '.' }).collect();
    let id = dotted.trim_matches('.').to_owned();
    if let Some(why) = crate::files::id_problem(&id) {
        return Err(PartError::name(why));
    }
    let (first, rest) = directory.split_once('_').unwrap_or(("", directory));
    let rest = if first.bytes().all(|byte| byte.is_ascii_digit()) { rest } else { directory };
    Ok(Part { version: id.clone(), slug: slug(rest), direction, sort: directory.to_owned(), id })
}

/// The provider of the lock is the dialect.
fn finish(finish: &Finish<'_>, _: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
    for side in finish.folder.side.iter().filter(|side| last(&side.file) == LOCK) {
        let text = finish.sources.get(side.source).text();
        let place =
            |range: std::ops::Range<usize>| Place { source: side.source, span: Span::new(range.start, range.end) };
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let first = error.message().lines().next().unwrap_or_default();
                let message = format!("`{LOCK}` is not TOML: {first}");
                out.push(Diagnostic::error(&codes::SIDE_FILE, message).at(place(error.span().unwrap_or(0..0)), ""));
                continue;
            }
        };
        let Some(value) = table.get_ref().get("provider") else {
            let at = Place { source: side.source, span: WHOLE };
            out.push(Diagnostic::error(&codes::SIDE_FILE, format!("`{LOCK}` names no `provider`")).at(at, ""));
            continue;
        };
        let provider = value.get_ref().as_str().unwrap_or_default();
        let speaks: DialectSet = match provider {
            "postgresql" | "postgres" | "cockroachdb" => [Dialect::Postgres].into_iter().collect(),
            "mysql" => [Dialect::MySql, Dialect::MariaDb].into_iter().collect(),
            "sqlite" => [Dialect::Sqlite].into_iter().collect(),
            _ => DialectSet::EMPTY,
        };
        let wrong: Vec<String> = finish
            .dialects
            .iter()
            .filter(|&dialect| !speaks.contains(dialect))
            .map(|dialect| format!("`{dialect}`"))
            .collect();
        if speaks.is_empty() {
            let message = format!("the provider `{provider}` is none that is known here");
            out.push(Diagnostic::error(&codes::SIDE_FILE, message).at(place(value.span()), ""));
        } else if !wrong.is_empty() {
            let message = format!("the migrations are for `{provider}`, and the set is for {}", wrong.join(", "));
            let first = speaks.iter().next().unwrap_or(Dialect::Postgres);
            out.push(
                Diagnostic::error(&codes::SIDE_FILE, message)
                    .at(place(value.span()), "")
                    .help(format!("set `dialect = \"{first}\"` in `migrate.toml`")),
            );
        }
    }
}
