//! MySQL and MariaDB: `SHOW CREATE` for each object. `information_schema` opens the same tables, says less, and says it
//! in other words; many `SHOW`s go in one message, so that there are few round trips.

use std::collections::BTreeSet;

use migrate_core::Dialect;

use super::{Defaults, Part, Piece, Rows, Schema, Wanted, text};
use crate::sql::{Kind, Lexer};

pub(super) const PREPARATION: &[&str] =
    &["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"];

/// How many `SHOW`s one message has.
const TOGETHER: usize = 200;

const NAMES: &str = "SELECT CONVERT(table_type USING utf8mb4), CONVERT(table_name USING utf8mb4) FROM information_schema.tables \
     WHERE table_schema = DATABASE() ORDER BY table_name";
const ROUTINES: &str = "SELECT CONVERT(routine_type USING utf8mb4), CONVERT(routine_name USING utf8mb4) FROM \
     information_schema.routines WHERE routine_schema = DATABASE() ORDER BY routine_type, routine_name";
const TRIGGERS: &str = "SELECT CONVERT(trigger_name USING utf8mb4), CONVERT(event_object_table USING utf8mb4) FROM \
     information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY event_object_table, action_timing, \
     event_manipulation, action_order";
const EVENTS: &str = "SELECT CONVERT(event_name USING utf8mb4) FROM information_schema.events WHERE event_schema = DATABASE() ORDER BY 1";
const DEFAULTS: &str = "SELECT @@character_set_database, @@collation_database, @@default_storage_engine, CONVERT(DATABASE() USING utf8mb4)";

/// What is asked first.
const FIRST: [&str; 5] = [NAMES, ROUTINES, TRIGGERS, EVENTS, DEFAULTS];

/// What is shown, in the order of the questions of the second round.
fn shown(answers: &[Rows]) -> Vec<String> {
    let quote = |name: &str| Dialect::MySql.quote_name(name);
    let mut out = Vec::new();
    for row in &answers[0] {
        if let (Some(kind), Some(name)) = (text(row, 0), text(row, 1)) {
            let kind = match kind {
                "VIEW" | "SYSTEM VIEW" => "VIEW",
                "SEQUENCE" => "SEQUENCE",
                _ => "TABLE",
            };
            out.push(format!("SHOW CREATE {kind} {}", quote(name)));
        }
    }
    for row in &answers[1] {
        if let (Some(kind), Some(name)) = (text(row, 0), text(row, 1)) {
            out.push(format!("SHOW CREATE {kind} {}", quote(name)));
        }
    }
    out.extend(answers[2].iter().filter_map(|row| Some(format!("SHOW CREATE TRIGGER {}", quote(text(row, 0)?)))));
    out.extend(answers[3].iter().filter_map(|row| Some(format!("SHOW CREATE EVENT {}", quote(text(row, 0)?)))));
    out
}

