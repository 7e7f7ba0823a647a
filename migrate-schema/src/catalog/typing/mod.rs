//! Whether the expressions of a statement have types that go together, as PostgreSQL sees it. Only what is certain is said,
//! and of a statement the first thing alone.

mod called;
mod group;
mod infer;
pub(in crate::catalog) mod literal;
mod overload;
mod returned;
mod server;
mod spot;
pub(super) mod ty;
mod write;

use std::sync::Arc;

use migrate_core::Dialect;

use super::fits::{count, other_count};
use super::mention::{From, Mention, Output, Scope};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
pub(super) use spot::Spot;
use ty::Ty;

/// The columns of something, with their types.
type Row = Vec<(Arc<str>, Ty)>;

/// Something that is read, as the query sees it.
#[derive(Debug, Clone)]
struct Source {
    name: Option<Arc<str>>,
    columns: Option<Row>,
    key: Option<Key>,
    again: bool,
}

/// What is visible at one level.
#[derive(Debug, Clone, Default)]
struct Level {
    sources: Vec<Source>,
    merged: Vec<Arc<str>>,
    merged_all: bool,
    open: bool,
}

/// The walk over one statement.
struct Typing<'c> {
    catalog: &'c Catalog,
    levels: Vec<Level>,
    ctes: Vec<(Arc<str>, Option<Row>)>,
    /// What the queries inside of the level at hand return.
    results: Vec<Option<Row>>,
    problem: Option<Diagnostic>,
    own_operators: bool,
    own_casts: bool,
    /// Where something stands that does not always give the same, and what it is called.
    mutable: Option<(crate::source::Place, String)>,
    /// The rows at hand are those of an INSERT, and become what the columns are.
    inserted: bool,
    /// The types of these rows.
    row_types: Vec<Vec<Ty>>,
    /// Where the second of two queries begins.
    parts_at: Option<crate::source::Place>,
    /// What is called is a procedure.
    procedure: bool,
}

impl Catalog {
    /// The first thing that is wrong with the types of a statement.
    pub(super) fn check_types(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        if self.dialect != Dialect::Postgres {
            return;
        }
        let mut typing = self.typing();
        typing.scope(scope);
        if let (None, Some(spot), Some((at, what))) = (&typing.problem, scope.values.fixed, &typing.mutable) {
            typing.problem = Some(mutable(*at, what, spot));
        }
        out.extend(typing.problem);
    }

    /// The types of what a query returns, as far as they are the server's own; empty for the others.
    pub(super) fn types_of_rows(&self, query: &Scope) -> Option<Vec<Arc<str>>> {
        let mut typing = self.typing();
        let row = typing.scope(query)?;
        let base = |ty: Ty| match ty {
            Ty::Base(name) => name,
            _ => Arc::default(),
        };
        typing.problem.is_none().then(|| row.into_iter().map(|(_, ty)| base(ty)).collect())
    }

    fn typing(&self) -> Typing<'_> {
        let strangers = self.state.strangers || self.state.foreign_types;
        let mut typing = Typing {
            catalog: self,
            levels: Vec::new(),
            ctes: Vec::new(),
            results: Vec::new(),
            problem: None,
            own_operators: strangers || self.state.own_operators,
            own_casts: strangers || self.state.own_casts,
            mutable: None,
            inserted: false,
            row_types: Vec::new(),
            parts_at: None,
            procedure: false,
        };
        typing.own_operators |= typing.own_casts;
        typing
    }
}

impl Catalog {
    /// Extensions, or these files, may have made operators and what goes with them.
    pub(super) fn has_other_classes(&self) -> bool {
        self.state.strangers || self.state.foreign_types || self.state.own_operators
    }
}

/// Whether a type is one of the server's own, as its meaning has it.
pub(super) fn is_of_server(ty: &str) -> bool {
    server::category(ty).is_some()
}

