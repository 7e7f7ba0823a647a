//! What PostgreSQL can change in place, and what has to make room for it.

mod again;
mod column;
mod comment;
mod computed;
mod family;
mod foreign;
mod partition;
mod row;
mod sequence;
pub(in crate::diff) mod star;
mod table;
mod trigger;
mod types;
mod view;
mod way;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::objects::Again;
use super::order::words;
use super::step::{Act, Made, Rank, Step};
use super::table::{TableDiff, is_other};
use super::{Diff, Sides, compare, reworded};
use crate::catalog::change::{Numbered, Part};
use crate::catalog::other::Other;
use crate::catalog::said::{NAME, on_all_columns};
use crate::catalog::view::View;
use crate::catalog::{Entry, Key, Object};
pub(super) use partition::pointed_partitions;
pub(super) use row::without_row_calls;
pub(super) use sequence::owner_of;
use types::TypeChange;
pub(super) use types::is_named;

/// What the planning of tables has to know about everything else.
struct Around<'c> {
    /// Columns whose type is made anew, by table.
    moved: BTreeMap<&'c Key, BTreeSet<String>>,
    /// Functions that go and come again.
    functions: BTreeSet<String>,
    /// Foreign keys that go and come again.
    foreign_again: BTreeSet<(Key, Arc<str>)>,
    /// Columns that are dropped and added again.
    anew: BTreeSet<(Key, Arc<str>)>,
    /// Foreign keys of new tables that close a circle.
    late: BTreeMap<&'c Key, BTreeSet<usize>>,
}

