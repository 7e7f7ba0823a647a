//! Whether the tables and columns that a query speaks of are there.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::fits::{count, other_count};
use super::mention::{Filled, From, Mention, Scope, UNNAMED};
use super::name::{Ident, Path};
use super::problem::unknown_output;
use super::view::Use;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::reserved::SESSION_VALUES;

/// Columns that every table has without saying so.
pub(super) fn is_system_column(dialect: Dialect, key: &str) -> bool {
    match dialect {
        Dialect::Postgres => matches!(key, "ctid" | "xmin" | "xmax" | "cmin" | "cmax" | "tableoid" | "oid"),
        Dialect::Sqlite => matches!(key, "rowid" | "oid" | "_rowid_" | "rank"),
        Dialect::MySql | Dialect::MariaDb => matches!(key, "_rowid" | "my_row_id"),
    }
}

/// What the check of a domain is about.
pub(super) fn is_of_domain(dialect: Dialect, key: &str) -> bool {
    dialect == Dialect::Postgres && key == "value"
}

/// What tables of MariaDB have that keep their rows as they were: it can be read, and not written.
pub(super) fn is_kept_column(dialect: Dialect, key: &str) -> bool {
    dialect == Dialect::MariaDb && matches!(key, "row_end" | "row_start")
}

/// What is visible at one level of a query.
pub(super) struct Frame {
    pub(super) sources: Vec<Visible>,
    pub(super) open: bool,
    /// Whatever several sources have may be one column.
    pub(super) natural: bool,
    /// Columns that are one though several sources have them.
    pub(super) merged: Vec<Arc<str>>,
    /// The names of what is returned, where queries inside see them (not PostgreSQL).
    pub(super) outputs: Vec<Arc<str>>,
}

/// A source as the query sees it.
pub(super) struct Visible {
    /// What stands before the dot.
    pub(super) name: Option<Arc<str>>,
    /// Its columns.
    pub(super) columns: Columns,
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
    pub(super) fn has_source(&self, name: &Ident) -> bool {
        self.sources.iter().any(|source| source.name.as_ref() == Some(&name.key))
    }
}

/// Whether a name is among those that a query returns, or may be the text of something that it returns.
pub(super) fn is_among(name: &Arc<str>, names: &[Arc<str>]) -> bool {
    let text = || {
        name.starts_with(|c: char| c.is_ascii_digit())
            || !name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
    };
    names.contains(name) || names.iter().any(|own| &**own == UNNAMED) && text()
}

/// A common table expression, and its columns.
pub(super) type Cte = (Arc<str>, Columns);

