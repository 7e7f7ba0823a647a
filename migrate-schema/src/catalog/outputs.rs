//! The columns that a query returns.

use std::sync::Arc;

use super::Catalog;
use super::mention::{From, Output, Scope};
use super::name::Ident;
use super::resolve::{Columns, Cte, is_among};

impl Catalog {
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
                Output::All if scope.merged_all && scope.merged.is_empty() && scope.sources.len() == 2 => {
                    return self.natural(scope, ctes, known);
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
            let called = |source: &&From| of.is_none_or(|name| source.called().is_some_and(|own| own.key == *name));
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
        let mut names: Vec<Arc<str>> = Vec::new();
        for name in &scope.merged {
            // Of three tables two pairs may be joined by it.
            if !names.contains(&name.key) {
                names.push(name.key.clone());
            }
        }
        let of_both = names.clone();
        let only_all = matches!(scope.returns.as_deref(), Some([Output::All])) && !scope.merged_all && !scope.open;
        let mut complete = only_all && scope.added.is_empty();
        for source in scope.sources.iter().filter(|source| !source.again) {
            match self.names_of(&self.source(source, scope, ctes, &mut Vec::new())) {
                Some(columns) => names.extend(columns.into_iter().filter(|name| !of_both.contains(name))),
                None => complete = false,
            }
        }
        ctes.truncate(known);
        complete.then_some(names)
    }

    /// The columns of `*` of two tables that are joined by all names that both have.
    fn natural(&self, scope: &Scope, ctes: &mut Vec<Cte>, known: usize) -> Option<Vec<Arc<str>>> {
        let only_all = matches!(scope.returns.as_deref(), Some([Output::All])) && !scope.open && scope.added.is_empty();
        let own = |source: &From, ctes: &mut Vec<Cte>| {
            self.names_of(&self.source(source, scope, ctes, &mut Vec::new())).filter(|_| !source.again)
        };
        let (left, right) = (own(&scope.sources[0], ctes), own(&scope.sources[1], ctes));
        ctes.truncate(known);
        let (left, right) = (left.filter(|_| only_all)?, right?);
        let (both, left): (Vec<_>, Vec<_>) = left.into_iter().partition(|name| right.contains(name));
        let right: Vec<_> = right.into_iter().filter(|name| !both.contains(name)).collect();
        Some([both, left, right].concat())
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
            Columns::Names(names) => Some(is_among(&name.key, names)),
        }
    }
}
