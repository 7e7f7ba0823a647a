//! The type of a column.

use std::sync::Arc;

use migrate_core::Dialect;

use super::cursor::Cursor;
use crate::catalog::change::Numbered;
use crate::catalog::table::Type;
use crate::sql::Kind;

/// Words that may follow the first word of a type, as part of it.
const MORE: &[&str] = &[
    "PRECISION",
    "VARYING",
    "UNSIGNED",
    "SIGNED",
    "ZEROFILL",
    "BINARY",
    "ASCII",
    "UNICODE",
    "BYTE",
    "LARGE",
    "OBJECT",
];

/// Words that end the type of a column in SQLite, where any words make a type.
const ENDS: &[&str] = &[
    "CONSTRAINT",
    "PRIMARY",
    "NOT",
    "NULL",
    "UNIQUE",
    "CHECK",
    "DEFAULT",
    "COLLATE",
    "REFERENCES",
    "GENERATED",
    "AS",
    "ON",
    "DEFERRABLE",
    "AUTOINCREMENT",
];

/// Other names for the same type.
const SAME: &[(&str, &str)] = &[
    ("int", "integer"),
    ("int4", "integer"),
    ("int8", "bigint"),
    ("int2", "smallint"),
    ("serial4", "integer"),
    ("serial", "integer"),
    ("bigserial", "bigint"),
    ("serial8", "bigint"),
    ("smallserial", "smallint"),
    ("serial2", "smallint"),
    ("bool", "boolean"),
    ("float8", "double precision"),
    ("float4", "real"),
    ("decimal", "numeric"),
    ("dec", "numeric"),
    ("varchar", "character varying"),
    ("char varying", "character varying"),
    ("char", "character"),
    ("bpchar", "character"),
    ("varbit", "bit varying"),
    ("timestamptz", "timestamp with time zone"),
    ("timetz", "time with time zone"),
    ("timestamp without time zone", "timestamp"),
    ("time without time zone", "time"),
];

/// Types that every PostgreSQL server has. Anything else that is not made by the migrations is unknown.
const POSTGRES: &[&str] = &[
    "abstime",
    "aclitem",
    "bigint",
    "bigserial",
    "bit",
    "bool",
    "boolean",
    "box",
    "bpchar",
    "bytea",
    "char",
    "character",
    "cid",
    "cidr",
    "circle",
    "cstring",
    "date",
    "datemultirange",
    "daterange",
    "dec",
    "decimal",
    "double",
    "float",
    "float4",
    "float8",
    "gtsvector",
    "inet",
    "int",
    "int2",
    "int2vector",
    "int4",
    "int4multirange",
    "int4range",
    "int8",
    "int8multirange",
    "int8range",
    "integer",
    "interval",
    "json",
    "jsonb",
    "jsonpath",
    "line",
    "lseg",
    "macaddr",
    "macaddr8",
    "money",
    "name",
    "national",
    "nchar",
    "numeric",
    "nummultirange",
    "numrange",
    "oid",
    "oidvector",
    "path",
    "pg_lsn",
    "pg_snapshot",
    "point",
    "polygon",
    "real",
    "refcursor",
    "regclass",
    "regcollation",
    "regconfig",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
    "serial",
    "serial2",
    "serial4",
    "serial8",
    "smallint",
    "smallserial",
    "text",
    "tid",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "tsmultirange",
    "tsquery",
    "tsrange",
    "tstzmultirange",
    "tstzrange",
    "tsvector",
    "txid_snapshot",
    "unknown",
    "uuid",
    "varbit",
    "varchar",
    "xid",
    "xid8",
    "xml",
    "record",
    "void",
    "trigger",
];

