//! From the models to the statements of a new revision.

use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;

use migrate_core::graph::Rev;
use migrate_core::{Dialect, DialectSet, Direction};
use migrate_schema::catalog::Catalog;
use migrate_schema::diagnostic::{self, Severity, command};
use migrate_schema::diff::Filter;
use migrate_schema::diff::generate::{Migration, Refusal, Request, generate};
use migrate_schema::diff::loss::{Allow, Loss};
use migrate_schema::diff::rename::{Question, Rename};
use migrate_schema::files::DraftSection;
use migrate_schema::files::disk::models::{self, ModelFiles};
use migrate_schema::wanted::{Forms, Wanted};

use crate::context::{Context, Revisions};
use crate::output::Failure;

/// What is asked of it.
#[derive(Debug, Default)]
pub(crate) struct Autogenerate {
    /// Files of `CREATE` statements in the place of what the settings name.
    pub(crate) schema: Vec<String>,
    /// Names that change.
    pub(crate) renames: Vec<Rename>,
    /// What may be lost.
    pub(crate) allow: Vec<Allow>,
    /// The way up must not keep others waiting.
    pub(crate) online: bool,
}

/// What comes of it.
pub(crate) struct Made {
    /// The files, each after the one before it.
    pub(crate) files: Vec<MadeFile>,
    /// All of it was proven.
    pub(crate) proven: bool,
}

/// What one file says.
#[derive(Default)]
pub(crate) struct MadeFile {
    /// Its sections.
    pub(crate) sections: Vec<DraftSection>,
    /// The statements cannot run in a transaction.
    pub(crate) no_transaction: bool,
}

impl MadeFile {
    /// All ways up stand before the ways down.
    fn add(&mut self, section: DraftSection) {
        let is_up = |section: &DraftSection| section.direction == Direction::Up;
        let ups = self.sections.iter().filter(|other| is_up(other)).count();
        self.sections.insert(if is_up(&section) { ups } else { self.sections.len() }, section);
    }
}

/// What a section says where only the other dialects have something to do.
const NOTHING: &str = "-- Nothing to do.";

impl Autogenerate {
    /// Compares the schema that the parents make with the one that is wanted; none if they are the same.
    pub(crate) fn make(
        mut self,
        context: &Context,
        revisions: &Revisions,
        parents: &[Rev],
    ) -> Result<Option<Made>, Failure> {
        let dialects = revisions.project.dialects;
        let given = self.allow.clone();
        if self.online && dialects.contains(Dialect::Sqlite) {
            let text = "--online has no meaning for SQLite: one writer holds the whole file";
            return Err(Failure::new(&command::USAGE, text).help("leave it out"));
        }
        let mut found: Vec<(Dialect, Migration)> = Vec::new();
        for dialect in dialects.iter() {
            let history = history(revisions, dialect, parents)?;
            let wanted = wanted(context, revisions, dialect, &history, &self.schema)?;
            for kind in &wanted.passed_over {
                context.output.note(format_args!("note: `{kind}` is not compared: the catalog has no place for it"));
            }
            if let Some(migration) = self.settle(context, revisions, &history, &wanted)? {
                found.push((dialect, migration));
            }
        }
        let losses = || found.iter().flat_map(|(_, migration)| &migration.steps).filter_map(|step| step.loss.as_ref());
        for idle in given.iter().filter(|allow| allow.is_for_one() && !losses().any(|loss| allow.covers(loss))) {
            context.output.warning(format_args!("nothing is lost that `--allow {idle}` speaks of"));
        }
        if found.is_empty() {
            return Ok(None);
        }
        let mut proven = true;
        let mut files: Vec<MadeFile> = Vec::new();
        let single = dialects.iter().count() == 1;
        for (dialect, migration) in found {
            if !single && !context.output.json {
                context.output.note(format_args!("{dialect}:"));
            }
            for step in migration.steps.iter().filter(|_| !context.output.json) {
                context.output.note(format_args!("  {}", step.about));
            }
            for unsure in &migration.unsure {
                context.output.warning(format_args!("not compared for sure: {unsure}"));
            }
            for unproven in &migration.unproven {
                context.output.warning(format_args!("not proven: {unproven}"));
            }
            proven &= migration.unproven.is_empty();
            let set = if single { DialectSet::EMPTY } else { DialectSet::EMPTY.with(dialect) };
            let section = |direction, body: &str| DraftSection { direction, dialects: set, body: body.to_owned() };
            files.resize_with(files.len().max(migration.parts.len()), MadeFile::default);
            for (number, (part, file)) in migration.parts.iter().zip(&mut files).enumerate() {
                let is_last = number + 1 == migration.parts.len();
                let up = if is_last { with_block(&part.up, &migration.unproven) } else { part.up.clone() };
                file.add(section(Direction::Up, &up));
                file.add(section(Direction::Down, &part.down));
                file.no_transaction |= part.no_transaction;
            }
        }
        for file in files.iter_mut().filter(|_| !single) {
            let has = |dialect| file.sections.iter().any(|section| section.dialects.contains(dialect));
            let idle = dialects.iter().filter(|dialect| !has(*dialect)).fold(DialectSet::EMPTY, DialectSet::with);
            if !idle.is_empty() {
                // A section that is missing is an error: somebody may have forgotten it.
                let section = |direction| DraftSection { direction, dialects: idle, body: NOTHING.to_owned() };
                file.add(section(Direction::Up));
                file.add(section(Direction::Down));
            }
        }
        Ok(Some(Made { files, proven }))
    }

