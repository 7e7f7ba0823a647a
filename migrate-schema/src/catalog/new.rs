//! What is made, as it is written: names are not yet looked up.

use std::sync::Arc;

use super::change::Kind;
use super::constraint::ConstraintKind;
use super::details::{ColumnDetails, ConstraintDetails, Definition, IndexDetails, Options, TypeDetails, ViewDetails};
use super::mention::Scope;
use super::name::{Ident, Path};
use super::table::Type;
use crate::source::Place;

/// An expression about the columns of one table.
#[derive(Debug, Clone)]
pub struct Expr {
    /// As written.
    pub text: Arc<str>,
    /// The columns it names, as far as they are sure to be columns of the table.
    pub columns: Vec<Ident>,
    /// All that it speaks of (PostgreSQL).
    pub scope: Option<Arc<Scope>>,
}

/// A column as it is written.
#[derive(Debug, Clone)]
pub struct NewColumn {
    /// Its name.
    pub name: Ident,
    /// Its type; SQLite does not need one.
    pub ty: Option<Type>,
    /// `NOT NULL`, or part of what brings it: `SERIAL`, `PRIMARY KEY`.
    pub not_null: bool,
    /// The text behind `DEFAULT`.
    pub default: Option<Arc<str>>,
    /// The same, read (PostgreSQL).
    pub default_value: Option<Expr>,
    /// It is computed from others.
    pub generated: Option<Expr>,
    /// The server numbers the rows: `SERIAL`, `IDENTITY`, `AUTO_INCREMENT`.
    pub numbered: Numbered,
    /// What else is said about it.
    pub details: ColumnDetails,
    /// Two clauses of it that exclude each other (PostgreSQL).
    pub contradiction: Option<(&'static str, &'static str)>,
    /// Where MySQL puts it among the others; none is at the end.
    pub position: Option<Position>,
}

/// Where a column is put.
#[derive(Debug, Clone)]
pub enum Position {
    /// Before all others.
    First,
    /// Behind this one.
    After(Ident),
}

/// Whether and how the server numbers rows in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// It does not.
    No,
    /// `SERIAL`: a sequence that belongs to the column.
    Serial,
    /// `GENERATED … AS IDENTITY`.
    Identity {
        /// `ALWAYS`: a value of one's own is refused.
        always: bool,
    },
    /// `AUTO_INCREMENT`, `AUTOINCREMENT`.
    Auto,
}

/// A constraint as it is written.
#[derive(Debug, Clone)]
pub struct NewConstraint {
    /// Its name, if it has one.
    pub name: Option<Ident>,
    /// What it demands.
    pub kind: ConstraintKind<Path>,
    /// Where it is written.
    pub place: Place,
    /// What else is said about it.
    pub details: ConstraintDetails,
    /// It takes over an index that exists (`USING INDEX`).
    pub using_index: Option<Ident>,
    /// Nothing happens if there is one of the name (MariaDB).
    pub if_not_exists: bool,
}

/// An index as it is written.
#[derive(Debug, Clone)]
pub struct NewIndex {
    /// Its name, if it has one.
    pub name: Option<Ident>,
    /// No two rows have the same.
    pub unique: bool,
    /// The columns and expressions, in order.
    pub parts: Vec<Part>,
    /// Columns that are only stored in it.
    pub include: Vec<Ident>,
    /// Only rows for which this holds.
    pub predicate: Option<Expr>,
    /// A plain tree over whole columns: neither full text nor spatial.
    pub plain: bool,
    /// What else is said about it.
    pub details: IndexDetails,
    /// Where it is written.
    pub place: Place,
    /// Nothing happens if there is one.
    pub if_not_exists: bool,
}

/// One part of an index.
#[derive(Debug, Clone)]
pub enum Part {
    /// A column.
    Column(Ident),
    /// Anything else.
    Expr(Expr),
}

impl Part {
    /// The column, if it is one.
    pub const fn column(&self) -> Option<&Ident> {
        match self {
            Part::Column(name) => Some(name),
            Part::Expr(_) => None,
        }
    }
}

/// `CREATE INDEX`.
#[derive(Debug, Clone)]
pub struct CreateIndex {
    /// The table or materialized view.
    pub table: Path,
    /// What is made.
    pub index: NewIndex,
    /// The schema that SQLite writes before the name.
    pub schema: Option<Ident>,
    /// Rows may change meanwhile: `CONCURRENTLY`.
    pub concurrently: bool,
}

/// `CREATE TABLE`.
#[derive(Debug, Clone)]
pub struct NewTable {
    /// Its name.
    pub path: Path,
    /// It goes when the session ends.
    pub temporary: bool,
    /// Nothing happens if there is one.
    pub if_not_exists: bool,
    /// It may stand in the place of another (MariaDB).
    pub or_replace: bool,
    /// The columns, in order.
    pub columns: Vec<NewColumn>,
    /// All constraints, those of columns included.
    pub constraints: Vec<NewConstraint>,
    /// Indexes among the columns (MySQL).
    pub indexes: Vec<NewIndex>,
    /// Tables whose columns are copied.
    pub like: Vec<Like>,
    /// Tables whose columns it has, too, now and in future: `INHERITS`, `PARTITION OF`.
    pub parents: Vec<Path>,
    /// There may be more columns than are written.
    pub open: bool,
    /// The names of all its columns, where only those are known.
    pub names: Option<Arc<[Arc<str>]>>,
    /// There may be more constraints and indexes than are written.
    pub loose: bool,
    /// Its engine reads foreign keys and forgets them (MyISAM).
    pub keyless: bool,
    /// What stands behind the columns: engine, storage parameters, partitioning and the like.
    pub options: Options,
    /// `COMMENT` of MySQL, without its quotes.
    pub comment: Option<Arc<str>>,
    /// The type behind `OF`, whose attributes are its columns.
    pub of: Option<Path>,
    /// The bound behind `PARTITION OF parent`, whose path is the first of `parents`.
    pub bound: Option<Arc<str>>,
    /// The query behind `AS`.
    pub query: Option<Scope>,
    /// The names that the first columns of the query have here (PostgreSQL).
    pub given: Vec<Ident>,
}

