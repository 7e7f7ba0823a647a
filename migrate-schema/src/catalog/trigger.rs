//! Triggers.

use std::sync::Arc;

use migrate_core::Dialect;

use super::change::Kind;
use super::details::Definition;
use super::name::{Ident, Path};
use super::{Catalog, Entry, Found, Key, Object, Space, TEMPORARY, rewrite};
use crate::diagnostic::Diagnostic;

/// Functions for triggers that every server of PostgreSQL has.
const SERVER_TRIGGERS: &[&str] = &[
    "suppress_redundant_updates_trigger",
    "tsvector_update_trigger",
    "tsvector_update_trigger_column",
    "unique_key_recheck",
];

impl Catalog {
    /// The condition of a trigger speaks of the rows that it has.
    fn check_when(
        &self,
        key: &Key,
        new: &super::change::NewTrigger,
        when: &super::change::Expr,
        out: &mut Vec<Diagnostic>,
    ) {
        let Some(scope) = &when.scope else { return };
        let place = crate::source::Place::nowhere();
        let ident = |name: &str| Ident { text: name.into(), key: name.into(), double_quoted: true, place };
        let path = Path { schema: Some(ident(&key.schema)), name: ident(&key.name) };
        let mut whole = (**scope).clone();
        for row in ["new", "old"] {
            whole.sources.push(super::mention::From::table(Some(path.clone()), Some(ident(row))));
        }
        let values: Vec<_> = whole.values.items.iter().flatten().cloned().collect();
        whole.values.conditions.extend(values.into_iter().map(|value| ("WHEN", value)));
        let _ = new;
        let known = out.len();
        self.check_scope(&whole, out);
        out.truncate(known + 1);
    }

    /// The key of a trigger.
    pub(super) fn trigger_key(&self, path: &Path, table: &Key) -> Key {
        let schema = match self.dialect {
            Dialect::Postgres => format!("{}\u{0}{}", table.schema, table.name).into(),
            Dialect::Sqlite if path.schema.as_ref().is_some_and(|schema| &*schema.key == "temp") => TEMPORARY.into(),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => table.schema.clone(),
        };
        Key { space: Space::Trigger, name: path.name.key.clone(), schema }
    }

    pub(super) fn create_trigger(&mut self, new: &super::change::NewTrigger, out: &mut Vec<Diagnostic>) {
        let (path, table) = (&new.path, &new.table);
        let known_problems = out.len();
        let key = match self.find(Space::Relation, table) {
            Found::Here { key, entry, sure } => {
                if sure && let Some(message) = self.misplaced(new, &entry) {
                    out.push(
                        Diagnostic::error(&crate::diagnostic::semantic::NOT_ALLOWED, message)
                            .at(table.name.place, "")
                            .label(entry.place, format!("`{}` is made here", entry.name)),
                    );
                    return;
                }
                if let Object::Table(known) = &entry.object
                    && sure
                    && !known.open
                    && self.dialect == Dialect::Postgres
                {
                    for name in new.columns.iter().filter(|name| known.column(&name.key).is_none()) {
                        out.push(self.unknown_column(name, &key, known));
                    }
                }
                if let Object::Table(known) = &entry.object
                    && sure
                    && !known.open
                    && let Some(name) = new.row.iter().find(|name| {
                        known.column(&name.key).is_none()
                            && !super::resolve::is_system_column(self.dialect, &name.key)
                            && !super::resolve::is_kept_column(self.dialect, &name.key)
                    })
                {
                    out.push(self.unknown_column(name, &key, known));
                }
                if let Some(when) = new.when.as_ref().filter(|_| out.len() == known_problems) {
                    self.check_when(&key, new, when, out);
                }
                if let Some(function) =
                    new.function.as_ref().filter(|function| !SERVER_TRIGGERS.contains(&&*function.name.key))
                {
                    self.check_routine(Kind::Function, function, out);
                }
                key
            }
            Found::Missing(gone) => {
                out.push(self.unknown(Kind::Table, table, gone.as_deref()));
                let key = self.key_for(Space::Relation, table, false);
                self.make_unknown(key, &table.name);
                return;
            }
            Found::Unsure => return,
        };
        let trigger = self.trigger_key(path, &key);
        if let Some(entry) = self.existing(&trigger)
            && !new.or_replace
        {
            if !new.if_not_exists && self.sure(&trigger) && !self.state.triggers_unsure {
                out.push(self.taken("trigger", path, &entry));
            }
            return;
        }
        if self.dialect.is_mysql_family() && self.existing(&trigger).is_some() {
            // It makes room, and comes behind the others.
            self.put_gone(trigger.clone(), path.name.place, None);
        }
        let order = self.order_of_trigger(&key, new);
        self.made(&*trigger.schema == TEMPORARY);
        self.point(&trigger, &key);
        // What is said about the one before stays.
        let comment = self.existing(&trigger).and_then(|entry| entry.comment.clone());
        self.put_entry(
            trigger,
            &path.name,
            Object::Trigger {
                table: key,
                columns: new.columns.clone(),
                definition: new.definition.clone(),
                state: None,
                event: new.event.clone(),
                order,
                fired: new.fired.clone(),
            },
            comment,
        );
    }

