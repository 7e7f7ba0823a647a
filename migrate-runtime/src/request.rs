//! What is wanted of a database, told step by step and done when it is awaited.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::{Duration, Instant};

use migrate_core::lease::Lock;
use migrate_core::limits::Limit;
use migrate_core::script::{Script, Transaction, Verdict};
use migrate_core::target::{Target, TargetError};

use crate::adopt::Tool;
use crate::database::Database;
use crate::divergence::Newer;
use crate::driver::{Detail, Outcome, Session};
use crate::error::Error;
use crate::event::{Event, Events, Follow};
use crate::executor::{self, REMIND};
use crate::failure::Cause;
use crate::migrations::{IntoTarget, Migrations};
use crate::pause;
use crate::prepare;
use crate::report::{Report, Status};
use crate::stop::{Stop, Stopped, StoppedAt};
use crate::wanted::{Options, Wanted};
use crate::world::{World, choose_dialect};

/// The future of a request. It is `Send`: it may be spawned.
pub type Request<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'a>>;

/// What all requests that change something have in common.
struct Common<'a> {
    migrations: &'a Migrations,
    database: Database<'a>,
    options: Options,
    wait: Option<Duration>,
}

impl<'a> Common<'a> {
    fn new(migrations: &'a Migrations, database: Database<'a>) -> Self {
        Common { migrations, database, options: Options::default(), wait: None }
    }

    async fn run(self, wanted: Result<Wanted, TargetError>) -> Result<Report, Error> {
        let events = self.options.events.clone();
        let result = self.run_unwatched(wanted).await;
        match &result {
            Ok(report) => events.tell(&Event::Finished { report }),
            Err(error) => events.tell(&Event::Failed { error }),
        }
        result
    }

    async fn run_unwatched(self, wanted: Result<Wanted, TargetError>) -> Result<Report, Error> {
        let wanted = wanted?;
        let Common { migrations, database, options, wait } = self;
        migrations.notice_stale();
        // Another handle on what was handed over; none if it is one connection.
        let (database, again) = match database.reopen() {
            Ok(again) => (again(), Some(again)),
            Err(database) => (database, None),
        };
        let mut session = open(database, migrations, wait, true, &options.events, options.stop.as_ref()).await?;
        executor::run(&mut session, migrations, &wanted, &options, again.as_deref()).await
    }

    async fn plan(self, wanted: Result<Wanted, TargetError>) -> Result<Script, Error> {
        let wanted = wanted?;
        let mut session = open(self.database, self.migrations, self.wait, false, &self.options.events, None).await?;
        let ledger = self.migrations.ledger();
        let table = ledger.name(session.family());
        let state = prepare::read(&mut session, self.migrations, wanted.is_all()).await;
        let state = state.map_err(|source| Error::Ledger { table, source })?;
        if state.settled {
            return Ok(Script::empty(choose_dialect(self.migrations.preamble().dialects, state.dialect)?));
        }
        Ok(prepare::prepare(&mut session, self.migrations, state, &wanted, &self.options).await?.script)
    }
}

/// The builder methods of all requests that change something, one or several databases: what holds for each run.
macro_rules! options {
    ($name:ident, $($options:ident).+) => {
        impl<'a> $name<'a> {
        /// How long to wait for another process that is migrating the same database. Ten minutes if not said: the
            /// other one is doing this one's work.
            pub fn lock_timeout(mut self, timeout: Duration) -> Self {
                self.$($options).+.lock_timeout = timeout;
                self
            }

            /// What keeps two processes apart: the server's own locks if not said here or in `migrate.toml`, or a lease
            /// for servers that have none. A lease is renewed on a second connection, so it needs a pool or a URL.
            pub fn lock(mut self, lock: Lock) -> Self {
                self.$($options).+.lock = Some(lock);
                self
            }

            /// How long a statement waits for a lock on a table or a row that the application holds; `None` is without
            /// end. A statement that waits makes all others wait behind it, so it gives up after five seconds if not
            /// said (here, in `migrate.toml`, or by the server's own `lock_timeout`), and is tried again: see
            /// [`Self::lock_retries`]. On PostgreSQL it is set for the transaction and nowhere else, so that a statement
            /// which stands in none, such as `CREATE INDEX CONCURRENTLY`, keeps the session's own; it makes nobody wait. MySQL and MariaDB count whole seconds. On SQLite it is the busy timeout, which
            /// stays as it is if not said.
            pub fn table_lock_timeout(mut self, timeout: impl Into<Limit>) -> Self {
                self.$($options).+.limits.table_lock = timeout.into();
                self
            }

            /// How long a statement may take; `None` is without end. As the server has it if not said. MySQL has such a
            /// limit for `SELECT` only.
            pub fn statement_timeout(mut self, timeout: impl Into<Limit>) -> Self {
                self.$($options).+.limits.statement = timeout.into();
                self
            }

            /// How often a statement is tried again that lost a race for a lock, with pauses between; ten times if not
            /// said.
            pub fn lock_retries(mut self, retries: u32) -> Self {
                self.$($options).+.limits.lock_retries = Some(retries);
                self
            }

            /// Stops when this future ends, a signal of the system for example: what runs is cancelled on its server
            /// (SQLite is asked to stop) instead of left to it, and the request ends with [`Error::Stopped`], which says
            /// what is committed. Dropping the request instead closes the connection, and a server that has a message in
            /// hand may go on with it. What cancels is sent on a second connection, so it needs a pool or a URL; on a
            /// connection that was handed over the run stops when the unit at work has ended.
            ///
            /// ```no_run
            /// # use migrate_runtime::{Migrations, embed_migrations};
            /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
            /// # async fn terminated() {}
            /// # async fn f(pool: &sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
            /// // `terminated()` may wait for tokio's `signal::ctrl_c()`.
            /// MIGRATIONS.upgrade(pool).stop_when(terminated()).await?;
            /// # Ok(())
            /// # }
            /// ```
            pub fn stop_when(mut self, signal: impl std::future::Future<Output = ()> + Send + 'static) -> Self {
                self.$($options).+.stop = Some($crate::stop::Stop::when(signal));
                self
            }
        }
    };
}
pub(crate) use options;

