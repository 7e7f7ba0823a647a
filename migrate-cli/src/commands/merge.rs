//! `migrate merge`

use clap::Args;
use migrate_core::target::{Symbol, Target};
use migrate_schema::files::author::slug;

use crate::authoring::{self, Wish};
use crate::context::{Context, Revisions};
use crate::output::{Exit, Failure};
use crate::running::targets;
use migrate_schema::diagnostic::command;

/// Write a revision that joins heads
#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// What to join: `heads` for all, or some of them
    #[arg(value_name = "REVISION", required = true, allow_negative_numbers = true)]
    revisions: Vec<String>,
    /// What it does, as its first line says it [default: what it joins]
    #[arg(long, short, value_name = "TEXT")]
    message: Option<String>,
    /// A name for the branch that begins here
    #[arg(long, value_name = "LABEL")]
    branch_label: Vec<String>,
    /// Its id, instead of one in the style of the set
    #[arg(long, value_name = "ID")]
    rev_id: Option<String>,
    /// What it joins may have children already
    #[arg(long)]
    splice: bool,
}

impl Merge {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let heads = joined(&revisions, &targets(&self.revisions)?)?;
        let names: Vec<String> = heads.iter().map(ToString::to_string).collect();
        let wish = Wish {
            slug: self.message.as_deref().map_or_else(|| "merge".to_owned(), slug),
            message: self.message.unwrap_or_else(|| format!("Merge {}", names.join(" and "))),
            heads,
            splice: self.splice,
            labels: self.branch_label,
            id: self.rev_id,
            ..Wish::default()
        };
        authoring::write(context, &revisions, wish)
    }
}

/// What is joined, each by its id. `heads` are all revisions without a child, because those are what a set is asked not
/// to have several of, also where one of them depends on another.
fn joined(revisions: &Revisions, targets: &[Target]) -> Result<Vec<Target>, Failure> {
    let graph = &revisions.graph;
    let mut revs = Vec::new();
    for target in targets {
        match (target.symbol(), target.branch(), target.offset()) {
            (Some(Symbol::Heads), None, None) => revs.extend(graph.heads()),
            _ => revs.extend(target.many(graph)?),
        }
    }
    match *revs {
        [] => Err(Failure::new(&command::NEW_REVISION, "there is nothing to merge: the set has no revisions")),
        [only] => Err(Failure::new(
            &command::NEW_REVISION,
            format!("there is nothing to merge: {} alone is meant", graph.place(only)),
        )),
        _ => Ok(revs.iter().map(|&rev| Target::revision(graph.node(rev).id.clone())).collect()),
    }
}
