//! Objects that are kept as their text: see [`crate::catalog::other`] (PostgreSQL).

use std::sync::Arc;

use super::Effect;
use super::cursor::Cursor;
use crate::catalog::change::{Change, NewOther};
use crate::catalog::name::{Ident, Path};
use crate::catalog::other::{OtherAction, OtherName};
use crate::catalog::said::{About, Said};
use crate::sql::Kind;

/// The words of each kind. `EVENT TRIGGER` comes before what begins with a part of it.
const KINDS: &[&str] = &[
    "RULE",
    "STATISTICS",
    "PUBLICATION",
    "EVENT TRIGGER",
    "COLLATION",
    "CAST",
    "OPERATOR CLASS",
    "OPERATOR FAMILY",
    "OPERATOR",
    "TEXT SEARCH CONFIGURATION",
    "TEXT SEARCH DICTIONARY",
    "TEXT SEARCH PARSER",
    "TEXT SEARCH TEMPLATE",
    "FOREIGN DATA WRAPPER",
    "SERVER",
    "USER MAPPING",
    "CONVERSION",
    "ACCESS METHOD",
    "TRANSFORM",
    "LANGUAGE",
    "SUBSCRIPTION",
];

fn kind_of(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let _ = cursor.is_at(1, "LANGUAGE") && cursor.eat("PROCEDURAL");
    KINDS.iter().find(|kind| cursor.eat(kind)).copied()
}

/// A name that may have its schema before it; an operator is a name, too.
fn qualified(cursor: &mut Cursor<'_>) -> Option<(Ident, Arc<str>)> {
    let place = cursor.place_of(cursor.at, cursor.at + 1);
    let is = |ahead: usize, kind: Kind| cursor.peek_at(ahead).is_some_and(|token| token.kind == kind);
    let mut schema: Arc<str> = "".into();
    if is(1, Kind::Dot) && is(2, Kind::Op) {
        schema = cursor.name()?.key;
        cursor.next();
    }
    if cursor.peek()?.kind == Kind::Op {
        let start = cursor.at;
        while cursor.peek().is_some_and(|token| token.kind == Kind::Op) {
            cursor.next();
        }
        let text = cursor.spaced(start, cursor.at).replace(' ', "");
        let schema = if &*schema == "public" { "".into() } else { schema };
        return Some((Ident::made(&text, cursor.dialect, place), schema));
    }
    let path = cursor.path()?;
    let schema = path.schema.map(|schema| schema.key).filter(|schema| &**schema != "public").unwrap_or_default();
    Some((path.name, schema))
}

/// From behind the words of a kind: which one is meant, and how `DROP` names it.
fn name(cursor: &mut Cursor<'_>, kind: &str, dropped: bool) -> Option<(OtherName, String)> {
    let start = cursor.at;
    let whole = |cursor: &Cursor<'_>, start: usize| {
        Ident::made(&cursor.spaced(start, cursor.at).to_lowercase(), cursor.dialect, cursor.place_of(start, cursor.at))
    };
    let known = |name, rest: &str, on| OtherName { kind: kind.into(), name, rest: rest.into(), on };
    match kind {
        "CAST" => {
            cursor.parens()?;
            let text = cursor.spaced(start, cursor.at);
            // However its types are spelt.
            let side = |ty: &str| {
                let ty = ty.trim_matches(['(', ')', ' ']).to_lowercase();
                super::type_meaning(ty.strip_prefix("public.").unwrap_or(&ty), cursor.dialect).to_string()
            };
            let own = match text.to_lowercase().split_once(" as ") {
                Some((from, to)) if !from.contains('"') && !to.contains('"') => {
                    let named = format!("({} as {})", side(from), side(to));
                    Ident::made(&named, cursor.dialect, cursor.place_of(start, cursor.at))
                }
                _ => whole(cursor, start),
            };
            Some((known(own, "", None), text))
        }
        "USER MAPPING" => {
            if !cursor.eat("FOR") {
                return None;
            }
            cursor.next()?;
            if !cursor.eat("SERVER") {
                return None;
            }
            cursor.name()?;
            let text = cursor.spaced(start, cursor.at);
            Some((known(whole(cursor, start), "", None), text))
        }
        "TRANSFORM" => {
            if !cursor.eat("FOR") {
                return None;
            }
            cursor.skip_to(&["LANGUAGE"]);
            if !cursor.eat("LANGUAGE") {
                return None;
            }
            cursor.name()?;
            let text = cursor.spaced(start, cursor.at);
            let named = text.to_lowercase().replace("public.", "");
            let own = Ident::made(&named, cursor.dialect, cursor.place_of(start, cursor.at));
            Some((known(own, "", None), text))
        }
        "RULE" => {
            let own = cursor.name()?;
            let text = cursor.spaced(start, cursor.at);
            let on = if dropped {
                if !cursor.eat("ON") {
                    return None;
                }
                cursor.path()?
            } else {
                // `AS ON INSERT TO table`
                cursor.skip_to(&["TO"]);
                if !cursor.eat("TO") {
                    return None;
                }
                cursor.path()?
            };
            Some((known(own, "", Some(on)), text))
        }
        "OPERATOR CLASS" | "OPERATOR FAMILY" => {
            let (own, schema) = qualified(cursor)?;
            let text = cursor.spaced(start, cursor.at);
            if !dropped && kind == "OPERATOR CLASS" {
                cursor.skip_to(&["USING"]);
            }
            if !cursor.eat("USING") {
                return None;
            }
            let method = cursor.plain()?.to_lowercase();
            Some((known(own, &format!("{schema} {method}"), None), format!("{text} USING {method}")))
        }
        "OPERATOR" => {
            let (own, schema) = qualified(cursor)?;
            let text = cursor.spaced(start, cursor.at).replace(' ', "");
            let (left, right) = if dropped { sides_of_drop(cursor)? } else { sides(cursor)? };
            // However their types are spelt.
            let side = |ty: &str| {
                let ty = ty.to_lowercase();
                super::type_meaning(ty.strip_prefix("public.").unwrap_or(&ty), cursor.dialect).to_string()
            };
            let rest = format!("{schema}({}, {})", side(&left), side(&right));
            Some((known(own, &rest, None), format!("{text} ({left}, {right})")))
        }
        _ => {
            let (own, schema) = qualified(cursor)?;
            let text = cursor.spaced(start, cursor.at);
            Some((known(own, &schema, None), text))
        }
    }
}

