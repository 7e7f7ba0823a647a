//! Folders of other tools, read as they stand. A layout says how files are named and how their texts are cut; all else
//! is the same for each. To add a tool: one file here, one line in [`LAYOUTS`].
//!
//! Files that say nothing of parents form one line, in the order in which their tool applies them. A file in the native
//! form may stand among them, and what it says of its parents holds; so a folder can be gone on with natively.

mod dbmate;
mod detect;
mod diesel;
mod drizzle;
mod flyway;
mod golang_migrate;
pub(super) mod goose;
mod json;
mod names;
mod native;
mod prisma;
mod provider;
mod refinery;
mod sqlx;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use migrate_core::{DialectSet, Direction};

use super::disk::{Folder, FolderFile};
use super::name::NameProblem;
use super::parse::{Form, bad_name, parse, parse_as};
use super::{MigrationFile, Revises, Spanned, Transaction, scan};
use crate::diagnostic::{Code, Diagnostic, WHOLE, directives, files as codes, graph as graph_codes, layouts};
use crate::source::{Place, Source, SourceId, Sources};
use crate::sql::lexer::{Kind, Lexer};

pub(super) use detect::{Seen, by_paths, detect};

/// Every layout there is. Of two that read a folder alike, the first is taken.
pub static LAYOUTS: [&Layout; 10] = [
    &native::LAYOUT,
    &golang_migrate::LAYOUT,
    &sqlx::LAYOUT,
    &diesel::LAYOUT,
    &flyway::LAYOUT,
    &refinery::LAYOUT,
    &goose::LAYOUT,
    &dbmate::LAYOUT,
    &prisma::LAYOUT,
    &drizzle::LAYOUT,
];

/// How the files of a folder are named and cut.
pub struct Layout {
    /// As `layout` in the settings spells it.
    pub name: &'static str,
    /// Whether a revision is a directory of its own.
    pub directories: bool,
    /// A directory of files that are no migrations and that it reads.
    beside: Option<&'static str>,
    /// How its files are called, as a note for people.
    names: &'static str,
    /// How its texts say what runs in which direction; whole files have their direction from their names.
    form: Form,
    /// What a path says.
    part: fn(&str) -> Result<Part, PartError>,
    /// How it orders its revisions.
    order: fn(&Part, &Part) -> Ordering,
    /// How statements run where nothing else is said.
    transaction: Transaction,
    /// How surely a file is one of its own.
    sign: fn(&Seen<'_>) -> Sign,
    /// Whether all of a folder can be read by it, where the names alone leave a choice.
    fits: fn(&[Seen<'_>]) -> bool,
    /// The files beside the SQL that it reads.
    side: &'static [&'static str],
    /// Whether a file, by its path, is known to say nothing that the others do not say.
    skips: fn(&str) -> bool,
    /// Endings of its files that cannot be read here, and what to do about them.
    foreign: &'static [(&'static str, &'static str)],
    /// What it has beyond names and sections.
    finish: fn(&Finish<'_>, &mut [Part], &mut [MigrationFile], &mut Vec<Diagnostic>),
}

impl Layout {
    /// Ours.
    pub const fn native() -> &'static Layout {
        &native::LAYOUT
    }

    /// Whether it is ours.
    pub fn is_native(&self) -> bool {
        *self == native::LAYOUT
    }

    /// By the name in the settings.
    pub fn named(name: &str) -> Option<&'static Layout> {
        LAYOUTS.into_iter().find(|layout| layout.name == name)
    }

    /// Whether a file without text is read. Where a file is one direction, it often stands for nothing to do; the way up
    /// of it is worth a word.
    pub(super) fn takes_empty(&self, file: &FolderFile, out: &mut Vec<Diagnostic>) -> bool {
        let name = file.file.rsplit('/').next().unwrap_or(&file.file);
        let at = Place { source: file.source, span: WHOLE };
        let message = format!("`{name}` is empty");
        match (self.form, (self.part)(&file.file)) {
            (Form::Whole(_), Ok(part)) => {
                if part.direction == Direction::Up {
                    out.push(
                        Diagnostic::warning(&codes::EMPTY_FILE, message)
                            .at(at, "")
                            .help("write a comment into it that says why there is nothing to do"),
                    );
                }
                true
            }
            _ => {
                out.push(
                    Diagnostic::error(&codes::EMPTY_FILE, message)
                        .at(at, "")
                        .help("write `-- migrate:up` and the SQL below it, or delete the file"),
                );
                false
            }
        }
    }

    /// Whether its migrations are told by the paths of the folder, not by the names of single files.
    pub(super) fn by_paths(&self) -> bool {
        self.directories || self.beside.is_some()
    }

    /// Whether it has no need of the file with this path.
    pub(super) fn skips(&self, path: &str) -> bool {
        (self.skips)(path)
    }

    /// Whether it reads this file beside the SQL.
    pub(super) fn reads(&self, name: &str) -> bool {
        self.side.contains(&name)
    }
}

impl PartialEq for Layout {
    fn eq(&self, other: &Layout) -> bool {
        self.name == other.name
    }
}

impl Eq for Layout {}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Layout({})", self.name)
    }
}

