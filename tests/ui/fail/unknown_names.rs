use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/unknown_names");

fn main() {
    let _ = MIGRATIONS.heads();
}
