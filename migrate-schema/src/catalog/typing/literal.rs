//! Whether a text in quotes can be a value of a type. Where that is not certain, it can.

/// Whether the text surely is no value of the type.
pub(in crate::catalog) fn refused(ty: &str, text: &str) -> bool {
    let trimmed = text.trim();
    let lower = trimmed.to_ascii_lowercase();
    let digits = lower.trim_start_matches(['-', '+']);
    let has_digit = lower.bytes().any(|byte| byte.is_ascii_digit());
    match ty {
        "smallint" | "integer" | "bigint" => !is_whole(ty, &lower, digits),
        "numeric" | "real" | "double precision" => !is_number(digits) && !matches!(digits, "nan" | "inf" | "infinity"),
        "boolean" => {
            lower.is_empty()
                || !(["true", "false", "yes", "no"].iter().any(|word| word.starts_with(&*lower))
                    || matches!(&*lower, "on" | "off" | "of" | "1" | "0"))
        }
        "date" | "timestamp" | "timestamp with time zone" => {
            let special = ["now", "today", "tomorrow", "yesterday", "epoch", "infinity", "-infinity", "allballs"];
            let plain = lower.bytes().all(|byte| byte.is_ascii_alphabetic());
            let known = match plain {
                true => special.contains(&&*lower),
                false => special.iter().any(|word| lower.contains(word)),
            };
            !has_digit && !known || is_no_day(&lower) || is_span(&lower)
        }
        "time" | "time with time zone" => {
            is_span(&lower) || !has_digit && !matches!(&*lower, "now" | "allballs") || {
                let hour = lower.split(':').next().unwrap_or_default();
                lower.contains(':') && hour.len() == 2 && hour.parse::<u8>().is_ok_and(|hour| hour > 24)
            }
        }
        "interval" => !has_digit && !matches!(digits, "infinity" | "inf") || is_no_span(digits),
        "uuid" => {
            let hex = lower.chars().filter(char::is_ascii_hexdigit).count();
            hex != 32 || lower.contains(|c: char| !c.is_ascii_hexdigit() && !matches!(c, '-' | '{' | '}'))
        }
        "json" | "jsonb" => !Json { text: trimmed.as_bytes(), at: 0 }.reads(),
        "inet" => !has_digit && !lower.contains(':') || is_no_address(&lower),
        "cidr" => !has_digit && !lower.contains(':'),
        "bytea" => match lower.strip_prefix("\\x") {
            Some(hex) => hex.contains(|c: char| !c.is_ascii_hexdigit() && !c.is_whitespace()),
            None => false,
        },
        "bit" | "bit varying" => match lower.strip_prefix('x') {
            Some(hex) => hex.contains(|c: char| !c.is_ascii_hexdigit()),
            None => lower.strip_prefix('b').unwrap_or(&lower).contains(|c| !matches!(c, '0' | '1')),
        },
        "point" => !lower.contains(','),
        "macaddr" | "macaddr8" => lower.contains(|c: char| !c.is_ascii_hexdigit() && !matches!(c, ':' | '-' | '.')),
        "int4range" | "int8range" | "numrange" | "tsrange" | "tstzrange" | "daterange" => {
            lower != "empty"
                && (!(lower.starts_with(['(', '[']) && lower.ends_with([')', ']']) && lower.contains(','))
                    || is_no_range(ty, &lower[1..lower.len() - 1]))
        }
        _ => false,
    }
}

/// Whether the text surely is no array.
pub(super) fn is_no_array(text: &str) -> bool {
    let text = text.trim();
    !(text.starts_with('{') || text.starts_with('[') && text.contains("={"))
}

/// Whether one of the elements surely is no value of the type. What is nested or quoted is not looked into.
pub(super) fn has_no_elements(element: &str, text: &str) -> bool {
    let Some(inner) = text.trim().strip_prefix('{').and_then(|text| text.strip_suffix('}')) else { return false };
    if inner.trim().is_empty() || inner.contains(['{', '}', '"', '\\']) {
        return false;
    }
    let mut elements = inner.split(',').map(str::trim);
    elements.any(|own| own.is_empty() || !own.eq_ignore_ascii_case("null") && refused(element, own))
}

