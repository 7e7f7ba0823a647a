//! A plan becomes a script of units: what is atomic, in order, with the ledger's rows inside. The executor runs the
//! script and offline mode prints it; there is no second path.

mod ahead;
mod flush;
mod print;
mod repair;
mod table_locks;
mod unit;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use crate::dialect::Dialect;
use crate::ledger::{AppliedBy, Expect, Ledger, Open, Origin, Prefix, Row, RowState};
use crate::revision::{Body, Direction, Revision, Statement, Text};

pub use print::terminator;
pub use repair::Fix;
use table_locks::TableLocks;

/// How much goes into one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transaction {
    /// Each revision is its own, where the dialect and the file allow it.
    #[default]
    PerRevision,
    /// Everything that is to run is one; refused where that is impossible.
    Whole,
}

/// What a script depends on besides the steps.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The server's dialect.
    pub dialect: Dialect,
    /// Where the ledger is.
    pub ledger: &'a Ledger,
    /// Whether the ledger's table exists.
    pub ledger_exists: bool,
    /// How many rows the ledger has.
    pub rows: usize,
    /// How much goes into one transaction.
    pub transaction: Transaction,
    /// Who applies.
    pub by: &'a AppliedBy,
}

/// What a person found out about a revision that was begun and not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The statement that was running took effect: go on behind it.
    TookEffect,
    /// It did not: begin with it.
    NoEffect,
    /// All of the revision is done.
    Finished,
}

/// A revision to be taken one way.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The revision.
    pub revision: &'a Revision,
    /// Which way.
    pub direction: Direction,
    /// How many of its statements an interrupted run has done already; none if it was not begun.
    pub resume: Option<usize>,
    /// What its open row says: the statement begun last, and how many are done. Two may want to go on with it, and one
    /// does.
    pub marks: Option<(u32, u32)>,
}

/// What runs, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// For which dialect it is written.
    pub dialect: Dialect,
    /// What is atomic, in order.
    pub units: Vec<Unit>,
}

/// What takes effect as a whole, or not at all, if it is atomic; else the statements of one revision, with a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// One transaction.
    pub atomic: bool,
    /// The revisions, each one way.
    pub steps: Vec<UnitStep>,
    /// What is sent, in order.
    pub pieces: Vec<Piece>,
    /// What must hold of the ledger when the unit starts; none for a ledger that does not exist yet.
    pub expect: Option<Expect>,
    /// One more condition, in SQL, that must hold then.
    pub also: Option<String>,
    /// It goes on where an earlier try stopped: its first statement may have been begun before.
    pub again: bool,
    /// The unit before it opens its row (see [`Script::open_ahead`]).
    pub opened: bool,
}

/// A revision taken one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStep {
    /// The revision.
    pub id: Text,
    /// Its description, one line.
    pub title: String,
    /// Which way.
    pub direction: Direction,
    /// The file its statements stand in.
    pub file: Text,
    /// How many statements it has.
    pub statements: usize,
    /// Index of its first piece in the unit.
    pub first_piece: usize,
    /// The ledger's row only: nothing of the revision runs.
    pub stamp: bool,
}

/// One SQL statement of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Begins or ends a transaction, or sets something for it.
    Control(Text),
    /// Reads or writes the ledger.
    Ledger(String),
    /// A statement of a revision.
    Statement {
        /// Index into the unit's `steps`.
        step: usize,
        /// Its number in the revision, from 1.
        number: usize,
        /// The statement.
        statement: Statement,
    },
}

impl Piece {
    /// The text that is sent, without a terminator.
    pub fn sql(&self) -> &str {
        match self {
            Piece::Control(sql) => sql,
            Piece::Ledger(sql) => sql,
            Piece::Statement { statement, .. } => &statement.sql,
        }
    }
}

