//! The words of what is wrong with a change.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::mention::UNNAMED;
use super::name::{Ident, Path};
use super::table::Table;
use super::{Catalog, Entry, Key, Object};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};
use crate::source::Place;

/// Types of other servers, and what PostgreSQL has instead.
const FOREIGN_TYPES: &[(&str, &str)] = &[
    ("binary", "`bytea`"),
    ("blob", "`bytea`"),
    ("clob", "`text`"),
    ("datetime", "`timestamptz`, or `timestamp`"),
    ("datetime2", "`timestamptz`, or `timestamp`"),
    ("double", "`double precision`"),
    ("enum", "a type of its own: `CREATE TYPE x AS ENUM ('a', 'b')`"),
    ("longblob", "`bytea`"),
    ("longtext", "`text`"),
    ("mediumblob", "`bytea`"),
    ("mediumint", "`integer`"),
    ("mediumtext", "`text`"),
    ("number", "`numeric`"),
    ("nvarchar", "`varchar`, or `text`"),
    ("string", "`text`"),
    ("tinyblob", "`bytea`"),
    ("tinyint", "`smallint`, or `boolean`"),
    ("tinytext", "`text`"),
    ("uniqueidentifier", "`uuid`"),
    ("varbinary", "`bytea`"),
    ("varchar2", "`varchar`, or `text`"),
    ("year", "`smallint`"),
];

/// What a list of names comes to in a sentence: three of them, and how many more.
pub(super) fn few(names: &[Arc<str>]) -> String {
    let shown: Vec<String> = names.iter().take(8).map(|name| format!("`{name}`")).collect();
    match names.len() {
        0..=8 => shown.join(", "),
        more => format!("{} and {} more", shown.join(", "), more - 8),
    }
}

/// `a table`, `an index`.
pub(super) fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

/// "did you mean", if something is near.
fn suggest(diagnostic: Diagnostic, word: &str, names: &[Arc<str>]) -> Diagnostic {
    match nearest(word, names.iter().map(|name| &**name)) {
        Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
        None => diagnostic,
    }
}

impl Catalog {
    /// There is nothing of this name.
    pub(super) fn unknown(&self, kind: Kind, path: &Path, gone: Option<&Entry>) -> Diagnostic {
        let code = match kind {
            Kind::Table | Kind::View | Kind::MaterializedView => &codes::UNKNOWN_TABLE,
            Kind::Index => &codes::UNKNOWN_INDEX,
            Kind::Type | Kind::Domain => &codes::UNKNOWN_TYPE,
            Kind::Sequence | Kind::Function | Kind::Procedure | Kind::Schema | Kind::Extension | Kind::Trigger => {
                &codes::UNKNOWN_OBJECT
            }
        };
        let shown = path.shown();
        let diagnostic = Diagnostic::error(code, format!("unknown {} `{shown}`", kind.name()))
            .at(path.name.place, format!("there is no {} of this name here", kind.name()));
        if let Some(entry) = gone
            && let Object::Gone { renamed } = &entry.object
        {
            return match renamed {
                Some(now) => diagnostic
                    .label(entry.place, format!("`{}` was renamed to `{now}` here", entry.name))
                    .help(format!("write `{now}`")),
                None => diagnostic.label(entry.place, format!("`{}` was dropped here", entry.name)),
            };
        }
        let alike = |object: &Object| match kind {
            Kind::Table | Kind::View | Kind::MaterializedView => matches!(object, Object::Table(_) | Object::View(_)),
            Kind::Index => matches!(object, Object::Index { .. }),
            Kind::Type | Kind::Domain => matches!(object, Object::Type { .. }),
            Kind::Sequence => matches!(object, Object::Sequence { .. }),
            Kind::Function | Kind::Procedure => matches!(object, Object::Routine { .. }),
            Kind::Schema => matches!(object, Object::Schema),
            Kind::Extension => matches!(object, Object::Extension { .. }),
            Kind::Trigger => matches!(object, Object::Trigger { .. }),
        };
        let foreign = FOREIGN_TYPES
            .iter()
            .find(|(name, _)| matches!(kind, Kind::Type | Kind::Domain) && **name == *path.name.key);
        if let Some((_, instead)) = foreign.filter(|_| self.dialect == Dialect::Postgres) {
            return diagnostic.help(format!("it is one of other servers: write {instead}"));
        }
        // Of an index and a trigger the table says where it is.
        let has_schema = !matches!(kind, Kind::Index | Kind::Schema | Kind::Extension | Kind::Trigger);
        let elsewhere = self
            .entries
            .iter()
            .find(|(key, entry)| has_schema && key.name == path.name.key && alike(&entry.object))
            .filter(|_| self.dialect == Dialect::Postgres);
        if let Some((key, entry)) = elsewhere {
            return diagnostic
                .label(entry.place, format!("this one is in the schema `{}`", key.schema))
                .help(format!("write `{}.{}`", key.schema, entry.name));
        }
        suggest(diagnostic, &path.name.text, &self.names(alike))
    }

