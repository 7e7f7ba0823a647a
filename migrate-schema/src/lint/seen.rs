//! What a rule sees.

use std::cell::OnceCell;
use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::change::{Action, Change, NewColumn, NewConstraint};
use crate::catalog::name::Path;
use crate::catalog::table::Table;
use crate::catalog::{Catalog, Entry, Found, Key, Object, Space};
use crate::replay::{Act, Acts};
use crate::source::{Place, Span};
use crate::sql::lexer::{Kind, Lexer, Token};

/// A statement, and the schema before it.
pub(crate) struct Seen<'a> {
    /// The schema before the statement, or before this change of it.
    pub(super) catalog: &'a Catalog,
    /// The revision.
    pub(super) acts: &'a Acts,
    /// The statement.
    pub(super) act: &'a Act,
    /// The text of the file.
    pub(super) text: &'a str,
    tokens: OnceCell<Vec<Token>>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(catalog: &'a Catalog, acts: &'a Acts, act: &'a Act, text: &'a str) -> Seen<'a> {
        Seen { catalog, acts, act, text, tokens: OnceCell::new() }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.catalog.dialect()
    }

    pub(super) fn postgres(&self) -> bool {
        self.dialect() == Dialect::Postgres
    }

    /// The tokens of the statement, without comments.
    pub(super) fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let tokens = Lexer::new(self.text, self.act.place.span.range(), self.dialect());
            tokens.filter(|token| token.kind != Kind::Comment).collect()
        })
    }

    /// Whether the statement begins with these words.
    pub(super) fn begins(&self, words: &[&str]) -> bool {
        // Every rule asks this of every statement: it is not cut up for that.
        let mut tokens = Lexer::new(self.text, self.act.place.span.range(), self.dialect());
        let mut next = || tokens.find(|token| token.kind != Kind::Comment);
        words.iter().all(|word| next().is_some_and(|token| token.is(self.text, word)))
    }

    /// Where these words stand in the statement, one behind the other.
    pub(super) fn finds(&self, words: &[&str]) -> Option<Place> {
        let fits = |tokens: &&[Token]| tokens.iter().zip(words).all(|(token, word)| token.is(self.text, word));
        let found = self.tokens().windows(words.len()).find(fits)?;
        let (first, last) = (found.first()?, found.last()?);
        Some(Place { source: self.act.place.source, span: Span::new(first.start as usize, last.end as usize) })
    }

    pub(super) fn says(&self, words: &[&str]) -> bool {
        self.finds(words).is_some()
    }

    /// The first line of the statement.
    pub(super) fn head(&self) -> Place {
        let start = self.act.place.span.start as usize;
        let line = self.text[self.act.place.span.range()].lines().next().unwrap_or_default();
        Place { source: self.act.place.source, span: Span::new(start, start + line.trim_end().len()) }
    }

    /// A table that is there and that an earlier revision made: it may have rows, and somebody may be using it.
    pub(super) fn old_table(&self, path: &Path) -> Option<(Key, Arc<Entry>)> {
        match self.catalog.find(Space::Relation, path) {
            Found::Here { key, entry, .. }
                if matches!(entry.object, Object::Table(_)) && entry.place.source != self.act.place.source =>
            {
                Some((key, entry))
            }
            Found::Here { .. } | Found::Missing(_) | Found::Unsure => None,
        }
    }

    /// What `ALTER TABLE` does to such a table.
    pub(super) fn actions<'c>(&self, change: &'c Change) -> Option<(Arc<Entry>, &'c [Action])> {
        let Change::AlterTable(alter) = change else { return None };
        let (_, entry) = self.old_table(&alter.path)?;
        Some((entry, &alter.actions))
    }
}

/// The table of an entry that is one.
pub(super) fn table(entry: &Entry) -> Option<&Table> {
    match &entry.object {
        Object::Table(table) => Some(table),
        _ => None,
    }
}

/// The columns that a change writes.
pub(super) fn columns(change: &Change) -> impl Iterator<Item = &NewColumn> {
    let (created, actions) = match change {
        Change::CreateTable(new) => (&new.columns[..], &[][..]),
        Change::AlterTable(alter) => (&[][..], &alter.actions[..]),
        _ => (&[][..], &[][..]),
    };
    created.iter().chain(actions.iter().filter_map(|action| match action {
        Action::AddColumn { column, .. } | Action::ReplaceColumn { column, .. } => Some(&**column),
        _ => None,
    }))
}

/// The constraints that a change writes, each with its table.
pub(super) fn constraints_of(change: &Change) -> impl Iterator<Item = (&Path, &NewConstraint)> {
    let (created, actions) = match change {
        Change::CreateTable(new) => (Some((&new.path, &new.constraints[..])), None),
        Change::AlterTable(alter) => (None, Some((&alter.path, &alter.actions[..]))),
        _ => (None, None),
    };
    let created = created.into_iter().flat_map(|(path, all)| all.iter().map(move |constraint| (path, constraint)));
    let added = actions.into_iter().flat_map(|(path, actions)| {
        actions.iter().flat_map(move |action| {
            let all: &[NewConstraint] = match action {
                Action::AddColumn { constraints, .. } | Action::ReplaceColumn { constraints, .. } => constraints,
                Action::AddConstraint(new) => std::slice::from_ref(&**new),
                _ => &[],
            };
            all.iter().map(move |constraint| (path, constraint))
        })
    });
    created.chain(added)
}

/// The constraints that a change writes.
pub(super) fn constraints(change: &Change) -> impl Iterator<Item = &NewConstraint> {
    constraints_of(change).map(|(_, constraint)| constraint)
}
