//! How loud each lint is.

use super::{Group, LINTS, Lint, of};
use crate::diagnostic::{Diagnostic, Severity, directives, nearest, settings as codes};
use crate::files::Settings;
use crate::files::settings::Level;
use crate::source::Place;

/// The level of each lint, as the settings and its default have it.
#[derive(Debug)]
pub struct Levels {
    levels: Vec<Level>,
}

impl Levels {
    /// Reads the names in `[lints]`; those that there are not are said.
    pub fn new(settings: &Settings, out: &mut Vec<Diagnostic>) -> Levels {
        let given = |name: &str| settings.lints.levels.iter().find(|(known, _)| known.value == name);
        let level = |lint: &&Lint| {
            let given = given(lint.name).or_else(|| given(lint.group.name()));
            given.map_or(lint.level, |(_, level)| *level)
        };
        for (name, _) in &settings.lints.levels {
            let is_group = Group::NAMES.iter().any(|(group, _)| *group == name.value);
            if !is_group && super::find(&name.value).is_none() {
                let mut diagnostic = unknown(&name.value);
                if let Some(source) = settings.source {
                    diagnostic = diagnostic.at(Place { source, span: name.span }, "");
                }
                out.push(Diagnostic { code: &codes::UNKNOWN_SETTING, ..diagnostic });
            }
        }
        Levels { levels: LINTS.iter().map(level).collect() }
    }

    /// The level of a lint.
    pub fn level(&self, lint: &Lint) -> Level {
        let at = LINTS.iter().position(|other| std::ptr::eq(*other, lint));
        at.and_then(|at| self.levels.get(at)).copied().unwrap_or(lint.level)
    }

    pub(super) fn heard(&self, lint: &Lint) -> bool {
        self.level(lint) != Level::Allow
    }

    /// Makes the warnings of lints as loud as they are to be.
    pub fn settle(&self, found: &mut Vec<Diagnostic>) {
        found.retain_mut(|diagnostic| {
            if diagnostic.severity != Severity::Warning {
                return true;
            }
            let Some(lint) = of(diagnostic.code) else { return true };
            match self.level(lint) {
                Level::Allow => return false,
                Level::Warn => (),
                Level::Deny => diagnostic.severity = Severity::Error,
            }
            diagnostic.notes.push(format!("`-- migrate:allow {}` allows it", lint.name));
            true
        });
    }
}

/// There is no such lint.
pub(super) fn unknown(name: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(&directives::UNKNOWN_LINT, format!("unknown lint `{name}`"));
    let names = LINTS.iter().map(|lint| lint.name).chain(Group::NAMES.iter().map(|(name, _)| *name));
    match nearest(&name.replace('_', "-"), names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("`migrate explain` lists the lints"),
    }
}
