//! Finds the structs and enums that derive `Table` and `Enum` in the text of a file.
//!
//! Only tokens are needed, not Rust's grammar: attributes, `mod … { }`, `struct` and `enum`. So a file is read whatever
//! else is in it, and nothing has to compile.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::DeriveInput;

use super::problem::Problem;
use crate::diagnostic::models as codes;

/// What a file holds.
#[derive(Default)]
pub(super) struct Found {
    /// Structs with `derive(Table)`.
    pub(super) tables: Vec<DeriveInput>,
    /// Enums with `derive(Enum)`.
    pub(super) enums: Vec<DeriveInput>,
    /// Modules for tests that stand in files of their own.
    pub(super) test_modules: Vec<String>,
}

/// Whether a text may hold a model at all: most files do not, and need not be read.
pub(super) fn may_hold(text: &str) -> bool {
    (text.contains("Table") || text.contains("Enum")) && text.contains("derive") || text.contains("cfg(test)")
}

/// Reads a file. A text that is not made of Rust's tokens is a problem.
pub(super) fn read(text: &str, out: &mut Vec<Problem>) -> Found {
    let mut found = Found::default();
    match text.parse::<TokenStream>() {
        Ok(tokens) => items(tokens, &mut found, out),
        Err(error) => out.push(
            Problem::new(&codes::RUST_SYNTAX, error.span(), "this is not Rust")
                .help("a quote or a bracket here has no partner"),
        ),
    }
    found
}

fn items(tokens: TokenStream, found: &mut Found, out: &mut Vec<Problem>) {
    let mut attributes: Vec<TokenStream> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(group)) = tokens.peek()
                    && group.delimiter() == Delimiter::Bracket
                {
                    attributes.extend(expanded(group.stream()));
                    tokens.next();
                }
            }
            // `#![…]`: the bracket comes next, and is not an attribute of an item.
            TokenTree::Punct(punct) if punct.as_char() == ';' => attributes.clear(),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => attributes.clear(),
            TokenTree::Ident(word) if *word == "mod" => {
                let Some(TokenTree::Ident(name)) = tokens.next() else { continue };
                let tests = attributes.iter().any(|attribute| is_test(attribute.clone()));
                match tokens.next() {
                    Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !tests => {
                        items(group.stream(), found, out);
                    }
                    Some(TokenTree::Punct(_)) if tests => found.test_modules.push(name.to_string()),
                    _ => {}
                }
                attributes.clear();
            }
            TokenTree::Ident(word) if *word == "struct" || *word == "enum" => {
                let mut item: Vec<TokenTree> = vec![token.clone()];
                for next in tokens.by_ref() {
                    let ends = match &next {
                        TokenTree::Punct(punct) => punct.as_char() == ';',
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
                    };
                    item.push(next);
                    if ends {
                        break;
                    }
                }
                item_of(&attributes, item, found, out);
                attributes.clear();
            }
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn item_of(attributes: &[TokenStream], item: Vec<TokenTree>, found: &mut Found, out: &mut Vec<Problem>) {
    let derives = |name| attributes.iter().any(|attribute| derives(attribute.clone(), name));
    let (table, values) = (derives("Table"), derives("Enum"));
    if !table && !values || attributes.iter().any(|attribute| is_test(attribute.clone())) {
        return;
    }
    let mut all = TokenStream::new();
    for attribute in attributes {
        all.extend(bracketed(attribute.clone()));
    }
    all.extend(item.into_iter().map(with_expanded));
    match syn::parse2::<DeriveInput>(all) {
        Ok(input) if table => found.tables.push(input),
        Ok(input) => found.enums.push(input),
        Err(error) => out.push(Problem::new(&codes::RUST_SYNTAX, error.span(), format!("this is not Rust: {error}"))),
    }
}

/// `#[…]` around the inside of an attribute.
fn bracketed(inside: TokenStream) -> Vec<TokenTree> {
    let span = inside.clone().into_iter().next().map_or_else(proc_macro2::Span::call_site, |token| token.span());
    let mut hash = proc_macro2::Punct::new('#', proc_macro2::Spacing::Alone);
    hash.set_span(span);
    let mut group = Group::new(Delimiter::Bracket, inside);
    group.set_span(span);
    vec![hash.into(), group.into()]
}

/// An attribute, or those that `cfg_attr(…, …)` stands for, whatever its condition.
fn expanded(inside: TokenStream) -> Vec<TokenStream> {
    let mut tokens = inside.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) if word == "cfg_attr" => {
            let mut parts = split(group.stream()).into_iter();
            match parts.next() {
                Some(condition) if !is_test_condition(condition.clone()) => parts.flat_map(expanded).collect(),
                _ => Vec::new(),
            }
        }
        _ => vec![inside],
    }
}

/// The same for the attributes of fields. A field that is only there in tests is left out by its attribute later.
fn with_expanded(token: TokenTree) -> TokenTree {
    let TokenTree::Group(group) = &token else { return token };
    if group.delimiter() != Delimiter::Brace {
        return token;
    }
    let mut all: Vec<TokenTree> = Vec::new();
    for field in split(group.stream()) {
        let mut attributes = Vec::new();
        let mut rest: Vec<TokenTree> = Vec::new();
        let mut tokens = field.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match (&token, tokens.peek()) {
                (TokenTree::Punct(punct), Some(TokenTree::Group(group))) if punct.as_char() == '#' => {
                    attributes.extend(expanded(group.stream()));
                    tokens.next();
                }
                _ => rest.push(token),
            }
        }
        if rest.is_empty() || attributes.iter().any(|attribute| is_test(attribute.clone())) {
            continue;
        }
        attributes.into_iter().for_each(|attribute| all.extend(bracketed(attribute)));
        all.extend(rest);
        all.push(proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone).into());
    }
    let mut new = Group::new(Delimiter::Brace, all.into_iter().collect());
    new.set_span(group.span());
    new.into()
}

/// At its commas; those between `<` and `>` do not count.
fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts: Vec<Vec<TokenTree>> = vec![Vec::new()];
    let (mut depth, mut dash) = (0u32, false);
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                // The arrow of a function type closes nothing.
                '>' if !dash => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    parts.push(Vec::new());
                    continue;
                }
                _ => {}
            }
            dash = punct.as_char() == '-';
        }
        if let Some(last) = parts.last_mut() {
            last.push(token);
        }
    }
    parts.into_iter().filter(|part| !part.is_empty()).map(|part| part.into_iter().collect()).collect()
}

/// Whether `derive(…)` holds one of ours: by its name alone, or by the path of the runtime.
fn derives(attribute: TokenStream, name: &str) -> bool {
    let mut tokens = attribute.into_iter();
    let (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) = (tokens.next(), tokens.next()) else {
        return false;
    };
    word == "derive"
        && split(group.stream()).into_iter().any(|path| {
            let names: Vec<String> = path
                .into_iter()
                .filter_map(|token| if let TokenTree::Ident(name) = token { Some(name.to_string()) } else { None })
                .collect();
            match names.as_slice() {
                [one] => one == name,
                [first, .., last] => first == "migrate_runtime" && last == name,
                [] => false,
            }
        })
}

/// `cfg(test)`.
fn is_test(attribute: TokenStream) -> bool {
    let mut tokens = attribute.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) => {
            word == "cfg" && is_test_condition(group.stream())
        }
        _ => false,
    }
}

/// `test`, `all(test, …)`.
fn is_test_condition(condition: TokenStream) -> bool {
    let mut tokens = condition.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), None) => word == "test",
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) => {
            word == "all" && split(group.stream()).into_iter().any(is_test_condition)
        }
        _ => false,
    }
}
