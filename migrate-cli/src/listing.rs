//! Revisions as listing commands show them: in a line, in a paragraph, as JSON. The forms are Alembic's.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use migrate_core::graph::{BranchLabels, Rev, RevSet};
use serde_json::{Value, json};

use crate::context::{Revisions, State};

const ID: Style = AnsiColor::Yellow.on_default();
const MARK: Style = AnsiColor::Green.on_default();

/// Shows the revisions of a folder.
pub(crate) struct Lister<'a> {
    revisions: &'a Revisions,
    labels: BranchLabels<'a>,
    /// What the database has, and its heads, if it was asked.
    state: Option<(&'a State, RevSet)>,
}

impl<'a> Lister<'a> {
    pub(crate) fn new(revisions: &'a Revisions, state: Option<&'a State>) -> Lister<'a> {
        let heads = |state: &'a State| (state, state.applied.heads(&revisions.graph).into_iter().collect());
        Lister { revisions, labels: revisions.graph.branch_labels(), state: state.map(heads) }
    }

    /// `parents -> id (labels) (head) (current) (branchpoint) (mergepoint), title`.
    pub(crate) fn step(&self, rev: Rev) -> String {
        let (parents, marks) = (self.parents(rev), self.marks(rev));
        format!("{parents} -> {}{}{marks}, {}", id(self.id(rev)), self.label_list(rev), self.revisions.title(rev))
    }

    /// `id (labels) (head)`.
    pub(crate) fn head(&self, rev: Rev) -> String {
        format!("{}{}{}", id(self.id(rev)), self.label_list(rev), self.head_mark(rev))
    }

    /// `id (head) (branchpoint) (mergepoint)`.
    pub(crate) fn point(&self, rev: Rev) -> String {
        format!("{}{}", id(self.id(rev)), self.marks(rev))
    }

    /// A branch point, and below it what follows.
    pub(crate) fn branch(&self, rev: Rev) -> String {
        let mut out = format!("{}{}{}", id(self.id(rev)), self.label_list(rev), self.marks(rev));
        let indent = " ".repeat(self.id(rev).chars().count());
        for &child in self.revisions.graph.children(rev) {
            let _ = write!(out, "\n{indent} -> {}", self.head(child));
        }
        out
    }

    /// All about it, in several lines.
    pub(crate) fn entry(&self, rev: Rev) -> String {
        let graph = &self.revisions.graph;
        let list = |revs: &[Rev]| graph.ids(revs.iter().copied()).collect::<Vec<_>>().join(", ");
        let mut out = format!("Rev: {}", id(self.id(rev)));
        let marks = [
            (graph.children(rev).is_empty(), " (head)"),
            (graph.is_branch_point(rev), " (branchpoint)"),
            (graph.is_merge_point(rev), " (mergepoint)"),
            (self.is_current(rev), " (current)"),
        ];
        marks.iter().filter(|(holds, _)| *holds).for_each(|(_, text)| out.push_str(&mark(text)));
        let _ = match graph.parents(rev) {
            [] => write!(out, "\nParent: <base>"),
            [parent] => write!(out, "\nParent: {}", graph.id(*parent)),
            several => write!(out, "\nMerges: {}", list(several)),
        };
        let depends_on = graph.stated_dependencies(rev);
        if !depends_on.is_empty() {
            let _ = write!(out, "\nAlso depends on: {}", list(depends_on));
        }
        if graph.is_branch_point(rev) {
            let _ = write!(out, "\nBranches into: {}", list(graph.children(rev)));
        }
        let labels: Vec<&str> = self.labels.of(rev).collect();
        if !labels.is_empty() {
            let _ = write!(out, "\nBranch names: {}", labels.join(", "));
        }
        let _ = write!(out, "\nPath: {}", self.revisions.path(rev));
        if let Some(row) = self.row(rev) {
            let how = match row.duration_ms {
                Some(ms) => format!(" in {ms} ms"),
                None => format!(" by {}", row.origin),
            };
            let who = if row.applied_by.is_empty() { String::new() } else { format!(", {}", row.applied_by) };
            let _ = write!(out, "\nApplied: {}{how}{who}", row.applied_at);
        }
        out.push('\n');
        let message = &self.revisions.file(rev).message;
        let title = self.revisions.title(rev);
        let text = if message.trim().is_empty() { &title } else { message };
        for line in text.lines() {
            let _ = write!(out, "\n    {line}");
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// All about it, for programs.
    pub(crate) fn json(&self, rev: Rev) -> Value {
        let graph = &self.revisions.graph;
        let ids = |revs: &[Rev]| revs.iter().map(|&rev| graph.id(rev)).collect::<Value>();
        let file = self.revisions.file(rev);
        let mut json = json!({
            "revision": self.id(rev),
            "slug": file.slug,
            "title": self.revisions.title(rev),
            "message": file.message,
            "file": self.revisions.path(rev),
            "parents": ids(graph.parents(rev)),
            "depends_on": ids(graph.stated_dependencies(rev)),
            "children": ids(graph.children(rev)),
            "labels": graph.node(rev).labels,
            "branches": self.labels.of(rev).collect::<Vec<_>>(),
            "head": graph.children(rev).is_empty(),
            "effective_head": graph.children(rev).is_empty() && !graph.is_real_head(rev),
            "branch_point": graph.is_branch_point(rev),
            "merge_point": graph.is_merge_point(rev),
        });
        if let Some((state, _)) = &self.state {
            json["applied"] = json!(state.applied.contains(rev));
            json["current"] = json!(self.is_current(rev));
            if let Some(row) = self.row(rev) {
                json["applied_at"] = json!(row.applied_at);
                json["applied_by"] = json!(row.applied_by);
                json["duration_ms"] = json!(row.duration_ms);
                json["origin"] = json!(row.origin);
            }
        }
        json
    }

    /// Several, for programs.
    pub(crate) fn json_list(&self, revs: &[Rev]) -> Value {
        revs.iter().map(|&rev| self.json(rev)).collect()
    }

    fn id(&self, rev: Rev) -> &'a str {
        self.revisions.graph.id(rev)
    }

    fn is_current(&self, rev: Rev) -> bool {
        self.state.as_ref().is_some_and(|(_, heads)| heads.contains(rev))
    }

    fn row(&self, rev: Rev) -> Option<&migrate_runtime::Row> {
        let (state, _) = self.state.as_ref()?;
        state.status.rows.iter().find(|row| row.id == self.id(rev))
    }

    fn parents(&self, rev: Rev) -> String {
        let graph = &self.revisions.graph;
        let list = |revs: &[Rev]| graph.ids(revs.iter().copied()).collect::<Vec<_>>().join(", ");
        let parents = graph.parents(rev);
        let mut out = if parents.is_empty() { "<base>".to_owned() } else { list(parents) };
        let depends_on = graph.stated_dependencies(rev);
        if !depends_on.is_empty() {
            let _ = write!(out, " ({})", list(depends_on));
        }
        out
    }

    fn label_list(&self, rev: Rev) -> String {
        let labels: Vec<&str> = self.labels.of(rev).collect();
        if labels.is_empty() { String::new() } else { format!(" ({})", labels.join(", ")) }
    }

    fn head_mark(&self, rev: Rev) -> String {
        let graph = &self.revisions.graph;
        match (graph.children(rev).is_empty(), graph.is_real_head(rev)) {
            (true, true) => mark(" (head)"),
            (true, false) => mark(" (effective head)"),
            (false, _) => String::new(),
        }
    }

    fn marks(&self, rev: Rev) -> String {
        let graph = &self.revisions.graph;
        let mut out = self.head_mark(rev);
        let marks = [
            (self.is_current(rev), " (current)"),
            (graph.is_branch_point(rev), " (branchpoint)"),
            (graph.is_merge_point(rev), " (mergepoint)"),
        ];
        marks.iter().filter(|(holds, _)| *holds).for_each(|(_, text)| out.push_str(&mark(text)));
        out
    }
}

fn id(text: &str) -> String {
    format!("{ID}{text}{ID:#}")
}

fn mark(text: &str) -> String {
    format!("{MARK}{text}{MARK:#}")
}
