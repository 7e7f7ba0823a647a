//! The one pipeline from a folder to everything that is known about it. The macro writes the result down as data, the
//! command prints it, checks it, or adds a file.

mod bodies;
mod catalog;
mod drift;
#[cfg(test)]
mod drift_tests;
mod graph;
mod lints;
mod meaning;
mod merges;
#[cfg(test)]
mod native_tests;
mod probe;
#[cfg(test)]
mod tests;
mod workers;

use std::path::Path;

use migrate_core::graph::{Graph, Node};
use migrate_core::ledger::Tally;
use migrate_core::packed::{Preamble, Set};
use migrate_core::{DialectSet, Revision, Text};
use sha2::{Digest, Sha256};

use crate::catalog::Catalog;
use crate::diagnostic::{self, Diagnostic};
use crate::files::disk::Folder;
use crate::files::settings::{Heads, Newer};
use crate::files::{self, MigrationFile};
use crate::replay::Acts;
use crate::source::Sources;

/// A folder of migrations, and all that is wrong with it.
#[derive(Debug)]
pub struct Project {
    /// The texts that were read.
    pub sources: Sources,
    /// The folder: its settings and its files. None if it cannot be read at all.
    pub folder: Option<Folder>,
    /// The dialects it is written for.
    pub dialects: DialectSet,
    /// The revisions as their files say them, in the order of the paths. A file with mistakes in its header is missing.
    pub files: Vec<MigrationFile>,
    /// The revision graph; none if it has mistakes, or files that could not be understood.
    pub graph: Option<Graph>,
    /// What the runtime needs; none if there is any error.
    pub set: Option<Set>,
    /// The schema at the head, for each dialect in order; none if there are mistakes, or several heads.
    pub catalogs: Vec<Catalog>,
    /// The files of models that were read, as paths from the folder. A build must be repeated if one of them changes.
    pub models: Vec<String>,
    /// Every problem, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Reads and checks a folder. `shown` is how it is named to people: the path that they wrote. `dialects` stand in for
    /// the settings where these name none; empty = nothing is said.
    ///
    /// ```
    /// use migrate_schema::Project;
    /// use migrate_core::DialectSet;
    ///
    /// let project = Project::load("../migrations".as_ref(), "migrations", DialectSet::EMPTY);
    /// assert!(project.diagnostics.is_empty());
    /// assert_eq!(project.set.expect("it has no errors").revisions.len(), project.files.len());
    /// ```
    pub fn load(folder: &Path, shown: &str, dialects: DialectSet) -> Project {
        let mut sources = Sources::new();
        let mut out = Vec::new();
        let folder = files::disk::read(folder, shown, &mut sources, &mut out);
        let mut project = Project {
            sources,
            folder: None,
            dialects,
            files: Vec::new(),
            graph: None,
            set: None,
            catalogs: Vec::new(),
            models: Vec::new(),
            diagnostics: Vec::new(),
        };
        if let Some(folder) = folder {
            project.fill(folder, &mut out);
        }
        diagnostic::sort(&project.sources, &mut out);
        project.diagnostics = out;
        project
    }

    fn fill(&mut self, folder: Folder, out: &mut Vec<Diagnostic>) {
        let named = folder.settings.dialect_set();
        if !named.is_empty() {
            self.dialects = named;
        } else if self.dialects.is_empty() {
            folder.settings.check_dialect(&folder.shown, out);
        }
        let unreadable = diagnostic::has_errors(out);
        self.files = files::parse_all(&folder, &self.sources, self.dialects, out);
        let read: usize = self.files.iter().map(|file| file.parts().count()).sum();
        let known = match diagnostic::has_errors(out) {
            _ if unreadable || read < folder.files.len() => graph::Known::SomeFiles,
            true => graph::Known::SomeHeaders,
            false => graph::Known::All,
        };
        self.graph = graph::check(&self.files, &self.sources, &folder.settings, known, out);
        let (revisions, acts): (Vec<Revision>, Vec<Vec<Acts>>) =
            workers::share(&self.files, out, |file, out| self.revision(file, out)).into_iter().unzip();
        let lints = lints::Lints::new(&self.files, &acts, self.graph.as_ref(), &self.sources, &folder.settings, out);
        if let Some(graph) = &self.graph {
            let mut linter = lints.linter(&self.sources);
            self.catalogs =
                meaning::check(&self.files, &acts, self.dialects, graph, &folder.settings, &mut linter, out);
            lints.missing_downs(folder.layout.is_native(), &self.files, self.dialects, &self.sources, out);
        }
        lints.settle(self.graph.is_some(), out);
        if let Some(graph) = &self.graph
            && !diagnostic::has_errors(out)
        {
            self.set = Some(self.set_of(&folder, graph, revisions));
        }
        self.folder = Some(folder);
    }

    fn revision(&self, file: &MigrationFile, out: &mut Vec<Diagnostic>) -> (Revision, Vec<Acts>) {
        // One hash over all of its files; with one file it is the hash of that.
        let mut exact = Sha256::new();
        file.parts().for_each(|(source, _)| exact.update(self.sources.get(source).text()));
        let texts = |items: &[files::Spanned<String>]| {
            items.iter().map(|item| Text::Owned(item.value.clone())).collect::<Vec<_>>()
        };
        let bodies::Bodies { bodies, acts } = bodies::of(file, &self.sources, self.dialects, out);
        let revision = Revision {
            id: Text::Owned(file.id.clone()),
            slug: Text::Owned(file.slug.clone()),
            message: Text::Owned(file.message.clone()),
            parents: texts(file.revises.ids()),
            depends_on: texts(&file.depends_on),
            labels: texts(&file.labels),
            irreversible: file.irreversible.as_ref().map(|why| Text::Owned(why.value.clone())),
            file: Text::Owned(file.file.clone()),
            exact: bodies::checksum(&mut exact),
            bodies,
        };
        (revision, acts)
    }

    fn set_of(&self, folder: &Folder, graph: &Graph, mut revisions: Vec<Revision>) -> Set {
        revisions.sort_by_key(|revision| graph.get(&revision.id));
        let preamble = Preamble {
            dialects: self.dialects,
            ledger: folder.settings.ledger.clone(),
            many_heads: folder.settings.heads == Heads::Many,
            refuse_newer: folder.settings.newer == Newer::Refuse,
            limits: folder.settings.limits,
            lock: folder.settings.lock,
            folder: Text::Owned(folder.shown.clone()),
            directories: folder.directories.iter().cloned().map(Text::Owned).collect(),
            ignored: folder.ignored.iter().cloned().map(Text::Owned).collect(),
            tallies: self.dialects.iter().map(|dialect| (dialect, Tally::of(&revisions, dialect))).collect(),
        };
        Set { preamble, revisions }
    }

    /// Whether anything refuses the build.
    pub fn has_errors(&self) -> bool {
        diagnostic::has_errors(&self.diagnostics)
    }

    /// The file of a revision.
    pub fn file(&self, id: &str) -> Option<&MigrationFile> {
        self.files.iter().find(|file| file.id == id)
    }
}

impl From<&MigrationFile> for Node {
    fn from(file: &MigrationFile) -> Node {
        let texts = |items: &[files::Spanned<String>]| items.iter().map(|item| item.value.clone().into()).collect();
        Node {
            id: file.id.clone().into(),
            slug: file.slug.clone().into(),
            file: file.file.clone().into(),
            parents: texts(file.revises.ids()),
            depends_on: texts(&file.depends_on),
            labels: texts(&file.labels),
        }
    }
}
