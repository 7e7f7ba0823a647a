//! One schema of several in a database: each with the same tables and a ledger of its own, as when each customer has one.

use migrate_core::Dialect;
use migrate_core::ledger::Ledger;
use migrate_core::script::{KEEP_SEARCH_PATH, Piece, RESTORE_SEARCH_PATH, Script};

use crate::driver::Session;
use crate::error::Error;
use crate::migrations::Migrations;

/// A schema of a PostgreSQL database, or a database of a MySQL or MariaDB server, in which a set of migrations works.
///
/// The name is taken as it is: `Schema::new("a\"b; c")` is a schema of that very name.
///
/// ```
/// # use migrate_runtime::Schema;
/// // Names are looked up in tenant_7 first, and then where the extensions are.
/// let schema = Schema::new("tenant_7").then("extensions");
/// assert_eq!(schema.name(), "tenant_7");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Schema {
    name: String,
    then: Vec<String>,
    create: bool,
}

impl Schema {
    /// This schema and no other: a name that it does not have is not looked for elsewhere.
    pub fn new(name: impl Into<String>) -> Schema {
        Schema { name: name.into(), then: Vec::new(), create: false }
    }

    /// One more schema in which names are looked up that the schema does not have, behind those before. PostgreSQL only.
    ///
    /// Beware: a `DROP TABLE x` finds the `x` of this one if the schema itself has none.
    #[must_use]
    pub fn then(mut self, name: impl Into<String>) -> Schema {
        self.then.push(name.into());
        self
    }