    /// Tables and views have triggers of different kinds.
    fn misplaced(&self, new: &super::change::NewTrigger, entry: &Entry) -> Option<String> {
        let instead = new.event.to_lowercase().starts_with("instead");
        match (&entry.object, self.dialect) {
            (Object::View(_), Dialect::MySql | Dialect::MariaDb) => {
                Some(format!("a trigger on `{}`, which is a view: only tables have triggers", entry.name))
            }
            (Object::View(_), Dialect::Sqlite) if !instead => {
                Some(format!("a view like `{}` has only `INSTEAD OF` triggers", entry.name))
            }
            (Object::Table(table), Dialect::Sqlite) if table.options.contains_key("virtual") => {
                Some(format!("a trigger on `{}`, which is a virtual table", entry.name))
            }
            (Object::Table(_), Dialect::Sqlite) if instead => {
                Some(format!("only views have `INSTEAD OF` triggers, and `{}` is a table", entry.name))
            }
            _ => None,
        }
    }

    /// The triggers of a table that run for one event, in their order.
    pub(crate) fn triggers_of(&self, on: &Key, of: &str) -> Vec<Key> {
        let mut found: Vec<(usize, Key)> = self
            .pointing_to(on)
            .into_iter()
            .filter_map(|key| match self.existing(&key).as_deref().map(|entry| &entry.object) {
                Some(Object::Trigger { table, event, order, .. }) if table == on && **event == *of => {
                    Some((*order, key))
                }
                _ => None,
            })
            .collect();
        found.sort();
        found.into_iter().map(|(_, key)| key).collect()
    }

    /// The place of a new trigger, for which others make room.
    fn order_of_trigger(&mut self, table: &Key, new: &super::change::NewTrigger) -> usize {
        let others = self.triggers_of(table, &new.event);
        let beside = new.beside.as_ref().and_then(|(name, before)| {
            let at = others.iter().position(|key| key.name == name.key)?;
            Some(if *before { at } else { at + 1 })
        });
        let at = beside.unwrap_or(others.len());
        for (now, key) in others.iter().enumerate() {
            let place = if now < at { now } else { now + 1 };
            self.object_mut(key, |object| {
                if let Object::Trigger { order, .. } = object {
                    *order = place;
                }
            });
        }
        at
    }

    /// Nothing is known any more of the triggers of this name.
    fn forget_triggers(&mut self, name: &Ident) {
        let named = |key: &&Key| key.space == Space::Trigger && key.name == name.key;
        let keys: Vec<Key> = self.entries.keys().filter(named).cloned().collect();
        keys.into_iter().for_each(|key| self.put_unknown(key));
    }

    pub(super) fn drop_trigger(
        &mut self,
        path: &Path,
        table: Option<&Path>,
        if_exists: bool,
        out: &mut Vec<Diagnostic>,
    ) {
        let key = match table {
            Some(table) => match self.find(Space::Relation, table) {
                Found::Here { key, entry, sure } if sure && !matches!(entry.object, Object::Unknown) => {
                    let own = self.trigger_key(path, &key);
                    // It may have one from its parent.
                    let family = matches!(&entry.object, Object::Table(table) if table.family);
                    if family && self.existing(&own).is_none() {
                        return;
                    }
                    own
                }
                Found::Missing(gone) if !if_exists => {
                    out.push(self.unknown(Kind::Table, table, gone.as_deref()));
                    return;
                }
                // Whose trigger it was is not clear, and it must not stand in the way of anything.
                Found::Here { .. } | Found::Missing(_) | Found::Unsure => return self.forget_triggers(&path.name),
            },
            None => {
                let home = self.schema_of(path).unwrap_or_else(|| self.home());
                Key { space: Space::Trigger, name: path.name.key.clone(), schema: home }
            }
        };
        if self.existing(&key).is_some() {
            self.put_gone(key, path.name.place, None);
        } else if self.state.triggers_unsure {
            // Code may have made it.
        } else if !if_exists && !self.entries.contains_key(&key) && self.is_sure() && !self.state.path_unsure {
            let temporary = Key { schema: TEMPORARY.into(), ..key.clone() };
            if !self.entries.contains_key(&temporary) && self.is_ours_key(&key) {
                let unknown = self.unknown(Kind::Trigger, path, None);
                let elsewhere =
                    self.of_name(Space::Trigger, &path.name.key).find_map(|(_, entry)| match &entry.object {
                        Object::Trigger { table, .. } if self.dialect == Dialect::Postgres => {
                            Some((entry.place, table))
                        }
                        _ => None,
                    });
                out.push(match elsewhere {
                    Some((place, table)) => Diagnostic { help: Vec::new(), ..unknown }
                        .label(place, format!("it is one of `{}`", table.name))
                        .help(format!("write `DROP TRIGGER {} ON {}`", path.name.text, table.name)),
                    None => unknown,
                });
            }
        } else if !if_exists
            && let Some(entry) = self.entries.get(&key).cloned()
            && matches!(entry.object, Object::Gone { .. })
            && self.is_fresh(&entry)
        {
            out.push(self.unknown(Kind::Trigger, path, Some(&entry)));
        }
    }

