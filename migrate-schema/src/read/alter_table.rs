//! `ALTER TABLE`.

use std::sync::Arc;

use super::column::{self, ReadColumn};
use super::constraint::{self, TablePart};
use super::cursor::Cursor;
use super::{Effect, expr, options, types};
use crate::catalog::change::{Action, AlterTable, Change, Kind as Thing, OnlyKind};
use crate::catalog::details::{ConstraintDetails, OPTION_CHANGES, Settings};
use crate::catalog::name::{Ident, Path};
use crate::sql::Kind;

/// From behind `ALTER TABLE`.
pub(super) fn table(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.postgres() && cursor.is("ALL") && cursor.is_at(1, "IN") {
        return Some(Effect::Nothing);
    }
    let if_exists = cursor.if_exists();
    let only = cursor.postgres() && cursor.eat("ONLY");
    let path = cursor.path()?;
    let _ = cursor.eat_op("*");
    if cursor.mysql() {
        if cursor.eat("WAIT") {
            cursor.next();
        }
        let _ = cursor.eat("NOWAIT");
    }
    if cursor.eat("SET SCHEMA") {
        let schema = cursor.name()?;
        return Some(Effect::Changes(vec![Change::Move { kind: Thing::Table, path, schema, if_exists }]));
    }
    if !cursor.mysql() && cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        return Some(Effect::Changes(vec![Change::Rename { kind: Thing::Table, path, to, if_exists }]));
    }
    actions(cursor, path, if_exists, only)
}

/// `CLUSTER t USING i`: the table keeps by which index.
pub(super) fn cluster(cursor: &mut Cursor<'_>) -> Option<Effect> {
    cursor.next();
    if cursor.is_kind(Kind::Open) {
        cursor.parens()?;
    }
    let _ = cursor.eat("VERBOSE");
    let path = cursor.path()?;
    if !cursor.eat("USING") {
        return None;
    }
    let actions = vec![set_option("cluster on", Some(&cursor.plain()?))];
    Some(Effect::Changes(vec![Change::AlterTable(Box::new(AlterTable {
        path,
        if_exists: false,
        only: false,
        actions,
    }))]))
}

/// The clauses behind the name.
pub(super) fn actions(cursor: &mut Cursor<'_>, path: Path, if_exists: bool, only: bool) -> Option<Effect> {
    let mut actions = Vec::new();
    if cursor.mysql()
        && let Some(change) = super::partition::change(cursor)
    {
        actions.push(Action::SetPartitions(change));
    }
    while let Some(mut item) = cursor.item() {
        if item.done() {
            continue;
        }
        let before = actions.len();
        if action(&mut item, &mut actions).is_none() {
            actions.truncate(before);
            actions.push(Action::Unknown);
        }
    }
    Some(Effect::Changes(vec![Change::AlterTable(Box::new(AlterTable { path, if_exists, only, actions }))]))
}

fn push_column(read: ReadColumn, if_not_exists: bool, actions: &mut Vec<Action>) {
    let loose = read.loose;
    actions.push(Action::AddColumn { column: Box::new(read.column), constraints: read.constraints, if_not_exists });
    for index in read.indexes {
        actions.push(Action::AddIndex(Box::new(index)));
    }
    if loose {
        actions.push(Action::Unknown);
    }
}

fn action(item: &mut Cursor<'_>, actions: &mut Vec<Action>) -> Option<()> {
    if item.eat("ADD") {
        return add(item, actions);
    }
    if item.eat("DROP") {
        actions.push(drop(item)?);
        return Some(());
    }
    if item.eat("RENAME") {
        actions.push(rename(item)?);
        return Some(());
    }
    if item.mysql() && item.eat("MODIFY") {
        let _ = item.eat("COLUMN");
        let if_exists = item.if_exists();
        let from = item.name()?;
        let read = column::read(item, from.clone())?;
        return replace(from, read, if_exists, actions);
    }
    if item.mysql() && item.eat("CHANGE") {
        let _ = item.eat("COLUMN");
        let if_exists = item.if_exists();
        let from = item.name()?;
        let to = item.name()?;
        let read = column::read(item, to)?;
        return replace(from, read, if_exists, actions);
    }
    if item.eat("ALTER") {
        actions.push(alter(item)?);
        return Some(());
    }
    if item.eat("VALIDATE CONSTRAINT") {
        let name = item.name()?;
        actions.push(Action::SetConstraint { name, deferrable: None, deferred: None, enforced: None, validated: true });
        return Some(());
    }
    if item.eat("ATTACH PARTITION") {
        let child = item.path()?;
        actions.push(Action::Attach { child, bound: super::table::bound(item)? });
        return Some(());
    }
    if item.eat("DETACH PARTITION") {
        actions.push(Action::Detach(item.path()?));
        return Some(());
    }
    if item.is("INHERIT") || item.is("NO") && item.is_at(1, "INHERIT") {
        let child = !item.eat("NO");
        item.next();
        actions.push(Action::Inherit(item.path()?, child));
        return Some(());
    }
    if item.mysql() {
        return mysql(item, actions);
    }
    if let Some(action) = setting(item) {
        actions.push(action);
        return Some(());
    }
    // What the catalog does not keep: owners, rules on and off.
    let known = item.is_any(&["OWNER", "SET", "RESET", "ENABLE", "DISABLE", "CLUSTER", "OPTIONS"]);
    actions.push(if known { Action::Nothing } else { Action::Unknown });
    Some(())
}

