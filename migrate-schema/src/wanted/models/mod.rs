//! Structs that derive `Table`, read from the sources of a crate.
