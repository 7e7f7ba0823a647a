//! The macros of migrate: a shell around `migrate_schema::Project`. Use them through `migrate-runtime`, which passes its
//! own path along, so that renaming the dependency breaks nothing.

mod embed;
mod input;
mod model;
mod names;
mod tokens;

use std::sync::{Mutex, PoisonError};

use proc_macro::TokenStream;

/// Reading models needs tokens with places, which rustc's are not: while that lasts, no other macro may run.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn alone(expand: impl FnOnce() -> proc_macro2::TokenStream) -> TokenStream {
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    expand().into()
}

/// What `migrate_runtime::embed_migrations!` expands to. Its first token tree is the path of the runtime, in brackets.
#[proc_macro]
pub fn embed(input: TokenStream) -> TokenStream {
    alone(|| embed::expand(input.into()))
}

/// A struct is a table; see `migrate_runtime::Table`.
#[proc_macro_derive(Table, attributes(table, column))]
pub fn table(input: TokenStream) -> TokenStream {
    alone(|| model::table(input.into()))
}

/// An enum is a type of the database; see `migrate_runtime::Enum`.
#[proc_macro_derive(Enum, attributes(enum_type))]
pub fn values(input: TokenStream) -> TokenStream {
    alone(|| model::values(input.into()))
}
