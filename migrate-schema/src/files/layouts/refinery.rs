//! refinery: `V<version>__<name>.sql`, and `U<version>__<name>.sql` for those that may be applied out of order. The
//! version is an integer, and there is no way down.

use migrate_core::Direction;

use super::names::{last, number, plain, slug, stem};
use super::{Layout, Part, PartError, Seen, Sign, finished, flyway, natural};
use crate::files::Transaction;
use crate::files::parse::Form;

pub(super) static LAYOUT: Layout = Layout {
    name: "refinery",
    directories: false,
    beside: None,
    names: "refinery's files are called `V<version>__<name>.sql`, or `U<version>__<name>.sql`; the version is an integer",
    form: Form::Whole(Direction::Up),
    part,
    order: natural,
    transaction: Transaction::Wrapped,
    sign: |seen| if part(seen.file).is_ok() { Sign::Strong } else { Sign::No },
    fits,
    side: &[],
    skips: |_| false,
    foreign: &[(
        ".rs",
        "migrations in Rust cannot be read here: write their SQL into a `.sql` file of the same version",
    )],
    finish: finished,
};

fn part(path: &str) -> Result<Part, PartError> {
    let name = last(path);
    let stem = stem(name)?;
    let Some((head, rest)) = stem.split_once("__") else {
        return Err(PartError::name("two `_` stand between the version and the name"));
    };
    let Some(version) = head.strip_prefix(['V', 'U']) else {
        let upper = head.to_uppercase();
        return Err(match upper.starts_with(['V', 'U']) {
            true => PartError::rename("the prefix is `V` or `U`, in upper case", format!("{upper}__{rest}.sql")),
            false => PartError::name("the prefix is `V` or `U`"),
        });
    };
    let id = number(version)?;
    if rest.is_empty() {
        return Err(PartError::name("there is no name behind the version"));
    }
    Ok(Part { version: plain(id), slug: slug(rest), direction: Direction::Up, sort: id.to_owned(), id: id.to_owned() })
}

/// Flyway takes a migration back by `U`, and fills `${…}` in.
fn fits(files: &[Seen<'_>]) -> bool {
    let versions = |prefix: char| {
        let named = files.iter().filter(move |seen| last(seen.file).starts_with(prefix));
        named.filter_map(|seen| part(seen.file).ok()).map(|part| part.version).collect::<Vec<_>>()
    };
    let up = versions('V');
    !versions('U').iter().any(|version| up.contains(version))
        && !files.iter().any(|seen| flyway::placeholder(seen.text).is_some())
}
