//! Columns of tables that are there.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{NewColumn, NewConstraint, Numbered, Position};
use super::constraint::ConstraintKind;
use super::details::{Settings, set};
use super::name::Ident;
use super::problem::duplicate_column;
use super::shared::Shared;
use super::table::{Column, GoneColumn, Type};
use super::{Catalog, Key, Object, query};
use crate::diagnostic::{Diagnostic, semantic as codes};

impl Catalog {
    pub(super) fn column_mut(&mut self, key: &Key, name: &Ident, change: impl FnOnce(&mut Column)) {
        if let Some(column) = self.table_mut(key).and_then(|table| table.column_mut(&name.key)) {
            change(column);
        }
    }

    /// The table, if all its columns are known.
    pub(super) fn sure_columns(&self, key: &Key) -> Option<&super::table::Table> {
        self.table(key).filter(|table| !table.open && self.sure(key))
    }

    /// The table and how it is shown, if all its constraints and indexes are known.
    pub(super) fn sure_parts(&self, key: &Key) -> Option<(&super::table::Table, Arc<str>)> {
        let table = self.sure_columns(key).filter(|table| !table.loose)?;
        Some((table, self.entries.get(key)?.name.clone()))
    }

    /// The column must be there. False if it surely is not.
    pub(super) fn want_column(&self, key: &Key, name: &Ident, out: &mut Vec<Diagnostic>) -> bool {
        match self.sure_columns(key) {
            Some(table) if table.column(&name.key).is_none() => {
                out.push(self.unknown_column(name, key, table));
                false
            }
            Some(_) | None => true,
        }
    }

    /// `AFTER name`: it may be a column that comes in the same statement.
    fn want_neighbour(&self, key: &Key, name: &Ident, out: &mut Vec<Diagnostic>) {
        if self.altered_alone {
            self.want_column(key, name, out);
        }
    }

    pub(super) fn add_column(
        &mut self,
        key: &Key,
        column: &NewColumn,
        constraints: &[NewConstraint],
        if_not_exists: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        if let Some(other) = table.column(&column.name.key) {
            if !if_not_exists && self.sure(key) && !table.family && !table.open {
                out.push(duplicate_column(&column.name, other.name.place, &entry.name));
            }
            return;
        }
        self.check_type(column.ty.as_ref(), out);
        if let Some(default) = &column.default {
            self.check_default(&column.name, column.ty.as_ref(), default, out);
        }
        if let Some(value) = column.default_value.as_ref().filter(|_| out.is_empty()) {
            self.check_default_value(value, &column.name, column.ty.as_ref(), out);
        }
        let known = out.len();
        self.check_addition(column, constraints, out);
        if out.len() == known {
            self.check_added(key, table, column, constraints, out);
        }
        if out.len() == known {
            self.check_column(column, constraints, &table.options, out);
        }
        if let Some(Position::After(name)) = &column.position {
            self.want_neighbour(key, name, out);
        }
        let maybe = table.open && if_not_exists;
        let made = self.column(column);
        if maybe && let Some(table) = self.table_mut(key) {
            table.loose = true;
        }
        self.put_column(key, made.clone().into(), column.position.as_ref());
        self.make_sequence(key, &made);
        for constraint in constraints {
            self.add_constraint(key, constraint, out);
        }
        // The columns of one statement of MySQL may be computed of each other, in whatever order they are written.
        if self.altered_alone || !self.dialect.is_mysql_family() {
            self.check_generated(key, column, out);
        }
    }

    /// Puts a column where it belongs.
    pub(super) fn put_column(&mut self, key: &Key, column: Shared<Column>, position: Option<&Position>) {
        let Some(table) = self.table_mut(key) else { return };
        let at = match position {
            None => table.columns.len(),
            Some(Position::First) => 0,
            Some(Position::After(name)) => table
                .columns
                .iter()
                .position(|other| other.name.key == name.key)
                .map_or(table.columns.len(), |before| before + 1),
        };
        table.columns.insert(at, column);
    }

    /// Takes a column to another place.
    pub(super) fn move_column(&mut self, key: &Key, name: &Ident, position: Option<&Position>) {
        let at = self.table(key).and_then(|table| table.columns.iter().position(|own| own.name.key == name.key));
        if let Some(at) = at
            && let Some(table) = self.table_mut(key)
        {
            let moved = table.columns.remove(at);
            self.put_column(key, moved, position);
        }
    }

