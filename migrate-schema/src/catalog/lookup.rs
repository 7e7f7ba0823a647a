//! Names are looked up as the server would.

use std::sync::Arc;

use migrate_core::Dialect;

use super::name::Path;
use super::{Catalog, Entry, Key, Object, Space, TEMPORARY, dynamic};

/// What a look-up finds.
pub(crate) enum Found {
    /// It is there. `sure`: and everything about it is known.
    Here { key: Key, entry: Arc<Entry>, sure: bool },
    /// Nobody can say.
    Unsure,
    /// It is not there; the entry says where it went.
    Missing(Option<Arc<Entry>>),
}

impl Catalog {
    /// Whether the schema is one whose objects all come from these files.
    pub(super) fn is_ours(&self, schema: &str) -> bool {
        let first = match self.dialect {
            Dialect::Postgres => schema == "public",
            Dialect::MySql | Dialect::MariaDb => schema.is_empty(),
            Dialect::Sqlite => schema == "main",
        };
        schema == TEMPORARY || first || {
            let key = Key { space: Space::Schema, name: schema.into(), schema: "".into() };
            self.entries.get(&key).is_some_and(|entry| matches!(entry.object, Object::Schema))
        }
    }

    /// Where names without a schema are made.
    pub(super) fn home(&self) -> Arc<str> {
        self.state.path.first().cloned().unwrap_or_default()
    }

    /// Whether a name without a schema means this.
    pub(crate) fn is_home(&self, key: &Key) -> bool {
        !self.state.path_unsure && key.schema == self.home()
    }

