use migrate_core::Dialect;

use super::*;

#[test]
fn time_is_cut_into_parts() {
    let check = |seconds, expected| assert_eq!(Time(seconds).stamp(), expected);
    check(0, "19700101000000");
    check(951_782_399, "20000228235959");
    check(951_782_400, "20000229000000");
    check(1_795_000_000, "20261118110640");
    check(4_107_542_399, "21000228235959");
    check(4_107_542_400, "21000301000000");
}

#[test]
fn ids_are_new() {
    let check = |style, taken: &[&str], expected| {
        assert_eq!(new_id(style, Time(0), [0, 0, 0, 0xa, 0xbc, 0xff], taken), expected);
    };
    check(IdStyle::Timestamp, &[], "19700101000000");
    check(IdStyle::Timestamp, &["19700101000000", "19700101000001"], "19700101000002");
    check(IdStyle::Hex, &[], "0000000abcff");
    check(IdStyle::Hex, &["0000000ABCFF"], "0000000abd00");
    check(IdStyle::Counter, &[], "0001");
    check(IdStyle::Counter, &["0001", "0009", "x", "20261118091500"], "0010");
}

#[test]
fn a_new_file() {
    let new = NewRevision {
        id: "20261118091500".into(),
        slug: slug("Add users table"),
        message: "Add users table\n".into(),
        parents: vec!["1".into()],
        now: Time(1_795_000_000),
        ..NewRevision::default()
    };
    let settings = Settings { dialects: vec![Dialect::Sqlite], ..Settings::default() };
    let (name, text) = new_file(&new, &settings).expect("it is good");
    assert_eq!(name, "20261118091500_add_users_table.sql");
    assert_eq!(text, "-- Add users table\n-- migrate:revises 1\n\n-- migrate:up\n\n-- migrate:down\n");

    let base = NewRevision { id: "1".into(), ..NewRevision::default() };
    assert_eq!(
        new_file(&base, &settings).expect("it is good"),
        ("1.sql".into(), "-- migrate:revises none\n\n-- migrate:up\n\n-- migrate:down\n".into())
    );

    let merge = NewRevision { id: "3".into(), parents: vec!["1".into(), "2".into()], ..NewRevision::default() };
    assert_eq!(new_file(&merge, &settings).expect("it is good").1, "-- migrate:revises 1 2\n");

    let both = DialectSet::EMPTY.with(Dialect::Sqlite).with(Dialect::MySql);
    let labelled = NewRevision {
        labels: vec!["x".into()],
        depends_on: vec!["y".into()],
        no_transaction: true,
        dialects: both,
        ..base
    };
    let settings = Settings {
        dialects: vec![Dialect::Sqlite, Dialect::MySql],
        file_template: FileTemplate::parse("{id}_{year}_{slug}").expect("it is good"),
        ..settings
    };
    assert_eq!(
        new_file(&labelled, &settings).expect("it is good"),
        (
            "1_1970.sql".into(),
            "-- migrate:revises none\n-- migrate:depends-on y\n-- migrate:label x\n-- migrate:no-transaction\n\n\
             -- migrate:up mysql\n\n-- migrate:up sqlite\n\n-- migrate:down mysql\n\n-- migrate:down sqlite\n"
                .into()
        )
    );
}

#[test]
fn what_a_file_cannot_say_is_refused() {
    let check = |change: fn(&mut NewRevision), expected: &str| {
        let mut new = NewRevision { id: "1".into(), slug: "a".into(), ..NewRevision::default() };
        change(&mut new);
        assert_eq!(new_file(&new, &Settings::default()).expect_err(expected).to_string(), expected);
    };
    check(|new| new.id = "a@b".into(), "`a@b`: the revision id holds `@`");
    check(
        |new| new.parents = vec!["head".into()],
        "`head`: `head` has a meaning of its own and cannot be a revision id",
    );
    check(|new| new.labels = vec!["a b".into()], "`a b`: the label holds a space");
    check(|new| new.slug = "a/b".into(), "`1_a/b.sql` cannot say this");
    check(|new| new.slug = "a b".into(), "bad file name `1_a b.sql`: the slug holds a space");
    check(|new| new.message = "migrate:up now".into(), "unknown dialect `now`");
}

#[test]
fn parents_are_rewritten_and_nothing_else() {
    let set = DialectSet::EMPTY.with(Dialect::Postgres);
    let check =
        |text: &str, parents: &[&str], expected: &str| assert_eq!(rewrite_revises(text, parents, set), expected);
    check(
        "-- a\n-- migrate:revises 1\n-- b\n-- migrate:up\nx",
        &["2", "3"],
        "-- a\n-- migrate:revises 2 3\n-- b\n-- migrate:up\nx",
    );
    check(
        "\u{feff}  -- migrate:revises 1 \r\n-- migrate:up\r\nx",
        &["2"],
        "\u{feff}  -- migrate:revises 2 \r\n-- migrate:up\r\nx",
    );
    check("-- migrate:revises none\n-- migrate:up\nx", &["2"], "-- migrate:revises 2\n-- migrate:up\nx");
    check("-- migrate:revises 1\n-- migrate:up\nx", &[], "-- migrate:revises none\n-- migrate:up\nx");
    check(
        "-- a\n-- migrate:label l\n-- migrate:up\nx",
        &["2"],
        "-- a\n-- migrate:revises 2\n-- migrate:label l\n-- migrate:up\nx",
    );
    check("-- a\r\n\r\n-- migrate:up\r\nx", &["2"], "-- a\r\n\r\n-- migrate:revises 2\r\n\r\n-- migrate:up\r\nx");
    check("\u{feff}-- migrate:up\nx", &["2"], "\u{feff}-- migrate:revises 2\n\n-- migrate:up\nx");
    check("-- a", &["2", "3"], "-- a\n-- migrate:revises 2 3\n");
    // A line of the body that looks the same is left alone.
    check(
        "-- migrate:up\nSELECT '\n-- migrate:revises 1\n'",
        &["2"],
        "-- migrate:revises 2\n\n-- migrate:up\nSELECT '\n-- migrate:revises 1\n'",
    );
}
