//! A set of migrations in a program, and the questions it answers without a database.

use std::fmt;
use std::sync::{Arc, OnceLock};

use migrate_core::graph::{Graph, GraphError, Node, Rev};
use migrate_core::ledger::Ledger;
use migrate_core::packed::{Preamble, Set};
use migrate_core::script::Verdict;
use migrate_core::target::{Target, TargetError};
use migrate_core::{Revision, Text};

use crate::adopt::Tool;
use crate::database::Database;
use crate::request::{Adopt, Downgrade, Read, Settle, Stamp, Upgrade};
use crate::schema::Schema;

/// A set of migrations: what `embed_migrations!` makes. Cheap to make and meant for a `static`; the embedded text is
/// decoded when it is first needed.
///
/// ```no_run
/// use migrate_runtime::{Migrations, embed_migrations};
///
/// static MIGRATIONS: Migrations = embed_migrations!("../migrations");
///
/// # async fn start() -> Result<(), Box<dyn std::error::Error>> {
/// let report = MIGRATIONS.upgrade("sqlite://shop.db").await?;
/// println!("{report}");
/// # Ok(())
/// # }
/// ```
pub struct Migrations {
    packed: &'static str,
    /// Where the folder was when a debug build was made; none in release builds.
    folder: Option<&'static str>,
    preamble: OnceLock<Preamble>,
    loaded: OnceLock<Arc<Loaded>>,
    /// Where it works, if it is one schema of several.
    place: Option<(Schema, Ledger)>,
}

struct Loaded {
    set: Set,
    graph: Graph,
}

impl Migrations {
    /// For the macro, which has checked all of it.
    #[doc(hidden)]
    pub const fn __embedded(packed: &'static str, folder: Option<&'static str>) -> Migrations {
        Migrations { packed, folder, preamble: OnceLock::new(), loaded: OnceLock::new(), place: None }
    }

    /// From a set that was read a moment ago, as the command does.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the graph.
    pub fn from_set(mut set: Set) -> Result<Migrations, Vec<GraphError>> {
        let graph = Graph::new(set.revisions.iter().map(Node::from))?;
        set.revisions.sort_by_key(|revision| graph.get(&revision.id));
        let preamble = OnceLock::from(set.preamble.clone());
        let loaded = OnceLock::from(Arc::new(Loaded { set, graph }));
        Ok(Migrations { packed: "", folder: None, preamble, loaded, place: None })
    }

    /// The same migrations, aimed at one schema of a PostgreSQL database or at one database of a MySQL or MariaDB server:
    /// names without a schema mean those in it, and it has a ledger of its own. The connection comes back as it was.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f(url: &str) -> Result<(), migrate_runtime::Error> {
    /// MIGRATIONS.in_schema("tenant_7").upgrade(url).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// For many of them see [`Migrations::upgrade_schemas`].
    #[must_use]
    pub fn in_schema(&self, schema: impl Into<Schema>) -> Migrations {
        let schema = schema.into();
        let ledger = schema.ledger(&self.preamble().ledger);
        Migrations {
            packed: self.packed,
            folder: self.folder,
            preamble: OnceLock::from(self.preamble().clone()),
            loaded: OnceLock::from(self.shared().clone()),
            place: Some((schema, ledger)),
        }
    }

    /// The schema it is aimed at; none = wherever the connection looks.
    pub fn schema(&self) -> Option<&Schema> {
        self.place.as_ref().map(|(schema, _)| schema)
    }

    /// The ledger of what it is aimed at.
    pub(crate) fn ledger(&self) -> &Ledger {
        self.place.as_ref().map_or(&self.preamble().ledger, |(_, ledger)| ledger)
    }

    /// Where a file is, for people.
    pub(crate) fn path(&self, file: &str) -> String {
        let folder = &self.preamble().folder;
        if folder.is_empty() || file.starts_with('(') { file.to_owned() } else { format!("{folder}/{file}") }
    }

