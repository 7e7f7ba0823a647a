use super::*;
use crate::diagnostic::{directives, files as codes, graph};
use crate::source::Source;

fn texts() -> (Sources, SourceId, SourceId) {
    let mut sources = Sources::new();
    let a = sources.add(Source::new("migrations/1_a.sql", "-- migrate:revises 7\n\n-- migrate:up\nCREATE TABEL x;\n"));
    let b = sources.add(Source::new("migrations/2_b.sql", "-- migrate:up\nSELECT 1;\n"));
    (sources, a, b)
}

fn place(source: SourceId, start: usize, end: usize) -> Place {
    Place { source, span: Span::new(start, end) }
}

#[track_caller]
fn check(sources: &Sources, diagnostic: &Diagnostic, expected: &str) {
    assert_eq!(render(sources, diagnostic, Style::Plain), expected.trim_start_matches('\n'));
}

#[test]
fn one_place() {
    let (sources, a, _) = texts();
    let diagnostic = Diagnostic::error(&directives::UNKNOWN_DIRECTIVE, "unknown directive `revise`")
        .at(place(a, 19, 20), "this one")
        .note("a fact")
        .help("what to do\non two lines");
    check(
        &sources,
        &diagnostic,
        "
error[M0113]: unknown directive `revise`
 --> migrations/1_a.sql:1:20
  |
1 | -- migrate:revises 7
  |                    ^ this one
  |
  = note: a fact
  = help: what to do
          on two lines",
    );
}

#[test]
fn places_in_the_same_and_in_another_file() {
    let (sources, a, b) = texts();
    let diagnostic = Diagnostic::warning(&graph::DUPLICATE_ID, "two files")
        .at(place(a, 36, 41), "")
        .label(place(a, 0, 20), "and here")
        .label(place(b, 14, 20), "the other");
    check(
        &sources,
        &diagnostic,
        "
warning[M0201]: two files
 --> migrations/1_a.sql:4:1
  |
1 | -- migrate:revises 7
  | -------------------- and here
...
4 | CREATE TABEL x;
  | ^^^^^
  |
 ::: migrations/2_b.sql:2:1
  |
2 | SELECT 1;
  | ------ the other",
    );
}

#[test]
fn no_place_or_no_text() {
    let (mut sources, ..) = texts();
    let missing = Diagnostic::error(&codes::MISSING_FOLDER, "there is no folder `x`").note("looked for `/x`");
    check(&sources, &missing, "\nerror[M0101]: there is no folder `x`\n  |\n  = note: looked for `/x`");
    let (_, a, _) = texts();
    let whole = Diagnostic::error(&codes::FILE_NAME, "bad name").at(Place { source: a, span: WHOLE }, "");
    check(&sources, &whole, "error[M0110]: bad name\n --> migrations/1_a.sql");
    let empty = sources.add(Source::new("migrations/x.txt", ""));
    let unknown = Diagnostic::error(&codes::UNKNOWN_FILE, "what is this").at(place(empty, 0, 0), "").help("delete it");
    check(&sources, &unknown, "\nerror[M0111]: what is this\n --> migrations/x.txt\n  |\n  = help: delete it");
}

#[test]
fn spans_of_several_lines_and_of_none() {
    let (sources, a, _) = texts();
    let long = Diagnostic::error(&directives::NO_UP, "long").at(place(a, 22, 51), "");
    check(
        &sources,
        &long,
        "
error[M0119]: long
 --> migrations/1_a.sql:3:1
  |
3 | -- migrate:up
  | ^^^^^^^^^^^^^",
    );
    let end = Diagnostic::error(&directives::NO_UP, "end").at(place(a, 52, 52), "here");
    check(
        &sources,
        &end,
        "
error[M0119]: end
 --> migrations/1_a.sql:4:16
  |
4 | CREATE TABEL x;
  |                ^ here",
    );
}

#[test]
fn long_lines_show_what_is_around_the_carets() {
    let mut sources = Sources::new();
    let text = format!("SELECT {} wrong {};", "a, ".repeat(100), "b, ".repeat(100));
    let id = sources.add(Source::new("1.sql", &text));
    let at = text.find("wrong").expect("it is there");
    let diagnostic = Diagnostic::error(&directives::NO_UP, "long").at(place(id, at, at + 5), "here");
    let shown = render(&sources, &diagnostic, Style::Plain);
    let lines: Vec<&str> = shown.lines().collect();
    assert!(shown.contains(" wrong "), "{shown}");
    assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{shown}");
    let caret = lines[4].find('^').expect("there are carets");
    assert_eq!(&lines[3][caret..caret + 5], "wrong", "{shown}");
}

/// How many columns of a terminal a text takes, for the characters of these tests.
fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        '\u{300}'..='\u{36f}' | '\u{200d}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{1f300}'..='\u{1faff}' => 2,
        _ => 1,
    };
    text.chars().map(width).sum()
}

/// Marks the first `wrong` of a text; the carets must stand below it, whatever stands before.
fn marked(text: &str) -> String {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("1.sql", text));
    let at = text.find("wrong").expect("it is there");
    let shown =
        render(&sources, &Diagnostic::error(&directives::NO_UP, "m").at(place(id, at, at + 5), "h"), Style::Plain);
    let lines: Vec<&str> = shown.lines().collect();
    let (before, _) = lines[3].split_once("wrong").unwrap_or_else(|| panic!("{shown}"));
    let carets = lines[4].find("^^^^^ h").unwrap_or_else(|| panic!("{shown}"));
    assert_eq!(columns(before), carets, "{shown}");
    assert!(lines.iter().all(|line| columns(line) <= WIDTH), "{shown}");
    shown
}

