//! Types of MariaDB whose values become others by way of a text alone.

use super::super::Diff;
use super::super::step::Act;
use super::super::table::TableDiff;
use super::ALTER;
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Table};

/// Types that the server casts to texts and bytes, and to nothing else.
const ALONE: &[&str] = &["uuid", "inet4", "inet6"];

/// Whether the server refuses to make the one of the other, even where there are no rows.
pub(super) fn needs_text(from: &str, to: &str) -> bool {
    let base = |ty: &str| ty.split(['(', ' ']).next().unwrap_or_default().to_owned();
    let (from, to) = (base(from), base(to));
    let texts =
        |ty: &str| ty.ends_with("char") || ty.ends_with("text") || ty.ends_with("binary") || ty.ends_with("blob");
    let alone = |ty: &str| ALONE.contains(&ty) || is_shape(ty);
    from != to && !(is_shape(&from) && is_shape(&to)) && (alone(&from) && !texts(&to) || alone(&to) && !texts(&from))
}

fn is_shape(ty: &str) -> bool {
    let one = ty.strip_prefix("multi").unwrap_or(ty);
    matches!(one, "point" | "linestring" | "polygon" | "geometry" | "geometrycollection")
}

/// Whether a value, as it is written for a column of the one type, surely is one of the other as well.
fn fits_both(value: &str, from: &str, to: &str) -> bool {
    let (from, long) = from.split_once('(').map_or((from, ""), |(name, rest)| (name, rest));
    let base = |ty: &str| ty.split(['(', ' ']).next().unwrap_or_default().to_owned();
    let (from, to) = (base(from), base(to));
    let whole = |ty: &str| ty.ends_with("int");
    if whole(&from) && whole(&to) {
        return value.parse::<u8>().is_ok_and(|number| number < 128);
    }
    let text = value.len() >= 2 && value.starts_with('\'') && value.ends_with('\'') && value.is_ascii();
    let room = long.split(')').next().and_then(|long| long.parse().ok());
    let texts = |ty: &str| matches!(ty, "char" | "varchar");
    text && texts(&from) && room.is_some_and(|room: usize| value.len() - 2 <= room)
}

/// Whether nothing else of the table is made of the column, so that it may get its type ahead of everything.
fn stands_alone(table: &TableDiff<'_>, column: &Column) -> bool {
    let key = &*column.name.key;
    let is = |name: &Ident| &*name.key == key;
    let Table { columns, indexes, constraints, options, .. } = table.old;
    !columns.iter().any(|other| other.generated.as_ref().is_some_and(|expr| expr.columns.iter().any(is)))
        && !indexes.iter().any(|index| index.columns().is_none_or(|columns| columns.into_iter().any(is)))
        && !constraints.iter().any(|constraint| constraint.kind.columns().iter().any(is))
        && !options.contains_key("partition by")
}

impl<'c> Diff<'c> {
    /// Rows without a value get the default, which may be none of the type that the column had.
    pub(super) fn fill(&mut self, table: &TableDiff<'c>, (old, column): (&Column, &Column), (from, to): (&str, &str)) {
        let (key, path, name) = (table.key, self.new.path(table.key), self.new.name(&column.name.text));
        let Some(default) = column.default.as_ref().filter(|text| !text.eq_ignore_ascii_case("null")) else { return };
        let value = self.new.expr(default);
        if from != to && !fits_both(&value, from, to) && stands_alone(table, old) {
            let nullable = Column { name: old.name.clone(), not_null: false, default: None, ..column.clone() };
            let about = format!("give `{}.{}` its type", key.name, old.name.text);
            let sql = format!("ALTER TABLE {path} MODIFY COLUMN {}", self.new.column(&nullable, None));
            self.push(ALTER, Act::AlterColumn(old.name.key.clone()), key, about, sql);
        }
        let sql = format!("UPDATE {path} SET {name} = {value} WHERE {name} IS NULL");
        let about = format!("give rows without `{}.{}` its default", key.name, column.name.text);
        self.push(ALTER, Act::Backfill(column.name.key.clone()), key, about, sql);
    }

    /// The column holds texts for a while, in the form that the type to come takes.
    pub(super) fn become_text(&mut self, table: &TableDiff<'c>, old: &Column, (from, to): (&str, &str)) {
        let (key, path, name) = (table.key, self.old.path(table.key), self.new.name(&old.name.text));
        let not_null = if old.not_null { " NOT NULL" } else { "" };
        let about = format!("make `{}.{}` a text for a while", key.name, old.name.text);
        let texts = match is_shape(from) || is_shape(to) {
            true if stands_alone(table, old) => "longblob",
            // A key holds no more of it.
            true => "varbinary(255)",
            false => "varchar(64)",
        };
        let sql = format!("ALTER TABLE {path} MODIFY COLUMN {name} {texts}{not_null}");
        self.push(ALTER, Act::AlterColumn(old.name.key.clone()), key, about, sql);
        let value = match (from, to) {
            ("inet4", "inet6") => format!("concat('::ffff:', {name})"),
            ("inet6", "inet4") => format!("replace({name}, '::ffff:', '')"),
            _ => return,
        };
        let about = format!("write addresses of `{}.{}` as {to}", key.name, old.name.text);
        self.push(
            ALTER,
            Act::Backfill(old.name.key.clone()),
            key,
            about,
            format!("UPDATE {path} SET {name} = {value}"),
        );
    }
}
