//! Extensions of PostgreSQL.

use std::sync::Arc;

use super::details::{Options, Settings, set};
use super::name::{Ident, Path};
use super::{Catalog, Key, Object, Space};
use crate::diagnostic::{Diagnostic, distance, semantic as codes};
use crate::source::Place;

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

/// What the server says about extensions that come with it.
const COMMENTS: &[(&str, &str)] = &[
    ("adminpack", "administrative functions for PostgreSQL"),
    ("amcheck", "functions for verifying relation integrity"),
    ("autoinc", "functions for autoincrementing fields"),
    ("bloom", "bloom access method - signature file based index"),
    ("btree_gin", "support for indexing common datatypes in GIN"),
    ("btree_gist", "support for indexing common datatypes in GiST"),
    ("citext", "data type for case-insensitive character strings"),
    ("cube", "data type for multidimensional cubes"),
    ("dblink", "connect to other PostgreSQL databases from within a database"),
    ("dict_int", "text search dictionary template for integers"),
    ("dict_xsyn", "text search dictionary template for extended synonym processing"),
    ("earthdistance", "calculate great-circle distances on the surface of the Earth"),
    ("file_fdw", "foreign-data wrapper for flat file access"),
    ("fuzzystrmatch", "determine similarities and distance between strings"),
    ("hstore", "data type for storing sets of (key, value) pairs"),
    ("insert_username", "functions for tracking who changed a table"),
    ("intagg", "integer aggregator and enumerator (obsolete)"),
    ("intarray", "functions, operators, and index support for 1-D arrays of integers"),
    ("isn", "data types for international product numbering standards"),
    ("lo", "Large Object maintenance"),
    ("ltree", "data type for hierarchical tree-like structures"),
    ("moddatetime", "functions for tracking last modification time"),
    ("old_snapshot", "utilities in support of old_snapshot_threshold"),
    ("pageinspect", "inspect the contents of database pages at a low level"),
    ("pg_buffercache", "examine the shared buffer cache"),
    ("pg_freespacemap", "examine the free space map (FSM)"),
    ("pg_prewarm", "prewarm relation data"),
    ("pg_stat_statements", "track planning and execution statistics of all SQL statements executed"),
    ("pg_surgery", "extension to perform surgery on a damaged relation"),
    ("pg_trgm", "text similarity measurement and index searching based on trigrams"),
    ("pg_visibility", "examine the visibility map (VM) and page-level visibility info"),
    ("pg_walinspect", "functions to inspect contents of PostgreSQL Write-Ahead Log"),
    ("pgcrypto", "cryptographic functions"),
    ("pgrowlocks", "show row-level locking information"),
    ("pgstattuple", "show tuple-level statistics"),
    ("plpgsql", "PL/pgSQL procedural language"),
    ("postgres_fdw", "foreign-data wrapper for remote PostgreSQL servers"),
    ("refint", "functions for implementing referential integrity (obsolete)"),
    ("seg", "data type for representing line segments or floating-point intervals"),
    ("sslinfo", "information about SSL certificates"),
    ("tablefunc", "functions that manipulate whole tables, including crosstab"),
    ("tcn", "Triggered change notifications"),
    ("tsm_system_rows", "TABLESAMPLE method which accepts number of rows as a limit"),
    ("tsm_system_time", "TABLESAMPLE method which accepts time in milliseconds as a limit"),
    ("unaccent", "text search dictionary that removes accents"),
    ("uuid-ossp", "generate universally unique identifiers (UUIDs)"),
    ("xml2", "XPath querying and XSLT"),
];

/// The comment that an extension has from the start, where that is known.
pub(crate) fn usual_comment(name: &str) -> Option<&'static str> {
    COMMENTS.iter().find(|(own, _)| *own == name).map(|(_, comment)| *comment)
}

