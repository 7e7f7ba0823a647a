//! What is said to authors of migrations: one type, one table of codes, one renderer.
//!
//! Passes push diagnostics and go on; nobody returns at the first problem. Errors for programs are not here but in
//! migrate-core and migrate-runtime.

mod codes;
mod nearest;
mod render;

pub use codes::{Code, codes, command, directives, files, graph, layouts, models, runtime, semantic, settings, syntax};
pub use nearest::{distance, nearest};
pub use render::{MOST, Rest, Style, WHOLE, limit, render, render_all, sort};

use crate::source::Place;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Refuses the build.
    Error,
    /// Is shown, and the build goes on.
    Warning,
    /// Is shown where somebody looks: `migrate check`.
    Note,
}

/// A second place, with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where; it may be another file.
    pub place: Place,
    /// A short phrase, lower case: "`users` is created here".
    pub text: String,
}

/// One problem, for people who write migrations.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a problem that nobody pushes is a problem nobody sees"]
pub struct Diagnostic {
    /// Which kind of problem.
    pub code: &'static Code,
    /// How bad.
    pub severity: Severity,
    /// One sentence without a full stop, beginning in lower case: "unknown column `emial`".
    pub message: String,
    /// The first place, if there is one: a folder that is missing has none.
    pub at: Option<Place>,
    /// What is written under the carets of the first place. May be empty.
    pub label: String,
    /// Further places.
    pub labels: Vec<Label>,
    /// Facts that explain, one sentence each.
    pub notes: Vec<String>,
    /// What to do; text that can be pasted stands in it.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error with a message and nothing else yet.
    pub fn error(code: &'static Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            message: message.into(),
            at: None,
            label: String::new(),
            labels: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
        }
    }

    /// A warning with a message and nothing else yet.
    pub fn warning(code: &'static Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// The first place, and what to write under its carets (may be empty).
    pub fn at(mut self, place: Place, label: impl Into<String>) -> Diagnostic {
        self.at = Some(place);
        self.label = label.into();
        self
    }

    /// One more place.
    pub fn label(mut self, place: Place, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// One more fact.
    pub fn note(mut self, note: impl Into<String>) -> Diagnostic {
        self.notes.push(note.into());
        self
    }

    /// One more thing to do.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help.push(help.into());
        self
    }
}

/// Whether one of them refuses the build.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
