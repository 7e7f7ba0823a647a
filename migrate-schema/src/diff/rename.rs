//! Names that change. Nothing is guessed: what goes and what comes may be one thing, and somebody has to say so.

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;

use super::loss::{Loss, LossKind};
use super::order::words;
use super::step::{Act, Rank, Step};
use super::{Filter, compare};
use crate::catalog::name::fold;
use crate::catalog::table::{Column, Table};
use crate::catalog::{Catalog, Key, Object, Space};
use crate::diagnostic::distance;
use crate::render::Writer;

/// Something gets another name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rename {
    /// The table; none where it is a table that gets another name.
    pub table: Option<String>,
    /// The old name.
    pub from: String,
    /// The new name.
    pub to: String,
}

impl std::str::FromStr for Rename {
    type Err = String;

    fn from_str(text: &str) -> Result<Rename, String> {
        let wrong =
            || "it is written --rename users=people for a table, --rename users.mail=email for a column".to_owned();
        let (from, to) = text.split_once('=').ok_or_else(wrong)?;
        if from.is_empty() || to.is_empty() {
            return Err(wrong());
        }
        Ok(match from.rsplit_once('.') {
            Some((table, from)) => Rename {
                table: Some(table.to_owned()),
                from: from.to_owned(),
                // `users.mail=users.email` says the same.
                to: to.rsplit_once('.').map_or(to, |(_, name)| name).to_owned(),
            },
            None => Rename { table: None, from: from.to_owned(), to: to.to_owned() },
        })
    }
}

impl std::fmt::Display for Rename {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.table {
            Some(table) => write!(f, "{table}.{}={}", self.from, self.to),
            None => write!(f, "{}={}", self.from, self.to),
        }
    }
}

/// What goes, while something comes that it may have become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The table; none where a table goes.
    pub table: Option<String>,
    /// What goes.
    pub gone: String,
    /// What comes, the most likely first.
    pub candidates: Vec<String>,
}

impl Question {
    /// The renames that answer it.
    pub fn answers(&self) -> impl Iterator<Item = Rename> + '_ {
        self.candidates.iter().map(|to| Rename { table: self.table.clone(), from: self.gone.clone(), to: to.clone() })
    }

    /// What is lost if it is none of them.
    pub fn as_loss(&self) -> Loss {
        let (kind, what) = match &self.table {
            Some(table) => (LossKind::DropColumn, format!("{table}.{}", self.gone)),
            None => (LossKind::DropTable, self.gone.clone()),
        };
        Loss { kind, says: format!("all of `{what}`"), what }
    }
}

/// The tables that only one side has.
fn only<'c>(one: &'c Catalog, other: &Catalog, filter: &Filter) -> Vec<(&'c Key, &'c Table)> {
    let there = |key: &Key| other.entry(key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }));
    one.tables().filter(|(key, _)| filter.object(&key.name) && !there(key)).collect()
}

/// Tables of MySQL and MariaDB of which only the letters change their case: most servers have them on a file system to
/// which that is another name.
pub fn letters(before: &Catalog, after: &Catalog, filter: &Filter) -> Vec<Rename> {
    if !after.dialect().is_mysql_family() {
        return Vec::new();
    }
    let other = |(key, _): (&Key, &Table)| {
        let (old, new) = (before.entry(key)?, after.entry(key)?);
        let both = matches!(new.object, Object::Table(_)) && old.name != new.name && filter.object(&key.name);
        both.then(|| Rename { table: None, from: old.name.to_string(), to: new.name.to_string() })
    };
    before.tables().filter_map(other).collect()
}

/// The table of a name as people write it.
fn find<'c>(catalog: &'c Catalog, name: &str) -> Option<(&'c Key, &'c Table)> {
    let writer = Writer::new(catalog);
    catalog.tables().find(|(key, _)| {
        *key.name == *name
            || writer.path(key) == *name
            || key.name.eq_ignore_ascii_case(name) && catalog.dialect() != Dialect::Postgres
    })
}

