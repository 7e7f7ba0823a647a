//! What a query or a statement about rows may not do with what it reads and writes.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::constraint::ConstraintKind;
use super::fits::{count, other_count};
use super::mention::{Filled, From, Mention, Scope};
use super::name::{Ident, Path};
use super::resolve::{Columns, Frame, Visible};
use super::table::Table;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

impl Catalog {
    /// Whether rows of this can be written.
    pub(super) fn check_target_of_rows(&self, path: &Path, scope: &Scope, out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Sqlite {
            return;
        }
        let lower = path.name.text.to_ascii_lowercase();
        if matches!(&*lower, "sqlite_master" | "sqlite_schema") && !self.state.lenient {
            let message = format!("`{}` cannot be written", path.name.text);
            out.push(Diagnostic::error(&codes::NOT_ALLOWED, message).at(path.name.place, "SQLite keeps it itself"));
            return;
        }
        let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { return };
        match &entry.object {
            Object::View(_) => {
                let trigger = self
                    .pointing_to(&key)
                    .iter()
                    .any(|other| other.space == Space::Trigger && self.existing(other).is_some());
                if !trigger && !self.state.triggers_unsure && self.state.made == 0 {
                    let message = format!("rows of `{}` cannot be written: it is a view", entry.name);
                    out.push(
                        Diagnostic::error(&codes::NOT_ALLOWED, message)
                            .at(path.name.place, "")
                            .label(entry.place, "the view is made here")
                            .help("write to the table, or give the view an `INSTEAD OF` trigger"),
                    );
                }
            }
            Object::Table(table) if !table.open => {
                let generated = scope.assigned.iter().find_map(|name| {
                    let column = table.column(&name.key)?;
                    column.generated.is_some().then_some((name, column))
                });
                if let Some((name, column)) = generated {
                    let message = format!("the generated column `{}` is written", name.text);
                    out.push(
                        Diagnostic::error(&codes::NOT_ALLOWED, message)
                            .at(name.place, "it has the value that is computed")
                            .label(column.name.place, "the column is made here"),
                    );
                }
            }
            _ => (),
        }
    }

    /// A function that no server of this kind brings, unless these files make it.
    pub(super) fn check_strange(&self, name: &Ident, help: &str, out: &mut Vec<Diagnostic>) {
        let lower: Arc<str> = name.text.to_lowercase().into();
        let own = [&name.key, &lower].iter().any(|key| self.of_name(Space::Routine, key).next().is_some());
        if !own && !self.state.strangers && self.state.made == 0 {
            let message = format!("unknown function `{}`", name.text);
            out.push(Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(name.place, "").help(help));
        }
    }

    /// MySQL wants each source of a query to have a name of its own.
    pub(super) fn check_aliases(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        if !self.dialect.is_mysql_family() {
            return;
        }
        for (at, source) in scope.sources.iter().enumerate() {
            let Some(name) = source.called() else { continue };
            let schema = |source: &From| match (&source.alias, &source.path) {
                (None, Some(path)) => path.schema.as_ref().map(|schema| schema.key.clone()),
                _ => None,
            };
            let twin = scope.sources[..at].iter().find(|other| {
                // Where tables are files whose names have case, aliases have, too.
                other.called().is_some_and(|other| other.text == name.text) && schema(other) == schema(source)
            });
            if let Some(first) = twin.and_then(From::called) {
                let message = format!("two sources of this query are called `{}`", name.text);
                out.push(
                    Diagnostic::error(&codes::DUPLICATE_TABLE, message)
                        .at(name.place, "")
                        .label(first.place, "the other one")
                        .help("give one of them an alias"),
                );
                return;
            }
        }
    }

    /// An index that a hint names is one of its table.
    pub(super) fn check_hints(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        for (path, index) in &scope.hints {
            let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { continue };
            let Object::Table(table) = &entry.object else { continue };
            let own = Key { space: Space::Relation, name: index.key.clone(), schema: key.schema.clone() };
            let known = super::part::has_index(table, index)
                || &*index.key.to_lowercase() == "primary" && self.dialect.is_mysql_family()
                || self.dialect == Dialect::Sqlite
                    && (self.entries.contains_key(&own) || index.key.starts_with("sqlite_autoindex"));
            if !known && !table.open && !table.loose {
                out.push(super::problem::unknown_index(index, table, &entry.name));
            }
        }
    }

