//! Types, sequences, functions, triggers, extensions, views.

use super::alter::value;
use super::cursor::Cursor;
use super::{Effect, expr, options, other, types};
use crate::catalog::change::{Change, Kind as Thing, NewType, NewView, TypeAction};
use crate::catalog::constraint::ConstraintKind;
use crate::catalog::details::{Options, TypeDetails, ViewDetails, set};
use crate::catalog::name::{Ident, Path};
use crate::catalog::table::Type;
use crate::sql::Kind;

/// From behind `CREATE TYPE`.
pub(super) fn create_type(cursor: &mut Cursor<'_>) -> Option<Change> {
    let path = cursor.path()?;
    let mut values = None;
    let mut details = TypeDetails::default();
    let shell = cursor.done() || cursor.is_kind(Kind::Open);
    if cursor.eat("AS ENUM") {
        let mut inner = cursor.parens()?;
        let mut list = Vec::new();
        while let Some(mut item) = inner.item() {
            list.push(value(&mut item)?);
        }
        values = Some(list);
    } else if cursor.is("AS") && cursor.peek_at(1).is_some_and(|token| token.kind == Kind::Open) {
        cursor.next();
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            let name = item.name()?;
            details.attributes.push((name, attribute(&mut item)?));
        }
    } else {
        details.rest = without_usual_multirange(&path, &cursor.take_rest()).into();
    }
    Some(Change::CreateType(Box::new(NewType { path, kind: Thing::Type, values, details, shell })))
}

/// A range without the name of the type of several that it brings, where it would have that name anyway.
fn without_usual_multirange(path: &Path, rest: &str) -> String {
    let name = &path.name.key;
    let usual = match name.contains("range") {
        true => name.replacen("range", "multirange", 1),
        false => format!("{name}_multirange"),
    };
    let mut rest = rest.to_owned();
    let own = path.schema.as_ref().map_or("public", |schema| &schema.key);
    for named in [usual.clone(), format!("{own}.{usual}")] {
        for said in [format!(", multirange_type_name = {named})"), format!(", multirange_type_name = {named},")] {
            if let Some(at) = rest.to_lowercase().find(&said) {
                rest.replace_range(at..at + said.len() - 1, "");
            }
        }
    }
    rest
}

/// The type of an attribute, with its collation.
fn attribute(item: &mut Cursor<'_>) -> Option<Type> {
    let (mut ty, _) = types::read(item)?;
    if item.is("COLLATE") {
        let from = item.at;
        item.next();
        item.path()?;
        let collate = item.spaced(from, item.at);
        ty.text = format!("{} {collate}", ty.text).into();
        ty.meaning = format!("{} {collate}", ty.meaning).into();
    }
    Some(ty)
}

/// From behind `CREATE DOMAIN`.
pub(super) fn create_domain(cursor: &mut Cursor<'_>) -> Option<Change> {
    let path = cursor.path()?;
    let _ = cursor.eat("AS");
    let name = path.name.clone();
    let mut details = TypeDetails::default();
    // What stands behind the type is that of a column.
    if let Some(read) = super::column::read(cursor, name) {
        details.base = read.column.ty;
        details.not_null = read.column.not_null;
        details.default = read.column.default;
        details.collation = read.column.details.collation;
        for constraint in read.constraints {
            if let ConstraintKind::Check(expr) = constraint.kind {
                details.checks.push((constraint.name, expr));
            }
        }
    }
    Some(Change::CreateType(Box::new(NewType { path, kind: Thing::Domain, values: None, details, shell: false })))
}

/// From behind `ALTER DOMAIN`.
pub(super) fn alter_domain(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let path = cursor.path()?;
    let kind = Thing::Domain;
    let action = if cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        return Some(Effect::Changes(vec![Change::Rename { kind, path, to, if_exists: false }]));
    } else if cursor.eat("SET SCHEMA") {
        return Some(Effect::Changes(vec![Change::Move { kind, path, schema: cursor.name()?, if_exists: false }]));
    } else if cursor.eat("SET DEFAULT") {
        Some(TypeAction::SetDefault(Some(cursor.take_rest().into())))
    } else if cursor.eat("DROP DEFAULT") {
        Some(TypeAction::SetDefault(None))
    } else if cursor.eat("SET NOT NULL") {
        Some(TypeAction::SetNotNull(true))
    } else if cursor.eat("DROP NOT NULL") {
        Some(TypeAction::SetNotNull(false))
    } else if cursor.eat("ADD") {
        let name = if cursor.eat("CONSTRAINT") { Some(cursor.name()?) } else { None };
        match cursor.eat("CHECK") {
            true => {
                let check = expr::read(&cursor.parens()?);
                Some(match cursor.eat("NOT VALID") {
                    true => TypeAction::AddOpenCheck(name, check),
                    false => TypeAction::AddCheck(name, check),
                })
            }
            false => None,
        }
    } else if cursor.eat("VALIDATE CONSTRAINT") {
        Some(TypeAction::ValidateCheck(cursor.name()?))
    } else if cursor.eat("DROP CONSTRAINT") {
        let if_exists = cursor.if_exists();
        Some(TypeAction::DropCheck(cursor.name()?, if_exists))
    } else if cursor.eat("RENAME CONSTRAINT") {
        let from = cursor.name()?;
        if !cursor.eat("TO") {
            return None;
        }
        Some(TypeAction::RenameCheck(from, cursor.name()?))
    } else {
        None
    };
    Some(Effect::Changes(vec![Change::AlterType { path, kind, actions: action.into_iter().collect() }]))
}

