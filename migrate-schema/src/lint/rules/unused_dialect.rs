//! Sections that never run; the reader of files finds them.

use super::prelude::*;
use crate::diagnostic::files;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unused-dialect",
    code: &files::UNUSED_DIALECT,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Elsewhere,
};
