//! `CREATE …`.

use super::cursor::Cursor;
use super::{Effect, index, object, other_object, policy, routine, table, trigger, virtual_table};
use crate::catalog::change::{Change, Doubt, Kind as Thing};
use crate::catalog::details::{Options, ViewDetails};
use crate::catalog::name::Path;

fn one(change: Change) -> Option<Effect> {
    Some(Effect::Changes(vec![change]))
}

/// From behind `ALTER`, where a view of MySQL is said anew.
pub(super) fn altered_view(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let Effect::Changes(mut changes) = read(cursor)? else { return None };
    let [Change::CreateView(view)] = &mut changes[..] else { return None };
    view.or_replace = true;
    Some(Effect::Changes(changes))
}

/// From behind `CREATE`.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut or_replace = false;
    let mut temporary = false;
    let mut recursive = false;
    let mut unique = false;
    let mut method = None;
    let mut unlogged = false;
    let mut view = ViewDetails::default();
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
                unlogged |= cursor.is("UNLOGGED");
                cursor.next();
            }
        } else if cursor.eat("RECURSIVE") {
            recursive = true;
        } else if cursor.eat("UNIQUE") {
            unique = true;
        } else if cursor.mysql() && cursor.is_any(&["FULLTEXT", "SPATIAL"]) {
            method = index::mysql_method(cursor);
        } else if cursor.mysql() && (cursor.eat("ONLINE") || cursor.eat("OFFLINE")) {
        } else if cursor.mysql() && (cursor.is("ALGORITHM") || cursor.is("SQL") && cursor.is_at(1, "SECURITY")) {
            let name = if cursor.eat("ALGORITHM") { "algorithm" } else { "sql security" };
            let _ = cursor.eat("SQL SECURITY");
            let _ = cursor.eat_op("=");
            let value = cursor.plain()?.to_lowercase();
            // What holds anyway is left out.
            if !matches!(&*value, "undefined" | "definer") {
                view.options.insert(name.into(), value.into());
            }
        } else if cursor.mysql() && cursor.is("DEFINER") {
            if let Some(who) = super::parts::definer(cursor)? {
                view.options.insert("definer".into(), who);
            }
        } else {
            break;
        }
    }
    if cursor.eat("TABLE") {
        let mut change = table::create(cursor, temporary, or_replace, false)?;
        if let (Change::CreateTable(table), true) = (&mut change, unlogged) {
            table.options.insert("unlogged".into(), "".into());
        }
        return one(change);
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
        let mut fault = None;
        if cursor.eat("USING") {
            // Modules read their arguments themselves: `+ name` is not `+name`.
            table.names = virtual_table::columns(cursor, &name);
            fault = virtual_table::fault(cursor);
            table.options.insert("virtual".into(), cursor.without(&[]).into());
            let _ = cursor.take_rest();
        }
        let shadows =
            ["data", "idx", "content", "docsize", "config", "segments", "segdir", "stat", "node", "parent", "rowid"];
        let shadows = shadows.map(|end| {
            let text = format!("{}_{end}", name.text);
            crate::catalog::name::Ident::made(&text, cursor.dialect, name.place)
        });
        let made = [Change::CreateTable(Box::new(table)), Change::Doubt(Doubt::Names(shadows.to_vec()))];
        return Some(Effect::Changes(
            fault.map(|fault| Change::Fault(Box::new(fault))).into_iter().chain(made).collect(),
        ));
    }
    if cursor.eat("INDEX") {
        return one(index::create(cursor, unique, method, or_replace)?);
    }
    if cursor.eat("VIEW") {
        let change = object::create_view(cursor, temporary, false, or_replace, view)?;
        return one(match (change, recursive) {
            (Change::CreateView(mut view), true) => {
                // It reads itself.
                view.query = None;
                view.details.options.insert("recursive".into(), "".into());
                Change::CreateView(view)
            }
            (change, _) => change,
        });
    }
    if cursor.postgres() && cursor.eat("MATERIALIZED VIEW") {
        return one(object::create_view(cursor, false, true, false, view)?);
    }
    if cursor.eat("SEQUENCE") {
        let mut effect = object::create_sequence(cursor, temporary, or_replace)?;
        if let (Effect::Changes(changes), true) = (&mut effect, unlogged) {
            for change in changes {
                if let Change::CreateSequence { options, .. } = change {
                    options.insert("unlogged".into(), "".into());
                }
            }
        }
        return Some(effect);
    }
    if cursor.postgres() && cursor.eat("TYPE") {
        return one(object::create_type(cursor)?);
    }
    if cursor.postgres() && cursor.eat("DOMAIN") {
        return one(object::create_domain(cursor)?);
    }
    if cursor.is_any(&["FUNCTION", "AGGREGATE"]) {
        let word = if cursor.eat("FUNCTION") { "function" } else { "aggregate" };
        let _ = cursor.eat("AGGREGATE");
        return one(routine::create(cursor, Thing::Function, word, or_replace)?);
    }
    if cursor.eat("PROCEDURE") {
        return one(routine::create(cursor, Thing::Procedure, "procedure", or_replace)?);
    }
    if cursor.postgres() && cursor.eat("POLICY") {
        return policy::create(cursor);
    }
    let constraint = cursor.is("CONSTRAINT");
    if cursor.eat("TRIGGER") || cursor.eat("CONSTRAINT TRIGGER") {
        let mut change = trigger::create(cursor, or_replace, constraint)?;
        if let Change::CreateTrigger(new) = &mut change
            && cursor.sqlite()
            && temporary
        {
            // The table may be one that stays: the trigger goes with the session all the same.
            let place = new.path.name.place;
            new.path.schema = Some(crate::catalog::name::Ident::made("temp", cursor.dialect, place));
        }
        return one(change);
    }
    if cursor.eat("EXTENSION") {
        let if_not_exists = cursor.if_not_exists();
        let name = cursor.name()?;
        let mut options = Options::new();
        let _ = cursor.eat("WITH");
        loop {
            if cursor.eat("SCHEMA") {
                options.insert("schema".into(), cursor.plain()?);
            } else if cursor.eat("VERSION") {
                options.insert("version".into(), cursor.plain()?);
            } else {
                break;
            }
        }
        return one(Change::CreateExtension { name, if_not_exists, options });
    }
    if cursor.eat("SCHEMA") || cursor.mysql() && cursor.eat("DATABASE") {
        return schema(cursor);
    }
    if let Some(mut effect) = other_object::of_postgres(cursor, other_object::create) {
        if let Effect::Changes(changes) = &mut effect
            && let [Change::CreateOther(new)] = &mut changes[..]
        {
            new.or_replace = or_replace;
        }
        return Some(effect);
    }
    let nothing = [
        "RULE",
        "ROLE",
        "USER",
        "GROUP",
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
    if cursor.mysql() && cursor.eat("EVENT") {
        return super::parts::create_event(cursor);
    }
    None
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
        of: None,
        query: None,
        names: None,
        given: Vec::new(),
    }
}

