//! How a server's catalog tells whether a statement took effect whose process died while it ran. What to look for is
//! known when the files are read; the runtime, which reads no SQL, only asks.
//!
//! A name that is there proves little: it may have been there before, and the statement failed. So the server is asked
//! for evidence that it came, or that its table changed, after the statement was begun: on PostgreSQL the transaction that
//! wrote the catalog's row is younger than the one that wrote the ledger's mark, on MariaDB and MySQL the table's
//! definition is not older than the ledger's row.

use alloc::format;
use alloc::string::String;

use crate::dialect::Dialect;
use crate::ledger::Ledger;
use crate::revision::Text;
use crate::script::Verdict;

/// How to tell whether a statement took effect. A statement that does several things has none, unless all of them happen
/// or none does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Probe {
    /// Running it twice comes to the same as running it once.
    Repeatable,
    /// It reads and writes rows of the current schema, and does nothing else.
    Rows,
    /// It makes or removes one thing.
    Thing(Thing),
}

/// What a statement makes or removes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// It is there when the statement has taken effect; else it is gone.
    pub present: bool,
    /// The statement does nothing if that is so already (`IF [NOT] EXISTS`).
    pub guarded: bool,
    /// The schema, if it was written.
    pub schema: Option<Text>,
    /// Of a column, or of an index on MySQL and MariaDB: the table.
    pub table: Option<Text>,
    /// Its name.
    pub name: Text,
}

/// What a probe looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    /// A table, a view, a sequence: what shares names with tables.
    Relation,
    /// An index.
    Index,
    /// A column.
    Column,
}

impl Probe {
    /// What is known without asking.
    pub fn verdict(&self) -> Option<Verdict> {
        match self {
            Probe::Repeatable => Some(Verdict::NoEffect),
            // To run it again does no harm, whether it took effect or not.
            Probe::Thing(thing) if thing.guarded => Some(Verdict::NoEffect),
            Probe::Rows | Probe::Thing(_) => None,
        }
    }

    /// The query whose one text [`Probe::judge`] understands; none if this server's catalog does not tell.
    pub fn sql(&self, dialect: Dialect, ledger: &Ledger, id: &str) -> Option<String> {
        match (self, dialect) {
            (Probe::Thing(thing), Dialect::Postgres) => Some(thing.postgres(ledger, id)),
            (Probe::Thing(thing), Dialect::MySql | Dialect::MariaDb) => thing.mysql(dialect, ledger, id),
            // The statement and its mark were one transaction, so that it is undone if there is no mark; unless a table
            // knows no transactions.
            (Probe::Rows, Dialect::MySql | Dialect::MariaDb) => Some(
                "SELECT IF(count(*) = 0, 'absent', 'unsure') FROM information_schema.tables t WHERE t.table_schema = \
                 DATABASE() AND t.table_type = 'BASE TABLE' AND COALESCE(t.engine, '') NOT IN (SELECT e.engine FROM \
                 information_schema.engines e WHERE e.transactions = 'YES')"
                    .into(),
            ),
            (Probe::Rows, Dialect::Postgres) | (Probe::Repeatable, _) | (_, Dialect::Sqlite) => None,
        }
    }

    /// What the answer of [`Probe::sql`] means; none if nobody can know.
    pub fn judge(&self, answer: &str) -> Option<Verdict> {
        match (self, answer) {
            (Probe::Rows, "absent") => Some(Verdict::NoEffect),
            (Probe::Thing(Thing { present: true, .. }), "new") => Some(Verdict::TookEffect),
            // An invalid index is what CREATE INDEX CONCURRENTLY leaves when it fails, and DROP INDEX CONCURRENTLY, too.
            (Probe::Thing(Thing { present: true, .. }), "absent" | "invalid") => Some(Verdict::NoEffect),
            (Probe::Thing(Thing { present: false, .. }), "absent") => Some(Verdict::TookEffect),
            (Probe::Thing(Thing { present: false, .. }), "new" | "old" | "invalid") => Some(Verdict::NoEffect),
            _ => None,
        }
    }
}

