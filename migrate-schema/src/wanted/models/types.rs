//! Rust types and the SQL types that sqlx maps them to.

use migrate_core::Dialect;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

/// A type as the columns see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RustType {
    /// One that sqlx knows.
    Known(&'static Known),
    /// `Vec<T>` and the like: an array of PostgreSQL.
    Array(Box<RustType>),
    /// Another path, by its last name: an enum, if one of that name derives `Enum`.
    Named(String),
    /// Anything else.
    Other,
}

/// The type of a field.
#[derive(Debug, Clone)]
pub struct FieldType {
    /// What `Option` was around.
    pub ty: RustType,
    /// `Option` is around it.
    pub nullable: bool,
    /// As it is shown.
    pub shown: String,
    /// Where it is written.
    pub span: Span,
    /// The path of the type that is [`RustType::Named`], without what is around it.
    pub named: Option<TokenStream>,
}

/// A Rust type that sqlx maps.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// The last name of its path, with its arguments where they matter.
    pub name: &'static str,
    /// What it is in PostgreSQL; none where sqlx does not map it.
    pub postgres: Option<&'static str>,
    /// What it is in MySQL and MariaDB.
    pub mysql: Option<&'static str>,
    /// What it is in SQLite.
    pub sqlite: Option<&'static str>,
    /// What to write as `type` where there is none.
    pub hint: &'static str,
}

const fn known(
    name: &'static str,
    postgres: Option<&'static str>,
    mysql: Option<&'static str>,
    sqlite: Option<&'static str>,
    hint: &'static str,
) -> Known {
    Known { name, postgres, mysql, sqlite, hint }
}

/// One that only PostgreSQL has.
const fn pg(name: &'static str, postgres: &'static str) -> Known {
    known(name, Some(postgres), None, None, "text")
}

/// The table. Microseconds are kept where a server would cut them off.
static KNOWN: &[Known] = &[
    known("bool", Some("boolean"), Some("boolean"), Some("boolean"), ""),
    known("i8", Some("\"char\""), Some("tinyint"), Some("integer"), ""),
    known("i16", Some("smallint"), Some("smallint"), Some("integer"), ""),
    known("i32", Some("integer"), Some("int"), Some("integer"), ""),
    known("i64", Some("bigint"), Some("bigint"), Some("integer"), ""),
    known("u8", None, Some("tinyint unsigned"), Some("integer"), "smallint"),
    known("u16", None, Some("smallint unsigned"), Some("integer"), "integer"),
    known("u32", None, Some("int unsigned"), Some("integer"), "bigint"),
    known("u64", None, Some("bigint unsigned"), Some("integer"), "numeric(20)"),
    known("f32", Some("real"), Some("float"), Some("real"), ""),
    known("f64", Some("double precision"), Some("double"), Some("real"), ""),
    known("String", Some("text"), Some("varchar(255)"), Some("text"), ""),
    known("Vec<u8>", Some("bytea"), Some("blob"), Some("blob"), ""),
    known("Uuid", Some("uuid"), Some("binary(16)"), Some("blob"), ""),
    known("Hyphenated", None, Some("char(36)"), Some("text"), "uuid"),
    known("Simple", None, Some("char(32)"), Some("text"), "uuid"),
    known("DateTime<Utc>", Some("timestamptz"), Some("timestamp(6)"), Some("datetime"), ""),
    known("DateTime<Local>", Some("timestamptz"), Some("timestamp(6)"), Some("datetime"), ""),
    known("DateTime<FixedOffset>", Some("timestamptz"), None, Some("datetime"), "timestamp(6)"),
    known("NaiveDateTime", Some("timestamp"), Some("datetime(6)"), Some("datetime"), ""),
    known("NaiveDate", Some("date"), Some("date"), Some("date"), ""),
    known("NaiveTime", Some("time"), Some("time(6)"), Some("time"), ""),
    known("OffsetDateTime", Some("timestamptz"), Some("timestamp(6)"), Some("datetime"), ""),
    known("PrimitiveDateTime", Some("timestamp"), Some("datetime(6)"), Some("datetime"), ""),
    known("Date", Some("date"), Some("date"), Some("date"), ""),
    known("Time", Some("time"), Some("time(6)"), Some("time"), ""),
    known("Value", Some("jsonb"), Some("json"), Some("text"), ""),
    known("Decimal", Some("numeric"), None, None, "decimal(19, 4)"),
    known("BigDecimal", Some("numeric"), None, None, "decimal(19, 4)"),
    known("IpAddr", Some("inet"), Some("varchar(45)"), None, "text"),
    known("Ipv4Addr", None, Some("varchar(15)"), None, "inet"),
    known("Ipv6Addr", None, Some("varchar(45)"), None, "inet"),
    pg("IpNetwork", "inet"),
    pg("IpNet", "inet"),
    pg("MacAddress", "macaddr"),
    pg("BitVec", "varbit"),
    pg("PgInterval", "interval"),
    pg("PgTimeTz", "timetz"),
    pg("PgMoney", "money"),
    pg("PgCiText", "citext"),
    pg("PgHstore", "hstore"),
    pg("PgLTree", "ltree"),
    pg("PgLQuery", "lquery"),
    pg("PgCube", "cube"),
    pg("PgPoint", "point"),
    pg("PgLine", "line"),
    pg("PgLSeg", "lseg"),
    pg("PgBox", "box"),
    pg("PgPath", "path"),
    pg("PgPolygon", "polygon"),
    pg("PgCircle", "circle"),
    pg("Oid", "oid"),
    pg("PgRange<i32>", "int4range"),
    pg("PgRange<i64>", "int8range"),
    pg("PgRange<Decimal>", "numrange"),
    pg("PgRange<BigDecimal>", "numrange"),
    pg("PgRange<DateTime<Utc>>", "tstzrange"),
    pg("PgRange<DateTime<Local>>", "tstzrange"),
    pg("PgRange<DateTime<FixedOffset>>", "tstzrange"),
    pg("PgRange<OffsetDateTime>", "tstzrange"),
    pg("PgRange<NaiveDateTime>", "tsrange"),
    pg("PgRange<PrimitiveDateTime>", "tsrange"),
    pg("PgRange<NaiveDate>", "daterange"),
    pg("PgRange<Date>", "daterange"),
];

