//! What stands in a database or is typed by a person may be anything.

use migrate_core::ledger::{Ledger, Row, StoredDown};
use migrate_core::target::{Offline, Target};
use migrate_core::{Dialect, Statement, Text};
use proptest::prelude::*;

/// A stored down with some characters missing, doubled or replaced.
fn damaged() -> impl Strategy<Value = String> {
    let statement = ("[ -~\né;']{0,40}", any::<u32>(), any::<u32>());
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<char>()), 0..6);
    (prop::collection::vec(statement, 0..4), any::<bool>(), edits).prop_map(|(statements, transactional, edits)| {
        let statement =
            |(sql, line, column): (String, u32, u32)| Statement { sql: Text::Owned(sql), line, column, probe: None };
        let statements: Vec<Statement> = statements.into_iter().map(statement).collect();
        let mut text: Vec<char> = StoredDown::write(transactional, &statements).chars().collect();
        for (at, edit, c) in edits {
            let at = at.index(text.len().max(1));
            match edit {
                0 if at < text.len() => drop(text.remove(at)),
                1 if at < text.len() => text.insert(at, text[at]),
                2 if at < text.len() => text[at] = c,
                _ => (),
            }
        }
        text.into_iter().collect()
    })
}

/// Pieces that targets are made of.
fn targets() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "head",
            "heads",
            "base",
            "current",
            "none",
            "+",
            "-",
            "@",
            ":",
            "1",
            "9999999999999999999",
            "+1",
            "-2",
            "a_b",
            "é",
            "",
            " ",
            "\0",
            "'",
            ";",
            "--",
            "@head",
            ":@",
            "+-",
            "-0",
        ])
        .prop_map(str::to_owned),
        ".{0,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_stored_down_panics_and_what_reads_is_written_the_same(text in damaged()) {
        if let Ok(down) = StoredDown::read(&text) {
            let again = StoredDown::write(down.transactional, &down.statements);
            prop_assert_eq!(StoredDown::read(&again), Ok(down));
        }
    }

    #[test]
    fn no_line_of_a_ledger_panics(line in "(applied|applying|[0-9a-f]{8}| |\\PC|\n|\0){0,12}") {
        if let Some(row) = Row::from_brief(&line) {
            prop_assert!(line.ends_with(&row.id));
        }
    }

    #[test]
    fn any_id_comes_back_from_the_line_of_its_row(id in "\\PC{0,40}") {
        let row = Row::from_brief(&format!("applied tokens exact a b : {id}")).expect("a good line");
        prop_assert_eq!((row.id, row.parents), (id, vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn no_target_panics_and_what_is_shown_parses_to_the_same(text in targets()) {
        let _ = Offline::parse([text.as_str(), text.as_str()]);
        if let Ok(target) = text.parse::<Target>() {
            let shown = target.to_string();
            prop_assert_eq!(shown.parse::<Target>(), Ok(target), "{:?} is shown as {:?}", text, shown);
        }
    }

    #[test]
    fn a_quoted_text_or_name_ends_where_it_should(text in "[a-z'\"`\\\\;$ -]{0,20}") {
        for dialect in Dialect::ALL {
            let name = dialect.quote_name(&text);
            let quote = dialect.facts().quote;
            let inner = &name[1..name.len() - 1];
            prop_assert_eq!(inner.replace(&format!("{quote}{quote}"), &quote.to_string()), text.clone());
            prop_assert_eq!(inner.matches(quote).count() % 2, 0);
            let ledger = Ledger { schema: None, table: Text::Owned(text.clone()) };
            prop_assert!(ledger.select_brief(dialect).contains(&name));
        }
    }
}
