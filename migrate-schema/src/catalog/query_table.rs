//! Tables that are made of what a query returns.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Numbered;
use super::constraint::ConstraintKind;
use super::details::ColumnDetails;
use super::mention::{From, Output, Scope};
use super::name::Ident;
use super::table::{Column, Table, Type};
use super::{Catalog, Found, Object, Space};
use crate::source::Place;

/// Types of PostgreSQL that have no length and no precision.
const WHOLE: &[&str] = &[
    "smallint",
    "integer",
    "bigint",
    "real",
    "double precision",
    "boolean",
    "date",
    "uuid",
    "json",
    "jsonb",
    "bytea",
    "text",
];

impl Catalog {
    /// The columns of `CREATE TABLE … AS`, where the query returns all columns of one table and nothing else.
    pub(super) fn columns_of_query(&self, query: &Scope) -> Option<Vec<Column>> {
        let ([source], Some([output]), true) = (&query.sources[..], query.returns.as_deref(), query.ctes.is_empty())
        else {
            return None;
        };
        let path = source.path.as_ref()?;
        let called = source.alias.as_ref().unwrap_or(&path.name);
        let all = match output {
            Output::All => true,
            Output::AllOf(name) => *name == called.key,
            Output::Named(_) | Output::Inner => false,
        };
        let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
        let Object::Table(table) = &entry.object else { return None };
        if !all || table.open {
            return None;
        }
        let seen = table.columns.iter().filter(|column| !column.details.options.contains_key("invisible"));
        Some(seen.map(|column| self.column_of_query(table, column)).collect())
    }

    /// The columns that `CREATE TABLE … AS` makes on PostgreSQL, where all have types that are no more than their names.
    pub(super) fn typed_columns_of_query(&self, query: &Scope, names: &[Arc<str>], at: Place) -> Option<Vec<Column>> {
        let collated = |source: &From| {
            source.path.as_ref().is_none_or(|path| match self.find(Space::Relation, path) {
                Found::Here { entry, sure: true, .. } => match &entry.object {
                    Object::Table(table) => table.columns.iter().any(|column| column.details.collation.is_some()),
                    _ => true,
                },
                _ => true,
            })
        };
        let types = self.types_of_rows(query).filter(|types| types.len() == names.len())?;
        if query.sources.iter().any(collated) || !types.iter().all(|ty| WHOLE.contains(&&**ty)) {
            return None;
        }
        let one = |(name, ty): (&Arc<str>, Arc<str>)| Column {
            name: Ident { text: name.clone(), key: name.clone(), place: at, double_quoted: false },
            ty: Some(Type { text: ty.clone(), meaning: ty, own: None }),
            not_null: false,
            default: None,
            generated: None,
            numbered: Numbered::No,
            details: ColumnDetails::default(),
        };
        Some(names.iter().zip(types).map(one).collect())
    }

    /// What the server makes of a column that is selected.
    fn column_of_query(&self, table: &Table, column: &Column) -> Column {
        let mut copy = column.clone();
        let numbered = std::mem::replace(&mut copy.numbered, Numbered::No);
        copy.generated = None;
        let details = std::mem::take(&mut copy.details);
        match self.dialect {
            Dialect::Postgres => {
                (copy.default, copy.not_null) = (None, false);
                copy.details.collation = details.collation;
            }
            Dialect::Sqlite => {
                (copy.default, copy.not_null) = (None, false);
                let kept = column.ty.as_ref().and_then(|ty| Affinity::of(&ty.text).kept());
                copy.ty =
                    kept.map(|kept| Type { text: kept.into(), meaning: kept.to_ascii_lowercase().into(), own: None });
            }
            Dialect::MySql | Dialect::MariaDb => {
                let keys = table.constraints.iter().filter(|key| matches!(key.kind, ConstraintKind::Primary(_)));
                copy.not_null |= keys.flat_map(|key| key.kind.columns()).any(|name| name.key == column.name.key);
                let literal = |text: &str| {
                    let text = text.to_ascii_lowercase();
                    text.starts_with(['\'', '-', '+'])
                        || text.starts_with(|c: char| c.is_ascii_digit())
                        || matches!(&*text, "null" | "true" | "false")
                        || text.starts_with("current_timestamp")
                        || text.starts_with("now(")
                };
                copy.default = copy.default.filter(|text| literal(text));
                if numbered == Numbered::Auto {
                    copy.default = Some("0".into());
                }
                copy.details = ColumnDetails {
                    charset: details.charset,
                    collation: details.collation,
                    comment: details.comment,
                    on_update: details.on_update,
                    ..ColumnDetails::default()
                };
            }
        }
        copy
    }
}

/// What a type of SQLite means for the values (its manual: "Determination Of Column Affinity").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Affinity {
    /// Whole numbers, where they lose nothing.
    Integer,
    /// All becomes text, but for bytes.
    Text,
    /// All stays as it is.
    Blob,
    /// All numbers are broken ones.
    Real,
    /// Whole numbers or broken ones.
    Numeric,
}

impl Affinity {
    /// The affinity of a column of this type; without a type the text is empty.
    pub(crate) fn of(ty: &str) -> Affinity {
        let text = ty.to_ascii_uppercase();
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        match () {
            () if has(&["INT"]) => Affinity::Integer,
            () if has(&["CHAR", "CLOB", "TEXT"]) => Affinity::Text,
            () if has(&["BLOB"]) || text.is_empty() => Affinity::Blob,
            () if has(&["REAL", "FLOA", "DOUB"]) => Affinity::Real,
            () => Affinity::Numeric,
        }
    }

    /// The type that a table of what a query returns keeps of it.
    fn kept(self) -> Option<&'static str> {
        match self {
            Affinity::Integer => Some("INT"),
            Affinity::Text => Some("TEXT"),
            Affinity::Blob => None,
            Affinity::Real => Some("REAL"),
            Affinity::Numeric => Some("NUM"),
        }
    }
}
