//! The lexer, the splitter and what is made of tokens.

use migrate_core::Dialect::{self, MariaDb, MySql, Postgres, Sqlite};

use super::lexer::{Bad, Kind, Lexer, Needle, Token};
use super::{semantic_bytes, split, tokens_of};
use crate::source::{Source, Sources};

fn kinds(dialect: Dialect, sql: &str) -> Vec<(Kind, &str)> {
    Lexer::new(sql, 0..sql.len(), dialect).map(|token| (token.kind, token.text(sql))).collect()
}

fn texts(dialect: Dialect, sql: &str) -> Vec<&str> {
    kinds(dialect, sql).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn each_dialect_cuts_tokens_its_own_way() {
    assert_eq!(texts(Postgres, "a$1$b $1 $$x$$ $a$ $$ $a$"), ["a$1$b", "$1", "$$x$$", "$a$ $$ $a$"]);
    assert_eq!(
        texts(Postgres, "E'\\'' U&'x' U&\"y\" N'a' B'1' X'f' e"),
        ["E'\\''", "U&'x'", "U&\"y\"", "N'a'", "B'1'", "X'f'", "e"]
    );
    assert_eq!(
        texts(Postgres, "a=-1 @-1 x->>'y'::int[1] 1..2"),
        ["a", "=", "-", "1", "@-", "1", "x", "->>", "'y'", "::", "int", "[", "1", "]", "1", ".", ".", "2"]
    );
    assert_eq!(texts(Postgres, "1/*a/*b*/c*/+2--d\n3"), ["1", "/*a/*b*/c*/", "+", "2", "--d", "3"]);
    assert_eq!(
        texts(MySql, "1--1 -- c\n# d\n'a\\'b' \"c\" `d` @@x.y @'z'"),
        ["1", "-", "-", "1", "-- c", "# d", "'a\\'b'", "\"c\"", "`d`", "@@", "x", ".", "y", "@", "'z'"]
    );
    assert_eq!(
        texts(MySql, "t.1a 1a 1e5 0x1F 0b1 2.5e-3 .5"),
        ["t", ".", "1a", "1a", "1e5", "0x1F", "0b1", "2.5e-3", ".5"]
    );
    assert_eq!(
        texts(Sqlite, "[a b] `c` \"d\" ?1 :n @v $p x'0' a.b"),
        ["[a b]", "`c`", "\"d\"", "?1", ":n", "@v", "$p", "x'0'", "a", ".", "b"]
    );
}

#[test]
fn conditional_comments_are_code_where_the_server_reads_them() {
    let start = |dialect, sql| kinds(dialect, sql)[0].0;
    assert_eq!(start(MySql, "/*!40101 a */"), Kind::CodeStart);
    assert_eq!(start(MySql, "/*! a */"), Kind::CodeStart);
    assert_eq!(start(MySql, "/*!80000 a */"), Kind::CodeStart);
    assert_eq!(start(MariaDb, "/*!80000 a */"), Kind::Comment);
    assert_eq!(start(MariaDb, "/*M!100100 a */"), Kind::CodeStart);
    assert_eq!(start(MySql, "/*M!100100 a */"), Kind::Comment);
    assert_eq!(start(Postgres, "/*!40101 a */"), Kind::Comment);
}

#[test]
fn what_is_left_open_reaches_to_the_end() {
    for (dialect, sql, bad) in [
        (Postgres, "'a", Bad::Text),
        (Postgres, "\"a", Bad::Name),
        (Postgres, "/* /* */", Bad::Comment),
        (Postgres, "$a$ $b$", Bad::Dollar),
        (MySql, "'a\\'", Bad::Text),
        (MySql, "`a", Bad::Name),
        (Sqlite, "[a", Bad::Name),
    ] {
        assert_eq!(kinds(dialect, sql), [(Kind::Bad(bad), sql)]);
    }
}

fn statements(dialect: Dialect, sql: &str) -> Vec<String> {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.sql", sql));
    let mut out = Vec::new();
    let stmts = split(id, sql, 0..sql.len(), dialect, &mut out);
    assert!(out.is_empty(), "{out:?}");
    stmts.iter().map(|stmt| stmt.text(sql).to_owned()).collect()
}

#[test]
fn delimiters_are_cut_before_words_are_read() {
    let sql = "delimiter $$\ncreate procedure p() begin end$$\ndelimiter ##\nselect 1##\nDELIMITER ;\nselect 2;";
    assert_eq!(statements(MySql, sql), ["create procedure p() begin end", "select 1", "select 2"]);
    // A column may have that name.
    assert_eq!(statements(MySql, "create table t (\ndelimiter varchar(1)\n);").len(), 1);
    // The statement before needs no delimiter of its own.
    assert_eq!(statements(MySql, "select 1\ndelimiter //\nselect 2//"), ["select 1", "select 2"]);
}

#[test]
fn only_the_section_is_split() {
    let sql = "select 1; select 'two'; select 3";
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.sql", sql));
    let stmts = split(id, sql, 10..23, Postgres, &mut Vec::new());
    assert_eq!(stmts.iter().map(|stmt| stmt.text(sql)).collect::<Vec<_>>(), ["select 'two'"]);
}

#[test]
fn only_a_change_of_tokens_is_an_edit() {
    let bytes = |dialect, sql: &str| {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("a.sql", sql));
        let mut bytes = String::new();
        for stmt in split(id, sql, 0..sql.len(), dialect, &mut Vec::new()) {
            semantic_bytes(sql, &stmt, dialect, |part| bytes.push_str(part));
        }
        bytes
    };
    assert_eq!(bytes(Postgres, "select 1 ; -- x\nselect 2"), bytes(Postgres, "/* y */ select\n1;select 2;"));
    assert_ne!(bytes(Postgres, "select 1; select 2"), bytes(Postgres, "select 1 select 2"));
    assert_ne!(bytes(Postgres, "select a b"), bytes(Postgres, "select ab"));
    assert_ne!(bytes(Postgres, "select 'a'"), bytes(Postgres, "select ' a'"));
    assert_ne!(bytes(MySql, "select 1 /*! + 1 */"), bytes(MySql, "select 1 /* + 1 */"));
}

#[test]
fn a_statement_keeps_the_tokens_that_its_text_has_by_itself() {
    for text in [
        "-- a\nselect 1 /* b */ + 'c;d'; select $$e;$$ -- f\n;",
        "/*!40101 set a = 1; set b = 2 */; set c = 3",
        "select 1 --; select 2",
        "delimiter $$\ncreate procedure p() begin select 1; end$$\ndelimiter ;\nselect 2",
        "select 'never closed  \n",
        "\\ select 1; select 2 \\g",
    ] {
        for dialect in [Postgres, MySql, MariaDb, Sqlite] {
            let id = Sources::new().add(Source::new("a.sql", text));
            for stmt in split(id, text, 0..text.len(), dialect, &mut Vec::new()) {
                let alone: Vec<Token> = tokens_of(text, &stmt, dialect).collect();
                assert_eq!(*stmt.tokens(text, dialect), *alone, "{dialect:?}: {text}");
            }
        }
    }
}

#[test]
fn a_needle_is_found_in_any_case_and_only_whole() {
    let needle = Needle::new("migrate");
    assert_eq!(needle.find("-- miMIGRATE", 0), Some(5));
    assert_eq!(needle.find("migrate migrat", 1), None);
    assert_eq!(needle.find("", 0), None);
    assert_eq!(needle.find("ééMigrate", 0), Some(4));
}
