//! Functions that take the whole row of a table, and what of the table calls them: the function cannot be made before the
//! table, and its checks and indexes cannot be made before the function.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::super::Diff;
use super::super::order::words;
use super::super::step::{Act, Rank};
use super::head_of;
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::shared::Shared;
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Catalog, Entry, Key, Object, Space};
use crate::render::{Without, Writer};

/// Whether an expression of a table calls a function that takes a row of it.
fn calls_with_row(catalog: &Catalog, of: &Key, expr: &str) -> bool {
    calls_what(catalog, expr, |text| names(catalog, head_of(text), of))
}

/// Whether an expression calls a function with such a definition.
fn calls_what(catalog: &Catalog, expr: &str, such: impl Fn(&str) -> bool) -> bool {
    let mut called = BTreeSet::new();
    words(expr, catalog.dialect(), &mut called);
    let is_such = |entry: &Entry| match &entry.object {
        Object::Routine { details, .. } => details.iter().any(|details| such(&details.definition.text)),
        _ => false,
    };
    called.into_iter().any(|name| catalog.of_name(Space::Routine, &name.into()).any(|(_, entry)| is_such(entry)))
}

fn names(catalog: &Catalog, text: &str, of: &Key) -> bool {
    let mut own = BTreeSet::new();
    words(text, catalog.dialect(), &mut own);
    own.contains(&*of.name)
}

/// The checks of a table that call such a function, by their places among its constraints.
pub(super) fn checks_of_row(catalog: &Catalog, key: &Key, table: &Table) -> Vec<usize> {
    let all = table.constraints.iter().enumerate().filter(|(_, constraint)| match &constraint.kind {
        ConstraintKind::Check(expr) => calls_with_row(catalog, key, &expr.text),
        _ => false,
    });
    all.map(|(at, _)| at).collect()
}

/// Columns whose default calls a function that reads their table when it is made, or takes or gives its rows: the table
/// comes first, then the function, and then the default.
pub(super) fn circular_defaults(catalog: &Catalog, key: &Key, table: &Table) -> BTreeSet<Arc<str>> {
    let circular = |column: &&Shared<Column>| {
        let default = column.default.as_deref().filter(|text| text.contains('('));
        default.is_some_and(|text| {
            calls_what(catalog, text, |text| {
                let read_at_once = text.to_ascii_lowercase().contains("language sql");
                names(catalog, if read_at_once { text } else { head_of(text) }, key)
            })
        })
    };
    table.columns.iter().filter(circular).map(|column| column.name.key.clone()).collect()
}

fn is_index_of_row(catalog: &Catalog, key: &Key, index: &Index) -> bool {
    calls_with_row(catalog, key, &Writer::new(catalog).create_index(key, index, false))
}

/// The statements that make an object with its indexes, without what calls such a function: that goes first.
pub(in crate::diff) fn without_row_calls(catalog: &Catalog, key: &Key) -> String {
    let writer = Writer::new(catalog);
    let Some(table) = catalog.table(key).filter(|_| catalog.dialect() == Dialect::Postgres) else {
        return writer.create_with_indexes(key);
    };
    let without = Without { constraints: checks_of_row(catalog, key, table).into_iter().collect() };
    let made = writer.create_table(key, &writer.path(key), table, &without);
    let indexes = table.indexes.iter().filter(|index| !is_index_of_row(catalog, key, index));
    let indexes = indexes.map(|index| writer.create_index(key, index, false));
    std::iter::once(made).chain(indexes).collect::<Vec<_>>().join(" ")
}

impl<'c> Diff<'c> {
    /// What calls such a function goes before it, where the function goes before the table.
    pub(super) fn row_makes_way(&mut self, key: &'c Key, table: &'c Table) {
        let path = self.old.path(key);
        for at in checks_of_row(self.before, key, table) {
            let constraint = &table.constraints[at];
            if self.old.is_inherited(table, constraint) {
                continue;
            }
            let Some(name) = &constraint.name else { continue };
            let sql = format!("ALTER TABLE {path} DROP CONSTRAINT {}", self.old.name(&name.text));
            let about = format!("drop check `{}` of table `{}`", name.text, key.name);
            self.push(Rank::DropPolicy, Act::DropConstraint, key, about, sql);
        }
        for index in &table.indexes {
            if self.comes_with_parent(table, index) || !is_index_of_row(self.before, key, index) {
                continue;
            }
            let sql = format!("DROP INDEX {}", self.old.path_as(key, &index.name.text));
            let about = format!("drop index `{}`", index.name.text);
            self.push(Rank::DropPolicy, Act::DropIndex(index.name.key.clone()), key, about, sql);
        }
    }
}
