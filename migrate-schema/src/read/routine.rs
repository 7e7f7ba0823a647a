//! Functions, procedures and aggregates.

use std::sync::Arc;

use super::cursor::Cursor;
use super::{Effect, other, plpgsql, texts, types};
use crate::catalog::change::{Change, Ends, Kind as Thing, Reach, Written};
use crate::catalog::details::{Argument, RoutineDetails, Signature};
use crate::catalog::mention::{From, Scope};
use crate::catalog::name::Path;
use crate::catalog::table::Type;
use crate::diagnostic::{Diagnostic, semantic as codes};
use crate::sql::{Kind, Stmt, Token, judge};

/// From behind `FUNCTION`, `PROCEDURE` and the like. `word`: which of them.
pub(super) fn create(cursor: &mut Cursor<'_>, kind: Thing, word: &str, or_replace: bool) -> Option<Change> {
    let if_not_exists = cursor.if_not_exists();
    let path = cursor.path()?;
    let head = cursor.at;
    let parameters = if cursor.mysql() { parameters(&mut cursor.clone()) } else { None };
    let whole = cursor.clone();
    let tokens = cursor.tokens();
    let mut body = super::body::read(cursor);
    let acts = body.reach != Reach::Nothing || body.alters || body.makes || !body.calls.is_empty();
    if cursor.mysql() && kind == Thing::Procedure && acts {
        body.code = Some(cursor.rest().into());
    }
    body.recipe = super::recipe::of_function(cursor).map(Arc::new);
    let body = Arc::new(body);
    let for_triggers = tokens.windows(2).any(|pair| {
        pair[0].is(cursor.text, "RETURNS")
            && (pair[1].is(cursor.text, "TRIGGER") || pair[1].is(cursor.text, "EVENT_TRIGGER"))
    });
    let mut definition = super::definition::of(cursor, head);
    if cursor.mysql()
        && let Some(parts) = super::parts::routine(cursor, &path, word, &definition)
    {
        definition.meaning = parts.meaning().into();
        definition.parts = Some(Arc::new(parts));
    }
    let types = if cursor.postgres() { named_types(cursor).unwrap_or_default() } else { Vec::new() };
    let signature = if cursor.postgres() { signature(&mut cursor.clone()).map(Arc::new) } else { None };
    let arguments = match cursor.postgres() {
        true => arguments(cursor)?,
        false => "".into(),
    };
    let found = signature.as_ref().map(|signature| queries(&whole, &path, signature)).unwrap_or_default();
    let Queries { read: queries, ends, fault } = found;
    let once = !or_replace && !if_not_exists;
    let mut written = match ends {
        Some(_) => Some(Box::new(Written { ends, ..Written::default() })),
        None => written(&whole, &path, kind, signature.as_deref()),
    };
    if fault.is_some() {
        written.get_or_insert_default().fault = fault;
    }
    if cursor.postgres()
        && word != "aggregate"
        && let Some(fault) = super::routine_options::fault(&whole, &path.name, kind, signature.as_deref())
    {
        written.get_or_insert_default().fault = Some(fault);
    }
    let details = Arc::new(RoutineDetails {
        once,
        kind: word.into(),
        arguments,
        definition,
        path: Vec::new(),
        comment: None,
        signature,
        parameters,
    });
    Some(Change::CreateRoutine {
        path,
        kind,
        or_replace,
        if_not_exists,
        body,
        for_triggers,
        types,
        details,
        queries,
        written,
    })
}

/// What a body in PL/pgSQL says that has to be right when it is made.
fn written(cursor: &Cursor<'_>, path: &Path, kind: Thing, signature: Option<&Signature>) -> Option<Box<Written>> {
    let tokens = cursor.tokens();
    let language =
        tokens.windows(2).find(|pair| pair[0].is(cursor.text, "LANGUAGE")).map(|pair| cursor.str(pair[1]))?;
    if !cursor.postgres() || !language.trim_matches(['\'', '"']).eq_ignore_ascii_case("plpgsql") {
        return None;
    }
    let (at, token) = tokens.windows(2).enumerate().find_map(|(at, pair)| {
        let text = matches!(pair[1].kind, Kind::Dollar | Kind::Text);
        (pair[0].is(cursor.text, "AS") && text).then_some((at + 1, pair[1]))
    })?;
    let range = plain_body(cursor, token).filter(|_| tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Comma))?;
    let owner = plpgsql::Owner { name: Some(&path.name), signature, procedure: kind == Thing::Procedure };
    let found = plpgsql::check(cursor, range, &owner);
    Some(Box::new(Written { fault: found.fault, types: found.types, like: found.like, ends: None }))
}