impl Typing<'_> {
    fn found(&self) -> bool {
        self.problem.is_some()
    }

    fn problem(&mut self, problem: Diagnostic) {
        self.problem.get_or_insert(problem);
    }

    /// One level of a statement. What it returns, where that is known.
    fn scope(&mut self, scope: &Scope) -> Option<Row> {
        let known = self.ctes.len();
        let mut results: Vec<Option<Row>> = vec![None; scope.children.len()];
        for (name, (child, names)) in scope.ctes.iter().zip(&scope.named) {
            self.ctes.push((name.clone(), None));
            let Some(inner) = scope.children.get(*child) else { continue };
            let row = self.scope(inner);
            let row = row.map(|row| renamed(row, names));
            if let Some(last) = self.ctes.last_mut() {
                last.1 = row.filter(|_| inner.added.is_empty());
            }
        }
        let cte = |at: usize| scope.named.iter().any(|(child, _)| *child == at);
        for (at, child) in scope.children.iter().enumerate().filter(|(at, child)| child.apart && !cte(*at)) {
            let outer = std::mem::replace(&mut self.inserted, scope.inserted == Some(at));
            results[at] = self.scope(child);
            self.inserted = outer;
        }
        let merged = scope.merged.iter().map(|name| name.key.clone()).collect();
        let mut level = Level { sources: Vec::new(), merged, merged_all: scope.merged_all, open: scope.open };
        let mut lateral = Vec::new();
        for source in &scope.sources {
            if let Some(child) = source.child.filter(|child| scope.children.get(*child).is_some_and(|c| !c.apart)) {
                self.levels.push(level.clone());
                results[child] = self.scope(&scope.children[child]);
                self.levels.pop();
                lateral.push(child);
            }
            level.sources.push(self.source(source, &results));
        }
        self.levels.push(level);
        for (at, child) in scope.children.iter().enumerate().filter(|(_, child)| !child.apart) {
            if !lateral.contains(&at) {
                results[at] = self.scope(child);
            }
        }
        let outer = std::mem::replace(&mut self.results, results);
        let row = self.values(scope);
        self.results = outer;
        self.levels.pop();
        self.ctes.truncate(known);
        row
    }

    fn source(&self, source: &From, results: &[Option<Row>]) -> Source {
        let name = source.alias.as_ref().or(source.path.as_ref().map(|path| &path.name));
        let function = source.functions.first().filter(|_| source.functions.len() == 1).map(|own| &own.path.name);
        let name = name.or(function).map(|name| name.key.clone());
        let mut key = None;
        let columns = if let (Some(names), Some(types)) = (&source.listed, &source.types) {
            Some(names.iter().cloned().zip(types.iter().map(|ty| self.catalog.ty_of(ty))).collect())
        } else if let Some(child) = source.child {
            results.get(child).cloned().flatten()
        } else if !source.functions.is_empty() || source.listed.is_some() {
            self.catalog
                .columns_of_functions(source)
                .map(|names| names.into_iter().map(|name| (name, Ty::Any)).collect())
        } else if let Some(path) = &source.path {
            let cte = self.ctes.iter().rev().find(|(name, _)| path.schema.is_none() && *name == path.name.key);
            match cte {
                Some((_, row)) => row.clone(),
                None => match self.catalog.find(Space::Relation, path) {
                    Found::Here { key: found, entry, sure: true } => match &entry.object {
                        Object::Table(table) if !table.open => {
                            key = Some(found);
                            let ty = |ty: &Option<super::table::Type>| {
                                ty.as_ref().map_or(Ty::Any, |ty| self.catalog.ty_of(ty))
                            };
                            let columns = table.columns.iter();
                            Some(columns.map(|column| (column.name.key.clone(), ty(&column.ty))).collect())
                        }
                        Object::View(view) => view.columns.as_ref().map(|names| {
                            let ty = |at: usize| match view.types.get(at) {
                                Some(name) if !name.is_empty() => Ty::Base(name.clone()),
                                _ => Ty::Any,
                            };
                            names.iter().enumerate().map(|(at, name)| (name.clone(), ty(at))).collect()
                        }),
                        _ => None,
                    },
                    _ => None,
                },
            }
        } else {
            None
        };
        let columns = columns.map(|row| renamed(row, &source.columns));
        Source { name, columns, key, again: source.again }
    }

    /// The expressions of a level.
    fn values(&mut self, scope: &Scope) -> Option<Row> {
        let values = &scope.values;
        if self.found() {
            return None;
        }
        self.procedure = values.procedure;
        for call in &values.calls {
            self.infer(call);
        }
        self.procedure = false;
        for (word, condition) in &values.conditions {
            self.boolean(condition, word);
        }
        if let Some(groups) = &values.grouped {
            for group in groups {
                match group {
                    super::value::Group::By(value) => {
                        let ty = self.infer(value);
                        self.comparable(value.at, &ty, "GROUP BY");
                    }
                    super::value::Group::Some(values) => values.iter().for_each(|value| drop(self.infer(value))),
                    _ => (),
                }
            }
        }
        for value in &values.sorted {
            let ty = self.infer(value);
            self.comparable(value.at, &ty, "ORDER BY");
        }
        for value in &values.limits {
            let ty = self.infer(value);
            if !self.catalog.is_assignable(&ty, &Ty::base("bigint")) && !self.found() {
                self.misfit(value, format!("a number of rows is wanted, and this is `{}`", ty.shown()), "");
            }
        }
        let items: Vec<Ty> =
            values.items.iter().map(|item| item.as_ref().map_or(Ty::Any, |value| self.infer(value))).collect();
        if values.distinct {
            for (item, ty) in values.items.iter().zip(&items) {
                if let Some(value) = item {
                    self.comparable(value.at, ty, "DISTINCT");
                }
            }
        }
        self.check_groups(scope);
        self.check_set(scope);
        let row = self.result(scope, &items);
        self.check_inserted(scope);
        row
    }

    /// Values that are sorted or told apart are of a type that can be.
    fn comparable(&mut self, at: crate::source::Place, ty: &Ty, word: &str) {
        let Ty::Base(name) = ty else { return };
        let never = ["json", "xml", "point", "box", "circle", "polygon", "lseg", "path", "line"];
        if never.contains(&&**name) && !self.own_operators && !self.found() {
            let message = format!("`{word}` compares values, and those of `{name}` cannot be");
            let problem = Diagnostic::error(&codes::MISFIT, message).at(at, format!("this is `{name}`"));
            self.problem(if &**name == "json" { problem.help("write `…::jsonb`") } else { problem });
        }
    }

    /// The columns that a level returns.
    fn result(&mut self, scope: &Scope, items: &[Ty]) -> Option<Row> {
        let values = &scope.values;
        if values.together {
            self.parts_at = scope.children.last().and_then(place_in);
            let row = self.both();
            if let (true, Some(at), Some(row)) = (values.distinct, self.parts_at, &row) {
                for (_, ty) in row {
                    self.comparable(at, ty, "UNION");
                }
            }
            return row;
        }
        if values.same {
            return self.results.last().cloned().flatten();
        }
        if !values.rows.is_empty() {
            return self.rows(&values.rows);
        }
        let returns = scope.returns.as_ref()?;
        if let [Output::Inner] = &returns[..] {
            return self.results.last().cloned().flatten();
        }
        if returns.len() != items.len() || scope.open {
            return None;
        }
        let level = self.levels.last()?.clone();
        let mut row: Row = Vec::new();
        for (output, ty) in returns.iter().zip(items) {
            match output {
                Output::Named(name) => row.push((name.clone(), ty.clone())),
                Output::Inner => return None,
                Output::All if level.merged_all || !level.merged.is_empty() => return None,
                Output::All => {
                    for source in level.sources.iter().filter(|source| !source.again) {
                        row.extend(source.columns.clone()?);
                    }
                }
                Output::AllOf(name) => {
                    let source = level.sources.iter().find(|source| source.name.as_ref() == Some(name))?;
                    row.extend(source.columns.clone()?);
                }
            }
        }
        Some(row)
    }

    /// What two queries return together.
    fn both(&mut self) -> Option<Row> {
        let [.., left, right] = &self.results[..] else { return None };
        let (left, right) = (left.clone()?, right.clone()?);
        if left.len() != right.len() {
            if let Some(place) = self.parts_at {
                let message = format!("queries that are put together return {} and {}", count(left.len()), right.len());
                self.problem(other_count(place, message));
            }
            return None;
        }
        for ((name, one), (_, other)) in left.iter().zip(&right) {
            let problem = match (one, other) {
                (Ty::Text(text), ty) | (ty, Ty::Text(text)) if !self.catalog.is_value(text, ty) => {
                    Some(format!("`{name}` is `{}` in one of the queries, and '{text}' is no value of it", ty.shown()))
                }
                _ => self.catalog.common(&[one.clone(), other.clone()]).err().map(|(first, second)| {
                    format!(
                        "`{name}` is `{}` in one of the queries and `{}` in the other",
                        first.shown(),
                        second.shown()
                    )
                }),
            };
            if let (Some(message), Some(place)) = (problem, self.parts_at) {
                self.problem(Diagnostic::error(&codes::MISFIT, message).at(place, ""));
                return None;
            }
        }
        let row = left.into_iter().zip(right).map(|((name, one), (_, other))| {
            let ty = self.catalog.common(&[one, other]).unwrap_or(Ty::Any);
            (name, ty)
        });
        Some(row.collect())
    }

    /// The rows of `VALUES`.
    fn rows(&mut self, rows: &[Vec<super::value::Value>]) -> Option<Row> {
        let first = rows.first()?;
        if let Some(other) = rows.iter().find(|row| row.len() != first.len()) {
            let place = other.first().or(first.first())?.at;
            self.problem(other_count(place, format!("a row of {} beside one of {}", other.len(), first.len())));
            return None;
        }
        let mut row: Row = Vec::new();
        let mut by_row: Vec<Vec<Ty>> = vec![Vec::new(); rows.len()];
        for at in 0..first.len() {
            let column: Vec<&super::value::Value> = rows.iter().map(|row| &row[at]).collect();
            let types: Vec<Ty> = column.iter().map(|value| self.infer(value)).collect();
            for (own, ty) in by_row.iter_mut().zip(&types) {
                own.push(ty.clone());
            }
            let ty = match types.iter().all(|ty| matches!(ty, Ty::Text(_))) || self.inserted {
                true => types.first().cloned().filter(|_| rows.len() == 1).unwrap_or(Ty::Any),
                false => self.together("VALUES", &column, &types),
            };
            row.push((format!("column{}", at + 1).into(), ty));
        }
        if self.inserted {
            self.row_types = by_row;
        }
        Some(row)
    }

    /// The type of a column; none where nobody can say.
    fn find_column(&mut self, mention: &Mention) -> Option<Ty> {
        let name = &mention.name.key;
        let levels = std::mem::take(&mut self.levels);
        let mut problem = None;
        let found = levels.iter().rev().find_map(|level| {
            // The row that could not be inserted has the columns of the table.
            if mention.qualifier.as_ref().is_some_and(|own| &*own.key == "excluded")
                && let [source] = &level.sources[..]
                && source.name.as_ref().is_some_and(|name| &**name != "excluded")
            {
                return source
                    .columns
                    .as_ref()
                    .map(|columns| columns.iter().find(|(own, _)| own == name).map(|(_, ty)| ty.clone()));
            }
            let mut here: Vec<(&Source, &Ty)> = Vec::new();
            for source in &level.sources {
                if mention.qualifier.as_ref().is_some_and(|own| source.name.as_ref() != Some(&own.key)) {
                    continue;
                }
                if mention.qualifier.is_none() && source.name.as_ref() == Some(name) {
                    return Some(Some(Ty::Row).filter(|_| {
                        source.key.is_some() && source.columns.iter().flatten().all(|(own, _)| own != name)
                    }));
                }
                let Some(columns) = &source.columns else { return Some(None) };
                here.extend(columns.iter().filter(|(own, _)| own == name).map(|(_, ty)| (source, ty)));
            }
            let merged = level.merged_all || level.merged.contains(name);
            let plain = here.iter().filter(|(source, _)| !source.again).count();
            match &here[..] {
                [] if level.open => Some(None),
                [] => None,
                [(_, ty)] => Some(Some((*ty).clone())),
                _ if merged || level.open => Some(None),
                _ if plain > 1 && mention.qualifier.is_none() => {
                    let names: Vec<String> = here
                        .iter()
                        .filter_map(|(source, _)| source.name.as_ref())
                        .map(|source| format!("`{source}.{name}`"))
                        .collect();
                    problem = Some(
                        Diagnostic::error(
                            &codes::AMBIGUOUS,
                            format!("`{}` may be {}", mention.name.text, names.join(" or ")),
                        )
                        .at(mention.name.place, "it is not clear which is meant")
                        .help("write the table before it"),
                    );
                    Some(None)
                }
                _ => Some(None),
            }
        });
        self.levels = levels;
        self.problem = self.problem.take().or(problem);
        found.flatten()
    }
}

