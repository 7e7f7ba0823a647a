//! The one loop that applies, takes back and stamps: read, plan, script, run unit by unit; and again from the start when
//! another process was quicker.

use std::time::{Duration, Instant};

use migrate_core::lease::Lock;
use migrate_core::ledger::{Row, RowState};
use migrate_core::limits::Limits;
use migrate_core::script::{Piece, Script, Unit};
use migrate_core::target::Target;
use migrate_core::{Dialect, Text};

use crate::driver::{Outcome, Session, State, UnitFailure, lost_race};
use crate::error::Error;
use crate::event::{Event, Follow};
use crate::failure::{Cause, Failure, LedgerWork, Left, said};
use crate::lease::Lease;
use crate::locate::Spot;
use crate::migrations::Migrations;
use crate::notices::Notices;
use crate::pause;
use crate::prepare::{prepare, read};
use crate::repair::Action;
use crate::report::{Report, Taken};
use crate::stop::{Again, Breaker, Stopped, StoppedAt};
use crate::wanted::{Options, Wanted};
use crate::world::{choose_dialect, open_direction};

/// A row that is open on SQLite, where no lock tells whether its process lives, counts as abandoned when its marks stand
/// still for so long.
const SILENCE: Duration = Duration::from_secs(10);

/// Warnings about waiting come at this distance.
pub(crate) const REMIND: Duration = Duration::from_secs(5);