    /// Asks what only a person can say, where there is one.
    fn settle(
        &mut self,
        context: &Context,
        revisions: &Revisions,
        history: &Catalog,
        wanted: &Wanted,
    ) -> Result<Option<Migration>, Failure> {
        let filter = filter(revisions);
        let hints: Vec<Rename> = wanted.renames.iter().map(hint_of).collect();
        loop {
            let request = Request {
                renames: self.renames.clone(),
                hints: hints.clone(),
                allow: self.allow.clone(),
                filter: filter.clone(),
                online: self.online,
            };
            let refusal = match generate(history, &wanted.catalog, &request) {
                Ok(migration) => return Ok(migration),
                Err(refusal) => refusal,
            };
            let asks = std::io::stdin().is_terminal() && std::io::stderr().is_terminal() && !context.output.json;
            match refusal {
                Refusal::Rename(why) => return Err(Failure::new(&command::USAGE, why)),
                Refusal::Questions { questions, losses } if !asks => return Err(renames_failure(&questions, &losses)),
                // One at a time: a name that is taken is no candidate for the next.
                Refusal::Questions { questions, losses } => match questions.first() {
                    Some(question) => self.ask_rename(question)?,
                    None => return Err(renames_failure(&questions, &losses)),
                },
                Refusal::Losses(losses) if !asks => return Err(loss_failure(&losses)),
                Refusal::Losses(losses) => {
                    for loss in &losses {
                        self.ask_loss(loss, &losses)?;
                    }
                }
            }
        }
    }

    fn ask_rename(&mut self, question: &Question) -> Result<(), Failure> {
        let gone = match &question.table {
            Some(table) => format!("column `{table}.{}`", question.gone),
            None => format!("table `{}`", question.gone),
        };
        eprintln!("{gone} is not wanted any more. Has it another name now?");
        let answers: Vec<Rename> = question.answers().collect();
        for (number, candidate) in question.candidates.iter().enumerate() {
            eprintln!("  {}  it is `{candidate}`", number + 1);
        }
        eprintln!("  d  no: drop it, and what is in it");
        loop {
            let answer = ask("which? ")?;
            let chosen = answer.parse::<usize>().ok().and_then(|number| answers.get(number.wrapping_sub(1)));
            match (answer.as_str(), chosen) {
                ("d", _) => self.allow.push(Allow::exactly(&question.as_loss())),
                (_, Some(rename)) => self.renames.push(rename.clone()),
                // Nothing said, or the end of the input.
                ("", None) => return Err(renames_failure(std::slice::from_ref(question), &[])),
                (_, None) => {
                    eprintln!("a number from 1 to {}, or d; nothing to stop here", answers.len());
                    continue;
                }
            }
            return Ok(());
        }
    }

    fn ask_loss(&mut self, loss: &Loss, all: &[Loss]) -> Result<(), Failure> {
        eprintln!("lost: {}", loss.says);
        match ask("go on? [y/N] ")?.as_str() {
            "y" | "yes" => {
                self.allow.push(Allow::exactly(loss));
                Ok(())
            }
            _ => Err(loss_failure(all)),
        }
    }
}

