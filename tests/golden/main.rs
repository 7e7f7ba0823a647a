//! Files in, files out. A case `golden/sql/<dialect>/<name>.sql` is split and judged, one of `golden/meaning` runs through a
//! catalog; what comes out is compared with `<name>.out` beside it. `UPDATE_GOLDEN=1 cargo test -p migrate-tests --test golden` writes the `.out` files anew.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{Style, render_all};
use migrate_schema::read;
use migrate_schema::source::{Source, Sources};
use migrate_schema::sql::transaction::{refuses_transaction, transaction_control};
use migrate_schema::sql::{judge, split};

/// The cases of a folder, in order.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("each dialect has a folder of cases");
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .collect();
    found.sort();
    found
}

/// Compares `actual` with the `.out` file of a case, or writes it.
fn compare(case: &Path, actual: &str, wrong: &mut Vec<String>) {
    let out = case.with_extension("out");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&out, actual).expect("the golden file can be written");
        return;
    }
    let expected = fs::read_to_string(&out).unwrap_or_default();
    if expected != actual {
        wrong.push(format!("{}\n--- expected\n{expected}\n--- actual\n{actual}", out.display()));
    }
}

/// The statements of a text with their places, and what is said about them.
fn describe(path: &str, text: &str, dialect: Dialect) -> String {
    let mut sources = Sources::new();
    let id = sources.add(Source::new(path, text));
    let source = sources.get(id);
    let mut problems = Vec::new();
    let mut out = String::new();
    let stmts = split(id, source.text(), 0..source.text().len(), dialect, &mut problems);
    for stmt in &stmts {
        let right = judge::judge(id, source.text(), stmt, dialect, &mut problems);
        let sql = source.slice(stmt.span);
        let first = sql.lines().next().unwrap_or_default();
        let more = if sql.contains('\n') { " …" } else { "" };
        let verdict = if right { "ok   " } else { "WRONG" };
        let start = source.line_col(stmt.span.start as usize);
        let end = source.line_col(stmt.span.end as usize);
        write!(out, "{verdict} {start}-{end} {first}{more}").expect("a string");
        if transaction_control(source.text(), stmt, dialect) {
            out.push_str("  [transaction control]");
        }
        if let Some(why) = refuses_transaction(source.text(), stmt, dialect) {
            write!(out, "  [{why}]").expect("a string");
        }
        out.push('\n');
    }
    if !problems.is_empty() {
        write!(out, "\n{}\n", render_all(&sources, &problems, Style::Plain)).expect("a string");
    }
    out
}

#[test]
fn sql() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/sql");
    let mut wrong = Vec::new();
    for dialect in Dialect::ALL {
        for case in cases(&root.join(dialect.facts().name)) {
            let text = fs::read_to_string(&case).expect("a readable case");
            let name = case.file_name().expect("a file").to_string_lossy().into_owned();
            compare(&case, &describe(&name, &text, dialect), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}\n\nUPDATE_GOLDEN=1 writes what is right", wrong.join("\n\n"));
}

/// What is said about a text that runs through an empty catalog.
fn replay(path: &str, text: &str, dialect: Dialect) -> String {
    let mut sources = Sources::new();
    let id = sources.add(Source::new(path, text));
    let text = sources.get(id).text().to_owned();
    let mut problems = Vec::new();
    let mut catalog = Catalog::new(dialect, []);
    for stmt in split(id, &text, 0..text.len(), dialect, &mut problems) {
        let read = if judge::judge(id, &text, &stmt, dialect, &mut problems) { read::read } else { read::refused };
        for change in read(id, &text, &stmt, dialect).into_changes() {
            catalog.apply(&change, &mut problems);
        }
    }
    format!("{}\n", render_all(&sources, &problems, Style::Plain))
}

#[test]
fn meaning() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/meaning");
    let mut wrong = Vec::new();
    for dialect in [Dialect::Postgres, Dialect::MariaDb, Dialect::Sqlite] {
        for case in cases(&root.join(dialect.facts().name)) {
            let text = fs::read_to_string(&case).expect("a readable case");
            let name = case.file_name().expect("a file").to_string_lossy().into_owned();
            compare(&case, &replay(&name, &text, dialect), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}\n\nUPDATE_GOLDEN=1 writes what is right", wrong.join("\n\n"));
}

#[test]
fn rare_clauses_are_no_mistakes_to_the_catalog_either() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/sql");
    for dialect in Dialect::ALL {
        for name in ["rare_clauses.sql", "newest.sql"] {
            let Ok(text) = fs::read_to_string(root.join(dialect.facts().name).join(name)) else { continue };
            assert_eq!(replay(name, &text, dialect).trim(), "", "{dialect} {name}");
        }
    }
}

/// The catalog after some SQL, without temporary tables.
fn after(sql: &str, dialect: Dialect) -> Catalog {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("history.sql", sql));
    let mut catalog = Catalog::new(dialect, []);
    let mut out = Vec::new();
    for stmt in split(id, sql, 0..sql.len(), dialect, &mut out) {
        for change in read::read(id, sql, &stmt, dialect).into_changes() {
            catalog.apply(&change, &mut out);
        }
    }
    catalog
}

