//! Words that sqlparser takes for names.

use crate::sql::reserved::SESSION_VALUES;

/// Whether a name stands for a value, not for a column.
pub(super) fn is_value(name: &str) -> bool {
    SESSION_VALUES.contains(&name) || VALUES.contains(&name)
}

/// What stands for a value besides those of the session.
const VALUES: &[&str] = &[
    "default",
    "true",
    "false",
    "null",
    "utc_timestamp",
    "utc_date",
    "utc_time",
    "sysdate",
    "excluded",
    "unknown",
    "on",
    "off",
];

/// Words before a table or column which sqlparser takes for its name.
pub(super) const MODIFIERS: &[&str] = &[
    "only",
    "lateral",
    "rows",
    "low_priority",
    "high_priority",
    "delayed",
    "quick",
    "ignore",
    "straight_join",
    "sql_no_cache",
    "sql_cache",
    "sql_calc_found_rows",
    "sql_small_result",
    "sql_big_result",
    "sql_buffer_result",
    "distinctrow",
    "binary",
    "all",
];

/// Units of time, which sqlparser reads as names.
pub(super) const UNITS: &[&str] = &[
    "sql_tsi_second",
    "sql_tsi_minute",
    "sql_tsi_hour",
    "sql_tsi_day",
    "sql_tsi_week",
    "sql_tsi_month",
    "sql_tsi_quarter",
    "sql_tsi_year",
    "microsecond",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "day_hour",
    "day_minute",
    "day_second",
    "hour_minute",
    "hour_second",
    "minute_second",
    "year_month",
    "utf8",
    "utf8mb4",
    "latin1",
    "binary",
    "ascii",
    "signed",
    "unsigned",
    "char",
    "date",
    "datetime",
    "json",
    "decimal",
    "both",
    "leading",
    "trailing",
];
