//! Pictures of a graph: lanes for a terminal, and files for Graphviz, Mermaid and a browser.
//!
//! Everything here is a function of a [`Picture`]: the same graph gives the same text on every machine. Newest is on top.

mod dot;
mod glyph;
mod lanes;
mod mermaid;
mod order;
mod svg;
mod text;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use dot::dot;
pub(crate) use mermaid::mermaid;
pub(crate) use svg::{Layout, svg};
pub(crate) use text::{Charset, Look, text};

use migrate_core::{Applied, Graph, Rev, RevSet};

/// A graph, and what is known about each of its revisions.
#[derive(Debug, Clone)]
pub(crate) struct Picture<'a> {
    graph: &'a Graph,
    titles: Vec<String>,
    shown: RevSet,
    /// None where no database was asked.
    database: Option<Database>,
}

#[derive(Debug, Clone)]
struct Database {
    applied: Applied,
    current: RevSet,
    edited: RevSet,
}

/// What a database says about a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Pending,
    Applied,
    /// Applied, and the database stands here.
    Current,
}

/// What is said about a revision beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Head,
    /// A head that other revisions depend on.
    EffectiveHead,
    Current,
    Base,
    /// A merge of which not every parent is shown.
    Merge,
    /// Changed since it was applied.
    Edited,
}

impl Mark {
    fn word(self) -> &'static str {
        match self {
            Mark::Head => "head",
            Mark::EffectiveHead => "effective head",
            Mark::Current => "current",
            Mark::Base => "base",
            Mark::Merge => "merge",
            Mark::Edited => "edited",
        }
    }
}

/// Why one revision comes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Parent,
    Dependency,
}

impl<'a> Picture<'a> {
    /// All of the graph, and nothing known of a database. A title of several lines is cut to its first; where there is
    /// none, the slug is shown.
    pub(crate) fn new<T: Into<String>>(graph: &'a Graph, title: impl Fn(Rev) -> T) -> Picture<'a> {
        let titles = graph.iter().map(|rev| words::title(&title(rev).into(), &graph.node(rev).slug)).collect();
        Picture { graph, titles, shown: graph.all(), database: None }
    }

    /// Marks what is applied and where the database stands.
    pub(crate) fn applied(mut self, applied: &Applied) -> Picture<'a> {
        let current = applied.current(self.graph).into_iter().collect();
        self.database = Some(Database { applied: applied.clone(), current, edited: RevSet::new() });
        self
    }

    /// Marks revisions that were edited after they were applied. Says nothing without [`Picture::applied`].
    pub(crate) fn edited(mut self, edited: impl IntoIterator<Item = Rev>) -> Picture<'a> {
        if let Some(database) = &mut self.database {
            database.edited.extend(edited);
        }
        self
    }

    /// Shows only these.
    pub(crate) fn only(mut self, revs: impl IntoIterator<Item = Rev>) -> Picture<'a> {
        self.shown = revs.into_iter().collect();
        self
    }

    fn title(&self, rev: Rev) -> &str {
        &self.titles[rev.index()]
    }

    fn state(&self, rev: Rev) -> Option<State> {
        let database = self.database.as_ref()?;
        Some(match (database.applied.contains(rev), database.current.contains(rev)) {
            (_, true) => State::Current,
            (true, false) => State::Applied,
            (false, false) => State::Pending,
        })
    }

    fn labels(&self, rev: Rev) -> impl Iterator<Item = &'a str> {
        self.graph.node(rev).labels.iter().map(|label| &**label)
    }

    fn marks(&self, rev: Rev) -> Vec<Mark> {
        let graph = self.graph;
        let (head, real) = (graph.children(rev).is_empty(), graph.is_real_head(rev));
        let hidden = graph.parents(rev).iter().any(|&parent| !self.shown.contains(parent));
        let edited = self.database.as_ref().is_some_and(|database| database.edited.contains(rev));
        [
            (head && real, Mark::Head),
            (head && !real, Mark::EffectiveHead),
            (self.state(rev) == Some(State::Current), Mark::Current),
            (graph.parents(rev).is_empty(), Mark::Base),
            (graph.is_merge_point(rev) && hidden, Mark::Merge),
            (edited, Mark::Edited),
        ]
        .into_iter()
        .filter_map(|(holds, mark)| holds.then_some(mark))
        .collect()
    }

    /// Whether it comes after something that is not shown, and nothing that is.
    fn is_cut(&self, rev: Rev) -> bool {
        let parents = self.graph.parents(rev);
        !parents.is_empty() && !parents.iter().any(|&parent| self.shown.contains(parent))
    }

    /// What is shown below a revision: parents as written, then dependencies.
    fn below(&self, rev: Rev) -> impl Iterator<Item = (Rev, Kind)> + '_ {
        let parents = self.graph.parents(rev).iter().map(|&rev| (rev, Kind::Parent));
        let dependencies = self.graph.dependencies(rev).iter().map(|&rev| (rev, Kind::Dependency));
        parents.chain(dependencies).filter(|(rev, _)| self.shown.contains(*rev))
    }
}