/// Reads a type, and whether it numbers rows. None where none is written.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<(Type, Numbered)> {
    let start = cursor.at;
    let first = cursor.peek()?;
    if !(matches!(first.kind, Kind::Word | Kind::Name) || cursor.sqlite() && first.kind == Kind::Text) {
        return None;
    }
    let mut own = None;
    if cursor.sqlite() {
        while let Some(token) = cursor.peek() {
            match token.kind {
                Kind::Word if cursor.is_any(ENDS) => break,
                Kind::Word | Kind::Name | Kind::Text => cursor.at += 1,
                Kind::Open => {
                    cursor.parens()?;
                    break;
                }
                _ => break,
            }
        }
        if cursor.at == start {
            return None;
        }
    } else {
        if cursor.postgres() {
            let _ = cursor.eat("SETOF");
        }
        let path = cursor.path()?;
        let builtin = path.schema.is_none() && POSTGRES.contains(&&*path.name.key);
        let server = path.schema.as_ref().is_some_and(|schema| &*schema.key == "pg_catalog");
        if cursor.postgres() && !builtin && !server {
            own = Some(path.clone());
        }
        if cursor.is_kind(Kind::Open) {
            cursor.parens()?;
        }
        let name = path.name.key.to_ascii_lowercase();
        let mut words = usize::from(matches!(&*name, "national" | "long"));
        loop {
            if words > 0 && cursor.is_any(&["CHARACTER", "CHAR", "VARCHAR", "VARBINARY"]) && !cursor.is_at(1, "SET") {
                words -= 1;
                cursor.at += 1;
            } else if cursor.is_any(MORE) {
                cursor.at += 1;
            } else if cursor.is_kind(Kind::Open) {
                cursor.parens()?;
            } else if cursor.eat("WITH TIME ZONE") || cursor.eat("WITHOUT TIME ZONE") {
            } else if name == "interval" && cursor.is_any(&["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO"]) {
                cursor.at += 1;
            } else if cursor.postgres() && cursor.eat("ARRAY") || cursor.eat_op("[") {
                while cursor.peek().is_some_and(|token| token.kind == Kind::Number)
                    || cursor.peek().is_some_and(|token| matches!(cursor.str(token), "[" | "]"))
                {
                    cursor.at += 1;
                }
            } else if cursor.postgres() && cursor.eat_op("%") {
                let _ = cursor.eat("TYPE");
                own = None;
            } else {
                break;
            }
        }
    }
    let text: Arc<str> = cursor.spaced(start, cursor.at).into();
    let numbered = match (&*text, cursor.dialect) {
        ("serial" | "bigserial" | "smallserial" | "serial2" | "serial4" | "serial8", Dialect::Postgres) => {
            Numbered::Serial
        }
        ("serial", Dialect::MySql | Dialect::MariaDb) => Numbered::Auto,
        _ => Numbered::No,
    };
    let meaning = meaning(&text, cursor.dialect);
    Some((Type { text, meaning, own }, numbered))
}

/// Equal for types that mean the same.
pub(crate) fn meaning(text: &str, dialect: Dialect) -> Arc<str> {
    match dialect {
        Dialect::Postgres => {
            let text = text.strip_prefix("pg_catalog.").unwrap_or(text);
            let head = text.find(['(', '[']).unwrap_or(text.len());
            let (name, rest) = text.split_at(head);
            let name = name.trim_end();
            match SAME.iter().find(|(other, _)| *other == name) {
                Some((_, same)) => format!("{same}{rest}").into(),
                None => text.into(),
            }
        }
        Dialect::MySql | Dialect::MariaDb => {
            // The width that MySQL shows for whole numbers changes nothing.
            let head = text.find('(').unwrap_or(text.len());
            let name = text[..head].trim();
            let name = if name == "integer" { "int" } else { name };
            let whole = matches!(name, "int" | "tinyint" | "smallint" | "mediumint" | "bigint");
            match text.find(')') {
                Some(close) if whole => format!("{name}{}", &text[close + 1..]).into(),
                _ => format!("{name}{}", &text[head..]).into(),
            }
        }
        Dialect::Sqlite => text.to_lowercase().into(),
    }
}
