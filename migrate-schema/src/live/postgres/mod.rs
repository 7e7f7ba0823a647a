//! PostgreSQL: the rows of its catalogs, and the statements that would make them.

mod queries;

use std::collections::{BTreeMap, BTreeSet};

use migrate_core::Dialect;

use super::{Part, Piece, Rows, Schema, Wanted, text};
use queries::{ALL, Question};

pub(super) const PREPARATION: &[&str] = queries::PREPARATION;

pub(super) fn questions(wanted: &Wanted, answers: &[Rows]) -> Vec<String> {
    match answers.len() {
        0 => ALL.iter().map(|&question| queries::sql(question, wanted)).collect(),
        _ => Vec::new(),
    }
}

type Row = [Option<String>];

/// The answers, and the rows of each kind by the table they belong to.
struct Answers<'a> {
    answers: &'a [Rows],
    hidden: BTreeSet<&'a str>,
}

impl<'a> Answers<'a> {
    fn of(&self, question: Question) -> impl Iterator<Item = &'a Row> + use<'a> {
        let at = ALL.iter().position(|&other| other == question).unwrap_or(usize::MAX);
        self.answers.get(at).into_iter().flatten().map(|row| &row[..])
    }

    /// By the first column.
    fn by_owner(&self, question: Question) -> BTreeMap<&'a str, Vec<&'a Row>> {
        let mut out: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in self.of(question) {
            out.entry(text(row, 0).unwrap_or_default()).or_default().push(row);
        }
        out
    }
}

fn is(row: &Row, at: usize) -> bool {
    text(row, at) == Some("true")
}

fn quote(text: &str) -> String {
    Dialect::Postgres.quote_text(text)
}

pub(super) fn pieces(wanted: &Wanted, answers: &[Rows], schema: &mut Schema) -> Option<()> {
    if answers.len() != ALL.len() {
        return None;
    }
    let mut all = Answers { answers, hidden: BTreeSet::new() };
    for row in all.of(Question::Relations) {
        if wanted.hides(text(row, 2)?, text(row, 3)?) {
            all.hidden.insert(text(row, 0)?);
        }
    }
    let out = &mut schema.pieces;
    for row in all.of(Question::Schemas) {
        let name = text(row, 0)?;
        out.push(Piece::new(Part::Schema, format!("schema {name}"), format!("CREATE SCHEMA {name}")));
        comment(out, "SCHEMA", name, text(row, 1));
    }
    for row in all.of(Question::Extensions) {
        let (name, home) = (text(row, 0)?, text(row, 1)?);
        let place = if home == "public" { String::new() } else { format!(" WITH SCHEMA {home}") };
        let sql = format!("CREATE EXTENSION IF NOT EXISTS {name}{place}");
        out.push(Piece::new(Part::Extension, format!("extension {name}"), sql));
    }
    types(&all, out)?;
    routines(&all, out)?;
    let mut tables = Tables {
        columns: all.by_owner(Question::Columns),
        constraints: all.by_owner(Question::Constraints),
        sequences: all.by_owner(Question::Sequences),
        of_rows: BTreeSet::new(),
    };
    for row in all.of(Question::Relations).filter(|row| !all.hidden.contains(text(row, 0).unwrap_or_default())) {
        tables.relation(row, out)?;
    }
    tables.free_sequences(&all, out)?;
    indexes(&all, out)?;
    statistics_and_rules(&all, out)?;
    triggers(&all, out)?;
    policies(&all, out)?;
    let mut needs: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for row in all.of(Question::Needs) {
        let (from, to) = (text(row, 0)?, text(row, 1)?);
        if from != to {
            needs.entry(from).or_default().insert(to.to_owned());
        }
    }
    // What takes the row of a table comes behind it, and then its checks that call this.
    for table in tables.of_rows {
        let takes_row = |to: &String| needs.get(&**to).is_some_and(|back| back.contains(table));
        let behind: Vec<String> = needs.get(table).into_iter().flatten().filter(|to| takes_row(to)).cloned().collect();
        if let Some(needs) = needs.get_mut(table) {
            needs.retain(|to| !behind.contains(to));
        }
    }
    for piece in out.iter_mut() {
        if let Some(needs) = needs.get(&*piece.id) {
            piece.needs.extend(needs.iter().cloned());
        }
    }
    schema.left_out.extend(all.of(Question::Others).filter_map(|row| text(row, 0)).map(str::to_owned));
    Some(())
}

