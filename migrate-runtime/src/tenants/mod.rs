//! Many targets of one set: several databases, or several schemas of one. Each has a plan, a ledger and a lock of its own;
//! a few are worked on at once, and one that fails neither stops nor hides the others.

mod reports;

use std::collections::BTreeSet;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use migrate_core::lease::Lock;
use migrate_core::limits::Limit;
use migrate_core::script::Transaction;
use migrate_core::target::{Target, TargetError};

use crate::database::Database;
use crate::divergence::Newer;
use crate::driver::{Detail, Session};
use crate::error::Error;
use crate::event::{Event, Events};
use crate::executor;
use crate::migrations::{IntoTarget, Migrations};
use crate::report::{Report, Status};
use crate::request::{self, Request, options};
use crate::schema::Schema;
use crate::stop::{Again, Stop};
use crate::wanted::{Options, Wanted};
use crate::world::World;

pub use reports::{Reports, Tenant};

/// How many targets are worked on at once if nobody says.
const PARALLEL: usize = 4;

/// Where the targets are.
enum Source<'a> {
    Databases(Vec<Database<'a>>),
    Schemas(Database<'a>, Vec<Schema>),
}

/// What is done to each target.
trait Work: Sync {
    type Output: Send;

    fn run<'w>(&'w self, name: &'w str, place: Place<'w, '_>) -> Step<'w, Self::Output>;

    /// What says that it is to stop.
    fn stop(&self) -> Option<&Stop> {
        None
    }
}

/// Where something is done.
struct Place<'w, 'c> {
    session: &'w mut Session<'c>,
    migrations: &'w Migrations,
    /// Connects there once more.
    again: Option<Again<'w, 'c>>,
}

type Step<'w, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send + 'w>>;

/// Called with the name of a target and what happens there.
type Observer = Arc<dyn Fn(&str, &Event<'_>) + Send + Sync>;

struct Run {
    wanted: Wanted,
    options: Options,
    observer: Option<Observer>,
}

impl Work for Run {
    type Output = Report;

    fn run<'w>(&'w self, name: &'w str, place: Place<'w, '_>) -> Step<'w, Report> {
        let Place { session, migrations, again } = place;
        let mut options = self.options.clone();
        if let Some(observer) = self.observer.clone() {
            let name = name.to_owned();
            options.events = Events::observed_by(move |event| observer(&name, event));
        }
        Box::pin(async move {
            let result = executor::run(session, migrations, &self.wanted, &options, again).await;
            match &result {
                Ok(report) => options.events.tell(&Event::Finished { report }),
                Err(error) => options.events.tell(&Event::Failed { error }),
            }
            result
        })
    }

    fn stop(&self) -> Option<&Stop> {
        self.options.stop.as_ref()
    }
}

struct Look;

impl Work for Look {
    type Output = Status;

    fn run<'w>(&'w self, _name: &'w str, place: Place<'w, '_>) -> Step<'w, Status> {
        Box::pin(async move {
            let Place { session, migrations, .. } = place;
            let ledger = migrations.ledger();
            let table = ledger.name(session.family());
            let state = session.read(ledger, Detail::Full).await.map_err(|source| Error::Ledger { table, source })?;
            let world = World::new(migrations, state)?;
            if !world.state.exists {
                crate::schema::require(session, migrations, world.dialect).await?;
            }
            world.status(session, migrations).await
        })
    }
}

/// Called with each target when it is done.
type Each<'a, T> = Box<dyn Fn(&Tenant<T>) + Send + Sync + 'a>;

/// What all requests about several targets have in common.
struct Common<'a, T> {
    migrations: &'a Migrations,
    source: Source<'a>,
    parallel: usize,
    wait: Option<Duration>,
    each: Option<Each<'a, T>>,
}

impl<'a, T: Send> Common<'a, T> {
    fn new(migrations: &'a Migrations, source: Source<'a>) -> Self {
        Common { migrations, source, parallel: PARALLEL, wait: None, each: None }
    }

    async fn run(self, work: &impl Work<Output = T>, create: bool) -> Reports<T> {
        let started = Instant::now();
        let Common { migrations, source, parallel, wait, each } = self;
        let desk = Desk { migrations, wait, create, each, gone: AtomicBool::new(false), done: Mutex::new(Vec::new()) };
        match source {
            Source::Databases(databases) => desk.databases(databases, parallel, work).await,
            Source::Schemas(database, schemas) => {
                let mut seen = BTreeSet::new();
                let schemas: Vec<Schema> = schemas.into_iter().filter(|it| seen.insert(it.name().to_owned())).collect();
                desk.schemas(database, &schemas, parallel, work).await;
            }
        }
        let mut done = desk.done.into_inner().expect("nobody panics with it in hand");
        done.sort_by_key(|(at, _)| *at);
        let targets = done.into_iter().map(|(_, tenant)| tenant).collect();
        Reports { targets, elapsed: started.elapsed() }
    }
}

/// Where those who work meet.
struct Desk<'a, T> {
    migrations: &'a Migrations,
    wait: Option<Duration>,
    create: bool,
    each: Option<Each<'a, T>>,
    /// Somebody has waited for the server, and it did not come: the others need not wait as long again.
    gone: AtomicBool,
    done: Mutex<Vec<(usize, Tenant<T>)>>,
}

