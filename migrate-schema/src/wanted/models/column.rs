//! From a field to a column.

use syn::ext::IdentExt;

use super::attributes::{Entry, Taker, Value, entries};
use super::model::{Field, Generated, Name, Numbering, PerDialect};
use super::names::Rule;
use super::problem::Problem;
use super::table::{action, check_of, clash, index, key, per_dialect, reference};
use super::types::field_type;
use crate::diagnostic::models as codes;

const KNOWN: &[&str] = &[
    "name",
    "type",
    "primary_key",
    "auto",
    "identity",
    "unique",
    "index",
    "default",
    "references",
    "on_delete",
    "on_update",
    "check",
    "generated",
    "collate",
    "comment",
    "renamed_from",
    "nullable",
    "skip",
    "flatten",
];

/// Reads a field; none if it is no column.
pub(super) fn read(field: &syn::Field, rule: Option<Rule>, out: &mut Vec<Problem>) -> Option<Field> {
    let ident = field.ident.as_ref()?;
    let rust = Name { value: ident.unraw().to_string(), span: ident.span() };
    let column = rule.map_or_else(|| rust.value.clone(), |rule| rule.apply(&rust.value));
    let ty = field_type(&field.ty);
    let mut field_of = Field {
        column: Name { value: column, span: rust.span },
        rust,
        nullable: ty.nullable,
        ty,
        flatten: false,
        json: false,
        sql_type: PerDialect::default(),
        primary: None,
        numbered: None,
        unique: None,
        indexes: Vec::new(),
        default: PerDialect::default(),
        generated: None,
        collate: PerDialect::default(),
        comment: None,
        renamed_from: None,
        references: None,
        checks: Vec::new(),
    };
    let theirs = entries(&field.attrs, "sqlx", false, out);
    let mut skipped = sqlx(&theirs, &mut field_of);
    let all = entries(&field.attrs, "column", true, out);
    let mut take = Taker { what: "column", out };
    take.once(&all, &["check", "index"]);
    let (mut actions, mut actions_at) = (String::new(), None);
    let this = &mut field_of;
    for entry in &all {
        match entry.name.as_str() {
            "name" => {
                if let Some(name) = take.name(entry) {
                    this.column = Name { value: name.value, span: name.span };
                }
            }
            "type" => this.sql_type = per_dialect(entry, &mut take),
            "primary_key" => this.primary = take.flag(entry).then_some(entry.span),
            "auto" | "identity" => {
                let numbering = if entry.name == "auto" { Numbering::Auto } else { Numbering::Identity };
                if take.flag(entry) {
                    if this.numbered.is_some() {
                        clash(
                            take.out,
                            entry.span,
                            "`auto` and `identity` are two ways to number",
                            "write one of them",
                        );
                    }
                    this.numbered = Some((numbering, entry.span));
                }
            }
            "unique" => match &entry.value {
                Value::List(_) => {
                    take.wrong(entry.span, "`unique` of a column is `unique` or `unique = \"its_name\"`")
                        .help
                        .push("several columns: `#[table(unique(\"a\", \"b\"))]` above the struct".to_owned());
                }
                Value::Flag | Value::One(_) => this.unique = key(entry, &mut take),
            },
            "index" => this.indexes.extend(index(entry, &mut take, false)),
            "default" => this.default = per_dialect(entry, &mut take),
            "references" => {
                this.references = take.text(entry).and_then(|text| reference(&text, &mut take));
                if this.references.as_ref().is_some_and(|foreign| foreign.targets.len() > 1) {
                    let help = "write `#[table(foreign_key(columns(\"a\", \"b\"), references = \"teams(a, b)\"))]`";
                    take.wrong(entry.span, "one column points to one column").help.push(help.to_owned());
                }
            }
            "on_delete" | "on_update" => {
                actions += &action(entry, &mut take).unwrap_or_default();
                actions_at = Some(entry.span);
            }
            "check" => this.checks.extend(check_of(entry, &mut take)),
            "generated" => this.generated = generated(entry, &mut take),
            "collate" => this.collate = per_dialect(entry, &mut take),
            "comment" => this.comment = take.text(entry),
            "renamed_from" => this.renamed_from = take.name(entry),
            "nullable" => this.nullable |= take.flag(entry),
            "skip" => skipped |= take.flag(entry),
            "flatten" => this.flatten = take.flag(entry),
            _ => take.unknown(entry, KNOWN),
        }
    }
    match (&mut this.references, actions_at) {
        (Some(foreign), _) => foreign.actions = actions,
        (None, Some(span)) if !all.iter().any(|entry| entry.name == "references") => {
            clash(out, span, "an action without a foreign key", "add `references = \"teams.id\"`");
        }
        (None, _) => {}
    }
    if skipped {
        let ours: Vec<&Entry> = all.iter().filter(|entry| !matches!(entry.name.as_str(), "skip" | "")).collect();
        if let Some(entry) = ours.first() {
            let message = format!("the field is skipped, so `{}` has no effect", entry.name);
            clash(out, entry.span, message, "delete it, or `skip`");
        }
        return None;
    }
    if this.flatten {
        if let Some(entry) = all.iter().find(|entry| entry.name != "flatten") {
            let message = format!("the field stands for several columns, so `{}` has no effect", entry.name);
            clash(out, entry.span, message, "write it in the struct that is flattened");
        }
        if this.ty.nullable {
            let problem = Problem::new(&codes::CONTRADICTION, this.ty.span, "what is flattened cannot be an `Option`");
            out.push(problem.help("make the fields of the struct `Option`"));
        }
    }
    Some(field_of)
}

/// What sqlx's own attributes mean: `rename`, `skip`, `flatten`, `json`, `try_from`. True: it is skipped.
fn sqlx(entries: &[Entry], field: &mut Field) -> bool {
    let mut skipped = false;
    for entry in entries {
        match (entry.name.as_str(), &entry.value) {
            ("rename", Value::One(text)) => {
                field.column = Name { value: text.value.clone(), span: text.span };
            }
            ("skip", Value::Flag) => skipped = true,
            ("flatten", Value::Flag) => field.flatten = true,
            ("json", value) => {
                field.json = true;
                field.nullable |=
                    matches!(value, Value::List(list) if list.iter().any(|entry| entry.name == "nullable"));
            }
            ("try_from", Value::One(text)) => {
                if let Ok(ty) = syn::parse_str::<syn::Type>(&text.value) {
                    let span = field.ty.span;
                    field.ty = field_type(&ty);
                    field.ty.span = span;
                    field.nullable = field.ty.nullable;
                }
            }
            _ => {}
        }
    }
    skipped
}

/// `generated = "price * amount"`, `generated(expr = "…", virtual)`.
fn generated(entry: &Entry, take: &mut Taker<'_>) -> Option<Generated> {
    let mut generated = Generated { expr: PerDialect::default(), is_virtual: false };
    match &entry.value {
        Value::List(list) if list.iter().any(|item| matches!(item.name.as_str(), "expr" | "virtual" | "stored")) => {
            take.once(list, &[]);
            for item in list {
                match item.name.as_str() {
                    "expr" => generated.expr = per_dialect(item, take),
                    "virtual" => generated.is_virtual = take.flag(item),
                    "stored" => {
                        take.flag(item);
                    }
                    _ => take.unknown(item, &["expr", "virtual", "stored"]),
                }
            }
            if !generated.expr.is_some() {
                take.wrong(entry.span, "a generated column has an expression: `generated = \"price * amount\"`");
            }
        }
        _ => generated.expr = per_dialect(entry, take),
    }
    generated.expr.is_some().then_some(generated)
}
