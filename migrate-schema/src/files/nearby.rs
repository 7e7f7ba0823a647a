//! Where the folder may be that was looked for in the wrong place.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::settings::FILE_NAME;
use crate::diagnostic::nearest;

/// How many are proposed, and how many directories are looked at to find them: this only runs on the way to an error.
const MOST: usize = 3;
const LOOK_AT: usize = 2000;

/// Directories that look like migrations, as paths from the one that `shown` begins in: the one that is called
/// nearly so, else those inside of it, else those beside it.
pub(super) fn candidates(folder: &Path, shown: &str) -> Vec<String> {
    let Some(root) = root(folder, shown) else { return Vec::new() };
    let mut found = inside(&root, "", 3);
    if let Some(parent) = root.parent()
        && found.is_empty()
    {
        found = inside(parent, "../", 2);
    }
    if let Some(meant) = nearest(shown, found.iter().map(String::as_str)) {
        return vec![meant.to_owned()];
    }
    found.truncate(MOST);
    found
}

/// The directory that relative paths start from: the folder without the parts that are shown.
fn root(folder: &Path, shown: &str) -> Option<PathBuf> {
    let root = match Path::new(shown).is_relative() && folder.ends_with(shown) {
        true => folder.ancestors().nth(Path::new(shown).components().count())?,
        false => folder.parent()?,
    };
    root.is_dir().then(|| root.to_path_buf())
}

fn inside(root: &Path, prefix: &str, depth: usize) -> Vec<String> {
    let skip = |name: &str| name.starts_with('.') || name == "target" || name == "node_modules";
    let mut found: Vec<String> = WalkDir::new(root)
        .min_depth(1)
        .max_depth(depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.file_type().is_dir() && !entry.file_name().to_str().is_none_or(skip))
        .take(LOOK_AT)
        .filter_map(Result::ok)
        .filter(|entry| holds_migrations(entry.path()))
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
            Some(format!("{prefix}{path}"))
        })
        .collect();
    // Those with the usual name first.
    found.sort_by_key(|path| !path.ends_with("migrations"));
    found
}

fn holds_migrations(folder: &Path) -> bool {
    folder.join(FILE_NAME).exists() || holds_sql(folder)
}

/// Whether there is SQL in a directory itself.
pub(super) fn holds_sql(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries
        .take(LOOK_AT)
        .filter_map(Result::ok)
        .any(|entry| Path::new(&entry.file_name()).extension().is_some_and(|extension| extension == "sql"))
}
