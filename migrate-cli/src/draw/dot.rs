//! The graph in the language of Graphviz.

use std::fmt::Write;

use super::{Kind, Mark, Picture, State};

/// The picture for `dot`: edges lead from what comes first to what comes after it, which is drawn above.
pub(crate) fn dot(picture: &Picture<'_>) -> String {
    let graph = picture.graph;
    let mut out = String::from(
        "digraph migrations {\n  \
         rankdir=BT;\n  \
         node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11, color=\"#8c959f\", \
         fillcolor=\"#f6f8fa\"];\n  \
         edge [color=\"#57606a\", arrowsize=0.7];\n\n",
    );
    for rev in picture.shown.iter().collect::<Vec<_>>().into_iter().rev() {
        let mut lines = vec![graph.id(rev).to_owned()];
        lines.extend(Some(picture.title(rev).to_owned()).filter(|title| !title.is_empty()));
        let labels = picture.labels(rev).map(|label| format!("[{label}]"));
        let marks = picture.marks(rev).into_iter().map(|mark| format!("({})", mark.word()));
        let said: Vec<String> = labels.chain(marks).collect();
        lines.extend(Some(said.join(" ")).filter(|said| !said.is_empty()));
        let label: Vec<String> = lines.iter().map(|line| in_label(line)).collect();
        let mut attributes = format!("label=\"{}\"", label.join("\\n"));
        attributes += match picture.state(rev) {
            Some(State::Current) => ", fillcolor=\"#ddf4ff\", color=\"#0969da\", penwidth=2.5",
            Some(State::Applied) => ", fillcolor=\"#dafbe1\", color=\"#1a7f37\"",
            Some(State::Pending) => ", fillcolor=\"#ffffff\", fontcolor=\"#57606a\"",
            None => "",
        };
        if picture.marks(rev).contains(&Mark::Head) {
            attributes += ", peripheries=2";
        }
        let _ = writeln!(out, "  \"{}\" [{attributes}];", quoted(graph.id(rev)));
    }
    out.push('\n');
    for rev in picture.shown.iter().collect::<Vec<_>>().into_iter().rev() {
        for (below, kind) in picture.below(rev) {
            let (from, to) = (quoted(graph.id(below)), quoted(graph.id(rev)));
            let style = match kind {
                Kind::Parent => "",
                Kind::Dependency => " [style=dashed, color=\"#bc4c00\"]",
            };
            let _ = writeln!(out, "  \"{from}\" -> \"{to}\"{style};");
        }
    }
    out.push_str("}\n");
    out
}

/// A name inside quotes, where a backslash means nothing unless a quote follows.
fn quoted(id: &str) -> String {
    id.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Text inside the quotes of a label, where backslashes and entities of HTML mean something.
fn in_label(text: &str) -> String {
    quoted(text).replace('&', "&amp;")
}
