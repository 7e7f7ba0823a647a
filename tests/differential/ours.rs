//! The same question put to migrate-core, through what it gives to everybody.

use std::collections::BTreeSet;
use std::fmt::Display;

use migrate_core::graph::BranchLabels;
use migrate_core::listing::{self, NewRevision};
use migrate_core::target::Offline;
use migrate_core::{Applied, Direction, Graph, Plan, Range, Rev, Target, plan};
use serde_json::{Value, json};

use crate::alembic::{Done, Vector};

/// What we did.
pub(crate) enum Outcome {
    /// What was asked. `broken` says which of our own rules the answer breaks.
    Done { answer: Done, broken: Option<String> },
    /// We refused.
    Refused(String),
}

impl Outcome {
    /// Which of our own rules the answer breaks: what must hold whatever Alembic did.
    pub(crate) fn broken_rule(&self) -> Option<&str> {
        match self {
            Outcome::Done { broken, .. } => broken.as_deref(),
            Outcome::Refused(text) if text.is_empty() => Some("an error without a text"),
            Outcome::Refused(_) => None,
        }
    }
}

impl Outcome {
    /// Whether we refused in such words.
    pub(crate) fn says(&self, words: &str) -> bool {
        matches!(self, Outcome::Refused(text) if text.contains(words))
    }
}

impl From<Done> for Outcome {
    fn from(answer: Done) -> Outcome {
        Outcome::Done { answer, broken: None }
    }
}

/// Answers a vector.
pub(crate) fn run(vector: &Vector) -> Outcome {
    answer(vector).unwrap_or_else(Outcome::Refused)
}

fn text(error: impl Display) -> String {
    error.to_string()
}

fn answer(vector: &Vector) -> Result<Outcome, String> {
    let graph = Graph::new(vector.graph.iter().cloned())
        .map_err(|errors| errors.iter().map(text).collect::<Vec<_>>().join("\n"))?;
    let offline = vector.has("sql");
    match &*vector.command {
        "upgrade" if offline => {
            let Offline { from, to } = arguments(vector)?;
            let applied = Applied::up_to(&graph, from.as_ref()).map_err(text)?;
            steps(&graph, &applied, plan::upgrade(&graph, &applied, &to), true)
        }
        "upgrade" => {
            let applied = applied(&graph, vector)?;
            steps(&graph, &applied, plan::upgrade(&graph, &applied, &targets(&vector.args)?), false)
        }
        "downgrade" if offline => {
            let Offline { from, to } = arguments(vector)?;
            let from = from.ok_or("downgrade with --sql requires <fromrev>:<torev>")?;
            let applied = Applied::up_to(&graph, Some(&from)).map_err(text)?;
            steps(&graph, &applied, plan::downgrade(&graph, &applied, &to[0]), true)
        }
        "downgrade" => {
            let applied = applied(&graph, vector)?;
            steps(&graph, &applied, plan::downgrade(&graph, &applied, &targets(&vector.args)?[0]), false)
        }
        "stamp" => stamp(&graph, vector),
        "heads" => {
            let heads = if vector.has("resolve_dependencies") { graph.real_heads() } else { graph.heads() };
            let line = Line::new(&graph);
            Ok(lines(heads, |rev| line.head(rev)))
        }
        "branches" => {
            let points = listing::branches(&graph);
            let both = points.flat_map(|rev| graph.children(rev).iter().copied().chain([rev]));
            Ok(lines(both.collect(), |rev| graph.id(rev).to_owned()))
        }
        "current" => {
            let applied = applied(&graph, vector)?;
            if vector.has("check_heads") {
                applied.check_heads(&graph).map_err(text)?;
            }
            Ok(lines(applied.current(&graph), |rev| Line::new(&graph).current(rev)))
        }
        "history" => {
            let range: Range = match vector.args.first() {
                Some(range) => range.parse().map_err(text)?,
                None => Range::default(),
            };
            let applied = if range.asks_current() { applied(&graph, vector)? } else { Applied::none() };
            let revs = listing::history(&graph, &applied, &range).map_err(text)?;
            let line = Line::new(&graph);
            let broken = (!revs.is_sorted_by(|a, b| a > b)).then(|| "history is not newest first".to_owned());
            let lines = revs.into_iter().map(|rev| line.history(rev)).collect();
            Ok(Outcome::Done { answer: Done::Listed { lines }, broken })
        }
        "show" => {
            let target: Target = vector.args[0].parse().map_err(text)?;
            let applied = if target.is_current() { applied(&graph, vector)? } else { Applied::none() };
            let revs = listing::show(&graph, &applied, &target).map_err(text)?;
            Ok(lines(revs, |rev| graph.id(rev).to_owned()))
        }
        "graph" => Ok(facts(&graph)),
        "merge" => {
            let heads = targets(&vector.args)?;
            new(
                &graph,
                &NewRevision {
                    id: "newmerge0001",
                    heads: &heads,
                    splice: vector.has("splice"),
                    ..NewRevision::default()
                },
            )
        }
        "revision" => {
            let head = vector.opts["head"].as_str().unwrap_or("head");
            let label = vector.opts["branch_label"].as_str();
            let depends_on: Vec<String> = vector.opts["depends_on"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|value| value.as_str())
                .map(str::to_owned)
                .collect();
            new(
                &graph,
                &NewRevision {
                    id: "newrev000001",
                    heads: &targets(&[head.to_owned()])?,
                    splice: vector.has("splice"),
                    depends_on: &targets(&depends_on)?,
                    labels: label.as_slice(),
                },
            )
        }
        other => Err(format!("unknown command {other}")),
    }
}

