//! Where we differ from Alembic on purpose.

use migrate_core::{Applied, Graph, Target};

use crate::alembic::{Answer, Done, Vector};
use crate::ours::Outcome;

/// A class of differences.
pub struct Difference {
    /// Its name.
    pub name: &'static str,
    /// Why we differ.
    pub why: &'static str,
    /// Whether a vector whose answers differ belongs to it.
    pub covers: fn(&Vector, &Outcome) -> bool,
    /// How many vectors it covers.
    pub count: usize,
}

/// All of them. A vector belongs to the first that covers it.
pub const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "duplicate ids",
        why: "Alembic warns, takes the file it reads last, and goes wrong later; for us they are a build error",
        covers: |_, ours| ours.says("is present more than once"),
        count: 8,
    },
    Difference {
        name: "cycles between base and head",
        why: "Alembic does not see them, or hangs; for us every cycle is a build error",
        covers: |vector, ours| ours.says("ycle is detected") && matches!(vector.answer, Answer::Done(_)),
        count: 1,
    },
    Difference {
        name: "text: the graph is checked first",
        why: "Alembic reads the graph when it needs it; ours is checked as a whole, so its fault is the one named",
        covers: |vector, ours| both_refuse(vector, ours) && graph(vector).is_none(),
        count: 8,
    },
    Difference {
        name: "text: the state is checked first",
        why: "a database with revisions that nobody knows is the greater fault, whatever the target",
        covers: |vector, ours| both_refuse(vector, ours) && ours.says("ghostrev0001"),
        count: 6,
    },
    Difference {
        name: "rows that overlap or repeat",
        why: "Alembic's table can hold a revision beside its ancestor, or twice, and then most commands fail; \
              we keep the set of applied revisions, in which neither can be said",
        covers: |vector, _| rows_overlap(vector) && matches!(vector.answer, Answer::Refused(_)),
        count: 22,
    },
    Difference {
        name: "downgrade by steps from several heads",
        why: "Alembic takes back whichever row it reads first; we refuse and say what to type for each head",
        covers: |vector, ours| is_bare_downgrade(vector) && ours.says("from multiple heads is ambiguous"),
        count: 20,
    },
    Difference {
        name: "unknown or foreign branch on downgrade",
        why: "Alembic ignores the branch in most cases, so that a mistyped label takes everything back",
        covers: |vector, ours| vector.command == "downgrade" && has_wrong_branch(vector) && ours.says("Can't locate"),
        count: 10,
    },
    Difference {
        name: "steps down from the base",
        why: "Alembic counts `base-1` down from the head; nothing lies below the base",
        covers: |_, ours| ours.says("nothing lies below the base"),
        count: 10,
    },
    Difference {
        name: "stamp with several targets",
        why: "Alembic takes one target after the other, and loses rows or writes rows that overlap; \
              we compute the closed set from all targets at once",
        covers: |vector, ours| vector.command == "stamp" && vector.args.len() > 1 && both_do(vector, ours),
        count: 18,
    },
    Difference {
        name: "check-heads and real heads",
        why: "Alembic compares with revisions without children, so a head that others depend on never gets there",
        covers: |vector, ours| vector.has("check_heads") && all_applied(vector) && !matches!(ours, Outcome::Refused(_)),
        count: 1,
    },
    Difference {
        name: "redundant dependencies of a new revision",
        why: "Alembic writes a dependency on what is below the parents anyway; we leave it out and say so",
        covers: |vector, ours| match (&vector.answer, ours) {
            (
                Answer::Done(Done::New { parents, depends_on, labels }),
                Outcome::Done { answer: Done::New { parents: our_parents, depends_on: less, labels: our_labels }, .. },
            ) => parents == our_parents && labels == our_labels && less.iter().all(|name| depends_on.contains(name)),
            _ => false,
        },
        count: 7,
    },
    Difference {
        name: "redundant dependencies of the graph",
        why: "Alembic keeps a dependency on what other edges bring anyway, and ends with rows that overlap",
        covers: |vector, ours| match (&vector.answer, ours) {
            (
                Answer::Done(Done::Steps { revs, rows, .. }),
                Outcome::Done { answer: Done::Steps { revs: our_revs, rows: less, .. }, .. },
            ) => is_redundant(vector) && revs == our_revs && less.is_subset(rows),
            (Answer::Done(Done::Graph(facts)), Outcome::Done { answer: Done::Graph(our_facts), .. }) => {
                let normalized = "normalized_down";
                let others = facts.as_object().into_iter().flatten().filter(|(fact, _)| *fact != normalized);
                is_redundant(vector) && others.into_iter().all(|(fact, value)| our_facts[fact] == *value)
            }
            _ => false,
        },
        count: 3,
    },
    Difference {
        name: "text: malformed targets as typed",
        why: "what is no target is refused whole, before any part of it is looked up",
        covers: |vector, ours| both_refuse(vector, ours) && vector.args.iter().any(|arg| is_malformed(arg)),
        count: 6,
    },
    Difference {
        name: "text: a word that is no branch",
        why: "of `base@head` Alembic says either that there are several heads or that there is no `base`",
        covers: |vector, ours| both_refuse(vector, ours) && vector.args.iter().any(|arg| arg.starts_with("base@")),
        count: 2,
    },
    Difference {
        name: "text: no steps, with their sign",
        why: "Alembic writes 0 for `+0` and `-0` on upgrade; we repeat what was typed",
        covers: |vector, ours| both_refuse(vector, ours) && ours.says("didn't produce 0 migrations"),
        count: 5,
    },
    Difference {
        name: "text: of two faults in a range the first",
        why: "we read a range from its start, and name the target that is at fault; Alembic blames the other end",
        covers: |vector, ours| both_refuse(vector, ours) && vector.command == "history",
        count: 5,
    },
];

