//! What is known of functions: their other names, and the types that they take and give.

use migrate_core::Dialect;

use super::node::Node;

/// Other names of the same function, and words without brackets that are calls.
///
/// PostgreSQL keeps `CURRENT_TIMESTAMP` and `now()` apart when it prints them, so that they are two texts here, too.
const POSTGRES: &[(&str, &str)] = &[("btrim", "trim"), ("bool", "boolean")];
const MYSQL: &[(&str, &str)] = &[
    ("current_timestamp", "now"),
    ("localtime", "now"),
    ("localtimestamp", "now"),
    ("current_date", "curdate"),
    ("current_time", "curtime"),
    ("length", "octet_length"),
    ("character_length", "char_length"),
    ("substring", "substr"),
    ("mid", "substr"),
    ("lower", "lcase"),
    ("upper", "ucase"),
    ("power", "pow"),
    ("ceil", "ceiling"),
    ("adddate", "date_add"),
    ("subdate", "date_sub"),
    ("day", "dayofmonth"),
    ("sha1", "sha"),
    ("atan2", "atan"),
    ("nvl", "ifnull"),
    ("json_merge", "json_merge_preserve"),
    ("x", "st_x"),
    ("y", "st_y"),
    ("geomfromtext", "st_geometryfromtext"),
    ("geometryfromtext", "st_geometryfromtext"),
    ("st_geomfromtext", "st_geometryfromtext"),
];

/// Words that call a function without brackets.
pub(super) const BARE: &[&str] = &[
    "current_timestamp",
    "localtime",
    "localtimestamp",
    "current_date",
    "current_time",
    "current_user",
    "utc_date",
    "utc_time",
    "utc_timestamp",
];

/// What functions of PostgreSQL give that give one type whatever they are called with (`pg_proc.prorettype`). A cast to it is
/// left out by the server.
const RETURNED: &[(&str, &[&str])] = &[
    ("bigint", &["count", "currval", "lastval", "nextval", "txid_current"]),
    ("date", &["current_date", "make_date", "to_date"]),
    ("double precision", &["date_part", "random"]),
    (
        "integer",
        &["array_length", "ascii", "cardinality", "char_length", "json_array_length", "jsonb_array_length", "strpos"],
    ),
    ("interval", &["make_interval"]),
    ("jsonb", &["jsonb_build_array", "jsonb_build_object", "to_jsonb"]),
    ("numeric", &["extract", "to_number"]),
    (
        "timestamp with time zone",
        &[
            "clock_timestamp",
            "current_timestamp",
            "now",
            "statement_timestamp",
            "to_timestamp",
            "transaction_timestamp",
        ],
    ),
    ("tsvector", &["to_tsvector"]),
    ("uuid", &["gen_random_uuid"]),
];

/// The type that a function of PostgreSQL gives, whatever it is called with.
pub(super) fn returned(function: &str) -> Option<&'static str> {
    RETURNED.iter().find(|(_, functions)| functions.contains(&function)).map(|(ty, _)| *ty)
}

/// What functions of PostgreSQL take that take one type at a place, or that one where a day is given: the server casts what
/// it gets, and says so in what it prints.
const TAKEN: &[(&str, usize, &str)] = &[
    ("age", 0, "timestamp with time zone"),
    ("age", 1, "timestamp with time zone"),
    ("date_trunc", 1, "timestamp with time zone"),
    ("to_char", 0, "timestamp with time zone"),
    ("to_timestamp", 0, "double precision"),
];

/// The arguments of a call without the casts that the server may have made.
pub(super) fn without_taken(name: &str, arguments: Vec<Node>) -> Vec<Node> {
    let places = arguments.into_iter().enumerate();
    places
        .map(|(at, argument)| match argument {
            Node::Cast(inner, ty) if TAKEN.contains(&(name, at, &ty)) => *inner,
            other => other,
        })
        .collect()
}

/// The name under which a function is compared.
pub(super) fn same_function(name: &str, dialect: Dialect) -> &str {
    let list = match dialect {
        Dialect::Postgres => POSTGRES,
        Dialect::MySql | Dialect::MariaDb => MYSQL,
        Dialect::Sqlite => &[],
    };
    list.iter().find(|(other, _)| *other == name).map_or(name, |(_, same)| same)
}