/// Where the code between quotes stands, if it stands there as it is.
pub(super) fn plain_body(cursor: &Cursor<'_>, token: Token) -> Option<std::ops::Range<usize>> {
    let range = texts::inner(cursor.text, token)?;
    let quoted = token.kind == Kind::Text;
    let plain = !quoted || cursor.str(token).starts_with('\'') && !cursor.text[range.clone()].contains("''");
    plain.then_some(range)
}

/// The statements of a body in SQL.
#[derive(Default)]
struct Queries {
    /// As far as they could be read.
    read: Vec<Scope>,
    /// How the last one ends, where all could be read.
    ends: Option<Ends>,
    /// What is no SQL.
    fault: Option<Diagnostic>,
}

/// For each argument of a routine of MySQL, whether something is returned in it. None where one may be left out.
fn parameters(cursor: &mut Cursor<'_>) -> Option<Vec<bool>> {
    let mut inner = cursor.parens()?;
    let mut found = Vec::new();
    while let Some(mut item) = inner.item() {
        found.push(item.is_any(&["OUT", "INOUT"]));
        while !item.done() {
            if item.is("DEFAULT") {
                return None;
            }
            item.next();
        }
    }
    Some(found)
}

/// The statements of a body in SQL, each inside of a level that has the arguments for columns.
fn queries(cursor: &Cursor<'_>, path: &Path, signature: &Signature) -> Queries {
    let nothing = Queries::default;
    if &*signature.language != "sql" {
        return nothing();
    }
    let tokens = cursor.tokens();
    let range = |token: &Token| texts::inner(cursor.text, *token);
    let text = tokens.windows(2).find(|pair| pair[0].is(cursor.text, "AS")).and_then(|pair| range(&pair[1]));
    let atomic =
        tokens.windows(2).position(|pair| pair[0].is(cursor.text, "BEGIN") && pair[1].is(cursor.text, "ATOMIC"));
    let quoted = text.is_some();
    let range = match (text, atomic) {
        (Some(range), _) => range,
        (None, Some(at)) => match (tokens.get(at + 1), tokens.last()) {
            (Some(first), Some(last)) if last.is(cursor.text, "END") => first.end as usize..last.start as usize,
            _ => return nothing(),
        },
        _ => return nothing(),
    };
    // Quotes in a text are written twice.
    if cursor.text[range.clone()].contains("''") && text_is_quoted(cursor, &range) {
        return nothing();
    }
    let mut problems = Vec::new();
    let statements = crate::sql::split(cursor.source, cursor.text, range, cursor.dialect, &mut problems);
    let rows = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES", "MERGE"];
    let is_rows = |stmt: &Stmt| {
        stmt.tokens(cursor.text, cursor.dialect)
            .iter()
            .find(|token| token.kind != Kind::Comment)
            .is_some_and(|token| rows.iter().any(|word| token.is(cursor.text, word)))
    };
    // An atomic body is judged with the whole statement.
    let judged = |stmt| judge::judge(cursor.source, cursor.text, stmt, cursor.dialect, &mut problems);
    if quoted && !statements.iter().all(judged) || !problems.is_empty() {
        return Queries { fault: problems.into_iter().next(), ..nothing() };
    }
    // What it makes is there for what follows.
    if !statements.iter().all(is_rows) {
        return nothing();
    }
    let passed = signature.arguments.iter().filter(|argument| argument.passed).count();
    let number = |token: &Token| cursor.text[token.start as usize..token.end as usize].strip_prefix('$')?.parse().ok();
    let beyond = statements.iter().find_map(|stmt| {
        let tokens = stmt.tokens(cursor.text, cursor.dialect);
        let found = tokens.iter().find(|token| {
            token.kind == Kind::Param && number(token).is_some_and(|number: usize| number == 0 || number > passed)
        });
        found.copied()
    });
    if let Some(token) = beyond {
        let message = format!("there is no argument `{}`", cursor.str(token));
        let fault = Diagnostic::error(&codes::OTHER_COUNT, message).at(cursor.place(token), "");
        return Queries { fault: Some(fault), ..nothing() };
    }
    let mut names: Vec<Arc<str>> = Vec::new();
    let mut types: Vec<Type> = Vec::new();
    let mut open = false;
    // What is only returned has no name in there (`get_func_input_arg_names` of the server).
    for argument in signature.arguments.iter().filter(|argument| argument.passed) {
        // The columns of a row may be named behind the argument.
        open |= argument.ty.own.is_some();
        if let Some(name) = &argument.name {
            names.push(name.key.clone());
            types.push(argument.ty.clone());
        }
    }
    let level = |inner: Scope| {
        let source = From {
            listed: Some(names.clone().into()),
            types: Some(types.clone().into()),
            ..From::table(None, Some(path.name.clone()))
        };
        let sources = if names.is_empty() { Vec::new() } else { vec![source] };
        Scope { sources, open, children: vec![inner], ..Scope::default() }
    };
    let read: Vec<Scope> = statements.iter().filter_map(|stmt| other::read_rows(cursor, stmt)).map(level).collect();
    let ends = match statements.last() {
        None => Some(Ends::Nothing),
        Some(last) => (read.len() == statements.len()).then(|| ends(cursor, last)),
    };
    Queries { read, ends, fault: None }
}

