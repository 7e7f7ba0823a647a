//! A catalog as text: what is empty or usual is left out.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::catalog::change::{Expr, Numbered, Part};
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::details::Options;
use crate::catalog::name::Ident;
use crate::catalog::table::{Column, Index, Table};
use crate::catalog::{Catalog, Key, Object};

pub(super) fn show(catalog: &Catalog) -> String {
    let mut out = String::new();
    for (key, entry) in catalog.objects() {
        let schema = key.schema.replace('\0', ".").replace('\u{1}', "");
        let head = format!("{} {schema}.{}", entry.object.kind(), entry.name);
        let more = match &entry.object {
            Object::Table(table) => table_head(table),
            Object::View(view) => {
                let details = &view.details;
                let columns = if details.columns.is_empty() { String::new() } else { names(&details.columns) };
                let uses: Vec<String> =
                    view.uses.iter().map(|used| format!("{}({})", used.key.name, used.columns.join(","))).collect();
                let (uses, meaning) = (uses.join(" "), &details.meaning);
                format!("{columns}{}\n  reads {uses}\n  as {}\n  = {meaning}", options(&details.options), details.query)
            }
            Object::Index { table } => format!(" of {}", table.name),
            Object::Sequence { owner, column, options: own } => {
                let of = owner.as_ref().map(|key| format!(" of {}.{}", key.name, text(column.as_ref())));
                of.unwrap_or_default() + &options(own)
            }
            Object::Type { kind, values, details } => {
                let mut out = format!(" {}", kind.name());
                if let Some(values) = values {
                    write!(out, " {values:?}").unwrap();
                }
                if let Some(base) = &details.base {
                    write!(out, " {} = {}", base.text, base.meaning).unwrap();
                }
                flag(&mut out, "not null", details.not_null);
                some(&mut out, "default", details.default.as_ref());
                some(&mut out, "collate", details.collation.as_ref());
                for (name, check) in &details.checks {
                    write!(out, " check {} ({})", name.as_ref().map_or("?", |name| &name.text), check.text).unwrap();
                }
                for (name, ty) in &details.attributes {
                    write!(out, " {}: {}", name.text, ty.text).unwrap();
                }
                out + " " + &details.rest
            }
            Object::Routine { bodies, details } => {
                let each: Vec<String> = details
                    .iter()
                    .map(|own| {
                        let comment = own.comment.as_ref().map(|text| format!(" -- {text}")).unwrap_or_default();
                        format!("\n  {} ({}) {}{comment}", own.kind, own.arguments, own.definition.text)
                    })
                    .collect();
                format!(" {}{}", bodies.len(), each.concat())
            }
            Object::Trigger { definition, state, .. } => format!(" {}\n  {}", text(state.as_ref()), definition.text),
            Object::Policy { definition, .. } => format!("\n  {}\n  = {}", definition.text, definition.meaning),
            Object::Other(other) => {
                let undo = other.undo.as_ref().map(|undo| format!("\n  {undo}")).unwrap_or_default();
                format!(" {} {}\n  {}{undo}", other.kind, other.named, other.definition.text).replace('\u{1}', "<name>")
            }
            Object::Extension { options: own } => options(own),
            Object::Schema | Object::Gone { .. } | Object::Unknown => String::new(),
        };
        let sure = if catalog.sure(key) { "" } else { " UNSURE" };
        let comment = entry.comment.as_ref().map(|comment| format!(" -- {comment}")).unwrap_or_default();
        writeln!(out, "{head}{more}{comment}{sure}").unwrap();
        match &entry.object {
            Object::Table(table) => parts(&mut out, table),
            Object::View(view) => view.indexes.iter().for_each(|own| index(&mut out, own)),
            _ => (),
        }
    }
    out
}

fn flag(out: &mut String, name: &str, is: bool) {
    if is {
        write!(out, " {name}").unwrap();
    }
}

fn some(out: &mut String, name: &str, value: Option<&Arc<str>>) {
    if let Some(value) = value {
        write!(out, " {name} {value}").unwrap();
    }
}

fn text(value: Option<&Arc<str>>) -> &str {
    value.map_or("", |value| value)
}

fn options(options: &Options) -> String {
    if options.is_empty() {
        return String::new();
    }
    let each: Vec<String> = options.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!(" {{{}}}", each.join(", "))
}

fn names(names: &[Ident]) -> String {
    let each: Vec<&str> = names.iter().map(|name| &*name.text).collect();
    format!("({})", each.join(", "))
}

