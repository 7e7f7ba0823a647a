//! How long statements of a migration may take, and wait for locks that the application holds.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use core::time::Duration;

/// A limit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Limit {
    /// Nobody said anything.
    #[default]
    Unsaid,
    /// There is none, whatever the server's own settings say.
    Off,
    /// So long.
    After(Duration),
}

/// What holds for the session in which a migration runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// How long a statement waits for a lock on a table or a row.
    pub table_lock: Limit,
    /// How long a statement may take.
    pub statement: Limit,
    /// How often a statement that lost a race for a lock is tried again.
    pub lock_retries: Option<u32>,
}

impl Limit {
    /// The longest that all servers take: PostgreSQL counts milliseconds in 31 bits.
    pub const LONGEST: Duration = Duration::from_millis(i32::MAX as u64);

    /// This one, or another where nothing was said.
    #[must_use]
    pub fn or(self, other: Limit) -> Limit {
        if self == Limit::Unsaid { other } else { self }
    }

    /// In milliseconds, 0 for none; nothing if nobody said anything.
    pub fn milliseconds(self) -> Option<u64> {
        match self {
            Limit::Unsaid => None,
            Limit::Off => Some(0),
            // 0 would be no limit.
            Limit::After(time) => Some((time.min(Limit::LONGEST).as_millis() as u64).max(1)),
        }
    }
}

/// `none`, or a number with its unit: `5s`, `500ms`, `1.5m`, `1h`.
impl FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Limit, String> {
        if text == "none" {
            return Ok(Limit::Off);
        }
        match duration(text)? {
            time if time.is_zero() => Err("it is longer than nothing; no limit at all is `none`".to_owned()),
            time if time > Limit::LONGEST => Err("that is too long; no limit at all is `none`".to_owned()),
            time => Ok(Limit::After(time)),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Limit::Unsaid => f.write_str("not said"),
            Limit::Off => f.write_str("none"),
            Limit::After(time) if time.subsec_millis() == 0 => write!(f, "{}s", time.as_secs()),
            Limit::After(time) => write!(f, "{}ms", time.as_millis()),
        }
    }
}

impl From<Duration> for Limit {
    fn from(time: Duration) -> Limit {
        Limit::After(time)
    }
}

/// None is no limit.
impl From<Option<Duration>> for Limit {
    fn from(time: Option<Duration>) -> Limit {
        time.map_or(Limit::Off, Limit::After)
    }
}

impl Limits {
    /// The pause in which a statement gives up its place before the table and lets the application pass, if nobody says
    /// how long it is: a statement that waits for a lock makes all later ones wait behind it.
    pub const TABLE_LOCK: Duration = Duration::from_secs(5);

    /// How often a statement is tried again, if nobody says.
    pub const LOCK_RETRIES: u32 = 10;

    /// These, and others where nothing was said.
    #[must_use]
    pub fn or(self, other: Limits) -> Limits {
        Limits {
            table_lock: self.table_lock.or(other.table_lock),
            statement: self.statement.or(other.statement),
            lock_retries: self.lock_retries.or(other.lock_retries),
        }
    }

    /// How often a statement is tried, the first time included.
    pub fn tries(&self) -> u32 {
        self.lock_retries.unwrap_or(Limits::LOCK_RETRIES).saturating_add(1)
    }
}

/// A number with its unit: `500ms`, `30s`, `1.5m`, `1h`.
///
/// # Errors
///
/// A sentence that says what is wrong.
pub fn duration(text: &str) -> Result<Duration, String> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let seconds = match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        "" => return Err(format!("the unit is missing: {text}ms, {text}s, {text}m or {text}h")),
        _ => return Err("a duration is a number with ms, s, m or h, such as 30s".to_owned()),
    };
    let number: f64 = number.parse().map_err(|_| "a duration begins with a number, such as 30s".to_owned())?;
    Duration::try_from_secs_f64(number * seconds).map_err(|_| "that is too long".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_time_or_none() {
        assert_eq!("none".parse(), Ok(Limit::Off));
        assert_eq!("5s".parse(), Ok(Limit::After(Duration::from_secs(5))));
        assert_eq!("5s".parse::<Limit>().map(Limit::milliseconds), Ok(Some(5000)));
        for bad in ["", "5", "0s", "off", "9999h", "-1s"] {
            assert!(bad.parse::<Limit>().is_err(), "{bad}");
        }
        assert_eq!(Limit::Off.or(Limit::After(Duration::from_secs(1))), Limit::Off);
        assert_eq!(Limit::Unsaid.or(Limit::Off), Limit::Off);
    }
}