fn ask(prompt: &str) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::file("the terminal", "read", &error);
    eprint!("{prompt}");
    std::io::stderr().flush().map_err(failed)?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(failed)?;
    Ok(line.trim().to_lowercase())
}

/// A rename as the wanted side says it.
fn hint_of(hint: &migrate_schema::wanted::Rename) -> Rename {
    match &hint.column {
        Some(column) => {
            Rename { table: Some(hint.key.name.to_string()), from: hint.from.to_string(), to: column.to_string() }
        }
        None => Rename {
            table: None,
            from: hint.from.rsplit('.').next().unwrap_or_default().to_owned(),
            to: hint.key.name.to_string(),
        },
    }
}

/// `losses` are lost whatever is answered.
fn renames_failure(questions: &[Question], losses: &[Loss]) -> Failure {
    let mut failure = Failure::new(
        &command::RENAMES,
        "something goes and something comes: whether it is the same under another name nobody has said",
    );
    for question in questions {
        for answer in question.answers() {
            failure = failure.help(format!("`--rename {answer}`"));
        }
        failure = failure.help(format!("or it goes with what is in it: `--allow {}`", question.as_loss()));
    }
    for loss in losses {
        failure = failure.help(format!("lost in any case: {}: `--allow {loss}`", loss.says));
    }
    failure
}

fn loss_failure(losses: &[Loss]) -> Failure {
    let says: Vec<&str> = losses.iter().map(|loss| loss.says.as_str()).collect();
    let mut failure = Failure::new(&command::LOSS, format!("this would be lost: {}", says.join("; ")));
    for loss in losses {
        failure = failure.help(format!("`--allow {loss}`"));
    }
    failure
}

/// The way up; where something is not proven, with a statement that no server and no build accepts.
fn with_block(up: &str, unproven: &[String]) -> String {
    let mut out = up.to_owned();
    if unproven.is_empty() {
        return out;
    }
    out.push_str(
        "\n\n-- This could not be proven. Look at it, then take the last statement out: no build accepts it.\n",
    );
    for line in unproven.iter().flat_map(|text| text.lines()) {
        out.push_str(&format!("--   {line}\n"));
    }
    out.push_str("UNPROVEN;");
    out
}

/// The schema that the parents make.
pub(crate) fn history(revisions: &Revisions, dialect: Dialect, parents: &[Rev]) -> Result<Catalog, Failure> {
    let revs = revisions.graph.ancestors(parents.iter().copied());
    revisions
        .project
        .catalog(dialect, &revs)
        .ok_or_else(|| Failure::new(&command::BROKEN_SET, "the migrations cannot be read: `migrate check` says why"))
}

/// The schema that is wanted.
pub(crate) fn wanted(
    context: &Context,
    revisions: &Revisions,
    dialect: Dialect,
    history: &Catalog,
    named: &[String],
) -> Result<Wanted, Failure> {
    let folder = context.shown();
    let path = context.folder();
    let mut project = context.project();
    if project.has_errors() {
        return Err(Failure::broken(project));
    }
    let mut out = Vec::new();
    let settings = &revisions.folder.settings;
    let files = if named.is_empty() {
        models::read(&path, &folder, settings, &mut project.sources, &mut out)
    } else {
        let mut files = ModelFiles::default();
        for name in named {
            files.schema.extend(models::read_one(Path::new(name), name, &mut project.sources, &mut out));
        }
        files
    };
    let forms = match diagnostic::has_errors(&out) {
        true => None,
        false => Forms::read(&files, project.dialects, &project.sources, &mut out),
    };
    let wanted = forms.map(|forms| forms.wanted(dialect, settings, history, &mut project.sources, &mut out));
    let bad = out.iter().any(|found| found.severity == Severity::Error);
    match wanted {
        Some(wanted) if !bad => Ok(wanted),
        _ => {
            diagnostic::sort(&project.sources, &mut out);
            project.diagnostics = out;
            Err(Failure::broken(project))
        }
    }
}

/// What the settings compare.
pub(crate) fn filter(revisions: &Revisions) -> Filter {
    let models = &revisions.folder.settings.models;
    let texts = |list: &[migrate_schema::files::Spanned<String>]| list.iter().map(|item| item.value.clone()).collect();
    Filter { include: texts(&models.include), exclude: texts(&models.exclude) }
}