    /// Of these revisions, which the database has and this set has not, those that have a file in the folder: they were
    /// not there when the program was built. Known in debug builds only.
    pub(crate) fn stale<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Vec<String> {
        let ids: Vec<&String> = ids.into_iter().collect();
        if ids.is_empty() { Vec::new() } else { crate::stale::in_folder(self.set(), self.folder, &ids) }
    }

    /// Says in a debug build that the folder has files which the program does not; once.
    pub(crate) fn notice_stale(&self) {
        if self.folder.is_some() {
            self.shared();
        }
    }

    /// What is said of all revisions. They stay packed: a start that finds them applied does not need them.
    pub(crate) fn preamble(&self) -> &Preamble {
        self.preamble
            .get_or_init(|| Preamble::unpack(self.packed).expect("the macro packed it, and the two are of one version"))
    }

    fn loaded(&self) -> &Loaded {
        self.shared()
    }

    fn shared(&self) -> &Arc<Loaded> {
        self.loaded.get_or_init(|| {
            let set = Set::unpack(self.packed).expect("the macro packed it, and the two are of one version");
            let graph = Graph::new(set.revisions.iter().map(Node::from)).expect("the macro refuses any other graph");
            crate::stale::warn_if_stale(&set, self.folder);
            Arc::new(Loaded { set, graph })
        })
    }

    /// The set as data.
    pub fn set(&self) -> &Set {
        &self.loaded().set
    }

    /// The revision graph.
    pub fn graph(&self) -> &Graph {
        &self.loaded().graph
    }

    /// All revisions, in the order in which they apply.
    pub fn revisions(&self) -> &[Revision] {
        &self.set().revisions
    }

    /// The revision of a handle that came from [`Migrations::graph`].
    pub fn revision(&self, rev: Rev) -> &Revision {
        &self.set().revisions[rev.index()]
    }

    /// The heads: revisions without a child.
    pub fn heads(&self) -> Vec<&Revision> {
        self.graph().heads().into_iter().map(|rev| self.revision(rev)).collect()
    }

    /// All revisions, newest first.
    pub fn history(&self) -> impl DoubleEndedIterator<Item = &Revision> {
        self.revisions().iter().rev()
    }

    /// Applies what is missing up to the heads, or to another target: see [`Upgrade`]. Nothing happens before the result
    /// is awaited.
    pub fn upgrade<'a>(&'a self, database: impl Into<Database<'a>>) -> Upgrade<'a> {
        Upgrade::new(self, database.into())
    }

    /// Takes revisions back until `target` is what the database has: see [`Downgrade`].
    pub fn downgrade<'a>(&'a self, database: impl Into<Database<'a>>, target: impl IntoTarget) -> Downgrade<'a> {
        Downgrade::new(self, database.into(), target.into_target())
    }

    /// Makes the ledger say that the database is at `target`, without running anything: see [`Stamp`].
    pub fn stamp<'a>(&'a self, database: impl Into<Database<'a>>, target: impl IntoTarget) -> Stamp<'a> {
        Stamp::new(self, database.into(), target.into_target())
    }

