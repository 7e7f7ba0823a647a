//! Whether the tables and columns that a query speaks of are there.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::constraint::ConstraintKind;
use super::fits::{count, other_count};
use super::mention::{Filled, From, Mention, Output, Scope};
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
pub(super) struct Frame {
    pub(super) sources: Vec<Visible>,
    pub(super) open: bool,
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

/// A common table expression, and its columns.
pub(super) type Cte = (Arc<str>, Columns);

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

    fn walk(&self, scope: &Scope, ctes: &mut Vec<Cte>, frames: &mut Vec<Frame>, out: &mut Vec<Diagnostic>) {
        let known_ctes = ctes.len();
        self.add_ctes(scope, ctes);
        let mut frame = Frame { sources: Vec::with_capacity(scope.sources.len()), open: scope.open };
        for source in &scope.sources {
            let columns = self.source(source, scope, ctes, out);
            let function = source.functions.first().filter(|_| source.functions.len() == 1).map(|own| &own.path.name);
            let name = source.alias.as_ref().or(source.path.as_ref().map(|path| &path.name)).or(function);
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
                    self.check_filled(filled, path, known, out);
                }
            }
            if let (Columns::Names(names), true, Dialect::Postgres) = (&columns, source.target, self.dialect) {
                let shown = source.path.as_ref().map(|path| path.name.text.clone());
                for name in scope.assigned.iter().filter(|name| !names.contains(&name.key)) {
                    if !is_system_column(self.dialect, &name.key) {
                        out.push(unknown_output(name, shown.as_ref(), names));
                    }
                }
            }
            frame.sources.push(Visible { name: name.map(|name| name.key.clone()), columns });
        }
        if self.dialect == Dialect::Postgres {
            self.check_shape(scope, &frame, ctes, out);
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
        frames.push(frame);
        for mention in &scope.columns {
            // PostgreSQL looks for those only where they stand alone, and there the reader left them out.
            let named = self.dialect != Dialect::Postgres && scope.outputs.contains(&mention.name.key);
            if !named || mention.qualifier.is_some() {
                self.mention(mention, frames, out);
            }
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
    fn check_filled(&self, filled: &Filled, path: &Path, table: &Table, out: &mut Vec<Diagnostic>) {
        let at = path.name.place;
        if let Some(name) = filled.twice.as_ref().filter(|_| self.dialect != Dialect::Sqlite) {
            out.push(other_count(name.place, format!("column `{}` is named twice", name.text)));
            return;
        }
        // Which columns count where none is named, the server knows better where some are computed or hidden.
        let plain = |column: &super::table::Column| column.generated.is_none() && column.details.options.is_empty();
        let wanted = match filled.columns {
            0 if table.columns.iter().all(|column| plain(column)) => table.columns.len(),
            0 => return,
            columns => columns,
        };
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
    pub(super) fn add_ctes(&self, scope: &Scope, ctes: &mut Vec<Cte>) {
        // One may read those before it, and a recursive one itself.
        let first = ctes.len();
        ctes.extend(scope.ctes.iter().map(|name| (name.clone(), Columns::Unknown)));
        for (at, (child, names)) in scope.named.iter().enumerate() {
            let columns = match &names[..] {
                [] => scope.children.get(*child).and_then(|child| self.outputs(child, ctes)),
                // The first columns have these names, and the rest keep theirs.
                names => scope.children.get(*child).and_then(|child| self.outputs(child, ctes)).map(|columns| {
                    let rest = columns.into_iter().skip(names.len());
                    names.iter().cloned().chain(rest).collect()
                }),
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

    pub(super) fn outputs(&self, scope: &Scope, ctes: &mut Vec<Cte>) -> Option<Vec<Arc<str>>> {
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
                Output::All if scope.merged_all || !scope.merged.is_empty() => return self.merged(scope, ctes, known),
                Output::All => None,
                Output::AllOf(name) => Some(name),
                Output::Inner => {
                    match scope.children.last().and_then(|child| self.outputs(child, ctes)) {
                        Some(columns) => names.extend(columns),
                        None => complete = false,
                    }
                    continue;
                }
            };
            let called = |source: &&From| {
                let own = source.alias.as_ref().or(source.path.as_ref().map(|path| &path.name));
                of.is_none_or(|name| own.is_some_and(|own| own.key == *name))
            };
            for source in scope.sources.iter().filter(called).filter(|source| of.is_some() || !source.again) {
                match self.names_of(&self.source(source, scope, ctes, &mut Vec::new())) {
                    Some(columns) => names.extend(columns),
                    None => complete = false,
                }
            }
            complete &= scope.sources.iter().any(|source| called(&source));
        }
        ctes.truncate(known);
        names.extend(scope.added.iter().cloned());
        complete.then_some(names)
    }

    /// The columns of `*` where tables are joined by columns of the same name, in an order that is not the server's.
    fn merged(&self, scope: &Scope, ctes: &mut Vec<Cte>, known: usize) -> Option<Vec<Arc<str>>> {
        let mut names: Vec<Arc<str>> = scope.merged.clone();
        let only_all = matches!(scope.returns.as_deref(), Some([Output::All])) && !scope.merged_all && !scope.open;
        let mut complete = only_all && scope.added.is_empty();
        for source in scope.sources.iter().filter(|source| !source.again) {
            match self.names_of(&self.source(source, scope, ctes, &mut Vec::new())) {
                Some(columns) => names.extend(columns.into_iter().filter(|name| !scope.merged.contains(name))),
                None => complete = false,
            }
        }
        ctes.truncate(known);
        complete.then_some(names)
    }

    pub(super) fn names_of(&self, columns: &Columns) -> Option<Vec<Arc<str>>> {
        match columns {
            Columns::Unknown => None,
            Columns::Table(key) => {
                Some(self.table(key)?.columns.iter().map(|column| column.name.key.clone()).collect())
            }
            Columns::Names(names) => Some(names.to_vec()),
        }
    }

    /// Whether there is such a column; none if nobody can say.
    pub(super) fn has(&self, columns: &Columns, name: &Ident) -> Option<bool> {
        match columns {
            Columns::Unknown => None,
            Columns::Table(key) => Some(self.table(key)?.column(&name.key).is_some()),
            Columns::Names(names) => Some(names.contains(&name.key)),
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
        let Some(path) = &source.path else { return Columns::Unknown };
        if path.schema.is_none()
            && let Some((_, columns)) = ctes.iter().rev().find(|(name, _)| *name == path.name.key)
        {
            return columns.clone();
        }
        match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure } => match &entry.object {
                Object::Table(table) if sure && !table.open => Columns::Table(key),
                Object::Table(table) if sure => table.names.clone().map_or(Columns::Unknown, Columns::Names),
                Object::View(view) if sure => view.columns.clone().map_or(Columns::Unknown, Columns::Names),
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
        if is_system_column(self.dialect, &name.key)
            || self.dialect == Dialect::Sqlite && name.double_quoted && mention.qualifier.is_none()
            || (mention.qualifier.is_some() || self.dialect != Dialect::Postgres)
                && self.of_name(Space::Routine, &name.key).next().is_some()
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
                    Columns::Names(names) if !names.contains(&name.key) => {
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
        }
    }

    /// What stands before a dot is something that the query reads.
    fn check_qualifier(&self, qualifier: &Ident, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        let sources = || frames.iter().flat_map(|frame| &frame.sources);
        let clear = frames.iter().all(|frame| !frame.open) && sources().all(|source| source.name.is_some());
        let near = |source: &Visible| {
            source.name.as_ref().is_some_and(|name| name.to_lowercase() == qualifier.key.to_lowercase())
        };
        if !clear || sources().next().is_none() || sources().any(near) {
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
