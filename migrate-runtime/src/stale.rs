//! Tells, in debug builds, that the folder has files which the program does not: rustc notices edits and removals of
//! embedded files by itself, but on stable Rust nothing notices a new one when there is no build script.

use migrate_core::packed::Set;

/// Compares the folder with what was embedded, and says so where they differ. `folder` is none in release builds.
pub(crate) fn warn_if_stale(set: &Set, folder: Option<&str>) {
    let Some(folder) = folder else { return };
    let new = new_files(set, folder);
    if new.is_empty() {
        return;
    }
    let text = format!(
        "this binary is stale: {} {} in {} and not embedded: {}\n  = help: `touch` the file with embed_migrations! and \
         build again; for good, add a build.rs: `fn main() {{ println!(\"cargo::rerun-if-changed={}\"); }}`",
        new.len(),
        if new.len() == 1 { "migration is" } else { "migrations are" },
        set.preamble.folder,
        new.join(", "),
        set.preamble.folder,
    );
    // A subscriber may not be there yet, or not at all; this is for the developer at the terminal.
    eprintln!("warning: {text}");
    tracing::warn!(target: "migrate", "{text}");
}

/// Of these revisions those that have a file in the folder which is not embedded.
pub(crate) fn in_folder(set: &Set, folder: Option<&str>, ids: &[&String]) -> Vec<String> {
    let Some(folder) = folder else { return Vec::new() };
    let new = new_files(set, folder);
    // `2026_add_users.sql`, `V2__add_users.sql`, `2026-01-30_users/up.sql`: an id, and behind it something else.
    let is_of = |path: &String, id: &str| {
        let name = path.strip_suffix("/up.sql").or_else(|| path.strip_suffix("/migration.sql")).unwrap_or(path);
        let name = name.rsplit('/').next().unwrap_or(name);
        let rest = [name.strip_prefix(id), name.get(1..).and_then(|name| name.strip_prefix(id))];
        rest.into_iter().flatten().any(|rest| rest.starts_with(['_', '.']))
    };
    ids.iter().filter(|id| new.iter().any(|path| is_of(path, id))).map(|id| (*id).clone()).collect()
}

/// The `.sql` files that are in the folder and were not when the program was built. A folder that is gone says nothing:
/// the program runs somewhere else.
fn new_files(set: &Set, folder: &str) -> Vec<String> {
    let known: std::collections::BTreeSet<&str> = set
        .revisions
        .iter()
        .flat_map(|revision| {
            std::iter::once(revision.file.as_ref()).chain(revision.bodies.iter().map(|body| body.file.as_ref()))
        })
        .chain(set.preamble.ignored.iter().map(AsRef::as_ref))
        .collect();
    let names = known.iter().filter_map(|path| path.rsplit_once('/')).map(|(_, name)| name);
    let units: Vec<&str> =
        ["up.sql", "migration.sql"].into_iter().filter(|unit| names.clone().any(|name| name == *unit)).collect();
    let mut new = Vec::new();
    for directory in &set.preamble.directories {
        let Ok(entries) = std::fs::read_dir(std::path::Path::new(folder).join(directory.as_ref())) else { continue };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = if directory.is_empty() { name.clone() } else { format!("{directory}/{name}") };
            // Where a revision is a directory, a new one is a directory with a file that is called as in the others.
            let beside = units.iter().map(|unit| format!("{path}/{unit}"));
            let is_file = |path: &String| std::path::Path::new(folder).join(path).is_file();
            if !known.contains(path.as_str()) {
                new.extend(beside.filter(|path| !known.contains(path.as_str()) && is_file(path)).take(1));
            }
            if name.ends_with(".sql") && !name.starts_with('.') && !known.contains(path.as_str()) {
                new.push(path);
            }
        }
    }
    new.sort();
    new.dedup();
    new
}
