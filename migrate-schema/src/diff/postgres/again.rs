//! What has to go and come again, because something below it changes, and what is lost by that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::objects::{Again, replaceable, spread};
use super::super::order::words;
use super::super::reworded;
use super::super::table::TableDiff;
use super::super::{Diff, Sides, compare, ty};
use super::head_of;
use super::types;
use super::view::{InPlace, in_place};
use crate::catalog::other::Other;
use crate::catalog::{Entry, Key, Object};

/// Whether what is kept as its text stays where it is, and changes there.
fn alters_other(old: &Entry, new: &Entry) -> bool {
    match (&old.object, &new.object) {
        (Object::Other(old), Object::Other(new)) => crate::catalog::adjust::in_place(old, new).is_some(),
        _ => false,
    }
}

impl<'c> Diff<'c> {
    /// What goes and comes again under its name, and loses what is said about it.
    pub(super) fn lost(
        &self,
        sides: &Sides<'c>,
        tables: &[TableDiff<'c>],
        again: &Again<'c>,
        replaced: &BTreeSet<&'c Key>,
    ) -> Again<'c> {
        let mut lost: Again<'c> = again.union(replaced).copied().collect();
        lost.extend(tables.iter().filter(|table| table.other).map(|table| table.key));
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
                    if compare::object(self.before, &old.object) != compare::object(self.after, &new.object)
                        && !reworded::same_rule((self.before, &old.object), (self.after, &new.object))
                        && !alters_other(old, new) =>
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
    pub(super) fn moved(
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
                if own(old) || own(new) || ty::cast(&from, &to) != ty::Cast::Itself || !ty::read_alike(&from, &to) {
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
    pub(super) fn remade_functions(&self, sides: &Sides<'c>, again: &Again<'c>) -> BTreeSet<String> {
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
    pub(super) fn again(&self, sides: &Sides<'c>, tables: &[TableDiff<'c>], replaced: &BTreeSet<&'c Key>) -> Again<'c> {
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
                    if !stays && !compare::same_view(key, (self.before, &old.object), (self.after, &new.object)) {
                        again.insert(key);
                    }
                }
                (Object::View(_), _) if changed() => drop(again.insert(key)),
                // What stands on it names it.
                (Object::Other(Other { undo: None, .. }), _) if changed() && !alters_other(old, new) => {
                    names.push(key.name.to_string());
                }
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
                // Tables of several schemas may have the name.
                let own = columns.entry(&table.key.name).or_default();
                own.0.extend(changed);
                own.1 |= star;
            }
        }
        for (_, old, new) in &sides.both {
            let is_collation = matches!(&old.object, Object::Other(other) if &*other.kind == "COLLATION");
            if is_collation && compare::object(self.before, &old.object) != compare::object(self.after, &new.object) {
                for (table, column) in self.of_collation(old) {
                    columns.entry(&table.name).or_default().0.insert(&column.name.key);
                }
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
            self.over_rows(sides, &columns, &mut again);
        }
        let gone: Vec<String> = sides
            .gone
            .iter()
            .filter(|(_, entry)| matches!(entry.object, Object::View(_) | Object::Table(_) | Object::Routine { .. }))
            .map(|(key, _)| key.name.to_string())
            .collect();
        names.extend(gone);
        names.extend(tables.iter().filter(|table| table.other).map(|table| table.key.name.to_string()));
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

    /// Views over functions that give rows of a table whose columns change: they stand on the columns, too.
    fn over_rows(&self, sides: &Sides<'c>, columns: &BTreeMap<&str, (BTreeSet<&str>, bool)>, again: &mut Again<'c>) {
        let gives_rows = |entry: &Entry| match &entry.object {
            Object::Routine { details, .. } => details.iter().any(|own| {
                let mut head = BTreeSet::new();
                words(head_of(&own.definition.text), self.dialect, &mut head);
                // The view keeps the names of all columns, in their order.
                columns.iter().any(|(table, (changed, added))| (*added || !changed.is_empty()) && head.contains(*table))
            }),
            _ => false,
        };
        let functions: BTreeSet<&str> =
            sides.both.iter().filter(|(_, entry, _)| gives_rows(entry)).map(|(key, ..)| &*key.name).collect();
        if functions.is_empty() {
            return;
        }
        for (key, entry, _) in &sides.both {
            let Object::View(view) = &entry.object else { continue };
            let mut own = BTreeSet::new();
            words(&view.details.query, self.dialect, &mut own);
            if own.iter().any(|word| functions.contains(word.as_str())) {
                again.insert(key);
            }
        }
    }

    /// Whether a view, trigger or policy reads one of these columns.
    pub(super) fn reads_changed(
        &self,
        key: &Key,
        entry: &Entry,
        columns: &BTreeMap<&str, (BTreeSet<&str>, bool)>,
    ) -> bool {
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
            // Columns that it names stay as they are, and so do those of its conditions.
            Object::Other(Other { publication: Some(publication), .. }) => {
                publication.items.iter().map(|item| &*item.text).collect::<Vec<_>>().join(" ")
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
}