/// `LIKE`: another table is copied.
#[derive(Debug, Clone)]
pub struct Like {
    /// Which one.
    pub path: Path,
    /// How many columns of the new table stand before.
    pub at: usize,
    /// What is copied besides names, types and `NOT NULL`, in lower case: `defaults`, `generated`, `identity`,
    /// `constraints`, `indexes`, `comments`, `storage`, `compression`; `all`: all of these; `table`: what stands behind the
    /// columns, too, as MySQL does.
    pub including: Vec<Arc<str>>,
    /// What of `all` is not copied.
    pub excluding: Vec<Arc<str>>,
}

impl Like {
    /// Whether this is copied, too.
    pub fn takes(&self, what: &str) -> bool {
        let named = |names: &[Arc<str>]| names.iter().any(|name| **name == *what || &**name == "all");
        named(&self.including) && !self.excluding.iter().any(|name| **name == *what)
    }
}

/// `CREATE VIEW`.
#[derive(Debug, Clone)]
pub struct NewView {
    /// Its name.
    pub path: Path,
    /// It goes when the session ends.
    pub temporary: bool,
    /// It keeps its rows.
    pub materialized: bool,
    /// It may stand in the place of another.
    pub or_replace: bool,
    /// Nothing happens if there is one.
    pub if_not_exists: bool,
    /// What it reads; none if that is not understood.
    pub query: Option<Scope>,
    /// What it is made of.
    pub details: ViewDetails,
}

/// `CREATE TYPE`.
#[derive(Debug, Clone)]
pub struct NewType {
    /// Its name.
    pub path: Path,
    /// Which kind.
    pub kind: Kind,
    /// The values of an enum.
    pub values: Option<Vec<(Arc<str>, Place)>>,
    /// What it is made of, where it is no enum.
    pub details: TypeDetails,
    /// Nothing happens if there is one: never in PostgreSQL, and kept for others.
    pub shell: bool,
}

/// `CREATE TRIGGER`.
#[derive(Debug, Clone)]
pub struct NewTrigger {
    /// Its name.
    pub path: Path,
    /// The table or view it watches.
    pub table: Path,
    /// It may stand in the place of another.
    pub or_replace: bool,
    /// Nothing happens if there is one.
    pub if_not_exists: bool,
    /// The columns behind `UPDATE OF`.
    pub columns: Vec<Ident>,
    /// The function it runs (PostgreSQL).
    pub function: Option<Path>,
    /// The columns that its body names as those of the row, behind `NEW.` and `OLD.` (MySQL).
    pub row: Vec<Ident>,
    /// The condition behind `WHEN` (PostgreSQL).
    pub when: Option<Expr>,
    /// When it runs, and for what: `before insert`.
    pub event: Arc<str>,
    /// The same with all that PostgreSQL has besides.
    pub fires: Option<Fires>,
    /// What it runs (SQLite).
    pub fired: Option<Arc<super::mention::Fired>>,
    /// The one of the same event beside which it runs, and whether before it; none is behind all of them (MySQL).
    pub beside: Option<(Ident, bool)>,
    /// What it is made of.
    pub definition: Arc<Definition>,
}

/// When a trigger of PostgreSQL runs, and what it sees then.
#[derive(Debug, Clone)]
pub struct Fires {
    /// Before or behind what happens, or in its place.
    pub timing: Timing,
    /// What happens.
    pub events: Vec<(Event, Place)>,
    /// Once for each row, and not for the statement.
    pub each_row: bool,
    /// `CREATE CONSTRAINT TRIGGER`
    pub constraint: bool,
    /// The tables of the changed rows.
    pub transitions: Vec<Transition>,
    /// Where its condition speaks of the old row.
    pub old: Option<Place>,
    /// Where its condition speaks of the new row.
    pub new: Option<Place>,
    /// Where a query stands in its condition.
    pub query: Option<Place>,
}

impl Fires {
    /// It runs when this happens.
    pub fn has(&self, event: Event) -> bool {
        self.events.iter().any(|(own, _)| *own == event)
    }
}

/// When a trigger runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Before it happens.
    Before,
    /// When it has happened.
    After,
    /// In the place of it.
    Instead,
}

/// What a trigger runs for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Rows are inserted.
    Insert,
    /// Rows are updated.
    Update,
    /// Rows are deleted.
    Delete,
    /// The table is emptied.
    Truncate,
}

impl Event {
    /// As SQL has it.
    pub fn word(self) -> &'static str {
        match self {
            Event::Insert => "INSERT",
            Event::Update => "UPDATE",
            Event::Delete => "DELETE",
            Event::Truncate => "TRUNCATE",
        }
    }

    /// What happens to the rows.
    pub fn done(self) -> &'static str {
        match self {
            Event::Insert => "inserted",
            Event::Update => "updated",
            Event::Delete => "deleted",
            Event::Truncate => "truncated",
        }
    }
}

/// `REFERENCING NEW TABLE AS …`
#[derive(Debug, Clone)]
pub struct Transition {
    /// What the rows become, and not what they were.
    pub new: bool,
    /// A table; the server knows no others.
    pub table: bool,
    /// What the function calls it.
    pub name: Ident,
    /// Where it is said.
    pub place: Place,
}