    /// There is something of this name already.
    pub(super) fn taken(&self, what: &str, path: &Path, entry: &Entry) -> Diagnostic {
        let code = match &entry.object {
            Object::Table(_) | Object::View(_) => &codes::DUPLICATE_TABLE,
            Object::Index { .. } => &codes::DUPLICATE_INDEX,
            Object::Type { .. } => &codes::DUPLICATE_TYPE,
            Object::Sequence { .. }
            | Object::Routine { .. }
            | Object::Trigger { .. }
            | Object::Policy { .. }
            | Object::Other(_)
            | Object::Schema
            | Object::Extension { .. }
            | Object::Gone { .. }
            | Object::Unknown => &codes::DUPLICATE_OBJECT,
        };
        let found = entry.object.kind();
        let message = match found == what {
            true => format!("{what} `{}` exists already", path.shown()),
            false => format!("the name `{}` is taken by {}", path.shown(), with_article(found)),
        };
        Diagnostic::error(code, message)
            .at(path.name.place, "made again here")
            .label(entry.place, format!("{found} `{}` is made here", entry.name))
    }

    /// What is there is of another kind.
    pub(super) fn other_kind(&self, wanted: Kind, path: &Path, entry: &Entry) -> Diagnostic {
        let found = entry.object.kind();
        let message = format!("`{}` is {}, not {}", path.shown(), with_article(found), with_article(wanted.name()));
        Diagnostic::error(&codes::UNKNOWN_TABLE, message)
            .at(path.name.place, "")
            .label(entry.place, format!("the {found} is made here"))
    }

    /// The table has no such column.
    pub(super) fn unknown_column(&self, name: &Ident, key: &Key, table: &Table) -> Diagnostic {
        let entry = self.entries.get(key);
        let shown = entry.map_or(&key.name, |entry| &entry.name);
        let diagnostic =
            Diagnostic::error(&codes::UNKNOWN_COLUMN, format!("unknown column `{}` of table `{shown}`", name.text))
                .at(name.place, format!("`{shown}` has no column of this name"));
        if let Some(gone) = table.gone.iter().rev().find(|gone| gone.name.key == name.key) {
            return match &gone.renamed {
                Some(now) => diagnostic
                    .label(gone.place, format!("`{}` was renamed to `{now}` here", name.text))
                    .help(format!("write `{now}`")),
                None => diagnostic.label(gone.place, format!("`{}` was dropped here", name.text)),
            };
        }
        let diagnostic = match entry {
            Some(entry) => diagnostic.label(entry.place, format!("`{shown}` is made here")),
            None => diagnostic,
        };
        let names: Vec<Arc<str>> = table.columns.iter().map(|column| column.name.text.clone()).collect();
        match nearest(&name.text, names.iter().map(|name| &**name)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None if names.is_empty() => diagnostic,
            None => diagnostic.note(format!("its columns are {}", few(&names))),
        }
    }

    /// No source of a query has such a column.
    pub(super) fn unknown_column_of(&self, name: &Ident, sources: &[Key]) -> Diagnostic {
        if let [key] = sources
            && let Some(table) = self.table(key)
        {
            return self.unknown_column(name, key, table);
        }
        let diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, format!("unknown column `{}`", name.text))
            .at(name.place, "no table of this query has a column of this name");
        let mut names: Vec<Arc<str>> = Vec::new();
        for table in sources.iter().filter_map(|key| self.table(key)) {
            names.extend(table.columns.iter().map(|column| column.name.text.clone()));
        }
        suggest(diagnostic, &name.text, &names)
    }
}