fn comment(out: &mut Vec<Piece>, kind: &str, name: &str, comment: Option<&str>) {
    if let Some(comment) = comment {
        let sql = format!("COMMENT ON {kind} {name} IS {}", quote(comment));
        out.push(Piece::new(Part::Comment, format!("{} {name}", kind.to_lowercase()), sql));
    }
}

fn types(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    let checks = all.by_owner(Question::DomainChecks);
    let attributes = all.by_owner(Question::Attributes);
    for row in all.of(Question::Types) {
        let (oid, name, kind) = (text(row, 0)?, text(row, 1)?, text(row, 2)?);
        let mut sql = match kind {
            "e" => format!("CREATE TYPE {name} AS ENUM ({})", text(row, 3).unwrap_or_default()),
            "r" => format!("CREATE TYPE {name} AS RANGE ({})", text(row, 9)?),
            "c" => {
                let of = attributes.get(oid).map(Vec::as_slice).unwrap_or_default();
                let items: Option<Vec<String>> =
                    of.iter().map(|row| Some(format!("    {} {}", text(row, 1)?, text(row, 2)?))).collect();
                format!("CREATE TYPE {name} AS (\n{}\n)", items?.join(",\n"))
            }
            "d" => {
                let collation = text(row, 7).map(|name| format!(" COLLATE {name}")).unwrap_or_default();
                let default = text(row, 6).map(|text| format!(" DEFAULT {text}")).unwrap_or_default();
                let null = if is(row, 5) { " NOT NULL" } else { "" };
                format!("CREATE DOMAIN {name} AS {}{collation}{default}{null}", text(row, 4)?)
            }
            _ => return None,
        };
        for check in checks.get(oid).map(Vec::as_slice).unwrap_or_default() {
            sql += &format!("\n    CONSTRAINT {} {}", text(check, 1)?, text(check, 2)?);
        }
        let word = if kind == "d" { "DOMAIN" } else { "TYPE" };
        out.push(Piece::new(Part::Type, format!("{} {name}", word.to_lowercase()), sql).known_as(oid));
        comment(out, word, name, text(row, 8));
    }
    Some(())
}

/// Whether a function has variables.
fn declares(definition: &str) -> bool {
    definition.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "declare")
}

fn routines(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    let needed: BTreeSet<&str> = all.of(Question::Needs).filter_map(|row| text(row, 1)).collect();
    for row in all.of(Question::Routines) {
        let (oid, signature, definition) = (text(row, 0)?, text(row, 2)?, text(row, 3)?);
        let word = if text(row, 1) == Some("p") { "PROCEDURE" } else { "FUNCTION" };
        let definition = definition.trim_end().replacen("CREATE OR REPLACE ", "CREATE ", 1);
        let sql = definition.replacen(&format!("{word} {}(", text(row, 6)?), &format!("{word} {}(", text(row, 7)?), 1);
        // Bodies in SQL are checked when the function is made, against tables that nothing says they need; and so are the
        // types of variables.
        let declares = || text(row, 5) == Some("plpgsql") && !needed.contains(oid) && declares(&definition);
        let part = if text(row, 5) == Some("sql") || declares() { Part::Query } else { Part::Routine };
        out.push(Piece::new(part, format!("{} {signature}", word.to_lowercase()), sql).known_as(oid));
        comment(out, word, signature, text(row, 4));
    }
    for row in all.of(Question::Aggregates) {
        let (oid, signature, settings) = (text(row, 0)?, text(row, 1)?, text(row, 2)?);
        let sql = format!("CREATE AGGREGATE {signature} ({settings})");
        out.push(Piece::new(Part::Routine, format!("aggregate {signature}"), sql).known_as(oid));
        comment(out, "AGGREGATE", signature, text(row, 3));
    }
    for row in all.of(Question::Operators) {
        let (oid, name, settings) = (text(row, 0)?, text(row, 1)?, text(row, 2)?);
        let signature = format!("{name} {}", text(row, 3)?);
        let sql = format!("CREATE OPERATOR {name} ({settings})");
        out.push(Piece::new(Part::Routine, format!("operator {signature}"), sql).known_as(oid));
        comment(out, "OPERATOR", &signature, text(row, 4));
    }
    Some(())
}

