//! The file format: what is written is read the same, and no input panics.

use migrate_core::{Dialect, DialectSet, Direction};
use migrate_schema::files::{Draft, DraftSection, author, parse, print, settings};
use migrate_schema::source::{Source, Sources};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn dialect_sets() -> impl Strategy<Value = DialectSet> {
    subsequence(Dialect::ALL.to_vec(), 1..=4).prop_map(|dialects| dialects.into_iter().collect())
}

/// Not `none`, not `head`: reserved words have no digit.
fn ids() -> impl Strategy<Value = String> {
    "[0-9][a-z0-9.]{0,10}[a-z0-9]"
}

fn distinct(names: impl Strategy<Value = String>, most: usize) -> impl Strategy<Value = Vec<String>> {
    vec(names, 0..=most).prop_map(|mut names| {
        names.sort();
        names.dedup();
        names
    })
}

/// What is left of a text when it is a leading comment. Lines that read as directives are refused by the reader.
fn messages() -> impl Strategy<Value = String> {
    vec("[ -~äß‐]{0,30}", 0..4).prop_map(|lines| {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
        lines.join("\n").trim_matches('\n').to_owned()
    })
}

/// SQL that all dialects cut alike, with what looks like a directive where it is none.
fn bodies() -> impl Strategy<Value = String> {
    let parts = [
        "SELECT 1;",
        "CREATE TABLE a (b TEXT DEFAULT 'it''s');",
        "-- a comment, then\nSELECT 2;",
        "SELECT '\n-- migrate:down\n';",
        "/*\n-- migrate:up\n*/\nSELECT 3;",
        "-- migrate:trust\nSELECT 4;",
        "  SELECT -- see -- migrate:up\n  5;",
        "SELECT \"\n-- migrate:revises x\n\" FROM t;",
    ];
    vec(select(parts.to_vec()), 1..4).prop_map(|parts| parts.join("\n\n").trim().to_owned())
}

/// One section for all of the set, or one for each of its dialects.
fn sections(direction: Direction, set: DialectSet) -> impl Strategy<Value = Vec<DraftSection>> {
    let each: Vec<DialectSet> = set.iter().map(|dialect| DialectSet::EMPTY.with(dialect)).collect();
    let split = select(vec![vec![DialectSet::EMPTY], vec![set], each]);
    (split, vec(bodies(), 4)).prop_map(move |(split, bodies)| {
        split.into_iter().zip(bodies).map(|(dialects, body)| DraftSection { direction, dialects, body }).collect()
    })
}

fn drafts() -> impl Strategy<Value = (DialectSet, Draft)> {
    dialect_sets().prop_flat_map(|set| {
        let header = (
            messages(),
            proptest::option::of(distinct(ids(), 3)),
            distinct("[a-z]{3}[0-9][a-z_]{0,8}", 2),
            distinct("[a-z]{3}[0-9][a-z_]{0,8}", 2),
            any::<bool>(),
            proptest::option::of("[a-z][ -~]{0,20}[a-z\"]"),
        );
        let body = (sections(Direction::Up, set), sections(Direction::Down, set), any::<bool>());
        (header, body).prop_map(move |(header, (up, down, with_down))| {
            let (message, revises, depends_on, labels, no_transaction, irreversible) = header;
            let down = if with_down && irreversible.is_none() { down } else { Vec::new() };
            let sections = up.into_iter().chain(down).collect();
            (set, Draft { message, revises, depends_on, labels, no_transaction, irreversible, sections })
        })
    })
}

/// What is read, and what was said about it.
fn read(text: &str, dialects: DialectSet) -> (Option<Draft>, Vec<String>) {
    let (mut sources, mut out) = (Sources::new(), Vec::new());
    let id = sources.add(Source::new("migrations/1_a.sql", text));
    let file = parse(id, sources.get(id), "1_a.sql", dialects, &mut out);
    let draft = file.map(|file| file.draft(sources.get(id)));
    (draft, out.into_iter().map(|diagnostic| diagnostic.message).collect())
}

/// Pieces that files are made of, whole and broken.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        select(vec![
            "-- migrate:",
            "-- migrate:up",
            "-- migrate:down",
            "-- migrate:revises",
            "-- migrate:irreversible \"",
            "--migrate:",
            "/* migrate:up",
            "*/",
            "/*",
            "'",
            "\"",
            "`",
            "$$",
            "$a$",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            ";",
            "none",
            "postgres",
            "mysql",
            "ä",
            "\u{feff}",
            "\u{a0}",
            "# ",
            "--",
            "E'\\",
            "[",
            "DELIMITER //\n",
            "-- migrate:trust\n",
            "x",
        ])
        .prop_map(str::to_owned),
        ".{0,4}",
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_the_same((dialects, draft) in drafts()) {
        let text = print(&draft);
        let (read, problems) = read(&text, dialects);
        prop_assert_eq!(problems, Vec::<String>::new(), "{}", text);
        prop_assert_eq!(read, Some(draft), "{}", text);
    }

    #[test]
    fn line_ends_and_byte_order_marks_change_nothing((dialects, draft) in drafts()) {
        let text = print(&draft);
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(read(&windows, dialects), read(&text, dialects));
    }

    #[test]
    fn new_parents_change_nothing_else((dialects, draft) in drafts(), parents in distinct(ids(), 3)) {
        let text = print(&draft);
        let names: Vec<&str> = parents.iter().map(String::as_str).collect();
        let rewritten = author::rewrite_revises(&text, &names, dialects);
        let expected = Draft { revises: Some(parents), ..draft };
        prop_assert_eq!(read(&rewritten, dialects).0, Some(expected), "{}", rewritten);
    }

    #[test]
    fn no_text_panics(text in soup(), dialects in dialect_sets()) {
        let (draft, _) = read(&text, dialects);
        // Whatever could be read can be written.
        print(&draft.expect("the name is good"));
        author::rewrite_revises(&text, &["1"], dialects);
    }

    #[test]
    fn no_file_name_panics(name in "[0-9a-z_.@ é-]{0,8}(\\.sql|\\.SQL|\\.up\\.sql|)") {
        let (mut sources, mut out) = (Sources::new(), Vec::new());
        let id = sources.add(Source::new(name.as_str(), "-- migrate:up\nSELECT 1;"));
        let file = parse(id, sources.get(id), &name, DialectSet::EMPTY, &mut out);
        prop_assert_eq!(file.is_none(), !out.is_empty());
    }

    #[test]
    fn no_settings_panic(text in "(dialect|ids|\\[ledger\\]|ignore|versions|heads|[a-z=\"\\[\\]{},.0-9\n ]){0,12}") {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("migrate.toml", &text));
        settings::read(id, sources.get(id), &mut Vec::new());
    }

    #[test]
    fn slugs_are_parts_of_file_names(words in ".{0,80}") {
        let slug = author::slug(&words);
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        prop_assert!(slug.len() <= 60 && slug.bytes().all(plain));
        let new = author::NewRevision { id: "1".into(), slug, ..author::NewRevision::default() };
        prop_assert!(author::new_file(&new, &settings::Settings::default()).is_ok());
    }
}
