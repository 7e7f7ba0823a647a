//! What SQLite reads anew: views with each statement that reads them, triggers with each that fires them, and all of both
//! when a table or a column gets another name.

use std::sync::Arc;

use migrate_core::Dialect;

use super::mention::{Fired, From, Scope};
use super::name::{Ident, Path};
use super::resolve::{Frame, Visible};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::source::Place;

/// Triggers that fire triggers, and views that read views, so many deep, are not looked into.
const DEEPEST: usize = 64;

/// For what a trigger is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// It runs.
    Run,
    /// A table changes: what is named in expressions is looked up, and not what is written to.
    Alter,
}

/// A write that may fire triggers.
struct Write {
    table: Key,
    verb: &'static str,
    /// The columns that an UPDATE sets.
    columns: Vec<Arc<str>>,
}

impl Catalog {
    /// Whether all views and triggers are known, as far as SQLite reads them anew.
    fn reads_anew(&self) -> bool {
        let unsure = self.state.made > 0 || self.state.triggers_unsure || self.state.lenient;
        self.dialect == Dialect::Sqlite && !unsure
    }

    /// Whether there is anything that it reads anew.
    pub(super) fn has_views_to_read(&self) -> bool {
        let is = |entry: &Arc<Entry>| matches!(entry.object, Object::View(_) | Object::Trigger { .. });
        self.reads_anew() && self.entries.values().any(is)
    }

    /// The views that a statement reads and the triggers that it fires must be right.
    pub(super) fn check_set_off(&self, scope: &Scope, out: &mut Vec<Diagnostic>) {
        if !self.reads_anew() {
            return;
        }
        let at = scope
            .sources
            .iter()
            .find_map(|source| source.path.as_ref())
            .map_or_else(Place::nowhere, |path| path.name.place);
        if let Some(problem) = self.broken_view_in(scope, at, &mut Vec::new()) {
            out.push(problem);
            return;
        }
        let mut writes: Vec<Write> = self.write(scope).into_iter().collect();
        let mut seen: Vec<Key> = Vec::new();
        while let Some(write) = writes.pop() {
            for key in self.pointing_to(&write.table) {
                let Some(entry) = self.existing(&key).filter(|_| self.sure(&key) && !seen.contains(&key)) else {
                    continue;
                };
                let Object::Trigger { table, columns, fired: Some(fired), .. } = &entry.object else { continue };
                let names_one = || columns.iter().any(|name| write.columns.contains(&name.key));
                let fires = *table == write.table
                    && *fired.verb == *write.verb
                    && (write.verb != "update" || columns.is_empty() || names_one());
                if !fires || seen.len() > DEEPEST {
                    continue;
                }
                seen.push(key);
                if let Some(problem) = self.failing_trigger((&entry, table, fired), at, For::Run) {
                    out.push(problem);
                    return;
                }
                writes.extend(fired.body.iter().filter_map(|scope| self.write(scope)));
            }
        }
    }

    /// What a statement writes to, and how.
    fn write(&self, scope: &Scope) -> Option<Write> {
        let target = scope.sources.iter().find(|source| source.target)?;
        let Found::Here { key, sure: true, .. } = self.find(Space::Relation, target.path.as_ref()?) else {
            return None;
        };
        let verb = match (&scope.filled, &scope.assigned[..]) {
            (Some(_), _) => "insert",
            (None, []) => "delete",
            (None, _) => "update",
        };
        Some(Write { table: key, verb, columns: scope.assigned.iter().map(|name| name.key.clone()).collect() })
    }

    /// A view that a query reads, or one below it, that is not right any more. `open` are those that are being read.
    fn broken_view_in(&self, scope: &Scope, at: Place, open: &mut Vec<Key>) -> Option<Diagnostic> {
        let mut scopes = vec![(scope, Vec::new())];
        while let Some((scope, above)) = scopes.pop() {
            let ctes: Vec<Arc<str>> = scope.ctes.iter().chain(&above).cloned().collect();
            for source in &scope.sources {
                let Some(path) = &source.path else { continue };
                if path.schema.is_none() && ctes.contains(&path.name.key) {
                    continue;
                }
                let Found::Here { key, entry, sure: true } = self.find(Space::Relation, path) else { continue };
                if open.contains(&key) {
                    let message = format!("view `{}` reads itself", entry.name);
                    return Some(broken(at, message, &entry));
                }
                if open.len() > DEEPEST || source.target {
                    continue;
                }
                let found = self.failing_view((&key, &entry), at, open, For::Run);
                if found.is_some() {
                    return found;
                }
            }
            scopes.extend(scope.children.iter().map(|child| (child, ctes.clone())));
        }
        None
    }

