//! `derive(Table)` and `derive(Enum)`: the rules are those of `migrate_schema::wanted::models`, here they become errors
//! of rustc's with their spans, and constants.

use migrate_schema::wanted::models::model::{EnumModel, Model};
use migrate_schema::wanted::models::problem::Problem;
use migrate_schema::wanted::models::types::RustType;
use migrate_schema::wanted::models::{enums, table};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::DeriveInput;

/// What `derive(Table)` adds.
pub(crate) fn table(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Vec::new();
    let model = table::read(&input, &mut problems);
    let mut tokens = errors(&problems);
    if let Some(model) = &model {
        tokens.extend(constants(&input, model));
        tokens.extend(traits(&input, model));
    }
    tokens
}

/// What `derive(Enum)` adds.
pub(crate) fn values(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut problems = Vec::new();
    let model = enums::read(&input, &mut problems);
    let mut tokens = errors(&problems);
    if let Some(EnumModel { values, runtime, .. }) = &model {
        let runtime = runtime_path(runtime.as_ref().map(|text| text.value.as_str()), &mut tokens);
        let name = &input.ident;
        let values = values.iter().map(|value| &value.value);
        tokens.extend(quote! {
            #[automatically_derived]
            impl #runtime::Enum for #name {
                const VALUES: &'static [&'static str] = &[#(#values),*];
            }
        });
    }
    tokens
}

/// Each problem is one error of rustc's, where it is.
fn errors(problems: &[Problem]) -> TokenStream {
    let error = |problem: &Problem| {
        let mut text = format!("{}: {}\n", problem.code.id, problem.message);
        problem.help.iter().for_each(|help| text += &format!("  = help: {help}\n"));
        quote_spanned!(problem.span=> ::core::compile_error!(#text);)
    };
    problems.iter().map(error).collect()
}

/// Where the runtime is: `::migrate_runtime`, or what `crate = "…"` says.
fn runtime_path(said: Option<&str>, tokens: &mut TokenStream) -> TokenStream {
    let default = quote!(::migrate_runtime);
    let Some(said) = said else { return default };
    syn::parse_str::<syn::Path>(said).map_or_else(
        |_| {
            let text = format!("`crate = \"{said}\"` is no path");
            tokens.extend(quote!(::core::compile_error!(#text);));
            default
        },
        |path| quote!(#path),
    )
}

/// `User::EMAIL` for the column of the field `email`.
fn constants(input: &DeriveInput, model: &Model) -> TokenStream {
    let (name, (generics, arguments, bounds)) = (&input.ident, input.generics.split_for_impl());
    let constants = model.columns().map(|field| {
        let constant = field.rust.value.to_uppercase();
        // A name that is no word of its own, as `_` or `2`, gets none.
        let constant = syn::parse_str::<Ident>(&constant).ok()?;
        let constant = Ident::new(&constant.to_string(), field.rust.span.resolved_at(Span::call_site()));
        let column = &field.column.value;
        let doc = format!("The column `{column}`.");
        Some(quote!(#[doc = #doc] pub const #constant: &'static str = #column;))
    });
    let constants = constants.flatten();
    quote! {
        #[allow(dead_code, non_upper_case_globals)]
        impl #generics #name #arguments #bounds { #(#constants)* }
    }
}

fn traits(input: &DeriveInput, model: &Model) -> TokenStream {
    let mut tokens = TokenStream::new();
    let runtime = runtime_path(model.runtime.as_ref().map(|text| text.value.as_str()), &mut tokens);
    let (name, (generics, arguments, bounds)) = (&input.ident, input.generics.split_for_impl());
    // The columns in their order; a flattened struct brings its own.
    let mut parts: Vec<TokenStream> = Vec::new();
    let mut own: Vec<&str> = Vec::new();
    for field in &model.fields {
        match (&field.ty.named, field.flatten) {
            (Some(path), true) => {
                parts.push(quote!(&[#(#own),*]));
                own.clear();
                let path = without_lifetimes(path.clone());
                parts.push(quote_spanned!(field.ty.span=> <#path as #runtime::Columns>::COLUMNS));
            }
            (_, true) => {}
            (_, false) => own.push(&field.column.value),
        }
    }
    let columns = if parts.is_empty() {
        quote!(&[#(#own),*])
    } else {
        parts.push(quote!(&[#(#own),*]));
        let private = private(&runtime);
        quote! {{
            const PARTS: &[&[&str]] = &[#(#parts),*];
            const ALL: [&str; #private::count(PARTS)] = #private::join(PARTS);
            &ALL
        }}
    };
    tokens.extend(quote! {
        #[automatically_derived]
        impl #generics #runtime::Columns for #name #arguments #bounds {
            const COLUMNS: &'static [&'static str] = #columns;
        }
    });
    if !model.embedded {
        let table = &model.table.value;
        tokens.extend(quote! {
            #[automatically_derived]
            impl #generics #runtime::Table for #name #arguments #bounds {
                const TABLE: &'static str = #table;
            }
        });
    }
    tokens.extend(assertions(&runtime, model));
    tokens
}

/// A type that nobody knows by its name must be an enum: rustc knows whether it is, through aliases and all.
fn assertions(runtime: &TokenStream, model: &Model) -> TokenStream {
    let unknown = model.columns().filter(|field| !field.sql_type.is_some() && !field.json);
    let checks = unknown.filter_map(|field| {
        let inner = match &field.ty.ty {
            RustType::Array(item) => &**item,
            item => item,
        };
        let path = field.ty.named.clone().filter(|_| matches!(inner, RustType::Named(_)))?;
        let path = without_lifetimes(path);
        Some(quote_spanned!(field.ty.span=> is_enum::<#path>();))
    });
    let checks: Vec<TokenStream> = checks.collect();
    if checks.is_empty() {
        return TokenStream::new();
    }
    quote! {
        const _: () = {
            const fn is_enum<T: #runtime::Enum + ?Sized>() {}
            #(#checks)*
        };
    }
}

/// The runtime's private module, as in `tokens`.
fn private(runtime: &TokenStream) -> TokenStream {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    let module = quote::format_ident!("__private_{version}");
    quote!(#runtime::#module)
}

/// `Name<'_>` for `Name<'a>`: the constants know no lifetimes.
fn without_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut after_tick = false;
    let change = |token: TokenTree| match token {
        TokenTree::Ident(name) if std::mem::take(&mut after_tick) => {
            let name = if name == "static" { name } else { Ident::new("_", name.span()) };
            TokenTree::Ident(name)
        }
        token => {
            after_tick = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
            token
        }
    };
    tokens.into_iter().map(change).collect()
}
