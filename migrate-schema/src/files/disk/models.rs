//! The files that say which schema is wanted: `schema.sql`, and Rust sources.

use std::path::Path;

use walkdir::WalkDir;

use super::read_bytes;
use crate::diagnostic::{Diagnostic, WHOLE, files as codes};
use crate::files::settings::Settings;
use crate::source::{Place, Source, SourceId, Sources};

/// Where models are looked for if the settings say nothing.
pub const DEFAULT_SCHEMA: &str = "../schema.sql";
/// The same for structs.
pub const DEFAULT_RUST: &str = "../src";

/// The texts that say which schema is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ModelFiles {
    /// Files of `CREATE` statements.
    pub schema: Vec<ModelFile>,
    /// Rust sources.
    pub rust: Vec<ModelFile>,
    /// The settings name neither: these are the files at the default places, and both may be there.
    pub by_default: bool,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelFile {
    /// Its text.
    pub source: SourceId,
    /// Its path from the folder of the migrations, which may begin with `..`.
    pub file: String,
}

/// Reads what `[models]` names, or what lies at the default places. A path that does not exist is told where the
/// settings are read, and is passed over here.
pub fn read(
    folder: &Path,
    name: &str,
    settings: &Settings,
    sources: &mut Sources,
    out: &mut Vec<Diagnostic>,
) -> ModelFiles {
    let models = &settings.models;
    let by_default = models.schema.is_empty() && models.rust.is_empty();
    let mut reader = Reader { folder, name, sources, out };
    if by_default {
        return ModelFiles {
            schema: reader.all([DEFAULT_SCHEMA], "sql"),
            rust: reader.all([DEFAULT_RUST], "rs"),
            by_default,
        };
    }
    ModelFiles {
        schema: reader.all(models.schema.iter().map(|path| path.value.as_str()), "sql"),
        rust: reader.all(models.rust.iter().map(|path| path.value.as_str()), "rs"),
        by_default,
    }
}

/// Reads one file of `CREATE` statements that somebody named, by a path from the current directory.
pub fn read_one(path: &Path, name: &str, sources: &mut Sources, out: &mut Vec<Diagnostic>) -> Option<ModelFile> {
    let mut reader = Reader { folder: Path::new(""), name: "", sources, out };
    reader.text(path, name.to_owned(), name.to_owned())
}

struct Reader<'a> {
    folder: &'a Path,
    name: &'a str,
    sources: &'a mut Sources,
    out: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn all<'p>(&mut self, paths: impl IntoIterator<Item = &'p str>, extension: &str) -> Vec<ModelFile> {
        let mut files: Vec<ModelFile> = Vec::new();
        for path in paths {
            let full = self.folder.join(path);
            let walk = WalkDir::new(&full).follow_links(true).sort_by_file_name();
            // Cargo's own directory and hidden ones hold no models.
            let walk = walk.into_iter().filter_entry(|entry| {
                entry.depth() == 0
                    || entry.file_name() != "target" && !entry.file_name().to_string_lossy().starts_with('.')
            });
            for entry in walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
                let named = entry.depth() == 0;
                if !named && entry.path().extension().is_none_or(|other| other != extension) {
                    continue;
                }
                let below =
                    entry.path().strip_prefix(&full).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
                let file = if below.is_empty() { path.to_owned() } else { format!("{path}/{below}") };
                if !files.iter().any(|other| other.file == file) {
                    let shown = shown(self.name, &file);
                    files.extend(self.text(entry.path(), file, shown));
                }
            }
        }
        files
    }

    fn text(&mut self, path: &Path, file: String, shown: String) -> Option<ModelFile> {
        let (code, message) = match read_bytes(path) {
            Ok(Some(bytes)) => match String::from_utf8(bytes) {
                Ok(text) => {
                    let source = self.sources.add(Source::new(shown, &text));
                    return Some(ModelFile { source, file });
                }
                Err(_) => (&codes::NOT_UTF8, format!("`{shown}` is not UTF-8")),
            },
            Ok(None) => (&codes::TOO_LARGE, format!("`{shown}` is larger than {} MiB", super::LARGEST >> 20)),
            Err(error) => (&codes::UNREADABLE, format!("cannot read `{shown}`: {error}")),
        };
        let source = self.sources.add(Source::new(shown, ""));
        self.out.push(Diagnostic::error(code, message).at(Place { source, span: WHOLE }, ""));
        None
    }
}

/// A path from the folder as people know it: `src/models.rs` for `../src/models.rs` beside `migrations`.
pub(super) fn shown(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != ".." && !last.starts_with('$')) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let root = if folder.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn paths_are_shown_from_where_the_folder_is_named() {
        assert_eq!(shown("migrations", "../src/a.rs"), "src/a.rs");
        assert_eq!(shown("../migrations", "../src"), "../src");
        assert_eq!(shown("/x/migrations", "../src"), "/x/src");
        assert_eq!(shown("migrations", "../../core/src"), "../core/src");
        assert_eq!(shown("", "models.rs"), "models.rs");
        assert_eq!(shown("$CARGO_MANIFEST_DIR/migrations", "../src"), "$CARGO_MANIFEST_DIR/src");
    }
}
