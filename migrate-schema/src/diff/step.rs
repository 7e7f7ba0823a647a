//! The one closed list of what is done to get from one schema to another.

use std::sync::Arc;

use super::loss::Loss;
use crate::catalog::Key;

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Something gets another name.
    Rename,
    /// An object is made.
    Create,
    /// An object stands in the place of the one before.
    Replace,
    /// An object goes.
    Drop,
    /// A column comes.
    AddColumn(Arc<str>),
    /// A column goes.
    DropColumn(Arc<str>),
    /// Something about a column changes.
    AlterColumn(Arc<str>),
    /// A column is not null from now on.
    SetNotNull(Arc<str>),
    /// Rows get a value, so that they fit what follows.
    Backfill(Arc<str>),
    /// A constraint comes; its name.
    AddConstraint(Option<Arc<str>>),
    /// A constraint goes.
    DropConstraint,
    /// Rows are checked that were not.
    Validate,
    /// An index comes.
    CreateIndex(Arc<str>),
    /// An index goes.
    DropIndex(Arc<str>),
    /// Several things about a table in one statement (MySQL).
    AlterTable,
    /// The table is made anew with the rows it has (SQLite).
    Rebuild,
    /// An enum gets a value.
    AddValue(Arc<str>),
    /// Something is said about an object.
    Comment,
    /// Anything else about an object.
    Alter,
}

/// When a step is done. Among steps of one rank the order follows from what needs what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Names first: all that follows speaks of the new ones.
    Rename,
    /// Triggers go before what they call and watch.
    DropTrigger,
    /// Policies go before the columns they read.
    DropPolicy,
    /// Views go before what they read.
    DropView,
    /// Functions that have a table for a type go before it.
    DropEarly,
    /// Foreign keys go before keys and tables.
    DropForeign,
    /// Tables make room for others of their name.
    DropTable,
    /// Old types step aside.
    SetAside,
    /// All that is made or changed, by kind: see [`Made`].
    Make(Made),
    /// What is said about objects.
    Comment,
    /// What nobody needs any more.
    DropLate,
}

/// The order of kinds among what is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Made {
    /// Schemas.
    Schema,
    /// Extensions.
    Extension,
    /// Types and domains.
    Type,
    /// Sequences.
    Sequence,
    /// Functions.
    Routine,
    /// Tables.
    Table,
    /// Tables that change.
    Alter,
    /// Indexes.
    Index,
    /// Foreign keys.
    Foreign,
    /// Views.
    View,
    /// Indexes of views.
    ViewIndex,
    /// Triggers.
    Trigger,
    /// Policies.
    Policy,
}

/// One thing that is done.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it does.
    pub act: Act,
    /// To what.
    pub key: Key,
    /// As people read it: "add column `users.email`".
    pub about: String,
    /// The statements, without semicolons.
    pub sql: Vec<String>,
    /// What stands above them as a comment.
    pub notes: Vec<String>,
    /// What is lost by it.
    pub loss: Option<Loss>,
    /// When it is done.
    pub rank: Rank,
    /// It must not share a transaction with others.
    pub apart: bool,
    /// Objects that have to be there, although the statement does not name them.
    pub behind: Vec<Arc<str>>,
}

impl Step {
    /// A step with one statement.
    pub(super) fn new(rank: Rank, act: Act, key: &Key, about: String, sql: String) -> Step {
        Step {
            act,
            key: key.clone(),
            about,
            sql: vec![sql],
            notes: Vec::new(),
            loss: None,
            rank,
            apart: false,
            behind: Vec::new(),
        }
    }

    /// The same with what is lost by it.
    pub(super) fn losing(mut self, loss: Option<Loss>) -> Step {
        self.loss = loss;
        self
    }

    /// The same, once an object is there that it does not name.
    pub(super) fn behind(mut self, key: &Key) -> Step {
        self.behind.push(key.name.clone());
        self
    }

    /// The same with a comment above it.
    pub(super) fn note(mut self, note: impl Into<String>) -> Step {
        self.notes.push(note.into());
        self
    }
}
