//! Which reader a statement belongs to, and the small ones: drops, renames, settings, rows.

use std::sync::Arc;

use super::cursor::Cursor;
use super::mention::{self, Mentions};
use super::{Effect, alter, alter_table, asked, block, create, other_object, policy, prepared, recipe, routine, set};
use crate::catalog::change::{Change, Doubt, Kind as Thing};
use crate::catalog::mention::Scope;
use crate::sql::reserved::is_reserved;
use crate::sql::{Kind, Stmt, Token, parse, plain};

/// Words that begin code which stands for itself in MariaDB.
const COMPOUND: &[&str] = &["IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR"];

/// Statements that leave the schema as it is.
const NOTHING: &[&str] = &[
    "GRANT",
    "REVOKE",
    "ANALYZE",
    "ANALYSE",
    "VACUUM",
    "RESET",
    "BEGIN",
    "START",
    "COMMIT",
    "END",
    "SAVEPOINT",
    "RELEASE",
    "LOCK",
    "UNLOCK",
    "FLUSH",
    "CLUSTER",
    "REINDEX",
    "REFRESH",
    "NOTIFY",
    "LISTEN",
    "UNLISTEN",
    "CHECKPOINT",
    "DISCARD",
    "SECURITY",
    "REASSIGN",
    "EXPLAIN",
    "DESCRIBE",
    "DESC",
    "SHOW",
    "OPTIMIZE",
    "REPAIR",
    "KILL",
    "DEALLOCATE",
    "FETCH",
    "CLOSE",
    "MOVE",
    "DECLARE",
    "CHECK",
    "CHECKSUM",
    "HELP",
    "XA",
    "HANDLER",
    "DETACH",
    "VALUES",
    "TABLE",
];

