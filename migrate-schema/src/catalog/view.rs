//! Views, and what they read.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::NewView;
use super::details::ViewDetails;
use super::{Catalog, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// A view.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// It keeps its rows.
    pub materialized: bool,
    /// What it surely reads.
    pub uses: Vec<Use>,
    /// What it is made of.
    pub details: ViewDetails,
}

/// A table or view that a view reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Which one.
    pub key: Key,
    /// The columns it surely reads.
    pub columns: Vec<Arc<str>>,
}

impl Catalog {
    pub(super) fn create_view(&mut self, new: &NewView, out: &mut Vec<Diagnostic>) {
        let key = self.key_for(Space::Relation, &new.path, new.temporary);
        self.state.temporary |= new.temporary;
        let materialized = new.materialized;
        if let Some(entry) = self.existing(&key) {
            let is_view = matches!(&entry.object, Object::View(_));
            if !(new.or_replace && is_view) {
                if !new.if_not_exists && self.is_same(&key, &new.path) {
                    out.push(self.taken(if materialized { "materialized view" } else { "view" }, &new.path, &entry));
                    self.put_unknown(key);
                }
                return;
            }
        }
        let mut view = View { materialized, uses: Vec::new(), details: new.details.clone() };
        if let Some(query) = &new.query {
            // SQLite looks at a view when somebody reads it.
            if self.dialect != Dialect::Sqlite {
                self.check_scope(query, out);
            }
            self.uses(query, &mut view.uses);
        }
        for used in &view.uses {
            self.point(&key, &used.key);
        }
        self.put_object(key, &new.path.name, Object::View(view));
    }
}
