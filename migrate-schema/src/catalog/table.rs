//! Tables and their columns.

use std::sync::Arc;

use super::Key;
use super::change::{Expr, NewColumn, NewIndex, Numbered, Part};
use super::constraint::{Constraint, ConstraintKind};
use super::details::{ColumnDetails, IndexDetails, Options};
use super::name::{Ident, Path};
use crate::source::Place;

/// The type of a column.
#[derive(Debug, Clone)]
pub struct Type {
    /// As written, with single spaces.
    pub text: Arc<str>,
    /// Equal for types that mean the same.
    pub meaning: Arc<str>,
    /// The name, if it is none that the server brings.
    pub own: Option<Path>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Option<Type>,
    /// It is never null.
    pub not_null: bool,
    /// The text of its default.
    pub default: Option<Arc<str>>,
    /// It is computed from others.
    pub generated: Option<Expr>,
    /// Whether the server numbers it.
    pub numbered: Numbered,
    /// What else is said about it.
    pub details: ColumnDetails,
}

impl From<&NewColumn> for Column {
    fn from(new: &NewColumn) -> Column {
        Column {
            name: new.name.clone(),
            ty: new.ty.clone(),
            not_null: new.not_null,
            default: new.default.clone(),
            generated: new.generated.clone(),
            numbered: new.numbered,
            details: new.details.clone(),
        }
    }
}

/// A column that was there.
#[derive(Debug, Clone)]
pub struct GoneColumn {
    /// Its name.
    pub name: Ident,
    /// Where it went.
    pub place: Place,
    /// The name it has now, if it was renamed.
    pub renamed: Option<Arc<str>>,
}

/// An index of a table.
#[derive(Debug, Clone)]
pub struct Index {
    /// Its name.
    pub name: Ident,
    /// No two rows have the same.
    pub unique: bool,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// Columns that are only stored in it.
    pub include: Vec<Ident>,
    /// Only rows for which this holds.
    pub predicate: Option<Expr>,
    /// A plain tree.
    pub plain: bool,
    /// What else is said about it.
    pub details: IndexDetails,
}

impl Index {
    /// From what is written, with the name it gets.
    pub fn new(name: Ident, new: &NewIndex) -> Index {
        Index {
            name,
            unique: new.unique,
            parts: new.parts.clone(),
            include: new.include.clone(),
            predicate: new.predicate.clone(),
            plain: new.plain,
            details: new.details.clone(),
        }
    }

    /// The columns, if it has nothing but columns.
    pub fn columns(&self) -> Option<Vec<&Ident>> {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Column(name) => Some(name),
                Part::Expr(_) => None,
            })
            .collect()
    }

    /// Whether a column occurs in it.
    pub fn mentions(&self, key: &Arc<str>) -> bool {
        let in_parts = self.parts.iter().any(|part| match part {
            Part::Column(name) => name.key == *key,
            Part::Expr(expr) => expr.columns.iter().any(|name| name.key == *key),
        });
        in_parts
            || self.include.iter().any(|name| name.key == *key)
            || self.predicate.as_ref().is_some_and(|expr| expr.columns.iter().any(|name| name.key == *key))
    }
}

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Columns it had.
    pub gone: Vec<GoneColumn>,
    /// Its constraints.
    pub constraints: Vec<Constraint>,
    /// Its indexes, those of constraints not among them.
    pub indexes: Vec<Index>,
    /// There may be other columns than these.
    pub open: bool,
    /// There may be other constraints and indexes than these.
    pub loose: bool,
    /// Its engine reads foreign keys and forgets them.
    pub keyless: bool,
    /// It is part of a family: what happens to the others happens to it.
    pub family: bool,
    /// What stands behind the columns: engine, storage parameters, partitioning and the like.
    pub options: Options,
    /// The tables it inherits from, in order; of a partition, the table it is a part of.
    pub parents: Vec<Key>,
    /// Of a partition, the bound: `for values from(1) to(10)`, `default`.
    pub bound: Option<Arc<str>>,
}

