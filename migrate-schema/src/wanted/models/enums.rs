//! From an enum to its values.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields};

use super::attributes::{Taker, Value, entries};
use super::model::{EnumModel, Name};
use super::names::snake_case;
use super::problem::Problem;
use super::table::{clash, rename_all};
use crate::diagnostic::models as codes;

const KNOWN: &[&str] = &["name", "schema", "rename_all", "text", "renamed_from", "crate"];

/// Reads an enum. What is wrong is reported; none if it is no enum.
pub fn read(input: &DeriveInput, out: &mut Vec<Problem>) -> Option<EnumModel> {
    let Data::Enum(data) = &input.data else {
        out.push(
            Problem::new(&codes::CONTRADICTION, input.ident.span(), "`Enum` is for enums, and this is none")
                .help("a struct whose fields are columns derives `Table`"),
        );
        return None;
    };
    let rust = Name { value: input.ident.to_string(), span: input.ident.span() };
    let mut model = EnumModel {
        name: Name { value: snake_case(&rust.value), span: rust.span },
        rust,
        schema: None,
        text: false,
        repr: repr(input),
        values: Vec::new(),
        renamed_from: None,
        runtime: None,
    };
    let theirs = entries(&input.attrs, "sqlx", false, out);
    let mut rule = rename_all(&theirs, &mut Vec::new());
    for entry in &theirs {
        if let ("type_name", Value::One(text)) = (entry.name.as_str(), &entry.value) {
            // A name that PostgreSQL has itself: the values are texts.
            match text.value.to_lowercase().as_str() {
                "text" | "varchar" => model.text = true,
                _ => {
                    let (schema, name) = text.value.rsplit_once('.').unwrap_or(("", &text.value));
                    model.name = Name { value: name.to_owned(), span: text.span };
                    model.schema = (!schema.is_empty()).then(|| {
                        let mut schema_text = text.clone();
                        schema_text.value = schema.to_owned();
                        schema_text
                    });
                }
            }
        }
    }
    let all = entries(&input.attrs, "enum_type", true, out);
    rule = rename_all(&all, out).or(rule);
    let mut take = Taker { what: "enum_type", out };
    take.once(&all, &[]);
    for entry in &all {
        match entry.name.as_str() {
            "name" => {
                if let Some(name) = take.name(entry) {
                    model.name = Name { value: name.value, span: name.span };
                }
            }
            "schema" => model.schema = take.name(entry),
            "rename_all" => {}
            "text" => model.text = take.flag(entry),
            "renamed_from" => model.renamed_from = take.name(entry),
            "crate" => model.runtime = take.text(entry),
            _ => take.unknown(entry, KNOWN),
        }
    }
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            let help = "keep it as JSON: `#[column(type = \"jsonb\")]` at the field, and `Json<…>` around its type";
            clash(out, variant.ident.span(), "a value of the database holds nothing else", help);
        }
        let name = variant.ident.unraw().to_string();
        let mut value =
            Name { value: rule.map_or_else(|| name.clone(), |rule| rule.apply(&name)), span: variant.ident.span() };
        for entry in entries(&variant.attrs, "sqlx", false, out) {
            if let ("rename", Value::One(text)) = (entry.name.as_str(), &entry.value) {
                value = Name { value: text.value.clone(), span: text.span };
            }
        }
        let own = entries(&variant.attrs, "enum_type", true, out);
        let mut take = Taker { what: "enum_type", out };
        take.once(&own, &[]);
        for entry in &own {
            match entry.name.as_str() {
                "name" | "rename" => {
                    if let Some(text) = take.text(entry) {
                        value = Name { value: text.value, span: text.span };
                    }
                }
                _ => take.unknown(entry, &["name"]),
            }
        }
        if model.values.iter().any(|other| other.value == value.value) {
            let message = format!("two values are `{}`", value.value);
            clash(out, value.span, message, "give one of them another: `#[enum_type(name = \"…\")]`");
        }
        model.values.push(value);
    }
    if model.values.is_empty() {
        clash(out, model.rust.span, "an enum without values", "add one, or delete the derive");
    }
    if let (Some(repr), true) = (&model.repr, model.text) {
        clash(out, model.rust.span, format!("`text`, and `#[repr({repr})]` for a number"), "delete one of the two");
    }
    Some(model)
}

/// `#[repr(i16)]`: sqlx keeps the number.
fn repr(input: &DeriveInput) -> Option<String> {
    let attribute = input.attrs.iter().find(|attribute| attribute.path().is_ident("repr"))?;
    let ident: syn::Ident = attribute.parse_args().ok()?;
    let name = ident.to_string();
    ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"].contains(&name.as_str()).then_some(name)
}
