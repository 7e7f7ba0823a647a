//! `ALTER …`.

use std::sync::Arc;

use super::column::{self, ReadColumn, TablePart};
use super::cursor::Cursor;
use super::{Effect, object, types};
use crate::catalog::change::{Action, AlterTable, Change, Doubt, Kind as Thing, Numbered, OnlyKind};
use crate::catalog::name::Path;
use crate::sql::Kind;

/// From behind `ALTER`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.mysql() {
        let _ = cursor.eat("ONLINE") || cursor.eat("OFFLINE");
        let _ = cursor.eat("IGNORE");
    }
    let foreign = cursor.postgres() && cursor.eat("FOREIGN TABLE");
    if foreign || cursor.eat("TABLE") {
        return table(cursor);
    }
    let kind = if cursor.eat("VIEW") {
        Thing::View
    } else if cursor.eat("MATERIALIZED VIEW") {
        Thing::MaterializedView
    } else if cursor.eat("INDEX") {
        Thing::Index
    } else if cursor.eat("SEQUENCE") {
        Thing::Sequence
    } else if cursor.eat("TYPE") {
        return object::alter_type(cursor);
    } else if cursor.eat("DOMAIN") {
        Thing::Domain
    } else if cursor.postgres() && cursor.eat("SCHEMA") {
        let from = cursor.name()?;
        if cursor.eat("RENAME TO") {
            return Some(Effect::Changes(vec![Change::RenameSchema { from, to: cursor.name()? }]));
        }
        return Some(Effect::Nothing);
    } else if cursor.is_any(&["FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "EXTENSION", "TRIGGER"])
        || cursor.is("EVENT") && cursor.is_at(1, "TRIGGER")
    {
        // Renamed or moved: what depends on their names is not checked.
        let renamed = cursor.tokens().iter().any(|token| {
            token.is(cursor.text, "RENAME") || token.is(cursor.text, "SCHEMA") || token.is(cursor.text, "UPDATE")
        });
        return Some(if renamed { Effect::Opaque } else { Effect::Nothing });
    } else if cursor.is_any(&[
        "ROLE",
        "USER",
        "GROUP",
        "POLICY",
        "DATABASE",
        "DEFAULT",
        "PUBLICATION",
        "SUBSCRIPTION",
        "SYSTEM",
        "SERVER",
        "LANGUAGE",
        "LARGE",
        "COLLATION",
        "CONVERSION",
        "OPERATOR",
        "STATISTICS",
        "TABLESPACE",
        "TEXT",
        "RULE",
        "EVENT",
        "INSTANCE",
        "LOGFILE",
    ]) {
        let path = cursor.is("ROLE") || cursor.is("USER") || cursor.is("DATABASE");
        let search = cursor.tokens().iter().any(|token| token.is(cursor.text, "search_path"));
        return Some(match path && search {
            true => Effect::Changes(vec![Change::Doubt(Doubt::SearchPath)]),
            false => Effect::Nothing,
        });
    } else {
        return None;
    };
    if cursor.mysql() {
        // ALTER VIEW of MySQL writes the view anew.
        return Some(Effect::Nothing);
    }
    let if_exists = cursor.if_exists();
    let path = cursor.path()?;
    if cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        return Some(Effect::Changes(vec![Change::Rename { kind, path, to, if_exists }]));
    }
    if cursor.eat("SET SCHEMA") {
        let schema = cursor.name()?;
        return Some(Effect::Changes(vec![Change::Move { kind, path, schema, if_exists }]));
    }
    if cursor.is("ATTACH") || kind == Thing::MaterializedView && cursor.is("RENAME") || cursor.is("OWNED") {
        return Some(Effect::Changes(vec![Change::Doubt(Doubt::Names(vec![path.name]))]));
    }
    if kind == Thing::Sequence && cursor.tokens().iter().any(|token| token.is(cursor.text, "OWNED")) {
        return Some(Effect::Changes(vec![Change::Doubt(Doubt::Names(vec![path.name]))]));
    }
    Some(Effect::Changes(vec![Change::Needs { kind, path, column: None, if_exists }]))
}