/// The types of the operands, from `(LEFTARG = a, RIGHTARG = b, …)`; NONE where there is none.
fn sides(cursor: &Cursor<'_>) -> Option<(String, String)> {
    let mut cursor = cursor.clone();
    let (mut left, mut right) = ("NONE".to_owned(), "NONE".to_owned());
    if !cursor.eat_kind(Kind::Open) {
        return None;
    }
    while !cursor.done() && !cursor.is_kind(Kind::Close) {
        let side = if cursor.eat("LEFTARG") {
            Some(&mut left)
        } else if cursor.eat("RIGHTARG") {
            Some(&mut right)
        } else {
            None
        };
        let _ = cursor.eat_op("=");
        let start = cursor.at;
        while !cursor.done() && !cursor.is_kind(Kind::Comma) && !cursor.is_kind(Kind::Close) {
            if cursor.is_kind(Kind::Open) {
                cursor.parens()?;
            } else {
                cursor.next()?;
            }
        }
        if let Some(side) = side {
            *side = cursor.spaced(start, cursor.at);
        }
        let _ = cursor.eat_kind(Kind::Comma);
    }
    Some((left, right))
}

/// The same from `(a, b)`.
fn sides_of_drop(cursor: &mut Cursor<'_>) -> Option<(String, String)> {
    let start = cursor.at + 1;
    cursor.parens()?;
    let text = cursor.spaced(start, cursor.at - 1);
    let (left, right) = text.split_once(',')?;
    Some((left.trim().to_owned(), right.trim().to_owned()))
}

/// The table behind the last `FROM`: that of statistics.
fn read_table(cursor: &Cursor<'_>) -> Option<Path> {
    let mut cursor = cursor.clone();
    cursor.skip_to(&["FROM"]);
    if cursor.eat("FROM") { cursor.path() } else { None }
}

/// Reads with one of these; where it is none of PostgreSQL's, nothing is read.
pub(super) fn of_postgres(cursor: &mut Cursor<'_>, read: fn(&mut Cursor<'_>) -> Option<Effect>) -> Option<Effect> {
    if !cursor.postgres() {
        return None;
    }
    let start = cursor.at;
    let effect = read(cursor);
    if effect.is_none() {
        cursor.at = start;
    }
    effect
}

/// Whether a subscription says `slot_name = NONE`: it is an entry in the catalog then, and nothing else.
fn without_slot(cursor: &Cursor<'_>) -> bool {
    let is = |token: &crate::sql::Token, word: &str| token.is(cursor.text, word);
    cursor.tokens().windows(3).any(|three| is(&three[0], "slot_name") && is(&three[2], "NONE"))
}

