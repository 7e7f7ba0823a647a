//! Things get another name or schema, and whatever speaks of them follows.

use std::sync::Arc;

use super::change::Kind;
use super::constraint::ConstraintKind;
use super::drop::space;
use super::name::{Ident, Path};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

impl Catalog {
    /// `ALTER … RENAME TO` and `SET SCHEMA`.
    pub(super) fn rename(&mut self, kind: Kind, path: &Path, to: &Path, if_exists: bool, out: &mut Vec<Diagnostic>) {
        let (key, entry) = match self.find(space(kind), path) {
            Found::Here { key, entry, .. } => (key, entry),
            Found::Missing(gone) => {
                let relation = space(kind) == Space::Relation;
                let ty = space(kind) == Space::Type && !self.state.foreign_types;
                if !if_exists && (relation || ty) {
                    let row = ty && !matches!(self.find(Space::Relation, path), Found::Missing(_));
                    if !row {
                        out.push(self.unknown(kind, path, gone.as_deref()));
                    }
                }
                self.doubt_name(&path.name);
                self.doubt_name(&to.name);
                return;
            }
            Found::Unsure => {
                self.doubt_name(&path.name);
                self.doubt_name(&to.name);
                return;
            }
        };
        match &entry.object {
            Object::Index { table } if to.schema.is_none() => {
                let table = table.clone();
                let now = Key { name: to.name.key.clone(), ..key.clone() };
                if let Some(other) = self.existing(&now) {
                    if self.sure(&now) && self.sure(&key) {
                        out.push(self.taken("index", to, &other));
                    }
                    return;
                }
                self.rename_index(&key, &table, &to.name);
            }
            Object::Type { .. } => {
                if let Some(now) = self.rename_key(&key, to, out) {
                    self.rename_type(&key, &now, to);
                }
            }
            Object::Table(_) | Object::View(_) | Object::Sequence { .. } => {
                self.rename_key(&key, to, out);
            }
            Object::Index { .. }
            | Object::Routine { .. }
            | Object::Trigger { .. }
            | Object::Policy { .. }
            | Object::Schema
            | Object::Extension { .. }
            | Object::Gone { .. }
            | Object::Unknown => {
                self.put_unknown(key);
                self.doubt_name(&to.name);
            }
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
}
