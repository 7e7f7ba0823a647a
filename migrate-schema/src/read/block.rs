//! Blocks of PostgreSQL that do what statements could do, if something is there or is not: `DO $$ BEGIN IF EXISTS (…) …`.

use std::sync::Arc;

use super::cursor::Cursor;
use super::texts::inner;
use super::{Effect, body, other};
use crate::catalog::change::{Block, Change, Condition, Reach, Step, There};
use crate::source::Span;
use crate::sql::{Kind, Stmt};

/// Tables of the server in which things of some kind are found.
const TABLES: &[(&str, Of)] = &[
    ("pg_type", Of::Type),
    ("pg_class", Of::Relation),
    ("pg_tables", Of::Relation),
    ("pg_views", Of::Relation),
    ("pg_matviews", Of::Relation),
    ("pg_indexes", Of::Relation),
    ("tables", Of::Relation),
    ("views", Of::Relation),
    ("columns", Of::Column),
    ("pg_attribute", Of::Column),
    ("pg_constraint", Of::Constraint),
    ("pg_enum", Of::Value),
    ("table_constraints", Of::Constraint),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Type,
    Relation,
    Column,
    Constraint,
    Value,
}

/// From behind `DO`.
pub(super) fn read(cursor: &Cursor<'_>) -> Effect {
    let all = Arc::new(body::read(cursor));
    let does_something = all.reach != Reach::Nothing || all.alters || all.makes;
    if let Some(fault) = fault(cursor) {
        return Effect::Changes(vec![Change::Fault(Box::new(fault)), Change::Run(all)]);
    }
    let straight = super::straight::read(cursor);
    let (steps, tolerant) = match steps(cursor).filter(|_| does_something) {
        Some((steps, tolerant)) => (Some(steps), tolerant),
        None if straight.changes.is_empty() => return Effect::Changes(vec![Change::Run(all)]),
        None => (None, false),
    };
    Effect::Changes(vec![Change::Block(Arc::new(Block {
        straight: straight.changes,
        whole: straight.whole,
        steps,
        tolerant,
        body: all,
    }))])
}

/// What is wrong with the code, whatever is there.
fn fault(cursor: &Cursor<'_>) -> Option<crate::diagnostic::Diagnostic> {
    let tokens = cursor.tokens();
    let other = tokens.windows(2).any(|pair| {
        let language = cursor.str(pair[1]).trim_matches(['\'', '"']);
        pair[0].is(cursor.text, "LANGUAGE") && !language.eq_ignore_ascii_case("plpgsql")
    });
    // `DO LANGUAGE 'plpgsql' $$ … $$` has another text before its body.
    let is_body = |at: &usize| {
        matches!(tokens[*at].kind, Kind::Dollar | Kind::Text)
            && !at.checked_sub(1).is_some_and(|before| tokens[before].is(cursor.text, "LANGUAGE"))
    };
    let at = (0..tokens.len()).find(is_body).filter(|_| !other)?;
    let range = super::routine::plain_body(cursor, tokens[at])?;
    let owner = super::plpgsql::Owner { name: None, signature: None, procedure: false };
    super::plpgsql::check(cursor, range, &owner).fault
}

/// The code as a cursor of its own.
fn code<'a>(cursor: &Cursor<'a>) -> Option<Cursor<'a>> {
    let mut texts = cursor.tokens().iter().filter(|token| token.kind == Kind::Dollar);
    let range = inner(cursor.text, *texts.next()?).filter(|_| texts.next().is_none())?;
    Some(Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect))
}

/// All that it does, and whether it goes on where something is there already.
fn steps(cursor: &Cursor<'_>) -> Option<(Vec<Step>, bool)> {
    let mut code = code(cursor)?;
    let _ = code.eat("DECLARE");
    if !code.eat("BEGIN") {
        return None;
    }
    let (mut steps, mut tolerant) = (Vec::new(), false);
    while !code.eat("END") {
        if code.eat("EXCEPTION") {
            while code.eat("WHEN") {
                loop {
                    let known = ["duplicate_object", "duplicate_table", "duplicate_column", "duplicate_schema"];
                    if !known.iter().any(|name| code.eat(name)) {
                        return None;
                    }
                    if !code.eat("OR") {
                        break;
                    }
                }
                if !code.eat("THEN") {
                    return None;
                }
                while idle(&mut code) {}
            }
            tolerant = true;
            if !code.eat("END") {
                return None;
            }
            break;
        }
        step(&mut code, &mut steps)?;
    }
    let _ = code.eat_kind(Kind::Semi);
    // What an exception takes back is all of the block.
    (code.done() && !steps.is_empty() && !(tolerant && steps.len() > 1)).then_some((steps, tolerant))
}

