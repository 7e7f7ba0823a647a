//! What is kept as its text and changes option by option: foreign servers, their wrappers and users, and dictionaries
//! (PostgreSQL). What a statement says about an option is put into the text.

use std::collections::BTreeMap;

use migrate_core::Dialect;

use super::details::Definition;
use super::other::Other;
use crate::sql::text::meaning_of;
use crate::sql::{Kind, Lexer, Token};

/// What stands for the version of a server that has none.
const NO_VERSION: &str = "NULL";

/// A definition whose options are told from the rest.
struct Parts {
    /// All that cannot change in place: up to where the version stands, and from there.
    head: [String; 2],
    version: Option<String>,
    /// By name, the value as it is written.
    options: BTreeMap<String, String>,
}

/// The statement that makes the one from the other; none if it has to be made again.
pub fn in_place(old: &Other, new: &Other) -> Option<String> {
    if !old.since.is_empty() || !new.since.is_empty() || old.kind != new.kind || old.named != new.named {
        return None;
    }
    let (before, after) = match &*new.kind {
        "FOREIGN DATA WRAPPER" | "SERVER" | "USER MAPPING" => {
            (foreign(&old.definition.text)?, foreign(&new.definition.text)?)
        }
        "TEXT SEARCH DICTIONARY" => (dictionary(&old.definition.text)?, dictionary(&new.definition.text)?),
        _ => return None,
    };
    let head = |parts: &Parts| parts.head.each_ref().map(|text| meaning_of(text, Dialect::Postgres));
    if head(&before) != head(&after) {
        return None;
    }
    let mut sql = format!("ALTER {} {}", new.kind, new.named);
    let changed = |name: &str, value: &str| before.options.get(name).is_none_or(|was| was != value);
    if &*new.kind == "TEXT SEARCH DICTIONARY" {
        let set = after.options.iter().filter(|(name, value)| changed(name, value));
        let gone = before.options.keys().filter(|name| !after.options.contains_key(*name));
        let list: Vec<String> = set.map(|(name, value)| format!("{name} = {value}")).chain(gone.cloned()).collect();
        sql.push_str(&format!(" ({})", list.join(", ")));
        return (!list.is_empty()).then_some(sql);
    }
    let bare = sql.len();
    if before.version != after.version {
        sql.push_str(&format!(" VERSION {}", after.version.as_deref().unwrap_or(NO_VERSION)));
    }
    let mut list: Vec<String> = Vec::new();
    for (name, value) in after.options.iter().filter(|(name, value)| changed(name, value)) {
        let word = if before.options.contains_key(name) { "SET" } else { "ADD" };
        list.push(format!("{word} {name} {value}"));
    }
    list.extend(
        before.options.keys().filter(|name| !after.options.contains_key(*name)).map(|name| format!("DROP {name}")),
    );
    if !list.is_empty() {
        sql.push_str(&format!(" OPTIONS ({})", list.join(", ")));
    }
    (sql.len() > bare).then_some(sql)
}

/// The definition that comes of a statement about its options; none where that is not clear.
pub(super) fn adjusted(kind: &str, definition: &str, statement: &str) -> Option<Definition> {
    let text = match kind {
        "FOREIGN DATA WRAPPER" | "SERVER" | "USER MAPPING" => {
            let (mut parts, changes) = (foreign(definition)?, foreign_changes(statement)?);
            if let Some(version) = changes.version {
                parts.version = version;
            }
            for (word, name, value) in changes.options {
                match &*word {
                    "drop" => drop(parts.options.remove(&name)),
                    _ => drop(parts.options.insert(name, value)),
                }
            }
            parts.foreign_text()
        }
        "TEXT SEARCH DICTIONARY" => {
            let mut parts = dictionary(definition)?;
            for (name, value) in dictionary_changes(statement)? {
                match value {
                    Some(value) => drop(parts.options.insert(name, value)),
                    None => drop(parts.options.remove(&name)),
                }
            }
            parts.dictionary_text()
        }
        _ => return None,
    };
    let meaning = meaning_of(&text, Dialect::Postgres).into();
    Some(Definition { text: text.into(), meaning, parts: None })
}

