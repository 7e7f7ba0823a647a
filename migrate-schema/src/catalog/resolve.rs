//! Whether the tables and columns that a query speaks of are there.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::constraint::ConstraintKind;
use super::fits::{count, other_count};
use super::mention::{Filled, From, Mention, Output, Scope, UNNAMED};
use super::name::{Ident, Path};
use super::problem::unknown_output;
use super::table::Table;
use super::view::Use;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

/// Columns that every table has without saying so.
pub(super) fn is_system_column(dialect: Dialect, key: &str) -> bool {
    match dialect {
        Dialect::Postgres => matches!(key, "ctid" | "xmin" | "xmax" | "cmin" | "cmax" | "tableoid" | "oid"),
        Dialect::Sqlite => matches!(key, "rowid" | "oid" | "_rowid_" | "rank"),
        Dialect::MySql | Dialect::MariaDb => matches!(key, "_rowid" | "my_row_id"),
    }
}

/// What is visible at one level of a query.
struct Frame {
    sources: Vec<Visible>,
    open: bool,
    /// Whatever several sources have may be one column.
    natural: bool,
    /// Columns that are one though several sources have them.
    merged: Vec<Arc<str>>,
}

/// A source as the query sees it.
struct Visible {
    /// What stands before the dot.
    name: Option<Arc<str>>,
    /// Its columns.
    columns: Columns,
}

/// The columns of a source.
#[derive(Debug, Clone)]
pub(super) enum Columns {
    /// Nobody can say.
    Unknown,
    /// Those of a table.
    Table(Key),
    /// Those that a view or a query returns.
    Names(Arc<[Arc<str>]>),
}

/// Views that read views, so many deep, are not looked into.
const DEEPEST: usize = 64;

impl Frame {
    fn has_source(&self, name: &Ident) -> bool {
        self.sources.iter().any(|source| source.name.as_ref() == Some(&name.key))
    }
}

/// Whether a name is among those that a query returns, or may be the text of something that it returns.
fn is_among(name: &Arc<str>, names: &[Arc<str>]) -> bool {
    let text = || {
        name.starts_with(|c: char| c.is_ascii_digit())
            || !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
    };
    names.contains(name) || names.iter().any(|own| &**own == UNNAMED) && text()
}

/// A common table expression, and its columns.
type Cte = (Arc<str>, Columns);

impl Catalog {
    /// Rows are read or written.
    pub(super) fn data(&mut self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let before = out.len();
        self.check_scope(scope, out);
        if out.len() > before {
            // A table that is missing here is missing in the next statement, too.
            for source in &scope.sources {
                if let Some(path) = &source.path
                    && let Found::Missing(_) = self.find(Space::Relation, path)
                {
                    let key = self.key_for(Space::Relation, path, false);
                    self.make_unknown(key, &path.name);
                }
            }
        }
        self.note_rows(scope);
        for call in &scope.calls {
            self.call(call);
        }
        if !self.state.acting.is_empty() && self.may_fire(scope) {
            for function in &*self.state.acting.clone() {
                self.call(function);
            }
        }
    }