/// Whether a statement returns rows.
fn ends(cursor: &Cursor<'_>, stmt: &Stmt) -> Ends {
    let mut depth = 0_usize;
    let (mut writes, mut returns) = (false, false);
    for token in stmt.tokens(cursor.text, cursor.dialect).iter() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Word if depth == 0 => {
                let is = |words: &[&str]| words.iter().any(|word| token.is(cursor.text, word));
                // `FOR UPDATE` is of a query.
                writes |= !returns && is(&["INSERT", "UPDATE", "DELETE", "MERGE"]);
                returns |= is(&["RETURNING"]) || !writes && is(&["SELECT", "VALUES"]);
            }
            _ => (),
        }
    }
    if writes && !returns { Ends::Silent } else { Ends::Rows }
}

/// Whether a body stands between quotes, and not between dollars.
fn text_is_quoted(cursor: &Cursor<'_>, range: &std::ops::Range<usize>) -> bool {
    cursor.text[..range.start].ends_with('\'')
}

/// The types of arguments and of what is returned, which must be there where the body is looked at when it is made.
fn named_types(cursor: &Cursor<'_>) -> Option<Vec<Path>> {
    let tokens = cursor.tokens();
    let at = tokens.iter().position(|token| token.is(cursor.text, "LANGUAGE"))?;
    let language = tokens.get(at + 1)?;
    if !["sql", "plpgsql"].iter().any(|known| cursor.str(*language).trim_matches('\'').eq_ignore_ascii_case(known)) {
        return None;
    }
    let mut cursor = cursor.clone();
    let mut found = Vec::new();
    let mut inner = cursor.parens()?;
    while let Some(mut item) = inner.item() {
        found.extend(argument(&mut item)?.own);
    }
    if cursor.eat("RETURNS TABLE") {
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            item.name()?;
            found.extend(types::read(&mut item)?.0.own);
        }
    } else if cursor.eat("RETURNS") {
        found.extend(types::read(&mut cursor)?.0.own);
    }
    Some(found)
}

/// The type of an argument.
fn argument(item: &mut Cursor<'_>) -> Option<Type> {
    let _ = item.eat("OUT") || item.eat("INOUT") || item.eat("IN") || item.eat("VARIADIC");
    let mut last = item.clone();
    last.skip_to(&["DEFAULT", "ORDER"]);
    let end = (item.at..last.at).find(|at| {
        let mut there = item.clone();
        there.at = *at;
        there.eat_op("=") || there.eat_op(":=")
    });
    item.truncate(end.unwrap_or(last.at));
    let mut named = item.clone();
    match types::read(item) {
        Some((ty, _)) if item.done() => Some(ty),
        _ => {
            named.name()?;
            let _ = named.eat("IN") || named.eat("INOUT") || named.eat("OUT") || named.eat("VARIADIC");
            Some(types::read(&mut named)?.0)
        }
    }
}

/// How a function is called and what it returns.
fn signature(cursor: &mut Cursor<'_>) -> Option<Signature> {
    let mut found = Signature::default();
    let mut inner = cursor.parens()?;
    while let Some(mut item) = inner.item() {
        if item.tokens().len() == 1 && item.eat_op("*") {
            return None;
        }
        found.arguments.push(whole_argument(&mut item)?);
    }
    if cursor.eat("RETURNS TABLE") {
        (found.table, found.set) = (true, true);
        let mut inner = cursor.parens()?;
        while let Some(mut item) = inner.item() {
            let name = Some(item.name()?);
            let ty = types::read(&mut item)?.0;
            let (passed, returned, optional, variadic) = (false, true, false, false);
            found.arguments.push(Argument { name, ty, passed, returned, optional, default: None, variadic });
        }
    } else if cursor.eat("RETURNS") {
        found.set = cursor.eat("SETOF");
        found.returns = Some(types::read(cursor)?.0);
    }
    let tokens = cursor.tokens();
    found.immutable = Some(tokens.iter().any(|token| token.is(cursor.text, "IMMUTABLE")));
    // `BEGIN ATOMIC` and `RETURN` are SQL, which need not be said.
    let Some(at) = tokens.iter().position(|token| token.is(cursor.text, "LANGUAGE")) else {
        found.language = "sql".into();
        return Some(found);
    };
    let language = tokens.get(at + 1).copied()?;
    found.language = cursor.str(language).trim_matches(['\'', '"']).to_ascii_lowercase().into();
    Some(found)
}