/// Where types of the table come from. A path that begins otherwise is somebody's own type.
const CRATES: &[&str] = &[
    "std",
    "core",
    "alloc",
    "sqlx",
    "chrono",
    "time",
    "uuid",
    "serde_json",
    "rust_decimal",
    "bigdecimal",
    "ipnetwork",
    "ipnet",
    "mac_address",
    "bit_vec",
];

impl Known {
    /// All of them, for tests.
    pub fn all() -> &'static [Known] {
        KNOWN
    }

    /// What is kept as JSON.
    pub fn json() -> &'static Known {
        Known::named("Value").expect("it is in the table")
    }

    /// `i32` and the like.
    pub fn integer(name: &str) -> Option<&'static Known> {
        Known::named(name).filter(|known| known.is_integer())
    }

    fn named(name: &str) -> Option<&'static Known> {
        KNOWN.iter().find(|known| known.name == name)
    }

    /// The SQL type, where sqlx maps it.
    pub const fn sql(&self, dialect: Dialect) -> Option<&'static str> {
        match dialect {
            Dialect::Postgres => self.postgres,
            Dialect::MySql | Dialect::MariaDb => self.mysql,
            Dialect::Sqlite => self.sqlite,
        }
    }

    /// Whether the server can number it.
    pub fn is_integer(&self) -> bool {
        matches!(self.name.as_bytes(), [b'i' | b'u', digits @ ..] if digits.iter().all(u8::is_ascii_digit))
    }
}

/// What a type is to the columns.
pub fn field_type(ty: &Type) -> FieldType {
    let ty = plain(ty);
    let (inner, nullable) = match argument(ty, "Option") {
        Some(inner) => (plain(inner), true),
        None => (ty, false),
    };
    let leaf = leaf(inner);
    let named = matches!(rust_type(leaf), RustType::Named(_)).then(|| leaf.to_token_stream());
    FieldType { ty: rust_type(inner), nullable, shown: shown(ty), span: ty.span(), named }
}

/// As people write it.
fn shown(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let glued = matches!(c, '<' | '>' | ':' | ',' | ';' | ']' | ')');
        if glued && out.ends_with(' ') {
            out.pop();
        }
        let after = out.chars().last();
        if c == ' ' && matches!(after, Some('<' | ':' | '&' | '[' | '(' | '\'')) {
            continue;
        }
        out.push(c);
    }
    out
}

/// Without brackets and groups around it.
fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => plain(&group.elem),
        Type::Paren(paren) => plain(&paren.elem),
        ty => ty,
    }
}

/// What lists, boxes and references are around.
fn leaf(ty: &Type) -> &Type {
    match plain(ty) {
        Type::Reference(reference) => leaf(&reference.elem),
        Type::Slice(slice) => leaf(&slice.elem),
        Type::Array(array) => leaf(&array.elem),
        ty => {
            let wrappers = ["Option", "Vec", "Box", "Arc", "Rc", "Cow"];
            wrappers.iter().find_map(|wrapper| argument(ty, wrapper)).map_or(ty, leaf)
        }
    }
}

/// The argument of a type with one: `T` of `Option<T>`.
fn argument<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    if last.ident != name {
        return None;
    }
    arguments(&last.arguments).first().copied()
}