/// Brings the database to what is wanted. `again` connects to it once more; none if one connection is all there is.
pub(crate) async fn run<'c>(
    session: &mut Session<'c>,
    migrations: &Migrations,
    wanted: &Wanted,
    options: &Options,
    again: Option<Again<'_, 'c>>,
) -> Result<Report, Error> {
    let lease = match (options.lock.unwrap_or(migrations.preamble().lock), again) {
        (Lock::Server, _) => None,
        (Lock::Lease, None) => return Err(Error::LeaseNeedsPool),
        (Lock::Lease, Some(again)) => Some(Lease::open(&again(), migrations.ledger(), &options.by.client).await?),
    };
    let limits = options.limits.or(migrations.preamble().limits);
    session.limit(limits);
    let table = migrations.ledger().name(session.family());
    let breaker = match options.stop {
        Some(_) => Some(session.arm().await.map_err(|source| Error::Ledger { table, source })?),
        None => None,
    };
    let mut run = Run {
        session,
        again,
        breaker,
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
    if run.breaker.is_some() {
        run.session.disarm().await;
    }
    result?;
    let mut report = run.report;
    report.elapsed = run.started.elapsed();
    Ok(report)
}

struct Run<'r, 'c> {
    session: &'r mut Session<'c>,
    again: Option<Again<'r, 'c>>,
    /// What breaks off what runs, where somebody may say so.
    breaker: Option<Breaker>,
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
            if self.locked && self.server_is_at_work(&state).await? {
                self.wait().await?;
                continue;
            }
            let mut prepared = prepare(self.session, self.migrations, state, wanted, self.options).await?;
            if self.lease.is_some()
                && let Some((step, statement)) = prepared.script.locks_tables()
            {
                return Err(Error::LeaseAndTableLocks {
                    revision: step.id.clone().into_owned(),
                    file: self.migrations.path(&step.file),
                    line: statement.line,
                });
            }
            let needs_lock = match &self.lease {
                Some(_) => !prepared.script.units.is_empty(),
                None => self.session.needs_lock(&prepared.script.units),
            };
            if !self.locked && needs_lock {
                self.lock().await?;
                continue;
            }
            match &self.lease {
                Some(lease) => lease.protect(&mut prepared.script, &self.session.placed(self.migrations.ledger())),
                None => prepared.script.open_ahead(),
            }
            prepared.script.flush_at_the_end();
            self.report.notice(self.migrations, &prepared.world, &prepared.noticed);
            self.options.events.planned(&prepared.script);
            for unit in &prepared.script.units {
                loop {
                    if let Err(stopped) = self.go_on() {
                        self.withdraw(unit).await;
                        return Err(stopped);
                    }
                    match self.stoppable_unit(unit).await? {
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

    /// The process that began the statement of an open row is gone, and the server still works on it.
    async fn server_is_at_work(&mut self, state: &State) -> Result<bool, Error> {
        let begun = |row: &&Row| row.state != RowState::Applied && row.begun > row.done;
        for row in state.rows.iter().filter(begun) {
            let Some(rev) = self.migrations.graph().get(&row.id) else { continue };
            let body = self.migrations.revision(rev).body(open_direction(row), state.dialect);
            let statement = body.and_then(|body| body.statements.get(row.begun as usize - 1));
            if let Some(statement) = statement
                && self.session.is_running(&statement.sql).await.map_err(|source| self.ledger_error(source))?
            {
                return Ok(true);
            }
        }
        Ok(false)
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

    /// An error if somebody said that the run is to stop.
    fn go_on(&mut self) -> Result<(), Error> {
        match &self.options.stop {
            Some(stop) if stop.is_said() => Err(self.stopped(StoppedAt::Between)),
            Some(_) | None => Ok(()),
        }
    }

    /// Takes away the row of a unit that is not begun after all. If that fails, the next run looks what became of it.
    async fn withdraw(&mut self, unit: &Unit) {
        let (true, Some(step)) = (unit.opened, unit.steps.first()) else { return };
        let ledger = self.session.placed(self.migrations.ledger());
        let withdraw = ledger.withdraw(self.session.family(), &step.id);
        let _ = self.session.affect(withdraw).await;
    }

    fn stopped(&mut self, at: StoppedAt) -> Error {
        let mut report = std::mem::take(&mut self.report);
        report.elapsed = self.started.elapsed();
        Error::Stopped(Box::new(Stopped { at, report }))
    }

    /// Runs a unit, and has the server break it off when somebody says so.
    async fn stoppable_unit(&mut self, unit: &Unit) -> Result<Outcome, Error> {
        use futures_util::future::{Either, select};
        let (Some(stop), Some(breaker)) = (self.options.stop.clone(), self.breaker.clone()) else {
            return self.leased_unit(unit).await;
        };
        let revision = unit.steps.first().map(|step| step.id.as_ref());
        let (again, events) = (self.again, self.options.events.clone());
        let result = {
            let mut work = std::pin::pin!(self.leased_unit(unit));
            match select(work.as_mut(), std::pin::pin!(stop.said())).await {
                Either::Left((result, _)) => return result,
                Either::Right(_) => {
                    events.tell(&Event::Stopping { revision });
                    breaker.end(again, work).await
                }
            }
        };
        match result {
            Some(Err(Error::Failed(mut failure))) if failure.is_broken_off() => {
                failure.cause = Cause::Stopped;
                let report = failure.report.clone();
                Err(Error::Stopped(Box::new(Stopped { at: StoppedAt::Within(failure), report })))
            }
            Some(result) => result,
            None => {
                // The connection waits for an answer: it is closed, and what it holds goes with it.
                self.session.soil();
                self.locked = false;
                Err(self.stopped(StoppedAt::Unanswered { revision: revision.unwrap_or_default().to_owned() }))
            }
        }
    }

    /// Sleeps; false if somebody says meanwhile that the run is to stop.
    async fn sleep(&self, duration: Duration) -> bool {
        use futures_util::future::{Either, select};
        let slept = tokio::time::sleep(duration);
        let Some(stop) = &self.options.stop else {
            slept.await;
            return true;
        };
        matches!(select(std::pin::pin!(slept), std::pin::pin!(stop.said())).await, Either::Left(_))
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
        if give_up || waiting.reminded.elapsed() >= REMIND && waiting.attempt > 5 {
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
            pause::for_lock(waiting.attempt, self.options.seed).min(self.options.lock_timeout.saturating_sub(waited));
        waiting.attempt += 1;
        if !self.sleep(sleep).await {
            return Err(self.stopped(StoppedAt::Between));
        }
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
        let ledger = &self.session.placed(self.migrations.ledger());
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
                Cause::Driver(_) | Cause::ForeignKeys { .. } | Cause::Stopped => return Err(self.failed(now, failure)),
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
            if !self.sleep(pause).await {
                return Err(self.failed(now, failure));
            }
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
            unflushed: matches!(self.session.family(), Dialect::Postgres) && !report.steps.is_empty(),
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