impl<'c> Diff<'c> {
    pub(super) fn postgres(&mut self, sides: &Sides<'c>, tables: &[TableDiff<'c>]) {
        let changes: Vec<TypeChange<'c>> = self.type_changes(sides);
        let replaced: BTreeSet<&'c Key> =
            changes.iter().filter(|change| change.is_new()).map(TypeChange::key).collect();
        let again = self.again(sides, tables, &replaced);
        self.going_views = again
            .iter()
            .chain(sides.gone.iter().map(|(key, _)| key))
            .filter(|key| self.before.entry(key).is_some_and(|entry| matches!(entry.object, Object::View(_))))
            .map(|key| key.name.to_string())
            .collect();
        let functions = self.remade_functions(sides, &again);
        self.reordered = star::in_another_order(tables);
        let anew = tables.iter().flat_map(|table| {
            self.anew(table, &functions).into_iter().map(|(old, _)| (table.key.clone(), old.name.key.clone()))
        });
        let around = Around {
            moved: self.moved(sides, tables, &replaced),
            anew: anew.collect(),
            functions,
            foreign_again: self.foreign_again(tables, &replaced),
            late: self.late(sides, tables),
        };
        for change in &changes {
            self.change_type(change, sides);
        }
        self.rows_aside(tables, sides);
        self.domains_make_way(sides, &around.functions);
        let gone_tables: BTreeSet<String> = sides
            .gone
            .iter()
            .filter(|(key, entry)| {
                matches!(entry.object, Object::Table(_) | Object::View(_)) || self.yields_name(key, entry)
            })
            .map(|(key, _)| key.name.to_string())
            // The arguments of a function are called by a name that is another's then.
            .chain(replaced.iter().map(|key| key.name.to_string()))
            .chain(tables.iter().filter(|table| table.other).map(|table| table.key.name.to_string()))
            .collect();
        for (key, entry) in &sides.gone {
            self.goes(key, entry, &gone_tables);
        }
        for (key, entry) in &sides.come {
            self.comes(key, entry, &around);
        }
        let lost = self.lost(sides, tables, &again, &replaced);
        for (key, old, new) in &sides.both {
            self.stays(key, old, new, &again, &lost, &around);
        }
        for table in tables {
            self.change_table(table, &around);
        }
        let come = sides.come.iter().map(|(key, _)| *key);
        let again_here =
            sides.both.iter().map(|(key, ..)| *key).filter(|key| again.contains(key) || lost.contains(key));
        for key in come.chain(again_here) {
            self.take_usual(key);
        }
        self.comments(sides, tables, &again, &lost, &around.foreign_again);
    }

    /// What is granted on all that is made is taken back from an object that has not got it.
    fn take_usual(&mut self, key: &Key) {
        for (said, sql) in self.before.not_as_usual(self.after, key) {
            let sql = sql.replace(NAME, &self.new.path(key));
            let about = format!("take back `{}` on `{}`", said.name, key.name);
            // Before what is granted on columns, which would go with it.
            self.push(Rank::Make(Made::Trigger), Act::Alter, &said, about, sql);
        }
    }

    fn goes(&mut self, key: &'c Key, entry: &'c Entry, gone_tables: &BTreeSet<String>) {
        match &entry.object {
            Object::Table(table) => self.drop_table(key, entry, table),
            Object::Sequence { owner: Some(owner), column, .. } => {
                let tables = self.before.table(owner).zip(self.after.table(owner));
                if tables.is_some_and(|(old, new)| is_other((self.before, old), (self.after, new))) {
                    return;
                }
                let numbered = column.as_ref().and_then(|column| {
                    Some(
                        self.after
                            .entry(owner)
                            .and_then(|entry| match &entry.object {
                                Object::Table(table) => table.column(column),
                                _ => None,
                            })?
                            .numbered,
                    )
                });
                let was = self
                    .old
                    .table(owner)
                    .and_then(|table| table.column(column.as_deref()?))
                    .map(|column| column.numbered);
                // It goes with its table, its column or its identity; a serial that becomes one is seen to there.
                let computed = self
                    .new
                    .table(owner)
                    .and_then(|table| table.column(column.as_deref()?))
                    .is_some_and(|column| column.generated.is_some());
                let stays = !computed
                    && matches!(numbered, Some(Numbered::No | Numbered::Serial))
                    && !matches!(was, Some(Numbered::Identity { .. }));
                let renamed = compare::sequence_of(self.after, owner, column.as_deref().unwrap_or_default()).is_some();
                if stays && !renamed {
                    self.drop(key, entry, Rank::DropLate);
                }
            }
            Object::Routine { .. } => {
                let mut own = BTreeSet::new();
                if let Object::Routine { details, .. } = &entry.object {
                    details.iter().for_each(|details| words(head_of(&details.definition.text), self.dialect, &mut own));
                }
                // An aggregate stands on functions, and only views stand on it.
                let is_aggregate = matches!(&entry.object, Object::Routine { details, .. } if details.iter().any(|own| &*own.kind == "aggregate"));
                let early = is_aggregate || own.iter().any(|word| gone_tables.contains(word));
                self.routines(key, Some(entry), None, false, early);
            }
            // They go with their table, or with the view they stand on.
            Object::Trigger { table, .. }
            | Object::Policy { table, .. }
            | Object::Other(Other { table: Some(table), .. }) => {
                let is_said = matches!(&entry.object, Object::Other(other) if other.undo.is_some());
                let there = self.after.entry(table).is_some_and(|entry| match entry.object {
                    Object::Table(_) | Object::View(_) => true,
                    Object::Gone { .. } | Object::Unknown => false,
                    _ => is_said,
                });
                // It would keep another table there that goes, too.
                let is_policy = matches!(&entry.object, Object::Policy { .. });
                let reads_gone = is_policy && {
                    let mut own = BTreeSet::new();
                    words(&self.old.create(key).join(" "), self.dialect, &mut own);
                    own.iter().any(|word| **word != *table.name && gone_tables.contains(word))
                };
                if reads_gone {
                    self.drop(key, entry, Rank::DropPolicy);
                    return;
                }
                // What holds for what is made later has no object of its own.
                let alone = is_said && self.before.entry(table).is_none();
                if there || alone {
                    self.drop(key, entry, Self::dropped(&entry.object));
                }
            }
            // It stands on a function, which may have to go with the rows of a table or view that it takes.
            Object::Other(other) if &*other.kind == "CAST" => {
                let mut own = BTreeSet::new();
                words(&self.old.create(key).join(" "), self.dialect, &mut own);
                let of_view = own.iter().any(|word| self.going_views.contains(word));
                let of_table = own.iter().any(|word| gone_tables.contains(word));
                let rank = match (of_view, of_table) {
                    (true, _) => Rank::DropView,
                    (false, true) => Rank::DropEarly,
                    (false, false) => Self::dropped(&entry.object),
                };
                self.drop(key, entry, rank);
            }
            _ if self.yields_name(key, entry) => self.goes_aside(key, entry),
            _ => {
                let rank = Self::dropped(&entry.object);
                // Its name is needed by another.
                let mut replaced =
                    self.after.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
                // It is made of the rows of a table that goes, too.
                if matches!(entry.object, Object::Type { .. }) {
                    let mut own = BTreeSet::new();
                    self.old.create(key).iter().for_each(|sql| words(sql, self.dialect, &mut own));
                    replaced |= own.iter().any(|word| **word != *key.name && gone_tables.contains(word));
                }
                self.drop(key, entry, if replaced && rank == Rank::DropLate { Rank::DropTable } else { rank });
            }
        }
    }

    fn comes(&mut self, key: &'c Key, entry: &'c Entry, around: &Around<'c>) {
        match &entry.object {
            Object::Table(table) => self.create_table(key, entry, table, around),
            Object::Sequence { owner: Some(owner), column, .. } => {
                let column = column.as_deref().unwrap_or_default();
                let numbered =
                    self.new.table(owner).and_then(|table| table.column(column)).map(|column| column.numbered);
                if numbered != Some(Numbered::No) {
                    self.name_sequence(key, owner, column);
                    if let (Some(Numbered::Serial), Object::Sequence { options, .. }) = (numbered, &entry.object) {
                        self.serial_options(key, owner, column, options);
                    }
                    return;
                }
                if let Some((old, _)) = compare::sequence_of(self.before, owner, column) {
                    self.rename_sequence(old, key);
                    return;
                }
                self.create(key, entry);
                let sql = format!(
                    "ALTER SEQUENCE {} OWNED BY {}.{}",
                    self.new.path(key),
                    self.new.path(owner),
                    self.new.name(column)
                );
                self.push(Rank::Make(Made::Foreign), Act::Alter, key, format!("own sequence `{}`", key.name), sql);
            }
            Object::Routine { .. } => self.routines(key, None, Some(entry), false, false),
            Object::Type { details, .. } if details.is_base() => {
                // Its functions take and give it, so that they stand between its name and itself.
                let path = self.new.path(key);
                let about = format!("create type `{}`", entry.name);
                self.push(Rank::Make(Made::Type), Act::Create, key, about.clone(), format!("CREATE TYPE {path}"));
                for sql in self.new.create(key) {
                    self.push(Rank::Make(Made::Table), Act::Create, key, about.clone(), sql);
                }
            }
            _ => self.create(key, entry),
        }
    }

    fn stays(
        &mut self,
        key: &'c Key,
        old: &'c Entry,
        new: &'c Entry,
        again: &Again<'c>,
        lost: &Again<'c>,
        around: &Around<'c>,
    ) {
        match (&old.object, &new.object) {
            (Object::Table(_), _) | (Object::Type { .. }, _) => (),
            (Object::Routine { .. }, _) => self.routines(key, Some(old), Some(new), again.contains(key), false),
            (
                Object::Sequence { owner, options: before, column, .. },
                Object::Sequence { owner: now, options: after, column: to, .. },
            ) => {
                let numbered = |writer: &crate::render::Writer<'c>, owner: &Option<Key>, column: &Option<Arc<str>>| {
                    let table = writer.table(owner.as_ref()?)?;
                    Some(table.column(column.as_deref()?)?.numbered)
                };
                let was = numbered(&self.old, owner, column);
                let is = numbered(&self.new, now, to);
                let goes = |table: &Key, column: &str| {
                    self.after.entry(table).is_none_or(|entry| match &entry.object {
                        Object::Table(table) => table.column(column).is_none(),
                        // Nobody knows.
                        Object::Unknown => false,
                        _ => true,
                    })
                };
                // It would go with its column.
                let saved = matches!((owner, column), (Some(table), Some(column)) if goes(table, column));
                if saved {
                    let sql = format!("ALTER SEQUENCE {} OWNED BY NONE", self.old.path(key));
                    let about = format!("keep sequence `{}`", key.name);
                    self.push(Rank::DropForeign, Act::Alter, key, about, sql);
                }
                let implicit = |numbered: Option<Numbered>| matches!(numbered, Some(Numbered::Identity { .. }));
                if implicit(was) || implicit(is) {
                    return;
                }
                let about = format!("alter sequence `{}`", key.name);
                let unlogged = |options: &crate::catalog::details::Options| options.contains_key("unlogged");
                // That of a column is as its table is.
                let free = owner.is_none() || now.is_none();
                if free && unlogged(before) != unlogged(after) {
                    let word = if unlogged(after) { "UNLOGGED" } else { "LOGGED" };
                    let sql = format!("ALTER SEQUENCE {} SET {word}", self.new.path(key));
                    self.push(Rank::Make(Made::Alter), Act::Alter, key, about.clone(), sql);
                }
                let changes = sequence::changes(before, after);
                if before != after && !changes.is_empty() {
                    let sql = format!("ALTER SEQUENCE {}{changes}", self.new.path(key));
                    self.push(Rank::Make(Made::Alter), Act::Alter, key, about, sql);
                }
                let settled = saved && now.is_none();
                // A column that is made counts with the sequence that is there; of one that stays it is said with it.
                let of_new = |table: &Key, column: &str| {
                    self.old.table(table).is_some_and(|table| table.column(column).is_none())
                };
                let comes = matches!((now, to), (Some(table), Some(column)) if of_new(table, column));
                if (owner, column) != (now, to) && !settled && (is != Some(Numbered::Serial) || comes) {
                    let whom = match (now, to) {
                        (Some(table), Some(column)) => format!("{}.{}", self.new.path(table), self.new.name(column)),
                        _ => "NONE".to_owned(),
                    };
                    let sql = format!("ALTER SEQUENCE {} OWNED BY {whom}", self.new.path(key));
                    self.push(Rank::Make(Made::Foreign), Act::Alter, key, format!("own sequence `{}`", key.name), sql);
                }
            }
            (Object::View(before), Object::View(after)) => {
                if again.contains(key) {
                    self.remake(key, old, new);
                    return;
                }
                if !compare::same_view(key, (self.before, &old.object), (self.after, &new.object)) {
                    let about = format!("replace {}", self.called(new));
                    for sql in self.new.create(key) {
                        let sql = sql.replacen("CREATE ", "CREATE OR REPLACE ", 1);
                        self.push(Rank::Make(Made::View), Act::Replace, key, about.clone(), sql);
                    }
                }
                self.view_indexes(key, before, after, &around.functions);
            }
            (Object::Extension { options: before }, Object::Extension { options: after }) => {
                let (path, rank) = (self.new.path(key), Rank::Make(Made::Extension));
                let schema = |options: &crate::catalog::details::Options| {
                    options.get("schema").map_or_else(|| "public".to_owned(), ToString::to_string)
                };
                if schema(before) != schema(after) {
                    let sql = format!("ALTER EXTENSION {path} SET SCHEMA {}", self.new.name(&schema(after)));
                    self.push(rank, Act::Alter, key, format!("move extension `{}`", key.name), sql);
                }
                if let (Some(was), Some(is)) = (before.get("version"), after.get("version"))
                    && was != is
                {
                    let sql = format!("ALTER EXTENSION {path} UPDATE TO {}", self.new.string(is));
                    self.push(rank, Act::Alter, key, format!("update extension `{}`", key.name), sql);
                }
            }
            (Object::Other(Other { undo: Some(_), table: Some(about), .. }), _) => {
                let changed = compare::object(self.before, &old.object) != compare::object(self.after, &new.object);
                let granted = matches!(&new.object, Object::Other(other) if &*other.kind == "GRANT" || other.kind.starts_with("DEFAULT PRIVILEGES"));
                let table = matches!(&new.object, Object::Other(other) if &*other.kind == "OF");
                let columns = |catalog: &'c crate::catalog::Catalog| -> Vec<String> {
                    let table = crate::render::Writer::new(catalog).table(about);
                    let columns = table.into_iter().flat_map(|table| &table.columns);
                    columns
                        .map(|own| format!("{} {}", own.name.key, compare::type_of(own, catalog.dialect())))
                        .collect()
                };
                // `select (a) to reader` goes with the column.
                let column = key.name.split_once(" (").and_then(|(_, rest)| rest.split_once(") to "));
                let again = column.is_some_and(|(name, _)| {
                    granted && around.anew.contains(&(about.clone(), name.trim_matches('"').into()))
                });
                // … and with the privilege on the whole table.
                let stands = |catalog: &crate::catalog::Catalog, key: &Key| {
                    catalog.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }))
                };
                let again = again
                    || on_all_columns(key)
                        .is_some_and(|whole| granted && stands(self.before, &whole) && !stands(self.after, &whole));
                if lost.contains(about) || again {
                    self.create(key, new);
                } else if table && (changed || columns(self.before) != columns(self.after)) {
                    // Such a table has no columns of its own.
                    self.remake(key, old, new);
                } else if changed && granted {
                    self.remake(key, old, new);
                } else if changed {
                    // It takes the place of what was said before.
                    self.create(key, new);
                }
            }
            (Object::Trigger { .. } | Object::Policy { .. } | Object::Other(_), _) => {
                let changed = compare::object(self.before, &old.object) != compare::object(self.after, &new.object)
                    && !reworded::same_rule((self.before, &old.object), (self.after, &new.object))
                    || compare::calls_other(&old.object, &new.object);
                let table = match &new.object {
                    Object::Trigger { table, .. } | Object::Policy { table, .. } => Some(table),
                    Object::Other(other) => other.table.as_ref(),
                    _ => None,
                };
                if let (Object::Other(before), Object::Other(after)) = (&old.object, &new.object)
                    && changed
                    && !again.contains(key)
                    && let Some(sql) = crate::catalog::adjust::in_place(before, after)
                {
                    let about = format!("alter {}", self.called(new));
                    self.push(Rank::Make(Made::Type), Act::Alter, key, about, sql);
                    return;
                }
                if changed
                    && matches!(&new.object, Object::Other(other) if &*other.kind == "COLLATION")
                    && self.new_collation(key, old, new)
                {
                    return;
                }
                if !again.contains(key)
                    && table.is_none_or(|table| !lost.contains(table))
                    && self.other_state(key, old, new)
                {
                    return;
                }
                // With its view, it is gone already.
                let with_view = table.is_some_and(|table| again.contains(table) || lost.contains(table));
                if with_view {
                    self.create(key, new);
                } else if changed || again.contains(key) {
                    // Its name is needed again at once.
                    let rank = match Self::dropped(&old.object) {
                        Rank::DropLate => Rank::DropTable,
                        rank => rank,
                    };
                    self.drop(key, old, rank);
                    self.create(key, new);
                }
            }
            _ => (),
        }
    }

    /// The indexes of a view that stays; those that call a function which goes and comes again do so, too.
    fn view_indexes(&mut self, key: &'c Key, before: &'c View, after: &'c View, functions: &BTreeSet<String>) {
        let says = |index: &crate::catalog::table::Index| {
            format!("{} {}", index.name.key, compare::index(index, self.dialect))
        };
        let old: BTreeSet<String> = before.indexes.iter().map(says).collect();
        let new: BTreeSet<String> = after.indexes.iter().map(says).collect();
        let calls = |index: &crate::catalog::table::Index| {
            let mut own = BTreeSet::new();
            let parts = index.parts.iter().filter_map(|part| match part {
                Part::Expr(expr) => Some(expr),
                Part::Column(_) => None,
            });
            parts.chain(&index.predicate).for_each(|expr| words(&expr.text, self.dialect, &mut own));
            own.iter().any(|word| functions.contains(word))
        };
        let gone: Vec<_> = before.indexes.iter().filter(|own| !new.contains(&says(own)) || calls(own)).collect();
        let come: Vec<_> = after.indexes.iter().filter(|own| !old.contains(&says(own)) || calls(own)).collect();
        let again = come.iter().filter(|index| calls(index)).map(|index| index.name.clone());
        again.collect::<Vec<_>>().iter().for_each(|name| self.comes_again(key, Some(name)));
        for index in gone {
            let sql = format!("DROP INDEX {}", self.old.path_as(key, &index.name.text));
            self.push(
                Rank::DropView,
                Act::DropIndex(index.name.key.clone()),
                key,
                format!("drop index `{}`", index.name.text),
                sql,
            );
        }
        for index in come {
            let sql = self.new.create_index(key, index, false);
            let act = Act::CreateIndex(index.name.key.clone());
            self.push(Rank::Make(Made::ViewIndex), act, key, format!("create index `{}`", index.name.text), sql);
        }
    }
}

/// A function up to its body.
pub(super) fn head_of(text: &str) -> &str {
    // What stands in the body of the standard is looked up when it is made.
    if text.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().windows(2).any(|two| two == ["begin", "atomic"])
    {
        return text;
    }
    let end = [
        text.find('$'),
        text.find(" AS "),
        text.find(" as "),
        text.find("\nAS"),
        text.find("\nas"),
        text.find("BEGIN"),
    ];
    &text[..end.into_iter().flatten().min().unwrap_or(text.len())]
}

/// A step that says what it may do to rows.
pub(super) fn warned(step: Step, note: Option<String>) -> Step {
    match note {
        Some(note) => step.note(note),
        None => step,
    }
}
