//! Writing the file of a new revision: for `new` and `merge`. Everything is checked before a file is there, and looked at
//! once more when it is.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use migrate_core::DialectSet;
use migrate_core::graph::Rev;
use migrate_core::listing::{self, NewError};
use migrate_core::target::Target;
use migrate_schema::diagnostic::Severity;
use migrate_schema::diagnostic::directives::EMPTY_SECTION;
use migrate_schema::files::author::{self, Time};
use migrate_schema::files::settings::{Heads, Settings};
use serde_json::json;

use crate::autogenerate::{Autogenerate, MadeFile};
use crate::context::{Context, Revisions};
use crate::output::{Exit, Failure};
use migrate_schema::diagnostic::command;

/// A revision that is wished for.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    pub(crate) slug: String,
    pub(crate) message: String,
    pub(crate) heads: Vec<Target>,
    pub(crate) splice: bool,
    pub(crate) labels: Vec<String>,
    pub(crate) id: Option<String>,
    pub(crate) depends_on: Vec<Target>,
    pub(crate) directory: Option<String>,
    pub(crate) no_transaction: bool,
    pub(crate) dialects: DialectSet,
    pub(crate) up: String,
    pub(crate) down: String,
    pub(crate) irreversible: Option<String>,
    /// What is to be compared with the schema that the parents make; it says the statements.
    pub(crate) autogenerate: Option<Autogenerate>,
}

