//! The folder and its files: reading AND writing.
//!
//! [`disk`] lists and reads, [`settings`] understands `migrate.toml`, [`parse`](parse()) makes a [`MigrationFile`] of a text,
//! [`print()`] makes a text of a [`Draft`], [`author`] thinks up what a new file says. What one of them writes the
//! others read, so they change together. [`layouts`] knows how other tools name and cut their files.

pub mod author;
mod check;
pub mod disk;
mod header;
mod ignore;
pub mod layouts;
mod name;
mod nearby;
mod parse;
mod print;
mod scan;
mod sections;
pub mod settings;

pub use check::{check, check_dialects};
pub use name::{FileName, id_problem, label_problem};
pub use parse::parse;
pub use print::{Draft, DraftSection, print};

pub use layouts::Layout;
pub use settings::Settings;

use migrate_core::{DialectSet, Direction};

use crate::diagnostic::Diagnostic;
use crate::source::{Place, Source, SourceId, Sources, Span};
use disk::FolderFile;

/// A value and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where, in the file that holds it.
    pub span: Span,
}

/// One revision as its file says it, with the places. SQL is not looked into here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationFile {
    /// The text; the one that leads up, where there are two.
    pub source: SourceId,
    /// The path from the folder of the set, with `/` between its parts.
    pub file: String,
    /// The file of the way down, in layouts that keep the two directions apart.
    pub down: Option<FolderFile>,
    /// The revision id: the file name up to the first `_`, or what the layout makes of it.
    pub id: String,
    /// The rest of the file name, without its extension. May be empty.
    pub slug: String,
    /// The leading comment, its lines joined by line feeds. May be empty.
    pub message: String,
    /// Which revisions it comes after.
    pub revises: Revises,
    /// Ids or labels of revisions elsewhere that must be applied first.
    pub depends_on: Vec<Spanned<String>>,
    /// Names of the branch that begins here.
    pub labels: Vec<Spanned<String>>,
    /// The directive `no-transaction`, if it is there.
    pub no_transaction: Option<Span>,
    /// The directive `irreversible` with its reason.
    pub irreversible: Option<Spanned<String>>,
    /// What is to be done, in the order of the file.
    pub sections: Vec<Section>,
    /// The directives that speak about single statements, in the order of the file.
    pub marks: Vec<Mark>,
}

/// What a file says about its parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revises {
    /// Nothing, so it is a base.
    Absent,
    /// Nothing, and the layout of another tool puts it behind this one.
    Line(Vec<Spanned<String>>),
    /// `revises none`: a base, and the author said so.
    None(Span),
    /// These, in the order of the file; two or more make a merge. Never empty.
    Ids(Vec<Spanned<String>>),
}

impl Revises {
    /// The parents; none for a base.
    pub fn ids(&self) -> &[Spanned<String>] {
        match self {
            Revises::Absent | Revises::None(_) => &[],
            Revises::Ids(ids) | Revises::Line(ids) => ids,
        }
    }

    /// The parents that stand in the file.
    pub fn written(&self) -> &[Spanned<String>] {
        match self {
            Revises::Absent | Revises::None(_) | Revises::Line(_) => &[],
            Revises::Ids(ids) => ids,
        }
    }
}

/// The SQL of one direction, for some dialects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The text that it stands in: the file's own, or that of the way down.
    pub source: SourceId,
    /// Up or down.
    pub direction: Direction,
    /// The dialects the directive names; empty stands for all of the set.
    pub dialects: DialectSet,
    /// The directive.
    pub directive: Span,
    /// What follows it, without white space around it. May be empty or hold nothing but comments.
    pub body: Span,
    /// How its statements run.
    pub transaction: Transaction,
}

/// How the statements of a section run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transaction {
    /// In one transaction, with the row of the ledger.
    One,
    /// The same, as another tool has it: what the file begins and ends by itself becomes part of that one.
    Wrapped,
    /// The same, where the tool leaves it to the server: if one of them refuses a transaction, they run one by one.
    AsNeeded,
    /// One by one.
    None,
}

