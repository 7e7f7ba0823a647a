//! Tables whose rows are of a composite type (PostgreSQL): its attributes are their columns; and what goes with a type.

use std::sync::Arc;

use super::change::TypeAction;
use super::depend::names;
use super::details::RoutineDetails;
use super::name::{Ident, Path};
use super::table::{Column, Table, Type};
use super::{Catalog, Found, Key, Object, Space};
use crate::source::Place;

impl Catalog {
    /// The columns of `CREATE TABLE … OF`.
    pub(super) fn columns_of_type(&self, of: &Path, table: &mut Table) {
        let Found::Here { entry: found, sure: true, .. } = self.find(Space::Type, of) else {
            (table.open, table.loose) = (true, true);
            return;
        };
        let Object::Type { details, .. } = &found.object else { return };
        table.columns.extend(details.attributes.iter().map(|(name, ty)| column_of(name, ty).into()));
    }

    pub(super) fn is_composite(&self, path: &Path) -> bool {
        match self.find(Space::Type, path) {
            Found::Here { entry, .. } => {
                matches!(&entry.object, Object::Type { details, .. } if !details.attributes.is_empty())
            }
            Found::Missing(_) | Found::Unsure => false,
        }
    }

    /// `DROP TYPE … CASCADE` takes the tables of it, too.
    pub(super) fn drop_tables_of_type(&mut self, ty: &Key, at: Place) {
        for (table, sure) in self.tables_of_type(ty) {
            match sure {
                true => self.remove_relation(&table, at, true),
                false => self.put_unknown(table),
            }
        }
    }

    /// `DROP TYPE … CASCADE` takes the columns with it, and the defaults of others that are values of it.
    pub(super) fn drop_columns_of_type(&mut self, key: &Key, at: Place) {
        let is_of = |default: &Option<Arc<str>>| {
            default.as_ref().and_then(|text| text.rsplit_once("::")).is_some_and(|(_, ty)| names(ty, &key.name))
        };
        let holders: Vec<Key> = self
            .tables()
            .filter(|(_, table)| table.columns.iter().any(|column| is_of(&column.default)))
            .map(|(key, _)| key.clone())
            .collect();
        for holder in holders {
            let Some(table) = self.table_mut(&holder) else { continue };
            for column in table.columns.iter_mut().filter(|column| is_of(&column.default)) {
                column.default = None;
            }
        }
        let tables: Vec<(Key, Vec<Ident>)> = self
            .tables()
            .map(|(other, table)| {
                let columns = table.columns.iter().filter(|column| self.has_type(column, key));
                (other.clone(), columns.map(|column| column.name.clone()).collect())
            })
            .filter(|(_, columns): &(Key, Vec<Ident>)| !columns.is_empty())
            .collect();
        for (table, columns) in tables {
            for column in columns {
                self.remove_column_with_views(&table, &column, at);
            }
            self.loosen_all(&table);
        }
        self.drop_routines_of_type(key, at);
        // Domains may have been built on it.
        self.blur(|object| matches!(object, Object::Type { kind: super::change::Kind::Domain, .. }));
    }

    /// Functions that take or return values of it go, too.
    fn drop_routines_of_type(&mut self, key: &Key, at: Place) {
        for (routine, alone) in self.routines_of_type(key) {
            match alone && self.sure(&routine) {
                true => self.put_gone(routine, at, None),
                false => self.put_unknown(routine),
            }
        }
    }

    /// The functions that take or return values of a type, and whether each is the only one of its name.
    pub(super) fn routines_of_type(&self, key: &Key) -> Vec<(Key, bool)> {
        let of_type = |ty: &Type| {
            ty.own.as_ref().is_some_and(|own| {
                let schema = own.schema.as_ref().map_or_else(|| self.home(), |schema| schema.key.clone());
                own.name.key == key.name && schema == key.schema
            })
        };
        let uses = |details: &Arc<RoutineDetails>| {
            details.signature.as_ref().is_some_and(|signature| {
                signature.arguments.iter().map(|argument| &argument.ty).chain(&signature.returns).any(of_type)
            })
        };
        let own = |(routine, entry): (&Key, &Arc<super::Entry>)| match &entry.object {
            Object::Routine { details, .. } if details.iter().any(uses) => Some((routine.clone(), details.len() == 1)),
            _ => None,
        };
        self.of_space(Space::Routine).filter_map(own).collect()
    }

    /// The tables that are of a type, and whether that is certain.
    fn tables_of_type(&self, ty: &Key) -> Vec<(Key, bool)> {
        self.tables()
            .filter_map(|(table, _)| {
                let path = Path::of_text(&self.said_type(table)?, self.dialect, Place::nowhere());
                match path.map(|path| self.find(Space::Type, &path)) {
                    Some(Found::Here { key, sure: true, .. }) => (key == *ty).then(|| (table.clone(), true)),
                    // The type may go by another name now.
                    Some(_) | None => Some((table.clone(), false)),
                }
            })
            .collect()
    }

    /// What happens to a type with `CASCADE` happens to the tables of it; without, the server refuses it where there are any.
    pub(super) fn follow_type(&mut self, ty: &Key, actions: &[TypeAction]) {
        for (table, sure) in self.tables_of_type(ty) {
            if !sure {
                self.fail(&table);
                continue;
            }
            for action in actions {
                self.follow_attribute(&table, action);
            }
        }
    }

    fn follow_attribute(&mut self, table: &Key, action: &TypeAction) {
        match action {
            TypeAction::AddAttribute(name, ty) => {
                if let Some(table) = self.table_mut(table) {
                    table.columns.push(column_of(name, ty).into());
                }
            }
            TypeAction::DropAttribute(name, _) => self.remove_column_with_views(table, name, name.place),
            TypeAction::RenameAttribute(from, to) => {
                // What is wrong with it is the type's own, and was said there.
                self.rename_column(table, from, to, false, &mut Vec::new());
            }
            TypeAction::SetAttribute(name, ty) => {
                if let Some(column) = self.table_mut(table).and_then(|table| table.column_mut(&name.key)) {
                    let changed = column_of(name, ty);
                    (column.ty, column.details.collation) = (changed.ty, changed.details.collation);
                }
            }
            TypeAction::SetDefault(_)
            | TypeAction::SetNotNull(_)
            | TypeAction::AddCheck(..)
            | TypeAction::AddOpenCheck(..)
            | TypeAction::ValidateCheck(_)
            | TypeAction::DropCheck(..)
            | TypeAction::RenameCheck(..) => (),
        }
    }
}

/// The column of a table that an attribute of its type makes.
fn column_of(name: &Ident, ty: &Type) -> Column {
    let mut ty = ty.clone();
    // The collation of an attribute stands with its type.
    let collation = ty.text.split_once(" collate ").map(|(_, name)| name.trim_matches('"').into());
    if let (Some((text, _)), Some(_)) = (ty.text.clone().split_once(" collate "), &collation) {
        ty.text = text.into();
        ty.meaning = text.into();
    }
    Column::bare(name.clone(), ty, collation)
}