struct Tables<'a> {
    columns: BTreeMap<&'a str, Vec<&'a Row>>,
    constraints: BTreeMap<&'a str, Vec<&'a Row>>,
    sequences: BTreeMap<&'a str, Vec<&'a Row>>,
    /// Those that have checks of whole rows.
    of_rows: BTreeSet<&'a str>,
}

impl<'a> Tables<'a> {
    fn relation(&mut self, row: &'a Row, out: &mut Vec<Piece>) -> Option<()> {
        let (oid, name, kind) = (text(row, 0)?, text(row, 1)?, text(row, 4)?);
        let options = text(row, 6).filter(|options| !options.is_empty());
        let with = options.map(|options| format!(" WITH ({options})")).unwrap_or_default();
        if kind == "v" || kind == "m" {
            let word = if kind == "v" { "VIEW" } else { "MATERIALIZED VIEW" };
            // The server has written the names of its columns into the query.
            let query = text(row, 12)?.trim().trim_end_matches(';');
            let data = if kind == "m" && !is(row, 16) { "\nWITH NO DATA" } else { "" };
            let sql = format!("CREATE {word} {name}{with} AS\n{query}{data}");
            out.push(Piece::new(Part::View, format!("{} {name}", word.to_lowercase()), sql).known_as(oid));
            comment(out, word, name, text(row, 11));
            self.column_comments(oid, name, out)?;
            return Some(());
        }
        let bound = text(row, 8);
        let mut later = Vec::new();
        let mut items = Vec::new();
        for column in self.columns.get(oid).into_iter().flatten() {
            self.settings(name, column, &mut later)?;
            if bound.is_some() || !is(column, 9) {
                self.unlike_parent(name, column, &mut later)?;
                continue;
            }
            // With no default of its own it would have the parent's.
            if text(column, 4).is_none() {
                self.unlike_parent(name, column, &mut later)?;
            }
            let sequence = text(column, 11).and_then(|oid| self.sequences.get(oid)?.first().copied());
            items.push(self.column(name, text(row, 3)?, column, sequence, &mut later)?);
        }
        let mut keys = BTreeSet::new();
        for constraint in self.constraints.get(oid).into_iter().flatten() {
            let (constraint_name, definition) = (text(constraint, 1)?, text(constraint, 3)?);
            // It comes with a parent, and is not as it comes.
            if let Some(handed) = text(constraint, 8) {
                let words = match text(constraint, 2) {
                    Some("c") => format!("VALIDATE CONSTRAINT {constraint_name}"),
                    _ => format!("RENAME CONSTRAINT {handed} TO {constraint_name}"),
                };
                let sql = format!("ALTER TABLE {name} {words}");
                later.push(Piece::new(Part::Handed, format!("table {name}"), sql));
                continue;
            }
            let written = format!("CONSTRAINT {constraint_name} {definition}");
            let key = ["PRIMARY KEY", "UNIQUE"].iter().find_map(|word| definition.strip_prefix(word));
            // Of keys over the same columns `CREATE TABLE` makes one.
            let twin = key.is_some_and(|key| !keys.insert(key));
            // As the server shows a row.
            let of_row = text(constraint, 2) == Some("c") && definition.contains(".*");
            if of_row {
                self.of_rows.insert(oid);
            }
            let foreign = text(constraint, 2) == Some("f");
            // NOT VALID is for what is added later.
            if foreign || bound.is_some() || twin || of_row || definition.ends_with(" NOT VALID") {
                let sql = format!("ALTER TABLE {name} ADD {written}");
                // A foreign key may stand on a key.
                let part = if twin { Part::Afterwards } else { Part::ForeignKey };
                later.push(Piece::new(part, format!("table {name}"), sql));
            } else {
                items.push(written);
            }
            if let Some(settings) = text(constraint, 7) {
                let sql = format!("ALTER INDEX {settings}");
                later.push(Piece::new(Part::ForeignKey, format!("table {name}"), sql));
            }
            comment(&mut later, "CONSTRAINT", &format!("{constraint_name} ON {name}"), text(constraint, 4));
        }
        let unlogged = if text(row, 5) == Some("u") { "UNLOGGED " } else { "" };
        let parents = text(row, 13);
        let mut sql = format!("CREATE {unlogged}TABLE {name}");
        match (parents, bound) {
            (Some(parent), Some(bound)) => sql += &format!(" PARTITION OF {parent} {bound}"),
            (parents, _) => {
                sql +=
                    &if items.is_empty() { " ()".to_owned() } else { format!(" (\n    {}\n)", items.join(",\n    ")) };
                if let Some(parents) = parents {
                    sql += &format!(" INHERITS ({parents})");
                }
            }
        }
        if let Some(key) = text(row, 7) {
            sql += &format!(" PARTITION BY {key}");
        }
        if let Some(method) = text(row, 14) {
            sql += &format!(" USING {method}");
        }
        let options = [options, text(row, 19)].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !options.is_empty() {
            sql += &format!(" WITH ({options})");
        }
        if let Some(space) = text(row, 15) {
            sql += &format!(" TABLESPACE {space}");
        }
        out.push(Piece::new(Part::Table, format!("table {name}"), sql).known_as(oid));
        out.extend(later);
        if let Some(identity) = text(row, 17) {
            let sql = format!("ALTER TABLE {name} REPLICA IDENTITY {identity}");
            // Behind the index that it may use.
            out.push(Piece::new(Part::ForeignKey, format!("table {name}"), sql));
        }
        if let Some(index) = text(row, 18) {
            let sql = format!("ALTER TABLE {name} CLUSTER ON {index}");
            out.push(Piece::new(Part::ForeignKey, format!("table {name}"), sql));
        }
        for (on, word) in [(9, "ENABLE"), (10, "FORCE")] {
            if is(row, on) {
                let sql = format!("ALTER TABLE {name} {word} ROW LEVEL SECURITY");
                out.push(Piece::new(Part::Policy, format!("table {name}"), sql));
            }
        }
        comment(out, "TABLE", name, text(row, 11));
        self.column_comments(oid, name, out)
    }

