//! Code that must compile, without a warning: every form of the macros.
#![deny(warnings, missing_docs)]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

pub mod drift;
pub mod forms;
pub mod layouts;
pub mod models;
