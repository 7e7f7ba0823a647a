//! What a new file is called and says. Time and chance are arguments.

mod slug;

use migrate_core::{Dialect, DialectSet, Direction};

use super::layouts::goose;
use super::settings::{FileTemplate, IdStyle, Settings};
use super::{Draft, DraftSection, Revises, id_problem, label_problem, parse, print};
use crate::source::{Source, Sources};
use crate::sql::lexer::{Kind, Lexer};

pub use slug::slug;

/// A revision that is to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRevision {
    /// Its id; see [`new_id`].
    pub id: String,
    /// Its short name; see [`slug()`]. May be empty.
    pub slug: String,
    /// What it does, in words.
    pub message: String,
    /// The revisions it comes after: none for a base, several for a merge.
    pub parents: Vec<String>,
    /// Ids or labels of what must be applied first.
    pub depends_on: Vec<String>,
    /// Names for the branch that begins here.
    pub labels: Vec<String>,
    /// Whether the statements run without a transaction.
    pub no_transaction: bool,
    /// The dialects to write a section each for; empty writes one section for all.
    pub dialects: DialectSet,
    /// The sections, where they say different things for different dialects.
    pub sections: Vec<DraftSection>,
    /// When it is written, for a template with the date in it.
    pub now: Time,
    /// The statements of the way up; empty is for the author to fill.
    pub up: String,
    /// The statements of the way down.
    pub down: String,
    /// Why there is no way down; then there is no section for it.
    pub irreversible: Option<String>,
}

/// Seconds since 1970 in UTC, cut into the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Time(pub u64);

impl Time {
    /// Year, month, day, hour, minute, second.
    pub const fn parts(self) -> [u64; 6] {
        let (days, second) = (self.0 / 86_400, self.0 % 86_400);
        // Years are counted from March, so that the leap day is the last of its year; 719 468 days lie between the
        // first of March of the year 0 and 1970.
        let days = days + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + (month <= 2) as u64;
        [year, month, day, second / 3_600, second / 60 % 60, second % 60]
    }

    /// `YYYYMMDDHHMMSS`.
    pub fn stamp(self) -> String {
        let [year, month, day, hour, minute, second] = self.parts();
        format!("{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}")
    }
}

/// An id that none of `taken` is: of the time, of the random bytes, or the next number.
pub fn new_id(style: IdStyle, now: Time, random: [u8; 6], taken: &[&str]) -> String {
    let free = |id: &String| !taken.iter().any(|other| other.eq_ignore_ascii_case(id));
    match style {
        IdStyle::Timestamp => (now.0..).map(|second| Time(second).stamp()).find(free),
        IdStyle::Hex => {
            let number = random.iter().fold(0, |number: u64, &byte| number << 8 | u64::from(byte));
            (number..).map(|number| format!("{:012x}", number & 0xffff_ffff_ffff)).find(free)
        }
        IdStyle::Counter => {
            // Ids that are dates are not part of the count.
            let numbers = taken.iter().filter(|id| id.len() <= 9).filter_map(|id| id.parse::<u64>().ok());
            (numbers.max().unwrap_or(0) + 1..).map(|number| format!("{number:04}")).find(free)
        }
    }
    .expect("more ids exist than can be taken")
}

/// Why a new revision cannot be written; a clause for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorError(
    /// The clause.
    pub String,
);

impl std::fmt::Display for AuthorError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for AuthorError {}

/// The name and the text of the file for a new revision. A merge gets no sections, because it has nothing to do.
pub fn new_file(new: &NewRevision, settings: &Settings) -> Result<(String, String), AuthorError> {
    let name = file_name(new, &settings.file_template);
    for id in std::iter::once(&new.id).chain(&new.parents) {
        refuse(id_problem(id), id)?;
    }
    for label in new.labels.iter().chain(&new.depends_on) {
        refuse(label_problem(label), label)?;
    }
    let draft = Draft {
        message: message(&new.message),
        revises: Some(new.parents.clone()),
        depends_on: new.depends_on.clone(),
        labels: new.labels.clone(),
        no_transaction: new.no_transaction,
        irreversible: new.irreversible.clone(),
        sections: if new.parents.len() > 1 && new.up.is_empty() { Vec::new() } else { sections(new) },
    };
    let text = print(&draft);
    // The reader has the last word on what a file may say; the empty sections are for the author to fill.
    let mut sources = Sources::new();
    let id = sources.add(Source::new(name.as_str(), &text));
    let mut problems = Vec::new();
    let read = parse(id, sources.get(id), &name, settings.dialect_set(), &mut problems);
    problems.retain(|problem| problem.code != &crate::diagnostic::directives::EMPTY_SECTION);
    match (problems.first(), read) {
        (Some(problem), _) => Err(AuthorError(problem.message.clone())),
        (None, Some(read)) if read.id == new.id && read.draft(sources.get(id)) == draft => Ok((name, text)),
        (None, _) => Err(AuthorError(format!("`{name}` cannot say this"))),
    }
}

