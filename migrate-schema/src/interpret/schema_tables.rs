//! What tables of `information_schema` say of the catalog, row by row.

use crate::catalog::change::Part;
use crate::catalog::constraint::{Constraint, ConstraintKind};
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::{Column, Table};
use crate::catalog::{Catalog, Found, Object, Space};
use crate::source::Place;

use super::value::Value;

/// A row: its fields by their names; what is not among them is not known.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    fields: Vec<(&'static str, Value)>,
}

impl Row {
    /// Of a table. All of them say in which database it is.
    fn of(table: Value) -> Row {
        let schemas = ["table_schema", "constraint_schema", "index_schema", "unique_constraint_schema"];
        let mut row = Row { fields: schemas.map(|name| (name, Value::Database)).into() };
        row.set("table_name", table);
        row
    }

    /// Of a table that nobody speaks of.
    pub(super) fn of_nobody() -> Row {
        Row::of(Value::Nobody)
    }

    fn set(&mut self, field: &'static str, value: Value) {
        self.fields.push((field, value));
    }

    fn with(mut self, field: &'static str, value: Value) -> Row {
        self.set(field, value);
        self
    }

    pub(super) fn get(&self, field: &str) -> Value {
        let found = self.fields.iter().find(|(name, _)| name.eq_ignore_ascii_case(field));
        found.map_or(Value::Unknown, |(_, value)| value.clone())
    }
}

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SchemaTable {
    Tables,
    Views,
    Columns,
    Statistics,
    Constraints,
    KeyColumns,
    Referential,
}

impl SchemaTable {
    pub(super) fn named(name: &str) -> Option<SchemaTable> {
        Some(match &*name.to_ascii_lowercase() {
            "tables" => SchemaTable::Tables,
            "views" => SchemaTable::Views,
            "columns" => SchemaTable::Columns,
            "statistics" => SchemaTable::Statistics,
            "table_constraints" => SchemaTable::Constraints,
            "key_column_usage" => SchemaTable::KeyColumns,
            "referential_constraints" => SchemaTable::Referential,
            _ => return None,
        })
    }
}

/// The rows that are surely there, and those that may be.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) sure: Vec<Row>,
    pub(super) perhaps: Vec<Row>,
}

impl Rows {
    /// All rows about what has this name in the database at hand.
    pub(super) fn of_name(catalog: &Catalog, name: &str, of: SchemaTable) -> Rows {
        let mut rows = Rows::default();
        let ident = Ident::made(name, catalog.dialect(), Place::nowhere());
        match catalog.find(Space::Relation, &Path { schema: None, name: ident }) {
            Found::Missing(_) => (),
            Found::Unsure => rows.perhaps.push(Row::of(Value::Table(name.to_owned()))),
            Found::Here { key, entry, .. } => {
                let name = Value::Table(entry.name.to_string());
                let known = catalog.is_home(&key) && catalog.is_fresh(&entry);
                match &entry.object {
                    Object::Table(table) if known => rows.of_table(&name, table, of),
                    Object::View(_) if known => rows.of_view(name, of),
                    _ => rows.perhaps.push(Row::of(name)),
                }
            }
        }
        rows
    }

    fn of_view(&mut self, name: Value, of: SchemaTable) {
        match of {
            SchemaTable::Tables | SchemaTable::Views => {
                self.sure.push(Row::of(name).with("table_type", text("VIEW")));
            }
            SchemaTable::Columns => self.perhaps.push(Row::of(name)),
            SchemaTable::Statistics | SchemaTable::Constraints | SchemaTable::KeyColumns | SchemaTable::Referential => {
            }
        }
    }

    fn of_table(&mut self, name: &Value, table: &Table, of: SchemaTable) {
        let row = || Row::of(name.clone());
        match of {
            SchemaTable::Tables => self.sure.push(row().with("table_type", text("BASE TABLE"))),
            SchemaTable::Views => (),
            SchemaTable::Columns => {
                for (at, column) in table.columns.iter().enumerate() {
                    let number = i64::try_from(at + 1).unwrap_or(i64::MAX);
                    let numbered = if table.open { Value::Unknown } else { Value::Number(number) };
                    self.sure.push(of_column(row(), table, column).with("ordinal_position", numbered));
                }
                if table.open {
                    self.perhaps.push(row());
                }
            }
            SchemaTable::Statistics => {
                for index in &table.indexes {
                    for (at, part) in index.parts.iter().enumerate() {
                        let column = match part {
                            Part::Column(column) => text(&column.text),
                            Part::Expr(_) => Value::Unknown,
                        };
                        self.sure.push(of_index(row(), text(&index.name.text), index.unique, at, column));
                    }
                }
                for constraint in &table.constraints {
                    let Some(name) = name_of(constraint).filter(|_| is_key(constraint)) else { continue };
                    for (at, column) in constraint.kind.columns().iter().enumerate() {
                        self.sure.push(of_index(row(), name.clone(), true, at, text(&column.text)));
                    }
                }
            }
            SchemaTable::Constraints => {
                for constraint in &table.constraints {
                    let kind = match &constraint.kind {
                        ConstraintKind::Primary(_) => "PRIMARY KEY",
                        ConstraintKind::Unique(_) => "UNIQUE",
                        ConstraintKind::Foreign { .. } => "FOREIGN KEY",
                        ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => "CHECK",
                    };
                    let name = name_of(constraint).unwrap_or(Value::Unknown);
                    self.sure.push(row().with("constraint_name", name).with("constraint_type", text(kind)));
                }
                for index in table.indexes.iter().filter(|index| index.unique) {
                    let row = row().with("constraint_name", text(&index.name.text));
                    self.sure.push(row.with("constraint_type", text("UNIQUE")));
                }
            }
            SchemaTable::KeyColumns | SchemaTable::Referential => self.of_keys(&row(), table, of),
        }
        let kept_apart = !matches!(of, SchemaTable::Tables | SchemaTable::Views | SchemaTable::Columns);
        if kept_apart && (table.loose || table.open) {
            self.perhaps.push(row());
        }
    }

