//! Downs that leave something behind; `undo` finds them.

use super::prelude::*;
use crate::diagnostic::semantic;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "residue",
    code: &semantic::RESIDUE,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Elsewhere,
};
