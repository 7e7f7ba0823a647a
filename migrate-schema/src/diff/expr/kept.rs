//! What MySQL and MariaDB keep of a default that is a literal: a value of the column's type, however it is written.

/// The value as the server would show it, without quotes; none where it is kept as it is written. `quoted`: it is written as a
/// text.
pub(super) fn kept(value: &str, quoted: bool, ty: &str) -> Option<String> {
    let (base, inner) = ty
        .split_once('(')
        .map_or((ty, ""), |(base, rest)| (base, rest.rsplit_once(')').map_or(rest, |(inner, _)| inner)));
    match base.split(' ').next().unwrap_or(base) {
        "binary" | "varbinary" | "tinyblob" | "blob" | "mediumblob" | "longblob" => {
            let bytes = if quoted { Some(unescaped(value)) } else { of_hexadecimal(value) };
            bytes.map(|bytes| in_hexadecimal(&bytes, base == "binary"))
        }
        "bit" if !quoted => value.parse().ok().or_else(|| of_digits(value)).map(bits),
        "date" => date_and_time(value).map(|(date, _)| date),
        "datetime" | "timestamp" => date_and_time(value).map(|(date, time)| format!("{date} {}", cut(&time, inner))),
        "time" => clock(value).map(|time| cut(&time, inner)),
        "year" => year(value, quoted),
        "set" if quoted => members_of(value, &members(inner)),
        "enum" if quoted => same_letters(value, &members(inner)),
        "char" if quoted => value.ends_with(' ').then(|| value.trim_end_matches(' ').to_owned()),
        "uuid" if quoted => Some(value.to_ascii_lowercase()),
        "decimal" => rounded(value, inner.split_once(',').map_or(0, |(_, scale)| scale.trim().parse().unwrap_or(0))),
        "tinyint" | "smallint" | "mediumint" | "int" | "bigint" if value.contains('.') => rounded(value, 0),
        "tinyint" | "smallint" | "mediumint" | "int" | "bigint" if !quoted => {
            of_digits(value).map(|value| value.to_string())
        }
        _ => None,
    }
}

/// `5`, `b'0101'` and `0x05` are one value.
pub(super) fn bits(value: u64) -> String {
    format!("b'{value:b}'")
}

/// The value of `b'0101'`.
pub(super) fn of_bits(written: &str) -> Option<u64> {
    let digits = written.strip_prefix(['b', 'B']).and_then(|rest| rest.strip_prefix('\'')?.strip_suffix('\''));
    u64::from_str_radix(digits.or_else(|| written.strip_prefix("0b"))?, 2).ok()
}

/// The value of `0b0101`, or of `0x05`.
fn of_digits(written: &str) -> Option<u64> {
    of_bits(written).or_else(|| u64::from_str_radix(written.strip_prefix("0x")?, 16).ok())
}

/// The bytes of `X'00FF'` or `0x00FF`.
fn of_hexadecimal(written: &str) -> Option<Vec<u8>> {
    let quoted = written.strip_prefix(['x', 'X']).and_then(|rest| rest.strip_prefix('\'')?.strip_suffix('\''));
    let digits = quoted.or_else(|| written.strip_prefix("0x"))?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digits = if digits.len() % 2 == 1 { format!("0{digits}") } else { digits.to_owned() };
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok()).collect()
}

/// The bytes of a text as it stands between quotes.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = text.bytes();
    let mut meant = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        meant.push(match byte {
            b'\\' => match bytes.next() {
                Some(b'0') => 0,
                Some(b'b') => 8,
                Some(b't') => b'\t',
                Some(b'n') => b'\n',
                Some(b'r') => b'\r',
                Some(b'Z') => 26,
                Some(other) => other,
                None => b'\\',
            },
            other => other,
        });
    }
    meant
}

/// Bytes as they are compared; the server fills those of a column of one length with zeros.
fn in_hexadecimal(bytes: &[u8], filled: bool) -> String {
    let zeros = if filled { bytes.iter().rev().take_while(|byte| **byte == 0).count() } else { 0 };
    let digits: String = bytes[..bytes.len() - zeros].iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

/// The values between the brackets of `ENUM` and `SET`.
fn members(inner: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = inner.trim();
    while let Some(text) = rest.strip_prefix('\'') {
        let mut value = String::new();
        let mut chars = text.char_indices().peekable();
        let mut end = text.len();
        while let Some((at, c)) = chars.next() {
            if c != '\'' {
                value.push(c);
            } else if chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
                value.push('\'');
            } else {
                end = at + 1;
                break;
            }
        }
        found.push(value);
        rest = text.get(end..).unwrap_or_default().trim_start_matches([',', ' ']);
    }
    found
}

