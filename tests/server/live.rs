//! A live database is read as DDL. What is read makes the same database again, and the reader understands all of it.

use migrate_core::Dialect;
use migrate_schema::diagnostic::{Style, render_all};
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

/// A thousand tables are read with as many questions as one.
#[test]
fn the_number_of_questions_does_not_grow_with_the_tables() {
    let wanted = Wanted::default();
    assert_eq!(live::questions(Dialect::Postgres, &wanted, &[]).len(), 15);
    assert_eq!(live::questions(Dialect::Sqlite, &wanted, &[]).len(), 1);
    let first = live::questions(Dialect::MariaDb, &wanted, &[]).len();
    let mut answers = vec![Vec::new(); first];
    answers[0] = (0..1000).map(|i| vec![Some("BASE TABLE".to_owned()), Some(format!("t{i}"))]).collect();
    assert_eq!(live::questions(Dialect::MariaDb, &wanted, &answers).len(), 5);
    assert!(Schema::new(Dialect::MariaDb, &wanted, &answers).is_err(), "what is asked has to be answered");
}