    fn column_comments(&self, oid: &str, table: &str, out: &mut Vec<Piece>) -> Option<()> {
        for column in self.columns.get(oid).into_iter().flatten() {
            comment(out, "COLUMN", &format!("{table}.{}", text(column, 1)?), text(column, 10));
        }
        Some(())
    }

    /// What only `ALTER COLUMN` can say.
    fn settings(&self, table: &str, row: &Row, later: &mut Vec<Piece>) -> Option<()> {
        let name = text(row, 1)?;
        for (at, word) in [(8, "STORAGE"), (14, "COMPRESSION"), (15, "STATISTICS")] {
            if let Some(value) = text(row, at) {
                let sql = format!("ALTER TABLE {table} ALTER COLUMN {name} SET {word} {value}");
                later.push(Piece::new(Part::Afterwards, format!("table {table}"), sql));
            }
        }
        if let Some(options) = text(row, 16) {
            let sql = format!("ALTER TABLE {table} ALTER COLUMN {name} SET ({options})");
            later.push(Piece::new(Part::Afterwards, format!("table {table}"), sql));
        }
        Some(())
    }

    /// In what a column is not as that of the parent that brought it.
    fn unlike_parent(&self, table: &str, row: &Row, later: &mut Vec<Piece>) -> Option<()> {
        let name = text(row, 1)?;
        let mut words = Vec::new();
        match (text(row, 4), text(row, 17)) {
            (Some(own), above) if Some(own) != above && text(row, 6) != Some("s") => {
                words.push(format!("SET DEFAULT {own}"));
            }
            (None, Some(_)) => words.push("DROP DEFAULT".to_owned()),
            _ => (),
        }
        if is(row, 3) && !is(row, 18) {
            words.push("SET NOT NULL".to_owned());
        }
        for words in words {
            let sql = format!("ALTER TABLE {table} ALTER COLUMN {name} {words}");
            later.push(Piece::new(Part::Afterwards, format!("table {table}"), sql));
        }
        Some(())
    }

