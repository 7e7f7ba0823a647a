//! Constraints and indexes.

use std::sync::Arc;

use migrate_core::Dialect;

use super::{Facets, Part};
use crate::catalog::Catalog;
use crate::catalog::change::Expr;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::Ident;
use crate::catalog::table::{Index, Table};
use crate::diff::expr::meaning;
use crate::diff::own_cast;
use crate::diff::same::text;

fn names(names: &[Ident], suffixes: &[Arc<str>]) -> String {
    let parts = names.iter().enumerate().map(|(at, name)| match suffixes.get(at).filter(|suffix| !suffix.is_empty()) {
        Some(suffix) => format!("{} {suffix}", name.text),
        None => name.text.to_string(),
    });
    parts.collect::<Vec<_>>().join(", ")
}

pub(super) fn constraint(catalog: &Catalog, table: &Table, constraint: &Constraint) -> Part {
    let dialect = catalog.dialect();
    let details = &constraint.details;
    let mut facets = Facets::default();
    let expression = |facets: &mut Facets, expr: &Expr| {
        let text = own_cast::without(&expr.text, table, dialect);
        facets.say("expression", &*expr.text, meaning(&text, dialect));
    };
    let mut kind = constraint.kind.name();
    match &constraint.kind {
        ConstraintKind::Primary(columns) => {
            let shown = names(columns, &details.suffixes);
            facets.say("columns", shown.clone(), shown.to_lowercase());
        }
        ConstraintKind::Unique(columns) => {
            // In MySQL it is an index and nothing else.
            if dialect.is_mysql_family() {
                kind = "index";
                facets.flag("unique", true);
            }
            let shown = names(columns, &details.suffixes);
            facets.say("columns", shown.clone(), shown.to_lowercase());
        }
        ConstraintKind::Check(expr) => expression(&mut facets, expr),
        ConstraintKind::Exclude(expr) => facets.say("expression", &*expr.text, text::exclusion(&expr.text)),
        ConstraintKind::Foreign { columns, target, target_columns, .. } => {
            let written = names(target_columns, &[]);
            let there = match catalog.table(target).and_then(Table::primary) {
                Some(key) if written.is_empty() => names(key.kind.columns(), &[]),
                _ => written,
            };
            let shown = format!("({}) -> {} ({there})", names(columns, &[]), target.name);
            facets.say("columns", shown.clone(), shown.to_lowercase());
        }
    }
    let action = |action: &Option<Arc<str>>| match action.as_deref().map(str::to_lowercase).as_deref() {
        None | Some("no action") => None,
        Some("restrict") if dialect.is_mysql_family() => None,
        Some(other) => Some(other.to_owned()),
    };
    for (what, value) in [("on delete", action(&details.on_delete)), ("on update", action(&details.on_update))] {
        if let Some(value) = value {
            facets.plain(what, value);
        }
    }
    facets.flag("deferrable", details.deferrable || details.deferred);
    facets.flag("deferred", details.deferred);
    facets.flag("not valid", details.not_valid);
    facets.flag("no inherit", details.no_inherit);
    facets.flag("not enforced", details.not_enforced);
    facets.flag("nulls not distinct", details.nulls_not_distinct);
    if !details.include.is_empty() {
        facets.plain("include", names(&details.include, &[]));
    }
    facets.option("match", details.matching.as_ref().filter(|matching| ***matching != *"simple"));
    facets.option("on conflict", details.on_conflict.as_ref());
    facets.option("comment", details.comment.as_ref());
    let options = details
        .options
        .iter()
        .filter(|(name, value)| !matches!((&***name, &***value), ("column", _) | ("using", "btree")));
    facets.options("options", options.map(|(name, value)| (name.clone(), value.to_lowercase())));
    // SQLite does not tell the name of a constraint to anybody, MySQL has one name for all primary keys.
    let name = constraint.name.as_ref().filter(|_| {
        dialect != Dialect::Sqlite
            && !(dialect.is_mysql_family() && matches!(constraint.kind, ConstraintKind::Primary(_)))
    });
    let means = || facets.0.iter().map(|facet| &*facet.meaning).collect::<Vec<_>>().join(", ");
    let shown = name.map_or_else(|| format!("({})", means()), |name| name.text.to_string());
    Part { kind, name: shown, nameless: name.is_none(), facets: facets.0 }
}

pub(super) fn index(table: &Table, index: &Index, dialect: Dialect) -> Part {
    use crate::catalog::change::Part as IndexPart;
    let details = &index.details;
    let hashed = crate::diff::compare::is_hashed(table, index, dialect);
    let mut facets = Facets::default();
    facets.flag("unique", index.unique);
    let suffixes = crate::diff::long_key::suffixes(table, index, dialect);
    let (mut shown, mut means) = (Vec::new(), Vec::new());
    for (at, part) in index.parts.iter().enumerate() {
        let suffix = suffixes.get(at).filter(|suffix| !suffix.is_empty());
        let suffix = suffix.map(|suffix| format!(" {suffix}")).unwrap_or_default();
        let (text, meant) = match part {
            IndexPart::Column(name) => (name.text.to_string(), name.key.to_string()),
            IndexPart::Expr(expr) => {
                let text = own_cast::without(&expr.text, table, dialect);
                (expr.text.to_string(), meaning(&text, dialect))
            }
        };
        shown.push(format!("{text}{suffix}"));
        let words = suffix.split(' ').map(crate::diff::compare::without_public);
        means.push(format!("{meant}{}", words.collect::<Vec<_>>().join(" ").to_lowercase()));
    }
    facets.say("columns", shown.join(", "), means.join(", "));
    // A whole text can be unique by its hash alone, and then the server says so.
    let method = details.method.as_ref().filter(|method| !(hashed && &***method == "hash"));
    if let Some(method) = method.filter(|method| ***method != *"btree") {
        facets.plain("method", method.to_lowercase());
    }
    if !index.include.is_empty() {
        facets.plain("include", names(&index.include, &[]));
    }
    if let Some(predicate) = &index.predicate {
        let text = own_cast::without(&predicate.text, table, dialect);
        facets.say("where", &*predicate.text, meaning(&text, dialect));
    }
    facets.flag("nulls not distinct", details.nulls_not_distinct);
    facets.comment(details.comment.as_ref(), dialect);
    let options = details
        .options
        .iter()
        .filter(|(name, value)| !matches!((&***name, &***value), ("foreign key", _) | ("using", "btree")));
    facets.options("options", options.map(|(name, value)| (name.clone(), value.to_lowercase())));
    Part { kind: "index", name: index.name.text.to_string(), nameless: false, facets: facets.0 }
}