impl Catalog {
    /// Rows are read or written.
    pub(super) fn data(&mut self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let before = out.len();
        self.check_scope(scope, out);
        if out.len() == before {
            self.check_set_off(scope, out);
        }
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
        if out.len() == before {
            self.check_evaluated(scope, out);
            self.check_nulls(scope, out);
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

    /// Tables and columns must be there. The first that is not is said.
    pub(super) fn check_scope(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        let mut found = Vec::new();
        self.walk(scope, &mut Vec::new(), &mut Vec::new(), &mut found);
        // What follows from a missing table is no mistake of its own, and one column is named once.
        let mut seen = BTreeSet::new();
        found.retain(|problem: &Diagnostic| seen.insert(problem.message.clone()));
        // One place is wrong once.
        let mut places = BTreeSet::new();
        found.retain(|problem| problem.at.is_none_or(|at| places.insert(at)));
        if found.is_empty() {
            self.check_types(scope, &mut found);
        }
        out.extend(found);
    }

    pub(super) fn walk(&self, scope: &Scope, ctes: &mut Vec<Cte>, frames: &mut Vec<Frame>, out: &mut Vec<Diagnostic>) {
        let known_ctes = ctes.len();
        out.extend(scope.faults.iter().cloned());
        for (name, help) in &scope.strange {
            self.check_strange(name, help, out);
        }
        for (name, _) in &scope.stored {
            self.check_stored(name, out);
        }
        self.add_ctes(scope, ctes);
        let mut frame = Frame {
            sources: Vec::with_capacity(scope.sources.len()),
            open: scope.open,
            natural: scope.merged_all,
            merged: scope.merged.iter().map(|name| name.key.clone()).collect(),
            outputs: if self.dialect == Dialect::Postgres { Vec::new() } else { scope.outputs.clone() },
        };
        let of_target = || scope.assigned.iter().chain(&scope.excluded);
        for source in &scope.sources {
            let columns = self.source(source, scope, ctes, out);
            let function = source.functions.first().filter(|_| source.functions.len() == 1).map(|own| &own.path.name);
            let name = source.called().or(function);
            if let (Columns::Names(names), true, false) = (&columns, source.target, self.dialect == Dialect::Postgres) {
                for name in of_target().filter(|name| !is_among(&name.key, names)) {
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
                for name in of_target().filter(generic) {
                    if let Some(column) = column_behind(name, scope) {
                        let message = format!("a column that gets a value stands without its table: `{}`", name.text);
                        out.push(
                            Diagnostic::error(&codes::UNKNOWN_COLUMN, message)
                                .at(name.place, "")
                                .help(format!("write `{}`", column.text)),
                        );
                    } else if !is_system_column(self.dialect, &name.key) {
                        out.push(self.unknown_column(name, key, known));
                    }
                }
                if !scope.conflict.is_empty() {
                    self.check_conflict(&scope.conflict, key, known, out);
                }
                if let (Some(filled), Some(path)) = (&scope.filled, &source.path) {
                    match self.width_of_rows(filled, scope, ctes) {
                        Some(width) => {
                            let filled = Filled { values: vec![width], ..filled.clone() };
                            self.check_filled(&filled, &scope.assigned, path, known, out);
                        }
                        None => self.check_filled(filled, &scope.assigned, path, known, out),
                    }
                }
            }
            if let (Columns::Names(names), true, Dialect::Postgres) = (&columns, source.target, self.dialect) {
                let shown = source.path.as_ref().map(|path| path.name.text.clone());
                for name in of_target().filter(|name| !names.contains(&name.key)) {
                    if !is_system_column(self.dialect, &name.key) {
                        out.push(unknown_output(name, shown.as_ref(), names));
                    }
                }
            }
            frame.sources.push(Visible { name: name.map(|name| name.key.clone()), columns });
        }
        if self.dialect == Dialect::Postgres {
            self.check_shape(scope, (&frame, frames), ctes, out);
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
            // PostgreSQL looks for those only where they stand alone, and there the reader left them out.
            let named =
                self.dialect != Dialect::Postgres && !mention.strict && scope.outputs.contains(&mention.name.key);
            if mention.unseen {
                self.check_unseen(mention, frames, out);
            } else if !named || mention.qualifier.is_some() {
                let known = out.len();
                self.mention(mention, frames, out);
                if mention.qualifier.is_none() && scope.outputs.contains(&mention.name.key) {
                    for problem in &mut out[known..] {
                        problem.notes.clear();
                        problem.help =
                            vec!["what is returned under this name is not seen here: write what it is made of".into()];
                    }
                }
            }
        }
        for name in &scope.all_of {
            self.check_all_of(name, frames, out);
        }
        for (at, child) in scope.children.iter().enumerate().filter(|(_, child)| !child.apart) {
            self.walk_inside(scope, (at, child), (ctes, known_ctes), frames, out);
        }
        frames.pop();
        for (at, child) in scope.children.iter().enumerate().filter(|(_, child)| child.apart) {
            self.walk_inside(scope, (at, child), (ctes, known_ctes), frames, out);
        }
        ctes.truncate(known_ctes);
    }

    /// How many columns `INSERT … SELECT *` has from tables whose columns are all shown.
    fn width_of_rows(&self, filled: &Filled, scope: &Scope, ctes: &mut Vec<Cte>) -> Option<usize> {
        let child = scope.inserted.and_then(|at| scope.children.get(at)).filter(|_| filled.values.is_empty())?;
        let shown = |source: &From| {
            let Some(path) = source.path.as_ref().filter(|_| source.columns.is_empty()) else { return false };
            let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return false };
            matches!(&entry.object, Object::Table(table) if !table.open
                && !table.options.contains_key("virtual")
                && table.columns.iter().all(|column| column.details.options.is_empty()))
        };
        let plain = self.dialect != Dialect::Postgres
            && child.ctes.is_empty()
            && ctes.is_empty()
            && child.merged.is_empty()
            && !child.merged_all
            && child.sources.iter().all(shown);
        plain.then(|| self.outputs(child, ctes)).flatten().map(|names| names.len())
    }

    /// A query inside of another. A common table expression that is not recursive sees those before it only.
    fn walk_inside(
        &self,
        scope: &Scope,
        (at, child): (usize, &Scope),
        (ctes, known): (&mut Vec<Cte>, usize),
        frames: &mut Vec<Frame>,
        out: &mut Vec<Diagnostic>,
    ) {
        let place = scope.named.iter().position(|(child, _)| *child == at);
        let hidden = match place.filter(|_| self.dialect == Dialect::Postgres && !scope.recursive) {
            Some(before) if scope.named.len() == scope.ctes.len() => ctes.split_off(known + before),
            _ => Vec::new(),
        };
        self.walk(child, ctes, frames, out);
        ctes.extend(hidden);
    }

    /// A sequence that a function is told must be there.
    pub(super) fn check_sequence(&self, path: &Path, out: &mut Vec<Diagnostic>) {
        match self.find(Space::Relation, path) {
            Found::Missing(gone) => out.push(self.unknown(Kind::Sequence, path, gone.as_deref())),
            Found::Here { entry, sure: true, .. }
                if self.dialect == Dialect::Postgres
                    && matches!(entry.object, Object::Table(_) | Object::View(_) | Object::Index { .. }) =>
            {
                out.push(self.other_kind(Kind::Sequence, path, &entry));
            }
            Found::Here { .. } | Found::Unsure => (),
        }
    }

    /// The columns of a source of `scope`, by the names they have there.
    pub(super) fn source(
        &self,
        source: &From,
        scope: &Scope,
        ctes: &mut Vec<Cte>,
        out: &mut Vec<Diagnostic>,
    ) -> Columns {
        let columns = self.own_columns(source, scope, ctes, out);
        if source.columns.is_empty() {
            return columns;
        }
        let Some(names) = self.names_of(&columns) else { return Columns::Unknown };
        if source.columns.len() > names.len() && self.dialect == Dialect::Postgres {
            let of_function = source.functions.first().map(|own| &own.path.name);
            if let Some(called) = source.called().or(of_function) {
                let message =
                    format!("`{}` has {} names for {}", called.text, source.columns.len(), count(names.len()));
                out.push(other_count(called.place, message));
            }
        }
        let rest = names.into_iter().skip(source.columns.len());
        Columns::Names(source.columns.iter().cloned().chain(rest).collect())
    }

    fn own_columns(&self, source: &From, scope: &Scope, ctes: &mut Vec<Cte>, out: &mut Vec<Diagnostic>) -> Columns {
        if !source.functions.is_empty() || source.listed.is_some() {
            return self.columns_of_functions(source).map_or(Columns::Unknown, |names| Columns::Names(names.into()));
        }
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
                Object::Index { .. } if sure => {
                    out.push(self.other_kind(Kind::Table, path, &entry));
                    Columns::Unknown
                }
                _ => Columns::Unknown,
            },
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, path, gone.as_deref()));
                Columns::Unknown
            }
            Found::Unsure => Columns::Unknown,
        }
    }

    pub(super) fn mention(&self, mention: &Mention, frames: &[Frame], out: &mut Vec<Diagnostic>) {
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
            if &*schema.key == "temp" || !here && self.dialect.is_mysql_family() {
                return;
            }
        }
        if self.dialect == Dialect::Sqlite
            && matches!(&*name.key, "rowid" | "oid" | "_rowid_")
            && let Some(table) = self.without_rowid(mention, frames)
        {
            let message = format!("table `{}` has no `{}`: it is WITHOUT ROWID", table.name, name.text);
            out.push(
                Diagnostic::error(&codes::UNKNOWN_COLUMN, message)
                    .at(name.place, "")
                    .label(table.place, "the table is made here"),
            );
            return;
        }
        if is_system_column(self.dialect, &name.key)
            || is_kept_column(self.dialect, &name.key)
            || is_of_domain(self.dialect, &name.key)
            || self.dialect == Dialect::Sqlite && name.double_quoted && mention.qualifier.is_none()
            || (mention.qualifier.is_some() || self.dialect != Dialect::Postgres)
                && self.of_name(Space::Routine, &name.key).next().is_some()
        {
            return;
        }
        if let Some(qualifier) = &mention.qualifier {
            for frame in frames.iter().rev() {
                // With its schema, one of the name in another schema is not meant.
                let of_schema = |columns: &Columns| match (columns, &mention.schema) {
                    (Columns::Table(key), Some(schema)) => key.schema == schema.key,
                    _ => true,
                };
                let is = |source: &&Visible| source.name.as_ref() == Some(&qualifier.key) && of_schema(&source.columns);
                let Some(source) = frame.sources.iter().find(is) else { continue };
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
        for (up, frame) in frames.iter().rev().enumerate() {
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
            if frame.open || up > 0 && frame.outputs.contains(&name.key) {
                return;
            }
        }
        if !others.is_empty() {
            out.push(unknown_output(name, None, &others));
        } else if !tables.is_empty() {
            out.push(self.unknown_column_of(name, &tables));
        } else if !self.is_value_or_type(name) && frames.iter().all(|frame| frame.sources.is_empty()) {
            let message = format!("unknown column `{}`", name.text);
            let diagnostic = Diagnostic::error(&codes::UNKNOWN_COLUMN, message).at(name.place, "nothing is read here");
            out.push(match self.dialect {
                Dialect::Sqlite => diagnostic.help("a text stands in single quotes"),
                Dialect::Postgres if name.double_quoted => diagnostic.help("a text stands in single quotes"),
                _ => diagnostic,
            });
        }
    }

    /// Whether a word may be no column in PostgreSQL: a value of its own, or the type of a text, as in `macaddr '…'`.
    fn is_value_or_type(&self, name: &Ident) -> bool {
        let ty = || {
            super::function::is_brought(&name.key)
                || super::extension::brings(&name.key)
                || self.of_name(Space::Type, &name.key).next().is_some()
                || !self.is_sure()
                || self.state.foreign_types
        };
        let value = || *name.key == *"default" || SESSION_VALUES.contains(&&*name.key);
        self.dialect == Dialect::Postgres && (value() || !name.double_quoted && ty())
    }

    /// The only table that a rowid could be of, where it has none.
    fn without_rowid(&self, mention: &Mention, frames: &[Frame]) -> Option<Arc<super::Entry>> {
        let of = |source: &Visible| mention.qualifier.as_ref().is_none_or(|own| source.name.as_ref() == Some(&own.key));
        let mut sources = frames.iter().flat_map(|frame| &frame.sources).filter(|source| of(source));
        let (only, None) = (sources.next()?, sources.next()) else { return None };
        let Columns::Table(key) = &only.columns else { return None };
        let table = self.table(key)?;
        let none = table.options.contains_key("without rowid") && table.column(&mention.name.key).is_none();
        none.then(|| self.existing(key)).flatten()
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
            // SQLite looks anew at what `*` means.
            let of_own = || scope.all_of.iter().any(|of| name.as_ref() == Some(&of.key));
            let all = self.dialect != Dialect::Sqlite && (scope.all || of_own());
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

/// `SET a.b = …`, where `a` is no column but a table of the statement: the column that is meant.
fn column_behind<'s>(name: &Ident, scope: &'s Scope) -> Option<&'s Ident> {
    let source = scope.sources.iter().any(|source| source.called().is_some_and(|called| called.key == name.key));
    let field = scope.fields.iter().find(|(row, _)| source && row.place == name.place);
    field.map(|(_, column)| column)
}
