//! What a statement that code runs may do to the schema: one that stands in the code, or one that the code puts together.
//!
//! What is put together is known in part: in its text a [`HOLE`] stands for what nobody knows, of which it is assumed that
//! it is a name or a value and no statement of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::change::{Body, Reach};

/// Stands for a part of a text that is not known.
pub const HOLE: char = '\u{1}';

/// Stands around the name of a variable in a text.
pub const VARIABLE: char = '\u{2}';

/// How many texts one may stand for.
const MOST: usize = 16;

/// What a variable may hold: texts with holes, or anything.
pub(crate) type Texts = Option<Vec<Arc<str>>>;

/// The texts with the variables in them replaced by what they hold.
pub(super) fn filled(texts: &Texts, known: &BTreeMap<Arc<str>, Texts>) -> Texts {
    let mut found: Vec<Arc<str>> = Vec::new();
    for text in texts.as_ref()? {
        let mut all = vec![String::new()];
        for (at, part) in text.split(VARIABLE).enumerate() {
            let hole = || vec![Arc::from(HOLE.to_string())];
            let values = match at % 2 {
                0 => vec![Arc::from(part)],
                _ => known.get(part).cloned().flatten().unwrap_or_else(hole),
            };
            if all.len() * values.len() > MOST {
                return None;
            }
            all = all.iter().flat_map(|start| values.iter().map(move |value| format!("{start}{value}"))).collect();
        }
        found.extend(all.into_iter().map(Arc::from));
    }
    (found.len() <= MOST).then_some(found)
}

/// What running one of these texts may do.
pub(super) fn of(texts: &Texts) -> Body {
    let mut body = Body::default();
    match texts {
        Some(texts) => texts.iter().for_each(|text| add(text, &mut body)),
        None => body.add(Reach::Everything),
    }
    // No function of MySQL changes the schema.
    body.calls.clear();
    body
}

/// Rows are read or written.
const ROWS: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "REPLACE", "VALUES", "EXPLAIN"];

/// The schema stays as it is.
const NOTHING: &[&str] = &[
    "GRANT",
    "REVOKE",
    "ANALYZE",
    "ANALYSE",
    "COMMENT",
    "VACUUM",
    "NOTIFY",
    "LISTEN",
    "UNLISTEN",
    "TRUNCATE",
    "LOCK",
    "REFRESH",
    "REINDEX",
    "CLUSTER",
    "COPY",
    "CHECKPOINT",
    "SHOW",
    "FLUSH",
    "OPTIMIZE",
    "SECURITY",
    "REASSIGN",
];

/// Kinds of what no statement about tables asks for.
const APART: &[&str] = &["ROLE", "USER", "GROUP", "PUBLICATION", "SUBSCRIPTION", "TABLESPACE", "SYSTEM", "DEFAULT"];

/// Kinds of what stands in a schema under a name.
const RELATIONS: &[&str] = &["TABLE", "INDEX", "SEQUENCE", "TYPE", "DOMAIN", "VIEW", "MATERIALIZED", "FOREIGN"];

/// Kinds of code.
const ROUTINES: &[&str] = &["FUNCTION", "PROCEDURE", "AGGREGATE", "ROUTINE"];

/// Kinds of what belongs to a table under a name of its own.
const OF_TABLES: &[&str] = &["TRIGGER", "POLICY", "RULE"];

/// Words between the verb and the kind.
const BETWEEN: &[&str] = &[
    "OR",
    "REPLACE",
    "UNIQUE",
    "TEMP",
    "TEMPORARY",
    "UNLOGGED",
    "GLOBAL",
    "LOCAL",
    "RECURSIVE",
    "CONSTRAINT",
    "FULLTEXT",
    "SPATIAL",
    "IF",
    "NOT",
    "EXISTS",
    "CONCURRENTLY",
    "ONLY",
    "VIEW",
    "TABLE",
];