fn arguments(arguments: &PathArguments) -> Vec<&Type> {
    let PathArguments::AngleBracketed(list) = arguments else { return Vec::new() };
    let types = list.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

fn is_byte(ty: &Type) -> bool {
    matches!(rust_type(ty), RustType::Known(known) if known.name == "u8")
}

/// What stands for a list of `item`.
fn list(item: &Type) -> RustType {
    if is_byte(item) {
        return Known::named("Vec<u8>").map_or(RustType::Other, RustType::Known);
    }
    // NULL may stand in an array whatever its column says.
    match rust_type(argument(plain(item), "Option").unwrap_or(item)) {
        RustType::Array(_) | RustType::Other => RustType::Other,
        item => RustType::Array(Box::new(item)),
    }
}

fn rust_type(ty: &Type) -> RustType {
    match plain(ty) {
        Type::Reference(reference) => rust_type(&reference.elem),
        Type::Slice(slice) => list(&slice.elem),
        Type::Array(array) => list(&array.elem),
        Type::Path(path) if path.qself.is_none() => path_type(&path.path),
        _ => RustType::Other,
    }
}

fn path_type(path: &syn::Path) -> RustType {
    let (Some(first), Some(last)) = (path.segments.first(), path.segments.last()) else { return RustType::Other };
    let name = last.ident.to_string();
    let is_ours = path.segments.len() == 1 || CRATES.contains(&first.ident.to_string().as_str());
    let inner = arguments(&last.arguments);
    if !is_ours {
        return if inner.is_empty() { RustType::Named(name) } else { RustType::Other };
    }
    let known = |name: &str| Known::named(name).map(RustType::Known);
    match (name.as_str(), inner.as_slice()) {
        ("str", []) | ("Text", [_]) => known("String").unwrap_or(RustType::Other),
        ("JsonValue", []) | ("Json", [] | [_]) | ("JsonRawValue", []) => known("Value").unwrap_or(RustType::Other),
        ("Vec", [item]) => list(item),
        ("Box" | "Arc" | "Rc" | "Cow", [inner]) => rust_type(inner),
        ("PgTimeTz", _) => known("PgTimeTz").unwrap_or(RustType::Other),
        ("BitVec", _) => known("BitVec").unwrap_or(RustType::Other),
        (_, []) => known(&name).unwrap_or(RustType::Named(name)),
        (_, [inner]) => match rust_type(inner) {
            RustType::Known(inner) => known(&format!("{name}<{}>", inner.name)).unwrap_or(RustType::Other),
            RustType::Named(inner) => known(&format!("{name}<{inner}>")).unwrap_or(RustType::Other),
            RustType::Array(_) | RustType::Other => RustType::Other,
        },
        (_, _) => RustType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let ty: Type = syn::parse_str(text).expect("a type");
        let field = field_type(&ty);
        let sql = match &field.ty {
            RustType::Known(known) => known.sql(Dialect::Postgres).unwrap_or("-").to_owned(),
            RustType::Array(item) => match &**item {
                RustType::Known(known) => format!("{}[]", known.sql(Dialect::Postgres).unwrap_or("-")),
                item => format!("{item:?}[]"),
            },
            RustType::Named(name) => format!("?{name}"),
            RustType::Other => "other".to_owned(),
        };
        if field.nullable { format!("{sql} null") } else { sql }
    }

    #[test]
    fn types_are_known_by_their_last_name() {
        for (rust, sql) in [
            ("i64", "bigint"),
            ("std::option::Option<i32>", "integer null"),
            ("Option<Box<str>>", "text null"),
            ("Cow<'static, str>", "text"),
            ("&'a str", "text"),
            ("Vec<u8>", "bytea"),
            ("&[u8]", "bytea"),
            ("[u8; 32]", "bytea"),
            ("Vec<Option<String>>", "text[]"),
            ("Option<Vec<uuid::Uuid>>", "uuid[] null"),
            ("Vec<Vec<u8>>", "bytea[]"),
            ("Vec<Vec<i32>>", "other"),
            ("chrono::DateTime<chrono::Utc>", "timestamptz"),
            ("DateTime<Tz>", "other"),
            ("serde_json::Value", "jsonb"),
            ("sqlx::types::Json<Vec<Address>>", "jsonb"),
            ("PgRange<chrono::DateTime<Utc>>", "tstzrange"),
            ("PgTimeTz<NaiveTime, FixedOffset>", "timetz"),
            ("u32", "-"),
            ("Status", "?Status"),
            ("crate::models::Value", "?Value"),
            ("Vec<Mood>", "Named(\"Mood\")[]"),
            ("(i32, i32)", "other"),
            ("HashMap<String, i32>", "other"),
        ] {
            assert_eq!(read(rust), sql, "{rust}");
        }
        let ty: Type = syn::parse_str("Option < Vec < & 'a str > >").expect("a type");
        assert_eq!(field_type(&ty).shown, "Option<Vec<&'a str>>");
    }
}
