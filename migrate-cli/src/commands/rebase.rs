//! `migrate rebase`

use std::collections::BTreeMap;

use clap::Args;
use migrate_core::graph::{Graph, Node, Rev, natural_cmp};
use migrate_core::target::Target;
use migrate_schema::files::author::rewrite_revises;
use migrate_schema::files::settings::IdStyle;
use serde_json::json;

use crate::authoring::fresh_id;
use crate::context::{Context, Revisions};
use crate::output::{Exit, Failure};
use crate::rewriting::{self, Edit};
use migrate_schema::diagnostic::command;

/// Move a revision that no database has yet, and all that comes after it, onto the other head
#[derive(Debug, Args)]
pub(crate) struct Rebase {
    /// The revision: the first one of the branch that is to move
    #[arg(value_name = "REVISION")]
    revision: String,
    /// What it is to come after [default: the head that does not come after it]
    #[arg(long, value_name = "REVISION")]
    onto: Option<String>,
}

impl Rebase {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let revisions = context.revisions()?;
        let graph = &revisions.graph;
        let rev = one(graph, &self.revision)?;
        let onto = match &self.onto {
            Some(text) => one(graph, text)?,
            None => other_head(graph, rev)?,
        };
        check(graph, rev, onto)?;
        if self.onto.is_none() {
            check_whole_branch(graph, rev, onto)?;
        }
        not_applied(context, &revisions, rev)?;
        let names = new_names(&revisions, rev, onto)?;
        check_names(graph, &names)?;
        let edits = edits(&revisions, rev, onto, &names)?;
        rewriting::carry_out(&revisions, &edits)?;
        let id = |rev: Rev| names.get(&rev).map_or(graph.id(rev), String::as_str);
        let heads = context.revisions()?.graph.heads().len();
        let output = context.output;
        if output.json {
            let changed: Vec<_> = edits
                .iter()
                .map(|edit| json!({ "from": revisions.path_of(&edit.from), "to": revisions.path_of(&edit.to) }))
                .collect();
            let renamed: Vec<_> = names.iter().map(|(&rev, new)| json!({ "from": graph.id(rev), "to": new })).collect();
            output.document(&json!({
                "revision": id(rev),
                "onto": graph.id(onto),
                "renamed": renamed,
                "files": changed,
                "heads": heads,
            }));
            return Ok(Exit::Fine);
        }
        output.line(format_args!("{} comes after {} now", id(rev), graph.id(onto)));
        for edit in &edits {
            let (from, to) = (revisions.path_of(&edit.from), revisions.path_of(&edit.to));
            match from == to {
                true => output.line(format_args!("changed {from}")),
                false => output.line(format_args!("renamed {from} -> {to}")),
            }
        }
        if heads > 1 {
            output.note(format_args!("there are {heads} heads still: `migrate heads`"));
        }
        Ok(Exit::Fine)
    }
}

/// A revision by name.
fn one(graph: &Graph, text: &str) -> Result<Rev, Failure> {
    let target: Target = text.parse()?;
    target.one(graph)?.ok_or_else(|| Failure::new(&command::REBASE, format!("`{text}` is no revision")))
}

/// The head that does not come after `rev`.
fn other_head(graph: &Graph, rev: Rev) -> Result<Rev, Failure> {
    let moving = graph.descendants([rev]);
    let others: Vec<Rev> = graph.heads().into_iter().filter(|&head| !moving.contains(head)).collect();
    match *others {
        [only] => Ok(only),
        [] => {
            Err(Failure::new(&command::REBASE, format!("every head comes after {}: nothing to move", graph.place(rev))))
        }
        _ => {
            let choices: Vec<String> = others.iter().map(|&head| format!("`--onto {}`", graph.id(head))).collect();
            Err(Failure::new(&command::REBASE, "there are several heads to put it on")
                .help(format!("choose {}", choices.join(" or "))))
        }
    }
}

/// Whether the move means something.
fn check(graph: &Graph, rev: Rev, onto: Rev) -> Result<(), Failure> {
    let refuse = |why: String| Err(Failure::new(&command::REBASE, why));
    if graph.is_merge_point(rev) {
        return refuse(format!("{} merges branches and cannot be moved", graph.place(rev)));
    }
    if graph.descendants([rev]).contains(onto) {
        return refuse(format!("{} comes after {} already", graph.place(onto), graph.place(rev)));
    }
    if graph.parents(rev) == [onto] {
        return refuse(format!("{} comes after {} as it is", graph.place(rev), graph.place(onto)));
    }
    Ok(())
}

