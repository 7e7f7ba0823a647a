//! What can be told of a struct by itself, before its dialect or its neighbours are known.

use super::attributes::Text;
use super::model::Model;
use super::problem::Problem;
use super::table::clash;
use super::types::RustType;
use crate::diagnostic::models as codes;

/// Pushes what is wrong within one struct.
pub(super) fn model(model: &Model, out: &mut Vec<Problem>) {
    primary_keys(model, out);
    names(model, out);
    for field in model.columns() {
        let typed = field.sql_type.is_some() || field.json;
        if let (RustType::Other, false) = (&field.ty.ty, typed) {
            let message = format!("`{}` has no SQL type that sqlx maps it to", field.ty.shown);
            out.push(
                Problem::new(&codes::NO_SQL_TYPE, field.ty.span, message).help(
                    "say the column's type: `#[column(type = \"…\")]`, or leave the field out: `#[column(skip)]`",
                ),
            );
        }
        if let Some((_, span)) = field.numbered {
            if !typed && !matches!(&field.ty.ty, RustType::Known(known) if known.is_integer()) {
                let message = format!("the server numbers with integers, and this is `{}`", field.ty.shown);
                clash(out, span, message, "make it an `i64`, or give it a default: `default = \"gen_random_uuid()\"`");
            }
            if field.default.is_some() {
                clash(out, span, "a column that is numbered has no default of its own", "delete one of the two");
            }
            if field.nullable {
                clash(out, span, "a column that is numbered is never null", "write the type without `Option`");
            }
        }
        if let Some(generated) = &field.generated {
            let span = generated.expr.span().unwrap_or(field.rust.span);
            if field.default.is_some() || field.numbered.is_some() {
                let help = "delete the default";
                clash(out, span, "a generated column gets its value from its expression alone", help);
            }
        }
        if field.primary.is_some() && field.nullable {
            let help = "write the type without `Option`";
            clash(out, field.ty.span, "a column of the primary key is never null", help);
        }
    }
    let mut numbered = model.columns().filter_map(|field| field.numbered);
    if let (Some(_), Some((_, second))) = (numbered.next(), numbered.next()) {
        clash(out, second, "two columns are numbered", "a table has one: delete `auto` here or there");
    }
}

fn primary_keys(model: &Model, out: &mut Vec<Problem>) {
    let fields: Vec<_> = model.columns().filter(|field| field.primary.is_some()).collect();
    let all: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.column.value)).collect();
    let together =
        format!("one key of several columns is `#[table(primary_key({}))]` above the struct", all.join(", "));
    for field in fields.iter().skip(1) {
        clash(out, field.primary.unwrap_or(field.rust.span), "the second primary key of the table", together.as_str());
    }
    if let (Some(key), Some(field)) = (&model.primary, fields.first()) {
        let message = format!("the table has a primary key already: `{}`", field.column.value);
        clash(out, key.span, message, "delete one of the two");
    }
    if model.embedded
        && let Some(key) = &model.primary
    {
        clash(out, key.span, "an embedded struct is no table, so it has no primary key", "delete it");
    }
}

/// Columns are there, and each once.
fn names(model: &Model, out: &mut Vec<Problem>) {
    let columns: Vec<&str> = model.columns().map(|field| field.column.value.as_str()).collect();
    for (at, field) in model.columns().enumerate() {
        if columns[..at].contains(&field.column.value.as_str()) {
            let message = format!("two fields are the column `{}`", field.column.value);
            clash(out, field.column.span, message, "give one of them another name: `#[column(name = \"…\")]`");
        }
    }
    if columns.is_empty() && !model.is_open() {
        clash(out, model.rust.span, "a table without columns", "add a field, or delete the derive");
    }
    let keys = model.primary.iter().chain(&model.uniques).flat_map(|key| &key.columns);
    let foreign = model.foreign.iter().flat_map(|foreign| &foreign.columns);
    let include = model.indexes.iter().flat_map(|index| &index.include);
    let parts = model.indexes.iter().flat_map(|index| &index.parts).filter(|part| is_word(&part.value));
    for text in keys.chain(foreign).chain(include).chain(parts) {
        // What is flattened brings columns that are not known here.
        if !model.is_open() && !columns.contains(&text.value.as_str()) {
            out.push(unknown_column(text, &model.table.value, columns.iter().copied()));
        }
    }
}

pub(super) fn unknown_column<'c>(text: &Text, table: &str, columns: impl Iterator<Item = &'c str> + Clone) -> Problem {
    let message = format!("`{table}` has no column `{}`", text.value);
    Problem::new(&codes::UNKNOWN_NAME, text.span, message).or(&text.value, columns)
}

/// Whether a part of an index can only be a column.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}
