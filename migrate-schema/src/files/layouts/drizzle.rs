//! Drizzle: `<tag>.sql`, and `meta/_journal.json`, which says which tags there are, in which order, and for which dialect.
//! The whole tag is the id, with dots for what an id cannot hold: how it begins is a setting of drizzle-kit, and after a
//! merge two may begin with one number. The snapshots beside the journal hold what the SQL says, so nobody reads them.
//!
//! From 1.0 on there is no journal: each migration is a directory, as Prisma's are, and is read as one of those.

use migrate_core::Direction;

use super::json::{self, Value};
use super::names::{dotted, last, slug, stem};
use super::{Finish, Layout, Part, PartError, Sign, natural, provider};
use crate::diagnostic::{Diagnostic, WHOLE, layouts as codes};
use crate::files::parse::Form;
use crate::files::{MigrationFile, Transaction};
use crate::source::{Place, SourceId, Span};

pub(super) static LAYOUT: Layout = Layout {
    name: "drizzle",
    directories: false,
    beside: Some("meta"),
    names: "Drizzle's files are called by their tags in `meta/_journal.json`",
    form: Form::Whole(Direction::Up),
    part,
    order: natural,
    transaction: Transaction::Wrapped,
    // The journal alone tells.
    sign: |_| Sign::No,
    fits: |_| true,
    side: &[JOURNAL],
    skips: |path| {
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        // What `drizzle-kit pull` writes lies among the SQL.
        last(above) == "meta" && name.ends_with("snapshot.json") || matches!(name, "schema.ts" | "relations.ts")
    },
    foreign: &[],
    finish,
};

const JOURNAL: &str = "_journal.json";

/// Whether a path is that of a journal.
pub(super) fn is_journal(path: &str) -> bool {
    path == "meta/_journal.json" || path.ends_with("/meta/_journal.json")
}

fn part(path: &str) -> Result<Part, PartError> {
    let tag = stem(last(path))?;
    let id = dotted(tag);
    if let Some(why) = crate::files::id_problem(&id) {
        return Err(PartError::name(why));
    }
    let rest = tag.split_once('_').map_or(tag, |(_, rest)| rest);
    Ok(Part { version: id.clone(), slug: slug(rest), direction: Direction::Up, sort: tag.to_owned(), id })
}

/// What a journal says of one migration.
struct Entry {
    /// The path of the file.
    file: String,
    tag: String,
    source: SourceId,
    span: Span,
}

/// The line is that of the journal: what is not in it Drizzle does not run.
fn finish(finish: &Finish<'_>, parts: &mut [Part], files: &mut [MigrationFile], out: &mut Vec<Diagnostic>) {
    let mut entries = Vec::new();
    // A journal that cannot be read says nothing of the files.
    let mut whole = !finish.folder.side.is_empty();
    for side in finish.folder.side.iter().filter(|side| last(&side.file) == JOURNAL) {
        whole &= journal(finish, side.source, &side.file, &mut entries, out);
    }
    if finish.folder.side.is_empty()
        && let Some(file) = files.first()
    {
        let at = Place { source: file.source, span: WHOLE };
        out.push(
            Diagnostic::error(&codes::SIDE_FILE, "there is no `meta/_journal.json`, which says what comes after what")
                .at(at, "")
                .help("restore it, or read the files by their numbers: `layout = \"sqlx\"` in `migrate.toml`"),
        );
    }
    for (part, file) in parts.iter_mut().zip(&*files) {
        match entries.iter().position(|entry| entry.file == file.file) {
            Some(at) => part.sort = at.to_string(),
            None if whole => {
                let name = last(&file.file);
                out.push(
                    Diagnostic::error(&codes::SIDE_FILE, format!("`{name}` is not in Drizzle's journal"))
                        .at(Place { source: file.source, span: WHOLE }, "")
                        .note("Drizzle runs only what is listed in `meta/_journal.json`")
                        .help(format!(
                            "if no database has it, delete it, or ignore it in `migrate.toml`: `ignore = [\"{name}\"]`"
                        ))
                        .help("if it shall run, give it a header: `-- migrate:up`, and `-- migrate:revises …`"),
                );
            }
            None => (),
        }
    }
    for entry in &entries {
        if !finish.folder.files.iter().any(|file| file.file == entry.file) {
            let message = format!("there is no `{}.sql`, which Drizzle's journal lists", entry.tag);
            out.push(
                Diagnostic::error(&codes::SIDE_FILE, message)
                    .at(Place { source: entry.source, span: entry.span }, "")
                    .help("restore the file, or take the entry out of the journal"),
            );
        }
    }
}

/// The entries of a journal. False if it says less than all of them.
fn journal(
    finish: &Finish<'_>,
    source: SourceId,
    path: &str,
    entries: &mut Vec<Entry>,
    out: &mut Vec<Diagnostic>,
) -> bool {
    let text = finish.sources.get(source).text();
    let place = |span: Span| Place { source, span };
    let wrong = |message: String, span: Span| Diagnostic::error(&codes::SIDE_FILE, message).at(place(span), "");
    let value = match json::read(text) {
        Ok(value) => value,
        Err((why, at)) => {
            let conflict = ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| text[at..].starts_with(mark));
            let mut found = wrong(format!("`{JOURNAL}` is not JSON: {why}"), Span::new(at, at));
            if conflict {
                found = found.help("a merge has left both sides here: decide, and delete its marks");
            }
            out.push(found);
            return false;
        }
    };
    match value.get("dialect") {
        Some(Value::Text(name, span)) => provider::check(finish, "dialect", name, place(*span), out),
        _ => out.push(wrong(format!("`{JOURNAL}` names no `dialect`"), WHOLE)),
    }
    let Some(Value::Array(listed)) = value.get("entries") else {
        out.push(wrong(format!("`{JOURNAL}` has no `entries`"), WHOLE));
        return false;
    };
    let folder = path.strip_suffix("meta/_journal.json").unwrap_or_default();
    for entry in listed {
        match entry.get("tag") {
            Some(Value::Text(tag, span)) => {
                entries.push(Entry { file: format!("{folder}{tag}.sql"), tag: tag.clone(), source, span: *span });
            }
            _ => {
                out.push(wrong(format!("an entry of `{JOURNAL}` has no `tag`"), WHOLE));
                return false;
            }
        }
    }
    true
}
