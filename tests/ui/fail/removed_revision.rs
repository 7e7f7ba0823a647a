migrate_runtime::embed_migrations! { mod db = "sets/good" }

fn main() {
    let _ = db::Revision::Users;
    let _ = db::Revision::Teams;
}
