//! Structs that derive `Table` and enums that derive `Enum`, read from the sources of a crate.
//!
//! A struct becomes the SQL that a person would write for it, and that goes through the readers of migrations: a type, a
//! default or a check is judged as any SQL is, and what is said about it is shown where it stands in the Rust source.
//! The derives use the same reading ([`table::read`], [`enums::read`]), so that both say the same.

mod attributes;
mod check;
mod column;
pub mod enums;
mod link;
pub mod model;
pub mod names;
pub mod problem;
mod scan;
mod sql;
pub mod table;
#[cfg(test)]
mod tests;
pub mod types;
mod write;

use migrate_core::{Dialect, DialectSet};

use super::Said;
use crate::diagnostic::Diagnostic;
use crate::files::disk::models::ModelFile;
use crate::files::settings::Models as Settings;
use crate::source::{SourceId, Sources};
use model::{EnumModel, Model};
use problem::Problem;

/// All models of a crate.
#[derive(Debug, Default)]
pub struct Models {
    /// The structs, in the order of the files.
    tables: Vec<(SourceId, Model)>,
    /// The enums.
    enums: Vec<(SourceId, EnumModel)>,
}

/// Reads the models of these files. `dialects` are those of the set.
pub fn read(files: &[ModelFile], sources: &Sources, dialects: DialectSet, out: &mut Vec<Diagnostic>) -> Models {
    let _own = OwnSpans::new();
    let mut models = Models::default();
    let mut tests: Vec<String> = Vec::new();
    let mut read: Vec<(&ModelFile, scan::Found)> = Vec::new();
    for file in files {
        let text = sources.get(file.source).text();
        if !scan::may_hold(text) {
            continue;
        }
        let mut problems = Vec::new();
        let found = scan::read(text, &mut problems);
        tests.extend(found.test_modules.iter().map(|module| module_path(&file.file, module)));
        read.push((file, found));
        out.extend(problems.iter().map(|problem| diagnostic(file.source, problem)));
    }
    let is_test = |file: &str| {
        tests
            .iter()
            .any(|test| file.strip_prefix(test.as_str()).is_some_and(|rest| rest == ".rs" || rest.starts_with('/')))
    };
    for (file, found) in read.into_iter().filter(|(file, _)| !is_test(&file.file)) {
        let mut problems = Vec::new();
        for input in &found.tables {
            models.tables.extend(table::read(input, &mut problems).map(|model| (file.source, model)));
        }
        for input in &found.enums {
            models.enums.extend(enums::read(input, &mut problems).map(|model| (file.source, model)));
        }
        out.extend(problems.iter().map(|problem| diagnostic(file.source, problem)));
    }
    link::check(&models, dialects, out);
    models
}

impl Models {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(|(_, model)| model.embedded)
    }

    /// What they say, for one dialect. `elsewhere` are the names of tables that another form of the models brings.
    pub fn said(
        &self,
        dialect: Dialect,
        settings: &Settings,
        elsewhere: &[String],
        sources: &mut Sources,
        out: &mut Vec<Diagnostic>,
    ) -> Said {
        write::Writer::new(self, dialect, settings, elsewhere, out).all(sources)
    }
}

/// Where the file of a module may be: `src/db.rs` and `tests` make `src/db/tests`.
fn module_path(file: &str, module: &str) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    match name {
        "mod.rs" | "lib.rs" | "main.rs" => format!("{folder}/{module}"),
        name => format!("{folder}/{}/{module}", name.trim_end_matches(".rs")),
    }
}

pub(super) fn diagnostic(source: SourceId, problem: &Problem) -> Diagnostic {
    let mut diagnostic =
        Diagnostic::error(problem.code, problem.message.clone()).at(sql::place(source, problem.span), "");
    diagnostic.help.clone_from(&problem.help);
    diagnostic
}

/// Inside of a macro rustc's own tokens have no places in the text. While this lives, tokens are proc-macro2's.
struct OwnSpans;

impl OwnSpans {
    fn new() -> OwnSpans {
        proc_macro2::fallback::force();
        OwnSpans
    }
}

impl Drop for OwnSpans {
    fn drop(&mut self) {
        proc_macro2::fallback::unforce();
    }
}