/// A table, or a column of it, gets a name.
fn renamed(catalog: &Catalog, key: &Key, column: Option<&str>, to: &str) -> Step {
    let writer = Writer::new(catalog);
    let (path, to_name) = (writer.path(key), writer.name(to));
    let (about, sql) = match column {
        Some(column) => (
            format!("rename column `{}.{column}` to `{to}`", key.name),
            format!("ALTER TABLE {path} RENAME COLUMN {} TO {to_name}", writer.name(column)),
        ),
        None if catalog.dialect().is_mysql_family() => {
            (format!("rename table `{}` to `{to}`", key.name), format!("RENAME TABLE {path} TO {to_name}"))
        }
        None => (format!("rename table `{}` to `{to}`", key.name), format!("ALTER TABLE {path} RENAME TO {to_name}")),
    };
    Step::new(Rank::Rename, Act::Rename, key, about, sql)
}

/// What has the new name of a rename has to leave it first: it gets a name that nothing has, which is returned as well, or,
/// where it is a view, which holds nothing, it goes.
pub fn make_way(before: &Catalog, after: &Catalog, rename: &Rename) -> Option<(Step, Option<Rename>)> {
    let dialect = before.dialect();
    let to = rename.to.rsplit_once('.').map_or(rename.to.as_str(), |(_, name)| name);
    let folded = |name: &str| fold(&name.into(), dialect);
    let free = |taken: &dyn Fn(&str) -> bool| {
        let mut name = format!("{to}_old");
        while taken(&folded(&name)) {
            name.push('_');
        }
        name
    };
    let other = |from: &str, to: &str| Rename { table: rename.table.clone(), from: from.to_owned(), to: to.to_owned() };
    if let Some(table) = &rename.table {
        let (key, own) = find(before, table)?;
        let taken = own.column(&folded(to)).filter(|column| *column.name.key != *folded(&rename.from))?;
        let wanted = after.table(key);
        let there = |name: &str| own.column(name).is_some() || wanted.is_some_and(|table| table.column(name).is_some());
        let aside = free(&there);
        return Some((renamed(before, key, Some(&taken.name.text), &aside), Some(other(&taken.name.text, &aside))));
    }
    let (key, _) = find(before, &rename.from)?;
    let occupied = Key { name: folded(to), ..key.clone() };
    let entry = before.entry(&occupied).filter(|_| occupied != *key)?;
    match &entry.object {
        Object::Table(_) => {
            let there = |name: &str| {
                let key = Key { name: name.into(), ..key.clone() };
                before.entry(&key).is_some() || after.entry(&key).is_some()
            };
            let aside = free(&there);
            Some((renamed(before, &occupied, None, &aside), Some(other(&entry.name, &aside))))
        }
        Object::View(view) if !view.materialized => {
            let sql = format!("DROP VIEW {}", Writer::new(before).path(&occupied));
            let about = format!("drop view `{}`", entry.name);
            Some((Step::new(Rank::Rename, Act::Drop, &occupied, about, sql), None))
        }
        _ => None,
    }
}

/// The views that read a table through other views. SQLite gives a column its new name where it is named, and finds those
/// broken that know it from a `*`.
pub fn views_above(catalog: &Catalog, table: &str) -> Vec<Step> {
    let Some((key, _)) = find(catalog, table) else { return Vec::new() };
    let views: Vec<(&Key, BTreeSet<String>)> = catalog
        .objects()
        .filter_map(|(key, entry)| match &entry.object {
            Object::View(view) => {
                let mut read = BTreeSet::new();
                words(&view.details.query, catalog.dialect(), &mut read);
                Some((key, read))
            }
            _ => None,
        })
        .collect();
    let mut work = vec![key];
    let mut seen: Vec<&Key> = Vec::new();
    let mut found: Vec<&Key> = Vec::new();
    while let Some(below) = work.pop() {
        for (view, _) in views.iter().filter(|(view, read)| *view != below && read.contains(&*below.name)) {
            if below != key && !found.contains(view) {
                found.push(view);
            }
            if !seen.contains(view) {
                seen.push(view);
                work.push(view);
            }
        }
    }
    let writer = Writer::new(catalog);
    let dropped = found.into_iter().map(|key| {
        let about = format!("drop view `{}`", key.name);
        Step::new(Rank::Rename, Act::Drop, key, about, format!("DROP VIEW {}", writer.path(key)))
    });
    dropped.collect()
}

