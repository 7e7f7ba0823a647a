//! What the catalog holds after some statements. A case is `cases/<dialect>/<name>.sql`; what comes out stands in the
//! `.out` file beside it, each object in a line. `UPDATE_GOLDEN=1 cargo test -p migrate-schema` writes those anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod show;

use std::fs;
use std::path::Path;

use migrate_core::Dialect;

use super::Catalog;
use crate::read;
use crate::source::{Source, Sources};
use crate::sql::{judge, split};

/// The catalog after the statements; all of them are right.
fn after(sql: &str, dialect: Dialect) -> Catalog {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("case.sql", sql));
    let mut out = Vec::new();
    let mut catalog = Catalog::new(dialect, []);
    for stmt in split(id, sql, 0..sql.len(), dialect, &mut out) {
        judge::judge(id, sql, &stmt, dialect, &mut out);
        for change in read::read(id, sql, &stmt, dialect).into_changes() {
            catalog.apply(&change, &mut out);
        }
        let said: Vec<&str> = out.iter().map(|problem| &*problem.message).collect();
        assert!(out.is_empty(), "{}: {said:?}", stmt.text(sql));
    }
    catalog
}

#[test]
fn the_catalog_holds_what_was_written() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalog/tests/cases");
    let mut wrong = Vec::new();
    for dialect in Dialect::ALL {
        let folder = root.join(dialect.facts().name);
        let mut cases: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        cases.sort();
        for case in cases.iter().filter(|path| path.extension().is_some_and(|extension| extension == "sql")) {
            let actual = show::show(&after(&fs::read_to_string(case).unwrap(), dialect));
            let out = case.with_extension("out");
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::write(&out, &actual).unwrap();
            } else if fs::read_to_string(&out).unwrap_or_default() != actual {
                wrong.push(format!("{}\n{actual}", case.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n\nUPDATE_GOLDEN=1 writes what is right", wrong.join("\n\n"));
}

#[test]
fn a_number_that_loses_its_key_is_told_where_the_key_goes() {
    let texts = ["CREATE TABLE stamps (id int AUTO_INCREMENT PRIMARY KEY);", "ALTER TABLE stamps DROP PRIMARY KEY;"];
    let (mut sources, mut out) = (Sources::new(), Vec::new());
    let mut catalog = Catalog::new(Dialect::MariaDb, []);
    for sql in texts {
        let id = sources.add(Source::new("case.sql", sql));
        for stmt in split(id, sql, 0..sql.len(), Dialect::MariaDb, &mut out) {
            for change in read::read(id, sql, &stmt, Dialect::MariaDb).into_changes() {
                catalog.apply(&change, &mut out);
            }
        }
    }
    let places: Vec<&str> = out.iter().filter_map(|problem| Some(sources.get(problem.at?.source).text())).collect();
    assert_eq!(places, texts[1..]);
}
