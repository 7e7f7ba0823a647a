//! A live database is read as DDL. What is read makes the same database again, and the reader understands all of it.

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{Style, render_all};
use migrate_schema::diff::expr::meaning;
use migrate_schema::diff::same;
use migrate_schema::live::{self, Schema, Wanted};
use migrate_schema::source::{SourceId, Sources};
use migrate_schema::sql::split;
use migrate_tests::{Database, Server, block_on};

const POSTGRES: &str = include_str!("live/postgres.sql");
const MARIADB: &str = include_str!("live/mariadb.sql");
const SQLITE: &str = include_str!("live/sqlite.sql");

/// The statements of a text.
fn statements(sql: &str, dialect: Dialect) -> Vec<String> {
    let id: SourceId = Sources::new().add(migrate_schema::source::Source::new("case.sql", sql));
    split(id, sql, 0..sql.len(), dialect, &mut Vec::new()).iter().map(|stmt| stmt.text(sql).to_owned()).collect()
}

fn makes_itself_again(server: Server, sql: &str) {
    let (Some(first), Some(second)) = (Database::new(server), Database::new(server)) else { return };
    let dialect = server.dialect();
    let made = statements(sql, dialect);
    assert_eq!(block_on(first.run_all(&made)), None);
    let schema = first.schema();
    assert_eq!(schema.left_out, Vec::<String>::new());
    let again: Vec<String> = schema.pieces.iter().map(|piece| piece.sql.clone()).collect();
    let refused = block_on(second.run_all(&again));
    assert_eq!(refused, None, "{}", schema.to_sql());
    let (one, two) = (schema.to_sql(), second.schema().to_sql());
    assert_eq!(one, two);
    let (mut sources, mut problems) = (Sources::new(), Vec::new());
    let catalog = schema.catalog(&mut sources, &mut problems);
    assert!(problems.is_empty(), "{}", render_all(&sources, &problems, Style::Plain));
    assert!(catalog.is_sure(), "{one}");
    assert!(catalog.tables().count() >= 3);
}

#[test]
fn postgres_makes_itself_again() {
    makes_itself_again(Server::Postgres, POSTGRES);
}

#[test]
fn mariadb_makes_itself_again() {
    makes_itself_again(Server::MariaDb, MARIADB);
}

#[test]
fn sqlite_makes_itself_again() {
    makes_itself_again(Server::Sqlite, SQLITE);
}

/// What was made under other settings is made again under those that a session begins with.
fn mariadb_makes_again(made: &[&str], shown: &str) {
    let (Some(first), Some(second)) = (Database::new(Server::MariaDb), Database::new(Server::MariaDb)) else { return };
    let made: Vec<String> = made.iter().map(|&sql| sql.to_owned()).collect();
    assert_eq!(block_on(first.run_all(&made)), None);
    let one = first.schema().to_sql();
    assert!(one.contains(shown), "{one}");
    assert_eq!(block_on(second.run_all(&statements(&one, Dialect::MariaDb))), None, "{one}");
    assert_eq!(one, second.schema().to_sql());
}

#[test]
fn names_in_the_quotes_of_ansi_come_back_in_the_usual_ones() {
    mariadb_makes_again(
        &[
            "SET sql_mode = 'ANSI_QUOTES'",
            "CREATE FUNCTION \"shown as\"(\"the price\" int) RETURNS varchar(20) DETERMINISTIC \
             RETURN concat(\"the price\", ' \"net\"')",
        ],
        "FUNCTION `shown as`(`the price` int) RETURNS varchar(20)",
    );
}

#[test]
fn keys_to_tables_that_are_not_there_come_back() {
    mariadb_makes_again(
        &[
            "SET foreign_key_checks = 0",
            "CREATE TABLE seats (id int PRIMARY KEY, bus_id int, CONSTRAINT bus FOREIGN KEY (bus_id) REFERENCES buses (id))",
        ],
        "SET foreign_key_checks = 0;",
    );
}

/// Ways in which the server's words and the author's cannot be told apart from a difference.
const REASONED: &[(&str, &str)] = &[(
    "view ",
    "a server writes a view's query in its own words: `*` written out, names before columns, joins in brackets",
)];

/// What the replay makes of a text.
fn replayed(sql: &str, dialect: Dialect, sources: &mut Sources) -> Catalog {
    let (mut catalog, mut problems) = (Catalog::new(dialect, []), Vec::new());
    let id = sources.add(migrate_schema::source::Source::new("case.sql", sql));
    for stmt in split(id, sql, 0..sql.len(), dialect, &mut problems) {
        for change in migrate_schema::read::read(id, sql, &stmt, dialect).into_changes() {
            catalog.apply(&change, &mut problems);
        }
    }
    assert!(problems.is_empty(), "{}", render_all(sources, &problems, Style::Plain));
    catalog
}

