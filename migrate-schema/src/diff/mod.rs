//! What differs between two catalogs.

pub mod expr;
