//! Ours: `<revision>_<slug>.sql` with `-- migrate:up` and `-- migrate:down`.

use super::{Layout, PartError, Sign, finished, natural};
use crate::files::Transaction;
use crate::files::parse::Form;

pub(super) static LAYOUT: Layout = Layout {
    name: "native",
    directories: false,
    beside: None,
    names: "a migration is called `<revision>_<slug>.sql`, as in `20261118091500_add_users.sql`",
    form: Form::Native,
    // Native files are read by their own way, which knows better what a bad name should have been.
    part: |_| Err(PartError::name("it is read as a native file")),
    order: natural,
    transaction: Transaction::One,
    sign: |_| Sign::No,
    fits: |_| true,
    side: &[],
    skips: |_| false,
    foreign: &[],
    finish: finished,
};