    pub(super) fn rename_column(
        &mut self,
        key: &Key,
        from: &Ident,
        to: &Ident,
        if_exists: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        if if_exists && self.table(key).is_some_and(|table| table.column(&from.key).is_none()) {
            return;
        }
        if !self.want_column(key, from, out) {
            return;
        }
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        if let Some(other) = table.column(&to.key)
            && from.key != to.key
            && self.sure(key)
            && !table.open
        {
            out.push(duplicate_column(to, other.name.place, &entry.name));
            return;
        }
        if !self.check_views_anew(from.place, out) {
            return;
        }
        // SQLite looks at them again behind it, and takes it all back.
        let before = self.has_views_to_read().then(|| self.clone());
        self.rename_in_others(key, from, to);
        let dialect = self.dialect;
        if let Some(table) = self.table_mut(key) {
            let known = table.column(&from.key).is_some();
            table.rename_column(&key.name, from, to, dialect);
            if from.key != to.key {
                let renamed = Some(to.text.clone());
                table.gone.push(GoneColumn { name: from.clone(), place: to.place, renamed }.into());
            }
            if !known {
                table.open = true;
            }
        }
        if let Some(before) = before
            && !self.check_views_anew(from.place, out)
        {
            *self = before;
        }
    }

    /// Foreign keys and views follow a column that is renamed.
    pub(super) fn rename_in_others(&mut self, key: &Key, from: &Ident, to: &Ident) {
        for other in self.pointing_to(key) {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            let mut entry = (*entry).clone();
            match &mut entry.object {
                Object::Table(table) => {
                    for constraint in &mut table.constraints {
                        if let ConstraintKind::Foreign { target, target_columns, .. } = &mut constraint.kind
                            && target == key
                        {
                            for name in target_columns.iter_mut().filter(|name| name.key == from.key) {
                                *name = to.clone();
                            }
                        }
                    }
                }
                Object::View(view) => {
                    let alone = view.uses.iter().filter(|used| used.key != *key).all(|used| {
                        self.table(&used.key).is_some_and(|table| !table.open && table.column(&from.key).is_none())
                    });
                    if !self.dialect.is_mysql_family() {
                        let (dialect, keep) = (self.dialect, self.dialect == Dialect::Postgres);
                        let before = view.details.query.clone();
                        view.details
                            .rewrite(|text| query::rename_column(text, key, (from, to), (alone, keep), dialect));
                        if view.details.query != before {
                            view.query = None;
                        }
                    }
                    for used in view.uses.iter_mut().filter(|used| used.key == *key) {
                        for column in used.columns.iter_mut().filter(|column| **column == from.key) {
                            *column = to.key.clone();
                        }
                    }
                }
                Object::Sequence { owner: Some(owner), column: Some(column), .. }
                    if owner == key && *column == from.key =>
                {
                    *column = to.key.clone();
                }
                Object::Trigger { table, columns, definition, fired, .. } if table == key => {
                    *fired = None;
                    for column in columns.iter_mut().filter(|column| **column == *from) {
                        *column = Ident { place: column.place, ..to.clone() };
                    }
                    if self.dialect == Dialect::Postgres {
                        *definition = super::trigger::rename_column(definition, from, to);
                    }
                }
                Object::Policy { table, definition } if table == key => {
                    *definition = super::trigger::rename_column(definition, from, to);
                }
                _ => continue,
            }
            self.put(other, Some(Arc::new(entry)));
        }
        if self.dialect == Dialect::Sqlite {
            let dialect = self.dialect;
            self.follow_in_triggers(&|text| query::rename_column(text, key, (from, to), (false, false), dialect));
        }
    }

    pub(super) fn replace_column(
        &mut self,
        key: &Key,
        from: &Ident,
        column: &NewColumn,
        constraints: &[NewConstraint],
        if_exists: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        if if_exists && self.table(key).is_some_and(|table| table.column(&from.key).is_none()) {
            return;
        }
        if !self.want_column(key, from, out) {
            return;
        }
        if from.key != column.name.key {
            self.rename_column(key, from, &column.name, false, out);
        }
        if let Some(options) = self.table(key).map(|table| table.options.clone()) {
            self.check_column(column, constraints, &options, out);
        }
        if let Some(Position::After(name)) = &column.position {
            self.want_neighbour(key, name, out);
        }
        let primary = self
            .table(key)
            .and_then(super::table::Table::primary)
            .is_some_and(|primary| primary.kind.columns().iter().any(|name| name.key == column.name.key));
        let name = column.name.clone();
        if let Some(table) = self.table_mut(key) {
            // What MariaDB keeps with a column is written anew with it.
            table.constraints.retain(|own| own.details.options.get("column") != Some(&name.key));
        }
        let made = self.column(column);
        self.column_mut(key, &name, |old| {
            *old = made;
            if primary {
                old.is_of_primary_key();
            }
        });
        if column.position.is_some() {
            self.move_column(key, &name, column.position.as_ref());
        }
        // A check that belongs to the column is part of what is written anew.
        if let Some(table) = self.table_mut(key) {
            let own = |constraint: &super::constraint::Constraint| {
                constraint.details.options.get("column") == Some(&name.key)
            };
            table.constraints.retain(|constraint| !own(constraint));
        }
        for constraint in constraints {
            self.add_constraint(key, constraint, out);
        }
        // What else is done in the statement may make what it is computed of.
        if self.altered_alone {
            self.check_generated(key, column, out);
        }
    }

