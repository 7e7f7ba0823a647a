//! Tables that are made after others: `LIKE`, `INHERITS`, partitions.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Kind, Like, NewConstraint, NewIndex, Numbered};
use super::constraint::ConstraintKind;
use super::name::{Ident, Path};
use super::problem::duplicate_column;
use super::table::{Column, Table};
use super::{Catalog, Entry, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// What a copy takes along besides names, types and `NOT NULL`.
#[derive(Clone, Copy)]
pub(super) enum Takes<'l> {
    /// What the words behind `LIKE` say.
    Said(&'l Like),
    /// What a child has from its parent.
    Inherited,
    /// What a partition has from its table.
    Partition,
}

impl Takes<'_> {
    fn takes(self, what: &str) -> bool {
        match self {
            Takes::Said(like) => like.takes(what),
            Takes::Inherited => matches!(what, "defaults" | "generated" | "constraints" | "storage" | "compression"),
            Takes::Partition => !matches!(what, "identity" | "comments"),
        }
    }
}

impl Catalog {
    /// Copies the columns of another table; where they are not known the table is left open. What is found of the other
    /// is returned.
    pub(super) fn copy_columns(
        &mut self,
        from: &Path,
        takes: Takes<'_>,
        table: &mut Table,
        out: &mut Vec<Diagnostic>,
    ) -> Option<(Key, Arc<Entry>)> {
        match self.find(Space::Relation, from) {
            Found::Here { key, entry, sure } => {
                let Object::Table(other) = &entry.object else {
                    table.open = true;
                    table.loose = true;
                    return Some((key, entry));
                };
                table.open |= other.open || !sure;
                table.loose |= other.loose || !sure;
                for column in &other.columns {
                    // What the parents have, too, is one column: it has what either says.
                    if matches!(takes, Takes::Said(_)) && !table.parents.is_empty() {
                        let copy = self.copy_column(&key, column, takes);
                        if let Some(own) = table.columns.iter_mut().find(|own| own.name.key == column.name.key) {
                            own.not_null |= copy.not_null;
                            own.default = copy.default.clone().or_else(|| own.default.take());
                            continue;
                        }
                    }
                    match (table.column(&column.name.key), takes) {
                        (Some(own), Takes::Said(_)) => {
                            let again = Ident { place: from.name.place, ..own.name.clone() };
                            out.push(duplicate_column(&again, column.name.place, &from.name.text));
                        }
                        (Some(_), Takes::Partition) => (),
                        // What two parents have is one column.
                        (Some(_), Takes::Inherited) => {
                            let copy = self.copy_column(&key, column, takes);
                            if let Some(own) = table.columns.iter_mut().find(|own| own.name.key == column.name.key) {
                                own.not_null |= copy.not_null;
                                own.default = own.default.take().or(copy.default);
                            }
                        }
                        (None, _) => {
                            let copy = self.copy_column(&key, column, takes);
                            table.columns.push(copy.into());
                        }
                    }
                }
                Some((key, entry))
            }
            // PostgreSQL takes the attributes of a composite type, too.
            Found::Missing(_) if matches!(takes, Takes::Said(_)) && self.is_composite(from) => {
                self.columns_of_type(from, table);
                None
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, from, gone.as_deref()));
                table.open = true;
                table.loose = true;
                None
            }
            Found::Unsure => {
                table.open = true;
                table.loose = true;
                None
            }
        }
    }

    fn copy_column(&self, from: &Key, column: &Column, takes: Takes<'_>) -> Column {
        let mut copy = column.clone();
        if self.dialect.is_mysql_family() {
            return copy;
        }
        if copy.numbered == Numbered::Serial {
            // The copy counts with the sequence of the other.
            copy.default = self.sequence_of(from, &column.name.key).map(|sequence| self.next_value(&sequence));
        }
        let identity = matches!(copy.numbered, Numbered::Identity { .. });
        if !identity || !takes.takes("identity") {
            copy.numbered = Numbered::No;
            copy.details.numbering.clear();
        }
        if !takes.takes("defaults") {
            copy.default = None;
        }
        if !takes.takes("generated") {
            copy.generated = None;
            copy.details.stored = false;
        }
        if !takes.takes("comments") {
            copy.details.comment = None;
        }
        for what in ["storage", "compression"] {
            if !takes.takes(what) {
                copy.details.options.remove(what);
            }
        }
        copy
    }

    /// Copies constraints and indexes of a table to one that is there.
    pub(super) fn copy_parts(&mut self, key: &Key, other: &Table, takes: Takes<'_>, out: &mut Vec<Diagnostic>) {
        let named = self.dialect.is_mysql_family();
        for constraint in &other.constraints {
            let is_check = matches!(constraint.kind, ConstraintKind::Check(_));
            let wanted = match &constraint.kind {
                ConstraintKind::Check(_) => {
                    takes.takes("constraints") && !(constraint.details.no_inherit && matches!(takes, Takes::Inherited))
                }
                ConstraintKind::Foreign { .. } => matches!(takes, Takes::Partition),
                ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_) => {
                    takes.takes("indexes")
                }
            };
            if !wanted {
                continue;
            }
            let mut details = constraint.details.clone();
            // A new table has no rows that were not looked at.
            details.not_valid = false;
            if !takes.takes("comments") {
                details.comment = None;
            }
            let keeps_name = named || is_check || matches!(constraint.kind, ConstraintKind::Foreign { .. });
            let new = NewConstraint {
                name: constraint.name.clone().filter(|_| keeps_name),
                kind: self.written(&constraint.kind),
                place: constraint.place,
                details,
                using_index: None,
                if_not_exists: true,
            };
            self.add_constraint(key, &new, out);
        }
        for index in other.indexes.iter().filter(|_| takes.takes("indexes")) {
            let mut details = index.details.clone();
            details.options.remove("foreign key");
            details.handed_down = matches!(takes, Takes::Partition);
            if !takes.takes("comments") {
                details.comment = None;
            }
            let new = NewIndex {
                name: Some(index.name.clone()).filter(|_| named),
                unique: index.unique,
                parts: index.parts.clone(),
                include: index.include.clone(),
                predicate: index.predicate.clone(),
                plain: index.plain,
                details,
                place: index.name.place,
                if_not_exists: true,
            };
            self.add_index(key, &new, true, out);
        }
    }

    /// A constraint as it would be written.
    fn written(&self, kind: &ConstraintKind<Key>) -> ConstraintKind<Path> {
        match kind {
            ConstraintKind::Primary(columns) => ConstraintKind::Primary(columns.clone()),
            ConstraintKind::Unique(columns) => ConstraintKind::Unique(columns.clone()),
            ConstraintKind::Check(expr) => ConstraintKind::Check(expr.clone()),
            ConstraintKind::Exclude(expr) => ConstraintKind::Exclude(expr.clone()),
            ConstraintKind::Foreign { columns, target, target_columns, inline } => ConstraintKind::Foreign {
                columns: columns.clone(),
                target: self.path_of(target),
                target_columns: target_columns.clone(),
                inline: *inline,
            },
        }
    }

    /// What stands behind the columns, which MySQL copies, too.
    pub(super) fn copy_options(&self, other: &Table, table: &mut Table) {
        if self.dialect.is_mysql_family() {
            for (name, value) in &other.options {
                table.options.entry(name.clone()).or_insert_with(|| value.clone());
            }
            table.keyless |= other.keyless;
        }
    }

    /// A path that means what stands under a key.
    pub(super) fn path_of(&self, key: &Key) -> Path {
        let place = crate::source::Place::nowhere();
        let text = self.entries.get(key).map_or_else(|| key.name.clone(), |entry| entry.name.clone());
        let ident = |text: &Arc<str>, key: &Arc<str>| super::name::Ident {
            text: text.clone(),
            key: key.clone(),
            place,
            double_quoted: false,
        };
        let default = self.dialect != Dialect::Postgres && self.is_home(key);
        Path { schema: (!default).then(|| ident(&key.schema, &key.schema)), name: ident(&text, &key.name) }
    }
}
