//! `ALTER TABLE`.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Action, AlterTable, Kind, NewColumn, NewConstraint, Numbered, OnlyKind};
use super::constraint::ConstraintKind;
use super::name::{Ident, Path};
use super::problem::{duplicate_column, duplicate_constraint, duplicate_index, unknown_constraint, unknown_index};
use super::table::{Column, GoneColumn};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    pub(super) fn alter_table(&mut self, alter: &AlterTable, out: &mut Vec<Diagnostic>) {
        let (key, entry) = match self.find(Space::Relation, &alter.path) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                if !alter.if_exists {
                    out.push(self.unknown(Kind::Table, &alter.path, gone.as_deref()));
                    let key = self.key_for(Space::Relation, &alter.path, false);
                    self.make_unknown(key, &alter.path.name);
                }
                return;
            }
            Found::Unsure => {
                // The name may be that of a table we know under another schema.
                self.doubt_name(&alter.path.name);
                for action in &alter.actions {
                    if let Action::RenameTo(to) = action {
                        self.doubt_name(&to.name);
                    }
                }
                return;
            }
        };
        let Object::Table(table) = &entry.object else { return };
        if table.family {
            self.open_family(&key);
        }
        let problems = out.len();
        let mut actions: Vec<&Action> = alter.actions.iter().collect();
        if alter.actions.len() > 1 {
            // All names but those of what is added mean the table as it was.
            actions.sort_by_key(|action| self.pass(action));
        }
        let swaps = self.dialect.is_mysql_family() && actions.iter().filter(|action| renames(action)).count() > 1;
        if swaps {
            // Names may go round in a circle: one that is taken now may be free in the end.
            self.fail(&key);
        }
        let mut at = key.clone();
        for action in actions {
            let new = self.act(&at, action, out);
            if let Some(new) = new {
                at = new;
            }
        }
        if out.len() > problems {
            self.fail(&at);
        }
    }

    /// What happens to one of a family happens to others.
    fn open_family(&mut self, key: &Key) {
        for other in self.pointing_to(key) {
            if self.table(&other).is_some_and(|table| table.family) {
                self.fail(&other);
            }
        }
    }

    /// When the server gets to an action among others.
    fn pass(&self, action: &Action) -> u8 {
        match action {
            Action::DropColumn { .. }
            | Action::DropConstraint { .. }
            | Action::DropPrimaryKey(_)
            | Action::DropIndex { .. } => 0,
            Action::SetType { .. } | Action::RenameColumn { .. } | Action::ReplaceColumn { .. } => 1,
            Action::AddColumn { .. } => 2,
            Action::SetNotNull { .. } | Action::SetDefault { .. } | Action::TouchColumn { .. } => 3,
            Action::RenameIndex { .. } | Action::RenameConstraint { .. } => 4,
            Action::AddIndex(_) => 5,
            Action::AddConstraint(new) => match new.kind {
                ConstraintKind::Foreign { .. } => 7,
                _ => 6,
            },
            Action::TouchConstraint(_) | Action::Join(_) | Action::Nothing | Action::Unknown => 8,
            Action::RenameTo(_) => 9,
        }
    }

    /// One action. Some if the table has another key afterwards.
    fn act(&mut self, key: &Key, action: &Action, out: &mut Vec<Diagnostic>) -> Option<Key> {
        match action {
            Action::AddColumn { column, constraints, if_not_exists } => {
                self.add_column(key, column, constraints, *if_not_exists, out);
            }
            Action::DropColumn { name, if_exists, cascade } => self.drop_column(key, name, *if_exists, *cascade, out),
            Action::RenameColumn { from, to, if_exists } => self.rename_column(key, from, to, *if_exists, out),
            Action::ReplaceColumn { from, column, constraints, if_exists } => {
                self.replace_column(key, from, column, constraints, *if_exists, out);
            }
            Action::SetType { name, ty } => {
                self.check_type(Some(ty), out);
                if self.want_column(key, name, out) {
                    if self.dialect == Dialect::Postgres
                        && let Some(view) = self.view_of_column(key, &name.key)
                        && self.sure(key)
                        && self.table(key).and_then(|table| table.column(&name.key)?.ty.clone()).is_some()
                    {
                        out.push(
                            Diagnostic::error(
                                &crate::diagnostic::semantic::IN_USE,
                                format!("the type of `{}` cannot be changed: view `{}` reads it", name.text, view.0),
                            )
                            .at(name.place, "")
                            .label(view.1, "the view is made here")
                            .help("drop the view first and make it again afterwards"),
                        );
                        return None;
                    }
                    let ty = ty.clone();
                    self.column_mut(key, name, |column| column.ty = Some(ty));
                }
            }
            Action::SetNotNull { name, not_null } => {
                if self.want_column(key, name, out) {
                    self.column_mut(key, name, |column| column.not_null = *not_null);
                }
            }
            Action::SetDefault { name, default } => {
                if self.want_column(key, name, out) {
                    let default = default.clone();
                    self.column_mut(key, name, |column| {
                        column.default = default;
                        if column.numbered == Numbered::Serial {
                            column.numbered = Numbered::No;
                        }
                    });
                }
            }
            Action::TouchColumn { name, numbered } => {
                if self.want_column(key, name, out)
                    && let Some(numbered) = *numbered
                {
                    if matches!(numbered, Numbered::Identity { .. }) {
                        self.make_sequence(key, name, numbered);
                    }
                    self.column_mut(key, name, |column| {
                        column.numbered = numbered;
                        column.not_null |= matches!(numbered, Numbered::Identity { .. });
                    });
                }
            }
            Action::AddConstraint(new) => self.add_constraint(key, new, out),
            Action::DropConstraint { name, if_exists, cascade, only } => {
                self.drop_constraint(key, name, *if_exists, *cascade, *only, out);
            }
            Action::DropPrimaryKey(place) => self.drop_primary(key, *place, out),
            Action::RenameConstraint { from, to } => self.rename_constraint(key, from, to, out),
            Action::TouchConstraint(name) => {
                if let Some((table, shown)) = self.sure_parts(key)
                    && table.constraint(&name.key).is_none()
                    && !name.key.ends_with("_not_null")
                {
                    out.push(unknown_constraint(name, table, &shown));
                }
            }
            Action::AddIndex(new) => self.add_index(key, new, true, out),
            Action::DropIndex { name, if_exists } => self.drop_table_index(key, name, *if_exists, out),
            Action::RenameIndex { from, to } => {
                if let Some((table, shown)) = self.sure_parts(key)
                    && !has_index(table, from)
                {
                    out.push(unknown_index(from, table, &shown));
                    return None;
                }
                if let Some(table) = self.table_mut(key) {
                    let other = table.index(&to.key).map(|index| index.name.place);
                    if let Some(place) = other
                        && from.key != to.key
                    {
                        out.push(duplicate_index(to, place, &key.name));
                        return None;
                    }
                    for index in &mut table.indexes {
                        if index.name.key == from.key {
                            index.name = to.clone();
                        }
                    }
                }
            }
            Action::RenameTo(to) => return self.rename_key(key, to, out),
            Action::Join(other) => {
                self.fail(key);
                if let Some(table) = self.table_mut(key) {
                    table.family = true;
                }
                match self.find(Space::Relation, other) {
                    Found::Here { key: other, .. } => {
                        self.point(&other, key);
                        self.fail(&other);
                        if let Some(table) = self.table_mut(&other) {
                            table.family = true;
                        }
                    }
                    Found::Missing(gone) => out.push(self.unknown(Kind::Table, other, gone.as_deref())),
                    Found::Unsure => (),
                }
            }
            Action::Nothing => (),
            Action::Unknown => self.fail(key),
        }
        None
    }

    fn column_mut(&mut self, key: &Key, name: &Ident, change: impl FnOnce(&mut Column)) {
        if let Some(column) = self.table_mut(key).and_then(|table| table.column_mut(&name.key)) {
            change(column);
        }
    }

    /// The table, if all its columns are known.
    fn sure_columns(&self, key: &Key) -> Option<&super::table::Table> {
        self.table(key).filter(|table| !table.open && self.sure(key))
    }

    /// The table and how it is shown, if all its constraints and indexes are known.
    fn sure_parts(&self, key: &Key) -> Option<(&super::table::Table, Arc<str>)> {
        let table = self.sure_columns(key).filter(|table| !table.loose)?;
        Some((table, self.entries.get(key)?.name.clone()))
    }

    /// The column must be there. False if it surely is not.
    fn want_column(&self, key: &Key, name: &Ident, out: &mut Vec<Diagnostic>) -> bool {
        match self.sure_columns(key) {
            Some(table) if table.column(&name.key).is_none() => {
                out.push(self.unknown_column(name, key, table));
                false
            }
            Some(_) | None => true,
        }
    }

    fn add_column(
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
        let maybe = table.open && if_not_exists;
        let Some(table) = self.table_mut(key) else { return };
        table.gone.retain(|gone| gone.name.key != column.name.key);
        table.columns.push(Column::from(column));
        table.loose |= maybe;
        self.make_sequence(key, &column.name, column.numbered);
        for constraint in constraints {
            self.add_constraint(key, constraint, out);
        }
        if let Some(expr) = &column.generated {
            self.check_columns(key, &expr.columns, out);
        }
    }

    fn rename_column(&mut self, key: &Key, from: &Ident, to: &Ident, if_exists: bool, out: &mut Vec<Diagnostic>) {
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
        self.rename_in_others(key, from, to);
        if let Some(table) = self.table_mut(key) {
            let known = table.column(&from.key).is_some();
            table.rename_column(from, to);
            if from.key != to.key {
                let renamed = Some(to.text.clone());
                table.gone.push(GoneColumn { name: from.clone(), place: to.place, renamed });
            }
            if !known {
                table.open = true;
            }
        }
    }

    /// Foreign keys and views follow a column that is renamed.
    fn rename_in_others(&mut self, key: &Key, from: &Ident, to: &Ident) {
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
                    for used in view.uses.iter_mut().filter(|used| used.key == *key) {
                        for column in used.columns.iter_mut().filter(|column| **column == from.key) {
                            *column = to.key.clone();
                        }
                    }
                }
                _ => continue,
            }
            self.put(other, Some(Arc::new(entry)));
        }
    }

    fn replace_column(
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
        let primary = self
            .table(key)
            .and_then(super::table::Table::primary)
            .is_some_and(|primary| primary.kind.columns().iter().any(|name| name.key == column.name.key));
        let name = column.name.clone();
        self.column_mut(key, &name, |old| {
            *old = Column::from(column);
            old.not_null |= primary;
        });
        for constraint in constraints {
            // `CHANGE a a int PRIMARY KEY` on the key that is there is refused by the server, and rare.
            if self.table(key).is_some_and(|table| table.primary().is_none())
                || !matches!(constraint.kind, ConstraintKind::Primary(_))
            {
                self.add_constraint(key, constraint, out);
            }
        }
    }

    fn rename_constraint(&mut self, key: &Key, from: &Ident, to: &Ident, out: &mut Vec<Diagnostic>) {
        if let Some((table, shown)) = self.sure_parts(key) {
            if table.constraint(&from.key).is_none() {
                if !from.key.ends_with("_not_null") {
                    out.push(unknown_constraint(from, table, &shown));
                }
                return;
            }
            if let Some(other) = table.constraint(&to.key) {
                out.push(duplicate_constraint(to, other.place, &shown));
                return;
            }
        }
        let index = Key { space: Space::Relation, name: from.key.clone(), schema: key.schema.clone() };
        let is_index = matches!(self.entries.get(&index).map(|entry| &entry.object), Some(Object::Index { table }) if table == key);
        if is_index {
            self.rename_index(&index, key, to);
        } else if let Some(table) = self.table_mut(key) {
            for constraint in &mut table.constraints {
                if constraint.is(&from.key) {
                    constraint.name = Some(to.clone());
                }
            }
        }
    }

    fn drop_table_index(&mut self, key: &Key, name: &Ident, if_exists: bool, out: &mut Vec<Diagnostic>) {
        if let Some((table, shown)) = self.sure_parts(key)
            && !has_index(table, name)
        {
            if !if_exists {
                out.push(unknown_index(name, table, &shown));
            }
            return;
        }
        if let Some(table) = self.table_mut(key) {
            table.indexes.retain(|index| index.name.key != name.key);
            if &*name.key == "primary" {
                table.constraints.retain(|constraint| !matches!(constraint.kind, ConstraintKind::Primary(_)));
            }
            table.constraints.retain(|constraint| {
                !(constraint.is(&name.key) && matches!(constraint.kind, ConstraintKind::Unique(_)))
            });
        }
    }

    fn drop_primary(&mut self, key: &Key, place: crate::source::Place, out: &mut Vec<Diagnostic>) {
        if let Some((table, shown)) = self.sure_parts(key)
            && table.primary().is_none()
        {
            out.push(
                Diagnostic::error(
                    &crate::diagnostic::semantic::UNKNOWN_CONSTRAINT,
                    format!("table `{shown}` has no primary key"),
                )
                .at(place, "nothing to drop"),
            );
            return;
        }
        if let Some(table) = self.table_mut(key) {
            table.constraints.retain(|constraint| !matches!(constraint.kind, ConstraintKind::Primary(_)));
        }
    }

    fn drop_constraint(
        &mut self,
        key: &Key,
        name: &Ident,
        if_exists: bool,
        cascade: bool,
        only: Option<OnlyKind>,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(entry) = self.entries.get(key).cloned() else { return };
        let Object::Table(table) = &entry.object else { return };
        let mysql = self.dialect.is_mysql_family();
        let fits = |kind: &ConstraintKind<Key>| match only {
            None => true,
            Some(OnlyKind::Foreign) => matches!(kind, ConstraintKind::Foreign { .. }),
            Some(OnlyKind::Check) => matches!(kind, ConstraintKind::Check(_)),
        };
        let found = table.constraints.iter().position(|constraint| constraint.is(&name.key) && fits(&constraint.kind));
        let Some(found) = found else {
            let index = mysql && only.is_none() && has_index(table, name);
            if index {
                self.drop_table_index(key, name, if_exists, out);
            } else if let Some((table, shown)) = self.sure_parts(key)
                && !if_exists
                && !name.key.ends_with("_not_null")
            {
                out.push(unknown_constraint(name, table, &shown));
            }
            return;
        };
        let constraint = table.constraints[found].clone();
        if self.dialect == Dialect::Postgres
            && matches!(constraint.kind, ConstraintKind::Primary(_) | ConstraintKind::Unique(_))
        {
            let columns: Vec<Arc<str>> = constraint.kind.columns().iter().map(|name| name.key.clone()).collect();
            let mut rest = table.clone();
            rest.constraints.remove(found);
            if !self.drop_foreign_to(key, &columns, &rest, name, cascade, out) {
                return;
            }
            let index = Key { space: Space::Relation, name: name.key.clone(), schema: key.schema.clone() };
            if self.existing(&index).is_some() {
                self.put_gone(index, name.place, None);
            }
        }
        if let Some(table) = self.table_mut(key) {
            table.constraints.retain(|constraint| !(constraint.is(&name.key) && fits(&constraint.kind)));
        }
    }

    /// A table gets another name or schema. Some with its new key.
    pub(super) fn rename_key(&mut self, key: &Key, to: &Path, out: &mut Vec<Diagnostic>) -> Option<Key> {
        let schema = self.schema_of(to).unwrap_or_else(|| key.schema.clone());
        let now = Key { space: key.space, name: to.name.key.clone(), schema };
        if now == *key {
            // Only the case differs.
            let entry = self.entries.get(key)?.clone();
            let entry = super::Entry { name: to.name.text.clone(), ..(*entry).clone() };
            self.put(key.clone(), Some(Arc::new(entry)));
            return None;
        }
        if let Some(other) = self.existing(&now) {
            if self.sure(&now) && self.sure(key) {
                out.push(self.taken("table", to, &other));
            }
            return None;
        }
        let entry = self.entries.get(key)?.clone();
        let moved = super::Entry { name: to.name.text.clone(), ..(*entry).clone() };
        self.put_gone(key.clone(), to.name.place, Some(to.shown()));
        self.put(now.clone(), Some(Arc::new(moved)));
        self.follow(key, &now);
        Some(now)
    }

    /// Whatever speaks of `from` speaks of `to` from now on.
    fn follow(&mut self, from: &Key, to: &Key) {
        let mut others = self.pointing_to(from);
        if let Some(table) = self.table(to) {
            let names = table.constraints.iter().filter_map(|constraint| constraint.name.as_ref());
            for name in table.indexes.iter().map(|index| &index.name).chain(names) {
                others.push(Key { space: Space::Relation, name: name.key.clone(), schema: from.schema.clone() });
            }
            if table.targets().any(|target| target == from) {
                others.push(to.clone());
            }
        }
        for sequence in self.owned_sequences(from) {
            others.push(sequence);
        }
        for other in others {
            let Some(entry) = self.entries.get(&other).cloned() else { continue };
            let mut entry = (*entry).clone();
            let mut moved = other.clone();
            match &mut entry.object {
                Object::Table(table) => {
                    for constraint in &mut table.constraints {
                        if let ConstraintKind::Foreign { target, .. } = &mut constraint.kind
                            && target == from
                        {
                            *target = to.clone();
                        }
                    }
                }
                Object::View(view) => {
                    for used in view.uses.iter_mut().filter(|used| used.key == *from) {
                        used.key = to.clone();
                    }
                }
                Object::Index { table } if table == from => {
                    *table = to.clone();
                    moved.schema = to.schema.clone();
                }
                Object::Sequence { owner: Some(owner), .. } if owner == from => {
                    *owner = to.clone();
                    moved.schema = to.schema.clone();
                }
                Object::Trigger { table, .. } if table == from => {
                    *table = to.clone();
                    let path = Path {
                        schema: None,
                        name: Ident {
                            text: entry.name.clone(),
                            key: other.name.clone(),
                            place: entry.place,
                            double_quoted: false,
                        },
                    };
                    moved = self.trigger_key(&path, to);
                }
                _ => continue,
            }
            self.point(&moved, to);
            if moved != other {
                self.put(other, None);
            }
            self.put(moved, Some(Arc::new(entry)));
        }
    }

    /// The sequences that belong to columns of a table.
    pub(super) fn owned_sequences(&self, key: &Key) -> Vec<Key> {
        self.pointing_to(key)
            .into_iter()
            .filter(|other| {
                matches!(self.entries.get(other).map(|entry| &entry.object), Some(Object::Sequence { owner: Some(owner), .. }) if owner == key)
            })
            .collect()
    }
}

fn renames(action: &Action) -> bool {
    match action {
        Action::RenameColumn { .. } => true,
        Action::ReplaceColumn { from, column, .. } => from.key != column.name.key,
        _ => false,
    }
}

/// Whether the table has an index of the name, or may have one that the server made by itself.
fn has_index(table: &super::table::Table, name: &Ident) -> bool {
    if table.index(&name.key).is_some() || &*name.key == "primary" && table.primary().is_some() {
        return true;
    }
    table.constraints.iter().any(|constraint| match &constraint.kind {
        // InnoDB makes an index for a foreign key and calls it after the constraint or the first column.
        ConstraintKind::Foreign { columns, .. } => {
            constraint.is(&name.key) || columns.first().is_some_and(|first| name.key.starts_with(&*first.key))
        }
        ConstraintKind::Unique(_) => constraint.is(&name.key),
        ConstraintKind::Primary(_) | ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => false,
    })
}
