//! `schema.sql`: plain `CREATE` statements in any order, as somebody writes them, or as a dump of a database has them.

use migrate_core::Dialect;

use super::{Rename, Said};
use crate::catalog::change::Change;
use crate::catalog::name::{Ident, Path};
use crate::catalog::{Key, Space};
use crate::diagnostic::{Diagnostic, models as codes};
use crate::files::disk::models::ModelFile;
use crate::read::{self, Effect};
use crate::source::{Place, SourceId, Sources, Span};
use crate::sql::{self, Kind, Stmt, judge};

/// What a file says, and what of it is no part of a schema.
#[derive(Debug, Clone, Default)]
pub struct SchemaSql {
    /// Its statements and hints.
    pub said: Said,
    /// Kinds of statements that are passed over, since a catalog has no place for what they say: `OWNER TO`.
    pub passed_over: Vec<String>,
}

/// What dumps have around the schema, and what says nothing about it.
const AROUND: &[&str] = &["SET", "PRAGMA", "BEGIN", "COMMIT", "START", "LOCK", "UNLOCK", "USE", "ANALYZE", "END"];

/// What SQLite keeps in tables of its own, and dumps among the rest.
const COUNTED: &[&str] = &["SQLITE_SEQUENCE", "SQLITE_STAT1", "SQLITE_STAT4"];

/// What is no part of the catalog, and is part of a database.
const ASIDE: &[&str] = &["SECURITY"];

/// Rows: no schema.
const ROWS: &[&str] =
    &["INSERT", "UPDATE", "DELETE", "COPY", "REPLACE", "MERGE", "TRUNCATE", "SELECT", "WITH", "CALL", "DO", "VALUES"];

/// The words before which a hint can stand.
const HINT: &str = "migrate:renamed-from";

/// Reads files of one dialect.
pub fn read(files: &[ModelFile], sources: &Sources, dialect: Dialect, out: &mut Vec<Diagnostic>) -> SchemaSql {
    let mut found = SchemaSql::default();
    for file in files {
        one(file.source, sources, dialect, &mut found, out);
    }
    found.passed_over.sort();
    found.passed_over.dedup();
    found
}

fn one(id: SourceId, sources: &Sources, dialect: Dialect, found: &mut SchemaSql, out: &mut Vec<Diagnostic>) {
    let text = sources.get(id).text();
    // psql's own commands stand on lines of their own; the places behind them stay.
    let owned;
    let text = if text.lines().any(|line| line.starts_with('\\')) && dialect == Dialect::Postgres {
        owned = text
            .split_inclusive('\n')
            .map(|line| {
                if line.starts_with('\\') {
                    line.replace(|c: char| c != '\n' && c.is_ascii(), " ")
                } else {
                    line.to_owned()
                }
            })
            .collect::<String>();
        owned.as_str()
    } else {
        text
    };
    for stmt in sql::split(id, text, 0..text.len(), dialect, out) {
        statement(id, text, &stmt, dialect, found, out);
    }
}

/// The first words of a statement, in capitals.
fn first_words(text: &str, stmt: &Stmt, dialect: Dialect) -> Vec<String> {
    stmt.tokens(text, dialect)
        .iter()
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd))
        .take(6)
        .map(|token| token.text(text).to_ascii_uppercase())
        .collect()
}

