//! Extensions of PostgreSQL.

use super::details::{Options, Settings, set};
use super::name::{Ident, Path};
use super::{Catalog, Key, Object, Space};
use crate::diagnostic::Diagnostic;

/// Extensions of PostgreSQL that bring no tables, with the types they bring.
const EXTENSIONS: &[(&str, &[&str])] = &[
    ("uuid-ossp", &[]),
    ("pgcrypto", &[]),
    ("citext", &["citext"]),
    ("hstore", &["hstore"]),
    ("pg_trgm", &["gtrgm"]),
    ("btree_gist", &[]),
    ("btree_gin", &[]),
    ("unaccent", &[]),
    ("fuzzystrmatch", &[]),
    ("ltree", &["ltree", "lquery", "ltxtquery"]),
    ("intarray", &["query_int"]),
    ("plpgsql", &[]),
    ("tablefunc", &["tablefunc_crosstab_2", "tablefunc_crosstab_3", "tablefunc_crosstab_4"]),
    ("vector", &["vector", "halfvec", "sparsevec"]),
];

/// Whether a well-known extension brings a type of this name.
pub(super) fn brings(name: &str) -> bool {
    EXTENSIONS.iter().any(|(_, types)| types.contains(&name))
}

impl Catalog {
    pub(super) fn create_extension(
        &mut self,
        name: &Ident,
        if_not_exists: bool,
        options: &Options,
        out: &mut Vec<Diagnostic>,
    ) {
        let key = Key { space: Space::Extension, name: name.key.clone(), schema: "".into() };
        if let Some(entry) = self.existing(&key) {
            if !if_not_exists && self.sure(&key) {
                let path = Path { schema: None, name: name.clone() };
                out.push(self.taken("extension", &path, &entry));
            }
            return;
        }
        // It is in each database from the start; to make it again says nothing.
        if &*name.key == "plpgsql" && if_not_exists {
            return;
        }
        match EXTENSIONS.iter().find(|(known, _)| *known == &*name.key) {
            // The types that these bring are known by name.
            Some(_) => (),
            None => {
                self.state.foreign_types = true;
                self.state.strangers = true;
            }
        }
        self.put_object(key, name, Object::Extension { options: options.clone() });
    }

    /// `ALTER EXTENSION`.
    pub(super) fn alter_extension(&mut self, name: &Ident, settings: &Settings) {
        let key = Key { space: Space::Extension, name: name.key.clone(), schema: "".into() };
        self.object_mut(&key, |object| {
            if let Object::Extension { options } = object {
                set(options, settings);
            }
        });
    }
}
