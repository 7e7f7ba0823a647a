//! Whether two expressions mean the same: what an author writes, and what a server makes of it when it prints it back.
//!
//! PostgreSQL prints its own tree of an expression: every bracket, every cast, `IN` as `= ANY (ARRAY[…])`. MariaDB prints
//! names in quotes and its own words for functions. Both come to one form here. Casts that a server adds by itself are
//! left out, so that a change of nothing but such a cast (`a / b` to `a::numeric / b`) is not seen.

mod aggregate;
mod forms;
mod function;
mod json;
mod kept;
mod literal;
mod mysql;
mod node;
mod parse;
mod time;
mod value;

#[cfg(test)]
mod tests;

use migrate_core::Dialect;

use crate::catalog::name::Ident;
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};
use node::Node;
use parse::Parser;

/// The normal form of an expression.
///
/// ```
/// use migrate_core::Dialect;
/// use migrate_schema::diff::expr::meaning;
///
/// let written = meaning("status IN ('new', 'paid') AND total > 0", Dialect::Postgres);
/// let printed = "(((status)::text = ANY (ARRAY['new'::text, 'paid'::text])) AND (total > (0)::numeric))";
/// assert_eq!(written, meaning(printed, Dialect::Postgres));
/// ```
pub fn meaning(text: &str, dialect: Dialect) -> String {
    match Parser::new(text, dialect).whole() {
        Some(node) => node.to_string(),
        None => loose(text, dialect),
    }
}

/// Parameters from this number on stand for queries: see [`in_query`].
pub(super) const INNER: usize = 900_000;

/// The normal form of a part of a query of PostgreSQL. Casts are kept where it is asked for: they say what comes out. Where
/// `$900000` stands it has the first of the queries. What is not understood is kept word by word.
pub(super) fn in_query(text: &str, queries: &[String], with_casts: bool) -> Option<String> {
    if let Some(node) = Parser::in_query(text, queries, with_casts).whole() {
        return Some(node.to_string());
    }
    let mut out = Vec::new();
    for token in Lexer::new(text, 0..text.len(), Dialect::Postgres) {
        let written = token.text(text);
        out.push(match token.kind {
            Kind::Word | Kind::Name => name(written, Dialect::Postgres),
            Kind::Param => {
                let number: usize = written.strip_prefix('$')?.parse().ok()?;
                queries.get(number.checked_sub(INNER)?)?.clone()
            }
            _ => written.to_owned(),
        });
    }
    Some(out.join(" "))
}

/// The normal form of a default of a column whose type means `ty`: a server converts a value into the type when it keeps
/// it. None where there is no default: also for `NULL`.
pub fn default_meaning(text: &str, ty: Option<&str>, dialect: Dialect) -> Option<String> {
    let said = match dialect {
        Dialect::MySql | Dialect::MariaDb => literal::plain(text, ty.unwrap_or_default(), dialect),
        Dialect::Sqlite => super::sqlite::word_as_text(text).map(|word| format!("'{}'", word.replace('\'', "''"))),
        Dialect::Postgres => None,
    };
    let text = said.as_deref().unwrap_or(text);
    let node = match Parser::new(text, dialect).whole() {
        Some(Node::Word(word)) if word == "null" => return None,
        Some(node) => node,
        None => return Some(loose(text, dialect)),
    };
    let ty = ty.unwrap_or_default();
    let base = ty.split('(').next().unwrap_or(ty).trim();
    let node = if dialect.is_mysql_family() { value_of_mysql(node, ty) } else { node };
    let node = match node {
        Node::Text(text) if dialect != Dialect::Sqlite => node::literal(&text, ty),
        Node::Word(word) if base == "boolean" => node::literal(&word, ty),
        Node::Number(number) if base == "boolean" => node::literal(&number, ty),
        other => other,
    };
    let node = match node {
        // Filled with NUL up to the length, which the server shows and nobody writes.
        Node::Text(text) if dialect.is_mysql_family() && base == "binary" => {
            let mut rest = text.trim_end_matches('\0');
            while let Some(shorter) = rest.strip_suffix("\\0") {
                rest = shorter;
            }
            Node::Text(rest.to_owned())
        }
        other => other,
    };
    let kind = base.split(' ').next().unwrap_or(base);
    if MOMENTS.contains(&kind) && dialect.is_mysql_family() {
        return Some(of_precision(node.to_string()));
    }
    // `0`, `0.00` and '0' are one value to a column that holds numbers, and one text to another.
    Some(match node {
        Node::Number(number) if TEXTS.contains(&kind) && dialect.is_mysql_family() => {
            Node::Text(number_as_text(&number)).to_string()
        }
        Node::Text(_) if TEXTS.contains(&kind) => node.to_string(),
        Node::Number(number) => plain_number(without_zeros(&number)),
        Node::Text(text) if is_number(base) && text.parse::<f64>().is_ok() => plain_number(without_zeros(&text)),
        Node::Text(text) if dialect != Dialect::Sqlite && text.parse::<f64>().is_ok() => plain_number(&text),
        other => other.to_string(),
    })
}