/// Equal for two that say the same, in whatever order; none where nothing is known about options.
pub fn meaning(kind: &str, definition: &str) -> Option<String> {
    let text = match kind {
        "FOREIGN DATA WRAPPER" | "SERVER" | "USER MAPPING" => foreign(definition)?.foreign_text(),
        // Templates of the server may be written with its schema or without.
        "TEXT SEARCH DICTIONARY" => dictionary(definition)?.dictionary_text().replace("pg_catalog.", ""),
        _ => return None,
    };
    Some(meaning_of(&text, Dialect::Postgres))
}

impl Parts {
    fn foreign_text(&self) -> String {
        let mut out = self.head[0].trim_end().to_owned();
        if let Some(version) = &self.version {
            out.push_str(&format!(" VERSION {version}"));
        }
        if !self.head[1].is_empty() {
            out.push_str(&format!(" {}", self.head[1].trim_end()));
        }
        if !self.options.is_empty() {
            let list: Vec<String> = self.options.iter().map(|(name, value)| format!("{name} {value}")).collect();
            out.push_str(&format!(" OPTIONS ({})", list.join(", ")));
        }
        out
    }

    fn dictionary_text(&self) -> String {
        let options = self.options.iter().map(|(name, value)| format!(", {name} = {value}"));
        format!("{} (TEMPLATE = {}{})", self.head[0].trim_end(), self.head[1], options.collect::<String>())
    }
}

/// What `ALTER SERVER` and the like say.
#[derive(Default)]
struct Changes {
    /// Nothing inside where it loses the one that it has.
    version: Option<Option<String>>,
    /// `set`, `add` or `drop`, the option, and its value.
    options: Vec<(String, String, String)>,
}

/// `ALTER SERVER s VERSION '2' OPTIONS (SET host 'h', DROP port, dbname 'd')`
fn foreign_changes(statement: &str) -> Option<Changes> {
    let tokens = tokens(statement);
    let written = |at: usize| tokens.get(at).map_or("", |token| token.text(statement));
    let is = |at: usize, kind: Kind| tokens.get(at).is_some_and(|token| token.kind == kind);
    let mut changes = Changes::default();
    let mut at = tokens.iter().position(|token| token.is(statement, "VERSION") || token.is(statement, "OPTIONS"))?;
    if tokens[at].is(statement, "VERSION") {
        changes.version = Some(version(written(at + 1)));
        at += 2;
    }
    if at == tokens.len() {
        return Some(changes);
    }
    if !tokens[at].is(statement, "OPTIONS") || !is(at + 1, Kind::Open) {
        return None;
    }
    at += 2;
    while at < tokens.len() && !is(at, Kind::Close) {
        let word = written(at).to_lowercase();
        let says = matches!(&*word, "set" | "add" | "drop") && !is(at + 1, Kind::Text);
        at += usize::from(says);
        let word = if says { word } else { "add".to_owned() };
        let name = option(written(at));
        at += 1;
        let value = match &*word {
            "drop" => String::new(),
            _ if is(at, Kind::Text) => {
                at += 1;
                written(at - 1).to_owned()
            }
            _ => return None,
        };
        changes.options.push((word, name, value));
        at += usize::from(is(at, Kind::Comma));
    }
    (at + 1 == tokens.len()).then_some(changes)
}

/// The name of an option as it has to be written: without quotes that it does not need.
fn option(written: &str) -> String {
    let inner = written.trim_matches('"');
    let plain = inner.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if plain { inner.to_owned() } else { written.to_owned() }
}

/// What stands behind `VERSION`.
fn version(written: &str) -> Option<String> {
    (!written.eq_ignore_ascii_case(NO_VERSION)).then(|| written.to_owned())
}

/// `ALTER TEXT SEARCH DICTIONARY d (language = german, stopwords)`
fn dictionary_changes(statement: &str) -> Option<Vec<(String, Option<String>)>> {
    let tokens = tokens(statement);
    let open = tokens.iter().position(|token| token.kind == Kind::Open)?;
    items(statement, tokens.get(open + 1..tokens.len().checked_sub(1)?)?)
}

/// `a = b, c`: each name in lower case with the value that it gets.
fn items(text: &str, tokens: &[Token]) -> Option<Vec<(String, Option<String>)>> {
    let mut found = Vec::new();
    for item in tokens.split(|token| token.kind == Kind::Comma) {
        let (name, rest) = item.split_first()?;
        let name = name.text(text).to_lowercase();
        let Some((equals, value)) = rest.split_first() else {
            found.push((name, None));
            continue;
        };
        let (first, last) = (value.first()?, value.last()?);
        if equals.text(text) != "=" {
            return None;
        }
        found.push((name, Some(text[first.start as usize..last.end as usize].to_owned())));
    }
    Some(found)
}