/// From behind `CREATE`, if it is one of these.
pub(super) fn create(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let _ = cursor.is_at(1, "CONVERSION") && cursor.eat("DEFAULT");
    let kind = kind_of(cursor)?;
    if kind == "LANGUAGE" && !cursor.tokens().iter().any(|token| token.is(cursor.text, "HANDLER")) {
        // It is brought by the extension of its name.
        return Some(Effect::Nothing);
    }
    if kind == "SUBSCRIPTION" && !without_slot(cursor) {
        // It reaches to another server, outside of any transaction.
        return Some(Effect::Nothing);
    }
    let if_not_exists = cursor.if_not_exists();
    if kind == "STATISTICS" && cursor.is("ON") {
        // The server makes up a name that nobody can know.
        return Some(Effect::Nothing);
    }
    let head = cursor.at;
    let (name, named) = name(cursor, kind, false)?;
    let publication = match kind {
        "PUBLICATION" => super::publication::create(cursor),
        _ => None,
    };
    let definition = match &publication {
        Some(publication) => publication.definition(&named),
        None => super::definition::of(cursor, head),
    };
    let definition = Arc::new(definition);
    let table = if kind == "STATISTICS" { read_table(cursor) } else { None };
    let says = if kind == "RULE" { super::rule::read(cursor, head).map(Box::new) } else { None };
    let named = named.into();
    let new = NewOther { name, table, named, definition, publication, says, or_replace: false, if_not_exists };
    Some(Effect::Changes(vec![Change::CreateOther(Box::new(new))]))
}

/// From behind `COMMENT ON`, if it is one of these.
pub(super) fn named(cursor: &mut Cursor<'_>) -> Option<OtherName> {
    let kind = kind_of(cursor)?;
    Some(name(cursor, kind, true)?.0)
}

/// From behind `DROP`, if it is one of these.
pub(super) fn drop(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let kind = kind_of(cursor)?;
    let if_exists = cursor.if_exists();
    let mut changes = Vec::new();
    loop {
        changes.push(Change::DropOther { name: name(cursor, kind, true)?.0, if_exists });
        if !cursor.eat_kind(Kind::Comma) {
            return Some(Effect::Changes(changes));
        }
    }
}

/// A setting of one of these.
fn say(about: OtherName, kind: &str, what: &str, text: Option<String>, undo: String) -> Effect {
    let name = Ident { text: what.into(), key: what.into(), ..about.name.clone() };
    Effect::Changes(vec![Change::Say(Box::new(Said {
        kind: kind.into(),
        about: About::Other(about),
        arguments: None,
        what: name,
        meaning: text.clone().unwrap_or_default().into(),
        text: text.map(Into::into),
        undo: undo.into(),
    }))])
}

/// From behind `ALTER`, if it is one of these. Who owns it does not matter.
pub(super) fn alter(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let kind = kind_of(cursor)?;
    let _ = cursor.if_exists();
    let (name, named) = name(cursor, kind, true)?;
    if cursor.is("OWNER") || cursor.is("REFRESH") {
        return Some(Effect::Nothing);
    }
    if kind == "STATISTICS" && cursor.eat("SET STATISTICS") {
        let target = cursor.take_rest().replace(' ', "");
        let on = format!("ALTER STATISTICS {named} SET STATISTICS");
        let text = (target != "-1").then(|| format!("{on} {target}"));
        return Some(say(name, "STATISTICS", "target of statistics", text, format!("{on} -1")));
    }
    if kind == "EVENT TRIGGER" && cursor.is_any(&["DISABLE", "ENABLE"]) {
        let words = cursor.take_rest().to_uppercase();
        let on = format!("ALTER EVENT TRIGGER {named}");
        let text = (words != "ENABLE").then(|| format!("{on} {words}"));
        return Some(say(name, "SETTING", "state", text, format!("{on} ENABLE")));
    }
    let action = if kind == "PUBLICATION" && cursor.eat("RENAME TO") {
        OtherAction::Rename(cursor.name()?)
    } else if cursor.is("RENAME") || cursor.is("SET") && cursor.is_at(1, "SCHEMA") {
        OtherAction::Unread
    } else if kind == "PUBLICATION" {
        super::publication::alter(cursor).map_or(OtherAction::Unread, OtherAction::Publication)
    } else {
        OtherAction::Since(super::definition::of(cursor, 0))
    };
    Some(Effect::Changes(vec![Change::AlterOther { name, action }]))
}
