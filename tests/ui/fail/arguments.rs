use migrate_runtime::embed_migrations;

fn main() {
    let _ = embed_migrations!();
    let _ = embed_migrations!("sets/good", dialekt = "sqlite");
    let _ = embed_migrations!("sets/good", dialect = "oracle");
    let _ = embed_migrations!("sets/good", dialect = "postgres");
    let _ = embed_migrations!("$HOME/migrations");
}
