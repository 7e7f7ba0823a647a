//! Indexes over the beginning of a column (MySQL, MariaDB).

use std::sync::Arc;

use super::change::Part;
use super::shared::Shared;
use super::table::{Column, Table};
use super::{Catalog, Key};

impl Catalog {
    /// A beginning that is as long as the column, or longer since the column got shorter, is the whole column: so the
    /// servers keep it. Words are found in whole texts.
    pub(super) fn trim_prefixes(&mut self, key: &Key) {
        if !self.dialect.is_mysql_family() || !self.table(key).is_some_and(has_whole_prefix) {
            return;
        }
        let Some(table) = self.table_mut(key) else { return };
        let Table { columns, indexes, constraints, .. } = table;
        for index in indexes.iter_mut().map(|index| &mut **index) {
            if index.details.method.as_deref() == Some("fulltext") {
                index.details.suffixes.clear();
                continue;
            }
            let names = index.parts.iter().map(|part| match part {
                Part::Column(name) => Some(name.key.clone()),
                Part::Expr(_) => None,
            });
            trim(columns, names, &mut index.details.suffixes);
        }
        for constraint in constraints {
            let names: Vec<Option<Arc<str>>> =
                constraint.kind.columns().iter().map(|name| Some(name.key.clone())).collect();
            trim(columns, names.into_iter(), &mut constraint.details.suffixes);
        }
    }
}

fn has_whole_prefix(table: &Table) -> bool {
    let indexes = table.indexes.iter().map(|index| &index.details.suffixes);
    let constraints = table.constraints.iter().map(|constraint| &constraint.details.suffixes);
    indexes.chain(constraints).flatten().any(|suffix| suffix.starts_with('('))
}

fn trim(columns: &[Shared<Column>], names: impl Iterator<Item = Option<Arc<str>>>, suffixes: &mut [Arc<str>]) {
    for (name, suffix) in names.zip(suffixes) {
        let column =
            name.and_then(|name| columns.iter().map(|column| &**column).find(|column| column.name.key == name));
        let Some((long, (said, rest))) = column.and_then(length).zip(prefix(suffix)) else { continue };
        if said >= long {
            *suffix = rest.trim().into();
        }
    }
}

/// How many characters or bytes a column has at most, where its type says so. Of numbers and times the servers take no
/// beginning but the one that is all of it.
fn length(column: &Column) -> Option<u32> {
    let meaning = &column.ty.as_ref()?.meaning;
    let word = meaning.split([' ', '(']).next().unwrap_or_default();
    if matches!(word, "decimal" | "date" | "time" | "datetime" | "timestamp" | "year") || word.ends_with("int") {
        return Some(0);
    }
    let (name, rest) = meaning.split_once('(')?;
    let name = name.trim();
    let known = matches!(name.strip_suffix(" binary").unwrap_or(name), "varchar" | "char" | "varbinary" | "binary");
    rest.split(')').next()?.trim().parse().ok().filter(|_| known)
}

/// What `(10) desc` says, and what stands behind it.
fn prefix(suffix: &str) -> Option<(u32, &str)> {
    let (digits, rest) = suffix.strip_prefix('(')?.split_once(')')?;
    Some((digits.trim().parse().ok()?, rest))
}
