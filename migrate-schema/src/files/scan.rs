//! Finds the directives of a text. A line counts only where the server would read a comment: the same words inside a
//! string, a dollar quote or a block comment are data.

use migrate_core::{Dialect, DialectSet};

use super::header::{Directive, Home, Line, PREFIX, Spelling, Word};
use crate::diagnostic::{Diagnostic, directives as codes};
use crate::source::{Place, SourceId, Span};
use crate::sql::lexer::{Kind, Lexer, Needle, Token};

/// The directives of `text`, in order. Misspelt ones are reported and, where it is clear what was meant, returned as
/// if they were right, so that one typo gives one error. `loose` takes `--migrate:up` as it is, as dbmate does.
pub(super) fn scan<'a>(
    text: &'a str,
    source: SourceId,
    dialects: DialectSet,
    loose: bool,
    out: &mut Vec<Diagnostic>,
) -> Vec<Directive<'a>> {
    let place = |span| Place { source, span };
    let mut found = Vec::new();
    let mut cursors = cursors_at(text, 0, dialects);
    for (span, candidate) in candidates(text) {
        let at = span.start as usize;
        let (mut inside, mut outside) = (None, None);
        for cursor in &mut cursors {
            let side = if cursor.covers(at) { &mut inside } else { &mut outside };
            side.get_or_insert(cursor.dialect);
        }
        let Some(reader) = outside else { continue };
        if let Some(other) = inside {
            let (reader, other) = (reader.facts().title, other.facts().title);
            out.push(
                Diagnostic::error(
                    &codes::AMBIGUOUS_DIRECTIVE,
                    format!("a directive for {reader}, but not for {other}"),
                )
                .at(place(span), "")
                .note(format!("for {other} a quote or a comment above is still open here"))
                .help("write one section per dialect: `-- migrate:up postgres`, `-- migrate:up sqlite`"),
            );
        }
        let line = match candidate {
            Candidate::Line(line) => line,
            Candidate::Trailing => {
                // Only a comment that begins here is meant; an arrow in an expression is not.
                if cursors
                    .iter()
                    .any(|cursor| cursor.token.is_some_and(|t| t.start == span.start && t.kind == Kind::Comment))
                {
                    out.push(
                        Diagnostic::error(&codes::MISPLACED_DIRECTIVE, "a directive has a line of its own")
                            .at(place(span), "behind something else")
                            .help(format!("move `{}` to a line of its own", &text[span.range()])),
                    );
                }
                continue;
            }
        };
        let exact = loose && is_dbmates(&text[span.range()]);
        let line = if exact { Line { spelling: Spelling::Exact, ..line } } else { line };
        let Some(directive) = recognise(line, span, place(span), out) else { continue };
        found.push(directive);
        if directive.word.home() == Home::Section {
            let named = directive.dialects();
            // What was open before a section is over where the section begins.
            cursors = cursors_at(text, span.end as usize, if named.is_empty() { dialects } else { named });
        }
    }
    found
}

/// Whether dbmate would read a section here: dashes, white space or none, and the word in lower case.
fn is_dbmates(line: &str) -> bool {
    let rest = line.strip_prefix("--").map(str::trim_start).and_then(|rest| rest.strip_prefix("migrate:"));
    let word = rest.and_then(|rest| rest.split_whitespace().next());
    matches!(word, Some("up" | "down"))
}

/// Whether a text has a directive that begins a section, or a line that was meant to be one. By the looks alone: it
/// decides which layout a folder has, not what runs.
pub(super) fn has_section(text: &str) -> bool {
    lines(text).any(|line| {
        let word = Word::exactly(line.word.value).or_else(|| Word::nearly(line.word.value));
        word.is_some_and(|word| word.home() == Home::Section)
    })
}

/// The lines of a text that are directives or look like one.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    candidates(text).filter_map(|(_, candidate)| match candidate {
        Candidate::Line(line) => Some(line),
        Candidate::Trailing => None,
    })
}