fn set_option(name: &str, value: Option<&str>) -> Action {
    set_options(vec![(name.into(), value.map(Into::into))])
}

fn set_options(settings: Settings) -> Action {
    Action::SetOptions { settings, comment: None, convert: false }
}

/// What PostgreSQL sets and resets of a table. None if it is none of that.
fn setting(item: &mut Cursor<'_>) -> Option<Action> {
    let parameters = item.peek_at(1).is_some_and(|token| token.kind == Kind::Open);
    Some(if parameters && item.eat("SET") {
        set_options(options::parameter_settings(item, true)?)
    } else if parameters && item.eat("RESET") {
        set_options(options::parameter_settings(item, false)?)
    } else if parameters && item.eat("OPTIONS") {
        set_option(OPTION_CHANGES, Some(&item.take_rest()))
    } else if item.eat("SET LOGGED") {
        set_option("unlogged", None)
    } else if item.eat("SET UNLOGGED") {
        set_option("unlogged", Some(""))
    } else if item.eat("SET TABLESPACE") {
        let name = item.plain()?;
        set_option("tablespace", Some(&*name).filter(|name| *name != "pg_default"))
    } else if item.eat("SET ACCESS METHOD") {
        let name = item.plain()?;
        set_option("using", Some(&*name).filter(|name| *name != "heap"))
    } else if item.eat("SET WITHOUT CLUSTER") {
        set_option("cluster on", None)
    } else if item.eat("CLUSTER ON") {
        set_option("cluster on", Some(&item.plain()?))
    } else if item.eat("ENABLE ROW LEVEL SECURITY") {
        set_option("row level security", Some(""))
    } else if item.eat("DISABLE ROW LEVEL SECURITY") {
        set_option("row level security", None)
    } else if item.eat("FORCE ROW LEVEL SECURITY") {
        set_option("force row level security", Some(""))
    } else if item.eat("NO FORCE ROW LEVEL SECURITY") {
        set_option("force row level security", None)
    } else if item.eat("OF") {
        Action::SetRowType(Some(item.path()?))
    } else if item.eat("NOT OF") {
        Action::SetRowType(None)
    } else if item.eat("DISABLE RULE") {
        Action::SetRule(item.name()?, false)
    } else if item.eat("ENABLE RULE") {
        Action::SetRule(item.name()?, true)
    } else if item.eat("REPLICA IDENTITY") {
        let identity = item.take_rest();
        set_option("replica identity", Some(&*identity).filter(|identity| *identity != "default"))
    } else if (item.is("ENABLE") || item.is("DISABLE")) && (item.is_at(1, "TRIGGER") || item.is_at(2, "TRIGGER")) {
        let off = item.is("DISABLE");
        item.next();
        let mode = item.is_any(&["REPLICA", "ALWAYS"]).then(|| item.next()).flatten();
        let state = match (off, mode) {
            (true, _) => Some("disabled".into()),
            (false, Some(word)) => Some(item.str(word).to_ascii_lowercase().into()),
            (false, None) => None,
        };
        item.next();
        let all = item.is_any(&["ALL", "USER"]);
        Action::SetTrigger { name: if all { None } else { Some(item.name()?) }, state }
    } else {
        return None;
    })
}

