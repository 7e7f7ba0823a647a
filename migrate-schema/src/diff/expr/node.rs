//! The tree of an expression, made in its normal form: each function here makes a node out of parts that are normal.

use std::fmt;

use migrate_core::Dialect;

use super::function::{BARE, returned, same_function};
use super::mysql;

/// A part of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A column, or a word with a meaning: `null`, `true`.
    Word(String),
    /// A number.
    Number(String),
    /// A string, without quotes and escapes.
    Text(String),
    /// A function.
    Call(String, Vec<Node>),
    /// An operator with its operands; also what has a syntax of its own.
    Op(String, Vec<Node>),
    /// A cast that matters.
    Cast(Box<Node>, String),
    /// `(a, b)`.
    List(Vec<Node>),
    /// `ARRAY[a, b]`.
    Array(Vec<Node>),
    /// What is compared as it stands.
    Raw(String),
}

/// Numbers into which PostgreSQL casts smaller ones by itself.
const WIDER: &[&str] = &["bigint", "numeric", "double precision"];

/// Types into which PostgreSQL casts by itself, and says so when it prints the expression.
const IMPLICIT: &[&str] = &["text", "character varying", "character", "bpchar", "name", "citext"];

impl Node {
    pub(super) fn word(word: String, dialect: Dialect) -> Node {
        if BARE.contains(&&*word) {
            let name = same_function(&word, dialect);
            let called = name != word || dialect.is_mysql_family();
            return if called { Node::Call(name.to_owned(), Vec::new()) } else { Node::Word(word) };
        }
        match (&*word, dialect) {
            ("true", Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite) => Node::Number("1".to_owned()),
            ("false", Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite) => Node::Number("0".to_owned()),
            _ => Node::Word(word),
        }
    }

    pub(super) fn number(text: &str) -> Node {
        let mut text = text.to_ascii_lowercase();
        if text.starts_with('.') {
            text.insert(0, '0');
        }
        if text.contains('e')
            && !text.starts_with("0x")
            && let Ok(value) = text.parse::<f64>()
            && value.abs() < 1e15
        {
            text = value.to_string();
        }
        Node::Number(text.trim_end_matches('.').to_owned())
    }

    /// A string as it is written, with its quotes and prefix.
    pub(super) fn text(written: &str, dialect: Dialect) -> Node {
        if let Some(rest) = written.strip_prefix('$') {
            let tag = rest.find('$').map_or(0, |at| at + 2);
            return Node::Text(written.get(tag..written.len().saturating_sub(tag)).unwrap_or(written).to_owned());
        }
        let Some(start) = written.find(['\'', '"']) else { return Node::Raw(written.to_owned()) };
        let prefix = written[..start].to_ascii_lowercase();
        let quote = &written[start..=start];
        let inner = written[start + 1..].strip_suffix(quote).unwrap_or(&written[start + 1..]);
        let escapes = dialect.is_mysql_family() || prefix == "e";
        let plain = unescaped(&inner.replace(&quote.repeat(2), quote), escapes);
        match &*prefix {
            "" | "e" | "n" => Node::Text(plain),
            "u&" if dialect == Dialect::Postgres => match crate::sql::text::unicode(&plain) {
                Some(text) => Node::Text(text),
                None => Node::Raw(written.to_owned()),
            },
            // Bits are printed as such, however they are written.
            "b" if dialect == Dialect::Postgres => Node::Text(plain),
            "x" if dialect == Dialect::Postgres => match plain.chars().map(|digit| digit.to_digit(16)).collect() {
                Some(digits) => {
                    let digits: Vec<u32> = digits;
                    Node::Text(digits.iter().map(|digit| format!("{digit:04b}")).collect())
                }
                None => Node::Raw(format!("x'{plain}'")),
            },
            prefix if prefix.starts_with('_') => Node::Text(plain),
            prefix => Node::Raw(format!("{prefix}'{}'", plain.to_ascii_lowercase())),
        }
    }

