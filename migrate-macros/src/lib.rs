//! The macros of migrate: a shell around `migrate_schema::Project`. Use them through `migrate-runtime`, which passes its
//! own path along, so that renaming the dependency breaks nothing.

mod embed;
mod input;
mod names;
mod tokens;

use proc_macro::TokenStream;

/// What `migrate_runtime::embed_migrations!` expands to. Its first token tree is the path of the runtime, in brackets.
#[proc_macro]
pub fn embed(input: TokenStream) -> TokenStream {
    embed::expand(input.into()).into()
}
