//! Writes SQL and remembers where each part comes from.

use migrate_core::Dialect;
use proc_macro2::Span as RustSpan;

use super::attributes::Text;
use super::model::Name;
use crate::source::{Origin, Place, SourceId, Span};

/// A text of SQL that is made of models.
pub(super) struct Sql {
    pub(super) text: String,
    pub(super) origins: Vec<Origin>,
    pub(super) dialect: Dialect,
    /// How many statements were ended.
    pub(super) statements: usize,
}

/// Where something stands in a Rust source.
pub(super) fn place(source: SourceId, span: RustSpan) -> Place {
    let range = span.byte_range();
    Place { source, span: Span::new(range.start, range.end) }
}

impl Sql {
    pub(super) fn new(dialect: Dialect) -> Sql {
        Sql { text: String::new(), origins: Vec::new(), dialect, statements: 0 }
    }

    pub(super) fn put(&mut self, text: &str) -> &mut Sql {
        self.text.push_str(text);
        self
    }

    /// What stands in the Rust source as it is.
    pub(super) fn literal(&mut self, source: SourceId, text: &Text) -> &mut Sql {
        let literal = place(source, text.span);
        let start = self.text.len();
        self.put(&text.value);
        let span = Span::new(start, self.text.len());
        let origin = match text.offset {
            Some(offset) => {
                let from = literal.span.start + offset;
                let inside = Span { start: from, end: from + (span.end - span.start) };
                Origin { span, place: Place { span: inside, ..literal }, same: true }
            }
            None => Origin { span, place: literal, same: false },
        };
        self.origins.push(origin);
        self
    }

    /// A name, in quotes.
    pub(super) fn name(&mut self, source: SourceId, name: &Name) -> &mut Sql {
        self.quoted(&name.value, place(source, name.span))
    }

    pub(super) fn quoted(&mut self, name: &str, place: Place) -> &mut Sql {
        let start = self.text.len();
        // What stands in double quotes may be a string for SQLite.
        let quote = if self.dialect == Dialect::Postgres { '"' } else { '`' };
        self.text.push(quote);
        self.text.push_str(name);
        self.text.push(quote);
        self.from(start, place);
        self
    }

    /// A string.
    pub(super) fn string(&mut self, value: &str, place: Place) -> &mut Sql {
        let start = self.text.len();
        let mut inner = value.replace('\'', "''");
        if self.dialect.is_mysql_family() {
            inner = inner.replace('\\', "\\\\");
        }
        self.text.push_str(&format!("'{inner}'"));
        self.from(start, place);
        self
    }

    /// What was written since `start` comes from `place`.
    pub(super) fn from(&mut self, start: usize, place: Place) {
        self.origins.push(Origin { span: Span::new(start, self.text.len()), place, same: false });
    }

    /// The end of a statement.
    pub(super) fn end(&mut self) {
        self.text.push_str(";\n");
        self.statements += 1;
    }
}
