//! What a query or a statement about rows speaks of: tables and columns, scope by scope, as written. Whether they are
//! there is said elsewhere.

use std::sync::Arc;

use super::name::{Ident, Path};
use super::table::Type;
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// A query, a part of one, or a statement about rows.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// What rows come from.
    pub sources: Vec<From>,
    /// Columns of the table that is written to, by the statement's own syntax: they can be nothing else.
    pub assigned: Vec<Ident>,
    /// Columns of the row that could not be inserted: `excluded.a`.
    pub excluded: Vec<Ident>,
    /// The columns that expressions name.
    pub columns: Vec<Mention>,
    /// Columns by which tables are joined, which are one then.
    pub merged: Vec<Ident>,
    /// All columns of the same name are one: `NATURAL`.
    pub merged_all: bool,
    /// Around it stands something whose sources it sees.
    pub inside: bool,
    /// Columns that `SEARCH` and `CYCLE` add.
    pub added: Vec<Arc<str>>,
    /// Columns that tables are joined by: those before must have them, and the one behind.
    pub joined: Vec<(usize, Ident)>,
    /// Names that sort what several queries return together: they are columns of the first.
    pub sorted: Vec<Ident>,
    /// What stands before `.*`.
    pub rows: Vec<Ident>,
    /// Collations that are named.
    pub collations: Vec<Path>,
    /// The constraint behind `ON CONFLICT ON CONSTRAINT`.
    pub on_constraint: Option<Ident>,
    /// Fields of rows: the source, and its column.
    pub fields: Vec<(Ident, Ident)>,
    /// Names that the query gives to what it returns.
    pub outputs: Vec<Arc<str>>,
    /// Names of common table expressions: not tables.
    pub ctes: Vec<Arc<str>>,
    /// Common table expressions may read themselves and those behind them.
    pub recursive: bool,
    /// Queries inside, which see what this one sees.
    pub children: Vec<Scope>,
    /// Names without a qualifier may be something else than columns of the sources.
    pub open: bool,
    /// It sees what is around the query it stands in, but not that query's own sources: a table expression.
    pub apart: bool,
    /// `*` stands among what is returned.
    pub all: bool,
    /// `x.*` stands among what is returned.
    pub all_of: Vec<Ident>,
    /// Functions that are called, by their last name, lower case.
    pub calls: Vec<Arc<str>>,
    /// The functions that its expressions call, as written.
    pub functions: Vec<Call>,
    /// The columns it returns; none where one of them has a name that is not known.
    pub returns: Option<Vec<Output>>,
    /// Of an INSERT, what is written to it.
    pub filled: Option<Filled>,
    /// Of an INSERT, which of the queries inside its rows come from.
    pub inserted: Option<usize>,
    /// Types that values are cast to, which are not the server's own.
    pub types: Vec<Path>,
    /// Sequences that functions are told by name.
    pub sequences: Vec<Path>,
    /// The columns behind `ON CONFLICT`, where only they are said.
    pub conflict: Vec<Ident>,
    /// Its expressions with their types (PostgreSQL).
    pub values: super::value::Values,
    /// Which of the queries inside each common table expression is, and the names it gives to its columns.
    pub named: Vec<(usize, Vec<Arc<str>>)>,
    /// The one function that all of the statement calls, with what it is given.
    pub invoked: Option<super::recipe::Invoked>,
    /// Functions that this server surely does not bring, and what to write instead.
    pub strange: Vec<(Ident, String)>,
    /// Functions that are not the server's own, and how many values they are given (MySQL).
    pub stored: Vec<(Ident, usize)>,
    /// Collations and character sets that are surely not there, and indexes that are named for tables.
    pub hints: Vec<(Path, Ident)>,
    /// Partitions that are named with a table (MySQL).
    pub parts: Vec<(Path, Ident)>,
    /// What is wrong with it whatever the tables are.
    pub faults: Vec<Diagnostic>,
}

/// Stands for the name of a column that has its text for a name, which nobody writes by chance.
pub const UNNAMED: &str = "\u{1}";

