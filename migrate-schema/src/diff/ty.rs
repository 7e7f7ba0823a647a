//! When two types are the same, and how values of one become values of the other.

use migrate_core::Dialect;

use crate::catalog::table::Type;
use crate::read::array_element;

/// Equal for two spellings of one type.
pub fn meaning(ty: &Type, dialect: Dialect) -> String {
    let text = squeezed(&ty.text);
    match dialect {
        Dialect::Postgres => postgres(&text),
        Dialect::MySql | Dialect::MariaDb => mysql(&text, dialect == Dialect::MariaDb),
        Dialect::Sqlite => text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
    }
}

/// Without spaces that mean nothing.
fn squeezed(text: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    for c in text.chars() {
        if quote.is_none() && c == ' ' && (out.ends_with([' ', '(', ',', '['])) {
            continue;
        }
        if quote.is_none() && matches!(c, ')' | ',' | '(' | '[' | ']') {
            out.truncate(out.trim_end_matches(' ').len());
        }
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '\'' | '"') => quote = Some(c),
            _ => (),
        }
        out.push(c);
    }
    out.trim().to_owned()
}

/// The name, the arguments with their brackets, and what stands behind them.
fn cut(text: &str) -> (&str, &str, &str) {
    match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if open < close => (&text[..open], &text[open..=close], &text[close + 1..]),
        _ => (text, "", ""),
    }
}

fn postgres(text: &str) -> String {
    // That of an attribute of a type.
    if let Some((ty, collation)) = text.split_once(" collate ") {
        return format!(
            "{} collate {}",
            postgres(ty),
            collation.replace('"', "").replace("pg_catalog.", "").replace("public.", "")
        );
    }
    let (element, dimensions) = match text.find('[') {
        Some(open) => {
            let element = text[..open].trim_end();
            (element.strip_suffix(" array").unwrap_or(element), true)
        }
        None => match text.strip_suffix(" array").or_else(|| array_element(text)) {
            Some(element) => (element, true),
            None => (text, false),
        },
    };
    let element = element.strip_prefix("pg_catalog.").unwrap_or(element);
    let element = element.strip_prefix("public.").unwrap_or(element);
    // One byte, and no other spelling of `char`.
    if element == "\"char\"" {
        return array(element, dimensions);
    }
    let element = element.replace('"', "");
    let (name, arguments, behind) = cut(&element);
    let joined = format!(
        "{}{}",
        name.trim_end(),
        if behind.is_empty() { String::new() } else { format!(" {}", behind.trim_start()) }
    );
    let name = match joined.as_str() {
        "int" | "int4" | "serial" | "serial4" => "integer",
        "int8" | "bigserial" | "serial8" => "bigint",
        "int2" | "smallserial" | "serial2" => "smallint",
        "bool" => "boolean",
        "float8" => "double precision",
        "float4" => "real",
        "float" => match arguments.trim_matches(['(', ')']).parse::<u32>() {
            Ok(0..=24) => return array("real", dimensions),
            _ => return array("double precision", dimensions),
        },
        "decimal" | "dec" => "numeric",
        "varchar" | "char varying" | "national character varying" | "national char varying" | "nchar varying" => {
            "character varying"
        }
        "char" | "bpchar" | "national character" | "national char" | "nchar" => "character",
        "varbit" => "bit varying",
        "timestamptz" => "timestamp with time zone",
        "timetz" => "time with time zone",
        "timestamp without time zone" => "timestamp",
        "time without time zone" => "time",
        other => other,
    };
    let arguments = match (name, arguments) {
        ("character" | "bit", "") if joined != "bpchar" => "(1)",
        ("numeric", one) if !one.is_empty() && !one.contains(',') => {
            return array(&format!("numeric({},0)", one.trim_matches(['(', ')'])), dimensions);
        }
        (_, arguments) => arguments,
    };
    array(&format!("{name}{arguments}"), dimensions)
}

fn array(element: &str, is_array: bool) -> String {
    if is_array { format!("{element}[]") } else { element.to_owned() }
}

