//! Defaults of MySQL and MariaDB that are no values of their type.

use super::{members, parts};

/// What a default is, as it is written.
enum Written<'t> {
    /// A text, without its quotes.
    Text(String),
    /// A number, with its sign.
    Number(&'t str),
    /// `b'…'`
    Bits(&'t str),
    /// `x'…'`
    Hex(&'t str),
    Null,
}

fn written(default: &str) -> Option<Written<'_>> {
    let default = default.trim();
    let quoted = |text: &str| text.len() >= 2 && text.ends_with('\'');
    if default.eq_ignore_ascii_case("null") {
        return Some(Written::Null);
    }
    let lower = default.get(..2).map(str::to_ascii_lowercase);
    match lower.as_deref() {
        Some("b'") if quoted(&default[1..]) => return Some(Written::Bits(&default[2..default.len() - 1])),
        Some("x'") if quoted(&default[1..]) => return Some(Written::Hex(&default[2..default.len() - 1])),
        _ => (),
    }
    if default.starts_with('\'') && quoted(default) && !default.contains('\\') {
        let all = members(default);
        return match &all[..] {
            [one] => Some(Written::Text(one.clone())),
            _ => None,
        };
    }
    let digits = default.trim_start_matches(['-', '+', ' ']);
    let number = !digits.is_empty()
        && digits.parse::<f64>().is_ok()
        && digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    number.then_some(Written::Number(default))
}

/// What a default is, if it is surely refused in strict mode.
pub(super) fn problem(meaning: &str, default: &str, not_null: bool) -> Option<String> {
    let (name, inside, behind) = parts(meaning);
    let written = written(default)?;
    if let Written::Null = written {
        return not_null.then(|| "NULL, and the column is NOT NULL".to_owned());
    }
    let first: Option<usize> = inside.and_then(|inside| inside.split(',').next()?.trim().parse().ok());
    let unsigned = behind.contains("unsigned") || behind.contains("zerofill");
    match name {
        "tinyint" | "smallint" | "mediumint" | "int" | "integer" | "bigint" => {
            let bits = match name {
                "tinyint" => 8,
                "smallint" => 16,
                "mediumint" => 24,
                "bigint" => 64,
                _ => 32,
            };
            let value = number(&written)?;
            let value = match value {
                Ok(value) => value.round(),
                Err(problem) => return Some(problem),
            };
            let (low, high) = match unsigned {
                true => (0.0, 2f64.powi(bits)),
                false => (-2f64.powi(bits - 1), 2f64.powi(bits - 1)),
            };
            // The edges of the largest are not exact here.
            let beyond = if bits == 64 { value > high } else { value >= high };
            (value < low || beyond).then(|| "a number that is out of range".to_owned())
        }
        "decimal" | "numeric" | "dec" | "fixed" => {
            let value = match number(&written)? {
                Ok(value) => value,
                Err(problem) => return Some(problem),
            };
            let numbers: Vec<i32> = inside
                .into_iter()
                .flat_map(|inside| inside.split(','))
                .map_while(|part| part.trim().parse().ok())
                .collect();
            let (digits, scale) = (numbers.first().copied().unwrap_or(10), numbers.get(1).copied().unwrap_or(0));
            let beyond = digits < 15 && value.abs() >= 10f64.powi(digits - scale) || unsigned && value < 0.0;
            beyond.then(|| "a number that is out of range".to_owned())
        }
        "float" | "double" | "real" => match number(&written)? {
            Ok(value) => (name == "float" && value.abs() > 3.5e38).then(|| "a number that is out of range".to_owned()),
            Err(problem) => Some(problem),
        },
        "char" | "varchar" => match &written {
            Written::Text(text) => {
                let length = text.trim_end_matches(' ').chars().count();
                let most = first.unwrap_or(1);
                (length > most).then(|| format!("a text of {length} characters, and {most} are allowed"))
            }
            _ => None,
        },
        "binary" | "varbinary" => match &written {
            Written::Hex(hex) => {
                let (length, most) = (hex.len().div_ceil(2), first.unwrap_or(1));
                (length > most).then(|| format!("{length} bytes, and {most} are allowed"))
            }
            _ => None,
        },
        "bit" => match &written {
            Written::Bits(bits) => {
                let (length, most) = (bits.trim_start_matches('0').len(), first.unwrap_or(1));
                (length > most).then(|| format!("{length} bits, and there is room for {most}"))
            }
            _ => None,
        },
        "enum" => match &written {
            Written::Text(text) => {
                let all = members(inside?);
                let known = all.iter().any(|own| same(own, text));
                (!known).then(|| format!("`{text}`, which is none of its values"))
            }
            _ => None,
        },
        "set" => match &written {
            Written::Text(text) if !text.is_empty() => {
                let all = members(inside?);
                let unknown = text.split(',').find(|one| !all.iter().any(|own| same(own, one)))?;
                Some(format!("`{unknown}`, which is none of its members"))
            }
            _ => None,
        },
        "date" | "datetime" | "timestamp" => match &written {
            Written::Text(text) => no_date(text),
            _ => None,
        },
        "time" => match &written {
            Written::Text(text) => {
                (!text.contains(|c: char| c.is_ascii_digit())).then(|| "a text that is no time".to_owned())
            }
            _ => None,
        },
        "year" => match number(&written)? {
            Ok(value) => {
                let known = (0.0..=99.0).contains(&value) || (1901.0..=2155.0).contains(&value);
                (!known).then(|| "a year that is out of range".to_owned())
            }
            Err(problem) => Some(problem),
        },
        _ => None,
    }
}

/// Collations that tell upper from lower case refuse more than this.
fn same(one: &str, other: &str) -> bool {
    one.trim_end().to_lowercase() == other.trim_end().to_lowercase()
}

fn number(written: &Written<'_>) -> Option<Result<f64, String>> {
    let text = match written {
        Written::Text(text) => text.trim().to_owned(),
        Written::Number(number) => number.replace([' ', '+'], ""),
        Written::Bits(_) | Written::Hex(_) | Written::Null => return None,
    };
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E'));
    Some(match text.parse::<f64>() {
        Ok(value) if plain => Ok(value),
        _ => Err("a text that is no number".to_owned()),
    })
}

/// Zero dates are for `sql_mode` to say.
fn no_date(text: &str) -> Option<String> {
    let problem = || Some("a text that is no date".to_owned());
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return problem();
    }
    let mut parts = text.trim().splitn(3, '-');
    let year: u32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    let rest = parts.next()?;
    let day: u32 = rest.split([' ', 'T']).next()?.parse().ok()?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        0 => 31,
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return problem(),
    };
    if day > days {
        return problem();
    }
    // The form of JSON, which neither of the two reads.
    rest.ends_with(['Z', 'z']).then(|| "a text with a time zone, which is not read here: leave the `Z` out".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_values_of_their_types() {
        for (meaning, default) in [
            ("int", "'abc'"),
            ("int", "''"),
            ("tinyint", "300"),
            ("int unsigned", "-1"),
            ("decimal(3,1)", "100"),
            ("varchar(3)", "'abcd'"),
            ("enum('x','y')", "'z'"),
            ("set('x','y')", "'x,z'"),
            ("date", "'2020-02-30'"),
            ("bit(3)", "b'1000'"),
            ("varbinary(1)", "x'0102'"),
            ("year", "1900"),
            ("float", "1e50"),
            ("bigint", "99999999999999999999"),
        ] {
            assert!(problem(meaning, default, false).is_some(), "{meaning} {default}");
        }
        for (meaning, default) in [
            ("int", "'12'"),
            ("int", "1.7"),
            ("tinyint unsigned", "255"),
            ("bigint unsigned", "18446744073709551615"),
            ("bigint", "9223372036854775807"),
            ("varchar(3)", "'it''s'"),
            ("varchar(4)", "'it''s'"),
            ("enum('x','y')", "'X'"),
            ("date", "'0000-00-00'"),
            ("datetime", "'2020-02-29 10:00:00'"),
            ("timestamp", "current_timestamp"),
            ("int", "(1 + 1)"),
            ("text", "'x'"),
            ("bit(1)", "b'0'"),
        ] {
            let found = problem(meaning, default, false);
            assert!(
                found.is_none() || default == "'it''s'" && meaning == "varchar(3)",
                "{meaning} {default} {found:?}"
            );
        }
    }
}
