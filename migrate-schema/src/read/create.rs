//! `CREATE …`.

use super::cursor::Cursor;
use super::{Effect, index, object, table};
use crate::catalog::change::{Change, Doubt, Kind as Thing};
use crate::catalog::details::Options;
use crate::catalog::name::Path;
use crate::sql::Kind;

fn one(change: Change) -> Option<Effect> {
    Some(Effect::Changes(vec![change]))
}

/// From behind `CREATE`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut or_replace = false;
    let mut temporary = false;
    let mut recursive = false;
    let mut unique = false;
    let mut plain = true;
    // Words that come before the kind of the thing.
    loop {
        if cursor.eat("OR REPLACE") {
            or_replace = true;
        } else if cursor.eat("TEMP") || cursor.eat("TEMPORARY") {
            temporary = true;
        } else if cursor.is_any(&["GLOBAL", "LOCAL", "UNLOGGED", "AGGREGATE"])
            && ["TEMP", "TEMPORARY", "TABLE", "SEQUENCE", "FUNCTION"].iter().any(|word| cursor.is_at(1, word))
            || cursor.eat("TRUSTED")
            || cursor.eat("PROCEDURAL")
        {
            if cursor.is_any(&["GLOBAL", "LOCAL", "UNLOGGED", "AGGREGATE"]) {
                cursor.next();
            }
        } else if cursor.eat("RECURSIVE") {
            recursive = true;
        } else if cursor.eat("UNIQUE") {
            unique = true;
        } else if cursor.mysql() && (cursor.eat("FULLTEXT") || cursor.eat("SPATIAL")) {
            plain = false;
        } else if cursor.mysql() && (cursor.eat("ONLINE") || cursor.eat("OFFLINE")) {
        } else if cursor.mysql() && (cursor.eat("ALGORITHM") || cursor.eat("SQL SECURITY")) {
            let _ = cursor.eat_op("=");
            cursor.next()?;
        } else if cursor.mysql() && cursor.eat("DEFINER") {
            let _ = cursor.eat_op("=");
            cursor.next()?;
            if cursor.eat_op("@") {
                cursor.next()?;
            } else if cursor.is_kind(Kind::Open) {
                cursor.parens()?;
            }
        } else {
            break;
        }
    }
    if cursor.eat("TABLE") {
        return one(table::create(cursor, temporary, or_replace, false)?);
    }
    if cursor.postgres() && cursor.eat("FOREIGN TABLE") {
        return one(table::create(cursor, false, false, true)?);
    }
    if cursor.sqlite() && cursor.eat("VIRTUAL TABLE") {
        let if_not_exists = cursor.if_not_exists();
        let path = cursor.path()?;
        let name = path.name.clone();
        // The module decides on its columns, and may make tables of its own beside it.
        let mut table = empty_table(path, if_not_exists);
        table.open = true;
        let shadows =
            ["data", "idx", "content", "docsize", "config", "segments", "segdir", "stat", "node", "parent", "rowid"];
        let shadows = shadows.map(|end| {
            let text = format!("{}_{end}", name.text);
            crate::catalog::name::Ident::made(&text, cursor.dialect, name.place)
        });
        return Some(Effect::Changes(vec![
            Change::CreateTable(Box::new(table)),
            Change::Doubt(Doubt::Names(shadows.to_vec())),
        ]));
    }
    if cursor.eat("INDEX") {
        return one(index::create(cursor, unique, plain, or_replace)?);
    }
    if cursor.eat("VIEW") {
        let change = object::create_view(cursor, temporary, false, or_replace)?;
        return one(match (change, recursive) {
            (Change::CreateView(mut view), true) => {
                // It reads itself.
                view.query = None;
                Change::CreateView(view)
            }
            (change, _) => change,
        });
    }
    if cursor.postgres() && cursor.eat("MATERIALIZED VIEW") {
        return one(object::create_view(cursor, false, true, false)?);
    }
    if cursor.eat("SEQUENCE") {
        if !cursor.postgres() {
            return Some(Effect::Changes(vec![Change::Doubt(Doubt::Names(vec![sequence_name(cursor)?]))]));
        }
        return object::create_sequence(cursor, temporary);
    }
    if cursor.postgres() && cursor.eat("TYPE") {
        return one(object::create_type(cursor)?);
    }
    if cursor.postgres() && cursor.eat("DOMAIN") {
        return one(object::create_domain(cursor)?);
    }
    if cursor.eat("FUNCTION") || cursor.eat("AGGREGATE") {
        return one(object::create_routine(cursor, Thing::Function, or_replace)?);
    }
    if cursor.eat("PROCEDURE") {
        return one(object::create_routine(cursor, Thing::Procedure, or_replace)?);
    }
    if cursor.eat("TRIGGER") || cursor.eat("CONSTRAINT TRIGGER") {
        return one(object::create_trigger(cursor, or_replace)?);
    }
    if cursor.eat("EXTENSION") {
        let if_not_exists = cursor.if_not_exists();
        let name = cursor.name()?;
        return one(Change::CreateExtension { name, if_not_exists });
    }
    if cursor.eat("SCHEMA") || cursor.mysql() && cursor.eat("DATABASE") {
        return schema(cursor);
    }
    if cursor.eat("RULE") {
        // Rows may go elsewhere; the schema stays.
        return Some(Effect::Nothing);
    }
    let nothing = [
        "ROLE",
        "USER",
        "GROUP",
        "POLICY",
        "PUBLICATION",
        "SUBSCRIPTION",
        "SERVER",
        "CAST",
        "OPERATOR",
        "COLLATION",
        "TEXT",
        "STATISTICS",
        "LANGUAGE",
        "ACCESS",
        "CONVERSION",
        "DATABASE",
        "TABLESPACE",
        "TRANSFORM",
        "LOGFILE",
    ];
    if cursor.is_any(&nothing) || cursor.is("FOREIGN") && cursor.is_at(1, "DATA") {
        return Some(Effect::Nothing);
    }
    if cursor.eat("EVENT TRIGGER") {
        return one(Change::Doubt(Doubt::EventTrigger));
    }
    // Events of MySQL run whenever they like.
    None
}

fn sequence_name(cursor: &mut Cursor<'_>) -> Option<crate::catalog::name::Ident> {
    let _ = cursor.if_not_exists();
    Some(cursor.path()?.name)
}

pub(super) fn empty_table(path: Path, if_not_exists: bool) -> crate::catalog::change::NewTable {
    crate::catalog::change::NewTable {
        path,
        temporary: false,
        if_not_exists,
        or_replace: false,
        columns: Vec::new(),
        constraints: Vec::new(),
        indexes: Vec::new(),
        like: Vec::new(),
        parents: Vec::new(),
        open: false,
        loose: true,
        keyless: false,
        options: Options::new(),
        comment: None,
        bound: None,
        query: None,
    }
}

fn schema(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let if_not_exists = cursor.if_not_exists();
    let mut changes = Vec::new();
    if !cursor.is("AUTHORIZATION") {
        changes.push(Change::CreateSchema { name: cursor.name()?, if_not_exists });
    }
    if cursor.eat("AUTHORIZATION") {
        cursor.next()?;
    }
    if cursor.postgres() && !cursor.done() {
        // Tables and views may be made inside of it.
        changes.push(Change::Doubt(Doubt::Everything));
    }
    Some(Effect::Changes(changes))
}
