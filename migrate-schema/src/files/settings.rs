//! `migrate.toml`: the settings of a set.

pub mod lints;
mod models;
mod read;

use std::fmt;

use migrate_core::lease::Lock;
use migrate_core::ledger::Ledger;
use migrate_core::limits::{Limit, Limits};
use migrate_core::{Dialect, DialectSet};

use super::Spanned;
use super::layouts::{LAYOUTS, Layout};
use crate::diagnostic::{Diagnostic, files as file_codes, settings as codes};
use crate::source::SourceId;

pub use lints::{Level, LintSettings};
pub use models::{Drift, Models};
pub use read::read;

/// The name of the file that holds the settings, in the folder of the set.
pub const FILE_NAME: &str = "migrate.toml";

/// What holds for a whole set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The text they come from; `None` where there is no `migrate.toml`.
    pub source: Option<SourceId>,
    /// `dialect`: what the SQL is written for, in the order of the file, each once. Empty if nothing is said here; then
    /// it must come from the macro or the command.
    pub dialects: Vec<Dialect>,
    /// `server_version`: the oldest server the SQL must work on, at most one per dialect.
    pub server_versions: Vec<(Dialect, ServerVersion)>,
    /// `[ledger]`: the table of applied revisions.
    pub ledger: Ledger,
    /// `lock`: what keeps two processes apart.
    pub lock: Lock,
    /// `[session]`: how long statements may take and wait.
    pub limits: Limits,
    /// `ids`: how new revisions are called.
    pub ids: IdStyle,
    /// `file_template`: how new files are called.
    pub file_template: FileTemplate,
    /// `heads`: whether branches may stay apart.
    pub heads: Heads,
    /// `newer`: what a program does about a database that is newer than itself.
    pub newer: Newer,
    /// `ignore`: patterns of names that are no migrations.
    pub ignore: Vec<Spanned<String>>,
    /// `recursive`: whether directories inside the folder belong to the set.
    pub recursive: bool,
    /// `versions`: the directories that hold the files, from the folder; empty is the folder itself.
    pub versions: Vec<Spanned<String>>,
    /// `layout`: whose files these are; `None` if they are to be looked at.
    pub layout: Option<&'static Layout>,
    /// `[lints]`: how loud each lint is.
    pub lints: LintSettings,
    /// `[models]`: where the wanted schema is written.
    pub models: Models,
}

/// How new revisions are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdStyle {
    /// The time in UTC, `20261118091500`. Sorted by name is sorted by age.
    #[default]
    Timestamp,
    /// Twelve random hexadecimal digits, as Alembic does. Never the same twice.
    Hex,
    /// `0001`, `0002`, …. Two people who add a revision get the same, and so notice it.
    Counter,
}

/// Whether branches may stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heads {
    /// The set ends in one revision.
    #[default]
    One,
    /// It may end in several.
    Many,
}

/// What a program does about a database that is newer than itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Newer {
    /// It goes on, as in a rolling deploy.
    #[default]
    Allow,
    /// It stops.
    Refuse,
}

impl Newer {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Newer); 2] = [("allow", Newer::Allow), ("refuse", Newer::Refuse)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Newer::Allow => "allow",
            Newer::Refuse => "refuse",
        }
    }
}

/// The version of a server: `16`, `8.0`, `10.11.6`. What is not given is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ServerVersion {
    /// The first number.
    pub major: u32,
    /// The second.
    pub minor: u32,
    /// The third.
    pub patch: u32,
}

impl ServerVersion {
    /// One to three numbers with dots between.
    pub fn parse(text: &str) -> Option<ServerVersion> {
        let mut numbers = [0; 3];
        let mut parts = text.split('.');
        for (i, number) in numbers.iter_mut().enumerate() {
            match parts.next() {
                Some(part) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => {
                    *number = part.parse().ok()?;
                }
                Some(_) => return None,
                None if i == 0 => return None,
                None => break,
            }
        }
        let [major, minor, patch] = numbers;
        parts.next().is_none().then_some(ServerVersion { major, minor, patch })
    }
}

impl fmt::Display for ServerVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.major)?;
        if (self.minor, self.patch) != (0, 0) {
            write!(f, ".{}", self.minor)?;
        }
        if self.patch != 0 {
            write!(f, ".{}", self.patch)?;
        }
        Ok(())
    }
}

/// How new files are called: a text with `{id}`, `{slug}` and the parts of the date in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileTemplate(String);

impl FileTemplate {
    /// What may stand in braces.
    pub const FIELDS: [&str; 8] = ["id", "slug", "year", "month", "day", "hour", "minute", "second"];

