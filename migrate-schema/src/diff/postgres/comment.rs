//! What is said about objects, columns, constraints and indexes.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::objects::{Again, replaceable};
use super::super::step::{Act, Rank};
use super::super::table::TableDiff;
use super::super::{Diff, Sides};
use crate::catalog::constraint::Constraint;
use crate::catalog::extension::usual_comment;
use crate::catalog::table::Index;
use crate::catalog::{Entry, Key, Object};

impl<'c> Diff<'c> {
    pub(super) fn comments(
        &mut self,
        sides: &Sides<'c>,
        tables: &[TableDiff<'c>],
        again: &Again<'c>,
        lost: &Again<'c>,
        foreign_again: &BTreeSet<(Key, Arc<str>)>,
    ) {
        let mut found: Vec<(&'c Key, String, Option<String>)> = Vec::new();
        // The server says what an extension is as it makes it.
        let usual = |entry: &Entry| match entry.object {
            Object::Extension { .. } => usual_comment(&entry.name).map(str::to_owned),
            _ => None,
        };
        let text = |entry: &Entry| {
            let said = entry.comment.as_ref().filter(|text| !text.is_empty()).map(ToString::to_string);
            said.or_else(|| usual(entry))
        };
        let made: BTreeSet<Key> =
            self.steps.iter().filter(|step| matches!(step.act, Act::Create)).map(|step| step.key.clone()).collect();
        for (key, old, new) in &sides.both {
            // What is said about a trigger, a policy and the like goes with it.
            let made_again = again.contains(key) || lost.contains(key) || made.contains(key);
            if let (Object::Routine { details: before, .. }, Object::Routine { details: after, .. }) =
                (&old.object, &new.object)
            {
                for own in after {
                    let other = before.iter().find(|other| other.arguments == own.arguments);
                    let was = other
                        .filter(|other| !again.contains(key) && replaceable(other, own))
                        .and_then(|other| other.comment.as_deref());
                    if was != own.comment.as_deref() {
                        found.push((key, self.new.routine(key, own), own.comment.as_ref().map(ToString::to_string)));
                    }
                }
                continue;
            }
            if (text(old) != text(new) || made_again && text(new).is_some())
                && let Some(what) = self.new.commented(key)
            {
                found.push((key, what, text(new)));
            }
        }
        for (key, entry) in &sides.come {
            if let Object::Routine { details, .. } = &entry.object {
                for own in details.iter().filter(|own| own.comment.is_some()) {
                    found.push((key, self.new.routine(key, own), own.comment.as_ref().map(ToString::to_string)));
                }
            }
            if let Object::Table(table) = &entry.object {
                for column in table.columns.iter().filter(|column| column.details.comment.is_some()) {
                    let what = format!("COLUMN {}.{}", self.new.path(key), self.new.name(&column.name.text));
                    found.push((key, what, column.details.comment.as_ref().map(ToString::to_string)));
                }
                for constraint in &table.constraints {
                    if let (Some(comment), Some(name)) = (&constraint.details.comment, &constraint.name) {
                        let what = format!("CONSTRAINT {} ON {}", self.new.name(&name.text), self.new.path(key));
                        found.push((key, what, Some(comment.to_string())));
                    }
                }
                for index in &table.indexes {
                    if let Some(comment) = &index.details.comment {
                        let what = format!("INDEX {}", self.new.path_as(key, &index.name.text));
                        found.push((key, what, Some(comment.to_string())));
                    }
                }
            }
            if let (Some(comment), Some(what)) = (text(entry), self.new.commented(key))
                && usual(entry).as_ref() != Some(&comment)
            {
                found.push((key, what, Some(comment)));
            }
        }
        let made = sides.come.iter().map(|(key, entry)| (key, None, entry));
        for (key, old, new) in sides.both.iter().map(|(key, old, new)| (key, Some(old), new)).chain(made) {
            let Object::View(view) = &new.object else { continue };
            let before = old.and_then(|entry| match &entry.object {
                Object::View(view) if !again.contains(key) && !lost.contains(key) => Some(view),
                _ => None,
            });
            for index in &view.indexes {
                let other = before.and_then(|view| view.indexes.iter().find(|other| other.name == index.name));
                let same = other.is_some_and(|other| {
                    super::super::compare::index(other, self.dialect)
                        == super::super::compare::index(index, self.dialect)
                });
                let same = same && !self.made_again.contains(&((*key).clone(), index.name.key.to_string()));
                let was = other.filter(|_| same).and_then(|other| other.details.comment.as_ref());
                if was != index.details.comment.as_ref() {
                    let what = format!("INDEX {}", self.new.path_as(key, &index.name.text));
                    found.push((key, what, index.details.comment.as_ref().map(ToString::to_string)));
                }
            }
        }
        for table in tables {
            let path = self.new.path(table.key);
            let column = |name: &str| format!("COLUMN {path}.{}", self.new.name(name));
            for own in table.added.iter().filter(|column| column.details.comment.is_some()) {
                found.push((table.key, column(&own.name.text), own.details.comment.as_ref().map(ToString::to_string)));
            }
            for (_, own, change) in table.changed.iter().filter(|(_, _, change)| change.comment) {
                let _ = change;
                found.push((table.key, column(&own.name.text), own.details.comment.as_ref().map(ToString::to_string)));
            }
            let added = table.added_constraints.iter().filter(|own| own.details.comment.is_some());
            let added: Vec<&Constraint> = added.chain(&table.commented_constraints).copied().collect();
            // One that goes and comes again loses it.
            let again = table.new.constraints.iter().map(|own| &**own).filter(|own| {
                let name = own.name.as_ref().map(|name| (table.key.clone(), name.key.clone()));
                own.details.comment.is_some()
                    && name.is_some_and(|name| {
                        foreign_again.contains(&name) || self.made_again.contains(&(name.0, name.1.to_string()))
                    })
                    && !added.iter().any(|other| std::ptr::eq(*other, *own))
            });
            for constraint in added.iter().copied().chain(again) {
                if let Some(name) = &constraint.name {
                    let what = format!("CONSTRAINT {} ON {path}", self.new.name(&name.text));
                    found.push((table.key, what, constraint.details.comment.as_ref().map(ToString::to_string)));
                }
            }
            let added = table.added_indexes.iter().filter(|own| own.details.comment.is_some());
            let added: Vec<&Index> = added.chain(&table.commented_indexes).collect();
            let again = table.new.indexes.iter().map(|own| &**own).filter(|own| {
                own.details.comment.is_some()
                    && self.made_again.contains(&(table.key.clone(), own.name.key.to_string()))
                    && !added.iter().any(|other| other.name == own.name)
            });
            for index in added.iter().copied().chain(again) {
                let what = format!("INDEX {}", self.new.path_as(table.key, &index.name.text));
                found.push((table.key, what, index.details.comment.as_ref().map(ToString::to_string)));
            }
        }
        for (key, what, comment) in found {
            let sql = self.new.comment(&what, comment.as_deref());
            self.push(Rank::Comment, Act::Comment, key, format!("comment on {}", what.to_lowercase()), sql);
        }
    }
}