/// What MySQL sets of a table, and what it does to partitions and files.
fn mysql(item: &mut Cursor<'_>, actions: &mut Vec<Action>) -> Option<()> {
    if item.eat("REMOVE PARTITIONING") {
        actions.push(set_option("partition by", None));
        return Some(());
    }
    let partitions = item.is_any(&["EXCHANGE", "COALESCE", "REORGANIZE", "REMOVE", "TRUNCATE", "ANALYZE", "CHECK"])
        || item.is("PARTITION") && !item.is_at(1, "BY");
    if item.is_any(&["COALESCE", "REORGANIZE"]) && item.tokens().len() > 2 {
        actions.push(set_option("partition by", Some("")));
        return Some(());
    }
    let aside = ["ALGORITHM", "LOCK", "ORDER", "DISCARD", "IMPORT", "ENABLE", "DISABLE", "FORCE", "NOWAIT", "WAIT"];
    if partitions || item.is_any(&aside) {
        actions.push(Action::Nothing);
        return Some(());
    }
    let engine = item.is("ENGINE") || item.is("TYPE");
    // Not quite all that there is: what is spelt otherwise is no option.
    let known = item.is_any(&[
        "WITH",
        "PARTITION",
        "TYPE",
        "DATA",
        "INDEX",
        "INSERT_METHOD",
        "CONNECTION",
        "TRANSACTIONAL",
        "SECONDARY_ENGINE",
        "AUTOEXTEND_SIZE",
        "ENGINE_ATTRIBUTE",
        "SECONDARY_ENGINE_ATTRIBUTE",
        "PAGE_CHECKSUM",
        "ENGINE",
        "AUTO_INCREMENT",
        "COMMENT",
        "DEFAULT",
        "CHARACTER",
        "CHARSET",
        "COLLATE",
        "CONVERT",
        "ROW_FORMAT",
        "KEY_BLOCK_SIZE",
        "STATS_PERSISTENT",
        "STATS_AUTO_RECALC",
        "STATS_SAMPLE_PAGES",
        "CHECKSUM",
        "MAX_ROWS",
        "MIN_ROWS",
        "AVG_ROW_LENGTH",
        "PACK_KEYS",
        "DELAY_KEY_WRITE",
        "COMPRESSION",
        "ENCRYPTION",
        "ENCRYPTED",
        "ENCRYPTION_KEY_ID",
        "PAGE_COMPRESSED",
        "PAGE_COMPRESSION_LEVEL",
        "UNION",
        "TABLESPACE",
    ]);
    let found = if known { options::mysql_table(item) } else { None };
    let inno = |name: &str, value: &Option<Arc<str>>| name != "engine" || value.as_deref() == Some("innodb");
    match found {
        Some(found) => {
            let unclear = engine && !found.settings.iter().all(|(name, value)| inno(name, value));
            actions.push(Action::SetOptions {
                settings: found.settings,
                comment: found.comment,
                convert: found.convert,
            });
            if unclear {
                actions.push(Action::Unknown);
            }
        }
        None => actions.push(if known { Action::Nothing } else { Action::Unknown }),
    }
    Some(())
}

fn replace(
    from: crate::catalog::name::Ident,
    read: ReadColumn,
    if_exists: bool,
    actions: &mut Vec<Action>,
) -> Option<()> {
    let loose = read.loose;
    actions.push(Action::ReplaceColumn {
        from,
        column: Box::new(read.column),
        constraints: read.constraints,
        if_exists,
    });
    for index in read.indexes {
        actions.push(Action::AddIndex(Box::new(index)));
    }
    if loose {
        actions.push(Action::Unknown);
    }
    Some(())
}

fn add(item: &mut Cursor<'_>, actions: &mut Vec<Action>) -> Option<()> {
    if item.mysql() && item.is("PARTITION") {
        actions.push(set_option("partition by", Some("")));
        return Some(());
    }
    if item.mysql() && item.eat("SYSTEM VERSIONING") {
        actions.push(set_option("with system versioning", Some("")));
        return Some(());
    }
    if item.mysql() && (item.eat("PERIOD FOR") || item.eat("PERIOD IF NOT EXISTS FOR")) {
        let (name, columns) = options::period(item)?;
        actions.push(set_options(vec![(name, Some(columns))]));
        return Some(());
    }
    if constraint::is_table_part(item) {
        actions.push(match constraint::table_part(item)? {
            TablePart::Constraint(constraint) => Action::AddConstraint(constraint),
            TablePart::Index(index) => Action::AddIndex(index),
        });
        return Some(());
    }
    let _ = item.eat("COLUMN");
    let if_not_exists = item.if_not_exists();
    if item.mysql() && item.is_kind(Kind::Open) {
        let mut inner = item.parens()?;
        while let Some(mut item) = inner.item() {
            if constraint::is_table_part(&item) {
                actions.push(match constraint::table_part(&mut item)? {
                    TablePart::Constraint(constraint) => Action::AddConstraint(constraint),
                    TablePart::Index(index) => Action::AddIndex(index),
                });
                continue;
            }
            let name = item.name()?;
            push_column(column::read(&mut item, name)?, if_not_exists, actions);
        }
        return Some(());
    }
    let name = item.name()?;
    let read = column::read(item, name)?;
    push_column(read, if_not_exists, actions);
    Some(())
}

