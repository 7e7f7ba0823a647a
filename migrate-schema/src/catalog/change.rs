//! The one closed list of what SQL can do to a catalog. Reading SQL makes changes, replay applies them.

use std::sync::Arc;

use super::constraint::ConstraintKind;
use super::details::{
    ColumnDetails, ConstraintDetails, Definition, IndexDetails, Options, RoutineDetails, TypeDetails, ViewDetails,
};
use super::mention::Scope;
use super::name::{Ident, Path};
use super::table::Type;
use crate::source::Place;

/// Something happens to the schema. Names are as written, not yet looked up.
#[derive(Debug, Clone)]
pub enum Change {
    /// `CREATE SCHEMA`, in MySQL `CREATE DATABASE`.
    CreateSchema {
        /// Its name.
        name: Ident,
        /// Nothing happens if there is one.
        if_not_exists: bool,
    },
    /// `ALTER SCHEMA … RENAME TO`.
    RenameSchema {
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
    },
    /// `CREATE TABLE`, also `AS`, and foreign and virtual tables.
    CreateTable(Box<NewTable>),
    /// `ALTER TABLE`, `CREATE INDEX … ON` of MySQL, and what comes to the same.
    AlterTable(Box<AlterTable>),
    /// `CREATE INDEX` where indexes have names of their own in the schema.
    CreateIndex(Box<CreateIndex>),
    /// `CREATE VIEW`.
    CreateView(Box<NewView>),
    /// `CREATE SEQUENCE`.
    CreateSequence {
        /// Its name.
        path: Path,
        /// Nothing happens if there is one.
        if_not_exists: bool,
        /// It goes when the session ends.
        temporary: bool,
        /// Its start, increment and the like.
        options: Options,
    },
    /// `CREATE TYPE` and `CREATE DOMAIN`.
    CreateType(Box<NewType>),
    /// `ALTER TYPE … ADD VALUE`.
    AddValue {
        /// The type.
        path: Path,
        /// The new value, without its quotes.
        value: Arc<str>,
        /// Where the value stands.
        at: Place,
        /// Nothing happens if there is one.
        if_not_exists: bool,
        /// The value it is put before or after.
        neighbour: Option<(Arc<str>, Place)>,
    },
    /// `ALTER TYPE … RENAME VALUE`.
    RenameValue {
        /// The type.
        path: Path,
        /// The old value.
        from: (Arc<str>, Place),
        /// The new value.
        to: (Arc<str>, Place),
    },
    /// `CREATE FUNCTION`, `CREATE PROCEDURE`, `CREATE AGGREGATE`.
    CreateRoutine {
        /// Its name.
        path: Path,
        /// Which kind.
        kind: Kind,
        /// It may stand in the place of another.
        or_replace: bool,
        /// Nothing happens if there is one.
        if_not_exists: bool,
        /// What it may do when it is called.
        body: Arc<Body>,
        /// It is run by triggers.
        for_triggers: bool,
        /// What it is made of.
        details: Arc<RoutineDetails>,
    },
    /// `CREATE TRIGGER`.
    CreateTrigger(Box<NewTrigger>),
    /// `DROP TRIGGER`.
    DropTrigger {
        /// Its name.
        path: Path,
        /// The table, which PostgreSQL wants to be named.
        table: Option<Path>,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// `CREATE EXTENSION`.
    CreateExtension {
        /// Its name.
        name: Ident,
        /// Nothing happens if there is one.
        if_not_exists: bool,
    },
    /// `DROP` of one or several things of one kind.
    Drop {
        /// What they are said to be.
        kind: Kind,
        /// Their names.
        paths: Vec<Path>,
        /// Those that are not there are passed over.
        if_exists: bool,
        /// What depends on them goes, too.
        cascade: bool,
    },
    /// `ALTER … RENAME TO`, and each pair of `RENAME TABLE`.
    Rename {
        /// What it is said to be.
        kind: Kind,
        /// The old name.
        path: Path,
        /// The new name; MySQL may name a database, too.
        to: Path,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// `ALTER … SET SCHEMA`.
    Move {
        /// What it is said to be.
        kind: Kind,
        /// Its name.
        path: Path,
        /// The new schema.
        schema: Ident,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// It must be there, and nothing that the catalog keeps is changed: `COMMENT ON`, `TRUNCATE`.
    Needs {
        /// What it is said to be.
        kind: Kind,
        /// Its name.
        path: Path,
        /// A column of it.
        column: Option<Ident>,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// `SET search_path`, `USE`.
    SetPath(Vec<Ident>),
    /// Rows are read or written.
    Data(Box<Scope>),
    /// A block of code runs.
    Run(Arc<Body>),
    /// `CALL`.
    Call(Ident),
    /// Something nobody can know from here.
    Doubt(Doubt),
}

/// Code that the server runs.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// What its own statements may do.
    pub reach: Reach,
    /// The functions it may call besides, lower case.
    pub calls: Vec<Arc<str>>,
    /// It may make extensions, and what they bring.
    pub strangers: bool,
}

/// How far code reaches, from little to much.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It leaves the schema alone.
    #[default]
    Nothing,
    /// It makes and drops triggers.
    Triggers,
    /// It may do anything to what has a name that occurs as a word in this text.
    Words(Arc<str>),
    /// It may do anything.
    Everything,
}

/// What may have happened.
#[derive(Debug, Clone)]
pub enum Doubt {
    /// Anything.
    Everything,
    /// Anything to what has one of these names.
    Names(Vec<Ident>),
    /// The order of schemas in which names are looked up.
    SearchPath,
    /// Foreign keys may not be checked from here on.
    ForeignKeys,
    /// Code runs behind each statement that changes the schema from here on.
    EventTrigger,
    /// Objects that are not in these files have come: an extension, a foreign schema.
    Strangers,
}

/// What a thing is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A table; foreign tables count.
    Table,
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// An index.
    Index,
    /// A sequence.
    Sequence,
    /// A type.
    Type,
    /// A domain.
    Domain,
    /// A function.
    Function,
    /// A procedure.
    Procedure,
    /// A schema.
    Schema,
    /// An extension.
    Extension,
    /// A trigger.
    Trigger,
}

impl Kind {
    /// As it is called in sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Table => "table",
            Kind::View => "view",
            Kind::MaterializedView => "materialized view",
            Kind::Index => "index",
            Kind::Sequence => "sequence",
            Kind::Type => "type",
            Kind::Domain => "domain",
            Kind::Function => "function",
            Kind::Procedure => "procedure",
            Kind::Schema => "schema",
            Kind::Extension => "extension",
            Kind::Trigger => "trigger",
        }
    }
}