fn mysql(text: &str, mariadb: bool) -> String {
    let (name, arguments, behind) = cut(text);
    let lower = if name.starts_with("enum") || name.starts_with("set") { name.to_owned() } else { name.to_lowercase() };
    let mut words: Vec<&str> = lower.split(' ').chain(behind.split(' ')).filter(|word| !word.is_empty()).collect();
    words.retain(|word| *word != "signed");
    let zerofill = words.contains(&"zerofill");
    words.retain(|word| *word != "zerofill");
    let unsigned = words.contains(&"unsigned") || zerofill;
    words.retain(|word| *word != "unsigned");
    let joined = words.join(" ");
    let (name, default) = match joined.as_str() {
        "integer" | "int4" | "int" => ("int", if unsigned { "(10)" } else { "(11)" }),
        "bigint" | "int8" => ("bigint", "(20)"),
        "serial" => return "bigint(20) unsigned".to_owned(),
        "smallint" | "int2" => ("smallint", if unsigned { "(5)" } else { "(6)" }),
        "tinyint" | "int1" => ("tinyint", if unsigned { "(3)" } else { "(4)" }),
        "mediumint" | "middleint" | "int3" => ("mediumint", if unsigned { "(8)" } else { "(9)" }),
        "bool" | "boolean" => ("tinyint", "(1)"),
        "decimal" | "dec" | "numeric" | "fixed" => ("decimal", "(10,0)"),
        "double precision" | "double" | "real" | "float8" => ("double", ""),
        "float4" | "float" => ("float", ""),
        "char byte" => ("binary", "(1)"),
        "character" | "char" | "nchar" | "national char" | "national character" => ("char", "(1)"),
        "character varying"
        | "varchar"
        | "varcharacter"
        | "char varying"
        | "nvarchar"
        | "national varchar"
        | "national character varying"
        | "national char varying"
        | "nchar varchar"
        | "nchar varying" => ("varchar", ""),
        "binary" => ("binary", "(1)"),
        "bit" => ("bit", "(1)"),
        "year" => ("year", "(4)"),
        "long" | "long varchar" | "long char varying" | "long character varying" => ("mediumtext", ""),
        "long varbinary" | "long byte" => ("mediumblob", ""),
        "geomcollection" => ("geometrycollection", ""),
        other => (other, ""),
    };
    // No width is the usual one.
    let arguments = if arguments == "(0)" && name.ends_with("int") { "" } else { arguments };
    let bits = arguments.trim_matches(['(', ')']).parse::<u32>().ok();
    // How long a text may be decides about its type, how many bits about that of a number; both are forgotten then.
    let (name, arguments) = match (name, bits) {
        ("float", Some(25..)) => ("double", ""),
        ("float", Some(_)) => ("float", ""),
        ("blob", Some(..=255)) => ("tinyblob", ""),
        ("blob", Some(..=65_535)) => ("blob", ""),
        ("blob", Some(..=16_777_215)) => ("mediumblob", ""),
        ("blob", Some(_)) => ("longblob", ""),
        ("time" | "datetime" | "timestamp" | "bit", Some(0)) => (name, ""),
        _ => (name, arguments),
    };
    let whole = matches!(name, "int" | "bigint" | "smallint" | "mediumint")
        || name == "tinyint" && arguments != "(1)" && default != "(1)";
    let arguments = match arguments {
        // MySQL shows no width any more.
        _ if whole && !mariadb && !zerofill => "".to_owned(),
        "" if !mariadb && default != "(1)" && whole && !zerofill => "".to_owned(),
        "" => default.to_owned(),
        one if name == "decimal" && !one.contains(',') => {
            let one = one.trim_matches(['(', ')']);
            format!("({},0)", one.split('.').next().unwrap_or(one))
        }
        other => other.to_owned(),
    };
    let unsigned = if unsigned { " unsigned" } else { "" };
    let zerofill = if zerofill { " zerofill" } else { "" };
    format!("{name}{arguments}{unsigned}{zerofill}")
}

/// How PostgreSQL brings values of one type into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cast {
    /// By itself.
    Itself,
    /// If it is told to: `USING c::type`.
    Written,
    /// Through another type, from and to which there is a cast.
    Through(&'static str),
}

