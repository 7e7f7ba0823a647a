//! What constraints and indexes say, each as a text that is equal for equal ones.

use std::fmt::Write;
use std::sync::Arc;

use migrate_core::Dialect;

use super::{expression, options_text, without_public};
use crate::catalog::change::Part;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::Ident;
use crate::catalog::table::{Index, Table};
use crate::catalog::{Catalog, Key};
use crate::diff::{long_key, own_cast};
use crate::render::Writer;

pub(super) fn names(names: &[Ident]) -> String {
    names.iter().map(|name| &*name.key).collect::<Vec<_>>().join(",")
}

fn suffixes(suffixes: &[Arc<str>]) -> String {
    if suffixes.iter().all(|suffix| normal_order(suffix).is_empty()) {
        return String::new();
    }
    let plain = suffixes.iter().map(|suffix| normal_order(suffix));
    plain.collect::<Vec<_>>().join(",")
}

/// What stands behind a part, without the order that is usual, and without the schema that holds what everybody has.
fn normal_order(suffix: &str) -> String {
    let words = suffix.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("asc"));
    words.map(without_public).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The columns a foreign key points to.
fn target_columns(catalog: &Catalog, target: &Key, written: &[Ident]) -> String {
    if written.is_empty() { names(&Writer::new(catalog).primary_of(target)) } else { names(written) }
}

/// What stands behind the columns of a key or index, without what holds anyway: the collation of a column, and in SQLite
/// the order of what is the rowid.
fn suffixes_in(table: &Table, columns: &[Option<&Ident>], suffixes_of: &[Arc<str>], dialect: Dialect) -> Vec<Arc<str>> {
    let nothing = if dialect == Dialect::Sqlite { "binary" } else { "default" };
    let own = |(at, suffix): (usize, &Arc<str>)| -> Arc<str> {
        let text = suffix.to_lowercase().replace(['"', '`', '[', ']', '\''], "");
        let column = columns.get(at).copied().flatten().and_then(|name| table.column(&name.key));
        let Some(column) = column else { return text.into() };
        let usual = column.details.collation.as_deref().map_or_else(|| nothing.to_owned(), str::to_lowercase);
        text.replace(&format!("collate {}", usual.replace(['"', '`', '[', ']', '\''], "")), "").trim().into()
    };
    suffixes_of.iter().enumerate().map(own).collect()
}

