use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/drift");

fn main() {
    let _ = MIGRATIONS.heads();
}