fn statement(
    id: SourceId,
    text: &str,
    stmt: &Stmt,
    dialect: Dialect,
    found: &mut SchemaSql,
    out: &mut Vec<Diagnostic>,
) {
    let words = first_words(text, stmt, dialect);
    let Some(first) = words.first().map(String::as_str) else { return };
    let starts = |start: &[&str]| words.len() >= start.len() && words.iter().zip(start).all(|(a, b)| a == b);
    let own = stmt.text(text).to_ascii_lowercase();
    // A dump drops what may be there before it makes it; what this file has made goes. Dumps of MySQL make tables that
    // stand for views until these can be made, and take them away.
    let cautious = starts(&["DROP"]) && words.iter().any(|word| word == "IF") && dialect == Dialect::Postgres;
    let dumped = cautious && !drops_own(read::read(id, text, stmt, dialect), found)
        || starts(&["DROP", "DATABASE"])
        || starts(&["CREATE", "DATABASE"])
        || starts(&["CREATE", "TABLE", "SQLITE_SEQUENCE"])
        || starts(&["CREATE", "TABLE", "SQLITE_STAT1"])
        || dialect == Dialect::Sqlite
            && ["DELETE", "INSERT"].contains(&first)
            && words.get(2).is_some_and(|table| COUNTED.contains(&table.trim_matches(['"', '`', '[', ']'])))
        || first == "SELECT" && (own.contains("set_config") || own.contains("setval"))
        || starts(&["ALTER", "DATABASE"]);
    if AROUND.contains(&first) && !own.contains("search_path") || dumped {
        return;
    }
    let privileges = ["GRANT", "REVOKE"].contains(&first) || starts(&["ALTER", "DEFAULT"]);
    let aside = ASIDE.contains(&first) || privileges && dialect != Dialect::Postgres;
    if own.contains(" owner to ") && first == "ALTER" || aside {
        let what = if first == "ALTER" { "OWNER TO".to_owned() } else { first.to_owned() };
        found.passed_over.push(what);
        return;
    }
    let line = stmt.text(text).lines().next().unwrap_or_default().trim_end().len();
    let start = stmt.span.start as usize;
    let place = Place { source: id, span: Span::new(start, start + line) };
    // A block that makes things, unless they are there, is a schema in other words.
    let makes = || {
        first == "DO"
            && matches!(read::read(id, text, stmt, dialect), Effect::Changes(changes)
                if !changes.is_empty() && !changes.iter().any(|change| matches!(change, Change::Doubt(_))))
    };
    if ROWS.contains(&first) && !makes() {
        out.push(
            Diagnostic::error(
                &codes::NO_SCHEMA,
                format!("`{first}` is about rows, and this file says which schema is wanted"),
            )
            .at(place, "this belongs into a migration")
            .help("take it out, and write it into the revision that needs it"),
        );
        return;
    }
    let known = out.len();
    if !judge::judge(id, text, stmt, dialect, out) || out.len() > known {
        return;
    }
    match read::read(id, text, stmt, dialect) {
        Effect::Changes(mut changes) if is_event(&changes) => {
            // What it does when it runs is no part of the schema.
            changes.truncate(1);
            found.said.statements.push(changes);
        }
        Effect::Changes(changes)
            if changes.iter().any(|change| matches!(change, Change::Doubt(_))) && !extension(&changes) =>
        {
            passed(found, &words);
        }
        Effect::Changes(changes) => {
            hints(id, text, stmt, dialect, &changes, found, out);
            found.said.statements.push(changes);
        }
        Effect::Nothing | Effect::Opaque => passed(found, &words),
    }
}

/// Whether a statement drops, by name, something that a statement before it has made.
fn drops_own(effect: Effect, found: &SchemaSql) -> bool {
    let Effect::Changes(changes) = effect else { return false };
    let made = |name: &Ident| {
        found.said.statements.iter().filter_map(|statement| statement.first()).any(|change| match change {
            Change::CreateSchema { name: own, .. } => own.key == name.key,
            Change::CreateTable(new) => new.path.name.key == name.key,
            Change::CreateView(new) => new.path.name.key == name.key,
            Change::CreateType(new) => new.path.name.key == name.key,
            Change::CreateIndex(new) => new.index.name.as_ref().is_some_and(|own| own.key == name.key),
            Change::CreateSequence { path, .. } | Change::CreateRoutine { path, .. } => path.name.key == name.key,
            Change::CreateTrigger(new) => new.path.name.key == name.key,
            Change::CreatePolicy { name: own, .. } => own.key == name.key,
            _ => false,
        })
    };
    changes.iter().any(|change| match change {
        Change::Drop { paths, .. } => paths.iter().any(|path| made(&path.name)),
        Change::DropPolicy { name, .. } => made(name),
        Change::DropTrigger { path, .. } => made(&path.name),
        Change::DropRoutines { paths, .. } => paths.iter().any(|(path, _)| made(&path.name)),
        _ => false,
    })
}