    /// All entries of a name, in whatever schema.
    pub(crate) fn of_name<'a>(
        &'a self,
        space: Space,
        name: &'a Arc<str>,
    ) -> impl Iterator<Item = (&'a Key, &'a Arc<Entry>)> + 'a {
        let first = Key { space, name: name.clone(), schema: "".into() };
        self.entries.range(first..).take_while(move |(key, _)| key.space == space && key.name == *name)
    }

    /// The schema a path is written with.
    pub(super) fn schema_of(&self, path: &Path) -> Option<Arc<str>> {
        let schema = path.schema.as_ref()?;
        Some(match self.dialect {
            Dialect::Postgres if schema.key.starts_with("pg_temp") => TEMPORARY.into(),
            Dialect::Sqlite if &*schema.key == "temp" => TEMPORARY.into(),
            Dialect::Postgres | Dialect::Sqlite | Dialect::MySql | Dialect::MariaDb => schema.key.clone(),
        })
    }

    /// The key under which something new of this name is put.
    pub(super) fn key_for(&self, space: Space, path: &Path, temporary: bool) -> Key {
        let schema = match self.schema_of(path) {
            _ if temporary => TEMPORARY.into(),
            Some(schema) => schema,
            None => self.home(),
        };
        Key { space, name: path.name.key.clone(), schema }
    }

    /// Looks a name up as the server would.
    pub(crate) fn find(&self, space: Space, path: &Path) -> Found {
        let name = &path.name.key;
        let explicit = self.schema_of(path);
        if explicit.is_none() && self.state.path_unsure {
            return self.find_anywhere(space, path);
        }
        let mut gone = None;
        let temporary = [TEMPORARY.into()];
        let schemas: Vec<&Arc<str>> = match &explicit {
            Some(schema) => vec![schema],
            None if self.state.temporary => temporary.iter().chain(&self.state.path).collect(),
            None => self.state.path.iter().collect(),
        };
        for schema in &schemas {
            let key = Key { space, name: name.clone(), schema: (*schema).clone() };
            let Some(entry) = self.entries.get(&key) else { continue };
            match &entry.object {
                Object::Unknown => return Found::Unsure,
                Object::Gone { .. } => gone = gone.or(Some(entry.clone())),
                _ => {
                    let sure = self.is_fresh(entry) && self.same_spelling(entry, path);
                    return Found::Here { key, entry: entry.clone(), sure };
                }
            }
        }
        // A role or a URL may set another order of schemas; then the name may be found there.
        let set = explicit.is_some() || self.state.path_set && self.dialect == Dialect::Postgres;
        let elsewhere = self
            .of_name(space, name)
            .any(|(key, entry)| !matches!(entry.object, Object::Gone { .. }) && !schemas.contains(&&key.schema));
        // What was made while that was not clear may be in this schema.
        let several = self.state.path_anything || self.state.path_firsts.len() > 1;
        let adrift = several && self.of_name(space, name).any(|(_, entry)| entry.epoch == u32::MAX);
        let elsewhere = elsewhere || adrift;
        let set = set && !adrift;
        let ours = !schemas.is_empty() && schemas.iter().all(|schema| self.is_ours(schema));
        if elsewhere && !set || !ours {
            return Found::Unsure;
        }
        self.missing(space, name, gone)
    }

    /// Looks a name up of which nobody knows in which schemas the server looks. Where there is one thing of this name
    /// alone, it is meant or there is a mistake.
    fn find_anywhere(&self, space: Space, path: &Path) -> Found {
        let name = &path.name.key;
        let (mut here, mut gone) = (Vec::new(), None);
        for (key, entry) in self.of_name(space, name) {
            match &entry.object {
                Object::Unknown => return Found::Unsure,
                Object::Gone { .. } => gone = gone.or(Some(entry.clone())),
                _ => here.push((key, entry)),
            }
        }
        let known = !self.state.path_anything && self.state.path_firsts.iter().all(|schema| self.is_ours(schema));
        match &here[..] {
            [(key, entry)] => {
                let there = self.state.used.as_ref().is_some_and(|used| *used == key.schema);
                let sure = (known || there) && self.is_fresh(entry) && self.same_spelling(entry, path);
                Found::Here { key: (*key).clone(), entry: (*entry).clone(), sure }
            }
            [] if known => self.missing(space, name, gone),
            [(first, entry), ..] => {
                let at_home = here.iter().find(|(key, _)| self.state.path.contains(&key.schema));
                let (key, entry) = at_home.copied().unwrap_or((first, entry));
                Found::Here { key: key.clone(), entry: entry.clone(), sure: false }
            }
            [] => Found::Unsure,
        }
    }

    /// Nothing of this name is in sight.
    fn missing(&self, space: Space, name: &Arc<str>, gone: Option<Arc<Entry>>) -> Found {
        let made = || {
            let lower = name.to_lowercase();
            self.state.made_like.iter().any(|pattern| dynamic::is_like(&lower, pattern))
        };
        if self.is_server_name(space, name) || !self.state.made_like.is_empty() && made() {
            return Found::Unsure;
        }
        let gone_now = gone.as_ref().is_some_and(|entry| entry.epoch != u32::MAX && entry.epoch >= self.state.made);
        let certain = gone_now || self.state.made == 0 && !(self.state.strangers && space != Space::Trigger);
        if certain { Found::Missing(gone) } else { Found::Unsure }
    }

    /// MySQL may or may not tell `Users` from `users`.
    pub(super) fn same_spelling(&self, entry: &Entry, path: &Path) -> bool {
        !self.dialect.is_mysql_family() || entry.name == path.name.text
    }

    /// Names that a server has of itself, or that tools put beside the tables of the set.
    pub(super) fn is_server_name(&self, space: Space, name: &Arc<str>) -> bool {
        let server = match self.dialect {
            Dialect::Postgres => name.starts_with("pg_"),
            Dialect::Sqlite => {
                name.starts_with("sqlite_")
                    || name.starts_with("pragma_")
                    || &**name == "dbstat"
                    || name.starts_with("json_")
            }
            Dialect::MySql | Dialect::MariaDb => &**name == "dual",
        };
        server || space == Space::Relation && self.strangers.contains(&name.to_lowercase() as &str)
    }
}