    /// A column as it stands in the brackets of its table.
    fn column(
        &self,
        table: &str,
        bare_table: &str,
        row: &Row,
        sequence: Option<&Row>,
        later: &mut Vec<Piece>,
    ) -> Option<String> {
        let (name, ty, default) = (text(row, 1)?, text(row, 2)?, text(row, 4));
        let alter = |sql: String| Piece::new(Part::Afterwards, format!("table {table}"), sql);
        let collation = text(row, 7).map(|name| format!(" COLLATE {name}")).unwrap_or_default();
        let null = if is(row, 3) { " NOT NULL" } else { "" };
        if text(row, 6) == Some("s") {
            return Some(format!("{name} {ty}{collation} GENERATED ALWAYS AS ({}) STORED{null}", default?));
        }
        if let (Some(identity @ ("a" | "d")), Some(sequence)) = (text(row, 5), sequence) {
            let when = if identity == "a" { "ALWAYS" } else { "BY DEFAULT" };
            let options = options(sequence)?;
            let options = if options.is_empty() { options } else { format!(" ({})", options.trim_start()) };
            rename_sequence(bare_table, name, sequence, later)?;
            return Some(format!("{name} {ty}{collation} GENERATED {when} AS IDENTITY{options}{null}"));
        }
        // A sequence of its own, made with the column: SERIAL, whatever the sequence is called by now.
        let serial = match ty {
            "integer" => Some("serial"),
            "bigint" => Some("bigserial"),
            "smallint" => Some("smallserial"),
            _ => None,
        };
        if let (Some(serial), Some(sequence), Some(default)) = (serial, sequence, default)
            && is(row, 3)
            && default == format!("nextval({}::regclass)", quote(text(sequence, 1)?))
            && text(sequence, 4) == Some(ty)
        {
            let options = options(sequence)?;
            rename_sequence(bare_table, name, sequence, later)?;
            if !options.is_empty() {
                later.push(alter(format!("ALTER SEQUENCE {}{options}", text(sequence, 1)?)));
            }
            return Some(format!("{name} {serial} NOT NULL"));
        }
        if let Some(sequence) = sequence {
            let made = text(sequence, 1)?;
            let sql = format!("CREATE SEQUENCE {made}{}", typed_options(sequence)?);
            later.push(Piece::new(Part::Sequence, format!("sequence {made}"), sql).known_as(text(sequence, 0)?));
            later.push(alter(format!("ALTER SEQUENCE {made} OWNED BY {table}.{name}")));
        }
        let default = default.map(|text| format!(" DEFAULT {text}")).unwrap_or_default();
        Some(format!("{name} {ty}{collation}{default}{null}"))
    }

