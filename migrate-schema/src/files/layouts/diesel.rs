//! diesel: directories `<version>_<name>` with `up.sql`, `down.sql` and `metadata.toml`. The dashes of a version do not
//! count: `2026-01-30-122520-0000_x` has the version `202601301225200000`, as in diesel's own table.

use migrate_core::Direction;
use toml::de::DeTable;

use super::names::{slug, unit};
use super::{Finish, Layout, Part, PartError, Sign, textual};
use crate::diagnostic::{Diagnostic, layouts as codes, nearest};
use crate::files::name::id_problem;
use crate::files::parse::Form;
use crate::files::{MigrationFile, Transaction};
use crate::source::{Place, SourceId, Span};

pub(super) static LAYOUT: Layout = Layout {
    name: "diesel",
    directories: true,
    beside: None,
    names: "diesel's migrations are directories `<version>_<name>` with `up.sql` and `down.sql`",
    form: Form::Whole(Direction::Up),
    part,
    order: textual,
    transaction: Transaction::Wrapped,
    sign: |seen| match unit(seen.file) {
        Some((_, "up.sql" | "down.sql")) => Sign::Strong,
        Some(_) | None => Sign::No,
    },
    fits: |_| true,
    side: &[METADATA],
    skips: |_| false,
    foreign: &[],
    finish,
};

const METADATA: &str = "metadata.toml";
const KEY: &str = "run_in_transaction";

fn part(path: &str) -> Result<Part, PartError> {
    let Some((directory, name)) = unit(path) else {
        return Err(PartError::name("it lies in no directory of its own, and has no `-- migrate:up`"));
    };
    let direction = match name {
        "up.sql" => Direction::Up,
        "down.sql" => Direction::Down,
        _ if ["up.sql", "down.sql"].contains(&&*name.to_lowercase()) => {
            return Err(PartError::rename("the name is in lower case", format!("{directory}/{}", name.to_lowercase())));
        }
        _ => return Err(PartError::name("only `up.sql` and `down.sql` are read")),
    };
    let (version, rest) = directory.split_once('_').unwrap_or((directory, ""));
    let id = version.replace('-', "");
    if let Some(why) = id_problem(&id) {
        return Err(PartError::name(why));
    }
    Ok(Part { version: id.clone(), slug: slug(rest), direction, sort: id.clone(), id })
}

fn finish(finish: &Finish<'_>, _: &mut [Part], files: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
    for file in files {
        let directory = file.file.rsplit_once('/').map_or("", |(directory, _)| directory);
        let path = format!("{directory}/{METADATA}");
        let Some(side) = finish.folder.side.iter().find(|side| side.file == path) else { continue };
        if !runs_in_transaction(side.source, finish.sources.get(side.source).text(), out) {
            file.sections.iter_mut().for_each(|section| section.transaction = Transaction::None);
        }
    }
}

/// What `metadata.toml` says. Without the key diesel runs a migration without a transaction, against its own words; so
/// does this, and says so.
fn runs_in_transaction(source: SourceId, text: &str, out: &mut Vec<Diagnostic>) -> bool {
    let place = |range: std::ops::Range<usize>| Place { source, span: Span::new(range.start, range.end) };
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let first = error.message().lines().next().unwrap_or_default();
            let message = format!("`{METADATA}` is not TOML: {first}");
            out.push(Diagnostic::error(&codes::SIDE_FILE, message).at(place(error.span().unwrap_or(0..0)), ""));
            return true;
        }
    };
    let mut said = None;
    for (key, value) in table.get_ref() {
        let name = key.get_ref();
        if name == KEY {
            said = value.get_ref().as_bool();
            if said.is_none() {
                let message = format!("`{KEY}` is `true` or `false`");
                out.push(Diagnostic::error(&codes::SIDE_FILE, message).at(place(value.span()), ""));
                return true;
            }
            continue;
        }
        let diagnostic =
            Diagnostic::error(&codes::SIDE_FILE, format!("unknown key `{name}`")).at(place(key.span()), "");
        out.push(match nearest(name, [KEY]) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.note(format!("`{KEY}` alone has a meaning here")),
        });
        return true;
    }
    if said.is_none() {
        out.push(
            Diagnostic::warning(&codes::SIDE_FILE, format!("`{METADATA}` does not say `{KEY}`"))
                .at(place(0..0), "")
                .note("diesel runs the migration without a transaction then, and so does this")
                .help(format!("write `{KEY} = false`, or `true` if that is meant")),
        );
    }
    said.unwrap_or(false)
}