/// What stands in a range, without its brackets: a bound that is no value, or the lower above the upper.
fn is_no_range(ty: &str, inner: &str) -> bool {
    let element = match ty {
        "int4range" => "integer",
        "int8range" => "bigint",
        "numrange" => "numeric",
        "daterange" => "date",
        "tsrange" => "timestamp",
        _ => "timestamp with time zone",
    };
    let Some((from, to)) = inner.split_once(',').filter(|_| !inner.contains(['"', '\\'])) else { return false };
    if to.contains(',') {
        return true;
    }
    let (from, to) = (from.trim(), to.trim());
    if [from, to].iter().any(|bound| !bound.is_empty() && refused(element, bound)) {
        return true;
    }
    let day = |text: &str| text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match (from.parse::<f64>(), to.parse::<f64>()) {
        (Ok(from), Ok(to)) => from > to && matches!(ty, "int4range" | "int8range" | "numrange"),
        _ => day(from) && day(to) && from > to,
    }
}

fn is_whole(ty: &str, lower: &str, digits: &str) -> bool {
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        // `0x1f` and `1_000` are read by newer servers.
        return digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && digits.contains(['x', 'o', 'b', '_']);
    }
    let Ok(number) = lower.trim_start_matches('+').parse::<i128>() else { return false };
    let (least, most) = match ty {
        "smallint" => (i128::from(i16::MIN), i128::from(i16::MAX)),
        "integer" => (i128::from(i32::MIN), i128::from(i32::MAX)),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    };
    (least..=most).contains(&number)
}

/// `1 dy`, `1 day 2 hrz`: numbers with units behind them, of which one is none.
fn is_no_span(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let letters = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let pairs = words.chunks_exact(2);
    let plain = pairs.remainder().is_empty() && pairs.clone().all(|pair| digits(pair[0]) && letters(pair[1]));
    plain && words.chunks_exact(2).any(|pair| is_no_unit(pair[1]))
}

/// A number as one of the servers reads it: newer ones know `0x1f` and `1_000`.
fn is_number(digits: &str) -> bool {
    let other = digits.starts_with('0') && digits[1..].starts_with(['x', 'o', 'b']);
    let known = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | '+' | '-' | '_');
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') && (other || digits.chars().all(known))
}

fn is_no_unit(unit: &str) -> bool {
    let long = ["microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];
    let longer = ["decade", "century", "centuries", "millennium", "millennia", "mil", "cent"];
    let short =
        ["us", "usec", "ms", "msec", "s", "sec", "m", "min", "h", "hr", "d", "w", "mon", "qtr", "y", "yr", "c", "dec"];
    let others = ["ago", "useconds", "msecond", "mseconds", "timezone", "tz"];
    let single = unit.strip_suffix('s').unwrap_or(unit);
    let known = |list: &[&str]| list.contains(&unit) || list.contains(&single);
    // What begins like a unit may be cut by the server.
    !known(&long) && !known(&longer) && !known(&short) && !known(&others) && unit.len() < 10
}

/// `1.2.3`: four numbers below 256, and maybe the length of the network.
fn is_no_address(text: &str) -> bool {
    let address = text.split('/').next().unwrap_or_default();
    if address.is_empty() || !address.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return false;
    }
    let parts: Vec<&str> = address.split('.').collect();
    parts.len() != 4 && !text.contains('/') || parts.iter().any(|part| part.parse::<u16>().is_ok_and(|part| part > 255))
}

/// `2020-13-01`, `2021-02-29`
/// Numbers and words for spans of time in turn: `7 days`, `1 hour 30 minutes ago`.
pub(super) fn is_span(lower: &str) -> bool {
    const UNITS: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];
    let words: Vec<&str> = lower.trim_end_matches(" ago").split_ascii_whitespace().collect();
    let unit = |word: &str| UNITS.contains(&word.strip_suffix('s').unwrap_or(word));
    !words.is_empty()
        && words.chunks(2).all(|pair| matches!(pair, [number, word] if number.parse::<i32>().is_ok() && unit(word)))
}