fn drop(item: &mut Cursor<'_>) -> Option<Action> {
    let start = item.at;
    if item.eat("CONSTRAINT") {
        let if_exists = item.if_exists();
        let name = item.name()?;
        return Some(Action::DropConstraint { name, if_exists, cascade: item.cascade(), only: None });
    }
    if item.mysql() {
        if item.eat("PRIMARY KEY") {
            return Some(Action::DropPrimaryKey(item.place_of(start, item.at)));
        }
        if item.eat("FOREIGN KEY") {
            let if_exists = item.if_exists();
            let name = item.name()?;
            return Some(Action::DropConstraint { name, if_exists, cascade: false, only: Some(OnlyKind::Foreign) });
        }
        if item.eat("CHECK") {
            let name = item.name()?;
            return Some(Action::DropConstraint {
                name,
                if_exists: false,
                cascade: false,
                only: Some(OnlyKind::Check),
            });
        }
        if item.eat("INDEX") || item.eat("KEY") {
            let if_exists = item.if_exists();
            return Some(Action::DropIndex { name: item.name()?, if_exists });
        }
        if item.eat("PARTITION") {
            return Some(set_option("partition by", Some("")));
        }
        if item.eat("SYSTEM VERSIONING") {
            return Some(set_option("with system versioning", None));
        }
        if item.eat("PERIOD FOR") || item.eat("PERIOD IF EXISTS FOR") {
            let name = options::period_name(&item.name()?);
            return Some(set_option(&name, None));
        }
    }
    let _ = item.eat("COLUMN");
    let if_exists = item.if_exists();
    let name = item.name()?;
    Some(Action::DropColumn { name, if_exists, cascade: item.cascade() })
}

fn rename(item: &mut Cursor<'_>) -> Option<Action> {
    if item.eat("CONSTRAINT") {
        let from = item.name()?;
        return item.eat("TO").then_some(()).and_then(|()| Some(Action::RenameConstraint { from, to: item.name()? }));
    }
    if item.mysql() {
        if item.eat("INDEX") || item.eat("KEY") {
            let _ = item.if_exists();
            let from = item.name()?;
            if !item.eat("TO") {
                return None;
            }
            return Some(Action::RenameIndex { from, to: item.name()? });
        }
        if item.eat("TO") || item.eat("AS") || !item.is("COLUMN") {
            let _ = item.eat_op("=");
            return Some(Action::RenameTo(item.path()?));
        }
    }
    let _ = item.eat("COLUMN");
    let if_exists = item.if_exists();
    let from = item.name()?;
    if !item.eat("TO") {
        return None;
    }
    Some(Action::RenameColumn { from, to: item.name()?, if_exists })
}