/// Families within which PostgreSQL assigns by itself.
fn family(meaning: &str) -> &str {
    let (name, _, _) = cut(meaning);
    match name {
        _ if meaning.ends_with("[]") => "array",
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" => "number",
        "text" | "character varying" | "character" | "name" | "citext" => "text",
        "timestamp" | "timestamp with time zone" | "date" => "moment",
        "bit" | "bit varying" => "bit",
        "json" | "jsonb" => "json",
        "inet" | "cidr" => "net",
        other => other,
    }
}

/// Whether what is written about a column of one type reads the same when it has the other: the server keeps values that a
/// column is compared with in its type.
pub fn read_alike(one: &str, other: &str) -> bool {
    let base = |ty: &str| ty.split('(').next().unwrap_or(ty).trim().to_owned();
    let (one, other) = (base(one), base(other));
    let both = |names: &[&str]| names.contains(&&*one) && names.contains(&&*other);
    one == other || both(&["smallint", "integer", "bigint"]) || both(&["text", "character varying"])
}

/// Whether values of the two can be compared as they are, as a foreign key does.
pub fn comparable(one: &str, other: &str) -> bool {
    family(one) == family(other)
}

/// How values of a column get from one type to another; both are meanings.
pub fn cast(from: &str, to: &str) -> Cast {
    let (old, new) = (family(from), family(to));
    match (old, new) {
        ("array", "array") => {
            let inner = cast(from.trim_end_matches("[]"), to.trim_end_matches("[]"));
            if matches!(inner, Cast::Through(_)) { Cast::Through("text") } else { inner }
        }
        _ if old == new => Cast::Itself,
        (_, "text") => Cast::Itself,
        ("text", "\"char\"") if matches!(from, "name" | "citext") => Cast::Through("text"),
        ("text", "\"char\"") => Cast::Itself,
        ("text", _) => Cast::Written,
        ("boolean", "number") | ("number", "boolean") => match from == "integer" || to == "integer" {
            true => Cast::Written,
            false => Cast::Through("integer"),
        },
        ("number", "money") | ("money", "number") => match (from, to) {
            ("integer" | "bigint", _) => Cast::Itself,
            _ if from.starts_with("numeric") || to.starts_with("numeric") => Cast::Itself,
            _ => Cast::Through("numeric"),
        },
        ("time", "interval") => Cast::Itself,
        ("interval", "time") => Cast::Itself,
        ("moment", "time") if !from.starts_with("date") => Cast::Itself,
        ("moment", "time with time zone") if from.starts_with("timestamp with time zone") => Cast::Itself,
        ("time", "time with time zone") | ("time with time zone", "time") => Cast::Itself,
        ("number", "bit") | ("bit", "number")
            if (matches!(from, "integer" | "bigint") || matches!(to, "integer" | "bigint"))
                && !from.starts_with("bit varying")
                && !to.starts_with("bit varying") =>
        {
            Cast::Written
        }
        _ => Cast::Through("text"),
    }
}

