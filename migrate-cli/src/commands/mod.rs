//! One file a command.

mod adopt;
mod baseline;
mod branches;
mod check;
mod current;
mod downgrade;
mod drift;
mod edit;
mod ensure_version;
mod explain;
mod graph;
mod heads;
mod history;
mod init;
mod mark_applied;
mod merge;
mod new;
mod rebase;
mod repair;
mod rerun;
mod resume;
mod schema;
mod show;
mod stamp;
mod status;
mod upgrade;

use clap::Subcommand;

use crate::context::Context;
use crate::output::{Exit, Failure};

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(init::Init),
    New(new::New),
    Merge(merge::Merge),
    Rebase(rebase::Rebase),
    Edit(edit::Edit),
    Check(check::Check),
    Show(show::Show),
    Heads(heads::Heads),
    Branches(branches::Branches),
    History(history::History),
    Graph(graph::Graph),
    Upgrade(upgrade::Upgrade),
    Downgrade(downgrade::Downgrade),
    Stamp(stamp::Stamp),
    Adopt(adopt::Adopt),
    Baseline(baseline::Baseline),
    Drift(drift::Drift),
    Schema(schema::Schema),
    Resume(resume::Resume),
    Rerun(rerun::Rerun),
    MarkApplied(mark_applied::MarkApplied),
    Repair(repair::Repair),
    Current(current::Current),
    Status(status::Status),
    EnsureVersion(ensure_version::EnsureVersion),
    Explain(explain::Explain),
}

impl Command {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        match self {
            Command::Init(command) => command.run(context),
            Command::New(command) => command.run(context),
            Command::Merge(command) => command.run(context),
            Command::Rebase(command) => command.run(context),
            Command::Edit(command) => command.run(context),
            Command::Check(command) => command.run(context),
            Command::Show(command) => command.run(context),
            Command::Heads(command) => command.run(context),
            Command::Branches(command) => command.run(context),
            Command::History(command) => command.run(context),
            Command::Graph(command) => command.run(context),
            Command::Upgrade(command) => command.run(context),
            Command::Downgrade(command) => command.run(context),
            Command::Stamp(command) => command.run(context),
            Command::Adopt(command) => command.run(context),
            Command::Baseline(command) => command.run(context),
            Command::Drift(command) => command.run(context),
            Command::Schema(command) => command.run(context),
            Command::Resume(command) => command.run(context),
            Command::Rerun(command) => command.run(context),
            Command::MarkApplied(command) => command.run(context),
            Command::Repair(command) => command.run(context),
            Command::Current(command) => command.run(context),
            Command::Status(command) => command.run(context),
            Command::EnsureVersion(command) => command.run(context),
            Command::Explain(command) => command.run(context),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use crate::cli::Cli;

    #[test]
    fn one_file_a_command() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/commands");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of this file")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().replace(".rs", "").replace('_', "-"))
            .filter(|name| name != "mod")
            .collect();
        let commands: BTreeSet<String> =
            Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        assert_eq!(commands, files);
    }
}
