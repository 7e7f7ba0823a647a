//! Tables and their columns.

use std::sync::Arc;

use migrate_core::Dialect;

use super::Key;
use super::change::{Expr, NewColumn, NewIndex, Numbered, Part};
use super::constraint::{Constraint, ConstraintKind};
use super::details::{ColumnDetails, IndexDetails, Options};
use super::name::{Ident, Path};
use super::shared::Shared;
use crate::source::Place;

/// What stands before the name of a period of MariaDB where it is kept among the options of a table.
pub const PERIOD: &str = "period for ";

/// The option of a key of MariaDB that has a period for its last part.
pub const WITHOUT_OVERLAPS: &str = "without overlaps";

/// Among the options of a primary key of SQLite: `INTEGER PRIMARY KEY DESC` beside the column is not the rowid, which is so for
/// reasons of history.
pub const NOT_ROWID: &str = "not the rowid";

/// The option of a table of MariaDB that keeps its rows as they were, and that of a column which takes part in that.
pub const VERSIONED: &str = "with system versioning";

/// The option of a column of such a table that does not.
pub const UNVERSIONED: &str = "without system versioning";

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

impl Column {
    /// One of which nothing is said but its type and its collation.
    pub(super) fn bare(name: Ident, ty: Type, collation: Option<Arc<str>>) -> Column {
        Column { ty: Some(ty), details: ColumnDetails { collation, ..ColumnDetails::default() }, ..Column::named(name) }
    }

    /// The column is of a primary key from now on, which has no place for NULL, nor for NULL as a default.
    pub(in crate::catalog) fn is_of_primary_key(&mut self) {
        self.not_null = true;
        self.default = self.default.take().filter(|default| !default.trim().eq_ignore_ascii_case("null"));
    }

    /// The type of a column that a sequence of its own numbers, as PostgreSQL abbreviates it.
    pub fn serial(&self) -> Option<&'static str> {
        let ty = self.ty.as_ref().filter(|_| self.numbered == Numbered::Serial)?;
        Some(match &*ty.meaning {
            "smallint" => "smallserial",
            "integer" => "serial",
            "bigint" => "bigserial",
            _ => return None,
        })
    }

    /// One of which no more is known than its name.
    pub(super) fn named(name: Ident) -> Column {
        Column {
            name,
            ty: None,
            not_null: false,
            default: None,
            generated: None,
            numbered: Numbered::No,
            details: ColumnDetails::default(),
        }
    }
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
        self.parts.iter().map(Part::column).collect()
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
    pub columns: Vec<Shared<Column>>,
    /// Columns it had, the last one behind; a name may be there again, or more than once.
    pub gone: Vec<Shared<GoneColumn>>,
    /// Its constraints.
    pub constraints: Vec<Shared<Constraint>>,
    /// Its indexes, those of constraints not among them.
    pub indexes: Vec<Shared<Index>>,
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
    /// Rows were put into it that nothing here took out.
    pub filled: bool,
    /// The names of all its columns, where only the names are known, as of what a query returns.
    pub names: Option<Arc<[Arc<str>]>>,
    /// Of a partition, the bound: `for values from(1) to(10)`, `default`.
    pub bound: Option<Arc<str>>,
}

impl Table {
    /// A column.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().map(|column| &**column).find(|column| &*column.name.key == key)
    }

    /// A column, to be changed.
    pub fn column_mut(&mut self, key: &str) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| &*column.name.key == key).map(|column| &mut **column)
    }

    /// Its rows are somebody else's, and what is said about them is not looked at (PostgreSQL).
    pub fn is_foreign(&self) -> bool {
        self.options.contains_key("foreign")
    }

    /// The primary key.
    pub fn primary(&self) -> Option<&Constraint> {
        let mut constraints = self.constraints.iter().map(|constraint| &**constraint);
        constraints.find(|constraint| matches!(constraint.kind, ConstraintKind::Primary(_)))
    }

    /// A constraint.
    pub fn constraint(&self, key: &Arc<str>) -> Option<&Constraint> {
        self.constraints.iter().map(|constraint| &**constraint).find(|constraint| constraint.is(key))
    }

    /// An index.
    pub fn index(&self, key: &str) -> Option<&Index> {
        self.indexes.iter().map(|index| &**index).find(|index| &*index.name.key == key)
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

    /// InnoDB calls foreign keys that it named after the table by its new name.
    pub(super) fn rename_foreign(&mut self, from: &str, to: &str, dialect: Dialect) {
        let start = format!("{from}_ibfk_");
        for constraint in self.constraints.iter_mut().map(|constraint| &mut **constraint) {
            let Some(name) = &mut constraint.name else { continue };
            if let (ConstraintKind::Foreign { .. }, Some(number)) = (&constraint.kind, name.text.strip_prefix(&start)) {
                *name = Ident::made(&format!("{to}_ibfk_{number}"), dialect, name.place);
            }
        }
    }

    /// An index comes that begins with these columns: those that InnoDB made for a foreign key over them go.
    pub(super) fn drop_covered(&mut self, columns: &[Ident]) {
        self.indexes.retain(|index| {
            let made = index.details.options.contains_key("foreign key");
            let begins =
                |own: Vec<&Ident>| own.len() <= columns.len() && own.iter().zip(columns).all(|(own, new)| *own == new);
            !(made && index.columns().is_some_and(begins))
        });
    }

    /// Renames a column wherever the table speaks of it. `own` is the name of the table.
    pub(super) fn rename_column(&mut self, own: &Arc<str>, from: &Ident, to: &Ident, dialect: Dialect) {
        let rename = |name: &mut Ident| {
            if name.key == from.key {
                *name = Ident { place: name.place, ..to.clone() };
            }
        };
        let text = |text: &mut Arc<str>| {
            if let Some(new) = super::rewrite::rename_column(text, from, to, &[own], dialect) {
                *text = new;
            }
        };
        let expr = |expr: &mut Expr| {
            expr.columns.iter_mut().for_each(rename);
            text(&mut expr.text);
        };
        for column in &mut self.columns {
            rename(&mut column.name);
            column.generated.iter_mut().for_each(expr);
            if dialect.is_mysql_family() {
                // Only there a default may speak of other columns.
                column.default.iter_mut().for_each(text);
            }
        }
        for constraint in &mut self.constraints {
            match &mut constraint.kind {
                ConstraintKind::Check(check) | ConstraintKind::Exclude(check) => expr(check),
                ConstraintKind::Primary(columns)
                | ConstraintKind::Unique(columns)
                | ConstraintKind::Foreign { columns, .. } => columns.iter_mut().for_each(rename),
            }
            constraint.details.include.iter_mut().for_each(rename);
            let details = &mut constraint.details;
            for option in [&mut details.on_delete, &mut details.on_update] {
                option.iter_mut().for_each(text);
            }
            if let Some(column) = constraint.details.options.get_mut("column")
                && *column == from.key
            {
                *column = to.key.clone();
            }
        }
        for index in &mut self.indexes {
            for part in &mut index.parts {
                match part {
                    Part::Column(name) => rename(name),
                    Part::Expr(part) => expr(part),
                }
            }
            index.include.iter_mut().for_each(rename);
            index.predicate.iter_mut().for_each(expr);
        }
        if let Some(by) = self.options.get_mut("partition by") {
            text(by);
        }
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
