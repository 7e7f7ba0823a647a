//! Constraints, and the names that servers make up for them.

use std::sync::Arc;

use super::change::Expr;
use super::details::ConstraintDetails;
use super::name::Ident;
use crate::source::Place;

/// What a constraint demands. `T` is how another table is named: a path as written, or a key of the catalog.
#[derive(Debug, Clone)]
pub enum ConstraintKind<T> {
    /// `PRIMARY KEY`.
    Primary(Vec<Ident>),
    /// `UNIQUE`.
    Unique(Vec<Ident>),
    /// `FOREIGN KEY`.
    Foreign {
        /// The columns here.
        columns: Vec<Ident>,
        /// The table there.
        target: T,
        /// The columns there; empty is its primary key.
        target_columns: Vec<Ident>,
        /// It was written with the column, not with the table.
        inline: bool,
    },
    /// `CHECK`.
    Check(Expr),
    /// `EXCLUDE`, with all that stands behind the word.
    Exclude(Expr),
}

impl<T> ConstraintKind<T> {
    /// The columns of the own table it is about, as far as they are known.
    pub fn columns(&self) -> &[Ident] {
        match self {
            ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => columns,
            ConstraintKind::Foreign { columns, .. } => columns,
            ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr) => &expr.columns,
        }
    }

    /// The same, to be changed.
    pub fn columns_mut(&mut self) -> &mut [Ident] {
        match self {
            ConstraintKind::Primary(columns) | ConstraintKind::Unique(columns) => columns,
            ConstraintKind::Foreign { columns, .. } => columns,
            ConstraintKind::Check(expr) | ConstraintKind::Exclude(expr) => &mut expr.columns,
        }
    }

    /// As it is called in sentences.
    pub const fn name(&self) -> &'static str {
        match self {
            ConstraintKind::Primary(_) => "primary key",
            ConstraintKind::Unique(_) => "unique constraint",
            ConstraintKind::Foreign { .. } => "foreign key",
            ConstraintKind::Check(_) => "check",
            ConstraintKind::Exclude(_) => "exclusion constraint",
        }
    }
}

/// A constraint of a table.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// Its name; none where the server keeps none, or where it is not known what the server would choose.
    pub name: Option<Ident>,
    /// What it demands.
    pub kind: ConstraintKind<super::Key>,
    /// What else is said about it.
    pub details: ConstraintDetails,
    /// Where it was written.
    pub place: Place,
}

impl Constraint {
    /// Whether it has this name.
    pub fn is(&self, key: &Arc<str>) -> bool {
        self.name.as_ref().is_some_and(|name| name.key == *key)
    }
}
