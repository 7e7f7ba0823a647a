//! Codes about settings.

use super::Code;

/// This chapter, by id.
pub static CODES: &[&Code] = &[];
