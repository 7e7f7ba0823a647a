//! Where names without a schema are looked up and made: `search_path`, `USE`.

use std::sync::Arc;

use super::change::Change;
use super::name::{Ident, Path};
use super::{Catalog, Entry, Found, Key, Object, Space};

impl Catalog {
    /// The schemas that names without one may have meant, beside the usual one.
    pub(crate) fn homes(&self) -> &[Arc<str>] {
        &self.state.path_firsts[1..]
    }

    /// Another session begins where the URL says, which may be this database under no name: what was made there is not sure
    /// any more.
    pub(super) fn leave_database(&mut self) {
        let Some(database) = self.state.used.take() else { return };
        let made: Vec<(Key, Arc<Entry>)> = self
            .entries
            .iter()
            .filter(|(key, _)| key.schema == database)
            .map(|(key, entry)| (key.clone(), entry.clone()))
            .collect();
        for (key, entry) in made {
            self.put(key, Some(Arc::new(Entry { epoch: u32::MAX, ..(*entry).clone() })));
        }
    }

    pub(super) fn set_path(&mut self, path: &[Ident]) {
        self.leave_database();
        let known: Vec<Arc<str>> = path
            .iter()
            .filter(|schema| &*schema.key != "$user" && !schema.key.starts_with("pg_"))
            .map(|schema| schema.key.clone())
            .collect();
        for schema in &known {
            if !self.state.path_firsts.contains(schema) {
                self.state.path_firsts.push(schema.clone());
            }
        }
        self.state.path = known;
        self.state.path_set = true;
        // `USE` speaks of the server's databases, and the one of the URL may be among them.
        let foreign = self.dialect.is_mysql_family() && !self.state.path.iter().all(|schema| self.is_ours(schema));
        self.state.path_unsure = foreign;
        self.state.path_anything |= foreign;
        self.state.used = self.state.path.first().filter(|_| foreign).cloned();
    }

    /// Before a change is made while the order of schemas is not sure: whether what it makes may go elsewhere, and what
    /// it may be about, where several things have the name.
    pub(super) fn orient(&mut self, change: &Change) {
        self.adrift = false;
        if !self.state.path_unsure {
            return;
        }
        let Some((paths, new)) = subject(change) else { return };
        if new && self.state.used.is_some() {
            return;
        }
        for path in paths.into_iter().filter(|path| path.schema.is_none()) {
            if new {
                let home = self.home();
                self.adrift = self.state.path_anything || self.state.path_firsts.iter().any(|first| *first != home);
                continue;
            }
            self.adrift |= !matches!(self.find(Space::Relation, path), Found::Here { sure: true, .. });
            for space in [Space::Relation, Space::Type] {
                let here: Vec<Key> = self
                    .of_name(space, &path.name.key)
                    .filter(|(_, entry)| !matches!(entry.object, Object::Gone { .. } | Object::Unknown))
                    .map(|(key, _)| key.clone())
                    .collect();
                if here.len() > 1 {
                    here.iter().for_each(|key| self.fail(key));
                }
            }
        }
    }
}

/// What a change is about, and whether it makes it.
fn subject(change: &Change) -> Option<(Vec<&Path>, bool)> {
    let (path, new) = match change {
        Change::CreateTable(new) => (&new.path, true),
        Change::CreateView(new) => (&new.path, true),
        Change::CreateType(new) => (&new.path, true),
        Change::CreateSequence { path, .. } | Change::CreateRoutine { path, .. } => (path, true),
        Change::AlterTable(alter) => (&alter.path, false),
        Change::CreateIndex(new) => (&new.table, false),
        Change::CreateTrigger(new) => (&new.table, false),
        Change::CreatePolicy { table, .. } | Change::AlterPolicy { table, .. } | Change::DropPolicy { table, .. } => {
            (table, false)
        }
        Change::Drop { paths, .. } => return Some((paths.iter().collect(), false)),
        Change::Rename { path, .. }
        | Change::Move { path, .. }
        | Change::SetOptions { path, .. }
        | Change::RenameViewColumn { path, .. }
        | Change::AlterType { path, .. }
        | Change::AddValue { path, .. }
        | Change::RenameValue { path, .. } => (path, false),
        _ => return None,
    };
    Some((vec![path], new))
}