/// Types whose values are texts: `'1.0'` and `'1.00'` are two of them.
const TEXTS: &[&str] = &[
    "char",
    "varchar",
    "character",
    "bpchar",
    "text",
    "tinytext",
    "mediumtext",
    "longtext",
    "citext",
    "name",
    "enum",
    "set",
    "binary",
    "varbinary",
    "blob",
    "tinyblob",
    "mediumblob",
    "longblob",
];

/// Types of MySQL and MariaDB that may have the time of a change.
const MOMENTS: &[&str] = &["datetime", "timestamp"];

/// The meaning of `CURRENT_TIMESTAMP(3)` for a column of [`MOMENTS`]: MariaDB gives it the precision of the column, whatever
/// is written, and MySQL demands that one.
fn of_precision(meaning: String) -> String {
    match meaning.split_once('(') {
        Some(("current_timestamp" | "now", _)) => "current_timestamp()".to_owned(),
        _ => meaning,
    }
}

/// What changes a column by itself, as it is compared.
pub fn on_update_meaning(text: &str, dialect: Dialect) -> String {
    of_precision(meaning(text, dialect))
}

/// A number as a column of texts keeps it.
fn number_as_text(number: &str) -> String {
    let number = without_zeros(number);
    match number.parse::<f64>() {
        Ok(value) if number.contains(['e', 'E']) => value.to_string(),
        _ if number.starts_with('.') => format!("0{number}"),
        _ => number.to_owned(),
    }
}

/// A literal as the value that a column of the type keeps.
fn value_of_mysql(node: Node, ty: &str) -> Node {
    let base = ty.split('(').next().unwrap_or(ty);
    let is_bytes = base.ends_with("binary") || base.ends_with("blob");
    let is_bits = ty.starts_with("bit");
    let bits = || is_bits.then(|| kept::of_bits(&node.to_string())).flatten();
    let value = match &node {
        Node::Text(text) => kept::kept(text, true, ty),
        Node::Number(number) => kept::kept(number, false, ty),
        Node::Word(word) if matches!(&**word, "true" | "false") && is_bits => {
            Some(kept::bits(u64::from(word == "true")))
        }
        _ if is_bytes => kept::kept(&node.to_string(), false, ty),
        _ => bits().map(kept::bits),
    };
    match (value, node) {
        (Some(value), _) if is_bits || is_bytes => Node::Raw(value),
        (Some(value), Node::Number(_)) if value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => {
            Node::Number(value)
        }
        (Some(value), _) => Node::Text(value),
        (None, node) => node,
    }
}

/// Whether columns of a type hold numbers.
fn is_number(base: &str) -> bool {
    let base = base.split(' ').next().unwrap_or(base);
    ["tinyint", "smallint", "mediumint", "int", "integer", "bigint", "decimal", "numeric", "float", "double", "year"]
        .contains(&base)
}

/// A number without zeros before it that say nothing.
fn without_zeros(text: &str) -> &str {
    let rest = text.trim_start_matches('0');
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        rest
    } else {
        &text[text.len() - rest.len() - usize::from(rest.len() < text.len())..]
    }
}

fn plain_number(text: &str) -> String {
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    }
}

/// The tokens of a text without what servers add and leave out: brackets, casts, aliases, names before a dot, and the
/// case of words. For queries, and for what is not understood: two that are the same have the same, and two that differ
/// in anything else than these do not.
pub fn loose(text: &str, dialect: Dialect) -> String {
    let tokens: Vec<_> = Lexer::new(text, 0..text.len(), dialect)
        .filter(|token| !matches!(token.kind, Kind::Comment | Kind::CodeStart | Kind::CodeEnd | Kind::Semi))
        .collect();
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let written = token.text(text);
        at += 1;
        match token.kind {
            Kind::Open | Kind::Close => (),
            Kind::Word if token.is(text, "as") => {
                // `AS name` and nothing else: behind it comes no bracket. With names of columns behind it the server leaves
                // the word out, and not the name.
                let columns = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Open)
                    && tokens.get(at + 2).is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Name))
                    && at >= 2
                    && (tokens[at - 2].kind == Kind::Close || tokens[at - 2].is(text, "ordinality"));
                let is_name = !columns
                    && tokens.get(at).is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Name | Kind::Text));
                at += usize::from(is_name);
            }
            // `interval '1 YEAR'` is `'1 year'::interval`.
            Kind::Word
                if dialect == Dialect::Postgres
                    && tokens.get(at).is_some_and(|next| next.kind == Kind::Text)
                    && is_moment(written) => {}
            Kind::Text if dialect == Dialect::Postgres && is_interval(&tokens, at - 1, text) => {
                // `interval '3' day`
                let unit = tokens.get(at).filter(|next| UNITS.iter().any(|unit| next.is(text, unit)));
                at += usize::from(unit.is_some());
                let unit = unit.map(|unit| format!(" {}", unit.text(text))).unwrap_or_default();
                let value = match Node::text(written, dialect) {
                    Node::Text(value) => time::printed_interval(&(value + &unit)).map(Node::Text),
                    _ => None,
                };
                out.push(value.unwrap_or_else(|| Node::text(written, dialect)).to_string());
            }
            // `CAST(a AS b)` is `a::b`.
            Kind::Word
                if dialect == Dialect::Postgres
                    && token.is(text, "cast")
                    && tokens.get(at).is_some_and(|next| next.kind == Kind::Open) => {}
            Kind::Op if written == "::" => {
                at += 1;
                while tokens.get(at).is_some_and(|next| next.kind == Kind::Dot) {
                    at += 2;
                }
                // `::interval day`
                let spans = at.checked_sub(1).is_some_and(|at| tokens[at].is(text, "interval"));
                while tokens.get(at).is_some_and(|next| {
                    ["varying", "precision", "with", "without", "time", "zone"].iter().any(|word| next.is(text, word))
                        || spans && UNITS.iter().any(|unit| next.is(text, unit))
                }) {
                    at += 1;
                }
                while tokens.get(at).is_some_and(|next| next.text(text) == "[") {
                    let end = tokens[at..].iter().position(|next| next.text(text) == "]");
                    at += end.map_or(1, |end| end + 1);
                }
            }
            Kind::Word | Kind::Name if tokens.get(at).is_some_and(|next| next.kind == Kind::Dot) => at += 1,
            Kind::Word | Kind::Name if is_alias(&tokens, at - 1, text) => (),
            // MariaDB counts rows so.
            Kind::Op
                if written == "*" && dialect.is_mysql_family() && out.last().is_some_and(|last| last == "count") =>
            {
                out.push("0".to_owned());
            }
            Kind::Word | Kind::Name => out.push(name(written, dialect)),
            Kind::Text | Kind::Dollar => out.push(Node::text(written, dialect).to_string()),
            Kind::Number => out.push(Node::number(written).to_string()),
            Kind::Op => out.push(if written == "!=" { "<>" } else { written }.to_owned()),
            _ => out.push(written.to_owned()),
        }
    }
    out.join(" ")
}

