//! Tables that are made of what a query returns.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Numbered;
use super::constraint::ConstraintKind;
use super::details::ColumnDetails;
use super::mention::{From, Mention, Output, Scope};
use super::name::Ident;
use super::table::{Column, Table, Type};
use super::value::ValueKind;
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

/// Types of PostgreSQL that may have a length or a precision, and are called the same without.
const WITHOUT_LENGTH: &[&str] =
    &["numeric", "timestamp", "timestamp with time zone", "time", "time with time zone", "interval"];

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

    /// The columns that `CREATE TABLE … AS` makes on PostgreSQL, where the types of all are known to the last length.
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
        let values = &query.values;
        let apart = values.together || values.same || values.items.len() != names.len();
        let mut items = values.items.iter().map(|item| item.as_ref().filter(|_| !apart));
        let plain = !query.sources.iter().any(collated);
        let mut columns = Vec::new();
        for (name, ty) in names.iter().zip(types) {
            let (ty, collation) = match items.next().flatten().map(|value| &value.kind) {
                Some(ValueKind::Column(mention)) => self.selected(query, mention).or_else(|| whole(&ty, plain))?,
                Some(ValueKind::Cast(_, to)) if plain && to.own.is_none() => (to.clone(), None),
                Some(ValueKind::Text(_)) if plain => whole(&"text".into(), plain)?,
                Some(kind) if plain && WITHOUT_LENGTH.contains(&&*ty) && has_no_length(kind) => (of_server(&ty), None),
                _ => whole(&ty, plain)?,
            };
            let name = Ident { text: name.clone(), key: name.clone(), place: at, double_quoted: false };
            columns.push(Column::bare(name, ty, collation));
        }
        Some(columns)
    }

    /// The type and the collation of a column of a table that a query reads, where it is clear which one is meant.
    fn selected(&self, query: &Scope, mention: &Mention) -> Option<(Type, Option<Arc<str>>)> {
        let mut found = None;
        for source in &query.sources {
            let path = source.path.as_ref()?;
            let called = source.alias.as_ref().unwrap_or(&path.name);
            if mention.qualifier.as_ref().is_some_and(|qualifier| qualifier.key != called.key) {
                continue;
            }
            let is_cte = path.schema.is_none() && query.ctes.contains(&path.name.key);
            let Found::Here { entry, sure: true, .. } = self.find(Space::Relation, path) else { return None };
            let Object::Table(table) = &entry.object else { return None };
            if is_cte || table.open || !source.columns.is_empty() || query.inside {
                return None;
            }
            let Some(column) = table.column(&mention.name.key) else { continue };
            if found.replace((column.ty.clone()?, column.details.collation.clone())).is_some() {
                return None;
            }
        }
        found
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

/// One of the server's types.
fn of_server(ty: &Arc<str>) -> Type {
    Type { text: ty.clone(), meaning: ty.clone(), own: None }
}

/// A type that is no more than its name, where nothing that is read has a collation.
fn whole(ty: &Arc<str>, plain: bool) -> Option<(Type, Option<Arc<str>>)> {
    (plain && WHOLE.contains(&&**ty)).then(|| (of_server(ty), None))
}

/// What functions and operators give has no length, whatever they were given; a choice between values may have theirs.
fn has_no_length(kind: &ValueKind) -> bool {
    match kind {
        // `CURRENT_TIMESTAMP(3)` is called like one.
        ValueKind::Call(call) => {
            let name = &call.path.name.key;
            !call.special && !name.starts_with("current_") && !name.starts_with("local")
        }
        ValueKind::Binary(..) => true,
        _ => false,
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
