//! The one renderer of diagnostics. Its text looks as rustc's does, because it is read among rustc's.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{Place, SourceId, Sources, Span};

/// With or without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// No escape sequences.
    Plain,
    /// ANSI colours.
    Ansi,
}

/// How many diagnostics are shown at once; see [`limit`].
pub const MOST: usize = 20;

/// Columns of a line of SQL that are shown; of longer lines the part around the carets. Constant, so that the text of
/// an error does not depend on a terminal.
const WIDTH: usize = 140;

/// Columns that marks of one snippet may be apart: what remains of [`WIDTH`] is for the gutter and a label.
const APART: usize = 100;

/// The span that stands for a whole file: its path is shown, and no line of it.
pub const WHOLE: Span = Span::new(0, 0);

/// One diagnostic as rustc would show it. No line feed at the end.
pub fn render(sources: &Sources, diagnostic: &Diagnostic, style: Style) -> String {
    let diagnostic = &shown(sources, diagnostic);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id));
    let order = texts(diagnostic);
    let mut numbered = false;
    for &id in &order {
        let source = sources.get(id);
        let is_labelled = diagnostic.labels.iter().any(|label| label.place.source == id);
        let is_whole = diagnostic.at.is_some_and(|at| at.source == id && at.span == WHOLE);
        if source.text().is_empty() || is_whole && !is_labelled {
            group = group.element(Origin::path(source.path())).element(Padding);
            continue;
        }
        numbered = true;
        let snippet = || Snippet::source(source.text()).path(source.path());
        let mut main = snippet();
        let mut columns = None;
        if let Some(place) = diagnostic.at.filter(|place| place.source == id) {
            main = main.annotation(annotation(AnnotationKind::Primary, place, source.text(), &diagnostic.label));
            columns = Some(columns_of(source.text(), place));
        }
        // Lines are cut around the marks, all lines of a snippet alike: a mark that is far from the others has its own.
        let mut far = Vec::new();
        for label in diagnostic.labels.iter().filter(|label| label.place.source == id) {
            let annotation = annotation(AnnotationKind::Context, label.place, source.text(), &label.text);
            let own = columns_of(source.text(), label.place);
            let all = columns.as_ref().map_or(own.clone(), |all| all.start.min(own.start)..all.end.max(own.end));
            if all.len() > APART && columns.is_some() {
                far.push(snippet().annotation(annotation));
            } else {
                main = main.annotation(annotation);
                columns = Some(all);
            }
        }
        group = far.into_iter().fold(group.element(main), Group::element);
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Ansi => Renderer::styled(),
    };
    let shown = renderer.term_width(WIDTH).render(&[group]);
    // The gutter is as wide as the line numbers; where there are none, rustc's has one column.
    if numbered { shown } else { shown.replace('\n', "\n ").trim_end_matches([' ', '|', '\n']).to_owned() }
}

/// With the places that people are shown.
fn shown(sources: &Sources, diagnostic: &Diagnostic) -> Diagnostic {
    let mut diagnostic = diagnostic.clone();
    diagnostic.at = diagnostic.at.map(|at| sources.origin(at));
    diagnostic.labels.iter_mut().for_each(|label| label.place = sources.origin(label.place));
    diagnostic
}

/// The texts of a diagnostic: the one of its first place, then the others in the order of its labels.
fn texts(diagnostic: &Diagnostic) -> Vec<SourceId> {
    let mut order: Vec<SourceId> = diagnostic.at.iter().map(|place| place.source).collect();
    for label in &diagnostic.labels {
        if !order.contains(&label.place.source) {
            order.push(label.place.source);
        }
    }
    order
}

fn annotation<'a>(kind: AnnotationKind, place: Place, text: &str, label: &'a str) -> Annotation<'a> {
    let annotation = kind.span(shown_range(text, place.span.range()));
    if label.is_empty() { annotation } else { annotation.label(label) }
}

/// The columns of the line that a place is shown in.
fn columns_of(text: &str, place: Place) -> Range<usize> {
    let range = shown_range(text, place.span.range());
    let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let start = text[line..range.start].chars().count();
    start..start + text[range].chars().count()
}

/// Carets under a statement of a hundred lines help nobody: a span of several lines is shown as its first line, and of
/// that the beginning. The end of the text is shown behind its last character.
fn shown_range(text: &str, range: Range<usize>) -> Range<usize> {
    if range.start >= text.len() {
        let end = text.trim_end_matches('\n').len();
        return end..end;
    }
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end).max(start);
    let end = match text[start..end].find('\n') {
        Some(length) if length > 0 => start + length,
        Some(_) | None => end,
    };
    // Most characters take one column, and none more than two.
    let is_wide = |c: char| !c.is_ascii();
    let mut columns = 0;
    let most = text[start..end].char_indices().find(|(_, c)| {
        columns += 1 + usize::from(is_wide(*c));
        columns > APART
    });
    start..most.map_or(end, |(at, _)| start + at)
}

/// All of them, with an empty line between. No line feed at the end.
pub fn render_all(sources: &Sources, diagnostics: &[Diagnostic], style: Style) -> String {
    diagnostics.iter().map(|d| render(sources, d, style)).collect::<Vec<_>>().join("\n\n")
}

/// By file and place; those without a place first, those of one place as they were pushed.
pub fn sort(sources: &Sources, diagnostics: &mut [Diagnostic]) {
    let shown = |d: &Diagnostic| d.at.map(|place| sources.origin(place));
    diagnostics.sort_by_cached_key(|d| shown(d).map(|place| (sources.get(place.source).path().to_owned(), place.span)));
}

/// What [`limit`] left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rest {
    /// How many errors.
    pub errors: usize,
    /// How many warnings and notes.
    pub others: usize,
}

impl fmt::Display for Rest {
    /// "and 3 more errors", "and 1 more error and 2 more warnings".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count| if count == 1 { "" } else { "s" };
        let Rest { errors, others } = *self;
        match (errors, others) {
            (0, _) => write!(f, "and {others} more warning{}", plural(others)),
            (_, 0) => write!(f, "and {errors} more error{}", plural(errors)),
            (_, _) => {
                write!(f, "and {errors} more error{} and {others} more warning{}", plural(errors), plural(others))
            }
        }
    }
}

/// Keeps at most `most` of them, in their order, and says what was left out. Errors stay before warnings do.
pub fn limit(diagnostics: &mut Vec<Diagnostic>, most: usize) -> Option<Rest> {
    if diagnostics.len() <= most {
        return None;
    }
    let is_error = |d: &Diagnostic| d.severity == Severity::Error;
    let all_errors = diagnostics.iter().filter(|d| is_error(d)).count();
    let (mut errors, mut others) = (all_errors.min(most), most.saturating_sub(all_errors));
    let rest = Rest { errors: all_errors - errors, others: diagnostics.len() - all_errors - others };
    diagnostics.retain(|d| {
        let room = if is_error(d) { &mut errors } else { &mut others };
        let keep = *room > 0;
        *room = room.saturating_sub(1);
        keep
    });
    Some(rest)
}

#[cfg(test)]
mod tests;