    /// Makes it if it is not there, together with its first revision.
    #[must_use]
    pub fn create(mut self) -> Schema {
        self.create = true;
        self
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The ledger in it.
    pub(crate) fn ledger(&self, of_set: &Ledger) -> Ledger {
        Ledger { schema: Some(self.name.clone().into()), table: of_set.table.clone() }
    }

    /// # Errors
    ///
    /// No server has a schema of this name, or this one has no schemas.
    pub(crate) fn check(&self, of_set: &Ledger, dialect: Dialect) -> Result<(), Error> {
        if dialect == Dialect::Sqlite {
            return Err(Error::NoSchemas { schema: self.name.clone() });
        }
        if let Some(ledger) = &of_set.schema {
            return Err(Error::OneLedger { ledger: ledger.to_string() });
        }
        let longest = if dialect == Dialect::Postgres { (63, "bytes") } else { (64, "characters") };
        for name in std::iter::once(&self.name).chain(&self.then) {
            let length = if dialect == Dialect::Postgres { name.len() } else { name.chars().count() };
            let why = if name.is_empty() {
                "it is empty".to_owned()
            } else if name.contains('\0') {
                "it holds a NUL".to_owned()
            } else if length > longest.0 {
                // PostgreSQL would cut it, and two names that begin alike would be one schema.
                format!("it has {length} {}, and {} are the most", longest.1, longest.0)
            } else if dialect != Dialect::Postgres && name.ends_with(' ') {
                "it ends with a space".to_owned()
            } else {
                continue;
            };
            let name = if name.chars().count() > 80 {
                name.chars().take(80).collect::<String>() + "…"
            } else {
                name.clone()
            };
            return Err(Error::BadSchema { schema: name, why });
        }
        if dialect != Dialect::Postgres
            && let Some(name) = self.then.first()
        {
            let why = format!("{} looks names up in one database only", dialect.facts().title);
            return Err(Error::BadSchema { schema: name.clone(), why });
        }
        Ok(())
    }

    /// Makes names without a schema mean those in this one, for as long as the script runs: in the transaction where there
    /// is one, so that nothing is left on the session. MySQL and MariaDB are in the right database already.
    pub(crate) fn aim(&self, script: &mut Script, exists: bool) {
        if script.dialect != Dialect::Postgres {
            if let (true, false, Some(unit)) = (self.create, exists, script.units.first_mut()) {
                let create = Piece::Ledger(self.creation(script.dialect));
                unit.insert(0, [create, Piece::Control(self.turn_to().into())]);
            }
            return;
        }
        let path = Dialect::Postgres.quote_text(&self.search_path());
        let mut create = (self.create && !exists).then(|| self.creation(Dialect::Postgres));
        for unit in &mut script.units {
            let create = create.take().map(Piece::Ledger);
            match unit.atomic {
                true => {
                    let set = Piece::Control(format!("SELECT set_config('search_path', {path}, true)").into());
                    // Behind what keeps the session's own path, and again where that is restored.
                    let is = |at: usize, sql: &str| unit.pieces.get(at).is_some_and(|piece| piece.sql() == sql);
                    let first = 1 + usize::from(is(1, KEEP_SEARCH_PATH));
                    let restored: Vec<usize> =
                        (first..unit.pieces.len()).filter(|&at| is(at, RESTORE_SEARCH_PATH)).collect();
                    for at in restored.into_iter().rev() {
                        unit.insert(at + 1, [set.clone()]);
                    }
                    unit.insert(first, create.into_iter().chain([set]));
                }
                // The session looks there for as long as it holds the lock that such a unit needs.
                false => unit.insert(0, create),
            }
        }
    }

    /// The same for a script that is printed: a MySQL client has to be told where to be.
    pub(crate) fn aim_offline(&self, script: &mut Script) {
        self.aim(script, false);
        if script.dialect == Dialect::Postgres {
            for unit in script.units.iter_mut().filter(|unit| !unit.atomic) {
                unit.insert(0, [Piece::Control(format!("SET search_path TO {}", self.search_path()).into())]);
                unit.pieces.push(Piece::Control("RESET search_path".into()));
            }
        } else if let Some(unit) = script.units.first_mut()
            && !unit.pieces.iter().any(|piece| piece.sql() == self.turn_to())
        {
            unit.insert(0, [Piece::Control(self.turn_to().into())]);
        }
    }

    /// The value of PostgreSQL's `search_path`.
    pub(crate) fn search_path(&self) -> String {
        let names = std::iter::once(&self.name).chain(&self.then);
        names.map(|name| Dialect::Postgres.quote_name(name)).collect::<Vec<_>>().join(", ")
    }

    /// A query that gives one row if the schema is there.
    pub(crate) fn exists(&self, dialect: Dialect) -> String {
        let name = dialect.quote_text(&self.name);
        match dialect {
            Dialect::Postgres => format!("SELECT 'yes' FROM pg_catalog.pg_namespace WHERE nspname = {name}"),
            Dialect::MySql | Dialect::MariaDb | Dialect::Sqlite => {
                format!("SELECT 'yes' FROM information_schema.schemata WHERE schema_name = {name}")
            }
        }
    }

    /// That it is not there.
    pub(crate) fn missing(&self, dialect: Dialect) -> Error {
        let help =
            format!("`{}`, or let the upgrade make it: `Schema::create`, `--create-schemas`", self.creation(dialect));
        Error::NoSuchSchema { schema: self.name.clone(), help }
    }

    /// What makes it the database of a MySQL connection.
    pub(crate) fn turn_to(&self) -> String {
        crate::elsewhere::turn_to(&self.name)
    }

    /// What makes it.
    pub(crate) fn creation(&self, dialect: Dialect) -> String {
        let name = dialect.quote_name(&self.name);
        match dialect {
            Dialect::Postgres | Dialect::Sqlite => format!("CREATE SCHEMA IF NOT EXISTS {name}"),
            Dialect::MySql | Dialect::MariaDb => format!("CREATE DATABASE IF NOT EXISTS {name}"),
        }
    }
}

/// Where there is no ledger yet: whether the schema is there, or is to be made.
///
/// # Errors
///
/// It is neither.
pub(crate) async fn require(
    session: &mut Session<'_>,
    migrations: &Migrations,
    dialect: Dialect,
) -> Result<bool, Error> {
    let Some(schema) = migrations.schema() else { return Ok(true) };
    let failed = |source| Error::Ledger { table: migrations.ledger().name(dialect), source };
    if !session.texts(schema.exists(dialect)).await.map_err(failed)?.is_empty() {
        return Ok(true);
    }
    if schema.create { Ok(false) } else { Err(schema.missing(dialect)) }
}

impl From<&str> for Schema {
    fn from(name: &str) -> Schema {
        Schema::new(name)
    }
}

impl From<String> for Schema {
    fn from(name: String) -> Schema {
        Schema::new(name)
    }
}

impl From<&String> for Schema {
    fn from(name: &String) -> Schema {
        Schema::new(name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted_exactly() {
        let schema = Schema::new("a\"; DROP TABLE b; --").then("c d");
        assert_eq!(schema.search_path(), "\"a\"\"; DROP TABLE b; --\", \"c d\"");
        assert_eq!(schema.creation(Dialect::MySql), "CREATE DATABASE IF NOT EXISTS `a\"; DROP TABLE b; --`");
        assert_eq!(Schema::new("a'b`c").creation(Dialect::MariaDb), "CREATE DATABASE IF NOT EXISTS `a'b``c`");
    }

    #[test]
    fn what_no_server_could_have_is_refused_with_a_reason() {
        let why =
            |schema: Schema, dialect| schema.check(&Ledger::default(), dialect).map_err(|error| error.to_string());
        assert_eq!(why(Schema::new("x".repeat(63)), Dialect::Postgres), Ok(()));
        assert_eq!(why(Schema::new("x".repeat(64)), Dialect::MySql), Ok(()));
        for (schema, dialect, reason) in [
            (Schema::new(""), Dialect::Postgres, "it is empty"),
            (Schema::new("a\0"), Dialect::MySql, "it holds a NUL"),
            (Schema::new("x".repeat(64)), Dialect::Postgres, "it has 64 bytes, and 63 are the most"),
            (Schema::new("x").then(""), Dialect::Postgres, "it is empty"),
            (Schema::new("x").then("y"), Dialect::MariaDb, "MariaDB looks names up in one database only"),
        ] {
            let error = why(schema, dialect).expect_err(reason);
            assert!(error.contains(reason), "{error}");
        }
    }
}
