//! What commands work on: the folder, the database, and what the two say.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fs;
use std::future::IntoFuture;
use std::path::{Path, PathBuf};

use migrate_core::graph::{Graph, Node, Rev};
use migrate_core::ledger::RowState;
use migrate_core::packed::{Preamble, Set};
use migrate_core::plan::Applied;
use migrate_core::{Checksum, Dialect, DialectSet, Revision, Text};
use migrate_runtime::{Error, Migrations, Status, redacted};
use migrate_schema::Project;
use migrate_schema::diagnostic::{Code, Severity, directives, files, graph, settings};
use migrate_schema::files::disk::Folder;
use migrate_schema::files::{MigrationFile, Spanned};

use crate::cli::Global;
use crate::output::{Failure, Output};
use migrate_schema::diagnostic::command;

/// Where the migrations are if nobody says.
const DEFAULT_FOLDER: &str = "migrations";

/// What commands work on.
pub(crate) struct Context {
    pub(crate) output: Output,
    dir: Option<PathBuf>,
    urls: Vec<String>,
    schema: Option<String>,
    dotenv: OnceCell<Dotenv>,
}

/// What `.env` says, and whether it could be understood.
struct Dotenv {
    values: BTreeMap<String, String>,
    damaged: bool,
}

impl Context {
    pub(crate) fn new(global: Global, output: Output) -> Context {
        Context { output, dir: global.dir, urls: global.database_url, schema: global.schema, dotenv: OnceCell::new() }
    }

    /// The folder, as it is named to people.
    pub(crate) fn shown(&self) -> String {
        let dir = self.dir.clone().or_else(|| self.variable("MIGRATE_DIR").map(PathBuf::from));
        let shown = dir.map_or_else(|| DEFAULT_FOLDER.to_owned(), |dir| dir.to_string_lossy().replace('\\', "/"));
        match shown.trim_end_matches('/') {
            "" => "/".to_owned(),
            shown => shown.to_owned(),
        }
    }

    /// Whether `--dir` was given.
    pub(crate) fn dir_is_given(&self) -> bool {
        self.dir.is_some()
    }

    /// A variable of the environment, or of `.env`. An empty one says nothing.
    pub(crate) fn variable(&self, name: &str) -> Option<String> {
        let set = std::env::var(name).ok().filter(|value| !value.is_empty());
        set.or_else(|| self.dotenv().values.get(name).filter(|value| !value.is_empty()).cloned())
    }

    fn dotenv(&self) -> &Dotenv {
        self.dotenv.get_or_init(|| {
            let mut dotenv = Dotenv { values: BTreeMap::new(), damaged: false };
            for entry in dotenvy::dotenv_iter().into_iter().flatten() {
                match entry {
                    // The first one counts, as in a shell that exports them only if they are unset.
                    Ok((name, value)) => drop(dotenv.values.entry(name).or_insert(value)),
                    // The error quotes the line, which may hold a password.
                    Err(_) => dotenv.damaged = true,
                }
            }
            dotenv
        })
    }

    /// The database's URL, if one is given anywhere.
    pub(crate) fn known_url(&self) -> Option<String> {
        let option = self.urls.first().cloned().filter(|url| !url.is_empty());
        option.or_else(|| self.variable("MIGRATE_DATABASE_URL")).or_else(|| self.variable("DATABASE_URL"))
    }

    /// Whether several databases are given.
    pub(crate) fn has_several_urls(&self) -> bool {
        self.urls.len() > 1
    }

    /// All databases that are given as options.
    pub(crate) fn urls(&self) -> Vec<String> {
        self.urls.clone()
    }

    /// The database's URL.
    pub(crate) fn url(&self) -> Result<String, Failure> {
        if self.has_several_urls() {
            return Err(Failure::new(&command::USAGE, "several databases are given, and this is done to one")
                .help("upgrade, downgrade, current and status take several, without --sql and --dry-run"));
        }
        self.known_url().ok_or_else(|| {
            let failure = Failure::new(&command::NO_DATABASE, "no database is given")
                .help("`--database-url sqlite://shop.db`, or set DATABASE_URL, in the environment or in .env");
            match self.dotenv().damaged {
                true => failure.help("a line of .env cannot be understood: values with spaces need quotes"),
                false => failure,
            }
        })
    }

    /// The dialect that the URL's scheme stands for.
    pub(crate) fn dialect_of_url(&self) -> Option<Dialect> {
        match self.known_url()?.split(':').next()? {
            "postgres" | "postgresql" => Some(Dialect::Postgres),
            "mysql" => Some(Dialect::MySql),
            "mariadb" => Some(Dialect::MariaDb),
            "sqlite" => Some(Dialect::Sqlite),
            _ => None,
        }
    }

