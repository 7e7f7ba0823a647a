//! Whether the tables and columns that a query speaks of are there.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::mention::{From, Mention, Scope};
use super::name::{Ident, Path};
use super::view::Use;
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

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
}

/// A source as the query sees it.
struct Visible {
    /// What stands before the dot.
    name: Option<Arc<str>>,
    /// The table, if all its columns are known.
    table: Option<Key>,
}

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
        if self.state.acting_triggers {
            self.doubt();
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

    fn walk(&self, scope: &Scope, ctes: &mut Vec<Arc<str>>, frames: &mut Vec<Frame>, out: &mut Vec<Diagnostic>) {
        let known_ctes = ctes.len();
        ctes.extend(scope.ctes.iter().cloned());
        let mut frame = Frame { sources: Vec::with_capacity(scope.sources.len()), open: scope.open };
        for source in &scope.sources {
            let table = self.source(source, ctes, out);
            let name = source.alias.as_ref().or(source.path.as_ref().map(|path| &path.name));
            if let Some(key) = &table
                && source.target
                && let Some(known) = self.table(key)
            {
                let generic = |name: &&Ident| known.column(&name.key).is_none();
                for name in scope.assigned.iter().filter(generic) {
                    if !is_system_column(self.dialect, &name.key) {
                        out.push(self.unknown_column(name, key, known));
                    }
                }
            }
            frame.sources.push(Visible { name: name.map(|name| name.key.clone()), table });
        }
        frames.push(frame);
        for mention in &scope.columns {
            if !scope.outputs.contains(&mention.name.key) || mention.qualifier.is_some() {
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

    /// The table of a source, if all its columns are known.
    fn source(&self, source: &From, ctes: &[Arc<str>], out: &mut Vec<Diagnostic>) -> Option<Key> {
        let path = source.path.as_ref()?;
        if path.schema.is_none() && ctes.contains(&path.name.key) {
            return None;
        }
        match self.find(Space::Relation, path) {
            Found::Here { key, entry, sure } => match &entry.object {
                Object::Table(table) if sure && !table.open => Some(key),
                _ => None,
            },
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, path, gone.as_deref()));
                None
            }
            Found::Unsure => None,
        }
    }

    fn mention(&self, mention: &Mention, frames: &[Frame], out: &mut Vec<Diagnostic>) {
        let name = &mention.name;
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
                if let Some(key) = &source.table
                    && let Some(table) = self.table(key)
                    && table.column(&name.key).is_none()
                {
                    out.push(self.unknown_column(name, key, table));
                }
                return;
            }
            return;
        }
        let mut sources: Vec<Key> = Vec::new();
        for frame in frames.iter().rev() {
            for source in &frame.sources {
                let Some(table) = source.table.as_ref().and_then(|key| self.table(key)) else { return };
                if table.column(&name.key).is_some() || source.name.as_ref() == Some(&name.key) {
                    return;
                }
                sources.extend(source.table.clone().filter(|key| !sources.contains(key)));
            }
            if frame.open {
                return;
            }
        }
        if !sources.is_empty() {
            out.push(self.unknown_column_of(name, &sources));
        }
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
