//! The one loop that applies, takes back and stamps: read, plan, script, run unit by unit; and again from the start when
//! another process was quicker.

use std::time::{Duration, Instant};

use migrate_core::graph::Rev;
use migrate_core::lease::Lock;
use migrate_core::ledger::{AppliedBy, Ledger, Origin, Row, RowState, StoredDown};
use migrate_core::limits::Limits;
use migrate_core::plan;
use migrate_core::probe::Probe;
use migrate_core::script::{Context, Job, Piece, Script, ScriptError, Transaction, Unit, Verdict};
use migrate_core::target::Target;
use migrate_core::{Body, Direction, Text};

use crate::adopt::{self, Tool};
use crate::divergence::{Moved, Newer};
use crate::driver::{Detail, Outcome, Session, State, UnitFailure, lost_race};
use crate::error::Error;
use crate::event::{Event, Events, Follow};
use crate::failure::{Cause, Failure, LedgerWork, Left, said};
use crate::lease::Lease;
use crate::locate::Spot;
use crate::migrations::Migrations;
use crate::notices::Notices;
use crate::pause;
use crate::repair::{Action, Repaired};
use crate::report::{Report, Taken};
use crate::world::{Doubt, World, choose_dialect};

/// What is wanted.
#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    Upgrade(Vec<Target>),
    Downgrade(Target),
    Stamp { targets: Vec<Target>, purge: bool },
    Adopt(Tool),
    Settle(Verdict),
    Repair(Action),
}

impl Wanted {
    /// All revisions are to be applied.
    pub(crate) fn is_all(&self) -> bool {
        matches!(self, Wanted::Upgrade(targets) if targets.iter().all(|target| *target == Target::heads()))
    }

    /// For logs.
    const fn name(&self) -> &'static str {
        match self {
            Wanted::Upgrade(_) => "upgrade",
            Wanted::Downgrade(_) => "downgrade",
            Wanted::Stamp { .. } => "stamp",
            Wanted::Adopt(_) => "adopt",
            Wanted::Settle(_) => "settle",
            Wanted::Repair(_) => "repair",
        }
    }
}

/// How it is to be done.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) transaction: Transaction,
    pub(crate) lock_timeout: Duration,
    /// What to do about a database that is newer; as the settings say if it is not said here.
    pub(crate) newer: Option<Newer>,
    pub(crate) by: AppliedBy,
    pub(crate) events: Events,
    /// Over those of the settings.
    pub(crate) limits: Limits,
    /// What keeps two processes apart; as the settings say, if nothing.
    pub(crate) lock: Option<Lock>,
    /// What pauses are spread by.
    pub(crate) seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            transaction: Transaction::default(),
            lock_timeout: Duration::from_secs(600),
            newer: None,
            by: AppliedBy { client: crate::host::name() },
            events: Events::default(),
            limits: Limits::default(),
            lock: None,
            seed: pause::seed(),
        }
    }
}

/// A row that is open on SQLite, where no lock tells whether its process lives, counts as abandoned when its marks stand
/// still for so long.
const SILENCE: Duration = Duration::from_secs(10);

/// Warnings about waiting come at this distance.
pub(crate) const REMIND: Duration = Duration::from_secs(5);

/// What is to run: made from one reading of the ledger, without touching anything.
pub(crate) struct Prepared<'m> {
    pub(crate) world: World<'m>,
    /// What was noticed on the way.
    pub(crate) noticed: Noticed,
    pub(crate) script: Script,
}

/// What is no error and should be said.
#[derive(Debug, Default, Clone)]
pub(crate) struct Noticed {
    /// Applied revisions of which only comments, white space or the down changed.
    pub(crate) reworded: Vec<String>,
    /// Applied revisions that stand elsewhere in the history now.
    pub(crate) moved: Vec<Moved>,
    /// Revisions of an upgrade that come before what is applied already.
    pub(crate) slipped_in: Vec<String>,
    /// The repairs of a script.
    pub(crate) repaired: Vec<Repaired>,
}

