//! The arguments: what holds for all commands, and the list of commands.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, ValueEnum};
use migrate_core::Dialect;

use crate::commands::Command;

const AFTER: &str = "\
Targets:
  heads, head, base, an id or its beginning, a slug, a label;
  +2 and -1 count from where the database stands, `add_users+1` from a revision;
  `billing@head`, `billing@-1` mean one branch; `a:b` is a range.

Exit codes:
  0  fine
  1  something was found: pending revisions, errors in the files, a statement that failed
  2  refused, wrong usage, or it was not possible to look

Environment (also from .env, where the environment itself says nothing):
  MIGRATE_DATABASE_URL, else DATABASE_URL   the database
  MIGRATE_DIR                               the folder
  VISUAL, else EDITOR                       for `migrate edit`
  NO_COLOR                                  no colours

`migrate explain <code>` says more about an error.";

/// SQL migrations with a revision graph: write them, check them, run them.
#[derive(Debug, Parser)]
#[command(name = "migrate", version, after_help = AFTER, max_term_width = 110)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What holds for all commands.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The folder of the migrations [default: migrations, or what MIGRATE_DIR says]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) dir: Option<PathBuf>,
    /// The database: postgres://…, mysql://…, mariadb://…, sqlite://… [default: MIGRATE_DATABASE_URL or DATABASE_URL].
    /// upgrade, downgrade, current and status take several
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) database_url: Vec<String>,
    /// One schema of the database (on MySQL and MariaDB, another database), with a ledger of its own
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) schema: Option<String>,
    /// Print JSON: one document, or one event a line where something runs
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Colours: always, never, or auto: on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN", hide_possible_values = true)]
    pub(crate) color: Color,
    /// Say more
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    pub(crate) verbose: bool,
    /// Say only what was asked for, and errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Also into files.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    pub(crate) fn from_name(name: &str) -> Option<Color> {
        Color::from_str(name, false).ok()
    }

    /// From here on all output follows it.
    pub(crate) fn apply(self) {
        let choice = match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

/// A number and its unit: `500ms`, `30s`, `5m`, `1h`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    migrate_core::limits::duration(text)
}

/// A dialect by name. The error lists them.
pub(crate) fn dialect(text: &str) -> Result<Dialect, String> {
    text.parse::<Dialect>().map_err(|_| "it is one of postgres, mysql, mariadb, sqlite".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn durations_have_a_unit() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("30s"), Ok(Duration::from_secs(30)));
        assert_eq!(duration("1.5m"), Ok(Duration::from_secs(90)));
        assert_eq!(duration("1h"), Ok(Duration::from_secs(3600)));
        assert_eq!(duration("30"), Err("the unit is missing: 30ms, 30s, 30m or 30h".to_owned()));
        for bad in ["", "s", "1.2.3s", "5 s", "-1s", "1d", "99999999999999999999h"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }
}