/// Actions of `ALTER TABLE` that give no name to a relation.
const ACTIONS: &[&str] = &[
    "ADD", "DROP", "ALTER", "ENABLE", "DISABLE", "ATTACH", "DETACH", "SET", "OWNER", "VALIDATE", "INHERIT", "REPLICA",
    "NO", "MODIFY", "FORCE", "RESET", "CLUSTER", "CONVERT", "ENGINE",
];

/// Words of what brings a sequence or an index with it, or another name.
const MAKES: &[&str] = &[
    "UNIQUE",
    "PRIMARY",
    "EXCLUDE",
    "SERIAL",
    "BIGSERIAL",
    "SMALLSERIAL",
    "IDENTITY",
    "RENAME",
    "SCHEMA",
    "INDEX",
    "KEY",
];

/// A word, a name in quotes, or another sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Word(&'t str),
    Name(&'t str),
    /// A name or a value that is not known.
    Hole,
    /// One of which a part is known.
    Part(&'t str),
    Sign(char),
}

/// A name with holes; too little of it is nothing.
fn partly(name: &str) -> Option<Piece<'_>> {
    let known = name.chars().filter(|c| *c != HOLE).count();
    name.contains(HOLE).then_some(if known < 3 { Piece::Hole } else { Piece::Part(name) })
}

/// Whether a name may be one with these holes.
pub(super) fn is_like(name: &str, pattern: &str) -> bool {
    let mut parts = pattern.split(HOLE);
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty()
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | HOLE);
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end =
            |from: usize, stop: char| rest[from..].find(stop).map_or(rest.len(), |at| from + at + stop.len_utf8());
        let length = match first {
            '\'' => end(1, '\''),
            '"' | '`' => {
                let length = end(1, first);
                let name = rest[1..length].trim_end_matches(first);
                found.push(partly(name).unwrap_or(Piece::Name(name)));
                length
            }
            _ if part(first) => {
                let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
                let word = &rest[..length];
                found.push(partly(word).unwrap_or(Piece::Word(word)));
                length
            }
            _ => {
                if !first.is_whitespace() {
                    found.push(Piece::Sign(first));
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    found
}

/// What is known of a name.
#[derive(Debug, Clone, Copy)]
enum Named<'p> {
    Known(&'p str),
    Like(&'p str),
    No,
}

impl Named<'_> {
    /// What has this name may be changed.
    fn changed(self, body: &mut Body) {
        match self {
            Named::Known(_) => (),
            Named::Like(name) => body.alters_like.push(name.to_lowercase().into()),
            Named::No => body.alters = true,
        }
    }

    /// Something may get this name.
    fn given(self, body: &mut Body) {
        match self {
            Named::Known(_) => (),
            Named::Like(name) => body.makes_like.push(name.to_lowercase().into()),
            Named::No => body.makes = true,
        }
    }
}

/// A statement in pieces, read from left to right.
struct Reader<'p> {
    pieces: &'p [Piece<'p>],
    at: usize,
}

impl<'p> Reader<'p> {
    fn is_any(&self, words: &[&str]) -> bool {
        matches!(self.pieces.get(self.at), Some(Piece::Word(word)) if words.iter().any(|known| known.eq_ignore_ascii_case(word)))
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        let found = self.is_any(words);
        self.at += usize::from(found);
        found
    }

    fn has(&self, words: &[&str]) -> bool {
        self.pieces.iter().any(
            |piece| matches!(piece, Piece::Word(word) if words.iter().any(|known| known.eq_ignore_ascii_case(word))),
        )
    }

    /// The last part of a name that may have others before it.
    fn name(&mut self) -> Named<'p> {
        let mut last = Named::No;
        loop {
            last = match self.pieces.get(self.at) {
                Some(Piece::Word(name) | Piece::Name(name)) => Named::Known(name),
                Some(Piece::Part(name)) => Named::Like(name),
                Some(Piece::Hole) => Named::No,
                _ => return last,
            };
            self.at += 1;
            if self.pieces.get(self.at) != Some(&Piece::Sign('.')) {
                return last;
            }
            self.at += 1;
        }
    }
}