    /// Reads a template without the extension `.sql`. The error is a clause that says what is wrong.
    pub fn parse(text: &str) -> Result<FileTemplate, String> {
        let rest = text.strip_prefix("{id}").ok_or("it begins with `{id}`, because the id is read from there")?;
        if !rest.is_empty() && !rest.starts_with('_') {
            return Err("`_` follows `{id}`, because that is where the id ends".to_owned());
        }
        if rest.ends_with(".sql") {
            return Err("`.sql` is added to it".to_owned());
        }
        let mut tail = rest;
        while let Some(at) = tail.find(['{', '}']) {
            let fixed = &tail[..at];
            check_fixed(fixed)?;
            let field = tail[at..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let Some((field, after)) = field else { return Err("a brace has no partner".to_owned()) };
            if !FileTemplate::FIELDS.contains(&field) {
                let known = FileTemplate::FIELDS.map(|field| format!("`{{{field}}}`")).join(", ");
                return Err(format!("there is no `{{{field}}}`, only {known}"));
            }
            tail = after;
        }
        check_fixed(tail)?;
        Ok(FileTemplate(text.to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check_fixed(text: &str) -> Result<(), String> {
    match text.chars().find(|&c| !(c.is_alphanumeric() || c == '_' || c == '-')) {
        Some(c) => Err(format!("a file name of a migration does not hold `{}`", c.escape_debug())),
        None => Ok(()),
    }
}

impl Default for FileTemplate {
    fn default() -> FileTemplate {
        FileTemplate("{id}_{slug}".to_owned())
    }
}

impl Default for Settings {
    /// What holds without a `migrate.toml`. No dialect is among it.
    fn default() -> Settings {
        Settings {
            source: None,
            dialects: Vec::new(),
            server_versions: Vec::new(),
            ledger: Ledger::default(),
            lock: Lock::default(),
            limits: Limits::default(),
            ids: IdStyle::default(),
            file_template: FileTemplate::default(),
            heads: Heads::default(),
            newer: Newer::default(),
            ignore: Vec::new(),
            recursive: false,
            versions: Vec::new(),
            layout: None,
            lints: LintSettings::default(),
            models: Models::default(),
        }
    }
}

impl IdStyle {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, IdStyle); 3] =
        [("timestamp", IdStyle::Timestamp), ("hex", IdStyle::Hex), ("counter", IdStyle::Counter)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            IdStyle::Timestamp => "timestamp",
            IdStyle::Hex => "hex",
            IdStyle::Counter => "counter",
        }
    }
}

impl Heads {
    /// All of them, as the settings spell them.
    pub const NAMES: [(&'static str, Heads); 2] = [("one", Heads::One), ("many", Heads::Many)];

    /// As the settings spell it.
    pub const fn name(self) -> &'static str {
        match self {
            Heads::One => "one",
            Heads::Many => "many",
        }
    }
}

impl Settings {
    /// The dialects as a set.
    pub fn dialect_set(&self) -> DialectSet {
        self.dialects.iter().copied().collect()
    }

    /// The oldest server of a dialect that the SQL must work on, if the settings say so.
    pub fn server_version(&self, dialect: Dialect) -> Option<ServerVersion> {
        self.server_versions.iter().find(|(of, _)| *of == dialect).map(|(_, version)| *version)
    }

    /// The text of a `migrate.toml` that says this, with a comment on each setting. A setting that has its default is
    /// written as a comment, so that a later default can reach it.
    pub fn print(&self) -> String {
        let default = Settings::default();
        let mut text = String::new();
        let mut put = |comment: &str, is_default: bool, line: String| {
            if !text.is_empty() {
                text.push('\n');
            }
            comment.lines().for_each(|line| text.push_str(&format!("# {line}\n")));
            text.push_str(if is_default { "# " } else { "" });
            text.push_str(&line);
            text.push('\n');
        };
        let names: Vec<_> = self.dialects.iter().map(|dialect| dialect.facts().name).collect();
        put(
            "What the SQL is written for: postgres, mysql, mariadb, sqlite; several as [\"postgres\", \"sqlite\"].",
            names.is_empty(),
            match names.as_slice() {
                [] => "dialect = \"postgres\"".to_owned(),
                [name] => format!("dialect = {}", quoted(name)),
                several => format!("dialect = {}", list(several.iter().copied())),
            },
        );
        put(
            "The oldest server that it must work on.",
            self.server_versions.is_empty(),
            match self.server_versions.as_slice() {
                [] => "server_version = \"16\"".to_owned(),
                [(_, version)] if self.dialects.len() == 1 => format!("server_version = \"{version}\""),
                several => {
                    let pairs: Vec<_> = several.iter().map(|(d, version)| format!("{d} = \"{version}\"")).collect();
                    format!("server_version = {{ {} }}", pairs.join(", "))
                }
            },
        );
        put(
            "\"one\": the set ends in one revision, and two people who add one at the same time are told.\n\
             \"many\": branches may stay apart.",
            self.heads == default.heads,
            format!("heads = \"{}\"", self.heads.name()),
        );
        put(
            "A program that finds revisions in the database which it does not know: \"allow\" (as while a new version is\n\
             rolled out) or \"refuse\".",
            self.newer == default.newer,
            format!("newer = \"{}\"", self.newer.name()),
        );
        put(
            "How new revisions are called: \"timestamp\" (UTC), \"hex\" (random, as Alembic does), \"counter\" (0001).",
            self.ids == default.ids,
            format!("ids = \"{}\"", self.ids.name()),
        );
        put(
            "How new files are called, without .sql. Also {year}, {month}, {day}, {hour}, {minute}, {second}.",
            self.file_template == default.file_template,
            format!("file_template = {}", quoted(self.file_template.as_str())),
        );
        put(
            "Files that are no migrations; dir/ is a directory. Dotfiles and *.md are ignored anyway.",
            self.ignore.is_empty(),
            match self.ignore.as_slice() {
                [] => "ignore = [\"*.bak\"]".to_owned(),
                patterns => format!("ignore = {}", list(patterns.iter().map(|pattern| pattern.value.as_str()))),
            },
        );
        put(
            "Whether directories inside this one belong to the set.",
            self.recursive == default.recursive,
            format!("recursive = {}", self.recursive || self.recursive == default.recursive),
        );
        put(
            "The directories that hold the files, if it is not this one.",
            self.versions.is_empty(),
            match self.versions.as_slice() {
                [] => "versions = [\"core\", \"billing\"]".to_owned(),
                names => format!("versions = {}", list(names.iter().map(|name| name.value.as_str()))),
            },
        );
        let layouts: Vec<String> = LAYOUTS.iter().map(|layout| format!("\"{}\"", layout.name)).collect();
        let (last, first) =
            layouts.split_last().map_or((String::new(), String::new()), |(l, f)| (l.clone(), f.join(", ")));
        put(
            &format!("Whose files these are, if they do not show it themselves:\n{first}, {last}."),
            self.layout.is_none(),
            format!("layout = \"{}\"", self.layout.unwrap_or(Layout::native()).name),
        );
        put(
            "What keeps two processes apart: \"server\" is its own locks, \"lease\" a row that expires, for servers without them.",
            self.lock == default.lock,
            format!("lock = \"{}\"", self.lock.name()),
        );
        self.print_tables(text)
    }

    /// The tables, which TOML wants behind all else.
    fn print_tables(&self, mut text: String) -> String {
        let ledger_is_default = self.ledger == Ledger::default();
        let hash = |is_default: bool| if is_default { "# " } else { "" };
        text.push_str(&format!("\n# The table of applied revisions.\n{0}[ledger]\n{0}", hash(ledger_is_default)));
        text.push_str(&format!("table = {}\n", quoted(&self.ledger.table)));
        match &self.ledger.schema {
            Some(schema) => text.push_str(&format!("schema = {}\n", quoted(schema))),
            None => text.push_str("# schema = \"public\"\n"),
        }
        text.push_str("\n# How loud each lint is: \"allow\", \"warn\" or \"deny\". `migrate explain` lists them and their groups.\n");
        match self.lints == LintSettings::default() {
            true => text.push_str("# [lints]\n# online = \"warn\"\n# drop-table = \"deny\"\n"),
            false => text.push_str(&format!("[lints]\n{}", self.lints.print())),
        }
        text.push_str(&self.models.print());
        let Limits { table_lock, statement, lock_retries } = self.limits;
        text.push_str(&format!(
            "\n# The session in which migrations run: how long a statement waits for a lock that the application holds, how\n\
             # often it is tried again, and how long it may take; \"none\" is no limit.\n{}[session]\n",
            hash(self.limits == Limits::default())
        ));
        let mut put = |key: &str, limit: Limit, example: &str| {
            let said = if limit == Limit::Unsaid { example.to_owned() } else { limit.to_string() };
            text.push_str(&format!("{}{key} = {}\n", hash(limit == Limit::Unsaid), quoted(&said)));
        };
        put("table_lock_timeout", table_lock, "5s");
        put("statement_timeout", statement, "none");
        let retries = lock_retries.unwrap_or(Limits::LOCK_RETRIES);
        text.push_str(&format!("{}lock_retries = {retries}\n", hash(lock_retries.is_none())));
        text
    }

    /// Pushes an error if no dialect is given. For callers that have no other source of one. `shown` is how the folder is
    /// named to people. What has been said about it is not said again: that the file is no TOML or in the wrong place, or
    /// that a key looks like `dialect`.
    pub fn check_dialect(&self, shown: &str, out: &mut Vec<Diagnostic>) {
        let is_said = |d: &Diagnostic| {
            d.code == &codes::NOT_TOML
                || d.code == &file_codes::UNKNOWN_FILE && d.message.to_lowercase().contains(FILE_NAME)
                || d.help.iter().any(|help| help.contains("`dialect`"))
        };
        if self.dialects.is_empty() && !out.iter().any(is_said) {
            out.push(
                Diagnostic::error(&codes::NO_DIALECT, "it is not said which database the migrations are for").help(
                    format!(
                        "write `dialect = \"postgres\"` into `{shown}/{FILE_NAME}`; or `mysql`, `mariadb`, `sqlite`"
                    ),
                ),
            );
        }
    }
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;