/// An expression about the columns of one table.
#[derive(Debug, Clone)]
pub struct Expr {
    /// As written.
    pub text: Arc<str>,
    /// The columns it names, as far as they are sure to be columns of the table.
    pub columns: Vec<Ident>,
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
    /// It is computed from others.
    pub generated: Option<Expr>,
    /// The server numbers the rows: `SERIAL`, `IDENTITY`, `AUTO_INCREMENT`.
    pub numbered: Numbered,
    /// What else is said about it.
    pub details: ColumnDetails,
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

/// `CREATE INDEX`.
#[derive(Debug, Clone)]
pub struct CreateIndex {
    /// The table or materialized view.
    pub table: Path,
    /// What is made.
    pub index: NewIndex,
    /// The schema that SQLite writes before the name.
    pub schema: Option<Ident>,
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
    pub like: Vec<Path>,
    /// Tables whose columns it has, too, now and in future: `INHERITS`, `PARTITION OF`.
    pub parents: Vec<Path>,
    /// There may be more columns than are written.
    pub open: bool,
    /// There may be more constraints and indexes than are written.
    pub loose: bool,
    /// Its engine reads foreign keys and forgets them (MyISAM).
    pub keyless: bool,
    /// What stands behind the columns: engine, storage parameters, partitioning and the like.
    pub options: Options,
    /// `COMMENT` of MySQL, without its quotes.
    pub comment: Option<Arc<str>>,
    /// The bound behind `PARTITION OF parent`, whose path is the first of `parents`.
    pub bound: Option<Arc<str>>,
    /// The query behind `AS`.
    pub query: Option<Scope>,
}

/// `ALTER TABLE`.
#[derive(Debug, Clone)]
pub struct AlterTable {
    /// The table.
    pub path: Path,
    /// Nothing happens if there is none.
    pub if_exists: bool,
    /// What is done, in the order of the text.
    pub actions: Vec<Action>,
}

/// One thing that `ALTER TABLE` does.
#[derive(Debug, Clone)]
pub enum Action {
    /// `ADD COLUMN`, with what belongs to it.
    AddColumn {
        /// The column.
        column: Box<NewColumn>,
        /// Constraints that stand with it.
        constraints: Vec<NewConstraint>,
        /// Nothing happens if there is one.
        if_not_exists: bool,
    },
    /// `DROP COLUMN`.
    DropColumn {
        /// The column.
        name: Ident,
        /// Nothing happens if there is none.
        if_exists: bool,
        /// What depends on it goes, too.
        cascade: bool,
    },
    /// `RENAME COLUMN`.
    RenameColumn {
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
        /// Nothing happens if there is none (MariaDB).
        if_exists: bool,
    },
    /// `MODIFY` and `CHANGE` of MySQL: the column is written anew.
    ReplaceColumn {
        /// The old name.
        from: Ident,
        /// The column as it is to be.
        column: Box<NewColumn>,
        /// Constraints that stand with it.
        constraints: Vec<NewConstraint>,
        /// Nothing happens if there is none (MariaDB).
        if_exists: bool,
    },
    /// `ALTER COLUMN … TYPE`.
    SetType {
        /// The column.
        name: Ident,
        /// The new type.
        ty: Type,
    },
    /// `ALTER COLUMN … SET NOT NULL` (true) or `DROP NOT NULL`.
    SetNotNull {
        /// The column.
        name: Ident,
        /// What it is from now on.
        not_null: bool,
    },
    /// `ALTER COLUMN … SET DEFAULT` or `DROP DEFAULT`.
    SetDefault {
        /// The column.
        name: Ident,
        /// The text behind `SET DEFAULT`.
        default: Option<Arc<str>>,
    },
    /// Something else about a column that must be there: statistics, storage, identity.
    TouchColumn {
        /// The column.
        name: Ident,
        /// How the server numbers it from now on, where that changes.
        numbered: Option<Numbered>,
    },
    /// `ADD CONSTRAINT`.
    AddConstraint(Box<NewConstraint>),
    /// `DROP CONSTRAINT`, and `DROP FOREIGN KEY`, `DROP CHECK` of MySQL.
    DropConstraint {
        /// Its name.
        name: Ident,
        /// Nothing happens if there is none.
        if_exists: bool,
        /// What depends on it goes, too.
        cascade: bool,
        /// Only this kind is meant.
        only: Option<OnlyKind>,
    },
    /// `DROP PRIMARY KEY` of MySQL.
    DropPrimaryKey(Place),
    /// `RENAME CONSTRAINT`.
    RenameConstraint {
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
    },
    /// A constraint is spoken of and stays: `VALIDATE CONSTRAINT`, `ALTER CONSTRAINT`.
    TouchConstraint(Ident),
    /// `ADD INDEX`.
    AddIndex(Box<NewIndex>),
    /// `DROP INDEX` of MySQL.
    DropIndex {
        /// Its name.
        name: Ident,
        /// Nothing happens if there is none (MariaDB).
        if_exists: bool,
    },
    /// `RENAME INDEX`.
    RenameIndex {
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
    },
    /// `RENAME TO` among other actions (MySQL).
    RenameTo(Path),
    /// Another table becomes part of this, or this of another: `ATTACH PARTITION`, `INHERIT`.
    Join(Path),
    /// Nothing that the catalog keeps.
    Nothing,
    /// Nobody can tell.
    Unknown,
}

/// Which constraints a `DROP` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnlyKind {
    /// `DROP FOREIGN KEY`.
    Foreign,
    /// `DROP CHECK`.
    Check,
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
    /// What it is made of.
    pub definition: Arc<Definition>,
}
