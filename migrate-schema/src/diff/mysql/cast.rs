//! Types of MariaDB whose values become others by way of a text alone.

use super::super::Diff;
use super::super::step::Act;
use super::super::table::TableDiff;
use super::ALTER;
use crate::catalog::table::Column;

/// Types that the server casts to texts and bytes, and to nothing else.
const ALONE: &[&str] = &["uuid", "inet4", "inet6"];

/// Whether the server refuses to make the one of the other, even where there are no rows.
pub(super) fn needs_text(from: &str, to: &str) -> bool {
    let base = |ty: &str| ty.split(['(', ' ']).next().unwrap_or_default().to_owned();
    let (from, to) = (base(from), base(to));
    let texts =
        |ty: &str| ty.ends_with("char") || ty.ends_with("text") || ty.ends_with("binary") || ty.ends_with("blob");
    let alone = |ty: &str| ALONE.contains(&ty);
    from != to && (alone(&from) && !texts(&to) || alone(&to) && !texts(&from))
}

impl<'c> Diff<'c> {
    /// The column holds texts for a while, in the form that the type to come takes.
    pub(super) fn become_text(&mut self, table: &TableDiff<'c>, old: &Column, (from, to): (&str, &str)) {
        let (key, path, name) = (table.key, self.old.path(table.key), self.new.name(&old.name.text));
        let not_null = if old.not_null { " NOT NULL" } else { "" };
        let about = format!("make `{}.{}` a text for a while", key.name, old.name.text);
        let sql = format!("ALTER TABLE {path} MODIFY COLUMN {name} varchar(64){not_null}");
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