    /// `ALTER TRIGGER … RENAME TO`.
    pub(super) fn rename_trigger(&mut self, path: &Path, table: &Path, to: &Ident) {
        let Found::Here { key: table, .. } = self.find(Space::Relation, table) else {
            self.state.triggers_unsure = true;
            return;
        };
        let key = self.trigger_key(path, &table);
        let Some(entry) = self.existing(&key) else { return };
        let now = Key { name: to.key.clone(), ..key.clone() };
        let dialect = self.dialect;
        let mut moved = Entry { name: to.text.clone(), ..(*entry).clone() };
        if let Object::Trigger { definition, .. } = &mut moved.object {
            *definition =
                renamed(definition, dialect, |own, _| (own.key == path.name.key).then(|| rewrite::shown(to, dialect)));
        }
        self.put_gone(key, to.place, Some(to.text.to_string()));
        self.point(&now, &table);
        self.put(now, Some(Arc::new(moved)));
    }

    /// `ENABLE TRIGGER` and the like; none is all of the table.
    pub(super) fn set_trigger(&mut self, table: &Key, name: Option<&Ident>, state: Option<&Arc<str>>) {
        let triggers: Vec<Key> = self
            .pointing_to(table)
            .into_iter()
            .filter(|key| key.space == Space::Trigger && name.is_none_or(|name| name.key == key.name))
            .collect();
        if let (true, Some(name)) = (triggers.is_empty(), name) {
            self.say_trigger(table, name, state);
        }
        if name.is_none() {
            for name in self.row_triggers_above(table) {
                self.say_trigger(table, &name, state);
            }
        }
        for key in triggers {
            self.object_mut(&key, |object| {
                if let Object::Trigger { state: own, .. } = object {
                    *own = state.cloned();
                }
            });
        }
    }
}

impl Catalog {
    /// The triggers that a partition has from the tables that it is a part of.
    fn row_triggers_above(&self, table: &Key) -> Vec<Ident> {
        let mut found = Vec::new();
        let mut above = self.parent_of_part(table);
        while let Some(parent) = above {
            for key in self.pointing_to(&parent) {
                if let Some(entry) = self.existing(&key)
                    && let Object::Trigger { definition, table, .. } = &entry.object
                    && *table == parent
                    && definition.meaning.to_ascii_lowercase().contains("for each row")
                {
                    found.push(Ident {
                        text: entry.name.clone(),
                        key: key.name.clone(),
                        place: entry.place,
                        double_quoted: false,
                    });
                }
            }
            above = self.parent_of_part(&parent);
        }
        found
    }

    fn parent_of_part(&self, table: &Key) -> Option<Key> {
        match self.object(table)? {
            Object::Table(table) if table.bound.is_some() => table.parents.first().cloned(),
            _ => None,
        }
    }
}

/// A definition in whose head, up to the table, names are replaced: `new` gets each name, and whether it is the table's.
pub(super) fn renamed(
    definition: &Arc<Definition>,
    dialect: Dialect,
    new: impl Fn(&Ident, bool) -> Option<String>,
) -> Arc<Definition> {
    let change = |text: &Arc<str>| {
        let found = rewrite::replace(text, dialect, |tokens, at, name| {
            let is = |at: Option<usize>, word: &str| {
                at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(text, word))
            };
            let on = tokens.iter().position(|token| token.is(text, "on"))?;
            let dot = tokens.get(on + 2).is_some_and(|token| token.kind == crate::sql::Kind::Dot);
            // `ON table`, `ON schema.table`: the whole path gives way to the new one.
            match at {
                _ if is(at.checked_sub(1), "trigger") || is(at.checked_sub(1), "policy") => new(name, false),
                _ if at == on + 1 && !dot || at == on + 3 && dot => new(name, true),
                _ => None,
            }
        });
        found.unwrap_or_else(|| text.clone())
    };
    Arc::new(Definition { text: change(&definition.text), meaning: change(&definition.meaning), parts: None })
}

/// A column of the table is called otherwise: behind `UPDATE OF`, in `WHEN`, in the expressions of a policy.
pub(super) fn rename_column(definition: &Arc<Definition>, from: &Ident, to: &Ident) -> Arc<Definition> {
    let rows: [Arc<str>; 2] = ["new".into(), "old".into()];
    let change = |text: &Arc<str>| {
        // What is called comes last and is no column.
        let end = text.to_ascii_lowercase().rfind(" execute ").unwrap_or(text.len());
        let names: Vec<&Arc<str>> = rows.iter().collect();
        match rewrite::rename_column(&text[..end], from, to, &names, Dialect::Postgres) {
            Some(new) => format!("{new}{}", &text[end..]).into(),
            None => text.clone(),
        }
    };
    Arc::new(Definition { text: change(&definition.text), meaning: change(&definition.meaning), parts: None })
}
