//! `COMMENT ON`.

use std::sync::Arc;

use super::change::{Commented, Kind, PartKind};
use super::drop::space;
use super::said::{NAME, shown};
use super::{Catalog, Found, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// What the server says about the schema `public`.
const STANDARD: &str = "standard public schema";

impl Catalog {
    pub(super) fn comment(&mut self, on: &Commented, text: Option<&Arc<str>>, out: &mut Vec<Diagnostic>) {
        let known = out.len();
        match on {
            Commented::Object { kind, path } => {
                let relation =
                    matches!(kind, Kind::Table | Kind::View | Kind::MaterializedView | Kind::Index | Kind::Sequence);
                if relation {
                    self.needs(*kind, path, None, false, out);
                }
                if out.len() > known {
                    return;
                }
                let key = match kind {
                    Kind::Schema | Kind::Extension => {
                        Some(Key { space: space(*kind), name: path.name.key.clone(), schema: "".into() })
                    }
                    _ => match self.find(space(*kind), path) {
                        Found::Here { key, .. } => Some(key),
                        Found::Missing(_) | Found::Unsure => None,
                    },
                };
                if let Some(key) = key.as_ref().filter(|_| *kind == Kind::Schema && &*path.name.key == "public") {
                    // Nobody has made it, and the server says something about it from the beginning.
                    let own = text.filter(|text| &***text != STANDARD);
                    self.say_standing_comment(key, &path.name, own, STANDARD);
                    return;
                }
                let Some(key) = key.filter(|key| self.existing(key).is_some()) else { return };
                if matches!(self.entries.get(&key).map(|entry| &entry.object), Some(Object::Index { .. })) {
                    self.index_options(&key, |_, comment| *comment = text.cloned());
                }
                self.set_comment(&key, text.cloned());
            }
            Commented::Other(name) => {
                let key = self.other_key(name).0;
                if self.existing(&key).is_some() {
                    self.set_comment(&key, text.cloned());
                }
            }
            Commented::Check { domain, name } => {
                let Found::Here { key, .. } = self.find(Space::Type, domain) else { return };
                let on = format!("CONSTRAINT {} ON DOMAIN {NAME}", shown(&name.text));
                self.say_comment(&key, &format!("comment on constraint {}", name.key), name, text, &on);
            }
            Commented::Column { path, column } => {
                let on = format!("COLUMN {NAME}.{}", shown(&column.text));
                let what = format!("comment on column {}", column.key);
                if let (Found::Missing(_), Found::Here { key, .. }) =
                    (self.find(Space::Relation, path), self.find(Space::Type, path))
                {
                    self.say_comment(&key, &what, column, text, &on);
                    return;
                }
                self.needs(Kind::Table, path, Some(column), false, out);
                if out.len() > known {
                    return;
                }
                let Found::Here { key, entry, .. } = self.find(Space::Relation, path) else { return };
                match &entry.object {
                    Object::Table(_) => {
                        self.column_mut(&key, column, |column| column.details.comment = text.cloned());
                    }
                    Object::View(_) => self.say_comment(&key, &what, column, text, &on),
                    _ => (),
                }
            }
            Commented::Part { part, table, name } => {
                let Found::Here { key: table, .. } = self.find(Space::Relation, table) else { return };
                let key = match part {
                    PartKind::Constraint => {
                        if let Some((known, shown)) = self.sure_parts(&table)
                            && known.constraint(&name.key).is_none()
                            && !name.key.ends_with("_not_null")
                        {
                            out.push(super::problem::unknown_constraint(name, known, &shown));
                            return;
                        }
                        let Some(table) = self.table_mut(&table) else { return };
                        for constraint in table.constraints.iter_mut().filter(|own| own.is(&name.key)) {
                            constraint.details.comment = text.cloned();
                        }
                        return;
                    }
                    PartKind::Trigger => {
                        let path = super::name::Path { schema: None, name: name.clone() };
                        self.trigger_key(&path, &table)
                    }
                    PartKind::Policy => self.policy_key(&name.key, &table),
                };
                if self.existing(&key).is_some() {
                    self.set_comment(&key, text.cloned());
                }
            }
            Commented::Routine { path, arguments } => self.comment_routine(path, arguments.as_ref(), text),
        }
    }
}