/// The steps cannot become a script. Nothing has run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScriptError {
    /// These revisions say how to apply but not how to take back.
    NoDown {
        /// Their ids, in the order in which they would have been taken back.
        ids: Vec<Text>,
    },
    /// A revision declares that it cannot be taken back.
    Irreversible {
        /// The revision.
        id: Text,
        /// The reason its author gave.
        why: Text,
    },
    /// One transaction for everything was asked for, and the dialect has no transactional DDL.
    NoTransactionalDdl {
        /// The dialect.
        dialect: Dialect,
    },
    /// One transaction for everything was asked for, and a revision must not run in a transaction.
    NotInTransaction {
        /// The revision.
        id: Text,
        /// Its file.
        file: Text,
    },
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScriptError::NoDown { ids } => {
                write!(f, "cannot downgrade: no `-- migrate:down` section in {}", ids.join(", "))
            }
            ScriptError::Irreversible { id, why } => write!(f, "cannot downgrade: {id} is irreversible ({why})"),
            ScriptError::NoTransactionalDdl { dialect } => write!(
                f,
                "one transaction for all revisions is impossible: {} commits at each DDL statement",
                dialect.facts().title
            ),
            ScriptError::NotInTransaction { id, file } => write!(
                f,
                "one transaction for all revisions is impossible: {id} ({file}) says `-- migrate:no-transaction`"
            ),
        }
    }
}

impl core::error::Error for ScriptError {}

impl Script {
    /// The script of nothing.
    pub const fn empty(dialect: Dialect) -> Script {
        Script { dialect, units: Vec::new() }
    }

    /// The script of some steps, in their order.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] where a revision cannot be taken back, or where one transaction was asked for and cannot be had.
    pub fn new(jobs: &[Job<'_>], context: &Context<'_>) -> Result<Script, ScriptError> {
        let dialect = context.dialect;
        check(jobs, context)?;
        let mut rows = context.rows;
        let mut ledger_exists = context.ledger_exists;
        let mut units = Vec::new();
        let runs: Vec<&[Job<'_>]> = match context.transaction {
            Transaction::PerRevision => jobs.chunks(1).collect(),
            Transaction::Whole if jobs.is_empty() => Vec::new(),
            Transaction::Whole => vec![jobs],
        };
        for run in runs {
            let atomic = dialect.facts().transactional_ddl && run.iter().all(|job| job.atomic(dialect));
            let mut unit = Unit {
                atomic,
                steps: Vec::new(),
                pieces: Vec::new(),
                expect: expect(run, ledger_exists, Some(rows).filter(|_| counts(run) || units.is_empty())),
                also: None,
                again: run.iter().any(|job| job.resume.is_some()),
                opened: false,
            };
            if atomic {
                unit.pieces.push(Piece::Control(begin(dialect).into()));
                if run.iter().any(|job| turns(job, dialect)) {
                    unit.pieces.push(Piece::Control(KEEP_SEARCH_PATH.into()));
                }
            }
            if !ledger_exists {
                unit.pieces.push(Piece::Ledger(context.ledger.create(dialect)));
                ledger_exists = true;
            }
            for job in run {
                add_step(&mut unit, job, context);
                match job.direction {
                    Direction::Up if job.resume.is_some() => (),
                    Direction::Up => rows += 1,
                    Direction::Down => rows = rows.saturating_sub(1),
                }
            }
            if atomic {
                unit.pieces.push(Piece::Control("COMMIT".into()));
            }
            units.push(unit);
        }
        Ok(Script { dialect, units })
    }

    /// The script that makes the ledger's table and nothing else.
    pub fn ensure_ledger(ledger: &Ledger, dialect: Dialect) -> Script {
        let create = Piece::Ledger(ledger.create(dialect));
        let atomic = dialect.facts().transactional_ddl;
        // Elsewhere the statement is a transaction of its own.
        let pieces = match atomic {
            true => vec![Piece::Control(begin(dialect).into()), create, Piece::Control("COMMIT".into())],
            false => vec![create],
        };
        Script {
            dialect,
            units: vec![Unit {
                atomic,
                steps: Vec::new(),
                pieces,
                expect: None,
                also: None,
                again: false,
                opened: false,
            }],
        }
    }

    /// The script that makes the ledger say that `insert` are applied and `delete` are not. One transaction everywhere:
    /// it changes rows only.
    pub fn stamp(insert: &[&Revision], delete: &[Text], origin: Origin, context: &Context<'_>) -> Script {
        let dialect = context.dialect;
        if insert.is_empty() && delete.is_empty() {
            return Script { dialect, units: Vec::new() };
        }
        let mut pieces = Vec::new();
        let create = (!context.ledger_exists).then(|| Piece::Ledger(context.ledger.create(dialect)));
        // On MySQL and MariaDB the CREATE would commit the transaction that it stands in.
        let (before, inside) = if dialect.facts().transactional_ddl { (None, create) } else { (create, None) };
        pieces.extend(before);
        pieces.push(Piece::Control(begin(dialect).into()));
        pieces.extend(inside);
        let step = |id: &Text, title: String, direction, first_piece| UnitStep {
            id: id.clone(),
            title,
            direction,
            file: Text::Borrowed(""),
            statements: 0,
            first_piece,
            stamp: true,
        };
        let mut steps = Vec::new();
        for id in delete {
            steps.push(step(id, String::new(), Direction::Down, pieces.len()));
            pieces.push(Piece::Ledger(context.ledger.delete(dialect, id)));
        }
        for revision in insert {
            steps.push(step(&revision.id, revision.title(), Direction::Up, pieces.len()));
            pieces.push(Piece::Ledger(context.ledger.stamp(dialect, revision, origin, context.by)));
        }
        pieces.push(Piece::Control("COMMIT".into()));
        let expect = context.ledger_exists.then(|| Expect {
            rows: Some(context.rows),
            absent: insert.iter().map(|revision| revision.id.clone()).filter(|id| !delete.contains(id)).collect(),
            ..Expect::default()
        });
        Script {
            dialect,
            units: vec![Unit { atomic: true, steps, pieces, expect, also: None, again: false, opened: false }],
        }
    }

    /// The script that writes down what a person found out about a revision that was begun and not finished. Its
    /// statements run in the next upgrade or downgrade.
    pub fn settle(row: &Row, revision: &Revision, verdict: Verdict, context: &Context<'_>) -> Script {
        let (dialect, ledger) = (context.dialect, context.ledger);
        let direction = match row.state {
            RowState::Reverting => Direction::Down,
            RowState::Applying | RowState::Applied => Direction::Up,
        };
        let statements = revision.body(direction, dialect).map_or(&[][..], |body| &body.statements);
        let begun = (row.begun as usize).min(statements.len());
        let mut pieces = vec![Piece::Control(begin(dialect).into())];
        match (verdict, direction) {
            (Verdict::TookEffect, _) => {
                let prefix = Prefix::of(&statements[..begun]);
                pieces.push(Piece::Ledger(ledger.begin_next(dialect, &row.id, begun, prefix)));
                pieces.push(Piece::Ledger(ledger.refused(dialect, &row.id)));
            }
            (Verdict::NoEffect, _) => pieces.push(Piece::Ledger(ledger.refused(dialect, &row.id))),
            (Verdict::Finished, Direction::Up) => pieces.push(Piece::Ledger(ledger.close(dialect, revision))),
            (Verdict::Finished, Direction::Down) => pieces.push(Piece::Ledger(ledger.delete(dialect, &row.id))),
        }
        pieces.push(Piece::Control("COMMIT".into()));
        let open = vec![Open { id: Text::Owned(row.id.clone()), begun: row.begun, done: row.done }];
        let expect = Some(Expect { rows: Some(context.rows), open, ..Expect::default() });
        Script {
            dialect,
            units: vec![Unit {
                atomic: true,
                steps: Vec::new(),
                pieces,
                expect,
                also: None,
                again: false,
                opened: false,
            }],
        }
    }
}

impl Job<'_> {
    fn body(&self, dialect: Dialect) -> Option<&Body> {
        self.revision.body(self.direction, dialect)
    }

