//! One case, every server: what the runtime does to real databases.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod adopt;
mod apply;
mod broken;
mod concurrent;
mod decided;
mod elsewhere;
mod events;
mod failures;
mod foreign_keys;
mod lease;
mod limits;
mod live;
mod models;
mod offline;
mod pairs;
mod repair;
mod round_trips;
mod semantics;
mod settle;
mod states;
mod stop;
mod table_locks;
mod tenants;
mod undo;