    /// Sequences that belong to no column.
    fn free_sequences(&self, all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
        for row in all.of(Question::Sequences) {
            let (oid, name) = (text(row, 0)?, text(row, 1)?);
            let hidden = text(row, 12).is_some_and(|owner| all.hidden.contains(owner));
            if hidden {
                continue;
            }
            if text(row, 11).is_none() {
                let unlogged = if text(row, 15) == Some("u") { "UNLOGGED " } else { "" };
                let sql = format!("CREATE {unlogged}SEQUENCE {name}{}", typed_options(row)?);
                out.push(Piece::new(Part::Sequence, format!("sequence {name}"), sql).known_as(oid));
            }
            comment(out, "SEQUENCE", name, text(row, 14));
        }
        Some(())
    }
}

/// What is kept about the rows of tables, and what is done instead of writing them.
fn statistics_and_rules(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    let hides = |row: &Row, at: usize| text(row, at).is_some_and(|table| all.hidden.contains(table));
    for row in all.of(Question::Statistics).filter(|row| !hides(row, 5)) {
        let name = text(row, 1)?;
        let label = format!("statistics {name}");
        out.push(Piece::new(Part::Trigger, label.clone(), text(row, 2)?.to_owned()));
        if let Some(target) = text(row, 3) {
            out.push(Piece::new(Part::Policy, label, format!("ALTER STATISTICS {name} SET STATISTICS {target}")));
        }
        comment(out, "STATISTICS", name, text(row, 4));
    }
    for row in all.of(Question::Rules).filter(|row| !hides(row, 6)) {
        let (name, table) = (text(row, 1)?, text(row, 2)?);
        let label = format!("rule {name} of {table}");
        let sql = text(row, 3)?.trim_end_matches(';').to_owned();
        out.push(Piece::new(Part::Trigger, label.clone(), sql).known_as(text(row, 0)?));
        let state = match text(row, 4) {
            Some("D") => Some("DISABLE"),
            Some("R") => Some("ENABLE REPLICA"),
            Some("A") => Some("ENABLE ALWAYS"),
            _ => None,
        };
        if let Some(state) = state {
            out.push(Piece::new(Part::Policy, label, format!("ALTER TABLE {table} {state} RULE {name}")));
        }
        comment(out, "RULE", &format!("{name} ON {table}"), text(row, 5));
    }
    Some(())
}

/// The server makes up a name for the sequence of a column; it may have been renamed, or the table or column was.
fn rename_sequence(table: &str, column: &str, sequence: &Row, later: &mut Vec<Piece>) -> Option<()> {
    let column = column.trim_matches('"').replace("\"\"", "\"");
    let made = crate::catalog::naming::made_name(table, &column, "seq");
    let now = text(sequence, 3)?;
    if now != made.as_str() {
        let schema = text(sequence, 2)?;
        // They end in `_seq`, so that none is a keyword.
        let plain = |name: &str| {
            let fits = |c: char| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit();
            name.chars().all(fits) && !name.starts_with(|c: char| c.is_ascii_digit())
        };
        let quote = |name: &str| if plain(name) { name.to_owned() } else { Dialect::Postgres.quote_name(name) };
        let home = if schema == "public" { String::new() } else { format!("{}.", quote(schema)) };
        let sql = format!("ALTER SEQUENCE {home}{} RENAME TO {}", quote(&made), quote(now));
        later.push(Piece::new(Part::Afterwards, format!("sequence {now}"), sql));
    }
    Some(())
}

