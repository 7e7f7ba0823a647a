//! One case, every server: what the runtime does to real databases.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod adopt;
mod apply;
mod concurrent;
mod events;
mod failures;
mod foreign_keys;
mod offline;
mod semantics;
mod settle;
mod states;