/// From behind `ALTER TYPE`.
pub(super) fn alter_type(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let path = cursor.path()?;
    let change = if cursor.eat("ADD VALUE") {
        let if_not_exists = cursor.if_not_exists();
        let (new, at) = value(cursor)?;
        let after = cursor.is("AFTER");
        let neighbour = match cursor.eat("BEFORE") || cursor.eat("AFTER") {
            true => value(cursor).map(|(text, place)| (text, place, after)),
            false => None,
        };
        Change::AddValue { path, value: new, at, if_not_exists, neighbour }
    } else if cursor.eat("RENAME VALUE") {
        let from = value(cursor)?;
        if !cursor.eat("TO") {
            return None;
        }
        Change::RenameValue { path, from, to: value(cursor)? }
    } else if cursor.eat("RENAME TO") {
        let to = Path { schema: None, name: cursor.name()? };
        Change::Rename { kind: Thing::Type, path, to, if_exists: false }
    } else if cursor.eat("SET SCHEMA") {
        Change::Move { kind: Thing::Type, path, schema: cursor.name()?, if_exists: false }
    } else {
        let actions = attributes(cursor)?;
        if actions.is_empty() {
            return Some(Effect::Nothing);
        }
        Change::AlterType { path, kind: Thing::Type, actions }
    };
    Some(Effect::Changes(vec![change]))
}

/// What happens to a composite type.
fn attributes(cursor: &mut Cursor<'_>) -> Option<Vec<TypeAction>> {
    let mut actions = Vec::new();
    while let Some(mut item) = cursor.item() {
        if item.eat("ADD ATTRIBUTE") {
            let name = item.name()?;
            actions.push(TypeAction::AddAttribute(name, attribute(&mut item)?));
        } else if item.eat("DROP ATTRIBUTE") {
            let if_exists = item.if_exists();
            actions.push(TypeAction::DropAttribute(item.name()?, if_exists));
        } else if item.eat("ALTER ATTRIBUTE") {
            let name = item.name()?;
            let _ = item.eat("SET DATA");
            if !item.eat("TYPE") {
                return None;
            }
            actions.push(TypeAction::SetAttribute(name, attribute(&mut item)?));
        } else if item.eat("RENAME ATTRIBUTE") {
            let from = item.name()?;
            if !item.eat("TO") {
                return None;
            }
            actions.push(TypeAction::RenameAttribute(from, item.name()?));
        }
    }
    Some(actions)
}

/// From behind `CREATE SEQUENCE`.
pub(super) fn create_sequence(cursor: &mut Cursor<'_>, temporary: bool, or_replace: bool) -> Option<Effect> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let found = options::numbering(cursor)?;
    let mut all = Options::new();
    set(&mut all, &found.settings);
    let owned_by = match found.owned_by.map(owner) {
        Some(None) | None => None,
        Some(Some(owner)) => Some(owner),
    };
    Some(Effect::Changes(vec![Change::CreateSequence {
        path,
        if_not_exists,
        or_replace,
        temporary,
        options: all,
        owned_by,
    }]))
}

/// `table.column` behind `OWNED BY`; none is `NONE`.
pub(super) fn owner(mut parts: Vec<Ident>) -> Option<(Path, Ident)> {
    let column = parts.pop()?;
    let name = parts.pop()?;
    Some((Path { schema: parts.pop(), name }, column))
}

/// From behind `VIEW`. `details` has what stood before it.
pub(super) fn create_view(
    cursor: &mut Cursor<'_>,
    temporary: bool,
    materialized: bool,
    or_replace: bool,
    mut details: ViewDetails,
) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    if cursor.is_kind(Kind::Open) {
        details.columns = cursor.names().unwrap_or_default();
    }
    loop {
        if cursor.eat("USING") {
            details.options.insert("using".into(), cursor.plain()?);
        } else if cursor.eat("WITH") {
            options::parameters(cursor, &mut details.options)?;
        } else if cursor.eat("TABLESPACE") {
            details.options.insert("tablespace".into(), cursor.plain()?);
        } else {
            break;
        }
    }
    let mut query = None;
    let mut depth = 0u32;
    while let Some(token) = cursor.next() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 0 && token.is(cursor.text, "AS") => {
                query = other::query_at(&view_query(cursor, materialized, &mut details));
                break;
            }
            _ => (),
        }
    }
    Some(Change::CreateView(Box::new(NewView {
        path,
        temporary,
        materialized,
        or_replace,
        if_not_exists,
        query,
        details,
    })))
}

/// The query to the end of the statement, without what stands behind it.
fn view_query<'a>(cursor: &Cursor<'a>, materialized: bool, details: &mut ViewDetails) -> Cursor<'a> {
    let mut query = cursor.clone();
    let count = query.tokens().len();
    let ends = |words: &[&str]| {
        count > words.len() && words.iter().enumerate().all(|(at, word)| cursor.is_at(count - words.len() + at, word))
    };
    let mut less = 0;
    if ends(&["WITH", "CASCADED", "CHECK", "OPTION"]) || ends(&["WITH", "LOCAL", "CHECK", "OPTION"]) {
        less = 4;
    } else if ends(&["WITH", "CHECK", "OPTION"]) {
        less = 3;
    } else if materialized && ends(&["WITH", "NO", "DATA"]) {
        less = 3;
        details.options.insert("no data".into(), "".into());
    } else if materialized && ends(&["WITH", "DATA"]) {
        less = 2;
    }
    if !materialized && less > 0 {
        let local = cursor.is_at(count - less + 1, "LOCAL");
        details.options.insert("check option".into(), if local { "local" } else { "cascaded" }.into());
    }
    query.truncate(cursor.at + count - less);
    details.query = query.without(&[]).into();
    details.meaning = query.meaning(&[]).into();
    query
}
