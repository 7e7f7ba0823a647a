//! Dependencies that say nothing; the graph finds them.

use super::prelude::*;
use crate::diagnostic::graph;

pub(in crate::lint) static LINT: Lint = Lint {
    name: "redundant-dependency",
    code: &graph::REDUNDANT_DEPENDENCY,
    group: Group::Suspicious,
    level: Level::Warn,
    check: Check::Elsewhere,
};
