//! Folders of other tools, as they stand.

use migrate_runtime::{Migrations, embed_migrations};

static LIKE_SQLX: Migrations = embed_migrations!("ui/sets/like_sqlx");

embed_migrations! {
    mod like_diesel = "ui/sets/like_diesel"
}

#[test]
fn folders_of_other_tools_are_embedded_as_they_stand() {
    let lines = |set: &Migrations| -> Vec<String> {
        let line = |it: &migrate_runtime::Revision| {
            let files: Vec<&str> = it.bodies.iter().map(|body| body.file.as_ref()).collect();
            format!("{} {:?} {}", it.id, it.parents, files.join(" "))
        };
        set.revisions().iter().map(line).collect()
    };
    assert_eq!(
        lines(&LIKE_SQLX),
        [r#"1 [] 1_users.sql"#, r#"9 ["1"] 9_vacuum.sql"#, r#"10 ["9"] 10_email.up.sql 10_email.down.sql"#,]
    );
    assert!(!LIKE_SQLX.revisions()[1].bodies[0].transactional);
    assert_eq!(like_diesel::HEAD.id(), "202602010000000000");
    assert_eq!(like_diesel::HEAD, like_diesel::Revision::Email);
    assert!(!like_diesel::MIGRATIONS.revisions()[1].bodies[0].transactional);
}
