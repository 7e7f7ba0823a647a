//! All types of MariaDB.

use migrate_runtime::{Enum, Table};
use migrate_tests::Server;
use sqlx::MySqlPool;
use sqlx::types::{Json, Uuid, chrono, time, uuid};

const DAY: time::Date = match time::Date::from_ordinal_date(2024, 60) {
    Ok(day) => day,
    Err(_) => time::Date::MIN,
};
const NOON: time::Time = match time::Time::from_hms(12, 1, 2) {
    Ok(noon) => noon,
    Err(_) => time::Time::MIDNIGHT,
};

#[derive(Debug, Clone, Copy, PartialEq, sqlx::Type, Enum)]
#[sqlx(type_name = "mood", rename_all = "snake_case")]
enum Mood {
    Active,
    OnLeave,
}

#[derive(Debug, Clone, Copy, PartialEq, sqlx::Type, Enum)]
#[repr(i32)]
enum Level {
    Low = 1,
    High = 2,
}

#[derive(Debug, Clone, PartialEq, sqlx::FromRow, Table)]
#[table(name = "everything")]
struct Everything {
    col_truth: bool,
    col_small: i16,
    col_int: i32,
    col_big: i64,
    col_single: f32,
    col_double: f64,
    col_text: String,
    col_boxed: Box<str>,
    col_bytes: Vec<u8>,
    col_uuid: Uuid,
    col_utc: chrono::DateTime<chrono::Utc>,
    col_naive: chrono::NaiveDateTime,
    col_date: chrono::NaiveDate,
    col_clock: chrono::NaiveTime,
    col_offset: time::OffsetDateTime,
    col_primitive: time::PrimitiveDateTime,
    col_day: time::Date,
    col_noon: time::Time,
    col_json: serde_json::Value,
    col_typed: Json<Vec<i32>>,
    // sqlx 0.9 compares the flags of a column with those of its enums, so it decodes none from a column that is NOT NULL.
    #[column(nullable)]
    col_mood: Mood,
    col_level: Level,
    col_byte: i8,
    col_ubyte: u8,
    col_ushort: u16,
    col_uint: u32,
    col_ubig: u64,
    col_hyphenated: uuid::fmt::Hyphenated,
    col_addr: std::net::IpAddr,
    col_none: Option<i64>,
    col_some: Option<String>,
}

#[test]
fn every_type_comes_back_as_it_went_in() {
    super::on(Server::MariaDb, async |database| {
        let value = Everything {
            col_truth: true,
            col_small: -7,
            col_int: i32::MIN,
            col_big: i64::MAX,
            col_single: 1.5,
            col_double: -2.25,
            col_text: "héllo".to_owned(),
            col_boxed: "x".into(),
            col_bytes: vec![0, 255],
            col_uuid: Uuid::from_u128(7),
            col_utc: chrono::DateTime::from_timestamp(1_700_000_000, 123_456_000).expect("a time"),
            col_naive: chrono::DateTime::from_timestamp(1_700_000_001, 1_000).expect("a time").naive_utc(),
            col_date: chrono::NaiveDate::from_ymd_opt(2024, 2, 29).expect("a day"),
            col_clock: chrono::NaiveTime::from_hms_micro_opt(23, 59, 58, 5).expect("a time"),
            col_offset: time::OffsetDateTime::from_unix_timestamp(1_600_000_000).expect("a time"),
            col_primitive: time::PrimitiveDateTime::new(DAY, NOON),
            col_day: DAY,
            col_noon: NOON,
            col_json: serde_json::json!({ "a": [1, null] }),
            col_typed: Json(vec![1, 2]),
            col_mood: Mood::OnLeave,
            col_level: Level::High,
            col_byte: -8,
            col_ubyte: 200,
            col_ushort: 60_000,
            col_uint: 4_000_000_000,
            col_ubig: u64::MAX,
            col_hyphenated: Uuid::from_u128(9).hyphenated(),
            col_addr: "::1".parse().expect("an address"),
            col_none: None,
            col_some: Some("x".to_owned()),
        };
        let other = Everything { col_mood: Mood::Active, col_level: Level::Low, ..value.clone() };
        super::round_trip!(
            database,
            include_str!("mariadb.rs"),
            MySqlPool,
            |_| "?".to_owned(),
            [value, other],
            [
                col_truth,
                col_small,
                col_int,
                col_big,
                col_single,
                col_double,
                col_text,
                col_boxed,
                col_bytes,
                col_uuid,
                col_utc,
                col_naive,
                col_date,
                col_clock,
                col_offset,
                col_primitive,
                col_day,
                col_noon,
                col_json,
                col_typed,
                col_mood,
                col_level,
                col_byte,
                col_ubyte,
                col_ushort,
                col_uint,
                col_ubig,
                col_hyphenated,
                col_addr,
                col_none,
                col_some
            ]
        );
    });
}
