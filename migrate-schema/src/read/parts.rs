//! Events, functions and procedures of MySQL and MariaDB, part by part.

use std::sync::Arc;

use super::Effect;
use super::cursor::Cursor;
use super::types;
use crate::catalog::change::{Change, Doubt, Kind as Thing, NewOther};
use crate::catalog::details::{Definition, Settings, set};
use crate::catalog::name::{Ident, Path};
use crate::catalog::other::OtherName;
use crate::catalog::parts::{Code, Parts, PartsChange};
use crate::sql::Kind;

/// Words of a body that may change the schema whenever the event runs.
const CHANGES: &[&str] = &["CREATE", "ALTER", "DROP", "RENAME", "EXECUTE"];

/// Who is named behind `DEFINER`, at the cursor; none is who runs the statement.
pub(super) fn definer(cursor: &mut Cursor<'_>) -> Option<Option<Arc<str>>> {
    if !cursor.eat("DEFINER") {
        return None;
    }
    let _ = cursor.eat_op("=");
    let from = cursor.at;
    let own = cursor.is("CURRENT_USER");
    cursor.next()?;
    if cursor.eat_op("@") {
        cursor.next()?;
    } else if cursor.is_kind(Kind::Open) {
        cursor.parens()?;
    }
    let who: String = (from..cursor.at).filter_map(|at| cursor.written(at)).collect();
    Some((!own).then(|| who.into()))
}

/// The same, wherever it stands before `to`.
fn definer_before(cursor: &Cursor<'_>, to: usize) -> Option<Arc<str>> {
    let mut whole = cursor.clone();
    whole.at = 0;
    while whole.at < to {
        if let Some(who) = definer(&mut whole) {
            return who;
        }
        whole.at += 1;
    }
    None
}

/// What is at the cursor up to the end, without marks of `/*! … */`.
fn rest(cursor: &Cursor<'_>) -> Code {
    Code { text: cursor.without(&[]).trim_end().into(), meaning: cursor.meaning(&[]).into() }
}

fn comment(cursor: &mut Cursor<'_>, said: &mut Settings) -> Option<bool> {
    if !cursor.eat("COMMENT") {
        return Some(false);
    }
    let from = cursor.at;
    let text = cursor.literal()?;
    let written = format!("COMMENT {}", cursor.spaced(from, cursor.at));
    said.push(("comment".into(), (!text.is_empty()).then(|| written.into())));
    Some(true)
}

/// One thing that is said about a routine. False where there is none.
fn characteristic(cursor: &mut Cursor<'_>, said: &mut Settings) -> Option<bool> {
    let (name, text) = if cursor.eat("LANGUAGE SQL") {
        return Some(true);
    } else if cursor.eat("NOT DETERMINISTIC") {
        ("deterministic", None)
    } else if cursor.eat("DETERMINISTIC") {
        ("deterministic", Some("DETERMINISTIC"))
    } else if cursor.eat("CONTAINS SQL") {
        ("data", None)
    } else if cursor.eat("NO SQL") {
        ("data", Some("NO SQL"))
    } else if cursor.eat("READS SQL DATA") {
        ("data", Some("READS SQL DATA"))
    } else if cursor.eat("MODIFIES SQL DATA") {
        ("data", Some("MODIFIES SQL DATA"))
    } else if cursor.eat("SQL SECURITY DEFINER") {
        ("sql security", None)
    } else if cursor.eat("SQL SECURITY INVOKER") {
        ("sql security", Some("SQL SECURITY INVOKER"))
    } else {
        return comment(cursor, said);
    };
    said.push((name.into(), text.map(Into::into)));
    Some(true)
}

/// The arguments of a routine with types that mean the same in the same words.
fn arguments(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut inner = cursor.parens()?;
    let mut found = Vec::new();
    while let Some(mut item) = inner.item() {
        let mode = ["IN", "OUT", "INOUT"].into_iter().find(|mode| item.eat(mode)).unwrap_or("IN");
        let name = item.name()?.key;
        found.push(format!("{mode} {name} {}", typed(&mut item)?));
        if !item.done() {
            return None;
        }
    }
    Some(found.join(", "))
}

/// A type with what is said about its characters.
fn typed(cursor: &mut Cursor<'_>) -> Option<String> {
    let (ty, _) = types::read(cursor)?;
    let mut out = ty.meaning.to_string();
    loop {
        let from = cursor.at;
        let set = cursor.eat("CHARACTER SET") || cursor.eat("CHARSET") || cursor.eat("CHAR SET");
        if !set && !cursor.eat("COLLATE") {
            return Some(out);
        }
        cursor.next()?;
        let name = cursor.spaced(cursor.at - 1, cursor.at).to_lowercase();
        if cursor.at == from {
            return None;
        }
        // What the server adds where nothing is said.
        if matches!(&*name, "utf8mb4" | "utf8mb4_general_ci" | "utf8mb4_0900_ai_ci") {
            continue;
        }
        out.push_str(if set { " charset " } else { " collate " });
        out.push_str(&name);
    }
}