fn alter(item: &mut Cursor<'_>) -> Option<Action> {
    if item.eat("CONSTRAINT") || item.mysql() && item.eat("CHECK") {
        let name = item.name()?;
        let mut found = ConstraintDetails::default();
        let written =
            |words: &[&str]| item.tokens().iter().any(|token| words.iter().any(|word| token.is(item.text, word)));
        let (deferrable, deferred, enforced) =
            (written(&["DEFERRABLE", "DEFERRED"]), written(&["DEFERRABLE", "INITIALLY"]), written(&["ENFORCED"]));
        constraint::attributes(item, &mut found)?;
        return Some(Action::SetConstraint {
            name,
            deferrable: deferrable.then_some(found.deferrable),
            deferred: deferred.then_some(found.deferred),
            enforced: enforced.then_some(!found.not_enforced),
            validated: false,
        });
    }
    if item.mysql() && (item.eat("INDEX") || item.eat("KEY")) {
        let _ = item.if_exists();
        let name = item.name()?;
        let hidden = if item.dialect == migrate_core::Dialect::MariaDb { "ignored" } else { "invisible" };
        let off = item.is_any(&["INVISIBLE", "IGNORED"]);
        return Some(Action::SetIndexOptions { name, settings: vec![(hidden.into(), off.then(|| "".into()))] });
    }
    let _ = item.eat("COLUMN");
    let _ = item.mysql() && item.if_exists();
    let name = item.name()?;
    if item.eat("SET DATA TYPE") || item.eat("TYPE") {
        let (ty, _) = types::read(item)?;
        let collation = if item.eat("COLLATE") { column::collation(item)? } else { None };
        let using = item.eat("USING").then(|| expr::read(item));
        return Some(Action::SetType { name, ty, collation, using });
    }
    if item.eat("SET NOT NULL") {
        return Some(Action::SetNotNull { name, not_null: true });
    }
    if item.eat("DROP NOT NULL") {
        return Some(Action::SetNotNull { name, not_null: false });
    }
    if item.eat("SET DEFAULT") {
        let value = item.postgres().then(|| super::expr::read(&item.clone()));
        return Some(Action::SetDefault { name, default: Some(column::rest_as_text(item)), value });
    }
    if item.eat("DROP DEFAULT") {
        return Some(Action::SetDefault { name, default: None, value: None });
    }
    if item.eat("DROP IDENTITY") {
        return Some(Action::DropIdentity { name, if_exists: item.if_exists() });
    }
    if item.eat("DROP EXPRESSION") {
        return Some(Action::SetExpression { name, expr: None, if_exists: item.if_exists() });
    }
    if item.eat("SET EXPRESSION AS") {
        let inner = item.parens()?;
        return Some(Action::SetExpression { name, expr: Some(super::expr::read(&inner)), if_exists: false });
    }
    let settings = if item.eat("ADD GENERATED") {
        return identity(item, name, true);
    } else if item.postgres() && (item.is("RESTART") || item.is("SET") && is_numbering(item)) {
        return identity(item, name, false);
    } else if item.eat("SET STATISTICS") {
        let value = item.take_rest();
        vec![("statistics".into(), Some(Arc::from(value)).filter(|value: &Arc<str>| &**value != "- 1"))]
    } else if item.eat("SET STORAGE") {
        let storage = item.plain()?.to_lowercase();
        vec![("storage".into(), Some(Arc::from(storage)).filter(|storage: &Arc<str>| &**storage != "default"))]
    } else if item.eat("SET COMPRESSION") {
        let method = item.plain()?.to_lowercase();
        vec![("compression".into(), Some(Arc::from(method)).filter(|method: &Arc<str>| &**method != "default"))]
    } else if item.postgres() && item.eat("OPTIONS") {
        vec![(OPTION_CHANGES.into(), Some(item.take_rest().into()))]
    } else if item.eat("SET INVISIBLE") {
        vec![("invisible".into(), Some("".into()))]
    } else if item.eat("SET VISIBLE") {
        vec![("invisible".into(), None)]
    } else if item.peek_at(1).is_some_and(|token| token.kind == Kind::Open) && item.is_any(&["SET", "RESET"]) {
        let to_values = item.eat("SET") || !item.eat("RESET");
        options::parameter_settings(item, to_values)?
    } else {
        Settings::new()
    };
    Some(Action::SetColumnOptions { name, settings })
}

/// Whether behind `SET` stands something about the sequence of an identity.
fn is_numbering(item: &Cursor<'_>) -> bool {
    ["GENERATED", "START", "INCREMENT", "MINVALUE", "MAXVALUE", "CACHE", "CYCLE", "NO", "SEQUENCE"]
        .iter()
        .any(|word| item.is_at(1, word))
}

/// `ALWAYS AS IDENTITY (…)`, or a row of `SET …`.
fn identity(item: &mut Cursor<'_>, name: Ident, add: bool) -> Option<Action> {
    let mut always = None;
    let mut settings = Settings::new();
    if add {
        always = Some(item.eat("ALWAYS"));
        item.skip_to(&["IDENTITY"]);
        if !item.eat("IDENTITY") {
            return None;
        }
        if item.is_kind(Kind::Open) {
            settings = options::numbering(&mut item.parens()?)?.settings;
        }
    }
    while !add && !item.done() {
        let _ = item.eat("SET");
        if item.eat("GENERATED ALWAYS") {
            always = Some(true);
        } else if item.eat("GENERATED BY DEFAULT") {
            always = Some(false);
        } else {
            let before = item.at;
            settings.extend(options::numbering(item)?.settings);
            if item.at == before {
                return None;
            }
        }
    }
    Some(Action::SetIdentity { name, add, always, settings })
}