/// A view or a query inside returns no such column.
pub(super) fn unknown_output(name: &Ident, source: Option<&Arc<str>>, names: &[Arc<str>]) -> Diagnostic {
    let message = match source {
        Some(source) => format!("unknown column `{}` of `{source}`", name.text),
        None => format!("unknown column `{}`", name.text),
    };
    let diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, "nothing here returns it");
    let names: Vec<Arc<str>> = names.iter().filter(|name| &***name != UNNAMED).cloned().collect();
    match nearest(&name.text, names.iter().map(|name| &**name)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if names.is_empty() => diagnostic,
        None => diagnostic.note(format!("there are {}", few(&names))),
    }
}

/// The table has a column of this name already.
pub(super) fn duplicate_column(name: &Ident, other: Place, table: &str) -> Diagnostic {
    Diagnostic::error(&codes::DUPLICATE_COLUMN, format!("column `{}` of table `{table}` exists already", name.text))
        .at(name.place, "added again here")
        .label(other, format!("`{}` is made here", name.text))
}

/// The table has no such constraint.
pub(super) fn unknown_constraint(name: &Ident, table: &Table, shown: &str) -> Diagnostic {
    let names: Vec<Arc<str>> =
        table.constraints.iter().filter_map(|constraint| Some(constraint.name.as_ref()?.text.clone())).collect();
    let diagnostic =
        Diagnostic::error(&codes::UNKNOWN_CONSTRAINT, format!("unknown constraint `{}` of table `{shown}`", name.text))
            .at(name.place, format!("`{shown}` has no constraint of this name"));
    if let Some(index) = table.index(&name.key) {
        let note = format!("`{}` is an index, and no constraint", index.name.text);
        return diagnostic.label(index.name.place, "the index is made here").note(note);
    }
    match nearest(&name.text, names.iter().map(|name| &**name)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if names.is_empty() => diagnostic,
        None => diagnostic.note(format!("its constraints are {}", few(&names))),
    }
}

/// The table has a constraint of this name already.
pub(super) fn duplicate_constraint(name: &Ident, other: Place, shown: &str) -> Diagnostic {
    Diagnostic::error(
        &codes::DUPLICATE_CONSTRAINT,
        format!("constraint `{}` of table `{shown}` exists already", name.text),
    )
    .at(name.place, "added again here")
    .label(other, "the first is made here")
}

/// The table has a primary key already.
pub(super) fn second_primary(at: Place, other: Place, shown: &str) -> Diagnostic {
    Diagnostic::error(&codes::DUPLICATE_CONSTRAINT, format!("table `{shown}` has a primary key already"))
        .at(at, "the second one")
        .label(other, "the first one")
}

/// The table has no such index.
pub(super) fn unknown_index(name: &Ident, table: &Table, shown: &str) -> Diagnostic {
    let names: Vec<Arc<str>> = table.indexes.iter().map(|index| index.name.text.clone()).collect();
    let diagnostic =
        Diagnostic::error(&codes::UNKNOWN_INDEX, format!("unknown index `{}` of table `{shown}`", name.text))
            .at(name.place, format!("`{shown}` has no index of this name"));
    suggest(diagnostic, &name.text, &names)
}

/// The table has an index of this name already.
pub(super) fn duplicate_index(name: &Ident, other: Place, shown: &str) -> Diagnostic {
    Diagnostic::error(&codes::DUPLICATE_INDEX, format!("index `{}` of table `{shown}` exists already", name.text))
        .at(name.place, "made again here")
        .label(other, "the first is made here")
}

/// Something else needs what is to go.
pub(super) fn in_use(what: &str, at: Place, user: &str, other: Place, cascade: bool) -> Diagnostic {
    let diagnostic = Diagnostic::error(&codes::IN_USE, format!("{what} cannot be dropped: {user} needs it"))
        .at(at, "")
        .label(other, format!("{user} is made here"));
    match cascade {
        true => diagnostic.help("drop that first, or write `CASCADE` to drop both"),
        false => diagnostic.help("drop that first"),
    }
}
