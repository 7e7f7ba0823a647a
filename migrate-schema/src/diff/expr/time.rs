//! Moments, spans of time and documents as texts: in the one form that the server would print.

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A moment whose day is written as PostgreSQL prints it: `2020-1-2`, `20200102` and `January 2, 2020` are `2020-01-02`.
/// What depends on the session's order of days and months stays.
pub(super) fn day(text: &str) -> String {
    let text = text.trim();
    let (head, rest) = match text.find(['T', ' ']).filter(|at| text.as_bytes()[0].is_ascii_digit() && *at > 5) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let plain = |year: u32, month: u32, day: u32| format!("{year:04}-{month:02}-{day:02}{rest}");
    let parts: Vec<&str> = head.split('-').collect();
    if let [year, month, day] = &parts[..]
        && year.len() == 4
        && let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day))
    {
        return plain(year, month, day);
    }
    if head.len() == 8
        && head.is_ascii()
        && let (Some(year), Some(month), Some(day)) = (number(&head[..4]), number(&head[4..6]), number(&head[6..]))
    {
        return plain(year, month, day);
    }
    let words: Vec<&str> = text.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    let month = |word: &str| {
        let word = word.to_ascii_lowercase();
        let at =
            MONTHS.iter().position(|name| word.starts_with(name) && word.bytes().all(|b| b.is_ascii_lowercase()))?;
        u32::try_from(at + 1).ok()
    };
    if let [one, two, year] = &words[..]
        && let Some(year) = number(year).filter(|_| year.len() == 4)
    {
        let written = match (month(one), number(two), number(one), month(two)) {
            (Some(month), Some(day), ..) | (_, _, Some(day), Some(month)) => Some((month, day)),
            _ => None,
        };
        if let Some((month, day)) = written {
            return format!("{year:04}-{month:02}-{day:02}");
        }
    }
    text.to_owned()
}

/// A moment without what goes without saying: midnight, and UTC.
pub(super) fn moment(text: &str) -> String {
    let text = if text.trim() == "epoch" { "1970-01-01" } else { text.trim() };
    let bytes = text.as_bytes();
    let is_date = bytes.len() >= 10
        && bytes[..10].iter().enumerate().all(|(i, byte)| match i {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !is_date {
        return text.to_owned();
    }
    let rest = text[10..].trim_start_matches(['T', ' ']);
    let rest = rest.strip_suffix('Z').or_else(|| rest.strip_suffix("+00:00")).or_else(|| rest.strip_suffix("+00"));
    let rest = rest.unwrap_or(text[10..].trim_start_matches(['T', ' ']));
    let whole = match rest.split_once('.') {
        Some((whole, part)) if part.bytes().all(|byte| byte == b'0') => whole,
        Some((_, part)) if part.bytes().all(|byte| byte.is_ascii_digit()) => rest.trim_end_matches('0'),
        _ => rest,
    };
    let time = if whole.matches(':').count() == 1 { format!("{whole}:00") } else { whole.to_owned() };
    if time.is_empty() || time == "00:00:00" { text[..10].to_owned() } else { format!("{} {time}", &text[..10]) }
}

/// A time of day with its seconds.
pub(super) fn clock(text: &str) -> String {
    let text = text.trim();
    let digits = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    if !digits || !text.contains(':') {
        return text.to_owned();
    }
    let whole = if text.matches(':').count() == 1 { format!("{text}:00") } else { text.to_owned() };
    let whole = if whole.find(':') == Some(1) { format!("0{whole}") } else { whole };
    match whole.split_once('.') {
        Some((whole, part)) if part.bytes().all(|byte| byte == b'0') => whole.to_owned(),
        _ => whole,
    }
}

/// A span as months, days and microseconds.
pub(super) fn interval(text: &str) -> Option<String> {
    let (mut months, mut days, mut micros) = (0f64, 0f64, 0f64);
    let mut words = text.split_ascii_whitespace().peekable();
    let mut any = false;
    while let Some(word) = words.next() {
        any = true;
        if word.contains(':') {
            let negative = word.starts_with('-');
            let mut parts = word.trim_start_matches(['-', '+']).split(':').map(str::parse::<f64>);
            let mut seconds = 0f64;
            for factor in [3600f64, 60f64, 1f64] {
                if let Some(part) = parts.next() {
                    seconds += part.ok()? * factor;
                }
            }
            micros += if negative { -seconds } else { seconds } * 1e6;
            continue;
        }
        let split = word.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(word.len());
        let (number, unit) = word.split_at(split);
        let unit = if unit.is_empty() { words.next().unwrap_or("second") } else { unit };
        let number: f64 = number.parse().ok()?;
        let unit = unit.to_ascii_lowercase();
        match unit.trim_end_matches('s') {
            "year" | "y" | "yr" => months += number * 12.0,
            "month" | "mon" => months += number,
            "decade" => months += number * 120.0,
            "week" | "w" => days += number * 7.0,
            "day" | "d" => days += number,
            "hour" | "h" | "hr" => micros += number * 3600e6,
            "minute" | "min" | "m" => micros += number * 60e6,
            "second" | "sec" | "" => micros += number * 1e6,
            "millisecond" | "msec" => micros += number * 1e3,
            "microsecond" | "usec" => micros += number,
            _ => return None,
        }
    }
    any.then(|| format!("{months} months {days} days {micros} us"))
}