impl Thing {
    /// The query that finds an index of PostgreSQL that was left invalid, by its quoted name: `CREATE INDEX CONCURRENTLY`
    /// leaves one when it fails. Not one that somebody is building at this moment, nor one that waits for its partitions.
    pub fn invalid_index(&self) -> Option<String> {
        let dialect = Dialect::Postgres;
        let table = self.table.as_ref().filter(|_| self.kind == ThingKind::Index && self.present)?;
        let schema =
            self.schema.as_deref().map_or_else(String::new, |schema| format!("{}.", dialect.quote_name(schema)));
        Some(format!(
            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN \
             pg_namespace n ON n.oid = c.relnamespace WHERE i.indrelid = to_regclass({}) AND c.relname = {} AND c.relkind = \
             'i' AND NOT i.indisvalid AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = \
             c.oid)",
            dialect.quote_text(&format!("{schema}{}", dialect.quote_name(table))),
            dialect.quote_text(&self.name)
        ))
    }

    fn postgres(&self, ledger: &Ledger, id: &str) -> String {
        let dialect = Dialect::Postgres;
        let text = |text: &str| dialect.quote_text(text);
        let mark = format!("(SELECT age(l.xmin) FROM {} l WHERE l.id = {})", ledger.name(dialect), text(id));
        let name = text(&self.name);
        if let Some(table) = &self.table {
            let schema =
                self.schema.as_deref().map_or_else(String::new, |schema| format!("{}.", dialect.quote_name(schema)));
            let table = text(&format!("{schema}{}", dialect.quote_name(table)));
            if self.kind == ThingKind::Index {
                // An index is made where its table is.
                return format!(
                    "SELECT CASE WHEN to_regclass({table}) IS NULL THEN 'unsure' WHEN count(*) = 0 THEN 'absent' WHEN \
                     bool_or(NOT i.indisvalid) THEN 'invalid' WHEN bool_and(age(c.xmin) < {mark}) THEN 'new' ELSE 'old' END \
                     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass({table}) AND \
                     c.relname = {name}"
                );
            }
            return format!(
                "SELECT CASE WHEN to_regclass({table}) IS NULL THEN 'unsure' WHEN count(*) = 0 THEN 'absent' WHEN \
                 bool_and(age(a.xmin) < {mark}) THEN 'new' ELSE 'old' END FROM pg_attribute a WHERE a.attrelid = \
                 to_regclass({table}) AND a.attname = {name} AND NOT a.attisdropped AND a.attnum > 0"
            );
        }
        // Without a schema a thing is made in the first of the path, and looked for in all of them.
        let schemas = match &self.schema {
            Some(schema) => format!("= {}", text(schema)),
            None if self.present => "= current_schema()".into(),
            None => "= ANY (current_schemas(false))".into(),
        };
        let here = match &self.schema {
            Some(_) => "true",
            None => "n.nspname = current_schema()",
        };
        format!(
            "SELECT CASE WHEN count(*) = 0 THEN 'absent' WHEN NOT bool_or({here}) THEN 'unsure' WHEN bool_or(NOT \
             i.indisvalid) THEN 'invalid' WHEN bool_and(age(c.xmin) < {mark}) THEN 'new' ELSE 'old' END FROM pg_class c JOIN \
             pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = {name} \
             AND n.nspname {schemas}"
        )
    }

    fn mysql(&self, dialect: Dialect, ledger: &Ledger, id: &str) -> Option<String> {
        let text = |text: &str| dialect.quote_text(text);
        let schema = self.schema.as_deref().map_or_else(|| "DATABASE()".into(), text);
        let mark = format!(
            "(SELECT TIMESTAMPDIFF(SECOND, '1970-01-01', l.applied_at) FROM {} l WHERE l.id = {})",
            ledger.name(dialect),
            text(id)
        );
        let table = match self.kind {
            ThingKind::Relation => text(&self.name),
            ThingKind::Index | ThingKind::Column => text(self.table.as_deref()?),
        };
        // A table that is gone says nothing about its columns; two names that differ by case say nothing at all.
        let (gone, there) = match self.kind {
            ThingKind::Relation => ("absent", "1".into()),
            ThingKind::Column => ("unsure", columns("columns", "column_name", &text(&self.name))),
            ThingKind::Index => ("unsure", columns("statistics", "index_name", &text(&self.name))),
        };
        Some(format!(
            "SELECT CASE WHEN count(*) = 0 THEN '{gone}' WHEN count(*) > 1 THEN 'unsure' WHEN MAX({there}) = 0 THEN 'absent' \
             WHEN UNIX_TIMESTAMP(MAX(t.create_time)) >= {mark} THEN 'new' ELSE 'old' END FROM information_schema.tables t \
             WHERE t.table_schema = {schema} AND t.table_name = {table}"
        ))
    }
}

/// How many parts of a table have a name.
fn columns(view: &str, column: &str, name: &str) -> String {
    format!(
        "(SELECT count(*) FROM information_schema.{view} p WHERE p.table_schema = t.table_schema AND p.table_name = \
         t.table_name AND p.{column} = {name})"
    )
}