/// From behind `ALTER TABLE`.
fn table(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.postgres() && cursor.is("ALL") && cursor.is_at(1, "IN") {
        return Some(Effect::Nothing);
    }
    let if_exists = cursor.if_exists();
    let _ = cursor.postgres() && cursor.eat("ONLY");
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
    let mut actions = Vec::new();
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
    Some(Effect::Changes(vec![Change::AlterTable(Box::new(AlterTable { path, if_exists, actions }))]))
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
        actions.push(Action::TouchConstraint(item.name()?));
        return Some(());
    }
    if item.eat("ATTACH PARTITION") || item.eat("INHERIT") || item.eat("NO INHERIT") || item.eat("DETACH PARTITION") {
        actions.push(Action::Join(item.path()?));
        return Some(());
    }
    if item.mysql() && item.is_any(&["PARTITION", "EXCHANGE", "COALESCE", "REORGANIZE", "REMOVE", "TRUNCATE"]) {
        actions.push(Action::Nothing);
        return Some(());
    }
    if item.mysql() && item.is("ENGINE") {
        let inno =
            item.tokens().iter().any(|token| item.str(*token).trim_matches(['\'', '"']).eq_ignore_ascii_case("innodb"));
        actions.push(if inno { Action::Nothing } else { Action::Unknown });
        return Some(());
    }
    // What the catalog does not keep: owners, storage, triggers on and off, options of the table.
    let known = item.is_any(&[
        "OWNER",
        "SET",
        "RESET",
        "ENABLE",
        "DISABLE",
        "CLUSTER",
        "REPLICA",
        "FORCE",
        "NO",
        "ENGINE",
        "AUTO_INCREMENT",
        "COMMENT",
        "DEFAULT",
        "CHARACTER",
        "CHARSET",
        "COLLATE",
        "CONVERT",
        "ROW_FORMAT",
        "ALGORITHM",
        "LOCK",
        "ORDER",
        "DISCARD",
        "IMPORT",
        "WITH",
        "WITHOUT",
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
        "ROW_FORMAT",
        "COMPRESSION",
        "ENCRYPTION",
        "ENCRYPTED",
        "PAGE_COMPRESSED",
        "UNION",
        "TABLESPACE",
        "NOWAIT",
    ]);
    actions.push(if known { Action::Nothing } else { Action::Unknown });
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
        actions.push(Action::Nothing);
        return Some(());
    }
    if item.mysql() && (item.is("PERIOD") || item.is("SYSTEM")) {
        return None;
    }
    if column::is_table_part(item) {
        actions.push(match column::table_part(item)? {
            TablePart::Constraint(constraint) => Action::AddConstraint(Box::new(constraint)),
            TablePart::Index(index) => Action::AddIndex(Box::new(index)),
        });
        return Some(());
    }
    let _ = item.eat("COLUMN");
    let if_not_exists = item.if_not_exists();
    if item.mysql() && item.is_kind(Kind::Open) {
        let mut inner = item.parens()?;
        while let Some(mut item) = inner.item() {
            if column::is_table_part(&item) {
                actions.push(match column::table_part(&mut item)? {
                    TablePart::Constraint(constraint) => Action::AddConstraint(Box::new(constraint)),
                    TablePart::Index(index) => Action::AddIndex(Box::new(index)),
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
            return Some(Action::Nothing);
        }
        if item.is("PERIOD") || item.is("SYSTEM") {
            return None;
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
        return Some(Action::TouchConstraint(item.name()?));
    }
    if item.mysql() && item.is("INDEX") {
        return Some(Action::Nothing);
    }
    let _ = item.eat("COLUMN");
    let _ = item.mysql() && item.if_exists();
    let name = item.name()?;
    if item.eat("SET DATA TYPE") || item.eat("TYPE") {
        let (ty, _) = types::read(item)?;
        return Some(Action::SetType { name, ty });
    }
    if item.eat("SET NOT NULL") {
        return Some(Action::SetNotNull { name, not_null: true });
    }
    if item.eat("DROP NOT NULL") {
        return Some(Action::SetNotNull { name, not_null: false });
    }
    if item.eat("SET DEFAULT") {
        return Some(Action::SetDefault { name, default: Some(column::rest_as_text(item)) });
    }
    if item.eat("DROP DEFAULT") {
        return Some(Action::SetDefault { name, default: None });
    }
    let numbered = if item.is("ADD") {
        Some(Numbered::Identity { always: item.tokens().iter().any(|token| token.is(item.text, "ALWAYS")) })
    } else if item.is("DROP") && item.is_at(1, "IDENTITY") {
        Some(Numbered::No)
    } else {
        None
    };
    Some(Action::TouchColumn { name, numbered })
}

/// Text of a string as the catalog keeps values.
pub(super) fn value(cursor: &mut Cursor<'_>) -> Option<(Arc<str>, crate::source::Place)> {
    let (text, place) = cursor.string()?;
    Some((text.into(), place))
}
