//! A warning does not stop the build.

migrate_runtime::embed_migrations! { mod db = "sets/warns" }

fn main() {
    assert_eq!(db::MIGRATIONS.revisions().len(), 2);
}