fn is_event(changes: &[Change]) -> bool {
    match changes.first() {
        Some(Change::CreateOther(new)) => &*new.name.kind == "EVENT",
        Some(Change::AlterEvent { .. }) => true,
        _ => false,
    }
}

/// An extension may bring anything, and belongs to a schema; so may the module of a virtual table.
fn extension(changes: &[Change]) -> bool {
    changes.iter().any(|change| match change {
        Change::CreateExtension { .. } | Change::SetPath(_) => true,
        Change::CreateTable(table) => table.options.contains_key("virtual"),
        _ => false,
    })
}

fn passed(found: &mut SchemaSql, words: &[String]) {
    let kind: Vec<&str> = words.iter().take(2).map(String::as_str).collect();
    found.passed_over.push(kind.join(" "));
}

/// `-- migrate:renamed-from old` above a table, or behind or above a column.
fn hints(
    id: SourceId,
    text: &str,
    stmt: &Stmt,
    dialect: Dialect,
    changes: &[Change],
    found: &mut SchemaSql,
    out: &mut Vec<Diagnostic>,
) {
    let Some(Change::CreateTable(table)) = changes.first() else { return };
    let key = |path: &Path| Key {
        space: Space::Relation,
        name: path.name.key.clone(),
        schema: match (&path.schema, dialect) {
            (Some(schema), _) => schema.key.clone(),
            (None, Dialect::Postgres) => "public".into(),
            (None, Dialect::Sqlite) => "main".into(),
            (None, Dialect::MySql | Dialect::MariaDb) => "".into(),
        },
    };
    let before = &text[..stmt.span.start as usize];
    // The comment lines directly above the statement.
    let mut start = before.len();
    for line in before.split_inclusive('\n').rev() {
        let plain = line.trim();
        if !plain.is_empty() && !plain.starts_with("--") {
            break;
        }
        start -= line.len();
        if let Some(old) = hint_in(plain) {
            let at = Place { source: id, span: Span::new(start, start + line.trim_end().len()) };
            let from = Ident::written(old, dialect, at).text;
            found.said.renames.push(Rename { key: key(&table.path), column: None, from, place: at });
        }
    }
    let own = &text[stmt.span.range()];
    let mut offset = stmt.span.start as usize;
    for line in own.split_inclusive('\n') {
        let end = offset + line.trim_end().len();
        if let Some(comment) = line.find("--")
            && let Some(old) = hint_in(line[comment..].trim())
        {
            let at = Place { source: id, span: Span::new(offset + comment, end) };
            let stands = |column: &&crate::catalog::change::NewColumn| {
                let start = column.name.place.span.start as usize;
                // On its line, or on a line of its own above it.
                start >= offset && (start < end || line[..comment].trim().is_empty())
            };
            match table.columns.iter().filter(stands).min_by_key(|column| column.name.place.span.start) {
                Some(column) => {
                    let from = Ident::written(old, dialect, at).text;
                    let column = Some(column.name.key.clone());
                    found.said.renames.push(Rename { key: key(&table.path), column, from, place: at });
                }
                None => out.push(
                    Diagnostic::error(&codes::NO_SCHEMA, "this comment belongs to no column")
                        .at(at, "")
                        .help("write it on the line of the column, or on the line above it"),
                ),
            }
        }
        offset += line.len();
    }
}

/// The old name in a comment.
fn hint_in(comment: &str) -> Option<&str> {
    let rest = comment.strip_prefix("--")?.trim_start().strip_prefix(HINT)?;
    rest.split_whitespace().next()
}