    pub(super) fn negative(self) -> Node {
        match self {
            Node::Number(text) => match text.strip_prefix('-') {
                Some(positive) => Node::Number(positive.to_owned()),
                None => Node::Number(format!("-{text}")),
            },
            other => op("-", vec![other]),
        }
    }

    /// `a IN (…)`.
    pub(super) fn one_of(left: Node, mut items: Vec<Node>) -> Node {
        if items.len() == 1
            && let Some(one) = items.pop()
        {
            return Node::Op("=".to_owned(), vec![left, one]);
        }
        Node::Op("in".to_owned(), vec![left, Node::List(items)])
    }

    pub(super) fn between(above: Node, below: Node) -> Node {
        Node::Op("and".to_owned(), vec![above, below])
    }

    /// `a = ANY (…)`.
    pub(super) fn quantified(left: Node, operator: &str, which: &str, right: Node, dialect: Dialect) -> Node {
        match (operator, which, right) {
            ("=", "any" | "some", Node::Array(items)) => Node::one_of(left, items),
            ("<>", "all", Node::Array(items)) => not(Node::one_of(left, items), dialect),
            ("=", "any" | "some", query @ Node::Raw(_)) if dialect == Dialect::Postgres => op("in", vec![left, query]),
            (_, which, right) => {
                let which = if which == "some" { "any" } else { which };
                op(&format!("{operator} {which}"), vec![left, right])
            }
        }
    }

    /// The function that it is a call of.
    fn called(&self) -> Option<&str> {
        match self {
            Node::Call(name, _) => Some(name),
            Node::Word(word) => Some(&**word).filter(|word| BARE.contains(word)),
            _ => None,
        }
    }

    /// It is written down, not computed.
    fn is_literal(&self) -> bool {
        match self {
            Node::Number(_) | Node::Text(_) => true,
            Node::Word(word) => matches!(&**word, "null" | "true" | "false"),
            Node::Array(items) => items.iter().all(Node::is_literal),
            Node::Call(..) | Node::Op(..) | Node::Cast(..) | Node::List(_) | Node::Raw(_) => false,
        }
    }

    /// `t.*` as `t`, where both are a row: PostgreSQL prints the one for the other. Not where it is what a query returns,
    /// or what a row is made of.
    pub(super) fn with_plain_rows(self) -> Node {
        let plain = |node: Node| match node {
            Node::Word(word) => Node::Word(word.strip_suffix(".*").map(str::to_owned).unwrap_or(word)),
            other => other.with_plain_rows(),
        };
        match self {
            Node::Call(name, items) => Node::Call(name, items.into_iter().map(plain).collect()),
            Node::Op(name, items) => Node::Op(name, items.into_iter().map(plain).collect()),
            Node::Array(items) => Node::Array(items.into_iter().map(plain).collect()),
            Node::List(items) => Node::List(items.into_iter().map(Node::with_plain_rows).collect()),
            Node::Cast(inner, ty) => Node::Cast(Box::new(plain(*inner)), ty),
            other => other,
        }
    }

    /// It may well be a number already: a column, or something computed with one.
    fn is_number(&self) -> bool {
        match self {
            Node::Word(_) => true,
            Node::Op(name, parts) if name == "case" => parts.iter().all(|part| match part {
                Node::Op(word, of) if word == "when" || word == "else" => {
                    of.last().is_some_and(|result| matches!(result, Node::Number(_)) || result.is_number())
                }
                _ => true,
            }),
            Node::Op(name, _) => matches!(&**name, "+" | "-" | "*" | "/" | "%"),
            _ => false,
        }
    }

    /// It says yes or no by itself.
    fn is_condition(&self) -> bool {
        let Node::Op(name, _) = self else { return matches!(self, Node::Raw(_)) };
        let operators =
            ["and", "or", "xor", "not", "=", "<>", "<", ">", "<=", ">=", "<=>", "in", "like", "regexp", "exists"];
        operators.contains(&&**name) || name.starts_with("is ") || name.ends_with(" any") || name.ends_with(" all")
    }
}