fn both_refuse(vector: &Vector, ours: &Outcome) -> bool {
    matches!((&vector.answer, ours), (Answer::Refused(_), Outcome::Refused(_)))
}

fn both_do(vector: &Vector, ours: &Outcome) -> bool {
    matches!((&vector.answer, ours), (Answer::Done(_), Outcome::Done { .. }))
}

fn graph(vector: &Vector) -> Option<Graph> {
    Graph::new(vector.graph.iter().cloned()).ok()
}

fn rows_overlap(vector: &Vector) -> bool {
    let Some(graph) = graph(vector) else { return false };
    let applied = Applied::from_heads(&graph, vector.rows.iter().map(String::as_str));
    applied.is_ok_and(|applied| applied.heads(&graph).len() < vector.rows.len())
}

fn all_applied(vector: &Vector) -> bool {
    let Some(graph) = graph(vector) else { return false };
    let applied = Applied::from_heads(&graph, vector.rows.iter().map(String::as_str));
    applied.is_ok_and(|applied| applied.len() == graph.len())
}

fn is_bare_downgrade(vector: &Vector) -> bool {
    vector.command == "downgrade" && vector.args[0].starts_with('-') && vector.rows.len() > 1
}

/// Whether what stands before the `@` is nobody's name, several names' beginning, or leads elsewhere than the target.
fn has_wrong_branch(vector: &Vector) -> bool {
    let (Some(graph), Some((branch, target))) = (graph(vector), vector.args[0].split_once('@')) else { return false };
    let Ok(branch) = graph.find(branch) else { return true };
    let target = target.parse::<Target>().and_then(|target| target.one(&graph));
    target.is_ok_and(|target| target.is_some_and(|target| !graph.lineage(branch).contains(target)))
}

fn is_redundant(vector: &Vector) -> bool {
    graph(vector).is_some_and(|graph| graph.redundant_dependencies().next().is_some())
}

fn is_malformed(arg: &str) -> bool {
    arg.split(':').any(|target| target.matches('@').count() > 1 || target.ends_with(['@', '+']))
}