/// Reads what a plan is made from: a line a row, and all of it only where rows are unknown or unfinished; nothing if it is
/// asked whether all is there, and it is.
pub(crate) async fn read(session: &mut Session<'_>, migrations: &Migrations, all: bool) -> Result<State, sqlx::Error> {
    let ledger = migrations.ledger();
    let state = match all {
        true => session.read_unless(ledger, migrations.preamble()).await?,
        false => session.read(ledger, Detail::Brief).await?,
    };
    if state.settled {
        return Ok(state);
    }
    let plain = |row: &Row| row.state == RowState::Applied && migrations.graph().get(&row.id).is_some();
    if state.rows.iter().all(plain) { Ok(state) } else { session.read(ledger, Detail::Full).await }
}

/// Runs nothing: from a state to a script.
pub(crate) async fn prepare<'m>(
    session: &mut Session<'_>,
    migrations: &'m Migrations,
    state: State,
    wanted: &Wanted,
    options: &Options,
) -> Result<Prepared<'m>, Error> {
    let ledger_exists = state.exists;
    let mut prepared = prepare_here(session, migrations, state, wanted, options).await?;
    if let Some(schema) = migrations.schema() {
        schema.aim(&mut prepared.script, ledger_exists);
    }
    Ok(prepared)
}

async fn prepare_here<'m>(
    session: &mut Session<'_>,
    migrations: &'m Migrations,
    state: State,
    wanted: &Wanted,
    options: &Options,
) -> Result<Prepared<'m>, Error> {
    let mut world = World::new(migrations, state)?;
    let ledger = migrations.ledger();
    let (ledger_exists, rows) = (world.state.exists, world.state.rows.len());
    let dialect = world.dialect;
    if !ledger_exists {
        let there = crate::schema::require(session, migrations, dialect).await?;
        if there && matches!(wanted, Wanted::Upgrade(_) | Wanted::Downgrade(_)) {
            adopt::refuse_foreign(session, migrations, dialect).await?;
        }
    }
    let context = Context { dialect, ledger, ledger_exists, rows, transaction: options.transaction, by: &options.by };
    let changed = world.changed();
    let mut noticed =
        Noticed { reworded: changed.reworded.clone(), moved: changed.moved.clone(), ..Noticed::default() };
    let (steps, direction) = match wanted {
        Wanted::Upgrade(targets) => {
            world.refuse_divergence(session, migrations, changed, options.newer).await?;
            let plan = plan::upgrade(world.graph(), &world.applied, targets)?;
            let below = world.slipped_in();
            noticed.slipped_in = plan.revs().iter().map(|&rev| world.graph().id(rev).to_owned()).collect();
            noticed.slipped_in.retain(|id| below.contains(id));
            (plan.revs(), Direction::Up)
        }
        Wanted::Downgrade(target) => {
            world.require_fit()?;
            (plan::downgrade(world.graph(), &world.applied, target)?.revs(), Direction::Down)
        }
        Wanted::Stamp { targets, purge } => {
            // Who purges says that nothing of what the ledger has matters.
            if !*purge {
                world.require_fit()?;
            }
            let stamp = plan::stamp(world.graph(), &world.applied, targets, *purge)?;
            let (insert, delete) = stamp_rows(&world, stamp.after(), *purge);
            let insert: Vec<_> = insert.into_iter().map(|rev| world.revision(rev)).collect();
            let script = Script::stamp(&insert, &delete, Origin::Stamp, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Settle(verdict) => {
            let (row, revision) = world.unfinished()?;
            let script = Script::settle(row, revision, *verdict, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Repair(action) => {
            // What a row says is recorded before it is changed.
            world.state.rows = world.whole_rows(session, migrations).await?;
            let fixes = world.fixes(action)?;
            noticed.repaired = fixes.iter().map(Repaired::of).collect();
            let script = Script::repair(&fixes, &context);
            return Ok(Prepared { world, noticed, script });
        }
        Wanted::Adopt(tool) => {
            let (applied, unchanged) = adopt::applied(session, migrations, *tool, &world).await?;
            let insert: Vec<_> = applied.into_iter().map(|rev| world.revision(rev)).collect();
            let mut script = Script::stamp(&insert, &[], Origin::Adopt, &context);
            for unit in &mut script.units {
                unit.also = Some(unchanged.clone());
            }
            return Ok(Prepared { world, noticed, script });
        }
    };
    world.check_open(&steps, direction)?;
    if direction == Direction::Down {
        give_downs(session, &mut world, &steps, migrations).await?;
    }
    for rev in &steps {
        decide(session, &mut world, *rev, direction, ledger, &options.events).await;
    }
    let mut jobs = Vec::with_capacity(steps.len());
    for rev in steps {
        let resume = world.resume(rev, direction)?;
        jobs.push(Job { revision: world.revision(rev), direction, resume, marks: world.marks(rev) });
    }
    let script = Script::new(&jobs, &context)?;
    Ok(Prepared { world, noticed, script })
}

/// Finds out what became of the statement that ran when the process died which was taking this step, if there was one and
/// the server's catalog tells.
async fn decide(
    session: &mut Session<'_>,
    world: &mut World<'_>,
    rev: Rev,
    direction: Direction,
    ledger: &Ledger,
    events: &Events,
) {
    let Some(Doubt { row, number, probe }) = world.doubt(rev, direction) else { return };
    let known = probe.map_or(Some(Verdict::NoEffect), Probe::verdict);
    let verdict = match (known, probe.and_then(|probe| Some((probe, probe.sql(world.dialect, ledger, &row.id)?)))) {
        (Some(known), _) => Some(known),
        (None, Some((probe, sql))) => {
            // Who may not look at the catalog asks a person.
            let answer = session.texts(sql).await.unwrap_or_default();
            answer.first().and_then(|answer| probe.judge(answer))
        }
        (None, None) => None,
    };
    let Some(verdict) = verdict else { return };
    let id = row.id.clone();
    events.tell(&Event::Decided { revision: &id, number, took_effect: verdict == Verdict::TookEffect });
    world.decide(id, verdict);
}

/// Which rows a stamp adds and removes. A row that is open is replaced: somebody says how it ended; and all of them where
/// everything is forgotten first.
fn stamp_rows(world: &World<'_>, after: &plan::Applied, purge: bool) -> (Vec<Rev>, Vec<Text>) {
    let graph = world.graph();
    let mut delete = Vec::new();
    let mut kept = Vec::new();
    for row in &world.state.rows {
        let rev = graph.get(&row.id);
        match rev {
            Some(rev) if !purge && after.contains(rev) && row.state == RowState::Applied => kept.push(rev),
            rev => delete.push((rev, Text::Owned(row.id.clone()))),
        }
    }
    // Children first, as they would be taken back, and what is unknown before them. Rows of one moment have no order.
    delete.sort_by(|(one, id), (other, its)| (one.is_some(), other, id).cmp(&(other.is_some(), one, its)));
    let delete = delete.into_iter().map(|(_, id)| id).collect();
    let insert = graph.iter().filter(|&rev| after.contains(rev) && !kept.contains(&rev)).collect();
    (insert, delete)
}

/// Revisions that only the ledger knows are taken back with the SQL that it kept.
async fn give_downs(
    session: &mut Session<'_>,
    world: &mut World<'_>,
    steps: &[Rev],
    migrations: &Migrations,
) -> Result<(), Error> {
    let ids: Vec<String> =
        steps.iter().map(|rev| world.graph().id(*rev).to_owned()).filter(|id| world.unknown.contains(id)).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let (dialect, ledger) = (world.dialect, migrations.ledger());
    let sql = ledger.select_down(dialect, ids.iter().map(String::as_str));
    let downs =
        session.read_texts(sql).await.map_err(|source| Error::Ledger { table: ledger.name(dialect), source })?;
    let mut missing = Vec::new();
    for id in &ids {
        let down = downs.iter().find(|(row, _)| row == id).and_then(|(_, down)| down.as_deref());
        let stored = down.and_then(|text| StoredDown::read(text).ok());
        let revision = world.revisions_mut().iter_mut().find(|revision| revision.id == *id);
        let (Some(stored), Some(revision)) = (stored, revision) else {
            missing.push(Text::Owned(id.clone()));
            continue;
        };
        revision.bodies.push(Body {
            direction: Direction::Down,
            dialects: [dialect].into_iter().collect(),
            transactional: stored.transactional,
            tokens: migrate_core::Checksum::default(),
            statements: stored.statements,
            file: Text::Borrowed("(from the ledger)"),
        });
    }
    if missing.is_empty() { Ok(()) } else { Err(ScriptError::NoDown { ids: missing }.into()) }
}

/// Brings the database to what is wanted.
pub(crate) async fn run(
    session: &mut Session<'_>,
    migrations: &Migrations,
    wanted: &Wanted,
    options: &Options,
    lease: Option<Lease>,
) -> Result<Report, Error> {
    let limits = options.limits.or(migrations.preamble().limits);
    session.limit(limits);
    let mut run = Run {
        session,
        lease,
        limits,
        migrations,
        options,
        report: Report::default(),
        started: Instant::now(),
        waiting: None,
        locked: false,
        marks: None,
        seen: (Vec::new(), 0),
    };
    let result = {
        use tracing::instrument::{Instrument as _, WithSubscriber as _};
        let span = tracing::info_span!(target: "migrate", "migrate", wanted = wanted.name());
        let all = run.all(wanted).instrument(span);
        match options.events.are_observed() {
            true => all.with_subscriber(Notices::to(&options.events)).await,
            false => all.await,
        }
    };
    if run.locked {
        // If it fails the connection is not given back to its pool, and the server frees the lock with it.
        if run.session.look_back().await.is_ok() {
            let _ = run.session.unlock(migrations.ledger()).await;
        }
        if let Some(lease) = &mut run.lease {
            lease.release().await;
        }
    }
    result?;
    let mut report = run.report;
    report.elapsed = run.started.elapsed();
    Ok(report)
}

struct Run<'r, 'c> {
    session: &'r mut Session<'c>,
    migrations: &'r Migrations,
    options: &'r Options,
    lease: Option<Lease>,
    limits: Limits,
    report: Report,
    started: Instant,
    waiting: Option<Waiting>,
    locked: bool,
    /// The marks of open rows and when they changed last.
    marks: Option<(Marks, Instant)>,
    /// The rows that were found changed last, and how often since.
    seen: (Vec<Row>, u32),
}

/// Of each row in which a statement runs, or ran when its process died: its id, the statement, and how many are done. As
/// long as they change somebody is at work.
type Marks = Vec<(String, u32, u32)>;

fn marks(state: &State) -> Marks {
    let open = state.rows.iter().filter(|row| row.state != RowState::Applied && row.begun > row.done);
    open.map(|row| (row.id.clone(), row.begun, row.done)).collect()
}

struct Waiting {
    since: Instant,
    attempt: u32,
    reminded: Instant,
}

impl Run<'_, '_> {
    async fn all(&mut self, wanted: &Wanted) -> Result<(), Error> {
        'read: loop {
            let Some(state) = self.read(wanted).await? else { continue };
            if state.settled {
                let dialect = choose_dialect(self.migrations.preamble().dialects, state.dialect)?;
                self.options.events.planned(&Script::empty(dialect));
                return Ok(());
            }
            if self.somebody_is_at_work(&state, wanted).await? {
                continue;
            }
            let mut prepared = prepare(self.session, self.migrations, state, wanted, self.options).await?;
            let needs_lock = match &self.lease {
                Some(_) => !prepared.script.units.is_empty(),
                None => self.session.needs_lock(&prepared.script.units),
            };
            if !self.locked && needs_lock {
                self.lock().await?;
                continue;
            }
            if let Some(lease) = &self.lease {
                lease.protect(&mut prepared.script);
            }
            self.report.notice(self.migrations, &prepared.world, &prepared.noticed);
            self.options.events.planned(&prepared.script);
            for unit in &prepared.script.units {
                loop {
                    match self.leased_unit(unit).await? {
                        Outcome::Done => break,
                        Outcome::Busy => self.wait().await?,
                        Outcome::Changed if self.report.steps.is_empty() || !is_relative(wanted) => {
                            self.changed(prepared.world.state.rows).await?;
                            continue 'read;
                        }
                        Outcome::Changed => {
                            return Err(Error::Overtaken { report: Box::new(std::mem::take(&mut self.report)) });
                        }
                    }
                }
            }
            return Ok(());
        }
    }

    /// The ledger is not what was read from it. That happens when somebody was quicker; again and again with the same rows
    /// it does not.
    async fn changed(&mut self, rows: Vec<Row>) -> Result<(), Error> {
        if self.seen.0 != rows {
            self.seen = (rows, 0);
            return Ok(());
        }
        self.seen.1 += 1;
        if self.seen.1 > 4 {
            let reason = "its rows contradict each other: an id that stands there twice, or a number that cannot be";
            return Err(self.ledger_error(sqlx::Error::Decode(reason.into())));
        }
        self.wait().await
    }

    /// None if the database is locked at this moment.
    async fn read(&mut self, wanted: &Wanted) -> Result<Option<State>, Error> {
        // Who got the lock at once knows that there is something to do.
        let all = wanted.is_all() && (!self.locked || self.waiting.is_some());
        match read(self.session, self.migrations, all).await {
            Ok(state) => Ok(Some(state)),
            Err(error) if crate::driver::is_locked(&error) => {
                self.wait().await?;
                Ok(None)
            }
            Err(source) => Err(self.ledger_error(source)),
        }
    }

    fn ledger_error(&self, source: sqlx::Error) -> Error {
        Error::Ledger { table: self.migrations.ledger().name(self.session.family()), source }
    }

    /// An open row belongs to a process that is at work, or to one that died. The lock tells which; where there is none
    /// the row's marks do, if they go on changing.
    async fn somebody_is_at_work(&mut self, state: &State, wanted: &Wanted) -> Result<bool, Error> {
        if self.locked || state.rows.iter().all(|row| row.state == RowState::Applied) {
            return Ok(false);
        }
        if self.lease.is_some() || self.session.has_lock() {
            self.lock().await?;
            return Ok(true);
        }
        let marks = marks(state);
        // Who settles says that nobody is.
        if marks.is_empty() || matches!(wanted, Wanted::Settle(_) | Wanted::Repair(Action::Abandon(_))) {
            return Ok(false);
        }
        match &self.marks {
            Some((seen, since)) if *seen == marks => {
                if since.elapsed() > SILENCE {
                    // A statement may take longer than that. It holds the write lock.
                    if !self.session.is_being_written().await {
                        return Ok(false);
                    }
                    self.marks = Some((marks, Instant::now()));
                }
            }
            Some(_) | None => self.marks = Some((marks, Instant::now())),
        }
        self.wait().await?;
        Ok(true)
    }

    async fn lock(&mut self) -> Result<(), Error> {
        let ledger = self.migrations.ledger();
        loop {
            let locked = match &mut self.lease {
                Some(lease) => lease.try_take().await,
                None => self.session.try_lock(ledger).await,
            };
            match locked {
                Ok(true) => break,
                Ok(false) => self.wait().await?,
                Err(source) => return Err(self.ledger_error(source)),
            }
        }
        self.locked = true;
        if self.lease.is_some() {
            self.session.leased().await.map_err(|source| self.ledger_error(source))?;
        }
        self.session.look_there().await.map_err(|source| self.ledger_error(source))?;
        Ok(())
    }

    /// Runs a unit while the lease, if there is one, is renewed.
    async fn leased_unit(&mut self, unit: &Unit) -> Result<Outcome, Error> {
        use futures_util::future::{Either, select};
        let Some(mut lease) = self.lease.take() else { return self.unit(unit).await };
        let result = {
            let (work, keep) = (self.unit(unit), lease.keep());
            match select(std::pin::pin!(work), std::pin::pin!(keep)).await {
                Either::Left((result, _)) => Some(result),
                Either::Right(((), _)) => None,
            }
        };
        let lost = match &result {
            None => true,
            Some(Err(Error::Failed(failure))) => {
                matches!(&failure.cause, Cause::Driver(error) if crate::lease::is_lost(error))
            }
            Some(_) => false,
        };
        let holder = if lost { lease.who().await } else { None };
        self.lease = Some(lease);
        match result {
            Some(result) if !lost => result,
            Some(_) | None => Err(Error::LeaseLost { holder }),
        }
    }

    /// Sleeps before the next try, or gives up.
    async fn wait(&mut self) -> Result<(), Error> {
        let now = Instant::now();
        let waiting = self.waiting.get_or_insert(Waiting { since: now, attempt: 0, reminded: now - REMIND });
        let waited = waiting.since.elapsed();
        let give_up = waited >= self.options.lock_timeout;
        if give_up || waiting.reminded.elapsed() >= REMIND && waiting.attempt > 3 {
            waiting.reminded = now;
            let holder = match &mut self.lease {
                Some(lease) => lease.who().await,
                None => self.session.holder(self.migrations.ledger()).await,
            };
            if give_up {
                return Err(Error::LockTimeout { holder, waited });
            }
            self.options.events.tell(&Event::WaitingForLock { holder: holder.as_deref(), waited });
        }
        let sleep =
            pause::poll(waiting.attempt, self.options.seed).min(self.options.lock_timeout.saturating_sub(waited));
        waiting.attempt += 1;
        tokio::time::sleep(sleep).await;
        self.report.waited += sleep;
        Ok(())
    }

    async fn unit(&mut self, unit: &Unit) -> Result<Outcome, Error> {
        let started = Instant::now();
        let first = unit.steps.first();
        let span = tracing::debug_span!(
            target: "migrate",
            "unit",
            revision = first.map_or("", |step| step.id.as_ref()),
            revisions = unit.steps.len(),
            atomic = unit.atomic
        );
        let outcome = {
            use tracing::Instrument as _;
            self.patiently(unit).instrument(span).await?
        };
        match outcome {
            Outcome::Done => {
                let elapsed = started.elapsed() / u32::try_from(unit.steps.len().max(1)).unwrap_or(1);
                for step in &unit.steps {
                    let taken = Taken {
                        id: step.id.clone().into_owned(),
                        title: step.title.clone(),
                        direction: step.direction,
                        statements: step.statements,
                        elapsed,
                        stamped: step.stamp,
                    };
                    self.options.events.tell(&Event::RevisionFinished { taken: &taken });
                    self.report.steps.push(taken);
                }
                Ok(Outcome::Done)
            }
            other => Ok(other),
        }
    }

    /// Runs a unit, and what is left of it again where only a race for a lock was lost.
    async fn patiently(&mut self, unit: &Unit) -> Result<Outcome, Error> {
        let ledger = self.migrations.ledger();
        let mut rest = None;
        let mut attempt = 0;
        loop {
            let now: &Unit = rest.as_ref().unwrap_or(unit);
            let mut follow = Follow::new(&self.options.events, now);
            let failure = match self.session.run(now, ledger, &mut follow).await {
                // What is left of a unit has nobody to check the ledger for.
                Ok(Outcome::Busy) if rest.is_some() => {
                    self.wait().await?;
                    continue;
                }
                Ok(outcome) => return Ok(outcome),
                Err(failure) => failure,
            };
            let reason = match &failure.cause {
                Cause::Driver(error) if lost_race(error) => said(error),
                Cause::Driver(_) | Cause::ForeignKeys { .. } => return Err(self.failed(now, failure)),
            };
            let text = match failure.piece.and_then(|piece| now.pieces.get(piece)) {
                Some(Piece::Statement { statement, .. }) => statement.sql.clone(),
                Some(Piece::Control(_) | Piece::Ledger(_)) | None => Text::Borrowed(""),
            };
            let blockers = self.session.blockers(&text).await;
            attempt += 1;
            let of = self.limits.tries();
            let left = now.rest(failure.piece, ledger, self.session.family());
            let Some(left) = left.filter(|_| attempt < of) else {
                let mut error = self.failed(now, failure);
                if let Error::Failed(failure) = &mut error {
                    failure.tries = attempt;
                    failure.blockers = blockers;
                }
                return Err(error);
            };
            let pause = pause::retry(attempt - 1, self.options.seed);
            let revision = now.steps.first().map_or("", |step| step.id.as_ref());
            self.options.events.tell(&Event::Retry {
                revision,
                reason: &reason,
                blockers: &blockers,
                attempt,
                of,
                pause,
            });
            tokio::time::sleep(pause).await;
            rest = Some(left);
        }
    }

    fn failed(&mut self, unit: &Unit, failure: UnitFailure) -> Error {
        let UnitFailure { mut cause, piece, offset } = failure;
        let place = piece;
        let piece = place.and_then(|piece| unit.pieces.get(piece));
        let (step, statement, spot) = match piece {
            Some(Piece::Statement { step, number, statement }) => {
                let offset = offset.or_else(|| crate::locate::guess(&cause, &statement.sql));
                (&unit.steps[*step], Some(*number), Some(Spot::of(statement, offset)))
            }
            Some(Piece::Control(_) | Piece::Ledger(_)) | None => match (unit.step_at(place.unwrap_or(0)), cause) {
                (Some(step), kept) => {
                    cause = kept;
                    (step, None, None)
                }
                // A unit about the ledger alone.
                (None, Cause::Driver(source)) => return self.ledger_error(source),
                (None, other) => return self.ledger_error(sqlx::Error::Protocol(other.to_string())),
            },
        };
        let refused = cause.is_refusal();
        let left = match (unit.atomic, statement) {
            (_, _) if !refused => Left::Unknown,
            (true, _) => Left::Nothing,
            (false, Some(number)) => Left::Statements(number - 1),
            (false, None) => place.and_then(|place| unit.done_before(place)).map_or(Left::Unknown, Left::Statements),
        };
        let table = || self.migrations.preamble().ledger.name(self.session.family());
        let ledger = match piece {
            Some(Piece::Ledger(sql)) if refused && sql.starts_with("CREATE") => Some(LedgerWork::Table(table())),
            Some(Piece::Ledger(_)) if refused => Some(LedgerWork::Row(table())),
            Some(_) | None => None,
        };
        let file = self.migrations.path(&step.file);
        let mut report = std::mem::take(&mut self.report);
        report.elapsed = self.started.elapsed();
        Error::Failed(Box::new(Failure {
            revision: step.id.clone().into_owned(),
            direction: step.direction,
            statement: statement.map(|number| (number, step.statements)),
            file,
            line: spot.as_ref().map(|spot| spot.line),
            column: spot.as_ref().map(|spot| spot.column),
            text: spot.map(|spot| spot.text),
            ledger,
            cause,
            left,
            tries: 1,
            blockers: Vec::new(),
            report,
        }))
    }
}

/// The target means something else when the database has moved.
fn is_relative(wanted: &Wanted) -> bool {
    let from_here = |target: &Target| target.symbol().is_none();
    match wanted {
        Wanted::Upgrade(targets) | Wanted::Stamp { targets, .. } => targets.iter().any(from_here),
        Wanted::Downgrade(target) => from_here(target),
        Wanted::Adopt(_) | Wanted::Settle(_) | Wanted::Repair(_) => false,
    }
}