/// An expression that can speak of one table alone, without its name before its columns.
pub(in crate::diff) fn without_table(text: &str, table: &str, dialect: Dialect) -> String {
    if !text.contains('.') {
        return text.to_owned();
    }
    let tokens: Vec<crate::sql::Token> = crate::sql::Lexer::new(text, 0..text.len(), dialect).collect();
    let is_dot =
        |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == crate::sql::Kind::Dot);
    let (mut out, mut done) = (String::new(), 0);
    for (at, token) in tokens.iter().enumerate() {
        let named = matches!(token.kind, crate::sql::Kind::Word | crate::sql::Kind::Name)
            && *Ident::written(token.text(text), dialect, crate::source::Place::nowhere()).key == *table;
        let calls = tokens.get(at + 3).is_some_and(|open| open.kind == crate::sql::Kind::Open);
        if named && is_dot(Some(at + 1)) && !is_dot(at.checked_sub(1)) && !calls {
            out.push_str(&text[done..token.start as usize]);
            done = tokens[at + 1].end as usize;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// A constraint of a table: see [`constraint`].
pub(in crate::diff) fn constraint_in(catalog: &Catalog, key: &Key, table: &Table, own: &Constraint) -> String {
    let dialect = catalog.dialect();
    if let (ConstraintKind::Check(expr), true) = (&own.kind, dialect != Dialect::Sqlite) {
        let mut settled = own.clone();
        let text = own_cast::without(&without_table(&expr.text, &key.name, dialect), table, dialect).into_owned();
        settled.kind = ConstraintKind::Check(crate::catalog::change::Expr { text: text.into(), ..expr.clone() });
        return constraint(catalog, &settled);
    }
    if catalog.dialect() != Dialect::Sqlite || own.details.suffixes.is_empty() {
        return constraint(catalog, own);
    }
    let mut settled = own.clone();
    let columns: Vec<Option<&Ident>> = own.kind.columns().iter().map(Some).collect();
    let is_rowid = matches!(own.kind, ConstraintKind::Primary(_)) && crate::diff::sqlite::alias(table).is_some();
    settled.details.suffixes =
        if is_rowid { Vec::new() } else { suffixes_in(table, &columns, &own.details.suffixes, Dialect::Sqlite) };
    constraint(catalog, &settled)
}

/// Whether a key of MariaDB can be unique by its hash alone, since a whole text is a part of it, or it is too
/// long: the server says so then.
pub(in crate::diff) fn is_hashed(table: &Table, index: &Index, dialect: Dialect) -> bool {
    let whole_text = |(at, name): (usize, &&Ident)| {
        let ty = table.column(&name.key).and_then(|column| column.ty.as_ref()).map(|ty| ty.text.to_lowercase());
        let is_long = ty.is_some_and(|ty| ty.ends_with("text") || ty.ends_with("blob"));
        is_long && index.details.suffixes.get(at).is_none_or(|suffix| !suffix.starts_with('('))
    };
    dialect == Dialect::MariaDb
        && index.unique
        && (index.columns().is_some_and(|columns| columns.iter().enumerate().any(whole_text))
            || long_key::is_hashed(table, index, dialect))
}

/// An index of a table: see [`index`].
pub(in crate::diff) fn index_in(key: &Key, table: &Table, own: &Index, dialect: Dialect) -> String {
    let mut plain = own.clone();
    if plain.details.method.as_deref() == Some("hash") && is_hashed(table, own, dialect) {
        plain.details.method = None;
    }
    plain.details.suffixes = long_key::suffixes(table, own, dialect).into_owned();
    if dialect == Dialect::Postgres {
        let parts = plain.parts.iter_mut().filter_map(|part| match part {
            Part::Expr(expr) => Some(expr),
            Part::Column(_) => None,
        });
        for expr in parts.chain(&mut plain.predicate) {
            expr.text = own_cast::without(&without_table(&expr.text, &key.name, dialect), table, dialect).into();
        }
    }
    let own = &plain;
    let said = own.details.suffixes.iter().any(|suffix| suffix.contains("collate"));
    let known = dialect == Dialect::Sqlite || dialect == Dialect::Postgres && said;
    let in_brackets = |part: &Part| {
        let expr = matches!(part, Part::Expr(expr) if crate::diff::sqlite::name_in_brackets(&expr.text).is_some());
        dialect == Dialect::Sqlite && expr
    };
    if !known || own.details.suffixes.is_empty() && !own.parts.iter().any(in_brackets) {
        return index(own, dialect);
    }
    let mut settled = own.clone();
    // `(a)` is the column.
    for part in &mut settled.parts {
        if dialect == Dialect::Sqlite
            && let Part::Expr(expr) = part
            && let Some(name) = crate::diff::sqlite::name_in_brackets(&expr.text)
        {
            *part = Part::Column(name);
        }
    }
    let columns: Vec<Option<&Ident>> = settled.parts.iter().map(Part::column).collect();
    settled.details.suffixes = suffixes_in(table, &columns, &own.details.suffixes, dialect);
    index(&settled, dialect)
}

/// All that a constraint says, without its name, whether it was checked, and its comment.
pub(in crate::diff) fn constraint(catalog: &Catalog, constraint: &Constraint) -> String {
    let dialect = catalog.dialect();
    let details = &constraint.details;
    let mut out = String::new();
    match &constraint.kind {
        ConstraintKind::Primary(columns) => {
            let _ = write!(out, "primary {}", names(columns));
        }
        ConstraintKind::Unique(columns) => {
            let _ = write!(out, "unique {}", names(columns));
        }
        ConstraintKind::Check(expr) => {
            let _ = write!(out, "check {}", expression(&expr.text, dialect));
        }
        ConstraintKind::Exclude(expr) => {
            let _ = write!(out, "exclude {}", crate::diff::same::exclusion(&expr.text));
        }
        ConstraintKind::Foreign { columns, target, target_columns: written, .. } => {
            let there = target_columns(catalog, target, written);
            let _ = write!(out, "foreign {} {}.{} {there}", names(columns), target.schema, target.name);
        }
    }
    let _ = write!(out, " {}", suffixes(&details.suffixes));
    for (word, holds) in [
        // SQLite has no way to defer a key later.
        ("deferrable", details.deferrable && (dialect != Dialect::Sqlite || details.deferred)),
        ("deferred", details.deferred),
        ("no inherit", details.no_inherit),
        ("not enforced", details.not_enforced),
        ("nulls", details.nulls_not_distinct),
    ] {
        if holds {
            let _ = write!(out, " {word}");
        }
    }
    let action = |action: &Option<Arc<str>>| match action.as_deref().map(str::to_lowercase).as_deref() {
        None => String::new(),
        // The two do the same in MySQL; which is left out, and which is shown, is not the same everywhere.
        Some("restrict") if dialect == Dialect::MariaDb => String::new(),
        Some("no action") if dialect != Dialect::MariaDb => String::new(),
        Some(other) => other.replace(' ', ""),
    };
    let _ = write!(
        out,
        " include({}) match({}) delete({}) update({}) conflict({})",
        names(&details.include),
        details.matching.as_deref().unwrap_or_default().to_lowercase(),
        action(&details.on_delete),
        action(&details.on_update),
        details.on_conflict.as_deref().unwrap_or_default().to_lowercase(),
    );
    // Where a check stands in the text of a table of SQLite makes no difference.
    let mut options = details.options.clone();
    options.retain(|name, _| dialect != Dialect::Sqlite || &**name != "column");
    options_text(&options, &mut out);
    out
}

/// All that an index says, without its name and comment.
pub(in crate::diff) fn index(index: &Index, dialect: Dialect) -> String {
    let mut out = if index.unique { "unique".to_owned() } else { String::new() };
    for part in &index.parts {
        match part {
            Part::Column(name) => {
                let _ = write!(out, " {},", name.key);
            }
            Part::Expr(expr) => {
                let _ = write!(out, " ({}),", expression(&expr.text, dialect));
            }
        }
    }
    let details = &index.details;
    // MySQL shows what was said, also where it would be so anyway.
    let usual = |method: &str| method == "btree" && !dialect.is_mysql_family();
    let method = details.method.as_deref().filter(|method| !usual(method)).unwrap_or_default();
    let _ = write!(
        out,
        " {} include({}) {method} {}",
        suffixes(&details.suffixes),
        names(&index.include),
        details.nulls_not_distinct
    );
    if let Some(expr) = &index.predicate {
        let _ = write!(out, " where {}", expression(&expr.text, dialect));
    }
    // Who made it does not matter.
    for (name, value) in details.options.iter().filter(|(name, _)| &***name != "foreign key") {
        let _ = write!(out, " {name}={value};");
    }
    out
}
