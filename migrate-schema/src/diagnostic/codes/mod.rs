//! The table of codes: what each means, an example, and the fix. `docs/codes.md` is written from it.

pub mod command;
pub mod directives;
pub mod files;
pub mod graph;
pub mod layouts;
pub mod models;
pub mod runtime;
pub mod semantic;
pub mod settings;
pub mod syntax;

/// A kind of problem.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `M` and four digits; the first two are the chapter: 01 files, 02 graph, 03 syntax, 04 meaning, 05 settings, 06 models,
    /// 07 lints, 10 run time, 20 the command.
    pub id: &'static str,
    /// The problem in a few words, lower case, without names: "unknown parent".
    pub title: &'static str,
    /// For `migrate explain` and docs/codes.md, as Markdown: why it is a problem, a small example, the fix.
    pub explanation: &'static str,
}

/// The chapters, in order.
static CODES: &[&[&Code]] = &[
    files::CODES,
    directives::CODES,
    layouts::CODES,
    graph::CODES,
    syntax::CODES,
    semantic::CODES,
    settings::CODES,
    models::CODES,
    runtime::CODES,
    command::CODES,
];

/// Every code there is, by id.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    CODES.iter().flat_map(|chapter| chapter.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_each_code_explains_itself() {
        let all: Vec<&Code> = CODES.iter().flat_map(|chapter| chapter.iter().copied()).collect();
        assert!(all.is_sorted_by(|a, b| a.id < b.id), "an id is out of order or given twice");
        for Code { id, title, explanation } in all {
            assert!(id.len() == 5 && id.starts_with('M'), "{id}");
            assert!(!title.is_empty() && !title.ends_with('.'), "{id}");
            assert!(explanation.len() > title.len(), "{id}");
        }
    }
}