/// Adds to `body` what the statements in `text` may do.
pub fn add(text: &str, body: &mut Body) {
    for statement in text.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        add_one(statement, body);
    }
}

fn add_one(text: &str, body: &mut Body) {
    let pieces = pieces(text);
    let mut reader = Reader { pieces: &pieces, at: 0 };
    while reader.pieces.get(reader.at) == Some(&Piece::Sign('(')) {
        reader.at += 1;
    }
    if reader.is_any(ROWS) {
        rows(&reader, body);
    } else if reader.eat_any(&["CREATE"]) {
        create(reader, text, body);
    } else if reader.eat_any(&["ALTER"]) {
        alter(reader, text, body);
    } else if reader.eat_any(&["DROP"]) {
        drop(reader, text, body);
    } else if reader.eat_any(&["RENAME"]) {
        let holes = text.contains(HOLE);
        body.alters |= holes;
        body.makes |= holes;
        body.add(Reach::Words(text.into()));
    } else if reader.eat_any(&["SET", "RESET", "DO"]) && !reader.has(&["BEGIN"]) {
        if reader.is_any(&["ROLE", "SESSION", "LOCAL"]) && !reader.has(&["search_path"])
            || reader.is_any(&["CONSTRAINTS"])
        {
            return;
        }
        body.path |= reader.has(&["search_path"])
            || matches!(reader.pieces.get(reader.at), Some(Piece::Hole | Piece::Part(_)) | None);
    } else if !reader.is_any(NOTHING) {
        body.add(Reach::Everything);
    }
}

/// Functions may be called on the way.
fn rows(reader: &Reader<'_>, body: &mut Body) {
    for (at, pair) in reader.pieces.windows(2).enumerate() {
        if pair[1] != Piece::Sign('(') {
            continue;
        }
        let mut start = at;
        while start >= 2 && reader.pieces[start - 1] == Piece::Sign('.') {
            start -= 2;
        }
        let before = start.checked_sub(1).map(|at| reader.pieces[at]);
        if matches!(before, Some(Piece::Word(word)) if word.eq_ignore_ascii_case("INTO") || word.eq_ignore_ascii_case("AS"))
        {
            continue;
        }
        match pair[0] {
            Piece::Hole | Piece::Part(_) => body.add(Reach::Everything),
            Piece::Word(name) | Piece::Name(name) => body.call(&name.to_lowercase()),
            Piece::Sign(_) => (),
        }
    }
}

fn create(mut reader: Reader<'_>, text: &str, body: &mut Body) {
    let replace = reader.is_any(&["OR"]);
    let mut kind = None;
    while let Some(Piece::Word(word)) = reader.pieces.get(reader.at) {
        let own = RELATIONS.iter().any(|known| known.eq_ignore_ascii_case(word));
        if own && kind.is_none() {
            kind = Some(word.to_ascii_uppercase());
        } else if !BETWEEN.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            break;
        }
        reader.at += 1;
    }
    if kind.is_none() {
        return other(&mut reader, "CREATE", text, body);
    }
    let holes = text.contains(HOLE);
    let start = reader.at;
    let name = reader.name();
    let parts = &reader.pieces[start..reader.at];
    name.given(body);
    if replace {
        name.changed(body);
    }
    if kind.as_deref() == Some("INDEX") {
        while reader.at < reader.pieces.len() && !reader.eat_any(&["ON"]) {
            reader.at += 1;
        }
        let _ = reader.eat_any(&["ONLY"]);
        reader.name().changed(body);
    } else if holes && reader.has(&["PARTITION", "INHERITS"]) {
        // Behind `OF`, or in brackets.
        while reader.at < reader.pieces.len() && !reader.eat_any(&["OF", "INHERITS"]) {
            reader.at += 1;
        }
        while reader.pieces.get(reader.at) == Some(&Piece::Sign('(')) {
            reader.at += 1;
        }
        reader.name().changed(body);
    }
    // What a query reads stays as it is; where the name is looked for is said before it.
    let queried = matches!(kind.as_deref(), Some("TABLE" | "VIEW")) && reader.is_any(&["AS"]);
    let made: String = match queried && !replace && !holes {
        true => {
            let word = |piece: &Piece<'_>| match piece {
                Piece::Word(word) | Piece::Name(word) => Some((*word).to_owned()),
                Piece::Hole | Piece::Part(_) | Piece::Sign(_) => None,
            };
            parts.iter().filter_map(word).collect::<Vec<_>>().join(" ")
        }
        false => text.to_owned(),
    };
    body.add(Reach::Words(made.into()));
}

