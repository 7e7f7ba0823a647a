//! What stands behind the columns of a table of MySQL and MariaDB: options, periods, partitions, and whether it keeps its rows as
//! they were.

use super::{ALTER, REMOVE};
use crate::catalog::details::Options;
use crate::catalog::table::{PERIOD, Table, VERSIONED};
use crate::diff::loss::{Loss, LossKind};
use crate::diff::step::{Act, Step};
use crate::diff::table::TableDiff;
use crate::diff::{Diff, charset, compare};
use crate::render::{Writer, mysql_option};

/// The period of a table that keeps its rows as they were.
const SYSTEM_TIME: &str = "PERIOD FOR SYSTEM_TIME";

/// Whether a table of MariaDB keeps its rows as they were, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Versions {
    /// Neither.
    None,
    /// From now on.
    Begin,
    /// From now on, with columns that say since when, which come in the same statement.
    BeginWithColumns,
    /// As before, but with columns that say since when: it has to begin anew.
    Renew,
    /// As before.
    Stay,
    /// Not any more.
    End,
}

impl Versions {
    pub(super) fn of(table: &TableDiff<'_>) -> Versions {
        let has = |table: &Table, name: &str| table.options.contains_key(name);
        let period = format!("{PERIOD}system_time");
        let since = |table: &Table| table.options.keys().any(|name| name.eq_ignore_ascii_case(&period));
        match (has(table.old, VERSIONED), has(table.new, VERSIONED)) {
            (false, false) => Versions::None,
            (false, true) if since(table.new) => Versions::BeginWithColumns,
            (false, true) => Versions::Begin,
            (true, true) if since(table.new) && !since(table.old) => Versions::Renew,
            (true, true) => Versions::Stay,
            (true, false) => Versions::End,
        }
    }
}

impl<'c> Diff<'c> {
    /// A table begins to keep its rows as they were, or stops and forgets them: in a statement of its own, because what its
    /// columns say about that is taken only while it does.
    pub(in crate::diff) fn say_versions(&mut self, table: &TableDiff<'c>, clause: &str) {
        let key = table.key;
        let loss = Loss {
            kind: LossKind::DropHistory,
            what: key.name.to_string(),
            says: format!("what the rows of table `{}` were before they changed", key.name),
        };
        let about = format!("alter table `{}`: {}", key.name, clause.to_lowercase());
        let sql = format!("ALTER TABLE {} {clause}", self.old.path(key));
        let step = Step::new(ALTER, Act::AlterTable, key, about, sql);
        self.add(step.losing(Some(loss).filter(|_| clause.starts_with("DROP"))));
    }

