//! Each type that models may have: the table that the model becomes takes a value of the Rust type, and gives it back.
//!
//! The structs stand in files of their own, because they are read twice: by rustc, with sqlx's derive, and by the reader
//! of models.

mod mariadb;
mod postgres;
mod sqlite;

use migrate_core::Dialect;
use migrate_schema::diagnostic::{Style, render_all};
use migrate_schema::files::disk::models::ModelFile;
use migrate_schema::files::settings::Models as Settings;
use migrate_schema::source::{Source, Sources};
use migrate_schema::wanted::models::read;
use migrate_tests::{Database, Server, block_on};

/// The SQL that the models of a text become.
fn sql(dialect: Dialect, text: &str) -> String {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("models.rs", text));
    let mut out = Vec::new();
    let files = [ModelFile { source, file: "models.rs".to_owned() }];
    let models = read(&files, &sources, [dialect].into_iter().collect(), &mut out);
    let said = models.said(dialect, &Settings::default(), &[], &mut sources, &mut out);
    assert!(out.is_empty() && !said.statements.is_empty(), "{}", render_all(&sources, &out, Style::Plain));
    sources.iter().skip(1).map(|(_, source)| source.text()).collect()
}

/// Puts a value into its table and takes it out again.
macro_rules! round_trip {
    ($database:expr, $text:expr, $pool:ty, $mark:expr, $value:expr, [$($field:ident),* $(,)?]) => {{
        let database: &migrate_tests::Database = $database;
        database.execute(&super::sql(database.server.dialect(), $text)).await;
        let pool = <$pool>::connect(&database.url).await.expect("the database");
        let columns = <Everything as migrate_runtime::Columns>::COLUMNS;
        let mark: fn(usize) -> String = $mark;
        let marks: Vec<String> = (1..=columns.len()).map(mark).collect();
        let table = <Everything as migrate_runtime::Table>::TABLE;
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), marks.join(", "));
        for value in $value {
            let mut query = sqlx::query(sqlx::AssertSqlSafe(sql.clone()));
            $(query = query.bind(value.$field.clone());)*
            query.execute(&pool).await.expect("the table takes it");
            let back: Everything = sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT * FROM {table}")))
                .fetch_one(&pool)
                .await
                .expect("the table gives it back");
            assert_eq!(back, value);
            sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&pool).await.expect("it goes");
        }
        pool.close().await;
    }};
}
use round_trip;

fn on(server: Server, check: impl AsyncFnOnce(&Database)) {
    let Some(database) = Database::new(server) else { return };
    block_on(check(&database));
}