/// Several members in the order of the type.
fn members_of(value: &str, all: &[String]) -> Option<String> {
    let mut places = Vec::new();
    for part in value.split(',').filter(|part| !part.is_empty()) {
        let same = |member: &String| member.to_lowercase() == part.trim_end().to_lowercase();
        places.push(all.iter().position(same)?);
    }
    places.sort_unstable();
    places.dedup();
    Some(places.into_iter().map(|place| all[place].as_str()).collect::<Vec<_>>().join(","))
}

/// One member as the type writes it.
fn same_letters(value: &str, all: &[String]) -> Option<String> {
    let exactly = all.iter().find(|member| *member == value);
    let same = |member: &&String| member.to_lowercase() == value.trim_end().to_lowercase();
    exactly.or_else(|| all.iter().find(same)).cloned()
}

/// Two digits are a year between 1970 and 2069; the number 0 is no year.
fn year(value: &str, quoted: bool) -> Option<String> {
    let number: u32 = value.trim().parse().ok()?;
    Some(match number {
        0 if !quoted || value.trim().len() == 4 => "0".to_owned(),
        0..=69 => (2000 + number).to_string(),
        70..=99 => (1900 + number).to_string(),
        other => other.to_string(),
    })
}

/// `2020-1-5 10:20`, `20200105102000`, `20-01-05`: the date, and the time with its seconds.
fn date_and_time(value: &str) -> Option<(String, String)> {
    let text = value.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = whole.bytes().all(|byte| byte.is_ascii_digit());
    if digits && !whole.is_empty() && whole.bytes().chain(part.bytes()).all(|byte| byte == b'0') {
        // `DEFAULT 0` is no date.
        return Some(("0000-00-00".to_owned(), "00:00:00".to_owned()));
    }
    let (date, time) = match whole.len() {
        14 if digits => (whole[..8].to_owned(), whole[8..].to_owned()),
        12 if digits => (whole[..6].to_owned(), whole[6..].to_owned()),
        8 | 6 if digits => (whole.to_owned(), String::new()),
        _ if digits => return None,
        _ => {
            let (date, time) = whole.split_once([' ', 'T']).unwrap_or((whole, ""));
            (date.to_owned(), time.trim().to_owned())
        }
    };
    let parts = |text: &str, first: usize| -> Option<Vec<u32>> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() > 2 {
            let (head, rest) = text.split_at_checked(first)?;
            let rest = (0..rest.len()).step_by(2).map(|at| rest.get(at..at + 2)?.parse().ok());
            return std::iter::once(head.parse().ok()).chain(rest).collect();
        }
        text.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().ok()).collect()
    };
    let date = parts(&date, if date.len() == 6 { 2 } else { 4 })?;
    let [year, month, day] = date[..] else { return None };
    let short = whole
        .split(|c: char| !c.is_ascii_digit())
        .next()
        .is_some_and(|first| first.len() == 2 || digits && matches!(whole.len(), 6 | 12));
    let year = match year {
        0..=69 if short => 2000 + year,
        70..=99 if short => 1900 + year,
        year => year,
    };
    let time = if time.is_empty() { Vec::new() } else { parts(&time, 2)? };
    if time.len() > 3 {
        return None;
    }
    let at = |place: usize| time.get(place).copied().unwrap_or_default();
    let part = part.trim_end_matches('0');
    let part = if part.is_empty() { String::new() } else { format!(".{part}") };
    Some((format!("{year:04}-{month:02}-{day:02}"), format!("{:02}:{:02}:{:02}{part}", at(0), at(1), at(2))))
}

/// A time with as many digits behind the point as its type has: MariaDB cuts the others off.
fn cut(time: &str, digits: &str) -> String {
    let digits: usize = digits.trim().parse().unwrap_or(0);
    match time.split_once('.') {
        Some((whole, part)) => {
            let part = part.get(..digits).unwrap_or(part).trim_end_matches('0');
            if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
        }
        None => time.to_owned(),
    }
}