impl<'a, T: Send> Desk<'a, T> {
    async fn databases(&self, databases: Vec<Database<'a>>, parallel: usize, work: &impl Work<Output = T>) {
        let workers = parallel.min(databases.len());
        let numbered = databases.into_iter().enumerate().map(|(at, database)| (at, database.title(at), database));
        let queue = Mutex::new(numbered);
        let worker = async || loop {
            let next = queue.lock().expect("nobody panics with it in hand").next();
            let Some((at, name, database)) = next else { return };
            let started = Instant::now();
            let result = self.database(database, &name, work).await;
            self.finish(at, name, started, result);
        };
        join_all((0..workers).map(|_| worker())).await;
    }

    async fn database(&self, database: Database<'a>, name: &str, work: &impl Work<Output = T>) -> Result<T, Error> {
        let (database, again) = match database.reopen() {
            Ok(again) => (again(), Some(again)),
            Err(database) => (database, None),
        };
        let mut session =
            request::open(database, self.migrations, self.wait, self.create, &Events::default(), work.stop()).await?;
        let place = Place { session: &mut session, migrations: self.migrations, again: again.as_deref() };
        work.run(name, place).await
    }

    async fn schemas(&self, database: Database<'a>, schemas: &[Schema], parallel: usize, work: &impl Work<Output = T>) {
        let next = AtomicUsize::new(0);
        let most = database.most_connections();
        match database.reopen() {
            Ok(again) => {
                let workers = parallel.min(schemas.len()).min(most);
                join_all((0..workers).map(|_| self.worker(&*again, schemas, &next, work))).await;
            }
            // There is one connection, and there will be no other.
            Err(database) => self.one_by_one(database, schemas, work).await,
        }
    }

    /// Takes one schema after the other on one connection: connecting costs more than a target that is up to date.
    async fn worker(
        &self,
        again: &(dyn Fn() -> Database<'a> + Send + Sync + '_),
        schemas: &[Schema],
        next: &AtomicUsize,
        work: &impl Work<Output = T>,
    ) {
        let mut session: Option<Session<'a>> = None;
        while let Some((at, schema)) = take(schemas, next) {
            let started = Instant::now();
            let aimed = self.migrations.in_schema(schema.clone());
            let ready = match session.take() {
                Some(mut session) => session.enter(&aimed).map(|()| session),
                None => self.open(again(), &aimed, work.stop()).await,
            };
            let result = match ready {
                Ok(mut open) => {
                    let place = Place { session: &mut open, migrations: &aimed, again: Some(again) };
                    let result = work.run(schema.name(), place).await;
                    // What an error leaves on a connection is nobody's business.
                    session = Some(open).filter(|_| result.is_ok());
                    result
                }
                Err(error) => Err(error),
            };
            self.finish(at, schema.name().to_owned(), started, result);
        }
    }

    async fn open(
        &self,
        database: Database<'a>,
        aimed: &Migrations,
        stop: Option<&Stop>,
    ) -> Result<Session<'a>, Error> {
        let wait = self.wait.filter(|_| !self.gone.load(Ordering::Relaxed));
        let opened = request::open(database, aimed, wait, self.create, &Events::default(), stop).await;
        if opened.as_ref().is_err_and(Error::is_transient) {
            self.gone.store(true, Ordering::Relaxed);
        }
        opened
    }

    async fn one_by_one(&self, database: Database<'a>, schemas: &[Schema], work: &impl Work<Output = T>) {
        let mut session = Session::open(database, true, self.create).await.ok();
        for (at, schema) in schemas.iter().enumerate() {
            let started = Instant::now();
            let aimed = self.migrations.in_schema(schema.clone());
            let result = match session.as_mut() {
                Some(session) => match session.enter(&aimed) {
                    Ok(()) => work.run(schema.name(), Place { session, migrations: &aimed, again: None }).await,
                    Err(error) => Err(error),
                },
                // A connection that is there is refused for one reason.
                None => Err(Error::InTransaction),
            };
            self.finish(at, schema.name().to_owned(), started, result);
        }
    }

    fn finish(&self, at: usize, name: String, started: Instant, result: Result<T, Error>) {
        let tenant = Tenant { name, result, elapsed: started.elapsed() };
        if let Some(each) = &self.each {
            each(&tenant);
        }
        self.done.lock().expect("nobody panics with it in hand").push((at, tenant));
    }
}