/// An argument with everything that is said of it.
fn whole_argument(item: &mut Cursor<'_>) -> Option<Argument> {
    let optional =
        item.tokens().iter().any(|token| token.is(item.text, "DEFAULT") || matches!(item.str(*token), "=" | ":="));
    let is = |item: &Cursor<'_>, word: &str| item.is(word) || item.is_at(1, word);
    let (out, both) = (is(item, "OUT"), is(item, "INOUT"));
    let variadic = is(item, "VARIADIC");
    let mut named = item.clone();
    let _ = named.eat("OUT") || named.eat("INOUT") || named.eat("IN") || named.eat("VARIADIC");
    let mut plain = item.clone();
    let ty = argument(&mut plain)?;
    // With a name there is one word more than the type has.
    let mut alone = named.clone();
    let unnamed = types::read(&mut alone).is_some()
        && (alone.done() || alone.is("DEFAULT") || alone.eat_op("=") || alone.eat_op(":="));
    let name = if unnamed { None } else { named.name() };
    let behind =
        item.tokens().iter().position(|token| token.is(item.text, "DEFAULT") || matches!(item.str(*token), "=" | ":="));
    let default = behind.map(|at| {
        let mut rest = item.clone();
        rest.at = item.at + at + 1;
        rest.take_rest().into()
    });
    Some(Argument { name, ty, passed: !out, returned: out || both, optional, default, variadic })
}

/// The types in the brackets, by which PostgreSQL tells functions of one name apart.
fn arguments(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    let mut inner = cursor.parens()?;
    if let Some(base) = base_type(&mut inner.clone()) {
        return Some(base);
    }
    let mut found: Vec<Arc<str>> = Vec::new();
    while let Some(mut item) = inner.item() {
        if item.tokens().len() == 1 && item.eat_op("*") {
            found.push("*".into());
            continue;
        }
        // The name may stand before it: `blkno OUT bigint`.
        if item.eat("OUT") || item.tokens().len() > 2 && item.is_at(1, "OUT") {
            continue;
        }
        // An aggregate of ordered rows has those behind `ORDER BY`, too; what varies is the same in both places.
        let mut ordered = item.clone();
        ordered.skip_to(&["ORDER"]);
        let ordered = ordered.eat("ORDER BY").then_some(ordered).filter(|_| !item.is("VARIADIC"));
        let direct = (!item.is("ORDER")).then_some(item);
        for mut item in [direct, ordered].into_iter().flatten() {
            found.push(plain_type(&argument(&mut item)?.meaning));
        }
    }
    Some(found.join(", ").into())
}

/// The argument of an aggregate in the old form: `(BASETYPE = int, SFUNC = int4pl, STYPE = int)`.
fn base_type(inner: &mut Cursor<'_>) -> Option<Arc<str>> {
    while let Some(mut item) = inner.item() {
        let is_base = item.eat("BASETYPE");
        if !is_base {
            item.next()?;
        }
        if !item.eat_op("=") {
            return None;
        }
        if is_base {
            let any =
                item.peek().is_some_and(|token| item.str(token).trim_matches(['"', '\'']).eq_ignore_ascii_case("any"));
            return if any { Some("*".into()) } else { Some(plain_type(&argument(&mut item)?.meaning)) };
        }
    }
    None
}

/// The type without the length or precision, which arguments do not have.
fn plain_type(meaning: &str) -> Arc<str> {
    // What is looked for anyway need not be said.
    let meaning = meaning.strip_prefix("public.").unwrap_or(meaning);
    match (meaning.find('('), meaning.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &meaning[..open], &meaning[close + 1..]).into(),
        _ => meaning.into(),
    }
}

/// The types behind the name of a function that is there; none if they are left out.
pub(super) fn written_arguments(cursor: &mut Cursor<'_>) -> Option<Arc<str>> {
    if !cursor.is_kind(Kind::Open) {
        return None;
    }
    let mut there = cursor.clone();
    cursor.parens()?;
    arguments(&mut there)
}

/// From behind `DROP FUNCTION` and the like.
pub(super) fn drop(cursor: &mut Cursor<'_>, kind: Option<Thing>) -> Option<Effect> {
    let if_exists = cursor.if_exists();
    let mut paths = Vec::new();
    loop {
        let path = cursor.path()?;
        paths.push((path, written_arguments(cursor)));
        if !cursor.eat_kind(Kind::Comma) {
            break;
        }
    }
    let cascade = cursor.cascade();
    Some(Effect::Changes(vec![Change::DropRoutines { kind, paths, if_exists, cascade }]))
}
