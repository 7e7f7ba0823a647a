//! The schema that is wanted: what the models say, as a catalog.
//!
//! It is written in two forms, plain `CREATE` statements and Rust structs, and both become the same changes that
//! migrations become. Nothing here compares; that is `diff`.

mod forms;
pub mod models;
mod order;
pub mod schema_sql;

pub use forms::Forms;

use std::sync::Arc;

use migrate_core::Dialect;

use crate::catalog::change::Change;
use crate::catalog::{Catalog, Key};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// The wanted schema, for one dialect.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// What is to be there. Its places are in the texts of the models.
    pub catalog: Catalog,
    /// What was called otherwise before.
    pub renames: Vec<Rename>,
    /// Kinds of statements that are in the files and in no catalog: `OWNER TO`.
    pub passed_over: Vec<String>,
}

/// Something was called otherwise before: `renamed_from`, `-- migrate:renamed-from`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The table (or type) by its present name.
    pub key: Key,
    /// The column by its present name; none if the table itself was renamed.
    pub column: Option<Arc<str>>,
    /// What it was called, as the server keeps it. Of a table the schema may stand before it: `old.users`.
    pub from: Arc<str>,
    /// Where it is said.
    pub place: Place,
}

/// What one form of the models says: statements in any order.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What each statement makes.
    pub statements: Vec<Vec<Change>>,
    /// What was called otherwise.
    pub renames: Vec<Rename>,
    /// Tables that are named and are no models: they are there, and nobody says what they hold.
    pub strangers: Vec<String>,
}

/// One catalog from all that is said, whatever the order. What stays impossible is told as it is in migrations.
pub fn build(dialect: Dialect, said: impl IntoIterator<Item = Said>, out: &mut Vec<Diagnostic>) -> Wanted {
    let (mut statements, mut renames, mut strangers) = (Vec::new(), Vec::new(), Vec::new());
    for form in said {
        statements.extend(form.statements);
        renames.extend(form.renames);
        strangers.extend(form.strangers);
    }
    let catalog = Catalog::new(dialect, strangers.iter().map(String::as_str));
    Wanted { catalog: order::apply(catalog, statements, out), renames, passed_over: Vec::new() }
}