/// How an INSERT fills its table.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// How many columns it names; none are all of the table.
    pub columns: usize,
    /// How many values each row has, where that is known.
    pub values: Vec<usize>,
    /// A column that is named twice.
    pub twice: Option<Ident>,
    /// All rows come, or the statement fails.
    pub sure: bool,
    /// Values that are written as they are (MySQL): for which of the columns, the text, and where it stands.
    pub literals: Vec<(usize, Arc<str>, Place)>,
    /// Some columns are not written whole.
    pub partial: bool,
}

/// What a query returns.
#[derive(Debug, Clone)]
pub enum Output {
    /// A column of this name.
    Named(Arc<str>),
    /// All columns of all that it reads.
    All,
    /// All columns of one of them.
    AllOf(Arc<str>),
    /// What the only statement inside returns.
    Inner,
}

/// Something rows come from.
#[derive(Debug, Clone)]
pub struct From {
    /// The table, if it is one.
    pub path: Option<Path>,
    /// What it is called in the query.
    pub alias: Option<Ident>,
    /// It is the table that is written to.
    pub target: bool,
    /// Which of the queries inside it is, where it is one.
    pub child: Option<usize>,
    /// The function that returns it, where that is said by name.
    pub function: Option<Ident>,
    /// The names that its first columns have here: `t AS u (a, b)`.
    pub columns: Vec<Arc<str>>,
    /// The functions whose rows it is, side by side.
    pub functions: Vec<RowsOf>,
    /// A number of the row is its last column.
    pub ordinality: bool,
    /// All its columns, where the statement lists them.
    pub listed: Option<Arc<[Arc<str>]>>,
    /// Their types, of the arguments of a function.
    pub types: Option<Arc<[Type]>>,
    /// It only gives another name to columns of others: `USING (a) AS x`.
    pub again: bool,
}

impl From {
    /// A table under its own name or another.
    pub fn table(path: Option<Path>, alias: Option<Ident>) -> From {
        From {
            path,
            alias,
            target: false,
            child: None,
            function: None,
            columns: Vec::new(),
            functions: Vec::new(),
            ordinality: false,
            listed: None,
            types: None,
            again: false,
        }
    }
}

/// A function in `FROM`.
#[derive(Debug, Clone)]
pub struct RowsOf {
    /// Which one.
    pub path: Path,
    /// How many arguments it has.
    pub arguments: usize,
    /// The type that the first one is cast to, if it is.
    pub row: Option<Path>,
    /// The column that is the only one.
    pub column: Option<Arc<str>>,
}

impl From {
    /// What stands before the dot of its columns.
    pub fn called(&self) -> Option<&Ident> {
        self.alias.as_ref().or(self.path.as_ref().map(|path| &path.name)).or(self.function.as_ref())
    }
}

/// A column in an expression.
#[derive(Debug, Clone)]
pub struct Mention {
    /// The table or alias before the dot.
    pub qualifier: Option<Ident>,
    /// The column.
    pub name: Ident,
    /// What stands before the table: a schema.
    pub schema: Option<Ident>,
    /// Where it stands, names that the query gives to what it returns mean nothing.
    pub strict: bool,
    /// Where it stands, it must be clear which table it belongs to.
    pub alone: bool,
    /// Where it stands, what the rows come from is not seen: it can be a column of a query around, and nothing else.
    pub unseen: bool,
}

impl Mention {
    /// A name that may be anything its place allows.
    pub fn new(qualifier: Option<Ident>, name: Ident) -> Mention {
        Mention { qualifier, name, schema: None, strict: false, alone: false, unseen: false }
    }
}

/// A call of a function.
#[derive(Debug, Clone)]
pub struct Call {
    /// The function.
    pub path: Path,
    /// It has one argument, which may be a row: then the name may be that of a column.
    pub row: bool,
}

/// What a trigger of SQLite does when it is fired.
#[derive(Debug, Clone, Default)]
pub struct Fired {
    /// `insert`, `update` or `delete`.
    pub verb: Arc<str>,
    /// Its condition, if that was read, and its statements; `new` and `old` are sources that stand around them.
    pub body: Vec<Scope>,
}