/// Other extensions that come with the server, and some that many have.
const NAMES: &[&str] = &[
    "adminpack",
    "amcheck",
    "autoinc",
    "bloom",
    "cube",
    "dblink",
    "dict_int",
    "dict_xsyn",
    "earthdistance",
    "file_fdw",
    "insert_username",
    "intagg",
    "isn",
    "lo",
    "moddatetime",
    "old_snapshot",
    "pageinspect",
    "pg_buffercache",
    "pg_freespacemap",
    "pg_prewarm",
    "pg_stat_statements",
    "pg_surgery",
    "pg_visibility",
    "pg_walinspect",
    "pgrowlocks",
    "pgstattuple",
    "postgres_fdw",
    "refint",
    "seg",
    "sslinfo",
    "tcn",
    "tsm_system_rows",
    "tsm_system_time",
    "xml2",
    "postgis",
    "postgis_topology",
    "postgis_raster",
    "timescaledb",
    "pg_cron",
    "pg_partman",
    "pgaudit",
    "pg_repack",
    "pg_jsonschema",
    "pg_graphql",
    "pg_net",
    "pgjwt",
    "pgsodium",
    "supabase_vault",
];

/// A name that is a slip of one that is known, if it is none itself.
fn meant(name: &str) -> Option<&'static str> {
    let known = || EXTENSIONS.iter().map(|(own, _)| *own).chain(NAMES.iter().copied());
    if name.len() < 6 || known().any(|own| own == name) {
        return None;
    }
    known().find(|own| own.len() > 5 && distance(name, own) == 1)
}

/// Extensions that bring no operators and no casts, but for [`OPERATORS`].
const CALM: &[&str] = &[
    "uuid-ossp",
    "pgcrypto",
    "unaccent",
    "fuzzystrmatch",
    "plpgsql",
    "tablefunc",
    "btree_gin",
    "btree_gist",
    "pg_trgm",
];

/// The operators of `pg_trgm` and `btree_gist`, for types of the server's own.
const OPERATORS: &[&str] = &["%", "%>", "%>>", "<%", "<->", "<->>", "<->>>", "<<%", "<<->", "<<<->"];

/// Whether an extension may bring operators and casts that nobody knows here.
pub(super) fn is_calm(name: &str) -> bool {
    CALM.contains(&name)
}

/// Whether a well-known extension brings a type of this name.
pub(super) fn brings(name: &str) -> bool {
    EXTENSIONS.iter().any(|(_, types)| types.contains(&name))
}

impl Catalog {
    /// Whether an extension was made, or is to be taken for made.
    pub(super) fn has_extension(&self, name: &str) -> bool {
        let key = Key { space: Space::Extension, name: name.into(), schema: "".into() };
        self.entries.get(&key).is_some_and(|entry| !matches!(entry.object, Object::Gone { .. }))
    }

    /// Whether an extension of a schema brings a type of the name.
    pub(super) fn brings_at_home(&self, home: &Arc<str>, ty: &str) -> bool {
        self.of_space(Space::Extension).any(|(key, entry)| {
            let Object::Extension { options } = &entry.object else { return false };
            options.get("schema") == Some(home)
                && EXTENSIONS.iter().any(|(name, types)| *name == &*key.name && types.contains(&ty))
        })
    }

    /// Whether an operator may be one that a well-known extension brings for types of the server's own.
    pub(super) fn may_bring_operator(&self, op: &str) -> bool {
        OPERATORS.contains(&op) && ["pg_trgm", "btree_gist"].iter().any(|name| self.has_extension(name))
    }

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
        if self.dialect == migrate_core::Dialect::Postgres
            && let Some(near) = meant(&name.key)
        {
            let message = format!("unknown extension `{}`", name.text);
            let problem = Diagnostic::error(&codes::UNKNOWN_OBJECT, message).at(name.place, "");
            out.push(problem.help(format!("did you mean `{near}`?")));
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

    /// An extension may have been made.
    pub(super) fn doubt_extension(&mut self, name: &Arc<str>) {
        let key = Key { space: Space::Extension, name: name.clone(), schema: "".into() };
        if self.existing(&key).is_none() {
            let name = Ident { text: name.clone(), key: name.clone(), place: Place::nowhere(), double_quoted: false };
            self.make_unknown(key, &name);
        }
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
