//! A live database, read as DDL: what to ask, and how the answers become the statements that would make it anew. These go
//! through the same reader as migrations.
//!
//! Nothing here talks to a database. Who does asks in rounds: [`questions`] says what comes next in the light of the
//! answers so far, until there is nothing more to ask; then [`Schema::new`] makes statements of them.

mod mysql;
mod postgres;
mod sqlite;

use std::collections::BTreeSet;

use migrate_core::ledger::Ledger;
use migrate_core::{Dialect, Text};

use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
pub use crate::diff::same::Defaults;
use crate::source::{Source, Sources};
use crate::sql::split;

/// What a query answered: rows of texts.
pub type Rows = Vec<Vec<Option<String>>>;

/// What is read of a database.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only these schemas of PostgreSQL; none is all but the server's own.
    pub schemas: Vec<String>,
    /// Tables that are left out, with or without their schema: ledgers.
    pub hidden: BTreeSet<String>,
}

impl Wanted {
    /// Without the ledger, the tables that belong to it, and those in which other tools keep what they have applied. A table
    /// with a name that programs take for their own, too, may be anybody's and is read.
    pub fn without_ledgers(ledger: &Ledger) -> Wanted {
        const ANYBODYS: [&str; 3] = ["migration", "migrations", "schema_version"];
        let tools = crate::catalog::LEDGERS.iter().filter(|name| !ANYBODYS.contains(name));
        let hidden = tools.map(|name| (*name).to_owned()).chain(ledger.tables().map(Text::into_owned)).collect();
        Wanted { hidden, ..Wanted::default() }
    }

    fn hides(&self, schema: &str, name: &str) -> bool {
        self.hidden.contains(name) || self.hidden.contains(&format!("{schema}.{name}"))
    }
}

/// The statements that begin a transaction which sees one state of the database and changes nothing.
pub fn preparation(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Postgres => postgres::PREPARATION,
        Dialect::MySql | Dialect::MariaDb => mysql::PREPARATION,
        Dialect::Sqlite => &["BEGIN"],
    }
}

/// What to ask next, one answer for each so far. Nothing: all is known.
pub fn questions(dialect: Dialect, wanted: &Wanted, answers: &[Rows]) -> Vec<String> {
    match dialect {
        Dialect::Postgres => postgres::questions(wanted, answers),
        Dialect::MySql | Dialect::MariaDb => mysql::questions(answers),
        Dialect::Sqlite => sqlite::questions(answers),
    }
}

/// What a statement makes. They are in the order in which they can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A schema.
    Schema,
    /// An extension.
    Extension,
    /// A type.
    Type,
    /// A sequence that belongs to nothing.
    Sequence,
    /// A function or procedure.
    Routine,
    /// A table with what stands in its brackets.
    Table,
    /// What a sequence belongs to, and other things that need their table.
    Afterwards,
    /// A view.
    View,
    /// A function that the server checks against tables and views when it is made.
    Query,
    /// An index.
    Index,
    /// A foreign key.
    ForeignKey,
    /// What a table has from its parent, and not as it comes.
    Handed,
    /// A trigger.
    Trigger,
    /// An event.
    Event,
    /// A policy, and what turns policies on.
    Policy,
    /// A comment.
    Comment,
}

/// A statement that makes a part of the database.
#[derive(Debug, Clone)]
pub struct Piece {
    /// What it makes.
    pub part: Part,
    /// Its name, as it is shown.
    pub name: String,
    /// The statement, without the semicolon.
    pub sql: String,
    /// What the server knows it by; empty where nothing depends on it.
    id: String,
    /// What must be there before it.
    needs: BTreeSet<String>,
}

impl Piece {
    fn new(part: Part, name: impl Into<String>, sql: impl Into<String>) -> Piece {
        Piece { part, name: name.into(), sql: sql.into(), id: String::new(), needs: BTreeSet::new() }
    }