    /// What stands behind the columns. Partitions have a statement of their own.
    pub(in crate::diff) fn options_mysql(
        &mut self,
        table: &TableDiff<'c>,
        comment: Option<String>,
        clauses: &mut Vec<String>,
        about: &mut Vec<String>,
    ) -> Option<String> {
        if let Some(comment) = comment {
            clauses.push(format!("COMMENT={}", self.new.string(&comment)));
            about.push("change its comment".to_owned());
        }
        if !table.options {
            return None;
        }
        let (old, new) = (compare::options(table.old, self.dialect), compare::options(table.new, self.dialect));
        let changed = |name: &str| old.get(name) != new.get(name);
        let mut partition = None;
        // Where partitions were made and dropped one by one nobody knows what there is.
        let known =
            |table: &crate::catalog::table::Table| table.options.get("partition by").is_none_or(|by| !by.is_empty());
        if changed("partition by") && known(table.old) && known(table.new) {
            partition = Some(match table.new.options.get("partition by") {
                Some(by) => format!("PARTITION BY {by}"),
                None => REMOVE.to_owned(),
            });
        }
        if changed("collate") {
            let said = |name: &str| table.new.options.get(name).map(|value| &**value);
            match (said("charset"), said("collate")) {
                // That of the database.
                (None, None) => clauses.push("CONVERT TO CHARACTER SET DEFAULT".to_owned()),
                (charset, collate) => {
                    let charset = charset.or_else(|| collate.map(charset::charset_of)).unwrap_or_default();
                    let collate = collate.map(|name| format!(" COLLATE {name}")).unwrap_or_default();
                    clauses.push(format!("CONVERT TO CHARACTER SET {charset}{collate}"));
                }
            }
            about.push("change its character set".to_owned());
        }
        let periods = |options: &Options, writer: &Writer<'_>| -> Vec<(String, String)> {
            writer.periods(options).map(|(name, columns)| (name, columns.to_owned())).collect()
        };
        let (had, has) = (periods(&old, &self.old), periods(&new, &self.new));
        // That of the system goes with its columns.
        let goes = |period: &&(String, String)| !has.contains(period) && period.0 != SYSTEM_TIME;
        for (name, _) in had.iter().filter(goes) {
            clauses.push(format!("DROP {name}"));
            about.push(format!("drop {}", name.to_lowercase()));
        }
        for (name, columns) in has.iter().filter(|period| !had.contains(period)) {
            clauses.push(format!("ADD {name} ({columns})"));
            about.push(format!("add {}", name.to_lowercase()));
        }
        for (name, value) in &new {
            let apart =
                matches!(&**name, "partition by" | "charset" | "collate" | VERSIONED) || name.starts_with(PERIOD);
            if apart || !changed(name) {
                continue;
            }
            clauses.push(mysql_option(name, value).trim().to_owned());
            about.push(format!("set {name}"));
        }
        let aria = |options: &Options| options.get("engine").is_some_and(|engine| &**engine == "aria");
        // Options of InnoDB alone: another engine takes none of them back.
        let own = |name: &str| {
            matches!(name, "page_compressed" | "page_compression_level" | "encrypted" | "encryption_key_id")
        };
        let first: Vec<&str> =
            old.keys().map(|name| &**name).filter(|name| own(name) && !new.contains_key(*name)).collect();
        let first = if changed("engine") { first } else { Vec::new() };
        if !first.is_empty() {
            let list: Vec<String> = first.iter().map(|name| format!("{}=DEFAULT", name.to_uppercase())).collect();
            let sql = format!("ALTER TABLE {} {}", self.old.path(table.key), list.join(", "));
            let about = format!("reset {} of table `{}`", first.join(", "), table.key.name);
            self.push(ALTER, Act::AlterTable, table.key, about, sql);
        }
        for name in old.keys().filter(|name| !new.contains_key(*name) && !first.contains(&&***name)) {
            clauses.push(match &**name {
                // Only the engine that has it takes it back.
                "transactional" | "page_checksum" if aria(&old) && !aria(&new) => {
                    if &**name == "transactional" {
                        let sql = format!("ALTER TABLE {} TRANSACTIONAL=DEFAULT", self.old.path(table.key));
                        let about = format!("reset transactional of table `{}`", table.key.name);
                        self.push(ALTER, Act::AlterTable, table.key, about, sql);
                    }
                    continue;
                }
                "partition by" | "charset" | "collate" | VERSIONED => continue,
                name if name.starts_with(PERIOD) => continue,
                "engine" => "ENGINE=InnoDB".to_owned(),
                name @ ("key_block_size" | "max_rows" | "min_rows" | "avg_row_length" | "checksum"
                | "delay_key_write" | "autoextend_size") => format!("{}=0", name.to_uppercase()),
                "tablespace" => "TABLESPACE=innodb_file_per_table".to_owned(),
                "encryption" => "ENCRYPTION='N'".to_owned(),
                name @ ("compression" | "engine_attribute" | "secondary_engine_attribute") => {
                    format!("{}=''", name.to_uppercase())
                }
                name => format!("{}=DEFAULT", name.to_uppercase()),
            });
            about.push(format!("reset {name}"));
        }
        partition
    }
}
