//! A schema for people and programs: as a diagram, as a document.

use std::fmt::Write;

use migrate_schema::catalog::constraint::ConstraintKind;
use migrate_schema::catalog::name::Ident;
use migrate_schema::catalog::table::{Index, Table};
use migrate_schema::catalog::{Catalog, Key, Object};
use serde_json::{Value, json};

/// What a name may hold in Mermaid; anything else becomes `_`.
fn plain(name: &str) -> String {
    let fits = |c: char| if c.is_alphanumeric() || c == '_' || c == '-' { c } else { '_' };
    name.chars().map(fits).collect()
}

fn title(key: &Key) -> String {
    match &*key.schema {
        "" | "public" | "main" => key.name.to_string(),
        schema => format!("{schema}.{}", key.name),
    }
}

fn is_there(catalog: &Catalog, key: &Key) -> bool {
    catalog.tables().any(|(other, _)| other == key)
}

/// Tables with their columns and foreign keys, as Mermaid draws them.
pub(crate) fn mermaid(catalog: &Catalog) -> String {
    let mut out = String::from("erDiagram\n");
    for (key, table) in catalog.tables() {
        let _ = writeln!(out, "    {} {{", plain(&title(key)));
        for column in &table.columns {
            let of = |wanted: fn(&ConstraintKind<Key>) -> bool| {
                table
                    .constraints
                    .iter()
                    .filter(|constraint| wanted(&constraint.kind))
                    .any(|constraint| constraint.kind.columns().iter().any(|name| name.key == column.name.key))
            };
            let mut marks = Vec::new();
            if of(|kind| matches!(kind, ConstraintKind::Primary(_))) {
                marks.push("PK");
            }
            if of(|kind| matches!(kind, ConstraintKind::Foreign { .. })) {
                marks.push("FK");
            }
            let single =
                |kind: &ConstraintKind<Key>| matches!(kind, ConstraintKind::Unique(columns) if columns.len() == 1);
            if of(single) {
                marks.push("UK");
            }
            let ty = column.serial().or(column.ty.as_ref().map(|ty| &*ty.text)).unwrap_or("any");
            let marks = if marks.is_empty() { String::new() } else { format!(" {}", marks.join(", ")) };
            let _ = writeln!(out, "        {} {}{marks}", plain(ty), plain(&column.name.text));
        }
        out.push_str("    }\n");
    }
    for (key, table) in catalog.tables() {
        for constraint in &table.constraints {
            let ConstraintKind::Foreign { columns, target, .. } = &constraint.kind else { continue };
            if !is_there(catalog, target) {
                continue;
            }
            let nullable = columns.iter().any(|name| table.column(&name.key).is_some_and(|column| !column.not_null));
            let keys: Vec<_> = columns.iter().map(|name| name.key.clone()).collect();
            let many = if table.is_unique(&keys) { "o|" } else { "o{" };
            let one = if nullable { "|o" } else { "||" };
            let names: Vec<&str> = columns.iter().map(|name| &*name.text).collect();
            let (from, to) = (plain(&title(target)), plain(&title(key)));
            let _ = writeln!(out, "    {from} {one}--{many} {to} : \"{}\"", names.join(", ").replace('"', "'"));
        }
    }
    out
}

fn names(names: &[Ident]) -> Vec<&str> {
    names.iter().map(|name| &*name.text).collect()
}

/// Everything of the schema that has a name.
pub(crate) fn json(catalog: &Catalog) -> Value {
    let tables: Vec<Value> = catalog.tables().map(|(key, table)| table_json(key, table)).collect();
    let others: Vec<Value> = catalog
        .objects()
        .filter_map(|(key, entry)| {
            let kind = match &entry.object {
                Object::View(view) if view.materialized => "materialized view",
                Object::View(_) => "view",
                Object::Sequence { .. } => "sequence",
                Object::Type { .. } => "type",
                Object::Routine { .. } => "routine",
                Object::Trigger { .. } => "trigger",
                Object::Policy { .. } => "policy",
                Object::Schema => "schema",
                Object::Extension { .. } => "extension",
                Object::Other(other) => {
                    return Some(json!({ "kind": other.kind.to_lowercase(), "schema": "", "name": &*entry.name }));
                }
                Object::Table(_) | Object::Index { .. } | Object::Gone { .. } | Object::Unknown => return None,
            };
            Some(json!({ "kind": kind, "schema": &*key.schema, "name": &*entry.name }))
        })
        .collect();
    let dialect = catalog.dialect().facts().name;
    json!({ "dialect": dialect, "sure": catalog.is_sure(), "tables": tables, "objects": others })
}

fn table_json(key: &Key, table: &Table) -> Value {
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            json!({
                "name": &*column.name.text,
                "type": column.serial().or(column.ty.as_ref().map(|ty| &*ty.text)),
                "not_null": column.not_null,
                "default": column.default.as_deref(),
                "generated": column.generated.as_ref().map(|expr| &*expr.text),
                "comment": column.details.comment.as_deref(),
            })
        })
        .collect();
    let constraints: Vec<Value> = table
        .constraints
        .iter()
        .map(|constraint| {
            let (target, target_columns) = match &constraint.kind {
                ConstraintKind::Foreign { target, target_columns, .. } => (Some(title(target)), names(target_columns)),
                _ => (None, Vec::new()),
            };
            let expression = match &constraint.kind {
                ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr) => Some(&*expr.text),
                _ => None,
            };
            json!({
                "kind": constraint.kind.name(),
                "name": constraint.name.as_ref().map(|name| &*name.text),
                "columns": names(constraint.kind.columns()),
                "target": target,
                "target_columns": target_columns,
                "expression": expression,
            })
        })
        .collect();
    let index = |index: &Index| {
        json!({
            "name": &*index.name.text,
            "unique": index.unique,
            "columns": index.columns().map(|columns| columns.iter().map(|name| &*name.text).collect::<Vec<_>>()),
        })
    };
    json!({
        "schema": &*key.schema,
        "name": &*key.name,
        "columns": columns,
        "constraints": constraints,
        "indexes": table.indexes.iter().map(|own| index(own)).collect::<Vec<_>>(),
        // Code that nobody can read may have made more.
        "complete": !(table.open || table.loose && !table.family),
    })
}