/// `1:2`, `010200`, `5` and `1 2:00`, which begins with days, with hours, minutes and seconds.
fn clock(value: &str) -> Option<String> {
    let text = value.trim();
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (days, whole) = match whole.split_once(' ') {
        Some((days, whole)) => (days.parse::<u32>().ok()?, whole),
        None => (0, whole),
    };
    let [hours, minutes, seconds] = match whole.split(':').collect::<Vec<_>>()[..] {
        [digits] if days == 0 => {
            let number: u32 = digits.parse().ok()?;
            [number / 10_000, number / 100 % 100, number % 100]
        }
        [hours, minutes] => [hours.parse().ok()?, minutes.parse().ok()?, 0],
        [hours, minutes, seconds] => [hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?],
        _ => return None,
    };
    let hours = days.checked_mul(24)?.checked_add(hours)?;
    let part = part.trim_end_matches('0');
    let part = if part.is_empty() { String::new() } else { format!(".{part}") };
    Some(format!("{sign}{hours:02}:{minutes:02}:{seconds:02}{part}"))
}

/// A number with as many digits behind the point as the type has, half of one rounded up.
fn rounded(value: &str, scale: usize) -> Option<String> {
    let text = value.trim();
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let text = text.strip_prefix('+').unwrap_or(text);
    let (whole, part) = text.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if part.len() <= scale || !digits(whole) || !digits(part) {
        return None;
    }
    let kept: u128 = format!("0{whole}{}", &part[..scale]).parse().ok()?;
    let number = kept + u128::from(part.as_bytes()[scale] >= b'5');
    let text = format!("{number:0>width$}", width = scale + 1);
    let (whole, part) = text.split_at(text.len() - scale);
    Some(if scale == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_the_server_shows() {
        // Tried on MariaDB 10.11.
        for (ty, value, quoted, shown) in [
            ("date", "20200101", true, "2020-01-01"),
            ("date", "2020-1-5", true, "2020-01-05"),
            ("date", "20-01-01", true, "2020-01-01"),
            ("date", "2020-01-01 10:00:00", true, "2020-01-01"),
            ("datetime", "2020-01-01 10:00", true, "2020-01-01 10:00:00"),
            ("datetime(3)", "2020-01-01 10:00:00.5", true, "2020-01-01 10:00:00.5"),
            ("timestamp", "20200101101010", true, "2020-01-01 10:10:10"),
            ("datetime", "20200101000000", false, "2020-01-01 00:00:00"),
            ("datetime", "2020-01-01T10:00:00", true, "2020-01-01 10:00:00"),
            ("time", "0:0:0", true, "00:00:00"),
            ("time", "10:20", true, "10:20:00"),
            ("time", "101010", true, "10:10:10"),
            ("time", "5", false, "00:00:05"),
            ("time", "-10:00:00", true, "-10:00:00"),
            ("time", "1 10:00", true, "34:00:00"),
            ("time", "-1 2:3:4", true, "-26:03:04"),
            ("date", "0", false, "0000-00-00"),
            ("timestamp", "0", false, "0000-00-00 00:00:00"),
            ("datetime(3)", "0.0", false, "0000-00-00 00:00:00"),
            ("year(4)", "00", true, "2000"),
            ("year(4)", "0", false, "0"),
            ("year(4)", "70", false, "1970"),
            ("bit(8)", "5", false, "b'101'"),
            ("bit(8)", "0b0101", false, "b'101'"),
            ("int", "0x1f", false, "31"),
            ("set('a','b','c')", "c,a", true, "a,c"),
            ("set('A','b')", "a,B", true, "A,b"),
            ("enum('A','B')", "a", true, "A"),
            ("int(11)", "1.6", false, "2"),
            ("decimal(10,2)", "1.005", true, "1.01"),
            ("decimal(10,2)", "-0.999", false, "-1.00"),
            ("char(3)", "a  ", true, "a"),
            ("varbinary(8)", "0xe9", false, "X'E9'"),
            ("varbinary(8)", "0xfe9", false, "X'0FE9'"),
            ("varbinary(8)", "é", true, "X'C3A9'"),
            ("binary(3)", "x\\0", true, "X'78'"),
            ("blob", "\\\\\\n\\0", true, "X'5C0A00'"),
        ] {
            assert_eq!(kept(value, quoted, ty).as_deref(), Some(shown), "{ty} {value}");
        }
        assert_eq!(kept("x", true, "varchar(10)"), None);
        assert_eq!(kept("10.5", false, "decimal(10,2)"), None);
        assert_eq!(of_bits("b'0011'"), Some(3));
        assert_eq!(of_hexadecimal("X'00fF'"), Some(vec![0, 255]));
        assert_eq!(of_hexadecimal("0xé"), None);
    }
}
