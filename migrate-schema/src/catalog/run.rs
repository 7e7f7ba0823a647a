//! Code that the server runs: functions, procedures, blocks. What it did nobody can see; what it may have done is unknown.

use std::collections::BTreeSet;
use std::sync::Arc;

use migrate_core::Dialect;

use super::change::{Body, Reach};
use super::dynamic::{self, HOLE, Texts, VARIABLE};
use super::mention::Scope;
use super::name::{Ident, Path, fold};
use super::{Catalog, Entry, Found, Key, Object, Space};

/// A statement that was prepared from a text.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    /// The text, if all of it is known.
    text: Option<Arc<str>>,
    /// What it may do.
    body: Arc<Body>,
}

/// What several functions of one name may do.
pub(super) fn merged(bodies: &[Arc<Body>]) -> Body {
    let mut all = Body::default();
    for body in bodies {
        all.add(body.reach.clone());
        all.strangers |= body.strangers;
        all.extensions.extend(body.extensions.iter().cloned());
        all.alters |= body.alters;
        all.makes |= body.makes;
        all.path |= body.path;
        all.alters_like.extend(body.alters_like.iter().cloned());
        all.makes_like.extend(body.makes_like.iter().cloned());
        all.calls.extend(body.calls.iter().cloned());
        all.routines.extend(body.routines.iter().cloned());
    }
    all
}

impl Catalog {
    /// A block runs.
    pub(super) fn run(&mut self, body: &Body) {
        self.run_below(body, &mut BTreeSet::new());
    }

    /// A function or procedure is called.
    pub(super) fn call(&mut self, name: &Arc<str>) {
        self.call_below(name, &mut BTreeSet::new());
        // A procedure of MySQL may set any variable of the session.
        if self.dialect.is_mysql_family() {
            self.state.variables = Arc::default();
        }
    }

    /// Whether writing what a statement writes may set off a trigger: of its tables, or of those that point to them and
    /// may follow.
    pub(super) fn may_fire(&self, scope: &Scope) -> bool {
        if self.state.triggers_unsure || scope.open {
            return true;
        }
        let mut tables: Vec<Key> = Vec::new();
        let mut scopes = vec![scope];
        let (mut writes, mut calls) = (false, false);
        while let Some(scope) = scopes.pop() {
            scopes.extend(&scope.children);
            writes |= scope.sources.iter().any(|source| source.target);
            calls |= scope.calls.iter().any(|name| self.may_act(name));
            for path in scope.sources.iter().filter_map(|source| source.path.as_ref()) {
                match self.find(Space::Relation, path) {
                    Found::Here { key, sure: true, .. } => tables.push(key),
                    _ if scope.ctes.contains(&path.name.key) => (),
                    _ => return true,
                }
            }
        }
        // What is only read sets nothing off; a function may write to anything.
        if !writes && !calls {
            return false;
        }
        let mut at = 0;
        while let Some(table) = tables.get(at).cloned() {
            for key in self.pointing_to(&table) {
                if key.space == Space::Trigger && self.existing(&key).is_some() {
                    return true;
                }
                if key.space == Space::Relation && !tables.contains(&key) {
                    tables.push(key);
                }
            }
            at += 1;
        }
        // A statement in which nobody sees a table may write anything.
        tables.is_empty() && writes
    }

    /// A variable gets a value.
    pub(crate) fn set_variable(&mut self, name: &Arc<str>, texts: &Texts) {
        let texts = dynamic::filled(texts, &self.state.variables);
        Arc::make_mut(&mut self.state.variables).insert(name.clone(), texts);
    }

    /// A variable gets a value that is known.
    pub(crate) fn set_known(&mut self, name: &Arc<str>, text: Arc<str>) {
        Arc::make_mut(&mut self.state.variables).insert(name.clone(), Some(vec![text]));
    }