/// How surely a file is one of a tool's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// It is not.
    No,
    /// It may be.
    Weak,
    /// Nobody else has such files.
    Strong,
}

/// What the path of a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// The revision.
    id: String,
    /// What is the same for two files of one version: `1` and `01` where versions are numbers.
    version: String,
    /// A short name.
    slug: String,
    /// Down for the file of the way down alone.
    direction: Direction,
    /// What the order goes by.
    sort: String,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PartError {
    /// Its name.
    Name(NameProblem),
    /// It is something that there is not here: what, and what to do.
    Unsupported(String, String),
}

impl PartError {
    fn name(why: impl Into<String>) -> PartError {
        PartError::Name(NameProblem { why: why.into(), instead: None })
    }

    fn rename(why: impl Into<String>, instead: String) -> PartError {
        PartError::Name(NameProblem { why: why.into(), instead: Some(instead) })
    }
}

/// What [`Layout::finish`] may look at.
struct Finish<'a> {
    folder: &'a Folder,
    sources: &'a Sources,
    dialects: DialectSet,
}

/// Nothing to finish.
fn finished(_: &Finish<'_>, _: &mut [Part], _: &mut [MigrationFile], _: &mut Vec<Diagnostic>) {}

/// Runs of digits by their value.
fn natural(a: &Part, b: &Part) -> Ordering {
    migrate_core::graph::natural_cmp(&a.sort, &b.sort)
}

/// By code points.
fn textual(a: &Part, b: &Part) -> Ordering {
    a.sort.cmp(&b.sort)
}

/// What to do about a file that another tool would run and that is no SQL.
pub(super) fn foreign_hint(name: &str) -> Option<&'static str> {
    let foreign = LAYOUTS.iter().flat_map(|layout| layout.foreign);
    foreign.into_iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, hint)| *hint)
}

/// Every revision of a folder, in the order of the paths.
pub(super) fn parse_all(
    folder: &Folder,
    sources: &Sources,
    dialects: DialectSet,
    out: &mut Vec<Diagnostic>,
) -> Vec<MigrationFile> {
    let mut reader = Reader { folder, sources, dialects, out };
    if folder.layout.is_native() {
        return folder.files.iter().filter_map(|file| reader.native(file)).collect();
    }
    let (own, theirs): (Vec<&FolderFile>, Vec<&FolderFile>) = folder
        .files
        .iter()
        .partition(|file| folder.layout.form != Form::Dbmate && is_native(sources.get(file.source).text(), dialects));
    let mut ordered: Vec<(Part, MigrationFile)> = reader.revisions(&theirs);
    for listed in own {
        if let Some(file) = reader.native(listed) {
            let part = Part {
                id: file.id.clone(),
                version: file.id.clone(),
                slug: String::new(),
                direction: Direction::Up,
                sort: file.id.clone(),
            };
            ordered.push((part, file));
        }
    }
    ordered.sort_by(|(a, x), (b, y)| (folder.layout.order)(a, b).then_with(|| x.file.cmp(&y.file)));
    in_line(&mut ordered, sources);
    let mut files: Vec<MigrationFile> = ordered.into_iter().map(|(_, file)| file).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    files
}