/// The builder methods of all requests that change one database, and how they are awaited.
macro_rules! request {
    ($name:ident) => {
        options!($name, common.options);

        impl<'a> $name<'a> {
            /// Keeps trying to connect for so long while the database is not there yet: refused, starting up, too many
            /// connections, name not known. A wrong password or a missing database fails at once.
            pub fn wait(mut self, at_most: Duration) -> Self {
                self.common.wait = Some(at_most);
                self
            }

            /// Tells what happens while it happens: that it waits, for whom, what runs, how far it is.
            ///
            /// ```no_run
            /// # use migrate_runtime::{Event, Migrations, embed_migrations};
            /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
            /// # async fn f(pool: &sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
            /// let report = MIGRATIONS.upgrade(pool).observe(|event| match event {
            ///     Event::WaitingForLock { holder, .. } => eprintln!("waiting for {holder:?}"),
            ///     Event::RevisionFinished { taken, .. } => eprintln!("{taken}"),
            ///     _ => (),
            /// });
            /// # report.await?;
            /// # Ok(())
            /// # }
            /// ```
            pub fn observe(mut self, observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Self {
                self.common.options.events = Events::observed_by(observer);
                self
            }

            /// What would run, made from the state that the database has now. Reads only.
            ///
            /// # Errors
            ///
            /// Those of reading and planning.
            pub fn plan(self) -> Request<'a, Script> {
                Box::pin(self.common.plan(self.wanted))
            }
        }

        impl<'a> IntoFuture for $name<'a> {
            type Output = Result<Report, Error>;
            type IntoFuture = Request<'a, Report>;

            fn into_future(self) -> Request<'a, Report> {
                Box::pin(self.common.run(self.wanted))
            }
        }
    };
}

/// An upgrade that has been described and not begun; await it.
///
/// ```no_run
/// # use migrate_runtime::{Migrations, Transaction, embed_migrations};
/// # use std::time::Duration;
/// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
/// # async fn f(pool: &sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
/// MIGRATIONS.upgrade(pool).await?;
/// MIGRATIONS
///     .upgrade(pool)
///     .to("heads")
///     .transaction(Transaction::Whole)
///     .lock_timeout(Duration::from_secs(60))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing happens before it is awaited"]
pub struct Upgrade<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Upgrade<'a> {
    pub(crate) fn new(migrations: &'a Migrations, database: Database<'a>) -> Self {
        Upgrade { common: Common::new(migrations, database), wanted: Ok(Wanted::Upgrade(vec![Target::heads()])) }
    }

    /// Up to here instead of all heads.
    pub fn to(self, target: impl IntoTarget) -> Self {
        let wanted = target.into_target().map(|target| Wanted::Upgrade(vec![target]));
        Upgrade { wanted, ..self }
    }

    /// Up to several targets.
    pub fn to_all<T: IntoTarget>(self, targets: impl IntoIterator<Item = T>) -> Self {
        let wanted = targets.into_iter().map(T::into_target).collect::<Result<_, _>>().map(Wanted::Upgrade);
        Upgrade { wanted, ..self }
    }

    /// How much goes into one transaction; each revision its own if not said.
    pub fn transaction(mut self, transaction: Transaction) -> Self {
        self.common.options.transaction = transaction;
        self
    }

    /// What to do about a database that is newer than this program; as `newer` in the settings says if not said, which
    /// goes on.
    pub fn newer(mut self, newer: Newer) -> Self {
        self.common.options.newer = Some(newer);
        self
    }
}