#[test]
fn carets_stand_below_the_place_whatever_stands_before_it() {
    marked("\tid\twrong\tx\n");
    marked("CREATE TABLE 表格 (編號 int, 名稱 wrong, x text);\n");
    marked("/* 🎉🎉 */ SELECT '한국어', wrong, '🎉';\n");
    marked("SELECT 'cafe\u{301}' wrong;");
    marked("SELECT 1;\n-- wrong");
    let cjk = "名, ".repeat(400);
    marked(&format!("SELECT {cjk} wrong {cjk};\n"));
    let tabs = "a,\t".repeat(400);
    marked(&format!("SELECT {tabs} wrong {tabs};\n"));
}

#[test]
fn canonical_texts_have_the_places_of_their_editors() {
    let shown = marked(Source::new("1.sql", "\u{feff}SELECT 1;\r\nSELECT wrong;\r\n").text());
    assert!(shown.contains("1.sql:2:8\n"), "{shown}");
    let shown = marked(Source::new("1.sql", "\u{feff}SELECT wrong;\r\n").text());
    assert!(shown.contains("1.sql:1:8\n"), "{shown}");
}

#[test]
fn marks_that_are_far_apart_are_shown_one_by_one() {
    let mut sources = Sources::new();
    let text = format!("CREATE TABLE t (a int, {} a int);\nSELECT 1;\n", "b int, ".repeat(200));
    let id = sources.add(Source::new("1.sql", &text));
    let second = text.rfind("a int").expect("it is there");
    let diagnostic = Diagnostic::error(&directives::NO_UP, "twice")
        .at(place(id, second, second + 1), "again")
        .label(place(id, 16, 17), "first")
        .label(place(id, text.len() - 10, text.len() - 4), "short");
    let shown = render(&sources, &diagnostic, Style::Plain);
    assert!(shown.lines().all(|line| line.chars().count() <= WIDTH), "{shown}");
    for (mark, name) in [("^ again", "1.sql:1:1425"), ("- first", "1.sql:1:17"), ("------ short", "1.sql:2:1")] {
        assert!(shown.contains(mark) && shown.contains(name), "{mark}: {shown}");
    }
}

#[test]
fn a_mark_that_is_longer_than_a_line_can_be_shown_is_its_beginning() {
    let mut sources = Sources::new();
    let text = format!("SELECT {}1;\n", "表, ".repeat(400));
    let id = sources.add(Source::new("1.sql", &text));
    let diagnostic = Diagnostic::error(&directives::NO_UP, "long").at(place(id, 0, text.len() - 1), "all of it");
    let shown = render(&sources, &diagnostic, Style::Plain);
    assert!(shown.lines().all(|line| columns(line) <= WIDTH) && shown.contains("^ all of it"), "{shown}");
}

#[test]
fn the_end_of_a_file_and_an_empty_file_can_be_marked() {
    for text in ["", "\n", "\n\n", "SELECT 1", "SELECT 1;\n\n", "é", "表\n"] {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("1.sql", text));
        for (start, end) in [(0, 0), (0, text.len()), (text.len(), text.len()), (0, text.len() + 9), (99, 120)] {
            let diagnostic = Diagnostic::error(&directives::NO_UP, "m").at(place(id, start, end), "here").help("h");
            let shown = render(&sources, &diagnostic, Style::Plain);
            assert!(shown.starts_with("error[M0119]: m\n --> 1.sql"), "{text:?} {start} {end}: {shown}");
            assert!(shown.ends_with("= help: h"), "{text:?} {start} {end}: {shown}");
        }
    }
}

#[test]
fn colours() {
    let (sources, a, _) = texts();
    let diagnostic = Diagnostic::error(&directives::NO_UP, "x").at(place(a, 0, 2), "");
    let shown = render(&sources, &diagnostic, Style::Ansi);
    assert!(shown.starts_with("\u{1b}[1m\u{1b}[91merror[M0119]"), "{shown:?}");
}

#[test]
fn sorted_by_file_and_place() {
    let (sources, a, b) = texts();
    let one = |at: Option<Place>, message: &str| Diagnostic { at, ..Diagnostic::error(&directives::NO_UP, message) };
    let mut all = vec![
        one(Some(place(b, 0, 1)), "4"),
        one(Some(place(a, 5, 6)), "2"),
        one(Some(place(a, 5, 6)), "3"),
        one(Some(place(a, 0, 1)), "1"),
        one(None, "0"),
    ];
    sort(&sources, &mut all);
    assert_eq!(all.iter().map(|d| d.message.as_str()).collect::<String>(), "01234");
    assert_eq!(render_all(&sources, &all[..1], Style::Plain), "error[M0119]: 0");
}

#[test]
fn errors_stay_before_warnings_do() {
    let error = Diagnostic::error(&directives::NO_UP, "e");
    let warning = Diagnostic::warning(&directives::NO_UP, "w");
    let check = |text: &str, most, kept: &str, rest: &str| {
        let mut all: Vec<_> = text.chars().map(|c| if c == 'e' { error.clone() } else { warning.clone() }).collect();
        let left = limit(&mut all, most).map(|rest| rest.to_string());
        assert_eq!(all.iter().map(|d| d.message.as_str()).collect::<String>(), kept);
        assert_eq!(left.unwrap_or_default(), rest);
    };
    check("wew", 3, "wew", "");
    check("wwew", 2, "we", "and 2 more warnings");
    check("wweee", 2, "ee", "and 1 more error and 2 more warnings");
    check("eee", 1, "e", "and 2 more errors");
}
