//! What is wrong with a struct, before it is known whether a file or the derive is read.

use proc_macro2::Span;

use crate::diagnostic::{Code, nearest};

/// A mistake in a model. The reader of files makes a diagnostic of it, the derive an error of rustc's.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Which kind.
    pub code: &'static Code,
    /// Where.
    pub span: Span,
    /// One sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: Vec<String>,
}

impl Problem {
    /// A problem with a message.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Problem {
        Problem { code, span, message: message.into(), help: Vec::new() }
    }

    /// What to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Problem {
        self.help.push(help.into());
        self
    }

    /// A name that is not known, with the nearest of those that are.
    #[must_use]
    pub fn or<'k>(self, word: &str, known: impl Iterator<Item = &'k str> + Clone) -> Problem {
        match nearest(word, known.clone()) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => {
                let all: Vec<String> = known.map(|name| format!("`{name}`")).collect();
                if all.is_empty() { self } else { self.help(format!("there are {}", all.join(", "))) }
            }
        }
    }
}