request!(Upgrade);

/// A downgrade that has been described and not begun; await it.
#[must_use = "nothing happens before it is awaited"]
pub struct Downgrade<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Downgrade<'a> {
    pub(crate) fn new(
        migrations: &'a Migrations,
        database: Database<'a>,
        target: Result<Target, TargetError>,
    ) -> Downgrade<'a> {
        Downgrade { common: Common::new(migrations, database), wanted: target.map(Wanted::Downgrade) }
    }

    /// How much goes into one transaction; each revision its own if not said.
    pub fn transaction(mut self, transaction: Transaction) -> Self {
        self.common.options.transaction = transaction;
        self
    }
}

request!(Downgrade);

/// A stamp that has been described and not begun; await it.
#[must_use = "nothing happens before it is awaited"]
pub struct Stamp<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Stamp<'a> {
    pub(crate) fn new(migrations: &'a Migrations, database: Database<'a>, target: Result<Target, TargetError>) -> Self {
        let wanted = target.map(|target| Wanted::Stamp { targets: vec![target], purge: false });
        Stamp { common: Common::new(migrations, database), wanted }
    }

    /// One more target.
    pub fn and(self, target: impl IntoTarget) -> Self {
        let wanted = self.wanted.and_then(|wanted| {
            let target = target.into_target()?;
            Ok(match wanted {
                Wanted::Stamp { mut targets, purge } => {
                    targets.push(target);
                    Wanted::Stamp { targets, purge }
                }
                other => other,
            })
        });
        Stamp { wanted, ..self }
    }

    /// Forgets all that the ledger says first: each row is written anew, with the texts of today.
    pub fn purge(self) -> Self {
        let wanted = self.wanted.map(|wanted| match wanted {
            Wanted::Stamp { targets, .. } => Wanted::Stamp { targets, purge: true },
            other => other,
        });
        Stamp { wanted, ..self }
    }
}

request!(Stamp);

/// A takeover from another tool that has been described and not begun; await it.
#[must_use = "nothing happens before it is awaited"]
pub struct Adopt<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Adopt<'a> {
    pub(crate) fn new(migrations: &'a Migrations, database: Database<'a>, tool: Tool) -> Self {
        Adopt { common: Common::new(migrations, database), wanted: Ok(Wanted::Adopt(tool)) }
    }
}

request!(Adopt);

/// A word about an unfinished revision that has been described and not said; await it.
#[must_use = "nothing happens before it is awaited"]
pub struct Settle<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Settle<'a> {
    pub(crate) fn new(migrations: &'a Migrations, database: Database<'a>, verdict: Verdict) -> Self {
        Settle { common: Common::new(migrations, database), wanted: Ok(Wanted::Settle(verdict)) }
    }
}

request!(Settle);

/// A repair that has been described and not begun; await it. See [`Repairs`](crate::Repairs).
#[must_use = "nothing happens before it is awaited"]
pub struct Repair<'a> {
    common: Common<'a>,
    wanted: Result<Wanted, TargetError>,
}

impl<'a> Repair<'a> {
    pub(crate) fn new(migrations: &'a Migrations, database: Database<'a>, wanted: Wanted) -> Self {
        Repair { common: Common::new(migrations, database), wanted: Ok(wanted) }
    }
}

request!(Repair);

/// A question about a database; await it. It reads with one `SELECT` and writes nothing.
#[must_use = "nothing happens before it is awaited"]
pub struct Read<'a, T> {
    migrations: &'a Migrations,
    database: Database<'a>,
    wait: Option<Duration>,
    /// Everything is read, not only what tells whether there is anything to do.
    full: bool,
    /// The answer if all of the set is applied and nothing else.
    settled: Option<fn(&Migrations) -> T>,
    /// Whether a newer database is refused where the settings say so.
    strict: bool,
    answer: fn(Status) -> Result<T, Error>,
}

impl<'a, T> Read<'a, T> {
    pub(crate) fn new(
        migrations: &'a Migrations,
        database: Database<'a>,
        answer: fn(Status) -> Result<T, Error>,
    ) -> Self {
        Read { migrations, database, wait: None, full: true, settled: None, strict: false, answer }
    }

    /// A short look does: if it finds that all of the set is applied and nothing else, this is the answer.
    pub(crate) fn brief(self, settled: fn(&Migrations) -> T) -> Self {
        Read { full: false, settled: Some(settled), ..self }
    }

    pub(crate) fn strict(self) -> Self {
        Read { strict: true, ..self }
    }

    /// Keeps trying to connect for so long while the database is not there yet.
    pub fn wait(mut self, at_most: Duration) -> Self {
        self.wait = Some(at_most);
        self
    }
}

