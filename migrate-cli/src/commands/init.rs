//! `migrate init`

use std::fs;
use std::path::{Component, Path, PathBuf};

use clap::Args;
use migrate_core::Dialect;
use migrate_schema::files::settings::{FILE_NAME, Settings};
use serde_json::json;

use crate::authoring::create;
use crate::cli;
use crate::context::Context;
use crate::output::{Exit, Failure};
use migrate_schema::diagnostic::command;

/// Make the folder, its settings and the line of build.rs that notices new files. Touches nothing that is there
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder, as --dir
    #[arg(value_name = "FOLDER", conflicts_with = "dir")]
    folder: Option<String>,
    /// What the SQL is written for: postgres, mysql, mariadb, sqlite; several times for several [default: as the URL]
    #[arg(long, value_parser = cli::dialect, value_delimiter = ',', value_name = "DIALECT")]
    dialect: Vec<Dialect>,
}

/// What became of a file.
struct Done {
    path: String,
    created: bool,
}

impl Init {
    pub(super) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let folder = self.folder.clone().unwrap_or_else(|| context.shown());
        let folder = folder.trim_end_matches('/').to_owned();
        if Path::new(&folder).exists() && !Path::new(&folder).is_dir() {
            return Err(Failure::new(&command::FILE, format!("{folder} is there and is no folder")));
        }
        let mut done = vec![self.settings(context, &folder)?];
        let mut notes = Vec::new();
        build_script(&folder, &mut done, &mut notes)?;
        let output = context.output;
        let elsewhere = self.folder.is_some() || context.dir_is_given();
        let option = if elsewhere { format!(" --dir {folder}") } else { String::new() };
        let next = format!("migrate new create_users{option}");
        if output.json {
            let paths = |created: bool| done.iter().filter(move |file| file.created == created).map(|file| &file.path);
            output.document(&json!({
                "created": paths(true).collect::<Vec<_>>(),
                "existing": paths(false).collect::<Vec<_>>(),
                "notes": notes,
                "next": next,
            }));
            return Ok(Exit::Fine);
        }
        for Done { path, created } in &done {
            let word = if *created { "created" } else { "is there already:" };
            output.line(format_args!("{word} {path}"));
        }
        notes.iter().for_each(|note| output.note(note));
        output.note(format_args!("next: {next}"));
        Ok(Exit::Fine)
    }

    fn settings(&self, context: &Context, folder: &str) -> Result<Done, Failure> {
        let path = format!("{folder}/{FILE_NAME}");
        if fs::symlink_metadata(&path).is_ok() {
            return Ok(Done { path, created: false });
        }
        let mut dialects = self.dialect.clone();
        if dialects.is_empty() {
            let guess = context.dialect_of_url().ok_or_else(|| {
                Failure::new(&command::USAGE, "it is not said which database the migrations are for")
                    .help("`migrate init --dialect postgres`; or mysql, mariadb, sqlite; or set DATABASE_URL")
            })?;
            dialects.push(guess);
        }
        dialects.dedup();
        create(&path, &Settings { dialects, ..Settings::default() }.print())?;
        Ok(Done { path, created: true })
    }
}

/// The build script of the package that is worked in. Without it nothing tells Cargo of a new file.
fn build_script(folder: &str, done: &mut Vec<Done>, notes: &mut Vec<String>) -> Result<(), Failure> {
    let here = std::env::current_dir().map_err(|error| Failure::file(".", "find", &error))?;
    let Some((package, manifest)) = package_of(&here) else {
        return Ok(());
    };
    let watched = relative(&package, &here.join(folder));
    let line = format!("println!(\"cargo::rerun-if-changed={watched}\");");
    let file = package.join("build.rs");
    let path = relative(&here, &file);
    match fs::read_to_string(&file) {
        Ok(text) => {
            if !text.contains(&format!("rerun-if-changed={watched}\"")) {
                notes.push(format!("add to {path}, so that new files are noticed:\n    {line}"));
            }
            done.push(Done { path, created: false });
        }
        // A package that names another script would not run this one.
        Err(_)
            if manifest.lines().any(|line| line.trim_start().starts_with("build ") || line.starts_with("build=")) =>
        {
            notes.push(format!("add to the build script of this package, so that new files are noticed:\n    {line}"));
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            create(&path, &format!("fn main() {{\n    {line}\n}}\n"))?;
            done.push(Done { path, created: true });
        }
        Err(error) => return Err(Failure::file(&path, "read", &error)),
    }
    Ok(())
}

/// The nearest package around a directory, and its manifest. A workspace without a package is none.
fn package_of(directory: &Path) -> Option<(PathBuf, String)> {
    directory.ancestors().find_map(|ancestor| {
        let manifest = fs::read_to_string(ancestor.join("Cargo.toml")).ok()?;
        let is_package = manifest.lines().any(|line| line.trim() == "[package]");
        is_package.then(|| (ancestor.to_path_buf(), manifest))
    })
}

/// The way from a directory to a path, with `/` between its parts.
fn relative(from: &Path, to: &Path) -> String {
    let (from, to) = (plain(from), plain(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..].iter().cloned();
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The parts of a path, without `.` and with `..` carried out.
fn plain(path: &Path) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for component in path.components() {
        match component {
            Component::CurDir | Component::RootDir => (),
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::Prefix(prefix) => parts.push(prefix.as_os_str().to_string_lossy().into_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_between_directories() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b", "/a/b/migrations"), "migrations");
        assert_eq!(way("/a/b", "/a/b/./x/../db/migrations"), "db/migrations");
        assert_eq!(way("/a/b", "/a/migrations"), "../migrations");
    }
}