fn is_no_day(text: &str) -> bool {
    // `2020-01` lacks its day.
    let month = |text: &str| {
        text.len() == 7
            && text.split_once('-').is_some_and(|(year, month)| {
                year.len() == 4 && month.len() == 2 && [year, month].iter().all(|part| part.parse::<u32>().is_ok())
            })
    };
    if month(text) {
        return true;
    }
    let Some(day) = text.get(..10) else { return false };
    let mut parts = day.split('-').map(|part| (part.len(), part.parse::<u32>()));
    let (Some((4, Ok(year))), Some((2, Ok(month))), Some((2, Ok(day)))) = (parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    month == 0 || month > 12 || day == 0 || day > days
}

/// Reads a text of JSON.
struct Json<'t> {
    text: &'t [u8],
    at: usize,
}

impl Json<'_> {
    fn reads(mut self) -> bool {
        let whole = self.value(0);
        self.space();
        whole && self.at == self.text.len()
    }

    fn space(&mut self) {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        self.space();
        let is = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(is);
        is
    }

    fn value(&mut self, depth: u32) -> bool {
        self.space();
        // What is deeper is not looked at, and the rest neither.
        if depth > 100 {
            self.at = self.text.len();
            return true;
        }
        match self.text.get(self.at) {
            Some(b'{') => self.list(b'}', depth, true),
            Some(b'[') => self.list(b']', depth, false),
            Some(b'"') => self.string(),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => ["true", "false", "null"].iter().any(|word| {
                let is = self.text[self.at..].starts_with(word.as_bytes());
                self.at += if is { word.len() } else { 0 };
                is
            }),
        }
    }

    fn list(&mut self, close: u8, depth: u32, named: bool) -> bool {
        self.at += 1;
        if self.eat(close) {
            return true;
        }
        loop {
            if named {
                self.space();
                if !(self.text.get(self.at) == Some(&b'"') && self.string() && self.eat(b':')) {
                    return false;
                }
            }
            if !self.value(depth + 1) {
                return false;
            }
            if self.eat(close) {
                return true;
            }
            if !self.eat(b',') {
                return false;
            }
        }
    }

    fn string(&mut self) -> bool {
        self.at += 1;
        while let Some(byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => return true,
                b'\\' => self.at += 1,
                _ => (),
            }
        }
        false
    }

    fn number(&mut self) -> bool {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9'))
        {
            self.at += 1;
        }
        std::str::from_utf8(&self.text[start..self.at]).is_ok_and(|text| text.parse::<f64>().is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_values_or_not() {
        for (ty, good, bad) in [
            ("integer", &["1", " -5 ", "0x1f"][..], &["", "abc", "1.5", "3000000000", "-"][..]),
            ("numeric", &["1.5e3", "-.5", "NaN", "0x1F", "1_000"], &["1,50", "1 point", "1a", ""]),
            ("boolean", &["t", "YES", "off", "1"], &["maybe", "", "2"]),
            (
                "date",
                &["2020-01-31", "today", "Jan 8, 1999", "2024-02-29", "20200101"],
                &["hello", "2020-13-01", "2021-02-29", ""],
            ),
            ("uuid", &["a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"], &["x", ""]),
            (
                "jsonb",
                &["{}", "[1, 2.5e3, {\"a\": null}]", "\"x\\\"y\"", " 5 "],
                &["", "{a: 1}", "[1, 2", "x", "{\"a\"}"],
            ),
            ("inet", &["::1", "127.0.0.1"], &["localhost"]),
            ("interval", &["1 day", "P1D"], &["day", ""]),
        ] {
            for text in good {
                assert!(!refused(ty, text), "{ty} {text:?}");
            }
            for text in bad {
                assert!(refused(ty, text), "{ty} {text:?}");
            }
        }
        for (text, bad) in [("{1,x}", true), ("{1, null}", false), ("{}", false), ("{{1}}", false), ("{1,}", true)] {
            assert_eq!(has_no_elements("integer", text), bad, "{text}");
        }
        for (text, bad) in [("[1,5)", false), ("[5,1)", true), ("(,)", false), ("[x,2]", true), ("empty", false)] {
            assert_eq!(refused("int4range", text), bad, "{text}");
        }
        assert!(refused("daterange", "[2020-01-05,2020-01-01]") && !refused("daterange", "[2020-01-05,infinity)"));
        assert!(is_no_array("1,2") && !is_no_array(" {1}") && !is_no_array("[0:1]={1,2}"));
    }
}
