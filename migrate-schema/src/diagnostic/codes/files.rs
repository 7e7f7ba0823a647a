//! Codes about files.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[];