/// Whether a file among those of another tool has the native form: it has our sections, or it is a merge, which needs
/// none.
fn is_native(text: &str, dialects: DialectSet) -> bool {
    let revises = || scan::lines(text).any(|line| line.word.value == "revises");
    let dialect = dialects.iter().next().unwrap_or(migrate_core::Dialect::Postgres);
    let sql = || Lexer::new(text, 0..text.len(), dialect).any(|token| token.kind != Kind::Comment);
    scan::has_section(text) || revises() && !sql()
}

/// Puts each file that says nothing of its parents behind the one before it. Two of one version are an error that has
/// been told, or that the graph will tell; both come after the same.
fn in_line(ordered: &mut [(Part, MigrationFile)], sources: &Sources) {
    let mut before: Option<String> = None;
    let mut last: Option<(String, String)> = None;
    for (part, file) in ordered {
        if let Some((version, id)) = last.take()
            && version != part.version
        {
            before = Some(id);
        }
        if let (Revises::Absent, Some(parent)) = (&file.revises, &before) {
            let span = file.whole(sources.get(file.source)).span;
            file.revises = Revises::Line(vec![Spanned { value: parent.clone(), span }]);
        }
        last = Some((part.version.clone(), file.id.clone()));
    }
}

struct Reader<'a, 'o> {
    folder: &'a Folder,
    sources: &'a Sources,
    dialects: DialectSet,
    out: &'o mut Vec<Diagnostic>,
}

