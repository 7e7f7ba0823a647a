//! Everything that understands SQL and migration files: shared by the macro and the command, never part of a program
//! that only runs migrations.
//!
//! Each module uses only what stands left of it: `source · diagnostic · sql · files · catalog · read ·
//! interpret · replay · render · diff · undo · live · lint · wanted · project`.
//! Nothing here talks to a database or looks at a clock; the file system is touched in `files::disk` alone.

pub mod catalog;
pub mod diagnostic;
pub mod diff;
pub mod files;
pub mod interpret;
pub mod lint;
pub mod live;
pub mod project;
pub mod read;
pub mod render;
pub mod replay;
pub mod source;
pub mod sql;
pub mod undo;
pub mod wanted;

pub use project::Project;
