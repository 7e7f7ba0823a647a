//! Reading and comparing large schemas, and writing what gets from one to the other.

use std::fmt::Write as _;
use std::time::Instant;

use migrate_core::Dialect;
use migrate_schema::catalog::Catalog;
use migrate_schema::diff::generate::{Request, generate};
use migrate_schema::diff::loss::Allow;
use migrate_schema::diff::{Filter, diff};
use migrate_schema::files::disk::models::ModelFile;
use migrate_schema::source::{Source, Sources};
use migrate_schema::wanted::{build, schema_sql};

/// The schema of some tables with ten columns each. `changed`: one table in a hundred is something else.
fn schema(dialect: Dialect, count: usize, changed: bool) -> String {
    let postgres = dialect == Dialect::Postgres;
    let mut out = String::new();
    for n in 0..count {
        // Four kinds of change, one after the other.
        let change = (changed && n % 100 == 50).then_some(n / 100 % 4);
        let amount = if change == Some(1) { "DECIMAL(14, 2)" } else { "DECIMAL(12, 2)" };
        let state = if change == Some(3) { "'open'" } else { "'new'" };
        let _ = write!(
            out,
            "CREATE TABLE t{n} (\n  id BIGINT PRIMARY KEY,\n  parent_id BIGINT,\n  name VARCHAR(200) NOT NULL,\n  email \
             VARCHAR(100) NOT NULL UNIQUE,\n  amount {amount} NOT NULL DEFAULT 0,\n  state VARCHAR(20) NOT NULL DEFAULT \
             {state},\n  made TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,\n  size INTEGER,\n  note TEXT,\n  rank \
             INTEGER NOT NULL DEFAULT 1"
        );
        if change == Some(0) {
            out.push_str(",\n  added INTEGER");
        }
        let _ = write!(out, ",\n  CONSTRAINT t{n}_size CHECK (size > 0 AND size < 1000)");
        if n > 0 {
            let parent = n * 7 / 11;
            let _ = write!(out, ",\n  CONSTRAINT t{n}_parent FOREIGN KEY (parent_id) REFERENCES t{parent} (id)");
        }
        out.push_str("\n);\n");
        let _ = writeln!(out, "CREATE INDEX t{n}_of ON t{n} (parent_id);");
        if change != Some(2) {
            let _ = writeln!(out, "CREATE INDEX t{n}_name ON t{n} (name, state);");
        }
        if postgres {
            let _ = writeln!(out, "COMMENT ON TABLE t{n} IS 'Table {n}';\nCOMMENT ON COLUMN t{n}.name IS 'Its name';");
        }
        if n % 50 == 20 {
            let _ = writeln!(out, "CREATE VIEW v{n} AS SELECT id, name FROM t{n} WHERE size > 5;");
        }
    }
    out
}

fn read(dialect: Dialect, text: &str) -> Catalog {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("schema.sql", text));
    let mut out = Vec::new();
    let said = schema_sql::read(&[ModelFile { source, file: "schema.sql".to_owned() }], &sources, dialect, &mut out);
    let wanted = build(dialect, [said.said], &mut out);
    assert!(out.is_empty(), "the schema has a mistake: {}", out[0].message);
    wanted.catalog
}

fn timed<T>(into: &mut Vec<f64>, act: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let result = act();
    into.push(started.elapsed().as_secs_f64() * 1e3);
    result
}

/// Prints milliseconds. In brackets: the time of a table beside that with the count before; 1.0 is linear.
pub fn run(arguments: &[String]) {
    let mut dialects: Vec<Dialect> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for argument in arguments {
        match (argument.parse(), argument.as_str()) {
            (Ok(count), _) => counts.push(count),
            (_, "postgresql" | "postgres") => dialects.push(Dialect::Postgres),
            (_, "mysql") => dialects.push(Dialect::MySql),
            (_, "mariadb") => dialects.push(Dialect::MariaDb),
            (_, "sqlite") => dialects.push(Dialect::Sqlite),
            _ => {
                eprintln!("usage: migrate-bench diff [postgresql|mysql|mariadb|sqlite]... [COUNT]...");
                std::process::exit(2);
            }
        }
    }
    if dialects.is_empty() {
        dialects = vec![Dialect::Postgres, Dialect::MySql, Dialect::MariaDb, Dialect::Sqlite];
    }
    if counts.is_empty() {
        counts = vec![100, 1_000, 3_000];
    }
    println!(
        "| dialect | tables | read | all new, no proof | all new, proof | no change | 1 % changed, no proof | 1 % changed, \
         proof |\n|--|--:|--:|--:|--:|--:|--:|--:|"
    );
    let request = Request { allow: vec![Allow::everything()], ..Request::default() };
    for dialect in dialects {
        let mut last: Option<(usize, [f64; 6])> = None;
        for &count in &counts {
            let (text, other) = (schema(dialect, count, false), schema(dialect, count, true));
            let (none, changed) = (Catalog::new(dialect, []), read(dialect, &other));
            let mut cells = [const { Vec::new() }; 6];
            for _ in 0..if count > 1_000 { 3 } else { 5 } {
                let wanted = timed(&mut cells[0], || read(dialect, &text));
                let steps = timed(&mut cells[1], || diff(&none, &wanted, &Filter::default()).steps.len());
                assert!(steps >= count, "{steps} steps");
                let made = timed(&mut cells[2], || generate(&none, &wanted, &request));
                let made = made.expect("nothing is asked").expect("there is something to do");
                assert!(made.unproven.is_empty(), "{:?}", made.unproven.first());
                let same = timed(&mut cells[3], || generate(&wanted, &wanted, &request));
                assert!(matches!(same, Ok(None)), "a difference where none is");
                timed(&mut cells[4], || diff(&wanted, &changed, &Filter::default()));
                let made = timed(&mut cells[5], || generate(&wanted, &changed, &request));
                let made = made.expect("nothing is asked").expect("there is something to do");
                assert!(made.unproven.is_empty(), "{:?}", made.unproven.first());
            }
            let medians = cells.map(crate::median);
            print!("| {} | {count} |", format!("{dialect:?}").to_lowercase());
            for (at, ms) in medians.iter().enumerate() {
                match last {
                    Some((before, old)) => {
                        print!(" {ms:.1} ({:.1}) |", ms / count as f64 / (old[at] / before as f64));
                    }
                    None => print!(" {ms:.1} |"),
                }
            }
            println!();
            last = Some((count, medians));
        }
    }
}
