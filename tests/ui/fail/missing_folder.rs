use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/goood");

fn main() {
    let _ = MIGRATIONS.heads();
}
