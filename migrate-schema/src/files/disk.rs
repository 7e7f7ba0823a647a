//! Reading the folder: the only code that touches the file system.

pub mod models;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::layouts::{self, Layout, Seen};
use super::settings::{self, Settings};
use super::{Spanned, ignore, nearby};
use crate::diagnostic::{Diagnostic, WHOLE, files as codes, settings as setting_codes};
use crate::source::{Place, Source, SourceId, Sources, Span};

/// The largest file that is read.
const LARGEST: u64 = 64 << 20;

/// A folder of migrations as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// How it is named to people: `migrations`.
    pub shown: String,
    /// What `migrate.toml` says; the defaults without one.
    pub settings: Settings,
    /// How its files are named and cut: by the settings, or as its files look.
    pub layout: &'static Layout,
    /// The migrations, by path.
    pub files: Vec<FolderFile>,
    /// Files beside the SQL that the layout reads, by path.
    pub side: Vec<FolderFile>,
    /// The directories that are a revision each, in layouts that have such, or that hold what is read beside them.
    pub units: BTreeSet<String>,
    /// Files that might be another tool's among native ones.
    pub doubtful: Vec<SourceId>,
    /// Every file that was read, `migrate.toml` included: sorted paths from the folder, with `/` between their parts. A
    /// build must be repeated if one of them changes.
    pub read: Vec<String>,
    /// The directories that were looked into, as paths from the folder; "" is the folder itself.
    pub directories: Vec<String>,
    /// The `.sql` files that were ignored by name, as paths from the folder; where revisions are directories, also those.
    pub ignored: Vec<String>,
}

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderFile {
    /// Its text.
    pub source: SourceId,
    /// Its path from the folder, with `/` between its parts.
    pub file: String,
}

/// Reads all of a folder: the settings, then every file that is neither ignored nor wrong. `shown` is how the folder is
/// named to people.
///
/// Each file is read, ignored by name, or an error. `None` if there is no folder.
pub fn read(folder: &Path, shown: &str, sources: &mut Sources, out: &mut Vec<Diagnostic>) -> Option<Folder> {
    let shown = shown.trim_end_matches('/');
    if !exists(folder, shown, out) {
        return None;
    }
    let mut reader = Reader {
        folder,
        shown,
        sources,
        out,
        read: Vec::new(),
        directories: vec![String::new()],
        ignored: Vec::new(),
        side: Vec::new(),
        layout: None,
        units: BTreeSet::new(),
    };
    let settings = reader.settings();
    let mut files = reader.files(&settings);
    files.sort_by(|a, b| a.file.cmp(&b.file));
    let Reader { mut read, directories, ignored, mut side, layout, units, .. } = reader;
    read.sort();
    side.sort_by(|a, b| a.file.cmp(&b.file));
    let (layout, doubtful) = match layout {
        Some(layout) => (layout, Vec::new()),
        None => {
            let mut seen = Vec::with_capacity(files.len());
            for FolderFile { source, file } in &files {
                seen.push(Seen { source: *source, file, text: sources.get(*source).text() });
            }
            layouts::detect(&seen, &settings, out)
        }
    };
    files.retain(|file| !sources.get(file.source).text().trim().is_empty() || layout.takes_empty(file, out));
    Some(Folder { shown: shown.to_owned(), settings, layout, files, side, units, doubtful, read, directories, ignored })
}

fn exists(folder: &Path, shown: &str, out: &mut Vec<Diagnostic>) -> bool {
    match fs::metadata(folder) {
        Ok(meta) if meta.is_dir() => return true,
        Ok(_) => out.push(
            Diagnostic::error(&codes::NOT_A_FOLDER, format!("`{shown}` is not a folder"))
                .note(format!("looked at `{}`", folder.display()))
                .help("give the folder that holds the migrations"),
        ),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut diagnostic = Diagnostic::error(&codes::MISSING_FOLDER, format!("there is no folder `{shown}`"))
                .note(format!("looked for `{}`", folder.display()));
            let candidates = nearby::candidates(folder, shown);
            for candidate in &candidates {
                diagnostic = diagnostic.help(format!("there are migrations in `{candidate}`"));
            }
            if candidates.is_empty() {
                diagnostic = diagnostic.help("make it with `migrate init`");
            }
            out.push(diagnostic);
        }
        Err(error) => out.push(
            Diagnostic::error(&codes::UNREADABLE, format!("cannot look at `{shown}`: {error}"))
                .note(format!("it is `{}`", folder.display())),
        ),
    }
    false
}

