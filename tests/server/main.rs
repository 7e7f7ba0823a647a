//! One case, every server: what the runtime does to real databases.

mod adopt;
mod apply;
mod concurrent;
mod failures;
mod offline;
mod states;
