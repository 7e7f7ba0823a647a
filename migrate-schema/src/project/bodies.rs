//! From the sections of a file to what runs: statements per dialect, each judged.

use migrate_core::{Body, Checksum, Dialect, DialectSet, Direction, Statement, Text};
use sha2::{Digest, Sha256};

use super::probe::Probes;
use crate::diagnostic::{Diagnostic, directives, syntax};
use crate::files::{MarkKind, MigrationFile, Section, Transaction};
use crate::read;
use crate::replay::{Act, Acts, Down};
use crate::source::{Place, Source, Sources, Span};
use crate::sql::{self, Stmt, judge, transaction};

/// The hash as a checksum.
pub(super) fn checksum(hash: &mut Sha256) -> Checksum {
    Checksum(hash.finalize_reset().into())
}

/// What a file comes to.
pub(super) struct Bodies {
    /// The statements that run.
    pub(super) bodies: Vec<Body>,
    /// What they do to the schema, for each dialect of the set in its order.
    pub(super) acts: Vec<Acts>,
}

/// What the file does in each direction on each dialect. Dialects for which a section comes to the same share a body.
pub(super) fn of(file: &MigrationFile, sources: &Sources, dialects: DialectSet, out: &mut Vec<Diagnostic>) -> Bodies {
    let mut bodies: Vec<Body> = Vec::new();
    let mut acts: Vec<Acts> = dialects.iter().map(|_| Acts::default()).collect();
    for section in &file.sections {
        let source = sources.get(section.source);
        let first = bodies.len();
        for (dialect, acts) in dialects.iter().zip(&mut acts).filter(|(dialect, _)| section.is_for(*dialect)) {
            // What is wrong for several dialects is said once, in the words of the first.
            let mut found = Vec::new();
            let (body, own) = body(file, section, source, dialect, &mut found);
            match section.direction {
                Direction::Up => (acts.up, acts.transactional) = (own, body.transactional),
                Direction::Down => acts.down = Some(Down { acts: own, at: place_of(section, source) }),
            }
            found.retain(|new| !out.iter().any(|old| old.at == new.at && std::ptr::eq(old.code, new.code)));
            out.extend(found);
            match bodies[first..]
                .iter_mut()
                .find(|other| other.tokens == body.tokens && is_same_text(&other.statements, &body.statements))
            {
                Some(same) => {
                    same.dialects = same.dialects.with(dialect);
                    // What is looked for under different names is not looked for.
                    for (kept, other) in same.statements.iter_mut().zip(body.statements) {
                        kept.probe = kept.probe.take().filter(|probe| other.probe.as_ref() == Some(probe));
                    }
                }
                None => bodies.push(body),
            }
        }
    }
    Bodies { bodies, acts }
}

fn is_same_text(a: &[Statement], b: &[Statement]) -> bool {
    let text = |statement: &Statement| (statement.line, statement.column, statement.sql.clone());
    a.iter().map(text).eq(b.iter().map(text))
}

fn body(
    file: &MigrationFile,
    section: &Section,
    source: &Source,
    dialect: Dialect,
    out: &mut Vec<Diagnostic>,
) -> (Body, Vec<Act>) {
    let text = source.text();
    let mut stmts = sql::split(section.source, text, section.body.range(), dialect, out);
    let trusted = trusted(file, section, &stmts, out);
    let transactional = transaction(section, text, &mut stmts, dialect);
    // Hashed in one go: without optimizations the hash costs more for each piece than for the bytes in it.
    let mut tokens = String::with_capacity(section.body.range().len() * 2);
    let mut probes = Probes::new(dialect);
    let mut statements = Vec::with_capacity(stmts.len());
    let mut acts = Vec::with_capacity(stmts.len());
    for stmt in &stmts {
        sql::semantic_bytes(text, stmt, dialect, |token| tokens.push_str(token));
        let place = source.line_col(stmt.span.start as usize);
        let sql = Text::Owned(stmt.text(text).to_owned());
        let trusted = trusted.contains(&stmt.span);
        let right = trusted || judge::judge(section.source, text, stmt, dialect, out);
        if right && transactional {
            check_transaction(section, text, stmt, dialect, out);
        }
        let read = if right { read::read } else { read::refused };
        let changes = read(section.source, text, stmt, dialect).into_changes();
        let probe = probes.next(&sql, &changes);
        statements.push(Statement { sql, line: place.line, column: place.column, probe });
        acts.push(Act { changes, trusted, place: section.place(stmt.span) });
    }
    let body = Body {
        direction: section.direction,
        dialects: [dialect].into_iter().collect(),
        transactional,
        tokens: checksum(&mut Sha256::new_with_prefix(tokens)),
        statements,
        file: Text::Owned(file.file_of(section).to_owned()),
    };
    (body, acts)
}

/// Where to point when a whole section is meant: its directive, or its first line where it is a whole file.
fn place_of(section: &Section, source: &Source) -> Place {
    if !section.is_whole() {
        return section.place(section.directive);
    }
    let first_line = source.slice(section.body).lines().next().unwrap_or_default();
    let start = section.body.start as usize;
    section.place(Span::new(start, start + first_line.len()))
}