/// Whether a value may get lost, or refused, on the way from one type to another.
pub fn narrows(from: &str, to: &str, dialect: Dialect) -> bool {
    let (old, old_arguments, old_rest) = cut(from);
    let (new, new_arguments, new_rest) = cut(to);
    let numbers = |arguments: &str| -> Vec<i64> {
        arguments.trim_matches(['(', ')']).split(',').filter_map(|number| number.trim().parse().ok()).collect()
    };
    if dialect == Dialect::Sqlite {
        // Values keep their own type there; what the column says converts only what converts without loss.
        return false;
    }
    if let (Some(before), Some(after)) = (values(from), values(to)) {
        return before.iter().any(|value| !after.contains(value));
    }
    let (lengths, others) = (numbers(old_arguments), numbers(new_arguments));
    let text = |name: &str| match name {
        "character varying" | "varchar" | "character" | "char" | "varbinary" | "binary" | "bit" | "bit varying" => {
            Some(0)
        }
        "tinytext" | "tinyblob" => Some(255),
        "text" | "blob" => Some(if dialect == Dialect::Postgres { i64::MAX } else { 65_535 }),
        "mediumtext" | "mediumblob" => Some(16_777_215),
        "longtext" | "longblob" | "citext" => Some(i64::MAX),
        _ => None,
    };
    if let (Some(a), Some(b)) = (text(old), text(new)) {
        let size =
            |fixed: i64, lengths: &[i64]| if fixed > 0 { fixed } else { lengths.first().copied().unwrap_or(i64::MAX) };
        return size(b, &others) < size(a, &lengths);
    }
    if text(new).is_some() {
        let room = others.first().copied().unwrap_or(i64::MAX);
        return text(new) == Some(0) && room < 64 && text(old).is_none();
    }
    let width = |name: &str| match name {
        "tinyint" => Some(1),
        "smallint" => Some(2),
        "mediumint" => Some(3),
        "integer" | "int" => Some(4),
        "bigint" => Some(8),
        _ => None,
    };
    let sign = |rest: &str| rest.contains("unsigned");
    match (width(old), width(new)) {
        (Some(a), Some(b)) => return b < a || sign(old_rest) != sign(new_rest) && !(sign(old_rest) && b > a),
        (Some(a), None) => {
            return match new {
                "numeric" | "decimal" => {
                    let digits = match others[..] {
                        [precision, scale] => precision - scale,
                        [precision] => precision,
                        _ => return false,
                    };
                    digits < [0, 3, 5, 8, 10, 19, 19, 19, 19][a as usize]
                }
                "real" | "float" => a > 2,
                "double precision" | "double" => a > 4,
                _ => true,
            };
        }
        (None, Some(_)) => return true,
        (None, None) => (),
    }
    // Digits of a second that are kept.
    let digits =
        |arguments: &[i64]| arguments.first().copied().unwrap_or(if dialect.is_mysql_family() { 0 } else { 6 });
    let moment = |name: &str| name == "datetime" || name.starts_with("timestamp");
    if moment(old) && moment(new) || old == new && old.starts_with("time") {
        return new == "timestamp" && old == "datetime" || digits(&others) < digits(&lengths);
    }
    match (old, new) {
        ("numeric" | "decimal", "numeric" | "decimal") => match (&lengths[..], &others[..]) {
            (_, []) => false,
            ([], _) => true,
            ([p, s], [q, t]) => t < s || q - t < p - s,
            _ => true,
        },
        ("real" | "float", "double precision" | "double") => false,
        ("json", "jsonb") | ("jsonb", "json") => false,
        ("date", "timestamp" | "timestamp with time zone" | "datetime") => false,
        _ if old == new => match (lengths.first(), others.first()) {
            (Some(a), Some(b)) => b < a,
            (None, Some(b)) => *b < 6,
            _ => false,
        },
        _ => true,
    }
}

/// The values of an enum or set of MySQL.
fn values(meaning: &str) -> Option<Vec<String>> {
    let (name, arguments, _) = cut(meaning);
    if !matches!(name, "enum" | "set") {
        return None;
    }
    Some(arguments.trim_matches(['(', ')']).split(',').map(|value| value.trim().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ty(text: &str) -> Type {
        Type { text: text.into(), meaning: text.into(), own: None }
    }

    #[test]
    fn spellings_of_one_type_are_equal() {
        let same = |a, b, dialect| assert_eq!(meaning(&ty(a), dialect), meaning(&ty(b), dialect), "{a} {b}");
        same("int4", "integer", Dialect::Postgres);
        same("varchar(80)", "character varying(80)", Dialect::Postgres);
        same("timestamptz(3)", "timestamp(3) with time zone", Dialect::Postgres);
        same("numeric(10, 2)", "decimal(10,2)", Dialect::Postgres);
        same("text [ ]", "text array", Dialect::Postgres);
        same("char", "character(1)", Dialect::Postgres);
        assert_ne!(meaning(&ty("\"char\""), Dialect::Postgres), meaning(&ty("char"), Dialect::Postgres));
        same("int", "integer(11)", Dialect::MariaDb);
        same("bool", "tinyint(1)", Dialect::MariaDb);
        same("int(5)", "int", Dialect::MySql);
    }

    #[test]
    fn what_may_lose_values_is_known() {
        let narrows = |a, b| narrows(a, b, Dialect::Postgres);
        assert!(narrows("bigint", "integer") && !narrows("integer", "bigint"));
        assert!(narrows("text", "character varying(10)") && !narrows("character varying(10)", "text"));
        assert!(narrows("numeric(10,2)", "numeric(8,2)") && !narrows("numeric(8,2)", "numeric(10,2)"));
        assert!(!narrows("integer", "text") && narrows("text", "integer"));
    }
}