#[test]
fn a_catalog_that_is_written_down_and_read_is_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let mut many = 0;
    for dialect in Dialect::ALL.into_iter().filter(|dialect| *dialect != Dialect::MySql) {
        let name = dialect.facts().name;
        let mut histories: Vec<(String, String)> = Vec::new();
        for history in fs::read_dir(root.join("golden/histories").join(name)).expect("histories") {
            let history = history.expect("a readable folder").path();
            let texts: Vec<String> =
                cases(&history).iter().map(|file| fs::read_to_string(file).expect("a readable file")).collect();
            histories.push((history.display().to_string(), texts.join("\n")));
        }
        let downs = fs::read_to_string(root.join(format!("server/undo/{name}.sql"))).expect("cases of downs");
        for case in downs.split("-- case ").skip(1) {
            let (title, rest) = case.split_once('\n').expect("a name and SQL");
            let (before, rest) = rest.split_once("-- up\n").expect("an up");
            let (up, _) = rest.split_once("-- down\n").expect("a down");
            histories.push((format!("{name}: before {title}"), before.to_owned()));
            histories.push((format!("{name}: {title}"), format!("{before}\n{up}")));
        }
        for (title, sql) in histories {
            many += 1;
            wrong.extend(
                migrate_tests::rendered::again(&after(&sql, dialect)).iter().map(|it| format!("{title}: {it}")),
            );
        }
    }
    assert!(many > 50, "{many} catalogs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// There is no server of MySQL 8 beside the tests: what is said in its own words must be read, and what is written from one schema
/// to the other must be proven.
#[test]
fn pairs_of_mysql_are_proven() {
    use migrate_schema::diff::generate::{Request, generate};
    use migrate_schema::diff::loss::Allow;
    use migrate_schema::diff::script;

    let mut wrong = Vec::new();
    for case in migrate_tests::pairs::own("mysql") {
        let mut before = Catalog::new(Dialect::MySql, []);
        let problems = script::apply(&mut before, "before.sql", &case.before);
        let wanted = migrate_tests::pairs::read(Dialect::MySql, &case.after);
        let Ok(wanted) = wanted.map_err(|problem| wrong.push(format!("{}: {problem}", case.name))) else { continue };
        wrong.extend(problems.iter().map(|problem| format!("{}: {problem}", case.name)));
        before.end_session();
        let request = Request { renames: case.renames.clone(), allow: vec![Allow::everything()], ..Request::default() };
        match generate(&before, &wanted, &request) {
            Ok(None) if case.equal => (),
            Ok(None) => wrong.push(format!("{}: nothing was found", case.name)),
            Ok(Some(migration)) => {
                wrong.extend(migration.unproven.iter().map(|why| format!("{}: not proven: {why}", case.name)));
                if case.equal {
                    let up: String = migration.parts.iter().map(|part| part.up.as_str()).collect();
                    wrong.push(format!("{}: something was found:\n{up}", case.name));
                }
            }
            Err(refusal) => wrong.push(format!("{}: {refusal:?}", case.name)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
