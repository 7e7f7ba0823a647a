//! Values of MySQL as far as they are known while code is carried out.

use std::sync::Arc;

use crate::catalog::dynamic::{HOLE, VARIABLE};

/// What a variable holds that holds the name of the database at hand: nobody knows it here, and it equals itself.
const DATABASE: &str = "\u{1}\u{1}";

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Number(i64),
    Text(String),
    /// The name of a table, which servers tell from one in other letters or not.
    Table(String),
    /// The name of the database at hand.
    Database,
    /// The name of a table that nobody speaks of.
    Nobody,
    Unknown,
}

/// Of SQL's logic, and of what is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    Null,
    Unknown,
}

impl Truth {
    pub(super) fn of(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }

    pub(super) fn not(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            other => other,
        }
    }

    pub(super) fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::Unknown, _) | (_, Truth::Unknown) => Truth::Unknown,
            (Truth::Null, _) | (_, Truth::Null) => Truth::Null,
            (Truth::True, Truth::True) => Truth::True,
        }
    }

    pub(super) fn or(self, other: Truth) -> Truth {
        self.not().and(other.not()).not()
    }

    pub(super) fn value(self) -> Value {
        match self {
            Truth::True => Value::Number(1),
            Truth::False => Value::Number(0),
            Truth::Null => Value::Null,
            Truth::Unknown => Value::Unknown,
        }
    }
}

impl Value {
    /// What a variable of the session holds; none if it may be one of several texts.
    pub(super) fn of_variable(text: &str) -> Value {
        match text {
            DATABASE => Value::Database,
            text if text.contains([HOLE, VARIABLE]) => Value::Unknown,
            text => Value::Text(text.to_owned()),
        }
    }

    /// As a variable of the session keeps it; none if that is not known.
    pub(super) fn for_variable(&self) -> Option<Arc<str>> {
        match self {
            Value::Database => Some(DATABASE.into()),
            other => other.text().map(Arc::from),
        }
    }

    /// As a text.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Value::Number(number) => Some(number.to_string()),
            Value::Text(text) | Value::Table(text) => Some(text.clone()),
            Value::Null | Value::Database | Value::Nobody | Value::Unknown => None,
        }
    }

    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Value::Number(number) => Some(*number),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    pub(super) fn truth(&self) -> Truth {
        match self {
            Value::Null => Truth::Null,
            other => other.number().map_or(Truth::Unknown, |number| Truth::of(number != 0)),
        }
    }

    /// Whether two are equal. Letters do not matter, as in the server's usual collations; where a text differs in marks
    /// above letters, or in spaces at its end, nobody here knows.
    pub(super) fn equals(&self, other: &Value) -> Truth {
        match (self, other) {
            (Value::Unknown, _) | (_, Value::Unknown) => Truth::Unknown,
            (Value::Null, _) | (_, Value::Null) => Truth::Null,
            (Value::Database, Value::Database) => Truth::True,
            (Value::Database, _) | (_, Value::Database) => Truth::Unknown,
            (Value::Nobody, _) | (_, Value::Nobody) => Truth::False,
            (Value::Table(one), Value::Table(two) | Value::Text(two)) | (Value::Text(one), Value::Table(two)) => {
                match one == two {
                    true => Truth::True,
                    false if one.eq_ignore_ascii_case(two) => Truth::Unknown,
                    false => Truth::False,
                }
            }
            (Value::Text(one), Value::Text(two)) => match (one.is_ascii() && two.is_ascii(), one == two) {
                (_, true) => Truth::True,
                (true, false) => Truth::of(one.trim_end().eq_ignore_ascii_case(two.trim_end())),
                (false, false) => Truth::Unknown,
            },
            (Value::Number(one), other) | (other, Value::Number(one)) => {
                other.number().map_or(Truth::Unknown, |two| Truth::of(*one == two))
            }
        }
    }

    /// Whether a text is like a pattern with `%` and `_`.
    pub(super) fn is_like(&self, pattern: &Value) -> Truth {
        match (self, pattern) {
            (Value::Null, _) | (_, Value::Null) => Truth::Null,
            (Value::Text(text), Value::Text(pattern))
                if text.is_ascii() && pattern.is_ascii() && !pattern.contains('\\') =>
            {
                Truth::of(is_like(&text.to_ascii_lowercase(), &pattern.to_ascii_lowercase()))
            }
            _ => Truth::Unknown,
        }
    }

    /// How two numbers stand to each other.
    pub(super) fn compares(&self, other: &Value, holds: impl Fn(std::cmp::Ordering) -> bool) -> Truth {
        match (self, other) {
            (Value::Null, _) | (_, Value::Null) => Truth::Null,
            // Two texts are compared as such.
            (Value::Text(_), Value::Text(_)) => Truth::Unknown,
            (one, two) => match (one.number(), two.number()) {
                (Some(one), Some(two)) => Truth::of(holds(one.cmp(&two))),
                _ => Truth::Unknown,
            },
        }
    }
}