/// Whether the statements run in a transaction. Where another tool's file begins and ends some, these are taken out: all
/// of the file runs in the one that it has here. Only if something stands outside of them that refuses a transaction,
/// and the tool has none of its own, they stay, and it runs as it is written.
fn transaction(section: &Section, text: &str, stmts: &mut Vec<Stmt>, dialect: Dialect) -> bool {
    match section.transaction {
        Transaction::One => return true,
        Transaction::None => return false,
        Transaction::Wrapped | Transaction::AsNeeded => {}
    }
    let refuses = |stmt: &Stmt| {
        transaction::refuses_transaction(text, stmt, dialect).is_some_and(|why| why != transaction::IGNORED)
    };
    let pairs = pairs(section.transaction, text, stmts, dialect).unwrap_or_default();
    let outside = |i: usize| !pairs.iter().any(|&(begin, end)| begin <= i && i <= end);
    if section.transaction == Transaction::AsNeeded
        && stmts.iter().enumerate().any(|(i, stmt)| outside(i) && refuses(stmt))
    {
        return false;
    }
    let mut at = 0..;
    stmts.retain(|_| at.next().is_none_or(|i| !pairs.iter().any(|&(begin, end)| i == begin || i == end)));
    true
}

/// The transactions that the statements begin and end, as indices of the two; none if there is anything else about
/// transactions, or one is left open.
fn pairs(own: Transaction, text: &str, stmts: &[Stmt], dialect: Dialect) -> Option<Vec<(usize, usize)>> {
    let (mut pairs, mut open) = (Vec::new(), None);
    for (i, stmt) in stmts.iter().enumerate() {
        if !transaction::transaction_control(text, stmt, dialect) {
            continue;
        }
        let first = stmt.text(text).split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        match (first.to_ascii_uppercase().as_str(), open.take()) {
            ("BEGIN" | "START", None) => open = Some(i),
            ("COMMIT" | "END", Some(begin)) => pairs.push((begin, i)),
            // Where each statement is committed by itself, there is nothing more to commit.
            ("COMMIT", None) if dialect.is_mysql_family() => pairs.push((i, i)),
            _ => return None,
        }
    }
    // Inside of the tool's own transaction a second BEGIN does nothing, and that one is committed at the end.
    if let Some(begin) = open {
        if own != Transaction::Wrapped {
            return None;
        }
        pairs.push((begin, stmts.len()));
    }
    Some(pairs)
}

/// The statements behind `-- migrate:trust`.
fn trusted(file: &MigrationFile, section: &Section, stmts: &[Stmt], out: &mut Vec<Diagnostic>) -> Vec<Span> {
    let mut trusted = Vec::new();
    let marks = file.marks.iter().filter(|mark| {
        mark.kind == MarkKind::Trust
            && mark.source == section.source
            && section.body.start <= mark.span.start
            && mark.span.end <= section.body.end
    });
    for mark in marks {
        if stmts.iter().any(|stmt| stmt.span.start < mark.span.start && mark.span.end < stmt.span.end) {
            out.push(
                Diagnostic::error(&directives::STRAY_MARK, "`-- migrate:trust` stands inside a statement")
                    .at(section.place(mark.span), "")
                    .help("put it on the line above the statement that is to be taken on trust"),
            );
        } else if let Some(stmt) = stmts.iter().find(|stmt| stmt.span.start >= mark.span.end) {
            // Where none follows, the reader of the file has said so.
            trusted.push(stmt.span);
        }
    }
    trusted
}

/// A statement that ends transactions does not belong into a file that runs in one, nor does one that refuses them.
fn check_transaction(section: &Section, text: &str, stmt: &Stmt, dialect: Dialect, out: &mut Vec<Diagnostic>) {
    let top = if section.is_whole() { "at the top of the file" } else { "above the sections" };
    let first_line = stmt.text(text).lines().next().unwrap_or_default();
    let start = stmt.span.start as usize;
    let place = section.place(Span::new(start, start + first_line.trim_end().len()));
    if transaction::transaction_control(text, stmt, dialect) {
        out.push(
            Diagnostic::error(
                &syntax::TRANSACTION_CONTROL,
                "a migration runs in a transaction of its own and must not begin or end one",
            )
            .at(place, "")
            .help("take the statement out: the revision and its row in the ledger are committed together")
            .help(format!("or write `-- migrate:no-transaction` {top}: then each statement is on its own")),
        );
    } else if let Some(why) = transaction::refuses_transaction(text, stmt, dialect) {
        // What the foreign keys of another tool's file are switched off for, the run does around it by itself.
        if section.transaction != Transaction::One && why == transaction::IGNORED {
            return;
        }
        let help = match why == transaction::IGNORED {
            true => {
                "take it out: where a revision drops a table, foreign keys are switched off around its transaction, and \
                 checked before it is committed"
                    .to_owned()
            }
            false => format!("write `-- migrate:no-transaction` {top}, best in a revision of its own"),
        };
        let message = "this statement cannot run in a transaction";
        out.push(Diagnostic::error(&syntax::NOT_IN_TRANSACTION, message).at(place, why).help(help));
    }
}