/// What the replay makes of a text is what the server makes of it.
fn is_what_the_server_has(server: Server, sql: &str) {
    let Some(database) = Database::new(server) else { return };
    let dialect = server.dialect();
    let made = statements(sql, dialect);
    assert_eq!(block_on(database.run_all(&made)), None);
    let (mut sources, mut problems) = (Sources::new(), Vec::new());
    let replayed = replayed(sql, dialect, &mut sources);
    let schema = database.schema();
    let live = schema.catalog(&mut sources, &mut problems);
    let found = same::compare(&replayed, &live, Some(&schema.defaults));
    let reasoned = |found: &&same::Difference| !REASONED.iter().any(|(part, _)| found.object.contains(part));
    let found: Vec<_> = found.differences.iter().filter(reasoned).map(|found| format!("{found:?}")).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    // And what is not the same is seen.
    block_on(database.run_all(&["ALTER TABLE teams ADD COLUMN stray integer".to_owned()]));
    let live = database.schema().catalog(&mut sources, &mut problems);
    let found = same::compare(&replayed, &live, Some(&schema.defaults)).differences;
    let stray =
        found.iter().any(|found| found.object == "table teams" && found.part.as_deref() == Some("column stray"));
    assert!(stray, "{found:?}");
}

#[test]
fn the_replay_is_what_postgres_has() {
    is_what_the_server_has(Server::Postgres, POSTGRES);
}

#[test]
fn the_replay_is_what_mariadb_has() {
    is_what_the_server_has(Server::MariaDb, MARIADB);
}

#[test]
fn the_replay_is_what_sqlite_has() {
    is_what_the_server_has(Server::Sqlite, SQLITE);
}

#[test]
fn what_nobody_can_compare_does_not_differ() {
    let Some(database) = Database::new(Server::Postgres) else { return };
    let dialect = Server::Postgres.dialect();
    // The columns of a table of the server's own.
    let sql = "CREATE FUNCTION joined(a text, b text) RETURNS text LANGUAGE sql AS 'SELECT a || b';
        CREATE AGGREGATE joined(text) (SFUNC = joined, STYPE = text);
        CREATE VIEW members AS SELECT * FROM pg_auth_members m JOIN pg_roles r ON m.roleid = r.oid;";
    assert_eq!(block_on(database.run_all(&statements(sql, dialect))), None);
    let (mut sources, mut problems) = (Sources::new(), Vec::new());
    let replayed = replayed(sql, dialect, &mut sources);
    let schema = database.schema();
    let found = same::compare(&replayed, &schema.catalog(&mut sources, &mut problems), Some(&schema.defaults));
    assert!(found.differences.is_empty(), "{:?}", found.differences);
    assert_eq!(found.unknown, ["view members"]);
}

#[test]
fn what_differs_beside_tables_is_told() {
    let Some(database) = Database::new(Server::Postgres) else { return };
    let dialect = Server::Postgres.dialect();
    let written = |first: &str, kinds: &str, sum: &str, event: &str, state: &str| {
        format!(
            "CREATE TABLE t (a int, b int); CREATE TABLE u (a int, b int);
            CREATE FUNCTION plus(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 + $2';
            CREATE AGGREGATE summed (int) (SFUNC = plus, STYPE = int, INITCOND = {first});
            CREATE STATISTICS s ({kinds}) ON a, b FROM t; ALTER STATISTICS s SET STATISTICS {first}0;
            CREATE OPERATOR <+> (FUNCTION = {sum}, LEFTARG = int, RIGHTARG = int);
            CREATE RULE acts AS ON {event} TO t WHERE old.a > 0 DO ALSO NOTHING;
            CREATE RULE same AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (new.a); DELETE FROM u WHERE a IN (1, 2));
            ALTER TABLE t {state} RULE same"
        )
    };
    let other = written("7", "mcv", "int4pl", "DELETE", "DISABLE");
    assert_eq!(block_on(database.run_all(&statements(&other, dialect))), None);
    let compared = |history: &str| {
        let (mut sources, mut problems) = (Sources::new(), Vec::new());
        let replayed = replayed(history, dialect, &mut sources);
        let schema = database.schema();
        let found = same::compare(&replayed, &schema.catalog(&mut sources, &mut problems), Some(&schema.defaults));
        let objects: Vec<String> = found.differences.into_iter().map(|found| found.object).collect();
        (objects, found.unknown)
    };
    // The server writes what a rule does in its own words.
    let unknown = vec!["rule same".to_owned()];
    assert_eq!(compared(&other), (Vec::new(), unknown.clone()));
    let history = written("0", "ndistinct", "plus", "UPDATE", "ENABLE");
    let differ = [
        "aggregate summed",
        "operator <+>",
        "rule acts",
        "setting disabled",
        "statistics s",
        "setting target of statistics",
    ]
    .map(str::to_owned)
    .to_vec();
    assert_eq!(compared(&history), (differ, unknown));
}

