//! What `ALTER TABLE` can do.

use std::sync::Arc;

use super::details::Settings;
use super::name::{Ident, Path};
use super::new::{Expr, NewColumn, NewConstraint, NewIndex};
use super::partition::PartitionChange;
use super::table::Type;
use crate::source::Place;

/// `ALTER TABLE`.
#[derive(Debug, Clone)]
pub struct AlterTable {
    /// The table.
    pub path: Path,
    /// Nothing happens if there is none.
    pub if_exists: bool,
    /// Its children are left alone.
    pub only: bool,
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
        /// The name behind `COLLATE`.
        collation: Option<Arc<str>>,
        /// `USING` says how to come from the old to the new.
        using: Option<super::new::Expr>,
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
        /// The same, read (PostgreSQL).
        value: Option<super::change::Expr>,
    },
    /// Storage, compression and the like of a column.
    SetColumnOptions {
        /// The column.
        name: Ident,
        /// What changes; nothing, where it only must be there.
        settings: Settings,
    },
    /// The server numbers the column from now on, or in another way.
    SetIdentity {
        /// The column.
        name: Ident,
        /// It did not before.
        add: bool,
        /// `ALWAYS` (true) or `BY DEFAULT`, where that is said.
        always: Option<bool>,
        /// What is said about the sequence.
        settings: Settings,
    },
    /// `DROP IDENTITY`.
    DropIdentity {
        /// The column.
        name: Ident,
        /// Nothing happens if it is none.
        if_exists: bool,
    },
    /// `DROP EXPRESSION` and `SET EXPRESSION`: the column is not computed any more, or in another way.
    SetExpression {
        /// The column.
        name: Ident,
        /// How it is computed from now on.
        expr: Option<Expr>,
        /// Nothing happens if it is not computed.
        if_exists: bool,
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
    /// `OF` and `NOT OF`: the type of whose rows it is.
    SetRowType(Option<Path>),
    /// `ENABLE RULE` (true) and `DISABLE RULE`.
    SetRule(Ident, bool),
    /// `DROP PRIMARY KEY` of MySQL.
    DropPrimaryKey(Place),
    /// `RENAME CONSTRAINT`.
    RenameConstraint {
        /// The old name.
        from: Ident,
        /// The new name.
        to: Ident,
    },
    /// A constraint stays and is looked at in another way: `VALIDATE CONSTRAINT`, `ALTER CONSTRAINT`.
    SetConstraint {
        /// Its name.
        name: Ident,
        /// It may be checked at the end of the transaction.
        deferrable: Option<bool>,
        /// It is, unless something else is said.
        deferred: Option<bool>,
        /// It is looked at.
        enforced: Option<bool>,
        /// All rows have been checked.
        validated: bool,
    },
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
    /// `ALTER INDEX … INVISIBLE` and the like of MySQL.
    SetIndexOptions {
        /// Its name.
        name: Ident,
        /// What changes.
        settings: Settings,
    },
    /// What stands behind the columns changes.
    SetOptions {
        /// What changes.
        settings: Settings,
        /// The new comment (MySQL); an empty one takes the old one away.
        comment: Option<Arc<str>>,
        /// The columns get the character set of the table (`CONVERT TO`).
        convert: bool,
    },
    /// Partitions come, go or are divided (MySQL).
    SetPartitions(PartitionChange),
    /// `ATTACH PARTITION`.
    Attach {
        /// What becomes a part of this.
        child: Path,
        /// Which rows it takes.
        bound: Arc<str>,
    },
    /// `DETACH PARTITION`.
    Detach(Path),
    /// `INHERIT` (true) or `NO INHERIT`.
    Inherit(Path, bool),
    /// `ENABLE TRIGGER` and the like.
    SetTrigger {
        /// Its name; none is all of them.
        name: Option<Ident>,
        /// What it is from now on: `disabled`, `replica`, `always`; none is as usual.
        state: Option<Arc<str>>,
    },
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
