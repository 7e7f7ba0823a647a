//! Where we differ from Alembic on purpose.

use migrate_core::{Applied, Graph, Target};

use crate::alembic::{Answer, Done, Vector};
use crate::ours::Outcome;

/// A class of differences.
pub(crate) struct Difference {
    /// Its name.
    pub(crate) name: &'static str,
    /// Why we differ.
    pub(crate) why: &'static str,
    /// Whether a vector whose answers differ belongs to it.
    pub(crate) covers: fn(&Vector, &Outcome) -> bool,
    /// How many vectors it covers, in each of the files.
    pub(crate) counts: [usize; 2],
}

/// All of them. A vector belongs to the first that covers it.
pub(crate) const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "duplicate ids",
        why: "Alembic warns, takes the file it reads last, and goes wrong later; for us they are a build error",
        covers: |_, ours| ours.says("is present more than once"),
        counts: [8, 0],
    },
    Difference {
        name: "cycles between base and head",
        why: "Alembic does not see them, or hangs; for us every cycle is a build error",
        covers: |vector, ours| ours.says("ycle is detected") && matches!(vector.answer, Answer::Done(_)),
        counts: [1, 0],
    },
    Difference {
        name: "text: the graph is checked first",
        why: "Alembic reads the graph when it needs it; ours is checked as a whole, so its fault is the one named",
        covers: |vector, ours| both_refuse(vector, ours) && graph(vector).is_none(),
        counts: [8, 0],
    },
    Difference {
        name: "text: the state is checked first",
        why: "a database with revisions that nobody knows is the greater fault, whatever the target",
        covers: |vector, ours| both_refuse(vector, ours) && ours.says("ghostrev0001"),
        counts: [6, 0],
    },
    Difference {
        name: "rows that overlap or repeat",
        why: "Alembic's table can hold a revision beside its ancestor, or twice, and then most commands fail; \
              we keep the set of applied revisions, in which neither can be said",
        covers: |vector, _| rows_overlap(vector) && matches!(vector.answer, Answer::Refused(_)),
        counts: [22, 0],
    },
    Difference {
        name: "downgrade by steps from several heads",
        why: "Alembic takes back whichever row it reads first; we refuse and say what to type for each head",
        covers: |vector, ours| is_bare_downgrade(vector) && ours.says("from multiple heads is ambiguous"),
        counts: [20, 8],
    },
    Difference {
        name: "unknown or foreign branch on downgrade",
        why: "Alembic ignores the branch in most cases, so that a mistyped label takes everything back",
        covers: |vector, ours| vector.command == "downgrade" && has_wrong_branch(vector) && ours.says("Can't locate"),
        counts: [10, 8],
    },
    Difference {
        name: "steps down from the base",
        why: "Alembic counts `base-1` down from the head; nothing lies below the base",
        covers: |_, ours| ours.says("nothing lies below the base"),
        counts: [10, 8],
    },
    Difference {
        name: "stamp of several revisions",
        why: "Alembic takes one target after the other, and loses rows or writes rows that overlap; \
              we compute the closed set from all targets at once",
        covers: |vector, ours| vector.command == "stamp" && both_do(vector, ours) && stamps_several(vector),
        counts: [18, 8],
    },
    Difference {
        name: "steps down from the heads that lead nowhere",
        why: "Alembic takes `x@-1` for nothing where x is no label, and `-9` where there are fewer, and does nothing \
              or begins a new tree; we say so",
        covers: |vector, ours| {
            let refused = ["need a label", "Walked too far", "Can't locate"].iter().any(|words| ours.says(words));
            refused && !both_refuse(vector, ours) && asks_steps_down_from_heads(vector)
        },
        counts: [0, 8],
    },
    Difference {
        name: "history to the state of an empty database",
        why: "Alembic takes `:current` for all heads where nothing is applied; for us it ends before any revision",
        covers: |vector, _| {
            vector.command == "history" && vector.rows.is_empty() && vector.args[0].ends_with(":current")
        },
        counts: [0, 8],
    },
    Difference {
        name: "the beginning of a name as a branch of history",
        why: "Alembic looks it up, and then compares it with whole labels, so that nothing is left",
        covers: |vector, _| vector.command == "history" && history_branch_is_short(vector),
        counts: [0, 8],
    },
    Difference {
        name: "the beginning of a name on the branch of a stamp",
        why: "with a branch only its names count, in every other command of Alembic's, too",
        covers: |vector, ours| {
            let branches = vector.args.iter().any(|arg| arg.contains('@'));
            let lost = matches!(&vector.answer, Answer::Refused(text) if text.starts_with("Can't locate"));
            vector.command == "stamp" && branches && lost && matches!(ours, Outcome::Done { .. })
        },
        counts: [0, 6],
    },
    Difference {
        name: "an unknown branch where there is no next step",
        why: "Alembic looks at a branch only when there are steps to choose from",
        covers: |vector, ours| {
            vector.command == "history"
                && has_wrong_branch(vector)
                && ours.says("Can't locate")
                && !both_refuse(vector, ours)
        },
        counts: [0, 2],
    },
    Difference {
        name: "check-heads and real heads",
        why: "Alembic compares with revisions without children, so a head that others depend on never gets there",
        covers: |vector, ours| vector.has("check_heads") && all_applied(vector) && !matches!(ours, Outcome::Refused(_)),
        counts: [1, 8],
    },
    Difference {
        name: "redundant dependencies of a new revision",
        why: "Alembic writes a dependency on what is below the parents anyway; we leave it out and say so",
        covers: |vector, ours| match (&vector.answer, ours) {
            (
                Answer::Done(Done::New { parents, depends_on, labels }),
                Outcome::Done {
                    answer: Done::New { parents: our_parents, depends_on: less, labels: our_labels }, ..
                },
            ) => parents == our_parents && labels == our_labels && less.iter().all(|name| depends_on.contains(name)),
            _ => false,
        },
        counts: [7, 8],
    },
    Difference {
        name: "redundant edges of the graph",
        why: "Alembic keeps a dependency or a parent that other edges bring anyway, and ends with rows that overlap",
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
        counts: [3, 8],
    },
    Difference {
        name: "text: malformed targets as typed",
        why: "what is no target is refused whole, before any part of it is looked up",
        covers: |vector, ours| both_refuse(vector, ours) && vector.args.iter().any(|arg| is_malformed(arg)),
        counts: [6, 0],
    },
    Difference {
        name: "text: a word that is no branch",
        why: "of `base@head` Alembic says either that there are several heads or that there is no `base`",
        covers: |vector, ours| both_refuse(vector, ours) && vector.args.iter().any(|arg| arg.starts_with("base@")),
        counts: [2, 0],
    },
    Difference {
        name: "text: no steps, with their sign",
        why: "Alembic writes 0 for `+0` and `-0` on upgrade; we repeat what was typed",
        covers: |vector, ours| both_refuse(vector, ours) && ours.says("didn't produce 0 migrations"),
        counts: [5, 0],
    },
    Difference {
        name: "text: of several faults the first",
        why: "we read targets from left to right; Alembic looks at branches and names in turns",
        covers: |vector, ours| {
            let several = vector.args.len() > 1 || asks_steps_down_from_heads(vector) || ours.says("overlaps with");
            both_refuse(vector, ours) && several
        },
        counts: [2, 8],
    },
    Difference {
        name: "text: an unknown branch before other faults",
        why: "Alembic looks at a branch that filters steps only when it has found where they start",
        covers: |vector, ours| both_refuse(vector, ours) && vector.command == "upgrade" && has_wrong_branch(vector),
        counts: [0, 8],
    },
    Difference {
        name: "text: of two faults in a range the first",
        why: "we read a range from its start, and name the target that is at fault; Alembic blames the other end",
        covers: |vector, ours| both_refuse(vector, ours) && vector.command == "history",
        counts: [3, 8],
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
    // Offline, the target stands behind the start.
    let target = vector.args[0].rsplit(':').next().and_then(|target| target.split_once('@'));
    let (Some(graph), Some((branch, target))) = (graph(vector), target) else { return false };
    let Ok(branch) = graph.find(branch) else { return true };
    let target = target.parse::<Target>().and_then(|target| target.one(&graph));
    target.is_ok_and(|target| target.is_some_and(|target| !graph.lineage(branch).contains(target)))
}