    /// What a variable holds, by its name in small letters; none if it may be one of several texts.
    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        match &self.state.variables.get(name)?.as_ref()?[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// A statement is made from a text that is not known, to be run later.
    pub(super) fn prepare(&mut self, name: &Arc<str>, texts: &Texts) {
        let body = Arc::new(dynamic::of(&dynamic::filled(texts, &self.state.variables)));
        Arc::make_mut(&mut self.state.prepared).insert(name.clone(), Prepared { text: None, body });
    }

    /// The one text that these stand for, with what variables hold in it.
    pub(crate) fn filled(&self, texts: &Texts) -> Option<Arc<str>> {
        let texts = dynamic::filled(texts, &self.state.variables)?;
        let [only] = &texts[..] else { return None };
        (!only.contains([HOLE, VARIABLE])).then(|| only.clone())
    }

    /// A statement is made from a text that is known.
    pub(crate) fn prepare_known(&mut self, name: &Arc<str>, text: Arc<str>) {
        let body = Arc::new(dynamic::of(&Some(vec![text.clone()])));
        Arc::make_mut(&mut self.state.prepared).insert(name.clone(), Prepared { text: Some(text), body });
    }

    /// The text that was prepared under a name, if all of it is known.
    pub(crate) fn prepared_text(&self, name: &Arc<str>) -> Option<Arc<str>> {
        self.state.prepared.get(name)?.text.clone()
    }

    /// The code of the one procedure of a name, with its parameters, if it is kept.
    pub(crate) fn code_of(&self, name: &Arc<str>) -> Option<Arc<str>> {
        // Here the case of a name does not matter.
        let path = Path { schema: None, name: Ident::made(name, self.dialect, crate::source::Place::nowhere()) };
        let Found::Here { entry, .. } = self.find(Space::Routine, &path) else { return None };
        match &entry.object {
            Object::Routine { bodies, .. } if self.is_code_known(&entry) => match &bodies[..] {
                [body] => body.code.clone(),
                _ => None,
            },
            _ => None,
        }
    }

    /// What was prepared runs.
    pub(super) fn execute(&mut self, name: &Arc<str>) {
        match self.state.prepared.get(name).cloned() {
            Some(prepared) => self.run(&prepared.body),
            None => self.doubt(),
        }
    }

    fn run_below(&mut self, body: &Body, called: &mut BTreeSet<Arc<str>>) {
        match &body.reach {
            Reach::Nothing => (),
            Reach::Triggers => self.state.triggers_unsure = true,
            Reach::Words(text) => self.doubt_words(text),
            Reach::Everything => self.doubt(),
        }
        if body.alters {
            self.doubt_what_is_there();
        }
        if body.makes {
            self.doubt_what_is_not();
        }
        if !body.makes_like.is_empty() {
            let like = Arc::make_mut(&mut self.state.made_like);
            like.extend(body.makes_like.iter().cloned());
        }
        for pattern in &body.alters_like {
            let like: BTreeSet<Arc<str>> = self
                .entries
                .keys()
                .filter(|key| matches!(key.space, Space::Relation | Space::Type))
                .filter(|key| dynamic::is_like(&key.name.to_lowercase(), pattern))
                .map(|key| key.name.clone())
                .collect();
            let home = [self.home()];
            like.iter().for_each(|name| self.doubt_word(name, &home));
            self.state.triggers_unsure = true;
        }
        if body.path {
            self.leave_database();
            self.state.path_unsure = true;
            self.state.path_anything = true;
        }
        for name in &body.routines {
            self.doubt_routine(name);
        }
        if body.strangers {
            self.state.strangers = true;
            self.state.foreign_types = true;
        }
        for name in &body.extensions {
            self.doubt_extension(name);
        }
        for call in &body.calls {
            self.call_below(call, called);
        }
    }

    /// Whether a function of this name may write something, or change the schema.
    pub(super) fn may_act(&self, name: &Arc<str>) -> bool {
        !crate::sql::harmless::is_harmless(name) || self.of_name(Space::Routine, name).next().is_some()
    }

    fn call_below(&mut self, name: &Arc<str>, called: &mut BTreeSet<Arc<str>>) {
        if !called.insert(name.clone()) {
            return;
        }
        let found: Vec<Arc<Entry>> = self.of_name(Space::Routine, name).map(|(_, entry)| entry.clone()).collect();
        let known: Vec<&Arc<Entry>> =
            found.iter().filter(|entry| !matches!(entry.object, Object::Gone { .. })).collect();
        if known.is_empty() {
            // `INSERT INTO t (a)` looks like a call; what is neither is a function of an extension, or of somebody else.
            if self.may_act(name) && self.of_name(Space::Relation, name).next().is_none() {
                self.doubt();
            }
            return;
        }
        for entry in known {
            match &entry.object {
                Object::Routine { bodies, .. } if self.is_code_known(entry) => {
                    for body in bodies {
                        self.run_below(body, called);
                    }
                }
                _ => self.doubt(),
            }
        }
    }

    /// Nothing that could have happened to a function changed what it does.
    pub(super) fn is_code_known(&self, entry: &Entry) -> bool {
        let since = self.state.anything;
        if entry.epoch == u32::MAX { since == 0 } else { entry.epoch >= since }
    }

    /// Functions of this name do what nobody knows, if they are there.
    fn doubt_routine(&mut self, name: &Arc<str>) {
        let found: Vec<Key> = self.of_name(Space::Routine, name).map(|(key, _)| key.clone()).collect();
        for key in &found {
            self.put_unknown(key.clone());
        }
        let key = Key { space: Space::Routine, name: name.clone(), schema: self.home() };
        if !found.contains(&key) {
            self.guess(key);
        }
    }

    /// Anything may have happened to what has a name that occurs in the text.
    fn doubt_words(&mut self, text: &str) {
        let plain = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
        let quoted = text.split(['"', '`', '[', ']']);
        let mut words: BTreeSet<Arc<str>> = BTreeSet::new();
        for word in plain.chain(quoted).filter(|word| !word.is_empty() && word.len() <= 128) {
            let text: Arc<str> = word.into();
            words.insert(fold(&text, self.dialect));
            words.insert(word.to_lowercase().into());
        }
        self.state.triggers_unsure = true;
        // What is made may be made in a schema that is named there.
        let home = self.home();
        let made = self.of_space(Space::Schema).map(|(key, _)| &key.name);
        let schemas: BTreeSet<&Arc<str>> = self.entries.keys().map(|key| &key.schema).chain(made).collect();
        let named = words.iter().filter(|word| **word != home && schemas.contains(word)).cloned();
        let homes: Vec<Arc<str>> = std::iter::once(home.clone()).chain(named).collect();
        // Or in one that is made there, too: it is not empty then when it is first heard of.
        let is_new = |key: &Key| self.dialect == Dialect::Postgres && !self.entries.contains_key(key);
        let schema = |word: &Arc<str>| Key { space: Space::Schema, name: word.clone(), schema: "".into() };
        let made_there: Vec<Key> = words.iter().map(schema).filter(is_new).collect();
        made_there.into_iter().for_each(|key| self.guess(key));
        for word in words {
            self.doubt_word(&word, &homes);
        }
    }

    fn doubt_word(&mut self, word: &Arc<str>, homes: &[Arc<str>]) {
        for space in [Space::Relation, Space::Type] {
            let found: Vec<(Key, Arc<Entry>)> =
                self.of_name(space, word).map(|(key, entry)| (key.clone(), entry.clone())).collect();
            for (key, entry) in &found {
                match &entry.object {
                    // What depends on a table may go with it, and an index of it may be what is meant.
                    Object::Table(_) | Object::View(_) => {
                        self.fail(key);
                        for other in self.pointing_to(key) {
                            self.fail(&other);
                        }
                    }
                    Object::Index { table } => {
                        let table = table.clone();
                        self.fail(&table);
                    }
                    _ => (),
                }
                self.put_unknown(key.clone());
            }
            for home in homes {
                let key = Key { space, name: word.clone(), schema: home.clone() };
                if !found.iter().any(|(known, _)| *known == key) {
                    self.guess(key);
                }
            }
        }
    }

    /// There may be something of this name from now on.
    fn guess(&mut self, key: Key) {
        let place = crate::source::Place::nowhere();
        let name = Ident { text: key.name.clone(), key: key.name.clone(), place, double_quoted: false };
        self.make_unknown(key, &name);
    }
}