/// Reads a statement; none if nobody can tell what it does.
pub(super) fn statement(cursor: &mut Cursor<'_>, stmt: &Stmt) -> Option<Effect> {
    if stmt.broken {
        return None;
    }
    while cursor.is_kind(Kind::Open) {
        // `(SELECT …) UNION …`
        cursor.next();
    }
    if cursor.eat("CREATE") {
        return create::read(cursor);
    }
    if cursor.eat("ALTER") {
        return alter::read(cursor);
    }
    if cursor.eat("DROP") {
        return drop(cursor);
    }
    if cursor.mysql() && cursor.eat("DELETE HISTORY FROM") {
        let path = cursor.path()?;
        return Some(Effect::Changes(vec![Change::Needs { kind: Thing::Table, path, column: None, if_exists: false }]));
    }
    if cursor.is_any(&["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "REPLACE", "MERGE", "VALUES"]) {
        return rows(cursor, stmt);
    }
    if cursor.eat("TRUNCATE") {
        let _ = cursor.eat("TABLE");
        let mut paths = Vec::new();
        loop {
            let _ = cursor.postgres() && cursor.eat("ONLY");
            paths.push(cursor.path()?);
            if !cursor.eat_kind(Kind::Comma) {
                break;
            }
        }
        let needs = |path| Change::Needs { kind: Thing::Table, path, column: None, if_exists: false };
        let cascade = cursor.tokens().iter().any(|token| token.is(cursor.text, "CASCADE"));
        let emptied = (!cascade).then(|| Change::Truncate(paths.clone()));
        return Some(Effect::Changes(paths.into_iter().map(needs).chain(emptied).collect()));
    }
    if cursor.postgres()
        && cursor.is_any(&["RESET", "DISCARD"])
        && (cursor.is_at(1, "search_path") || cursor.is_at(1, "ALL"))
    {
        return Some(Effect::Changes(vec![usual_path(cursor)]));
    }
    if cursor.postgres() && (cursor.is("GRANT") || cursor.is("REVOKE")) {
        let grants = cursor.eat("GRANT") || !cursor.eat("REVOKE");
        return super::grant::read(cursor, grants).or(Some(Effect::Nothing));
    }
    if cursor.eat("COMMENT ON") {
        return super::comment::read(cursor);
    }
    if let Some(effect) = asked::read(cursor) {
        return Some(effect);
    }
    if cursor.mysql() && (cursor.is_any(COMPOUND) || cursor.is("BEGIN") && cursor.is_at(1, "NOT")) {
        let mut body = super::body::read(cursor);
        body.code = Some(cursor.rest().into());
        return Some(Effect::Changes(vec![Change::Run(Arc::new(body))]));
    }
    if cursor.mysql() && cursor.eat("RENAME TABLE") {
        return rename_tables(cursor);
    }
    if cursor.mysql() && cursor.eat("RENAME USER") {
        return Some(Effect::Nothing);
    }
    if cursor.mysql()
        && let Some(effect) = prepared::read(cursor)
    {
        return Some(effect);
    }
    if cursor.postgres() && cursor.is("CLUSTER") && cursor.tokens().iter().any(|token| token.is(cursor.text, "USING")) {
        return alter_table::cluster(cursor).or(Some(Effect::Nothing));
    }
    if cursor.postgres() && cursor.eat("PREPARE") {
        return prepared::rows(cursor);
    }
    if cursor.postgres() && cursor.is("EXECUTE") {
        // What can be prepared changes no schema.
        return Some(Effect::Nothing);
    }
    if cursor.eat("SET") {
        return set::read(cursor);
    }
    if cursor.sqlite() && cursor.eat("PRAGMA") {
        let written = cursor.rest().to_ascii_lowercase();
        let off = ["off", "0", "false", "no"].iter().any(|word| written.trim_end().ends_with(word));
        if written.contains("legacy_alter_table") && written.contains(['=', '(']) && !off {
            // Views and triggers are not looked at then.
            return Some(Effect::Changes(vec![Change::Doubt(Doubt::Lenient)]));
        }
        // Written by hand, the table of tables may say anything.
        return Some(if written.contains("writable_schema") { Effect::Opaque } else { Effect::Nothing });
    }
    if cursor.mysql() && cursor.eat("USE") {
        return Some(Effect::Changes(vec![Change::SetPath(vec![cursor.name()?])]));
    }
    if cursor.eat("CALL") {
        let path = cursor.path()?;
        if cursor.mysql() && path.schema.is_some() {
            // Of another database, of which nobody knows.
            return None;
        }
        let values = cursor.clone().parens().filter(|_| cursor.mysql()).map_or("".into(), |list| list.rest().into());
        let given = if cursor.mysql() { given(cursor) } else { None };
        let mut changes = vec![Change::Call(path.name, given, values)];
        if cursor.postgres() {
            changes.extend(read_rows(cursor, stmt).map(|scope| Change::Data(Box::new(scope))));
        }
        return Some(Effect::Changes(changes));
    }
    if cursor.postgres() && cursor.eat("DO") {
        return Some(block::read(cursor));
    }
    if cursor.is("ROLLBACK") || cursor.is("ABORT") {
        // What was done since the beginning is undone.
        return None;
    }
    let kind = if cursor.is("REFRESH") { Thing::MaterializedView } else { Thing::Table };
    if let Some(paths) = needed(cursor) {
        let beside = kind == Thing::MaterializedView && cursor.is_at(3, "CONCURRENTLY");
        let keyed: Vec<Change> = paths.iter().filter(|_| beside).cloned().map(Change::RefreshBeside).collect();
        let needs = |path| Change::Needs { kind, path, column: None, if_exists: false };
        return Some(Effect::Changes(paths.into_iter().map(needs).chain(keyed).collect()));
    }
    if cursor.postgres() && cursor.is("COPY") {
        return copy(cursor);
    }
    if cursor.mysql() && cursor.eat("LOAD") {
        return Some(Effect::Nothing);
    }
    if cursor.postgres()
        && let Some(effect) = inner_statement(cursor)
    {
        return Some(effect);
    }
    cursor.is_any(NOTHING).then_some(Effect::Nothing)
}

/// Names are looked up as at the beginning of a session, where nothing else is said to the server.
fn usual_path(cursor: &Cursor<'_>) -> Change {
    let place = cursor.place_of(cursor.at, cursor.at + 1);
    Change::SetPath(vec![crate::catalog::name::Ident::made("public", cursor.dialect, place)])
}

/// `COPY table (a, b) FROM …`
fn copy(cursor: &mut Cursor<'_>) -> Option<Effect> {
    cursor.next();
    if cursor.is_kind(Kind::Open) {
        return Some(Effect::Nothing);
    }
    let path = cursor.path()?;
    let names = if cursor.is_kind(Kind::Open) { cursor.names()? } else { Vec::new() };
    let needs = |column| Change::Needs { kind: Thing::Table, path: path.clone(), column, if_exists: false };
    let columns: Vec<Change> = names.into_iter().map(|name| needs(Some(name))).collect();
    Some(Effect::Changes(if columns.is_empty() { vec![needs(None)] } else { columns }))
}

/// The tables that a statement of PostgreSQL names without changing them.
fn needed(cursor: &mut Cursor<'_>) -> Option<Vec<crate::catalog::name::Path>> {
    if !cursor.postgres() {
        return None;
    }
    let start = cursor.at;
    let paths = if cursor.eat("REFRESH MATERIALIZED VIEW") {
        let _ = cursor.eat("CONCURRENTLY");
        cursor.path().map(|path| vec![path])
    } else if cursor.eat("LOCK") {
        let _ = cursor.eat("TABLE");
        let _ = cursor.eat("ONLY");
        cursor.paths()
    } else if cursor.eat("TABLE") {
        let _ = cursor.eat("ONLY");
        cursor.path().map(|path| vec![path])
    } else if cursor.eat("GRANT") || cursor.eat("REVOKE") {
        // `GRANT role TO other` has no ON.
        cursor.skip_to(&["ON", "TO", "FROM"]);
        let other = [
            "ALL",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "SCHEMA",
            "DATABASE",
            "TYPE",
            "DOMAIN",
            "LANGUAGE",
            "FOREIGN",
            "LARGE",
            "TABLESPACE",
            "PARAMETER",
            "ROUTINES",
            "SEQUENCES",
            "TABLES",
        ];
        if !cursor.eat("ON") || cursor.is_any(&other) {
            None
        } else {
            let _ = cursor.eat("TABLE") || cursor.eat("SEQUENCE");
            cursor.paths().filter(|_| cursor.is("TO") || cursor.is("FROM"))
        }
    } else {
        None
    };
    cursor.at = start;
    paths
}

/// The query that stands at the cursor, up to the end.
pub(super) fn query_at(cursor: &Cursor<'_>) -> Option<Scope> {
    let length = cursor.tokens().len();
    let range = cursor.range(cursor.at, cursor.at + length);
    let span = crate::source::Span::new(range.start, range.end);
    let stmt = Stmt::part(span);
    read_rows(cursor, &stmt)
}

/// A statement of a trigger of SQLite, in which `new` and `old` are rows.
pub(super) fn rows_of_trigger(code: &Cursor<'_>, from: usize, to: usize) -> Option<Scope> {
    let range = code.range(from, to);
    read_rows_in(code, &Stmt::part(crate::source::Span::new(range.start, range.end)), true)
}

pub(super) fn read_rows(cursor: &Cursor<'_>, stmt: &Stmt) -> Option<Scope> {
    read_rows_in(cursor, stmt, false)
}

/// The same, in a place where `new` and `old` may be rows.
pub(super) fn read_rows_in(cursor: &Cursor<'_>, stmt: &Stmt, rows_named: bool) -> Option<Scope> {
    let start = stmt.span.start as usize;
    let mentions = || {
        let plain = Mentions::new(cursor.source, cursor.text, start, cursor.dialect).standing_for(cursor.within);
        if rows_named { plain.with_rows_named() } else { plain }
    };
    if !cursor.postgres() {
        if stmt.depth <= parse::DEEPEST && !stmt.broken {
            let tokens: Vec<_> = crate::sql::tokens_of(cursor.text, stmt, cursor.dialect)
                .filter(|token| token.kind != Kind::Comment)
                .collect();
            if let Some(plain) = plain::plain(cursor.text, &tokens, cursor.dialect) {
                let tree = parse::parse_text(&plain.text, cursor.dialect)?;
                return mentions().of_plain(plain).statement(&tree);
            }
        }
        let tree = parse::parse(cursor.text, stmt, cursor.dialect)?;
        return mentions().statement(&tree);
    }
    if !mention::is_misread(cursor.text, stmt)
        && let Some(tree) = parse::parse(cursor.text, stmt, cursor.dialect)
    {
        return mentions().statement(&tree);
    }
    let (text, mended) = mention::mend(cursor.source, cursor.text, stmt)?;
    let tree = parse::parse(&text, stmt, cursor.dialect)?;
    mentions().with(mended).statement(&tree)
}

fn rows(cursor: &mut Cursor<'_>, stmt: &Stmt) -> Option<Effect> {
    let mut whole = cursor.clone();
    whole.at = 0;
    if cursor.sqlite()
        && whole.tokens().iter().any(|token| token.is(whole.text, "sqlite_master"))
        && !cursor.is("SELECT")
        && !cursor.is("WITH")
    {
        return None;
    }
    if let Some(effect) = set::search_path(&whole) {
        return Some(effect);
    }
    if cursor.postgres() && select_into(&whole) {
        return into(&mut whole);
    }
    let mut scope = read_rows(cursor, stmt).unwrap_or_default();
    if !cursor.postgres() {
        asked::sequences(&whole, &mut scope);
        asked::hints(&whole, &mut scope);
    }
    if cursor.postgres() {
        scope.calls = mention::calls(&whole);
        scope.invoked = recipe::invoked(&whole);
    }
    let mut changes = vec![Change::Data(Box::new(scope))];
    if cursor.mysql() {
        changes.extend(prepared::selected(&whole));
    }
    Some(Effect::Changes(changes))
}

/// `SELECT … INTO t`.
fn select_into(cursor: &Cursor<'_>) -> bool {
    if !cursor.is("SELECT") && !cursor.is("WITH") {
        return false;
    }
    cursor.tokens().windows(2).any(|pair| {
        pair[1].is(cursor.text, "INTO") && !pair[0].is(cursor.text, "INSERT") && !pair[0].is(cursor.text, "MERGE")
    })
}

/// The table that `SELECT … INTO` makes.
fn into(cursor: &mut Cursor<'_>) -> Option<Effect> {
    cursor.skip_to(&["INTO"]);
    let start = cursor.at;
    if !cursor.eat("INTO") {
        return None;
    }
    // A word that no name follows is the name.
    let says_more = |cursor: &Cursor<'_>| {
        let next = cursor.peek_at(1);
        let reserved = |token: &Token| is_reserved(cursor.str(*token), cursor.dialect) && !cursor.is_at(1, "TABLE");
        next.is_some_and(|token| token.kind == Kind::Name || token.kind == Kind::Word && !reserved(&token))
    };
    if says_more(cursor) {
        let _ = cursor.eat("UNLOGGED") || cursor.eat("LOCAL") || cursor.eat("GLOBAL");
    }
    let temporary = says_more(cursor) && (cursor.eat("TEMP") || cursor.eat("TEMPORARY"));
    let _ = cursor.eat("TABLE");
    let path = cursor.path()?;
    let end = cursor.at;
    let mut table = create::empty_table(path, false);
    table.temporary = temporary;
    table.open = true;
    table.query = without(cursor, start, end);
    Some(Effect::Changes(vec![Change::CreateTable(Box::new(table))]))
}