fn take<'s>(schemas: &'s [Schema], next: &AtomicUsize) -> Option<(usize, &'s Schema)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, schemas.get(at)?))
}

/// Upgrades or downgrades of several targets that have been described and not begun; await them.
///
/// Awaited, it is [`Error::Targets`] if any of them failed; all are tried all the same.
///
/// ```no_run
/// # use migrate_runtime::{Migrations, embed_migrations};
/// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
/// # async fn f(a: sqlx::SqlitePool, b: sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
/// let reports = MIGRATIONS.upgrade_all([&a, &b]).parallel(2).await?;
/// println!("{reports}");
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing happens before it is awaited"]
pub struct Targets<'a> {
    common: Common<'a, Report>,
    wanted: Result<Wanted, TargetError>,
    options: Options,
    observer: Option<Observer>,
}

options!(Targets, options);

impl<'a> Targets<'a> {
    fn new(migrations: &'a Migrations, source: Source<'a>, wanted: Result<Wanted, TargetError>) -> Self {
        Targets { common: Common::new(migrations, source), wanted, options: Options::default(), observer: None }
    }

    /// Up to here instead of all heads; of a downgrade, down to here.
    pub fn to(self, target: impl IntoTarget) -> Self {
        self.to_all([target])
    }

    /// Up to several targets; of a downgrade the first one counts.
    pub fn to_all<T: IntoTarget>(self, targets: impl IntoIterator<Item = T>) -> Self {
        let targets: Result<Vec<Target>, _> = targets.into_iter().map(T::into_target).collect();
        let wanted = self.wanted.and_then(|wanted| {
            let targets = targets?;
            Ok(match wanted {
                Wanted::Downgrade(old) => Wanted::Downgrade(targets.into_iter().next().unwrap_or(old)),
                _ => Wanted::Upgrade(targets),
            })
        });
        Targets { wanted, ..self }
    }

    /// How many are worked on at once; 4 if not said, and never more than a pool has connections.
    pub fn parallel(mut self, at_most: usize) -> Self {
        self.common.parallel = at_most.max(1);
        self
    }

    /// Keeps trying to connect for so long while the server is not there yet.
    pub fn wait(mut self, at_most: Duration) -> Self {
        self.common.wait = Some(at_most);
        self
    }

    /// How much goes into one transaction; each revision its own if not said.
    pub fn transaction(mut self, transaction: Transaction) -> Self {
        self.options.transaction = transaction;
        self
    }

    /// What to do about a target that is newer than this program.
    pub fn newer(mut self, newer: Newer) -> Self {
        self.options.newer = Some(newer);
        self
    }

    /// Calls this with each target as soon as it is done.
    pub fn each(mut self, each: impl Fn(&Tenant) + Send + Sync + 'a) -> Self {
        self.common.each = Some(Box::new(each));
        self
    }

    /// Tells what happens while it happens, with the name of the target where it does: several are worked on at once.
    pub fn observe(mut self, observer: impl Fn(&str, &Event<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// What became of each, also where some failed.
    ///
    /// # Errors
    ///
    /// What was asked for is no target.
    pub fn reports(self) -> Request<'a, Reports> {
        Box::pin(async move {
            let work = Run { wanted: self.wanted?, options: self.options, observer: self.observer };
            Ok(self.common.run(&work, true).await)
        })
    }
}

impl<'a> IntoFuture for Targets<'a> {
    type Output = Result<Reports, Error>;
    type IntoFuture = Request<'a, Reports>;

    fn into_future(self) -> Request<'a, Reports> {
        Box::pin(async move {
            let reports = self.reports().await?;
            let failed = reports.failed().next().is_some();
            if failed { Err(Error::Targets(Box::new(reports))) } else { Ok(reports) }
        })
    }
}

/// A question about several targets; await it. It reads, and writes nothing.
#[must_use = "nothing happens before it is awaited"]
pub struct Survey<'a> {
    common: Common<'a, Status>,
}

