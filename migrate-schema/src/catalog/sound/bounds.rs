//! What values the partitions of a table of MySQL and MariaDB take, as far as that is written in plain values.

use std::cmp::Ordering;

use migrate_core::Dialect;

use super::refused;
use crate::catalog::Catalog;
use crate::catalog::partition::{defined, stated, to_days};
use crate::diagnostic::Diagnostic;
use crate::source::Place;
use crate::sql::{Kind, Lexer, Token};

/// A value of a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Number(i128),
    Text(String),
    Null,
    /// `MAXVALUE`
    Most,
    /// Nobody can say.
    Other,
}

/// What rows a partition takes.
enum Bound {
    /// `VALUES LESS THAN (…)`
    Below(Vec<Value>),
    /// `VALUES IN (…)`: of each several, where there are several columns.
    In(Vec<Vec<Value>>),
    /// `DEFAULT`
    Rest,
    /// None is said, or not in a way that is understood.
    Unclear,
}

/// What stands between the commas; each with its outer brackets taken off.
fn items(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let mut depth = 0u32;
    tokens.split(move |token| {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => (),
        }
        token.kind == Kind::Comma && depth == 0
    })
}

fn value(tokens: &[Token], text: &str) -> Value {
    let plain = |token: &Token| {
        let inner = token.text(text).strip_prefix('\'')?.strip_suffix('\'')?;
        (!inner.contains(['\'', '\\'])).then(|| inner.to_owned())
    };
    let number = |token: &Token| token.text(text).parse::<i128>().ok();
    let found = match tokens {
        [one] if one.is(text, "null") => Some(Value::Null),
        [one] if one.is(text, "maxvalue") => Some(Value::Most),
        [one] if one.kind == Kind::Text => plain(one).map(Value::Text),
        [one] => number(one).map(Value::Number),
        [sign, one] if sign.text(text) == "-" => number(one).map(|number| Value::Number(-number)),
        [call, open, date, close]
            if call.is(text, "to_days") && (open.kind, close.kind) == (Kind::Open, Kind::Close) =>
        {
            plain(date).and_then(|date| to_days(&date)).map(|days| Value::Number(days.into()))
        }
        _ => None,
    };
    found.unwrap_or(Value::Other)
}

impl Bound {
    fn read(item: &str, dialect: Dialect) -> Bound {
        let tokens: Vec<Token> = Lexer::new(item, 0..item.len(), dialect).collect();
        let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(item, word));
        // What is behind the brackets is no value.
        let list = |from: usize| {
            let mut depth = 0u32;
            let end = tokens[from..].iter().position(|token| {
                match token.kind {
                    Kind::Open => depth += 1,
                    Kind::Close => depth -= 1,
                    _ => (),
                }
                depth == 0
            });
            end.map_or(&[][..], |end| tokens.get(from + 1..from + end).unwrap_or_default())
        };
        match () {
            () if is(2, "default") => Bound::Rest,
            () if is(2, "values") && is(3, "less") && is(5, "maxvalue") => Bound::Below(vec![Value::Most]),
            () if is(2, "values") && is(3, "less") && tokens.len() > 5 => {
                Bound::Below(items(list(5)).map(|tokens| value(tokens, item)).collect())
            }
            () if is(2, "values") && is(3, "in") && tokens.len() > 4 => {
                let several = |tokens: &[Token]| match tokens {
                    [open, inner @ .., close] if (open.kind, close.kind) == (Kind::Open, Kind::Close) => {
                        items(inner).map(|tokens| value(tokens, item)).collect()
                    }
                    one => vec![value(one, item)],
                };
                Bound::In(items(list(4)).map(several).collect())
            }
            () => Bound::Unclear,
        }
    }
}

/// `2020-01-01`, which is ordered as a text in whatever order.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    bytes.len() == 10 && (0..10).all(|at| if matches!(at, 4 | 7) { bytes.get(at) == Some(&b'-') } else { digit(at) })
}

/// None where that depends on what is not known here.
fn compare(one: &[Value], other: &[Value]) -> Option<Ordering> {
    for pair in one.iter().zip(other) {
        let order = match pair {
            (Value::Number(one), Value::Number(other)) => one.cmp(other),
            (Value::Most, Value::Most) => Ordering::Equal,
            (Value::Most, Value::Number(_) | Value::Text(_)) => Ordering::Greater,
            (Value::Number(_) | Value::Text(_), Value::Most) => Ordering::Less,
            (Value::Text(one), Value::Text(other)) if one == other => Ordering::Equal,
            (Value::Text(one), Value::Text(other)) if is_date(one) && is_date(other) => one.cmp(other),
            _ => return None,
        };
        if order != Ordering::Equal {
            return Some(order);
        }
    }
    Some(Ordering::Equal)
}

