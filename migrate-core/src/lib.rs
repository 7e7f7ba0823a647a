//! The pure centre of migrate: the revision graph, targets, plans, the ledger's SQL and scripts.
//!
//! Everything here is a function of its arguments. There is no SQL parser, no file system, no clock, no network and no
//! dependency, so that the crate costs nothing to compile and every rule can be tested with a three-line fixture. The
//! macro, the runtime and the command share it; users meet it through `migrate-runtime`, which re-exports what they need.
//! The API is not a stable one of its own: the crates of this workspace are pinned to each other's exact version.
#![no_std]
extern crate alloc;

pub mod dialect;
pub mod graph;
pub mod lease;
pub mod ledger;
pub mod limits;
pub mod listing;
pub mod packed;
pub mod plan;
pub mod probe;
pub mod revision;
pub mod script;
pub mod target;
pub mod walk;

pub use dialect::{Dialect, DialectSet};
pub use graph::{Graph, GraphError, Node, Rev, RevSet};
pub use plan::{Applied, Plan, PlanError, Step};
pub use revision::{Body, Checksum, Direction, Revision, Statement, Text};
pub use target::{Range, Target, TargetError};