/// The step for a rename, if both names are there to be it; else why not.
pub fn step(before: &Catalog, after: &Catalog, rename: &Rename) -> Result<Step, String> {
    let Some(table) = &rename.table else {
        let Some((key, _)) = find(before, &rename.from) else {
            return other(before, after, rename)
                .ok_or_else(|| format!("`{rename}`: there is no table `{}`", rename.from));
        };
        let to = rename.to.rsplit_once('.').map_or(rename.to.as_str(), |(_, name)| name);
        let there = after.tables().any(|(other, _)| *other.name == *to || other.name.eq_ignore_ascii_case(to));
        if !there {
            return Err(format!("`{rename}`: the wanted schema has no table `{to}`"));
        }
        return Ok(renamed(before, key, None, to));
    };
    let Some((key, own)) = find(before, table) else {
        // The schema stands before the table.
        let whole = Rename { table: None, from: format!("{table}.{}", rename.from), to: rename.to.clone() };
        if find(before, &whole.from).is_some() {
            return step(before, after, &whole);
        }
        return Err(format!("`{rename}`: there is no table `{table}`"));
    };
    let Some(column) =
        own.columns.iter().find(|column| *column.name.text == *rename.from || *column.name.key == *rename.from)
    else {
        return Err(format!("`{rename}`: table `{table}` has no column `{}`", rename.from));
    };
    let wanted = after.entry(key).and_then(|entry| match &entry.object {
        Object::Table(table) => Some(table),
        _ => None,
    });
    if wanted.is_none_or(|table| !table.columns.iter().any(|column| *column.name.text == *rename.to)) {
        return Err(format!("`{rename}`: the wanted table `{table}` has no column `{}`", rename.to));
    }
    Ok(renamed(before, key, Some(&column.name.text), &rename.to))
}

/// The step for a view, a type or a sequence of PostgreSQL.
fn other(before: &Catalog, after: &Catalog, rename: &Rename) -> Option<Step> {
    if before.dialect() != Dialect::Postgres {
        return None;
    }
    let writer = Writer::new(before);
    let word = |object: &Object| {
        let alone = |owner: &Option<Key>| owner.is_none();
        let fits = match object {
            Object::View(_) | Object::Type { .. } => true,
            Object::Sequence { owner, .. } => alone(owner),
            _ => false,
        };
        crate::render::kind_of(object).filter(|_| fits).map(crate::render::ObjectKind::words)
    };
    let (key, entry, word) = before.objects().find_map(|(key, entry)| {
        let named = *key.name == *rename.from || writer.path(key) == *rename.from;
        word(&entry.object).filter(|_| named).map(|word| (key, entry, word))
    })?;
    let to = rename.to.rsplit_once('.').map_or(rename.to.as_str(), |(_, name)| name);
    let now = Key { name: to.into(), ..key.clone() };
    let same = after.entry(&now).and_then(|other| crate::render::kind_of(&other.object));
    if same.is_none() || same != crate::render::kind_of(&entry.object) {
        return None;
    }
    let sql = format!("ALTER {word} {} RENAME TO {}", writer.path(key), writer.name(to));
    let about = format!("rename {} `{}` to `{to}`", word.to_lowercase(), rename.from);
    Some(Step::new(Rank::Rename, Act::Rename, key, about, sql))
}

