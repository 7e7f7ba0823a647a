//! The table of codes: what each means, an example, and the fix. `docs/codes.md` is written from it.

pub mod files;
pub mod graph;
pub mod settings;
pub mod syntax;

/// A kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `M` and four digits; the first two are the chapter: 01 files, 02 graph, 03 syntax, 05 settings.
    pub id: &'static str,
    /// The problem in a few words, lower case, without names: "unknown parent".
    pub title: &'static str,
    /// For `migrate explain` and docs/codes.md, as Markdown: why it is a problem, a small example, the fix.
    pub explanation: &'static str,
}

/// Every code there is, by id.
pub static CODES: &[&[&Code]] = &[files::CODES, graph::CODES, syntax::CODES, settings::CODES];