    /// The folder as a whole path, so that a wrong one can be told, and what is near it found.
    pub(crate) fn folder(&self) -> PathBuf {
        let shown = self.shown();
        std::path::absolute(&shown).unwrap_or_else(|_| PathBuf::from(&shown))
    }

    /// The folder as it was read, with all that is wrong in it.
    pub(crate) fn project(&self) -> Project {
        let shown = self.shown();
        let dialects: DialectSet = self.dialect_of_url().into_iter().collect();
        let mut project = Project::load(&self.folder(), &shown, dialects);
        for found in project.diagnostics.iter_mut().filter(|found| *found.code == files::MISSING_FOLDER) {
            // What lies near may be somebody else's.
            if !found.help.iter().any(|help| help.contains("migrate init")) {
                found.help.push("or make it with `migrate init`".to_owned());
            }
        }
        project
    }

    /// The revisions and their graph. The SQL in them may be wrong, and there may be more heads than the settings allow:
    /// this is for what looks at the graph, and for what mends it.
    pub(crate) fn revisions(&self) -> Result<Revisions, Failure> {
        let project = self.project();
        let mut errors = project.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let graph = match &project.graph {
            Some(graph) => Some(graph.clone()),
            None if errors.all(|found| leaves_graph(found.code)) => {
                Graph::new(project.files.iter().map(Node::from)).ok()
            }
            None => None,
        };
        match (graph, &project.folder) {
            (Some(graph), Some(folder)) => Ok(Revisions { folder: folder.clone(), project, graph }),
            _ => Err(Failure::broken(project)),
        }
    }

    /// The set as a program would embed it. It has no errors.
    pub(crate) fn migrations(&self) -> Result<Migrations, Failure> {
        let mut project = self.project();
        let Some(set) = project.set.take() else { return Err(Failure::broken(project)) };
        Migrations::from_set(set).map(|set| self.aimed(set)).map_err(|_| Failure::broken(project))
    }

    /// The schema that `--schema` names.
    pub(crate) fn schema(&self) -> Option<&str> {
        self.schema.as_deref()
    }

    /// In the schema that was named, if one was.
    fn aimed(&self, migrations: Migrations) -> Migrations {
        match self.schema() {
            Some(schema) => migrations.in_schema(schema),
            None => migrations,
        }
    }

    /// Waits for a request that is told to stop with [`interrupted`], and leaves it at the second Ctrl-C.
    pub(crate) fn run<F, T>(&self, request: F) -> Result<T, Failure>
    where
        F: IntoFuture<Output = Result<T, Error>>,
    {
        self.wait_until(request, async {
            interrupted().await;
            interrupted().await;
        })
    }

    /// Waits for a request that changes nothing, or for Ctrl-C.
    pub(crate) fn wait<F, T>(&self, request: F) -> Result<T, Failure>
    where
        F: IntoFuture<Output = Result<T, Error>>,
    {
        self.wait_until(request, interrupted())
    }

    fn wait_until<F, T>(&self, request: F, leave: impl Future<Output = ()>) -> Result<T, Failure>
    where
        F: IntoFuture<Output = Result<T, Error>>,
    {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Failure::file("the network", "use", &error))?;
        runtime.block_on(async {
            tokio::select! {
                result = request.into_future() => result.map_err(Failure::from),
                () = leave => Err(Failure::new(&command::INTERRUPTED, "interrupted")
                    .help("the server may be finishing what it was sent; `migrate status` shows what is applied")),
            }
        })
    }

    /// The database's URL, for who only reads. A SQLite file that is not there yet is an empty database, and is not made;
    /// in a folder that is not there it is a mistake, which connecting tells.
    pub(crate) fn url_to_read(&self) -> Result<String, Failure> {
        let url = self.url()?;
        let Some(path) = self.missing_file() else { return Ok(url) };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return Ok(url);
        }
        self.output.note(format_args!("note: {} is not there yet; `migrate upgrade` makes it", redacted(&url)));
        Ok("sqlite::memory:".to_owned())
    }

    /// The SQLite file that the URL names, if it is not there.
    pub(crate) fn missing_file(&self) -> Option<PathBuf> {
        let url = self.known_url()?;
        let path = url.strip_prefix("sqlite:")?;
        let path = path.strip_prefix("//").unwrap_or(path).split('?').next().unwrap_or_default();
        let missing = !path.is_empty() && path != ":memory:" && !Path::new(path).exists();
        missing.then(|| PathBuf::from(path))
    }

    /// What the database has applied of these revisions. Their SQL need not be right: only their names are compared.
    pub(crate) fn applied(&self, revisions: &Revisions) -> Result<State, Failure> {
        let url = self.url_to_read()?;
        let migrations = self.aimed(revisions.names_only()?);
        let status = self.wait(migrations.status(url))?;
        let rows = status.rows.iter().filter(|row| row.state != RowState::Applying);
        let applied = Applied::from_revs(rows.filter_map(|row| revisions.graph.get(&row.id)));
        for id in &status.unknown {
            self.output.warning(format_args!("the database has the revision {id}, which is not in this folder"));
        }
        Ok(State { applied, status })
    }
}

