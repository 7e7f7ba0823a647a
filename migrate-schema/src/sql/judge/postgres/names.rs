//! Words that squawk always takes for keywords, where PostgreSQL tells from the next one whether they are names.

use migrate_core::Dialect;

use super::written::Written;
use crate::sql::lexer::{Kind, Token};
use crate::sql::reserved::is_reserved;

/// Where there is none of these there is nothing to look for.
pub(super) const WORDS: [&str; 13] = [
    "EXCLUDE",
    "CURRENT",
    "TRUSTED",
    "PROCEDURAL",
    "NAMES",
    "STATISTICS",
    "MAPPING",
    "VERSION",
    "GLOBAL",
    "LOCAL",
    "TEMP",
    "TEMPORARY",
    "UNLOGGED",
];

/// Words that tell what table `SELECT … INTO` makes, and names as long.
const INTO_WORDS: [(&str, &str); 5] =
    [("GLOBAL", "globa_"), ("LOCAL", "loca_"), ("TEMP", "tem_"), ("TEMPORARY", "temporar_"), ("UNLOGGED", "unlogge_")];

/// The text with such names made plain, or `None` if there are none. Places in the text stay what they are.
pub(super) fn without_keywords(written: &Written<'_>) -> Option<String> {
    let (text, tokens) = (&*written.text, &written.tokens);
    let mut patched: Option<Vec<u8>> = None;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let follows = |words: &[&str]| next.is_some_and(|next| words.iter().any(|word| next.is(text, word)));
        let before = index.checked_sub(1).map(|before| tokens[before]);
        let new = if token.is(text, "EXCLUDE") {
            let named = before.is_some_and(|before| {
                before.kind == Kind::Dot || ["TABLE", "EXISTS", "FUNCTION"].iter().any(|word| before.is(text, word))
            });
            let constraint = !named && (follows(&["USING"]) || next.is_some_and(|next| next.kind == Kind::Open));
            if constraint || follows(&["CURRENT", "TIES", "GROUP", "NO"]) { continue } else { "exclud_" }
        } else if token.is(text, "CURRENT") {
            if follows(&["OF", "ROW"]) || takes_value(text, &tokens[..index]) { continue } else { "curren_" }
        } else if token.is(text, "NAMES")
            && before.is_some_and(|before| ["SET", "LOCAL", "SESSION"].iter().any(|word| before.is(text, word)))
            && next.is_some_and(|next| next.kind == Kind::Text || next.is(text, "DEFAULT"))
        {
            // An encoding, without a sign between.
            "nam ="
        } else if let Some(plain) = INTO_WORDS.iter().find(|(word, _)| token.is(text, word)).map(|(_, plain)| *plain) {
            // `SELECT a INTO temp FROM t` makes a table that is called so.
            let names = next.is_some_and(|next| {
                next.kind == Kind::Name || next.kind == Kind::Word && !is_reserved(next.text(text), Dialect::Postgres)
            });
            if names || follows(&["TABLE"]) || !is_behind(text, &tokens[..index], &["INTO"]) { continue } else { plain }
        } else if token.is(text, "USER") && is_behind(text, &tokens[..index], &["MAPPING", "FOR"]) {
            "use_"
        } else if token.is(text, "IF") && is_behind(text, &tokens[..index], &["ALTER", "STATISTICS"]) {
            "  "
        } else if token.is(text, "EXISTS") && is_behind(text, &tokens[..index], &["ALTER", "STATISTICS", "IF"]) {
            "      "
        } else if token.is(text, "TRUSTED") && before.is_some_and(|before| before.is(text, "CREATE")) {
            "       "
        } else if token.is(text, "PROCEDURAL") && follows(&["LANGUAGE"]) {
            // A word that says nothing.
            "          "
        } else if token.is(text, "NULL")
            && before.is_some_and(|before| before.is(text, "VERSION"))
            && tokens.get(1).is_some_and(|kind| kind.is(text, "SERVER"))
        {
            // A server without one.
            "'  '"
        } else {
            continue;
        };
        let patched = patched.get_or_insert_with(|| text.as_bytes().to_vec());
        patched[token.range()].copy_from_slice(new.as_bytes());
    }
    patched.map(|bytes| String::from_utf8(bytes).expect("ASCII took the place of ASCII"))
}

/// Whether these words stand right before.
fn is_behind(text: &str, before: &[Token], words: &[&str]) -> bool {
    let at = before.len().checked_sub(words.len());
    at.is_some_and(|at| before[at..].iter().zip(words).all(|(token, word)| token.is(text, word)))
}

/// Whether what stands before `CURRENT` is `SET name FROM`, as in the header of a function.
fn takes_value(text: &str, before: &[Token]) -> bool {
    let Some((from, mut rest)) = before.split_last() else { return false };
    while let [head @ .., dot, _] = rest
        && dot.kind == Kind::Dot
    {
        rest = head;
    }
    from.is(text, "FROM") && matches!(rest, [.., set, _] if set.is(text, "SET"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_keywords(sql: &str) -> Option<String> {
        super::without_keywords(&Written::new(sql))
    }

    #[test]
    fn names_are_told_from_keywords_by_what_follows() {
        let sql = "create table t (exclude int, current int, exclude using gist (a with =))";
        let plain = without_keywords(sql).expect("two names");
        assert_eq!(plain, "create table t (exclud_ int, curren_ int, exclude using gist (a with =))");
        assert_eq!(without_keywords("select sum(a) over (rows current row exclude ties), exclude_it"), None);
        assert_eq!(
            without_keywords("create function f() returns int set a.b from current language sql return 1"),
            None
        );
        assert_eq!(without_keywords("select * from current").as_deref(), Some("select * from curren_"));
        assert_eq!(without_keywords("set local names 'utf8'").as_deref(), Some("set local nam = 'utf8'"));
        assert_eq!(without_keywords("set names = 'utf8'"), None);
        assert_eq!(
            without_keywords("alter user mapping for user server s").as_deref(),
            Some("alter user mapping for use_ server s")
        );
        assert_eq!(
            without_keywords("alter statistics if exists s set statistics 0").as_deref(),
            Some("alter statistics           s set statistics 0")
        );
        assert_eq!(without_keywords("alter server s version null").as_deref(), Some("alter server s version '  '"));
        assert_eq!(without_keywords("select version is null, version null"), None);
        assert_eq!(without_keywords("select a into temp from t").as_deref(), Some("select a into tem_ from t"));
        assert_eq!(without_keywords("select a into temp b from t"), None);
        assert_eq!(without_keywords("create temp table t (a int)"), None);
        assert_eq!(without_keywords("create trusted language x").as_deref(), Some("create         language x"));
    }
}
