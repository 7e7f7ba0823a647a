//! What PostgreSQL calls a column of a query that nobody gave a name.

use super::{Reader, Scope};
use crate::sql::Kind;

/// Without a name.
const UNNAMED: &str = "?column?";

/// How the server calls its types in names.
const TYPES: &[(&str, &str)] = &[
    ("integer", "int4"),
    ("int", "int4"),
    ("bigint", "int8"),
    ("smallint", "int2"),
    ("real", "float4"),
    ("float", "float8"),
    ("double", "float8"),
    ("boolean", "bool"),
    ("character", "bpchar"),
    ("char", "bpchar"),
    ("decimal", "numeric"),
    ("dec", "numeric"),
];

/// Words that no name in a list is without `AS`, and at which a value may end.
const NO_ALIAS: &[&str] = &[
    "null",
    "true",
    "false",
    "end",
    "asc",
    "desc",
    "first",
    "last",
    "unknown",
    "isnull",
    "notnull",
    "zone",
    "document",
    "current_date",
    "current_time",
    "current_timestamp",
    "localtime",
    "localtimestamp",
    "current_user",
    "session_user",
    "current_role",
    "user",
    "precision",
    "varying",
];

/// Words behind which a value stands, so that what follows is no name.
const BEFORE_VALUE: &[&str] = &[
    "and",
    "or",
    "not",
    "is",
    "like",
    "ilike",
    "in",
    "between",
    "from",
    "case",
    "when",
    "then",
    "else",
    "as",
    "collate",
    "distinct",
    "all",
    "any",
    "some",
    "similar",
    "to",
    "select",
    "time",
    "at",
    "with",
    "without",
    "by",
    "escape",
    "symmetric",
    "operator",
    "over",
    "interval",
];

