//! The one closed list of what SQL can do to a catalog. Reading SQL makes changes, replay applies them.

use std::sync::Arc;

pub use super::action::{Action, AlterTable, OnlyKind};
pub use super::code::{Block, Body, Condition, Ends, Reach, Step, There, Written};
use super::details::{Definition, Options, RoutineDetails, Settings};
use super::mention::Scope;
use super::name::{Ident, Path};
pub use super::new::{
    CreateIndex, Event, Expr, Fires, Like, NewColumn, NewConstraint, NewIndex, NewTable, NewTrigger, NewType, NewView,
    Numbered, Part, Position, Timing, Transition,
};
use super::other::{OtherAction, OtherName};
use super::parts::PartsChange;
use super::said::Said;
use super::table::Type;
use crate::source::Place;

/// Something happens to the schema. Names are as written, not yet looked up.
#[derive(Debug, Clone)]
pub enum Change {
    /// What is wrong with the statement whatever the catalog holds.
    Fault(Box<crate::diagnostic::Diagnostic>),
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
        /// It may stand in the place of another (MariaDB).
        or_replace: bool,
        /// It goes when the session ends.
        temporary: bool,
        /// Its start, increment and the like.
        options: Options,
        /// `OWNED BY`: the table and its column.
        owned_by: Option<(Path, Ident)>,
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
        /// The value it is put before, or after (true).
        neighbour: Option<(Arc<str>, Place, bool)>,
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
        /// The types of its arguments and of what it returns which are not the server's own.
        types: Vec<Path>,
        /// What it is made of.
        details: Arc<RoutineDetails>,
        /// The statements of its body, where the server looks at them when it is made: `LANGUAGE sql`.
        queries: Vec<Scope>,
        /// What else its body says that is looked at then.
        written: Option<Box<Written>>,
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
        /// `schema` and `version`, where they are said.
        options: Options,
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
    /// It must be there, and nothing that the catalog keeps is changed: `TRUNCATE`.
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
    /// `TRUNCATE` without `CASCADE`: nothing may point to these tables but they themselves.
    Truncate(Vec<Path>),
    /// `REFRESH MATERIALIZED VIEW CONCURRENTLY`: it finds the rows of before again by a key.
    RefreshBeside(Path),
    /// Options of an index, a view or a sequence change.
    SetOptions {
        /// What it is said to be.
        kind: Kind,
        /// Its name.
        path: Path,
        /// Nothing happens if there is none.
        if_exists: bool,
        /// What changes.
        settings: Settings,
        /// `OWNED BY` of a sequence: the table and its column, or nobody.
        owned_by: Option<Option<(Path, Ident)>>,
    },
    /// `ALTER INDEX … ATTACH PARTITION`.
    AttachIndex {
        /// The index of the partitioned table.
        path: Path,
        /// That of the partition.
        child: Path,
    },
    /// `RENAME COLUMN` of a view.
    RenameViewColumn {
        /// The view.
        path: Path,
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
    },
    /// `ALTER DOMAIN`, and `ALTER TYPE` of a composite type.
    AlterType {
        /// The type.
        path: Path,
        /// It is said to be a domain.
        kind: Kind,
        /// What is done, in order.
        actions: Vec<TypeAction>,
    },
    /// `ALTER FUNCTION … RENAME TO`, `SET SCHEMA` and the like.
    AlterRoutine {
        /// Its name.
        path: Path,
        /// Which of several.
        arguments: Option<Arc<str>>,
        /// What is done.
        to: RoutineAction,
    },
    /// `DROP FUNCTION` and the like.
    DropRoutines {
        /// What they are said to be; none is whatever they are.
        kind: Option<Kind>,
        /// Their names, and which of several.
        paths: Vec<(Path, Option<Arc<str>>)>,
        /// Those that are not there are passed over.
        if_exists: bool,
        /// What depends on them goes, too.
        cascade: bool,
    },
    /// `ALTER TRIGGER … RENAME TO`.
    RenameTrigger {
        /// The old name.
        path: Path,
        /// Its table.
        table: Path,
        /// The new name.
        to: Ident,
    },
    /// Anything else is made.
    CreateOther(Box<NewOther>),
    /// Anything else goes.
    DropOther {
        /// Which one.
        name: OtherName,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// Anything else changes.
    AlterOther {
        /// Which one.
        name: OtherName,
        /// In which way.
        action: OtherAction,
    },
    /// `ALTER EVENT`.
    AlterEvent {
        /// Which one.
        name: OtherName,
        /// What changes.
        change: Box<PartsChange>,
    },
    /// `ALTER PROCEDURE` and `ALTER FUNCTION` of MySQL.
    AlterCode {
        /// Which of the two.
        kind: Kind,
        /// Its name.
        path: Path,
        /// What changes.
        change: Box<PartsChange>,
    },
    /// `GRANT`, `REVOKE` and what else is said about an object beside its definition.
    Say(Box<Said>),
    /// `CREATE POLICY`.
    CreatePolicy {
        /// Its name.
        name: Ident,
        /// Its table.
        table: Path,
        /// What it is made of.
        definition: Arc<Definition>,
        /// The columns of the table that its expressions name.
        columns: Vec<Ident>,
        /// Its conditions.
        values: Vec<Expr>,
    },
    /// `ALTER POLICY`.
    AlterPolicy {
        /// Its name.
        name: Ident,
        /// Its table.
        table: Path,
        /// `RENAME TO`.
        to: Option<Ident>,
        /// The clauses that are new, by their first words: `to`, `using`, `with check`.
        clauses: Settings,
        /// The columns of the table that they name.
        columns: Vec<Ident>,
        /// Its conditions.
        values: Vec<Expr>,
    },
    /// `DROP POLICY`.
    DropPolicy {
        /// Its name.
        name: Ident,
        /// Its table.
        table: Path,
        /// Nothing happens if there is none.
        if_exists: bool,
    },
    /// `ALTER EXTENSION`: settings are `schema` and `version`.
    AlterExtension {
        /// Its name.
        name: Ident,
        /// What changes.
        settings: Settings,
    },
    /// `COMMENT ON`.
    Comment {
        /// On what.
        on: Commented,
        /// What it says; none takes it away.
        text: Option<Arc<str>>,
    },
    /// `SET search_path`, `USE`.
    SetPath(Vec<Ident>),
    /// What follows stands in `CREATE SCHEMA`, and looks there first; none at its end.
    Inside(Option<Ident>),
    /// Rows are read or written.
    Data(Box<Scope>),
    /// A block of code runs.
    Run(Arc<Body>),
    /// One runs that is read.
    Block(Arc<Block>),
    /// `CALL`: what, for each of the values it is given whether something can be put into it, where they can be told, and
    /// the values as they are written.
    Call(Ident, Option<Vec<bool>>, Arc<str>),
    /// A variable of MySQL gets a value: one of these texts, in which others may be named; none is any. Where these do not
    /// say all, the expression.
    SetVariable(Arc<str>, Option<Vec<Arc<str>>>, Option<Arc<str>>),
    /// `PREPARE`: the name, and what it may be made from.
    Prepare(Arc<str>, Option<Vec<Arc<str>>>),
    /// `EXECUTE` of what was prepared.
    Execute(Arc<str>),
    /// Something nobody can know from here.
    Doubt(Doubt),
}

/// What a comment is about.
#[derive(Debug, Clone)]
pub enum Commented {
    /// Something with a name in a schema.
    Object {
        /// What it is said to be.
        kind: Kind,
        /// Its name.
        path: Path,
    },
    /// A column of a table or view, or an attribute of a composite type.
    Column {
        /// The table.
        path: Path,
        /// The column.
        column: Ident,
    },
    /// A constraint, a trigger or a policy of a table.
    Part {
        /// Which of these.
        part: PartKind,
        /// The table.
        table: Path,
        /// Its name.
        name: Ident,
    },
    /// A function or procedure.
    Routine {
        /// Its name.
        path: Path,
        /// Which of several.
        arguments: Option<Arc<str>>,
    },
    /// A constraint of a domain.
    Check {
        /// The domain.
        domain: Path,
        /// Its name.
        name: Ident,
    },
    /// What is kept as its text.
    Other(OtherName),
}

/// What has a name of its own within a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A constraint.
    Constraint,
    /// A trigger.
    Trigger,
    /// A policy.
    Policy,
}