struct Reader<'a> {
    folder: &'a Path,
    shown: &'a str,
    sources: &'a mut Sources,
    out: &'a mut Vec<Diagnostic>,
    read: Vec<String>,
    directories: Vec<String>,
    ignored: Vec<String>,
    side: Vec<FolderFile>,
    /// The layout, if it is known before the texts are.
    layout: Option<&'static Layout>,
    /// The directories that are a revision each.
    units: BTreeSet<String>,
}

impl Reader<'_> {
    fn settings(&mut self) -> Settings {
        let path = self.folder.join(settings::FILE_NAME);
        // A link that leads nowhere is not the same as no file.
        if fs::symlink_metadata(&path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            self.settings_beside();
            return Settings::default();
        }
        match self.text(&path, settings::FILE_NAME) {
            Some(id) => settings::read(id, self.sources.get(id), self.out),
            None => Settings::default(),
        }
    }

    /// Other tools keep their settings beside the folder. Ours would have no effect there, unless the directory around
    /// the folder is a set of its own.
    fn settings_beside(&mut self) {
        let Some(around) = self.folder.parent() else { return };
        let Ok(text) = fs::read_to_string(around.join(settings::FILE_NAME)) else { return };
        if ["versions", "recursive"].iter().any(|key| text.contains(key)) || nearby::holds_sql(around) {
            return;
        }
        let message = format!("`{}` beside the folder has no effect", settings::FILE_NAME);
        self.out.push(Diagnostic::error(&codes::UNKNOWN_FILE, message).help(format!(
            "move it into the folder: `{}/{}`",
            self.shown,
            settings::FILE_NAME
        )));
    }

    fn files(&mut self, settings: &Settings) -> Vec<FolderFile> {
        let mut files = Vec::new();
        let mut used = vec![false; settings.ignore.len()];
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        // The folder itself is looked at even if the migrations are deeper: what lies in it must be something.
        let deep = settings.recursive || settings.versions.iter().any(|version| version.value != ".");
        self.units(settings, deep);
        let deep = deep || !self.units.is_empty();
        let walk = WalkDir::new(self.folder)
            .min_depth(1)
            .max_depth(if deep { usize::MAX } else { 1 })
            .follow_links(true)
            .sort_by_file_name();
        let mut walk = walk.into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.walk_error(&error, settings, &mut used);
                    continue;
                }
            };
            let is_dir = entry.file_type().is_dir();
            let Some(path) = self.relative(entry.path()) else { continue };
            if is_ignored(settings, &path, is_dir, &mut used) {
                if is_dir {
                    walk.skip_current_dir();
                }
                // A directory may look like a revision.
                if path.ends_with(".sql") || is_dir && !self.units.is_empty() {
                    self.ignored.push(path);
                }
                continue;
            }
            if path == settings::FILE_NAME && !is_dir {
                continue;
            }
            if let Some(other) = names.insert(path.to_lowercase(), path.clone())
                && folder_of(&path) == folder_of(&other)
            {
                self.case_only(&path, &other);
            }
            if is_dir {
                if self.enter(&path, settings) {
                    self.directories.push(path);
                } else {
                    walk.skip_current_dir();
                }
            } else if let Some(file) = self.file(&entry, &path, settings) {
                files.push(file);
            }
        }
        self.missing_versions(settings);
        self.missing_models(settings);
        self.unused_patterns(settings, &used);
        files
    }

    /// Looks at the names alone: whether revisions are directories, or need one beside them, and which.
    fn units(&mut self, settings: &Settings, deep: bool) {
        self.layout = settings.layout;
        if self.layout.is_some_and(|layout| !layout.by_paths()) {
            return;
        }
        let fine = |entry: &DirEntry| {
            let path =
                entry.path().strip_prefix(self.folder).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            path.is_empty() || !is_ignored(settings, &path, entry.file_type().is_dir(), &mut [])
        };
        // What cannot be read is told by the walk that reads.
        let paths: Vec<String> = WalkDir::new(self.folder)
            .min_depth(1)
            .max_depth(if deep { usize::MAX } else { 2 })
            .follow_links(true)
            .into_iter()
            .filter_entry(fine)
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(entry.path().strip_prefix(self.folder).ok()?.to_str()?.replace('\\', "/")))
            .collect();
        self.layout = self.layout.or_else(|| layouts::by_paths(&paths));
        self.units = self.layout.map(|layout| layouts::units(layout, &paths)).unwrap_or_default();
    }

    /// The path from the folder. What is no UTF-8 has none.
    fn relative(&mut self, path: &Path) -> Option<String> {
        let path = path.strip_prefix(self.folder).unwrap_or(path);
        let parts: Option<Vec<&str>> = path.iter().map(std::ffi::OsStr::to_str).collect();
        if parts.is_none() {
            let name = path.to_string_lossy().into_owned();
            let place = self.empty_source(&name);
            self.out.push(
                Diagnostic::error(&codes::FILE_NAME, "the name of the file is not UTF-8")
                    .at(place, "")
                    .help("rename it"),
            );
        }
        parts.map(|parts| parts.join("/"))
    }

    fn shown(&self, path: &str) -> String {
        if self.shown.is_empty() { path.to_owned() } else { format!("{}/{path}", self.shown) }
    }

    /// A place for what is said about a file that has no text.
    fn empty_source(&mut self, path: &str) -> Place {
        let source = self.sources.add(Source::new(self.shown(path), ""));
        Place { source, span: WHOLE }
    }

    fn error(&mut self, code: &'static crate::diagnostic::Code, path: &str, message: String) -> &mut Diagnostic {
        let place = self.empty_source(path);
        self.out.push(Diagnostic::error(code, message).at(place, ""));
        self.out.last_mut().expect("it was pushed in the line above")
    }

    fn walk_error(&mut self, error: &walkdir::Error, settings: &Settings, used: &mut [bool]) {
        let Some(path) = error.path().map(Path::to_path_buf) else {
            self.out.push(Diagnostic::error(&codes::UNREADABLE, format!("cannot read `{}`: {error}", self.shown)));
            return;
        };
        let Some(path) = self.relative(&path) else { return };
        // Emacs locks a file by a link that leads nowhere.
        if is_ignored(settings, &path, false, used) {
            return;
        }
        let name = last(&path).to_owned();
        if let Some(ancestor) = error.loop_ancestor() {
            let ancestor = ancestor.strip_prefix(self.folder).unwrap_or(ancestor).display().to_string();
            let ancestor = self.shown(&ancestor);
            let help = format!("delete the link, or ignore it in `migrate.toml`: `ignore = [\"{name}\"]`");
            let message = format!("`{name}` is a link to `{}`, which contains it", ancestor.trim_end_matches('/'));
            self.error(&codes::LINK_LOOP, &path, message).help.push(help);
            return;
        }
        let full = self.folder.join(&path);
        let reason = error.io_error().map(ToString::to_string).unwrap_or_default();
        match fs::read_link(&full) {
            Ok(target) => {
                let message =
                    format!("`{name}` is a link to `{}`, which cannot be reached: {reason}", target.display());
                self.error(&codes::BROKEN_LINK, &path, message).help.push("mend the link, or delete it".to_owned());
            }
            Err(_) => {
                self.error(&codes::UNREADABLE, &path, format!("cannot read `{name}`: {reason}"));
            }
        }
    }

    fn case_only(&mut self, path: &str, other: &str) {
        let message = format!("`{path}` and `{other}` differ only in case");
        let diagnostic = self.error(&codes::CASE_ONLY, path, message);
        diagnostic.notes.push("macOS and Windows hold them for one file".to_owned());
        diagnostic.help.push("rename one of them".to_owned());
    }

    /// Whether to look into a directory.
    fn enter(&mut self, path: &str, settings: &Settings) -> bool {
        let holds = |version: &Spanned<String>| {
            // A listed directory, or one on the way to it.
            version.value == path || version.value.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
        };
        if settings.versions.iter().any(holds)
            || settings.recursive && belongs(path, settings)
            || self.units.contains(path) && belongs(path, settings)
        {
            return true;
        }
        let name = last(path).to_owned();
        let diagnostic =
            self.error(&codes::SUB_FOLDER, path, format!("`{name}` is a directory, and it is not looked into"));
        diagnostic.help.push(match settings.versions.is_empty() {
            true => format!("set `recursive = true` or `versions = [\".\", \"{path}\"]` in `migrate.toml`"),
            false => format!("add it to `versions` in `migrate.toml`: `\"{path}\"`"),
        });
        diagnostic.help.push(format!("or ignore it there: `ignore = [\"{name}/\"]`"));
        false
    }

    fn file(&mut self, entry: &DirEntry, path: &str, settings: &Settings) -> Option<FolderFile> {
        let name = last(path).to_owned();
        if !entry.file_type().is_file() {
            let message = format!("`{name}` is neither a file nor a directory");
            self.error(&codes::UNREADABLE, path, message).help.push(ignore_help(&name));
            return None;
        }
        if ["schema.sql", "structure.sql"].contains(&name.as_str()) {
            let message = format!("`{name}` is called like a whole schema, not like a migration");
            let diagnostic = self.error(&codes::UNKNOWN_FILE, path, message);
            diagnostic
                .help
                .push(format!("move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"{name}\"]`"));
            diagnostic.notes.push("a migration is called `<revision>_<slug>.sql`".to_owned());
            return None;
        }
        if self.layout.is_some_and(|layout| layout.reads(&name)) {
            let source = self.text(entry.path(), path)?;
            self.side.push(FolderFile { source, file: path.to_owned() });
            return None;
        }
        if self.layout.is_some_and(|layout| layout.skips(path)) {
            return None;
        }
        if !name.to_lowercase().ends_with(".sql") {
            let message = format!("`{name}` is neither a migration nor ignored");
            let pattern = name.rsplit_once('.').map_or(name.clone(), |(_, extension)| format!("*.{extension}"));
            let diagnostic = self.error(&codes::UNKNOWN_FILE, path, message);
            diagnostic.help.extend(layouts::foreign_hint(&name).map(str::to_owned));
            diagnostic.help.push(if name.eq_ignore_ascii_case(settings::FILE_NAME) {
                format!("the settings are in `{}`: rename it", settings::FILE_NAME)
            } else {
                format!("move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"{pattern}\"]`")
            });
            return None;
        }
        let place = if self.units.contains(folder_of(path)) { folder_of(path) } else { path };
        if !settings.versions.is_empty() && !belongs(place, settings) {
            let message = format!("`{name}` is in none of the directories of `versions`");
            let list: Vec<_> = settings.versions.iter().map(|version| format!("`{}`", version.value)).collect();
            let diagnostic = self.error(&codes::UNKNOWN_FILE, path, message);
            diagnostic.notes.push(format!("`migrate.toml` lists {}", list.join(", ")));
            diagnostic.help.push("move it into one of them, or add `\".\"` to `versions`".to_owned());
            return None;
        }
        let source = self.text(entry.path(), path)?;
        Some(FolderFile { source, file: path.to_owned() })
    }

    /// The text of a file, added to the sources.
    fn text(&mut self, full: &Path, path: &str) -> Option<SourceId> {
        let name = last(path).to_owned();
        let bytes = match read_bytes(full) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                let message = format!("`{name}` is larger than {} MiB", LARGEST >> 20);
                let diagnostic = self.error(&codes::TOO_LARGE, path, message);
                diagnostic.help.push("load data with the tools of the database, outside of the migrations".to_owned());
                return None;
            }
            Err(error) => {
                self.error(&codes::UNREADABLE, path, format!("cannot read `{name}`: {error}"));
                return None;
            }
        };
        self.read.push(path.to_owned());
        match String::from_utf8(bytes) {
            Ok(text) => {
                let source = self.sources.add(Source::new(self.shown(path), &text));
                match self.sources.get(source).text().find('\0') {
                    Some(at) => {
                        self.nul(source, &name, at);
                        None
                    }
                    None => Some(source),
                }
            }
            Err(error) => {
                self.not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to());
                None
            }
        }
    }

    /// UTF-16 without a mark at its begin is right UTF-8, and every other character of it is NUL.
    fn nul(&mut self, source: SourceId, name: &str, at: usize) {
        self.out.push(
            Diagnostic::error(&codes::NOT_UTF8, format!("`{name}` holds a NUL, so it is no text in UTF-8"))
                .at(Place { source, span: Span::new(at, at + 1) }, "")
                .help(format!("if it is UTF-16: `iconv -f UTF-16LE -t UTF-8 {name} > new.sql`")),
        );
    }

    fn not_utf8(&mut self, path: &str, bytes: &[u8], at: usize) {
        let name = last(path);
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        // What is right before the byte is a text, and the byte is shown as the character that stands for a wrong one.
        // Lines have to end as `Source` ends them, or the place would be shifted.
        let before = String::from_utf8_lossy(&bytes[..at]);
        let before = before.strip_prefix('\u{feff}').unwrap_or(&before).replace("\r\n", "\n");
        let line = bytes[at..].split(|&b| b == b'\n').next().unwrap_or_default();
        let shown = format!("{before}{}", String::from_utf8_lossy(line).trim_end());
        let source = self.sources.add(Source::new(self.shown(path), &shown));
        let span = Span::new(before.len(), before.len() + '\u{fffd}'.len_utf8());
        let diagnostic = Diagnostic::error(&codes::NOT_UTF8, format!("`{name}` is not UTF-8"))
            .at(Place { source, span }, format!("byte 0x{:02X} at offset {at}", bytes[at]));
        self.out.push(match utf16 {
            true => diagnostic.help(format!("it looks like UTF-16: `iconv -f UTF-16 -t UTF-8 {name} > new.sql`")),
            false => {
                diagnostic.help(format!("if it is Windows-1252: `iconv -f WINDOWS-1252 -t UTF-8 {name} > new.sql`"))
            }
        });
    }

    fn missing_versions(&mut self, settings: &Settings) {
        let Some(source) = settings.source else { return };
        for version in &settings.versions {
            if !self.folder.join(&version.value).is_dir() {
                let message = format!("there is no directory `{}`", self.shown(&version.value));
                self.out.push(
                    Diagnostic::error(&setting_codes::MISSING_VERSIONS, message)
                        .at(Place { source, span: version.span }, "")
                        .help("make it, or delete it here"),
                );
            }
        }
    }

    fn missing_models(&mut self, settings: &Settings) {
        let Some(source) = settings.source else { return };
        for path in settings.models.schema.iter().chain(&settings.models.rust) {
            if !self.folder.join(&path.value).exists() {
                let message = format!("there is no `{}`", models::shown(self.shown, &path.value));
                self.out.push(
                    Diagnostic::error(&setting_codes::MISSING_MODELS, message)
                        .at(Place { source, span: path.span }, "")
                        .help("paths of `[models]` begin in the folder of `migrate.toml`, as in `rust = \"../src\"`"),
                );
            }
        }
    }

    fn unused_patterns(&mut self, settings: &Settings, used: &[bool]) {
        let Some(source) = settings.source else { return };
        for (pattern, _) in settings.ignore.iter().zip(used).filter(|(_, used)| !**used) {
            self.out.push(
                Diagnostic::warning(&setting_codes::UNUSED_IGNORE, format!("`{}` matches no file", pattern.value))
                    .at(Place { source, span: pattern.span }, "")
                    .help("delete it"),
            );
        }
    }
}