/// `NULL;`, `RAISE NOTICE …;`
fn idle(code: &mut Cursor<'_>) -> bool {
    let quiet = code.is("RAISE")
        && ["NOTICE", "INFO", "WARNING", "DEBUG", "LOG"].iter().any(|level| code.is_at(1, level))
        || code.is("NULL") && code.peek_at(1).is_some_and(|token| token.kind == Kind::Semi);
    if quiet {
        skip(code);
    }
    quiet
}

/// Behind the next semicolon.
fn skip(code: &mut Cursor<'_>) {
    while code.next().is_some_and(|token| token.kind != Kind::Semi) {}
}

fn step(code: &mut Cursor<'_>, steps: &mut Vec<Step>) -> Option<()> {
    if idle(code) {
        return Some(());
    }
    if !code.eat("IF") {
        let changes = statement(code)?;
        steps.push(Step { condition: None, changes });
        return Some(());
    }
    let condition = condition(code)?;
    if !code.eat("THEN") {
        return None;
    }
    let mut changes = Vec::new();
    while !code.is("END") && !code.is("ELSE") {
        if !idle(code) {
            changes.extend(statement(code)?);
        }
    }
    if code.eat("ELSE") {
        while idle(code) {}
    }
    if !code.eat("END IF") || !code.eat_kind(Kind::Semi) {
        return None;
    }
    steps.push(Step { condition: Some(condition), changes });
    Some(())
}

/// A statement that stands for itself, with its semicolon.
fn statement(code: &mut Cursor<'_>) -> Option<Vec<Change>> {
    if !code.is_any(&["CREATE", "ALTER", "DROP", "COMMENT", "GRANT"]) {
        return None;
    }
    let start = code.at;
    skip(code);
    let range = code.range(start, code.at - 1);
    let stmt = Stmt::part(Span::new(range.start, range.end));
    let mut inner = Cursor::new(code.source, code.text, &stmt, code.dialect);
    match other::statement(&mut inner, &stmt)? {
        Effect::Changes(changes) => {
            let plain = |change: &Change| !matches!(change, Change::Doubt(_) | Change::Run(_) | Change::Block(_));
            changes.iter().all(plain).then_some(changes)
        }
        Effect::Nothing => Some(Vec::new()),
        Effect::Opaque => None,
    }
}

/// `[NOT] EXISTS (SELECT … FROM information_schema.columns WHERE table_name = 'a' AND …)`, `to_regclass('a') IS [NOT] NULL`
fn condition(code: &mut Cursor<'_>) -> Option<Condition> {
    if code.is_kind(Kind::Open) {
        // `(SELECT NOT EXISTS (…))`: what is true then nobody reads.
        let inside = code.parens()?;
        let reads = inside.is("SELECT") && code.is("THEN");
        return reads.then_some(Condition { negated: false, there: There::Something });
    }
    if code.is("to_regclass") {
        let name = to_regclass(code)?;
        let negated = match (code.eat("IS NOT NULL"), code.eat("IS NULL")) {
            (true, _) => false,
            (_, true) => true,
            (false, false) => return None,
        };
        return Some(Condition { negated, there: There::Relation(name) });
    }
    let negated = code.eat("NOT");
    if !code.eat("EXISTS") {
        return None;
    }
    let mut query = code.parens()?;
    if !query.is("SELECT") {
        return None;
    }
    let there = there(&mut query).unwrap_or(There::Something);
    Some(Condition { negated, there })
}