    /// `ALTER COLUMN … TYPE`.
    pub(super) fn set_type(
        &mut self,
        key: &Key,
        name: &Ident,
        ty: &Type,
        collation: Option<&Arc<str>>,
        out: &mut Vec<Diagnostic>,
    ) {
        self.check_type(Some(ty), out);
        if !self.want_column(key, name, out) {
            return;
        }
        if self.dialect == Dialect::Postgres
            && let Some(view) = self.view_of_column(key, &name.key)
            && self.sure(key)
            && self.table(key).and_then(|table| table.column(&name.key)?.ty.clone()).is_some()
        {
            let message = format!("the type of `{}` cannot be changed: view `{}` reads it", name.text, view.0);
            out.push(
                Diagnostic::error(&codes::IN_USE, message)
                    .at(name.place, "")
                    .label(view.1, "the view is made here")
                    .help("drop the view first and make it again afterwards"),
            );
            return;
        }
        if let Some((trigger, place)) = self.trigger_of_column(key, &name.key)
            && self.sure(key)
        {
            let message = format!("the type of `{}` cannot be changed: trigger `{trigger}` looks at it", name.text);
            out.push(
                Diagnostic::error(&codes::IN_USE, message)
                    .at(name.place, "")
                    .label(place, "the trigger is made here")
                    .help("drop the trigger first and make it again afterwards"),
            );
            return;
        }
        let postgres = self.dialect == Dialect::Postgres;
        // A serial of another kind has no word: it is a column with a default, and owns a sequence that counts as before.
        let counts = super::sequence::is_serial(ty);
        let serial = self
            .table(key)
            .and_then(|table| table.column(&name.key))
            .is_some_and(|column| column.numbered == Numbered::Serial && postgres && !counts);
        let next = serial.then(|| self.sequence_of(key, &name.key)).flatten().map(|own| self.next_value(&own));
        self.column_mut(key, name, |column| {
            if let Some(next) = next {
                column.numbered = Numbered::No;
                column.default = Some(next);
                column.not_null = true;
            }
            // The default stays a value of the type that it was made for, and goes with that.
            if postgres
                && let Some(own) = column.ty.as_ref().filter(|old| old.own.is_some() && old.meaning != ty.meaning)
                && let Some(default) = column.default.as_mut().filter(|text| is_string(text))
            {
                *default = format!("{default}::{}", own.text).into();
            }
            column.ty = Some(ty.clone());
            column.details.collation = collation.cloned();
        });
    }

    /// `SET DEFAULT` and `DROP DEFAULT`.
    pub(super) fn set_default(&mut self, key: &Key, name: &Ident, default: Option<Arc<str>>) {
        let counts = || {
            let column = self.table(key).and_then(|table| table.column(&name.key));
            column.is_some_and(super::sequence::is_as_serial)
        };
        let own = default.as_ref().is_some_and(|text| self.is_next_of(key, &name.key, text) && counts());
        self.column_mut(key, name, |column| match own {
            true => {
                column.numbered = Numbered::Serial;
                column.default = None;
            }
            false => {
                column.default = default;
                if column.numbered == Numbered::Serial {
                    column.numbered = Numbered::No;
                }
            }
        });
    }

    /// `ADD GENERATED … AS IDENTITY`, and what is set of it.
    pub(super) fn set_identity(
        &mut self,
        key: &Key,
        name: &Ident,
        add: bool,
        always: Option<bool>,
        settings: &Settings,
    ) {
        let mut found = None;
        self.column_mut(key, name, |column| {
            match (column.numbered, always) {
                (Numbered::Identity { .. }, Some(always)) => column.numbered = Numbered::Identity { always },
                (_, always) if add => column.numbered = Numbered::Identity { always: always.unwrap_or(false) },
                (_, _) => (),
            }
            column.not_null |= add;
            let ty = column.ty.as_ref().map_or("bigint", |ty| &*ty.meaning);
            if add {
                set(&mut column.details.numbering, settings);
                super::sequence::normal(&mut column.details.numbering, true, Some(ty));
            } else {
                super::sequence::change(&mut column.details.numbering, settings, true, Some(ty));
            }
            found = Some(column.clone());
        });
        let Some(column) = found else { return };
        if add {
            self.make_sequence(key, &column);
        } else if let Some(sequence) = self.sequence_of(key, &name.key) {
            self.set_sequence(&sequence, settings);
        }
    }

    /// `DROP IDENTITY`.
    pub(super) fn drop_identity(&mut self, key: &Key, name: &Ident) {
        self.column_mut(key, name, |column| {
            if matches!(column.numbered, Numbered::Identity { .. }) {
                column.numbered = Numbered::No;
            }
            column.details.numbering.clear();
        });
        if let Some(sequence) = self.sequence_of(key, &name.key) {
            self.put_gone(sequence, name.place, None);
        }
    }
}

/// A string and nothing else.
fn is_string(text: &str) -> bool {
    let inner = text.strip_prefix(['e', 'E']).unwrap_or(text);
    inner.len() > 1
        && inner.starts_with('\'')
        && inner.ends_with('\'')
        && !inner[1..inner.len() - 1].replace("''", "").contains('\'')
}
