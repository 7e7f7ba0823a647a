//! The lints of a set: which are heard, what is allowed, and which files they look at.

use std::collections::BTreeSet;

use migrate_core::graph::Graph;
use migrate_core::{DialectSet, Direction};

use crate::diagnostic::{self, Diagnostic, nearest, settings as codes};
use crate::files::{MigrationFile, Settings};
use crate::lint::{self, Allow, Levels, Linter};
use crate::replay::Acts;
use crate::source::{Place, SourceId, Sources};

/// What the settings and the files say about lints.
pub(super) struct Lints {
    levels: Levels,
    allows: Vec<Allow>,
    /// Files of revisions that are not looked at.
    old: BTreeSet<SourceId>,
}

impl Lints {
    pub(super) fn new(
        files: &[MigrationFile],
        acts: &[Vec<Acts>],
        graph: Option<&Graph>,
        sources: &Sources,
        settings: &Settings,
        out: &mut Vec<Diagnostic>,
    ) -> Lints {
        let levels = Levels::new(settings, out);
        let allows = Allow::read(files, acts, sources, out);
        Lints { levels, allows, old: old(files, graph, settings, out) }
    }

    /// Who looks on while the history runs.
    pub(super) fn linter<'a>(&'a self, sources: &'a Sources) -> Linter<'a> {
        let allowed = self.allows.iter().map(|allow| allow.name.as_str()).collect();
        Linter::new(sources, &self.levels, &allowed, &self.old)
    }

    /// Revisions without a way back that do not say so. In the folder of another tool, only if most others have one.
    pub(super) fn missing_downs(
        &self,
        native: bool,
        files: &[MigrationFile],
        dialects: DialectSet,
        sources: &Sources,
        out: &mut Vec<Diagnostic>,
    ) {
        let has = |file: &MigrationFile, direction| file.sections.iter().any(|section| section.direction == direction);
        let habit = files.iter().filter(|file| has(file, Direction::Down)).count() * 2 > files.len();
        for file in files.iter().filter(|file| file.irreversible.is_none() && has(file, Direction::Up)) {
            let whole = file.sections.iter().any(crate::files::Section::is_whole);
            let missing: DialectSet = dialects
                .iter()
                .filter(|&dialect| file.section(Direction::Up, dialect).is_some())
                .filter(|&dialect| file.section(Direction::Down, dialect).is_none())
                .collect();
            if missing.is_empty() || !native && !habit {
                continue;
            }
            let message = match has(file, Direction::Down) {
                true => format!("there is no way back for {}", migrate_core::packed::dialect_list(missing)),
                false => "there is no way back".to_owned(),
            };
            let help = match whole {
                true => "write the file of the way down",
                false => "write a section `-- migrate:down`",
            };
            out.push(
                Diagnostic::warning(lint::find("missing-down").expect("it is in the table").code, message)
                    .at(file.whole(sources.get(file.source)), "")
                    .help(format!("{help}, or `-- migrate:irreversible \"why\"` at the top")),
            );
        }
    }

    /// Takes out what is allowed, and makes the rest as loud as it is to be. What allows nothing is said where all has
    /// been looked at.
    pub(super) fn settle(mut self, complete: bool, out: &mut Vec<Diagnostic>) {
        out.retain(|found| {
            let old = found.at.is_some_and(|at| self.old.contains(&at.source));
            !(old && found.severity == diagnostic::Severity::Warning && lint::of(found.code).is_some())
        });
        Allow::take_out(&mut self.allows, out);
        if complete && !diagnostic::has_errors(out) {
            Allow::unused(&self.allows, out);
        }
        self.levels.settle(out);
    }
}

/// The files of the revisions up to `since`.
fn old(
    files: &[MigrationFile],
    graph: Option<&Graph>,
    settings: &Settings,
    out: &mut Vec<Diagnostic>,
) -> BTreeSet<SourceId> {
    let (Some(since), Some(graph)) = (&settings.lints.since, graph) else { return BTreeSet::new() };
    let Some(rev) = graph.get(&since.value) else {
        let mut problem =
            Diagnostic::error(&codes::BAD_VALUE, format!("`since`: there is no revision `{}`", since.value));
        if let Some(source) = settings.source {
            problem = problem.at(Place { source, span: since.span }, "");
        }
        out.push(match nearest(&since.value, files.iter().map(|file| file.id.as_str())) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        });
        return BTreeSet::new();
    };
    let old = graph.ancestors([rev]);
    let is_old = |file: &&MigrationFile| graph.get(&file.id).is_some_and(|rev| old.contains(rev));
    files.iter().filter(is_old).flat_map(|file| file.parts().map(|(source, _)| source)).collect()
}

#[cfg(test)]
mod tests;
