//! What PostgreSQL keeps of a text that is a value of a type: the form in which it prints it.

use std::net::IpAddr;

/// The value as it is printed; none where the text is printed as it is, or is no such value.
pub(super) fn kept(text: &str, base: &str) -> Option<String> {
    match base {
        "bytea" => bytes(text),
        "uuid" => uuid(text),
        "inet" => address(text, false),
        "cidr" => address(text, true),
        "macaddr" => hardware(text),
        "point" => point(text),
        "int4range" | "int8range" | "numrange" | "daterange" | "tsrange" | "tstzrange" => range(text, base),
        "int4multirange" | "int8multirange" | "nummultirange" | "datemultirange" | "tsmultirange"
        | "tstzmultirange" => multirange(text, base),
        _ => None,
    }
}

/// The items of an array without the spaces around them.
pub(super) fn without_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for c in text.trim().chars() {
        let delimiter = !quoted && !escaped && matches!(c, '{' | '}' | ',');
        if delimiter && c != '{' {
            out.truncate(out.trim_end_matches(' ').len());
        }
        let leading = c == ' ' && !quoted && !escaped && out.ends_with(['{', ',']);
        if !leading {
            out.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    out
}

/// Bytes, however they are written, as hexadecimal digits.
fn bytes(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_prefix("\\x") {
        let digits: String = digits.split_ascii_whitespace().collect();
        let whole = digits.len().is_multiple_of(2) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return whole.then(|| format!("\\x{}", digits.to_ascii_lowercase()));
    }
    let mut out = "\\x".to_owned();
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let (byte, behind) = match (first, behind) {
            (b'\\', [b'\\', behind @ ..]) => (b'\\', behind),
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', behind @ ..]) => {
                ((a - b'0') * 64 + (b - b'0') * 8 + (c - b'0'), behind)
            }
            (b'\\', _) => return None,
            (byte, behind) => (byte, behind),
        };
        out.push_str(&format!("{byte:02x}"));
        rest = behind;
    }
    Some(out)
}

fn digits_of(text: &str, between: &[char], count: usize) -> Option<String> {
    let digits: String = text.chars().filter(|c| !between.contains(c)).collect::<String>().to_ascii_lowercase();
    (digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(digits)
}

fn uuid(text: &str) -> Option<String> {
    let digits = digits_of(text.trim(), &['-', '{', '}'], 32)?;
    let cut = [0..8, 8..12, 12..16, 16..20, 20..32];
    Some(cut.into_iter().map(|part| &digits[part]).collect::<Vec<_>>().join("-"))
}

fn hardware(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split([':', '-']).collect();
    if parts.len() == 6 {
        // Each may be one digit.
        let part = |part: &&str| u8::from_str_radix(part, 16).ok().map(|byte| format!("{byte:02x}"));
        return parts.iter().map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join(":"));
    }
    let digits = digits_of(text.trim(), &['-', ':', '.'], 12)?;
    Some((0..6).map(|at| &digits[at * 2..at * 2 + 2]).collect::<Vec<_>>().join(":"))
}

/// An address, or a network, which may leave out what is nothing and always says how long it is.
fn address(text: &str, network: bool) -> Option<String> {
    let (address, bits) = match text.trim().split_once('/') {
        Some((address, bits)) => (address, Some(bits.parse::<u8>().ok()?)),
        None => (text.trim(), None),
    };
    let mut whole = address.to_owned();
    if network && bits.is_some() && !address.contains(':') {
        while whole.matches('.').count() < 3 {
            whole.push_str(".0");
        }
    }
    let address: IpAddr = whole.parse().ok()?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(most);
    Some(if bits == most && !network { address.to_string() } else { format!("{address}/{bits}") })
}

fn point(text: &str) -> Option<String> {
    let inner = text.trim();
    let inner = inner.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(inner);
    let (x, y) = inner.split_once(',')?;
    let (x, y): (f64, f64) = (x.trim().parse().ok()?, y.trim().parse().ok()?);
    Some(format!("({x},{y})"))
}

/// A range; one of whole numbers has its lower end and not its upper one.
fn range(text: &str, base: &str) -> Option<String> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("empty") {
        return Some("empty".to_owned());
    }
    let lower_in = text.starts_with('[');
    let upper_in = text.ends_with(']');
    let inner = text.strip_prefix(['[', '('])?.strip_suffix([']', ')'])?;
    let (lower, upper) = inner.split_once(',')?;
    let (lower, upper) = (lower.trim(), upper.trim());
    if !base.starts_with("int") {
        let zoned = base.starts_with("tstz");
        let plain = |end: &str| super::time::moment(&super::time::day(end.trim_matches('"')), zoned);
        let (open, close) = (if lower_in { '[' } else { '(' }, if upper_in { ']' } else { ')' });
        return Some(format!("{open}{},{}{close}", plain(lower), plain(upper)));
    }
    let number = |end: &str, more: bool| -> Option<Option<i64>> {
        if end.is_empty() {
            return Some(None);
        }
        end.parse::<i64>().ok()?.checked_add(i64::from(more)).map(Some)
    };
    let (from, to) = (number(lower, !lower_in)?, number(upper, upper_in)?);
    if from.zip(to).is_some_and(|(from, to)| from >= to) {
        return Some("empty".to_owned());
    }
    let shown = |end: Option<i64>| end.map(|end| end.to_string()).unwrap_or_default();
    Some(format!("{}{},{})", if from.is_some() { '[' } else { '(' }, shown(from), shown(to)))
}

fn multirange(text: &str, base: &str) -> Option<String> {
    let mut rest = text.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let mut ranges = Vec::new();
    while !rest.is_empty() {
        let end = rest.find([']', ')'])?;
        ranges.push(range(&rest[..=end], base)?);
        rest = rest[end + 1..].trim_start().trim_start_matches(',').trim_start();
    }
    Some(format!("{{{}}}", ranges.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_the_server_prints() {
        let kept = |text, base| kept(text, base).unwrap_or_default();
        assert_eq!(kept("", "bytea"), "\\x");
        assert_eq!(kept("a\\000\\\\", "bytea"), "\\x61005c");
        assert_eq!(kept("\\xDE ad", "bytea"), "\\xdead");
        assert_eq!(kept("{A0EEBC99-9C0B4EF8-BB6D-6BB9BD380A11}", "uuid"), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        assert_eq!(kept("10.0.0.1/32", "inet"), "10.0.0.1");
        assert_eq!(kept("10/8", "cidr"), "10.0.0.0/8");
        assert_eq!(kept("08-00-2B-01-02-03", "macaddr"), "08:00:2b:01:02:03");
        assert_eq!(kept("8:0:2b:1:2:3", "macaddr"), "08:00:2b:01:02:03");
        assert_eq!(kept("0800.2b01.0203", "macaddr"), "08:00:2b:01:02:03");
        assert_eq!(kept("[1,5]", "int4range"), "[1,6)");
        assert_eq!(kept("(,5]", "int8range"), "(,6)");
        assert_eq!(kept("[3,3)", "int4range"), "empty");
        assert_eq!(kept("{[1,3], [5,6)}", "int4multirange"), "{[1,4),[5,6)}");
        assert_eq!(without_spaces("{a, b ,\"c , d\"}"), "{a,b,\"c , d\"}");
    }
}