/// Authors' expressions go to the server and come back in its words; both mean the same to us.
fn expressions_come_back(server: Server, columns: &str, expressions: &[&str]) {
    let Some(database) = Database::new(server) else { return };
    let dialect = server.dialect();
    let checks: Vec<String> =
        expressions.iter().enumerate().map(|(at, text)| format!("CONSTRAINT c{at:03} CHECK ({text})")).collect();
    let table = format!("CREATE TABLE t ({columns}, {})", checks.join(", "));
    assert_eq!(block_on(database.run_all(&[table])), None);
    let printed = database.schema().to_sql();
    for (at, written) in expressions.iter().enumerate() {
        let from = printed.split_once(&format!("c{at:03}")).expect("each check is printed").1;
        let from = &from[from.find('(').expect("a bracket")..];
        let mut depth = 0;
        let end = from.find(|c| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        let back = &from[1..end.expect("it is closed")];
        assert_eq!(meaning(written, dialect), meaning(back, dialect), "{written} | {back}");
    }
}

#[test]
fn expressions_come_back_from_postgres() {
    let columns =
        "a int, b varchar(20), c numeric(10,2), d timestamptz, e bool, f text, j jsonb, k float8, l bigint, n text[]";
    expressions_come_back(
        Server::Postgres,
        columns,
        &[
            "length(b) > 0",
            "a between 1 and 5 and a not between 7 and 9",
            "b in ('x', 'y') or a not in (1, 2)",
            "b = any(array['x', 'y'])",
            "a != 3 and (b like 'x%' or b not ilike '%y')",
            "not a is null",
            "a % 2 = 0 and -a < -1",
            "case when a > 1 then true else false end",
            "case a when 1 then true end",
            "a + a * c > (a + a) * c",
            "d > now() - interval '1 week 2 hours'",
            "b collate \"C\" = 'x'",
            "substring(b from 1 for 2) = 'a' or substring(b, 1, 2) = 'b'",
            "trim(b) <> '' and trim(leading 'x' from b) <> ''",
            "position('a' in b) > 0",
            "extract(year from d) > 3",
            "coalesce(a, l, 0) > 0",
            "a / c > 1 and k > 0 and l > 2147483648",
            "j ->> 'a' = 'x' and jsonb_typeof(j) = 'object'",
            "a is distinct from 3",
            "(a, b) = (1, 'x')",
            "f similar to 'a%' or f like 'x!%' escape '!'",
            "n[1] = 'a' and cardinality(n) > 0 and n <> '{}'",
            "d::date > '2020-01-01'",
            "(a is null)::int + (b is null)::int = 1",
            "(f is null) <> (b is null)",
            "num_nonnulls(a, b) = 1 and e is true and e",
            "a = 1 or a = 2 or a = 3 and (a = 4 and (a = 5 and a = 6))",
        ],
    );
}

#[test]
fn expressions_come_back_from_mariadb() {
    let columns = "a int, b varchar(20), c decimal(10,2), d datetime, e tinyint(1)";
    expressions_come_back(
        Server::MariaDb,
        columns,
        &[
            "length(b) > 0 and char_length(b) > 0",
            "a between 1 and 5 and a not between 7 and 9",
            "b in ('x', 'y') or a not in (1, 2)",
            "not (a in (1, 2))",
            "a != 3 and (b like 'x%' or b not like '%y')",
            "not a is null",
            "a % 2 = 0 and -a < -1 and mod(a, 3) = 1",
            "e = true or not e or !e",
            "case when a > 1 then true else false end",
            "cast(a as char) <> ''",
            "a && e",
            "a + a * c > (a + a) * c",
            "date_add(d, interval 1 day) > d",
            "b collate utf8mb4_bin = 'x'",
            "substring(b from 1 for 2) = 'a'",
            "coalesce(a, 0) > 0 and ifnull(b, '') <> ''",
            "lower(b) = b and upper(b) <> b",
            "if(a, 1, 0) and b <=> 'x'",
        ],
    );
}

/// A thousand tables are read with as many questions as one.
#[test]
fn the_number_of_questions_does_not_grow_with_the_tables() {
    let wanted = Wanted::default();
    assert_eq!(live::questions(Dialect::Postgres, &wanted, &[]).len(), 19);
    assert_eq!(live::questions(Dialect::Sqlite, &wanted, &[]).len(), 1);
    let first = live::questions(Dialect::MariaDb, &wanted, &[]).len();
    let mut answers = vec![Vec::new(); first];
    answers[0] = (0..1000).map(|i| vec![Some("BASE TABLE".to_owned()), Some(format!("t{i}"))]).collect();
    assert_eq!(live::questions(Dialect::MariaDb, &wanted, &answers).len(), 5);
    assert!(Schema::new(Dialect::MariaDb, &wanted, &answers).is_err(), "what is asked has to be answered");
}
