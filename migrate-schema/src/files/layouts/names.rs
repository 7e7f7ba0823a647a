//! What the names of several tools have in common.

use migrate_core::Direction;

use super::{Part, PartError};

/// The last part of a path.
pub(super) fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The directory that a file lies in, and the file's name.
pub(super) fn unit(path: &str) -> Option<(&str, &str)> {
    let (directory, name) = path.rsplit_once('/')?;
    Some((last(directory), name))
}

/// A slug from what another tool lets stand in a name.
pub(super) fn slug(text: &str) -> String {
    let fine = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let slug: String = text.chars().map(|c| if fine(c) { c } else { '_' }).collect();
    slug.trim_matches('_').to_owned()
}

/// A name as an id: with dots for what that cannot hold.
pub(super) fn dotted(name: &str) -> String {
    let dotted: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '.' }).collect();
    dotted.trim_matches('.').to_owned()
}

/// The name without `.sql`.
pub(super) fn stem(name: &str) -> Result<&str, PartError> {
    match name.strip_suffix(".sql") {
        Some(stem) => Ok(stem),
        None => {
            let stem = name.get(..name.len().saturating_sub(".sql".len())).unwrap_or(name);
            Err(PartError::rename("the extension is `.sql`, in lower case", format!("{stem}.sql")))
        }
    }
}

/// Cuts `.up` or `.down` off.
pub(super) fn direction(stem: &str) -> Result<(&str, Option<Direction>), PartError> {
    for (ending, direction) in [(".up", Direction::Up), (".down", Direction::Down)] {
        if let Some(rest) = stem.strip_suffix(ending) {
            return Ok((rest, Some(direction)));
        }
        let cut = stem.len().saturating_sub(ending.len());
        if let (Some(rest), Some(end)) = (stem.get(..cut), stem.get(cut..))
            && end.eq_ignore_ascii_case(ending)
        {
            let why = format!("the direction is `{ending}.sql`, in lower case");
            return Err(PartError::rename(why, format!("{rest}{ending}.sql")));
        }
    }
    Ok((stem, None))
}

/// `<number>_<name>`
pub(super) fn numbered(stem: &str, direction: Direction) -> Result<Part, PartError> {
    let (version, rest) =
        stem.split_once('_').ok_or_else(|| PartError::name("there is no `_` between the version and the name"))?;
    let id = number(version)?;
    Ok(Part { version: plain(id), slug: slug(rest), direction, sort: id.to_owned(), id: id.to_owned() })
}

/// A version that is a number of 64 bits.
pub(super) fn number(version: &str) -> Result<&str, PartError> {
    if version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PartError::name(format!("the version `{version}` is not a number")));
    }
    match plain(version).parse::<i64>() {
        Ok(_) => Ok(version),
        Err(_) => Err(PartError::name(format!("the version `{version}` is too large a number"))),
    }
}

/// A number without leading zeros.
pub(super) fn plain(number: &str) -> String {
    let plain = number.trim_start_matches('0');
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}
