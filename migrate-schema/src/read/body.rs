//! Code that the server runs: bodies of functions and blocks. What it may do to the schema, as narrow as its words allow.

use migrate_core::Dialect;

use super::cursor::Cursor;

use super::texts::{Texts, inner};
use crate::catalog::change::{Body, Reach};
use crate::catalog::dynamic;
use crate::sql::harmless::is_known;
use crate::sql::{Kind, Lexer, Token};

/// Words that show that code in a language nobody reads here may change the schema.
const ACTS: &[&str] = &["CREATE", "ALTER", "DROP", "RENAME", "search_path", "set_config"];

/// Words that stand before a bracket in procedural code and call nothing.
const CONTROL: &[&str] = &[
    "if",
    "elsif",
    "elseif",
    "while",
    "until",
    "raise",
    "exception",
    "loop",
    "perform",
    "call",
    "for",
    "foreach",
    "exit",
    "table",
    "returns",
    "immutable",
    "record",
    "enum",
    "execute",
    "operator",
    "set_config",
];

/// What the rest of a `DO`, `CREATE FUNCTION` or `CREATE PROCEDURE` may do.
pub(super) fn read(cursor: &Cursor<'_>) -> Body {
    let rest = cursor.rest();
    let tokens = cursor.tokens();
    let language = tokens.windows(2).find(|pair| pair[0].is(cursor.text, "LANGUAGE")).map(|pair| cursor.str(pair[1]));
    let known = language.is_none_or(|language| {
        let language = language.trim_matches(['\'', '"']);
        ["sql", "plpgsql", "c", "internal"].iter().any(|known| known.eq_ignore_ascii_case(language))
    });
    let mut body = Body::default();
    if !known {
        let words = rest.split(|c: char| !c.is_alphanumeric() && c != '_');
        if words.into_iter().any(|word| ACTS.iter().any(|acts| acts.eq_ignore_ascii_case(word))) {
            body.reach = Reach::Everything;
        }
        return body;
    }
    if !cursor.postgres() {
        let range = cursor.range(cursor.at, cursor.at + tokens.len());
        let all = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
        code(cursor.text, all.tokens(), cursor.dialect, &mut body);
        return of_use(body, cursor.dialect);
    }
    let atomic = tokens.windows(2).any(|pair| pair[0].is(cursor.text, "BEGIN") && pair[1].is(cursor.text, "ATOMIC"));
    if atomic {
        let range = cursor.range(cursor.at, cursor.at + tokens.len());
        let all = Cursor::of_code(cursor.source, cursor.text, range, cursor.dialect);
        code(cursor.text, all.tokens(), cursor.dialect, &mut body);
    }
    for (at, token) in tokens.iter().enumerate() {
        let quoted = at > 0 && token.kind == Kind::Text && tokens[at - 1].is(cursor.text, "AS")
            || at == 0 && token.kind == Kind::Text;
        let Some(inner) = inner(cursor.text, *token).filter(|_| quoted || token.kind == Kind::Dollar) else { continue };
        let tokens: Vec<Token> =
            Lexer::new(cursor.text, inner, cursor.dialect).filter(|token| token.kind != Kind::Comment).collect();
        code(cursor.text, &tokens, cursor.dialect, &mut body);
    }
    of_use(body, cursor.dialect)
}

/// Without the calls of functions that leave the schema alone, as all functions of MySQL do.
fn of_use(mut body: Body, dialect: Dialect) -> Body {
    body.calls.retain(|name| !is_known(name) || dialect.is_mysql_family());
    body
}

fn code(text: &str, tokens: &[Token], dialect: Dialect, body: &mut Body) {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token: &Token| token.is(text, word));
    let mysql = dialect.is_mysql_family();
    // A statement goes up to here.
    let mut until = 0;
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        at += 1;
        let called = tokens.get(at).is_some_and(|next| next.kind == Kind::Open) && dialect == Dialect::Postgres
            || mysql && at > 1 && is(at - 2, "CALL");
        if called && matches!(token.kind, Kind::Word | Kind::Name) {
            let name = token.text(text).trim_matches(['"', '`']).to_ascii_lowercase();
            let mut start = at - 1;
            while start >= 2 && tokens[start - 1].kind == Kind::Dot {
                start -= 2;
            }
            // `INSERT INTO t (a)`
            let table = start > 0 && is(start - 1, "INTO");
            if !table && !CONTROL.contains(&&*name) {
                body.call(&name);
            }
        }
        if token.kind != Kind::Word {
            continue;
        }
        let acts = ["CREATE", "ALTER", "DROP"].iter().any(|word| token.is(text, word))
            || mysql && token.is(text, "RENAME")
            || token.is(text, "SET") && (is(at, "search_path") || is(at + 1, "search_path"));
        if acts && at > until {
            let end = (at..tokens.len()).find(|end| tokens[*end].kind == Kind::Semi).unwrap_or(tokens.len());
            until = end;
            dynamic::add(&statement(text, &tokens[at - 1..end]), body);
        } else if mysql && token.is(text, "PREPARE") {
            at += 2;
            run(text, tokens, at, dialect, body);
        } else if mysql && token.is(text, "EXECUTE") && is(at, "IMMEDIATE") {
            at += 1;
            run(text, tokens, at, dialect, body);
        } else if token.is(text, "EXECUTE") && !mysql {
            if !(is(at, "PROCEDURE") || is(at, "FUNCTION") || is(at, "ON")) {
                run(text, tokens, at, dialect, body);
            }
        } else if token.is(text, "set_config") {
            let other = tokens
                .get(at + 1)
                .and_then(|token| inner(text, *token))
                .is_some_and(|name| &text[name] != "search_path");
            body.path |= !other;
        }
    }
}