fn schema(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let if_not_exists = cursor.if_not_exists();
    let mut named = match cursor.is("AUTHORIZATION") {
        true => None,
        false => Some(cursor.name()?),
    };
    if cursor.eat("AUTHORIZATION") {
        // Without a name it is called like its owner.
        let owner = cursor.name()?;
        let known = !["current_user", "current_role", "session_user"].contains(&&*owner.key);
        named = named.or(known.then_some(owner));
    }
    let Some(name) = named else { return Some(Effect::Changes(vec![Change::Doubt(Doubt::Everything)])) };
    let mut changes = vec![Change::CreateSchema { name: name.clone(), if_not_exists }];
    if cursor.postgres() && !cursor.done() {
        match elements(cursor) {
            Some(inside) => {
                changes.push(Change::Inside(Some(name)));
                // In the server's order, not in that of the text.
                let mut inside = inside;
                inside.sort_by_key(|change| match change {
                    Change::CreateSequence { .. } => 0,
                    Change::CreateTable(_) => 1,
                    Change::CreateView(_) => 2,
                    Change::CreateIndex(_) => 3,
                    Change::CreateTrigger(_) => 4,
                    _ => 5,
                });
                changes.extend(inside);
                changes.push(Change::Inside(None));
            }
            None => changes.push(Change::Doubt(Doubt::Everything)),
        }
    }
    Some(Effect::Changes(changes))
}

/// What is made inside of `CREATE SCHEMA`; none if something cannot be read.
fn elements(cursor: &mut Cursor<'_>) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    while !cursor.done() {
        let mut ahead = cursor.clone();
        ahead.next()?;
        ahead.skip_to(&["CREATE", "GRANT"]);
        let mut item = cursor.clone();
        item.truncate(ahead.at);
        cursor.at = ahead.at;
        let effect = match item.eat("CREATE") {
            true => read(&mut item)?,
            false if item.eat("GRANT") => super::grant::read(&mut item, true)?,
            false => return None,
        };
        match effect {
            Effect::Changes(own) => changes.extend(own),
            Effect::Nothing => (),
            Effect::Opaque => return None,
        }
    }
    Some(changes)
}
