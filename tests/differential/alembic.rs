//! A line of the vectors: what was asked of Alembic, and what it did.

use std::collections::BTreeSet;
use std::fmt;

use migrate_core::Node;
use serde_json::Value;

/// One question.
pub(crate) struct Vector {
    /// The revisions, in the order in which Alembic loaded them.
    pub(crate) graph: Vec<Node>,
    /// The rows of the version table.
    pub(crate) rows: Vec<String>,
    /// The name of the command.
    pub(crate) command: String,
    /// Its arguments.
    pub(crate) args: Vec<String>,
    /// Its options.
    pub(crate) opts: Value,
    /// What Alembic did.
    pub(crate) answer: Answer,
}

/// What Alembic did.
pub(crate) enum Answer {
    /// It did what was asked.
    Done(Done),
    /// It refused with a message.
    Refused(String),
    /// It ended with a traceback.
    Crash,
}

/// What a command did or said, so that ours and Alembic's can be compared.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// Revisions were run, and these were the rows afterwards.
    Steps { up: bool, revs: BTreeSet<String>, rows: BTreeSet<String> },
    /// Only rows were changed.
    Stamped { rows: BTreeSet<String> },
    /// Revisions were listed, one line each.
    Listed { lines: BTreeSet<String> },
    /// The facts of a graph.
    Graph(Value),
    /// A file was written.
    New { parents: BTreeSet<String>, depends_on: Vec<String>, labels: Vec<String> },
}

impl Vector {
    /// Reads a line.
    pub(crate) fn parse(line: &str) -> Vector {
        let value: Value = serde_json::from_str(line).expect("the vectors are JSON");
        let nodes = value["graph"].as_array().expect("a list of revisions").iter().map(|node| {
            let names = |key: &str| texts(&node[key]).into_iter().map(Into::into).collect();
            let id = node["id"].as_str().expect("an id").to_owned();
            Node {
                file: format!("{id}_.py").into(),
                slug: "".into(),
                id: id.into(),
                parents: names("down"),
                depends_on: names("depends_on"),
                labels: names("labels"),
            }
        });
        let command = value["command"].as_str().expect("a command").to_owned();
        Vector {
            graph: nodes.collect(),
            rows: texts(&value["heads"]),
            args: texts(&value["args"]),
            opts: value["opts"].clone(),
            answer: answer(&command, &value),
            command,
        }
    }

    /// Whether an option is on.
    pub(crate) fn has(&self, option: &str) -> bool {
        self.opts[option].as_bool().unwrap_or(false)
    }
}

fn answer(command: &str, value: &Value) -> Answer {
    let answer = &value["answer"];
    if let Some(message) = answer["message"].as_str() {
        return if answer["clean"] == true { Answer::Refused(message.to_owned()) } else { Answer::Crash };
    }
    let steps = answer["steps"].as_array().cloned().unwrap_or_default();
    // What is only printed has no table; then the rows are those after the last step, if there is one.
    let last = steps.last().map_or(&Value::Null, |step| &step["rows"]);
    let rows = if answer["rows"].is_array() { &answer["rows"] } else { last };
    let rows = texts(rows).into_iter().collect();
    let revs = texts(&answer["revs"]);
    Answer::Done(match command {
        "upgrade" | "downgrade" => {
            let revs = steps.iter().filter_map(|step| step["rev"].as_str()).map(str::to_owned);
            Done::Steps { up: command == "upgrade", revs: revs.collect(), rows }
        }
        "stamp" => Done::Stamped { rows },
        "graph" => {
            let text = answer["output"][0].as_str().expect("one line");
            let mut facts = serde_json::from_str(text).expect("the graph is JSON");
            sort_lists(&mut facts);
            Done::Graph(facts)
        }
        "merge" | "revision" => {
            let new = &answer["new"];
            Done::New {
                // Alembic writes them in the order of loading, we in the order of the graph.
                parents: texts(&new["down"]).into_iter().collect(),
                depends_on: texts(&new["depends_on"]),
                labels: texts(&new["labels"]),
            }
        }
        "show" | "branches" => Done::Listed { lines: revs.into_iter().collect() },
        _ => Done::Listed { lines: texts(&answer["output"]).iter().map(|line| sorted(line)).collect() },
    })
}

fn sort_lists(value: &mut Value) {
    match value {
        Value::Array(list) => list.sort_by(|a, b| a.as_str().cmp(&b.as_str())),
        Value::Object(map) => map.values_mut().for_each(sort_lists),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => (),
    }
}

/// Alembic writes the labels and the dependencies of a line in an order that changes from run to run.
fn sorted(line: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in line.split_inclusive(')') {
        match part.rsplit_once(" (") {
            Some((before, labels)) => {
                let mut labels: Vec<&str> = labels.trim_end_matches(')').split(", ").collect();
                labels.sort_unstable();
                parts.push(format!("{before} ({})", labels.join(", ")));
            }
            None => parts.push(part.to_owned()),
        }
    }
    parts.concat()
}

fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The part of a message that people look for.
pub(crate) fn searchable(message: &str) -> &str {
    if let Some(place) = message.find("does not refer to") {
        // Before this it prints the range, rows as a Python tuple.
        return &message[place..];
    }
    // Which of two revisions with one label is named first is chance, and so is where it says a cycle begins.
    let ends = ["; ", " in revision ", " (", ": "];
    let from_cycle = message.find("ycle is detected");
    let end = ends.iter().filter_map(|end| message.find(end)).min().unwrap_or(message.len());
    &message[from_cycle.unwrap_or(0)..end]
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {} on {:?} in `", self.command, self.args, self.opts, self.rows)?;
        for node in &self.graph {
            write!(f, "{}", node.id)?;
            for (sign, names) in [("<", &node.parents), (" L=", &node.labels), (" D=", &node.depends_on)] {
                if !names.is_empty() {
                    write!(f, "{sign}{}", names.join(","))?;
                }
            }
            write!(f, "; ")?;
        }
        write!(f, "`")
    }
}
