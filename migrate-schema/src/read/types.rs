//! The type of a column.

use std::sync::Arc;

use migrate_core::Dialect;

use super::cursor::Cursor;
use crate::catalog::bytes_of;
use crate::catalog::change::Numbered;
use crate::catalog::name::Path;
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
    ("varbit", "bit varying"),
    ("timestamptz", "timestamp with time zone"),
    ("timetz", "time with time zone"),
    ("timestamp without time zone", "timestamp"),
    ("timestamp with time zone", "timestamp with time zone"),
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
    "event_trigger",
    "any",
    "internal",
    "language_handler",
    "fdw_handler",
    "index_am_handler",
    "table_am_handler",
    "tsm_handler",
];

/// Whether PostgreSQL brings a type of this name.
pub(super) fn is_builtin(path: &Path) -> bool {
    match &path.schema {
        Some(schema) => &*schema.key == "pg_catalog",
        None => {
            let name = &*path.name.key;
            POSTGRES.contains(&name) || name.starts_with("any") || element(name).is_some()
        }
    }
}

/// What an array of a type of the server's own is made of, where it is called by its own name: `_int4`.
pub(crate) fn element(name: &str) -> Option<&str> {
    name.strip_prefix('_').filter(|element| POSTGRES.contains(element))
}

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
        if cursor.postgres() && !is_builtin(&path) {
            own = Some(path.clone());
        }
        if cursor.is_kind(Kind::Open) {
            cursor.parens()?;
        }
        let name = path.name.key.to_ascii_lowercase();
        let mut words = usize::from(matches!(&*name, "national" | "long" | "nchar"));
        loop {
            if words > 0
                && cursor.is_any(&["CHARACTER", "CHAR", "VARCHAR", "VARBINARY", "BYTE"])
                && !cursor.is_at(1, "SET")
            {
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
    if cursor.sqlite() {
        let text: Arc<str> = of_sqlite(cursor, start).into();
        let meaning = meaning(&text, cursor.dialect);
        return Some((Type { text, meaning, own }, Numbered::No));
    }
    let text: Arc<str> = match values(cursor, start) {
        Some(text) => text.into(),
        None => cursor.spaced(start, cursor.at).into(),
    };
    let numbered = match (&*text, cursor.dialect) {
        ("serial" | "bigserial" | "smallserial" | "serial2" | "serial4" | "serial8", Dialect::Postgres) => {
            Numbered::Serial
        }
        ("serial", Dialect::MySql | Dialect::MariaDb) => Numbered::Auto,
        _ => Numbered::No,
    };
    // More than a type: its key or its sequence is made beside it, and may go without it.
    let meaning = match numbered {
        Numbered::Auto => "bigint unsigned".into(),
        _ => meaning(&text, cursor.dialect),
    };
    let text = if numbered == Numbered::No { text } else { meaning.clone() };
    Some((Type { text, meaning, own }, numbered))
}

/// What SQLite keeps of a type: what is written, of one that begins with a name in quotes only that name.
fn of_sqlite(cursor: &Cursor<'_>, start: usize) -> String {
    let tokens = || (start..cursor.at).filter_map(|at| cursor.token_at(at));
    let first = tokens().next().filter(|token| token.kind != Kind::Word);
    if let Some(first) = first {
        let quoted = cursor.str(first);
        let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        let words = || inner.split(' ');
        let plain = words().all(|word| {
            !word.is_empty()
                && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
                && !word.starts_with(|c: char| c.is_ascii_digit())
                && !ENDS.iter().any(|end| end.eq_ignore_ascii_case(word))
        });
        return if plain { inner.to_owned() } else { quoted.to_owned() };
    }
    let written = cursor.source_of(start, cursor.at);
    let comments = written.contains("--") || written.contains("/*");
    if comments || written.contains(['\n', '\r', '\t']) { cursor.spaced(start, cursor.at) } else { written.to_owned() }
}

/// `ENUM("a", 'b')` of MySQL with its values in the quotes that the server writes.
fn values(cursor: &Cursor<'_>, start: usize) -> Option<String> {
    let mut list = cursor.clone();
    list.at = start;
    let name = list.plain().filter(|_| cursor.mysql())?.to_lowercase();
    if !matches!(&*name, "enum" | "set") || cursor.at < start + 3 {
        return None;
    }
    let mut inner = list.parens()?;
    let mut found = Vec::new();
    while let Some(mut item) = inner.item() {
        let (value, _) = item.string().filter(|(value, _)| !value.contains('\\'))?;
        if !item.done() {
            return None;
        }
        // Blanks at the end are no part of a value.
        found.push(format!("'{}'", value.trim_end_matches(' ').replace('\'', "''")));
    }
    let rest = if list.at < cursor.at { format!(" {}", cursor.spaced(list.at, cursor.at)) } else { String::new() };
    Some(format!("{name}({}){rest}", found.join(", ")))
}

/// What words in a type of MySQL say about its characters: the type without them, the character set, and whether its
/// collation is the binary one of that.
pub(super) fn characters(ty: &Type, dialect: Dialect) -> (Type, Option<&'static str>, bool) {
    let (mut text, mut set, mut binary) = (ty.text.to_string(), None, false);
    let first = text.split([' ', '(']).next().unwrap_or_default().to_owned();
    if matches!(&*first, "nchar" | "nvarchar" | "national") {
        set = Some("utf8");
    }
    let words = ["char", "varchar", "tinytext", "text", "mediumtext", "longtext", "character", "enum", "set", "nchar"];
    while words.contains(&&*first) || set.is_some() {
        let (rest, found) = match text.rsplit_once(' ') {
            Some((rest, "ascii")) => (rest, "latin1"),
            Some((rest, "unicode")) => (rest, "ucs2"),
            Some((rest, "binary")) => (rest, "binary"),
            _ => break,
        };
        match found {
            "binary" => binary = true,
            found => set = Some(found),
        }
        text = rest.to_owned();
    }
    let meaning = meaning(&text, dialect);
    if set == Some("utf8") {
        text = meaning.to_string();
    }
    (Type { text: text.into(), meaning, own: ty.own.clone() }, set, binary)
}

/// What a server of MySQL makes of a type of texts: of bytes there is another one, and how long a text may be decides which
/// one it is. None where it is as it is written.
pub(super) fn of_characters(ty: &Type, charset: &str, dialect: Dialect) -> Option<Type> {
    let (name, inner, behind) = parts(&ty.text);
    let same = SAME_MYSQL.iter().find(|(other, _)| *other == name).map_or(name, |(_, same)| *same);
    if !behind.is_empty() {
        return None;
    }
    let bytes = charset == "binary";
    let text = match (same, inner.trim().parse::<u64>().ok()) {
        ("char", _) if bytes => format!("binary({})", if inner.is_empty() { "1" } else { inner }),
        ("varchar", _) if bytes => format!("varbinary({inner})"),
        ("text", Some(length)) => {
            let most = length * u64::from(bytes_of(charset)?);
            let size = match most {
                ..=255 => "tiny",
                256..=65_535 => "",
                65_536..=16_777_215 => "medium",
                _ => "long",
            };
            format!("{size}{}", if bytes { "blob" } else { "text" })
        }
        ("tinytext" | "text" | "mediumtext" | "longtext", None) if bytes => same.replace("text", "blob"),
        _ => return None,
    };
    Some(named(&text, dialect))
}

/// A type that the server brings, by its name.
pub(super) fn named(name: &str, dialect: Dialect) -> Type {
    Type { text: name.into(), meaning: meaning(name, dialect), own: None }
}

/// Equal for types that mean the same.
pub(crate) fn meaning(text: &str, dialect: Dialect) -> Arc<str> {
    match dialect {
        Dialect::Postgres => postgres(text.strip_prefix("pg_catalog.").unwrap_or(text)).into(),
        Dialect::MySql | Dialect::MariaDb => mysql(text, dialect).into(),
        Dialect::Sqlite => text.to_lowercase().into(),
    }
}

/// The words of a type, what stands in its brackets, and what follows: `timestamp`, `3`, `with time zone`.
fn parts(text: &str) -> (&str, &str, &str) {
    let Some(open) = text.find('(') else { return (text.trim(), "", "") };
    let close = text.rfind(')').filter(|close| *close > open).unwrap_or(text.len() - 1);
    (text[..open].trim(), &text[open + 1..close], text.get(close + 1..).unwrap_or_default().trim())
}

fn postgres(text: &str) -> String {
    // That of an attribute of a type.
    if let Some((ty, collation)) = text.split_once(" collate ") {
        return format!("{} collate {collation}", postgres(ty));
    }
    // Dimensions of arrays are not kept.
    let (element, array) = match text.find('[') {
        Some(open) => (text[..open].trim(), "[]"),
        None => match text.strip_suffix(" array").or_else(|| element(text)) {
            Some(element) => (element, "[]"),
            None => (text, ""),
        },
    };
    let element = element.strip_suffix(" array").unwrap_or(element);
    let (name, inner, behind) = parts(element);
    let name = name.strip_prefix("national ").unwrap_or(name);
    let name = if name == "nchar" { "character" } else { name };
    let full = if behind.is_empty() { name.to_owned() } else { format!("{name} {behind}") };
    let same = SAME.iter().find(|(other, _)| *other == full).map_or(&*full, |(_, same)| *same);
    let same = match (same, inner) {
        ("float", "") => "double precision",
        ("float", digits) => match digits.parse::<u32>() {
            Ok(..=24) => "real",
            _ => "double precision",
        },
        (same, _) => same,
    };
    let inner = match (same, inner) {
        ("real" | "double precision", _) => String::new(),
        // `"char"` is another type.
        ("character" | "bit", "") => "(1)".to_owned(),
        (_, "") => String::new(),
        ("numeric", inner) if !inner.contains(',') => format!("({inner}, 0)"),
        (_, inner) => format!("({inner})"),
    };
    match same.split_once(' ') {
        // The precision stands in the middle.
        Some((first @ ("timestamp" | "time"), rest)) => format!("{first}{inner} {rest}{array}"),
        _ if same == "bpchar" && !inner.is_empty() => format!("character{inner}{array}"),
        _ => format!("{same}{inner}{array}"),
    }
}

/// Other names for the same type of MySQL.
const SAME_MYSQL: &[(&str, &str)] = &[
    ("integer", "int"),
    ("int1", "tinyint"),
    ("int2", "smallint"),
    ("int3", "mediumint"),
    ("middleint", "mediumint"),
    ("int4", "int"),
    ("int8", "bigint"),
    ("dec", "decimal"),
    ("fixed", "decimal"),
    ("numeric", "decimal"),
    ("number", "decimal"),
    ("bool", "tinyint"),
    ("boolean", "tinyint"),
    ("double precision", "double"),
    ("real", "double"),
    ("float8", "double"),
    ("float4", "float"),
    ("character", "char"),
    ("national char", "char"),
    ("national character", "char"),
    ("nchar", "char"),
    ("character varying", "varchar"),
    ("char varying", "varchar"),
    ("varcharacter", "varchar"),
    ("national varchar", "varchar"),
    ("national character varying", "varchar"),
    ("national char varying", "varchar"),
    ("nchar varchar", "varchar"),
    ("nchar varying", "varchar"),
    ("nvarchar", "varchar"),
    ("long", "mediumtext"),
    ("long varchar", "mediumtext"),
    ("long char varying", "mediumtext"),
    ("long character varying", "mediumtext"),
    ("long varbinary", "mediumblob"),
    ("long byte", "mediumblob"),
    ("clob", "longtext"),
    ("char byte", "binary"),
    ("geomcollection", "geometrycollection"),
];

fn mysql(text: &str, dialect: Dialect) -> String {
    let (name, inner, behind) = parts(text);
    let mut words: Vec<&str> = name.split(' ').chain(behind.split(' ')).filter(|word| !word.is_empty()).collect();
    let unsigned = words.contains(&"unsigned") || words.contains(&"zerofill");
    let zerofill = words.contains(&"zerofill");
    words.retain(|word| !matches!(*word, "unsigned" | "signed" | "zerofill"));
    let name = words.join(" ");
    if name.is_empty() {
        // `CAST(a AS SIGNED)`
        return text.to_owned();
    }
    if name == "serial" {
        return "bigint unsigned".to_owned();
    }
    let name = SAME_MYSQL.iter().find(|(other, _)| *other == name).map_or(&*name, |(_, same)| *same);
    // MariaDB keeps JSON as text.
    let name = if name == "json" && dialect == Dialect::MariaDb { "longtext" } else { name };
    // The number of bits decides, and is forgotten.
    let bits = if name == "float" && !inner.contains(',') { inner.trim().parse::<u32>().ok() } else { None };
    let (name, inner) = match bits {
        Some(25..) => ("double", ""),
        Some(_) => ("float", ""),
        None => (name, inner),
    };
    let whole = matches!(name, "int" | "tinyint" | "smallint" | "mediumint" | "bigint" | "year");
    let inner = match (name, inner) {
        // The width that is shown for whole numbers changes nothing, but where it is filled with zeros.
        _ if whole && !zerofill => String::new(),
        ("decimal", "") => "(10, 0)".to_owned(),
        ("decimal", inner) if !inner.contains(',') => format!("({}, 0)", whole_part(inner)),
        ("char" | "binary" | "bit", "") | ("bit", "0") => "(1)".to_owned(),
        (_, "") => String::new(),
        (_, inner) => format!("({inner})"),
    };
    let unsigned = if unsigned { " unsigned" } else { "" };
    let zerofill = if zerofill { " zerofill" } else { "" };
    format!("{name}{inner}{unsigned}{zerofill}")
}

/// What counts of a length that is written with a point: `10.2` is 10.
fn whole_part(inner: &str) -> &str {
    inner.split('.').next().unwrap_or(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_that_mean_the_same_are_equal() {
        for (written, same) in [
            ("int4", "integer"),
            ("decimal(10)", "numeric(10, 0)"),
            ("dec(10, 2)", "numeric(10, 2)"),
            ("timestamptz(3)", "timestamp(3) with time zone"),
            ("timestamp(3) with time zone", "timestamp(3) with time zone"),
            ("timestamp without time zone", "timestamp"),
            ("time(2) without time zone", "time(2)"),
            ("float", "double precision"),
            ("float(10)", "real"),
            ("char", "character(1)"),
            ("varchar(5)[3][4]", "character varying(5)[]"),
            ("int array", "integer[]"),
            ("bit varying(3)", "bit varying(3)"),
            ("varbit(3)", "bit varying(3)"),
            ("bool[]", "boolean[]"),
            ("interval day to second(3)", "interval day to second(3)"),
            ("geometry(point, 4326)", "geometry(point, 4326)"),
            ("\"char\"", "\"char\""),
        ] {
            assert_eq!(&*meaning(written, Dialect::Postgres), same, "{written}");
        }
        for (written, same) in [
            ("integer(11)", "int"),
            ("bool", "tinyint"),
            ("tinyint(1)", "tinyint"),
            ("bigint(20) unsigned", "bigint unsigned"),
            ("int(5) zerofill", "int(5) unsigned zerofill"),
            ("numeric(4)", "decimal(4, 0)"),
            ("double precision", "double"),
            ("character varying(9)", "varchar(9)"),
            ("enum('a)', 'b')", "enum('a)', 'b')"),
            ("serial", "bigint unsigned"),
            ("json", "longtext"),
        ] {
            assert_eq!(&*meaning(written, Dialect::MariaDb), same, "{written}");
        }
        assert_eq!(&*meaning("json", Dialect::MySql), "json");
    }
}