impl Section {
    /// A place in it.
    pub const fn place(&self, span: Span) -> Place {
        Place { source: self.source, span }
    }

    /// Whether it is a whole file: then no directive stands above it.
    pub const fn is_whole(&self) -> bool {
        self.directive.start == self.body.start
    }

    /// Whether it is meant for `dialect`.
    pub const fn is_for(&self, dialect: migrate_core::Dialect) -> bool {
        self.dialects.is_empty() || self.dialects.contains(dialect)
    }
}

/// A directive about the statement that follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it says.
    pub kind: MarkKind,
    /// The text that it stands in.
    pub source: SourceId,
    /// The directive.
    pub span: Span,
}

/// What a [`Mark`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// `trust`: take the statement as it is.
    Trust,
    /// `allow <lint>`: do not warn.
    Allow(String),
}

impl MigrationFile {
    /// Its files: one, or two where the directions are apart; the way up is first.
    pub fn parts(&self) -> impl Iterator<Item = (SourceId, &str)> {
        let down = self.down.iter().map(|down| (down.source, down.file.as_str()));
        std::iter::once((self.source, self.file.as_str())).chain(down)
    }

    /// The file that a section stands in.
    pub fn file_of(&self, section: &Section) -> &str {
        self.parts().find(|(source, _)| *source == section.source).map_or(&self.file, |(_, file)| file)
    }

    /// A place in this file.
    pub const fn place(&self, span: Span) -> Place {
        Place { source: self.source, span }
    }

    /// Where to point when the whole file is meant: its first line that is not blank.
    pub fn whole(&self, source: &Source) -> Place {
        self.place(first_line(source.text()))
    }

    /// Whether it joins branches.
    pub fn is_merge(&self) -> bool {
        self.revises.ids().len() > 1
    }

    /// The section for a direction and a dialect.
    pub fn section(&self, direction: Direction, dialect: migrate_core::Dialect) -> Option<&Section> {
        self.sections.iter().find(|section| section.direction == direction && section.is_for(dialect))
    }

    /// The same without places, as [`print()`] takes it. `trust` and `allow` are part of the bodies. `source` is the text
    /// of a file in the native form.
    pub fn draft(&self, source: &Source) -> Draft {
        let values = |list: &[Spanned<String>]| list.iter().map(|item| item.value.clone()).collect();
        Draft {
            message: self.message.clone(),
            revises: match &self.revises {
                Revises::Absent | Revises::Line(_) => None,
                Revises::None(_) => Some(Vec::new()),
                Revises::Ids(ids) => Some(values(ids)),
            },
            depends_on: values(&self.depends_on),
            labels: values(&self.labels),
            no_transaction: self.no_transaction.is_some(),
            irreversible: self.irreversible.as_ref().map(|reason| reason.value.clone()),
            sections: self
                .sections
                .iter()
                .map(|section| DraftSection {
                    direction: section.direction,
                    dialects: section.dialects,
                    body: source.slice(section.body).to_owned(),
                })
                .collect(),
        }
    }
}

/// Every revision of a folder, in the order of the paths, each checked against the settings. `dialects` are those of the
/// set: from the settings, or from the argument of the macro or the command.
pub fn parse_all(
    folder: &disk::Folder,
    sources: &Sources,
    dialects: DialectSet,
    out: &mut Vec<Diagnostic>,
) -> Vec<MigrationFile> {
    let files = layouts::parse_all(folder, sources, dialects, out);
    for file in &files {
        check_dialects(file, sources.get(file.source), dialects, out);
    }
    files
}

/// The first line of a text that is not blank, without the white space around it.
fn first_line(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    let line = text[start..].lines().next().unwrap_or_default();
    Span::new(start, start + line.trim_end().len())
}