/// The part of its branch that stays behind would be a head of its own, and nothing were won.
fn check_whole_branch(graph: &Graph, rev: Rev, onto: Rev) -> Result<(), Failure> {
    let [parent] = *graph.parents(rev) else { return Ok(()) };
    let meeting = graph.line_ancestors([onto]);
    if meeting.contains(parent) || graph.children(parent) != [rev] {
        return Ok(());
    }
    let mut first = parent;
    while let [below] = *graph.parents(first)
        && !meeting.contains(below)
    {
        first = below;
    }
    Err(Failure::new(&command::REBASE, format!("{} would stay behind as a head of its own", graph.place(parent)))
        .help(format!("move its branch as a whole: `migrate rebase {}`", graph.id(first))))
}

/// A database that can be asked must not have it: what is applied is written down there with its parents.
fn not_applied(context: &Context, revisions: &Revisions, rev: Rev) -> Result<(), Failure> {
    if context.known_url().is_none() || context.missing_file().is_some() {
        return Ok(());
    }
    let state = context.applied(revisions)?;
    let graph = &revisions.graph;
    let begun = |rev: Rev| state.status.rows.iter().any(|row| row.id == graph.id(rev));
    let Some(applied) = graph.descendants([rev]).iter().find(|&rev| begun(rev)) else { return Ok(()) };
    Err(Failure::new(&command::REBASE, format!("{} is applied and cannot be moved", graph.place(applied)))
        .help("join the heads instead: `migrate merge heads`"))
}

/// Fresh ids for what moves and would be older, by its id, than what it comes after then. Random ids tell no age.
fn new_names(revisions: &Revisions, rev: Rev, onto: Rev) -> Result<BTreeMap<Rev, String>, Failure> {
    let graph = &revisions.graph;
    let mut names: BTreeMap<Rev, String> = BTreeMap::new();
    if revisions.folder.settings.ids == IdStyle::Hex {
        return Ok(names);
    }
    let mut taken: Vec<String> = graph.ids(graph.iter()).map(str::to_owned).collect();
    taken.extend(graph.labels().map(|(label, _)| label.to_owned()));
    for moved in graph.descendants([rev]).iter() {
        let is_older = |id: &str, than: Rev| {
            let than = names.get(&than).map_or(graph.id(than), String::as_str);
            natural_cmp(id, than).is_lt()
        };
        let before: Vec<Rev> = if moved == rev { vec![onto] } else { graph.before(moved).collect() };
        if !before.iter().any(|&than| is_older(graph.id(moved), than)) {
            continue;
        }
        let fresh = fresh_id(revisions, &taken.iter().map(String::as_str).collect::<Vec<_>>())?;
        // Ids from the future, or in another style, are as they are.
        if !before.iter().any(|&than| is_older(&fresh, than)) {
            taken.push(fresh.clone());
            names.insert(moved, fresh);
        }
    }
    Ok(names)
}

/// The graph with the new names must be one.
fn check_names(graph: &Graph, names: &BTreeMap<Rev, String>) -> Result<(), Failure> {
    let rename = |name: &mut migrate_core::Text| {
        if let Some(new) = graph.get(name).and_then(|rev| names.get(&rev)) {
            *name = new.clone().into();
        }
    };
    let nodes = graph.iter().map(|rev| {
        let mut node: Node = graph.node(rev).clone();
        rename(&mut node.id);
        node.parents.iter_mut().chain(&mut node.depends_on).for_each(rename);
        node
    });
    Graph::new(nodes).map(drop).map_err(|errors| {
        let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Failure::new(&command::REBASE, texts.join("\n"))
    })
}

/// What is to be done to the files: of the moved revision its parent, of it and others the names.
fn edits(revisions: &Revisions, rev: Rev, onto: Rev, names: &BTreeMap<Rev, String>) -> Result<Vec<Edit>, Failure> {
    let graph = &revisions.graph;
    let renamed: Vec<(&str, &str)> = names.iter().map(|(&rev, new)| (graph.id(rev), new.as_str())).collect();
    let mut edits = Vec::new();
    for moved in graph.descendants([rev]).iter() {
        let file = revisions.file(moved);
        let name = file.file.rsplit('/').next().unwrap_or(&file.file);
        if names.contains_key(&moved) && (file.down.is_some() || !name.starts_with(&file.id)) {
            let message = format!("{} is named as another tool names it", graph.place(moved));
            return Err(Failure::new(&command::REBASE, message).help("rename its files by hand"));
        }
        let old = revisions.read(&file.file)?;
        let source = revisions.project.sources.get(file.source);
        let mut text = rewriting::rename_references(&old, file, source, &renamed);
        if moved == rev {
            text = rewrite_revises(&text, &[graph.id(onto)], revisions.project.dialects);
        }
        let to = match names.get(&moved) {
            Some(new) => rewriting::renamed_file(&file.file, &file.id, new),
            None => file.file.clone(),
        };
        if text != old || to != file.file {
            edits.push(Edit { from: file.file.clone(), to, old, new: text });
        }
    }
    Ok(edits)
}
