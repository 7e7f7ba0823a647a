//! Directives: the words there are, and how one line is read.

use migrate_core::{Dialect, DialectSet, Direction};

use super::Spanned;
use crate::diagnostic::nearest;
use crate::source::Span;

/// What every directive begins with. Reserved: no other comment may.
pub(super) const PREFIX: &str = "-- migrate:";

/// The first word of a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Revises,
    DependsOn,
    Label,
    NoTransaction,
    Irreversible,
    Up,
    Down,
    Trust,
    Allow,
}

/// Where a directive may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// Above the first section: about the whole file.
    Header,
    /// It begins a section.
    Section,
    /// Inside a section, above a statement.
    Statement,
}

impl Word {
    pub(super) const ALL: [Word; 9] = [
        Word::Revises,
        Word::DependsOn,
        Word::Label,
        Word::NoTransaction,
        Word::Irreversible,
        Word::Up,
        Word::Down,
        Word::Trust,
        Word::Allow,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Word::Revises => "revises",
            Word::DependsOn => "depends-on",
            Word::Label => "label",
            Word::NoTransaction => "no-transaction",
            Word::Irreversible => "irreversible",
            Word::Up => "up",
            Word::Down => "down",
            Word::Trust => "trust",
            Word::Allow => "allow",
        }
    }

    /// A line that shows how it is written.
    pub(super) const fn example(self) -> &'static str {
        match self {
            Word::Revises => "-- migrate:revises 20261118091500",
            Word::DependsOn => "-- migrate:depends-on billing",
            Word::Label => "-- migrate:label billing",
            Word::NoTransaction => "-- migrate:no-transaction",
            Word::Irreversible => "-- migrate:irreversible \"why it cannot be taken back\"",
            Word::Up => "-- migrate:up",
            Word::Down => "-- migrate:down",
            Word::Trust => "-- migrate:trust",
            Word::Allow => "-- migrate:allow some_lint",
        }
    }

    /// `irreversible` may also stand where the `down` section would.
    pub(super) const fn home(self) -> Home {
        match self {
            Word::Revises | Word::DependsOn | Word::Label | Word::NoTransaction | Word::Irreversible => Home::Header,
            Word::Up | Word::Down => Home::Section,
            Word::Trust | Word::Allow => Home::Statement,
        }
    }

    pub(super) const fn direction(self) -> Option<Direction> {
        match self {
            Word::Up => Some(Direction::Up),
            Word::Down => Some(Direction::Down),
            Word::Revises | Word::DependsOn | Word::Label | Word::NoTransaction | Word::Irreversible => None,
            Word::Trust | Word::Allow => None,
        }
    }

    pub(super) fn exactly(word: &str) -> Option<Word> {
        Word::ALL.into_iter().find(|known| known.name() == word)
    }

    /// The word that was meant, if one is near.
    pub(super) fn nearly(word: &str) -> Option<Word> {
        // What other tools, and people who think in other words, write.
        let synonym = match word.to_ascii_lowercase().as_str() {
            "parent" | "parents" | "down_revision" | "down-revision" => Some(Word::Revises),
            "depends" | "requires" => Some(Word::DependsOn),
            "branch" | "branch-label" | "tag" => Some(Word::Label),
            "notransaction" | "no-tx" | "notx" => Some(Word::NoTransaction),
            "upgrade" => Some(Word::Up),
            "downgrade" | "rollback" | "undo" | "revert" => Some(Word::Down),
            "ignore" => Some(Word::Allow),
            _ => None,
        };
        synonym.or_else(|| nearest(word, Word::ALL.map(Word::name)).and_then(Word::exactly))
    }
}

/// A directive of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Directive<'a> {
    pub(super) word: Word,
    /// The comment, without white space around it.
    pub(super) span: Span,
    /// What follows the word, without white space around it.
    pub(super) rest: Spanned<&'a str>,
}

impl<'a> Directive<'a> {
    /// What follows the word, cut at white space.
    pub(super) fn arguments(&self) -> impl Iterator<Item = Spanned<&'a str>> + use<'a> {
        let Spanned { value, span } = self.rest;
        let start = span.start as usize;
        value.split_whitespace().map(move |word| {
            // Both are parts of one text, so the distance of their addresses is the distance in it.
            let at = start + (word.as_ptr() as usize - value.as_ptr() as usize);
            Spanned { value: word, span: Span::new(at, at + word.len()) }
        })
    }

    /// The dialects it names; empty where it names none.
    pub(super) fn dialects(&self) -> DialectSet {
        self.arguments().filter_map(|name| name.value.parse::<Dialect>().ok()).collect()
    }
}

/// How a line that looks like a directive is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// `-- migrate:` and a word.
    Exact,
    /// Some other way: `--migrate:up`, `# Migrate: up`, `/* migrate:up */`.
    Near,
}

/// A line that is a directive or looks like one, cut into its parts; nothing is known yet about the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) spelling: Spelling,
    pub(super) word: Spanned<&'a str>,
    pub(super) rest: Spanned<&'a str>,
}

impl<'a> Line<'a> {
    /// Reads a line without the white space around it; `at` is where it begins. `None` is a line like any other.
    pub(super) fn parse(line: &'a str, at: usize) -> Option<Line<'a>> {
        let offset = |part: &str| at + (part.as_ptr() as usize - line.as_ptr() as usize);
        let cut = |spelling, content: &'a str| {
            let word = content.split(char::is_whitespace).next().unwrap_or_default();
            let rest = content[word.len()..].trim();
            let span = |part: &'a str| {
                let start = if part.is_empty() { offset(content) + word.len() } else { offset(part) };
                Spanned { value: part, span: Span::new(start, start + part.len()) }
            };
            Line { spelling, word: span(word), rest: span(rest) }
        };
        if let Some(content) = line.strip_prefix(PREFIX) {
            if content.starts_with(|c: char| !c.is_whitespace()) {
                return Some(cut(Spelling::Exact, content));
            }
            return Some(cut(Spelling::Near, content.trim()));
        }
        let inner = match line.as_bytes() {
            [b'-', b'-', ..] | [b'/', b'/', ..] => &line[2..],
            [b'/', b'*', ..] => line[2..].strip_suffix("*/").unwrap_or(&line[2..]),
            [b'#', ..] => &line[1..],
            _ => return None,
        };
        let inner =
            inner.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '#' | '*' | '+' | '@' | '/'));
        let inner = inner.trim_end();
        let name = inner.get(.."migrate".len()).filter(|name| name.eq_ignore_ascii_case("migrate"))?;
        let after = inner[name.len()..].trim_start();
        let colon = after.strip_prefix(':');
        let line = cut(Spelling::Near, colon.unwrap_or(after).trim_start());
        // Prose may well begin with "migrate"; what looks like prose is a comment.
        let is_directive = match colon {
            Some(_) => Word::exactly(line.word.value).or_else(|| Word::nearly(line.word.value)).is_some(),
            None => ["up", "down"].contains(&line.word.value) && line.rest.value.is_empty(),
        };
        is_directive.then_some(line)
    }

    /// The line as it should be.
    pub(super) fn corrected(&self, word: Word) -> String {
        let space = if self.rest.value.is_empty() { "" } else { " " };
        format!("{PREFIX}{}{space}{}", word.name(), self.rest.value)
    }
}
