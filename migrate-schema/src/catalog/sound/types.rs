//! Limits of the types of MySQL and MariaDB.

use super::{members, parts, width};

/// What is wrong with a type, and what to do. `charset`: of its characters, where that is known.
pub(super) fn problem(meaning: &str, charset: Option<&str>, collation: Option<&str>) -> Option<(String, String)> {
    let (name, inside, _) = parts(meaning);
    let numbers: Vec<usize> =
        inside.into_iter().flat_map(|inside| inside.split(',')).map_while(|part| part.trim().parse().ok()).collect();
    let first = numbers.first().copied();
    let most = |limit: usize, what: &str, help: &str| {
        let found = first.filter(|first| *first > limit)?;
        Some((format!("`{name}({found})`: {what} is {limit} at most"), help.to_owned()))
    };
    match name {
        "decimal" | "numeric" | "dec" | "fixed" => most(65, "the number of digits", "write fewer digits")
            .or_else(|| {
                let scale = numbers.get(1).copied().filter(|scale| *scale > 38)?;
                Some((
                    format!("{scale} digits behind the point of `{name}`, and 38 are allowed"),
                    "write fewer".to_owned(),
                ))
            })
            .or_else(|| scale(name, &numbers)),
        "float" | "double" | "real" if numbers.len() > 1 => scale(name, &numbers),
        "float" => most(53, "the number of bits", "write `double`"),
        "bit" => most(64, "the number of bits", "write `binary` for more"),
        "datetime" | "timestamp" | "time" => most(6, "the number of digits of a second", "write 6 or fewer"),
        "char" | "binary" => {
            most(255, "the length", if name == "char" { "write `varchar`" } else { "write `varbinary`" })
        }
        "tinyint" | "smallint" | "mediumint" | "int" | "integer" | "bigint" => {
            most(255, "the width", "leave it out: it does not change what the column holds")
        }
        "varchar" => {
            let bytes = charset.and_then(width).unwrap_or(1);
            let limit = 65_535 / bytes;
            most(limit, "the length of these characters", "write `text`")
        }
        "varbinary" => most(65_535, "the length", "write `blob`"),
        "enum" | "set" => {
            let all = members(inside?);
            // Whether upper and lower case are the same depends on the collation; spaces at the end are taken off.
            let same = |one: &String, other: &String| {
                let (one, other) = (one.trim_end_matches(' '), other.trim_end_matches(' '));
                one == other
                    || collation.is_some_and(|name| name.ends_with("_ci")) && one.to_lowercase() == other.to_lowercase()
            };
            if let Some((_, twice)) =
                all.iter().enumerate().find(|(at, text)| all[..*at].iter().any(|other| same(other, text)))
            {
                return Some((format!("`{twice}` stands twice in this {name}"), "take one of them out".to_owned()));
            }
            let comma = all.iter().find(|text| name == "set" && text.contains(','))?;
            Some((format!("the member `{comma}` of a set has a comma in it"), "a comma separates members".to_owned()))
        }
        _ => None,
    }
}

fn scale(name: &str, numbers: &[usize]) -> Option<(String, String)> {
    let [digits, scale] = numbers else { return None };
    (scale > digits).then(|| {
        let message = format!("`{name}({digits},{scale})` has more digits behind the point than in all");
        (message, "the first number counts all digits".to_owned())
    })
}

/// How many bytes a column of this type takes in a row, or in a key, at most; none if nobody can say.
pub(super) fn bytes(meaning: &str, charset: Option<&str>) -> Option<usize> {
    let (name, inside, _) = parts(meaning);
    let first: Option<usize> = inside.and_then(|inside| inside.split(',').next()?.trim().parse().ok());
    Some(match name {
        "tinyint" | "bool" | "boolean" | "year" => 1,
        "smallint" => 2,
        "mediumint" | "date" => 3,
        "int" | "integer" | "float" => 4,
        "bigint" | "double" | "real" | "serial" => 8,
        // Two digits behind the point are a byte.
        "time" => 3 + first.unwrap_or(0).div_ceil(2),
        "timestamp" => 4 + first.unwrap_or(0).div_ceil(2),
        "datetime" => 5 + first.unwrap_or(0).div_ceil(2),
        "varchar" => first? * width(charset?)?,
        "char" => first.unwrap_or(1) * width(charset?)?,
        "binary" => first.unwrap_or(1),
        "varbinary" => first?,
        _ => return None,
    })
}
