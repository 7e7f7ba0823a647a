//! Partitions and children join their parents and leave them.

use std::sync::Arc;

use super::change::{Action, Kind, NewConstraint, NewIndex, Part};
use super::constraint::{Constraint, ConstraintKind};
use super::copy::Takes;
use super::name::{Ident, Path};
use super::shared::Shared;
use super::table::{Index, Table};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// What a table loses.
#[derive(Default)]
pub(super) struct Gone {
    constraint: Option<Constraint>,
    /// Where its column was made.
    column: Option<Place>,
}

impl Catalog {
    /// The children of a table.
    pub(super) fn children(&self, key: &Key) -> Vec<Key> {
        self.children_of(key).map(|(child, _)| child.clone()).collect()
    }

    /// The same with what they are.
    pub(crate) fn children_of<'c>(&'c self, key: &'c Key) -> impl Iterator<Item = (&'c Key, &'c Table)> {
        let pointing = self.pointers.get(key).into_iter().flatten();
        pointing.filter_map(move |child| {
            let (child, entry) = self.entries.get_key_value(child)?;
            match &entry.object {
                Object::Table(table) if table.parents.contains(key) => Some((child, table)),
                _ => None,
            }
        })
    }

    /// What an action takes from a table.
    pub(super) fn goes(&self, key: &Key, action: &Action) -> Gone {
        let table = self.table(key);
        match action {
            Action::DropConstraint { name, .. } => {
                let constraint = table.and_then(|table| table.constraint(&name.key)).cloned();
                Gone { constraint, column: None }
            }
            Action::DropColumn { name, .. } => {
                let column = table.and_then(|table| table.column(&name.key)).map(|column| column.name.place);
                Gone { constraint: None, column }
            }
            _ => Gone::default(),
        }
    }

    /// Whether a child keeps a column that its parent loses: it has it itself, or of another parent. Partitions have none
    /// of their own.
    fn keeps_column(&self, child: &Key, name: &Ident, of_parent: Place) -> bool {
        let Some(table) = self.table(child).filter(|table| table.bound.is_none()) else { return false };
        let own = table.column(&name.key).is_some_and(|column| column.name.place != of_parent);
        own || table
            .parents
            .iter()
            .any(|other| self.table(other).is_some_and(|other| other.column(&name.key).is_some()))
    }

    /// What happens to a table happens to its children. What partitions have of a constraint that is gone has names of its
    /// own.
    pub(super) fn hand_down(&mut self, at: &Key, action: &Action, only: bool, gone: &Gone) {
        let partitioned = self.table(at).is_some_and(|table| table.options.contains_key("partition by"));
        let action = match action {
            // Partitions have all keys of their table, by names of their own; children have its checks.
            Action::AddConstraint(new) => {
                let is_check = matches!(new.kind, ConstraintKind::Check(_));
                if new.details.no_inherit || !partitioned && !is_check {
                    return;
                }
                Action::AddConstraint(Box::new(self.inherited(at, new)))
            }
            Action::AddColumn { column, constraints, .. } => {
                let checks = |new: &&NewConstraint| partitioned || matches!(new.kind, ConstraintKind::Check(_));
                Action::AddColumn {
                    column: column.clone(),
                    constraints: constraints.iter().filter(checks).map(|new| self.inherited(at, new)).collect(),
                    if_not_exists: true,
                }
            }
            Action::DropColumn { name, cascade, .. } => {
                Action::DropColumn { name: name.clone(), if_exists: true, cascade: *cascade }
            }
            Action::DropConstraint { name, cascade, only, .. } => {
                Action::DropConstraint { name: name.clone(), if_exists: true, cascade: *cascade, only: *only }
            }
            Action::RenameColumn { .. }
            | Action::RenameConstraint { .. }
            | Action::SetType { .. }
            | Action::SetNotNull { .. }
            | Action::SetDefault { .. }
            | Action::SetColumnOptions { .. }
            | Action::SetExpression { .. }
            | Action::SetConstraint { .. }
            | Action::SetTrigger { .. } => action.clone(),
            Action::ReplaceColumn { .. }
            | Action::SetIdentity { .. }
            | Action::DropIdentity { .. }
            | Action::DropPrimaryKey(_)
            | Action::AddIndex(_)
            | Action::DropIndex { .. }
            | Action::RenameIndex { .. }
            | Action::RenameTo(_)
            | Action::SetIndexOptions { .. }
            | Action::SetOptions { .. }
            | Action::SetPartitions(_)
            | Action::Attach { .. }
            | Action::Detach(_)
            | Action::Inherit(..)
            | Action::SetRule(..)
            | Action::SetRowType(_)
            | Action::Nothing => return,
            Action::Unknown => Action::Unknown,
        };
        if only {
            return;
        }
        for child in self.children(at) {
            if let (Action::DropColumn { name, .. }, Some(place)) = (&action, gone.column)
                && self.keeps_column(&child, name, place)
            {
                continue;
            }
            let mut wrong = Vec::new();
            let own = gone.constraint.as_ref().filter(|_| partitioned).and_then(|gone| {
                let same = |own: &&Shared<Constraint>| {
                    own.kind.name() == gone.kind.name()
                        && own.kind.columns() == gone.kind.columns()
                        && !own.kind.columns().is_empty()
                };
                self.table(&child)?.constraints.iter().find(same)?.name.clone()
            });
            let mut action = action.clone();
            if let (Action::DropConstraint { name, .. }, Some(own)) = (&mut action, own) {
                *name = own;
            }
            self.act(&child, &action, &mut wrong);
            if !wrong.is_empty() {
                self.fail(&child);
            }
            self.hand_down(&child, &action, false, gone);
        }
    }

    /// The name a constraint has got in the parent.
    fn given_name(&self, parent: &Key, new: &NewConstraint) -> Option<Ident> {
        let made = self.table(parent)?.constraints.iter().find(|made| made.place == new.place);
        new.name.clone().or_else(|| made?.name.clone())
    }

    /// A constraint as children get it: a key has a name of its own.
    fn inherited(&self, parent: &Key, new: &NewConstraint) -> NewConstraint {
        let key = matches!(new.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_));
        let name = if key { None } else { self.given_name(parent, new) };
        NewConstraint { name, if_not_exists: true, ..new.clone() }
    }

    /// An index of a partitioned table is one of each partition.
    pub(super) fn hand_down_index(&mut self, key: &Key, new: &NewIndex) {
        let partitioned = self.table(key).is_some_and(|table| table.options.contains_key("partition by"));
        if !partitioned || new.details.options.contains_key("only") {
            return;
        }
        let mut new = NewIndex { name: None, ..new.clone() };
        new.details.handed_down = true;
        for child in self.children(key) {
            // One that says the same becomes a part of it.
            let says = |parts: &[Part], include: usize, unique: bool| {
                let parts: Vec<Arc<str>> = parts
                    .iter()
                    .map(|part| match part {
                        Part::Column(name) => name.key.clone(),
                        Part::Expr(expr) => expr.text.clone(),
                    })
                    .collect();
                (parts, include, unique)
            };
            let own = says(&new.parts, new.include.len(), new.unique);
            // A key of its own becomes one, too; one that comes from the table is part of another already.
            let over = |table: &Table| {
                table.constraints.iter().any(|own| match &own.kind {
                    ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => is_key_over(&new, columns),
                    _ => false,
                })
            };
            let keys = |table: &Table| over(table) && !self.table(key).is_some_and(over);
            let has = self.table(&child).is_some_and(|table| {
                keys(table)
                    || table.indexes.iter().any(|index| {
                        says(&index.parts, index.include.len(), index.unique) == own
                            && index.details.method == new.details.method
                            && index.details.suffixes == new.details.suffixes
                            && index.predicate.as_ref().map(|expr| &expr.text)
                                == new.predicate.as_ref().map(|expr| &expr.text)
                    })
            });
            if has {
                continue;
            }
            let mut wrong = Vec::new();
            self.add_index(&child, &new, false, &mut wrong);
            if !wrong.is_empty() {
                self.fail(&child);
            }
            self.hand_down_index(&child, &new);
        }
    }

    /// The index of a partition is part of that of its table, which is whole when all are: nobody makes half of it.
    pub(super) fn attach_index(&mut self, path: &Path) {
        let Found::Here { key, .. } = self.find(Space::Relation, path) else { return };
        self.index_options(&key, |options, _| drop(options.remove("only")));
    }

    /// An index of a partitioned table goes with those of the partitions.
    pub(super) fn drop_index_of_children(&mut self, key: &Key, gone: &Index, place: Place) {
        let partitioned = self.table(key).is_some_and(|table| table.options.contains_key("partition by"));
        if !partitioned || gone.details.options.contains_key("only") {
            return;
        }
        for child in self.children(key) {
            let same = |index: &&Shared<Index>| {
                let says = |index: &Index| format!("{:?} {:?}", texts(index), index.include.len());
                index.unique == gone.unique && says(index) == says(gone)
            };
            let Some(own) = self.table(&child).and_then(|table| table.indexes.iter().find(same)).cloned() else {
                continue;
            };
            self.drop_index_of_children(&child, &own, place);
            if let Some(table) = self.table_mut(&child) {
                table.indexes.retain(|index| index.name.key != own.name.key);
            }
            self.put_gone(Key { name: own.name.key.clone(), ..child.clone() }, place, None);
        }
    }

    /// The other table, which is of one family with this one from now on.
    fn join(&mut self, key: &Key, other: &Path, out: &mut Vec<Diagnostic>) -> Option<Key> {
        match self.find(Space::Relation, other) {
            Found::Here { key: other, .. } => {
                for table in [key, &other] {
                    if let Some(table) = self.table_mut(table) {
                        table.family = true;
                    }
                }
                Some(other)
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, other, gone.as_deref()));
                None
            }
            Found::Unsure => {
                self.fail(key);
                None
            }
        }
    }

    pub(super) fn attach(&mut self, key: &Key, child: &Path, bound: &Arc<str>, out: &mut Vec<Diagnostic>) {
        let Some(child) = self.join(key, child, out) else { return };
        if let Some(table) = self.table_mut(&child) {
            table.parents = vec![key.clone()];
            table.bound = Some(bound.clone());
        }
        self.point(&child, key);
        self.complete(key, &child);
    }

    /// A partition gets the indexes, keys and foreign keys of its table that it does not have yet.
    fn complete(&mut self, parent: &Key, child: &Key) {
        let (Some(table), Some(own)) = (self.table(parent), self.table(child)) else { return };
        let mut missing = Table::default();
        let columns = |constraint: &Constraint| -> Vec<Ident> { constraint.kind.columns().to_vec() };
        for constraint in &table.constraints {
            let same = own
                .constraints
                .iter()
                .any(|other| other.kind.name() == constraint.kind.name() && columns(other) == columns(constraint));
            // Its checks it has, or it could not become a partition.
            if !same && !matches!(constraint.kind, ConstraintKind::Check(_)) {
                missing.constraints.push(constraint.clone());
            }
        }
        for index in &table.indexes {
            let same = |other: &Index| match (other.columns(), index.columns()) {
                (Some(one), Some(two)) => one == two && other.unique == index.unique,
                (_, _) => false,
            };
            let keys = |table: &Table| {
                table.constraints.iter().any(|other| match &other.kind {
                    ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => {
                        index.unique
                            && index.columns().is_some_and(|own| own.into_iter().eq(columns))
                            && index.predicate.is_none()
                    }
                    _ => false,
                })
            };
            if !own.indexes.iter().any(|other| same(other)) && (!keys(own) || keys(table)) {
                missing.indexes.push(index.clone());
            }
        }
        let unclear = own.loose || own.open || missing.indexes.iter().any(|index| index.columns().is_none());
        let mut wrong = Vec::new();
        self.copy_parts(child, &missing, Takes::Partition, &mut wrong);
        if unclear || !wrong.is_empty() {
            self.fail(child);
        }
    }

    pub(super) fn detach(&mut self, key: &Key, child: &Path, out: &mut Vec<Diagnostic>) {
        let Some(child) = self.join(key, child, out) else { return };
        if let Some(table) = self.table_mut(&child) {
            table.parents.clear();
            table.bound = None;
        }
    }

    /// `INHERIT` (`joins`) and `NO INHERIT`.
    pub(super) fn inherit(&mut self, key: &Key, parent: &Path, joins: bool, out: &mut Vec<Diagnostic>) {
        let Some(parent) = self.join(key, parent, out) else { return };
        if let Some(table) = self.table_mut(key) {
            table.parents.retain(|other| *other != parent);
            if joins {
                table.parents.push(parent.clone());
            }
        }
        self.point(key, &parent);
    }
}

/// What an index is over, and of which rows.
fn texts(index: &Index) -> Vec<Arc<str>> {
    let part = |part: &Part| match part {
        Part::Column(name) => name.key.clone(),
        Part::Expr(expr) => expr.text.clone(),
    };
    index.parts.iter().map(part).chain(index.predicate.as_ref().map(|expr| expr.text.clone())).collect()
}

/// Whether an index is what a key over these columns makes.
fn is_key_over(new: &NewIndex, columns: &[Ident]) -> bool {
    let same = |(part, column): (&Part, &Ident)| matches!(part, Part::Column(name) if name.key == column.key);
    new.unique
        && new.predicate.is_none()
        && new.include.is_empty()
        && new.details.method.as_deref().is_none_or(|method| method == "btree")
        && new.details.suffixes.iter().all(|suffix| suffix.is_empty())
        && new.parts.len() == columns.len()
        && new.parts.iter().zip(columns).all(same)
}