    fn of_keys(&mut self, row: &Row, table: &Table, of: SchemaTable) {
        for constraint in &table.constraints {
            let name = name_of(constraint).unwrap_or(Value::Unknown);
            let row = row.clone().with("constraint_name", name);
            let (target, columns): (Value, &[Ident]) = match &constraint.kind {
                ConstraintKind::Foreign { target, target_columns, .. } => {
                    (Value::Table(target.name.to_string()), target_columns)
                }
                ConstraintKind::Primary(_) | ConstraintKind::Unique(_) => (Value::Null, &[]),
                ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => continue,
            };
            if of == SchemaTable::Referential {
                if target != Value::Null {
                    self.sure.push(row.with("referenced_table_name", target));
                }
                continue;
            }
            for (at, column) in constraint.kind.columns().iter().enumerate() {
                let there = match (&target, columns.get(at)) {
                    (Value::Null, _) => Value::Null,
                    (_, Some(column)) => text(&column.text),
                    (_, None) => Value::Unknown,
                };
                let row = row.clone().with("column_name", text(&column.text)).with("referenced_column_name", there);
                let row = row.with("ordinal_position", Value::Number(i64::try_from(at + 1).unwrap_or(i64::MAX)));
                self.sure.push(row.with("referenced_table_name", target.clone()));
            }
        }
        if of == SchemaTable::KeyColumns {
            for index in table.indexes.iter().filter(|index| index.unique) {
                for column in index.columns().unwrap_or_default() {
                    let row = row.clone().with("constraint_name", text(&index.name.text));
                    let row = row.with("column_name", text(&column.text)).with("referenced_column_name", Value::Null);
                    self.sure.push(row.with("referenced_table_name", Value::Null));
                }
            }
        }
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Keys that are indexes.
fn is_key(constraint: &Constraint) -> bool {
    matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_))
}

fn name_of(constraint: &Constraint) -> Option<Value> {
    match &constraint.kind {
        ConstraintKind::Primary(_) => Some(text("PRIMARY")),
        _ => constraint.name.as_ref().map(|name| text(&name.text)),
    }
}

fn of_index(row: Row, name: Value, unique: bool, at: usize, column: Value) -> Row {
    row.with("index_name", name)
        .with("non_unique", Value::Number(i64::from(!unique)))
        .with("seq_in_index", Value::Number(i64::try_from(at + 1).unwrap_or(i64::MAX)))
        .with("column_name", column)
}

fn of_column(row: Row, table: &Table, column: &Column) -> Row {
    let primary = table.primary().is_some_and(|key| key.kind.columns().contains(&column.name));
    let nullable = if column.not_null || primary { "NO" } else { "YES" };
    let mut row = row.with("column_name", text(&column.name.text)).with("is_nullable", text(nullable));
    if primary {
        row.set("column_key", text("PRI"));
    }
    if let Some((name, length)) = column.ty.as_ref().and_then(|ty| data_type(&ty.meaning)) {
        row.set("data_type", text(name));
        row.set("character_maximum_length", length.map_or(Value::Unknown, Value::Number));
    }
    row
}

/// The name of a type without its length, as the server shows it, and the length of a text. `meaning` is as in
/// [`Type::meaning`](crate::catalog::table::Type).
fn data_type(meaning: &str) -> Option<(&'static str, Option<i64>)> {
    const NAMES: &[&str] = &[
        "tinyint",
        "smallint",
        "mediumint",
        "bigint",
        "int",
        "decimal",
        "float",
        "double",
        "date",
        "datetime",
        "timestamp",
        "time",
        "year",
        "char",
        "varchar",
        "binary",
        "varbinary",
        "tinytext",
        "mediumtext",
        "longtext",
        "text",
        "tinyblob",
        "mediumblob",
        "longblob",
        "blob",
        "enum",
        "set",
    ];
    let end = meaning.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(meaning.len());
    let name =
        NAMES.iter().find(|name| **name == &meaning[..end] || **name == "int" && &meaning[..end] == "integer")?;
    let length = meaning[end..].strip_prefix('(').and_then(|rest| rest.split(')').next()?.parse().ok());
    Some((name, length.filter(|_| matches!(*name, "char" | "varchar"))))
}
