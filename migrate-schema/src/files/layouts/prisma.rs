//! Prisma: directories `<timestamp>_<name>` with `migration.sql`, and `down.sql` where somebody made one. The whole name of
//! a directory is the id, with dots for what an id cannot hold: Prisma lets two begin with one timestamp. Drizzle's
//! directories are the same from 1.0 on, with a snapshot beside the SQL.

use migrate_core::Direction;
use toml::de::DeTable;

use super::names::{dotted, last, slug, unit};
use super::{Finish, Layout, Part, PartError, Sign, provider, textual};
use crate::diagnostic::{Diagnostic, WHOLE, layouts as codes};
use crate::files::MigrationFile;
use crate::files::Transaction;
use crate::files::parse::Form;
use crate::source::{Place, Span};

pub(super) static LAYOUT: Layout = Layout {
    name: "prisma",
    directories: true,
    beside: None,
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
    // Drizzle's, from 1.0 on.
    skips: |path| last(path) == "snapshot.json",
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
    let id = dotted(directory);
    if let Some(why) = crate::files::id_problem(&id) {
        return Err(PartError::name(why));
    }
    let (first, rest) = directory.split_once('_').unwrap_or(("", directory));
    let rest = if first.bytes().all(|byte| byte.is_ascii_digit()) { rest } else { directory };
    Ok(Part { version: id.clone(), slug: slug(rest), direction, sort: directory.to_owned(), id })
}

/// The provider of the lock is the dialect.
fn finish(finish: &Finish<'_>, _: &mut [Part], _: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
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
        let name = value.get_ref().as_str().unwrap_or_default();
        provider::check(finish, "provider", name, place(value.span()), out);
    }
}
