//! Details that are not as they were. Only what is certain: a text that is spelt otherwise may mean the same.

use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::constraint::Constraint;
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Key, Object};

/// A value whose text says all about it: a number, a string, a truth value.
fn literal(text: &str) -> Option<&str> {
    let text = text.split("::").next().unwrap_or(text).trim();
    let text = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text);
    let number = text.trim_start_matches(['-', ' ']).parse::<f64>().is_ok();
    let inner = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    let string = inner.is_some_and(|inner| !inner.replace("''", "").contains('\''));
    (number || string || matches!(text, "true" | "false")).then_some(text)
}

/// What is different about a column of the same type, as the end of "column …".
pub(super) fn column(old: &Column, now: &Column, dialect: Dialect) -> Option<String> {
    let (before, after) = (&old.details, &now.details);
    if let (Some(one), Some(other)) = (&old.default, &now.default)
        && let (Some(was), Some(is)) = (literal(one), literal(other))
        && was != is
        // `'1'` and `1` are one default of a number.
        && was.trim_matches('\'') != is.trim_matches('\'')
    {
        return Some(format!("has the default {other}, before it had {one}"));
    }
    if old.generated.is_some() != now.generated.is_some() {
        let is = if now.generated.is_some() { "is computed, before it was not" } else { "is not computed any more" };
        return Some(is.to_owned());
    }
    if old.numbered != now.numbered && dialect != Dialect::Sqlite {
        return Some("is not numbered as before".to_owned());
    }
    let differ = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| one != other;
    let collation = match dialect {
        Dialect::MySql | Dialect::MariaDb => before.collation.is_some() && after.collation.is_some(),
        Dialect::Postgres | Dialect::Sqlite => true,
    };
    if collation && differ(&before.collation, &after.collation) {
        return Some(format!("has {}, before it had {}", collated(&after.collation), collated(&before.collation)));
    }
    if before.on_update.is_some() != after.on_update.is_some() {
        return Some("is not set at each update as before".to_owned());
    }
    differ(&before.comment, &after.comment).then(|| "has another comment than before".to_owned())
}

fn collated(collation: &Option<Arc<str>>) -> String {
    match collation {
        Some(name) => format!("the collation `{name}`"),
        None => "no collation of its own".to_owned(),
    }
}

/// What is different about a constraint over the same columns, as the end of "the foreign key …".
pub(super) fn constraint(old: &Constraint, now: &Constraint, dialect: Dialect) -> Option<String> {
    if dialect != Dialect::Sqlite
        && let (Some(was), Some(is)) = (&old.name, &now.name)
        && was.key != is.key
    {
        return Some(format!("is called `{}`, before it was `{}`", is.text, was.text));
    }
    let (before, after) = (&old.details, &now.details);
    let action = |action: &Option<Arc<str>>| action.as_ref().map_or("NO ACTION".to_owned(), |it| it.to_uppercase());
    for (event, was, is) in
        [("DELETE", &before.on_delete, &after.on_delete), ("UPDATE", &before.on_update, &after.on_update)]
    {
        if was != is {
            return Some(format!("is ON {event} {}, before it was {}", action(is), action(was)));
        }
    }
    if (before.deferrable, before.deferred) != (after.deferrable, after.deferred) {
        return Some("is not deferred as before".to_owned());
    }
    (before.nulls_not_distinct != after.nulls_not_distinct).then(|| "compares nulls otherwise than before".to_owned())
}

/// What is different about an index of the same name and columns.
pub(super) fn index(old: &Index, now: &Index) -> Option<String> {
    let (before, after) = (&old.details, &now.details);
    let method = |method: &Option<Arc<str>>| method.clone().unwrap_or_else(|| "btree".into());
    if before.method != after.method {
        return Some(format!("is a {} index, before it was {}", method(&after.method), method(&before.method)));
    }
    if old.predicate.is_some() != now.predicate.is_some() {
        let is = if now.predicate.is_some() { "is partial, before it was not" } else { "is not partial any more" };
        return Some(is.to_owned());
    }
    if old.include != now.include {
        return Some("does not include the columns of before".to_owned());
    }
    (before.suffixes != after.suffixes).then(|| "is not ordered as before".to_owned())
}

/// The settings of a table that are not as before.
pub(super) fn options(old: &Table, now: &Table) -> Vec<String> {
    let names = old.options.keys().chain(now.options.keys().filter(|name| !old.options.contains_key(*name)));
    names
        .filter(|name| old.options.get(*name) != now.options.get(*name))
        .map(|name| match now.options.get(name) {
            Some(value) if value.is_empty() => format!("is `{name}`, before it was not"),
            Some(value) => format!("has `{name}` {value}, which is not as before"),
            None => format!("does not have `{name}` as before"),
        })
        .collect()
}

/// Whether an object that the down did not touch is made of other things than before.
pub(super) fn replaced(old: &Object, now: &Object) -> bool {
    match (old, now) {
        (Object::View(old), Object::View(now)) => {
            !old.details.meaning.is_empty()
                && !now.details.meaning.is_empty()
                && (old.details.meaning != now.details.meaning || old.details.options != now.details.options)
        }
        (Object::Sequence { options: old, .. }, Object::Sequence { options: now, .. }) => old != now,
        (Object::Type { details: old, .. }, Object::Type { details: now, .. }) => {
            (old.not_null, &old.default) != (now.not_null, &now.default)
                || old.checks.len() != now.checks.len()
                || old.attributes.len() != now.attributes.len()
        }
        (Object::Policy { definition: old, .. }, Object::Policy { definition: now, .. }) => old.meaning != now.meaning,
        (Object::Other(old), Object::Other(now)) => old.definition.meaning != now.definition.meaning,
        _ => false,
    }
}

/// The table that something belongs to which is no part of its definition.
pub(super) fn table_of(object: &Object) -> Option<&Key> {
    match object {
        Object::Trigger { table, .. } | Object::Policy { table, .. } => Some(table),
        Object::Other(other) => other.table.as_ref(),
        _ => None,
    }
}

/// A function that is there already cannot be made again.
pub(super) fn is_made_once(object: &Object) -> bool {
    let Object::Routine { details, .. } = object else { return false };
    !details.is_empty() && details.iter().all(|details| details.once)
}
