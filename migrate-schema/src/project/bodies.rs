//! From the sections of a file to what runs: statements per dialect, each judged.

use migrate_core::{Body, Checksum, Dialect, DialectSet, Direction, Statement, Text};
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, files as file_codes, syntax};
use crate::files::{MarkKind, MigrationFile, Section};
use crate::read::{self, Effect};
use crate::replay::{Act, Acts, Down};
use crate::source::{Place, Source, Span};
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
pub(super) fn of(file: &MigrationFile, source: &Source, dialects: DialectSet, out: &mut Vec<Diagnostic>) -> Bodies {
    let mut bodies: Vec<Body> = Vec::new();
    let mut acts: Vec<Acts> = dialects.iter().map(|_| Acts::default()).collect();
    for section in &file.sections {
        let first = bodies.len();
        for (dialect, acts) in dialects.iter().zip(&mut acts).filter(|(dialect, _)| section.is_for(*dialect)) {
            // What is wrong for several dialects is said once, in the words of the first.
            let mut found = Vec::new();
            let (body, own) = body(file, section, source, dialect, &mut found);
            match section.direction {
                Direction::Up => acts.up = own,
                Direction::Down => acts.down = Some(Down { acts: own, at: file.place(section.directive) }),
            }
            found.retain(|new| !out.iter().any(|old| old.at == new.at && std::ptr::eq(old.code, new.code)));
            out.extend(found);
            match bodies[first..]
                .iter_mut()
                .find(|other| other.tokens == body.tokens && other.statements == body.statements)
            {
                Some(same) => same.dialects = same.dialects.with(dialect),
                None => bodies.push(body),
            }
        }
    }
    Bodies { bodies, acts }
}

fn body(
    file: &MigrationFile,
    section: &Section,
    source: &Source,
    dialect: Dialect,
    out: &mut Vec<Diagnostic>,
) -> (Body, Vec<Act>) {
    let text = source.text();
    let stmts = sql::split(file.source, text, section.body.range(), dialect, out);
    let trusted = trusted(file, section, &stmts, out);
    let mut hash = Sha256::new();
    let mut statements = Vec::with_capacity(stmts.len());
    let mut acts = Vec::with_capacity(stmts.len());
    for stmt in &stmts {
        sql::semantic_bytes(text, stmt, dialect, |token| hash.update(token));
        let place = source.line_col(stmt.span.start as usize);
        let sql = Text::Owned(stmt.text(text).to_owned());
        statements.push(Statement { sql, line: place.line, column: place.column });
        let trusted = trusted.contains(&stmt.span);
        let known = out.len();
        let right = trusted || judge::judge(file.source, text, stmt, dialect, out);
        if right {
            check_transaction(file, text, stmt, dialect, out);
        }
        // What a statement with a mistake was meant to do nobody knows.
        let effect =
            if right && out.len() == known { read::read(file.source, text, stmt, dialect) } else { Effect::Opaque };
        acts.push(Act { changes: effect.into_changes(), trusted });
    }
    let body = Body {
        direction: section.direction,
        dialects: [dialect].into_iter().collect(),
        transactional: file.no_transaction.is_none(),
        tokens: checksum(&mut hash),
        statements,
        file: Text::Owned(file.file.clone()),
    };
    (body, acts)
}

/// The statements behind `-- migrate:trust`.
fn trusted(file: &MigrationFile, section: &Section, stmts: &[Stmt], out: &mut Vec<Diagnostic>) -> Vec<Span> {
    let mut trusted = Vec::new();
    let marks = file.marks.iter().filter(|mark| {
        mark.kind == MarkKind::Trust && section.body.start <= mark.span.start && mark.span.end <= section.body.end
    });
    for mark in marks {
        if stmts.iter().any(|stmt| stmt.span.start < mark.span.start && mark.span.end < stmt.span.end) {
            out.push(
                Diagnostic::error(&file_codes::STRAY_MARK, "`-- migrate:trust` stands inside a statement")
                    .at(file.place(mark.span), "")
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
fn check_transaction(file: &MigrationFile, text: &str, stmt: &Stmt, dialect: Dialect, out: &mut Vec<Diagnostic>) {
    if file.no_transaction.is_some() {
        return;
    }
    let first_line = stmt.text(text).lines().next().unwrap_or_default();
    let start = stmt.span.start as usize;
    let place = Place { source: file.source, span: Span::new(start, start + first_line.trim_end().len()) };
    if transaction::transaction_control(text, stmt, dialect) {
        out.push(
            Diagnostic::error(
                &syntax::TRANSACTION_CONTROL,
                "a migration runs in a transaction of its own and must not begin or end one",
            )
            .at(place, "")
            .help("take the statement out: the revision and its row in the ledger are committed together")
            .help("or write `-- migrate:no-transaction` above the sections: then each statement is on its own"),
        );
    } else if let Some(why) = transaction::refuses_transaction(text, stmt, dialect) {
        let about_foreign_keys = dialect == Dialect::Sqlite && first_line.to_ascii_lowercase().contains("foreign_keys");
        let help = match about_foreign_keys {
            true => {
                "take it out: where a revision drops a table, foreign keys are switched off around its transaction, and \
                 checked before it is committed"
            }
            false => "write `-- migrate:no-transaction` above the sections, best in a revision of its own",
        };
        let message = "this statement cannot run in a transaction";
        out.push(Diagnostic::error(&syntax::NOT_IN_TRANSACTION, message).at(place, why).help(help));
    }
}
