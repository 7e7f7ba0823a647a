//! What PostgreSQL 15 has of itself: types, casts, operators and functions, a line each. Newer versions have more; what is
//! named in `NEWER` is not judged.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

const TYPES: &str = include_str!("types.txt");
const CASTS: &str = include_str!("casts.txt");
const OPERATORS: &str = include_str!("operators.txt");
const FUNCTIONS: &str = include_str!("functions.txt");

/// What does not always give the same: `f` functions with their arguments, `o` operators, `c` casts, `i` types that texts
/// become, `t` types that become texts.
const MUTABLE: &str = include_str!("mutable.txt");

/// Functions of which later versions have more forms, and what is parsed in ways of its own.
const NEWER: &[&str] = &[
    "array_agg",
    "array_sort",
    "crc32",
    "extract",
    "generate_series",
    "json_array",
    "json_object",
    "json_strip_nulls",
    "jsonb_strip_nulls",
    "max",
    "md5",
    "min",
    "normalize",
    "overlay",
    "position",
    "random",
    "reverse",
    "substr",
    "substring",
    "to_regtype",
    "trim",
    "unnest",
    "xmlelement",
];

/// Types whose names are called to cast.
const CALLED_TYPES: &[&str] = &[
    "bool",
    "bpchar",
    "bytea",
    "char",
    "cidr",
    "date",
    "float4",
    "float8",
    "inet",
    "int2",
    "int4",
    "int8",
    "interval",
    "json",
    "jsonb",
    "macaddr",
    "money",
    "name",
    "numeric",
    "oid",
    "regclass",
    "regproc",
    "regtype",
    "text",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "tsquery",
    "tsvector",
    "uuid",
    "varbit",
    "varchar",
    "xml",
];

/// A function of the server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Function<'a> {
    /// `f`, `a` of an aggregate, `w` of a window function, `p`.
    pub(super) kind: &'a str,
    /// How many arguments a call has at least.
    pub(super) least: usize,
    /// The last argument may come again and again.
    pub(super) variadic: bool,
    /// It returns rows.
    pub(super) set: bool,
    /// What it returns.
    pub(super) result: &'a str,
    arguments: &'a str,
}

impl<'a> Function<'a> {
    /// The types of its arguments.
    pub(super) fn arguments(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.arguments.split(',').filter(|argument| !argument.is_empty())
    }

    /// It does not always give the same.
    pub(super) fn is_mutable(&self, name: &str) -> bool {
        is_mutable(&format!("f {name};{}", self.arguments))
    }

    /// How seldom its arguments are met: texts, numbers and times are everywhere.
    pub(super) fn rareness(&self) -> usize {
        let rare = |ty: &str| match ty {
            "text" => 0,
            "name" | "character" | "\"char\"" => 3,
            ty => match category(ty) {
                Some(('S' | 'N' | 'D' | 'T' | 'B', _)) => 1,
                Some(('U' | 'A', _)) => 2,
                _ => 3,
            },
        };
        self.arguments().map(rare).max().unwrap_or(0)
    }

    /// As it is written where it is shown.
    pub(super) fn shown(&self, name: &str) -> String {
        if self.kind == "a" && self.arguments.is_empty() {
            return format!("{name}(*)");
        }
        format!("{name}({})", self.arguments.replace(',', ", "))
    }
}

/// An operator of the server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operator<'a> {
    /// The type before it; empty where nothing stands there.
    pub(super) left: &'a str,
    /// The type behind it.
    pub(super) right: &'a str,
    /// What comes of it.
    pub(super) result: &'a str,
}

/// The parts of each line of a list: a list is read once, for it is asked about every value of every statement.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter_map(|line| {
        let mut parts = line.split(';');
        let mut row = [""; N];
        for place in &mut row {
            *place = parts.next()?;
        }
        Some(row)
    })
}

