//! The tokens that are emitted. They are few: rustc pays per token (DESIGN D12).

use migrate_core::packed::Set;
use migrate_core::{Graph, Revision, Text};
use migrate_schema::Project;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::embed::Folder;
use crate::input::Input;
use crate::names;

/// The runtime's private module. It carries the version, so that a macro and a runtime that do not belong together do
/// not compile instead of misunderstanding each other.
fn private(input: &Input) -> TokenStream {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    let module = format_ident!("__private_{version}");
    let runtime = &input.runtime;
    quote!(#runtime::#module)
}

/// Everything: the data, and what there is to say.
pub(crate) fn embedded(
    input: &Input,
    folder: &Folder,
    project: &Project,
    errors: &[String],
    warnings: &[String],
) -> TokenStream {
    let mut notices = compile_errors(input, errors);
    notices.extend(compile_warnings(input, warnings));
    notices.extend(tracked(folder, project));
    let private = private(input);
    let packed = match &project.set {
        Some(set) if errors.is_empty() => set.pack(),
        Some(_) | None => Set::default().pack(),
    };
    let packed = Literal::string(&packed);
    let place = place(folder, project);
    let migrations = quote!(#private::Migrations::__embedded(#packed, #place));
    if input.module.is_none() {
        return quote!({ #notices #migrations });
    }
    module(input, &notices, &migrations, &revisions(project), project.graph.as_ref())
}

/// Only what went wrong, and something harmless, so that rustc adds nothing of its own.
pub(crate) fn failed(input: &Input, errors: &[String]) -> TokenStream {
    let notices = compile_errors(input, errors);
    let private = private(input);
    let packed = Literal::string(&Set::default().pack());
    let migrations = quote!(#private::Migrations::__embedded(#packed, ::core::option::Option::None));
    if input.module.is_none() {
        return quote!({ #notices #migrations });
    }
    module(input, &notices, &migrations, &[], None)
}

/// The revisions in order; in some order if the graph is broken, so that code which names them sees its names.
fn revisions(project: &Project) -> Vec<Revision> {
    if let Some(set) = &project.set {
        return set.revisions.clone();
    }
    let text = |text: &str| Text::Owned(text.to_owned());
    let plain = |file: &migrate_schema::files::MigrationFile| Revision {
        id: text(&file.id),
        slug: text(&file.slug),
        message: text(&file.message),
        parents: Vec::new(),
        depends_on: Vec::new(),
        labels: file.labels.iter().map(|label| text(&label.value)).collect(),
        irreversible: None,
        file: text(&file.file),
        exact: migrate_core::Checksum::default(),
        bodies: Vec::new(),
    };
    project.files.iter().map(plain).collect()
}

/// Each problem is one error of rustc's, at the folder's literal. rustc indents the lines after the first alike, so that
/// the gutters stand below each other; the line feed at the end keeps them apart from rustc's own.
fn compile_errors(input: &Input, errors: &[String]) -> TokenStream {
    let span = input.folder.span();
    let texts = errors.iter().map(|error| format!("{error}\n"));
    texts.map(|text| quote_spanned!(span=> ::core::compile_error!(#text);)).collect()
}

/// Stable Rust lets a macro warn only through a lint. The use of a deprecated constant shows its note as the message;
/// the lint about a value that must be used would offer to add `let _ =` to the folder's name.
fn compile_warnings(input: &Input, warnings: &[String]) -> TokenStream {
    let span = input.folder.span();
    let warn = |text: &String| {
        let text = format!("{text}\n");
        quote_spanned!(span=> const _: () = {
            #[deprecated(note = #text)]
            #[allow(dead_code)]
            const IN_THE_MIGRATIONS: () = ();
            IN_THE_MIGRATIONS
        };)
    };
    warnings.iter().map(warn).collect()
}

/// Names every file that was read, so that rustc runs again when one changes. The bytes are used by nothing and do not
/// reach the program. Paths are put together by rustc, so that no absolute one stands in the tokens.
fn tracked(folder: &Folder, project: &Project) -> TokenStream {
    let Some(read) = project.folder.as_ref().map(|folder| &folder.read) else { return TokenStream::new() };
    if read.is_empty() {
        return TokenStream::new();
    }
    let includes = read.iter().chain(&project.models).map(|file| {
        let path = path(folder, &format!("/{file}"));
        quote!(::core::include_bytes!(#path))
    });
    quote!(const _: &[&[u8]] = &[#(#includes),*];)
}

fn path(folder: &Folder, below: &str) -> TokenStream {
    let rest = Literal::string(&format!("{}{below}", folder.rest));
    match folder.base {
        Some(base) => quote!(::core::concat!(::core::env!(#base), #rest)),
        None => quote!(#rest),
    }
}

/// Where a debug build may look for files that are new.
fn place(folder: &Folder, project: &Project) -> TokenStream {
    if project.folder.is_none() {
        return quote!(::core::option::Option::None);
    }
    let path = path(folder, "");
    quote!(if ::core::cfg!(debug_assertions) { ::core::option::Option::Some(#path) } else { ::core::option::Option::None })
}

/// The item form: a module with a name for each revision and each label.
fn module(
    input: &Input,
    notices: &TokenStream,
    migrations: &TokenStream,
    revisions: &[Revision],
    graph: Option<&Graph>,
) -> TokenStream {
    let Some(module) = &input.module else { return quote!({ #notices #migrations }) };
    let private = private(input);
    let (attributes, visibility, name) = (&module.attributes, &module.visibility, &module.name);
    let names = names::variants(revisions);
    let ident = |name: &String| Ident::new(name, Span::call_site());
    let has_doc = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
    let doc = (!has_doc).then(|| quote!(#[doc = "The embedded migrations."]));
    let variants: Vec<Ident> = names.iter().map(ident).collect();
    let ids: Vec<&str> = revisions.iter().map(|revision| revision.id.as_ref()).collect();
    let docs = revisions.iter().map(|revision| format!("`{}` {}", revision.id, revision.title()));
    let revision = (!variants.is_empty()).then(|| {
        quote! {
            /// A revision of the set, in the order in which they apply.
            #[repr(u32)]
            #[derive(Clone, Copy)]
            pub enum Revision { #(#[doc = #docs] #variants),* }

            impl Revision {
                /// Every revision, in the order in which they apply.
                pub const ALL: &[Revision] = &[#(Revision::#variants),*];

                /// The revision's id.
                pub const fn id(self) -> &'static str {
                    const IDS: &[&str] = &[#(#ids),*];
                    IDS[self as usize]
                }
            }

            #private::revision_impls!(Revision);
        }
    });
    // With a broken graph the last file stands in, so that code which names HEAD sees it.
    let head = match graph {
        Some(graph) => match graph.heads().as_slice() {
            [head] => ids.iter().position(|id| *id == graph.id(*head)),
            _ => None,
        },
        None => ids.len().checked_sub(1),
    };
    let head = head.map(|head| {
        let variant = &variants[head];
        quote! {
            /// The head of the set.
            pub const HEAD: Revision = Revision::#variant;
        }
    });
    let labels: Vec<&str> = revisions.iter().flat_map(|revision| &revision.labels).map(AsRef::as_ref).collect();
    let constants: Vec<Ident> = names::constants(labels.iter().copied()).iter().map(ident).collect();
    let label_docs = labels.iter().map(|label| format!("The branch `{label}`."));
    let labels = (!labels.is_empty()).then(|| {
        quote! {
            /// The branch labels of the set.
            pub mod labels {
                #(#[doc = #label_docs] pub const #constants: #private::Label = #private::Label::__new(#labels);)*
            }
        }
    });
    quote! {
        #doc
        #(#attributes)*
        #[allow(dead_code, non_camel_case_types, non_upper_case_globals, clippy::all)]
        #visibility mod #name {
            #notices

            /// The set of migrations.
            pub static MIGRATIONS: #private::Migrations = #migrations;

            #revision
            #head
            #labels
        }
    }
}
