//! All types of PostgreSQL.

use migrate_runtime::{Enum, Table};
use migrate_tests::Server;
use sqlx::PgPool;
use sqlx::postgres::types::{PgInterval, PgMoney, PgPoint, PgRange};
use sqlx::types::{BigDecimal, BitVec, Decimal, Json, Uuid, chrono, ipnetwork, mac_address, time};

const DAY: time::Date = match time::Date::from_ordinal_date(2024, 60) {
    Ok(day) => day,
    Err(_) => time::Date::MIN,
};
const NOON: time::Time = match time::Time::from_hms(12, 1, 2) {
    Ok(noon) => noon,
    Err(_) => time::Time::MIDNIGHT,
};
const FIRST: chrono::NaiveDate = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day");
const LAST: chrono::NaiveDate = chrono::NaiveDate::from_ymd_opt(2024, 2, 1).expect("a day");

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
    col_mood: Mood,
    col_level: Level,
    col_byte: i8,
    col_decimal: Decimal,
    col_bigdec: BigDecimal,
    col_net: ipnetwork::IpNetwork,
    col_addr: std::net::IpAddr,
    col_mac: mac_address::MacAddress,
    col_bits: BitVec,
    col_interval: PgInterval,
    col_money: PgMoney,
    col_ints: PgRange<i32>,
    col_bigs: PgRange<i64>,
    col_days: PgRange<chrono::NaiveDate>,
    col_times: PgRange<chrono::DateTime<chrono::Utc>>,
    col_decimals: PgRange<Decimal>,
    col_point: PgPoint,
    col_tags: Vec<String>,
    col_ids: Vec<Uuid>,
    col_maybe: Option<Vec<Option<i64>>>,
    col_moods: Vec<Mood>,
    col_none: Option<i64>,
    col_some: Option<String>,
}

#[test]
fn every_type_comes_back_as_it_went_in() {
    super::on(Server::Postgres, async |database| {
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
            col_decimal: Decimal::new(12345, 2),
            col_bigdec: "1234567890123456789.5".parse().expect("a number"),
            col_net: "10.0.0.0/8".parse().expect("a network"),
            col_addr: "::1".parse().expect("an address"),
            col_mac: mac_address::MacAddress::new([1, 2, 3, 4, 5, 6]),
            col_bits: BitVec::from_bytes(&[0b1010_0000]),
            col_interval: PgInterval { months: 1, days: 2, microseconds: 3 },
            col_money: PgMoney(125),
            col_ints: PgRange::from(1..5),
            col_bigs: PgRange::from(1..5),
            col_days: PgRange::from(FIRST..LAST),
            col_times: PgRange::from(chrono::DateTime::UNIX_EPOCH..),
            col_decimals: PgRange::from(Decimal::new(1, 0)..Decimal::new(2, 0)),
            col_point: PgPoint { x: 1.0, y: 2.0 },
            col_tags: vec!["a".to_owned(), "b,c".to_owned()],
            col_ids: vec![Uuid::from_u128(1)],
            col_maybe: Some(vec![Some(1), None]),
            col_moods: vec![Mood::Active, Mood::OnLeave],
            col_none: None,
            col_some: Some("x".to_owned()),
        };
        let other = Everything { col_mood: Mood::Active, col_level: Level::Low, ..value.clone() };
        super::round_trip!(
            database,
            include_str!("postgres.rs"),
            PgPool,
            |number| format!("${number}"),
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
                col_decimal,
                col_bigdec,
                col_net,
                col_addr,
                col_mac,
                col_bits,
                col_interval,
                col_money,
                col_ints,
                col_bigs,
                col_days,
                col_times,
                col_decimals,
                col_point,
                col_tags,
                col_ids,
                col_maybe,
                col_moods,
                col_none,
                col_some
            ]
        );
    });
}