/// All lines that begin with the word.
fn of<'l>(lines: &'l [&'static str], name: &str) -> &'l [&'static str] {
    let word = |line: &&'static str| line.split(';').next().unwrap_or_default();
    let start = lines.partition_point(|line| word(line) < name);
    let count = lines[start..].iter().take_while(|line| word(line) == name).count();
    &lines[start..start + count]
}

/// The functions of a name.
pub(super) fn functions(name: &str) -> Vec<Function<'static>> {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| FUNCTIONS.lines().collect());
    let found = of(&LINES, name).iter().filter_map(|line| {
        let mut parts = line.split(';').skip(1);
        Some(Function {
            kind: parts.next()?,
            least: parts.next()?.parse().ok()?,
            variadic: parts.next()? == "1",
            set: parts.next()? == "1",
            result: parts.next()?,
            arguments: parts.next()?,
        })
    });
    found.collect()
}

/// Whether something does not always give the same, as a line of the list has it.
pub(super) fn is_mutable(line: &str) -> bool {
    static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| MUTABLE.lines().collect());
    LINES.binary_search(&line).is_ok()
}

/// Whether nobody can say with which arguments it is called.
pub(super) fn is_open(name: &str) -> bool {
    NEWER.binary_search(&name).is_ok() || name.starts_with("xml") || name.starts_with("lo_")
}

/// Whether the name is that of a type, so that a call of it is a cast.
pub(super) fn is_called_type(name: &str) -> bool {
    CALLED_TYPES.binary_search(&name).is_ok()
}

/// The operators of a name.
pub(super) fn operators(name: &str) -> &'static [Operator<'static>] {
    static KNOWN: LazyLock<HashMap<&str, Vec<Operator<'_>>>> = LazyLock::new(|| {
        let mut known: HashMap<_, Vec<_>> = HashMap::new();
        for [name, left, right, result] in rows(OPERATORS) {
            known.entry(name).or_default().push(Operator { left, right, result });
        }
        known
    });
    KNOWN.get(name).map(Vec::as_slice).unwrap_or_default()
}

/// The category of a type, and whether it is the one that others become; none if it is none of the server's.
pub(super) fn category(name: &str) -> Option<(char, bool)> {
    static KNOWN: LazyLock<HashMap<&str, (char, bool)>> = LazyLock::new(|| {
        let known = rows(TYPES).map(|[name, category, preferred]| (name, (letter(category), preferred == "1")));
        known.collect()
    });
    KNOWN.get(name).copied()
}

/// How one type becomes another: `i` by itself, `a` where it is assigned, `e` where it is said.
pub(super) fn cast(from: &str, to: &str) -> Option<char> {
    // Asked for each form of an operator, without optimizations: two short searches cost less than to hash two names.
    static KNOWN: LazyLock<BTreeMap<&str, Vec<(&str, char)>>> = LazyLock::new(|| {
        let mut known: BTreeMap<&str, Vec<(&str, char)>> = BTreeMap::new();
        rows(CASTS).for_each(|[from, to, context]| known.entry(from).or_default().push((to, letter(context))));
        known
    });
    KNOWN.get(from)?.iter().find(|(name, _)| *name == to).map(|(_, letter)| *letter)
}

fn letter(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        let name = |line: &'static str| line.split(';').next().unwrap_or_default();
        let names: Vec<&str> = FUNCTIONS.lines().map(name).collect();
        assert!(names.is_sorted(), "{:?}", names.windows(2).find(|pair| pair[0] > pair[1]));
        // Of this one a whole line is looked for.
        assert!(MUTABLE.lines().is_sorted() && NEWER.is_sorted() && CALLED_TYPES.is_sorted());
    }

    #[test]
    fn every_line_of_a_list_is_read() {
        assert_eq!(rows::<3>(TYPES).count(), TYPES.lines().count());
        assert_eq!(rows::<3>(CASTS).count(), CASTS.lines().count());
        assert_eq!(rows::<4>(OPERATORS).count(), OPERATORS.lines().count());
    }

    #[test]
    fn facts_are_found() {
        assert_eq!(cast("integer", "bigint"), Some('i'));
        assert_eq!(cast("text", "integer"), None);
        assert_eq!(category("boolean"), Some(('B', true)));
        assert!(operators("=").iter().any(|found| found.left == "uuid" && found.right == "uuid"));
        assert_eq!(functions("lower").len(), 3);
    }
}