/// A routine of which the name stands before the cursor. `word`: what it is.
pub(super) fn routine(cursor: &Cursor<'_>, path: &Path, word: &str, definition: &Definition) -> Option<Parts> {
    let mut cursor = cursor.clone();
    let mut parts = Parts { definer: definer_before(&cursor, cursor.at), ..Parts::default() };
    let mut whole = cursor.clone();
    whole.at = 0;
    whole.skip_to(&["AGGREGATE", "FUNCTION", "PROCEDURE"]);
    let start = whole.at;
    let _ = whole.eat("AGGREGATE");
    whole.next()?;
    // Without `IF NOT EXISTS`.
    let what = whole.spaced(start, whole.at).to_uppercase();
    let _ = whole.if_not_exists();
    let named = whole.at;
    let mut meaning = format!("{word} {}({})", path.name.key, arguments(&mut cursor)?);
    if cursor.eat("RETURNS") || cursor.eat("RETURN") {
        meaning = format!("{meaning} returns {}", typed(&mut cursor)?);
    }
    let text = &cursor.text[cursor.range(named, cursor.at)];
    parts.head = Code { text: format!("{what} {text}").into(), meaning: meaning.into() };
    let mut said = Settings::new();
    while characteristic(&mut cursor, &mut said)? {}
    set(&mut parts.said, &said);
    parts.body = rest(&cursor);
    // A text with marks of `/*! … */` in it is not cut.
    definition.text.contains(parts.head.text.split_once(' ')?.1).then_some(parts)
}

/// From behind `ALTER PROCEDURE` or `ALTER FUNCTION`.
pub(super) fn alter_routine(cursor: &mut Cursor<'_>, kind: Thing) -> Option<Effect> {
    let _ = cursor.if_exists();
    let path = cursor.path()?;
    let mut change = PartsChange::default();
    while !cursor.done() {
        if !characteristic(cursor, &mut change.said)? {
            return None;
        }
    }
    Some(Effect::Changes(vec![Change::AlterCode { kind, path, change: Box::new(change) }]))
}

/// Clauses of an event up to its body. The new name is given back.
fn event_clauses(cursor: &mut Cursor<'_>, said: &mut Settings) -> Option<Option<Ident>> {
    let mut to = None;
    while !cursor.done() && !cursor.is("DO") {
        let from = cursor.at;
        if cursor.eat("ON SCHEDULE") {
            cursor.skip_to(&["ON", "RENAME", "ENABLE", "DISABLE", "COMMENT", "DO"]);
            said.push(("schedule".into(), Some(cursor.spaced(from, cursor.at).into())));
        } else if cursor.eat("ON COMPLETION NOT PRESERVE") {
            said.push(("completion".into(), None));
        } else if cursor.eat("ON COMPLETION PRESERVE") {
            said.push(("completion".into(), Some("ON COMPLETION PRESERVE".into())));
        } else if cursor.eat("ENABLE") {
            said.push(("state".into(), None));
        } else if cursor.eat("DISABLE ON SLAVE") || cursor.eat("DISABLE ON REPLICA") {
            said.push(("state".into(), Some("DISABLE ON SLAVE".into())));
        } else if cursor.eat("DISABLE") {
            said.push(("state".into(), Some("DISABLE".into())));
        } else if cursor.eat("RENAME TO") {
            to = Some(cursor.path()?.name);
        } else if !comment(cursor, said)? {
            return None;
        }
    }
    Some(to)
}

fn head(name: &Ident, cursor: &Cursor<'_>) -> (Arc<str>, Code) {
    let named: Arc<str> = cursor.dialect.quote_name(&name.text).into();
    let code = Code { text: format!("EVENT {named}").into(), meaning: format!("event {}", name.key).into() };
    (named, code)
}

/// An event whose body may change the schema does so whenever it likes.
fn doubt(body: &Cursor<'_>) -> Option<Change> {
    let tokens = body.tokens();
    let acts = tokens.iter().any(|token| CHANGES.iter().any(|word| token.is(body.text, word)));
    acts.then_some(Change::Doubt(Doubt::Everything))
}

/// From behind `CREATE … EVENT`.
pub(super) fn create_event(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut parts = Parts { definer: definer_before(cursor, cursor.at), ..Parts::default() };
    let _ = cursor.if_not_exists();
    let name = cursor.path()?.name;
    let at = cursor.at;
    let mut said = Settings::new();
    if event_clauses(cursor, &mut said)?.is_some() {
        return None;
    }
    set(&mut parts.said, &said);
    let (named, code) = head(&name, cursor);
    parts.head = code;
    parts.body = rest(cursor);
    let mut definition = super::definition::of(cursor, at);
    definition.meaning = parts.meaning().into();
    definition.parts = Some(Arc::new(parts));
    let new = NewOther {
        name: OtherName::event(name),
        table: None,
        named,
        definition: Arc::new(definition),
        publication: None,
        says: None,
        or_replace: false,
        if_not_exists: false,
    };
    let mut changes = vec![Change::CreateOther(Box::new(new))];
    changes.extend(doubt(cursor));
    Some(Effect::Changes(changes))
}

/// From behind `ALTER … EVENT`.
pub(super) fn alter_event(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let mut change = PartsChange { definer: definer_before(cursor, cursor.at), ..PartsChange::default() };
    let _ = cursor.if_exists();
    let path = cursor.path()?;
    if path.schema.is_some() {
        return None;
    }
    let name = path.name;
    if let Some(to) = event_clauses(cursor, &mut change.said)? {
        let (named, code) = head(&to, cursor);
        change.to = Some((OtherName::event(to), named, code));
    }
    let mut changes = Vec::new();
    if cursor.is("DO") {
        change.body = Some(rest(cursor));
        changes.extend(doubt(cursor));
    }
    changes.insert(0, Change::AlterEvent { name: OtherName::event(name), change: Box::new(change) });
    Some(Effect::Changes(changes))
}

/// From behind `DROP EVENT`.
pub(super) fn drop_event(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let if_exists = cursor.if_exists();
    let path = cursor.path()?;
    // What another database has nobody knows.
    let if_exists = if_exists || path.schema.is_some();
    Some(Effect::Changes(vec![Change::DropOther { name: OtherName::event(path.name), if_exists }]))
}
