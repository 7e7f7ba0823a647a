//! golang-migrate: `<version>_<title>.up.sql` and `.down.sql`. The version is a number; the titles of the two may differ.

use migrate_core::Direction;

use super::names::{direction, last, numbered, stem};
use super::{Layout, Part, PartError, Seen, Sign, finished, natural};
use crate::files::Transaction;
use crate::files::parse::Form;

pub(super) static LAYOUT: Layout = Layout {
    name: "golang-migrate",
    directories: false,
    beside: None,
    names: "golang-migrate's files are called `<version>_<title>.up.sql` and `<version>_<title>.down.sql`",
    form: Form::Whole(Direction::Up),
    part,
    order: natural,
    // It sends the text as it is: what holds it together is the server's own transaction around several statements.
    transaction: Transaction::AsNeeded,
    sign,
    fits: |_| true,
    side: &[],
    skips: |_| false,
    foreign: &[],
    finish: finished,
};

fn part(path: &str) -> Result<Part, PartError> {
    match direction(stem(last(path))?)? {
        (rest, Some(direction)) => numbered(rest, direction),
        (rest, None) => Err(PartError::rename("`.up` or `.down` is missing before `.sql`", format!("{rest}.up.sql"))),
    }
}

fn sign(seen: &Seen<'_>) -> Sign {
    if part(seen.file).is_ok() && !super::sqlx::is_marked(seen.text) { Sign::Strong } else { Sign::No }
}
