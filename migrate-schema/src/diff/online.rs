//! The same steps for a database that others work on: no statement holds a lock while it reads all rows.
//!
//! Each statement is committed by itself, so the revision runs without a transaction: a constraint is there before its
//! rows are checked, and the check of the rows lets others write.

use migrate_core::Dialect;

use super::step::{Act, Step};
use crate::catalog::{Catalog, Object};
use crate::render::Writer;

/// The steps in groups, each a revision of its own: what comes before the first step that must not run in a transaction,
/// from that to the last such, and what comes after it. More groups would only be more files.
pub(super) fn online(steps: Vec<Step>, before: &Catalog) -> Vec<Vec<Step>> {
    let writer = Writer::new(before);
    let mut steps: Vec<Step> = steps.into_iter().map(|step| changed(step, before, &writer)).collect();
    let is_apart = |step: &Step| step.apart;
    let (Some(first), Some(last)) = (steps.iter().position(is_apart), steps.iter().rposition(is_apart)) else {
        return vec![steps];
    };
    let after = steps.split_off(last + 1);
    let apart = steps.split_off(first);
    [steps, apart, after].into_iter().filter(|group| !group.is_empty()).collect()
}

fn changed(mut step: Step, before: &Catalog, writer: &Writer<'_>) -> Step {
    // What is new has no rows, and nobody uses it.
    let is_old =
        before.entry(&step.key).is_some_and(|entry| matches!(entry.object, Object::Table(_) | Object::View(_)));
    if !is_old {
        return step;
    }
    let sql = match before.dialect() {
        Dialect::Postgres => postgres(&step, writer),
        Dialect::MySql | Dialect::MariaDb => mysql(&step),
        Dialect::Sqlite => None,
    };
    if let Some(sql) = sql {
        step.apart = before.dialect() == Dialect::Postgres;
        step.sql = sql;
    }
    step
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
