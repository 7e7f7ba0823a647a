//! The difference of two catalogs: what has to be done to get from one to the other, in an order in which it can be done.
//!
//! The steps carry their SQL. Nothing here changes a catalog: what the steps come to is found out by reading them.

mod charset;
pub(crate) mod compare;
pub mod expr;
pub mod generate;
mod listed;
mod long_key;
pub mod loss;
mod mysql;
mod objects;
mod online;
mod order;
mod own_cast;
mod partition;
mod postgres;
mod query;
pub mod rename;
mod reworded;
mod routine;
pub mod same;
pub mod script;
mod sqlite;
mod statistics;
pub mod step;
mod table;
pub mod ty;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::{Catalog, Entry, Key, Object, Space};
use crate::render::Writer;
use step::{Act, Rank, Step};
use table::TableDiff;

/// What is compared, and what is not.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only these; empty is everything. `table` or `table.column`, with `*` for anything.
    pub include: Vec<String>,
    /// Not these.
    pub exclude: Vec<String>,
}

impl Filter {
    /// Whether an object is compared.
    pub fn object(&self, name: &str) -> bool {
        let means = |patterns: &[String]| patterns.iter().any(|pattern| loss::matches(pattern, name));
        (self.include.is_empty() || means(&self.include)) && !means(&self.exclude)
    }

    /// Whether a column is compared.
    pub fn column(&self, table: &str, column: &str) -> bool {
        let name = format!("{table}.{column}");
        !self.exclude.iter().any(|pattern| pattern.contains('.') && loss::matches(pattern, &name))
    }
}

/// How one schema becomes another.
#[derive(Debug, Clone, Default)]
pub struct Difference {
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// It cannot run in a transaction.
    pub no_transaction: bool,
    /// What could not be compared, for people.
    pub unsure: Vec<String>,
}

impl Difference {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// Both sides, and what is found.
struct Diff<'c> {
    dialect: Dialect,
    before: &'c Catalog,
    after: &'c Catalog,
    old: Writer<'c>,
    new: Writer<'c>,
    steps: Vec<Step>,
    unsure: Vec<String>,
    no_transaction: bool,
    /// Views that go, whether they come again or not (PostgreSQL).
    going_views: std::collections::BTreeSet<String>,
    /// Tables whose columns will stand in another order than is wanted (PostgreSQL).
    reordered: std::collections::BTreeSet<String>,
    /// Constraints and indexes of tables that go and come again as they were, with what is said about them (PostgreSQL).
    made_again: std::collections::BTreeSet<(Key, String)>,
}

/// The objects that are in both, those that go, and those that come.
struct Sides<'c> {
    both: Vec<(&'c Key, &'c Entry, &'c Entry)>,
    gone: Vec<(&'c Key, &'c Entry)>,
    come: Vec<(&'c Key, &'c Entry)>,
}

/// Compares two catalogs of one dialect. Renames are made before: see [`rename`].
pub fn diff(before: &Catalog, after: &Catalog, filter: &Filter) -> Difference {
    let dialect = after.dialect();
    let mut diff = Diff {
        dialect,
        before,
        after,
        old: Writer::new(before),
        new: Writer::new(after),
        steps: Vec::new(),
        unsure: Vec::new(),
        no_transaction: false,
        going_views: std::collections::BTreeSet::new(),
        reordered: std::collections::BTreeSet::new(),
        made_again: std::collections::BTreeSet::new(),
    };
    let sides = diff.sides(filter);
    let tables: Vec<TableDiff<'_>> = sides
        .both
        .iter()
        .filter_map(|(key, old, new)| match (&old.object, &new.object) {
            (Object::Table(old), Object::Table(new)) => Some(table::compare(before, after, key, old, new)),
            _ => None,
        })
        .map(|mut table| {
            filter_columns(&mut table, filter);
            table
        })
        .collect();
    for (_, old, new) in &sides.both {
        if let (Object::Table(before), Object::Table(after)) = (&old.object, &new.object)
            && (before.open || after.open)
        {
            let text = format!("`{}`: it may have other columns than are known", new.name);
            diff.unsure.push(text);
        }
    }
    match dialect {
        Dialect::Postgres => diff.postgres(&sides, &tables),
        Dialect::MySql | Dialect::MariaDb => diff.mysql(&sides, &tables),
        Dialect::Sqlite => diff.sqlite(&sides, &tables),
    }
    let old = diff.old;
    let named = |step: &Step| {
        let tables = [before.table(&step.key), after.table(&step.key)];
        let any = tables.iter().any(Option::is_some);
        any.then(|| order::Named::new(tables.into_iter().flatten(), dialect))
    };
    // A table goes before what its rules speak of, before the one whose sequence it counts with, and before the partitions
    // of the one that it points to.
    let definition = |step: &Step| {
        let rules = before.others_of(&step.key).map(|key| old.create(key).join(" "));
        let defaults = before.table(&step.key).into_iter().flat_map(|table| &table.columns);
        let owners = defaults
            .filter_map(|column| postgres::owner_of(before, &step.key, column.default.as_ref()?))
            .map(|owner| owner.to_string())
            .chain(postgres::pointed_partitions(before, &step.key));
        let text =
            std::iter::once(postgres::without_row_calls(before, &step.key)).chain(rules).collect::<Vec<_>>().join(" ");
        (text, owners.collect())
    };
    // The sequences that a new table has from its columns.
    let mut owned: BTreeMap<&Key, Vec<Arc<str>>> = BTreeMap::new();
    for (key, entry) in after.objects().filter(|_| dialect == Dialect::Postgres) {
        if let Object::Sequence { owner: Some(owner), .. } = &entry.object {
            owned.entry(owner).or_default().push(key.name.clone());
        }
    }
    let brings = |step: &Step| owned.get(&step.key).cloned().unwrap_or_default();
    let steps = order::sort(std::mem::take(&mut diff.steps), dialect, definition, named, brings);
    let mut diff = Diff { steps, ..diff };
    diff.no_transaction |= uses_new_value(&diff.steps);
    Difference { steps: diff.steps, no_transaction: diff.no_transaction, unsure: diff.unsure }
}

