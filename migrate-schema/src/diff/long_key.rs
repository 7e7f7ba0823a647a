//! Keys of MariaDB over more bytes of a column than its engine takes: of a plain index the server takes as many as it can,
//! a unique one it keeps by its hash.

use std::borrow::Cow;
use std::sync::Arc;

use migrate_core::Dialect;

use super::charset;
use crate::catalog::bytes_of;
use crate::catalog::change::Part;
use crate::catalog::table::{Column, Index, Table};

/// How many bytes of a column a key of the table takes; none where that is not known.
fn most(table: &Table) -> Option<usize> {
    let option = |name: &str| table.options.get(name).map(|value| value.to_lowercase());
    match (option("engine").as_deref(), option("row_format").as_deref()) {
        (None | Some("innodb"), Some("compact" | "redundant")) => Some(767),
        (None | Some("innodb"), _) => Some(3072),
        (Some("myisam"), _) => Some(1000),
        _ => None,
    }
}

/// How many characters of a column a key takes, or the whole of it; `said`: as many as are written.
fn length(column: &Column, said: Option<usize>) -> Option<usize> {
    let meaning = &column.ty.as_ref()?.meaning;
    let inside = meaning.split_once('(').and_then(|(_, rest)| rest.split(')').next()?.trim().parse().ok());
    let word = meaning.split([' ', '(']).next().unwrap_or_default();
    let whole = (word.ends_with("text") || word.ends_with("blob")).then_some(usize::MAX);
    said.or(inside).or(whole)
}

/// How many bytes a character of a column takes at most. None where it has none.
fn width(table: &Table, column: &Column) -> Option<usize> {
    let meaning = &column.ty.as_ref()?.meaning;
    let word = meaning.split([' ', '(']).next().unwrap_or_default();
    if matches!(word, "binary" | "varbinary") || word.ends_with("blob") {
        return Some(1);
    }
    // A text of MariaDB, always with the same characters.
    if column.ty.as_ref().is_some_and(|ty| ty.text.eq_ignore_ascii_case("json")) {
        return Some(4);
    }
    if !matches!(word, "char" | "varchar") && !word.ends_with("text") {
        return None;
    }
    let of = |charset: Option<&Arc<str>>, collation: Option<&Arc<str>>| -> Option<String> {
        charset.map(|name| &**name).or(collation.map(|name| charset::charset_of(name))).map(str::to_lowercase)
    };
    let own = of(column.details.charset.as_ref(), column.details.collation.as_ref());
    let around = || of(table.options.get("charset"), table.options.get("collate"));
    bytes_of(&own.or_else(around).unwrap_or_else(|| "utf8mb4".to_owned())).map(usize::from)
}

/// How many characters of each part the server takes where it takes not all of them.
fn cuts(table: &Table, index: &Index, dialect: Dialect) -> Vec<Option<usize>> {
    let plain = index.details.method.as_deref().is_none_or(|method| matches!(method, "btree" | "hash"));
    let Some(most) = most(table).filter(|_| plain && dialect == Dialect::MariaDb) else { return Vec::new() };
    let cut = |(at, part): (usize, &Part)| {
        let column = part.column().and_then(|name| table.column(&name.key))?;
        let said = index.details.suffixes.get(at).and_then(|suffix| beginning(suffix));
        let (length, width) = (length(column, said)?, width(table, column)?);
        (length.saturating_mul(width) > most).then_some(most / width)
    };
    index.parts.iter().enumerate().map(cut).collect()
}

/// What `(10) desc` says.
fn beginning(suffix: &str) -> Option<usize> {
    suffix.strip_prefix('(')?.split_once(')')?.0.trim().parse().ok()
}

/// Whether the server keeps a unique key by its hash because it is too long.
pub(super) fn is_hashed(table: &Table, index: &Index, dialect: Dialect) -> bool {
    index.unique && cuts(table, index, dialect).iter().any(Option::is_some)
}

/// What stands behind the parts of an index, as the server keeps it.
pub(super) fn suffixes<'i>(table: &Table, index: &'i Index, dialect: Dialect) -> Cow<'i, [Arc<str>]> {
    let own = &index.details.suffixes;
    if index.unique && super::compare::is_hashed(table, index, dialect) {
        // A hash goes neither up nor down.
        let order = |said: &Arc<str>| matches!(&*said.to_lowercase(), "asc" | "desc");
        return Cow::Owned(own.iter().map(|said| if order(said) { "".into() } else { said.clone() }).collect());
    }
    let cuts = if index.unique { Vec::new() } else { cuts(table, index, dialect) };
    if cuts.iter().all(Option::is_none) {
        return Cow::Borrowed(own);
    }
    let kept = |(at, cut): (usize, &Option<usize>)| -> Arc<str> {
        let said = own.get(at).cloned().unwrap_or_default();
        let Some(cut) = cut else { return said };
        let order = said.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(&*said, |(_, order)| order);
        format!("({cut}) {}", order.trim()).trim_end().into()
    };
    Cow::Owned(cuts.iter().enumerate().map(kept).collect())
}