pub(super) fn questions(answers: &[Rows]) -> Vec<String> {
    match answers.len() {
        0 => FIRST.iter().map(|&sql| sql.to_owned()).collect(),
        5 => shown(answers).chunks(TOGETHER).map(|chunk| chunk.join(";")).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn pieces(wanted: &Wanted, answers: &[Rows], schema: &mut Schema) -> Option<()> {
    let dialect = schema.dialect;
    let first = answers.get(..FIRST.len())?;
    let defaults = first[4].first()?;
    schema.defaults = Defaults {
        charset: text(defaults, 0)?.to_owned(),
        collation: text(defaults, 1)?.to_owned(),
        engine: text(defaults, 2)?.to_lowercase(),
    };
    let database = text(defaults, 3)?.to_owned();
    let mut rows = answers[FIRST.len()..].iter().flatten();
    let present: BTreeSet<String> = first[0].iter().filter_map(|row| Some(text(row, 1)?.to_lowercase())).collect();
    for named in &first[0] {
        let (row, name) = (rows.next()?, text(named, 1)?);
        if wanted.hides("", name) {
            continue;
        }
        let Some(sql) = text(row, 1) else {
            schema.left_out.push(format!("`{name}`, of which this user may not see the definition"));
            continue;
        };
        match text(named, 0)? {
            "VIEW" => {
                let (sql, uses) = without_owner(sql, &database, dialect);
                let mut piece = Piece::new(Part::View, format!("view {name}"), sql).known_as(name);
                piece.needs = uses;
                piece.needs.remove(name);
                schema.pieces.push(piece);
            }
            "SEQUENCE" => {
                schema.pieces.push(Piece::new(Part::Sequence, format!("sequence {name}"), sql).known_as(name));
            }
            // A default that takes a number of a sequence names the database.
            _ => {
                let sql = sql.replace(&format!("{}.", Dialect::MySql.quote_name(&database)), "");
                table(name, &sql, &present, schema);
            }
        }
    }
    for named in &first[1] {
        let (row, kind, name) = (rows.next()?, text(named, 0)?.to_lowercase(), text(named, 1)?);
        match text(row, 2) {
            Some(sql) => {
                let (sql, _) = without_owner(&in_usual_quotes(sql, text(row, 1), dialect), &database, dialect);
                schema.pieces.push(Piece::new(Part::Routine, format!("{kind} {name}"), sql));
            }
            None => schema.left_out.push(format!("{kind} `{name}`, of which this user may not see the definition")),
        }
    }
    for named in &first[2] {
        let (row, name, table) = (rows.next()?, text(named, 0)?, text(named, 1)?);
        if wanted.hides("", table) {
            continue;
        }
        match text(row, 2) {
            Some(sql) => {
                let (sql, _) = without_owner(&in_usual_quotes(sql, text(row, 1), dialect), &database, dialect);
                schema.pieces.push(Piece::new(Part::Trigger, format!("trigger {name}"), sql));
            }
            None => schema.left_out.push(format!("trigger `{name}`, of which this user may not see the definition")),
        }
    }
    for named in &first[3] {
        let (row, name) = (rows.next()?, text(named, 0)?);
        match text(row, 3) {
            Some(sql) => {
                let (sql, _) = without_owner(&in_usual_quotes(sql, text(row, 1), dialect), &database, dialect);
                schema.pieces.push(Piece::new(Part::Event, format!("event {name}"), sql));
            }
            None => schema.left_out.push(format!("event `{name}`, of which this user may not see the definition")),
        }
    }
    Some(())
}

/// A table, with its foreign keys apart: they may go in a circle. `present`: the tables there are, in small letters.
fn table(name: &str, sql: &str, present: &BTreeSet<String>, schema: &mut Schema) {
    let quoted = Dialect::MySql.quote_name(name);
    let mut lines: Vec<String> = Vec::new();
    let mut foreign = Vec::new();
    for line in sql.lines() {
        let item = line.trim_start();
        if line.starts_with("  CONSTRAINT `") && item.contains("` FOREIGN KEY (") {
            foreign.push(item.trim_end_matches(',').to_owned());
            continue;
        }
        lines.push(line.to_owned());
    }
    let around = sql.rsplit_once("\n)").is_some_and(|(_, options)| options.contains(" COLLATE=utf8mb4_bin"));
    lines.iter_mut().for_each(|line| *line = json(line, around));
    // The line before a foreign key ends with a comma, which the last one must not.
    for at in 1..lines.len() {
        if lines[at].starts_with(')') && lines[at - 1].ends_with(',') {
            lines[at - 1].pop();
        }
    }
    let sql = without_counter(&lines.join("\n"));
    schema.pieces.push(Piece::new(Part::Table, format!("table {name}"), sql).known_as(name));
    for constraint in foreign {
        let mut sql = format!("ALTER TABLE {quoted} ADD {constraint}");
        if refers_to_nothing(&constraint, present) {
            // So it can be made as it was.
            sql = format!("SET foreign_key_checks = 0;\n{sql};\nSET foreign_key_checks = 1");
        }
        schema.pieces.push(Piece::new(Part::ForeignKey, format!("table {name}"), sql));
    }
}

/// Whether a foreign key is to a table of this database that is not there: it was made, or the table dropped, while nothing
/// was checked.
fn refers_to_nothing(constraint: &str, present: &BTreeSet<String>) -> bool {
    let Some((_, behind)) = constraint.split_once(" REFERENCES `") else { return false };
    let Some((name, _)) = behind.split_once("` (") else { return false };
    !name.contains("`.`") && !present.contains(&name.replace("``", "`").to_lowercase())
}

/// MariaDB has no type `json`: it makes a text of it, with a check. It is read back as what was written. `around`: the table
/// has the collation for all its columns.
fn json(line: &str, around: bool) -> String {
    let whole = " longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    let text = if around && !line.contains(" CHARACTER SET ") { " longtext" } else { whole };
    let Some(at) = line.find(text) else { return line.to_owned() };
    let check = format!(" CHECK (json_valid({}))", line[..at].trim_start());
    if !line.contains(&check) {
        return line.to_owned();
    }
    line.replacen(text, " json", 1).replacen(&check, "", 1)
}

/// Without the number that the next row gets.
fn without_counter(sql: &str) -> String {
    let Some(options) = sql.rfind("\n)") else { return sql.to_owned() };
    let Some(at) = sql[options..].find(" AUTO_INCREMENT=") else { return sql.to_owned() };
    let start = options + at;
    let rest = sql[start + " AUTO_INCREMENT=".len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{}{rest}", &sql[..start])
}

/// Code that was made under `ANSI_QUOTES`, where `"a"` is a name, as it is written without that. `mode`: the one it was made
/// under, which the server keeps with it and shows it in.
fn in_usual_quotes(sql: &str, mode: Option<&str>, dialect: Dialect) -> String {
    if !mode.is_some_and(|mode| mode.split(',').any(|word| word == "ANSI_QUOTES")) {
        return sql.to_owned();
    }
    let mut out = String::new();
    let mut copied = 0;
    for token in Lexer::new(sql, 0..sql.len(), dialect).filter(|token| token.kind == Kind::Text) {
        let inner = token.text(sql).strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(inner) = inner {
            out.push_str(&sql[copied..token.start as usize]);
            out.push_str(&Dialect::MySql.quote_name(&inner.replace("\"\"", "\"")));
            copied = token.end as usize;
        }
    }
    out.push_str(&sql[copied..]);
    out
}

/// The definition without who made it and in which database, and the names that stood behind that database's.
fn without_owner(sql: &str, database: &str, dialect: Dialect) -> (String, BTreeSet<String>) {
    let tokens: Vec<_> = Lexer::new(sql, 0..sql.len(), dialect).collect();
    let own = Dialect::MySql.quote_name(database);
    let mut out = String::new();
    let mut uses = BTreeSet::new();
    let (mut at, mut copied) = (0, 0);
    // Clauses of the owner stand between CREATE and what is made.
    let head = tokens
        .iter()
        .position(|token| {
            ["VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "AGGREGATE"].iter().any(|word| token.is(sql, word))
        })
        .unwrap_or(0);
    if head > 1 {
        let security = sql[..tokens[head].start as usize].to_ascii_uppercase().contains("SQL SECURITY INVOKER");
        out.push_str("CREATE ");
        for algorithm in ["MERGE", "TEMPTABLE"] {
            if sql[..tokens[head].start as usize].contains(&format!("ALGORITHM={algorithm} ")) {
                out.push_str(&format!("ALGORITHM={algorithm} "));
            }
        }
        out.push_str(if security { "SQL SECURITY INVOKER " } else { "" });
        copied = tokens[head].start as usize;
        at = head;
    }
    while let Some(token) = tokens.get(at) {
        at += 1;
        let is_own = token.kind == Kind::Name && token.text(sql) == own;
        if is_own && tokens.get(at).is_some_and(|next| next.kind == Kind::Dot) {
            out.push_str(&sql[copied..token.start as usize]);
            copied = tokens[at].end as usize;
            if let Some(name) = tokens.get(at + 1) {
                uses.insert(name.text(sql).trim_matches('`').to_owned());
            }
            at += 1;
        } else if token.kind == Kind::Name {
            // The server leaves the database out where it is the current one.
            uses.insert(token.text(sql).trim_matches('`').to_owned());
        }
    }
    out.push_str(&sql[copied..]);
    (out, uses)
}