fn applied(graph: &Graph, vector: &Vector) -> Result<Applied, String> {
    Applied::from_heads(graph, vector.rows.iter().map(String::as_str)).map_err(text)
}

fn targets(args: &[String]) -> Result<Vec<Target>, String> {
    args.iter().map(|arg| arg.parse().map_err(text)).collect()
}

fn arguments(vector: &Vector) -> Result<Offline, String> {
    Offline::parse(vector.args.iter().map(String::as_str)).map_err(text)
}

fn rows(graph: &Graph, applied: &Applied) -> BTreeSet<String> {
    graph.ids(applied.heads(graph)).map(str::to_owned).collect()
}

fn lines(revs: Vec<Rev>, line: impl Fn(Rev) -> String) -> Outcome {
    Done::Listed { lines: revs.into_iter().map(line).collect() }.into()
}

fn steps(
    graph: &Graph,
    applied: &Applied,
    plan: Result<Plan, plan::PlanError>,
    offline: bool,
) -> Result<Outcome, String> {
    let plan = plan.map_err(text)?;
    let after = plan.after(applied);
    let rows = if offline && plan.is_empty() { BTreeSet::new() } else { rows(graph, &after) };
    let up = plan.direction == Direction::Up;
    let revs = graph.ids(plan.revs()).map(str::to_owned).collect();
    Ok(Outcome::Done { answer: Done::Steps { up, revs, rows }, broken: bad_order(graph, applied, &plan, &after) })
}

/// No revision runs before what it comes after, nor is one taken back before what comes after it.
fn bad_order(graph: &Graph, applied: &Applied, plan: &Plan, after: &Applied) -> Option<String> {
    let mut now = applied.clone();
    for step in &plan.steps {
        let set: BTreeSet<Rev> = now.iter().collect();
        let fits = match step.direction {
            Direction::Up => {
                let before = graph.parents(step.rev).iter().chain(graph.stated_dependencies(step.rev));
                !set.contains(&step.rev) && before.into_iter().all(|rev| set.contains(rev))
            }
            Direction::Down => {
                let above = graph.children(step.rev).iter().chain(graph.dependents(step.rev));
                set.contains(&step.rev) && !above.into_iter().any(|rev| set.contains(rev))
            }
        };
        if !fits {
            return Some(format!("{} comes too early in {}", graph.id(step.rev), plan.display(graph)));
        }
        now = Plan { direction: step.direction, steps: vec![*step] }.after(&now);
    }
    (now != *after || !after.is_closed(graph)).then(|| "what is applied afterwards is not closed".to_owned())
}

