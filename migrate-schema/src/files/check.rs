//! A file against the settings of its set.

use migrate_core::{DialectSet, Direction};

use super::{MigrationFile, Settings};
use crate::diagnostic::{Diagnostic, directives as codes};
use crate::source::Source;

/// Whether the sections of a file and the dialects of the settings fit each other.
pub fn check(file: &MigrationFile, source: &Source, settings: &Settings, out: &mut Vec<Diagnostic>) {
    check_dialects(file, source, settings.dialects.iter().copied().collect(), out);
}

/// Whether the sections of a file fit the dialects of the set.
pub fn check_dialects(file: &MigrationFile, source: &Source, dialects: DialectSet, out: &mut Vec<Diagnostic>) {
    if dialects.is_empty() {
        // That no dialect is given is said once for the set.
        return;
    }
    for section in &file.sections {
        for unused in section.dialects.iter().filter(|&dialect| !dialects.contains(dialect)) {
            out.push(
                Diagnostic::warning(
                    &codes::UNUSED_DIALECT,
                    format!("the set is not for `{unused}`, so this section never runs there"),
                )
                .at(section.place(section.directive), "")
                .note(format!("the set is for {}", list(dialects)))
                .help(format!("add `{unused}` to `dialect` in `migrate.toml`, or take it out here")),
            );
        }
    }
    let has_up = file.sections.iter().any(|section| section.direction == Direction::Up);
    let missing: DialectSet =
        dialects.iter().filter(|&dialect| file.section(Direction::Up, dialect).is_none()).collect();
    if has_up && !missing.is_empty() && !file.is_merge() {
        out.push(
            Diagnostic::error(&codes::UNCOVERED_DIALECT, format!("no `up` section for {}", list(missing)))
                .at(file.whole(source), "")
                .note(format!("the set is for {}", list(dialects)))
                .help(format!(
                    "write `-- migrate:up {missing}`; where there is nothing to do, a comment below it says why"
                )),
        );
    }
}

fn list(dialects: DialectSet) -> String {
    dialects.iter().map(|dialect| format!("`{dialect}`")).collect::<Vec<_>>().join(", ")
}
