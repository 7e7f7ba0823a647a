//! Models and migrations that agree.

use migrate_runtime::{Migrations, embed_migrations};

static MIGRATIONS: Migrations = embed_migrations!("ui/sets/drift_none");

#[test]
fn models_that_agree_with_the_migrations_are_no_error() {
    assert_eq!(MIGRATIONS.heads().len(), 1);
}
