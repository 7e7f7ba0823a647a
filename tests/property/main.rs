//! What must hold for every input, known from inputs that nobody chose.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod files;
mod graph;
mod ledger;
mod sql;
