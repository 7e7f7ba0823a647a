//! One case, every server: what the runtime does to real databases.

mod apply;
mod concurrent;
mod failures;
mod states;