/// Something that does not always give the same stands where it must.
fn mutable(at: crate::source::Place, what: &str, spot: &str) -> Diagnostic {
    let message = format!("{what} is not immutable, and {spot} is made of what always gives the same");
    let problem = Diagnostic::error(&codes::MISFIT, message).at(at, "");
    match what {
        what if what.contains("own function") => problem.help("write `IMMUTABLE` where the function is made, if it is"),
        what if what.contains("timestamp with time zone") => {
            problem.help("what it gives depends on the time zone of the session: name one with `AT TIME ZONE '…'`")
        }
        what if what.contains("to_tsvector(") => {
            problem.help("it depends on a setting: name the configuration, `to_tsvector('english', …)`")
        }
        what if what.contains("concat") => problem.help("`||` is immutable between texts"),
        _ => problem,
    }
}

/// Where the first value of a query stands.
fn place_in(scope: &Scope) -> Option<crate::source::Place> {
    let value = scope.values.items.iter().flatten().next().or(scope.values.rows.first().and_then(|row| row.first()));
    value.map(|value| value.at).or_else(|| scope.children.last().and_then(place_in))
}

/// The first columns by other names.
fn renamed(mut row: Row, names: &[Arc<str>]) -> Row {
    for ((own, _), name) in row.iter_mut().zip(names) {
        *own = name.clone();
    }
    row
}
