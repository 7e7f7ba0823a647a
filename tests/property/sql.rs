//! Whatever is written as SQL: no stage panics, and none hangs.

use std::sync::mpsc;
use std::time::Duration;

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::read;
use migrate_schema::source::{Source, Sources};
use migrate_schema::sql::{self, Kind, judge, transaction};
use proptest::prelude::*;

/// All stages of a text, on a thread of their own: one that hangs is told, too.
fn stages(text: &str, dialect: Dialect) {
    let (done, wait) = mpsc::channel();
    let owned = text.to_owned();
    std::thread::spawn(move || {
        all_stages(&owned, dialect);
        let _ = done.send(());
    });
    // Far more than any of these texts takes on a loaded machine.
    if let Err(error) = wait.recv_timeout(Duration::from_secs(20)) {
        panic!("{dialect}: {error}: {text:?}");
    }
}

/// Cut, judged, read, applied, shown.
fn all_stages(text: &str, dialect: Dialect) {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("x.sql", text));
    let text = sources.get(id).text();
    let mut out = Vec::new();
    let mut catalog = Catalog::new(dialect, []);
    for stmt in sql::split(id, text, 0..text.len(), dialect, &mut out) {
        judge::judge(id, text, &stmt, dialect, &mut out);
        transaction::refuses_transaction(text, &stmt, dialect);
        transaction::transaction_control(text, &stmt, dialect);
        sql::semantic_bytes(text, &stmt, dialect, |_| ());
        let alone: Vec<_> = sql::tokens_of(text, &stmt, dialect).collect();
        assert_eq!(*stmt.tokens(text, dialect), *alone, "{text}");
        // Also what the judge refuses: the readers must not rely on it.
        for change in read::read(id, text, &stmt, dialect).into_changes() {
            catalog.apply(&change, &mut out);
        }
    }
    for diagnostic in &out {
        let _ = migrate_schema::diagnostic::render(&sources, diagnostic, migrate_schema::diagnostic::Style::Plain);
    }
}

fn dialects() -> impl Strategy<Value = Dialect> {
    prop::sample::select(Dialect::ALL.to_vec())
}

/// Our own cases about meaning, as they are.
const CASES: [&str; 4] = [
    include_str!("../server/semantics/all.sql"),
    include_str!("../server/semantics/postgres.sql"),
    include_str!("../server/semantics/mariadb.sql"),
    include_str!("../server/semantics/sqlite.sql"),
];

/// A stretch of those cases in which some characters are missing, doubled or replaced.
fn mutated() -> impl Strategy<Value = String> {
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<char>()), 1..12);
    (0..CASES.len(), any::<prop::sample::Index>(), 200..1500_usize, edits).prop_map(|(case, from, length, edits)| {
        let all: Vec<char> = CASES[case].chars().collect();
        let from = from.index(all.len());
        let mut text: Vec<char> = all[from..(from + length).min(all.len())].to_vec();
        for (at, edit, c) in edits {
            if text.is_empty() {
                break;
            }
            let at = at.index(text.len());
            match edit {
                0 => drop(text.remove(at)),
                1 => text.insert(at, text[at]),
                _ => text[at] = c,
            }
        }
        text.into_iter().collect()
    })
}

/// Words and marks of SQL in any order.
fn soup() -> impl Strategy<Value = String> {
    let words = "CREATE TABLE ALTER DROP INDEX VIEW ON t a b ( ) , ; . = ' \" ` $$ /* */ -- \n BEGIN END AS SELECT FROM \
                 WHERE PRIMARY KEY REFERENCES UNIQUE ADD COLUMN RENAME TO TYPE INT TEXT NOT NULL DEFAULT 1 CASCADE IF EXISTS \
                 TRIGGER FUNCTION DO WITH ( ) , ; INSERT INTO VALUES UPDATE SET DELETE ENUM PARTITION OF CONSTRAINT CHECK";
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    prop::collection::vec(prop::sample::select(words), 1..60).prop_map(|words| words.join(" "))
}

/// What the catalog keeps of a text, read again, is the same.
fn spaced_twice(text: &str, dialect: Dialect) {
    let id = Sources::new().add(Source::new("x.sql", text));
    for stmt in sql::split(id, text, 0..text.len(), dialect, &mut Vec::new()) {
        let code = |kind: Kind| matches!(kind, Kind::Bad(_) | Kind::CodeStart | Kind::CodeEnd);
        let all: Vec<_> = sql::tokens_of(text, &stmt, dialect).collect();
        if all.iter().any(|token| code(token.kind)) {
            continue;
        }
        let tokens: Vec<_> = all.into_iter().filter(|token| token.kind != Kind::Comment).collect();
        let once = sql::text::spaced(text, &tokens, dialect);
        let again: Vec<_> = sql::Lexer::new(&once, 0..once.len(), dialect).collect();
        let words = |text: &str, tokens: &[sql::Token]| -> Vec<String> {
            let word = |token: &sql::Token| match token.kind {
                Kind::Word => token.text(text).to_ascii_lowercase(),
                _ => token.text(text).to_owned(),
            };
            tokens.iter().map(word).collect()
        };
        assert_eq!(words(text, &tokens), words(&once, &again), "{dialect}: {once}");
        assert_eq!(once, sql::text::spaced(&once, &again, dialect), "{dialect}");
    }
}

proptest! {
    #[test]
    fn spaced_text_has_the_same_tokens(text in mutated(), dialect in dialects()) {
        spaced_twice(&text, dialect);
    }

    #[test]
    fn spaced_text_of_any_words_has_the_same_tokens(text in soup(), dialect in dialects()) {
        spaced_twice(&text, dialect);
    }

    #[test]
    fn mutated_sql_panics_nowhere(text in mutated(), dialect in dialects()) {
        stages(&text, dialect);
    }

    #[test]
    fn words_in_any_order_panic_nowhere(text in soup(), dialect in dialects()) {
        stages(&text, dialect);
    }

    #[test]
    fn arbitrary_text_panics_nowhere(text in "\\PC{0,200}", dialect in dialects()) {
        stages(&text, dialect);
    }
}
