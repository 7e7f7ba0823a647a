// One mistake in SQL, one error: what the module would define is there all the same.
migrate_runtime::embed_migrations! { pub mod db = "sets/typo" }

fn main() {
    let _ = db::MIGRATIONS.heads();
    let _ = (db::HEAD, db::Revision::Users.id());
}