impl<'a> Reader<'a, '_> {
    fn source(&self, file: &FolderFile) -> &'a Source {
        self.sources.get(file.source)
    }

    fn native(&mut self, file: &FolderFile) -> Option<MigrationFile> {
        let before = self.out.len();
        let read = parse(file.source, self.source(file), &file.file, self.dialects, self.out);
        if self.folder.settings.layout.is_none() && self.folder.doubtful.contains(&file.source) {
            let about = |found: &&mut Diagnostic| *found.code == directives::SQL_OUTSIDE;
            for found in self.out[before..].iter_mut().filter(about) {
                found.help.push("or, if the file is sqlx's, set `layout = \"sqlx\"` in `migrate.toml`".to_owned());
            }
        }
        read
    }

    fn error(&mut self, code: &'static Code, source: SourceId, message: String) -> &mut Diagnostic {
        self.out.push(Diagnostic::error(code, message).at(Place { source, span: WHOLE }, ""));
        self.out.last_mut().expect("it was pushed in the line above")
    }

    /// Files with the same version are one revision.
    fn revisions(&mut self, files: &[&'a FolderFile]) -> Vec<(Part, MigrationFile)> {
        let layout = self.folder.layout;
        let mut versions: BTreeMap<String, Vec<(Part, &FolderFile)>> = BTreeMap::new();
        for file in files {
            match (layout.part)(&file.file) {
                Ok(part) => versions.entry(part.version.clone()).or_default().push((part, file)),
                Err(PartError::Name(problem)) => {
                    let name = shown_name(layout, &file.file);
                    self.out.push(bad_name(file.source, name, &problem, layout.names));
                }
                Err(PartError::Unsupported(message, help)) => {
                    self.error(&layouts::UNSUPPORTED, file.source, message).help.push(help);
                }
            }
        }
        let mut revisions = Vec::new();
        for (version, parts) in versions {
            let (ups, downs): (Vec<_>, Vec<_>) =
                parts.into_iter().partition(|(part, _)| part.direction == Direction::Up);
            match (&ups[..], &downs[..]) {
                ([up], []) => revisions.push(self.revision(up, None)),
                ([up], [down]) => revisions.push(self.revision(up, Some(down.1))),
                ([], downs) => downs.iter().for_each(|(part, down)| self.orphan(part, down)),
                ([_], downs) => self.several(&version, downs, "lead down from the version"),
                (ups, _) => self.several(&version, ups, "have the version"),
            }
        }
        let mut parts = Vec::with_capacity(revisions.len());
        let mut read = Vec::with_capacity(revisions.len());
        for (part, file) in revisions {
            parts.push(part);
            read.push(file);
        }
        let finish = Finish { folder: self.folder, sources: self.sources, dialects: self.dialects };
        (layout.finish)(&finish, &mut parts, &mut read, self.out);
        parts.into_iter().zip(read).collect()
    }

    fn orphan(&mut self, part: &Part, down: &FolderFile) {
        let name = shown_name(self.folder.layout, &down.file).to_owned();
        let message = format!("`{name}` takes back `{}`, and nothing leads up to it", part.id);
        self.error(&layouts::ORPHAN_DOWN, down.source, message)
            .help
            .push("restore the file of the way up, or delete this one".to_owned());
    }

    fn several(&mut self, version: &str, files: &[(Part, &FolderFile)], what: &str) {
        let [(_, first), rest @ ..] = files else { return };
        let message = format!("{} files {what} `{version}`", files.len());
        let place = |file: &FolderFile| Place { source: file.source, span: WHOLE };
        let mut diagnostic = Diagnostic::error(&graph_codes::DUPLICATE_ID, message).at(place(first), "one of them");
        for (_, file) in rest {
            diagnostic = diagnostic.label(place(file), "and this");
        }
        self.out.push(diagnostic.help("give the newer one a version of its own"));
    }

    fn revision(&mut self, (part, up): &(Part, &FolderFile), down: Option<&FolderFile>) -> (Part, MigrationFile) {
        let mut file = self.text(up, Direction::Up);
        if let Some(down) = down {
            let mut taken_back = self.text(down, Direction::Down);
            self.header_of_down(&taken_back);
            if let Some(reason) = file.irreversible.as_ref().filter(|_| !taken_back.sections.is_empty()) {
                self.out.push(
                    Diagnostic::error(
                        &directives::IRREVERSIBLE_DOWN,
                        "the revision is irreversible, and yet has a file of the way down",
                    )
                    .at(Place { source: down.source, span: WHOLE }, "")
                    .label(file.place(reason.span), "it cannot be taken back")
                    .help("delete one of the two"),
                );
            }
            file.sections.append(&mut taken_back.sections);
            file.marks.append(&mut taken_back.marks);
            file.down = Some((*down).clone());
        }
        file.id.clone_from(&part.id);
        file.slug.clone_from(&part.slug);
        (part.clone(), file)
    }

    /// What a file of the way down may not say: the revision is described in the other one.
    fn header_of_down(&mut self, file: &MigrationFile) {
        let none = match &file.revises {
            Revises::None(span) => Some(*span),
            Revises::Absent | Revises::Line(_) | Revises::Ids(_) => None,
        };
        let names = file.revises.written().iter().chain(&file.depends_on).chain(&file.labels).map(|name| name.span);
        let reason = file.irreversible.as_ref().map(|reason| reason.span);
        for span in names.chain(reason).chain(none) {
            self.out.push(
                Diagnostic::error(
                    &directives::MISPLACED_DIRECTIVE,
                    "this is about the revision and stands in the file of the way up",
                )
                .at(file.place(span), "")
                .help("move it there"),
            );
        }
    }

    fn text(&mut self, listed: &FolderFile, direction: Direction) -> MigrationFile {
        let layout = self.folder.layout;
        let form = match layout.form {
            Form::Whole(_) => Form::Whole(direction),
            form @ (Form::Native | Form::Dbmate | Form::Goose) => form,
        };
        let mut file = parse_as(form, listed.source, self.source(listed), &listed.file, self.dialects, self.out);
        for section in file.sections.iter_mut().filter(|section| section.transaction == Transaction::Wrapped) {
            section.transaction = layout.transaction;
        }
        file
    }
}

/// The part of a path that the layout looks at.
fn shown_name<'a>(layout: &Layout, file: &'a str) -> &'a str {
    let parts = if layout.directories { 2 } else { 1 };
    let at = file.rmatch_indices('/').nth(parts - 1).map_or(0, |(at, _)| at + 1);
    &file[at..]
}

/// The directories to look into, by the paths of all files: those that hold a revision each, or what is read beside them.
pub(super) fn units(layout: &Layout, paths: &[String]) -> BTreeSet<String> {
    if let Some(beside) = layout.beside {
        let folder = |path: &String| {
            let (directory, name) = path.rsplit_once('/')?;
            (names::last(directory) == beside && layout.reads(name)).then(|| directory.to_owned())
        };
        return paths.iter().filter_map(folder).collect();
    }
    if !layout.directories {
        return BTreeSet::new();
    }
    let unit = |path: &String| {
        let (directory, name) = path.rsplit_once('/')?;
        detect::in_unit(layout, name).then(|| directory.to_owned())
    };
    paths.iter().filter_map(unit).collect()
}