/// The options of a sequence that are not what they are if nothing is said.
fn options(row: &Row) -> Option<String> {
    let (ty, start, step) = (text(row, 4)?, text(row, 5)?, text(row, 6)?);
    let (least, most) = (text(row, 7)?, text(row, 8)?);
    let (low, high) = match ty {
        "smallint" => ("-32768", "32767"),
        "integer" => ("-2147483648", "2147483647"),
        _ => ("-9223372036854775808", "9223372036854775807"),
    };
    let down = step.starts_with('-');
    let (usual_least, usual_most) = if down { (low, "-1") } else { ("1", high) };
    let mut out = String::new();
    if step != "1" {
        out += &format!(" INCREMENT BY {step}");
    }
    if least != usual_least {
        out += &format!(" MINVALUE {least}");
    }
    if most != usual_most {
        out += &format!(" MAXVALUE {most}");
    }
    if start != if down { most } else { least } {
        out += &format!(" START WITH {start}");
    }
    if text(row, 9)? != "1" {
        out += &format!(" CACHE {}", text(row, 9)?);
    }
    if is(row, 10) {
        out += " CYCLE";
    }
    Some(out)
}

fn typed_options(row: &Row) -> Option<String> {
    let ty = text(row, 4)?;
    let ty = if ty == "bigint" { String::new() } else { format!(" AS {ty}") };
    Some(format!("{ty}{}", options(row)?))
}

/// The server prints the schema before the table here, whatever is visible.
fn with_short_name(definition: &str, full: &str, short: &str) -> String {
    definition.replacen(&format!(" ON {full} "), &format!(" ON {short} "), 1).replacen(
        &format!(" ON ONLY {full} "),
        &format!(" ON {short} "),
        1,
    )
}

fn indexes(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    for row in all.of(Question::Indexes) {
        if all.hidden.contains(text(row, 5)?) {
            continue;
        }
        let name = text(row, 0)?;
        let sql = with_short_name(text(row, 3)?, text(row, 2)?, text(row, 1)?).replacen(" USING btree (", " (", 1);
        out.push(Piece::new(Part::Index, format!("index {name}"), sql).known_as(text(row, 6)?));
        comment(out, "INDEX", name, text(row, 4));
    }
    Some(())
}

fn triggers(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    for row in all.of(Question::Triggers) {
        if all.hidden.contains(text(row, 6)?) {
            continue;
        }
        let (name, table) = (text(row, 0)?, text(row, 1)?);
        let sql = with_short_name(text(row, 3)?, text(row, 2)?, table);
        out.push(Piece::new(Part::Trigger, format!("trigger {name} on {table}"), sql));
        let state = match text(row, 4)? {
            "D" => Some("DISABLE"),
            "R" => Some("ENABLE REPLICA"),
            "A" => Some("ENABLE ALWAYS"),
            _ => None,
        };
        if let Some(state) = state {
            let sql = format!("ALTER TABLE {table} {state} TRIGGER {name}");
            out.push(Piece::new(Part::Trigger, format!("trigger {name} on {table}"), sql));
        }
        comment(out, "TRIGGER", &format!("{name} ON {table}"), text(row, 5));
    }
    Some(())
}

fn policies(all: &Answers<'_>, out: &mut Vec<Piece>) -> Option<()> {
    for row in all.of(Question::Policies) {
        if all.hidden.contains(text(row, 8)?) {
            continue;
        }
        let (name, table) = (text(row, 0)?, text(row, 1)?);
        let mut sql = format!("CREATE POLICY {name} ON {table}");
        if !is(row, 2) {
            sql += " AS RESTRICTIVE";
        }
        if let Some(command) = text(row, 3).filter(|command| *command != "ALL") {
            sql += &format!(" FOR {command}");
        }
        if let Some(roles) = text(row, 4).filter(|roles| *roles != "PUBLIC") {
            sql += &format!(" TO {roles}");
        }
        if let Some(using) = text(row, 5) {
            sql += &format!(" USING ({using})");
        }
        if let Some(check) = text(row, 6) {
            sql += &format!(" WITH CHECK ({check})");
        }
        out.push(Piece::new(Part::Policy, format!("policy {name} on {table}"), sql));
        comment(out, "POLICY", &format!("{name} ON {table}"), text(row, 7));
    }
    Some(())
}
