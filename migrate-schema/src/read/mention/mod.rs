//! What queries speak of, from sqlparser's tree. What is not looked into says nothing, and so makes no error.

mod calls;
mod expr;
mod given;
mod having;
mod mend;
mod postgres;
mod query;
mod sound;
mod source;
mod value;
mod words;
mod write;

use migrate_core::Dialect;
use sqlparser::ast::{self, ObjectName, ObjectNamePart, Statement};

use crate::catalog::mention::Scope;
use crate::catalog::name::{Ident, Path};
use crate::diagnostic::Diagnostic;
use crate::source::{Place, SourceId, Span};
use crate::sql::plain::Plain;
pub(super) use calls::calls;
pub(super) use mend::{Mended, is_misread, mend};
use words::MODIFIERS;

/// Reads mentions out of the tree of a text that begins at `start`.
pub(in crate::read) struct Mentions<'a> {
    source: SourceId,
    /// The text of the whole file.
    text: &'a str,
    start: usize,
    lines: Vec<usize>,
    /// The line that was looked at last, and how long it is if it has nothing but ASCII.
    ascii: Option<(usize, usize)>,
    /// What was read instead of the text.
    plain: Option<Plain>,
    dialect: Dialect,
    /// Where in a query it is.
    clause: Clause,
    /// In what an aggregate function is told.
    inside: bool,
    /// In a query that may see what is around it.
    within: bool,
    /// The windows that the queries around have, the innermost last.
    windows: Vec<Vec<std::sync::Arc<str>>>,
    /// What is wrong whatever the tables are.
    faults: Vec<Diagnostic>,
    /// What was said in parts that sqlparser does not see.
    mended: Mended,
    /// The rows of triggers and rules are sources like others.
    rows_named: bool,
    /// Where each query that was read stands among those inside, by the address of its tree.
    queries: std::collections::HashMap<usize, usize>,
    /// The text is put together; all of it stands for what is written here.
    stands_for: Option<Place>,
}

/// A part of a query in which not everything is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clause {
    /// What is returned.
    List,
    /// `WHERE`, and what is assigned.
    Where,
    /// The condition of a join.
    On,
    /// `GROUP BY`.
    Group,
    /// `HAVING`.
    Having,
    /// `ORDER BY`.
    Order,
    /// Anything else.
    Other,
}

impl<'a> Mentions<'a> {
    pub(in crate::read) fn new(source: SourceId, text: &'a str, start: usize, dialect: Dialect) -> Mentions<'a> {
        Mentions {
            source,
            text,
            start,
            lines: vec![start],
            ascii: None,
            plain: None,
            dialect,
            clause: Clause::Other,
            inside: false,
            within: false,
            windows: Vec::new(),
            faults: Vec::new(),
            mended: Mended::default(),
            rows_named: false,
            queries: std::collections::HashMap::new(),
            stands_for: None,
        }
    }

    /// All of it stands for what is written at a place.
    pub(in crate::read) fn standing_for(mut self, place: Option<Place>) -> Self {
        self.stands_for = place;
        self
    }

    /// Of a text that was made of it.
    pub(in crate::read) fn of_plain(mut self, plain: Plain) -> Self {
        self.lines = vec![0];
        self.ascii = None;
        self.plain = Some(plain);
        self
    }

    /// With what was blanked out of the text.
    pub(in crate::read) fn with(self, mended: Mended) -> Mentions<'a> {
        Mentions { mended, ..self }
    }

    /// In a place where `new` and `old` are sources.
    pub(in crate::read) fn with_rows_named(self) -> Mentions<'a> {
        Mentions { rows_named: true, ..self }
    }

    /// An expression that stands alone.
    pub(in crate::read) fn condition_alone(mut self, expr: &ast::Expr) -> Scope {
        let mut scope = Scope::default();
        self.in_clause(Clause::Where, |own| own.expr(expr, &mut scope));
        scope.faults = self.faults;
        scope
    }

    /// The byte of a place as sqlparser counts: lines and characters from 1.
    fn offset(&mut self, location: sqlparser::tokenizer::Location) -> Option<usize> {
        let line = usize::try_from(location.line).ok()?.checked_sub(1)?;
        let text = self.plain.as_ref().map_or(self.text, |plain| &plain.text);
        while self.lines.len() <= line {
            let last = *self.lines.last()?;
            let end = text[last..].find('\n')?;
            self.lines.push(last + end + 1);
        }
        let start = self.lines[line];
        let column = usize::try_from(location.column).ok()?.checked_sub(1)?;
        let rest = &text[start..];
        // One line may hold all rows of a table, and each value asks.
        if self.ascii.is_none_or(|(known, _)| known != line) {
            let end = rest.find('\n').unwrap_or(rest.len());
            self.ascii = Some((line, if rest.as_bytes()[..end].is_ascii() { end } else { 0 }));
        }
        let plain_line = self.ascii.is_some_and(|(_, end)| column <= end);
        let at = match rest.as_bytes().get(..column) {
            Some(bytes) if plain_line || bytes.is_ascii() => column,
            _ => rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at),
        };
        Some(match &self.plain {
            Some(plain) => plain.original(start + at),
            None => start + at,
        })
    }

    pub(super) fn ident(&mut self, ident: &ast::Ident) -> Ident {
        let range = self.offset(ident.span.start).zip(self.offset(ident.span.end));
        let (from, to) = match range {
            Some((from, to)) if from < to && to <= self.text.len() => (from, to),
            _ => (self.start, self.start + 1),
        };
        let place = self.stands_for.unwrap_or(Place { source: self.source, span: Span::new(from, to) });
        let written = match ident.quote_style {
            Some('[') => format!("[{}]", ident.value),
            Some(quote) => format!("{quote}{}{quote}", ident.value),
            None => ident.value.clone(),
        };
        Ident::written(&written, self.dialect, place)
    }

    /// Where sqlparser's place is in the text.
    pub(super) fn at(&mut self, location: sqlparser::tokenizer::Location) -> usize {
        self.offset(location).unwrap_or(self.start)
    }

    pub(super) fn path(&mut self, name: &ObjectName) -> Option<Path> {
        let mut parts = name.0.iter().rev().map(|part| match part {
            ObjectNamePart::Identifier(ident) => Some(ident),
            ObjectNamePart::Function(_) => None,
        });
        let last = parts.next()??;
        if last.quote_style.is_none() && MODIFIERS.contains(&&*last.value.to_ascii_lowercase()) {
            return None;
        }
        let schema = match parts.next() {
            Some(part) => Some(part?),
            None => None,
        };
        let name = self.ident(last);
        let schema = schema.map(|schema| self.ident(schema));
        Some(Path { schema, name })
    }

    /// A statement about rows, or the query of a view. None if it is of another kind.
    pub(in crate::read) fn statement(&mut self, statement: &Statement) -> Option<Scope> {
        let mut scope = Scope::default();
        match statement {
            Statement::Query(query) => self.query(query, &mut scope),
            Statement::Insert(insert) => self.insert(insert, &mut scope),
            Statement::Update(update) => self.update(update, &mut scope),
            Statement::Delete(delete) => self.delete(delete, &mut scope),
            Statement::Merge(merge) => self.merge(merge, &mut scope),
            Statement::Call(call) if self.dialect == Dialect::Postgres => {
                let call = ast::Expr::Function(call.clone());
                let value = self.value(&call, &scope);
                scope.values.calls.push(value);
                scope.values.procedure = true;
            }
            _ => return None,
        }
        scope.faults = std::mem::take(&mut self.faults);
        Some(scope)
    }
}