/// Ctrl-C was pressed, or the system asks the process to end. Not said again to who listens only from then on.
pub(crate) async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                Some(()) = terminated.recv() => (),
                Ok(()) = tokio::signal::ctrl_c() => (),
                // Neither can be listened to: the system ends the process.
                else => std::future::pending().await,
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Whether the graph is certain although there is this error: it is about what runs, or about the graph's shape, and not
/// about what the files say of each other. A new file begins with such an error, since its sections are empty.
fn leaves_graph(code: &Code) -> bool {
    let shape = [&graph::SEVERAL_HEADS, &graph::REDUNDANT_DEPENDENCY];
    let sections = [
        &directives::NO_UP,
        &directives::EMPTY_SECTION,
        &directives::OVERLAPPING_SECTIONS,
        &directives::UNCOVERED_DIALECT,
        &directives::STRAY_MARK,
        &directives::UNKNOWN_LINT,
        &directives::IRREVERSIBLE_DOWN,
    ];
    let headers = [files::CODES, graph::CODES, settings::CODES].concat().contains(&code);
    !headers || shape.contains(&code) || sections.contains(&code)
}

/// What a database has.
pub(crate) struct State {
    /// Of the revisions in the folder.
    pub(crate) applied: Applied,
    /// All that its ledger says.
    pub(crate) status: Status,
}

/// The revisions of a folder and their graph.
pub(crate) struct Revisions {
    pub(crate) project: Project,
    pub(crate) folder: Folder,
    pub(crate) graph: Graph,
}

impl Revisions {
    /// The file of a revision.
    pub(crate) fn file(&self, rev: Rev) -> &MigrationFile {
        self.project.file(self.graph.id(rev)).expect("the graph was made from these files")
    }

    /// The path of a revision's file, from the current directory.
    pub(crate) fn path(&self, rev: Rev) -> String {
        self.path_of(&self.file(rev).file)
    }

    /// The paths of all files of a revision: where the directions are apart, the way up is first.
    pub(crate) fn paths(&self, rev: Rev) -> Vec<String> {
        self.file(rev).parts().map(|(_, file)| self.path_of(file)).collect()
    }

    /// The text of a revision: of its files, one below the other.
    pub(crate) fn text(&self, rev: Rev) -> Result<String, Failure> {
        self.file(rev).parts().map(|(_, file)| self.read(file)).collect()
    }

    /// The path of a file of the folder, from the current directory.
    pub(crate) fn path_of(&self, file: &str) -> String {
        format!("{}/{file}", self.folder.shown)
    }

    /// A revision in one line: of its message, or of its name.
    pub(crate) fn title(&self, rev: Rev) -> String {
        let file = self.file(rev);
        match file.message.lines().next() {
            Some(line) if !line.trim().is_empty() => line.trim().to_owned(),
            Some(_) | None => file.slug.replace('_', " "),
        }
    }

    /// A file of the folder as it is on the disk.
    pub(crate) fn read(&self, file: &str) -> Result<String, Failure> {
        let path = self.path_of(file);
        fs::read_to_string(&path).map_err(|error| Failure::file(&path, "read", &error))
    }

    /// Enough to read a ledger with: the names, and nothing that runs.
    fn names_only(&self) -> Result<Migrations, Failure> {
        let texts = |items: &[Spanned<String>]| items.iter().map(|item| Text::Owned(item.value.clone())).collect();
        let revision = |file: &MigrationFile| Revision {
            id: Text::Owned(file.id.clone()),
            slug: Text::Owned(file.slug.clone()),
            message: Text::Owned(file.message.clone()),
            parents: texts(file.revises.ids()),
            depends_on: texts(&file.depends_on),
            labels: texts(&file.labels),
            irreversible: None,
            file: Text::Owned(file.file.clone()),
            exact: Checksum::default(),
            bodies: Vec::new(),
        };
        let preamble = Preamble {
            dialects: self.project.dialects,
            ledger: self.folder.settings.ledger.clone(),
            many_heads: true,
            folder: Text::Owned(self.folder.shown.clone()),
            ..Preamble::default()
        };
        let set = Set { preamble, revisions: self.project.files.iter().map(revision).collect() };
        Migrations::from_set(set).map_err(|errors| {
            let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
            Failure::new(&command::BROKEN_SET, texts.join("\n"))
        })
    }
}
