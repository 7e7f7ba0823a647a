//! What stands in `#[table(…)]`, `#[column(…)]`, `#[enum_type(…)]` and `#[sqlx(…)]`: names, values and lists.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Lit, Meta, Token, parenthesized};

use super::problem::Problem;
use crate::diagnostic::models as codes;

/// One thing in an attribute: `unique`, `name = "users"`, `unique("a", "b")`, `"a"`.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its name; empty for a text in a list.
    pub(super) name: String,
    /// Where it begins.
    pub(super) span: Span,
    pub(super) value: Value,
}

#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Only the name.
    Flag,
    One(Text),
    List(Vec<Entry>),
}

/// A literal.
#[derive(Debug, Clone)]
pub struct Text {
    /// What it says; numbers and `true` as they are written.
    pub value: String,
    /// The literal, with its quotes.
    pub span: Span,
    /// How many bytes of the literal stand before the text, where it stands there letter for letter.
    pub offset: Option<u32>,
    /// It is written in quotes.
    pub quoted: bool,
}

impl Text {
    fn of(lit: &Lit) -> Option<Text> {
        let span = lit.span();
        Some(match lit {
            Lit::Str(text) => {
                let written = text.token().to_string();
                let quote = written.find('"').map_or(0, |at| at + 1);
                let value = text.value();
                let same = written.get(quote..).is_some_and(|rest| rest.starts_with(&*value));
                Text { offset: same.then_some(quote as u32), value, span, quoted: true }
            }
            Lit::Int(number) => Text { value: number.base10_digits().to_owned(), span, offset: None, quoted: false },
            Lit::Float(number) => Text { value: number.base10_digits().to_owned(), span, offset: None, quoted: false },
            Lit::Bool(value) => Text { value: value.value().to_string(), span, offset: None, quoted: false },
            _ => return None,
        })
    }
}

/// All entries of the attributes of one name. `strict`: what cannot be read is a problem; in another's attribute it is
/// not ours to complain.
pub(super) fn entries(attributes: &[Attribute], name: &str, strict: bool, out: &mut Vec<Problem>) -> Vec<Entry> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        match &attribute.meta {
            Meta::List(list) => match list_of.parse2(list.tokens.clone()) {
                Ok(entries) => all.extend(entries),
                Err(error) if strict => out.push(
                    Problem::new(&codes::BAD_ATTRIBUTE, error.span(), format!("`#[{name}(…)]`: {error}"))
                        .help(example(name)),
                ),
                Err(_) => {}
            },
            Meta::Path(_) | Meta::NameValue(_) if strict => out.push(
                Problem::new(&codes::BAD_ATTRIBUTE, attribute.span(), format!("`#[{name}]` takes a list in brackets"))
                    .help(example(name)),
            ),
            Meta::Path(_) | Meta::NameValue(_) => {}
        }
    }
    all
}

fn example(name: &str) -> &'static str {
    match name {
        "table" => "for example `#[table(name = \"users\", unique(\"team\", \"email\"))]`",
        "column" => "for example `#[column(type = \"varchar(80)\", unique)]`",
        _ => "for example `#[enum_type(name = \"mood\", rename_all = \"snake_case\")]`",
    }
}

fn list_of(input: ParseStream<'_>) -> syn::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    while !input.is_empty() {
        entries.push(entry(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(entries)
}

fn entry(input: ParseStream<'_>) -> syn::Result<Entry> {
    if !input.peek(Ident::peek_any) || input.peek(syn::LitBool) {
        let text = literal(input)?;
        return Ok(Entry { name: String::new(), span: text.span, value: Value::One(text) });
    }
    let name = Ident::parse_any(input)?;
    let span = name.span();
    let mut name = name.unraw().to_string();
    // `crate::path` and the like belong to others.
    while input.peek(Token![::]) {
        input.parse::<Token![::]>()?;
        name = format!("{name}::{}", Ident::parse_any(input)?);
    }
    let value = if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        Value::One(literal(input)?)
    } else if input.peek(syn::token::Paren) {
        let inner;
        parenthesized!(inner in input);
        Value::List(list_of(&inner)?)
    } else {
        Value::Flag
    };
    Ok(Entry { name, span, value })
}

fn literal(input: ParseStream<'_>) -> syn::Result<Text> {
    let minus = if input.peek(Token![-]) { Some(input.parse::<Token![-]>()?) } else { None };
    let lit: Lit = input.parse().map_err(|error| syn::Error::new(error.span(), "expected a text in quotes"))?;
    let mut text =
        Text::of(&lit).ok_or_else(|| syn::Error::new(lit.span(), "expected a text in quotes, a number or a bool"))?;
    if minus.is_some() {
        text.value.insert(0, '-');
    }
    Ok(text)
}

/// Takes entries apart, each name once.
pub(super) struct Taker<'o> {
    pub(super) what: &'static str,
    pub(super) out: &'o mut Vec<Problem>,
}

