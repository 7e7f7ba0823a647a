//! `migrate new`

use clap::Args;
use migrate_core::target::Target;
use migrate_schema::files::author::slug;

use crate::authoring::{self, Wish};
use crate::autogenerate::Autogenerate;
use crate::context::Context;
use crate::output::{Exit, Failure};
use crate::running::targets;
use migrate_schema::diagnostic::command;
use migrate_schema::diff::loss::Allow;
use migrate_schema::diff::rename::Rename;

/// Write the file of a new revision, with its parent filled in, and print its path
#[derive(Debug, Args)]
#[command(visible_alias = "revision")]
pub(crate) struct New {
    /// What it is called: a slug, or some words
    #[arg(value_name = "NAME")]
    words: Vec<String>,
    /// What it does, as its first line says it [default: the name]
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
    /// What it comes after; several times for a merge; `base` begins a tree of its own [default: the head]
    #[arg(long, visible_alias = "head", value_name = "REVISION", allow_negative_numbers = true)]
    parent: Vec<String>,
    /// Its parent may have children already: a branch begins
    #[arg(long)]
    splice: bool,
    /// A name for the branch that begins here
    #[arg(long, value_name = "LABEL")]
    branch_label: Vec<String>,
    /// Its id, instead of one in the style of the set
    #[arg(long, value_name = "ID")]
    rev_id: Option<String>,
    /// Another revision that must be applied first
    #[arg(long, value_name = "REVISION")]
    depends_on: Vec<String>,
    /// The directory for the file, one of `versions` in migrate.toml [default: that of its parent]
    #[arg(long, value_name = "FOLDER")]
    version_path: Option<String>,
    /// Its statements do not run in a transaction
    #[arg(long)]
    no_transaction: bool,
    #[command(flatten)]
    generate: Generate,
    #[command(flatten)]
    elsewhere: Elsewhere,
}

/// What writes the statements.
#[derive(Debug, Args)]
#[command(next_help_heading = "Autogenerate")]
struct Generate {
    /// Write the statements that get from the migrations to the models: structs that derive `Table`, or schema.sql
    #[arg(long)]
    autogenerate: bool,
    /// The wanted schema, instead of what `[models]` in migrate.toml names: a file of CREATE statements
    #[arg(long, value_name = "FILE", requires = "autogenerate")]
    schema: Vec<String>,
    /// A table or column has another name now: users=people, users.mail=email
    #[arg(long, value_name = "OLD=NEW", requires = "autogenerate")]
    rename: Vec<Rename>,
    /// What may be lost: drop-column:users.legacy, drop-table:…, narrow:users.age, drop-value:mood.sad
    #[arg(long, value_name = "LOSS", requires = "autogenerate")]
    allow: Vec<Allow>,
    /// Statements that keep nobody waiting: indexes beside others' work, constraints checked after they are there
    #[arg(long, requires = "autogenerate")]
    online: bool,
}

/// Options of Alembic that would change nothing here, so that who uses them learns why.
#[derive(Debug, Args)]
struct Elsewhere {
    #[arg(long, hide = true)]
    sql_only: bool,
    #[arg(long, hide = true)]
    sql: bool,
}

impl Elsewhere {
    fn refuse(&self) -> Result<(), Failure> {
        let (option, why) = match self {
            Elsewhere { sql_only: true, .. } => ("--sql-only", "a revision is a file of SQL always: leave it out"),
            Elsewhere { sql: true, .. } => ("--sql", "nothing runs when a file is written: leave it out"),
            Elsewhere { sql_only: false, sql: false } => return Ok(()),
        };
        Err(Failure::new(&command::USAGE, format!("there is no {option} here: {why}")))
    }
}

impl New {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        self.elsewhere.refuse()?;
        let words = self.words.join(" ");
        let name = if words.trim().is_empty() { self.message.clone().unwrap_or_default() } else { words };
        if name.trim().is_empty() {
            return Err(Failure::new(&command::USAGE, "the new revision needs a name")
                .help("such as `migrate new add_users`, or `migrate revision -m \"Add users\"`"));
        }
        let revisions = context.revisions()?;
        let heads = if self.parent.is_empty() { vec![Target::head()] } else { targets(&self.parent)? };
        let wish = Wish {
            slug: slug(&name),
            message: self.message.unwrap_or_else(|| sentence(&name)),
            heads,
            splice: self.splice,
            labels: self.branch_label,
            id: self.rev_id,
            depends_on: targets(&self.depends_on)?,
            directory: self.version_path,
            no_transaction: self.no_transaction,
            autogenerate: self.generate.autogenerate.then_some(Autogenerate {
                schema: self.generate.schema,
                renames: self.generate.rename,
                allow: self.generate.allow,
                online: self.generate.online,
            }),
            ..Wish::default()
        };
        authoring::write(context, &revisions, wish)
    }
}

/// A slug in words: `add_users` becomes "Add users". Words stay as they are.
fn sentence(name: &str) -> String {
    if name.contains(' ') {
        return name.to_owned();
    }
    let words = name.replace(['_', '-'], " ");
    let mut chars = words.trim().chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