/// A value of an enum cannot be used in the transaction that adds it.
fn uses_new_value(steps: &[Step]) -> bool {
    steps.iter().any(|step| match &step.act {
        Act::AddValue(value) => {
            let quoted = format!("'{}'", value.replace('\'', "''"));
            let others = steps.iter().filter(|other| !matches!(other.act, Act::AddValue(_)));
            // Also as one of an array: `'{a,b}'`.
            let listed = |sql: &String| {
                let lists = sql.split("'{").skip(1).filter_map(|rest| rest.split_once("}'"));
                lists.flat_map(|(list, _)| list.split(',')).any(|item| item.trim().trim_matches('"') == value.as_ref())
            };
            others.flat_map(|other| &other.sql).any(|sql| sql.contains(&quoted) || listed(sql))
        }
        _ => false,
    })
}

fn filter_columns(table: &mut TableDiff<'_>, filter: &Filter) {
    let name = table.key.name.clone();
    table.added.retain(|column| filter.column(&name, &column.name.key));
    table.dropped.retain(|column| filter.column(&name, &column.name.key));
    table.changed.retain(|(column, _, _)| filter.column(&name, &column.name.key));
}

impl<'c> Diff<'c> {
    fn sides(&mut self, filter: &Filter) -> Sides<'c> {
        let mut sides = Sides { both: Vec::new(), gone: Vec::new(), come: Vec::new() };
        let list = |catalog: &'c Catalog| -> BTreeMap<&'c Key, &'c Entry> {
            catalog
                .objects()
                .filter(|(key, entry)| {
                    let table = match &entry.object {
                        Object::Trigger { table, .. } | Object::Policy { table, .. } | Object::Index { table } => {
                            Some(table)
                        }
                        Object::Other(other) => other.table.as_ref(),
                        _ => None,
                    };
                    let shadow = || catalog.dialect() == Dialect::Sqlite && sqlite::is_shadow(catalog, key);
                    !Catalog::is_temporary(key)
                        && !Catalog::is_everywhere(key, &entry.object)
                        && !shadow()
                        && filter.object(&key.name)
                        && table.is_none_or(|table| filter.object(&table.name))
                })
                .collect()
        };
        let (old, mut new) = (list(self.before), list(self.after));
        for (key, entry) in old {
            let other = new.remove(key);
            let unknown = |entry: &Entry| matches!(entry.object, Object::Unknown);
            if unknown(entry) || other.is_some_and(unknown) {
                if key.space != Space::Schema {
                    self.unsure.push(format!("`{}`: a statement that cannot be read may have changed it", entry.name));
                }
                continue;
            }
            match other {
                Some(other) if std::mem::discriminant(&entry.object) == std::mem::discriminant(&other.object) => {
                    sides.both.push((key, entry, other));
                }
                Some(other) => {
                    sides.gone.push((key, entry));
                    sides.come.push((key, other));
                }
                None => sides.gone.push((key, entry)),
            }
        }
        sides.come.extend(new.into_iter().filter(|(_, entry)| !matches!(entry.object, Object::Unknown)));
        // What became of its query when something was renamed nobody knows.
        sides.come.retain(|(_, entry)| {
            let known = !matches!(&entry.object, Object::View(view) if view.details.query.is_empty());
            if !known {
                self.unsure.push(format!("`{}`: its query is not known", entry.name));
            }
            // Nothing is known of what it is made of; a module says it of a virtual one.
            let is_made = |table: &crate::catalog::table::Table| {
                sqlite::is_virtual(table) || !table.open || !table.columns.is_empty()
            };
            let made = !matches!(&entry.object, Object::Table(table) if !is_made(table));
            if !made {
                self.unsure.push(format!("`{}`: its columns are not known", entry.name));
            }
            known && made
        });
        sides
    }

    fn push(&mut self, rank: Rank, act: Act, key: &Key, about: impl Into<String>, sql: impl Into<String>) {
        self.steps.push(Step::new(rank, act, key, about.into(), sql.into()));
    }

    fn add(&mut self, step: Step) {
        self.steps.push(step);
    }
}
