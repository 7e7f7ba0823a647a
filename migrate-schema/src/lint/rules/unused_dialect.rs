//! Sections that never run; the reader of files finds them.

use super::prelude::*;
use crate::diagnostic::directives;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "unused-dialect",
    code: &directives::UNUSED_DIALECT,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Elsewhere,
};