fn unescaped(text: &str, escapes: bool) -> String {
    if !escapes || !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('r') => out.push('\r'),
                Some('0') => out.push('\0'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            (c, false) => out.push(c),
        }
    }
    out
}

pub(super) fn op(name: &str, operands: Vec<Node>) -> Node {
    Node::Op(name.to_owned(), operands)
}

pub(super) fn call(name: &str, mut arguments: Vec<Node>, dialect: Dialect) -> Node {
    let name = same_function(name, dialect);
    if dialect.is_mysql_family()
        && let Some(node) = mysql::in_other_words(name, &arguments, dialect)
    {
        return node;
    }
    match (name, &mut *arguments) {
        // A sequence, by its name.
        ("nextval" | "currval" | "setval", [Node::Text(sequence), ..]) => {
            *sequence = relation(sequence);
        }
        ("jsonb_set" | "jsonb_set_lax" | "jsonb_insert", [_, path @ Node::Text(_), ..]) => {
            if let Node::Text(text) = path {
                *path = literal(text, "text[]");
            }
        }
        ("now", [Node::Number(digits)]) if digits == "0" => arguments.clear(),
        _ => (),
    }
    Node::Call(name.to_owned(), arguments)
}

/// `NOT x`.
pub(super) fn not(node: Node, dialect: Dialect) -> Node {
    if dialect.is_mysql_family() && !node.is_condition() {
        return op("=", vec![node, Node::Number("0".to_owned())]);
    }
    match node {
        Node::Op(name, mut operands) if name == "not" => match operands.pop() {
            Some(one) => one,
            None => op("not", operands),
        },
        Node::Op(name, operands) if name == "=" => Node::Op("<>".to_owned(), operands),
        Node::Op(name, operands) if name == "<>" => Node::Op("=".to_owned(), operands),
        // MySQL and MariaDB put the word to the operands, and turn what compares.
        Node::Op(name, operands) if dialect.is_mysql_family() && matches!(&*name, "and" | "or") => {
            let other = if name == "and" { "or" } else { "and" };
            let turned = operands.into_iter().map(|operand| not(operand, dialect));
            turned.reduce(|left, right| binary(left, other, right, dialect)).unwrap_or_else(|| op(other, Vec::new()))
        }
        Node::Op(name, operands) if dialect.is_mysql_family() && opposite(&name).is_some() => {
            Node::Op(opposite(&name).unwrap_or_default().to_owned(), operands)
        }
        // PostgreSQL writes `NOT BETWEEN` as two comparisons.
        Node::Op(name, operands) if name == "and" && operands.len() == 2 && is_between(&operands) => {
            let outside = operands.into_iter().map(|operand| match operand {
                Node::Op(name, operands) => Node::Op(if name == ">=" { "<" } else { ">" }.to_owned(), operands),
                other => other,
            });
            Node::Op("or".to_owned(), outside.collect())
        }
        other => op("not", vec![other]),
    }
}

/// What holds of two values where this does not, if there is a sign for it.
fn opposite(comparison: &str) -> Option<&'static str> {
    [("<", ">="), (">=", "<"), (">", "<="), ("<=", ">")]
        .iter()
        .find(|(one, _)| *one == comparison)
        .map(|(_, other)| *other)
}

fn is_between(operands: &[Node]) -> bool {
    match operands {
        [Node::Op(above, one), Node::Op(below, two)] => above == ">=" && below == "<=" && one.first() == two.first(),
        _ => false,
    }
}

