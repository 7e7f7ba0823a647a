//! The graph as a Mermaid flow chart, which code hosts draw inside Markdown.

use std::fmt::Write;

use super::{Kind, Mark, Picture, State};

/// The picture for Mermaid: edges lead from what comes first to what comes after it, which is drawn above.
pub(crate) fn mermaid(picture: &Picture<'_>) -> String {
    let graph = picture.graph;
    let mut out = String::from("flowchart BT\n");
    let (mut heads, mut dashed, mut edges) = (Vec::new(), Vec::new(), 0);
    for rev in picture.shown.iter().collect::<Vec<_>>().into_iter().rev() {
        let mut lines = vec![format!("<b>{}</b>", escaped(graph.id(rev)))];
        lines.extend(Some(escaped(picture.title(rev))).filter(|title| !title.is_empty()));
        let labels = picture.labels(rev).map(|label| format!("[{}]", escaped(label)));
        let marks = picture.marks(rev).into_iter().map(|mark| format!("({})", mark.word()));
        let said: Vec<String> = labels.chain(marks).collect();
        lines.extend(Some(said.join(" ")).filter(|said| !said.is_empty()));
        let class = match picture.state(rev) {
            Some(State::Current) => ":::current",
            Some(State::Applied) => ":::applied",
            Some(State::Pending) => ":::pending",
            None => "",
        };
        let name = name(graph.id(rev));
        let _ = writeln!(out, "  {name}[\"{}\"]{class}", lines.join("<br/>"));
        if picture.marks(rev).contains(&Mark::Head) {
            heads.push(name);
        }
    }
    for rev in picture.shown.iter().collect::<Vec<_>>().into_iter().rev() {
        for (below, kind) in picture.below(rev) {
            let arrow = match kind {
                Kind::Parent => "-->",
                Kind::Dependency => "-.->",
            };
            if kind == Kind::Dependency {
                dashed.push(edges.to_string());
            }
            edges += 1;
            let _ = writeln!(out, "  {} {arrow} {}", name(graph.id(below)), name(graph.id(rev)));
        }
    }
    if picture.database.is_some() {
        out.push_str("  classDef applied fill:#dafbe1,stroke:#1a7f37,color:#1f2328\n");
        out.push_str("  classDef pending fill:#ffffff,stroke:#8c959f,color:#57606a\n");
        out.push_str("  classDef current fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#1f2328\n");
    }
    if !heads.is_empty() {
        out.push_str("  classDef head font-weight:bold\n");
        let _ = writeln!(out, "  class {} head", heads.join(","));
    }
    if !dashed.is_empty() {
        let _ = writeln!(out, "  linkStyle {} stroke:#bc4c00", dashed.join(","));
    }
    out
}

/// A name for a node: letters and digits as they are, all else spelt out, so that no two ids share one.
fn name(id: &str) -> String {
    id.chars().fold(String::from("r_"), |mut name, c| {
        match c {
            '_' => name.push_str("__"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            c => {
                let _ = write!(name, "_x{:x}_", u32::from(c));
            }
        }
        name
    })
}

/// Text inside quotes, with all that Mermaid, Markdown or HTML would take for more than text as Mermaid's entities.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '#' | '&' | '<' | '>' | '"' | '\'' | '`' | '*' | '_' | '\\' | ';' | '~' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c => out.push(c),
        }
        out
    })
}