/// What a number that is a string counts, behind `interval`.
const UNITS: &[&str] = &["year", "month", "day", "hour", "minute", "second"];

/// Whether it is a type that people write before a string, and the server behind it.
fn is_moment(word: &str) -> bool {
    ["interval", "date", "timestamp", "timestamptz", "time"].iter().any(|ty| word.eq_ignore_ascii_case(ty))
}

/// Whether a string is said to be a span of time: before it, or behind it with the sign of a cast.
fn is_interval(tokens: &[Token], at: usize, text: &str) -> bool {
    let is = |at: usize| tokens.get(at).is_some_and(|token| token.is(text, "interval"));
    let is_cast = tokens.get(at + 1).is_some_and(|token| token.text(text) == "::");
    at.checked_sub(1).is_some_and(is) || is_cast && is(at + 2)
}

/// Whether a word is a name that something in the list of a query gets, without `AS`.
fn is_alias(tokens: &[Token], at: usize, text: &str) -> bool {
    const NO_ALIAS: &[&str] = &["null", "true", "false", "end", "asc", "desc", "first", "last", "rollup", "recursive"];
    const NO_VALUE: &[&str] = &[
        "select",
        "distinct",
        "all",
        "and",
        "or",
        "not",
        "by",
        "on",
        "where",
        "in",
        "like",
        "is",
        "between",
        "then",
        "else",
        "when",
        "case",
        "as",
        "union",
        "having",
        "order",
        "group",
        "limit",
        "offset",
        "with",
        "from",
        "join",
        "using",
        "over",
        "partition",
        "returning",
        "values",
        "set",
        "into",
        "interval",
        "collate",
        "escape",
        "div",
        "mod",
        "xor",
        "regexp",
        "rlike",
        "binary",
        "except",
        "intersect",
        "ilike",
        "similar",
        "to",
        "any",
        "some",
        "filter",
    ];
    let token = tokens[at];
    let word = |token: &Token, list: &[&str]| list.iter().any(|word| token.is(text, word));
    let follows = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Comma || next.is(text, "from"));
    let stands_behind =
        at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| match before.kind {
            // The brackets of `DISTINCT ON (…)` end before the list.
            Kind::Close => !behind_on(tokens, at - 1, text),
            Kind::Name | Kind::Text | Kind::Number => true,
            Kind::Word => !word(before, NO_VALUE),
            _ => false,
        });
    follows && stands_behind && !(token.kind == Kind::Word && (word(&token, NO_ALIAS) || word(&token, NO_VALUE)))
}

/// Whether a bracket closes one that stands behind `DISTINCT ON`.
fn behind_on(tokens: &[Token], close: usize, text: &str) -> bool {
    let mut depth = 0u32;
    for at in (0..=close).rev() {
        match tokens[at].kind {
            Kind::Close => depth += 1,
            Kind::Open => depth -= 1,
            _ => (),
        }
        if depth == 0 {
            return at >= 2 && tokens[at - 1].is(text, "on") && tokens[at - 2].is(text, "distinct");
        }
    }
    false
}

/// A name or word as it is compared.
fn name(written: &str, dialect: Dialect) -> String {
    Ident::written(written, dialect, Place::nowhere()).key.to_string()
}