    fn known_as(mut self, id: impl Into<String>) -> Piece {
        self.id = id.into();
        self
    }
}

/// A database as the statements that make it.
#[derive(Debug, Clone)]
pub struct Schema {
    /// What it was read from.
    pub dialect: Dialect,
    /// The statements, in an order in which they run.
    pub pieces: Vec<Piece>,
    /// What is there and was not made a statement of, in words.
    pub left_out: Vec<String>,
    /// What tables have if nothing is said (MySQL, MariaDB).
    pub defaults: Defaults,
}

impl Schema {
    /// From the answers to all questions.
    ///
    /// # Errors
    ///
    /// An answer has another shape than its question asks for.
    pub fn new(dialect: Dialect, wanted: &Wanted, answers: &[Rows]) -> Result<Schema, String> {
        let mut schema = Schema { dialect, pieces: Vec::new(), left_out: Vec::new(), defaults: Defaults::default() };
        let done = match dialect {
            Dialect::Postgres => postgres::pieces(wanted, answers, &mut schema),
            Dialect::MySql | Dialect::MariaDb => mysql::pieces(wanted, answers, &mut schema),
            Dialect::Sqlite => sqlite::pieces(wanted, answers, &mut schema),
        };
        done.ok_or("the server's answer about its catalog has an unknown shape")?;
        schema.pieces = sorted(schema.pieces);
        Ok(schema)
    }

    /// The catalog that these statements make. Each is a text of its own in `sources`, so that places can be shown.
    /// What the reader finds wrong goes to `out`; the server itself has made these statements, so that it is we who are
    /// wrong then.
    pub fn catalog(&self, sources: &mut Sources, out: &mut Vec<Diagnostic>) -> Catalog {
        let mut catalog = Catalog::new(self.dialect, []);
        for piece in &self.pieces {
            let id = sources.add(Source::new(format!("{} in the database", piece.name), &piece.sql));
            let text = sources.get(id).text();
            for stmt in split(id, text, 0..text.len(), self.dialect, &mut Vec::new()) {
                for change in crate::read::read(id, text, &stmt, self.dialect).into_changes() {
                    catalog.apply(&change, out);
                }
            }
        }
        catalog.forget_marks();
        catalog
    }

    /// All statements as one text.
    pub fn to_sql(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&piece.sql);
            out.push_str(";\n");
        }
        out
    }
}

/// By kind, and what something needs before it. Where each needs the other the kind decides.
fn sorted(mut pieces: Vec<Piece>) -> Vec<Piece> {
    use std::collections::BTreeMap;
    pieces.sort_by_key(|piece| piece.part);
    let places: BTreeMap<String, usize> = pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| !piece.id.is_empty())
        .map(|(place, piece)| (piece.id.clone(), place))
        .collect();
    let mut state = vec![0u8; pieces.len()];
    let mut order = Vec::with_capacity(pieces.len());
    // Depth first without recursion: what is needed may be a chain as long as the list.
    for first in 0..pieces.len() {
        let mut open = vec![first];
        while let Some(&at) = open.last() {
            if state[at] == 0 {
                state[at] = 1;
                let needed = pieces[at].needs.iter().filter_map(|id| places.get(id).copied());
                let missing: Vec<usize> = needed.filter(|&other| state[other] == 0).collect();
                open.extend(missing.into_iter().rev());
                continue;
            }
            open.pop();
            if state[at] == 1 {
                state[at] = 2;
                order.push(at);
            }
        }
    }
    let mut slots: Vec<Option<Piece>> = pieces.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

/// A column of a row.
fn text(row: &[Option<String>], at: usize) -> Option<&str> {
    row.get(at)?.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_table_of_the_program_is_read() {
        let wanted = Wanted::without_ledgers(&Ledger::default());
        assert!(!wanted.hides("", "schema_version"));
        assert!(wanted.hides("", "flyway_schema_history") && wanted.hides("", "migrate_ledger"));
    }
}