fn stamp(graph: &Graph, vector: &Vector) -> Result<Outcome, String> {
    let purge = vector.has("purge");
    let (applied, targets) = if vector.has("sql") {
        if purge {
            return Err("Can't use --purge with --sql mode".to_owned());
        }
        let Offline { from, to } = arguments(vector)?;
        (Applied::up_to(graph, from.as_ref()).map_err(text)?, to)
    } else if purge {
        (Applied::none(), targets(&vector.args)?)
    } else {
        (applied(graph, vector)?, targets(&vector.args)?)
    };
    let stamp = plan::stamp(graph, &applied, &targets, purge).map_err(text)?;
    let unchanged = vector.has("sql") && stamp.added().is_empty() && stamp.removed().is_empty();
    let rows = if unchanged { BTreeSet::new() } else { rows(graph, stamp.after()) };
    let asked: Vec<Rev> = targets.iter().flat_map(|target| target.many(graph).unwrap_or_default()).collect();
    let broken = if !stamp.after().is_closed(graph) {
        Some("the stamped set is not closed".to_owned())
    } else if !asked.into_iter().all(|rev| stamp.after().contains(rev)) {
        Some("a target of the stamp is not applied afterwards".to_owned())
    } else {
        None
    };
    Ok(Outcome::Done { answer: Done::Stamped { rows }, broken })
}

fn new(graph: &Graph, new: &NewRevision<'_>) -> Result<Outcome, String> {
    let header = listing::new_revision(graph, new).map_err(text)?;
    Ok(Done::New {
        parents: graph.ids(header.parents).map(str::to_owned).collect(),
        depends_on: header.depends_on.into_iter().map(Into::into).collect(),
        labels: new.labels.iter().map(|&label| label.to_owned()).collect(),
    }
    .into())
}

fn facts(graph: &Graph) -> Outcome {
    let ids = |revs: Vec<Rev>| {
        let mut ids: Vec<&str> = graph.ids(revs).collect();
        ids.sort_unstable();
        ids
    };
    let table = |fact: &dyn Fn(Rev) -> Value| {
        graph.iter().map(|rev| (graph.id(rev).to_owned(), fact(rev))).collect::<serde_json::Map<_, _>>()
    };
    let real_bases = graph.bases().into_iter().filter(|&rev| graph.dependencies(rev).is_empty());
    Done::Graph(json!({
        "bases": ids(graph.bases()),
        "heads": ids(graph.heads()),
        "real_bases": ids(real_bases.collect()),
        "real_heads": ids(graph.real_heads()),
        "labels": table(&|rev| json!(graph.labels_of(rev))),
        "normalized_down": table(&|rev| json!(ids(graph.before(rev).collect()))),
    }))
    .into()
}

/// A revision as Alembic prints it, from what the graph says of it.
struct Line<'a> {
    graph: &'a Graph,
    labels: BranchLabels<'a>,
}

impl<'a> Line<'a> {
    fn new(graph: &'a Graph) -> Line<'a> {
        Line { graph, labels: graph.branch_labels() }
    }

    fn names(&self, rev: Rev) -> String {
        let labels: Vec<&str> = self.labels.of(rev).collect();
        if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) }
    }

    fn marks(&self, rev: Rev) -> String {
        let graph = self.graph;
        let mut marks = String::new();
        if graph.children(rev).is_empty() {
            marks += if graph.is_real_head(rev) { " (head)" } else { " (effective head)" };
        }
        if graph.is_branch_point(rev) {
            marks += " (branchpoint)";
        }
        if graph.is_merge_point(rev) {
            marks += " (mergepoint)";
        }
        marks
    }

    fn head(&self, rev: Rev) -> String {
        let mark = if self.graph.is_real_head(rev) { "head" } else { "effective head" };
        format!("{}{} ({mark})", self.graph.id(rev), self.names(rev))
    }

    fn current(&self, rev: Rev) -> String {
        format!("{}{}", self.graph.id(rev), self.marks(rev))
    }

    fn history(&self, rev: Rev) -> String {
        let graph = self.graph;
        let parents: Vec<&str> = graph.ids(graph.parents(rev).iter().copied()).collect();
        let parents = if parents.is_empty() { "<base>".to_owned() } else { parents.join(", ") };
        let mut dependencies: Vec<&str> = graph.node(rev).depends_on.iter().map(|name| &**name).collect();
        dependencies.sort_unstable();
        let dependencies =
            if dependencies.is_empty() { String::new() } else { format!(" ({})", dependencies.join(", ")) };
        let id = graph.id(rev);
        format!("{parents}{dependencies} -> {id}{}{}, doc {id}", self.names(rev), self.marks(rev))
    }
}
