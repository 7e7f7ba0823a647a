//! Character sets and collations: whether a name is surely none.

use migrate_core::Dialect;

use crate::diagnostic::{Diagnostic, distance, nearest, semantic as codes};

/// The collations of MariaDB but for the many of its newest algorithm. A line each, sorted.
const COLLATIONS: &str = include_str!("collations.txt");

/// The character sets of MySQL and MariaDB; sorted.
const CHARSETS: &[&str] = &[
    "armscii8", "ascii", "big5", "binary", "cp1250", "cp1251", "cp1256", "cp1257", "cp850", "cp852", "cp866", "cp932",
    "dec8", "eucjpms", "euckr", "filename", "gb18030", "gb2312", "gbk", "geostd8", "greek", "hebrew", "hp8", "keybcs2",
    "koi8r", "koi8u", "latin1", "latin2", "latin5", "latin7", "macce", "macroman", "sjis", "swe7", "tis620", "ucs2",
    "ujis", "utf16", "utf16le", "utf32", "utf8", "utf8mb3", "utf8mb4",
];

/// What SQLite brings.
const SQLITE: &[&str] = &["binary", "nocase", "rtrim"];

fn suggest(diagnostic: Diagnostic, name: &str, known: &[&str]) -> Diagnostic {
    match nearest(name, known.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}

/// A character set of MySQL that is not there.
pub fn unknown_charset(name: &str, dialect: Dialect) -> Option<Diagnostic> {
    let lower = name.to_ascii_lowercase();
    if !dialect.is_mysql_family() || lower == "default" || CHARSETS.binary_search(&&*lower).is_ok() {
        return None;
    }
    let diagnostic = Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("unknown character set `{name}`"));
    Some(suggest(diagnostic, &lower, CHARSETS))
}

/// A collation that is surely not there.
pub fn unknown_collation(name: &str, dialect: Dialect) -> Option<Diagnostic> {
    // SQLite takes a name in any quotes, those of texts too.
    let name = name.trim_matches(['"', '\'', '`', '[', ']']);
    let lower = name.to_ascii_lowercase();
    let diagnostic = || Diagnostic::error(&codes::UNKNOWN_OBJECT, format!("unknown collation `{name}`"));
    if dialect == Dialect::Sqlite {
        // A program may bring its own; nobody calls one like those of MySQL or of the C library.
        let slip = nearest(&lower, SQLITE.iter().copied()).is_some_and(|near| near != lower);
        let foreign = ["_ci", "_cs", "_bin"].iter().any(|end| lower.ends_with(end)) || lower == "c" || lower == "posix";
        let unknown = (slip || foreign) && !SQLITE.contains(&&*lower);
        return unknown.then(|| suggest(diagnostic().note("SQLite has BINARY, NOCASE and RTRIM"), &lower, SQLITE));
    }
    if !dialect.is_mysql_family() || lower == "default" || lower == "binary" {
        return None;
    }
    let newest = lower.contains("uca1400") || lower.contains("0900") || lower.contains("gb18030");
    let mut known = COLLATIONS.lines();
    if newest || known.any(|own| own == lower || alias(own, &lower)) {
        return None;
    }
    // What begins with a character set may have come with another version, if it is no slip.
    let of_charset = charset_of(&lower).is_some();
    let older = lower.strip_prefix("utf8_");
    let spelt = older.map_or_else(|| lower.clone(), |rest| format!("utf8mb3_{rest}"));
    let near = nearest(&spelt, COLLATIONS.lines()).filter(|near| !of_charset || distance(near, &spelt) <= 2);
    // Some have built `utf8_general_cs` for themselves.
    if of_charset && (near.is_none() || older.is_some_and(|rest| rest.ends_with("_cs"))) {
        return None;
    }
    let diagnostic = diagnostic();
    Some(match (near, older) {
        (Some(near), Some(_)) => diagnostic.help(format!("did you mean `{}`?", near.replace("utf8mb3_", "utf8_"))),
        (Some(near), None) => diagnostic.help(format!("did you mean `{near}`?")),
        (None, _) => diagnostic,
    })
}

/// `utf8_bin` is `utf8mb3_bin`.
fn alias(own: &str, name: &str) -> bool {
    own.strip_prefix("utf8mb3_").zip(name.strip_prefix("utf8_")).is_some_and(|(own, name)| own == name)
}

/// The character set that a collation begins with.
fn charset_of(collation: &str) -> Option<&'static str> {
    if collation == "binary" {
        return Some("binary");
    }
    let (charset, _) = collation.split_once('_')?;
    CHARSETS.iter().copied().find(|known| *known == charset)
}

/// A collation that is not one of the character set that stands with it.
pub fn other_charset(charset: &str, collation: &str, dialect: Dialect) -> Option<Diagnostic> {
    let (charset, collation) = (charset.to_ascii_lowercase(), collation.to_ascii_lowercase());
    let of = charset_of(&collation).filter(|_| dialect.is_mysql_family())?;
    let plain = |name: &str| if name == "utf8" { "utf8mb3".to_owned() } else { name.to_owned() };
    if plain(of) == plain(&charset) || CHARSETS.binary_search(&&*charset).is_err() {
        return None;
    }
    // `utf8` may stand for either, as the server is set.
    if charset == "utf8" && of == "utf8mb4" || charset == "utf8mb4" && of == "utf8" {
        return None;
    }
    Some(
        Diagnostic::error(&codes::MISFIT, format!("the collation `{collation}` is not one of `{charset}`"))
            .help(format!("it belongs to `{of}`: write the two that go together")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_no_mistake() {
        assert!(CHARSETS.is_sorted());
        for name in [
            "utf8mb4_bin",
            "utf8_general_ci",
            "utf8mb4_0900_ai_ci",
            "uca1400_ai_ci",
            "utf8mb4_zz_new_ci",
            "utf8_general_cs",
        ] {
            assert!(unknown_collation(name, Dialect::MariaDb).is_none(), "{name}");
        }
        for name in ["utf8mb4_bni", "utf8_binx", "nosuch", "end"] {
            assert!(unknown_collation(name, Dialect::MariaDb).is_some(), "{name}");
        }
        assert!(other_charset("utf8mb4", "latin1_bin", Dialect::MariaDb).is_some());
        assert!(other_charset("utf8", "utf8mb4_bin", Dialect::MariaDb).is_none());
        assert!(unknown_collation("NOCASE", Dialect::Sqlite).is_none());
        assert!(unknown_collation("mine", Dialect::Sqlite).is_none());
    }
}