fn shown(values: &[Value]) -> String {
    let one = |value: &Value| match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => format!("'{text}'"),
        Value::Null => "NULL".to_owned(),
        Value::Most => "MAXVALUE".to_owned(),
        Value::Other => "…".to_owned(),
    };
    values.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl Catalog {
    /// The values that partitions take, and how many there are.
    pub(super) fn check_bounds(&self, by: &str, at: Place, out: &mut Vec<Diagnostic>) {
        let Some(items) = defined(by, self.dialect) else { return };
        let problem = match stated(by, self.dialect) {
            Some(0) => Some("a table has 1 partition at least".to_owned()),
            Some(count) if !items.is_empty() && count != items.len() => {
                Some(format!("{count} partitions are said, and {} are listed", items.len()))
            }
            _ => None,
        };
        let bounds: Vec<Bound> = items.iter().map(|item| Bound::read(item, self.dialect)).collect();
        let problem = problem.map(|message| refused(at, message)).or_else(|| match by {
            _ if by.starts_with("range") => wrong_range(&bounds, by.starts_with("range columns"), at),
            _ if by.starts_with("list") => wrong_list(&bounds, at),
            _ => None,
        });
        out.extend(problem);
    }
}

fn wrong_range(bounds: &[Bound], columns: bool, at: Place) -> Option<Diagnostic> {
    let mut last: Option<&Vec<Value>> = None;
    for bound in bounds {
        let Bound::Below(values) = bound else { return None };
        if !columns && matches!(&values[..], [Value::Text(_)]) {
            let message = "the bound of a partition is a text, and a RANGE is of whole numbers";
            return Some(refused(at, message).help("write `RANGE COLUMNS (…)`"));
        }
        if let Some(last) = last {
            if last[..] == [Value::Most] {
                let message = "a partition comes behind that with MAXVALUE";
                return Some(refused(at, message).help("MAXVALUE is for the last one"));
            }
            if last.len() != values.len() {
                return Some(refused(at, "the bounds of two partitions have other numbers of values"));
            }
            if compare(last, values)? != Ordering::Less {
                let message = format!("the bound {} of a partition is not above that of the one before", shown(values));
                return Some(refused(at, message));
            }
        }
        last = Some(values);
    }
    None
}

fn wrong_list(bounds: &[Bound], at: Place) -> Option<Diagnostic> {
    let mut seen: Vec<&Vec<Value>> = Vec::new();
    let mut rest = false;
    for bound in bounds {
        match bound {
            Bound::Rest if rest => return Some(refused(at, "two partitions are DEFAULT")),
            Bound::Rest => rest = true,
            Bound::In(all) => {
                for values in all {
                    let plain = values.iter().all(|value| !matches!(value, Value::Other | Value::Most));
                    if plain && seen.contains(&values) {
                        let message = format!("the value {} stands twice in the partitions", shown(values));
                        return Some(refused(at, message).help("take one of them out"));
                    }
                    seen.push(values);
                }
            }
            Bound::Below(_) | Bound::Unclear => (),
        }
    }
    None
}

/// Ranges that are divided anew are as long as before, but for the last one of the table, which may grow.
pub(super) fn other_range(gone: &[&str], last: bool, new: &[&str], dialect: Dialect) -> bool {
    let end = |items: &[&str]| match items.last().map(|item| Bound::read(item, dialect)) {
        Some(Bound::Below(values)) => Some(values),
        _ => None,
    };
    let (Some(before), Some(after)) = (end(gone), end(new)) else { return false };
    match compare(&after, &before) {
        None => false,
        Some(Ordering::Greater) => !last,
        Some(order) => order == Ordering::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_wrong(by: &str) -> bool {
        let catalog = Catalog::new(Dialect::MariaDb, []);
        let mut out = Vec::new();
        catalog.check_bounds(by, Place::nowhere(), &mut out);
        !out.is_empty()
    }

    #[test]
    fn bounds_go_up() {
        assert!(!is_wrong("range(a)(partition x values less than(-3), partition y values less than(10))"));
        assert!(is_wrong("range(a)(partition x values less than(-3), partition y values less than(-4))"));
        assert!(!is_wrong("range columns(a)(partition x values less than('b'), partition y values less than('C'))"));
        assert!(is_wrong("range columns(a)(partition x values less than('b'), partition y values less than('b'))"));
        assert!(!is_wrong(
            "range columns(a, b)(partition x values less than(1, 5), partition y values less than(2, 4))"
        ));
        assert!(is_wrong(
            "range columns(a, b)(partition x values less than(1, 5), partition y values less than(1, 4))"
        ));
        assert!(!is_wrong("range(a)(partition x values less than(f(1)), partition y values less than(1))"));
    }

    #[test]
    fn values_stand_in_one_partition() {
        assert!(!is_wrong("list(a)(partition x values in(1, null), partition y values in(2))"));
        assert!(is_wrong("list(a)(partition x values in(1, null), partition y values in(2, null))"));
        assert!(!is_wrong("list columns(a, b)(partition x values in((1, 2), (2, 1)))"));
        assert!(is_wrong("list columns(a, b)(partition x values in((1, 2)), partition y values in((2, 2), (1, 2)))"));
        assert!(is_wrong("list(a)(partition x default, partition y default)"));
    }

    #[test]
    fn partitions_are_as_many_as_is_said() {
        assert!(is_wrong("hash(a) partitions 3(partition x, partition y)"));
        assert!(!is_wrong("hash(a) partitions 2(partition x, partition y)"));
        assert!(is_wrong("hash(a) partitions 0"));
    }
}
