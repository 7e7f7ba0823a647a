//! stub
use migrate_core::Dialect;

use super::Stmt;

/// Stub, to be replaced by the author of this module.
pub fn transaction_control(_text: &str, _stmt: &Stmt, _dialect: Dialect) -> bool {
    false
}

/// Stub, to be replaced by the author of this module.
pub fn refuses_transaction(_text: &str, _stmt: &Stmt, _dialect: Dialect) -> Option<&'static str> {
    None
}
