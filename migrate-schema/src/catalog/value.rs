//! What an expression of PostgreSQL says, as far as its type depends on it.

use std::sync::Arc;

use super::mention::Mention;
use super::name::{Ident, Path};
use super::table::Type;
use crate::source::Place;

/// An expression.
#[derive(Debug, Clone)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Where it stands.
    pub at: Place,
}

/// What an expression is.
#[derive(Debug, Clone)]
pub enum ValueKind {
    /// Nobody looks into it.
    Unknown,
    /// A text in quotes, which becomes what is wanted.
    Text(Arc<str>),
    /// A number as it is written.
    Number(Arc<str>),
    /// `true` or `false`.
    Boolean,
    /// `NULL`.
    Null,
    /// `DEFAULT`
    Default,
    /// A column.
    Column(Mention),
    /// It is turned into a type.
    Cast(Box<Value>, Type),
    /// An operator between two.
    Binary(Arc<str>, Box<Value>, Box<Value>),
    /// An operator before one.
    Unary(Arc<str>, Box<Value>),
    /// `AND`, `OR`, `NOT`.
    Logic(&'static str, Vec<Value>),
    /// It is asked whether these are true.
    IsTrue(Box<Value>),
    /// The answer is yes or no, whatever the parts are.
    Asks(Vec<Value>),
    /// A function is called.
    Call(Box<CallOf>),
    /// `CASE`: what is compared, the conditions, the results.
    Case(Option<Box<Value>>, Vec<Value>, Vec<Value>),
    /// Several values of one type: `COALESCE`, `GREATEST`, `ARRAY`.
    Same(&'static str, Vec<Value>),
    /// `a IN (b, c)`
    In(Box<Value>, Vec<Value>),
    /// `a = ANY (b)`
    Any(Arc<str>, Box<Value>, Box<Value>),
    /// `a IN (SELECT …)`, with the number of the query inside.
    InQuery(Vec<Value>, usize),
    /// `(SELECT …)`
    Query(usize),
    /// `ARRAY[…]`
    Array(Vec<Value>),
    /// `ROW(…)`
    Row(Vec<Value>),
    /// `a[1]`
    Element(Box<Value>, Vec<Value>),
    /// A type follows from the form alone.
    Typed(&'static str, Vec<Value>),
    /// A text with its collation.
    Collated(Box<Value>),
}

/// A call of a function.
#[derive(Debug, Clone)]
pub struct CallOf {
    /// Which one.
    pub path: Path,
    /// Its arguments.
    pub arguments: Vec<Value>,
    /// They are spread, or it is called in a way that nobody looks into.
    pub special: bool,
    /// The last of them have these names.
    pub names: Vec<Ident>,
    /// `f(*)`
    pub star: bool,
    /// `f(DISTINCT a)`
    pub distinct: bool,
    /// `FILTER (…)`
    pub filter: bool,
    /// `OVER (…)`
    pub over: bool,
    /// `WITHIN GROUP (…)`
    pub within: bool,
    /// What its rows are ordered and divided by, and the filter.
    pub others: Vec<Value>,
}

impl CallOf {
    /// With arguments and nothing else.
    pub const fn plain(path: Path, arguments: Vec<Value>) -> CallOf {
        CallOf {
            path,
            arguments,
            special: false,
            names: Vec::new(),
            star: false,
            distinct: false,
            filter: false,
            over: false,
            within: false,
            others: Vec::new(),
        }
    }
}

impl Value {
    /// All parts, without queries.
    pub fn parts(&self) -> Vec<&Value> {
        match &self.kind {
            ValueKind::Unknown
            | ValueKind::Text(_)
            | ValueKind::Number(_)
            | ValueKind::Boolean
            | ValueKind::Null
            | ValueKind::Default
            | ValueKind::Query(_)
            | ValueKind::Column(_) => Vec::new(),
            ValueKind::Cast(inner, _)
            | ValueKind::Unary(_, inner)
            | ValueKind::IsTrue(inner)
            | ValueKind::Collated(inner) => vec![inner],
            ValueKind::Binary(_, left, right) | ValueKind::Any(_, left, right) => vec![left, right],
            ValueKind::Logic(_, all)
            | ValueKind::Asks(all)
            | ValueKind::Same(_, all)
            | ValueKind::Array(all)
            | ValueKind::Row(all)
            | ValueKind::Typed(_, all)
            | ValueKind::InQuery(all, _) => all.iter().collect(),
            ValueKind::Call(call) => call.arguments.iter().chain(&call.others).collect(),
            ValueKind::Case(operand, conditions, results) => {
                operand.iter().map(|operand| &**operand).chain(conditions).chain(results).collect()
            }
            ValueKind::In(first, rest) | ValueKind::Element(first, rest) => {
                std::iter::once(&**first).chain(rest).collect()
            }
        }
    }
}

/// The expressions of one level of a query.
#[derive(Debug, Clone, Default)]
pub struct Values {
    /// What is returned; none is `*`.
    pub items: Vec<Option<Value>>,
    /// What must be true or false, and the word before it.
    pub conditions: Vec<(&'static str, Value)>,
    /// What it is grouped by; none if it is not.
    pub grouped: Option<Vec<Group>>,
    /// What it is sorted by.
    pub sorted: Vec<Value>,
    /// Columns that get a value.
    pub set: Vec<(Ident, Value)>,
    /// Columns that are named alone behind `ON CONFLICT DO UPDATE`, where two rows have them.
    pub upserted: Vec<Ident>,
    /// Rows of `VALUES`.
    pub rows: Vec<Vec<Value>>,
    /// Functions in `FROM`.
    pub calls: Vec<Value>,
    /// How many rows: `LIMIT`, `OFFSET`.
    pub limits: Vec<Value>,
    /// It is several queries put together: the parts are the last two inside.
    pub together: bool,
    /// Its rows are those of the last query inside.
    pub same: bool,
    /// It is in a place of its own: the default of a column and the like.
    pub of_table: Option<&'static str>,
    /// It must always give the same: what an index or a column is made of.
    pub fixed: Option<&'static str>,
    /// `SELECT DISTINCT`
    pub distinct: bool,
    /// What is called is a procedure.
    pub procedure: bool,
}

/// What a query is grouped by.
#[derive(Debug, Clone)]
pub enum Group {
    /// An expression.
    By(Value),
    /// The column of the result with this number.
    Number(usize, Place),
    /// The column of the result with this name.
    Named(Arc<str>),
    /// Some of these, in several ways: `ROLLUP`, `CUBE`, `GROUPING SETS`.
    Some(Vec<Value>),
    /// Something that is not looked into.
    Unknown,
}
