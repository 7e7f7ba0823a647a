//! Functions of PostgreSQL whose statements are known but for what they are given, and calls that give it.

use std::sync::Arc;

use super::cursor::Cursor;
use super::texts::inner;
use crate::catalog::recipe::{Invoked, Part, Quoting, Recipe};
use crate::sql::Kind;

/// `SELECT f('a', 'b')`, and nothing else.
pub(super) fn invoked(cursor: &Cursor<'_>) -> Option<Invoked> {
    let mut cursor = cursor.clone();
    if !cursor.eat("SELECT") && !cursor.eat("CALL") {
        return None;
    }
    let name = cursor.path()?;
    let mut list = cursor.parens()?;
    let mut arguments = Vec::new();
    while !list.done() {
        arguments.push(list.string()?.0.into());
        if list.eat_op("::") {
            list.path()?;
        }
        if !list.done() && !list.eat_kind(Kind::Comma) {
            return None;
        }
    }
    cursor.done().then_some(Invoked { name, arguments })
}

/// From behind the name: `(a regclass, b text) RETURNS void AS $$ BEGIN EXECUTE …; END $$ LANGUAGE plpgsql`.
pub(super) fn of_function(cursor: &Cursor<'_>) -> Option<Recipe> {
    let tokens = cursor.tokens();
    let plpgsql = |pair: &[crate::sql::Token]| {
        let language = cursor.str(pair[1]).trim_matches('\'');
        pair[0].is(cursor.text, "LANGUAGE") && language.eq_ignore_ascii_case("plpgsql")
    };
    if !cursor.postgres() || !tokens.windows(2).any(plpgsql) {
        return None;
    }
    let mut texts = tokens.iter().filter(|token| token.kind == Kind::Dollar);
    let range = inner(cursor.text, *texts.next()?).filter(|_| texts.next().is_none())?;
    let mut list = cursor.clone().parens()?;
    let (mut parameters, mut relations) = (Vec::new(), Vec::new());
    while !list.done() {
        let name = list.name()?;
        let relation = list.is("regclass");
        if !list.is_any(&["regclass", "text", "varchar", "name"]) {
            return None;
        }
        list.next();
        if !list.done() && !list.eat_kind(Kind::Comma) {
            return None;
        }
        parameters.push(name.key);
        relations.push(relation);
    }
    let mut code = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
    if !code.eat("BEGIN") {
        return None;
    }
    let mut statements = Vec::new();
    while !code.eat("END") {
        if code.eat("RETURN") {
            let _ = code.eat("NULL") || code.eat("TRUE");
        } else if code.eat("EXECUTE") {
            statements.push(text(&mut code, &parameters)?);
        } else {
            return None;
        }
        if !code.eat_kind(Kind::Semi) {
            return None;
        }
    }
    let _ = code.eat_kind(Kind::Semi);
    (code.done() && !statements.is_empty()).then_some(Recipe { relations, statements })
}

/// `'…' || quote_ident(a) || format('…', b)`
fn text(code: &mut Cursor<'_>, parameters: &[Arc<str>]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    loop {
        if code.is("format") {
            code.next();
            let mut list = code.parens()?;
            let form = list.string()?.0;
            let mut given = Vec::new();
            while list.eat_kind(Kind::Comma) {
                given.push(value(&mut list, parameters)?);
            }
            if !list.done() {
                return None;
            }
            formatted(&form, &given, &mut parts)?;
        } else if code.is("quote_ident") || code.is("quote_literal") {
            let quoting = if code.is("quote_ident") { Quoting::Name } else { Quoting::Text };
            code.next();
            let mut list = code.parens()?;
            match value(&mut list, parameters)? {
                Part::Given(at, _) if list.done() => parts.push(Part::Given(at, quoting)),
                _ => return None,
            }
        } else {
            parts.push(value(code, parameters)?);
        }
        if !code.eat_op("||") {
            return Some(parts);
        }
    }
}

/// A text, or a parameter.
fn value(code: &mut Cursor<'_>, parameters: &[Arc<str>]) -> Option<Part> {
    if let Some((text, _)) = code.string() {
        // What an escape stands for nobody reads here.
        return (!text.contains('\\')).then(|| Part::Known(text.into()));
    }
    let name = code.name()?;
    let at = parameters.iter().position(|parameter| *parameter == name.key)?;
    if code.eat_op("::") && !code.eat("text") && !code.eat("regclass") {
        return None;
    }
    Some(Part::Given(at, Quoting::Plain))
}

/// `%s`, `%I`, `%L`, `%1$s`, `%%`.
fn formatted(form: &str, given: &[Part], into: &mut Vec<Part>) -> Option<()> {
    let mut pieces = form.split('%');
    into.push(Part::Known(pieces.next()?.into()));
    let mut next = 0;
    let mut percent = false;
    for piece in pieces {
        if percent {
            // The second of two: what follows stands for itself.
            percent = false;
            into.push(Part::Known(piece.into()));
            continue;
        }
        if piece.is_empty() {
            percent = true;
            into.push(Part::Known("%".into()));
            continue;
        }
        let (at, piece) = match piece.split_once('$') {
            Some((number, rest)) if number.parse::<usize>().is_ok_and(|number| number > 0) => {
                (number.parse::<usize>().ok()? - 1, rest)
            }
            _ => (next, piece),
        };
        next = at + 1;
        let quoting = match piece.chars().next()? {
            's' => Quoting::Plain,
            'I' => Quoting::Name,
            'L' => Quoting::Text,
            _ => return None,
        };
        into.push(match (given.get(at)?, quoting) {
            (Part::Given(at, _), quoting) => Part::Given(*at, quoting),
            (Part::Known(text), Quoting::Plain) => Part::Known(text.clone()),
            (Part::Known(text), Quoting::Name) => Part::Known(format!("\"{}\"", text.replace('"', "\"\"")).into()),
            (Part::Known(text), Quoting::Text) => Part::Known(format!("'{}'", text.replace('\'', "''")).into()),
        });
        into.push(Part::Known(piece[1..].into()));
    }
    (!percent).then_some(())
}