    /// A table that rows are put into is not empty, until some are taken out.
    fn note_rows(&mut self, scope: &Scope) {
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

    /// Tables and columns must be there. The first that is not is said.
    pub(super) fn check_scope(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let mut found = Vec::new();
        self.walk(scope, &mut Vec::new(), &mut Vec::new(), &mut found);
        // What follows from a missing table is no mistake of its own, and one column is named once.
        let mut seen = BTreeSet::new();
        found.retain(|problem: &Diagnostic| seen.insert(problem.message.clone()));
        out.extend(found);
    }

    fn walk(&self, scope: &Scope, ctes: &mut Vec<Cte>, frames: &mut Vec<Frame>, out: &mut Vec<Diagnostic>) {
        let known_ctes = ctes.len();
        out.extend(scope.faults.iter().cloned());
        for (name, help) in &scope.strange {
            self.check_strange(name, help, out);
        }
        self.add_ctes(scope, ctes);
        let mut frame = Frame {
            sources: Vec::with_capacity(scope.sources.len()),
            open: scope.open,
            natural: scope.natural,
            merged: scope.merged.iter().map(|name| name.key.clone()).collect(),
        };
        for source in &scope.sources {
            let columns = self.source(source, scope, ctes, out);
            let name = source.called();
            if let (Columns::Names(names), true, false) = (&columns, source.target, self.dialect == Dialect::Postgres) {
                for name in scope.assigned.iter().filter(|name| !is_among(&name.key, names)) {
                    if !is_system_column(self.dialect, &name.key) {
                        out.push(unknown_output(name, source.path.as_ref().map(|path| &path.name.text), names));
                    }
                }
            }
            if source.target
                && let Some(path) = &source.path
            {
                self.check_target_of_rows(path, scope, out);
            }
            if let Columns::Table(key) = &columns
                && source.target
                && let Some(known) = self.table(key)
            {
                let generic = |name: &&Ident| known.column(&name.key).is_none();
                for name in scope.assigned.iter().filter(generic) {
                    if !is_system_column(self.dialect, &name.key) {
                        out.push(self.unknown_column(name, key, known));
                    }
                }
                if !scope.conflict.is_empty() {
                    self.check_conflict(&scope.conflict, key, known, out);
                }
                if let (Some(filled), Some(path)) = (&scope.filled, &source.path) {
                    self.check_filled(filled, &scope.assigned, path, known, out);
                }
            }
            frame.sources.push(Visible { name: name.map(|name| name.key.clone()), columns });
        }
        for ty in &scope.types {
            self.check_own_type(ty, out);
        }
        for sequence in &scope.sequences {
            self.check_sequence(sequence, out);
        }
        for call in &scope.functions {
            self.check_call(call, out);
        }
        self.check_aliases(scope, out);
        self.check_hints(scope, out);
        for (path, part) in &scope.parts {
            self.check_part(path, part, out);
        }
        self.check_merged(scope, &frame, out);
        frames.push(frame);
        for mention in &scope.columns {
            if mention.strict || !scope.outputs.contains(&mention.name.key) || mention.qualifier.is_some() {
                self.mention(mention, frames, out);
            }
        }
        for name in &scope.all_of {
            self.check_all_of(name, frames, out);
        }
        for child in scope.children.iter().filter(|child| !child.apart) {
            self.walk(child, ctes, frames, out);
        }
        frames.pop();
        for child in scope.children.iter().filter(|child| child.apart) {
            self.walk(child, ctes, frames, out);
        }
        ctes.truncate(known_ctes);
    }

    /// `ON CONFLICT` names the columns of something unique.
    fn check_conflict(&self, columns: &[Ident], key: &Key, table: &Table, out: &mut Vec<Diagnostic>) {
        if table.loose || columns.iter().any(|name| table.column(&name.key).is_none()) {
            return;
        }
        let wanted: BTreeSet<&Arc<str>> = columns.iter().map(|name| &name.key).collect();
        let constraint = table.constraints.iter().any(|constraint| {
            let unique = matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
            unique && constraint.kind.columns().iter().map(|name| &name.key).collect::<BTreeSet<_>>() == wanted
        });
        // What an index of expressions comes to is not looked into.
        let index = table.indexes.iter().filter(|index| index.unique && index.predicate.is_none()).any(|index| {
            index.columns().is_none_or(|own| own.iter().map(|name| &name.key).collect::<BTreeSet<_>>() == wanted)
        });
        if constraint || index {
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
        let partial = table.indexes.iter().any(|index| index.unique && index.predicate.is_some());
        out.push(match partial {
            true => diagnostic.note("a unique index with WHERE counts only where its condition is repeated here"),
            false => diagnostic,
        });
    }

    /// A sequence that a function is told must be there.
    pub(super) fn check_sequence(&self, path: &Path, out: &mut Vec<Diagnostic>) {
        if let Found::Missing(gone) = self.find(Space::Relation, path) {
            out.push(self.unknown(Kind::Sequence, path, gone.as_deref()));
        }
    }

    /// An INSERT has as many values as columns.
    fn check_filled(&self, filled: &Filled, assigned: &[Ident], path: &Path, table: &Table, out: &mut Vec<Diagnostic>) {
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

    /// Makes the common table expressions of a query known.
    fn add_ctes(&self, scope: &Scope, ctes: &mut Vec<Cte>) {
        // One may read those before it, and a recursive one itself.
        let first = ctes.len();
        ctes.extend(scope.ctes.iter().map(|name| (name.clone(), Columns::Unknown)));
        for (at, (child, names)) in scope.named.iter().enumerate() {
            let columns = match &names[..] {
                [] => scope.children.get(*child).and_then(|child| self.outputs(child, ctes)),
                names => Some(names.to_vec()),
            };
            if let (Some(columns), Some(cte)) = (columns, ctes.get_mut(first + at)) {
                cte.1 = Columns::Names(columns.into());
            }
        }
    }

    /// The columns that a query returns, if all are known.
    pub(super) fn returns(&self, scope: &Scope) -> Option<Vec<Arc<str>>> {
        self.outputs(scope, &mut Vec::new())
    }

    fn outputs(&self, scope: &Scope, ctes: &mut Vec<Cte>) -> Option<Vec<Arc<str>>> {
        let returns = scope.returns.as_ref()?;
        let known = ctes.len();
        self.add_ctes(scope, ctes);
        let mut names = Vec::new();
        let mut complete = !scope.open;
        for output in returns {
            let of = match output {
                Output::Named(name) => {
                    names.push(name.clone());
                    continue;
                }
                Output::All => None,
                Output::AllOf(name) => Some(name),
            };
            let called = |source: &&From| of.is_none_or(|name| source.called().is_some_and(|own| own.key == *name));
            for source in scope.sources.iter().filter(called) {
                match self.names_of(&self.source(source, scope, ctes, &mut Vec::new())) {
                    Some(columns) => names.extend(columns),
                    None => complete = false,
                }
            }
            complete &= scope.sources.iter().any(|source| called(&source));
        }
        ctes.truncate(known);
        complete.then_some(names)
    }

    fn names_of(&self, columns: &Columns) -> Option<Vec<Arc<str>>> {
        match columns {
            Columns::Unknown => None,
            Columns::Table(key) => {
                Some(self.table(key)?.columns.iter().map(|column| column.name.key.clone()).collect())
            }
            Columns::Names(names) => Some(names.to_vec()),
        }
    }

    /// Whether there is such a column; none if nobody can say.
    fn has(&self, columns: &Columns, name: &Ident) -> Option<bool> {
        match columns {
            Columns::Unknown => None,
            Columns::Table(key) => Some(self.table(key)?.column(&name.key).is_some()),
            Columns::Names(names) => Some(is_among(&name.key, names)),
        }
    }

    /// Whether rows of this can be written.
    fn check_target_of_rows(&self, path: &Path, scope: &Scope, out: &mut Vec<Diagnostic>) {
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
                let trigger = self.pointing_to(&key).iter().any(|other| other.space == Space::Trigger);
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
    fn check_strange(&self, name: &Ident, help: &str, out: &mut Vec<Diagnostic>) {
        let lower: Arc<str> = name.text.to_lowercase().into();
        let own = [&name.key, &lower].iter().any(|key| self.of_name(Space::Routine, key).next().is_some());
        if !own && !self.state.strangers && self.state.made == 0 {
            let message = format!("unknown function `{}`", name.text);
            out.push(Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(name.place, "").help(help));
        }
    }

    /// MySQL wants each source of a query to have a name of its own.
    fn check_aliases(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
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
                other.called().is_some_and(|other| other.key == name.key) && schema(other) == schema(source)
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
    fn check_hints(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
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

    /// The columns behind `USING` are there on both sides.
    fn check_merged(&self, scope: &Scope, frame: &Frame, out: &mut Vec<Diagnostic>) {
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
    fn check_all_of(&self, name: &Ident, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Postgres && !frames.iter().any(|frame| frame.has_source(name)) {
            self.check_qualifier(name, frames, out);
        }
    }

    /// The columns of a source of `scope`, by the names they have there.
    fn source(&self, source: &From, scope: &Scope, ctes: &mut Vec<Cte>, out: &mut Vec<Diagnostic>) -> Columns {
        let columns = self.own_columns(source, scope, ctes, out);
        if source.columns.is_empty() {
            return columns;
        }
        let Some(names) = self.names_of(&columns) else { return Columns::Unknown };
        let rest = names.into_iter().skip(source.columns.len());
        Columns::Names(source.columns.iter().cloned().chain(rest).collect())
    }

    fn own_columns(&self, source: &From, scope: &Scope, ctes: &mut Vec<Cte>, out: &mut Vec<Diagnostic>) -> Columns {
        if let Some(child) = source.child.and_then(|child| scope.children.get(child)) {
            return self.outputs(child, ctes).map_or(Columns::Unknown, |names| Columns::Names(names.into()));
        }
        if let Some(name) = &source.function {
            return self.columns_of_function(name, out);
        }
        let Some(path) = &source.path else { return Columns::Unknown };
        if let Some(columns) = self.columns_of_server(path, out) {
            return columns;
        }
        if path.schema.is_none()
            && let Some((_, columns)) = ctes.iter().rev().find(|(name, _)| *name == path.name.key)
        {
            return columns.clone();
        }
        match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure } => match &entry.object {
                Object::Table(table) if sure && !table.open => Columns::Table(key),
                Object::Table(table) if sure => table.names.clone().map_or(Columns::Unknown, Columns::Names),
                Object::View(view) if sure => match (&view.columns, &view.query) {
                    (Some(names), _) => Columns::Names(names.clone()),
                    // Views that read each other in a circle end here, too.
                    (None, Some(query)) if ctes.len() < DEEPEST => {
                        let known = ctes.len();
                        ctes.push(("\u{1}".into(), Columns::Unknown));
                        let names = self.outputs(query, ctes);
                        ctes.truncate(known);
                        names.map_or(Columns::Unknown, |names| Columns::Names(names.into()))
                    }
                    (None, _) => Columns::Unknown,
                },
                _ => Columns::Unknown,
            },
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, path, gone.as_deref()));
                Columns::Unknown
            }
            Found::Unsure => Columns::Unknown,
        }
    }

    fn mention(&self, mention: &Mention, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        let name = &mention.name;
        if let (Some(schema), Some(qualifier)) = (&mention.schema, &mention.qualifier) {
            let known = self.dialect != Dialect::Sqlite || matches!(&*schema.key, "main" | "temp");
            if !known && !self.is_attached(schema) {
                let message = format!("unknown database `{}`", schema.text);
                out.push(
                    Diagnostic::error(&codes::UNKNOWN_OBJECT, message)
                        .at(schema.place, "")
                        .help("SQLite has `main`, `temp`, and what is attached"),
                );
                return;
            }
            let here = frames.iter().any(|frame| frame.has_source(qualifier));
            if &*schema.key == "temp" || !here && self.dialect != Dialect::Sqlite {
                return;
            }
        }
        if is_system_column(self.dialect, &name.key)
            || self.dialect == Dialect::Sqlite && name.double_quoted && mention.qualifier.is_none()
            || self.of_name(Space::Routine, &name.key).next().is_some()
        {
            return;
        }
        if let Some(qualifier) = &mention.qualifier {
            for frame in frames.iter().rev() {
                let Some(source) = frame.sources.iter().find(|source| source.name.as_ref() == Some(&qualifier.key))
                else {
                    continue;
                };
                match &source.columns {
                    Columns::Table(key) => {
                        if let Some(table) = self.table(key)
                            && table.column(&name.key).is_none()
                        {
                            out.push(self.unknown_column(name, key, table));
                        }
                    }
                    Columns::Names(names) if !is_among(&name.key, names) => {
                        out.push(unknown_output(name, Some(&qualifier.text), names));
                    }
                    Columns::Names(_) | Columns::Unknown => (),
                }
                return;
            }
            self.check_qualifier(qualifier, frames, out);
            return;
        }
        let mut tables: Vec<Key> = Vec::new();
        let mut others: Vec<Arc<str>> = Vec::new();
        for frame in frames.iter().rev() {
            if mention.alone && self.is_ambiguous(name, frame, out) {
                return;
            }
            for source in &frame.sources {
                let is_row = source.name.as_ref() == Some(&name.key);
                if is_row || self.has(&source.columns, name) != Some(false) {
                    return;
                }
                match &source.columns {
                    Columns::Table(key) if !tables.contains(key) => tables.push(key.clone()),
                    Columns::Names(names) => others.extend(names.iter().cloned()),
                    Columns::Table(_) | Columns::Unknown => (),
                }
            }
            if frame.open {
                return;
            }
        }
        if !others.is_empty() {
            out.push(unknown_output(name, None, &others));
        } else if !tables.is_empty() {
            out.push(self.unknown_column_of(name, &tables));
        } else if self.dialect != Dialect::Postgres && frames.iter().all(|frame| frame.sources.is_empty()) {
            let message = format!("unknown column `{}`", name.text);
            let diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, "nothing is read here");
            out.push(match self.dialect {
                Dialect::Sqlite => diagnostic.help("a text stands in single quotes"),
                _ => diagnostic,
            });
        }
    }

    /// Several sources have a column of this name, and it is not said which is meant.
    fn is_ambiguous(&self, name: &Ident, frame: &Frame, out: &mut Vec<Diagnostic>) -> bool {
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
    fn check_qualifier(&self, qualifier: &Ident, frames: &[Frame], out: &mut Vec<Diagnostic>) {
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

    /// What a query surely reads.
    pub(super) fn uses(&self, scope: &Scope, uses: &mut Vec<Use>) {
        self.uses_below(scope, &mut Vec::new(), uses);
    }

    fn uses_below(&self, scope: &Scope, ctes: &mut Vec<Arc<str>>, uses: &mut Vec<Use>) {
        let known_ctes = ctes.len();
        ctes.extend(scope.ctes.iter().cloned());
        let mut own: Vec<(Option<Arc<str>>, Key)> = Vec::new();
        let mut all_known = true;
        for source in &scope.sources {
            let Some(path) = &source.path else {
                all_known = false;
                continue;
            };
            if let Some(key) = self.read_relation(path, ctes) {
                let name = source.alias.as_ref().unwrap_or(&path.name);
                own.push((Some(name.key.clone()), key));
            } else {
                all_known = false;
            }
        }
        for (name, key) in &own {
            let all = scope.all || scope.all_of.iter().any(|of| name.as_ref() == Some(&of.key));
            let mut columns: Vec<Arc<str>> = Vec::new();
            if let Some(table) = self.table(key).filter(|_| all) {
                columns.extend(table.columns.iter().map(|column| column.name.key.clone()));
            }
            match uses.iter_mut().find(|used| used.key == *key) {
                Some(used) => used.columns.extend(columns),
                None => uses.push(Use { key: key.clone(), columns }),
            }
        }
        for mention in &scope.columns {
            let mut found = own.iter().filter(|(name, key)| match &mention.qualifier {
                Some(qualifier) => name.as_ref() == Some(&qualifier.key),
                None => all_known && self.table(key).is_some_and(|table| table.column(&mention.name.key).is_some()),
            });
            if let (Some((_, key)), None) = (found.next(), found.next())
                && let Some(used) = uses.iter_mut().find(|used| used.key == *key)
                && !used.columns.contains(&mention.name.key)
            {
                used.columns.push(mention.name.key.clone());
            }
        }
        for child in &scope.children {
            self.uses_below(child, ctes, uses);
        }
        ctes.truncate(known_ctes);
    }

    fn read_relation(&self, path: &Path, ctes: &[Arc<str>]) -> Option<Key> {
        if path.schema.is_none() && ctes.contains(&path.name.key) {
            return None;
        }
        match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure: true } if matches!(entry.object, Object::Table(_) | Object::View(_)) => {
                Some(key)
            }
            Found::Here { .. } | Found::Missing(_) | Found::Unsure => None,
        }
    }
}
