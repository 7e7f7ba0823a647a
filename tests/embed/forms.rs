//! Every form of the macro.

use migrate_runtime::{IntoTarget, Label, Migrations, embed_migrations};

static EXPRESSION: Migrations = embed_migrations!("ui/sets/good");

embed_migrations! {
    /// A module with a name for each revision.
    pub mod db = "ui/sets/good"
}

embed_migrations! { mod semicolon = "ui/sets/good", dialect = "sqlite"; }

mod inner {
    //! The runtime may be called otherwise, and nothing of it need be in scope.
    extern crate migrate_runtime as renamed;
    pub(super) static MIGRATIONS: renamed::Migrations =
        renamed::embed_migrations!("./ui/sets/good/", dialect = ["sqlite"]);
}

#[test]
fn every_form_of_the_macro_compiles_and_holds_the_set() {
    let ids = |set: &Migrations| set.revisions().iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&EXPRESSION), ["1", "2"]);
    assert_eq!(ids(&db::MIGRATIONS), ["1", "2"]);
    assert_eq!(ids(&semicolon::MIGRATIONS), ["1", "2"]);
    assert_eq!(ids(&inner::MIGRATIONS), ["1", "2"]);
    assert_eq!(embed_migrations!("ui/sets/good").heads().len(), 1);

    assert_eq!(db::HEAD, db::Revision::Index);
    assert_eq!(db::Revision::ALL.map_ids(), ["1", "2"]);
    let label: Label = db::labels::ACCOUNTS;
    assert_eq!(label.head().to_string(), "accounts@head");
    assert_eq!(db::Revision::Users.into_target().expect("a target").to_string(), "1");
}

trait Ids {
    fn map_ids(&self) -> Vec<&'static str>;
}

impl Ids for [db::Revision] {
    fn map_ids(&self) -> Vec<&'static str> {
        self.iter().map(|revision| revision.id()).collect()
    }
}