    /// Takes over a database that another tool has migrated: what that tool has applied counts as applied from then on.
    /// Nothing of it runs, and the other tool's table stays as it is.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, Tool, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f() -> Result<(), migrate_runtime::Error> {
    /// MIGRATIONS.adopt("sqlite://shop.db", Tool::Alembic).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn adopt<'a>(&'a self, database: impl Into<Database<'a>>, tool: Tool) -> Adopt<'a> {
        Adopt::new(self, database.into(), tool)
    }

    /// Writes into the ledger what a person found out about the revision that was begun and not finished, after
    /// [`Error::Interrupted`](crate::Error::Interrupted). Nothing of the revision runs; the next upgrade goes on from there.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, Verdict, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f() -> Result<(), migrate_runtime::Error> {
    /// MIGRATIONS.settle("sqlite://shop.db", Verdict::TookEffect).await?;
    /// MIGRATIONS.upgrade("sqlite://shop.db").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn settle<'a>(&'a self, database: impl Into<Database<'a>>, verdict: Verdict) -> Settle<'a> {
        Settle::new(self, database.into(), verdict)
    }

    /// Reads what the database has and compares: one `SELECT`, no rights to write needed.
    ///
    /// ```no_run
    /// # use migrate_runtime::{Migrations, embed_migrations};
    /// # static MIGRATIONS: Migrations = embed_migrations!("../migrations");
    /// # async fn f() -> Result<(), migrate_runtime::Error> {
    /// let status = MIGRATIONS.status("sqlite://shop.db").await?;
    /// println!("at {}, {} pending", status.current.join(", "), status.pending.len());
    /// # Ok(())
    /// # }
    /// ```
    pub fn status<'a>(&'a self, database: impl Into<Database<'a>>) -> Read<'a, crate::Status> {
        Read::new(self, database.into(), Ok)
    }

    /// The heads of what is applied. Reads only.
    pub fn current<'a>(&'a self, database: impl Into<Database<'a>>) -> Read<'a, Vec<String>> {
        let heads = |all: &Migrations| all.heads().into_iter().map(|head| head.id.clone().into_owned()).collect();
        Read::new(self, database.into(), |status| Ok(status.current)).brief(heads)
    }

    /// What is not applied yet, in the order in which it would be. Reads only.
    pub fn pending<'a>(&'a self, database: impl Into<Database<'a>>) -> Read<'a, Vec<String>> {
        Read::new(self, database.into(), |status| Ok(status.pending)).brief(|_| Vec::new())
    }

    /// Fails if anything is pending: for servers that may not change the schema themselves. One `SELECT`.
    ///
    /// # Errors
    ///
    /// [`Error::Pending`](crate::Error::Pending) with the pending revisions; [`Error::Newer`](crate::Error::Newer) if the
    /// settings refuse a newer database; those of reading.
    pub fn require_current<'a>(&'a self, database: impl Into<Database<'a>>) -> Read<'a, ()> {
        Read::new(self, database.into(), |status| {
            if status.is_current() {
                return Ok(());
            }
            let ids = if status.pending.is_empty() { status.unfinished } else { status.pending };
            Err(crate::Error::Pending { ids })
        })
        .brief(|_| ())
        .strict()
    }
}

impl fmt::Debug for Migrations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.revisions().iter().map(|revision| &revision.id)).finish()
    }
}

/// What can be said where a target is expected: a revision of a typed module, a [`Target`], or text as on the command
/// line (`"heads"`, `"ae10"`, `"billing@-1"`).
pub trait IntoTarget {
    /// The target.
    ///
    /// # Errors
    ///
    /// Text that is no target.
    fn into_target(self) -> Result<Target, TargetError>;
}

impl IntoTarget for Target {
    fn into_target(self) -> Result<Target, TargetError> {
        Ok(self)
    }
}

impl IntoTarget for &Target {
    fn into_target(self) -> Result<Target, TargetError> {
        Ok(self.clone())
    }
}

impl IntoTarget for &str {
    fn into_target(self) -> Result<Target, TargetError> {
        self.parse()
    }
}

impl IntoTarget for &String {
    fn into_target(self) -> Result<Target, TargetError> {
        self.parse()
    }
}

impl IntoTarget for String {
    fn into_target(self) -> Result<Target, TargetError> {
        self.parse()
    }
}

/// A branch label of a typed module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Label(&'static str);

impl Label {
    #[doc(hidden)]
    pub const fn __new(name: &'static str) -> Label {
        Label(name)
    }

    /// The label's text.
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// The head of the branch.
    pub fn head(self) -> Target {
        Target::label_head(Text::Borrowed(self.0))
    }
}

/// The revision that carries the label.
impl IntoTarget for Label {
    fn into_target(self) -> Result<Target, TargetError> {
        Ok(Target::revision(Text::Borrowed(self.0)))
    }
}