impl Taker<'_> {
    pub(super) fn wrong(&mut self, span: Span, message: impl Into<String>) -> &mut Problem {
        self.out.push(Problem::new(&codes::BAD_ATTRIBUTE, span, message));
        self.out.last_mut().expect("it was pushed in the line above")
    }

    /// A text in quotes.
    pub(super) fn text(&mut self, entry: &Entry) -> Option<Text> {
        let example = match entry.name.as_str() {
            "references" => "teams.id",
            "on_delete" | "on_update" => "cascade",
            "type" => "varchar(80)",
            _ => "…",
        };
        match &entry.value {
            Value::One(text) if text.quoted && !text.value.trim().is_empty() => return Some(text.clone()),
            Value::One(text) if text.quoted => {
                self.wrong(text.span, format!("`{}` is empty", entry.name));
            }
            Value::One(_) | Value::Flag | Value::List(_) => {
                let name = &entry.name;
                self.wrong(entry.span, format!("`{name}` is a text: `{name} = \"{example}\"`"));
            }
        }
        None
    }

    /// A name in the database.
    pub(super) fn name(&mut self, entry: &Entry) -> Option<Text> {
        let text = self.text(entry)?;
        if text.value.contains(['\0', '"', '`']) || text.value.trim() != text.value {
            self.wrong(text.span, format!("`{}` is no name: no quotes and no white space around it", text.value));
            return None;
        }
        Some(text)
    }

    /// Only the name, or `= true`.
    pub(super) fn flag(&mut self, entry: &Entry) -> bool {
        match &entry.value {
            Value::Flag => true,
            Value::One(text) if !text.quoted && matches!(text.value.as_str(), "true" | "false") => text.value == "true",
            Value::One(_) | Value::List(_) => {
                let name = &entry.name;
                self.wrong(entry.span, format!("`{name}` takes no value"));
                true
            }
        }
    }

    /// Nothing but texts, in brackets.
    pub(super) fn texts(&mut self, of: &str, entries: &[Entry]) -> Vec<Text> {
        let mut texts = Vec::new();
        for entry in entries {
            match &entry.value {
                Value::One(text) if entry.name.is_empty() && text.quoted => texts.push(text.clone()),
                _ => {
                    self.wrong(entry.span, format!("`{of}` takes texts: `{of}(\"a\", \"b\")`"));
                }
            }
        }
        texts
    }

    pub(super) fn unknown(&mut self, entry: &Entry, known: &[&'static str]) {
        let word = entry.name.replace('-', "_");
        let synonym = match word.as_str() {
            "pk" | "id" => Some("primary_key"),
            "autoincrement" | "auto_increment" | "serial" => Some("auto"),
            "table_name" | "column_name" | "rename" | "type_name" => Some("name"),
            "schema_name" => Some("schema"),
            "column_type" | "sql_type" | "ty" => Some("type"),
            "null" | "optional" => Some("nullable"),
            "ignore" => Some("skip"),
            "foreign_key" | "fk" | "belongs_to" => Some("references"),
            "indexed" => Some("index"),
            "default_value" | "default_expr" => Some("default"),
            "values" => Some("rename_all"),
            _ => None,
        };
        let name = if entry.name.is_empty() { "a text".to_owned() } else { format!("`{}`", entry.name) };
        let problem =
            Problem::new(&codes::UNKNOWN_ATTRIBUTE, entry.span, format!("unknown in `#[{}(…)]`: {name}", self.what));
        let problem = match synonym.filter(|synonym| known.contains(synonym)) {
            Some(synonym) => problem.help(format!("did you mean `{synonym}`?")),
            None => problem.or(&word, known.iter().copied()),
        };
        self.out.push(problem);
    }

    /// A name that is given twice in one attribute.
    pub(super) fn once(&mut self, entries: &[Entry], several: &[&str]) {
        for (at, entry) in entries.iter().enumerate() {
            let again = entries[..at].iter().any(|other| other.name == entry.name);
            if again && !entry.name.is_empty() && !several.contains(&entry.name.as_str()) {
                self.wrong(entry.span, format!("`{}` is given twice", entry.name));
            }
        }
    }
}