    /// Its statements may stand in a transaction, and none has run outside of one already.
    fn atomic(&self, dialect: Dialect) -> bool {
        self.resume.is_none() && self.body(dialect).is_none_or(|body| body.transactional)
    }

    /// It does something on the way up and says nothing about the way down.
    fn lacks_down(&self, dialect: Dialect) -> bool {
        self.body(dialect).is_none()
            && self.revision.body(Direction::Up, dialect).is_some_and(|up| !up.statements.is_empty())
    }
}

/// Why the jobs cannot become a script, if they cannot.
fn check(jobs: &[Job<'_>], context: &Context<'_>) -> Result<(), ScriptError> {
    let dialect = context.dialect;
    if context.transaction == Transaction::Whole && !jobs.is_empty() {
        if !dialect.facts().transactional_ddl {
            return Err(ScriptError::NoTransactionalDdl { dialect });
        }
        if let Some(job) = jobs.iter().find(|job| !job.atomic(dialect)) {
            let Revision { id, file, .. } = job.revision;
            return Err(ScriptError::NotInTransaction { id: id.clone(), file: file.clone() });
        }
    }
    let down = || jobs.iter().filter(|job| job.direction == Direction::Down);
    if let Some((job, why)) = down().find_map(|job| Some((job, job.revision.irreversible.as_ref()?))) {
        return Err(ScriptError::Irreversible { id: job.revision.id.clone(), why: why.clone() });
    }
    let ids: Vec<Text> = down().filter(|job| job.lacks_down(dialect)).map(|job| job.revision.id.clone()).collect();
    if ids.is_empty() { Ok(()) } else { Err(ScriptError::NoDown { ids }) }
}

fn begin(dialect: Dialect) -> &'static str {
    match dialect {
        // Under a stricter level the check of the ledger would not see what was committed while it waited for the lock.
        Dialect::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        Dialect::MySql | Dialect::MariaDb => "START TRANSACTION",
        // A deferred BEGIN would read first and fail to get the write lock afterwards.
        Dialect::Sqlite => "BEGIN IMMEDIATE",
    }
}