impl Reader<'_> {
    /// Whether the last word of an item is a name for it.
    pub(super) fn is_alias(&self, from: usize, last: usize) -> bool {
        let ends_value = match self.kind(last - 1) {
            Some(Kind::Close | Kind::Name | Kind::Text | Kind::Number | Kind::Dollar) => true,
            Some(Kind::Word) => !self.is_any(last - 1, BEFORE_VALUE),
            Some(Kind::Op) => self.text(last - 1) == "]" || self.text(last - 1) == "*",
            _ => false,
        };
        let typed = self.kind(last - 1) == Some(Kind::Word) && self.is_any(last, &["precision", "varying", "zone"]);
        let unit = self.is_any(last, &["year", "month", "day", "hour", "minute", "second"])
            && last >= from + 2
            && self.is(last - 2, "interval");
        self.is_name(last)
            && ends_value
            && !typed
            && !unit
            && !(self.kind(last) == Some(Kind::Word) && self.is_any(last, NO_ALIAS))
    }

    /// What an item is called by itself.
    pub(super) fn called(&self, from: usize, to: usize, scope: &Scope) -> Option<String> {
        Some(self.own_name(from, to, scope)?.0)
    }

    /// The name, and whether it is more than that of a type.
    fn own_name(&self, from: usize, to: usize, scope: &Scope) -> Option<(String, bool)> {
        let unnamed = || Some((UNNAMED.to_owned(), false));
        if from >= to {
            return None;
        }
        let mut end = self.primary(from, to)?;
        let mut named = self.primary_name(from, end, scope)?;
        while end < to {
            if self.text(end) == "::" {
                let start = end + 1;
                end = self.type_end(start, to);
                if !named.1 {
                    named = (self.type_called(start, end), false);
                }
            } else if self.text(end) == "[" {
                end = self.close_square(end)? + 1;
            } else if self.kind(end) == Some(Kind::Dot) && self.is_name(end + 1) {
                named = (self.key(end + 1), true);
                end += 2;
            } else if self.is(end, "collate") {
                end += 2;
                while self.kind(end) == Some(Kind::Dot) {
                    end += 2;
                }
            } else if self.is(end, "at") && self.is(end + 1, "time") {
                end = self.primary(end + 3, to)?;
                named = ("timezone".to_owned(), true);
                while end < to && self.text(end) == "::" {
                    end = self.type_end(end + 1, to);
                }
            } else {
                return unnamed();
            }
        }
        Some(named)
    }

    /// Where the value that begins here ends, without operators.
    fn primary(&self, from: usize, to: usize) -> Option<usize> {
        if self.is(from, "case") {
            let mut depth = 0u32;
            return (from..to)
                .find(|at| {
                    depth += u32::from(self.is(*at, "case"));
                    depth -= u32::from(self.is(*at, "end") && depth > 0);
                    depth == 0
                })
                .map(|end| end + 1);
        }
        if self.kind(from) == Some(Kind::Open) {
            return self.close(from).map(|end| end + 1);
        }
        if self.is(from, "array") && self.text(from + 1) == "[" {
            return self.close_square(from + 1).map(|end| end + 1);
        }
        if !self.is_name(from) {
            return Some(from + 1);
        }
        let mut at = from;
        while self.kind(at + 1) == Some(Kind::Dot) {
            at += 2;
        }
        at += 1;
        if at < to && self.kind(at) == Some(Kind::Open) {
            at = self.close(at)? + 1;
            while at < to && self.is_any(at, &["filter", "over", "within"]) {
                at += if self.is(at, "within") { 2 } else { 1 };
                at = if self.kind(at) == Some(Kind::Open) { self.close(at)? + 1 } else { at + 1 };
            }
        } else if at < to && self.kind(at) == Some(Kind::Text) {
            at += 1;
        }
        Some(at)
    }

    /// What a value without operators is called.
    fn primary_name(&self, from: usize, to: usize, scope: &Scope) -> Option<(String, bool)> {
        let strong = |name: &str| Some((name.to_owned(), true));
        let weak = |name: &str| Some((name.to_owned(), false));
        if self.kind(from) == Some(Kind::Open) {
            if self.selects(from + 1) {
                let (_, columns) = self.query(from + 1, to - 1, scope)?;
                return columns.first().map(|name| (name.clone(), true));
            }
            return self.own_name(from + 1, to - 1, scope);
        }
        if self.is(from, "case") {
            let mut depth = 0u32;
            let other = (from..to).rev().find(|at| {
                depth += u32::from(self.is(*at, "end"));
                depth -= u32::from(self.is(*at, "case") && depth > 0);
                depth == 1 && self.is(*at, "else")
            });
            let named = other.and_then(|other| self.own_name(other + 1, to - 1, scope)).filter(|named| named.1);
            return named.or_else(|| weak("case"));
        }
        if self.is(from, "array") && to > from + 1 {
            return strong("array");
        }
        if !self.is_name(from) {
            return weak(UNNAMED);
        }
        if self.kind(to - 1) == Some(Kind::Text) {
            return weak(&self.type_called(from, to - 1));
        }
        let open = (from..to).find(|at| self.kind(*at) == Some(Kind::Open));
        let Some(open) = open else {
            if self.kind(from) == Some(Kind::Word) && to == from + 1 {
                if self.is_any(from, &["true", "false"]) {
                    return weak("bool");
                }
                if self.is(from, "null") {
                    return weak(UNNAMED);
                }
            }
            return strong(&self.key(to - 1));
        };
        if self.is(from, "cast") {
            let end = self.close(open)?;
            let word = self.find(open + 1, end, |at| self.is(at, "as"))?;
            let inner = self.own_name(open + 1, word, scope)?;
            return if inner.1 { Some(inner) } else { weak(&self.type_called(word + 1, end)) };
        }
        if self.is(from, "trim") {
            let side = if self.is(open + 1, "leading") {
                "ltrim"
            } else if self.is(open + 1, "trailing") {
                "rtrim"
            } else {
                "btrim"
            };
            return strong(side);
        }
        strong(&self.key(open - 1))
    }

    fn type_end(&self, from: usize, to: usize) -> usize {
        let mut at = from + 1;
        while at < to {
            if self.kind(at) == Some(Kind::Dot) {
                at += 2;
            } else if self.kind(at) == Some(Kind::Open) {
                at = self.close(at).map_or(to, |end| end + 1);
            } else if self.is_any(at, &["varying", "precision", "with", "without", "time", "zone"])
                || matches!(self.text(at), "[" | "]")
                || self.kind(at) == Some(Kind::Number)
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    fn type_called(&self, from: usize, to: usize) -> String {
        let mut at = from;
        while at + 2 < to && self.kind(at + 1) == Some(Kind::Dot) {
            at += 2;
        }
        let name = self.key(at);
        if name == "character" && self.is(at + 1, "varying") {
            return "varchar".to_owned();
        }
        if matches!(&*name, "timestamp" | "time") && (at..to).any(|at| self.is(at, "with")) {
            return format!("{name}tz");
        }
        TYPES.iter().find(|(said, _)| *said == name).map_or(name, |(_, kept)| (*kept).to_owned())
    }
}