/// The time now.
pub(crate) fn now() -> Time {
    Time(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

/// An id in the style of the set that none of `taken` is.
pub(crate) fn fresh_id(revisions: &Revisions, taken: &[&str]) -> Result<String, Failure> {
    let mut random = [0; 6];
    getrandom::fill(&mut random)
        .map_err(|error| Failure::new(&command::NEW_REVISION, format!("the system gives no random number: {error}")))?;
    Ok(author::new_id(revisions.folder.settings.ids, now(), random, taken))
}

/// Writes the file and tells its path; several, each after the one before it, where autogenerate needs them.
pub(crate) fn write(context: &Context, revisions: &Revisions, wish: Wish) -> Result<Exit, Failure> {
    let graph = &revisions.graph;
    let settings = &revisions.folder.settings;
    let mut taken: Vec<String> =
        graph.ids(graph.iter()).chain(graph.labels().map(|(label, _)| label)).map(str::to_owned).collect();
    let id = match wish.id {
        Some(id) => id,
        None => fresh_id(revisions, &texts(&taken))?,
    };
    let asked = listing::NewRevision {
        id: &id,
        heads: &wish.heads,
        splice: wish.splice,
        depends_on: &wish.depends_on,
        labels: &texts(&wish.labels),
    };
    let header = listing::new_revision(graph, &asked).map_err(several_heads)?;
    let (mut files, mut proven) = (vec![MadeFile::default()], true);
    if let Some(autogenerate) = wish.autogenerate {
        let Some(made) = autogenerate.make(context, revisions, &header.parents)? else {
            if context.output.json {
                context.output.document(&json!({ "revision": null, "changes": [] }));
            } else {
                context.output.line("no changes detected");
            }
            return Ok(Exit::Fine);
        };
        (files, proven) = (made.files, made.proven);
    }
    let owned = |revs: &[Rev]| graph.ids(revs.iter().copied()).map(str::to_owned).collect::<Vec<_>>();
    let directory = directory(revisions, &header.parents, wish.directory.as_deref())?;
    let mut new = author::NewRevision {
        id,
        slug: wish.slug.clone(),
        message: wish.message.clone(),
        parents: owned(&header.parents),
        depends_on: header.depends_on.iter().map(|name| name.clone().into_owned()).collect(),
        labels: wish.labels,
        now: now(),
        dialects: wish.dialects,
        up: wish.up,
        down: wish.down,
        irreversible: wish.irreversible,
        ..author::NewRevision::default()
    };
    let number = files.len();
    let mut drafts = Vec::new();
    for (at, file) in files.into_iter().enumerate() {
        if number > 1 {
            new.message = format!("{} ({} of {number})", wish.message, at + 1);
        }
        if at > 0 {
            taken.push(new.id.clone());
            let id = fresh_id(revisions, &texts(&taken))?;
            new.parents = vec![std::mem::replace(&mut new.id, id)];
            new.slug = format!("{}_{}", wish.slug, at + 1);
            new.depends_on.clear();
            new.labels.clear();
        }
        new.no_transaction = wish.no_transaction || file.no_transaction;
        new.sections = file.sections;
        let (name, text) = author::new_file(&new, settings)?;
        let file = if directory.is_empty() { name } else { format!("{directory}/{name}") };
        drafts.push((Written { path: revisions.path_of(&file), file, new: new.clone() }, text));
    }
    let mut written: Vec<Written> = Vec::new();
    let done = drafts.into_iter().try_for_each(|(draft, text)| {
        create(&draft.path, &text)?;
        written.push(draft);
        Ok(())
    });
    match done.and_then(|()| look_again(context, &written, proven)) {
        Ok(heads) => {
            say(context, settings, &written, &owned(&header.redundant), &heads);
            Ok(Exit::Fine)
        }
        Err(failure) => {
            // What was not there before is not there after a failure.
            for Written { path, .. } in &written {
                let _ = fs::remove_file(path);
            }
            Err(failure)
        }
    }
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

/// A file of a new revision.
struct Written {
    path: String,
    /// From the folder.
    file: String,
    new: author::NewRevision,
}

fn say(context: &Context, settings: &Settings, written: &[Written], redundant: &[String], heads: &[String]) {
    let output = context.output;
    if output.json {
        let mut documents = written.iter().map(|Written { path, new, .. }| {
            json!({
                "revision": new.id,
                "file": path,
                "message": new.message,
                "parents": new.parents,
                "depends_on": new.depends_on,
                "labels": new.labels,
            })
        });
        let mut document = documents.next().unwrap_or_default();
        document["left_out"] = json!(redundant);
        document["heads"] = json!(heads);
        document["next"] = documents.collect();
        return output.document(&document);
    }
    for (at, Written { path, new, .. }) in written.iter().enumerate() {
        output.line(path);
        let parents = if new.parents.is_empty() { "none: it is a base".to_owned() } else { new.parents.join(" ") };
        let how = if new.no_transaction && written.len() > 1 { ", without a transaction" } else { "" };
        output.note(format_args!("  revises {parents}{how}"));
        if at == 0 && !redundant.is_empty() {
            output.note(format_args!("  left out, since its parents bring them: depends-on {}", redundant.join(" ")));
        }
    }
    if heads.len() > 1 && settings.heads == Heads::One {
        let text = format!("the set has {} heads now, and a build refuses that: {}", heads.len(), heads.join(", "));
        output.warning(format_args!("{text}\n  = help: `migrate merge heads`, or `heads = \"many\"` in migrate.toml"));
    }
}

/// The one refusal that every team meets says what to type.
fn several_heads(error: NewError) -> Failure {
    let NewError::SeveralHeads { heads, .. } = &error else { return error.into() };
    let choices: Vec<String> = heads.iter().map(|head| format!("`--parent {}`", head.id)).collect();
    Failure::from(error)
        .help(format!("come after one of them: {}", choices.join(" or ")))
        .help("or join them first: `migrate merge heads`")
}

/// Where the file belongs, as a path from the folder; "" is the folder itself.
fn directory(revisions: &Revisions, parents: &[Rev], asked: Option<&str>) -> Result<String, Failure> {
    let settings = &revisions.folder.settings;
    let versions: Vec<&str> = settings
        .versions
        .iter()
        .map(|version| if version.value == "." { "" } else { version.value.as_str() })
        .collect();
    let Some(asked) = asked else {
        if let Some(&parent) = parents.first() {
            let above = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
            let file = &revisions.file(parent).file;
            // Where a revision is a directory, the new file lies beside that of its parent.
            let is_unit = revisions.folder.units.contains(&above(file));
            return Ok(if is_unit { above(&above(file)) } else { above(file) });
        }
        return match *versions {
            [] => Ok(String::new()),
            [only] => Ok(only.to_owned()),
            _ => Err(Failure::new(
                &command::NEW_REVISION,
                "Multiple version locations present, please specify --version-path",
            )
            .help(format!("one of {}", versions.join(", ")))),
        };
    };
    // From the current directory, as a shell completes it, or from the folder, as the settings name it.
    let path = asked.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let shown = revisions.folder.shown.trim_start_matches("./");
    let path = if path == shown { "" } else { path.strip_prefix(&format!("{shown}/")).unwrap_or(path) };
    let path = if path == "." { "" } else { path };
    let known = match versions.is_empty() {
        true => path.is_empty(),
        false => versions.contains(&path),
    };
    let below = settings.recursive
        && !path.starts_with('/')
        && !path.split('/').any(|part| part == "..")
        && (versions.is_empty()
            || versions.iter().any(|version| version.is_empty() || path.starts_with(&format!("{version}/"))));
    if known || below {
        return Ok(path.to_owned());
    }
    let failure =
        Failure::new(&command::NEW_REVISION, format!("Path {asked} is not represented in current version locations"));
    Err(match versions.is_empty() {
        true => failure.help("`versions` and `recursive` in migrate.toml say where files may be"),
        false => failure.help(format!("`versions` in migrate.toml lists {}", versions.join(", "))),
    })
}

/// Makes a file that is not there yet. What was written of it is taken back if it cannot be finished.
pub(crate) fn create(path: &str, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::file(path, "write", &error);
    if let Some(parent) = Path::new(path).parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        let _ = fs::remove_file(path);
        failed(error)
    })
}

/// Whether the set with the new files is what was meant; its heads. The empty sections are for the author to fill.
fn look_again(context: &Context, written: &[Written], proven: bool) -> Result<Vec<String>, Failure> {
    let mut project = context.project();
    let is_ours = |ours: &&Written| !project.files.iter().any(|read| read.file == ours.file && read.id == ours.new.id);
    let stranger = written.iter().find(is_ours).map(|written| written.path.clone());
    project.diagnostics.retain(|found| {
        let here = found.at.is_some_and(|at| {
            let path = project.sources.get(at.source).path();
            written.iter().any(|written| path == format!("{}/{}", context.shown(), written.file))
        });
        // What could not be proven does not build, and is written for the author to look at.
        found.severity == Severity::Error && here && *found.code != EMPTY_SECTION && proven
    });
    if !project.diagnostics.is_empty() {
        return Err(Failure::broken(project));
    }
    if let Some(path) = stranger {
        return Err(Failure::new(&command::NEW_REVISION, format!("{path} would not belong to the set"))
            .help("look at `ignore`, `versions` and `file_template` in migrate.toml"));
    }
    let again = context.revisions()?;
    let heads = again.graph.heads();
    Ok(again.graph.ids(heads).map(str::to_owned).collect())
}