/// Whether a row that somebody has added since the plan was made matters: it may stand on what is to be taken back. What is
/// to be applied only needs what it stands on, and counting a thousand rows before each of a thousand revisions costs more
/// than all else about the ledger.
fn counts(run: &[Job<'_>]) -> bool {
    run.iter().any(|job| job.direction == Direction::Down || job.resume.is_some())
}

fn expect(run: &[Job<'_>], ledger_exists: bool, rows: Option<usize>) -> Option<Expect> {
    if !ledger_exists {
        return None;
    }
    let mut expect = Expect { rows, ..Expect::default() };
    for (i, job) in run.iter().enumerate() {
        let Revision { id, parents, .. } = job.revision;
        if let Some((begun, done)) = job.marks {
            expect.open.push(Open { id: id.clone(), begun, done });
        }
        match (job.direction, job.resume) {
            // An open row is neither absent nor applied.
            (_, Some(_)) => (),
            (Direction::Down, None) => expect.present.push(id.clone()),
            (Direction::Up, None) => {
                expect.absent.push(id.clone());
                for parent in parents {
                    let in_run = run[..i].iter().any(|earlier| earlier.revision.id == *parent);
                    if !in_run && !expect.present.contains(parent) {
                        expect.present.push(parent.clone());
                    }
                }
            }
        }
    }
    Some(expect)
}

fn add_step(unit: &mut Unit, job: &Job<'_>, context: &Context<'_>) {
    let (dialect, ledger) = (context.dialect, context.ledger);
    let Job { revision, direction, resume, .. } = *job;
    let body = job.body(dialect);
    let statements = body.map_or(&[][..], |body| &body.statements);
    let step = unit.steps.len();
    unit.steps.push(UnitStep {
        id: revision.id.clone(),
        title: revision.title(),
        direction,
        file: body.map_or(&revision.file, |body| &body.file).clone(),
        statements: statements.len(),
        first_piece: unit.pieces.len(),
        stamp: false,
    });
    let done = resume.unwrap_or(0).min(statements.len());
    let mut prefix = Prefix::of(&statements[..done]);
    let alone = unit.atomic && dialect == Dialect::Postgres && context.transaction == Transaction::PerRevision;
    match (direction, resume) {
        // Its row is written at its end.
        (Direction::Up, None) if alone => (),
        (_, Some(_)) => unit.pieces.push(Piece::Ledger(ledger.begin_next(dialect, &revision.id, done, prefix))),
        (Direction::Up, None) => unit.pieces.push(Piece::Ledger(ledger.open(dialect, revision, context.by))),
        // An atomic downgrade needs no mark: it deletes the row at its end or nothing happened.
        (Direction::Down, None) if unit.atomic => (),
        (Direction::Down, None) => unit.pieces.push(Piece::Ledger(ledger.open_down(dialect, &revision.id))),
    }
    let mut locks = TableLocks::new(dialect, ledger);
    unit.pieces.extend(locks.taken_before(&statements[..done]).map(Piece::Control));
    let close = Piece::Ledger(match direction {
        Direction::Up if alone => ledger.record(revision, context.by),
        Direction::Up => ledger.close(dialect, revision),
        Direction::Down => ledger.delete(dialect, &revision.id),
    });
    for (i, statement) in statements.iter().enumerate().skip(done) {
        let number = i + 1;
        let piece = Piece::Statement { step, number, statement: locks.pass(statement) };
        if unit.atomic {
            unit.pieces.push(piece);
            continue;
        }
        prefix = prefix.with(statement);
        let mark = match number == statements.len() {
            true => close.clone(),
            false => Piece::Ledger(ledger.begin_next(dialect, &revision.id, number, prefix)),
        };
        if body.is_some_and(|body| shares_mark(dialect, body, statement)) {
            unit.pieces.extend([Piece::Control(begin(dialect).into()), piece, mark, Piece::Control("COMMIT".into())]);
        } else {
            unit.pieces.extend([piece, mark]);
        }
    }
    unit.pieces.extend(locks.given_back().map(Piece::Control));
    if unit.atomic && turns(job, dialect) {
        unit.pieces.push(Piece::Control(RESTORE_SEARCH_PATH.into()));
    }
    if unit.atomic || done == statements.len() {
        unit.pieces.push(close);
    }
}

/// Keeps, for the transaction, where PostgreSQL's session looks for names.
///
/// What a dump begins with is `set_config('search_path', '', false)`: the ledger would not be found behind it, nor would what
/// the next revision names without a schema, if it runs in the same session.
pub const KEEP_SEARCH_PATH: &str = "SELECT set_config('migrate.search_path', current_setting('search_path'), true)";

/// The session looks for names where it did at [`KEEP_SEARCH_PATH`]. `RESET ALL` takes away what is kept, and brings the
/// session's own path back by itself.
pub const RESTORE_SEARCH_PATH: &str = "SELECT set_config('search_path', coalesce(nullif(current_setting('migrate.search_path', \
                                       true), ''), current_setting('search_path')), false)";

/// Whether a revision may leave PostgreSQL's session looking for names elsewhere.
fn turns(job: &Job<'_>, dialect: Dialect) -> bool {
    dialect == Dialect::Postgres && job.body(dialect).is_some_and(|body| body.statements.iter().any(turns_elsewhere))
}

/// Whether a statement may leave PostgreSQL's session looking for names elsewhere. One that only makes or changes things
/// does not, though the text of a function may say so.
pub fn turns_elsewhere(statement: &Statement) -> bool {
    const NEVER: [&str; 8] = ["ALTER", "COMMENT", "CREATE", "DELETE", "DROP", "GRANT", "INSERT", "UPDATE"];
    let first = statement.sql.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let is = |word: &&str| first.eq_ignore_ascii_case(word);
    if NEVER.iter().any(is) {
        return false;
    }
    let text = statement.sql.to_ascii_lowercase();
    // `SET SCHEMA 'name'` is another way of saying it.
    text.contains("search_path") || is(&"RESET") || is(&"SET") && text.contains("schema")
}

/// Whether a statement that runs outside of a transaction of its revision shares one with the mark that it is done: then
/// after a crash both are there or neither is. A statement that stands alone is a transaction anyway, so that it comes to
/// the same for itself.
///
/// DDL of MySQL and MariaDB commits by itself, and the BEGIN before it does no harm. Elsewhere it is only what is known to
/// run in a transaction, and nothing in a body that has transactions of its own, or sets something.
pub fn shares_mark(dialect: Dialect, body: &Body, statement: &Statement) -> bool {
    const ROWS: [&str; 4] = ["DELETE", "INSERT", "REPLACE", "UPDATE"];
    const SCHEMA: [&str; 6] = ["ALTER", "ANALYZE", "CREATE", "DROP", "REINDEX", "WITH"];
    const OWN: [&str; 10] =
        ["BEGIN", "COMMIT", "END", "LOCK", "RELEASE", "ROLLBACK", "SAVEPOINT", "SET", "START", "XA"];
    let begins = |statement: &Statement, words: &[&str]| {
        let first = statement.sql.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        words.iter().any(|word| first.eq_ignore_ascii_case(word))
    };
    let own = || body.statements.iter().any(|statement| begins(statement, &OWN));
    match dialect {
        // A BEGIN would give table locks back.
        Dialect::MySql | Dialect::MariaDb if table_locks::has(body) => false,
        Dialect::MySql | Dialect::MariaDb if body.transactional => true,
        Dialect::MySql | Dialect::MariaDb => begins(statement, &ROWS) && !own(),
        Dialect::Sqlite => (begins(statement, &ROWS) || begins(statement, &SCHEMA)) && !own(),
        // What makes or changes things is found in the catalog.
        Dialect::Postgres => begins(statement, &ROWS) && !own(),
    }
}
