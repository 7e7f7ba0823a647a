//! Sets of migrations from a few lines.

use std::path::Path;

use migrate_core::{Dialect, DialectSet};
use migrate_runtime::Migrations;
use migrate_schema::Project;
use migrate_schema::diagnostic::{Style, render_all};

/// A folder of migrations that goes away with the value.
#[derive(Debug)]
pub struct Folder(tempfile::TempDir);

impl Folder {
    /// With these files: name and text.
    ///
    /// # Panics
    ///
    /// If the folder cannot be written.
    pub fn new(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().expect("a temporary directory"));
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    /// Writes one more file, or another text into one.
    ///
    /// # Panics
    ///
    /// If the file cannot be written.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).expect("a directory in the temporary one");
        }
        std::fs::write(path, text).expect("a file in the temporary directory");
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The set in it, as the macro would embed it. It is shown as `migrations`.
    ///
    /// # Panics
    ///
    /// If there is any error in it.
    pub fn migrations(&self, dialect: Dialect) -> Migrations {
        let dialects: DialectSet = [dialect].into_iter().collect();
        let project = Project::load(self.path(), "migrations", dialects);
        match project.set {
            Some(set) => Migrations::from_set(set).expect("the project has checked the graph"),
            None => panic!("{}", render_all(&project.sources, &project.diagnostics, Style::Plain)),
        }
    }
}

/// The set of these files, for one dialect.
///
/// # Panics
///
/// If there is any error in them.
pub fn migrations(dialect: Dialect, files: &[(&str, &str)]) -> Migrations {
    Folder::new(files).migrations(dialect)
}
