fn main(){ }
migrate_runtime::embed_migrations! { pub mod db = "../migrations" }
static M: migrate_runtime::Migrations = migrate_runtime::embed_migrations!("../migrations");