/// The query of a statement without some of its tokens.
fn without(cursor: &Cursor<'_>, from: usize, to: usize) -> Option<Scope> {
    let mut whole = cursor.clone();
    whole.at = 0;
    let all = whole.range(0, whole.tokens().len());
    let left_out = whole.range(from, to);
    let mut text = cursor.text.to_owned();
    let blank: String = text[left_out.clone()].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    // Names in it may have more bytes than characters.
    let blank = format!("{blank}{}", " ".repeat(left_out.len() - blank.len()));
    text.replace_range(left_out, &blank);
    let stmt = Stmt::part(crate::source::Span::new(all.start, all.end));
    let tree = parse::parse(&text, &stmt, cursor.dialect)?;
    Mentions::new(cursor.source, cursor.text, all.start, cursor.dialect).statement(&tree)
}

/// The statement that is explained, or whose rows a cursor reads.
fn inner_statement(cursor: &Cursor<'_>) -> Option<Effect> {
    let mut inner = cursor.clone();
    if inner.eat("EXPLAIN") {
        if inner.is_kind(Kind::Open) && !inner.is_at(1, "SELECT") && !inner.is_at(1, "WITH") {
            inner.parens()?;
        }
        while inner.eat("ANALYZE") || inner.eat("ANALYSE") || inner.eat("VERBOSE") {}
    } else if inner.eat("DECLARE") {
        inner.skip_to(&["FOR"]);
        if !inner.eat("FOR") {
            return None;
        }
    } else {
        return None;
    }
    if !inner.is_any(&["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "VALUES"]) {
        return None;
    }
    let scope = query_at(&inner)?;
    Some(Effect::Changes(vec![Change::Data(Box::new(scope))]))
}

/// For each of the values in brackets whether something can be put into it: it is a variable.
fn given(cursor: &mut Cursor<'_>) -> Option<Vec<bool>> {
    if cursor.done() {
        return Some(Vec::new());
    }
    let mut inner = cursor.parens()?;
    let mut found = Vec::new();
    while let Some(mut item) = inner.item() {
        found.push(item.eat_op("@"));
    }
    Some(found)
}

fn rename_tables(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let if_exists = cursor.if_exists();
    let mut changes = Vec::new();
    while let Some(mut item) = cursor.item() {
        let path = item.path()?;
        if !item.eat("TO") {
            return None;
        }
        changes.push(Change::Rename { kind: Thing::Table, path, to: item.path()?, if_exists });
    }
    Some(Effect::Changes(changes))
}

/// From behind `DROP`.
fn drop(cursor: &mut Cursor<'_>) -> Option<Effect> {
    let _ = cursor.mysql() && (cursor.eat("TEMPORARY") || cursor.eat("ONLINE"));
    let kind = if cursor.eat("TABLE") || cursor.eat("FOREIGN TABLE") || cursor.mysql() && cursor.eat("TABLES") {
        Thing::Table
    } else if cursor.eat("VIEW") {
        Thing::View
    } else if cursor.eat("MATERIALIZED VIEW") {
        Thing::MaterializedView
    } else if cursor.eat("INDEX") {
        let _ = cursor.eat("CONCURRENTLY");
        if cursor.mysql() {
            let if_exists = cursor.if_exists();
            let name = cursor.name()?;
            if !cursor.eat("ON") {
                return None;
            }
            let path = cursor.path()?;
            let actions = vec![crate::catalog::change::Action::DropIndex { name, if_exists }];
            let alter = crate::catalog::change::AlterTable { path, if_exists: false, only: false, actions };
            return Some(Effect::Changes(vec![Change::AlterTable(Box::new(alter))]));
        }
        Thing::Index
    } else if cursor.eat("SEQUENCE") {
        Thing::Sequence
    } else if cursor.postgres() && cursor.eat("TYPE") {
        Thing::Type
    } else if cursor.postgres() && cursor.eat("DOMAIN") {
        Thing::Domain
    } else if cursor.eat("FUNCTION") {
        return routine::drop(cursor, Some(Thing::Function));
    } else if cursor.eat("AGGREGATE") || cursor.eat("ROUTINE") {
        return routine::drop(cursor, None);
    } else if cursor.eat("PROCEDURE") {
        return routine::drop(cursor, Some(Thing::Procedure));
    } else if cursor.postgres() && cursor.eat("SCHEMA") {
        Thing::Schema
    } else if cursor.eat("EXTENSION") {
        Thing::Extension
    } else if cursor.eat("TRIGGER") {
        let if_exists = cursor.if_exists();
        let path = cursor.path()?;
        let table = if cursor.postgres() && cursor.eat("ON") { Some(cursor.path()?) } else { None };
        return Some(Effect::Changes(vec![Change::DropTrigger { path, table, if_exists }]));
    } else if cursor.postgres() && cursor.eat("POLICY") {
        return policy::drop(cursor);
    } else if let Some(effect) = other_object::of_postgres(cursor, other_object::drop) {
        return Some(effect);
    } else if cursor.mysql() && cursor.eat("EVENT") {
        return super::parts::drop_event(cursor);
    } else if cursor.is_any(&[
        "ROLE",
        "USER",
        "GROUP",
        "RULE",
        "PUBLICATION",
        "SUBSCRIPTION",
        "SERVER",
        "STATISTICS",
        "TEXT",
        "EVENT",
        "COLLATION",
        "CONVERSION",
        "TABLESPACE",
    ]) {
        return Some(Effect::Nothing);
    } else {
        return None;
    };
    let if_exists = cursor.if_exists();
    let paths = cursor.paths()?;
    let cascade = cursor.cascade();
    Some(Effect::Changes(vec![Change::Drop { kind, paths, if_exists, cascade }]))
}
