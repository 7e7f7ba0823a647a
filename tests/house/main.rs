//! The house: who may import whom, and tables that must agree with each other.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod examples;
mod layers;
mod tables;