    fn failing_view(
        &self,
        (key, entry): (&Key, &Entry),
        at: Place,
        open: &mut Vec<Key>,
        how: For,
    ) -> Option<Diagnostic> {
        let Object::View(view) = &entry.object else { return None };
        let query = view.query.as_ref()?;
        let mut problems = Vec::new();
        match how {
            For::Run => self.check_scope(query, &mut problems),
            For::Alter => self.check_scope(&without_calls(query), &mut problems),
        }
        if let Some(problem) = problems.first() {
            return Some(broken(at, format!("view `{}` is broken: {}", entry.name, problem.message), entry));
        }
        let names = view.details.columns.len();
        if let Some(width) = self.returns(query).map(|names| names.len()).filter(|width| names > 0 && *width != names) {
            let message = format!("view `{}` names {names} columns, and its query returns {width}", entry.name);
            return Some(broken(at, message, entry));
        }
        open.push(key.clone());
        let found = self.broken_view_in(query, at, open);
        open.pop();
        found
    }

    fn failing_trigger(
        &self,
        (entry, table, fired): (&Entry, &Key, &Fired),
        at: Place,
        how: For,
    ) -> Option<Diagnostic> {
        let ident = |name: &Arc<str>| Ident { text: name.clone(), key: name.clone(), place: at, double_quoted: false };
        let path = Path { schema: Some(ident(&table.schema)), name: ident(&table.name) };
        let row = |name: &str| Visible {
            name: Some(name.into()),
            columns: self.source(
                &From::table(Some(path.clone()), None),
                &Scope::default(),
                &mut Vec::new(),
                &mut Vec::new(),
            ),
        };
        for scope in &fired.body {
            let mut sources = Vec::new();
            sources.extend((&*fired.verb != "delete").then(|| row("new")));
            sources.extend((&*fired.verb != "insert").then(|| row("old")));
            let around = Frame { sources, open: false, natural: false, merged: Vec::new(), outputs: Vec::new() };
            let read;
            let scope = match how {
                For::Run => scope,
                For::Alter => {
                    read = only_read(scope);
                    &read
                }
            };
            let mut problems = Vec::new();
            self.walk(scope, &mut Vec::new(), &mut vec![around], &mut problems);
            let found = problems.first().map(|problem| problem.message.clone());
            let found =
                found.or_else(|| self.broken_view_in(scope, at, &mut Vec::new()).map(|problem| problem.message));
            if let Some(message) = found {
                return Some(broken(at, format!("trigger `{}` fails: {message}", entry.name), entry));
            }
        }
        None
    }

    /// A table of SQLite gets another name, or one of its columns, or one goes: all views and triggers are read anew.
    pub(super) fn check_views_anew(&self, at: Place, out: &mut Vec<Diagnostic>) -> bool {
        if !self.reads_anew() {
            return true;
        }
        let found = self.entries.iter().find_map(|(key, entry)| {
            match &entry.object {
                Object::View(_) | Object::Trigger { .. } if !self.is_fresh(entry) => None,
                Object::View(_) => self.failing_view((key, entry), at, &mut Vec::new(), For::Alter),
                Object::Trigger { table, fired: Some(fired), .. } => {
                    self.failing_trigger((entry, table, fired), at, For::Alter)
                }
                _ => None,
            }
            .map(|problem| {
                let (kind, name) = (entry.object.kind(), &entry.name);
                problem
                    .note("SQLite reads all views and triggers before it changes a table, and after it")
                    .help(format!("drop it first: `DROP {} {name}`", kind.to_uppercase()))
            })
        });
        let right = found.is_none();
        out.extend(found);
        right
    }
}

fn broken(at: Place, message: String, entry: &Entry) -> Diagnostic {
    Diagnostic::error(&codes::NOT_ALLOWED, message)
        .at(at, "")
        .label(entry.place, format!("`{}` is made here", entry.name))
}

/// A statement without what it says of the table that it writes to.
fn only_read(scope: &Scope) -> Scope {
    let mut read = Scope { assigned: Vec::new(), filled: None, conflict: Vec::new(), ..without_calls(scope) };
    read.sources.iter_mut().for_each(|source| source.target = false);
    read
}

/// A query without what is said of the functions that it calls: a table changes whether they are there or not.
fn without_calls(scope: &Scope) -> Scope {
    let children = scope.children.iter().map(without_calls).collect();
    Scope { strange: Vec::new(), faults: Vec::new(), children, ..scope.clone() }
}