fn table_head(table: &Table) -> String {
    let mut out = options(&table.options);
    flag(&mut out, "open", table.open);
    flag(&mut out, "loose", table.loose);
    flag(&mut out, "keyless", table.keyless);
    flag(&mut out, "family", table.family);
    for parent in &table.parents {
        write!(out, " of {}", parent.name).unwrap();
    }
    some(&mut out, "bound", table.bound.as_ref());
    out
}

fn parts(out: &mut String, table: &Table) {
    table.columns.iter().for_each(|own| column(out, own));
    table.constraints.iter().for_each(|own| constraint(out, own));
    table.indexes.iter().for_each(|own| index(out, own));
}

fn expression(expr: &Expr) -> String {
    format!("({})[{}]", expr.text, expr.columns.iter().map(|name| &*name.key).collect::<Vec<_>>().join(" "))
}

fn column(out: &mut String, column: &Column) {
    let details = &column.details;
    let ty = column.ty.as_ref().map(|ty| match ty.text == ty.meaning {
        true => ty.text.to_string(),
        false => format!("{} = {}", ty.text, ty.meaning),
    });
    write!(out, "  {}: {}", column.name.text, ty.unwrap_or_default()).unwrap();
    flag(out, "not null", column.not_null);
    some(out, "default", column.default.as_ref());
    if let Some(expr) = &column.generated {
        write!(out, " generated {}", expression(expr)).unwrap();
    }
    flag(out, "stored", details.stored);
    if column.numbered != Numbered::No {
        write!(out, " {:?}", column.numbered).unwrap();
    }
    some(out, "charset", details.charset.as_ref());
    some(out, "collate", details.collation.as_ref());
    some(out, "on update", details.on_update.as_ref());
    out.push_str(&options(&details.numbering));
    out.push_str(&options(&details.options));
    some(out, "--", details.comment.as_ref());
    out.push('\n');
}

fn constraint(out: &mut String, constraint: &Constraint) {
    let details = &constraint.details;
    let name = constraint.name.as_ref().map_or("?", |name| &name.text);
    let what = match &constraint.kind {
        ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => names(columns),
        ConstraintKind::Foreign { columns, target, target_columns, .. } => {
            let Key { name, schema, .. } = target;
            format!("{} to {schema}.{name}{}", names(columns), names(target_columns))
        }
        ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr) => expression(expr),
    };
    write!(out, "  {} {name} {what}", constraint.kind.name()).unwrap();
    flag(out, "deferrable", details.deferrable);
    flag(out, "deferred", details.deferred);
    flag(out, "not valid", details.not_valid);
    flag(out, "no inherit", details.no_inherit);
    flag(out, "not enforced", details.not_enforced);
    flag(out, "nulls not distinct", details.nulls_not_distinct);
    if !details.include.is_empty() {
        write!(out, " include {}", names(&details.include)).unwrap();
    }
    some(out, "match", details.matching.as_ref());
    some(out, "on delete", details.on_delete.as_ref());
    some(out, "on update", details.on_update.as_ref());
    if !details.suffixes.is_empty() {
        write!(out, " {:?}", details.suffixes).unwrap();
    }
    some(out, "on conflict", details.on_conflict.as_ref());
    out.push_str(&options(&details.options));
    some(out, "--", details.comment.as_ref());
    out.push('\n');
}

fn index(out: &mut String, index: &Index) {
    let details = &index.details;
    let parts: Vec<String> = index
        .parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let what = match part {
                Part::Column(name) => name.text.to_string(),
                Part::Expr(expr) => expression(expr),
            };
            let suffix = details.suffixes.get(at).filter(|suffix| !suffix.is_empty());
            what + &suffix.map(|suffix| format!(" {suffix}")).unwrap_or_default()
        })
        .collect();
    let unique = if index.unique { "unique " } else { "" };
    write!(out, "  {unique}index {} ({})", index.name.text, parts.join(", ")).unwrap();
    some(out, "using", details.method.as_ref());
    if !index.include.is_empty() {
        write!(out, " include {}", names(&index.include)).unwrap();
    }
    if let Some(expr) = &index.predicate {
        write!(out, " where {}", expression(expr)).unwrap();
    }
    flag(out, "nulls not distinct", details.nulls_not_distinct);
    out.push_str(&options(&details.options));
    some(out, "--", details.comment.as_ref());
    out.push('\n');
}