/// One thing that happens to a domain or a composite type.
#[derive(Debug, Clone)]
pub enum TypeAction {
    /// The text behind `SET DEFAULT`; none is `DROP DEFAULT`.
    SetDefault(Option<Arc<str>>),
    /// `SET NOT NULL` (true) or `DROP NOT NULL`.
    SetNotNull(bool),
    /// `ADD CONSTRAINT … CHECK`.
    AddCheck(Option<Ident>, Expr),
    /// A check of a domain, named or not, that values which are there need not fulfil.
    AddOpenCheck(Option<Ident>, Expr),
    /// `VALIDATE CONSTRAINT`.
    ValidateCheck(Ident),
    /// `DROP CONSTRAINT`; nothing happens if there is none (true).
    DropCheck(Ident, bool),
    /// `RENAME CONSTRAINT`.
    RenameCheck(Ident, Ident),
    /// `ADD ATTRIBUTE`, with its collation.
    AddAttribute(Ident, Type),
    /// `DROP ATTRIBUTE`; nothing happens if there is none (true).
    DropAttribute(Ident, bool),
    /// `ALTER ATTRIBUTE … TYPE`.
    SetAttribute(Ident, Type),
    /// `RENAME ATTRIBUTE`.
    RenameAttribute(Ident, Ident),
}