impl Table {
    /// A column.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| &*column.name.key == key)
    }

    /// A column, to be changed.
    pub fn column_mut(&mut self, key: &str) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| &*column.name.key == key)
    }

    /// The primary key.
    pub fn primary(&self) -> Option<&Constraint> {
        self.constraints.iter().find(|constraint| matches!(constraint.kind, ConstraintKind::Primary(_)))
    }

    /// A constraint.
    pub fn constraint(&self, key: &Arc<str>) -> Option<&Constraint> {
        self.constraints.iter().find(|constraint| constraint.is(key))
    }

    /// An index.
    pub fn index(&self, key: &str) -> Option<&Index> {
        self.indexes.iter().find(|index| &*index.name.key == key)
    }

    /// Whether no two rows can have the same in these columns, by a key the table is known to have. The order does not
    /// matter.
    pub fn is_unique(&self, columns: &[Arc<str>]) -> bool {
        let same = |others: Vec<&Arc<str>>| {
            others.len() == columns.len() && others.iter().all(|other| columns.contains(other))
        };
        self.constraints.iter().any(|constraint| match &constraint.kind {
            ConstraintKind::Primary(own) | ConstraintKind::Unique(own) => {
                same(own.iter().map(|name| &name.key).collect())
            }
            ConstraintKind::Foreign { .. } | ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => false,
        }) || self.indexes.iter().any(|index| {
            let plain = index.unique && index.predicate.is_none();
            plain && index.columns().is_some_and(|own| same(own.iter().map(|name| &name.key).collect()))
        })
    }

    /// Whether some index or key begins with these columns, in any order.
    pub fn is_indexed(&self, columns: &[Arc<str>]) -> bool {
        let begins = |own: Vec<&Arc<str>>| {
            own.len() >= columns.len() && own[..columns.len()].iter().all(|other| columns.contains(other))
        };
        self.constraints.iter().any(|constraint| match &constraint.kind {
            ConstraintKind::Primary(own) | ConstraintKind::Unique(own) => {
                begins(own.iter().map(|name| &name.key).collect())
            }
            // InnoDB makes an index for the columns of a foreign key.
            ConstraintKind::Foreign { columns: own, .. } => begins(own.iter().map(|name| &name.key).collect()),
            ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => false,
        }) || self
            .indexes
            .iter()
            .any(|index| index.columns().is_none_or(|own| begins(own.iter().map(|name| &name.key).collect())))
    }

    /// Renames a column wherever the table speaks of it.
    pub fn rename_column(&mut self, from: &Ident, to: &Ident) {
        let rename = |name: &mut Ident| {
            if name.key == from.key {
                *name = Ident { place: name.place, ..to.clone() };
            }
        };
        for column in &mut self.columns {
            rename(&mut column.name);
            if let Some(expr) = &mut column.generated {
                expr.columns.iter_mut().for_each(rename);
            }
        }
        for constraint in &mut self.constraints {
            constraint.kind.columns_mut().iter_mut().for_each(rename);
        }
        for index in &mut self.indexes {
            for part in &mut index.parts {
                match part {
                    Part::Column(name) => rename(name),
                    Part::Expr(expr) => expr.columns.iter_mut().for_each(rename),
                }
            }
            index.include.iter_mut().for_each(rename);
            if let Some(expr) = &mut index.predicate {
                expr.columns.iter_mut().for_each(rename);
            }
        }
        self.gone.retain(|gone| gone.name.key != to.key);
    }

    /// The foreign keys and the tables they point to.
    pub fn targets(&self) -> impl Iterator<Item = &Key> {
        self.constraints.iter().filter_map(|constraint| match &constraint.kind {
            ConstraintKind::Foreign { target, .. } => Some(target),
            ConstraintKind::Primary(_)
            | ConstraintKind::Unique(_)
            | ConstraintKind::Check(_)
            | ConstraintKind::Exclude(_) => None,
        })
    }
}
