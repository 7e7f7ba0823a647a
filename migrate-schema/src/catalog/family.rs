//! Partitions and children join their parents and leave them.

use std::sync::Arc;

use super::change::Kind;
use super::name::Path;
use super::{Catalog, Found, Key, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    /// The other table; both are not sure from then on: what the one has the other gets.
    fn join(&mut self, key: &Key, other: &Path, out: &mut Vec<Diagnostic>) -> Option<Key> {
        self.fail(key);
        if let Some(table) = self.table_mut(key) {
            table.family = true;
        }
        match self.find(Space::Relation, other) {
            Found::Here { key: other, .. } => {
                self.point(&other, key);
                self.point(key, &other);
                self.fail(&other);
                if let Some(table) = self.table_mut(&other) {
                    table.family = true;
                }
                Some(other)
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, other, gone.as_deref()));
                None
            }
            Found::Unsure => None,
        }
    }

    pub(super) fn attach(&mut self, key: &Key, child: &Path, bound: &Arc<str>, out: &mut Vec<Diagnostic>) {
        let Some(child) = self.join(key, child, out) else { return };
        if let Some(table) = self.table_mut(&child) {
            table.parents = vec![key.clone()];
            table.bound = Some(bound.clone());
        }
    }

    pub(super) fn detach(&mut self, key: &Key, child: &Path, out: &mut Vec<Diagnostic>) {
        let Some(child) = self.join(key, child, out) else { return };
        if let Some(table) = self.table_mut(&child) {
            table.parents.clear();
            table.bound = None;
        }
    }

    /// `INHERIT` (`joins`) and `NO INHERIT`.
    pub(super) fn inherit(&mut self, key: &Key, parent: &Path, joins: bool, out: &mut Vec<Diagnostic>) {
        let Some(parent) = self.join(key, parent, out) else { return };
        if let Some(table) = self.table_mut(key) {
            table.parents.retain(|other| *other != parent);
            if joins {
                table.parents.push(parent);
            }
        }
    }
}