/// The text of some tokens, without texts in it.
fn statement(text: &str, tokens: &[Token]) -> String {
    let mut written = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| token.start > end) {
            written.push(' ');
        }
        written.push_str(if matches!(token.kind, Kind::Dollar | Kind::Text) { "''" } else { token.text(text) });
        end = Some(token.end);
    }
    written
}

/// What stands at a place is run as a statement.
fn run(text: &str, tokens: &[Token], at: usize, dialect: Dialect, body: &mut Body) {
    let texts = Texts { text, tokens, dialect, outer: false };
    match texts.at(at, 0) {
        Some(texts) => texts.iter().for_each(|text| dynamic::add(text, body)),
        None => body.add(Reach::Everything),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;
    use crate::sql::split;

    fn reach(sql: &str, dialect: Dialect) -> String {
        let mut out = Vec::new();
        let source = crate::source::Sources::new().add(crate::source::Source::new("a.sql", sql));
        let _: SourceId = source;
        let stmts = split(source, sql, 0..sql.len(), dialect, &mut out);
        let mut cursor = Cursor::new(source, sql, &stmts[0], dialect);
        cursor.next();
        let body = read(&cursor);
        let reach = match &body.reach {
            Reach::Words(_) => "words".to_owned(),
            other => format!("{other:?}").to_lowercase(),
        };
        let flags =
            [(body.alters, " alters"), (body.makes, " makes"), (body.strangers, " strangers"), (body.path, " path")];
        let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, name)| *name).collect();
        let like: String =
            body.alters_like.iter().map(|name| format!(" alters {}", name.replace('\u{1}', "%"))).collect();
        let flags = format!("{flags}{like}");
        let calls: String = body.calls.iter().map(|name| format!(" {name}()")).collect();
        format!("{reach}{flags}{calls}")
    }

    #[test]
    fn blocks_reach_as_far_as_their_statements() {
        for (code, expected) in [
            ("BEGIN PERFORM 1; END", "nothing"),
            ("BEGIN ALTER TABLE t ADD c int; END", "words"),
            (
                "DECLARE r record; BEGIN FOR r IN SELECT rolname FROM pg_roles LOOP EXECUTE pg_catalog.format('ALTER ROLE %I NOREPLICATION;', r.rolname); END LOOP; END",
                "nothing",
            ),
            ("BEGIN EXECUTE 'CREATE ROLE ' || a || ' NOLOGIN'; EXECUTE 'grant ' || a || ' to b'; END", "nothing"),
            ("BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN x int', t); END", "words alters"),
            ("BEGIN EXECUTE CONCAT('ALTER TABLE '||t||' DROP CONSTRAINT IF EXISTS '||r.c); END", "words alters"),
            ("BEGIN EXECUTE format('CREATE TABLE %s (LIKE %s)', a, b); END", "words makes"),
            ("DECLARE s text := 'DROP TABLE a'; BEGIN EXECUTE s; END", "words"),
            ("DECLARE s text; BEGIN s := 'DROP TABLE ' || quote_ident(x); EXECUTE s; END", "words alters"),
            ("DECLARE s text; BEGIN SELECT q INTO s FROM t; EXECUTE s; END", "everything"),
            ("DECLARE s text; BEGIN SELECT concat('DROP TABLE ', a) INTO s FROM t; EXECUTE s; END", "words alters"),
            ("BEGIN EXECUTE format('DROP TABLE %I', 'part_' || n); END", "words alters part_%"),
            ("BEGIN IF a OPERATOR(pg_catalog.=) b THEN INSERT INTO s.t(a) VALUES (1); END IF; END", "nothing"),
            ("BEGIN FOR s IN SELECT 'DROP TABLE x' LOOP EXECUTE s; END LOOP; END", "everything"),
            ("BEGIN EXECUTE r.statement; END", "everything"),
            ("BEGIN PERFORM f(x); EXECUTE 'SELECT g(1)'; END", "nothing f() g()"),
            ("BEGIN EXECUTE format('SELECT %I(1)', x); END", "everything"),
            ("BEGIN CREATE TEMP TABLE q ON COMMIT DROP AS SELECT 1; END", "words"),
            (
                "BEGIN PERFORM set_config('search_path', 'a', true); PERFORM set_config('a.b', 'a', true); END",
                "nothing path",
            ),
            ("BEGIN SET LOCAL search_path TO a; END", "nothing path"),
            ("BEGIN CREATE EXTENSION x; END", "nothing strangers"),
            ("BEGIN EXECUTE 'UPDATE t SET a = 1' USING 5; EXECUTE $q$ALTER TABLE t DROP a$q$; END", "words"),
        ] {
            assert_eq!(reach(&format!("DO $$ {code} $$"), Dialect::Postgres), expected, "{code}");
        }
    }
}
