//! What PostgreSQL can change in place, and what has to make room for it.

mod column;
mod comment;
mod foreign;
mod sequence;
mod table;
mod types;
mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::objects::{Again, replaceable, spread};
use super::order::words;
use super::step::{Act, Made, Rank, Step};
use super::table::TableDiff;
use super::{Diff, Sides, compare, ty};
use crate::catalog::change::Numbered;
use crate::catalog::other::Other;
use crate::catalog::{Entry, Key, Object};
use types::TypeChange;
use view::{InPlace, in_place};

/// What the planning of tables has to know about everything else.
struct Around<'c> {
    /// Columns whose type is made anew, by table.
    moved: BTreeMap<&'c Key, BTreeSet<String>>,
    /// Functions that go and come again.
    functions: BTreeSet<String>,
    /// Foreign keys that go and come again.
    foreign_again: BTreeSet<(Key, Arc<str>)>,
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
        let around = Around {
            moved: self.moved(sides, tables, &replaced),
            functions: self.remade_functions(sides, &again),
            foreign_again: self.foreign_again(tables, &replaced),
            late: self.late(sides),
        };
        for change in &changes {
            self.change_type(change, sides);
        }
        let gone_tables: BTreeSet<String> = sides
            .gone
            .iter()
            .filter(|(_, entry)| matches!(entry.object, Object::Table(_) | Object::View(_)))
            .map(|(key, _)| key.name.to_string())
            // The arguments of a function are called by a name that is another's then.
            .chain(replaced.iter().map(|key| key.name.to_string()))
            .collect();
        for (key, entry) in &sides.gone {
            self.goes(key, entry, &gone_tables);
        }
        for (key, entry) in &sides.come {
            self.comes(key, entry, &around);
        }
        let lost = self.lost(sides, tables, &again, &replaced);
        for (key, old, new) in &sides.both {
            self.stays(key, old, new, &again, &lost);
        }
        for table in tables {
            self.change_table(table, &around);
        }
        self.comments(sides, tables, &again, &lost);
    }

    /// What goes and comes again under its name, and loses what is said about it.
    fn lost(
        &self,
        sides: &Sides<'c>,
        tables: &[TableDiff<'c>],
        again: &Again<'c>,
        replaced: &BTreeSet<&'c Key>,
    ) -> Again<'c> {
        let mut lost: Again<'c> = again.union(replaced).copied().collect();
        lost.extend(tables.iter().filter(|table| table.is_other()).map(|table| table.key));
        for (key, old, new) in &sides.both {
            match (&old.object, &new.object) {
                (Object::Routine { details: before, .. }, Object::Routine { details: after, .. }) => {
                    let stays = |old: &Arc<crate::catalog::details::RoutineDetails>| {
                        after.iter().any(|new| new.arguments == old.arguments && replaceable(old, new))
                    };
                    if !before.iter().all(stays) {
                        lost.insert(key);
                    }
                }
                (Object::Other(Other { undo: None, .. }), _)
                    if compare::object(self.before, &old.object) != compare::object(self.after, &new.object) =>
                {
                    lost.insert(key);
                }
                _ => (),
            }
        }
        for (key, entry) in &sides.come {
            // Another kind of object had the name.
            if self.before.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. })) {
                lost.insert(key);
            }
            let _ = entry;
        }
        lost
    }

    /// The columns of types that are made anew.
    fn moved(
        &self,
        sides: &Sides<'c>,
        tables: &[TableDiff<'c>],
        replaced: &BTreeSet<&'c Key>,
    ) -> BTreeMap<&'c Key, BTreeSet<String>> {
        let mut found: BTreeMap<&'c Key, BTreeSet<String>> = BTreeMap::new();
        // What compares a column with values of its old type does not fit the new one.
        for table in tables {
            for (old, new, _) in table.changed.iter().filter(|(_, _, change)| change.ty) {
                let (from, to) = (compare::type_of(old, self.dialect), compare::type_of(new, self.dialect));
                let own =
                    |column: &crate::catalog::table::Column| column.ty.as_ref().is_some_and(|ty| ty.own.is_some());
                if own(old) || own(new) || ty::cast(&from, &to) != ty::Cast::Itself {
                    found.entry(table.key).or_default().insert(old.name.key.to_string());
                }
            }
        }
        if replaced.is_empty() {
            return found;
        }
        for (key, old, _) in &sides.both {
            let Object::Table(table) = &old.object else { continue };
            let own = table.columns.iter().filter(|column| replaced.iter().any(|ty| types::is_of(column, ty)));
            let names: BTreeSet<String> = own.map(|column| column.name.key.to_string()).collect();
            if !names.is_empty() {
                found.entry(key).or_default().extend(names);
            }
        }
        found
    }

    /// The functions that are dropped before they are made as they are to be.
    fn remade_functions(&self, sides: &Sides<'c>, again: &Again<'c>) -> BTreeSet<String> {
        let is_remade = |(key, old, new): &&(&'c Key, &'c Entry, &'c Entry)| match (&old.object, &new.object) {
            (Object::Routine { details: before, .. }, Object::Routine { details: after, .. }) => {
                again.contains(key)
                    || !before
                        .iter()
                        .all(|old| after.iter().any(|new| new.arguments == old.arguments && replaceable(old, new)))
            }
            _ => false,
        };
        sides.both.iter().filter(is_remade).map(|(key, _, _)| key.name.to_string()).collect()
    }

    /// What has to be dropped and made again.
    fn again(&self, sides: &Sides<'c>, tables: &[TableDiff<'c>], replaced: &BTreeSet<&'c Key>) -> Again<'c> {
        let mut again = Again::new();
        let mut names: Vec<String> = replaced.iter().map(|key| key.name.to_string()).collect();
        // Who reads all columns of a view that grows would not get the new ones.
        let stars = sides.both.iter().any(|(_, old, _)| match &old.object {
            Object::View(view) => view.details.query.contains('*'),
            _ => false,
        });
        for (key, old, new) in &sides.both {
            let changed = || compare::object(self.before, &old.object) != compare::object(self.after, &new.object);
            match (&old.object, &new.object) {
                (Object::View(before), Object::View(after)) => {
                    let stays = match in_place(before, after) {
                        InPlace::No => false,
                        InPlace::Same => true,
                        InPlace::Grows => !stars,
                    };
                    if !stays && !compare::same_view((self.before, &old.object), (self.after, &new.object)) {
                        again.insert(key);
                    }
                }
                (Object::View(_), _) if changed() => drop(again.insert(key)),
                (Object::Routine { details: before, .. }, Object::Routine { details: after, .. }) => {
                    let stays = before.iter().all(|old| {
                        let other = after.iter().find(|new| new.arguments == old.arguments);
                        other.is_some_and(|new| replaceable(old, new))
                    });
                    if !stays {
                        names.push(key.name.to_string());
                    }
                }
                _ => (),
            }
        }
        let called: BTreeSet<String> = names.iter().cloned().collect();
        // Columns that go or get another type: who reads them has to go first.
        let mut columns: BTreeMap<&str, (BTreeSet<&str>, bool)> = BTreeMap::new();
        let own_type = |column: &crate::catalog::table::Column| {
            let own = column.ty.as_ref().and_then(|ty| ty.own.as_ref());
            own.is_some_and(|own| replaced.iter().any(|key| key.name == own.name.key))
        };
        for table in tables {
            let mut changed: BTreeSet<&str> = table.dropped.iter().map(|column| &*column.name.key).collect();
            for (old, _, change) in &table.changed {
                if change.ty || change.generated || change.collation {
                    changed.insert(&old.name.key);
                }
            }
            for (old, _) in self.anew(table, &called) {
                changed.insert(&old.name.key);
            }
            let star = !changed.is_empty() || !table.added.is_empty();
            if star {
                columns.insert(&table.key.name, (changed, star));
            }
        }
        if !replaced.is_empty() {
            for (key, old, _) in &sides.both {
                let Object::Table(table) = &old.object else { continue };
                let own = table.columns.iter().filter(|column| own_type(column));
                for column in own {
                    let changed = &mut columns.entry(&key.name).or_default().0;
                    changed.insert(&column.name.key);
                    for other in &table.columns {
                        let expr = other.generated.as_ref();
                        if expr.is_some_and(|expr| expr.columns.iter().any(|name| name.key == column.name.key)) {
                            changed.insert(&other.name.key);
                        }
                    }
                }
            }
        }
        if !columns.is_empty() {
            for (key, entry, _) in &sides.both {
                if self.reads_changed(key, entry, &columns) {
                    again.insert(key);
                }
            }
        }
        let gone: Vec<String> = sides
            .gone
            .iter()
            .filter(|(_, entry)| matches!(entry.object, Object::View(_) | Object::Table(_) | Object::Routine { .. }))
            .map(|(key, _)| key.name.to_string())
            .collect();
        names.extend(gone);
        let old = self.old;
        spread(sides, self.dialect, again, names, |key, entry| match &entry.object {
            // What stands in the body is looked up when it runs.
            Object::Routine { details, .. } => {
                let heads = details.iter().map(|details| head_of(&details.definition.text));
                heads.collect::<Vec<_>>().join(" ")
            }
            _ => old.create(key).join(" "),
        })
    }

    /// Whether a view, trigger or policy reads one of these columns.
    fn reads_changed(&self, key: &Key, entry: &Entry, columns: &BTreeMap<&str, (BTreeSet<&str>, bool)>) -> bool {
        let text = match &entry.object {
            Object::View(view) => view.details.query.to_string(),
            Object::Trigger { table, .. }
            | Object::Policy { table, .. }
            | Object::Other(Other { table: Some(table), .. }) => {
                if !columns.contains_key(&*table.name) {
                    return false;
                }
                self.old.create(key).join(" ")
            }
            Object::Routine { details, .. } => {
                let own =
                    details.iter().map(|own| &own.definition.text).filter(|text| head_of(text).len() == text.len());
                own.map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            _ => return false,
        };
        let mut own = BTreeSet::new();
        words(&text, self.dialect, &mut own);
        let is_view = matches!(entry.object, Object::View(_));
        let star = is_view && text.contains('*') && !text.to_lowercase().replace(' ', "").contains("count(*)")
            || is_view && text.matches('*').count() > text.to_lowercase().matches("count(*)").count();
        own.iter().filter_map(|word| columns.get(word.as_str())).any(|(changed, added)| {
            changed.iter().any(|column| own.contains(*column)) || star && (*added || !changed.is_empty())
        })
    }

    fn goes(&mut self, key: &'c Key, entry: &'c Entry, gone_tables: &BTreeSet<String>) {
        match &entry.object {
            Object::Table(table) => self.drop_table(key, entry, table),
            Object::Sequence { owner: Some(owner), column, .. } => {
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
                // What holds for what is made later has no object of its own.
                let alone = is_said && self.before.entry(table).is_none();
                if there || alone {
                    self.drop(key, entry, Self::dropped(&entry.object));
                }
            }
            _ => {
                let rank = Self::dropped(&entry.object);
                // Its name is needed by another.
                let replaced = self.after.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
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
            _ => self.create(key, entry),
        }
    }

    /// The sequence of a serial or identity column has a name of its own.
    fn name_sequence(&mut self, key: &'c Key, owner: &Key, column: &str) {
        let kind = |writer: &crate::render::Writer<'c>| {
            let numbered = writer.table(owner)?.column(column)?.numbered;
            Some(std::mem::discriminant(&numbered))
        };
        // Another kind of numbering has a sequence of its own.
        let stays = kind(&self.old) == kind(&self.new);
        if let Some((old, _)) = compare::sequence_of(self.before, owner, column)
            && old != key
            && stays
            && self.after.entry(old).is_none_or(|entry| !matches!(entry.object, Object::Sequence { .. }))
        {
            self.rename_sequence(old, key);
            return;
        }
        let usual = format!("{}_{column}_seq", owner.name);
        // Where another has the usual name, the server has chosen this one.
        let other = Key { name: usual.as_str().into(), ..key.clone() };
        let taken = self.after.entry(&other).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
        // One that is made for an older column is made by its name.
        let by_name = self.before.entry(owner).is_some()
            && self.old.table(owner).is_some_and(|table| table.column(column).is_some())
            && self.new.table(owner).and_then(|table| table.column(column)).map(|column| column.numbered)
                == Some(Numbered::Serial);
        if *key.name != *usual && usual.len() <= 63 && !stays && !by_name && !taken {
            let from = self.new.path_as(key, &usual);
            let sql = format!("ALTER SEQUENCE {from} RENAME TO {}", self.new.name(&key.name));
            // Others may count with it by this name.
            self.push(Rank::Make(Made::Index), Act::Rename, key, format!("rename sequence `{usual}`"), sql);
        }
    }

    /// A serial's sequence counts as is usual in the type of its column, unless more is said.
    fn serial_options(&mut self, key: &'c Key, owner: &Key, column: &str, options: &crate::catalog::details::Options) {
        let table = self.new.table(owner);
        let ty = table.and_then(|table| table.column(column)).map(|column| compare::type_of(column, self.dialect));
        let ty = ty.unwrap_or_default();
        let mut usual = crate::catalog::details::Options::new();
        if ty != "bigint" {
            usual.insert("as".into(), ty.into());
        }
        if *options != usual {
            let as_type = options.get("as").map_or("bigint", |ty| &**ty);
            let rest = crate::render::sequence_options(options, false).replace(&format!(" AS {as_type}"), "");
            let sql = format!("ALTER SEQUENCE {} AS {as_type}{rest}", self.new.path(key));
            self.push(Rank::Make(Made::Index), Act::Alter, owner, format!("alter sequence `{}`", key.name), sql);
        }
    }

    fn rename_sequence(&mut self, old: &Key, key: &'c Key) {
        let sql = format!("ALTER SEQUENCE {} RENAME TO {}", self.old.path(old), self.new.name(&key.name));
        self.push(Rank::Rename, Act::Rename, key, format!("rename sequence `{}` to `{}`", old.name, key.name), sql);
        let (Some(was), Some(is)) = (self.before.entry(old), self.after.entry(key)) else { return };
        if was.comment.is_some() && is.comment.is_none() {
            let what = format!("SEQUENCE {}", self.new.path(key));
            let sql = self.new.comment(&what, None);
            self.push(Rank::Comment, Act::Comment, key, format!("comment on {}", what.to_lowercase()), sql);
        }
        let implicit = |writer: crate::render::Writer<'c>, owner: &Option<Key>, column: &Option<Arc<str>>| {
            let column = writer.table(owner.as_ref()?)?.column(column.as_deref()?)?;
            Some(matches!(column.numbered, Numbered::Identity { .. }))
        };
        if let (
            Object::Sequence { options: before, owner, column },
            Object::Sequence { options: after, owner: now, column: to },
        ) = (&was.object, &is.object)
            && before != after
            && implicit(self.old, owner, column) != Some(true)
            && implicit(self.new, now, to) != Some(true)
        {
            let sql = format!("ALTER SEQUENCE {}{}", self.new.path(key), sequence::changes(before, after));
            self.push(Rank::Make(Made::Foreign), Act::Alter, key, format!("alter sequence `{}`", key.name), sql);
        }
    }

    fn stays(&mut self, key: &'c Key, old: &'c Entry, new: &'c Entry, again: &Again<'c>, lost: &Again<'c>) {
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
                if unlogged(before) != unlogged(after) {
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
                if (owner, column) != (now, to) && !settled && is != Some(Numbered::Serial) {
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
                if !compare::same_view((self.before, &old.object), (self.after, &new.object)) {
                    let about = format!("replace {}", self.called(new));
                    for sql in self.new.create(key) {
                        let sql = sql.replacen("CREATE ", "CREATE OR REPLACE ", 1);
                        self.push(Rank::Make(Made::View), Act::Replace, key, about.clone(), sql);
                    }
                }
                self.view_indexes(key, before, after);
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
                let granted = matches!(&new.object, Object::Other(other) if matches!(&*other.kind, "GRANT" | "DEFAULT PRIVILEGES"));
                let table = matches!(&new.object, Object::Other(other) if &*other.kind == "OF");
                let columns = |catalog: &'c crate::catalog::Catalog| -> Vec<String> {
                    let table = crate::render::Writer::new(catalog).table(about);
                    let columns = table.into_iter().flat_map(|table| &table.columns);
                    columns
                        .map(|own| format!("{} {}", own.name.key, compare::type_of(own, catalog.dialect())))
                        .collect()
                };
                if lost.contains(about) {
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
                let changed = compare::object(self.before, &old.object) != compare::object(self.after, &new.object);
                let table = match &new.object {
                    Object::Trigger { table, .. } | Object::Policy { table, .. } => Some(table),
                    Object::Other(other) => other.table.as_ref(),
                    _ => None,
                };
                // With its view, it is gone already.
                let with_view = table.is_some_and(|table| again.contains(table) || lost.contains(table));
                if with_view {
                    self.create(key, new);
                } else if changed || again.contains(key) {
                    self.remake(key, old, new);
                }
            }
            _ => (),
        }
    }

    fn view_indexes(&mut self, key: &'c Key, before: &crate::catalog::view::View, after: &crate::catalog::view::View) {
        let says = |index: &crate::catalog::table::Index| {
            format!("{} {}", index.name.key, compare::index(index, self.dialect))
        };
        let old: BTreeSet<String> = before.indexes.iter().map(says).collect();
        let new: BTreeSet<String> = after.indexes.iter().map(says).collect();
        let gone: Vec<_> = before.indexes.iter().filter(|index| !new.contains(&says(index))).collect();
        let come: Vec<_> = after.indexes.iter().filter(|index| !old.contains(&says(index))).collect();
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