/// What such a query asks for.
fn there(query: &mut Cursor<'_>) -> Option<There> {
    if !query.eat("SELECT") {
        return None;
    }
    query.skip_to(&["FROM"]);
    if !query.eat("FROM") {
        return None;
    }
    let table = query.path()?;
    let schema = table.schema.as_ref().map(|schema| &*schema.key);
    if !matches!(schema, None | Some("pg_catalog" | "information_schema")) {
        return None;
    }
    let mut of = TABLES.iter().find(|(name, _)| *name == &*table.name.key)?.1;
    alias(query)?;
    // What the server's tables are joined by is always the same.
    while query.eat("JOIN") || query.eat("INNER JOIN") {
        let joined = query.path()?;
        if joined.schema.is_some_and(|schema| &*schema.key != "pg_catalog") {
            return None;
        }
        if of == Of::Type && &*joined.name.key == "pg_enum" {
            of = Of::Value;
        }
        alias(query)?;
        if !query.eat("ON") {
            return None;
        }
        let (one, is, other) = (query.path()?, query.eat_op("="), query.path()?);
        let joins = |name: &str| {
            matches!(name, "oid" | "conrelid" | "relnamespace" | "connamespace" | "typnamespace" | "enumtypid")
        };
        if !is || !joins(&one.name.key) || !joins(&other.name.key) {
            return None;
        }
    }
    if !query.eat("WHERE") {
        return None;
    }
    let mut found = Asked::default();
    loop {
        // Of what is there at all.
        let dropped = query.eat("NOT");
        let field = query.path()?.name;
        if dropped {
            if &*field.key != "attisdropped" {
                return None;
            }
        } else if &*field.key == "attnum" && query.eat_op(">") {
            query.next()?;
        } else if query.eat_op("!=") || query.eat_op("<>") {
            // Not in the server's own schemas.
            if !matches!(&*field.key, "table_schema" | "schemaname") {
                return None;
            }
            let (text, _) = query.string()?;
            if !matches!(&*text, "information_schema" | "pg_catalog") {
                return None;
            }
        } else {
            if !query.eat_op("=") {
                return None;
            }
            found.take(query, &field.key, of)?;
        }
        if query.done() {
            break;
        }
        if !query.eat("AND") {
            return None;
        }
    }
    if of == Of::Value {
        return Some(There::Value(found.name?, found.value?));
    }
    match (of, found.name, found.table, found.column, found.constraint) {
        (Of::Type, Some(name), None, None, None) => Some(There::Type(name)),
        (Of::Relation, Some(name), None, None, None) => Some(There::Relation(name)),
        (Of::Column, None, Some(table), Some(column), None) => Some(There::Column(table, column)),
        (Of::Constraint, None, table, None, Some(name)) => Some(There::Constraint(table, name)),
        _ => None,
    }
}

/// `(SELECT oid FROM pg_type WHERE typname = 'a')`
fn type_of_name(query: &mut Cursor<'_>) -> Option<Arc<str>> {
    let mut query = query.parens()?;
    if !query.is("SELECT") || !query.is_at(1, "oid") {
        return None;
    }
    match there(&mut query)? {
        There::Type(name) => Some(name),
        _ => None,
    }
}

/// The names that a query asks for.
#[derive(Default)]
struct Asked {
    name: Option<Arc<str>>,
    table: Option<Arc<str>>,
    column: Option<Arc<str>>,
    constraint: Option<Arc<str>>,
    value: Option<Arc<str>>,
}

impl Asked {
    /// What stands behind `field =`.
    fn take(&mut self, query: &mut Cursor<'_>, field: &str, of: Of) -> Option<()> {
        match field {
            "table_schema" | "schemaname" | "nspname" | "constraint_schema" if current_schema(query) => return Some(()),
            "attrelid" | "conrelid" => {
                let relation = match query.is("to_regclass") {
                    true => to_regclass(query)?,
                    false => regclass(&text(query)?)?,
                };
                self.table = Some(relation);
                return matches!((field, of), ("attrelid", Of::Column) | ("conrelid", Of::Constraint)).then_some(());
            }
            "enumtypid" if of == Of::Value => {
                self.name =
                    Some(if query.is_kind(Kind::Open) { type_of_name(query)? } else { regclass(&text(query)?)? });
                return Some(());
            }
            _ => (),
        }
        let text: Arc<str> = text(query)?.into();
        match field {
            "typname" | "relname" | "tablename" | "viewname" | "matviewname" | "indexname"
                if of != Of::Constraint && !(of == Of::Relation && field == "tablename" && self.name.is_some()) =>
            {
                self.name = Some(text);
            }
            "enumlabel" if of == Of::Value => self.value = Some(text),
            "relname" if of == Of::Constraint => self.table = Some(text),
            "table_name" if of == Of::Relation => self.name = Some(text),
            "table_name" => self.table = Some(text),
            "column_name" | "attname" if of == Of::Column => self.column = Some(text),
            "conname" | "constraint_name" if of == Of::Constraint => self.constraint = Some(text),
            "table_schema" | "schemaname" | "nspname" | "constraint_schema" if &*text == "public" => (),
            _ => return None,
        }
        Some(())
    }
}

