//! How the columns of an index are compared: operator classes of PostgreSQL 15, a line each: method, class, type, and
//! whether it is the one of its type.

use super::super::Catalog;
use super::super::change::{NewIndex, Part};
use super::super::name::Ident;
use super::super::table::{Table, Type};
use super::super::typing::ty::Ty;
use super::wrong;
use crate::diagnostic::{Diagnostic, nearest, semantic as codes};

const CLASSES: &str = include_str!("opclasses.txt");

/// A class.
struct Class {
    name: &'static str,
    ty: &'static str,
    usual: bool,
}

fn classes(method: &str) -> impl Iterator<Item = Class> {
    CLASSES.lines().filter_map(move |line| {
        let mut parts = line.split(';');
        (parts.next()? == method).then_some(())?;
        Some(Class { name: parts.next()?, ty: parts.next()?, usual: parts.next()? == "1" })
    })
}

/// Whether a class for one type is one for the other.
fn takes(wanted: &str, ty: &Ty) -> bool {
    match ty {
        Ty::Base(name) => match wanted {
            "anyrange" => name.ends_with("range") && !name.ends_with("multirange"),
            "anymultirange" => name.ends_with("multirange"),
            "text" => matches!(&**name, "text" | "character varying"),
            "inet" => matches!(&**name, "inet" | "cidr"),
            "bit varying" => matches!(&**name, "bit varying" | "bit"),
            "oid" => &**name == "oid" || name.starts_with("reg"),
            wanted => wanted == &**name,
        },
        Ty::Array(_) => wanted == "anyarray",
        Ty::Enum(..) => wanted == "anyenum",
        Ty::Any | Ty::Text(_) | Ty::Null | Ty::Row => true,
    }
}

/// The class that stands behind a column.
fn named(suffix: &str) -> Option<&str> {
    let mut words = suffix.split(' ').filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        match word {
            "collate" => _ = words.next(),
            "asc" | "desc" | "nulls" | "first" | "last" => (),
            word => return Some(word.split('(').next().unwrap_or(word)),
        }
    }
    None
}

impl Catalog {
    /// A column that cannot be compared as the index wants it. Extensions bring classes of their own.
    pub(super) fn broken_class(&self, index: &NewIndex, table: &Table) -> Option<Diagnostic> {
        let method = index.details.method.as_deref().unwrap_or("btree");
        let brought = matches!(method, "gin" | "gist") && self.has_extension(&format!("btree_{method}"));
        if self.has_other_classes() || brought {
            return None;
        }
        let trigrams = self.has_extension("pg_trgm");
        index.parts.iter().enumerate().find_map(|(at, part)| {
            let Part::Column(name) = part else { return None };
            let suffix = index.details.suffixes.get(at).map_or("", |suffix| &**suffix);
            let ty = self.ty_of(table.column(&name.key)?.ty.as_ref()?);
            match named(suffix) {
                Some(class) if class.contains(['.', '"']) || trigrams && class.ends_with("trgm_ops") => None,
                Some(class) => broken_named(method, class, name, &ty),
                None => broken_usual(method, name, &ty),
            }
        })
    }
}

impl Catalog {
    /// A column whose type no class of an index compares by itself.
    pub(super) fn has_no_class(&self, method: &str, name: &Ident, ty: &Type) -> Option<Diagnostic> {
        let brought = matches!(method, "gin" | "gist") && self.has_extension(&format!("btree_{method}"));
        (!self.has_other_classes() && !brought).then(|| broken_usual(method, name, &self.ty_of(ty))).flatten()
    }
}

fn broken_named(method: &str, class: &str, name: &Ident, ty: &Ty) -> Option<Diagnostic> {
    let same: Vec<Class> = classes(method).filter(|own| own.name == class).collect();
    if same.is_empty() {
        let message = format!("unknown operator class `{class}` for an index of the kind `{method}`");
        let problem = wrong(&codes::UNKNOWN_OBJECT, name.place, message, "");
        let trigrams = class.ends_with("trgm_ops");
        return Some(match nearest(class, classes(method).map(|own| own.name)) {
            _ if trigrams => problem.help("it comes with an extension: `CREATE EXTENSION pg_trgm`"),
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        });
    }
    (!same.iter().any(|own| takes(own.ty, ty))).then(|| {
        let message = format!("`{}` is `{}`, and `{class}` is for `{}`", name.text, ty.shown(), same[0].ty);
        wrong(&codes::MISFIT, name.place, message, "")
    })
}

fn broken_usual(method: &str, name: &Ident, ty: &Ty) -> Option<Diagnostic> {
    // What has no order in a usual index is said elsewhere.
    if method == "btree" || classes(method).any(|own| own.usual && takes(own.ty, ty)) {
        return None;
    }
    let shown = ty.shown();
    let message =
        format!("`{}` is `{shown}`, which an index of the kind `{method}` does not compare by itself", name.text);
    let problem = wrong(&codes::MISFIT, name.place, message, "");
    let others: Vec<&str> = classes(method).filter(|own| takes(own.ty, ty)).map(|own| own.name).collect();
    Some(match (others.first(), method, &*shown) {
        (Some(other), _, _) => problem.help(format!("name how: `{} {other}`", name.text)),
        (None, "gin", "text" | "character varying") => problem.help(
            "`gin_trgm_ops` of the extension pg_trgm is for parts of texts, `to_tsvector('…', …)` for their words",
        ),
        (None, "gin" | "gist", _) => problem.help(format!("the extension btree_{method} brings a class for it")),
        _ => problem,
    })
}
