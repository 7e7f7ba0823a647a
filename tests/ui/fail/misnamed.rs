use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/misnamed");

fn main() {
    let _ = MIGRATIONS.heads();
}