/// What `ALTER FUNCTION` does.
#[derive(Debug, Clone)]
pub enum RoutineAction {
    /// `RENAME TO`.
    Rename(Ident),
    /// `SET SCHEMA`.
    Move(Ident),
    /// Other clauses of its definition, in these words.
    Clauses(Arc<str>),
}

/// What may have happened.
#[derive(Debug, Clone)]
pub enum Doubt {
    /// Anything.
    Everything,
    /// Anything to what has one of these names.
    Names(Vec<Ident>),
    /// A statement that does not run was about these names, the first being what it made or changed.
    Refused(Vec<Path>),
    /// The order of schemas in which names are looked up.
    SearchPath,
    /// Foreign keys may not be checked from here on.
    ForeignKeys,
    /// What is only wrong in strict mode may be right from here on.
    Lenient,
    /// Bodies of functions may not be looked at when they are made.
    Bodies,
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

/// An object that is kept as its text.
#[derive(Debug, Clone)]
pub struct NewOther {
    /// Which one.
    pub name: OtherName,
    /// The table that it reads.
    pub table: Option<Path>,
    /// What stands behind `DROP`.
    pub named: Arc<str>,
    /// What it is made of.
    pub definition: Arc<Definition>,
    /// The same in pieces, of a publication.
    pub publication: Option<super::publication::Publication>,
    /// What it does, of a rule.
    pub says: Option<Box<RuleSays>>,
    /// One of the name is replaced.
    pub or_replace: bool,
    /// Nothing happens if there is one of the name.
    pub if_not_exists: bool,
}

/// What a rule of PostgreSQL does.
#[derive(Debug, Clone)]
pub struct RuleSays {
    /// When it does it.
    pub event: Event,
    /// The condition behind `WHERE`.
    pub condition: Option<Expr>,
    /// The statements that could be read.
    pub statements: Vec<Scope>,
    /// Where it speaks of the old row.
    pub old: Option<Place>,
    /// Where it speaks of the new row.
    pub new: Option<Place>,
}