fn refuse(problem: Option<String>, name: &str) -> Result<(), AuthorError> {
    problem.map_or(Ok(()), |why| Err(AuthorError(format!("`{name}`: {why}"))))
}

/// Without what a leading comment cannot hold: white space at the ends of lines, empty lines at the ends.
fn message(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn sections(new: &NewRevision) -> Vec<DraftSection> {
    if !new.sections.is_empty() {
        return new.sections.clone();
    }
    let sets: Vec<DialectSet> = match new.dialects.is_empty() {
        true => vec![DialectSet::EMPTY],
        false => new.dialects.iter().map(|dialect| DialectSet::EMPTY.with(dialect)).collect(),
    };
    let section = |direction, body: &str| {
        let body = body.trim_end().to_owned();
        move |dialects| DraftSection { direction, dialects, body: body.clone() }
    };
    let up = sets.iter().copied().map(section(Direction::Up, &new.up));
    match new.irreversible {
        Some(_) => up.collect(),
        None => up.chain(sets.iter().copied().map(section(Direction::Down, &new.down))).collect(),
    }
}

fn file_name(new: &NewRevision, template: &FileTemplate) -> String {
    let [year, month, day, hour, minute, second] = new.now.parts();
    let mut name = template.as_str().replace("{id}", &new.id).replace("{slug}", &new.slug);
    for (field, value) in
        [("{month}", month), ("{day}", day), ("{hour}", hour), ("{minute}", minute), ("{second}", second)]
    {
        name = name.replace(field, &format!("{value:02}"));
    }
    let name = name.replace("{year}", &format!("{year:04}"));
    format!("{}.sql", name.trim_end_matches(['_', '-']))
}

/// The text of a file with other parents; nothing else of it changes, not even its line ends. None makes it a base.
/// `dialects` are those of the set.
pub fn rewrite_revises(text: &str, parents: &[&str], dialects: DialectSet) -> String {
    let line = match parents {
        [] => "-- migrate:revises none".to_owned(),
        parents => format!("-- migrate:revises {}", parents.join(" ")),
    };
    let mut sources = Sources::new();
    let id = sources.add(Source::new("0.sql", text));
    let source = sources.get(id);
    // Only places are wanted; what is wrong with the file is said elsewhere.
    let mut problems = Vec::new();
    let Some(file) = parse(id, source, "0.sql", dialects, &mut problems) else { return text.to_owned() };
    // Lines are counted, because the text of a source has lost byte order mark and carriage returns.
    let line_of = |span: crate::source::Span| source.line_col(span.start as usize).line as usize - 1;
    let old = match &file.revises {
        Revises::Absent | Revises::Line(_) => None,
        Revises::None(span) => Some(*span),
        Revises::Ids(ids) => ids.first().map(|id| id.span),
    };
    let header = [file.no_transaction, file.irreversible.as_ref().map(|reason| reason.span)];
    let names = file.depends_on.iter().chain(&file.labels).map(|name| name.span);
    let first_header = header.into_iter().flatten().chain(names).map(line_of).min();
    let first_section = file.sections.iter().map(|section| line_of(section.directive)).min();
    let new_line = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if let Some(old) = old.map(line_of) {
        let bom = if lines[old].starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let end = lines[old].len() - lines[old].trim_end().len();
        let end = lines[old][lines[old].len() - end..].to_owned();
        let indent: String = lines[old][bom.len()..].chars().take_while(|c| c.is_whitespace()).collect();
        lines[old] = format!("{bom}{indent}{line}{end}");
    } else {
        let (at, gap) = match (first_header, first_section) {
            (Some(header), section) if section.is_none_or(|section| header < section) => (header, ""),
            (_, Some(section)) => (section, new_line),
            // The file of another tool: above its first SQL, or above what that tool has to say.
            (_, None) => match first_code(source.text(), dialects) {
                Some(start) => (source.line_col(start).line as usize - 1, ""),
                None => (lines.len(), ""),
            },
        };
        if let Some(before) = at.checked_sub(1).and_then(|before| lines.get_mut(before))
            && !before.ends_with('\n')
        {
            before.push_str(new_line);
        }
        let mut inserted = format!("{line}{new_line}{gap}");
        if at == 0
            && let Some(first) = lines.first_mut()
            && let Some(rest) = first.strip_prefix('\u{feff}')
        {
            *first = rest.to_owned();
            inserted.insert(0, '\u{feff}');
        }
        lines.insert(at, inserted);
    }
    lines.concat()
}

/// Where a text without sections begins to mean something: its first SQL, or a comment that speaks to goose.
fn first_code(text: &str, dialects: DialectSet) -> Option<usize> {
    let dialect = dialects.iter().next().unwrap_or(Dialect::Postgres);
    let mut tokens = Lexer::new(text, 0..text.len(), dialect);
    let first = tokens.find(|token| token.kind != Kind::Comment || goose::annotation(token.text(text)).is_some())?;
    Some(first.start as usize)
}

#[cfg(test)]
mod tests;
