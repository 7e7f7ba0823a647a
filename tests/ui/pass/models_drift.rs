#![deny(warnings)]
//! Models and migrations that agree.

use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("sets/drift_none");

fn main() {
    assert_eq!(MIGRATIONS.heads().len(), 1);
}