pub(super) fn binary(left: Node, operator: &str, right: Node, dialect: Dialect) -> Node {
    let operator = match operator {
        "~~" => "like",
        "~~*" => "ilike",
        "!~~" | "!~~*" => {
            let positive = if operator == "!~~" { "like" } else { "ilike" };
            return not(op(positive, vec![left, right]), dialect);
        }
        other => other,
    };
    match (operator, left, right) {
        ("and" | "or", left, right) => {
            let mut operands = Vec::new();
            for node in [left, right] {
                match node {
                    Node::Op(name, inner) if name == operator => operands.extend(inner),
                    // MySQL compares with zero what is no condition by itself.
                    other if dialect.is_mysql_family() && !other.is_condition() && !other.is_literal() => {
                        operands.push(op("<>", vec![other, Node::Number("0".to_owned())]));
                    }
                    other => operands.push(other),
                }
            }
            Node::Op(operator.to_owned(), operands)
        }
        // Rows are compared one after the other, and rows in them, too.
        ("=" | "<>" | "is distinct from", Node::List(left), Node::List(right))
            if left.len() == right.len() && dialect == Dialect::Postgres =>
        {
            let word = if operator == "=" { "and" } else { "or" };
            let pairs = left.into_iter().zip(right).map(|(left, right)| binary(left, operator, right, dialect));
            pairs.reduce(|one, other| binary(one, word, other, dialect)).unwrap_or_else(|| op(word, Vec::new()))
        }
        // What contains and what is in it are of one type, and a literal beside them is JSON where it looks like it.
        (operator @ ("@>" | "<@"), left, right) if dialect == Dialect::Postgres => {
            let json = |node: Node| match node {
                Node::Text(text) if text.trim_start().starts_with("{\"") || text.trim_start().starts_with('[') => {
                    Node::Text(super::json::meaning(&text))
                }
                other => other,
            };
            op(operator, vec![json(left), json(right)])
        }
        // A way into JSON, and keys of it, are texts.
        (operator @ ("#>" | "#>>" | "#-" | "?|" | "?&"), left, Node::Text(path)) if dialect == Dialect::Postgres => {
            op(operator, vec![left, literal(&path, "text[]")])
        }
        (operator @ ("#>" | "#>>" | "#-" | "?|" | "?&"), left, Node::Cast(path, ty))
            if dialect == Dialect::Postgres && ty == "text[]" && matches!(*path, Node::Text(_)) =>
        {
            op(operator, vec![left, *path])
        }
        (operator, left, right) => op(operator, vec![left, right]),
    }
}

/// A cast, where it matters: of what is written down, and where the server would do it by itself, it does not.
pub(super) fn cast(node: Node, ty: &str, dialect: Dialect) -> Node {
    if dialect != Dialect::Postgres {
        return Node::Cast(Box::new(node), ty.to_owned());
    }
    let element = ty.trim_end_matches("[]");
    match node {
        Node::Text(text) => literal(&text, ty),
        Node::Array(items) if items.is_empty() => Node::Text("{}".to_owned()),
        Node::Array(items) => Node::Array(items.into_iter().map(|item| cast(item, element, dialect)).collect()),
        node if node.is_literal() || IMPLICIT.contains(&element) => node,
        // What a domain checks is of the type below it.
        node @ Node::Word(_) if node == Node::Word("value".to_owned()) => node,
        node if WIDER.contains(&element) && node.is_number() => node,
        // A part of JSON is JSON of the same kind, and `json` is rarely used.
        Node::Op(name, operands) if ty == "jsonb" && is_of_json(&name) => Node::Op(name, operands),
        // It is of this type already.
        node if node.called().and_then(returned) == Some(ty) => node,
        node => Node::Cast(Box::new(node), ty.to_owned()),
    }
}

/// Whether an operator gives a part of JSON, as JSON.
fn is_of_json(operator: &str) -> bool {
    matches!(operator, "->" | "#>" | "#-")
}

/// A cast of PostgreSQL where nothing around it is known: only what changes nothing in any place is left out.
pub(super) fn strict_cast(node: Node, ty: &str) -> Node {
    let whole = |text: &str| text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    match node {
        // What is written down is a text until something else is said.
        Node::Text(text) if ty == "text" => Node::Text(text),
        Node::Text(text) => match literal(&text, ty) {
            word @ Node::Word(_) => word,
            Node::Number(number) if ty == "integer" && whole(&number) || ty == "numeric" && !whole(&number) => {
                Node::Number(number)
            }
            other => Node::Cast(Box::new(other), ty.to_owned()),
        },
        Node::Array(items)
            if ty == "text[]" && !items.is_empty() && items.iter().all(|item| matches!(item, Node::Text(_))) =>
        {
            Node::Array(items)
        }
        Node::Cast(inner, own) if own == ty => Node::Cast(inner, own),
        Node::Op(name, operands) if ty == "jsonb" && is_of_json(&name) => Node::Op(name, operands),
        node => Node::Cast(Box::new(node), ty.to_owned()),
    }
}

