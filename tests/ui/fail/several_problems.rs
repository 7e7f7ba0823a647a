use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/several_problems");

fn main() {
    let _ = MIGRATIONS.heads();
}