/// A text, and what it is cast to.
fn text(query: &mut Cursor<'_>) -> Option<String> {
    let (text, _) = query.string()?;
    if query.eat_op("::") {
        query.name()?;
    }
    Some(text)
}

/// `to_regclass('a')`
fn to_regclass(query: &mut Cursor<'_>) -> Option<Arc<str>> {
    if !query.eat("to_regclass") {
        return None;
    }
    let mut inner = query.parens()?;
    let text = text(&mut inner)?;
    regclass(&text).filter(|_| inner.done())
}

/// The name of a table as such a text has it: folded unless it is quoted, and in the schema in which everything is.
fn regclass(text: &str) -> Option<Arc<str>> {
    let text = text.strip_prefix("public.").unwrap_or(text);
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(quoted) => (!quoted.contains('"')).then(|| quoted.into()),
        None => (!text.contains(['"', '.'])).then(|| text.to_lowercase().into()),
    }
}

/// `current_schema()`, with and without parentheses.
fn current_schema(query: &mut Cursor<'_>) -> bool {
    let found = query.eat("current_schema");
    if found && query.is_kind(Kind::Open) {
        let _ = query.parens();
    }
    found
}

/// The name that a table has in a query, if it has one of its own.
fn alias(query: &mut Cursor<'_>) -> Option<()> {
    let _ = query.eat("AS");
    if !query.is_any(&["WHERE", "JOIN", "INNER", "ON"]) {
        query.name()?;
    }
    Some(())
}

/// The steps of the first statement of a text.
#[cfg(test)]
fn of_text(sql: &str) -> Option<(Vec<Step>, bool)> {
    let mut sources = crate::source::Sources::new();
    let source = sources.add(crate::source::Source::new("a.sql", sql));
    let stmts = crate::sql::split(source, sql, 0..sql.len(), migrate_core::Dialect::Postgres, &mut Vec::new());
    let mut cursor = Cursor::new(source, sql, stmts.first()?, migrate_core::Dialect::Postgres);
    cursor.next();
    steps(&cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_where_they_are_statements_under_conditions() {
        for (code, expected) in [
            ("BEGIN CREATE TYPE a AS ENUM ('x'); EXCEPTION WHEN duplicate_object THEN null; END", Some((1, true))),
            ("BEGIN ALTER TABLE a ADD b int; CREATE INDEX i ON a (b); END;", Some((2, false))),
            (
                "BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'a') THEN CREATE TYPE a AS (b int); END IF; END",
                Some((1, false)),
            ),
            (
                "BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_name='a' and c.column_name='b') THEN ALTER TABLE a RENAME b TO c; ELSE RAISE NOTICE 'x'; END IF; END",
                Some((1, false)),
            ),
            ("BEGIN CREATE TYPE a AS ENUM ('x'); EXCEPTION WHEN others THEN null; END", None),
            ("BEGIN IF EXISTS (SELECT 1 FROM users) THEN DROP TABLE a; END IF; END", Some((1, false))),
            ("BEGIN IF f(1) THEN DROP TABLE a; END IF; END", None),
            ("BEGIN IF to_regclass('public.\"A\"') IS NOT NULL THEN DROP TABLE a; END IF; END", Some((1, false))),
            ("BEGIN IF to_regclass(x) IS NOT NULL THEN DROP TABLE a; END IF; END", None),
            ("DECLARE a int; BEGIN DROP TABLE a; END", None),
            ("BEGIN PERFORM f(); DROP TABLE a; END", None),
            (
                "BEGIN IF EXISTS (SELECT 1 FROM pg_class WHERE relname = 'a') THEN DROP TABLE a; ELSE DROP TABLE b; END IF; END",
                None,
            ),
        ] {
            let found = of_text(&format!("DO $$ {code} $$")).map(|(steps, tolerant)| (steps.len(), tolerant));
            assert_eq!(found, expected, "{code}");
        }
    }
}