impl<'a> Survey<'a> {
    /// How many are asked at once; 4 if not said, and never more than a pool has connections.
    pub fn parallel(mut self, at_most: usize) -> Self {
        self.common.parallel = at_most.max(1);
        self
    }

    /// Keeps trying to connect for so long while the server is not there yet.
    pub fn wait(mut self, at_most: Duration) -> Self {
        self.common.wait = Some(at_most);
        self
    }
}

impl<'a> IntoFuture for Survey<'a> {
    type Output = Result<Reports<Status>, Error>;
    type IntoFuture = Request<'a, Reports<Status>>;

    fn into_future(self) -> Request<'a, Reports<Status>> {
        Box::pin(async move { Ok(self.common.run(&Look, false).await) })
    }
}

impl Migrations {
    /// Upgrades several databases: pools, connections or URLs. See [`Targets`].
    pub fn upgrade_all<'a, D: Into<Database<'a>>>(&'a self, databases: impl IntoIterator<Item = D>) -> Targets<'a> {
        let source = Source::Databases(databases.into_iter().map(Into::into).collect());
        Targets::new(self, source, Ok(Wanted::Upgrade(vec![Target::heads()])))
    }

    /// Upgrades several schemas of a PostgreSQL database, or several databases of a MySQL or MariaDB server. Each has a
    /// ledger and a lock of its own. See [`Targets`].
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, Schema, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f(url: &str) -> Result<(), migrate_runtime::Error> {
    /// let tenants = ["acme", "initech"].map(|name| Schema::new(name).create());
    /// println!("{}", MIGRATIONS.upgrade_schemas(url, tenants).parallel(8).await?);
    /// # Ok(())
    /// # }
    /// ```
    pub fn upgrade_schemas<'a, S: Into<Schema>>(
        &'a self,
        database: impl Into<Database<'a>>,
        schemas: impl IntoIterator<Item = S>,
    ) -> Targets<'a> {
        let source = Source::Schemas(database.into(), schemas.into_iter().map(Into::into).collect());
        Targets::new(self, source, Ok(Wanted::Upgrade(vec![Target::heads()])))
    }

    /// The names of schemas, for [`Migrations::upgrade_schemas`]: the first column of a query, which must be text.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f(pool: &sqlx::SqlitePool) -> Result<(), migrate_runtime::Error> {
    /// let tenants = MIGRATIONS.schemas_from(pool, "SELECT schema_name FROM customers ORDER BY 1").await?;
    /// MIGRATIONS.upgrade_schemas(pool, tenants).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn schemas_from<'a>(
        &'a self,
        database: impl Into<Database<'a>>,
        query: impl Into<String>,
    ) -> Request<'a, Vec<String>> {
        let (database, query) = (database.into(), query.into());
        Box::pin(async move {
            let mut session = request::open(database, self, None, false, &Events::default(), None).await?;
            session.texts(query).await.map_err(|source| Error::SchemasFrom { source })
        })
    }

    /// Takes revisions back in several databases until `target` is what each has. See [`Targets`].
    pub fn downgrade_all<'a, D: Into<Database<'a>>>(
        &'a self,
        databases: impl IntoIterator<Item = D>,
        target: impl IntoTarget,
    ) -> Targets<'a> {
        let source = Source::Databases(databases.into_iter().map(Into::into).collect());
        Targets::new(self, source, target.into_target().map(Wanted::Downgrade))
    }

    /// Takes revisions back in several schemas until `target` is what each has. See [`Targets`].
    pub fn downgrade_schemas<'a, S: Into<Schema>>(
        &'a self,
        database: impl Into<Database<'a>>,
        schemas: impl IntoIterator<Item = S>,
        target: impl IntoTarget,
    ) -> Targets<'a> {
        let source = Source::Schemas(database.into(), schemas.into_iter().map(Into::into).collect());
        Targets::new(self, source, target.into_target().map(Wanted::Downgrade))
    }

    /// What several databases look like. Reads only.
    pub fn status_all<'a, D: Into<Database<'a>>>(&'a self, databases: impl IntoIterator<Item = D>) -> Survey<'a> {
        let source = Source::Databases(databases.into_iter().map(Into::into).collect());
        Survey { common: Common::new(self, source) }
    }

    /// What several schemas look like. Reads only.
    pub fn status_schemas<'a, S: Into<Schema>>(
        &'a self,
        database: impl Into<Database<'a>>,
        schemas: impl IntoIterator<Item = S>,
    ) -> Survey<'a> {
        let source = Source::Schemas(database.into(), schemas.into_iter().map(Into::into).collect());
        Survey { common: Common::new(self, source) }
    }
}
