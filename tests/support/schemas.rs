//! Several schemas in the database of a test.

use crate::{Database, Server};

/// Schemas that go away with the value: on MariaDB they are databases, which the database of the test does not hold.
#[derive(Debug)]
pub struct Schemas<'d> {
    db: &'d Database,
    /// Their names.
    pub names: Vec<String>,
}

impl<'d> Schemas<'d> {
    /// With these names, made unique where the server's other databases stand beside them. They are not made yet.
    ///
    /// # Panics
    ///
    /// If the database has no name.
    pub fn new(db: &'d Database, names: &[&str]) -> Schemas<'d> {
        let own = db.url.rsplit('/').next().expect("a name");
        let unique = |name: &&str| match db.server {
            Server::MariaDb => format!("{own}_{name}").chars().take(64).collect::<String>().trim_end().to_owned(),
            _ => (*name).to_owned(),
        };
        Schemas { db, names: names.iter().map(unique).collect() }
    }

    /// Makes them.
    pub async fn make(&self) {
        for name in &self.names {
            self.db.execute(&format!("CREATE SCHEMA {}", self.db.server.dialect().quote_name(name))).await;
        }
    }

    /// Tables of a schema, sorted.
    pub async fn tables(&self, at: usize) -> Vec<String> {
        let name = self.db.server.dialect().quote_text(&self.names[at]);
        let (column, cast) = match self.db.server {
            Server::MariaDb => ("table_name", "CONVERT(table_name USING utf8mb4)"),
            _ => ("table_name", "table_name::text"),
        };
        let sql = format!("SELECT {cast} FROM information_schema.tables WHERE table_schema = {name} ORDER BY {column}");
        self.db.texts(&sql).await
    }
}

impl Drop for Schemas<'_> {
    fn drop(&mut self) {
        if self.db.server == Server::MariaDb {
            for name in &self.names {
                let sql = format!("DROP DATABASE IF EXISTS {}", self.db.server.dialect().quote_name(name));
                crate::in_thread(self.db.execute(&sql));
            }
        }
    }
}
