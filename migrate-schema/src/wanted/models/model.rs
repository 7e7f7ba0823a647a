//! What a struct or an enum says about the database.

use migrate_core::Dialect;
use proc_macro2::Span;

use super::attributes::Text;
use super::types::FieldType;

/// A text that may differ from dialect to dialect: `type = "text"`, `type(postgres = "citext", sqlite = "text")`.
#[derive(Debug, Clone, Default)]
pub struct PerDialect {
    /// For those that are not named.
    pub all: Option<Text>,
    /// For some.
    pub own: Vec<(Dialect, Text)>,
}

impl PerDialect {
    /// What holds for a dialect. What is said for MySQL holds for MariaDB, too, where nothing else is said for that.
    pub fn get(&self, dialect: Dialect) -> Option<&Text> {
        let of = |dialect| self.own.iter().find(|(of, _)| *of == dialect).map(|(_, text)| text);
        of(dialect)
            .or_else(|| if dialect == Dialect::MariaDb { of(Dialect::MySql) } else { None })
            .or(self.all.as_ref())
    }

    /// Whether anything is said.
    pub fn is_some(&self) -> bool {
        self.all.is_some() || !self.own.is_empty()
    }

    /// Where it is said first.
    pub fn span(&self) -> Option<Span> {
        self.all.iter().chain(self.own.iter().map(|(_, text)| text)).map(|text| text.span).next()
    }
}

/// A name of the database, and where it comes from.
#[derive(Debug, Clone)]
pub struct Name {
    /// The name.
    pub value: String,
    /// The attribute that gives it, or the Rust name.
    pub span: Span,
}

/// A struct that derives `Table`.
#[derive(Debug, Clone)]
pub struct Model {
    /// The name of the struct.
    pub rust: Name,
    /// The table.
    pub table: Name,
    /// The schema it stands in.
    pub schema: Option<Text>,
    /// It is no table: its columns stand in the tables that flatten it.
    pub embedded: bool,
    /// What the database is told about it.
    pub comment: Option<Text>,
    /// What it was called.
    pub renamed_from: Option<Text>,
    /// What stands behind the columns.
    pub options: PerDialect,
    /// The fields that are columns, or are flattened.
    pub fields: Vec<Field>,
    /// The primary key, if the table says it.
    pub primary: Option<Key>,
    /// Unique constraints of the table.
    pub uniques: Vec<Key>,
    /// Indexes of the table.
    pub indexes: Vec<Index>,
    /// Checks of the table.
    pub checks: Vec<Check>,
    /// Foreign keys of the table.
    pub foreign: Vec<Foreign>,
    /// Where the derive finds the runtime, if it is not `::migrate_runtime`.
    pub runtime: Option<Text>,
}

/// A field that is a column.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in Rust.
    pub rust: Name,
    /// Its column.
    pub column: Name,
    /// Its type in Rust.
    pub ty: FieldType,
    /// It stands for the columns of another struct.
    pub flatten: bool,
    /// Its value is kept as JSON.
    pub json: bool,
    /// `Option`, or said to be nullable.
    pub nullable: bool,
    /// The type of the column, if it is said.
    pub sql_type: PerDialect,
    /// It is the primary key.
    pub primary: Option<Span>,
    /// The server numbers it.
    pub numbered: Option<(Numbering, Span)>,
    /// No two rows have the same.
    pub unique: Option<Key>,
    /// The indexes on it.
    pub indexes: Vec<Index>,
    /// Its default, as SQL.
    pub default: PerDialect,
    /// It is computed.
    pub generated: Option<Generated>,
    /// Its collation.
    pub collate: PerDialect,
    /// What the database is told about it.
    pub comment: Option<Text>,
    /// What it was called.
    pub renamed_from: Option<Text>,
    /// What it points to.
    pub references: Option<Foreign>,
    /// What holds for it.
    pub checks: Vec<Check>,
}

/// How the server numbers rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// `auto`: where no number is given.
    Auto,
    /// `identity`: always, or without giving a number twice, as far as the server has that.
    Identity,
}

/// A computed column.
#[derive(Debug, Clone)]
pub struct Generated {
    /// From what.
    pub expr: PerDialect,
    /// It is computed when it is read.
    pub is_virtual: bool,
}

/// A key.
#[derive(Debug, Clone)]
pub struct Key {
    /// Its name.
    pub name: Option<Text>,
    /// Its columns; empty for the field that it is written at.
    pub columns: Vec<Text>,
    /// Where it is written.
    pub span: Span,
}

/// An index.
#[derive(Debug, Clone)]
pub struct Index {
    /// Its name.
    pub name: Option<Text>,
    /// Columns, or SQL; empty for the field that it is written at.
    pub parts: Vec<Text>,
    /// No two rows have the same.
    pub unique: bool,
    /// Its method: `gin`.
    pub using: Option<Text>,
    /// The rows that are in it.
    pub filter: Option<Text>,
    /// Columns that are only stored.
    pub include: Vec<Text>,
    /// Where it is written.
    pub span: Span,
}

/// A check.
#[derive(Debug, Clone)]
pub struct Check {
    /// Its name.
    pub name: Option<Text>,
    /// What holds.
    pub expr: PerDialect,
    /// Where it is written.
    pub span: Span,
}

/// A foreign key.
#[derive(Debug, Clone)]
pub struct Foreign {
    /// Its name.
    pub name: Option<Text>,
    /// The columns here; empty for the field that it is written at.
    pub columns: Vec<Text>,
    /// The schema of the table there.
    pub schema: Option<String>,
    /// The table there.
    pub table: String,
    /// The columns there; empty is its primary key.
    pub targets: Vec<String>,
    /// What follows: `ON DELETE CASCADE`.
    pub actions: String,
    /// The text that names the table.
    pub target: Text,
}

/// An enum that derives `Enum`.
#[derive(Debug, Clone)]
pub struct EnumModel {
    /// The name of the enum.
    pub rust: Name,
    /// The type in PostgreSQL.
    pub name: Name,
    /// The schema it stands in.
    pub schema: Option<Text>,
    /// It is kept as text (with a check), not as a type.
    pub text: bool,
    /// It is kept as a number of this type: `#[repr(i16)]`.
    pub repr: Option<String>,
    /// Its values, in order.
    pub values: Vec<Name>,
    /// What it was called.
    pub renamed_from: Option<Text>,
    /// Where the derive finds the runtime.
    pub runtime: Option<Text>,
}

impl Model {
    /// The columns it has itself.
    pub fn columns(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.flatten)
    }

    /// Whether other structs bring columns, too.
    pub fn is_open(&self) -> bool {
        self.embedded || self.fields.iter().any(|field| field.flatten)
    }
}