    /// A column of `HAVING` that is neither returned nor grouped is one of a query around, where those of the query itself
    /// are known.
    pub(super) fn check_unseen(&self, mention: &Mention, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        let Some((own, around)) = frames.split_last() else { return };
        let name = &mention.name;
        let may_be = |frame: &Frame| {
            let of_source = |source: &Visible| self.has(&source.columns, name) != Some(false);
            match &mention.qualifier {
                Some(qualifier) => frame.has_source(qualifier),
                None => frame.open || frame.sources.iter().any(of_source),
            }
        };
        let is = |source: &Visible| {
            let named = mention.qualifier.as_ref().is_none_or(|own| source.name.as_ref() == Some(&own.key));
            named && self.has(&source.columns, name) == Some(true)
        };
        if own.open || around.iter().any(may_be) || !own.sources.iter().any(is) {
            return self.mention(mention, frames, out);
        }
        let message = format!("`{}` is neither returned nor grouped, and HAVING sees nothing else", name.text);
        out.push(
            Diagnostic::error(&codes::UNKNOWN_COLUMN, message)
                .at(name.place, "")
                .help("put the condition into WHERE, or return the column, too"),
        );
    }

    /// The columns behind `USING` are there on both sides.
    pub(super) fn check_merged(&self, scope: &Scope, frame: &Frame, out: &mut Vec<Diagnostic>) {
        let known = frame.sources.iter().all(|source| !matches!(source.columns, Columns::Unknown));
        if frame.sources.len() != 2 || !known || frame.open {
            return;
        }
        for name in &scope.merged {
            let here = frame.sources.iter().filter(|source| self.has(&source.columns, name) == Some(true)).count();
            if here == 1 {
                let message = format!("`USING ({0})`: only one of the two sides has a column `{0}`", name.text);
                out.push(Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, ""));
            }
        }
    }

    /// `x.*`
    pub(super) fn check_all_of(&self, name: &Ident, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Postgres && !frames.iter().any(|frame| frame.has_source(name)) {
            self.check_qualifier(name, frames, out);
        }
    }

    /// Several sources have a column of this name, and it is not said which is meant.
    pub(super) fn is_ambiguous(&self, name: &Ident, frame: &Frame, out: &mut Vec<Diagnostic>) -> bool {
        if frame.natural || frame.open || frame.merged.contains(&name.key) {
            return false;
        }
        let mut having = frame.sources.iter().filter(|source| self.has(&source.columns, name) == Some(true));
        let (Some(first), Some(second)) = (having.next(), having.next()) else { return false };
        let shown = |source: &Visible| source.name.clone().unwrap_or_else(|| "?".into());
        let (first, second) = (shown(first), shown(second));
        let message = format!("`{}` may be that of `{first}` or that of `{second}`", name.text);
        out.push(
            Diagnostic::error(&codes::NOT_ALLOWED, message)
                .at(name.place, "which one?")
                .help(format!("write `{first}.{}` or `{second}.{}`", name.text, name.text)),
        );
        true
    }

    /// What stands before a dot is something that the query reads.
    pub(super) fn check_qualifier(&self, qualifier: &Ident, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        let sources = || frames.iter().flat_map(|frame| &frame.sources);
        let clear = frames.iter().all(|frame| !frame.open) && sources().all(|source| source.name.is_some());
        let near = |source: &Visible| {
            source.name.as_ref().is_some_and(|name| name.to_lowercase() == qualifier.key.to_lowercase())
        };
        if !clear || sources().any(near) {
            return;
        }
        if sources().next().is_none() {
            if self.dialect != Dialect::Postgres {
                let message = format!("nothing in this statement is called `{}`", qualifier.text);
                out.push(Diagnostic::error(&codes::UNKNOWN_TABLE, message).at(qualifier.place, "nothing is read here"));
            }
            return;
        }
        let mut names: Vec<Arc<str>> = sources().filter_map(|source| source.name.clone()).collect();
        names.sort();
        names.dedup();
        let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let diagnostic = Diagnostic::error(
            &codes::UNKNOWN_TABLE,
            format!("nothing in this statement is called `{}`", qualifier.text),
        )
        .at(qualifier.place, format!("it reads {}", shown.join(", ")));
        out.push(match nearest(&qualifier.text, names.iter().map(|name| &**name)) {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None => diagnostic,
        });
    }

    /// `ON CONFLICT` names the columns of something unique.
    pub(super) fn check_conflict(&self, columns: &[Ident], key: &Key, table: &Table, out: &mut Vec<Diagnostic>) {
        if table.loose || columns.iter().any(|name| table.column(&name.key).is_none()) {
            return;
        }
        let wanted: BTreeSet<&Arc<str>> = columns.iter().map(|name| &name.key).collect();
        let constraint = table.constraints.iter().any(|constraint| {
            let unique = matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
            unique && constraint.kind.columns().iter().map(|name| &name.key).collect::<BTreeSet<_>>() == wanted
        });
        // Of expressions none can stand in an index that columns alone name.
        let index = table.indexes.iter().filter(|index| index.unique && index.predicate.is_none()).any(|index| {
            index.columns().is_some_and(|own| own.iter().map(|name| &name.key).collect::<BTreeSet<_>>() == wanted)
        });
        // A rule may do something else instead.
        if constraint || index || self.dialect == Dialect::Postgres && self.has_others(key) {
            return;
        }
        let shown: Vec<&str> = columns.iter().map(|name| &*name.text).collect();
        let shown = shown.join(", ");
        let name = self.entries.get(key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let diagnostic = Diagnostic::error(
            &codes::NOT_UNIQUE,
            format!("`ON CONFLICT ({shown})`: `{name}` has no unique constraint or index on these columns"),
        )
        .at(columns[0].place, "nothing makes these unique");
        let mut partial = table.indexes.iter().filter(|index| index.unique && index.predicate.is_some()).peekable();
        let any_partial = partial.peek().is_some();
        let same = partial.find(|index| {
            let columns = index.columns();
            columns.is_some_and(|own| own.iter().map(|name| &name.key).collect::<BTreeSet<_>>() == wanted)
        });
        let condition = same.and_then(|index| index.predicate.as_ref()).map(|predicate| predicate.text.trim());
        let diagnostic = match condition.filter(|text| !text.is_empty()) {
            Some(text) => diagnostic.help(format!("write `ON CONFLICT ({shown}) WHERE {text}`")),
            None => {
                let index = if self.dialect == Dialect::Sqlite { "INDEX i ON" } else { "INDEX ON" };
                diagnostic.help(format!("make one before: `CREATE UNIQUE {index} {name} ({shown})`"))
            }
        };
        out.push(match any_partial {
            true => diagnostic.note("a unique index with WHERE counts only where its condition is repeated here"),
            false => diagnostic,
        });
    }

    /// An INSERT has as many values as columns.
    pub(super) fn check_filled(
        &self,
        filled: &Filled,
        assigned: &[Ident],
        path: &Path,
        table: &Table,
        out: &mut Vec<Diagnostic>,
    ) {
        let at = path.name.place;
        if let Some(name) = filled.twice.as_ref().filter(|_| self.dialect != Dialect::Sqlite) {
            out.push(other_count(name.place, format!("column `{}` is named twice", name.text)));
            return;
        }
        // Which columns count where none is named, the server knows better where some are computed or hidden.
        let plain = |column: &super::table::Column| column.generated.is_none() && column.details.options.is_empty();
        let wanted = match filled.columns {
            0 if table.columns.iter().all(|column| plain(column)) => table.columns.len(),
            // What is computed counts in MySQL, and not in SQLite.
            0 if self.dialect.is_mysql_family()
                && table.columns.iter().all(|column| column.details.options.is_empty()) =>
            {
                table.columns.len()
            }
            0 if self.dialect == Dialect::Sqlite => {
                table.columns.iter().filter(|column| column.generated.is_none()).count()
            }
            0 => return,
            columns => columns,
        };
        if self.dialect.is_mysql_family() && filled.sure {
            let known = out.len();
            self.check_literals(filled, assigned, path, table, out);
            if out.len() > known {
                return;
            }
        }
        if self.dialect == Dialect::Sqlite {
            let known = out.len();
            self.check_values_of_sqlite(filled, assigned, path, table, out);
            if out.len() > known {
                return;
            }
        }
        let fewer = filled.columns == 0 && self.dialect == Dialect::Postgres;
        let wrong = |values: &&usize| match **values {
            // `VALUES ()` is a row of defaults in MySQL.
            0 => false,
            values if values < wanted => !fewer,
            values => values > wanted,
        };
        if let Some(values) = filled.values.iter().find(wrong) {
            let plural = if *values == 1 { "" } else { "s" };
            out.push(other_count(at, format!("{values} value{plural} for {}", count(wanted))));
        }
    }

    /// A table that rows are put into is not empty, until some are taken out.
    pub(super) fn note_rows(&mut self, scope: &Scope) {
        let Some(path) = scope.sources.iter().find(|source| source.target).and_then(|source| source.path.as_ref())
        else {
            return;
        };
        let filled = scope.filled.as_ref().is_some_and(|filled| filled.sure && !filled.values.is_empty());
        if self.dialect == Dialect::Sqlite
            && let Found::Here { key, .. } = self.find(Space::Relation, path)
            && self.table(&key).is_some_and(|table| table.filled != filled && (filled || scope.filled.is_none()))
            && let Some(table) = self.table_mut(&key)
        {
            table.filled = filled;
        }
    }
}