/// What may have got another name: tables, and columns of tables that both sides have. Those of a table that is in question
/// come when it is answered.
pub fn questions(before: &Catalog, after: &Catalog, filter: &Filter) -> Vec<Question> {
    let mut found = Vec::new();
    let gone = only(before, after, filter);
    let come = only(after, before, filter);
    for (key, table) in &gone {
        let name = before.entry(key).map_or_else(|| key.name.to_string(), |entry| entry.name.to_string());
        let mut ranked: Vec<(i64, String)> = come
            .iter()
            .filter_map(|(other, candidate)| {
                let shared = shared(table, candidate);
                let close = distance(&key.name, &other.name) as i64;
                let likely = shared * 2 >= table.columns.len().max(candidate.columns.len()) as i64;
                likely.then(|| (close - shared * 10, name_of(after, other)))
            })
            .collect();
        ranked.sort();
        if !ranked.is_empty() {
            let candidates = ranked.into_iter().map(|(_, name)| name).collect();
            found.push(Question { table: None, gone: name, candidates });
        }
    }
    for (key, table) in before.tables().filter(|(key, _)| key.space == Space::Relation && filter.object(&key.name)) {
        let Some(Object::Table(wanted)) = after.entry(key).map(|entry| &entry.object) else { continue };
        found.extend(columns(&name_of(before, key), table, wanted, before.dialect()));
    }
    found
}

fn name_of(catalog: &Catalog, key: &Key) -> String {
    catalog.entry(key).map_or_else(|| key.name.to_string(), |entry| entry.name.to_string())
}

/// How many columns two tables have in common.
fn shared(one: &Table, other: &Table) -> i64 {
    let names: BTreeSet<&str> = one.columns.iter().map(|column| &*column.name.key).collect();
    other.columns.iter().filter(|column| names.contains(&*column.name.key)).count() as i64
}

fn columns(name: &str, old: &Table, new: &Table, dialect: Dialect) -> Vec<Question> {
    let old_names: BTreeMap<&str, usize> =
        old.columns.iter().enumerate().map(|(at, column)| (&*column.name.key, at)).collect();
    let new_names: BTreeMap<&str, usize> =
        new.columns.iter().enumerate().map(|(at, column)| (&*column.name.key, at)).collect();
    let come: Vec<(usize, &Column)> = new
        .columns
        .iter()
        .map(|column| &**column)
        .enumerate()
        .filter(|(_, column)| !old_names.contains_key(&*column.name.key))
        .collect();
    if come.is_empty() {
        return Vec::new();
    }
    let gone = old.columns.iter().enumerate().filter(|(_, column)| !new_names.contains_key(&*column.name.key));
    let mut found = Vec::new();
    for (at, column) in gone {
        let ty = compare::type_of(column, dialect);
        let mut ranked: Vec<(i64, &str)> = come
            .iter()
            .map(|(place, other)| {
                let same = if compare::type_of(other, dialect) == ty { 0 } else { 100 };
                let close = distance(&column.name.key, &other.name.key) as i64 * 4;
                (same + close + (*place as i64 - at as i64).abs(), &*other.name.text)
            })
            .collect();
        ranked.sort();
        let best = ranked.first().map(|(rank, _)| *rank);
        let candidates = ranked.into_iter().map(|(_, name)| name.to_owned()).collect();
        found.push((best, Question { table: Some(name.to_owned()), gone: column.name.text.to_string(), candidates }));
    }
    // The clearest case first: what it takes is no candidate for the others.
    found.sort_by_key(|(best, _)| *best);
    found.into_iter().map(|(_, question)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rename_is_written_in_two_ways() {
        let parse = |text: &str| text.parse::<Rename>().expect("it is right").to_string();
        assert_eq!(parse("users=people"), "users=people");
        assert_eq!(parse("users.mail=users.email"), "users.mail=email");
        assert!("users".parse::<Rename>().is_err());
    }

    #[test]
    fn the_clearest_rename_is_asked_about_first() {
        let catalog = |text: &str| {
            let mut catalog = Catalog::new(Dialect::Postgres, []);
            assert!(crate::diff::script::apply(&mut catalog, "a.sql", text).is_empty(), "{text}");
            catalog
        };
        let before = catalog("create table t (old int, nick text);");
        let after = catalog("create table t (nickname text);");
        let gone: Vec<String> =
            questions(&before, &after, &Filter::default()).into_iter().map(|question| question.gone).collect();
        assert_eq!(gone, ["nick", "old"]);
    }
}