/// The name of a relation as it stands in a string: read as a name in SQL is.
fn relation(text: &str) -> String {
    let text = text.strip_prefix("public.").unwrap_or(text);
    if text.contains('"') { text.to_owned() } else { text.to_ascii_lowercase() }
}

/// A string that is said to be of a type.
pub(super) fn literal(text: &str, ty: &str) -> Node {
    let base = ty.split('(').next().unwrap_or(ty).trim();
    match base {
        "boolean" => match &*text.to_ascii_lowercase() {
            "t" | "true" | "y" | "yes" | "on" | "1" => Node::Word("true".to_owned()),
            "f" | "false" | "n" | "no" | "off" | "0" => Node::Word("false".to_owned()),
            _ => Node::Text(text.to_owned()),
        },
        "interval" => Node::Text(super::time::interval(text).unwrap_or_else(|| text.to_owned())),
        _ if base.ends_with("[]") => Node::Text(unquoted_items(&super::value::without_spaces(text))),
        "regclass" => Node::Text(relation(text)),
        _ if base.starts_with("timestamp") || base == "date" || base.starts_with("datetime") => {
            let zoned = ty.ends_with("with time zone");
            let moment = super::time::moment(&super::time::day(text), zoned);
            // A day has no time.
            let day = moment.get(..10).filter(|_| base == "date" && moment[10..].starts_with(' '));
            Node::Text(day.map(str::to_owned).unwrap_or(moment))
        }
        "time" | "time without time zone" => Node::Text(super::time::clock(text)),
        "json" | "jsonb" => Node::Text(super::json::meaning(text)),
        // `NaN` and `Infinity` are written as texts.
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision"
            if text.trim().parse::<f64>().is_ok_and(f64::is_finite) =>
        {
            match text.trim().strip_prefix('-') {
                Some(positive) => Node::number(positive).negative(),
                None => Node::number(text.trim()),
            }
        }
        _ => Node::Text(super::value::kept(text, base).unwrap_or_else(|| text.to_owned())),
    }
}

/// `{"a","b c"}` without the quotes that the server leaves out: around plain words that are not `null`.
fn unquoted_items(text: &str) -> String {
    let mut parts: Vec<String> = text.split('"').map(str::to_owned).collect();
    if parts.len().is_multiple_of(2) || text.contains('\\') {
        return text.to_owned();
    }
    for part in parts.iter_mut().skip(1).step_by(2) {
        let plain = !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !plain || part.eq_ignore_ascii_case("null") {
            *part = format!("\"{part}\"");
        }
    }
    parts.concat()
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Word(text) | Node::Number(text) | Node::Raw(text) => f.write_str(text),
            Node::Text(text) => write!(f, "'{}'", text.replace('\'', "''")),
            Node::Call(name, arguments) => {
                write!(f, "{name}(")?;
                list(f, arguments)?;
                f.write_str(")")
            }
            Node::Cast(node, ty) => write!(f, "{node}::{ty}"),
            Node::List(items) => {
                f.write_str("(")?;
                list(f, items)?;
                f.write_str(")")
            }
            Node::Array(items) => {
                f.write_str("array[")?;
                list(f, items)?;
                f.write_str("]")
            }
            Node::Op(name, operands) => match &operands[..] {
                [one] => write!(f, "({name} {one})"),
                _ => {
                    f.write_str("(")?;
                    for (i, operand) in operands.iter().enumerate() {
                        if i > 0 {
                            write!(f, " {name} ")?;
                        }
                        write!(f, "{operand}")?;
                    }
                    f.write_str(")")
                }
            },
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, items: &[Node]) -> fmt::Result {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}
