//! Constraints and indexes of tables that are there go, and get other names.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::OnlyKind;
use super::constraint::ConstraintKind;
use super::name::Ident;
use super::problem::{duplicate_constraint, unknown_constraint, unknown_index};
use super::{Catalog, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    pub(super) fn rename_constraint(&mut self, key: &Key, from: &Ident, to: &Ident, out: &mut Vec<Diagnostic>) {
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
        // A foreign key or a check may be called like an index and have nothing to do with it.
        let kind = self.table(key).and_then(|table| table.constraint(&from.key)).map(|constraint| &constraint.kind);
        let has_index = !matches!(kind, Some(ConstraintKind::Foreign { .. } | ConstraintKind::Check(_)));
        if is_index && has_index {
            self.rename_index(&index, key, to);
        } else if let Some(table) = self.table_mut(key) {
            for constraint in &mut table.constraints {
                if constraint.is(&from.key) {
                    constraint.name = Some(to.clone());
                }
            }
        }
    }

    pub(super) fn drop_table_index(&mut self, key: &Key, name: &Ident, if_exists: bool, out: &mut Vec<Diagnostic>) {
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

    pub(super) fn drop_primary(&mut self, key: &Key, place: crate::source::Place, out: &mut Vec<Diagnostic>) {
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

    pub(super) fn drop_constraint(
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
            && matches!(
                constraint.kind,
                ConstraintKind::Primary(_) | ConstraintKind::Unique(_) | ConstraintKind::Exclude(_)
            )
        {
            let columns: Vec<Arc<str>> = constraint.kind.columns().iter().map(|name| name.key.clone()).collect();
            let mut rest = table.clone();
            rest.constraints.remove(found);
            let key_of_others = !matches!(constraint.kind, ConstraintKind::Exclude(_));
            if key_of_others && !self.drop_foreign_to(key, &columns, &rest, name, cascade, out) {
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
}

/// Whether the table has an index of the name, or may have one that the server made by itself.
pub(super) fn has_index(table: &super::table::Table, name: &Ident) -> bool {
    if table.index(&name.key).is_some() || &*name.key == "primary" && table.primary().is_some() {
        return true;
    }
    table.constraints.iter().any(|constraint| match &constraint.kind {
        // InnoDB makes an index for a foreign key and calls it after the constraint or the first column. It is among the
        // indexes where it is known.
        ConstraintKind::Foreign { columns, .. } => {
            let begins = |index: &super::table::Index| {
                let own = index.columns();
                own.is_some_and(|own| {
                    own.len() >= columns.len() && own.iter().zip(columns).all(|(a, b)| a.key == b.key)
                })
            };
            let known = table.indexes.iter().any(|index| begins(index));
            !known
                && (constraint.is(&name.key) || columns.first().is_some_and(|first| name.key.starts_with(&*first.key)))
        }
        ConstraintKind::Unique(_) => constraint.is(&name.key),
        ConstraintKind::Primary(_) | ConstraintKind::Check(_) | ConstraintKind::Exclude(_) => false,
    })
}
