//! dbmate: `<version>_<name>.sql` with `-- migrate:up` and `-- migrate:down`, our own words; `transaction:false` behind one
//! of them is dbmate's alone, and there are no parents.

use migrate_core::Direction;

use super::names::{last, slug, stem};
use super::{Layout, Part, PartError, Sign, finished, textual};
use crate::files::Transaction;
use crate::files::parse::Form;

pub(super) static LAYOUT: Layout = Layout {
    name: "dbmate",
    directories: false,
    beside: None,
    names: "dbmate's files are called `<version>_<name>.sql`; the version is a number",
    form: Form::Dbmate,
    part,
    order: textual,
    transaction: Transaction::Wrapped,
    // What is the same in both has to be settled by all of the folder.
    sign: |_| Sign::No,
    fits: |_| true,
    side: &[],
    skips: |_| false,
    foreign: &[],
    finish: finished,
};

fn part(path: &str) -> Result<Part, PartError> {
    let name = last(path);
    let stem = stem(name)?;
    let end = stem.find(|c: char| !c.is_ascii_digit()).unwrap_or(stem.len());
    let (id, rest) = stem.split_at(end);
    if id.is_empty() {
        return Err(PartError::name("it does not begin with a number"));
    }
    let (id, sort) = (id.to_owned(), name.to_owned());
    Ok(Part { version: id.clone(), slug: slug(rest), direction: Direction::Up, sort, id })
}
