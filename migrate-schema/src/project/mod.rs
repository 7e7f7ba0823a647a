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
mod probe;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// How many threads read statements at most: rustc and cargo want the rest of the machine.
const MOST_WORKERS: usize = 4;

/// So many files are worth a thread.
const FILES_OF_A_WORKER: usize = 20;

/// How many files a thread takes at once.
const FILES_AT_ONCE: usize = 4;

/// As much as a program's first thread has: how deep an expression nests must not depend on how many files there are.
const STACK: usize = 8 << 20;

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
        let (revisions, acts): (Vec<Revision>, Vec<Vec<Acts>>) = self.revisions(out).into_iter().unzip();
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

    /// Reads and judges the statements of all files. A file says nothing about another one's statements, so that several
    /// processors may share them: half the time of a build goes into this, and rustc waits for it.
    fn revisions(&self, out: &mut Vec<Diagnostic>) -> Vec<(Revision, Vec<Acts>)> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let workers = processors.min(MOST_WORKERS).min(self.files.len() / FILES_OF_A_WORKER).max(1);
        if workers == 1 {
            return self.files.iter().map(|file| self.revision(file, out)).collect();
        }
        // Files differ in size: whoever is done takes the next few.
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let first = next.fetch_add(FILES_AT_ONCE, Ordering::Relaxed);
                let Some(rest) = self.files.get(first..).filter(|rest| !rest.is_empty()) else { return done };
                let mut out = Vec::new();
                let files = &rest[..rest.len().min(FILES_AT_ONCE)];
                let revisions: Vec<_> = files.iter().map(|file| self.revision(file, &mut out)).collect();
                done.push((first, revisions, out));
            }
        };
        let mut done = std::thread::scope(|scope| {
            // A system that gives no more threads leaves the work to this one.
            let another = |_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok();
            let others: Vec<_> = (1..workers).filter_map(another).collect();
            let mut done = work();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        done.sort_by_key(|(first, ..)| *first);
        let mut revisions = Vec::with_capacity(self.files.len());
        for (_, some, said) in done {
            revisions.extend(some);
            out.extend(said);
        }
        revisions
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