/// Whether the targets of a stamp are several revisions.
fn stamps_several(vector: &Vector) -> bool {
    let Some(graph) = graph(vector) else { return false };
    let revs = vector.args.iter().flat_map(|arg| arg.parse::<Target>().and_then(|target| target.many(&graph)));
    vector.args.len() > 1 || revs.flatten().count() > 1
}

/// Whether a target is `-N` or `x@-N` where these count from the heads.
fn asks_steps_down_from_heads(vector: &Vector) -> bool {
    let from_heads = matches!(&*vector.command, "stamp" | "show" | "merge" | "history");
    from_heads && vector.args.iter().any(|arg| arg.starts_with('-') || arg.contains("@-"))
}

fn history_branch_is_short(vector: &Vector) -> bool {
    let (Some(graph), Some((branch, _))) = (graph(vector), vector.args[0].split_once('@')) else { return false };
    graph.get(branch).is_none() && graph.by_label(branch).is_none() && graph.find(branch).is_ok()
}

fn is_redundant(vector: &Vector) -> bool {
    let Some(graph) = graph(vector) else { return false };
    let merges_below = |rev| {
        let parents = graph.parents(rev).iter().copied().collect();
        graph.maximal(&parents) != parents
    };
    graph.redundant_dependencies().next().is_some() || graph.iter().any(merges_below)
}

fn is_malformed(arg: &str) -> bool {
    arg.split(':').any(|target| target.matches('@').count() > 1 || target.ends_with(['@', '+']))
}