fn tokens(text: &str) -> Vec<Token> {
    Lexer::new(text, 0..text.len(), Dialect::Postgres)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::Semi))
        .collect()
}

/// `CREATE SERVER s TYPE 'a' VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (host 'h')`
fn foreign(text: &str) -> Option<Parts> {
    let tokens = tokens(text);
    let written = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    let mut parts = Parts { head: Default::default(), version: None, options: BTreeMap::new() };
    // The version stands before the wrapper that serves.
    let behind = tokens.iter().skip(2).position(|token| token.is(text, "FOREIGN")).map_or(tokens.len(), |at| at + 2);
    let mut at = 0;
    while at < tokens.len() {
        let opens = tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Open);
        if tokens[at].is(text, "OPTIONS") && opens {
            at += 2;
            while at < tokens.len() && tokens[at].kind != Kind::Close {
                parts.options.insert(option(written(at)), written(at + 1).to_owned());
                at += 2;
                at += usize::from(tokens.get(at).is_some_and(|token| token.kind == Kind::Comma));
            }
            // Nothing stands behind them.
            return (at + 1 == tokens.len()).then_some(parts);
        }
        let says = |next: &Token| next.kind == Kind::Text || next.is(text, NO_VERSION);
        if tokens[at].is(text, "VERSION") && tokens.get(at + 1).is_some_and(says) {
            parts.version = version(written(at + 1));
            at += 2;
            continue;
        }
        let side = &mut parts.head[usize::from(at >= behind)];
        side.push_str(written(at));
        side.push(' ');
        at += 1;
    }
    Some(parts)
}

/// `CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = snowball, language = english)`
fn dictionary(text: &str) -> Option<Parts> {
    let tokens = tokens(text);
    let open = tokens.iter().position(|token| token.kind == Kind::Open)?;
    let head = text[..tokens.get(open)?.start as usize].to_owned();
    let mut parts = Parts { head: [head, String::new()], version: None, options: BTreeMap::new() };
    for (name, value) in items(text, tokens.get(open + 1..tokens.len().checked_sub(1)?)?)? {
        match &*name {
            "template" => parts.head[1] = value?,
            _ => drop(parts.options.insert(name, value?)),
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::details::Definition;

    fn other(kind: &str, text: &str) -> Other {
        Other {
            kind: kind.into(),
            table: None,
            definition: Arc::new(Definition { text: text.into(), meaning: text.to_lowercase().into(), parts: None }),
            named: "s".into(),
            undo: None,
            since: Vec::new(),
            publication: None,
        }
    }

    #[test]
    fn options_change_in_place() {
        let old = other("SERVER", "CREATE SERVER s VERSION '1' FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2')");
        let new = other("SERVER", "CREATE SERVER s VERSION '2' FOREIGN DATA WRAPPER w OPTIONS (b '3', c '4')");
        let sql = in_place(&old, &new);
        assert_eq!(sql.as_deref(), Some("ALTER SERVER s VERSION '2' OPTIONS (SET b '3', ADD c '4', DROP a)"));
        let bare = other("SERVER", "CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2')");
        assert_eq!(in_place(&old, &bare).as_deref(), Some("ALTER SERVER s VERSION NULL"));
        let another = other("SERVER", "CREATE SERVER s FOREIGN DATA WRAPPER x OPTIONS (b '3')");
        assert_eq!(in_place(&old, &another), None);
    }

    #[test]
    fn a_dictionary_keeps_its_template() {
        let text = |rest: &str| format!("CREATE TEXT SEARCH DICTIONARY s (TEMPLATE = snowball{rest})");
        let old = other("TEXT SEARCH DICTIONARY", &text(", language = english"));
        let new = other("TEXT SEARCH DICTIONARY", &text(", language = german, stopwords = german"));
        let sql = "ALTER TEXT SEARCH DICTIONARY s (language = german, stopwords = german)";
        assert_eq!(in_place(&old, &new).as_deref(), Some(sql));
        let sql = "ALTER TEXT SEARCH DICTIONARY s (language = english, stopwords)";
        assert_eq!(in_place(&new, &old).as_deref(), Some(sql));
    }
}
