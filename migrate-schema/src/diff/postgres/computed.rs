//! Columns of PostgreSQL that are computed: they go before what they are computed from, and come again behind it.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::super::Diff;
use super::super::order::words;
use super::super::step::{Act, Made, Rank, Step};
use super::super::table::TableDiff;
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::table::Column;

const ALTER: Rank = Rank::Make(Made::Alter);

impl<'c> Diff<'c> {
    /// Columns that go and come again, since nothing else can be done: what they are computed from changes, or how.
    pub(super) fn anew(&self, table: &TableDiff<'c>, functions: &BTreeSet<String>) -> Vec<(&'c Column, &'c Column)> {
        let changes: Vec<&Arc<str>> = table
            .changed
            .iter()
            .filter(|(_, _, change)| change.ty || change.collation)
            .map(|(old, _, _)| &old.name.key)
            .collect();
        let columns = table.new.columns.iter().filter_map(|new| Some((table.old.column(&new.name.key)?, &**new)));
        columns
            .filter(|(old, new)| {
                let change = table.changed.iter().find(|(_, other, _)| other.name.key == new.name.key);
                let reads = |column: &Column| {
                    let expr = column.generated.as_ref();
                    expr.is_some_and(|expr| expr.columns.iter().any(|name| changes.contains(&&name.key)))
                };
                new.generated.is_some()
                    && (calls(old, functions)
                        || change.is_some_and(|(_, _, change)| change.generated)
                        || reads(old)
                        || reads(new))
            })
            .collect()
    }

    /// What is computed goes before what it is computed from, and what is not computed any more keeps its values.
    pub(super) fn before_columns(&mut self, table: &TableDiff<'c>, functions: &BTreeSet<String>) {
        let key = table.key;
        for (old, new, change) in &table.changed {
            if change.generated && old.generated.is_some() && new.generated.is_none() {
                let name = self.old.name(&old.name.text);
                let sql = format!("ALTER TABLE {} ALTER COLUMN {name} DROP EXPRESSION", self.new.path(key));
                let about = format!("alter column `{}.{}`", key.name, new.name.text);
                // The function it calls goes with the tables.
                let rank = if calls(old, functions) { Rank::DropForeign } else { ALTER };
                self.push(rank, Act::AlterColumn(new.name.key.clone()), key, about, sql);
            }
        }
        for (old, new) in self.anew(table, functions) {
            let name = self.old.name(&old.name.text);
            let about = format!("drop column `{}.{}`", key.name, new.name.text);
            let sql = format!("ALTER TABLE {} DROP COLUMN {name}", self.new.path(key));
            let rank = if calls(old, functions) { Rank::DropForeign } else { ALTER };
            let step = Step::new(rank, Act::DropColumn(new.name.key.clone()), key, about, sql);
            let loss = old.generated.is_none().then(|| self.loss_of_column(key, &new.name.text));
            self.add(step.losing(loss));
        }
    }

    /// Columns that went come again, with the indexes and constraints that went with them.
    pub(super) fn behind_columns(
        &mut self,
        table: &TableDiff<'c>,
        in_way: &BTreeSet<String>,
        functions: &BTreeSet<String>,
    ) {
        let key = table.key;
        let path = self.new.path(key);
        let anew = self.anew(table, functions);
        for (_, new) in &anew {
            let sql = format!("ALTER TABLE {path} ADD COLUMN {}", self.new.column(new, None));
            let about = format!("add column `{}.{}`", key.name, new.name.text);
            self.push(ALTER, Act::AddColumn(new.name.key.clone()), key, about, sql);
            self.column_settings(key, None, new);
            if let Some(comment) = &new.details.comment {
                let what = format!("COLUMN {path}.{}", self.new.name(&new.name.text));
                let sql = self.new.comment(&what, Some(comment));
                self.push(Rank::Comment, Act::Comment, key, format!("comment on {}", what.to_lowercase()), sql);
            }
        }
        let of = |name: &Arc<str>| anew.iter().any(|(_, new)| new.name.key == *name);
        for index in &table.new.indexes {
            let was = table.old.indexes.iter().find(|old| old.name.key == index.name.key);
            let went = was.is_some_and(|was| anew.iter().any(|(old, _)| was.mentions(&old.name.key)));
            let added = table.added_indexes.iter().any(|added| added.name.key == index.name.key);
            if went && !added && !in_way.contains(&*index.name.key) {
                let sql = self.new.create_index(key, index, false);
                let act = Act::CreateIndex(index.name.key.clone());
                self.push(Rank::Make(Made::Index), act, key, format!("create index `{}`", index.name.text), sql);
                self.comes_again(key, Some(&index.name));
            }
        }
        for constraint in &table.new.constraints {
            let own = match &constraint.kind {
                ConstraintKind::Check(expr) => expr.columns.iter().any(|name| of(&name.key)),
                kind => kind.columns().iter().any(|name| of(&name.key)),
            };
            let added = table.added_constraints.iter().any(|added| std::ptr::eq(*added, &**constraint));
            let gone = constraint.name.as_ref().is_some_and(|name| in_way.contains(&*name.key));
            if own && !added && !gone {
                self.add_constraint(key, constraint);
                self.comes_again(key, constraint.name.as_ref());
            }
        }
    }
}

/// Whether a column is computed by one of these functions.
pub(super) fn calls(column: &Column, functions: &BTreeSet<String>) -> bool {
    let Some(expr) = column.generated.as_ref().filter(|_| !functions.is_empty()) else { return false };
    let mut own = BTreeSet::new();
    words(&expr.text, Dialect::Postgres, &mut own);
    own.iter().any(|word| functions.contains(word))
}