/// Decides what a line says, and reports it if it is not written as it should be.
fn recognise<'a>(line: Line<'a>, span: Span, at: Place, out: &mut Vec<Diagnostic>) -> Option<Directive<'a>> {
    let exact = Word::exactly(line.word.value);
    let word = exact.or_else(|| Word::nearly(line.word.value));
    if line.spelling == Spelling::Near {
        let message = match word {
            Some(word) => format!("misspelt directive `{}`", word.name()),
            None => "comments that begin `-- migrate:` are reserved for directives".to_owned(),
        };
        let diagnostic = Diagnostic::error(&codes::MISSPELT_DIRECTIVE, message).at(at, "");
        out.push(match word {
            Some(word) => diagnostic.help(format!("write `{}`", line.corrected(word))),
            None => diagnostic.note(all_words()),
        });
    } else if exact.is_none() {
        let message = format!("unknown directive `{}`", line.word.value);
        let diagnostic =
            Diagnostic::error(&codes::UNKNOWN_DIRECTIVE, message).at(Place { span: line.word.span, ..at }, "");
        out.push(match word {
            Some(word) => diagnostic.help(format!("did you mean `{}`?", line.corrected(word))),
            None => diagnostic.note(all_words()),
        });
    }
    word.map(|word| Directive { word, span, rest: line.rest })
}

fn all_words() -> String {
    format!("the directives are {}", Word::ALL.map(|word| format!("`{}`", word.name())).join(", "))
}

/// A place where a directive may be.
enum Candidate<'a> {
    /// A line that is one, or looks like one.
    Line(Line<'a>),
    /// The prefix, with something before it on its line.
    Trailing,
}

/// What every directive holds, and what looks like one.
static NAME: Needle = Needle::new("migrate");

/// By the looks of the lines alone; whether the server reads a comment there is not known yet.
fn candidates(text: &str) -> impl Iterator<Item = (Span, Candidate<'_>)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            // Few lines hold the word at all, and this is asked of all texts.
            let named = NAME.find(text, next)?;
            let start = text[..named].rfind('\n').map_or(0, |feed| feed + 1);
            next = text[named..].find('\n').map_or(text.len(), |feed| named + feed);
            let line = &text[start..next];
            let at = start + (line.len() - line.trim_start().len());
            let line = line.trim();
            if line.starts_with(['-', '#', '/'])
                && let Some(parsed) = Line::parse(line, at)
            {
                return Some((Span::new(at, at + line.len()), Candidate::Line(parsed)));
            }
            if let Some(trailing) = line.find(PREFIX).filter(|&i| i > 0) {
                return Some((Span::new(at + trailing, at + line.len()), Candidate::Trailing));
            }
        }
    })
}

/// One dialect's reading of a region of the text.
struct Cursor<'a> {
    text: &'a str,
    dialect: Dialect,
    lexer: Lexer<'a>,
    /// The first token that ends after every place asked about.
    token: Option<Token>,
}

/// Readers for all of `dialects`. Where none is known the strictest common form, PostgreSQL's, must do; that there is
/// none is an error of its own.
fn cursors_at(text: &str, start: usize, dialects: DialectSet) -> Vec<Cursor<'_>> {
    let dialects = if dialects.is_empty() { DialectSet::EMPTY.with(Dialect::Postgres) } else { dialects };
    dialects
        .iter()
        .map(|dialect| {
            let mut lexer = Lexer::new(text, start..text.len(), dialect);
            let token = lexer.next();
            Cursor { text, dialect, lexer, token }
        })
        .collect()
}

impl Cursor<'_> {
    /// Whether `at` lies inside of a token. Asked with growing places only.
    fn covers(&mut self, at: usize) -> bool {
        while let Some(token) = self.token
            && token.end as usize <= at
        {
            self.token = self.lexer.next();
        }
        let Some(token) = self.token else { return false };
        if token.start as usize >= at {
            return false;
        }
        // SQLite reads a comment that is never closed as one.
        let text = token.text(self.text);
        let open = token.kind == Kind::Comment && text.starts_with("/*") && !text.ends_with("*/");
        if open || matches!(token.kind, Kind::Bad(_)) {
            // What is never closed would swallow the rest of the file. It is reported where statements are cut; here
            // the next directive ends it.
            self.lexer.seek(at);
            self.token = self.lexer.next();
            return false;
        }
        true
    }
}