fn alter(mut reader: Reader<'_>, text: &str, body: &mut Body) {
    if !reader.eat_any(RELATIONS) {
        return other(&mut reader, "ALTER", text, body);
    }
    while reader.eat_any(BETWEEN) {}
    let name = reader.name();
    let harmless = reader.is_any(&["OWNER", "VALIDATE", "CLUSTER", "REPLICA", "ENABLE", "DISABLE"])
        || reader.is_any(&["SET"]) && reader.pieces.get(reader.at + 1) == Some(&Piece::Sign('('));
    if harmless {
        body.add(Reach::Triggers);
        return;
    }
    let known = reader.is_any(ACTIONS);
    let holes = text.contains(HOLE);
    body.makes |= holes && (!known || reader.has(MAKES));
    name.changed(body);
    // `ATTACH PARTITION` and the like are about a second table.
    if reader.eat_any(&["ATTACH", "DETACH"]) && reader.eat_any(&["PARTITION"]) {
        reader.name().changed(body);
    } else if reader.has(&["INHERIT"]) && holes {
        body.alters = true;
    }
    body.add(Reach::Words(text.into()));
}

fn drop(mut reader: Reader<'_>, text: &str, body: &mut Body) {
    if !reader.eat_any(RELATIONS) {
        return other(&mut reader, "DROP", text, body);
    }
    while reader.eat_any(BETWEEN) {}
    loop {
        reader.name().changed(body);
        if reader.pieces.get(reader.at) != Some(&Piece::Sign(',')) {
            break;
        }
        reader.at += 1;
    }
    body.add(Reach::Triggers);
    body.add(Reach::Words(text.into()));
}

/// From behind the verb, where no relation follows.
fn other(reader: &mut Reader<'_>, verb: &str, text: &str, body: &mut Body) {
    let mut definer = 0;
    while reader.eat_any(&["OR", "REPLACE", "CONSTRAINT"]) {}
    // `DEFINER = a@b` before what MySQL makes.
    if reader.is_any(&["DEFINER", "ALGORITHM", "SQL"]) {
        while reader.at < reader.pieces.len()
            && definer < 12
            && !reader.is_any(&["TRIGGER", "VIEW", "FUNCTION", "PROCEDURE", "EVENT"])
        {
            reader.at += 1;
            definer += 1;
        }
    }
    if reader.is_any(OF_TABLES) {
        body.add(Reach::Triggers);
    } else if reader.is_any(APART) || reader.is_any(&["DATABASE"]) && verb == "ALTER" && !reader.has(&["search_path"]) {
        // Not a part of the schema.
    } else if reader.eat_any(ROUTINES) {
        while reader.eat_any(&["IF", "NOT", "EXISTS"]) {}
        match reader.name() {
            Named::Known(name) => body.routines.push(name.to_lowercase().into()),
            Named::Like(_) | Named::No => body.add(Reach::Everything),
        }
    } else if reader.is_any(&["EXTENSION"]) && verb == "CREATE" {
        body.strangers = true;
        while reader.eat_any(&["EXTENSION", "IF", "NOT", "EXISTS"]) {}
        if let Named::Known(name) = reader.name() {
            body.extensions.push(name.to_lowercase().into());
        }
    } else if reader.is_any(&["SCHEMA"]) && verb == "CREATE" {
        body.makes |= text.contains(HOLE);
        body.add(Reach::Words(text.into()));
    } else {
        body.add(Reach::Everything);
    }
}

#[cfg(test)]
mod tests;
