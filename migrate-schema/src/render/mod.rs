//! What a dialect means when it writes: objects of a catalog to SQL.
//!
//! Nothing here compares anything. A statement comes without the semicolon, as it is to stand in a file.

mod column;
mod key;
mod object;
mod table;
mod text;

use migrate_core::Dialect;

use crate::catalog::{Catalog, Entry, Key, Object, Space};
use crate::sql::reserved::is_reserved;

pub(crate) use column::{identity, sequence_clauses, sequence_options};
pub use object::{ObjectKind, kind_of};
pub use table::Without;
pub(crate) use table::mysql_option;
pub use text::tidy;

/// Writes objects of one catalog.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'c> {
    /// Where names and definitions come from.
    pub catalog: &'c Catalog,
    /// Whose SQL it is.
    pub dialect: Dialect,
}

impl<'c> Writer<'c> {
    /// For one catalog, in its dialect.
    pub fn new(catalog: &'c Catalog) -> Writer<'c> {
        Writer { catalog, dialect: catalog.dialect() }
    }

    /// A name, in quotes where it needs them.
    pub fn name(&self, name: &str) -> String {
        name_of(name, self.dialect)
    }

    /// Names with commas between.
    pub fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> String {
        names.into_iter().map(|name| self.name(name)).collect::<Vec<_>>().join(", ")
    }

    /// What stands under a key as other statements name it: with its schema, unless names without one mean that.
    pub fn path(&self, key: &Key) -> String {
        let name = self.catalog.entry(key).map_or(&key.name, |entry| &entry.name);
        self.path_as(key, name)
    }

    /// A name in the schema of a key.
    pub fn path_as(&self, key: &Key, name: &str) -> String {
        match self.schema_before(key) {
            Some(schema) => format!("{}.{}", self.name(&schema), self.name(name)),
            None => self.name(name),
        }
    }

    /// The schema that has to be written before a name.
    pub(crate) fn schema_before(&self, key: &Key) -> Option<String> {
        if key.schema.is_empty() || matches!(key.space, Space::Schema | Space::Extension) {
            return None;
        }
        let usual = match self.dialect {
            Dialect::Postgres => "public",
            Dialect::Sqlite => "main",
            Dialect::MySql | Dialect::MariaDb => "",
        };
        (&*key.schema != usual).then(|| key.schema.to_string())
    }

    /// A text as a string.
    pub fn string(&self, text: &str) -> String {
        string_of(text, self.dialect)
    }

    fn entry(&self, key: &Key) -> Option<&'c Entry> {
        self.catalog.entry(key).map(|entry| &**entry)
    }

    /// The table under a key.
    pub fn table(&self, key: &Key) -> Option<&'c crate::catalog::table::Table> {
        match &self.entry(key)?.object {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// A name, in quotes where the dialect wants them.
pub fn name_of(name: &str, dialect: Dialect) -> String {
    let first = |c: char| c == '_' || c.is_ascii_lowercase() || c.is_ascii_uppercase() && dialect != Dialect::Postgres;
    let plain =
        name.starts_with(first) && name.chars().all(|c| first(c) || c.is_ascii_digit()) && !is_reserved(name, dialect);
    if plain { name.to_owned() } else { dialect.quote_name(name) }
}

/// A text as a string that means the same under the usual settings of the server.
pub fn string_of(text: &str, dialect: Dialect) -> String {
    let doubled = text.replace('\'', "''");
    match dialect.is_mysql_family() {
        true => format!("'{}'", doubled.replace('\\', "\\\\")),
        false => format!("'{doubled}'"),
    }
}
