//! Statements that change nothing and name tables, columns and indexes all the same.

use super::Effect;
use super::cursor::Cursor;
use super::mention::Mentions;
use super::other::read_rows;
use crate::catalog::change::{Change, Kind as Thing};
use crate::catalog::mention::{From, Scope};
use crate::catalog::name::{Ident, Path};
use crate::source::Span;
use crate::sql::plain::Plain;
use crate::sql::{Kind, Stmt, parse, plain};

fn needs(path: Path, column: Option<Ident>) -> Change {
    Change::Needs { kind: Thing::Table, path, column, if_exists: false }
}

fn one(path: Path) -> Option<Effect> {
    Some(Effect::Changes(vec![needs(path, None)]))
}

/// Reads one; none if it is of another kind.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let start = cursor.at;
    let effect = match () {
        () if cursor.mysql() => mysql(cursor),
        () if cursor.postgres() => postgres(cursor),
        () => sqlite(cursor),
    };
    if effect.is_none() {
        cursor.at = start;
    }
    effect
}

fn mysql(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.eat("LOCK") {
        if !cursor.eat("TABLES") && !cursor.eat("TABLE") {
            return None;
        }
        let mut changes = Vec::new();
        while let Some(mut item) = cursor.item() {
            changes.push(needs(item.path()?, None));
        }
        return Some(Effect::Changes(changes));
    }
    if cursor.eat("DO") {
        return Some(values(cursor).unwrap_or(Effect::Nothing));
    }
    if cursor.eat("EXPLAIN") || cursor.eat("DESCRIBE") || cursor.eat("DESC") || cursor.is("ANALYZE") {
        let analyze = cursor.eat("ANALYZE");
        if analyze && cursor.is_any(&["TABLE", "LOCAL", "NO_WRITE_TO_BINLOG"]) {
            return None;
        }
        loop {
            if cursor.eat("EXTENDED") || cursor.eat("PARTITIONS") || cursor.eat("ANALYZE") {
            } else if cursor.eat("FORMAT") {
                let _ = cursor.eat_op("=");
                cursor.next();
            } else {
                break;
            }
        }
        return match cursor
            .is_any(&["SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "TABLE", "VALUES", "FOR"])
            || cursor.is_kind(Kind::Open)
        {
            true => Some(explained(cursor)),
            false if analyze => None,
            false => {
                let path = cursor.path()?;
                let column = if cursor.done() { None } else { cursor.name() };
                Some(Effect::Changes(vec![needs(path, column)]))
            }
        };
    }
    if cursor.eat("SHOW") {
        if cursor.eat("CREATE") {
            let table = cursor.eat("TABLE") || cursor.eat("VIEW") || cursor.eat("SEQUENCE");
            return if table { one(cursor.path()?) } else { None };
        }
        let _ = cursor.eat("FULL") || cursor.eat("EXTENDED");
        if cursor.is_any(&["COLUMNS", "FIELDS", "INDEX", "INDEXES", "KEYS"]) {
            cursor.next();
            if cursor.eat("FROM") || cursor.eat("IN") {
                let mut path = cursor.path()?;
                if cursor.eat("FROM") || cursor.eat("IN") {
                    path.schema = cursor.name();
                }
                return one(path);
            }
        }
        return None;
    }
    if cursor.eat("HANDLER") {
        let path = cursor.path()?;
        return if cursor.eat("OPEN") { one(path) } else { None };
    }
    if cursor.eat("LOAD") {
        cursor.skip_to(&["TABLE"]);
        return if cursor.eat("TABLE") { one(cursor.path()?) } else { None };
    }
    None
}

/// What PostgreSQL looks after: tables and their columns, and indexes.
fn postgres(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let reindex = cursor.eat("REINDEX");
    if !reindex && !["ANALYZE", "VACUUM", "CLUSTER"].iter().any(|word| cursor.eat(word)) {
        return None;
    }
    if cursor.is_kind(Kind::Open) {
        cursor.parens()?;
    }
    if reindex {
        let kind = match () {
            () if cursor.eat("INDEX") => Thing::Index,
            () if cursor.eat("TABLE") => Thing::Table,
            () => return None,
        };
        let _ = cursor.eat("CONCURRENTLY");
        let path = cursor.path()?;
        return Some(Effect::Changes(vec![Change::Needs { kind, path, column: None, if_exists: false }]));
    }
    while ["FULL", "FREEZE", "VERBOSE", "ANALYZE"].iter().any(|word| cursor.eat(word)) {}
    let mut changes = Vec::new();
    while !cursor.done() {
        let path = cursor.path()?;
        match cursor.is_kind(Kind::Open) {
            true => {
                let columns = cursor.names()?;
                changes.extend(columns.into_iter().map(|name| needs(path.clone(), Some(name))));
            }
            false => changes.push(needs(path, None)),
        }
        if !cursor.eat_kind(Kind::Comma) && !cursor.done() {
            return None;
        }
    }
    Some(Effect::Changes(changes))
}

fn sqlite(cursor: &mut Cursor<'_>) -> Option<Effect> {
    if cursor.eat("EXPLAIN") {
        let _ = cursor.eat("QUERY PLAN");
        let rows = ["SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "VALUES"];
        return cursor.is_any(&rows).then(|| explained(cursor));
    }
    let kind = if cursor.eat("ANALYZE") {
        Thing::Table
    } else if cursor.eat("REINDEX") {
        Thing::Index
    } else {
        return None;
    };
    if cursor.done() {
        return Some(Effect::Nothing);
    }
    let path = cursor.path()?;
    // A database, or a collation.
    let other = path.schema.is_none() && matches!(&*path.name.key, "main" | "temp" | "nocase" | "binary" | "rtrim")
        || path.name.key.starts_with("sqlite_");
    if other || cursor.is_kind(Kind::Dot) {
        return Some(Effect::Nothing);
    }
    Some(Effect::Changes(vec![Change::Needs { kind, path, column: None, if_exists: false }]))
}

/// The rest of an `EXPLAIN`: a statement that is not run.
fn explained(cursor: &Cursor<'_>) -> Effect {
    let range = cursor.range(cursor.at, cursor.at + cursor.tokens().len());
    let stmt = Stmt::part(Span::new(range.start, range.end));
    match read_rows(cursor, &stmt) {
        Some(scope) => Effect::Changes(vec![Change::Data(Box::new(scope))]),
        None => Effect::Nothing,
    }
}

/// The expressions up to the end, as they stand in what is selected.
pub(super) fn values(cursor: &Cursor<'_>) -> Option<Effect> {
    let tokens = cursor.tokens();
    let range = cursor.range(cursor.at, cursor.at + tokens.len());
    let scope = selected(cursor, range)?;
    Some(Effect::Changes(vec![Change::Data(Box::new(scope))]))
}

/// What expressions name that are no part of a query.
pub(super) fn selected(cursor: &Cursor<'_>, range: std::ops::Range<usize>) -> Option<Scope> {
    let lexed: Vec<_> = crate::sql::Lexer::new(cursor.text, range.clone(), cursor.dialect)
        .filter(|token| token.kind != Kind::Comment)
        .collect();
    // sqlparser goes down a level at each, without a limit.
    let mut run = 0;
    for token in &lexed {
        run = if token.is(cursor.text, "NOT") { run + 1 } else { 0 };
        if run > parse::DEEPEST {
            return None;
        }
    }
    let mut text = Plain::default();
    text.add("SELECT ");
    match plain::plain(cursor.text, &lexed, cursor.dialect) {
        // Two that are put into each other are not worth it.
        Some(_) => return None,
        None => text.copy(cursor.text, range.clone()),
    }
    let tree = parse::parse_text(&text.text, cursor.dialect)?;
    Mentions::new(cursor.source, cursor.text, range.start, cursor.dialect).of_plain(text).statement(&tree)
}

/// The sequences behind `NEXT VALUE FOR`, which sqlparser does not read.
pub(super) fn sequences(cursor: &Cursor<'_>, scope: &mut Scope) {
    let mut cursor = cursor.clone();
    while !cursor.done() {
        if cursor.eat("VALUE FOR")
            && let Some(path) = cursor.path()
        {
            scope.sequences.push(path);
            continue;
        }
        cursor.next();
    }
}

/// The indexes that hints name: `USE INDEX (a)`, `INDEXED BY a`, with the table before them.
pub(super) fn hints(cursor: &Cursor<'_>, scope: &mut Scope) {
    let mut cursor = cursor.clone();
    let mut last: Option<Path> = None;
    let aliased = |scope: &Scope, name: &Ident| {
        let source = |source: &&From| source.called().is_some_and(|own| own.key == name.key);
        scope.sources.iter().find(source).and_then(|source| source.path.clone())
    };
    while !cursor.done() {
        let before = cursor.at;
        if cursor.sqlite() && cursor.eat("INDEXED BY") {
            if let (Some(path), Some(index)) = (last.take(), cursor.name()) {
                scope.hints.push((path, index));
            }
            continue;
        }
        let hint = cursor.mysql() && (cursor.is("USE") || cursor.is("FORCE") || cursor.is("IGNORE"));
        if hint && (cursor.is_at(1, "INDEX") || cursor.is_at(1, "KEY")) {
            cursor.next();
            cursor.next();
            while !cursor.done() && !cursor.is_kind(Kind::Open) {
                cursor.next();
            }
            let Some(mut inner) = cursor.parens() else { return };
            while let Some(mut item) = inner.item() {
                if let (Some(path), Some(index)) = (&last, item.name()) {
                    scope.hints.push((path.clone(), index));
                }
            }
            continue;
        }
        match cursor.name() {
            Some(name) => last = aliased(scope, &name).or(last.filter(|_| cursor.at - before > 1)),
            None => {
                cursor.next();
            }
        }
        if cursor.at == before {
            cursor.next();
        }
    }
}
