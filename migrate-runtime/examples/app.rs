//! An application that brings its database up to date when it starts, and then answers a question.
//!
//! `cargo run -p migrate-runtime --features sqlite --example app [-- path/to/app.db]`

use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};

migrate_runtime::embed_migrations! {
    /// The application's schema. A typo in any of its files is a compile error.
    mod db = "../migrations"
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "app.db".to_owned());
    let pool = SqlitePool::connect_lazy_with(SqliteConnectOptions::new().filename(&path).create_if_missing(true));

    // Safe however many replicas start at once: one of them applies, the others wait and find nothing to do.
    let report = match db::MIGRATIONS.upgrade(&pool).wait(Duration::from_secs(60)).await {
        Ok(report) => report,
        Err(error) => {
            // The message names the file, the line, what is committed and what to do next.
            eprintln!("error: {error}");
            std::process::exit(1);
        }
    };
    println!("{path}: {report}");
    println!("at revision {}, which is {:?} in the code", db::HEAD.id(), db::Revision::MergeTeamsAndActivity);

    let name = format!("guest-{}", std::process::id());
    sqlx::query("INSERT INTO users (email, name) VALUES (?1 || '@example.com', ?1)").bind(&name).execute(&pool).await?;
    let (users, teams): (i64, i64) =
        sqlx::query_as("SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM teams)").fetch_one(&pool).await?;
    println!("{users} users, {teams} teams");
    Ok(())
}