impl<'a, T: 'a> IntoFuture for Read<'a, T> {
    type Output = Result<T, Error>;
    type IntoFuture = Request<'a, T>;

    fn into_future(self) -> Request<'a, T> {
        Box::pin(async move {
            self.migrations.notice_stale();
            let mut session = open(self.database, self.migrations, self.wait, false, &Events::default(), None).await?;
            let ledger = self.migrations.ledger();
            let table = ledger.name(session.family());
            let state = match self.full {
                true => session.read(ledger, Detail::Full).await,
                false => session.read_unless(ledger, self.migrations.preamble()).await,
            };
            let state = state.map_err(|source| Error::Ledger { table, source })?;
            if let (true, Some(answer)) = (state.settled, self.settled) {
                return Ok(answer(self.migrations));
            }
            let world = World::new(self.migrations, state)?;
            if self.strict {
                world.refuse_newer(&mut session, self.migrations, None).await?;
            }
            (self.answer)(world.status(&mut session, self.migrations).await?)
        })
    }
}

impl Migrations {
    /// Makes the ledger's table where there is none, and nothing else: true if it was made. Every upgrade does it by
    /// itself; this is for who must have it before, to grant rights on it.
    pub fn ensure_ledger<'a>(&'a self, database: impl Into<Database<'a>>) -> Request<'a, bool> {
        let database = database.into();
        Box::pin(async move {
            let mut session = open(database, self, None, true, &Events::default(), None).await?;
            let ledger = self.ledger();
            let failed = |family| move |source| Error::Ledger { table: ledger.name(family), source };
            let (started, at_most) = (Instant::now(), Options::default().lock_timeout);
            let (mut attempt, seed) = (0, pause::seed());
            loop {
                let state = session.read(ledger, Detail::Brief).await.map_err(failed(session.family()))?;
                if state.exists {
                    return Ok(false);
                }
                let dialect = choose_dialect(self.preamble().dialects, state.dialect)?;
                for unit in &Script::ensure_ledger(ledger, dialect).units {
                    match session.run(unit, ledger, &mut Follow::new(&Events::default(), unit)).await {
                        Ok(Outcome::Done) => return Ok(true),
                        Ok(Outcome::Busy | Outcome::Changed) => (),
                        Err(failure) => {
                            return Err(match failure.cause {
                                Cause::Driver(error) => failed(session.family())(error),
                                Cause::ForeignKeys { .. } | Cause::Stopped => {
                                    unreachable!("a table that is made drops none, and nobody can stop this")
                                }
                            });
                        }
                    }
                }
                let waited = started.elapsed();
                if waited >= at_most {
                    return Err(Error::LockTimeout { holder: session.holder(ledger).await, waited });
                }
                tokio::time::sleep(pause::for_lock(attempt, seed)).await;
                attempt += 1;
            }
        })
    }
}

/// Connects, and tries again while that can help.
pub(crate) async fn open<'c>(
    database: Database<'c>,
    migrations: &Migrations,
    wait: Option<Duration>,
    create: bool,
    events: &Events,
    stop: Option<&Stop>,
) -> Result<Session<'c>, Error> {
    use futures_util::future::{Either, select};
    let connecting = connect(database, migrations.schema().is_some(), wait, create, events);
    let mut session = match stop {
        None => connecting.await?,
        Some(stop) => match select(std::pin::pin!(connecting), std::pin::pin!(stop.said())).await {
            Either::Left((session, _)) => session?,
            Either::Right(_) => {
                return Err(Error::Stopped(Box::new(Stopped { at: StoppedAt::Between, report: Report::default() })));
            }
        },
    };
    session.enter(migrations)?;
    Ok(session)
}

/// `apart`: the connection is going to look into another schema than the one that it comes from.
async fn connect<'c>(
    database: Database<'c>,
    apart: bool,
    wait: Option<Duration>,
    create: bool,
    events: &Events,
) -> Result<Session<'c>, Error> {
    let Some(at_most) = wait else { return Session::open(database, apart, create).await };
    let started = Instant::now();
    let again = match database.reopen() {
        Ok(again) => again,
        // A connection is there already.
        Err(database) => return Session::open(database, apart, create).await,
    };
    let (mut attempt, seed) = (0, pause::seed());
    let mut said: Option<Instant> = None;
    loop {
        let left = at_most.saturating_sub(started.elapsed());
        match Session::open(again(), apart, create).await {
            Err(error) if error.is_transient() && !left.is_zero() => {
                if said.is_none_or(|said| said.elapsed() >= REMIND) {
                    said = Some(Instant::now());
                    events.tell(&Event::WaitingForDatabase { reason: &error, left });
                }
                tokio::time::sleep(pause::for_server(attempt, seed).min(left)).await;
                attempt += 1;
            }
            result => return result,
        }
    }
}
