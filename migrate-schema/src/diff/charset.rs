//! Character sets and collations of MySQL and MariaDB: which one holds where another is said, or none.

use std::borrow::Cow;

use migrate_core::Dialect;

use crate::catalog::table::{Column, Table};
use crate::read::settle_characters;

/// Collations of character sets whose usual one is not `…_general_ci`.
const USUAL: &[(&str, &str)] = &[
    ("latin1", "latin1_swedish_ci"),
    ("latin5", "latin5_turkish_ci"),
    ("big5", "big5_chinese_ci"),
    ("dec8", "dec8_swedish_ci"),
    ("hp8", "hp8_english_ci"),
    ("swe7", "swe7_swedish_ci"),
    ("ujis", "ujis_japanese_ci"),
    ("sjis", "sjis_japanese_ci"),
    ("cp932", "cp932_japanese_ci"),
    ("eucjpms", "eucjpms_japanese_ci"),
    ("tis620", "tis620_thai_ci"),
    ("euckr", "euckr_korean_ci"),
    ("gb2312", "gb2312_chinese_ci"),
    ("gbk", "gbk_chinese_ci"),
    ("gb18030", "gb18030_chinese_ci"),
    ("binary", "binary"),
];

/// The collation of a database of which nothing is said, as the servers are delivered today.
pub(super) fn usual(dialect: Dialect) -> &'static str {
    if dialect == Dialect::MySql { "utf8mb4_0900_ai_ci" } else { "utf8mb4_general_ci" }
}

fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    match name.strip_prefix("utf8mb3") {
        Some(rest) => format!("utf8{rest}"),
        None => name,
    }
}

/// The collation that holds where these are said; none where neither is.
pub(super) fn of(charset: Option<&str>, collation: Option<&str>, dialect: Dialect) -> Option<String> {
    if let Some(collation) = collation {
        return Some(folded(collation));
    }
    let charset = folded(charset?);
    if charset == "utf8mb4" {
        return Some(usual(dialect).to_owned());
    }
    let own = USUAL.iter().find(|(name, _)| *name == charset);
    Some(own.map_or_else(|| format!("{charset}_general_ci"), |(_, own)| (*own).to_owned()))
}

/// The character set of a collation.
pub(super) fn charset_of(collation: &str) -> &str {
    collation.split('_').next().unwrap_or(collation)
}

/// A column with what the words of its type say about its characters said as what that comes to; `around`: the character set
/// of its table.
pub(super) fn settled<'c>(column: &'c Column, around: Option<&str>, dialect: Dialect) -> Cow<'c, Column> {
    if !dialect.is_mysql_family() {
        return Cow::Borrowed(column);
    }
    let mut own = column.clone();
    settle_characters(&mut own.ty, &mut own.details, around, dialect);
    Cow::Owned(own)
}

/// The same, with the table of the column; where that says nothing, the database is one of which nothing is said.
pub(super) fn settled_in<'c>(table: Option<&Table>, column: &'c Column, dialect: Dialect) -> Cow<'c, Column> {
    let option = |name: &str| table.and_then(|table| table.options.get(name)).map(|value| &**value);
    let around = option("charset").or(option("collate").map(charset_of)).unwrap_or("utf8mb4");
    settled(column, Some(around), dialect)
}

/// The collation of a column, where it is not that of its table.
pub(super) fn of_column(table: Option<&Table>, column: &Column, dialect: Dialect) -> Option<String> {
    let own = of(column.details.charset.as_deref(), column.details.collation.as_deref(), dialect)?;
    let option = |name: &str| table.and_then(|table| table.options.get(name)).map(|value| &**value);
    let around = of(option("charset"), option("collate"), dialect).unwrap_or_else(|| usual(dialect).to_owned());
    (own != around).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_set_has_its_usual_collation() {
        let of = |charset, collation| of(charset, collation, Dialect::MariaDb);
        assert_eq!(of(Some("latin1"), None).as_deref(), Some("latin1_swedish_ci"));
        assert_eq!(of(Some("utf8mb3"), None), of(None, Some("utf8_general_ci")));
        assert_eq!(of(Some("utf8mb4"), Some("utf8mb4_bin")).as_deref(), Some("utf8mb4_bin"));
        assert_eq!(of(None, None), None);
    }
}