/// Both in ASCII. A `%` takes as little as will do: what stands behind it may take the rest.
fn is_like(text: &str, pattern: &str) -> bool {
    let (text, pattern) = (text.as_bytes(), pattern.as_bytes());
    let (mut at, mut next) = (0, 0);
    // Behind the last `%`, and up to where it takes.
    let mut last: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(next) {
            Some(b'%') => {
                next += 1;
                last = Some((next, at));
            }
            Some(c) if *c == b'_' || *c == text[at] => (at, next) = (at + 1, next + 1),
            _ => {
                let Some((behind, taken)) = last else { return false };
                (at, next) = (taken + 1, behind);
                last = Some((behind, at));
            }
        }
    }
    pattern[next..].iter().all(|c| *c == b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_equal_as_far_as_it_is_known() {
        let text = |text: &str| Value::Text(text.to_owned());
        let table = |text: &str| Value::Table(text.to_owned());
        for (one, two, expected) in [
            (text("a"), text("A "), Truth::True),
            (text("a"), text("b"), Truth::False),
            (text("ä"), text("a"), Truth::Unknown),
            (table("a"), text("a"), Truth::True),
            (table("a"), text("A"), Truth::Unknown),
            (Value::Nobody, text("a"), Truth::False),
            (Value::Database, Value::Database, Truth::True),
            (Value::Database, text("app"), Truth::Unknown),
            (Value::Number(1), text("1"), Truth::True),
            (Value::Number(1), text("one"), Truth::Unknown),
            (Value::Null, text("a"), Truth::Null),
            (Value::Unknown, Value::Null, Truth::Unknown),
        ] {
            assert_eq!(one.equals(&two), expected, "{one:?} = {two:?}");
            assert_eq!(two.equals(&one), expected, "{two:?} = {one:?}");
        }
        assert_eq!(text("user_id").is_like(&text("USER%")), Truth::True);
        assert_eq!(text("user_id").is_like(&text("u__r_i")), Truth::False);
        assert_eq!(text(&"a".repeat(64)).is_like(&text(&("%a".repeat(30) + "%b"))), Truth::False);
        assert_eq!(text("abcabd").is_like(&text("%ab_")), Truth::True);
        assert_eq!(text("").is_like(&text("%%")), Truth::True);
        assert_eq!(table("user_id").is_like(&text("user%")), Truth::Unknown);
        assert_eq!(Truth::Unknown.and(Truth::False), Truth::False);
        assert_eq!(Truth::Unknown.or(Truth::True), Truth::True);
        assert_eq!(Truth::Null.or(Truth::False), Truth::Null);
        let kept = |value: Value| value.for_variable().map(|text| Value::of_variable(&text));
        assert_eq!(kept(Value::Database), Some(Value::Database));
        assert_eq!(kept(Value::Number(3)), Some(text("3")));
        assert_eq!(kept(Value::Null), None);
    }
}