/// Whether a path lies where the migrations are.
fn belongs(path: &str, settings: &Settings) -> bool {
    let folder = folder_of(path);
    settings.versions.is_empty()
        || settings.versions.iter().any(|version| {
            let version = if version.value == "." { "" } else { version.value.as_str() };
            let below = version.is_empty() || folder.strip_prefix(version).is_some_and(|rest| rest.starts_with('/'));
            folder == version || settings.recursive && below
        })
}

/// By its name, or by the settings; which of the patterns do something is noted.
fn is_ignored(settings: &Settings, path: &str, is_dir: bool, used: &mut [bool]) -> bool {
    let mut ignored = ignore::is_junk(last(path));
    for (i, pattern) in settings.ignore.iter().enumerate() {
        if ignore::covers(&pattern.value, path, is_dir) {
            used.get_mut(i).into_iter().for_each(|used| *used = true);
            ignored = true;
        }
    }
    ignored
}

fn ignore_help(name: &str) -> String {
    format!("move it out of the folder, or ignore it in `migrate.toml`: `ignore = [\"{name}\"]`")
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `None` if it is too large.
fn read_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let meta = fs::metadata(path)?;
    if !meta.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    if meta.len() > LARGEST { Ok(None) } else { fs::read(path).map(Some) }
}

#[cfg(test)]
mod tests;
