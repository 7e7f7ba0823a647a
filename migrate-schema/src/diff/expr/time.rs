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

/// A moment without what goes without saying: midnight, and UTC. One with a time zone is told in UTC, since the server shows
/// it in the zone of the session; to another the zone says nothing.
pub(super) fn moment(text: &str, zoned: bool) -> String {
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
    let (day, rest) = (&text[..10], text[10..].trim_start_matches(['T', ' ']));
    let (rest, distance) = without_zone(rest).unwrap_or((rest, 0));
    let (whole, part) = match rest.split_once('.') {
        Some((whole, part)) if part.bytes().all(|byte| byte.is_ascii_digit()) => (whole, part.trim_end_matches('0')),
        _ => (rest, ""),
    };
    let whole = if whole.matches(':').count() == 1 { format!("{whole}:00") } else { whole.to_owned() };
    let moved = (zoned && distance != 0).then(|| moved(day, &whole, distance)).flatten();
    let (day, whole) = moved.unwrap_or_else(|| (day.to_owned(), whole));
    match (&*whole, part) {
        ("" | "00:00:00", "") => day,
        (whole, "") => format!("{day} {whole}"),
        (whole, part) => format!("{day} {whole}.{part}"),
    }
}

/// A time of day without its zone, and how many seconds that is ahead of UTC.
fn without_zone(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']) {
        return Some((time.trim_end(), 0));
    }
    let at = time.rfind(['+', '-'])?;
    let (sign, digits) = time[at..].split_at(1);
    // `+0530` has no sign between hours and minutes.
    let seconds = match digits.len() {
        4 if !digits.contains(':') => seconds(&format!("{}:{}", digits.get(..2)?, digits.get(2..)?))?,
        _ => seconds(digits)?,
    };
    Some((time[..at].trim_end(), if sign == "-" { -seconds } else { seconds }))
}

/// `hours[:minutes[:seconds]]` as seconds.
fn seconds(clock: &str) -> Option<i64> {
    let parts: Vec<i64> = clock.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    (parts.len() <= 3).then(|| parts.iter().zip([3600, 60, 1]).map(|(part, worth)| part * worth).sum())
}

/// Day and time of day in UTC of what is written in another zone.
fn moved(day: &str, time: &str, distance: i64) -> Option<(String, String)> {
    let parts: Vec<i64> = day.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [year, month, day] = parts[..] else { return None };
    let moment = days(year, month, day) * 86_400 + seconds(time)? - distance;
    let (year, month, day) = day_of(moment.div_euclid(86_400));
    let left = moment.rem_euclid(86_400);
    let time = format!("{:02}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60);
    Some((format!("{year:04}-{month:02}-{day:02}"), time))
}

/// Days since 1970-01-01; years begin in March here, so that the day that some have more is their last.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day that is so many days behind 1970-01-01.
fn day_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + days.div_euclid(146_097) * 400 + i64::from(month <= 2), month, day)
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
    let (months, days, micros) = span(text)?;
    Some(format!("{months} months {days} days {micros} us"))
}

/// A span as the server prints it; none where that has more signs or digits than are usual.
pub(super) fn printed_interval(text: &str) -> Option<String> {
    let (months, days, micros) = span(text)?;
    let seconds = micros / 1e6;
    if [months, days, seconds].iter().any(|part| part.fract() != 0.0 || !(0.0..1e9).contains(part)) {
        return None;
    }
    let (months, days, seconds) = (months as u64, days as u64, seconds as u64);
    let mut parts = Vec::new();
    for (count, one, many) in [(months / 12, "year", "years"), (months % 12, "mon", "mons"), (days, "day", "days")] {
        if count > 0 {
            parts.push(format!("{count} {}", if count == 1 { one } else { many }));
        }
    }
    if seconds > 0 || parts.is_empty() {
        parts.push(format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
    }
    Some(parts.join(" "))
}

fn span(text: &str) -> Option<(f64, f64, f64)> {
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
    any.then_some((months, days, micros))
}
