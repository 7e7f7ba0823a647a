//! Texts, places in them, and the only code that counts lines.

use std::fmt;

/// Which text of [`Sources`] is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A range of bytes in one text: `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From byte offsets. Texts of 4 GiB and more are refused where files are read.
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start: start as u32, end: end as u32 }
    }

    /// As the range that slices a `str`.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A range of bytes in one of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which text.
    pub source: SourceId,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// The beginning of the first text: for what is never shown.
    pub(crate) const fn nowhere() -> Place {
        Place { source: SourceId(0), span: Span { start: 0, end: 0 } }
    }
}

/// A place as people say it; both count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineCol {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl fmt::Display for LineCol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// A text with the path that people know it by. The text is canonical: no byte order mark, line ends are `\n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: String,
    text: String,
    /// Byte offset of each line's first character; the first is 0.
    lines: Vec<u32>,
    /// Where the parts of a text come from that was made of others. Parts may hold smaller ones.
    origins: Vec<Origin>,
}

/// Where a part of a made text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The part.
    pub span: Span,
    /// What it was made of.
    pub place: Place,
    /// It stands there letter for letter: a place inside of it is a place inside of the other.
    pub same: bool,
}

impl Source {
    /// `path` as it is to be shown, with `/` between its parts. A byte order mark and carriage returns before line feeds
    /// are taken out of the text, so that spans, checksums and what the server gets do not depend on an editor.
    pub fn new(path: impl Into<String>, text: &str) -> Source {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
        Source { path: path.into(), text, lines, origins: Vec::new() }
    }

    /// A text that was made of others, for readers that want one. What is said about it is shown where it comes from.
    pub fn made(path: impl Into<String>, text: &str, origins: Vec<Origin>) -> Source {
        Source { origins, ..Source::new(path, text) }
    }

    /// Where a part comes from: the smallest that holds its beginning.
    fn origin(&self, span: Span) -> Option<Place> {
        let holds = |origin: &&Origin| origin.span.start <= span.start && span.start <= origin.span.end;
        let origin = self.origins.iter().filter(holds).min_by_key(|origin| origin.span.end - origin.span.start)?;
        if !origin.same {
            return Some(origin.place);
        }
        let moved = |at: u32| (origin.place.span.start + (at - origin.span.start)).min(origin.place.span.end);
        let (start, end) = (moved(span.start), moved(span.end.max(span.start)));
        Some(Place { span: Span { start, end }, ..origin.place })
    }

    /// The path as it is shown.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The canonical text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    pub fn line_col(&self, offset: usize) -> LineCol {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|&start| start as usize <= offset);
        let start = self.lines[line - 1] as usize;
        LineCol { line: line as u32, column: self.text[start..offset].chars().count() as u32 + 1 }
    }
}

/// All texts of one run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// None yet.
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Adds a text.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.0.push(source);
        SourceId(self.0.len() as u32 - 1)
    }

    /// The text of an id that [`Sources::add`] gave.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    /// The place that people are shown: of a made text the one that it was made of.
    pub fn origin(&self, place: Place) -> Place {
        self.get(place.source).origin(place.span).unwrap_or(place)
    }

    /// All of them with their ids, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0.iter().enumerate().map(|(i, source)| (SourceId(i as u32), source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_made_texts_are_shown_where_they_come_from() {
        let mut sources = Sources::new();
        let rust = sources.add(Source::new("a.rs", "check = \"age > 0\""));
        let place = |source, start, end| Place { source, span: Span::new(start, end) };
        let all = Origin { span: Span::new(0, 14), place: place(rust, 0, 17), same: false };
        let same = Origin { span: Span::new(6, 13), place: place(rust, 9, 16), same: true };
        let made = sources.add(Source::made("a.rs", "CHECK(age > 0)", vec![all, same]));
        assert_eq!(sources.origin(place(made, 10, 11)), place(rust, 13, 14));
        assert_eq!(sources.origin(place(made, 0, 5)), place(rust, 0, 17));
        assert_eq!(sources.origin(place(rust, 3, 4)), place(rust, 3, 4));
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("a.sql", "\u{feff}é\r\nab\n");
        assert_eq!(source.text(), "é\nab\n");
        let at = |offset| source.line_col(offset).to_string();
        assert_eq!(at(0), "1:1");
        assert_eq!(at(2), "1:2", "the line feed belongs to its line");
        assert_eq!(at(3), "2:1");
        assert_eq!(at(4), "2:2");
        assert_eq!(at(99), "3:1");
    }
}
