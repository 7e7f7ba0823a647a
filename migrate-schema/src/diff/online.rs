//! The same steps for a database that others work on: no statement holds a lock while it reads all rows.
//!
//! Each statement is committed by itself, so the revision runs without a transaction: a constraint is there before its
//! rows are checked, and the check of the rows lets others write.

use migrate_core::Dialect;

use super::step::{Act, Step};
use crate::catalog::{Catalog, Object};
use crate::render::Writer;

/// The steps, and whether they must not run in a transaction.
pub(super) fn online(steps: Vec<Step>, before: &Catalog) -> (Vec<Step>, bool) {
    let mut apart = false;
    let writer = Writer::new(before);
    let steps = steps
        .into_iter()
        .map(|mut step| {
            // What is new has no rows, and nobody uses it.
            let is_old =
                before.entry(&step.key).is_some_and(|entry| matches!(entry.object, Object::Table(_) | Object::View(_)));
            if !is_old {
                return step;
            }
            let changed = match before.dialect() {
                Dialect::Postgres => postgres(&step, &writer),
                Dialect::MySql | Dialect::MariaDb => mysql(&step),
                Dialect::Sqlite => None,
            };
            if let Some(sql) = changed {
                apart |= before.dialect() == Dialect::Postgres;
                step.sql = sql;
            }
            step
        })
        .collect();
    (steps, apart)
}

fn postgres(step: &Step, writer: &Writer<'_>) -> Option<Vec<String>> {
    let [sql] = &step.sql[..] else { return None };
    let path = writer.path(&step.key);
    match &step.act {
        Act::CreateIndex(_) => {
            let partitioned = writer.table(&step.key).is_some_and(|table| table.options.contains_key("partition by"));
            (!partitioned).then(|| vec![sql.replacen("INDEX ", "INDEX CONCURRENTLY ", 1)])
        }
        Act::DropIndex(_) => Some(vec![sql.replacen("DROP INDEX ", "DROP INDEX CONCURRENTLY ", 1)]),
        Act::AddConstraint(Some(name)) => {
            let (_, body) = sql.split_once(" ADD CONSTRAINT ")?;
            let body = body.strip_prefix(&*writer.name(name))?.trim_start();
            let name = writer.name(name);
            if body.ends_with("NOT VALID") {
                return None;
            }
            if body.starts_with("CHECK") || body.starts_with("FOREIGN KEY") {
                return Some(vec![
                    format!("{sql} NOT VALID"),
                    format!("ALTER TABLE {path} VALIDATE CONSTRAINT {name}"),
                ]);
            }
            let kind = ["UNIQUE", "PRIMARY KEY"].into_iter().find(|kind| body.starts_with(kind))?;
            let rest = body[kind.len()..].trim();
            // Only where the brackets are all there is.
            if !rest.starts_with('(') || rest.find(')') != Some(rest.len() - 1) {
                return None;
            }
            Some(vec![
                format!("CREATE UNIQUE INDEX CONCURRENTLY {name} ON {path} {rest}"),
                format!("ALTER TABLE {path} ADD CONSTRAINT {name} {kind} USING INDEX {name}"),
            ])
        }
        Act::SetNotNull(column) => {
            let name = writer.name(&format!("{}_{column}_not_null", step.key.name));
            let own = writer.name(column);
            Some(vec![
                format!("ALTER TABLE {path} ADD CONSTRAINT {name} CHECK ({own} IS NOT NULL) NOT VALID"),
                format!("ALTER TABLE {path} VALIDATE CONSTRAINT {name}"),
                sql.clone(),
                format!("ALTER TABLE {path} DROP CONSTRAINT {name}"),
            ])
        }
        _ => None,
    }
}

/// InnoDB makes and drops plain indexes beside others' work; asked for more it refuses, so only these are told to.
fn mysql(step: &Step) -> Option<Vec<String>> {
    let [sql] = &step.sql[..] else { return None };
    if step.act != Act::AlterTable {
        return None;
    }
    let (_, clauses) = sql.strip_prefix("ALTER TABLE ")?.split_once(char::is_whitespace)?;
    let beside = ["ADD KEY ", "ADD UNIQUE KEY ", "DROP INDEX ", "RENAME INDEX "];
    let all = clauses.split(",\n").all(|clause| beside.iter().any(|start| clause.trim_start().starts_with(start)));
    all.then(|| vec![format!("{sql},\n    ALGORITHM=INPLACE, LOCK=NONE")])
}
