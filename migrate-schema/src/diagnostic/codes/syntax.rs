//! Codes about syntax.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[];
